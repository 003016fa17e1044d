"""What a line without a heading is, below words of the authority: its answer goes on, or the request does."""

from __future__ import annotations

import re

from . import turns, voices
from .beginnings import compiled
from .layout import Line
from .model import Span
from .parts import Zone
from .reading import OpenResponse, Reading
from .requested import asked

_ASKS_FOR = compiled(
    r"please (?:give|provide|send|supply|state|list|disclose) (?:me |us )?(?:with )?(?:the|a|all|any)\b", re.I
)
"""Somebody asks, below words of the authority that lead up to its answer, where nothing was asked yet."""
LONGEST_TOLD = 2_000
"""Characters of an answer, from its end, that tell whether it has said something."""


def answered(reading: Reading, line: Line) -> Zone:
    """A line below words of the authority, or below the end of its letter."""
    current = reading.current
    nothing_yet = current is not None and current.start is None and not reading.responses and not reading.heads
    if nothing_yet and not reading.so_far.known and voices.REQUEST_FOLLOWS.search(line.text):
        reading.current, reading.zone = None, "request"
        return "preface"
    if current is not None and _asks(reading, current, line):
        return "request"
    if not (reading.request or reading.so_far.known) and voices.REPEATS.search(line.text):
        reading.close()
        reading.zone = "request"
        return "preface"
    if _asked_again(reading, line):
        reading.close()
        reading.zone = "request"
        return asked(reading, line)
    if current is not None and voices.FURTHER.search(line.text) and _told(reading, current):
        reading.begin((), None)
    if reading.zone == "closing":
        if voices.REQUEST_FOLLOWS.search(line.text) or not voices.answers(line.text):
            return "closing"
        reading.begin((), None)
    if line.text.endswith(":"):
        reading.listing = voices.REASONS_LISTED.search(line.text) is not None and _numbers_below(reading)
    reading.extend(line)
    return "response"


def _told(reading: Reading, current: OpenResponse) -> bool:
    """Whether the answer to numbered questions has said something, and does not just lead up to what it says."""
    if not current.answers or current.start is None:
        return False
    words = reading.text[max(current.start, current.end - LONGEST_TOLD) : current.end]
    return not (voices.quotes_law(words) or words.rstrip(" -–").endswith(":"))


def _numbers_below(reading: Reading) -> bool:
    """Whether the line below is a numbered item."""
    below = reading.below()
    return below is not None and below.marker is not None and below.marker.kind == "number"


def _asked_again(reading: Reading, line: Line) -> bool:
    """Whether the requester's words go on, or begin, below words of the authority."""
    requester = voices.REQUESTER.search(line.text) is not None
    if reading.together and not reading.so_far.known:
        return turns.asks(line.words)
    if (reading.together or reading.inside or reading.interleaved) and line.text.startswith("("):
        return requester
    if reading.request or not requester:
        return False
    return line.text.endswith((":", ";")) or (_ASKS_FOR.match(line.text) is not None and not reading.answering)


def _asks(reading: Reading, current: OpenResponse, line: Line) -> bool:
    """A question under its number alone, in a letter that tells question and answer line about."""
    heading, number = current.heading, current.answers[0] if len(current.answers) == 1 else None
    if current.start is not None or heading is None or number is None or number in reading.so_far.known:
        return False
    if not voices.REQUESTER.search(line.text):
        return False
    reading.current, reading.zone, reading.interleaved, reading.numbering.parent = None, "request", True, number
    reading.request.append(line.span)
    reading.so_far.add(reading.text, number, Span(heading.start, line.span.end), line.span.start)
    return True
