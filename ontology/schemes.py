"""The small schemes that code uses (roles, statuses, axes, …), read from ``schemes.csv``.

A row of scheme ``scheme`` names a scheme; every other row is a concept of the scheme that it names. A row of scheme
``outcome`` makes a concept one of the plain words: with a definition where ``outcomes.csv`` lacks it, else with none
(its label, where there is one, is what people call it besides).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..core.errors import DefinitionError
from ..core.rows import named, rows
from .vocabulary import HERE

FILE = "schemes.csv"
COLUMNS = ["scheme", "id", "label", "definition", "note"]
PLAIN = "outcome"


@dataclass(frozen=True, slots=True)
class SchemeConcept:
    """One concept of a small scheme, or (scheme ``scheme``) a scheme itself."""

    scheme: str
    id: str
    label: str
    definition: str
    note: str


@dataclass(frozen=True, slots=True)
class Schemes:
    """schemes: every scheme by id, with its title and definition. concepts: by (scheme, id)."""

    schemes: Mapping[str, SchemeConcept]
    concepts: Mapping[tuple[str, str], SchemeConcept]

    def of(self, scheme: str) -> tuple[SchemeConcept, ...]:
        """The concepts of one scheme, in the order of the table."""
        return tuple(entry for entry in self.concepts.values() if entry.scheme == scheme)


@cache
def load_schemes() -> Schemes:
    """Read the bundled table.

    Raises DefinitionError naming file, row and reason.
    """
    return read_schemes((HERE / FILE).read_text(encoding="utf-8"))


def read_schemes(text: str) -> Schemes:
    """Read a table of schemes from CSV text.

    Raises DefinitionError naming file, row and reason for a row of wrong length, a missing id, label or definition, a
    concept that stands twice, or a scheme that no row names.
    """
    schemes: dict[str, SchemeConcept] = {}
    concepts: dict[tuple[str, str], SchemeConcept] = {}
    for place, cells in rows(FILE, text, COLUMNS):
        entry = _entry(place, cells)
        key = (entry.scheme, entry.id)
        if key in concepts or (entry.scheme == "scheme" and entry.id in schemes):
            raise DefinitionError(f"{place}: {entry.scheme} {entry.id!r} stands twice")
        if entry.scheme == "scheme":
            schemes[entry.id] = entry
        elif entry.scheme not in schemes:
            raise DefinitionError(f"{place}: no row above names the scheme {entry.scheme!r}")
        else:
            concepts[key] = entry
    return Schemes(MappingProxyType(schemes), MappingProxyType(concepts))


def _entry(place: str, cells: list[str]) -> SchemeConcept:
    entry = SchemeConcept(**named(place, COLUMNS, cells))
    missing = [name for name in ("scheme", "id") if not getattr(entry, name)]
    if entry.scheme != PLAIN:
        missing += [name for name in ("label", "definition") if not getattr(entry, name)]
    if missing:
        raise DefinitionError(f"{place}: no {' and no '.join(missing)}")
    return entry


def check_plain(schemes: Schemes, outcomes: Collection[str]) -> None:
    """Hold that each plain word is defined once: here, or among ``outcomes``, the ids of ``outcomes.csv``.

    Raises DefinitionError naming the word.
    """
    for entry in schemes.of(PLAIN):
        if entry.definition and entry.id in outcomes:
            raise DefinitionError(f"{FILE}: outcome {entry.id!r} is defined in outcomes.csv as well")
        if entry.id not in outcomes and not (entry.label and entry.definition):
            raise DefinitionError(f"{FILE}: outcome {entry.id!r} is not in outcomes.csv and has no label or definition")
