"""The texts of a snapshot, with a full-text index: immutable SQLite files that later snapshots share by hard link.

Each segment holds some letters; ``dead.json`` beside them lists the graphs whose text no longer counts, because a newer
version stands in a later segment. Small segments are merged, so that there are few: one takes in its neighbour unless
that is more than twice its size, and all are written anew when a quarter of the texts is dead.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import versions

DEAD = "dead.json"
SCHEMA = """
CREATE TABLE documents (id INTEGER PRIMARY KEY, disclosure TEXT NOT NULL, graph TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL);
CREATE INDEX documents_disclosure ON documents (disclosure);
CREATE VIRTUAL TABLE words USING fts5 (text, content = 'documents', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2");
"""
MARK = ("\ue000", "\ue001")
"""Private-use characters around each found word of an excerpt; whoever shows it makes them markup."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A letter that has all the words sought. excerpt: some words around them, each found one between ``MARK``s."""

    disclosure: str
    graph: str
    excerpt: str
    rank: float


@dataclass(frozen=True, slots=True)
class _Segment:
    path: Path
    graphs: frozenset[str]


def write_texts(db: sqlite3.Connection, target: Path, previous: Path | None) -> None:
    """Make the ``texts`` directory of a new snapshot from the record and from that of the one before, if any."""
    target.mkdir()
    wanted: dict[str, int] = dict(
        db.execute(
            "SELECT graph, disclosures.id FROM versions JOIN disclosures ON disclosures.id = disclosure"
            " AND number = current WHERE quads_count > 0"
        )
    )
    segments, merged = _arrange(_segments(previous) if previous else [], wanted)
    for segment in segments:
        os.link(segment.path, target / segment.path.name)
    if merged:
        number = max((int(segment.path.stem) for segment in _segments(previous)), default=0) + 1 if previous else 1
        _write(db, target / f"{number:08d}.sqlite", sorted(wanted[graph] for graph in merged))
    dead = {graph for segment in segments for graph in segment.graphs} - wanted.keys()
    (target / DEAD).write_text(json.dumps(sorted(dead)) + "\n", encoding="utf-8")


def _arrange(segments: list[_Segment], wanted: dict[str, int]) -> tuple[list[_Segment], set[str]]:
    """The segments to keep, and the graphs to write into a new one."""
    held = {graph for segment in segments for graph in segment.graphs}
    if len(held - wanted.keys()) * 4 > len(held):
        return [], set(wanted)
    fresh = wanted.keys() - held
    if not fresh:
        return segments, set()
    kept = list(segments)
    while kept and len(kept[-1].graphs) <= 2 * len(fresh):
        fresh |= kept.pop().graphs & wanted.keys()
    return kept, fresh


def _segments(texts: Path | None) -> list[_Segment]:
    found = []
    for path in sorted(texts.glob("*.sqlite")) if texts else []:
        with closing(_open(path)) as db:
            graphs = frozenset(graph for (graph,) in db.execute("SELECT graph FROM documents"))
        found.append(_Segment(path, graphs))
    return found


def _write(record: sqlite3.Connection, path: Path, rows: Sequence[int]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(SCHEMA)
        db.execute("BEGIN")
        db.executemany("INSERT INTO documents (disclosure, graph, text) VALUES (?, ?, ?)", _documents(record, rows))
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        db.execute("INSERT INTO words (words) VALUES ('optimize')")
        db.execute("COMMIT")


def _documents(record: sqlite3.Connection, rows: Iterable[int]) -> Iterator[tuple[str, str, str]]:
    for row in rows:
        version = versions.of_disclosure(record, row)[-1]
        yield version.iri, version.graph, versions.text(record, version.text_sha256)


def _open(path: Path) -> sqlite3.Connection:
    # an immutable file is read without a lock, a journal or write access to its directory
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


class Texts:
    """The texts of one snapshot, to search and to read. Open them with ``Texts.open``; one thread at a time."""

    def __init__(self, segments: list[sqlite3.Connection], dead: frozenset[str]) -> None:
        self._segments = segments
        self._dead = dead

    @classmethod
    @contextmanager
    def open(cls, snapshot: Path) -> Iterator[Texts]:
        """The texts of a snapshot directory."""
        with ExitStack() as stack:
            paths = sorted((snapshot / "texts").glob("*.sqlite"))
            segments = [stack.enter_context(closing(_open(path))) for path in paths]
            yield cls(segments, frozenset(json.loads((snapshot / "texts" / DEAD).read_text(encoding="utf-8"))))

    def text(self, disclosure: str) -> str | None:
        """The text of the current version of a disclosure, or None."""
        for segment in reversed(self._segments):
            rows = segment.execute("SELECT graph, text FROM documents WHERE disclosure = ?", (disclosure,))
            for graph, text in rows:
                if graph not in self._dead:
                    return str(text)
        return None

    def search(self, words: str, limit: int = 50) -> list[Hit]:
        """The letters that have all the words, the best first. What is no letter or digit separates words."""
        sought = " ".join(f'"{word}"' for word in _words(words))
        if not sought:
            return []
        hits = [hit for segment in self._segments for hit in self._search(segment, sought, limit)]
        return sorted(hits, key=lambda hit: (hit.rank, hit.disclosure))[:limit]

    def _search(self, segment: sqlite3.Connection, sought: str, limit: int) -> Iterator[Hit]:
        rows = segment.execute(
            "SELECT disclosure, graph, snippet(words, 0, ?, ?, '…', 24), words.rank FROM words"
            " JOIN documents ON documents.id = words.rowid WHERE words MATCH ? ORDER BY words.rank",
            (*MARK, sought),
        )
        found = 0
        for disclosure, graph, excerpt, rank in rows:
            if graph in self._dead:
                continue
            yield Hit(disclosure, graph, excerpt, rank)
            found += 1
            if found == limit:
                return


def _words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in text).split()
