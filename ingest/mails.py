"""Mails below the answer: the one that it answers stands under it, and is the requester's."""

from __future__ import annotations

import re

from . import voices
from .beginnings import compiled
from .extractors.dates import DATE, parse_date
from .layout import Line
from .parts import Zone
from .reading import Reading
from .requested import asked

_HEAD = compiled(r"(?:sent|date|to|subject)\s?:", re.IGNORECASE)
_TO = compiled(r"to\s?:", re.IGNORECASE)
_FROM = compiled(r"from\s?:", re.IGNORECASE)
LINES_OF_MAIL = 300
"""Lines of a mail within which the head of it is looked for."""
LINES_OF_HEAD = 5
_SENT = compiled(rf"^(?:sent|date)\s?:[^\n]{{0,20}}?\b{DATE}", re.IGNORECASE)


def asked_below(reading: Reading, line: Line) -> Zone | None:
    """A line of the requester's mail below the answer to it, up to the head of another or words to its writer."""
    if reading.writer:
        below = reading.below()
        heads = _FROM.match(line.text) is not None and below is not None and _HEAD.match(below.text) is not None
        if not heads and not (line.text.lower().startswith("dear") and reading.writer in line.text):
            return asked(reading, line)
        reading.writer = ""
        if _is_older(reading):
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


def _is_older(reading: Reading) -> bool:
    """Whether the mail that begins here was sent before the one at the top, which is the body's: it may be past.

    Where either has no day in its head, mails stand with the newest first.
    """
    top = next((n for n, line in enumerate(reading.lines[:LINES_OF_MAIL]) if _FROM.match(line.text)), None)
    if top is None or voices.MAIL_OF_REQUESTER.search(reading.lines[top].text) is not None:
        return False
    sent, newest = _sent(reading, len(reading.zones)), _sent(reading, top)
    return sent is None or newest is None or sent <= newest


def _sent(reading: Reading, head: int) -> str | None:
    """The day in the head of a mail, as ISO 8601. head: the place of its first line."""
    for line in reading.lines[head : head + LINES_OF_HEAD]:
        found = _SENT.search(line.text)
        if found is not None:
            return parse_date(found["date"])
    return None


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
