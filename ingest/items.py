"""Items of lists in a request that ask nothing: years, spans of time or numbers, entries of a log, lines of a card."""

from __future__ import annotations

import re

from .beginnings import compiled
from .layout import MarkerKind

YEAR = compiled(
    r"(?:19|20)\d\d(?:\s?(?:to|[-–/])\s?(?:date|present|now|(?:19|20)?\d\d))?(?:\s?\([^()\n]{1,40}\))?[.,;]?",
    re.IGNORECASE,
)
"""An item that is a year and nothing else: how an answer is to be broken down, and no question."""
_BAND = compiled(
    r"(?:(?:over|under|above|below|up to|(?:less|more|fewer) than)\s)?£?\d[\d,]{0,9}"
    r"(?:\s?(?:[-–]|to)\s?£?\d[\d,]{0,9}|\s?\+|\sor (?:more|less|fewer))?[.;,]?",
    re.IGNORECASE,
)
"""An item that is a number or a span of numbers: one of the answers to choose among."""
OF_CARD = compiled(r"(?:foi reference|date (?:received|responded|published)|published|directorate)", re.IGNORECASE)
"""A label of the card over a letter, where the card was made a list."""
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:(?:{_ORDINAL}\s)?[A-Z][a-z]{{2,8}}\s?(?:{_ORDINAL},?\s?)?\d{{2,4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
_PERIOD = compiled(rf"{_DAY}\s?(?:[-–]|to|until)\s?{_DAY}(?:\s\([^()\n]{{1,20}}\))?[.;,]?")
"""An item that is a span of time and nothing else."""
LOGGED = compiled(r"(?:request|enquiry) (?:was )?(?:received|dated|made)\s(?:on\s)?\d", re.IGNORECASE)
"""An item that heads one of the requests of a log."""


def is_no_question(words: str, kind: MarkerKind) -> bool:
    """Whether an item is a year or a span of time, one of several spans of numbers, or the head of a request in a log.

    kind: of its marker; a year under a letter may be a year that is asked about.
    """
    if (kind != "letter" and YEAR.fullmatch(words)) or _PERIOD.fullmatch(words):
        return True
    return (kind == "letter" and _BAND.fullmatch(words) is not None) or LOGGED.match(words) is not None
