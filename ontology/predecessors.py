"""Bodies that others came from, read from ``predecessors.csv``: merged, renamed or replaced, on which day.

They are concepts of the vocabulary and no more: no letter is read as theirs, unless ``authorities.csv`` has the body
too (the old Scottish forces, which answered requests of their own).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..core.errors import DefinitionError
from ..core.rows import named, rows
from .schemes import load_schemes
from .terms import BASE
from .vocabulary import HERE, IDENTIFIER, Authority, load_vocabulary, split

FILE = "predecessors.csv"
COLUMNS = [
    "id", "name", "aliases", "nation", "regime", "type", "successor", "date", "change", "verified", "source", "note",
]  # fmt: skip
WORDS = {"merged": "Merged into", "renamed": "Renamed to", "replaced": "Replaced by"}
"""What happened to the body before, by the column ``change``, which is a concept of that scheme."""
OF_THE_BODY = ("name", "aliases", "nation", "regime", "type")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one or several bodies into another. kind: a key of WORDS; verified: a concept of ``verification``.

    before: ids of the bodies that it was made of; after: id of the body that came of it, of ``authorities.csv``.
    """

    before: tuple[str, ...]
    after: str
    date: str
    kind: str
    verified: str
    source: str
    note: str

    @property
    def iri(self) -> str:
        """The IRI of the event."""
        return f"{BASE}change-event/{self.after}-{self.date}"


@dataclass(frozen=True, slots=True)
class Predecessors:
    """bodies: by id, those that ``authorities.csv`` lacks. changes: in the order of the table."""

    bodies: Mapping[str, Authority]
    changes: tuple[Change, ...]


@cache
def load_predecessors() -> Predecessors:
    """The bundled table. Raises DefinitionError naming file, row and reason."""
    return read_predecessors((HERE / FILE).read_text(encoding="utf-8"), load_vocabulary().authorities)


def read_predecessors(text: str, authorities: Mapping[str, Authority]) -> Predecessors:
    """Predecessors of ``authorities`` from CSV text.

    Raises DefinitionError naming file, row and reason for a row of wrong length, a missing or malformed cell, a
    successor that there is none of, a body described in two places or in none, a pair that stands twice, or two rows
    that say different things of one change.
    """
    bodies: dict[str, Authority] = {}
    changes: dict[tuple[str, str], Change] = {}
    for place, cells in rows(FILE, text, COLUMNS):
        row = named(place, COLUMNS, cells)
        _check(place, row, authorities)
        if row["id"] not in authorities:
            _describe(place, row, bodies)
        elif any(row[column] for column in OF_THE_BODY):
            raise DefinitionError(f"{place}: {row['id']!r} is described in authorities.csv as well")
        event = (row["successor"], row["date"])
        changes[event] = _joined(place, row, changes.get(event))
    return Predecessors(bodies, tuple(changes.values()))


def _check(place: str, row: Mapping[str, str], authorities: Mapping[str, Authority]) -> None:
    for column in ("id", "successor", "date", "change", "verified", "source"):
        if not row[column]:
            raise DefinitionError(f"{place}: no {column}")
    if not IDENTIFIER.fullmatch(row["id"]):
        raise DefinitionError(f"{place}: id {row['id']!r} is not made of small letters, digits and hyphens")
    if row["successor"] not in authorities or row["successor"] == row["id"]:
        raise DefinitionError(
            f"{place}: {row['id']!r} has the unknown successor {row['successor']!r}",
            remedy="name another body of authorities.csv",
        )
    try:
        datetime.date.fromisoformat(row["date"])
    except ValueError:
        raise DefinitionError(f"{place}: date {row['date']!r} is no date", remedy="write it as 2013-04-01") from None
    if row["change"] not in WORDS:
        raise DefinitionError(f"{place}: change {row['change']!r} is not one of {', '.join(WORDS)}")
    for column, scheme in (("verified", "verification"), ("type", "authority-type")):
        known = {entry.id for entry in load_schemes().of(scheme)}
        if row[column] and row[column].replace("_", "-") not in known:
            raise DefinitionError(f"{place}: {column} {row[column]!r} is not one of {', '.join(sorted(known))}")


def _describe(place: str, row: Mapping[str, str], bodies: dict[str, Authority]) -> None:
    """Add the body of a row; a further row of the same body leaves its description empty."""
    identifier = row["id"]
    if identifier in bodies:
        if any(row[column] for column in OF_THE_BODY):
            raise DefinitionError(f"{place}: {identifier!r} is described twice")
        return
    if not row["name"] or not row["type"]:
        raise DefinitionError(f"{place}: {identifier!r} is not in authorities.csv and has no name or no type")
    bodies[identifier] = Authority(
        identifier, f"{BASE}authority/{identifier}", row["name"], split(row["aliases"]), row["nation"], row["regime"],
        row["type"], (), "", "",
    )  # fmt: skip


def _joined(place: str, row: Mapping[str, str], known: Change | None) -> Change:
    before = (*known.before, row["id"]) if known else (row["id"],)
    if len(before) != len(set(before)):
        raise DefinitionError(f"{place}: {row['id']!r} stands twice before {row['successor']!r}")
    change = Change(
        before, row["successor"], row["date"], row["change"], row["verified"], row["source"], row["note"]
    )  # fmt: skip
    if known and (known.kind, known.verified, known.source, known.note) != (
        change.kind, change.verified, change.source, change.note,
    ):  # fmt: skip
        raise DefinitionError(f"{place}: it says something else of one change than a row above")
    return change
