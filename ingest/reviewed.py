"""The decision that a review looks at: told again in the letter, and not what the body says now."""

from __future__ import annotations

from dataclasses import replace

from . import headings, voices
from .layout import Line
from .model import Span
from .parts import Zone
from .reading import Reading


def told_again(reading: Reading, line: Line) -> Zone | None:
    """A line of the earlier decision, or the heading of it; None for any other line."""
    if reading.earlier:
        if not _decides_now(line):
            return "preface"
        reading.earlier = False
        return _now(reading, line)
    found = voices.EARLIER_DECISION.search(line.text) if reading.reviews else None
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
    if voices.REVIEW_DECIDES.search(line.text) or voices.REVIEWS_NOW.search(line.text):
        return True
    head = headings.head(line, False)
    return head is not None and head.kind in {"numbered", "response", "searches"} and head.rest is None
