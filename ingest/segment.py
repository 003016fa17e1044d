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
from .parts import (
    PartKind,
    QuestionPart,
    ResponsePart,
    Segments,
    Zone,
    alternates,
    ends_asking,
    labelled,
    lettered,
    plain_answer,
    settled,
)  # fmt: skip
from .places import Places

ENOUGH = 24
"""Characters by which words are told to be those of a question."""
LONGEST_LABEL = 40
"""Characters of a heading of clarification; a longer line is the clarification itself, and the list goes on."""
LAST_FIRST = 20
"""Of a list of answers whose questions are not in sight, the highest number that it may begin with: paragraphs of
guidance that is quoted have higher ones."""
_AND_LETTER = re.compile(r"(?:&|and)\s?\(?([A-Za-z]{1,4})[.)]\s{1,3}")
_BARE_ANSWER = re.compile(
    r"(\d{1,2})\s{1,4}(?=[A-Z£(])(?!(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)"
)
_FIGURE_OF_YEAR = re.compile(
    r"(?:19|20)\d\d(?:/\d{2,4})?\s?[-–:=]\s{0,2}(?:£?(?!(?:19|20)\d\d\b)\d[\d,.]{0,12}|no information(?: is)? held|"
    r"not held|nil|none)(?:\s\w{1,12}){0,3}\.?$",
    re.IGNORECASE,
)
FEWEST_BEHIND = 2
_BEHIND = re.compile(r"\?[\"”]?\s{1,3}(?:[–-]\s)?(?=[A-Z£\d])(?![^\n]*\?)")
_EACH = re.compile(r"(?:our |the )?(?:response|reply|answer)\s?(?::|$)", re.IGNORECASE)
"""The heading of an answer; where there are several, each is that of the question above it."""
_SHORT_ANSWER = re.compile(r"[AR][.\s]{0,2}\d")
_LATER_LETTER = re.compile(r"(?:[b-hj-z]|i[iv]|vi{0,3}|iii)[.)]\s", re.IGNORECASE)
"""The label of a second or later item within an item: a list that begins again begins with the first."""
_BARE_NUMBER = re.compile(r"(\d{1,2})\s{1,3}(?=[A-Z][a-z])(?!Attachment)")


def segment(text: str) -> Segments:
    """Part a letter."""
    found = _answers_apart(text, lines(text))
    return _Segmenter(text, found).run()


def _answers_apart(text: str, found: tuple[Line, ...]) -> tuple[Line, ...]:
    """Each answer that stands on the line of its question, behind its question mark, as a line of its own.

    Only where several do: one sentence behind one question may be the requester's.
    """
    places = {n: place for n, line in enumerate(found) if (place := _behind(line)) is not None}
    behind = [found[n].text[place[1] :] for n, place in places.items()]
    told = any(plain_answer(rest) or voices.answers(rest) for rest in behind)
    if len(places) < FEWEST_BEHIND or not told or any(voices.REQUESTER.search(rest) for rest in behind):
        return found
    apart: list[Line] = []
    for n, line in enumerate(found):
        if n not in places:
            apart.append(line)
            continue
        first = Span(line.span.start, _trimmed(text, line.span.start, line.span.start + places[n][0]))
        second = Span(line.span.start + places[n][1], line.span.end)
        apart.append(replace(line, span=first, text=text[slice(*first)]))
        apart.append(Line(second, text[slice(*second)], None, second.start, line.quoted, after_gap=False))
    return tuple(apart)


def _behind(line: Line) -> tuple[int, int] | None:
    """Where in a line its question ends, and the words behind it begin."""
    cut = _BEHIND.search(line.text) if line.marker is not None and not line.quoted else None
    return None if cut is None else (cut.start() + 1, cut.end())


