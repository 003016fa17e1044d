"""Which Act a provision is of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...ontology.vocabulary import Vocabulary
from ..beginnings import compiled
from ..model import Regime, Span
from ..parts import Segments
from ..rules import Rule, rule

OTHER = "OTHER"
"""The regime of a citation of an Act that the vocabulary does not hold."""

_FOIA = r"(?:d?deddf\srhyddid\sgwybodaeth|freedom\sof\sinf\w{6,9}\sact)(?:,?\s2000)?"
_FOISA = r"freedom\sof\sinf\w{6,9}\s\(scotland\)\sact(?:\s2002)?"
_EIR = r"environmental\sinformation\sregulations(?:\s2004)?"
NAMES: tuple[tuple[str, str], ...] = (
    ("FOISA2002", rf"{_FOISA}|FOISA\b"),
    ("EISR2004", r"environmental\sinformation\s\(scotland\)\sregulations(?:\s2004)?|EIRs?\s\(scotland\)"),
    ("FOIA2000", rf"{_FOIA}|FOIA\b|FOI\sact(?:\s2000)?|the\sact\b(?!\s\d)|act\s2000\b"),
    ("EIR2004", rf"{_EIR}|EIRs?\b"),
    ("DPA2018", r"data\sprotection\sact(?:\s2018)?(?!\s1998)|DPA\b(?:\s2018)?(?!\s1998)"),
    ("UKGDPR", r"(?:UK\s)?GDPR\b|general\sdata\sprotection\sregulation"),
)
_NAMES = tuple((regime, compiled(names, re.IGNORECASE)) for regime, names in NAMES)
_SMALL = r"(?:of|and|etc\.?|in|the)\s"
_FOLLOWS = compiled(
    r"(?<=\S)(?P<gap>[^.;:\n]{0,12}?)(?:\s|\(|,)\s?(?:(?:of|under|in|from)\s)?(?:the\s)?(?:"
    + "|".join(f"(?P<{regime}>{names})" for regime, names in NAMES)
    + rf"|(?P<OTHER>\d{{4}}\sact\b|that\sact\b|(?!etc\.)(?:(?:[A-Z][\w’',&()-]{{1,24}}|etc\.)\s"
    rf"(?:{_SMALL}{_SMALL}|(?:{_SMALL})?(?!{_SMALL}))){{1,6}}(?:Act|Regulations|Order|Code)\b(?:\s\d{{4}})?))",
    re.IGNORECASE,
)
"""As many small words as there are, up to two, go with the word before them: one way to part a title, not hundreds."""
_CAPITAL_ACT = compiled(
    r"(?:[A-Z][\w’',&()-]{1,24}\s(?:(?:of|and|etc\.?|in|the)\s){0,2}){1,9}(?:Act|Regulations|Order|Code)\b|"
    r"\d{4}\sAct\b|that\sAct\b"
)
_KNOWN = compiled(
    rf"(?P<FOISA2002>{_FOISA}|\bFOISA\b)|(?P<FOIA2000>{_FOIA}|\bFOIA\b)|(?P<EIR2004>{_EIR})", re.IGNORECASE
)
LONGEST_NAME = 80
REACH = 200
"""Characters on either side of a provision within which the words around it tell its Act."""
_THE_ACT = compiled(r"the\sact\b(?!\s\d)", re.IGNORECASE)
"""In a letter under one Act, the Act is that one."""
_PRECEDES = compiled(r"(?:\bAct|\bRegulations|\bOrder)(?:\s\d{4})?\s(?:under\s|,\s)?$")
_PRECEDING_FOI = compiled(r"(?:information|FOI)\s(?:\(scotland\)\s)?act(?:\s\d{4})?\s(?:under\s|,\s)?$", re.IGNORECASE)

RESPONSE_UNDER = rule(
    "regime.answered-under",
    "the letter says under which Act it answers",
    rf"\b(?:response|answer\w{{0,2}}|request\w{{0,2}}|considered|handled|dealt with|processed|"
    rf"disclos\w{{1,6}})[^.\n]{{0,60}}\b(?:under|in accordance with)\s(?:the\s)?(?P<words>{_FOISA}|{_FOIA}|{_EIR})",
    ("This is a response under the Freedom of Information Act 2000", "Freedom of Information Act 2000"),
    ("The Freedom of Information Act 2000 is long", None),
)
HANDLED_UNDER = rule(
    "regime.handled-under",
    "the letter says under which Act it handled the request, and under which not",
    rf"\b(?:(?:handled|dealt with|processed|treated|considered)[^.\n]{{0,40}}\b(?:under|as)|"
    rf"(?:relevant|correct|appropriate|applicable) regime is)\s(?:the\s|a\s|"
    rf"an\s)?(?P<words>{_EIR}|environmental information request)",
    (
        "we now consider the relevant regime is the Environmental Information Regulations",
        "Environmental Information Regulations",
    ),
    (
        "and have handled it under the Environmental Information Regulations 2004",
        "Environmental Information Regulations 2004",
    ),
    ("handled under the Freedom of Information Act", None),
)
NAMED = rule(
    "regime.named",
    "the Act that the letter names most",
    rf"(?P<words>{_FOISA}|{_FOIA}|{_EIR}|\bFOISA\b|\bFOIA\b)",
    ("under the FOIA", "FOIA"),
    ("the Act", None),
)
OF_AUTHORITY = Rule(
    "regime.of-the-authority",
    "the letter names no Act: the one that the body answers under",
    examples=(
        (
            "Dear Sir\nFOI Reference: 12/2022\nRequest:\n1. How many?\nResponse:\nNo information held by Kent Police.",
            None,
        ),
    ),
)
OF_CRIME = rule(
    "regime.of-crime",
    "what follows the number is the subject of an Act about crime, as tables of offences and powers print it",
    r"^\s?[-–]?\s?(?:of\s)?(?:the\s)?(?:misuse of drugs|PACE\b|police and criminal evidence|road traffic|firearms\b|"
    r"theft\b|public order\b|criminal (?:justice|damage|law)|terrorism\b|sexual offences|offences against|"
    r"offensive weapons?|wildlife|poaching|mental health|CJPOA\b|RIPA\b|bail act)",
    (" Misuse of drugs", " Misuse of drugs"),
    (" – Law Enforcement", None),
)
_SECRETS = compiled(
    r"\b(?:exempt\w{0,6}|disclos\w{1,5}|withh\w{2,7}|information|FOIA?|neither|public interest)\b", re.IGNORECASE
)
"""Words of an answer about information: a provision in a sentence without any is of the Act that the sentence names."""
_ENDS_WITH_ACT = compiled(r"(?:\bAct|\bRegulations|\bOrder)(?:\s\d{4})?$")
_OF_INFORMATION = compiled(r"\bthe act$|\bexempt|\binformation\b", re.IGNORECASE)
_SAME_ACT = compiled(r"\s?of the same act\b", re.IGNORECASE)
_OF_ITS_OWN = compiled(
    r"\s?(?:within|of) (?:chapter|part|schedule)\s\d|\s?of (?:the|our|its|this|their) (?:\w{1,14} ){0,3}(?:powers|"
    r"policy|scheme|manual|form|framework|report|"
    r"agreement|contract|constitution|standing orders|guidance|procedure|instructions)\b",
    re.IGNORECASE,
)
"""A section of the body's own papers, or of a numbered part of an Act: those of the Acts of information have Roman
numerals."""
RULES: tuple[Rule, ...] = (OF_CRIME, RESPONSE_UNDER, HANDLED_UNDER, NAMED, OF_AUTHORITY)


def regime_of(words: str) -> str:
    """The regime that the name of an Act stands for."""
    for regime, names in _NAMES:
        if names.match(words):
            return regime
    return OTHER


def letter_regime(parts: Segments, authority: str | None, vocabulary: Vocabulary) -> Regime | None:
    """The Act under which the letter answers: said, else named in the answer, else anywhere, else the body's own."""
    text = parts.text
    own = parts.spoken("response", "statute", "closing", "preface", "heading")
    everything = own + parts.spoken("request")
    for one, lines in ((HANDLED_UNDER, everything), (RESPONSE_UNDER, own), (NAMED, own), (NAMED, everything)):
        for line in lines:
            if found := one.search(text, line.span.start, line.span.end):
                regime = regime_of(found["words"])
                if regime not in {"EIR2004", "EISR2004"} or one is not NAMED:
                    return Regime(id=regime, rule=one.id, span=Span(*found.span("words")))
    body = vocabulary.authorities.get(authority or "")
    if body is None or body.regime not in _regimes(vocabulary):
        return None
    return Regime(id=body.regime, rule=OF_AUTHORITY.id, span=None, status="inferred")


