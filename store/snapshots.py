"""Published snapshots: listing, opening, verifying, rolling back, pruning. Readers need nothing else of a home.

A reader holds a shared lock on the manifest of the snapshot it reads; pruning takes that lock exclusively, so one in
use stays. ``current`` is a symbolic link that is replaced in one step.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from pyoxigraph import NamedNode, Store

from ..core.errors import DamagedError, NoSnapshotError, NotFoundError, UsageError
from ..core.iris import catalogue_graph
from . import canonical, manifest
from .failures import REBUILD, translated
from .manifest import Manifest
from .record import Record

ATTEMPTS = 50
"""How often opening ``current`` is tried again when it moves, and what it led to is removed, in between."""

_verified: dict[Path, tuple[tuple[str, int, int, int], ...]] = {}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot in use: valid while the context of ``open_snapshot`` lasts. store: the path to open read-only."""

    path: Path
    manifest: Manifest

    @property
    def store(self) -> Path:
        """The Oxigraph directory, for ``pyoxigraph.Store.read_only``."""
        return self.path / "store"


def snapshots(home: Path) -> list[Manifest]:
    """The snapshots of a home, newest first. Raises DamagedError where a manifest is not what was written."""
    return [manifest.read(path) for path in reversed(directories(home))]


def current(home: Path) -> str:
    """The id of the current snapshot. Raises NoSnapshotError."""
    return _directory(home, None).name


@contextmanager
def open_snapshot(home: Path, identifier: str | None = None, *, verify: bool = True) -> Iterator[Snapshot]:
    """Hold a snapshot (by default the current one) so that it is not removed while it is read.

    verify: compare every file with the manifest first, once a process and snapshot; a worker whose parent has done so
    need not.
    Raises NoSnapshotError, NotFoundError (that one is gone), DamagedError.
    """
    with translated(home, damage_remedy=REBUILD):
        path, descriptor = _hold(home, identifier)
        try:
            found = Snapshot(path, manifest.read(path))
            if found.manifest.id != path.name:
                raise DamagedError(f"snapshot {path.name}: its manifest is of {found.manifest.id}", remedy=REBUILD)
            if verify:
                _verify_once(found)
        except BaseException:
            os.close(descriptor)
            raise
    try:
        yield found
    finally:
        os.close(descriptor)


def verify_snapshot(home: Path, identifier: str | None = None) -> Manifest:
    """Compare every file with the manifest, then read the whole store and compare what it holds with it.

    Raises as ``open_snapshot`` does.
    """
    with open_snapshot(home, identifier, verify=False) as found, translated(found.path, damage_remedy=REBUILD):
        manifest.verify_files(found.path, found.manifest)
        if _contents(Store.read_only(str(found.store)), found.manifest.base) != found.manifest.contents:
            raise DamagedError(f"snapshot {found.manifest.id}: its store is not what was published", remedy=REBUILD)
        return found.manifest


def rollback(record: Record, identifier: str) -> Manifest:
    """Make an older snapshot the current one, after verifying it; the record keeps what it has.

    Raises NotFoundError, DamagedError, UsageError for one from before a withdrawal.
    """
    found = verify_snapshot(record.home, identifier)
    barrier = record.noted("barrier")
    if barrier is not None and found.created < barrier:
        raise UsageError(
            f"snapshot {identifier} is from before a withdrawal ({barrier})",
            remedy="delete it; what was withdrawn must not be served again",
        )
    switch(record.home, identifier)
    return replace(found, changed=True)


def prune(record: Record, keep: int) -> list[str]:
    """Remove all but the newest ``keep`` snapshots, the current one and those in use; the ids of those removed."""
    kept = directories(record.home)
    now = _current_name(record.home)
    old = [path for path in kept[: max(0, len(kept) - keep)] if path.name != now]
    return [path.name for path in old if _remove_unused(path)]


def remove(path: Path) -> None:
    """Remove a snapshot directory, in use or not: out of sight first, then from the disk."""
    hidden = path.with_name(f".removed-{path.name}") if not path.name.startswith(".") else path
    if hidden != path:
        path.rename(hidden)
    for folder in [hidden, *(inner for inner in hidden.rglob("*") if inner.is_dir())]:
        folder.chmod(0o755)
    shutil.rmtree(hidden)


def sweep(home: Path) -> None:
    """Remove what a killed publisher or pruner left."""
    for path in (home / "snapshots").glob(".*"):
        remove(path)
    for path in home.glob(".current-*"):
        path.unlink()


def switch(home: Path, identifier: str) -> None:
    """Let ``current`` lead to a snapshot, in one step, and have that on disk."""
    link = home / f".current-{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("snapshots") / identifier)
    os.replace(link, home / "current")  # noqa: PTH105 - named so in the tests of the order of syncs
    manifest.sync(home)


def directories(home: Path) -> list[Path]:
    """The snapshot directories, oldest first."""
    return sorted(path for path in (home / "snapshots").glob("[0-9]*") if path.is_dir())


def _current_name(home: Path) -> str | None:
    try:
        return Path(os.readlink(home / "current")).name  # noqa: PTH115 - Path.readlink is the same
    except FileNotFoundError:
        return None


def _directory(home: Path, identifier: str | None) -> Path:
    if identifier is None:
        name = _current_name(home)
        if name is None:
            raise NoSnapshotError(f"{home}: nothing has been published", remedy="run `foigraph ingest PATH…`")
        return home / "snapshots" / name
    path = home / "snapshots" / identifier
    if path.parent != home / "snapshots" or identifier.startswith(".") or not path.is_dir():
        raise NotFoundError(f"no snapshot {identifier!r}", remedy="`foigraph snapshots list` shows those there are")
    return path


def _hold(home: Path, identifier: str | None) -> tuple[Path, int]:
    for _ in range(ATTEMPTS):
        path = _directory(home, identifier)
        try:
            descriptor = os.open(path / manifest.NAME, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            continue  # it was removed after it had been found; look again where `current` leads
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if _is_still(path / manifest.NAME, descriptor):
            return path, descriptor
        os.close(descriptor)
    raise NoSnapshotError(f"{home}: `current` leads nowhere", remedy="run `foigraph publish`")


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(descriptor).st_ino
    except FileNotFoundError:
        return False


def _remove_unused(path: Path) -> bool:
    try:
        descriptor = os.open(path / manifest.NAME, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        remove(path)  # no reader can hold what has no manifest
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        remove(path)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _verify_once(snapshot: Snapshot) -> None:
    state = tuple(
        (str(path), status.st_ino, status.st_size, status.st_mtime_ns)
        for path in sorted(snapshot.path.rglob("*"))
        if path.is_file() and (status := path.stat())
    )
    if _verified.get(snapshot.path) != state:
        manifest.verify_files(snapshot.path, snapshot.manifest)
        _verified[snapshot.path] = state


def _contents(store: Store, base: str) -> str:
    """The digest of all graphs of a store: what ``fill.contents`` works out from the record."""
    found = sha256()
    for iri in sorted(str(graph.value) for graph in store.named_graphs()):
        if iri == catalogue_graph(base):
            quads = store.quads_for_pattern(None, None, None, NamedNode(iri))
            digest = canonical.additive(f"{quad} ." for quad in quads)
        else:
            digest = canonical.digest(canonical.read_back(store, iri))
        found.update(f"{iri} {digest}\n".encode())
    return found.hexdigest()
