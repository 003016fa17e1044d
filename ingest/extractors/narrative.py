"""Answers in words: the lines in which a body answers, and what they say where no turn of phrase says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .. import numbers
from ..beginnings import compiled
from ..model import Citation, Position, Span
from ..parts import Segments
from ..places import Places
from ..rulefile import rules_of
from ..rules import Rule
from ..sentences import sentences
from .dates import DATE, MONTHS
from .position_rules import PROCEDURAL
from .signal_rules import NOT_HELD, OF_OTHERS, WITHHELD
from .signals import OFFERED, says_nothing

GROUNDS = {
    ("FOIA2000", "12"): "cost-limit", ("FOIA2000", "14"): "vexatious", ("FOIA2000", "21"): "already-accessible",
    ("FOIA2000", "22"): "future-publication", ("FOIA2000", "22A"): "research-programme",
    ("FOISA2002", "12"): "cost-limit", ("FOISA2002", "14"): "vexatious", ("FOISA2002", "25"): "already-accessible",
    ("FOISA2002", "27"): "future-publication",
}  # fmt: skip
EXACT = {("FOIA2000", "14(2)"): "repeated", ("FOIA2000", "12(2)"): "cost-limit-confirm-or-deny"}
REFERS = compiled(
    r"(?:a ?[.:] {1,3})?(?:as [^.\n]{3,70}, )?(?:please |i |we )?(?:see|same as|as|refer to|refer you to) "
    r"(?:the |my |our |in |for |per |at )?"
    r"(?:the |my |our )?(?:answer|response|reply)?\s?(?:to |at |for |given (?:to|at|for) )?(?:the |your )?"
    r"(?:(?:q(?:uestion)?|a|point|part|request|item)\s?(?P<question>\d{1,2}(?:[a-z]|\([a-h]\))?)"
    r"(?! (?:above )?is\b|\d|\s?(?:and|&|to)\s?\d)|(?P<above>above)(?! attach)|"
    r"(?P<label>[ivx]{1,4}|[a-z]|\d{1,2}[a-z]?)\.?$)",
    re.IGNORECASE,
)
_NO_BRACKETS = str.maketrans("", "", "()")
HELD_ALONE = compiled(
    r"^[^\d\n]{0,120}\b(?:holds?\s(?:\w{1,10}\s){0,4}information|information\b[^.\n]{0,60}\b(?:is|"
    r"are) held)\b[^\d\n]{0,90}$",
    re.IGNORECASE,
)
"""A sentence that says that the information is held, and nothing of what it is."""
_BY_ID = rules_of(__package__, "narrative.toml")
OF_LAW = _BY_ID["narrative.of-law"]
TO_COME = _BY_ID["narrative.to-come"]
AWAITED = _BY_ID["narrative.awaited"]
NO_ANSWER = _BY_ID["narrative.no-answer"]
OF_PROCESS = _BY_ID["narrative.of-process"]
COUNTS_IN_WORDS = _BY_ID["narrative.counts-in-words"]
NOTHING_THERE = _BY_ID["narrative.nothing-there"]
_LABEL_ALONE = compiled(rf"(?:{numbers.HEAD}\s{{0,2}}|(?:and|&|,)\s?){numbers.LIST}", re.IGNORECASE)
_NAMED = compiled(rf"\b{numbers.HEAD}\s{{0,2}}{numbers.LIST}", re.IGNORECASE)
FEWEST_SHARED = 1
"""Words that a sentence without a figure shares with the request, where it answers."""
LONGEST_ROW = 40
_MONTH = f"(?:{'|'.join((*MONTHS, *(month[:3] for month in MONTHS), 'sept'))})"
_PLAIN = compiled(
    r"(?:yes|no|none|nil|there (?:is|are|was|were|has|have)|a total|the total|in total|on \w{3,8} occasions?)\b|"
    r"as (?:of|at|on) [^,\n]{3,24},? (?:there (?:are|were) )?\d|"
    r"the (?:net|total|average|mean|median|overall|final|actual|full) (?:cost|number|figure|time|value|spend|amount)\b",
    re.IGNORECASE,
)
"""How an answer begins that gives a figure."""
_COUNTS_FIRST = compiled(rf"\A£?\d[\d,.]{{0,12}}(?:%|m\b|\s(?!{_MONTH}\b)[a-z(])", re.IGNORECASE)
"""A figure, and what it counts, before all else."""
LONGEST_REFERRAL = 200
LONGEST_REST = 12
"""Characters behind a referral that add nothing to it."""
STEM = 6
"""Letters by which two words are told to be forms of one."""
DATE_ALONE = compiled(DATE, re.IGNORECASE)
_LINK = compiled(r"(?:\[\d{1,2}\])?(?:https?://|www\.)\S{1,300}", re.IGNORECASE)
_NO = compiled(r"\W{0,3}no", re.IGNORECASE)
_POINTS = compiled(rf"{_LINK.pattern}|{DATE.replace('(?P<date>', '(?:')}", re.IGNORECASE)
"""Links and dates: with nothing beside them they answer nothing."""
_WORD = compiled(r"[a-z][a-z’'-]{3,30}")
_COUNTS = compiled(
    r"^(?:yes|no|none|nil)\b|[–:-]\s(?:yes|no|none|nil)\.?$|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b|(?<![\d£/.])£?"
    r"(?!(?:18|20|40) (?:working )?(?:hours?|days?)|(?:450|600)\b|25 (?:per|an) hour|(?:19|"
    rf"20)\d\d\b)\d[\d,.]*(?!\d|st\b|nd\b|rd\b|th\b|/\d|(?:\s(?:to|and)\s\d{{1,2}})?\s{_MONTH}\b)",
    re.IGNORECASE,
)
"""A number that is no date, no year and none of the limits of the law; or a plain yes or no."""
_COUNTED = compiled(
    r"\W{0,4}(?:(?:q\s?)?\d{1,2}[.):]\s{0,4})?(?:please (?:provide|give|send)(?: me)?(?: with)? )?"
    r"(?:how (?:many|much)|(?:the |a )?(?:total |overall )?(?:numbers?|amounts?|totals?|costs?|count)\b)",
    re.IGNORECASE,
)
"""How a line of a request begins that asks for a figure."""
_OF_SEARCH = compiled(
    r"\b(?:search\w{0,4}|review\w{0,4}|examin\w{1,5}|interrogat\w{1,4}|enquir\w{2,4}|minutes|hours|"
    r"(?:our|the|its|these|different|computer|recording|crime|management|search) systems?|manual\w{0,2})\b",
    re.IGNORECASE,
)
"""Words of how the information was looked for, or what that would take: their figures count no answer."""
COMMON = frozenset(
    word[:STEM]
    for word in re.findall(
        r"\w+",
        "about after also answer asked been below could date dates details during each following force freedom "
        "from give "
        "given have held hold holds information made make many more number numbers other please police provide "
        "provided "
        "question questions received regard reply request requested requests respect response searches send sent "
        "should "
        "some such that their them then there these they this those time under were what when where which will with "
        "within would year years your constabulary service office data records recorded",
    )
)
"""Words of any request and any answer."""
RULES: tuple[Rule, ...] = (OF_LAW, TO_COME, AWAITED, NO_ANSWER, OF_PROCESS, COUNTS_IN_WORDS, NOTHING_THERE)


def own_lines(parts: Segments, passages: tuple[Span, ...]) -> Places[Span]:
    """The lines in which the body answers, by their last characters: no reasoning, no headings, no words of the Act."""
    reasoning = Places((passage, True) for passage in passages)
    own = (line.span for line in parts.spoken("response") if not reasoning.at(line.span.start))
    return Places((Span(span.end - 1, span.end), span) for span in own)


def elsewhere(text: str, own: list[Span], answered: dict[str, Position], last: Position | None) -> Position | None:
    """The position on the question whose answer these lines refer to.

    answered: the first position on each number; last: the one above.
    """
    words = text[slice(*own[0])] if own and REFERS.fullmatch(text[slice(*own[0])].rstrip(".")) else ""
    words = words or " ".join(text[slice(*span)] for span in own[:2])
    if (none := NOTHING_THERE.search(words)) is not None:
        return answered.get(none["question"].lower())
    found = REFERS.match(words)
    if found is None or len(words) > LONGEST_REFERRAL:
        return None
    number = (found["question"] or found["label"] or "").lower().translate(_NO_BRACKETS)
    return last if found["above"] else answered.get(number)


def refers(text: str, own: list[Span]) -> bool:
    """Whether these lines do no more than refer to the answer to another question."""
    words = " ".join(text[slice(*span)] for span in own)
    found = REFERS.match(words)
    return found is not None and len(words) - found.end() <= LONGEST_REST


@dataclass(frozen=True, slots=True)
class Subject:
    """What was asked. stems: of its words, by which a sentence is told to be about it; lines: whole, in lower case;
    counts: whether every line of it asks for a figure.
    """

    stems: frozenset[str]
    lines: frozenset[str]
    counts: bool


def subject_of(parts: Segments) -> Subject:
    """What the requester speaks of."""
    return _subject([line.text for line in parts.spoken("request")])


def words_of_questions(parts: Segments) -> dict[str | None, str]:
    """The words of each question, by its number."""
    return {question.number: parts.text[question.words : question.span.end] for question in parts.questions}


def subject_of_questions(words: Mapping[str | None, str], numbers: tuple[str, ...]) -> Subject:
    """What some questions speak of; nothing where one is not in sight. words: of each question, by its number."""
    return _subject([words[number] for number in numbers] if set(numbers) <= words.keys() else [])


def _subject(lines: list[str]) -> Subject:
    counts = bool(lines) and all(_COUNTED.match(line) for line in lines)
    return Subject(_stems(" ".join(lines)), frozenset(line.strip().lower() for line in lines), counts)


def _stems(words: str) -> frozenset[str]:
    found = (word[:STEM] for word in _WORD.findall(words.lower()))
    return frozenset(found) - COMMON


def shares(words: str, subject: Subject) -> int:
    """How many words of substance a sentence has in common with what was asked."""
    return len(subject.stems & _stems(words))


def _to_the_point(words: str, asked: frozenset[str]) -> bool:
    """Whether a sentence has a figure that counts something, begins with yes or no, or is about what was asked."""
    shared = len(asked & _stems(words))
    if _COUNTS.search(words) is None:
        return shared >= FEWEST_SHARED
    plain = _PLAIN.match(words) is not None or _COUNTS_FIRST.match(words) is not None
    return not asked or shared > 0 or len(words) <= LONGEST_ROW or plain


def gives_figure(words: str) -> bool:
    """Whether a sentence of the authority's own gives a figure that counts something, or begins with yes or no."""
    if NOT_HELD.search(words) or _OF_SEARCH.search(words):
        return False
    return _COUNTS.search(_LINK.sub("", _NAMED.sub("", words))) is not None and not (
        OF_LAW.search(words) or says_nothing(words) or words.endswith(("?", ":"))
    )


