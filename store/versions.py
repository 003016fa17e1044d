"""What letters say, version by version: recording readings and finding them again."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..core.errors import NotFoundError
from . import canonical, ledger
from .identity import Identity
from .ledger import Source

AddedStatus = Literal["new", "new-version", "copy", "unchanged", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One letter, read. quads: canonical lines of ``identity.graph``; findings: of ``identity.findings``.

    For an identity of status ``copy`` or ``withdrawn`` the lines are not looked at.
    """

    source: Source
    identity: Identity
    text: str
    quads: Sequence[str]
    findings: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a reading. version: the number of the disclosure's current version."""

    status: AddedStatus
    iri: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of one disclosure. disclosure: its row; iri: its present name; times in UTC, ISO 8601."""

    disclosure: int
    iri: str
    authority: str
    key: str
    reference: str | None
    number: int
    graph: str
    text_sha256: str
    reader_version: str
    recorded_at: str
    quads_sha256: str
    quads_count: int
    previous: int | None
    source: int
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """A text to read again, with the source that gave it."""

    iri: str
    source: Source
    text: str


def add(db: sqlite3.Connection, reading: Reading) -> Added:
    """Record a reading; the same facts in the same text make no new version.

    Raises ValueError for lines that are not canonical, or that speak of another disclosure.
    """
    identity = reading.identity
    if identity.status == "withdrawn":
        _remember_withdrawn(db, reading)
        return Added(status="withdrawn", iri=identity.iri, version=0)
    if identity.status == "copy":
        ledger.insert(db, reading.source, "recorded", disclosure=identity.disclosure, is_copy=True)
        db.execute("UPDATE disclosures SET stale = 1 WHERE id = ?", (identity.disclosure,))
        return Added(status="copy", iri=identity.iri, version=identity.version)
    canonical.check(reading.quads, identity.graph)
    canonical.check(reading.findings, identity.findings)
    _check_subjects(reading)
    if identity.disclosure is not None and identity.replaces is None:
        unchanged = _unchanged(db, reading)
        if unchanged is not None:
            return unchanged
    return _new_version(db, reading)


def _check_subjects(reading: Reading) -> None:
    """A graph speaks of its own disclosure only: so no other letter's graph can hold the same triple."""
    others, own = f"<{reading.identity.base}disclosure/", f"<{reading.identity.iri}"
    for line in (*reading.quads, *reading.findings):
        if line.startswith(others) and not line.startswith((f"{own}>", f"{own}#")):
            raise ValueError(f"a graph of {reading.identity.iri} speaks of another disclosure: {line}")


def _remember_withdrawn(db: sqlite3.Connection, reading: Reading) -> None:
    digests = (
        (reading.source.sha256, "bytes"),
        (reading.identity.text_sha256, "text"),
        (ledger.location_hash(reading.source.location), "location"),
    )
    for digest, kind in digests:
        db.execute(
            "INSERT OR IGNORE INTO withdrawn_hashes (sha256, kind, iri) VALUES (?, ?, ?)",
            (digest, kind, reading.identity.iri),
        )


def _unchanged(db: sqlite3.Connection, reading: Reading) -> Added | None:
    identity, source = reading.identity, reading.source
    number, graph, kept, findings, text_sha256 = db.execute(
        "SELECT number, graph, quads, findings, text_sha256 FROM versions"
        " JOIN disclosures ON disclosures.id = disclosure AND number = current WHERE disclosures.id = ?",
        (identity.disclosure,),
    ).fetchone()
    said = canonical.triples(unpacked(kept), graph)
    if text_sha256 != identity.text_sha256 or said != canonical.triples(reading.quads, identity.graph):
        return None
    ledger.insert(db, source, "recorded", disclosure=identity.disclosure)
    if unpacked(findings) != list(reading.findings):
        db.execute(
            "UPDATE versions SET findings = ? WHERE disclosure = ? AND number = ?",
            (packed(reading.findings), identity.disclosure, number),
        )
    db.execute(
        "UPDATE disclosures SET reader_version = ?, stale = 1 WHERE id = ?",
        (source.reader_version, identity.disclosure),
    )
    return Added(status="unchanged", iri=identity.iri, version=number)


def _new_version(db: sqlite3.Connection, reading: Reading) -> Added:
    identity, source = reading.identity, reading.source
    row = _disclosure_row(db, reading)
    db.execute(
        "INSERT OR IGNORE INTO texts (sha256, text) VALUES (?, ?)",
        (identity.text_sha256, zlib.compress(reading.text.encode())),
    )
    entry = ledger.insert(db, source, "recorded", disclosure=row)
    db.execute(
        "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row, identity.version, identity.graph, identity.text_sha256, entry, source.reader_version, ledger.now(),
            packed(reading.quads), canonical.digest(reading.quads), len(reading.quads), packed(reading.findings),
            identity.version - 1 or None,
        ),
    )  # fmt: skip
    return Added(status="new" if identity.version == 1 else "new-version", iri=identity.iri, version=identity.version)


