"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .beginnings import compiled
from .model import Span

_SENTENCE_END = compiled(r"[.!?](?:[\"”’)\]]{0,2}|\s”)\s{1,8}(?=[\"“‘(\[]{0,2}[A-Z0-9])")
_SHORTENED = compiled(
    r"(?:\b(?:s|ss|sec|sect|reg|art|no|ref|mr|mrs|ms|dr|st|e\.g|i\.e|etc|para|p)|\b[A-Z])\.$", re.IGNORECASE
)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences within a span, white space between them left out."""
    start = span.start
    for end in _SENTENCE_END.finditer(text, span.start, span.end):
        stop = end.start() + 1
        if _SHORTENED.search(text, max(start, stop - 8), stop):
            continue
        yield Span(start, trimmed(text, start, end.end()))
        start = end.end()
    if start < span.end:
        yield Span(start, span.end)


def trimmed(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the white space at its end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
