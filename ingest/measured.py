"""How often each rule was right on documents that it was not written from: measured figures, and no others.

``measured.csv`` is written by ``bench/measure_rules.py`` from labelled documents that nobody who wrote rules had seen.
A rule that met none of them has no figure, and none is made up for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ..core.errors import DefinitionError
from ..core.rows import rows

FILE = "measured.csv"
COLUMNS = ["rule", "right", "of"]


@dataclass(frozen=True, slots=True)
class Measured:
    """How many of the facts that a rule found were those of the labels. of: at least 1."""

    right: int
    of: int

    @property
    def words(self) -> str:
        """For people: ``right 41 of 42 times on letters not seen before``."""
        return f"right {self.right} of {self.of} {'time' if self.of == 1 else 'times'} on letters not seen before"


def measured_of(rule: str) -> Measured | None:
    """The figure of a rule; None where it was not met."""
    return load_measured().get(rule)


@cache
def load_measured() -> Mapping[str, Measured]:
    """All figures by the id of the rule. Raises DefinitionError naming file, row and reason."""
    return read_measured((files("foigraph.ingest") / FILE).read_text(encoding="utf-8"))


def read_measured(text: str) -> Mapping[str, Measured]:
    """Figures from CSV text. Raises DefinitionError naming file, row and reason for a row that is no figure."""
    found: dict[str, Measured] = {}
    for place, row in rows(FILE, text, COLUMNS):
        if len(row) != len(COLUMNS) or not (row[1].isdigit() and row[2].isdigit()):
            raise DefinitionError(f"{place}: a rule and two whole numbers are needed")
        one = Measured(int(row[1]), int(row[2]))
        if row[0] in found or not one.of or one.right > one.of:
            raise DefinitionError(f"{place}: {row[0]!r} stands twice, or was right more often than it was met")
        found[row[0]] = one
    return MappingProxyType(found)