def _disclosure_row(db: sqlite3.Connection, reading: Reading) -> int:
    """The row of the disclosure, made or brought up to date; a corrected name leaves a redirect."""
    identity = reading.identity
    if identity.disclosure is None:
        cursor = db.execute(
            "INSERT INTO disclosures (iri, authority, key, base_key, reference, current, reader_version)"
            " VALUES (?, ?, ?, ?, ?, 1, ?)",
            (
                identity.iri, identity.authority, identity.key, identity.base_key, identity.reference,
                reading.source.reader_version,
            ),
        )  # fmt: skip
        assert cursor.lastrowid is not None
        return cursor.lastrowid
    if identity.replaces is not None:
        db.execute("INSERT INTO redirects VALUES (?, ?, ?)", (identity.replaces, identity.iri, ledger.now()))
    db.execute(
        "UPDATE disclosures SET iri = ?, authority = ?, key = ?, base_key = ?, reference = coalesce(?, reference),"
        " current = ?, reader_version = ?, stale = 1 WHERE id = ?",
        (
            identity.iri, identity.authority, identity.key, identity.base_key, identity.reference, identity.version,
            reading.source.reader_version, identity.disclosure,
        ),
    )  # fmt: skip
    return identity.disclosure


def packed(lines: Sequence[str]) -> bytes:
    """Lines as the record keeps them."""
    return zlib.compress(canonical.to_bytes(lines))


def unpacked(data: bytes) -> list[str]:
    """Such lines again."""
    return canonical.from_bytes(zlib.decompress(data))


_VERSION = (
    "SELECT disclosures.id, iri, authority, key, reference, number, graph, text_sha256, versions.reader_version,"
    " recorded_at, quads_sha256, quads_count, previous, source, number = current"
    " FROM versions JOIN disclosures ON disclosures.id = versions.disclosure"
)


def current(db: sqlite3.Connection) -> Iterator[Version]:
    """The current version of every disclosure, in order of IRI."""
    for row in db.execute(f"{_VERSION} WHERE number = current ORDER BY iri"):
        yield _version(row)


def of_disclosure(db: sqlite3.Connection, disclosure: int) -> list[Version]:
    """All versions of a disclosure, oldest first."""
    rows = db.execute(f"{_VERSION} WHERE disclosures.id = ? ORDER BY number", (disclosure,))
    return [_version(row) for row in rows]


def _version(
    row: tuple[int, str, str, str, str | None, int, str, str, str, str, str, int, int | None, int, int],
) -> Version:
    *_, number, graph, text, reader, recorded, digest, count, previous, source, is_current = row
    return Version(
        disclosure=row[0],
        iri=row[1],
        authority=row[2],
        key=row[3],
        reference=row[4],
        number=number,
        graph=graph,
        text_sha256=text,
        reader_version=reader,
        recorded_at=recorded,
        quads_sha256=digest,
        quads_count=count,
        previous=previous,
        source=source,
        is_current=bool(is_current),
    )


def lines(db: sqlite3.Connection, disclosure: int, number: int) -> tuple[list[str], list[str]]:
    """The canonical lines of one version, and its findings."""
    quads, findings = db.execute(
        "SELECT quads, findings FROM versions WHERE disclosure = ? AND number = ?", (disclosure, number)
    ).fetchone()
    return unpacked(quads), unpacked(findings)


def text(db: sqlite3.Connection, digest: str) -> str:
    """A kept text by its hash; raises NotFoundError."""
    row = db.execute("SELECT text FROM texts WHERE sha256 = ?", (digest,)).fetchone()
    if row is None:
        raise NotFoundError(f"no text with the hash {digest} is kept")
    return zlib.decompress(row[0]).decode()


def to_reread(db: sqlite3.Connection, reader_version: str) -> Iterator[KeptText]:
    """The current texts that another reader than this one read last; letters may be added meanwhile."""
    rows = db.execute("SELECT id FROM disclosures WHERE reader_version <> ? ORDER BY iri", (reader_version,)).fetchall()
    for (disclosure,) in rows:
        iri, digest, *source = db.execute(
            "SELECT iri, text_sha256, sha256, location, url, media_type, bytes FROM versions"
            " JOIN disclosures ON disclosures.id = versions.disclosure AND number = current"
            " JOIN ledger ON ledger.id = source WHERE disclosures.id = ?",
            (disclosure,),
        ).fetchone()
        names = ("sha256", "location", "url", "media_type", "bytes")
        facts = dict(zip(names, source, strict=True)) | {"reader_version": reader_version}
        yield KeptText(iri=iri, source=Source(**facts), text=text(db, digest))
