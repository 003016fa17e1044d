"""Welsh labels of the schemes that people see, read from ``welsh.csv``: forces, outcomes, titles of exemptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..core.errors import DefinitionError
from ..core.rows import rows
from .vocabulary import HERE

FILE = "welsh.csv"
COLUMNS = ["scheme", "id", "label", "origin"]
NOTES = {
    "ours": "The Welsh label is a translation by this project, neither official nor reviewed.",
    "own name": "The Welsh label is the name that the body uses of itself.",
}
"""What is said of a label by where it comes from, the column ``origin``."""


@dataclass(frozen=True, slots=True)
class WelshLabel:
    """The Welsh label of a concept (or of a scheme, under ``scheme``) and where it comes from, a key of NOTES."""

    label: str
    origin: str

    @property
    def note(self) -> str:
        """Whose words the label is, in English."""
        return NOTES[self.origin]


@cache
def load_welsh() -> Mapping[tuple[str, str], WelshLabel]:
    """The bundled labels by (scheme, id). Raises DefinitionError naming file, row and reason."""
    return read_welsh((HERE / FILE).read_text(encoding="utf-8"))


def read_welsh(text: str) -> Mapping[tuple[str, str], WelshLabel]:
    """Labels from CSV text.

    Raises DefinitionError naming file, row and reason for a row of wrong length, an empty cell, an unknown origin, or a
    concept or label that stands twice in its scheme.
    """
    found: dict[tuple[str, str], WelshLabel] = {}
    labels: set[tuple[str, str]] = set()
    for place, row in rows(FILE, text, COLUMNS):
        if len(row) != len(COLUMNS) or not all(row):
            raise DefinitionError(f"{place}: each of {', '.join(COLUMNS)} is needed, and no more")
        scheme, identifier, label, origin = row
        if origin not in NOTES:
            raise DefinitionError(f"{place}: origin {origin!r} is not one of {', '.join(NOTES)}")
        if (scheme, identifier) in found or (scheme, label) in labels:
            raise DefinitionError(f"{place}: {scheme} {identifier!r} or its label stands twice")
        found[scheme, identifier] = WelshLabel(label, origin)
        labels.add((scheme, label))
    return MappingProxyType(found)
