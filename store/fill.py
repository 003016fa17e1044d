"""What the working store should hold, brought into it and checked: changed graphs alone, or everything by bulk load.

The checks before anybody may see it: each changed graph reads back as it was recorded, the store holds the graphs that
the record says and no others, and no triple stands in two of them. The last needs no look at old letters: a letter's
graphs speak of that letter only (``versions.add`` refuses others), so a triple about it can only repeat among them, and
only what is said of something else is looked up in the store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from ..core.errors import DamagedError, DuplicateTripleError, UsageError
from ..core.iris import catalogue_graph, derived_graph, findings_graph
from . import canonical, versions
from .catalogue import Catalogue
from .contents import static_in
from .derive import derive
from .failures import REBUILD

LINES_AT_ONCE = 20_000
"""Up to so many lines go into the store in one transaction; more are loaded in bulk."""


class Filling:
    """Fills one store from one record, inside a transaction that keeps what the store then holds."""

    def __init__(
        self, db: sqlite3.Connection, base: str, store: Store, place: Path, static_graphs: Mapping[str, Sequence[str]]
    ) -> None:
        self._db = db
        self._base = base
        self._store = store
        self._place = place
        self._static = static_graphs
        self._catalogue = Catalogue(db, base)
        self._catalogue_graph = catalogue_graph(base)
        self._whole = False
        self._changed: list[str] = []
        self._foreign: list[str] = []
        self._entry_lines: list[str] = []

    def rebuild(self) -> int:
        """Load everything into an empty store, check it, and return how many lines were loaded."""
        self._whole = True
        for table in ("graphs", "entries", "static_graphs"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
        stream = canonical.LineFile(self._everything())
        self._store.bulk_load(stream, format=RdfFormat.N_QUADS)  # type: ignore[arg-type]  # it needs read() alone
        self._check(self._all_graphs())
        lines = self._store.quads_for_pattern(None, None, None, NamedNode(self._catalogue_graph))
        if canonical.additive(f"{quad} ." for quad in lines) != self._digest_of(self._catalogue_graph):
            raise self._damaged(self._catalogue_graph)
        return stream.lines

    def update(self) -> int:
        """Bring in what changed since the last time, check it, and return how many lines came and went."""
        gone, new = self._static_changes()
        stale = self._db.execute("SELECT id FROM disclosures WHERE stale ORDER BY id").fetchall()
        moved = 0
        for (row,) in stale:
            removed, lines = self._replace(row)
            gone += removed
            new += lines
            if len(new) > LINES_AT_ONCE:
                moved += self._apply(gone, new)
                gone, new = [], []
        removed_lines = self._replace_entries(self._catalogue.everybody())
        new += [line for lines in removed_lines for line in lines]
        moved += self._apply(gone, new)
        for quad in canonical.quads_of(self._entry_lines):
            if quad not in self._store:
                raise self._damaged(self._catalogue_graph)
        self._check(iter(self._changed))
        return moved

    # everything

    def _everything(self) -> Iterator[str]:
        for iri, lines in self._static.items():
            yield from self._place_static(iri, lines)
        rows = self._db.execute("SELECT id FROM disclosures ORDER BY id").fetchall()
        for (row,) in rows:
            yield from self._place_disclosure(row)
        for lines in self._replace_entries(self._catalogue.everybody()):
            yield from lines

    def _all_graphs(self) -> Iterator[str]:
        rows = self._db.execute("SELECT iri FROM graphs WHERE iri <> ?", (self._catalogue_graph,))
        yield from (iri for (iri,) in rows)

    # graphs that no letter makes

    def _static_changes(self) -> tuple[list[str], list[str]]:
        known = static_in(self._db)
        gone = [iri for iri in known if not self._static.get(iri)]
        new: list[str] = []
        for iri, lines in self._static.items():
            if lines and known.get(iri) != canonical.digest(lines):
                gone += [iri] if iri in known else []
                new += self._place_static(iri, lines)
        for iri in known:
            if not self._static.get(iri):
                self._db.execute("DELETE FROM static_graphs WHERE iri = ?", (iri,))
                self._db.execute("DELETE FROM graphs WHERE iri = ?", (iri,))
        return gone, new

    def _place_static(self, iri: str, lines: Sequence[str]) -> Sequence[str]:
        if any(line.startswith(f"<{self._base}disclosure/") for line in lines):
            raise UsageError(f"the graph <{iri}> speaks of a disclosure", remedy="give graphs that no letter makes")
        self._put(iri, None, lines)
        packed = versions.packed(lines)
        self._db.execute("INSERT OR REPLACE INTO static_graphs VALUES (?, ?)", (iri, packed))
        self._foreign += lines
        return lines

    # graphs of letters

    def _place_disclosure(self, row: int) -> list[str]:
        """The lines of a disclosure's graphs and of its catalogue entry, with the record told of them."""
        groups = self._graphs_of(row)
        for iri, lines in groups:
            self._put(iri, row, lines)
        return [line for _, lines in groups for line in lines] + self._entry(row, groups)

    def _graphs_of(self, row: int) -> list[tuple[str, list[str]]]:
        version = versions.of_disclosure(self._db, row)[-1]
        quads, findings = versions.lines(self._db, row, version.number)
        derived = derived_graph(self._base, version.authority, version.key)
        return [
            (version.graph, quads),
            (derived, derive(quads, version.iri, derived)),
            (findings_graph(self._base, version.authority, version.key), findings),
        ]

    def _entry(self, row: int, groups: list[tuple[str, list[str]]]) -> list[str]:
        """The lines that are new in a disclosure's catalogue entry, after a look for triples that stand twice."""
        lines = self._catalogue.disclosure(row)
        self._look_for_repeats(row, [*groups, (self._catalogue_graph, lines)])
        return [line for found in self._replace_entries([(f"disclosure {row}", lines)]) for line in found]

    def _look_for_repeats(self, row: int, groups: Iterable[tuple[str, list[str]]]) -> None:
        iri = self._db.execute("SELECT iri FROM disclosures WHERE id = ?", (row,)).fetchone()[0]
        own = (f"<{iri}>", f"<{iri}#")
        seen: dict[str, str] = {}
        for graph, lines in groups:
            for line, triple in zip(lines, canonical.triples(lines, graph), strict=True):
                if triple in seen:
                    raise _duplicate(triple, [seen[triple], graph])
                if triple.startswith(own):
                    seen[triple] = graph
                else:
                    self._foreign.append(line)

    def _replace(self, row: int) -> tuple[list[str], list[str]]:
        """(graphs to remove, lines to add) for a disclosure that changed."""
        held = dict(self._db.execute("SELECT iri, sha256 FROM graphs WHERE owner = ?", (row,)))
        groups = self._graphs_of(row)
        wanted = {iri: canonical.digest(lines) for iri, lines in groups if lines}
        gone = [iri for iri, digest in held.items() if wanted.get(iri) != digest]
        self._db.executemany("DELETE FROM graphs WHERE iri = ?", [(iri,) for iri in gone])
        new: list[str] = []
        for iri, lines in groups:
            if lines and held.get(iri) != wanted[iri]:
                self._put(iri, row, lines)
                new += lines
        return gone, new + self._entry(row, groups)

    # the catalogue

    def _replace_entries(self, entries: Iterable[tuple[str, list[str]]]) -> Iterator[list[str]]:
        """Put entries in place of those of the same name: what they no longer say is removed, what is new yielded."""
        for name, lines in entries:
            row = self._db.execute("SELECT lines FROM entries WHERE name = ?", (name,)).fetchone()
            held = versions.unpacked(row[0]) if row else []
            if held == lines:
                continue
            gone, new = sorted(set(held) - set(lines)), sorted(set(lines) - set(held))
            for quad in canonical.quads_of(gone):
                self._store.remove(quad)
            packed = versions.packed(lines)
            self._db.execute("INSERT OR REPLACE INTO entries VALUES (?, ?)", (name, packed))
            self._count_catalogue(gone, new)
            if not self._whole:
                self._entry_lines += new
            if not name.startswith("disclosure "):
                self._foreign += new
            yield new

    def _count_catalogue(self, gone: list[str], new: list[str]) -> None:
        row = self._db.execute("SELECT sha256, quads FROM graphs WHERE iri = ?", (self._catalogue_graph,)).fetchone()
        digest, count = row or (canonical.NOTHING, 0)
        digest = canonical.additive(new, canonical.subtractive(gone, digest))
        self._db.execute(
            "INSERT OR REPLACE INTO graphs VALUES (?, NULL, ?, ?)",
            (self._catalogue_graph, digest, count + len(new) - len(gone)),
        )

    # into the store

    def _put(self, iri: str, owner: int | None, lines: Sequence[str]) -> None:
        """Note a graph that the store is about to hold; one without triples is no graph."""
        if lines:
            if not self._whole:
                self._changed.append(iri)
            row = (iri, owner, canonical.digest(lines), len(lines))
            self._db.execute("INSERT OR REPLACE INTO graphs VALUES (?, ?, ?, ?)", row)

    def _apply(self, gone: list[str], new: list[str]) -> int:
        for iri in gone:
            self._store.remove_graph(NamedNode(iri))
        load = self._store.load if len(new) <= LINES_AT_ONCE else self._store.bulk_load
        load(canonical.to_bytes(new), format=RdfFormat.N_QUADS)
        return len(gone) + len(new)

    # checks

    def _check(self, changed: Iterator[str]) -> None:
        held = {str(graph.value) for graph in self._store.named_graphs()}
        noted = {iri for (iri,) in self._db.execute("SELECT iri FROM graphs")}
        for iri in sorted(held ^ noted)[:1]:
            raise self._damaged(iri)
        for iri in changed:
            if canonical.digest(canonical.read_back(self._store, iri)) != self._digest_of(iri):
                raise self._damaged(iri)
        for quad in canonical.quads_of(self._foreign):
            found = list(islice(self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None), 2))
            if len(found) > 1:
                raise _duplicate(str(quad.triple), [str(q.graph_name)[1:-1] for q in found])

    def _digest_of(self, iri: str) -> str:
        row = self._db.execute("SELECT sha256 FROM graphs WHERE iri = ?", (iri,)).fetchone()
        return str(row[0]) if row else canonical.NOTHING

    def _damaged(self, iri: str) -> DamagedError:
        return DamagedError(f"{self._place}: the graph <{iri}> does not read back as it was recorded", remedy=REBUILD)


def _duplicate(triple: str, graphs: list[str]) -> DuplicateTripleError:
    where = " and ".join(f"<{graph}>" for graph in sorted(graphs))
    return DuplicateTripleError(
        f"the triple {triple} stands in {where}", remedy="withdraw or correct one of them, then run `foigraph publish`"
    )
