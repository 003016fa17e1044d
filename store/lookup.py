"""Finding a disclosure by what people call it."""

from __future__ import annotations

import sqlite3

from ..core.errors import NotFoundError, UsageError
from ..core.iris import reference_key
from .versions import Version, of_disclosure


def find(db: sqlite3.Connection, identifier: str) -> Version:
    """The current version of the disclosure that an IRI (old or new), ``authority/key``, key or reference names.

    Raises NotFoundError where there is none (saying so if it was withdrawn), UsageError where there are several.
    """
    name = identifier.strip()
    rows = _rows_named(db, name)
    if len(rows) > 1:
        names = ", ".join(iri for _, iri in rows[:5])
        raise UsageError(f"{identifier!r} names {len(rows)} disclosures: {names}", remedy="name one by its IRI")
    if not rows:
        gone = db.execute("SELECT withdrawn_at FROM tombstones WHERE iri = ?", (resolve(db, name),)).fetchone()
        if gone:
            raise NotFoundError(f"{identifier} was withdrawn on {gone[0]}")
        raise NotFoundError(
            f"no disclosure is named {identifier!r}", remedy="give its IRI, authority/key, key or printed reference"
        )
    return of_disclosure(db, rows[0][0])[-1]


def _rows_named(db: sqlite3.Connection, name: str) -> list[tuple[int, str]]:
    conditions = [("iri = ?", (resolve(db, name),)), ("authority || '/' || key = ?", (name,))]
    conditions += [("key = ?", (name,)), ("reference = ?", (name,)), ("base_key = ?", (reference_key(name) or "",))]
    for condition, values in conditions:
        rows = db.execute(f"SELECT id, iri FROM disclosures WHERE {condition} ORDER BY iri", values).fetchall()  # noqa: S608
        if rows:
            return rows
    return []


def resolve(db: sqlite3.Connection, iri: str) -> str:
    """The present name of what was once called ``iri``."""
    row = db.execute("SELECT new FROM redirects WHERE old = ?", (iri,)).fetchone()
    return resolve(db, row[0]) if row else iri