def _regimes(vocabulary: Vocabulary) -> Iterable[str]:
    return {provision.regime for provision in vocabulary.provisions.values()}


def _known(text: str, start: int, last: int, end: int) -> re.Match[str] | None:
    """The first name of an Act of information that begins between two offsets."""
    found = _KNOWN.search(text, start, min(end, last + LONGEST_NAME))
    return found if found is not None and found.start() <= last else None


def _other_named(text: str, start: int, end: int) -> bool:
    """Whether an Act that is not about information is named between two offsets."""
    return any(_KNOWN.search(text, *found.span()) is None for found in _CAPITAL_ACT.finditer(text, start, end))


def _other_follows(text: str, start: int, end: int) -> bool:
    """Whether the one Act that a sentence names, further on, is not about information."""
    found = _CAPITAL_ACT.search(text, start, end)
    return found is not None and _KNOWN.search(text, start, end) is None and not found[0].lower().startswith("the act")


def other_act(text: str, span: Span) -> bool:
    """Whether a line is the heading of a table of provisions of another Act: it ends with its name or its year."""
    words = text[max(span.start, span.end - LONGEST_NAME) : span.end].rstrip(" :")
    return (
        _ENDS_WITH_ACT.search(words[-16:]) is not None
        and _KNOWN.search(words) is None
        and _OF_INFORMATION.search(words) is None
    )


