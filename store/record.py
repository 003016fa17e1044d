"""The record: one SQLite file that holds what was read and what it says. Everything else is made from it.

Durable at each commit (WAL, ``synchronous=FULL``), erasing what is deleted (``secure_delete``), written under a lock.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from importlib.resources import files
from pathlib import Path

from ..core.errors import DamagedError, HomeError, NotFoundError, UsageError
from ..core.settings import Settings
from . import identity, ledger, lookup, versions
from .failures import DATABASE, translated
from .identity import Identity
from .ledger import LedgerEntry, Source
from .lock import writer_lock
from .versions import Added, KeptText, Reading, Version

SCHEMA = "1"
BUSY_SECONDS = 10.0


class Record:
    """The record of one home. Open it with ``Record.open``; threads may share it, and their batches take turns."""

    def __init__(self, home: Path, db: sqlite3.Connection, base: str, *, writable: bool) -> None:
        self.home = home
        self.base = base
        self.writable = writable
        self.db = db
        self._turn = threading.RLock()
        self._depth = 0

    @classmethod
    @contextmanager
    def open(cls, home: Path, *, write: bool, base: str | None = None) -> Iterator[Record]:
        """The record under ``home``, made on the first writing, with the writer's lock held while it is open.

        base: the publisher's base IRI, kept when the record is made; a different one later is refused. A withdrawal
        that was cut short is finished before a writer gets the record.
        Raises LockedHomeError, StorageFullError, DamagedError, HomeError, UsageError (another base).
        """
        with ExitStack() as stack:
            with translated(home):
                if write:
                    home.mkdir(parents=True, exist_ok=True)
                    stack.enter_context(writer_lock(home))
                db = stack.enter_context(closing(_connect(home / "record.sqlite", write=write)))
                record = cls(home, db, _settle_base(db, base, write=write), writable=write)
                if write:
                    from .withdraw import finish_withdrawals

                    finish_withdrawals(record)
            with translated(home, errors=DATABASE):
                yield record

    @contextmanager
    def batch(self) -> Iterator[None]:
        """One transaction: all that is done inside is kept, or, after an error, nothing. A nested one joins it."""
        self._must_write()
        with self._turn, translated(self.home, errors=DATABASE):
            if self._depth:
                yield
                return
            self.db.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def _must_write(self) -> None:
        if not self.writable:
            raise UsageError(f"{self.home}: the record was opened for reading")

    # what was read

    def already_read(self, sha256: str, location: str, reader_version: str) -> LedgerEntry | None:
        """The entry that makes reading these bytes again needless, or None; of withdrawn bytes, one that says so."""
        with self._turn:
            return ledger.already_read(self.db, sha256, location, reader_version)

    def ledger(self) -> list[LedgerEntry]:
        """Every reading of every source, oldest first."""
        with self._turn:
            return ledger.entries(self.db)

    def identify(self, *, authority: str | None, reference: str | None, text: str, location: str) -> Identity:
        """Say which disclosure a text is (``store/identity.py`` has the rules); nothing is written."""
        with self._turn:
            return identity.identify(
                self.db, self.base, authority=authority, reference=reference, text=text, location=location
            )

    def add(self, reading: Reading) -> Added:
        """Record a reading. Raises ValueError for lines that are not canonical."""
        with self.batch():
            return versions.add(self.db, reading)

    def reject(self, source: Source, reason: str, *, readable: bool = True) -> None:
        """Note a source that is no disclosure, or (``readable=False``) could not be read; nothing of it is kept."""
        with self.batch():
            ledger.insert(self.db, source, "not-a-disclosure" if readable else "unreadable", reason=reason)

    def quarantine(self, source: Source, reason: str, report: str) -> None:
        """Note a source whose graph is malformed, with the report that says why; no fact of it is kept."""
        with self.batch():
            entry = ledger.insert(self.db, source, "quarantined", reason=reason)
            self.db.execute("INSERT INTO quarantine VALUES (?, ?)", (entry, report))

    def quarantined(self) -> list[tuple[str, str]]:
        """(location, report) of what is in quarantine."""
        with self._turn:
            return self.db.execute(
                "SELECT location, report FROM quarantine JOIN ledger ON ledger.id = ledger ORDER BY ledger.id"
            ).fetchall()

    # what it says

    def current_versions(self) -> list[Version]:
        """The current version of every disclosure, in order of IRI."""
        with self._turn:
            return list(versions.current(self.db))

    def versions(self, identifier: str) -> list[Version]:
        """All versions of a disclosure, oldest first; identifiers as for ``find``."""
        with self._turn:
            return versions.of_disclosure(self.db, lookup.find(self.db, identifier).disclosure)

    def find(self, identifier: str) -> Version:
        """The current version of what an IRI, ``authority/key``, key or reference names.

        Raises NotFoundError, or UsageError where it names several.
        """
        with self._turn:
            return lookup.find(self.db, identifier)

    def quads(self, version: Version) -> list[str]:
        """The canonical lines of a version."""
        with self._turn:
            return versions.lines(self.db, version.disclosure, version.number)[0]

    def findings(self, version: Version) -> list[str]:
        """The canonical lines of what the shapes find in it."""
        with self._turn:
            return versions.lines(self.db, version.disclosure, version.number)[1]

    def text(self, version: Version) -> str:
        """The text that a version was read from."""
        with self._turn:
            return versions.text(self.db, version.text_sha256)

    def texts_to_reread(self, reader_version: str) -> Iterator[KeptText]:
        """The current texts that another reader read last; they may be added again meanwhile."""
        return versions.to_reread(self.db, reader_version)

    def resolve(self, iri: str) -> str:
        """The present IRI of what was once called ``iri``; itself where nothing redirects."""
        with self._turn:
            return lookup.resolve(self.db, iri)

    # notes of the store itself

    def note(self, name: str, value: str | None) -> None:
        """Keep a value under a name (None: forget it), in the batch that is open or one of its own."""
        with self.batch():
            if value is None:
                self.db.execute("DELETE FROM meta WHERE name = ?", (name,))
            else:
                self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str | None:
        """The value kept under a name, or None."""
        with self._turn:
            return _noted(self.db, name)

    def static_graphs(self) -> dict[str, Sequence[str]]:
        """The graphs that no letter makes, as last published."""
        with self._turn:
            rows = self.db.execute("SELECT iri, lines FROM static_graphs ORDER BY iri")
            return {iri: versions.unpacked(lines) for iri, lines in rows}


def _noted(db: sqlite3.Connection, name: str) -> str | None:
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    if not write and not path.exists():
        raise NotFoundError(f"{path.parent}: no data directory", remedy="run `foigraph ingest PATH…` first")
    mode = "rwc" if write else "ro"
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _prepare(db, path, write=write)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, path: Path, *, write: bool) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    if write:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
        if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone():
            schema = files("foigraph.store").joinpath("schema.sql").read_text(encoding="utf-8")
            db.executescript(f"BEGIN; {schema} COMMIT;")
    elif not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone():
        raise DamagedError(f"{path}: not a record", remedy="restore record.sqlite from a backup")
    found = _noted(db, "schema")
    if found != SCHEMA:
        raise HomeError(
            f"{path}: written by another release (schema {found}, here {SCHEMA})", remedy="use that release"
        )


def _settle_base(db: sqlite3.Connection, base: str | None, *, write: bool) -> str:
    kept = _noted(db, "base")
    if kept is None:
        chosen = base or Settings().base
        if write:
            db.execute("INSERT INTO meta VALUES ('base', ?)", (chosen,))
        return chosen
    if base not in (None, kept):
        raise UsageError(
            f"this data directory names its disclosures under {kept}, not {base}",
            remedy=f"set FOIGRAPH_BASE to {kept}, or FOIGRAPH_HOME to another directory",
        )
    return kept
