"""The parts of a letter: lines with who speaks in them, questions, answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from .layout import Line
from .model import Heading, Span

Zone = Literal["furniture", "preface", "request", "response", "reasoning", "statute", "closing", "heading"]
LAST_FIRST = 20
"""The highest number that a list may begin with whose first items are lost: paragraphs of what is quoted have higher
ones."""
PartKind = Literal["answer", "lead", "reasons", "advice"]


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question found. number: printed, or None; counted: the number is of its place, as all are printed alike."""

    number: str | None
    span: Span
    words: int
    counted: bool = False


@dataclass(frozen=True, slots=True)
class ResponsePart:
    """A stretch in which the authority answers. kind: lead goes before numbered answers, reasons after them."""

    answers: tuple[str, ...]
    span: Span
    heading: Span | None
    kind: PartKind


@dataclass(frozen=True, slots=True)
class Segments:
    """A letter in parts. zones: of each line; review: whether it is the outcome of an internal review."""

    text: str
    lines: tuple[Line, ...]
    zones: tuple[Zone, ...]
    furniture: tuple[Span, ...]
    headings: tuple[Heading, ...]
    request: Span | None
    questions: tuple[QuestionPart, ...]
    responses: tuple[ResponsePart, ...]
    review: bool = False

    def spoken(self, *zones: Zone) -> list[Line]:
        """The lines of some zones."""
        return [line for line, zone in zip(self.lines, self.zones, strict=True) if zone in zones]


def settled(found: list[QuestionPart]) -> tuple[QuestionPart, ...]:
    """Numbered questions once each; bullets only where nothing is numbered; a list of nothing but 1s is counted."""
    numbered = [question for question in found if question.number is not None]
    if not numbered:
        return tuple(found)
    if len(numbered) > 1 and {question.number for question in numbered} == {"1"}:
        return tuple(replace(q, number=str(n), counted=True) for n, q in enumerate(numbered, 1))
    once: dict[str | None, QuestionPart] = {}
    for question in _of_the_list(numbered, bulleted=found[0].number is None):
        once.setdefault(question.number, question)
    return tuple(once.values())


def _of_the_list(numbered: list[QuestionPart], *, bulleted: bool) -> list[QuestionPart]:
    """The questions from the first on, where a higher number than a list begins with stands alone above it, or letters
    of what has a bullet do (bulleted: such stands above all).
    """
    labels = [question.number or "" for question in numbered]
    above = labels.index("1") if "1" in labels else 0
    alone = above == 1 and labels[0].isdigit() and int(labels[0]) > LAST_FIRST
    letters = bulleted and above > 1 and labels[:above] == list("abcdefgh"[:above])
    return numbered[above:] if alone or letters else numbered


def counted(found: list[ResponsePart], questions: tuple[QuestionPart, ...]) -> list[ResponsePart]:
    """Answers that are all printed under 1, as the questions are: counted too, where there are as many."""
    numbered = [part for part in found if part.answers]
    same = all(question.counted for question in questions) and all(part.answers == ("1",) for part in numbered)
    if not numbered or len(numbered) != len(questions) or not same:
        return found
    places = iter(range(1, len(numbered) + 1))
    return [replace(part, answers=(str(next(places)),)) if part.answers else part for part in found]


def led(found: list[ResponsePart], implied: frozenset[int]) -> list[ResponsePart]:
    """Answers, those for no number that are under a heading for several questions which are answered one by one below.

    implied: where the answers begin whose heading names no question.
    """
    below: set[str] = set()
    told: list[ResponsePart] = []
    for part in reversed(found):
        several = len(part.answers) > 1 and part.span.start in implied
        told.append(replace(part, answers=()) if several and below & set(part.answers) else part)
        below |= set(part.answers)
    return told[::-1]


def labelled(found: list[ResponsePart]) -> tuple[ResponsePart, ...]:
    """What goes before numbered answers and is itself for no number leads up to them."""
    last = max((n for n, part in enumerate(found) if part.answers), default=-1)
    return tuple(
        replace(part, kind="lead") if n < last and part.kind == "answer" and not part.answers else part
        for n, part in enumerate(found)
    )
