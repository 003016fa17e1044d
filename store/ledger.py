"""The ledger: every source read, with its hash, the reader that read it, and the result."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal

Result = Literal["recorded", "not-a-disclosure", "quarantined", "unreadable", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes that were read. location: URL or file name as given; url: http(s) or None; sha256: of the bytes.

    reader_version: of reader, rules, vocabulary and mapping together. read_at: UTC, ISO 8601; empty for now.
    """

    sha256: str
    location: str
    url: str | None
    media_type: str
    bytes: int
    reader_version: str
    read_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One reading of one source. disclosure: the IRI of the letter that it gave, or (is_copy) repeats, or None."""

    source: Source
    result: Result
    reason: str | None
    disclosure: str | None
    is_copy: bool


def now() -> str:
    """The time in UTC as xsd:dateTime, to the second: a form that Oxigraph returns unchanged."""
    return _time(datetime.now(UTC))


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def plain(location: str) -> str:
    """A location as the record keeps it: file names that are no UTF-8 with their odd bytes written out."""
    return location.encode("utf-8", "backslashreplace").decode()


def location_hash(location: str) -> str:
    """What is kept of the place of a withdrawn letter."""
    return sha256(plain(location).encode()).hexdigest()


def insert(
    db: sqlite3.Connection,
    source: Source,
    result: Result,
    *,
    reason: str | None = None,
    disclosure: int | None = None,
    is_copy: bool = False,
) -> int:
    """Write one row, and return its id; what an earlier reading of that place left in quarantine is dropped."""
    read_at = _time(datetime.fromisoformat(source.read_at)) if source.read_at else now()
    earlier = "SELECT id FROM ledger WHERE location = ?"
    db.execute(f"DELETE FROM quarantine WHERE ledger IN ({earlier})", (plain(source.location),))  # noqa: S608 - constant text
    cursor = db.execute(
        "INSERT INTO ledger (sha256, location, url, media_type, bytes, read_at, reader_version, result, reason,"
        " disclosure, is_copy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.sha256, plain(source.location), source.url, source.media_type, source.bytes, read_at,
            source.reader_version, result, reason, disclosure, is_copy,
        ),
    )  # fmt: skip
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def already_read(db: sqlite3.Connection, digest: str, location: str, reader_version: str) -> LedgerEntry | None:
    """The entry that makes reading these bytes again needless, or None.

    Bytes that were withdrawn are never read again, from any place. Otherwise the last reading of this place must have
    been of the same bytes by the same reader.
    """
    withdrawn = db.execute(
        "SELECT tombstones.iri, reason, withdrawn_at FROM withdrawn_hashes JOIN tombstones USING (iri)"
        " WHERE sha256 = ? AND kind = 'bytes'",
        (digest,),
    ).fetchone()
    if withdrawn:
        iri, reason, since = withdrawn
        source = Source(
            sha256=digest,
            location=location,
            url=None,
            media_type="",
            bytes=0,
            reader_version=reader_version,
            read_at=since,
        )
        return LedgerEntry(source=source, result="withdrawn", reason=reason, disclosure=iri, is_copy=False)
    last = last_reading(db, location)
    if last is None or (last.source.sha256, last.source.reader_version) != (digest, reader_version):
        return None
    return last


def last_reading(db: sqlite3.Connection, location: str) -> LedgerEntry | None:
    """The last reading of a place, or None."""
    rows = _entries(db, "WHERE location = ? ORDER BY ledger.id DESC LIMIT 1", plain(location))
    return rows[0] if rows else None


def entries(db: sqlite3.Connection) -> list[LedgerEntry]:
    """The whole ledger, oldest first."""
    return _entries(db, "ORDER BY ledger.id")


_ENTRY = (
    "SELECT sha256, location, url, media_type, bytes, ledger.reader_version, read_at, result, reason, iri, is_copy"
    " FROM ledger LEFT JOIN disclosures ON disclosures.id = ledger.disclosure "
)


def _entries(db: sqlite3.Connection, condition: str, *values: str) -> list[LedgerEntry]:
    rows = db.execute(_ENTRY + condition, values)
    return [_entry(row) for row in rows]


def _entry(row: tuple[str, str, str | None, str, int, str, str, Result, str | None, str | None, int]) -> LedgerEntry:
    digest, location, url, media_type, size, reader, read_at, result, reason, iri, is_copy = row
    source = Source(
        sha256=digest,
        location=location,
        url=url,
        media_type=media_type,
        bytes=size,
        reader_version=reader,
        read_at=read_at,
    )
    return LedgerEntry(source=source, result=result, reason=reason, disclosure=iri, is_copy=bool(is_copy))
