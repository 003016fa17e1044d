"""The parts of a letter: lines with who speaks in them, questions, answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .layout import Line
from .model import Heading, Span

Zone = Literal["furniture", "preface", "request", "response", "reasoning", "statute", "closing", "heading"]
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
    """A letter in parts. zones: of each line."""

    text: str
    lines: tuple[Line, ...]
    zones: tuple[Zone, ...]
    furniture: tuple[Span, ...]
    headings: tuple[Heading, ...]
    request: Span | None
    questions: tuple[QuestionPart, ...]
    responses: tuple[ResponsePart, ...]

    def spoken(self, *zones: Zone) -> list[Line]:
        """The lines of some zones."""
        return [line for line, zone in zip(self.lines, self.zones, strict=True) if zone in zones]
