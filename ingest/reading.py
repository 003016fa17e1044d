"""Where the one pass over a letter stands: who speaks, what was asked, and the answer that is being read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .asked import Asked
from .beginnings import compiled
from .headings import Head
from .interleaving import Pair
from .layout import Line
from .model import Heading, Span
from .numbering import Numbering
from .parts import PartKind, ResponsePart, Zone

LONGEST_LABEL = 40
"""Characters of a heading of clarification; a longer line is the clarification itself, and the list goes on."""
_MARKED = compiled(r":|\d\s?[-–]\s|\d[.)]\s")
"""What parts the number of a question from the words that follow."""


@dataclass(slots=True)
class OpenResponse:
    """A response being read."""

    answers: tuple[str, ...]
    heading: Span | None
    kind: PartKind = "answer"
    start: int | None = None
    end: int = 0
    implied: bool = False
    restated: bool = False
    directed: bool = False


@dataclass(slots=True)
class Reading:
    """The state of the pass; the line being read is the one behind those that have a zone.

    zone: of the line above; request: the lines of the request; so_far: its questions; current: the answer being read.

    What was read above: the heading of an answer (answering) or of reasons (explaining), the number of a question whose
    words are below (awaiting), that the body got the request (acknowledged), that its letter begins, to one person or
    below its card (greeted), questions among their answers (inside), that they stand together (together), a list of
    reasons with numbers of its own (listing), numbers on lines of their own (bare_list), the end of the last line
    without a marker (unmarked), the first of a pair whose answer is to come, with its number (reply).

    What the lines tell as a whole: how questions and answers alternate (interleaved, tight, lettered, each; by the
    place of a line: pairs, alone, behind; see ``interleaving.py``), that the page has a card (carded), and that its
    line breaks are lost (flat).

    Whether it is a review, and of one: where it last says what it decides now (reviewed, 0 in any other letter),
    whether the decision that it looks at is being told again (earlier), and of which questions.

    Of mails below an answer: the last name of the requester whose mail is being read (writer), or whether it is an
    older one of the body (older).

    implied: where the responses begin whose numbers their headings do not say; until: how many lines the request has,
    once it is known to have ended.
    """

    text: str
    lines: tuple[Line, ...]
    behind: frozenset[int] = frozenset()
    zone: Zone = "preface"
    zones: list[Zone] = field(default_factory=list)
    heads: list[Heading] = field(default_factory=list)
    responses: list[ResponsePart] = field(default_factory=list)
    so_far: Asked = field(default_factory=Asked)
    numbering: Numbering = field(init=False)
    current: OpenResponse | None = None
    request: list[Span] = field(default_factory=list)
    answering: bool = False
    interleaved: bool = False
    lettered: bool = False
    tight: bool = False
    each: bool = False
    carded: bool = False
    flat: bool = False
    inside: bool = False
    explaining: bool = False
    together: bool = False
    listing: bool = False
    bare_list: bool = False
    implied: set[int] = field(default_factory=set)
    pairs: dict[int, Pair] = field(default_factory=dict)
    alone: dict[int, str] = field(default_factory=dict)
    reply: tuple[Pair, str] | None = None
    awaiting: bool = False
    acknowledged: bool = False
    greeted: bool = False
    until: int = 0
    unmarked: str = ""
    review: bool = False
    reviewed: int = 0
    writer: str = ""
    older: bool = False
    earlier: bool = False
    of_review: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.text, self.so_far)

    def below(self) -> Line | None:
        """The line below this one."""
        return self.lines[len(self.zones) + 1] if len(self.zones) + 1 < len(self.lines) else None

    def begin(self, answers: tuple[str, ...], heading: Span | None, kind: PartKind = "answer") -> None:
        """The answer to some questions begins, under a heading where it has one."""
        self.close()
        self.current = OpenResponse(answers, heading, kind)
        self.zone = "response"
        self.so_far.pending.clear()
        self.awaiting = False

    def extend(self, line: Line) -> None:
        """A line belongs to the answer being read, if one is."""
        if self.current is None:
            return
        if self.current.start is None:
            self.current.start = line.span.start
        self.current.end = line.span.end

    def close(self) -> None:
        """The answer being read ends; one without words is none."""
        current, self.current = self.current, None
        if current is not None and current.start is not None:
            span = Span(current.start, current.end)
            if current.implied:
                self.implied.add(span.start)
            self.responses.append(ResponsePart(current.answers, span, current.heading, current.kind))

    def question(self, line: Line, number: str, rest: int | None) -> Zone:
        """A question with its number. rest: where its words begin; None where they are below."""
        self.close()
        self.zone = "request"
        self.request.append(line.span)
        self.numbering.parent = number
        self.so_far.add(self.text, number, line.span, line.span.start if rest is None else rest)
        self.awaiting = rest is None
        return "request"

    @property
    def due(self) -> str | None:
        """The number of the first question, or of the one after the last that was answered."""
        last = next((part.answers[-1:] for part in reversed(self.responses) if part.answers), ())
        return self.so_far.after(last)

    def above(self) -> str:
        """The words of the line above this one."""
        return self.lines[len(self.zones) - 1].text if self.zones else ""

    def restated(self) -> tuple[str, ...]:
        """The number of the question that stands right above the heading of its answer, where it was asked before."""
        current = self.current
        if current is None or len(current.answers) != 1:
            return ()
        if current.start is None:
            return current.answers if current.restated else ()
        words = self.text[current.start : current.end]
        if not (words.endswith(("?", ":")) and self.so_far.begins_again(words, current.answers[0])):
            return ()
        current.start = None
        return current.answers

    def answer(self, line: Line, head: Head) -> None:
        """The answer to the questions of a heading begins, with the words behind that heading where it has any."""
        if head.rest is None:
            self.begin(head.numbers, line.span)
            self.heads.append(Heading(kind="response", rule=head.rule, span=line.span))
            return
        marked = head.kind == "label" or _MARKED.search(self.text[line.span.start : head.rest]) is not None
        if self._counts_anew(head):
            self.extend(replace(line, span=Span(head.rest, line.span.end)))
            return
        if not head.numbers:
            kept = self.current.answers if self.current is not None and self.current.start is None else ()
            self.begin(kept, line.span)
            return
        if self.so_far.is_again(self.text[head.rest : line.span.end], head.numbers):
            current = self.current
            above = current.answers if current is not None and current.restated and current.start is None else ()
            self.begin((*above, *head.numbers), line.span)
            if self.current is not None:
                self.current.restated = True
            return
        self.begin(head.numbers, None, "reasons" if self.explaining and head.kind == "numbered" else "answer")
        self.extend(replace(line, span=Span(head.rest, line.span.end)) if marked else line)

    def _counts_anew(self, head: Head) -> bool:
        """Whether the 1 below the heading of the answer to a later question is the first of its own paragraphs."""
        current = self.current
        if head.numbers != ("1",) or current is None or not current.implied or current.start is not None:
            return False
        answered = any("1" in part.answers for part in self.responses)
        return answered and len(current.answers) == 1 and current.answers[0] in self.so_far.known - {"1"}
