"""What the sentences of an answer say about holding, disclosure and ground, told by the rules of ``signal_rules``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import numbers
from ..beginnings import compiled
from ..model import Span
from ..rules import words_of
from ..sentences import sentences
from .signal_rules import (
    ACCESSIBLE,
    ANSWERS_ANOTHER,
    COST_NOT_HELD,
    FREELY,
    FUTURE,
    GENERIC,
    GIVEN_BUT,
    OF_MATTER,
    OF_OTHERS,
    OPENS_GENERIC,
    ORDER,
    OTHER_FORMAT,
    REPORTED,
    Kind,
)


@dataclass(frozen=True, slots=True)
class Signal:
    """One turn of phrase found. span: of its words; sentence: of the sentence around it."""

    kind: Kind
    rule: str
    span: Span
    sentence: Span


KEEPS_BACK: frozenset[Kind] = frozenset(
    {"ncnd", "cost", "not-held", "withheld", "part", "accessible", "future", "vexatious"}
)
"""Kinds of sentences by which something of what was asked is not given."""
KEEPING: frozenset[Kind] = frozenset({"withheld", "part"})
"""Kinds whose words are also said of people and things."""
OR_NOT = compiled(r"\bdo(?:es)? or do(?:es)? not\b|\bis or is(?: not|n[’']t)\b", re.IGNORECASE)
CONDITION = compiled(r"\b(?:if|unless|whether)\b[^,.;]{0,40}$", re.IGNORECASE)
"""Before words that nothing is held: it is put as a case."""
BECAUSE = compiled(
    r"\b(?:as|since|because|being|thus|so|therefore|accordingly|pending|in advance of|with a view to|for|ahead of|"
    r"until|before then|(?:which|that) (?:is|are) already)\b",
    re.IGNORECASE,
)
"""What is exempt because the public has it, or will have it, is that and no more."""
OFFERED = compiled(
    r"(?:by way of|to be of|for your|to) (?:assist\w{0,4}|help|information|advice)\b|for background\b|more about\b|"
    r"(?:an|for|one) example\b",
    re.IGNORECASE,
)
"""How a sentence begins that offers something else to read, beside the answer."""
NO_PART = compiled(r"\bno part of\b", re.IGNORECASE)
NOW_GIVEN = compiled(
    r"\bpreviously (?:withheld|refused)\b[^.\n]{0,60}\bnow (?:released|disclosed|provided)\b", re.IGNORECASE
)
"""Words by which it is all that is kept back, and by which what was kept back before is given."""
_DECIDED_TO = compiled(r"\bdecided to\s?:", re.IGNORECASE)
_DECISION = compiled(
    r"[.;,]?\s(?:and\s)?(?=(?:fully |partly |partially )?(?:exempt|disclose|withhold|refuse|neither confirm)\b)",
    re.IGNORECASE,
)
"""Where the next decision of a list begins that stands within one sentence."""
_OR_CONFIRM = compiled(r",?\sor\s(?=to confirm or deny\b)", re.IGNORECASE)
"""Between what a body need not give and what it need not confirm either."""
_CONFIRM_REST = compiled(r"to confirm or deny (?:that|whether|if) (?:any|further|other)\b", re.IGNORECASE)
"""The second of these by itself."""
_BUT = compiled(r";|,? (?:but|however|although)\b|, (?:less|i am not|we are not|the|a) ", re.IGNORECASE)
"""Between what is given and what is kept back."""
_HOWEVER = compiled(r"[,;]? (?:but|however),? ", re.IGNORECASE)
_TURN = compiled(
    r";\s?|,?\s(?:but|although|though)\s|,\s(?:and\s)?(?:accordingly|therefore|so)\s|\sand\s(?=(?:we|i|it)\s(?:therefore|accordingly)\b)",
    re.IGNORECASE,
)
"""Where a sentence goes on to something else."""
_NEXT_QUESTION = compiled(
    r"[;,]\s(?:but\s|however,?\s|while\s|whilst\s|and\s)?(?=(?:for\s|in respect of\s)?(?:questions?|points?|parts?|"
    r"requests?|q)\s?\d)",
    re.IGNORECASE,
)
"""Where a sentence goes on to the next question."""
_LABEL = compiled(rf"(?:{numbers.HEAD}\s{{0,2}})?{numbers.LIST}\s?[-–:]\s", re.IGNORECASE)
"""The number of its question, before the words of an answer."""


def says_nothing(words: str) -> bool:
    """Whether a sentence decides nothing: it is about the law, a condition, what would happen, or was said before."""
    return any(one.search(words) is not None for one in (OPENS_GENERIC, GENERIC, REPORTED))


def reported(words: str) -> list[Span]:
    """The parts of a sentence that tell what was said before, or by others; it goes on to something else between."""
    if REPORTED.search(words) is None:
        return []
    cuts = [0, *(cut.end() for cut in _TURN.finditer(words)), len(words)]
    parts = (Span(start, end) for start, end in itertools.pairwise(cuts))
    return [part for part in parts if REPORTED.search(words[slice(*part)]) is not None]


_POINTS_BELOW = compiled(r"please see below\.?", re.IGNORECASE)
_OF_REASONS = compiled(r"\b(?:tests?|harm|exempt\w{0,5}|public interest|PIT|sections? \d)", re.IGNORECASE)
"""Words of a sentence behind which ``Please see below`` points at the reasons and not at an answer."""


def signals(text: str, spans: list[Span]) -> Iterator[Signal]:
    """What the sentences of some stretches say, in order; generic sentences say nothing."""
    for span in spans:
        above = ""
        for sentence in (clause for one in sentences(text, span) for clause in _clauses(text, one)):
            of_reasons, above = _OF_REASONS.search(above), text[slice(*sentence)]
            if of_reasons and _POINTS_BELOW.fullmatch(above):
                continue
            label = _LABEL.match(text, *sentence)
            begins = label.end() if label is not None else sentence.start
            for start, words in _deciding(text[begins : sentence.end].replace("\n", " ")):
                yield from _said(words, begins + start, sentence)


def _deciding(words: str) -> list[tuple[int, str]]:
    """The words of a sentence that may decide something, with where they begin in it.

    Of a sentence that decides nothing it is the first of its parts that may, where it goes on to something else; of one
    of what befalls people and things, none.
    """
    if OF_OTHERS.search(words):
        return []
    if not says_nothing(words) or COST_NOT_HELD.search(words) or _CONFIRM_REST.match(words):
        return [(0, words)]
    cuts = [0, *(cut.end() for cut in _TURN.finditer(words)), len(words)]
    parts = ((start, words[start:end]) for start, end in itertools.pairwise(cuts))
    return [(start, part) for start, part in parts if len(cuts) > 2 and not says_nothing(part)][:1]


def _said(words: str, begins: int, sentence: Span) -> Iterator[Signal]:
    """What the words of a sentence say. begins: where they begin in the text."""
    if another := ANSWERS_ANOTHER.search(words):
        start, end = words_of(another)
        aside = Span(begins + start, begins + end)
        yield Signal("disclosed", ANSWERS_ANOTHER.id, aside, aside)
    if freely := FREELY.search(words):
        start, end = words_of(freely)
        yield Signal("disclosed", FREELY.id, Span(begins + start, begins + end), sentence)
        return
    for one, kind in ORDER:
        found = one.search(words)
        if found is None or _is_aside(words, kind, found.start()):
            continue
        if kind == "withheld" and _gives_beside(words, found.start()):
            yield Signal("part", GIVEN_BUT.id, Span(begins, begins + len(words)), sentence)
        else:
            start, end = words_of(found)
            yield Signal(kind, one.id, Span(begins + start, begins + end), sentence)
        return


def _is_aside(words: str, kind: Kind, start: int) -> bool:
    """Whether words of some kind that begin there do not say what the sentence says."""
    if kind == "not-held":
        return any(one.search(words) for one in (OTHER_FORMAT, OR_NOT)) or CONDITION.search(words, 0, start) is not None
    if kind == "accessible" and OFFERED.match(words):
        return True
    if kind == "part" and NO_PART.search(words):
        return True
    if kind == "withheld" and NOW_GIVEN.search(words):
        return True
    if kind in KEEPING and not OF_MATTER.search(words):
        return True
    because = kind == "withheld" and BECAUSE.search(words) is not None
    return because and any(one.search(words) for one in (ACCESSIBLE, FUTURE))


def _by_question(text: str, sentence: Span) -> Iterator[Span]:
    """The halves of a sentence of which each says something of another question, else itself."""
    cut = _NEXT_QUESTION.search(text, *sentence)
    if cut is not None:
        halves = (Span(sentence.start, cut.start()), Span(cut.end(), sentence.end))
        first, second = (frozenset(numbers.referred(text, *half)) for half in halves)
        said = [any(one.search(text[slice(*half)]) for one, _ in ORDER) for half in halves]
        if first and second and not first & second and all(said):
            yield from halves
            return
    yield sentence


def _gives_beside(words: str, kept: int) -> bool:
    """Whether words on the other side of a but from those that keep something back say that something is given."""
    before = list(_BUT.finditer(words, 0, kept))
    if before and GIVEN_BUT.search(words[: before[-1].start()]) is not None:
        return True
    after = _HOWEVER.search(words, kept)
    return after is not None and GIVEN_BUT.search(words[after.end() :]) is not None


def _clauses(text: str, sentence: Span) -> Iterator[Span]:
    """The decisions of a sentence that lists several (``I have decided to: exempt …; disclose …``), else itself."""
    opening = _DECIDED_TO.search(text, *sentence)
    if opening is None and (cut := _OR_CONFIRM.search(text, *sentence)) is not None:
        yield from (Span(sentence.start, cut.start()), Span(cut.end(), sentence.end))
        return
    if opening is None:
        yield from _by_question(text, sentence)
        return
    cuts = [cut.end() for cut in _DECISION.finditer(text, opening.end(), sentence.end)]
    bounds = [sentence.start, *cuts[1:], sentence.end]
    yield from (Span(start, end) for start, end in itertools.pairwise(bounds))
