"""Snapshots: verified before use, kept while in use, rolled back to, pruned."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Store

from foigraph.core.errors import DamagedError, NoSnapshotError, NotFoundError
from foigraph.ontology.terms import FOI
from foigraph.store.manifest import Manifest
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.snapshots import current, open_snapshot, prune, rollback, snapshots, verify_snapshot

Letters = ModuleType


def publish_more(record: Record, letters: Letters, count: int, keep: int = 5) -> list[Manifest]:
    made = []
    for number in range(count):
        letters.add(record, f"{number}/2022", letters.text(f"number {number}"))
        made.append(publish(record, letters.static_graphs(), keep=keep))
    return made


def test_a_snapshot_says_what_it_is(home: Path, record: Record, letters: Letters) -> None:
    (made,) = publish_more(record, letters, 1)
    with open_snapshot(home) as snapshot:
        assert snapshot.manifest == made
        store = Store.read_only(str(snapshot.store))
        assert len(store) == made.quads
        assert len(list(store.named_graphs())) == made.graphs
        names = {path.name for path in snapshot.path.iterdir()}
    assert names == {"store", "texts", "manifest.json", "void.ttl"}
    assert (made.documents, made.readers, made.base) == (1, (letters.READER,), letters.BASE)
    assert made.id.endswith(f"-{made.contents[:12]}")
    assert made.created.startswith(f"{made.id[:4]}-{made.id[4:6]}-{made.id[6:8]}T")


def test_thirty_changed_bytes_in_any_file_of_a_snapshot_are_refused(
    home: Path, record: Record, letters: Letters
) -> None:
    publish_more(record, letters, 2)
    with open_snapshot(home) as snapshot:
        place = snapshot.path
    paths = sorted(path for path in place.rglob("*") if path.is_file())
    assert len(paths) > 8
    for path in paths:
        good = path.read_bytes()
        middle = max(0, len(good) // 2 - 15)
        changed = bytes(byte ^ 0xFF for byte in good[middle : middle + 30]) or b"x"
        _write(path, good[:middle] + changed + good[middle + 30 :])
        with pytest.raises(DamagedError, match="publish --rebuild"), open_snapshot(home):
            pass
        with pytest.raises(DamagedError, match="publish --rebuild"):
            verify_snapshot(home)
        _write(path, good)
    verify_snapshot(home)


def _write(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def test_a_missing_file_and_one_too_many_are_refused(home: Path, record: Record, letters: Letters) -> None:
    publish_more(record, letters, 1)
    place = home / "snapshots" / str(current(home))
    place.chmod(0o755)
    (place / "extra").touch()
    with pytest.raises(DamagedError, match="extra"), open_snapshot(home):
        pass
    (place / "extra").unlink()
    (place / "void.ttl").unlink()
    with pytest.raises(DamagedError, match=r"void\.ttl"), open_snapshot(home):
        pass


def test_a_store_whose_files_and_manifest_agree_on_other_facts_fails_verification(
    home: Path, record: Record, letters: Letters
) -> None:
    one, two = publish_more(record, letters, 2)
    from dataclasses import replace

    from foigraph.store import manifest

    place = home / "snapshots" / two.id
    _write(place / "manifest.json", manifest.serialized(replace(two, contents=one.contents)))
    with pytest.raises(DamagedError, match="its store is not what was published"):
        verify_snapshot(home, two.id)


def test_published_files_are_read_only(home: Path, record: Record, letters: Letters) -> None:
    publish_more(record, letters, 1)
    place = home / "snapshots" / str(current(home))
    assert [path for path in [place, *place.rglob("*")] if path.stat().st_mode & 0o222] == []


def test_rolling_back_serves_the_older_snapshot_and_the_next_publishing_goes_on(
    home: Path, record: Record, letters: Letters
) -> None:
    one, two = publish_more(record, letters, 2)
    rollback(record, one.id)
    assert current(home) == one.id
    with open_snapshot(home) as snapshot:
        store = Store.read_only(str(snapshot.store))
        assert len(list(store.quads_for_pattern(None, None, FOI.Disclosure))) == 1
    again = publish(record, letters.static_graphs())
    assert again.changed
    assert again.contents == two.contents
    assert verify_snapshot(home).id == again.id
    with pytest.raises(NotFoundError, match="snapshots list"):
        rollback(record, "20200101T000000.000000Z-aaaaaaaaaaaa")
    with pytest.raises(NotFoundError):
        rollback(record, "../work")


def test_a_damaged_snapshot_is_not_rolled_back_to(home: Path, record: Record, letters: Letters) -> None:
    one, two = publish_more(record, letters, 2)
    _write(home / "snapshots" / one.id / "void.ttl", b"nonsense")
    with pytest.raises(DamagedError):
        rollback(record, one.id)
    assert current(home) == two.id


def test_the_newest_are_kept_and_the_current_one_even_if_it_is_old(
    home: Path, record: Record, letters: Letters
) -> None:
    made = publish_more(record, letters, 4, keep=3)
    assert [found.id for found in snapshots(home)] == [found.id for found in reversed(made[1:])]
    rollback(record, made[1].id)
    assert prune(record, 1) == [made[2].id]
    assert [found.id for found in snapshots(home)] == [made[3].id, made[1].id]


def test_a_snapshot_in_use_is_not_removed_until_it_is_free(home: Path, record: Record, letters: Letters) -> None:
    made = publish_more(record, letters, 1, keep=1)
    with open_snapshot(home) as snapshot:
        letters.add(record, "9/2022", letters.text("nine"))
        publish(record, letters.static_graphs(), keep=1)
        assert snapshot.path.is_dir()
        assert len(Store.read_only(str(snapshot.store))) == made[0].quads
    assert prune(record, 1) == [made[0].id]
    with pytest.raises(NotFoundError), open_snapshot(home, made[0].id):
        pass


def test_table_files_are_shared_between_snapshots_so_that_a_letter_more_costs_little_disk(
    home: Path, record: Record, letters: Letters
) -> None:
    with record.batch():
        for number in range(300):
            letters.add(record, f"a{number}/2022", letters.text(f"a number {number}"))
    publish(record, letters.static_graphs())
    publish_more(record, letters, 1)
    newest = home / "snapshots" / str(current(home))
    shared = {path.stat().st_ino for path in snapshot_files(home, 1)}
    mine = [path for path in snapshot_files(home, 0) if path.stat().st_size > 4096]
    assert newest.is_dir()
    bytes_new = sum(path.stat().st_size for path in mine if path.stat().st_ino not in shared)
    assert bytes_new < sum(path.stat().st_size for path in mine) / 2


def snapshot_files(home: Path, age: int) -> list[Path]:
    place = home / "snapshots" / snapshots(home)[age].id
    return [path for path in place.rglob("*") if path.suffix in {".sst", ".sqlite"}]


def test_a_clock_that_went_back_does_not_make_a_snapshot_older_than_the_last(
    home: Path, record: Record, letters: Letters
) -> None:
    (made,) = publish_more(record, letters, 1)
    future = "29991231T235959.000000Z-" + made.contents[:12]
    (home / "snapshots" / made.id).rename(home / "snapshots" / future)
    (home / "current").unlink()
    (home / "current").symlink_to(Path("snapshots") / future)
    letters.add(record, "9/2022", letters.text("nine"))
    assert publish(record, letters.static_graphs()).id > future


def test_without_anything_published_readers_are_told_so(home: Path, record: Record) -> None:
    with pytest.raises(NoSnapshotError, match="nothing has been published"), open_snapshot(home):
        pass
    assert snapshots(record.home) == []


def test_a_link_that_leads_nowhere_is_no_snapshot(home: Path, record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    (home / "current").symlink_to("snapshots/gone")
    with pytest.raises(NoSnapshotError), open_snapshot(home):
        pass
    publish(record, letters.static_graphs())
    assert verify_snapshot(home).documents == 1
