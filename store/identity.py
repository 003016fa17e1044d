"""Which disclosure a text is: a known one, a further source of one, or a new one with a name of its own.

The rules, in order (a name once minted is never worked out again):

1. A place that gave a version of a disclosure keeps giving that disclosure; other words there are its next version.
   Where the name has a stand-in (authority ``unknown``, a key from the text's hash) and the reader now finds what was
   missing, the name is corrected if the corrected one is free, and the old one redirects to it.
2. The very same text elsewhere is a copy.
3. The same authority and reference elsewhere is a copy if the texts are similar, and otherwise another letter, whose
   key gets ``-x`` and twelve digits of its text's hash.
4. Anything else is a new disclosure.

What was withdrawn stays withdrawn: the same text, the same place, or the same authority and reference.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from ..core.iris import (
    UNKNOWN_AUTHORITY,
    authority_slug,
    derived_graph,
    disclosure_iri,
    findings_graph,
    reference_key,
    text_key,
    version_graph,
)
from .ledger import location_hash, plain

IdentityStatus = Literal["new", "known", "copy", "withdrawn"]

SHINGLE_WORDS = 5
SIMILAR = 0.8
"""Two texts are one letter if this share of the shorter one's runs of five words stands in the other."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a text is. version: the number that its facts would get, or have (``copy``); graph: of that version.

    status: ``new``; ``known`` (a place read before); ``copy`` (a further source: no facts need be made);
    ``withdrawn`` (must not be recorded). replaces: the old IRI, where this reading corrects a stand-in.
    """

    base: str
    iri: str
    authority: str
    key: str
    base_key: str
    reference: str | None
    version: int
    status: IdentityStatus
    text_sha256: str
    disclosure: int | None = None
    replaces: str | None = None

    @property
    def graph(self) -> str:
        """The graph of this version's facts."""
        return version_graph(self.base, self.authority, self.key, self.version)

    @property
    def derived(self) -> str:
        """The graph of the derived shortcuts."""
        return derived_graph(self.base, self.authority, self.key)

    @property
    def findings(self) -> str:
        """The graph of the findings."""
        return findings_graph(self.base, self.authority, self.key)


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    authority: str
    key: str
    base_key: str
    current: int


def text_hash(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def similarity(one: str, other: str) -> float:
    """The share of the shorter text's runs of five words (case and layout aside) that the other has too: 0 to 1.

    A copy differs in line breaks and in what the site puts around it, which this leaves out of account.
    """
    first, second = _shingles(one), _shingles(other)
    return len(first & second) / min(len(first), len(second))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + SHINGLE_WORDS]) for i in range(max(1, len(words) - SHINGLE_WORDS + 1))}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is known of a text: the authority's path segment, and the key of the reference if one is printed."""

    base: str
    authority: str
    printed: str | None
    reference: str | None
    digest: str

    @property
    def key(self) -> str:
        return self.printed or text_key(self.digest)

    def new(self, key: str) -> Identity:
        """A disclosure that is not known yet, under a free key."""
        return Identity(
            base=self.base,
            iri=disclosure_iri(self.base, self.authority, key),
            authority=self.authority,
            key=key,
            base_key=self.key,
            reference=self.reference,
            version=1,
            status="new",
            text_sha256=self.digest,
        )

    def of(self, row: _Row, version: int, status: IdentityStatus) -> Identity:
        """A disclosure of the record."""
        found = replace(self.new(row.key), authority=row.authority, base_key=row.base_key, version=version)
        iri = disclosure_iri(self.base, row.authority, row.key)
        return replace(found, iri=iri, status=status, disclosure=row.id)


