"""What number an item of a list in the request has, by the items above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .asked import Asked
from .interleaving import Pair
from .layout import Line, Marker

WIDEST_MARGIN = 40
"""Characters of white space before an item of a list, at most."""


@dataclass(slots=True)
class Numbering:
    """parent: the number of which a letter or numeral would be a part, or ``clarification`` where what was asked back
    is told; letter: of the item above that no number stands above; within: the question that has a numbered list of its
    own, and how far in that stands.
    """

    text: str
    asked: Asked
    parent: str = ""
    letter: str = ""
    within: tuple[str, int] | None = None

    def of_item(self, line: Line, marker: Marker) -> str | None:
        """The number of an item; None of one that has a bullet, or is a part of such."""
        return self._nested(line, marker) or self.of_label(marker.label, marker.kind)

    def of_label(self, label: str, kind: str) -> str | None:
        """The number that a label of some kind stands for here."""
        if kind == "bullet" or (kind in {"letter", "roman"} and self._below_bullet()):
            return None
        if kind == "letter" and label == "A" and self._leads_up():
            label = "a"
        if kind == "letter" and label.isupper() and self.parent[-1:] == chr(ord(label.lower()) - 1):
            label = label.lower()
        if kind == "roman" and label == "i" and (self.parent or self.letter)[-1:] == "h":
            kind = "letter"
        if kind in {"number", "question"} or (label.isupper() and kind == "letter"):
            self.parent = label
            return label
        top = re.match(r"[\d.]+|[A-Z]", self.parent)
        if kind == "roman":
            above = self.parent or self.letter
            return f"{above}.{label}" if above else label
        if top is None:
            self.letter = label
            return label
        self.parent = f"{top.group()}{label}"
        return self.parent

    def of_pair(self, pair: Pair) -> str | None:
        """The number of a question that its answer follows; None where that number was asked before."""
        top = re.match(r"\d*", self.parent)
        above = top.group() if top is not None and not pair.label.isdigit() else ""
        between = "." if above and pair.kind == "roman" else ""
        number = f"{above}{between}{pair.label}"
        return None if number in self.asked.known else number

    def of_turn(self, label: str) -> bool:
        """Whether a bare label is the next of a list: the next number, with a letter a or none, or the next letter."""
        if label.isdigit() or label.endswith("a"):
            return int(label.rstrip("a")) == self.asked.following
        return f"{label[:-1]}{chr(ord(label[-1]) - 1)}" in self.asked.known

    def _nested(self, line: Line, marker: Marker) -> str | None:
        """The number of an item of a numbered list within a question: it stands further in, and begins with 1 again."""
        column = self._column(line.span.start)
        if marker.kind != "number" or not marker.label.isdigit() or not self.asked.found:
            return None
        last = self.asked.found[-1]
        if marker.label == "1" and last.number and last.number.isdigit() and column > self._column(last.span.start):
            self.within = (last.number, column) if self.text[last.span.end - 1] in ":;" else None
        if self.within is None or column < self.within[1]:
            self.within = None
            return None
        return f"{self.within[0]}.{marker.label}"

    def _column(self, place: int) -> int:
        """How far in a place is in its line; beyond the widest margin, that."""
        margin = max(0, place - WIDEST_MARGIN)
        return place - max(self.text.rfind("\n", margin, place) + 1, margin)

    def _leads_up(self) -> bool:
        """Whether the question above has a number, and ends with the colon that leads up to its parts."""
        last = self.asked.found[-1] if self.asked.found else None
        return last is not None and self.parent.isdigit() and self.text[last.span.end - 1] == ":"

    def _below_bullet(self) -> bool:
        """Whether letters are of parts of a question with a bullet, not the first, and begin again at the next."""
        found = self.asked.found
        return len(found) > 1 and found[-1].number is None and not self.asked.known
