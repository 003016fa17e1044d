"""What the working store holds, as the record notes it: to tell whether anything changed, and to name a snapshot."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from . import canonical


@dataclass(frozen=True, slots=True)
class Contents:
    """What the graphs of a store are: the digest over all their names and digests, and how many there are."""

    digest: str
    graphs: int
    quads: int
    documents: int


def rules_version() -> str:
    """Changes whenever the code that makes graphs from the record does, so that old graphs are made again."""
    found = sha256()
    for name in ("canonical.py", "catalogue.py", "derive.py", "fill.py"):
        found.update(files("foigraph.store").joinpath(name).read_bytes())
    return found.hexdigest()


def contents(db: sqlite3.Connection) -> Contents:
    """What the record says that the working store holds."""
    found = sha256()
    graphs = quads = 0
    for iri, digest, count in db.execute("SELECT iri, sha256, quads FROM graphs ORDER BY iri"):
        found.update(f"{iri} {digest}\n".encode())
        graphs += 1
        quads += count
    documents: int = db.execute(
        "SELECT count(*) FROM graphs WHERE owner IS NOT NULL AND iri IN (SELECT graph FROM versions)"
    ).fetchone()[0]
    return Contents(found.hexdigest(), graphs, quads, documents)


def is_pending(db: sqlite3.Connection, static_graphs: Mapping[str, Sequence[str]]) -> bool:
    """Whether the working store would change if it were brought up to date."""
    stale = db.execute("SELECT 1 FROM disclosures WHERE stale LIMIT 1").fetchone()
    return stale is not None or static_in(db) != {
        iri: canonical.digest(lines) for iri, lines in static_graphs.items() if lines
    }


def static_in(db: sqlite3.Connection) -> dict[str, str]:
    """The digests of the graphs that no letter makes, as the store holds them."""
    return dict(db.execute("SELECT iri, sha256 FROM graphs JOIN static_graphs USING (iri)"))
