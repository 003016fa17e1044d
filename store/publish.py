"""Publishing: a new snapshot beside the old ones, and ``current`` moved to it in one step when it is on disk."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from ..core.errors import DamagedError, NoSnapshotError
from ..core.settings import VOCABULARY_BASE
from ..ontology.terms import DCTERMS, RDF, XSD
from . import canonical, manifest, snapshots, work
from .catalogue import LICENCE, RIGHTS, TITLE, VOID_DATASET
from .contents import Contents, contents, is_pending
from .failures import REBUILD, translated
from .manifest import Manifest
from .record import Record
from .texts import write_texts

KEEP = 5
VOID = "http://rdfs.org/ns/void#"
TIME = "%Y%m%dT%H%M%S.%fZ"


def publish(
    record: Record, static_graphs: Mapping[str, Sequence[str]], *, rebuild: bool = False, keep: int = KEEP
) -> Manifest:
    """Make a snapshot of what the record says, switch to it, and prune to the newest ``keep``.

    static_graphs: the canonical N-Quads lines of the graphs that no letter makes, by graph IRI. rebuild: make the
    working store afresh. Where nothing has changed, the manifest of the current snapshot, with ``changed`` False.
    Nothing is switched on an error: DuplicateTripleError, DamagedError, StorageFullError, HomeError.
    """
    from .withdraw import finish_withdrawals

    finish_withdrawals(record, static_graphs)
    return make_snapshot(record, static_graphs, rebuild=rebuild, keep=keep)


def make_snapshot(record: Record, static_graphs: Mapping[str, Sequence[str]], *, rebuild: bool, keep: int) -> Manifest:
    """What ``publish`` does once no withdrawal is pending."""
    with translated(record.home, damage_remedy=REBUILD):
        (record.home / "snapshots").mkdir(exist_ok=True)
        snapshots.sweep(record.home)
        work.sweep(record)
        current = None if rebuild else _current(record.home)
        settled = not work.must_rebuild(record) and not is_pending(record.db, static_graphs)
        if current is not None and settled and current.contents == contents(record.db).digest:
            return replace(current, changed=False)
        made = _build(record, static_graphs, rebuild, current)
        snapshots.prune(record, keep)
        return made


def _build(
    record: Record, static_graphs: Mapping[str, Sequence[str]], rebuild: bool, current: Manifest | None
) -> Manifest:
    building = record.home / "snapshots" / f".building-{os.getpid()}"

    def backup(found: Contents) -> Path | None:
        if current is not None and current.contents == found.digest:
            return None
        building.mkdir()
        return building / "store"

    found, known = work.bring_up_to_date(record, static_graphs, rebuild=rebuild, backup=backup)
    if current is not None and current.contents == found.digest:
        return replace(current, changed=False)
    previous = None if current is None else record.home / "snapshots" / current.id
    return _finish(record, building, found, known, previous)


def _finish(record: Record, building: Path, found: Contents, known: work.Known, previous: Path | None) -> Manifest:
    created = _moment(record.home)
    if previous is not None:
        _verify_texts(previous)
    write_texts(record.db, building / "texts", previous / "texts" if previous else None)
    (building / "void.ttl").write_bytes(_void(record.base, found, created))
    made = Manifest(
        id=f"{created.strftime(TIME)}-{found.digest[:12]}",
        created=created.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        base=record.base,
        contents=found.digest,
        graphs=found.graphs,
        quads=found.quads,
        documents=found.documents,
        readers=tuple(
            reader for (reader,) in record.db.execute("SELECT DISTINCT reader_version FROM versions ORDER BY 1")
        ),
        files=manifest.file_hashes(building, known),
    )
    (building / manifest.NAME).write_bytes(manifest.serialized(made))
    manifest.sync_tree(building)
    _make_read_only(building)
    building.rename(building.with_name(made.id))
    manifest.sync(building.parent)
    snapshots.switch(record.home, made.id)
    return made


def _current(home: Path) -> Manifest | None:
    """The manifest of the current snapshot; None where there is none, or one that is damaged and must be replaced."""
    try:
        name = snapshots.current(home)
        found = manifest.read(home / "snapshots" / name)
        return found if found.id == name else None
    except (NoSnapshotError, DamagedError):
        return None


def _verify_texts(previous: Path) -> None:
    """What the new snapshot takes over by hard link must still be what was published."""
    noted = {name: digest for name, digest in manifest.read(previous).files.items() if name.startswith("texts/")}
    found = {f"texts/{name}": digest for name, digest in manifest.file_hashes(previous / "texts").items()}
    for name in sorted(noted.keys() | found.keys()):
        if noted.get(name) != found.get(name):
            raise DamagedError(f"snapshot {previous.name}: {name} is not what was published", remedy=REBUILD)


def _moment(home: Path) -> datetime:
    """Now, in UTC; later than every snapshot there is, even if the clock went back."""
    now = datetime.now(UTC)
    for path in snapshots.directories(home)[-1:]:
        newest = datetime.strptime(path.name.rpartition("-")[0], TIME).replace(tzinfo=UTC)
        now = max(now, newest + timedelta(microseconds=1))
    return now


def _make_read_only(root: Path) -> None:
    for path in [*root.rglob("*"), root]:
        path.chmod(path.stat().st_mode & ~0o222)


def _void(base: str, found: Contents, created: datetime) -> bytes:
    node, graph = NamedNode(f"{base}data"), NamedNode(f"{base}graph/void")
    day = Literal(created.date().isoformat(), datatype=XSD.date)

    def count(number: int) -> Literal:
        return Literal(str(number), datatype=XSD.integer)

    pairs: list[tuple[NamedNode, NamedNode | Literal]] = [
        (RDF.type, VOID_DATASET),
        (DCTERMS.title, Literal(TITLE, language="en")),
        (DCTERMS.license, LICENCE),
        (DCTERMS.rights, Literal(RIGHTS, language="en")),
        (DCTERMS.modified, day),
        (NamedNode(f"{VOID}triples"), count(found.quads)),
        (NamedNode(f"{VOID}documents"), count(found.documents)),
        (NamedNode(f"{VOID}uriSpace"), Literal(f"{base}disclosure/")),
        (NamedNode(f"{VOID}vocabulary"), NamedNode(f"{VOCABULARY_BASE}ns#")),
    ]
    quads = [Quad(node, predicate, value, graph) for predicate, value in pairs]
    return canonical.document(quads, {"void": VOID, "dcterms": "http://purl.org/dc/terms/"})
