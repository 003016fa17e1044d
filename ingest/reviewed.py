"""The decision that a review looks at: told again in the letter, and not what the body says now."""

from __future__ import annotations

from dataclasses import replace

from . import headings, voices
from .layout import Line
from .model import Span
from .parts import Zone
from .reading import Reading


def is_review(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether a letter is the outcome of an internal review, and does not only offer one."""
    if "review" not in text.lower():
        return False
    speaking = (line.text for line in lines if "review" in line.text.lower())
    return any(voices.IS_REVIEW.search(words) is not None for words in speaking)


def last_decided(lines: tuple[Line, ...], *, review: bool) -> int:
    """Where an internal review last begins to say what it decides now; 0 in any other letter."""
    if not review:
        return 0
    return max((line.span.start for line in lines if _says_now(line)), default=0)


def _says_now(line: Line) -> bool:
    """Whether a line is the heading of what a review decides, or says that somebody reviews."""
    return any(one.search(line.text) is not None for one in (voices.REVIEW_DECIDES, voices.REVIEWS_NOW))


def told_again(reading: Reading, line: Line) -> Zone | None:
    """A line of the earlier decision, or the heading of it; None for any other line."""
    if reading.earlier:
        if not _decides_now(line):
            return "preface"
        reading.earlier = False
        reading.so_far.pending.clear()
        return _now(reading, line)
    told = line.span.start < reading.reviewed
    found = voices.EARLIER_DECISION.search(line.text) if told else None
    if found is None:
        return None
    current, pending = reading.current, reading.so_far.pending
    headed = current.answers if current is not None and current.start is None else ()
    reading.of_review = headed or (tuple(pending) if len(pending) == 1 else ())
    reading.close()
    reading.zone, reading.earlier = "preface", True
    return "preface"


def _now(reading: Reading, line: Line) -> Zone | None:
    """The line with which the review begins to speak: under its heading, or behind it, its answer begins."""
    headed = voices.REVIEW_DECIDES.search(line.text)
    if headed is None:
        return None
    reading.answering = True
    reading.begin(reading.of_review, line.span)
    rest = headed["rest"]
    if not rest:
        return "heading"
    begins = line.span.start + headed.start("rest")
    reading.extend(replace(line, span=Span(begins, line.span.end), text=rest, body=begins))
    return "response"


def _decides_now(line: Line) -> bool:
    """Whether a line is no longer of the earlier decision: the review is headed, speaks, or goes on to a question."""
    if _says_now(line):
        return True
    head = headings.head(line, False)
    alone = head is not None and (head.rest is None or line.text.endswith("?"))
    return alone and head is not None and head.kind in {"numbered", "response", "searches"}
