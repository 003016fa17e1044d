"""Which lines the requester wrote, which the authority, and which answer which question.

One pass over the lines, with one state: who speaks. Headings decide where there are any; where none are left, the
voice of a sentence does (``voices.py``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from . import headings, items, labels, numbers, turns, voices
from .asked import ENOUGH, Asked
from .beginnings import compiled
from .headings import Head
from .interleaving import (
    Pair,
    alternates,
    answers_apart,
    asks_nothing,
    ends_asking,
    figures_of_years,
    headed_each,
    lettered,
    numbers_alone,
    paired,
    states,
    told_under_bullets,
)
from .layout import Line, Marker, furniture, lines
from .model import Heading, Span
from .numbering import Numbering
from .parts import PartKind, QuestionPart, ResponsePart, Segments, Zone, counted, labelled, led, settled
from .places import Places

LONGEST_LABEL = 40
"""Characters of a heading of clarification; a longer line is the clarification itself, and the list goes on."""
CARD_LINES = 40
"""Lines at the head of a page among which its card stands."""
SHORT_ANSWER = 60
"""Characters of a line right below a question mark that asks nothing: its answer in a word or two."""
ENOUGH_ITEMS = 3
"""Items of a list above one whose number is lost, at least."""
LAST_FIRST = 20
"""Of a list of answers whose questions are not in sight, the highest number that it may begin with: paragraphs of
guidance that is quoted have higher ones."""
_ANSWER_FIGURE = compiled(r"Answer\s(?=\d[\d,.]{0,12}\s[A-Za-z])")
"""``Answer 53 offenders`` answers with a figure, where no question has that number."""
_ASKS_FOR = compiled(
    r"please (?:give|provide|send|supply|state|list|disclose) (?:me |us )?(?:with )?(?:the|a|all|any)\b", re.I
)
"""Somebody asks, below words of the authority that lead up to its answer, where nothing was asked yet."""
_MARKED = compiled(r":|\d\s?[-–]\s")
"""What parts the number of a question from the words that follow."""
_EXCHANGE = compiled(r"request and answer\s?:?", re.IGNORECASE)
"""The label above a whole exchange on a page of a disclosure log."""
_SHORT_ANSWER = compiled(r"[AR][.\s]{0,2}\d")
_CONDITION = compiled(r"\b(?:if|unless|where)\s?[:;]$", re.IGNORECASE)
"""How a line of an Act ends above its paragraphs."""
_LATER_LETTER = compiled(r"(?:[b-hj-z]|i[iv]|vi{0,3}|iii)[.)]\s", re.IGNORECASE)
"""The label of a second or later item within an item: a list that begins again begins with the first."""
_BARE_NUMBER = compiled(
    r"(\d{1,2}[a-z]?)\s{1,3}(?=[A-Z][a-z]|[AI]\s[a-z])"
    r"(?!Attachment|Atodiad|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s(?:19|20)\d\d)"
)


def segment(text: str) -> Segments:
    """Part a letter."""
    found, behind = answers_apart(text, lines(text))
    return _Segmenter(text, found, behind | told_under_bullets(found)).run()


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
    behind: frozenset[int] = frozenset()
    zone: Zone = "preface"
    zones: list[Zone] = field(default_factory=list)
    heads: list[Heading] = field(default_factory=list)
    responses: list[ResponsePart] = field(default_factory=list)
    so_far: Asked = field(default_factory=Asked)
    numbering: Numbering = field(init=False)
    current: _Open | None = None
    request: list[Span] = field(default_factory=list)
    answering: bool = False
    interleaved: bool = False
    lettered: bool = False
    tight: bool = False
    each: bool = False
    carded: bool = False
    inside: bool = False
    explaining: bool = False
    together: bool = False
    bare_list: bool = False
    implied: set[int] = field(default_factory=set)
    pairs: dict[int, Pair] = field(default_factory=dict)
    alone: dict[int, str] = field(default_factory=dict)
    reply: tuple[Pair, str] | None = None
    awaiting: bool = False
    acknowledged: bool = False
    until: int = 0
    unmarked: str = ""

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.text, self.so_far)

    def run(self) -> Segments:
        self.lettered = lettered(self.lines)
        self.tight = alternates(self.lines, gaps=False)
        self.each = headed_each(self.lines)
        self.carded = any(items.OF_CARD.fullmatch(one.words.strip()) for one in self.lines[:CARD_LINES])
        self.pairs, self.alone = paired(self.lines), numbers_alone(self.lines)
        self.interleaved = self.lettered or self.tight or alternates(self.lines)
        spans = furniture(self.lines)
        of_site = Places((span, True) for span in spans)
        for line in self.lines:
            self.zones.append("furniture" if of_site.at(line.span.start) else self.step(line))
            self.unmarked = line.text[-LONGEST_LABEL:] if line.marker is None else self.unmarked
        self.close()
        asked = self.request[: self.until] if self.until else self.request
        request = Span(asked[0].start, max(span.end for span in asked)) if asked else None
        questions = settled(self.so_far.found)
        self.responses = led(self.responses, frozenset(self.implied))
        return Segments(
            self.text, self.lines, tuple(self.zones), spans, tuple(self.heads), request,
            questions, labelled(counted(self.responses, questions)),
        )  # fmt: skip

    # one line

    def step(self, line: Line) -> Zone:  # noqa: PLR0911, PLR0912 (one return a reading of the line)
        if line.quoted:
            return self.asked(line)
        if (zone := self._paired(line)) is not None:
            return zone
        if self.together and self._asks_next(line) and line.marker is not None:
            return self.question(line, line.marker.label, line.body)
        if self.lettered and line.text.startswith("Q:"):
            return self.question(line, str(self.so_far.following), line.body)
        if self.lettered and line.marker is not None and line.marker.label in "aA" and self.so_far.known:
            self.begin(self._restated() or tuple(self.so_far.pending[-1:]), None)
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
        if self.zone == "response" and (label := self._label(line)) is not None:
            self._answer(line, label)
            return "response" if label.rest else "heading"
        if self.zone == "response" and (again := labels.again(line, self.so_far)) is not None:
            self._answer(line, again)
            return "response"
        if self.zone == "response" and self._asks_by_letter(line) and line.marker is not None:
            self.inside = True
            return self.question(line, line.marker.label, line.body)
        if self.zone in {"response", "closing"}:
            return self.answered(line)
        return self.unheaded(line)

    def _paired(self, line: Line) -> Zone | None:
        """A line of a list whose items are each followed by an answer: such an item, or where its answer begins."""
        here = len(self.zones)
        pair = self.pairs.get(here)
        if pair is not None and (number := self.numbering.of_pair(pair)) is not None:
            self.reply = pair, number
            return self.question(line, number, pair.body)
        if line.marker is not None and line.marker.kind == "bullet" and here + 1 in self.behind:
            self.close()
            self.zone, self.inside = "request", True
            return self.asked(line)
        if (label := self.alone.get(here)) is not None and self.zone in {"request", "response"}:
            return self._numbered_alone(line, label)
        if here in self.behind and self.so_far.found and self.so_far.found[-1].number is None:
            self.begin((), self.so_far.found[-1].span)
            self.extend(line)
            return "response"
        return self._replied(line, *self.reply) if self.reply is not None and self.reply[0].answer == here else None

    def _numbered_alone(self, line: Line, label: str) -> Zone | None:
        """A number on a line of its own: that of a question not yet asked, or in the answer of one that was."""
        if self.zone == "request" and label not in self.so_far.known:
            return self.question(line, label, None)
        if label not in self.so_far.known:
            return None
        self._answer(line, Head("label", (label,), None, headings.LABEL.id))
        return "heading"

    def _replied(self, line: Line, pair: Pair, number: str) -> Zone:
        """The first line of the answer to a question right above it: a heading, words, or both."""
        heading = Span(line.span.start, _trimmed(self.text, line.span.start, pair.words))
        headed = heading.end > heading.start
        self.answering = True
        self.begin((number,), heading if headed else None)
        if headed and self.current is not None:
            self.current.implied = True
            self.heads.append(Heading(kind="response", rule=headings.RESPONSE.id, span=heading))
        if pair.words >= line.span.end:
            return "heading"
        self.extend(replace(line, span=Span(pair.words, line.span.end)))
        return "response"

    def _asks_by_letter(self, line: Line) -> bool:
        """Whether a line in the answer is the next of a list of questions with letters."""
        if line.marker is None or line.marker.kind != "letter" or not ends_asking(line.text):
            return False
        label = line.marker.label
        return label not in self.so_far.known and (label in "aA" or chr(ord(label) - 1) in self.so_far.known)

    def _asked_next(self, head: Head) -> bool:
        """Whether a heading is of the next question, where each of those so far has its answer under a heading."""
        answered = self.current is not None and self.current.answers and self.current.heading is not None
        return bool(answered and self.so_far.known) and head.numbers[0] == str(self.so_far.following)

    def _asks_next(self, line: Line) -> bool:
        """Whether a line among answers is the next of the questions that stand between them."""
        if self.zone != "response" or line.marker is None or line.marker.label != str(self.so_far.following):
            return False
        asks = any(one.search(line.words) for one in (voices.REQUESTER, voices.ASKS))
        return bool(self.so_far.known) and (ends_asking(line.text) or asks)

    def _own_label(self, line: Line) -> bool:
        """Whether a line begins with the number of a question, behind a Q or in brackets, and not with an Act."""
        of_question = line.marker is not None and line.marker.kind == "question"
        label = headings.label(line) if of_question or line.text.startswith("(") else None
        if label is None or label.rest is None or not set(label.numbers) <= self.so_far.known:
            return False
        return of_question or not voices.quotes_law(self.text[label.rest : line.span.end])

    def headed(self, line: Line, head: Head) -> Zone | None:
        """What a heading changes; None where it is none after all."""
        if head.kind == "response" and _SHORT_ANSWER.match(line.text) and not set(head.numbers) <= self.so_far.known:
            return None
        if head.kind == "request" and self.zone == "response":
            named = numbers.parse(line.text)
            if named and set(named) <= self.so_far.known:
                self._answer(line, Head("numbered", named, None, head.rule))
                return "heading"
        if head.kind in {"numbered", "label"}:
            return self.numbered(line, head)
        figure = _ANSWER_FIGURE.match(line.text) if head.kind == "response" and head.rest else None
        if figure is not None and self.so_far.known and not set(head.numbers) & self.so_far.known:
            head = Head("response", (), line.span.start + figure.end(), head.rule)
        span = (
            line.span if head.rest is None else Span(line.span.start, _trimmed(self.text, line.span.start, head.rest))
        )
        if head.kind == "request":
            self.close()
            self.zone = "request"
            self.numbering.parent = "" if self.numbering.parent == "clarification" else self.numbering.parent
        elif head.kind == "clarification":
            self.zone = "request" if self.zone != "response" else "response"
            self.numbering.parent = "clarification" if len(line.text) <= LONGEST_LABEL else self.numbering.parent
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
        numbers = head.numbers or self._restated()
        if not numbers and self.each and len(self.so_far.pending) == 1:
            numbers, self.interleaved = (self.so_far.pending[0],), True
        elif (
            not numbers
            and self.interleaved
            and not self.so_far.pending
            and self.current is not None
            and self.current.answers
        ):
            numbers = self.current.answers
        elif not numbers and self.interleaved and len(self.so_far.pending) == 1:
            numbers = (self.so_far.pending[0],)
        elif not numbers and line.text.lower().startswith("answer"):
            numbers = tuple(dict.fromkeys(self.so_far.pending))
            self.interleaved = self.interleaved or len(self.so_far.pending) == 1
        elif len(numbers) == 1 and list(numbers) == self.so_far.pending[-1:]:
            self.interleaved = True
        if head.rest is None and self._titles(head):
            self.zone = "preface"
            return
        self.answering, self.explaining = True, False
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
            rest = Span(head.rest, line.span.end)
            behind = replace(line, span=rest, text=self.text[slice(*rest)], body=rest.start)
            of_several = bool(head.numbers) or line.text.lower().startswith("the ")
            first = None if of_several else headings.label(behind)
            if first is not None and first.rest is not None and set(first.numbers) <= self.so_far.known:
                self._answer(behind, first)
            else:
                self.extend(behind)

    def _restated(self) -> tuple[str, ...]:
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

    def _titles(self, head: Head) -> bool:
        """Whether a heading is the title of the page: above all else, and the card of the letter is right below."""
        below = self.lines[len(self.zones) + 1 : len(self.zones) + 2]
        first = not (head.numbers or self.request or self.responses or self.so_far.known)
        return first and bool(below) and headings.CARD.match(below[0].text) is not None

    def explains(self, line: Line, head: Head) -> None:
        words = line.text.lower()
        if words.startswith("the legislation"):
            self.extend(line)
        elif words.startswith(("advice", "attachments")):
            self.begin((), None, "advice")
        elif head.kind == "reasons" or self.zone != "response":
            self.explaining = head.kind == "reasons"
            self.begin((), None, "reasons" if head.kind == "reasons" else "answer")

    def numbered(self, line: Line, head: Head) -> Zone | None:  # noqa: PLR0911 (one return a reading of the line)
        """A line that begins with numbers: a question, or the answer to one."""
        words = line.text.lower()
        known = self.so_far.known
        head = self._by_words(line, labels.part(line, self.so_far) or head) if self.zone == "response" else head
        if len(head.numbers) > 1 and head.numbers[0] in known and not set(head.numbers) <= known:
            head = headings.alone(line, head)
        fresh = len(head.numbers) == 1 and head.numbers[0] not in known
        if self._begins_again(head) or self._answered_by_label(line, head):
            self.answering = True
            self._answer(line, head)
            return "heading" if head.rest is None else "response"
        if head.kind == "numbered" and len(head.numbers) == 1 and not self._answers_already(head):
            of_turn = self.numbering.parent != "clarification" or head.numbers[0] == str(self.so_far.following)
            if (
                fresh
                and of_turn
                and (words.startswith("request") or self._listed(words, head) or self._asked_next(head))
            ):
                return self.question(line, head.numbers[0], head.rest)
            asked_back = self.numbering.parent == "clarification" and self.zone == "request" and not known
            if words.startswith("question") and not asked_back and not (self.answering and self.zone == "response"):
                if fresh and self._answer_below(head):
                    self.answering = True
                    self._answer(line, head)
                    return "heading"
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
        if (
            known
            and not lost
            and not (set(head.numbers) & known or self._parents(head) & known or self._of_first(head))
        ):
            return None
        if self._of_no_list(head) or (head.kind == "numbered" and words.startswith("part") and head.rest is not None):
            return None
        self._answer(line, head)
        return "response" if head.rest else "heading"

    def _by_words(self, line: Line, head: Head) -> Head:
        """The same heading with the number of the question whose words follow it, where it is printed with another."""
        restated = None if head.rest is None else self.so_far.of_words(self.text[head.rest : line.span.end])
        return head if restated is None or restated in head.numbers else replace(head, numbers=(restated,))

    def _of_first(self, head: Head) -> bool:
        """Whether a 1 is of the first question, whose number is lost: the next has 2."""
        found = self.so_far.found
        return head.numbers == ("1",) and self.so_far.order[:1] == ["2"] and found[0].number is None

    def _answered_by_label(self, line: Line, head: Head) -> bool:
        """Whether the words behind the number of a question that was asked are the authority's: before any heading."""
        if self.zone != "request" or head.rest is None or self.numbering.parent == "clarification":
            return False
        if head.kind != "numbered" or not set(head.numbers) <= self.so_far.known:
            return False
        words = self.text[head.rest : line.span.end]
        return voices.answers(words) and not ends_asking(words)

    def _answer_below(self, head: Head) -> bool:
        """Whether a number alone, of a list of questions that is lost, heads an answer: the next line gives it."""
        below = self.lines[len(self.zones) + 1] if len(self.zones) + 1 < len(self.lines) else None
        return head.rest is None and below is not None and not self.so_far.known and voices.answers(below.text)

    def _numbered_before(self, line: Line, head: Head) -> Zone | None:
        """A line with numbers before any answer: the first answer, where it says so or names several questions."""
        replies = line.text.lower().startswith(("in answer to", "in response to", "in reply to"))
        about = line.text.lower().startswith(("with regard", "regarding", "in relation", "in respect", "for "))
        if about and head.rest is not None:
            replies = voices.answers(self.text[head.rest : line.span.end])
        several = head.rest is None and len(head.numbers) > 1 and self.numbering.parent != ""
        if not (several or (replies and set(head.numbers) <= self.so_far.known)):
            return None
        of_parts = all(number[-1].isalpha() for number in head.numbers)
        if several and of_parts and not self.so_far.known and not self._answer_below(head):
            self.heads.append(Heading(kind="request", rule=head.rule, span=line.span))
            return "heading"
        self._answer(line, head)
        return "response" if replies else "heading"

    def _begins_again(self, head: Head) -> bool:
        """Whether a line is the number of the first question and nothing else, below all of them: answers begin."""
        first = self.so_far.order[:1] == list(head.numbers) and len(self.so_far.order) > 1
        return self.zone == "request" and head.rest is None and first and self.numbering.parent != "clarification"

    def _listed(self, words: str, head: Head) -> bool:
        """Whether a line that begins with ``Point 1:`` or the like is one of the questions."""
        asking = self.zone == "request" and self.numbering.parent != "clarification" and head.rest is not None
        return asking and words.startswith(("point", "part", "item"))

    def _of_no_list(self, head: Head) -> bool:
        """Whether a number is no answer's where no question is in sight: one too high for the first, one of reasons."""
        first = head.numbers[0]
        alone = head.kind == "label" and not self.so_far.known and first.isdigit()
        return alone and (self.explaining or int(first) > LAST_FIRST)

    def _asks(self, current: _Open, line: Line) -> bool:
        """A question under its number alone, in a letter that tells question and answer line about."""
        heading, number = current.heading, current.answers[0] if len(current.answers) == 1 else None
        if current.start is not None or heading is None or number is None or number in self.so_far.known:
            return False
        if not voices.REQUESTER.search(line.text):
            return False
        self.current, self.zone, self.interleaved, self.numbering.parent = None, "request", True, number
        self.request.append(line.span)
        self.so_far.add(self.text, number, Span(heading.start, line.span.end), line.span.start)
        return True

    def _label(self, line: Line) -> Head | None:
        """The question that a line of the answer begins with the label of."""
        current = self.current
        answers, started = ((), False) if current is None else (current.answers, current.start is not None)
        return labels.known(line, self.so_far, answers, started)

    @property
    def due(self) -> str | None:
        """The number of the first question, or of the one after the last that was answered."""
        last = next((part.answers[-1:] for part in reversed(self.responses) if part.answers), ())
        return self.so_far.after(last)

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

    def answered(self, line: Line) -> Zone:
        current = self.current
        nothing_yet = current is not None and current.start is None and not self.responses and not self.heads
        if nothing_yet and not self.so_far.known and voices.REQUEST_FOLLOWS.search(line.text):
            self.current, self.zone = None, "request"
            return "preface"
        if current is not None and self._asks(current, line):
            return "request"
        if not (self.request or self.so_far.known) and voices.REPEATS.search(line.text):
            self.close()
            self.zone = "request"
            return "preface"
        if self._asked_again(line):
            self.close()
            self.zone = "request"
            return self.asked(line)
        if current is not None and current.answers and voices.FURTHER.search(line.text):
            self.begin((), None)
        if self.zone == "closing":
            if voices.REQUEST_FOLLOWS.search(line.text) or not voices.answers(line.text):
                return "closing"
            self.begin((), None)
        self.extend(line)
        return "response"

    def _asked_again(self, line: Line) -> bool:
        """Whether the requester's words go on, or begin, below words of the authority."""
        requester = voices.REQUESTER.search(line.text) is not None
        if self.together and not self.so_far.known:
            return turns.asks(line.text)
        if (self.together or self.inside or self.interleaved) and line.text.startswith("("):
            return requester
        if self.request or not requester:
            return False
        return line.text.endswith(":") or (_ASKS_FOR.match(line.text) is not None and not self.answering)

    def unheaded(self, line: Line) -> Zone:  # noqa: PLR0911 (one return a voice)
        """A line before any answer: of the requester, or by its voice of the authority."""
        if self.awaiting:
            return self.asked(line)
        below = line.after_gap or self.tight or self._below_asking(line)
        below = below and not (turns.asks(line.text) or voices.quotes_law(line.text))
        if (self.interleaved or self.inside) and len(self.so_far.pending) == 1 and below and line.marker is None:
            self.begin((self.so_far.pending[0],), None)
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
        if self.together and self._tells(line):
            self.inside = True
            self.begin(tuple(self.so_far.pending[-1:]), self.request[-1])
            self.extend(line)
            return "response"
        if self._answers(line) and not voices.announces(line.text):
            only = len(self.so_far.pending) == 1 or self.so_far.told & set(self.so_far.pending[:-1]) != set()
            above = tuple(self.so_far.pending[-1:]) if only or self.interleaved else ()
            self.interleaved = self.interleaved or only
            self.begin(above, None)
            self.extend(line)
            return "statute" if voices.quotes_law(line.text) else "response"
        return self._asking(line)

    def _asking(self, line: Line) -> Zone:
        """A line before any answer that is not the authority's answer: it announces the request, or is of it."""
        if voices.DIALOGUE.search(line.text):
            self.zone, self.numbering.parent = "request", "clarification"
            return "preface"
        listed_already = line.marker is not None and self.zone == "request"
        if voices.announces(line.text) and not listed_already:
            self.zone, self.numbering.parent = "request", ""
            self.together = voices.TOGETHER.search(line.text) is not None
            return "preface"
        if voices.ACKNOWLEDGES.search(line.text):
            self.zone, self.acknowledged = "preface", bool(self.so_far.found or self.request)
            self.until = self.until or len(self.request)
            return "preface"
        listed = line.marker is not None and not (self.zone == "preface" and self.acknowledged)
        listed = listed and not (self.zone == "preface" and self._of_card(line))
        if listed or voices.REQUESTER.search(line.text) or ends_asking(line.text):
            self.zone = "request"
        return self.asked(line) if self.zone == "request" else "preface"

    def _of_card(self, line: Line) -> bool:
        """Whether an item above the letter is a label or a value of its card: short words that ask nothing."""
        if headings.CARD.match(line.words):
            return True
        bullet = line.marker is not None and line.marker.kind == "bullet"
        short = len(line.words) <= LONGEST_LABEL and not (ends_asking(line.text) or voices.REQUESTER.search(line.words))
        return bullet and short and self.carded and not self.request

    def _tells(self, line: Line) -> bool:
        """Whether a line states something right below one that asks, where questions and answers stand together."""
        above = self.request[-1] if self.request else None
        if self.zone != "request" or above is None:
            return False
        words = self.text[slice(*above)]
        if not self.so_far.known and line.marker is None:
            short = ends_asking(words) and len(line.text) <= SHORT_ANSWER and turns.may_tell(line.text)
            return short or turns.gives(line.text) or (turns.asks(words) and turns.tells(line.text))
        under_a = (
            line.marker is not None and line.marker.label in "aA" and voices.AUTHORITY.search(line.words) is not None
        )
        listed = bool(self.so_far.found) and self.so_far.found[-1].span.end == above.end
        if not (under_a or listed or ends_asking(words) or voices.REQUESTER.search(words)):
            return False
        if under_a or voices.answers(line.words):
            return True
        return line.marker is None and (self._given_to_one(line, words) or (asks_nothing(line) and states(line.text)))

    def _given_to_one(self, line: Line, above: str) -> bool:
        """Whether a line right below the one question not answered yet gives an answer, or is one in a word or two."""
        if self.each or len(self.so_far.pending) != 1 or not ends_asking(above) or not turns.may_tell(line.text):
            return False
        return len(line.text) <= SHORT_ANSWER or turns.gives(line.text)

    def _answers(self, line: Line) -> bool:
        """Whether the authority begins to answer here; the next item of a list of questions needs plainer words."""
        goes_on = line.marker is not None and self.zone == "request" and line.marker.label == str(self.so_far.following)
        said = voices.AUTHORITY.search(line.text) is not None if goes_on else voices.answers(line.text)
        told = self.zone == "request" and bool(self.request) and not goes_on and voices.tells_requester(line.text)
        return said or told or self._tells_first(line)

    def _tells_first(self, line: Line) -> bool:
        """Whether a line below the label of a whole exchange, before any request, is the authority's summary of it."""
        labelled = self.zone == "preface" and _EXCHANGE.fullmatch(self._above()) is not None
        return labelled and len(line.text) > LONGEST_LABEL and not turns.asks(line.text)

    def _below_asking(self, line: Line) -> bool:
        """Whether a line that asks nothing is right below a question: one with its mark, or one among answers."""
        above = self._above()
        whole = self.inside and above.count("(") <= above.count(")")
        return (whole or ends_asking(above)) and asks_nothing(line)

    def _above(self) -> str:
        """The words of the line above this one."""
        return self.lines[len(self.zones) - 1].text if self.zones else ""

    def _figures(self) -> bool:
        """Whether figures of several years begin here, among the words of the requester."""
        here = len(self.zones)
        return self.zone == "request" and figures_of_years(self.lines[here : here + 2])

    def _below_letter(self) -> None:
        """An answer begins; a line under the letter a, right above it and of no list, is its first."""
        letter = self._under_a()
        if letter is not None and letter.number is not None:
            self.so_far.take_back(letter.number)
            self.request.pop()
        self.interleaved = True
        unnumbered = self.together and not self.so_far.known and bool(self.request)
        self.begin(tuple(self.so_far.pending[-1:]), self.request[-1] if unnumbered else None)
        if letter is not None and self.current is not None:
            self.current.start, self.current.end = letter.span.start, letter.span.end

    def _under_a(self) -> QuestionPart | None:
        """The question read last, where it is the line right above and stands under the letter a."""
        last = self.so_far.found[-1] if self.so_far.found else None
        if last is None or last.number is None or not last.number.endswith("a"):
            return None
        return last if self.request[-1:] == [last.span] else None

    def _relabelled(self, line: Line) -> Head | None:
        """The number of a question that was asked, again before any heading: its answer, if the line answers."""
        if self.numbering.parent == "clarification" or items.YEAR.fullmatch(line.words.strip()):
            return None
        label = headings.label(line) or labels.marked(line, self.so_far)
        if label is None or not set(label.numbers) <= self.so_far.known:
            return None
        right_above = list(label.numbers) == self.so_far.pending[-1:] and ends_asking(self._above())
        if len(self.so_far.known) < 2 and not (right_above and voices.answers(line.words)):
            return None
        told = right_above and self.inside and asks_nothing(line)
        plain = len(label.numbers) > 1 or told or voices.answers(line.words)
        return label if plain or self._starts_again(line, label.numbers[0]) else None

    def _starts_again(self, line: Line, number: str) -> bool:
        """Whether the list of labels begins again right below the questions, with words that are not those asked."""
        first = self.so_far.first
        if self.zone != "request" or self.acknowledged or first is None or first.number != number:
            return False
        above = self._above()
        if self.so_far.order[-1] == number or above.endswith((":", ";")):
            return False
        asked = self.text[first.words : first.span.end]
        words = line.words.strip()
        if not words or ends_asking(words) or voices.REQUESTER.search(words) or _LATER_LETTER.match(words):
            return False
        return asked[:ENOUGH].lower() != words[:ENOUGH].lower()

    # the requester

    def asked(self, line: Line) -> Zone:
        self.request.append(line.span)
        marker = line.marker
        if marker is None or marker.kind == "bullet":
            self.so_far.note(line.words)
        if marker is None and self.so_far.pending and asks_nothing(line):
            self.so_far.told.add(self.so_far.pending[-1])
        if self.awaiting and marker is not None and marker.kind in {"letter", "roman"} and self.so_far.found:
            self._of_parts(line, marker)
        elif self.awaiting:
            self.so_far.lengthen(line.span.end, line.span.start)
            self.awaiting = False
        elif marker is not None:
            return self._item(line, marker)
        elif (bare := _BARE_NUMBER.match(line.text)) and self.numbering.of_turn(bare[1]):
            self.so_far.add(
                self.text, self.numbering.of_label(bare[1], "number"), line.span, line.span.start + bare.end()
            )
        elif not (line.after_gap or line.quoted) and self._goes_on():
            self.so_far.lengthen(line.span.end)
        return "request"

    def _item(self, line: Line, marker: Marker) -> Zone:
        """An item of a list in the request: a question, unless it tells what was clarified, or heads an answer."""
        if self.numbering.parent == "clarification":
            return "request"
        if items.is_no_question(line.words.strip(), marker.kind):
            return "request"
        if self._repeats_number(line, marker) or self._under_condition(marker):
            return "request"
        alone = not line.words.strip() and marker.kind == "number"
        if alone and self._answer_heads_below():
            return "request"
        if alone and not self._of_turn_alone(marker) and not self._asks_below(marker):
            self.begin((marker.label,), line.span)
            return "heading"
        lost = self._lost_number(line, marker)
        self.so_far.add(self.text, lost or self.numbering.of_item(line, marker), line.span, line.body)
        if lost is not None:
            self.so_far.found[-1] = replace(self.so_far.found[-1], counted=True)
        self.awaiting = alone
        return "request"

    def _answer_heads_below(self) -> bool:
        """Whether the heading of the answer is right below: a number alone above it has lost its question."""
        below = self.lines[len(self.zones) + 1 : len(self.zones) + 2]
        head = headings.head(below[0], False) if below else None
        return head is not None and head.kind == "response" and not head.numbers

    def _repeats_number(self, line: Line, marker: Marker) -> bool:
        """Whether a number alone is that of the question just asked, once more, over its points."""
        below = self.lines[len(self.zones) + 1 : len(self.zones) + 2]
        points = bool(below) and below[0].marker is not None and below[0].marker.kind == "bullet"
        return points and not line.words.strip() and self.so_far.order[-1:] == [marker.label]

    def _under_condition(self, marker: Marker) -> bool:
        """Whether an item under a letter is of the words of an Act, which stand above it (``only if:``)."""
        return marker.kind == "letter" and _CONDITION.search(self.unmarked) is not None

    def _of_turn_alone(self, marker: Marker) -> bool:
        """Whether a number alone on its line is the next of a list of questions: the first right below the heading."""
        first = (
            not self.so_far.known and not self.request[:-1] and bool(self.heads) and self.heads[-1].kind == "request"
        )
        follows = bool(self.so_far.known) and self.bare_list and marker.label == str(self.so_far.following)
        self.bare_list = (first and marker.label == "1") or follows
        return self.bare_list

    def _lost_number(self, line: Line, marker: Marker) -> str | None:
        """The number of the last item of a list that is printed under one of those above: its own is lost."""
        if marker.kind != "number" or not marker.label.isdigit() or marker.label not in self.so_far.known:
            return None
        if self.so_far.begins_again(line.words, marker.label):
            return None
        last = self.so_far.order[-1:]
        if len(self.so_far.known) < ENOUGH_ITEMS or last != [str(self.so_far.last_number)] or last == [marker.label]:
            return None
        later = (line.marker.label for line in self.lines[len(self.zones) + 1 :] if line.marker is not None)
        return str(self.so_far.following) if next(later, "1") in {"1", "-"} else None

    def _asks_below(self, marker: Marker) -> bool:
        """Whether a number alone on its line is that of a new question, which stands on the lines below."""
        below = self.lines[len(self.zones) + 1] if len(self.zones) + 1 < len(self.lines) else None
        asks = below is not None and (ends_asking(below.text) or voices.REQUESTER.search(below.words) is not None)
        return asks and marker.label not in self.so_far.known

    def _goes_on(self) -> bool:
        """Whether the line above this one was the last of a question."""
        above = self.request[-2] if len(self.request) > 1 else None
        return above is not None and bool(self.so_far.found) and self.so_far.found[-1].span.end == above.end

    def _of_parts(self, line: Line, marker: Marker) -> None:
        """The first part of a question that has a number and no words of its own: the parts are what is asked."""
        whole = self.so_far.found[-1].number
        if whole is not None:
            self.so_far.take_back(whole)
        self.so_far.add(self.text, self.numbering.of_label(marker.label, marker.kind), line.span, line.body)
        self.awaiting = False

    def question(self, line: Line, number: str, rest: int | None) -> Zone:
        self.close()
        self.zone = "request"
        self.request.append(line.span)
        self.numbering.parent = number
        self.so_far.add(self.text, number, line.span, line.span.start if rest is None else rest)
        self.awaiting = rest is None
        return "request"

    # the authority

    def begin(self, answers: tuple[str, ...], heading: Span | None, kind: PartKind = "answer") -> None:
        self.close()
        self.current = _Open(answers, heading, kind)
        self.zone = "response"
        self.so_far.pending.clear()
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
            if current.implied:
                self.implied.add(span.start)
            self.responses.append(ResponsePart(current.answers, span, current.heading, current.kind))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
