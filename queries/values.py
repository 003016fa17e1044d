"""What people write for a parameter, and the validated RDF terms that it means.

One function a type; each gives the terms and the name of the value for the heading, or raises Unacceptable with what it
accepts. Nothing is ever taken for something near it: what is not known is refused, with the nearest names.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..ontology.schemes import PLAIN, load_schemes
from ..ontology.terms import BASE, XSD, concept
from ..ontology.vocabulary import Provision, Vocabulary

Term = NamedNode | Literal

REGIMES = {"foia": "FOIA2000", "foisa": "FOISA2002", "eir": "EIR2004", "eirs": "EIR2004", "eisr": "EISR2004"}
REGIME = re.compile(r"\b(foia|foisa|eirs?|eisr)(?: ?(?:2000|2002|2004))?\b")
SECTION = re.compile(
    r"(?P<word>sections?|secs?\.?|ss?\.?|regulations?|regs?\.?|r\.?)? ?"
    r"(?P<number>\d+[a-z]{0,2}(?: ?\([0-9a-z]{1,5}\))*)"
)
KEY = re.compile(r"(?P<authority>[a-z0-9-]+)/[A-Za-z0-9-]+")
BOOLEANS = {"yes": True, "true": True, "1": True, "on": True, "no": False, "false": False, "0": False, "off": False}
FAVOURS = ("disclosure", "maintaining", "confirming", "not-confirming")

ACCEPTS = {
    "provision": "a section of FOIA (23, s.23(5), section 31(1)(a)), FOISA 30(b), EIR 12(5)(b) or regulation 12(5)(b), "
    "an id (foia2000-23-5) or its IRI",
    "authority": "the name, an alias, the id (dyfed-powys) or the IRI of a public body",
    "technology": "the name, another name, the id (gait-recognition) or the IRI of a technology",
    "outcome": "an outcome: refused, not-held, ncnd, disclosed, …",
    "disclosure": "the IRI of a disclosure, authority/key (dyfed-powys/671-2022), or a printed reference (671/2022)",
    "year": "a year of four digits (2022)",
    "boolean": "yes or no",
    "integer": "a whole number",
    "text": "any text",
    "favours": ", ".join(FAVOURS),
}
"""What each type accepts, in words for a message or a form."""


class UnacceptableError(ValueError):
    """A value that is not of its type; the message says why, and what is near."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """terms: what goes into the query. name: for the heading. reference: the terms are printed references."""

    terms: tuple[Term, ...]
    name: str
    reference: bool = False


def meaning(kind: str, text: str, vocabulary: Vocabulary, base: str) -> Meaning:
    """The terms that a text means as a value of the type. Raises UnacceptableError."""
    try:
        return _READERS[kind](text, vocabulary, base)
    except UnicodeEncodeError:
        raise UnacceptableError("it holds half of a surrogate pair, which is no character") from None


# provisions


def _provision(text: str, vocabulary: Vocabulary, _: str) -> Meaning:
    wanted = text.removeprefix(f"{BASE}provision/")
    known = vocabulary.provisions.get(wanted) or vocabulary.provisions.get(wanted.lower())
    if known is None:
        regime, section = _section(text)
        known = vocabulary.provision(regime, section)
        if known is None:  # one that only its parts are listed of, as FOISA 30(b)
            parts = [p for p in vocabulary.provisions.values() if p.regime == regime and _is_part(p, section)]
            if not parts:
                raise UnacceptableError(f"there is no {_cited(regime, section)} that we know of")
            return Meaning(tuple(NamedNode(p.iri) for p in parts), _cited(regime, section))
    return Meaning((NamedNode(known.iri),), _named(known))


def _section(text: str) -> tuple[str, str]:
    """Regime and section of what somebody wrote: FOIA unless another Act is named, or it says regulation."""
    plain = " ".join(text.casefold().replace("environmental information regulations", "eir").split())
    regimes = {REGIMES[name] for name in REGIME.findall(plain)}
    rest = re.sub(r"\b(of|the|act|under|exemption|exception)\b|,", " ", REGIME.sub(" ", plain))
    match = SECTION.fullmatch(" ".join(rest.split()))
    if match is None or len(regimes) > 1:
        raise UnacceptableError(f"{_shown(text)} is no provision")
    environmental = (match["word"] or "").startswith("r")
    regime = regimes.pop() if regimes else "EIR2004" if environmental else "FOIA2000"
    return regime, match["number"].replace(" ", "")


def _is_part(provision: Provision, section: str) -> bool:
    return "(" in section and provision.section.lower().startswith(f"{section}(")


def _cited(regime: str, section: str) -> str:
    word = "regulation" if regime.startswith(("EIR", "EISR")) else "article" if regime == "UKGDPR" else "section"
    act = regime.rstrip("0123456789")
    return f"{word} {section}" if act == "FOIA" else f"{word} {section} {act}"


def _named(provision: Provision) -> str:
    cited = _cited(provision.regime, provision.section)
    return cited if provision.label.casefold() == cited.casefold() else f"{cited} ({provision.label})"


# bodies, technologies, outcomes


def _authority(text: str, vocabulary: Vocabulary, _: str) -> Meaning:
    names = {a.id: (a.iri, a.id, a.name, *a.aliases) for a in vocabulary.authorities.values()}
    found = vocabulary.authorities[_one_of(text, names, "public body")]
    return Meaning((NamedNode(found.iri),), found.name)


def _technology(text: str, vocabulary: Vocabulary, _: str) -> Meaning:
    names = {t.id: (t.iri, t.id, t.label, *t.alternatives) for t in vocabulary.technologies.values()}
    found = vocabulary.technologies[_one_of(text, names, "technology")]
    return Meaning((NamedNode(found.iri),), found.label)


def outcome_words() -> tuple[str, ...]:
    """The plain words for how an answer ended."""
    return tuple(identifier for scheme, identifier in load_schemes().concepts if scheme == PLAIN)


def _outcome(text: str, vocabulary: Vocabulary, _: str) -> Meaning:
    names = {word: [concept("outcome", word).value, word, word.replace("-", " ")] for word in outcome_words()}
    for word, own in names.items():
        labels = (load_schemes().concepts[(PLAIN, word)].label, getattr(vocabulary.outcomes.get(word), "label", ""))
        own.extend(label for label in labels if label)
    found = _one_of(text, names, "outcome")
    return Meaning((concept("outcome", found),), found)


def _favours(text: str, _: Vocabulary, __: str) -> Meaning:
    names = {word: (word, word.replace("-", " "), concept("favours", word).value) for word in FAVOURS}
    found = _one_of(text, names, "direction of a factor")
    return Meaning((concept("favours", found),), found.replace("-", " "))


def _one_of(text: str, names: Mapping[str, Sequence[str]], what: str) -> str:
    """The key that has the text among its names, whole and without regard to case.

    An id, an IRI or a proper name (the first three) goes before an alias; an alias of two is refused.
    """
    wanted = _folded(text)
    for some in (slice(0, 3), slice(3, None)):
        found = [key for key, own in names.items() if wanted in map(_folded, own[some])]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnacceptableError(f"{_shown(text)} can be {' or '.join(found)}: say which")
    raise UnacceptableError(f"{_shown(text)} is no {what} that we know of{_near(wanted, names)}")


def _near(wanted: str, names: Mapping[str, Sequence[str]]) -> str:
    by_name = {_folded(name): key for key, own in names.items() for name in own if not name.startswith("http")}
    near = list(dict.fromkeys(by_name[n] for n in difflib.get_close_matches(wanted[:80], by_name, n=4, cutoff=0.6)))
    near += [key for name, key in by_name.items() if len(wanted) > 2 and wanted in name and key not in near]
    return f" (near it: {', '.join(dict.fromkeys(near[:4]))})" if near else ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("&", " and ").split())


def _shown(text: str) -> str:
    """A value in a message: short, on one line, in quotation marks."""
    short = text if len(text) <= 60 else f"{text[:60]}…"
    return repr(short)


# disclosures


def _disclosure(text: str, vocabulary: Vocabulary, base: str) -> Meaning:
    if text.startswith(("http://", "https://")):
        return Meaning((_iri(text.partition("#")[0]),), text)
    key = KEY.fullmatch(text)
    if key and (key["authority"] in vocabulary.authorities or key["authority"] == "unknown"):
        return Meaning((_iri(f"{base}disclosure/{text}"),), text)
    reference = " ".join(text.split())
    forms = dict.fromkeys((reference, reference.replace(" ", ""), reference.upper()))
    return Meaning(tuple(Literal(form) for form in forms), f"reference {reference}", reference=True)


def _iri(text: str) -> NamedNode:
    try:
        return NamedNode(text)
    except ValueError:
        raise UnacceptableError(f"{_shown(text)} is not an IRI") from None


# plain values


def _year(text: str, _: Vocabulary, __: str) -> Meaning:
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        raise UnacceptableError(f"{_shown(text)} is no year from 1900 to 2099")
    return Meaning((Literal(text, datatype=XSD.integer),), text)


def _boolean(text: str, _: Vocabulary, __: str) -> Meaning:
    value = BOOLEANS.get(text.casefold())
    if value is None:
        raise UnacceptableError(f"{_shown(text)} is neither yes nor no")
    return Meaning((Literal(value),), "yes" if value else "no")


def _integer(text: str, _: Vocabulary, __: str) -> Meaning:
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        raise UnacceptableError(f"{_shown(text)} is no whole number of at most fifteen digits")
    return Meaning((Literal(str(int(text)), datatype=XSD.integer),), str(int(text)))


def _text(text: str, _: Vocabulary, __: str) -> Meaning:
    text.encode()
    return Meaning((Literal(text),), text)


_READERS: dict[str, Callable[[str, Vocabulary, str], Meaning]] = {
    "provision": _provision, "authority": _authority, "technology": _technology, "outcome": _outcome,
    "disclosure": _disclosure, "year": _year, "boolean": _boolean, "integer": _integer, "text": _text,
    "favours": _favours,
}  # fmt: skip


def together(meanings: Iterable[Meaning]) -> Meaning:
    """Several values of one parameter: any of their terms."""
    several = tuple(meanings)
    return Meaning(
        tuple(dict.fromkeys(term for one in several for term in one.terms)),
        " or ".join(dict.fromkeys(one.name for one in several)),
        any(one.reference for one in several),
    )
