"""What a heading changes: who speaks below it, and on which question."""

from __future__ import annotations

from dataclasses import replace

from . import headings, numbers, turns
from .beginnings import compiled
from .headings import Head
from .layout import Line
from .model import Heading, Span
from .numbered import numbered
from .parts import Zone
from .reading import LONGEST_LABEL, Reading
from .sentences import trimmed

_ANSWER_FIGURE = compiled(r"Answer\s(?=\d[\d,.]{0,12}\s[A-Za-z])")
"""``Answer 53 offenders`` answers with a figure, where no question has that number."""
_IN_BRACKETS = compiled(r"\([^()\n]{3,120}\)")
"""What some questions are about, in brackets behind their numbers over the answer."""
_SHORT_ANSWER = compiled(r"[AR][.\s]{0,2}\d")


def headed(reading: Reading, line: Line, head: Head) -> Zone | None:
    """What a heading changes; None where it is none after all."""
    if head.kind == "response" and _SHORT_ANSWER.match(line.text) and not set(head.numbers) <= reading.so_far.known:
        return None
    if head.kind == "request":
        named = numbers.parse(line.text)
        below = reading.below()
        told = reading.zone == "response" or (below is not None and below.marker is None and turns.tells(below.text))
        if named and set(named) <= reading.so_far.known and told:
            reading.answering = True
            reading.answer(line, Head("numbered", named, None, head.rule))
            return "heading"
    if head.kind in {"numbered", "label"}:
        titled = head.rest is not None and _IN_BRACKETS.fullmatch(reading.text, head.rest, line.span.end) is not None
        return numbered(reading, line, replace(head, rest=None) if titled else head)
    figure = _ANSWER_FIGURE.match(line.text) if head.kind == "response" and head.rest else None
    if figure is not None and reading.so_far.known and not set(head.numbers) & reading.so_far.known:
        head = Head("response", (), line.span.start + figure.end(), head.rule)
    span = line.span if head.rest is None else Span(line.span.start, trimmed(reading.text, line.span.start, head.rest))
    if head.kind == "request":
        reading.close()
        reading.zone = "request"
        reading.numbering.parent = "" if reading.numbering.parent == "clarification" else reading.numbering.parent
    elif head.kind == "clarification":
        reading.zone = "request" if reading.zone != "response" else "response"
        reading.numbering.parent = "clarification" if len(line.text) <= LONGEST_LABEL else reading.numbering.parent
    elif head.kind == "response":
        _responds(reading, line, head, span)
        return "response" if head.rest else "heading"
    elif head.kind in {"reasons", "searches"}:
        _explains(reading, line, head)
    else:
        if reading.zone not in {"response", "closing"}:
            reading.begin((), None)
        reading.extend(line)
    reading.heads.append(Heading(kind=head.kind, rule=head.rule, span=span))
    return "heading"


def _responds(reading: Reading, line: Line, head: Head, span: Span) -> None:
    """The heading of an answer."""
    reading.listing = False
    answers = _answers(reading, line, head)
    if head.rest is None and _titles(reading, head):
        reading.zone = "preface"
        return
    reading.answering, reading.explaining = True, False
    reading.heads.append(Heading(kind="response", rule=head.rule, span=span))
    if not reading.request and not reading.responses and headings.CARD_DECISION.match(line.text):
        reading.begin((), span)
        reading.extend(replace(line, span=Span(span.end if head.rest is None else head.rest, line.span.end)))
        reading.close()
        reading.zone, reading.answering = "preface", False
        return
    reading.begin(answers, span)
    if reading.current is not None:
        reading.current.implied = not head.numbers
    if head.rest is not None:
        _goes_on(reading, line, head, head.rest)


def _answers(reading: Reading, line: Line, head: Head) -> tuple[str, ...]:
    """The questions below whose heading an answer stands: said, or told by how question and answer alternate."""
    found, pending = head.numbers or reading.restated(), reading.so_far.pending
    if found:
        reading.interleaved = reading.interleaved or (len(found) == 1 and list(found) == pending[-1:])
        return found
    if reading.each and len(pending) == 1:
        reading.interleaved = True
        return (pending[0],)
    if reading.interleaved and not pending and reading.current is not None and reading.current.answers:
        return reading.current.answers
    if reading.interleaved and len(pending) == 1:
        return (pending[0],)
    if line.text.lower().startswith("answer"):
        reading.interleaved = reading.interleaved or len(pending) == 1
        return tuple(dict.fromkeys(pending))
    return ()


def _goes_on(reading: Reading, line: Line, head: Head, rest: int) -> None:
    """The words of the answer that follow its heading on the same line."""
    behind = replace(line, span=Span(rest, line.span.end), text=reading.text[rest : line.span.end], body=rest)
    of_several = bool(head.numbers) or line.text.lower().startswith("the ")
    first = None if of_several else headings.label(behind)
    if first is not None and first.rest is not None and set(first.numbers) <= reading.so_far.known:
        reading.answer(behind, first)
    else:
        reading.extend(behind)


def _titles(reading: Reading, head: Head) -> bool:
    """Whether a heading is the title of the page: above all else, and the card of the letter is right below."""
    below = reading.below()
    first = not (head.numbers or reading.request or reading.responses or reading.so_far.known)
    return first and below is not None and headings.CARD.match(below.text) is not None


def _explains(reading: Reading, line: Line, head: Head) -> None:
    """The heading of reasons, of searches, of advice or of the law."""
    words = line.text.lower()
    if words.startswith("the legislation"):
        reading.extend(line)
    elif words.startswith(("advice", "attachments")):
        reading.begin((), None, "advice")
    elif head.kind == "reasons" or reading.zone != "response":
        reading.explaining = head.kind == "reasons"
        reading.begin((), None, "reasons" if head.kind == "reasons" else "answer")