def identify(
    db: sqlite3.Connection, base: str, *, authority: str | None, reference: str | None, text: str, location: str
) -> Identity:
    """Say which disclosure a text is; nothing is written, so identify and add one letter after the other."""
    printed = reference_key(reference) if reference else None
    asked = _Asked(base, authority_slug(authority), printed, reference, text_hash(text))
    withdrawn = _withdrawn(db, asked, location)
    if withdrawn:
        return replace(asked.new(asked.key), iri=withdrawn, version=0, status="withdrawn")
    known = _at(db, location)
    if known:
        return _known(db, known, asked)
    copied = _with_text(db, asked.digest) or (_similar(db, asked.authority, printed, text) if printed else None)
    if copied:
        return asked.of(copied, copied.current, "copy")
    return asked.new(_free_key(db, asked))


def _known(db: sqlite3.Connection, row: _Row, asked: _Asked) -> Identity:
    same = asked.of(row, row.current + 1, "known")
    authority = asked.authority if row.authority == UNKNOWN_AUTHORITY else row.authority
    key = asked.printed if asked.printed and _is_text_key(db, row) else row.key
    iri = disclosure_iri(asked.base, authority, key)
    if iri == same.iri or not _is_free(db, iri):
        return same
    base_key = row.base_key if key == row.key else key
    return replace(same, iri=iri, authority=authority, key=key, base_key=base_key, replaces=same.iri)


def _is_text_key(db: sqlite3.Connection, row: _Row) -> bool:
    hashes = db.execute("SELECT text_sha256 FROM versions WHERE disclosure = ?", (row.id,))
    return any(row.key == text_key(digest) for (digest,) in hashes)


def _withdrawn(db: sqlite3.Connection, asked: _Asked, location: str) -> str | None:
    row = db.execute(
        "SELECT iri FROM withdrawn_hashes WHERE (sha256 = ? AND kind = 'text') OR (sha256 = ? AND kind = 'location')"
        " UNION ALL SELECT iri FROM tombstones WHERE authority = ? AND base_key = ?",
        (asked.digest, location_hash(location), asked.authority, asked.key),
    ).fetchone()
    return row[0] if row else None


_COLUMNS = "disclosures.id, authority, key, base_key, current"


def _at(db: sqlite3.Connection, location: str) -> _Row | None:
    row = db.execute(
        f"SELECT {_COLUMNS} FROM disclosures JOIN ledger ON ledger.disclosure = disclosures.id"  # noqa: S608 - ours
        " WHERE location = ? AND NOT is_copy ORDER BY ledger.id DESC LIMIT 1",
        (plain(location),),
    ).fetchone()
    return _Row(*row) if row else None


def _with_text(db: sqlite3.Connection, digest: str) -> _Row | None:
    row = db.execute(
        f"SELECT {_COLUMNS} FROM disclosures JOIN versions ON disclosure = disclosures.id"  # noqa: S608 - ours
        " WHERE text_sha256 = ? ORDER BY disclosures.id LIMIT 1",
        (digest,),
    ).fetchone()
    return _Row(*row) if row else None


def _similar(db: sqlite3.Connection, authority: str, key: str, text: str) -> _Row | None:
    rows = db.execute(
        f"SELECT {_COLUMNS}, text FROM disclosures"  # noqa: S608 - constant text
        " JOIN versions ON disclosure = disclosures.id AND number = current"
        " JOIN texts ON texts.sha256 = text_sha256 WHERE authority = ? AND base_key = ? ORDER BY disclosures.id",
        (authority, key),
    )
    for *row, kept in rows:
        if similarity(text, zlib.decompress(kept).decode()) >= SIMILAR:
            return _Row(*row)
    return None


def _is_free(db: sqlite3.Connection, iri: str) -> bool:
    taken = db.execute(
        "SELECT 1 FROM disclosures WHERE iri = :iri UNION ALL SELECT 1 FROM redirects WHERE old = :iri"
        " UNION ALL SELECT 1 FROM tombstones WHERE iri = :iri",
        {"iri": iri},
    )
    return taken.fetchone() is None


def _free_key(db: sqlite3.Connection, asked: _Asked) -> str:
    keys = [asked.key, *(f"{asked.key}-{text_key(asked.digest, digits)}" for digits in range(12, 65, 4))]
    return next(key for key in keys if _is_free(db, disclosure_iri(asked.base, asked.authority, key)))