def awaited(text: str, own: list[Span]) -> bool:
    """Whether these lines say that the answer comes later."""
    return any(AWAITED.search(text, *span) for span in own)


def narrative(text: str, own: list[Span], labelled: bool, subject: Subject) -> Span | None:
    """The first sentence that answers in words or figures; one that breaks off only where it has a number.

    subject: of the request or the question, where it is in sight. Where all that asks for a figure, a sentence that
    counts nothing answers nothing; nor, of an answer without a number, one that shares no word with it.
    """
    for span in own:
        for sentence in sentences(text, span):
            words = text[sentence.start : sentence.end]
            if (
                words.endswith(("?", ":"))
                or not (labelled or words.endswith((".", "!", "”")) or _goes_on(text, sentence, words))
                or _breaks_off(text, sentence, words)
            ):
                continue
            counts = _COUNTS.search(_NAMED.sub("", words)) is not None
            if HELD_ALONE.search(words) or (OF_LAW.search(words) and not (counts and OF_OTHERS.search(words))):
                continue
            if (OFFERED.match(words) and not counts) or _of_line_above(text, sentence, words):
                continue
            if TO_COME.search(words) or (not counts and OF_PROCESS.search(words)):
                continue
            if (not labelled or _LINK.search(words)) and re.search(r"\w", _POINTS.sub("", words)) is None:
                continue
            if _LABEL_ALONE.fullmatch(words.rstrip(" .|)")) or words.strip().lower() in subject.lines:
                continue
            if subject.counts and not counts and COUNTS_IN_WORDS.search(words) is None:
                continue
            if not labelled and (NO_ANSWER.search(words) or not _to_the_point(words, subject.stems)):
                continue
            keeps_back = not counts and (NOT_HELD.search(words) or WITHHELD.search(words))
            if not (keeps_back or says_nothing(words) or PROCEDURAL.search(words)) and re.search(r"\w", words):
                return sentence
    return None


