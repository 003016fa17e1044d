"""Withdrawal: a letter is erased from the record, the working store and every snapshot; a tombstone remains.

It is noted in the record first and the note is taken back last, so that a crash on the way is made good by the next
writer. Deleting is not erasing: SQLite needs ``secure_delete``, VACUUM and a truncated log; Oxigraph a new directory.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.errors import HomeError, UsageError
from . import ledger, snapshots, versions, work
from .failures import translated
from .publish import make_snapshot
from .record import Record

PENDING = "withdrawal_pending"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a withdrawn disclosure. withdrawn_at: UTC, ISO 8601."""

    iri: str
    withdrawn_at: str
    reason: str


def withdraw(
    record: Record, identifier: str, reason: str, static_graphs: Mapping[str, Sequence[str]] | None = None
) -> Tombstone:
    """Erase a disclosure, publish without it, delete every older snapshot, and leave a tombstone.

    identifier: IRI, ``authority/key``, key or printed reference. reason: it is published. static_graphs: as for
    ``publish``; those last published by default.
    Raises NotFoundError, UsageError, StorageFullError, HomeError; what is then left over, the next writer finishes.
    """
    if not reason.strip():
        raise UsageError("a withdrawal needs a reason", remedy="give --reason 'why', in words that may be published")
    found = record.find(identifier)
    with record.batch():
        tombstone = Tombstone(found.iri, ledger.now(), reason.strip())
        _erase(record.db, found, tombstone)
        record.note(PENDING, json.dumps(ledger.now()))
    finish_withdrawals(record, static_graphs)
    return tombstone


def finish_withdrawals(record: Record, static_graphs: Mapping[str, Sequence[str]] | None = None) -> None:
    """Do what is left to do of a withdrawal that the record notes; nothing if it notes none."""
    if record.noted(PENDING) is None:
        return
    with translated(record.home):
        _scrub_database(record)
        work_home = record.home / "work"
        record.note("work", None)
        work.sweep(record)
        if snapshots.directories(record.home):
            graphs = record.static_graphs() if static_graphs is None else static_graphs
            made = make_snapshot(record, graphs, rebuild=True, keep=1)
            record.note("barrier", made.created)
            for path in snapshots.directories(record.home):
                if path.name != made.id:
                    snapshots.remove(path)
        elif work_home.is_dir():
            shutil.rmtree(work_home)
        snapshots.sweep(record.home)
        _scrub_database(record)
        record.note(PENDING, None)


def _erase(db: sqlite3.Connection, found: versions.Version, tombstone: Tombstone) -> None:
    row = found.disclosure
    base_key = db.execute("SELECT base_key FROM disclosures WHERE id = ?", (row,)).fetchone()[0]
    db.execute(
        "INSERT INTO tombstones VALUES (?, ?, ?, ?, ?)",
        (found.iri, found.authority, base_key, tombstone.withdrawn_at, tombstone.reason),
    )
    sources = db.execute("SELECT id, sha256, location FROM ledger WHERE disclosure = ?", (row,)).fetchall()
    hashes = {(digest, "bytes") for _, digest, _ in sources}
    hashes |= {(ledger.location_hash(location), "location") for _, _, location in sources}
    hashes |= {(version.text_sha256, "text") for version in versions.of_disclosure(db, row)}
    db.executemany(
        "INSERT OR REPLACE INTO withdrawn_hashes (sha256, kind, iri) VALUES (?, ?, ?)",
        [(digest, kind, found.iri) for digest, kind in sorted(hashes)],
    )
    db.execute("DELETE FROM versions WHERE disclosure = ?", (row,))
    db.execute("DELETE FROM texts WHERE sha256 NOT IN (SELECT text_sha256 FROM versions)")
    _blank_ledger(db, sources)
    db.execute("DELETE FROM graphs WHERE owner = ?", (row,))
    db.execute("DELETE FROM entries WHERE name = ?", (f"disclosure {row}",))
    db.execute("DELETE FROM disclosures WHERE id = ?", (row,))


def _blank_ledger(db: sqlite3.Connection, sources: Sequence[tuple[int, str, str]]) -> None:
    """Of every reading of those places and bytes, also those in quarantine, only hashes are left."""
    places = {location for _, _, location in sources}
    digests = {digest for _, digest, _ in sources}
    for column, values in (("location", places), ("sha256", digests)):
        for value in values:
            rows = db.execute(f"SELECT id, location FROM ledger WHERE {column} = ?", (value,)).fetchall()  # noqa: S608
            for entry, location in rows:
                db.execute("DELETE FROM quarantine WHERE ledger = ?", (entry,))
                db.execute(
                    "UPDATE ledger SET location = ?, url = NULL, reason = NULL, disclosure = NULL, result = 'withdrawn'"
                    " WHERE id = ?",
                    (f"withdrawn:{ledger.location_hash(location)}", entry),
                )


def _scrub_database(record: Record) -> None:
    """Leave nothing of what was deleted in the file or in its log."""
    record.db.execute("VACUUM")
    busy, *_ = record.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise HomeError(
            f"{record.home}: another process reads the record, so its log cannot be erased yet",
            remedy="end that process and run any writing command, which finishes the withdrawal",
        )
