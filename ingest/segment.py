"""Which lines the requester wrote, which the authority, and which answer which question.

One pass over the lines, with one state: who speaks. Headings decide where there are any; where none are left, the
voice of a sentence does (``voices.py``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from . import headings, voices
from .headings import Head
from .layout import Line, furniture, lines
from .model import Heading, Span
from .parts import PartKind, QuestionPart, ResponsePart, Segments, Zone, alternates, labelled, settled
from .places import Places

LONGEST_LABEL = 40
"""Characters of a heading of clarification; a longer line is the clarification itself, and the list goes on."""
_BARE_NUMBER = re.compile(r"(\d{1,2})\s{1,3}(?=[A-Z][a-z])")


def segment(text: str) -> Segments:
    """Part a letter."""
    found = lines(text)
    return _Segmenter(text, found).run()


@dataclass(slots=True)
class _Open:
    """A response being read."""

    answers: tuple[str, ...]
    heading: Span | None
    kind: PartKind = "answer"
    start: int | None = None
    end: int = 0


@dataclass(slots=True)
class _Segmenter:
    text: str
    lines: tuple[Line, ...]
    zone: Zone = "preface"
    zones: list[Zone] = field(default_factory=list)
    heads: list[Heading] = field(default_factory=list)
    questions: list[QuestionPart] = field(default_factory=list)
    responses: list[ResponsePart] = field(default_factory=list)
    current: _Open | None = None
    pending: list[str] = field(default_factory=list)
    request: list[Span] = field(default_factory=list)
    answering: bool = False
    interleaved: bool = False
    awaiting: bool = False
    parent: str = ""
    known: set[str] = field(default_factory=set)
    last_number: int = 0

    def run(self) -> Segments:
        self.interleaved = alternates(self.lines)
        spans = furniture(self.lines)
        of_site = Places((span, True) for span in spans)
        for line in self.lines:
            self.zones.append("furniture" if of_site.at(line.span.start) else self.step(line))
        self.close()
        request = Span(self.request[0].start, max(span.end for span in self.request)) if self.request else None
        return Segments(
            self.text, self.lines, tuple(self.zones), spans, tuple(self.heads), request,
            settled(self.questions), labelled(self.responses),
        )  # fmt: skip

    # one line

    def step(self, line: Line) -> Zone:
        if line.quoted:
            return self.asked(line)
        if self.zone == "response" and voices.CLOSES.search(line.text):
            self.close()
            self.zone = "closing"
            return "closing"
        if self.zone in {"response", "closing"} and voices.STATUTE.search(line.text):
            self.extend(line)
            return "statute"
        head = headings.head(line, self.zone == "response")
        if head is not None and (zone := self.headed(line, head)) is not None:
            return zone
        if self.zone in {"response", "closing"}:
            return self.answered(line)
        return self.unheaded(line)

    def headed(self, line: Line, head: Head) -> Zone | None:
        """What a heading changes; None where it is none after all."""
        if head.kind in {"numbered", "label"}:
            return self.numbered(line, head)
        span = (
            line.span if head.rest is None else Span(line.span.start, _trimmed(self.text, line.span.start, head.rest))
        )
        if head.kind == "request":
            self.close()
            self.zone = "request"
        elif head.kind == "clarification":
            self.zone = "request" if self.zone != "response" else "response"
            self.parent = "clarification" if len(line.text) <= LONGEST_LABEL else self.parent
        elif head.kind == "response":
            self.responds(line, head, span)
            return "response" if head.rest else "heading"
        elif head.kind in {"reasons", "searches"}:
            self.explains(line, head)
        else:
            if self.zone not in {"response", "closing"}:
                self.begin((), None)
            self.extend(line)
        self.heads.append(Heading(kind=head.kind, rule=head.rule, span=span))
        return "heading"

    def responds(self, line: Line, head: Head, span: Span) -> None:
        numbers = head.numbers
        if not numbers and line.text.lower().startswith("answer"):
            numbers = tuple(dict.fromkeys(self.pending))
            self.interleaved = self.interleaved or len(self.pending) == 1
        self.answering = True
        self.begin(numbers, span)
        self.heads.append(Heading(kind="response", rule=head.rule, span=span))
        if head.rest is not None:
            self.extend(replace(line, span=Span(head.rest, line.span.end)))

    def explains(self, line: Line, head: Head) -> None:
        words = line.text.lower()
        if words.startswith("the legislation"):
            self.extend(line)
        elif words.startswith(("advice", "attachments")):
            self.begin((), None, "advice")
        elif head.kind == "reasons" or self.zone != "response":
            self.begin((), None, "reasons" if head.kind == "reasons" else "answer")

    def numbered(self, line: Line, head: Head) -> Zone | None:  # noqa: PLR0911 (one return a reading of the line)
        """A line that begins with numbers: a question, or the answer to one."""
        words = line.text.lower()
        known = self.known
        fresh = len(head.numbers) == 1 and head.numbers[0] not in known
        if head.kind == "numbered" and len(head.numbers) == 1 and not self._answers_already(head):
            if words.startswith("request") and fresh:
                return self.question(line, head.numbers[0], head.rest)
            if words.startswith("question") and not (self.answering and self.zone == "response"):
                return self.question(line, head.numbers[0], head.rest)
        if self.zone != "response":
            return None
        if fresh and (line.text.endswith("?") or self.interleaved):
            return self.question(line, head.numbers[0], head.rest)
        if head.kind == "numbered" and self._answers_already(head):
            return None
        if known and not (set(head.numbers) & known or self._parents(head) & known):
            return None
        if head.kind == "numbered" and words.startswith("part") and head.rest is not None:
            return None
        self._answer(line, head)
        return "response" if head.rest else "heading"

    def _answers_already(self, head: Head) -> bool:
        return self.current is not None and head.rest is not None and set(head.numbers) < set(self.current.answers)

    @staticmethod
    def _parents(head: Head) -> set[str]:
        return {re.sub(r"\D+$", "", number) for number in head.numbers}

    def _answer(self, line: Line, head: Head) -> None:
        if head.rest is None:
            self.begin(head.numbers, line.span)
            self.heads.append(Heading(kind="response", rule=head.rule, span=line.span))
            return
        marked = head.kind == "label" or ":" in self.text[line.span.start : head.rest]
        self.begin(head.numbers, None)
        self.extend(replace(line, span=Span(head.rest, line.span.end)) if marked else line)

    def answered(self, line: Line) -> Zone:
        if self.zone == "closing":
            if voices.REQUEST_FOLLOWS.search(line.text) or not voices.AUTHORITY.search(line.text):
                return "closing"
            self.begin((), None)
        self.extend(line)
        return "response"

    def unheaded(self, line: Line) -> Zone:  # noqa: PLR0911 (one return a voice)
        """A line before any answer: of the requester, or by its voice of the authority."""
        if self.awaiting:
            return self.asked(line)
        if self.interleaved and len(self.pending) == 1 and line.after_gap and line.marker is None:
            self.begin((self.pending[0],), None)
            self.extend(line)
            return "response"
        if voices.ANSWER_FOLLOWS.search(line.text):
            self.answering = True
            self.begin((), None)
            if voices.AUTHORITY.search(line.text):
                self.extend(line)
            return "response"
        if voices.AUTHORITY.search(line.text) and not voices.REQUEST_FOLLOWS.search(line.text):
            only = len(self.pending) == 1
            self.interleaved = self.interleaved or only
            self.begin(tuple(self.pending) if only else (), None)
            self.extend(line)
            return "response"
        if voices.REQUEST_FOLLOWS.search(line.text):
            self.zone, self.parent = "request", ""
            return "preface"
        if voices.ACKNOWLEDGES.search(line.text):
            self.zone = "preface"
            return "preface"
        if line.marker is not None or voices.REQUESTER.search(line.text) or line.text.endswith("?"):
            self.zone = "request"
        return self.asked(line) if self.zone == "request" else "preface"

    # the requester

    def asked(self, line: Line) -> Zone:
        self.request.append(line.span)
        marker = line.marker
        if self.awaiting:
            last = self.questions[-1]
            self.questions[-1] = replace(last, span=Span(last.span.start, line.span.end), words=line.span.start)
            self.awaiting = False
        elif self.parent == "clarification" and marker is not None:
            pass
        elif marker is not None and not line.words.strip() and marker.kind == "number":
            self.begin((marker.label,), line.span)
            return "heading"
        elif marker is not None:
            self.add(self._number(marker.label, marker.kind), line.span, line.body)
        elif (bare := _BARE_NUMBER.match(line.text)) and int(bare[1]) == self._following():
            self.add(self._number(bare[1], "number"), line.span, line.span.start + bare.end())
        elif self.questions and not line.after_gap and self.request[-2:-1] and not line.quoted:
            last = self.questions[-1]
            if last.span.end == self.request[-2].end:
                self.questions[-1] = replace(last, span=Span(last.span.start, line.span.end))
        return "request"

    def _following(self) -> int:
        """The number that the next question would have."""
        return self.last_number + 1

    def _number(self, label: str, kind: str) -> str | None:
        if kind == "bullet":
            return None
        if kind in {"number", "question"} or (label.isupper() and kind == "letter"):
            self.parent = label
            return label
        top = re.match(r"[\d.]+|[A-Z]", self.parent)
        if kind == "roman":
            return f"{self.parent}.{label}" if self.parent else label
        if top is None:
            return label
        self.parent = f"{top.group()}{label}"
        return self.parent

    def question(self, line: Line, number: str, rest: int | None) -> Zone:
        self.close()
        self.zone = "request"
        self.request.append(line.span)
        self.parent = number
        self.add(number, line.span, line.span.start if rest is None else rest)
        self.awaiting = rest is None
        return "request"

    def add(self, number: str | None, span: Span, words: int) -> None:
        self.questions.append(QuestionPart(number, span, words))
        if number is not None:
            self.pending.append(number)
            self.known.add(number)
            self.last_number = int(number) if number.isdigit() else self.last_number

    # the authority

    def begin(self, answers: tuple[str, ...], heading: Span | None, kind: PartKind = "answer") -> None:
        self.close()
        self.current = _Open(answers, heading, kind)
        self.zone = "response"
        self.pending.clear()
        self.awaiting = False

    def extend(self, line: Line) -> None:
        if self.current is None:
            return
        if self.current.start is None:
            self.current.start = line.span.start
        self.current.end = line.span.end

    def close(self) -> None:
        current, self.current = self.current, None
        if current is not None and current.start is not None:
            span = Span(current.start, current.end)
            self.responses.append(ResponsePart(current.answers, span, current.heading, current.kind))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