def _of_line_above(text: str, sentence: Span, words: str) -> bool:
    """Whether a date is that which the line above speaks of (``your request dated``), and no answer."""
    above = text[: sentence.start].rstrip().lower()
    return above.endswith(("dated", " of")) and DATE_ALONE.fullmatch(words.rstrip(".")) is not None


def _goes_on(text: str, sentence: Span, words: str) -> bool:
    """Whether a sentence without its stop has a figure, and is not where the text ends."""
    return re.search(r"\d", words) is not None and bool(text[sentence.end :].strip())


def _breaks_off(text: str, sentence: Span, words: str) -> bool:
    """Whether the text ends within the sentence, before it has said anything: no figure, no yes or no.

    The number of a question is no figure, and a bare ``No`` may go on with ``information is held``.
    """
    if text[sentence.end :].strip():
        return False
    if _LABEL_ALONE.fullmatch(words):
        return True
    cut = re.search(r"[A-Za-z,]$", words) is not None and not (_NO.fullmatch(words) and "\n" in text[sentence.end :])
    words = _NAMED.sub("", words)
    return cut and re.search(r"\d|^(?:yes|none|nil)\b|^no[,;]", words, re.IGNORECASE) is None


def ground_of(citation: Citation) -> str:
    """The ground, on the axis of grounds, that relying on a provision is."""
    base = citation.section.partition("(")[0]
    exact = EXACT.get((citation.regime, citation.section))
    return exact or GROUNDS.get((citation.regime, base), "exempt")
