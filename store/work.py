"""The writer's own Oxigraph store, ``home/work/<generation>/``: an index of the record that can always be made again.

Its directory is marked dirty in the record before it is opened and clean after it was closed, with the hash of every
file; so a crash, or a byte that changed since, is seen before anything is published from it. What is dirty is made
afresh in a new directory.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Store

from ..core.errors import DamagedError
from .contents import Contents, contents, rules_version
from .failures import REBUILD, translated
from .fill import Filling
from .manifest import file_hashes, identities
from .record import Record

OPTIMIZE_SHARE = 8
"""The store is compacted when one part in so many has changed since the last time: each change is paid for a bounded
number of times, and table files stay shared between snapshots in between."""

Known = Mapping[tuple[str, int, int], str]


def bring_up_to_date(
    record: Record,
    static_graphs: Mapping[str, Sequence[str]],
    *,
    rebuild: bool,
    backup: Callable[[Contents], Path | None],
) -> tuple[Contents, Known]:
    """Bring the working store up to date, check it, and back it up to where ``backup`` says (None: nowhere).

    Returns what it holds, and the hashes of its table files, which the backup shares.
    Raises DamagedError (remedy: rebuild), DuplicateTripleError; then the next time it is made afresh.
    """
    home = record.home / "work"
    home.mkdir(exist_ok=True)
    afresh = rebuild or must_rebuild(record)
    place = home / (_new_generation(record) if afresh else str(record.noted("work")))
    known = {} if afresh else _verified(record, place)
    record.note("work_dirty", "yes")
    with translated(place, damage_remedy=REBUILD):
        with record.batch():
            found = _filled(record, place, static_graphs, afresh, backup)
            _tidy_logs(place)
            hashes = file_hashes(place, known)
            record.note("work", place.name)
            record.note("work_files", json.dumps(hashes))
            record.note("rules", rules_version())
            record.note("work_dirty", None)
        sweep(record)
        return found, identities(place, hashes)


def must_rebuild(record: Record) -> bool:
    """Whether there is no working store that could be brought up to date."""
    name = record.noted("work")
    return (
        name is None
        or record.noted("work_dirty") is not None
        or record.noted("rules") != rules_version()
        or not (record.home / "work" / name).is_dir()
    )


def _filled(
    record: Record,
    place: Path,
    static_graphs: Mapping[str, Sequence[str]],
    afresh: bool,
    backup: Callable[[Contents], Path | None],
) -> Contents:
    """The store is opened and, when this returns, closed: nothing else may hold it."""
    store = Store(place)
    filling = Filling(record.db, record.base, store, place, static_graphs)
    moved = filling.rebuild() if afresh else filling.update()
    record.db.execute("UPDATE disclosures SET stale = 0 WHERE stale")
    found = contents(record.db)
    unsettled = moved + int(record.noted("work_unsettled") or 0)
    if afresh or unsettled * OPTIMIZE_SHARE > found.quads:
        store.optimize()
        unsettled = 0
    record.note("work_unsettled", str(unsettled))
    store.flush()
    target = backup(found)
    if target is not None:
        store.backup(target)
    return found


def _verified(record: Record, place: Path) -> Known:
    """Compare the working store's files with what they were when it was closed."""
    noted = json.loads(record.noted("work_files") or "{}")
    found = file_hashes(place)
    for name in sorted(noted.keys() | found.keys()):
        if noted.get(name) != found.get(name):
            raise DamagedError(f"{place / name}: not what was written", remedy=REBUILD)
    return identities(place, found)


def _new_generation(record: Record) -> str:
    """A name that no working store had before: Oxigraph may still hold the lock of one that failed."""
    number = str(int(record.noted("work_generation") or 0) + 1)
    record.note("work_generation", number)
    return number


def _tidy_logs(place: Path) -> None:
    for path in place.glob("LOG.old.*"):
        path.unlink()


def sweep(record: Record) -> None:
    """Remove working stores that the record does not name: those before the present one, and what crashes left."""
    home = record.home / "work"
    kept = record.noted("work")
    for path in home.iterdir() if home.is_dir() else []:
        if path.name != kept:
            shutil.rmtree(path)
