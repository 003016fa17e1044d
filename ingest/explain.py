"""A letter with its facts in place: turns of one voice, lines, and pieces over which the same facts stand.

Nothing here knows about terminals or pages. Facts overlap as they like (a citation inside a position inside a
response, or two that cross); the pieces do not, so an output only has to nest or to choose among the facts of each.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from .annotations import Annotation, annotations_of
from .model import Disclosure, Span
from .parts import Segments, Zone
from .segment import segment

Voice = Literal["requester", "force", "statute", "heading", "opening", "closing", "furniture"]

VOICES: dict[Voice, str] = {
    "requester": "asks",
    "force": "answers",
    "statute": "an Act, or the notice that every refusal carries, quoted",
    "heading": "a line that names the part below it",
    "opening": "before request and answer",
    "closing": "after the answer: caveats, rights of complaint, signature",
    "furniture": "the web site's words, not the letter's",
}
"""Who speaks -> what that means."""
_OF_ZONE: dict[Zone, Voice] = {
    "furniture": "furniture", "preface": "opening", "request": "requester", "response": "force", "reasoning": "force",
    "statute": "statute", "closing": "closing", "heading": "heading",
}  # fmt: skip
LONGEST_SEEN = 60
"""Characters up to which the end of a fact is plain; the end of a longer one, or of one of several lines, is marked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters over which the same facts stand. facts: outermost first; begins and ends: those that do so here.

    ends holds only facts whose end is worth a mark, the innermost first. A piece is empty where a fact begins at the
    very end of a line.
    """

    span: Span
    facts: tuple[Annotation, ...]
    begins: tuple[Annotation, ...]
    ends: tuple[Annotation, ...]

    @property
    def fact(self) -> Annotation | None:
        """The most specific fact: the shortest, of two of one length the inner."""
        return min(self.facts, key=lambda fact: (_length(fact), -fact.number), default=None)


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One line as printed, counted from 1, without its line break."""

    number: int
    span: Span
    pieces: tuple[Piece, ...]

    @property
    def begins(self) -> tuple[Annotation, ...]:
        """The facts that begin in it."""
        return tuple(fact for piece in self.pieces for fact in piece.begins)


@dataclass(frozen=True, slots=True)
class Turn:
    """Neighbouring lines of one voice."""

    voice: Voice
    lines: tuple[LetterLine, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A letter in turns; unplaced: the facts inferred from no words."""

    letter: Disclosure
    turns: tuple[Turn, ...]
    placed: tuple[Annotation, ...]
    unplaced: tuple[Annotation, ...]

    @property
    def facts(self) -> tuple[Annotation, ...]:
        """All facts, in the order of their numbers."""
        return self.placed + self.unplaced

    def line_of(self, offset: int) -> int:
        """The number of the line that holds a character."""
        return self.letter.text.count("\n", 0, offset) + 1

    def quote(self, span: Span) -> str:
        """The words at a span on one line; of long ones the first and the last."""
        text = self.letter.text
        if span.end - span.start <= LONGEST_SEEN:
            return " ".join(text[span.start : span.end].split())
        half = LONGEST_SEEN // 2
        first, last = text[span.start : span.start + half].split(), text[span.end - half : span.end].split()
        return f"{' '.join(first[:-1] or first)} … {' '.join(last[1:] or last)}"

    def summary(self) -> Iterator[tuple[str, str]]:
        """What to know of the letter in a few lines: (name, value)."""
        if self.letter.kind_reason is not None:
            yield "no disclosure", self.letter.kind_reason
            return
        for kind in ("force", "reference", "regime", "date", "position"):
            values = dict.fromkeys(_said(fact) for fact in self.facts if fact.kind == kind)
            yield kind, "; ".join(values) or "none found"
        relied = dict.fromkeys(c.section for c in self.letter.citations if c.role == "relied-on")
        yield "relied on", ", ".join(relied) or "nothing"
        inferred = sum(fact.status == "inferred" for fact in self.facts)
        yield "facts", f"{len(self.facts)}: {len(self.facts) - inferred} explicit, {inferred} inferred"
        yield "warnings", str(len(self.letter.warnings))


def explain(letter: Disclosure) -> Explanation:
    """The explanation of a letter, or of a document that is none.

    Who speaks in which line is read again from the text: the parts of a letter follow from nothing else.
    """
    facts = annotations_of(letter)
    placed = tuple(fact for fact in facts if fact.span is not None)
    return Explanation(letter, tuple(_turns(letter.text, placed)), placed, facts[len(placed) :])


def _turns(text: str, placed: tuple[Annotation, ...]) -> Iterator[Turn]:
    lines = list(_lines(text, placed))
    voices = _voices(segment(text), lines)
    for voice, turn in groupby(zip(voices, lines, strict=True), key=lambda pair: pair[0]):
        yield Turn(voice, tuple(line for _, line in turn))


def _voices(parts: Segments, lines: list[LetterLine]) -> list[Voice]:
    """Who speaks in each printed line; a line that holds nothing goes with the one above."""
    found: list[Voice] = []
    read = deque(zip(parts.lines, parts.zones, strict=True))
    voice: Voice = _OF_ZONE[read[0][1]] if read else "opening"
    for line in lines:
        while read and read[0][0].span.end <= line.span.start:
            read.popleft()
        if read and read[0][0].span.start < line.span.end:
            voice = _OF_ZONE[read[0][1]]
        found.append(voice)
    return found


def _lines(text: str, placed: tuple[Annotation, ...]) -> Iterator[LetterLine]:
    waiting = deque(placed)
    current: list[Annotation] = []
    start = 0
    for number, words in enumerate(text.split("\n"), 1):
        span, following = Span(start, start + len(words.removesuffix("\r"))), start + len(words) + 1
        beginning = []
        while waiting and _span(waiting[0]).start < following:
            beginning.append(waiting.popleft())
        yield LetterLine(number, span, tuple(_pieces(text, span, following, current, beginning)))
        current = [fact for fact in (*current, *beginning) if _span(fact).end > following]
        start = following


def _pieces(
    text: str, line: Span, following: int, current: list[Annotation], beginning: list[Annotation]
) -> Iterator[Piece]:
    """The pieces of a line. following: where the next line starts; current: facts that began above."""
    waiting = deque(beginning)
    places = {line.start, *(min(_span(fact).start, line.end) for fact in beginning)}
    places |= {_span(fact).end for fact in (*current, *beginning) if _span(fact).end < line.end}
    cuts = sorted(places)
    for start, stop in zip(cuts, [*cuts[1:], following], strict=True):
        begins = []
        while waiting and min(_span(waiting[0]).start, line.end) == start:
            begins.append(waiting.popleft())
        current = [fact for fact in (*current, *begins) if _span(fact).end > start]
        ends = tuple(fact for fact in reversed(current) if _span(fact).end <= stop and _long(text, fact))
        yield Piece(Span(start, min(stop, line.end)), tuple(current), tuple(begins), ends)


def _span(fact: Annotation) -> Span:
    return fact.span or Span(0, 0)


def _length(fact: Annotation) -> int:
    return _span(fact).end - _span(fact).start


def _long(text: str, fact: Annotation) -> bool:
    return _length(fact) > LONGEST_SEEN or "\n" in text[slice(*_span(fact))]


def _said(fact: Annotation) -> str:
    return f"{fact.value} (inferred)" if fact.status == "inferred" else fact.value
