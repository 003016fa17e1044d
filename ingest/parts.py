"""The parts of a letter: lines with who speaks in them, questions, answers."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
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


_PLAIN_ANSWER = re.compile(
    r"^(?:yes|no|none|nil|n/a|attached|see (?:above|answer)|not (?:held|recorded)|"
    r"(?!(?:19|20)\d\d$)£?[\d,.]{1,12}(?:\s\w{1,12}){0,3}\.?$)",
    re.IGNORECASE,
)


def ends_asking(words: str) -> bool:
    """Whether words end with a question mark, in quotation marks or not."""
    return words.rstrip('"”’ ').endswith("?")


def plain_answer(words: str) -> bool:
    """Whether words are an answer and nothing else: yes, no, a number, not held."""
    return _PLAIN_ANSWER.match(words) is not None


def alternates(found: tuple[Line, ...], *, gaps: bool = True) -> bool:
    """Whether question and answer alternate: each numbered question is followed by a paragraph without number.

    Each question ends with a question mark, or one of the paragraphs is an answer and nothing else. gaps: an empty line
    stands between them; without, one line follows each question, and several of those are answers and nothing else;
    a number alone asks nothing.
    """
    asked = [
        n for n, line in enumerate(found) if line.marker is not None and line.marker.kind in {"number", "question"}
    ]
    if len(asked) < 2:
        return False
    below = [found[n + 1] if n + 1 < len(found) else None for n in asked]
    if not all(line is not None and (line.after_gap or not gaps) and line.marker is None for line in below):
        return False
    plain = sum(1 for line in below if line is not None and plain_answer(line.text))
    if not gaps:
        return (
            all(found[n].words.strip() for n in asked)
            and plain > 1
            and all(later - earlier == 2 for earlier, later in itertools.pairwise(asked))
        )
    return plain > 0 or all(ends_asking(found[n].text) for n in asked[:-1])


def lettered(found: tuple[Line, ...]) -> bool:
    """Whether answers stand under the letter A, each below its question: no list goes on to B, nor asks under a."""
    labels = [line.marker.label if line.marker is not None and line.marker.kind == "letter" else "" for line in found]
    under = [n for n, label in enumerate(labels) if label in {"A", "a"}]
    if len(under) < 2 or {"B", "b"} & set(labels):
        return False
    if any(labels[n] == "a" and not _told_under(found, n) for n in under):
        return False
    above = [found[n - 1] for n in under if n > 0]
    return len(above) == len(under) and all(line.marker is not None or ends_asking(line.text) for line in above)


def _told_under(found: tuple[Line, ...], place: int) -> bool:
    """Whether a line under the letter a is no item of the question above it: it asks nothing, and that one is whole."""
    return not ends_asking(found[place].text) and place > 0 and found[place - 1].text.rstrip().endswith(("?", "."))


def settled(found: list[QuestionPart]) -> tuple[QuestionPart, ...]:
    """Numbered questions once each; bullets only where nothing is numbered; a list of nothing but 1s is counted."""
    numbered = [question for question in found if question.number is not None]
    if not numbered:
        return tuple(found)
    if len(numbered) > 1 and {question.number for question in numbered} == {"1"}:
        return tuple(replace(q, number=str(n), counted=True) for n, q in enumerate(numbered, 1))
    once: dict[str | None, QuestionPart] = {}
    for question in numbered:
        once.setdefault(question.number, question)
    return tuple(once.values())


def labelled(found: list[ResponsePart]) -> tuple[ResponsePart, ...]:
    """What goes before numbered answers and is itself for no number leads up to them."""
    last = max((n for n, part in enumerate(found) if part.answers), default=-1)
    return tuple(
        replace(part, kind="lead") if n < last and part.kind == "answer" and not part.answers else part
        for n, part in enumerate(found)
    )