def act_of(text: str, span: Span, end: int, start: int, default: str) -> tuple[str, int]:
    """The regime of a citation at a span within a sentence (start to end), and where the Act's full name ends.

    The end is that of the span where no full name follows at once.
    """
    found = _FOLLOWS.match(text, span.end, min(end, span.end + 160))
    if found:
        name_start = next(found.start(name) for name in (*(n for n, _ in NAMES), OTHER) if found[name])
        regime = next(name for name in (*(n for n, _ in NAMES), OTHER) if found[name])
        at_once = not found["gap"].strip() and text[found.end() - 4 : found.end()].strip().isdigit()
        if regime == OTHER and (inner := _known(text, name_start, found.end(), end)):
            return inner.lastgroup or OTHER, span.end
        by_year = f"{default.removeprefix('FOISA').removeprefix('FOIA')} act"
        if default.startswith("FOI") and (
            _THE_ACT.match(text, name_start) or text[name_start : found.end()].lower() == by_year
        ):
            return default, span.end
        if regime != OTHER or _CAPITAL_ACT.match(text, name_start, end):
            return regime, found.end() if at_once and "\n" not in found[0] else span.end
    return (OTHER if _of_another(text, span, end, start) else default), span.end


def _of_another(text: str, span: Span, end: int, start: int) -> bool:
    """Whether a provision whose Act is not named behind it is of none about information, by the words around it."""
    start, end = max(start, span.start - REACH), min(end, span.end + REACH)
    if _OF_ITS_OWN.match(text, span.end, end):
        return True
    if _SAME_ACT.match(text, span.end, end) and _other_named(text, start, span.start):
        return True
    if not _SECRETS.search(text, start, end) and _other_follows(text, span.end, end):
        return True
    if OF_CRIME.search(text[span.end : min(end, span.end + LONGEST_NAME)]):
        return True
    before = text[max(start, span.start - 60) : span.start]
    return _PRECEDES.search(before) is not None and not _PRECEDING_FOI.search(before)
