"""What stands where in a text, found without going through all of it for each question."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

from .model import Span

Thing = TypeVar("Thing")


class Places(Generic[Thing]):
    """Things with the stretches of text that they take up, none of which lies over another."""

    def __init__(self, placed: Iterable[tuple[Span, Thing]]) -> None:
        pairs = sorted(placed, key=lambda pair: pair[0])
        self._spans = [span for span, _ in pairs]
        self._starts = [span.start for span in self._spans]
        self._things = [thing for _, thing in pairs]

    def at(self, offset: int) -> Thing | None:
        """What takes up the character at an offset."""
        number = bisect_right(self._starts, offset) - 1
        return self._things[number] if number >= 0 and offset < self._spans[number].end else None

    def beginning_in(self, span: Span) -> list[Thing]:
        """What begins within a stretch, in the order of the text."""
        return self._things[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