@dataclass(slots=True)
class _Open:
    """A response being read."""

    answers: tuple[str, ...]
    heading: Span | None
    kind: PartKind = "answer"
    start: int | None = None
    end: int = 0
    implied: bool = False
    restated: bool = False


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
    lettered: bool = False
    tight: bool = False
    each: bool = False
    inside: bool = False
    awaiting: bool = False
    parent: str = ""
    told: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    asked_as: dict[str, str] = field(default_factory=dict)
    number_of: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    placed: dict[str, int] = field(default_factory=dict)
    first: QuestionPart | None = None
    acknowledged: bool = False
    until: int = 0
    last_number: int = 0

    def run(self) -> Segments:
        self.lettered = lettered(self.lines)
        self.tight = alternates(self.lines, gaps=False)
        self.each = sum(1 for line in self.lines if _EACH.match(line.text)) > 1
        self.interleaved = self.lettered or self.tight or alternates(self.lines)
        spans = furniture(self.lines)
        of_site = Places((span, True) for span in spans)
        for line in self.lines:
            self.zones.append("furniture" if of_site.at(line.span.start) else self.step(line))
        self.close()
        asked = self.request[: self.until] if self.until else self.request
        request = Span(asked[0].start, max(span.end for span in asked)) if asked else None
        return Segments(
            self.text, self.lines, tuple(self.zones), spans, tuple(self.heads), request,
            settled(self.questions), labelled(self.responses),
        )  # fmt: skip

    # one line

    def step(self, line: Line) -> Zone:  # noqa: PLR0911 (one return a reading of the line)
        if line.quoted:
            return self.asked(line)
        if self.lettered and line.text.startswith("Q:"):
            return self.question(line, str(self._following()), line.body)
        if self.lettered and line.marker is not None and line.marker.label in "aA" and self.known:
            self.begin(tuple(self.pending[-1:]), None)
            self.extend(replace(line, span=Span(line.body, line.span.end)))
            return "response"
        if self.zone in {"response", "closing"} and voices.CLOSES.search(line.text):
            self.close()
            self.zone = "closing"
            return "closing"
        if self.zone in {"response", "closing"} and voices.quotes_law(line.text) and not self._own_label(line):
            self.extend(line)
            return "statute"
        head = headings.head(line, self.zone == "response")
        if head is not None and (zone := self.headed(line, head)) is not None:
            return zone
        if self.zone == "closing" and (label := headings.label(line)) is not None and label.numbers[0] == self.due:
            self._answer(line, label)
            return "response" if label.rest else "heading"
        if self.zone == "response" and (label := self._known_label(line)) is not None:
            self._answer(line, label)
            return "response" if label.rest else "heading"
        if self.zone == "response" and (again := self._asked_again(line)) is not None:
            self._answer(line, again)
            return "response"
        if self.zone == "response" and self._asks_by_letter(line) and line.marker is not None:
            self.inside = True
            return self.question(line, line.marker.label, line.body)
        if self.zone in {"response", "closing"}:
            return self.answered(line)
        return self.unheaded(line)

    def _asks_by_letter(self, line: Line) -> bool:
        """Whether a line in the answer is the next of a list of questions with letters."""
        if line.marker is None or line.marker.kind != "letter" or not ends_asking(line.text):
            return False
        label = line.marker.label
        return label not in self.known and (label in "aA" or chr(ord(label) - 1) in self.known)

    def _own_label(self, line: Line) -> bool:
        """Whether the number in brackets that a line begins with is that of a question, and no words of an Act "
        "follow."""
        label = headings.label(line) if line.text.startswith("(") else None
        if label is None or label.rest is None or not set(label.numbers) <= self.known:
            return False
        return not voices.quotes_law(self.text[label.rest : line.span.end])

    def headed(self, line: Line, head: Head) -> Zone | None:
        """What a heading changes; None where it is none after all."""
        if head.kind == "response" and _SHORT_ANSWER.match(line.text) and not set(head.numbers) <= self.known:
            return None
        if head.kind in {"numbered", "label"}:
            return self.numbered(line, head)
        span = (
            line.span if head.rest is None else Span(line.span.start, _trimmed(self.text, line.span.start, head.rest))
        )
        if head.kind == "request":
            self.close()
            self.zone = "request"
            self.parent = "" if self.parent == "clarification" else self.parent
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
        if not numbers and self.each and len(self.pending) == 1:
            numbers, self.interleaved = (self.pending[0],), True
        elif (
            not numbers and self.interleaved and not self.pending and self.current is not None and self.current.answers
        ):
            numbers = self.current.answers
        elif not numbers and line.text.lower().startswith("answer"):
            numbers = tuple(dict.fromkeys(self.pending))
            self.interleaved = self.interleaved or len(self.pending) == 1
        elif len(numbers) == 1 and list(numbers) == self.pending[-1:]:
            self.interleaved = True
        self.answering = True
        if not self.request and not self.responses and headings.CARD_DECISION.match(line.text):
            self.begin((), span)
            self.extend(replace(line, span=Span(span.end if head.rest is None else head.rest, line.span.end)))
            self.close()
            self.zone, self.answering = "preface", False
            self.heads.append(Heading(kind="response", rule=head.rule, span=span))
            return
        self.begin(numbers, span)
        if self.current is not None:
            self.current.implied = not head.numbers
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
        if len(head.numbers) > 1 and head.numbers[0] in known and not set(head.numbers) <= known:
            head = headings.alone(line, head)
        fresh = len(head.numbers) == 1 and head.numbers[0] not in known
        if self._begins_again(head):
            self.answering = True
            self._answer(line, head)
            return "heading"
        if head.kind == "numbered" and len(head.numbers) == 1 and not self._answers_already(head):
            if fresh and (words.startswith("request") or self._listed(words, head)):
                return self.question(line, head.numbers[0], head.rest)
            asked_back = self.parent == "clarification" and self.zone == "request" and not known
            if words.startswith("question") and not asked_back and not (self.answering and self.zone == "response"):
                return self.question(line, head.numbers[0], head.rest)
        if self.zone != "response":
            return self._numbered_before(line, head)
        asks = head.rest is not None and voices.REQUESTER.search(self.text[head.rest : line.span.end]) is not None
        if fresh and (ends_asking(line.text) or self.interleaved or self.inside or asks):
            self.inside = True
            return self.question(line, head.numbers[0], head.rest)
        if head.kind == "numbered" and self._answers_already(head):
            return None
        lost = head.rest is None and not any(number[0].isdigit() for number in known)
        listed = head.rest is not None and self.text[line.span.start : head.rest].rstrip().endswith(",")
        if listed and not set(head.numbers) <= known:
            return None
        if known and not lost and not (set(head.numbers) & known or self._parents(head) & known):
            return None
        if self._of_no_list(head) or (head.kind == "numbered" and words.startswith("part") and head.rest is not None):
            return None
        self._answer(line, head)
        return "response" if head.rest else "heading"

    def _numbered_before(self, line: Line, head: Head) -> Zone | None:
        """A line with numbers before any answer: the first answer, where it says so or names several questions."""
        replies = line.text.lower().startswith(("in answer to", "in response to", "in reply to"))
        several = head.rest is None and len(head.numbers) > 1 and self.parent != ""
        if not (several or (replies and set(head.numbers) <= self.known)):
            return None
        self._answer(line, head)
        return "response" if replies else "heading"

    def _begins_again(self, head: Head) -> bool:
        """Whether a line is the number of the first question and nothing else, below all of them: answers begin."""
        first = self.order[:1] == list(head.numbers) and len(self.order) > 1
        return self.zone == "request" and head.rest is None and first and self.parent != "clarification"

    def _listed(self, words: str, head: Head) -> bool:
        """Whether a line that begins with ``Point 1:`` or the like is one of the questions."""
        asking = self.zone == "request" and self.parent != "clarification" and head.rest is not None
        return asking and words.startswith(("point", "part", "item"))

    def _of_no_list(self, head: Head) -> bool:
        """Whether a number is too high for the first of a list whose questions are not in sight."""
        first = head.numbers[0]
        return head.kind == "label" and not self.known and first.isdigit() and int(first) > LAST_FIRST

    def _asks(self, current: _Open, line: Line) -> bool:
        """A question under its number alone, in a letter that tells question and answer line about."""
        heading, number = current.heading, current.answers[0] if len(current.answers) == 1 else None
        if current.start is not None or heading is None or number is None or number in self.known:
            return False
        if not voices.REQUESTER.search(line.text):
            return False
        self.current, self.zone, self.interleaved, self.parent = None, "request", True, number
        self.request.append(line.span)
        self.add(number, Span(heading.start, line.span.end), line.span.start)
        return True

    def _known_label(self, line: Line) -> Head | None:
        """A letter, a Roman numeral or a bare number that is the label of a question: its answer."""
        current = self.current.answers[-1:] if self.current is not None else ()
        if line.marker is not None and line.marker.kind in {"letter", "roman"}:
            top = re.match(r"\d*", current[0] if current else "")
            stem = top.group() if top else ""
            names = (f"{stem}{line.marker.label}", f"{stem}.{line.marker.label}", line.marker.label)
            found = next((name for name in names if name in self.known), None)
            if found is None:
                return None
            more = _AND_LETTER.match(self.text, line.body, line.span.end)
            if more is not None and more[1] in self.known:
                return Head("label", (found, more[1]), more.end(), headings.LABEL.id)
            return Head("label", (found,), line.body, headings.LABEL.id)
        bare = _BARE_ANSWER.match(line.text)
        if bare is None or bare[1] != self._due(current):
            return None
        return Head("label", (bare[1],), line.span.start + bare.end(), headings.LABEL.id)

    @property
    def due(self) -> str | None:
        """The number of the first question, or of the one after the last that was answered."""
        last = next((part.answers[-1:] for part in reversed(self.responses) if part.answers), ())
        return self._due(last)

    def _due(self, current: tuple[str, ...]) -> str | None:
        """The number of the question whose answer comes next, where answers go in the order of questions."""
        place = self.placed.get(current[0], len(self.order)) + 1 if current else 0
        return self.order[place] if place < len(self.order) else None

    def _answers_already(self, head: Head) -> bool:
        current = self.current
        if current is None or head.rest is None or current.implied:
            return False
        return set(head.numbers) < set(current.answers)

    @staticmethod
    def _parents(head: Head) -> set[str]:
        return {re.sub(r"\D+$", "", number) for number in head.numbers}

    def _answer(self, line: Line, head: Head) -> None:
        if head.rest is None:
            self.begin(head.numbers, line.span)
            self.heads.append(Heading(kind="response", rule=head.rule, span=line.span))
            return
        marked = head.kind == "label" or ":" in self.text[line.span.start : head.rest]
        if self._restated(line, head):
            current = self.current
            above = current.answers if current is not None and current.restated and current.start is None else ()
            self.begin((*above, *head.numbers), line.span)
            if self.current is not None:
                self.current.restated = True
            return
        self.begin(head.numbers, None)
        self.extend(replace(line, span=Span(head.rest, line.span.end)) if marked else line)

    def _asked_again(self, line: Line) -> Head | None:
        """A question again, word for word and without its number."""
        words = line.text.strip(' "“”').lower()
        if len(words) < ENOUGH:
            return None
        number = self.number_of.get(words)
        return None if number is None else Head("label", (number,), line.span.start, headings.LABEL.id)

    def _restated(self, line: Line, head: Head) -> bool:
        """Whether the line is a question again, word for word: its answer, or the next question, is below."""
        words = self.text[head.rest : line.span.end].strip(' "“”').lower()
        asked = self.asked_as.get(head.numbers[0]) if len(head.numbers) == 1 else None
        return asked is not None and len(words) >= ENOUGH and words == asked

    def answered(self, line: Line) -> Zone:
        current = self.current
        nothing_yet = current is not None and current.start is None and not self.responses and not self.heads
        if nothing_yet and not self.known and voices.REQUEST_FOLLOWS.search(line.text):
            self.current, self.zone = None, "request"
            return "preface"
        if current is not None and self._asks(current, line):
            return "request"
        if current is not None and current.answers and voices.FURTHER.search(line.text):
            self.begin((), None)
        if self.zone == "closing":
            if voices.REQUEST_FOLLOWS.search(line.text) or not voices.answers(line.text):
                return "closing"
            self.begin((), None)
        self.extend(line)
        return "response"

    def unheaded(self, line: Line) -> Zone:  # noqa: PLR0911 (one return a voice)
        """A line before any answer: of the requester, or by its voice of the authority."""
        if self.awaiting:
            return self.asked(line)
        below = line.after_gap or self.tight or self._below_asking(line)
        if (self.interleaved or self.inside) and len(self.pending) == 1 and below and line.marker is None:
            self.begin((self.pending[0],), None)
            self.extend(line)
            return "response"
        if voices.ANSWER_FOLLOWS.search(line.text):
            self.answering = True
            self.begin((), None)
            if voices.AUTHORITY.search(line.text):
                self.extend(line)
            return "response"
        if (label := self._relabelled(line)) is not None:
            self._answer(line, label)
            return "response" if label.rest else "heading"
        if self.zone == "request" and not self.request and voices.HOLDS_FIRST.search(line.text):
            return "preface"
        if self._figures():
            self._below_letter()
            self.extend(line)
            return "response"
        if self._answers(line) and not voices.REQUEST_FOLLOWS.search(line.text):
            only = len(self.pending) == 1 or self.told & set(self.pending[:-1]) != set()
            above = tuple(self.pending[-1:]) if only or self.interleaved else ()
            self.interleaved = self.interleaved or only
            self.begin(above, None)
            self.extend(line)
            return "statute" if voices.quotes_law(line.text) else "response"
        if voices.DIALOGUE.search(line.text):
            self.zone, self.parent = "request", "clarification"
            return "preface"
        if voices.REQUEST_FOLLOWS.search(line.text):
            self.zone, self.parent = "request", ""
            return "preface"
        if voices.ACKNOWLEDGES.search(line.text):
            self.zone, self.acknowledged = "preface", bool(self.questions or self.request)
            self.until = self.until or len(self.request)
            return "preface"
        listed = line.marker is not None and not (self.zone == "preface" and self.acknowledged)
        listed = listed and not (self.zone == "preface" and headings.CARD.match(line.words))
        if listed or voices.REQUESTER.search(line.text) or ends_asking(line.text):
            self.zone = "request"
        return self.asked(line) if self.zone == "request" else "preface"

    def _answers(self, line: Line) -> bool:
        """Whether the authority begins to answer here; the next item of a list of questions needs plainer words."""
        goes_on = line.marker is not None and self.zone == "request" and line.marker.label == str(self._following())
        return voices.AUTHORITY.search(line.text) is not None if goes_on else voices.answers(line.text)

    def _below_asking(self, line: Line) -> bool:
        """Whether a line that asks nothing is right below a question: one with its mark, or one among answers."""
        above = self.lines[len(self.zones) - 1].text if self.zones else ""
        whole = self.inside and above.count("(") <= above.count(")")
        return (whole or ends_asking(above)) and self._states(line)

    def _figures(self) -> bool:
        """Whether figures of several years, one a line, begin here: somebody who asks gives none."""
        here = len(self.zones)
        both = self.lines[here : here + 2]
        return self.zone == "request" and len(both) > 1 and all(_FIGURE_OF_YEAR.match(one.text) for one in both)

    def _below_letter(self) -> None:
        """An answer begins; a line under the letter a, right above it and of no list, is its first."""
        above = self.request[-1] if self.request else None
        letter = self.questions[-1] if self.questions else None
        own = letter is not None and above is not None and letter.span == above and letter.number is not None
        if own and letter is not None and letter.number is not None and letter.number.endswith("a"):
            self.questions.pop()
            self.request.pop()
            self._forget(letter.number)
        self.interleaved = True
        self.begin(tuple(self.pending[-1:]), None)
        if own and letter is not None and self.current is not None and self.current.start is None:
            self.current.start, self.current.end = letter.span.start, letter.span.end

    def _forget(self, number: str) -> None:
        """Take back the question that was added last."""
        self.known.discard(number)
        for numbers in (self.pending, self.order):
            if numbers[-1:] == [number]:
                numbers.pop()
        self.placed.pop(number, None)
        self.number_of.pop(self.asked_as.pop(number, ""), None)

    def _relabelled(self, line: Line) -> Head | None:
        """The number of a question that was asked, again before any heading: its answer, if the line answers."""
        if len(self.known) < 2 or self.parent == "clarification":
            return None
        label = headings.label(line) or self._marked(line)
        if label is None or not set(label.numbers) <= self.known:
            return None
        plain = len(label.numbers) > 1 or voices.answers(line.words)
        return label if plain or self._starts_again(line, label.numbers[0]) else None

    def _starts_again(self, line: Line, number: str) -> bool:
        """Whether the list of labels begins again right below the questions, with words that are not those asked."""
        first = self.first
        if self.zone != "request" or self.acknowledged or first is None or first.number != number:
            return False
        if self.order[-1] == number:
            return False
        asked = self.text[first.words : first.span.end]
        words = line.words.strip()
        if not words or ends_asking(words) or voices.REQUESTER.search(words) or _LATER_LETTER.match(words):
            return False
        return asked[:ENOUGH].lower() != words[:ENOUGH].lower()

    def _marked(self, line: Line) -> Head | None:
        """The letter or Roman numeral that a line begins with, where a question has that label."""
        if line.marker is None or line.marker.kind not in {"letter", "roman"} or line.marker.label not in self.known:
            return None
        return Head("label", (line.marker.label,), line.body, headings.LABEL.id)

    # the requester

    def asked(self, line: Line) -> Zone:
        self.request.append(line.span)
        marker = line.marker
        if marker is None and self.pending and self._states(line):
            self.told.add(self.pending[-1])
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

    @staticmethod
    def _states(line: Line) -> bool:
        """Whether a line below a question asks nothing: it may be its answer, so what comes below the next is not."""
        asks = voices.REQUESTER.search(line.text) or voices.ASKS.search(line.text)
        return line.text.endswith(".") and not line.quoted and asks is None

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
            asked = self.asked_as.setdefault(number, self.text[words : span.end].strip(' "“”').lower())
            self.number_of.setdefault(asked, number)
            if number not in self.placed:
                self.placed[number] = len(self.order)
                self.order.append(number)
            self.first = self.first or self.questions[-1]
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
