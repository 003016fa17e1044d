"""Mails below the answer: the one that it answers stands under it, and is the requester's."""

from __future__ import annotations

import re

from . import voices
from .beginnings import compiled
from .layout import Line
from .parts import Zone
from .reading import Reading
from .requested import asked

_HEAD = compiled(r"(?:sent|date|to|subject)\s?:", re.IGNORECASE)
_TO = compiled(r"to\s?:", re.IGNORECASE)
_FROM = compiled(r"from\s?:", re.IGNORECASE)
LINES_OF_MAIL = 300
"""Lines of a mail within which the head of it is looked for."""


def asked_below(reading: Reading, line: Line) -> Zone | None:
    """A line of the requester's mail below the answer to it, up to the head of another or words to its writer."""
    if reading.writer:
        below = reading.below()
        heads = _FROM.match(line.text) is not None and below is not None and _HEAD.match(below.text) is not None
        if not heads and not (line.text.lower().startswith("dear") and reading.writer in line.text):
            return asked(reading, line)
        reading.writer = ""
        if _newest_first(reading):
            reading.older, reading.zone = True, "preface"
        else:
            reading.begin((), None)
    if reading.older:
        reading.older = not _of_requester(reading, line)
        if reading.older:
            return "preface"
        reading.zone, reading.writer = "request", line.text.split()[-1]
        return "heading"
    answered = reading.zone in {"response", "closing"}
    if not answered or _FROM.match(line.text) is None or not _of_requester(reading, line):
        return None
    reading.close()
    reading.zone, reading.writer = "request", line.text.split()[-1]
    return "heading"


def _newest_first(reading: Reading) -> bool:
    """Whether the mail at the top is the body's: its mails further down are older, and what they say may be past."""
    first = next((line for line in reading.lines[:LINES_OF_MAIL] if _FROM.match(line.text)), None)
    return first is not None and voices.MAIL_OF_REQUESTER.search(first.text) is None


def _of_requester(reading: Reading, line: Line) -> bool:
    """Whether the head of a mail from a person begins here, below one that answers.

    Such a mail stands below a line that ends the one above, or is from somebody to whom that was sent.
    """
    found = voices.MAIL_OF_REQUESTER.search(line.text)
    below = reading.below()
    if found is None or below is None or _HEAD.match(below.text) is None:
        return False
    above = reading.lines[len(reading.zones) - 1]
    if voices.MAIL_ENDS.search(above.text) is not None:
        return True
    name = line.text.partition(":")[2].strip()
    here = len(reading.zones)
    addressed = (one.text for one in reading.lines[max(0, here - LINES_OF_MAIL) : here] if _TO.match(one.text))
    return any(name in words for words in addressed)
