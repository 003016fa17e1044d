"""What breaks while it happens: killed publishers, full disks, and the order in which things reach the disk."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

from foigraph.core.errors import HomeError, StorageFullError
from foigraph.store import manifest, snapshots
from foigraph.store.manifest import Manifest
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.snapshots import open_snapshot, verify_snapshot

Letters = ModuleType
KILLS = 50


def start(letters: Letters, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, letters.__file__, *arguments], stdout=subprocess.PIPE, text=True)


def finish(letters: Letters, *arguments: str) -> float:
    """Run a publisher to its end; how long publishing took, without what comes before, in seconds."""
    with start(letters, *arguments) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "recorded\n"
        begun = time.monotonic()
        assert process.stdout.readline() == "published\n"
        took = time.monotonic() - begun
    assert process.returncode == 0
    return took


def test_readers_see_wholly_old_or_wholly_new_data_while_publishers_are_killed(
    home: Path, tmp_path: Path, letters: Letters
) -> None:
    """Two letters always change together: fifty publishers die at random moments under four looping readers."""
    took = max(finish(letters, "pair", str(home), "0"), finish(letters, "pair", str(home), "0"))
    stop = tmp_path / "stop"
    readers = [start(letters, "read", str(home), str(stop)) for _ in range(4)]
    moments = random.Random(20221026)
    killed = 0
    try:
        for turn in range(1, KILLS + 1):
            killed += kill_publisher(letters, home, turn, moments.uniform(0, 1.5 * took))
            if turn % 10 == 0:
                finish(letters, "pair", str(home), str(turn))
                verify_snapshot(home)
    finally:
        stop.touch()
        said = [reader.communicate(timeout=30)[0] for reader in readers]
    assert [reader.returncode for reader in readers] == [0] * 4
    assert killed > KILLS / 3
    answers = {line for text in said for line in text.splitlines() if not line.startswith("looked")}
    assert len(answers) > 5
    assert {line for line in answers if len(set(line.split())) != 1 or len(line.split()) != 2} == set()
    finish(letters, "pair", str(home), "99")
    assert verify_snapshot(home).documents == 2
    assert [path for path in (home / "snapshots").iterdir() if path.name.startswith(".")] == []
    assert len(list((home / "work").iterdir())) == 1


def kill_publisher(letters: Letters, home: Path, turn: int, moment: float) -> bool:
    """Start a publisher, kill it ``moment`` seconds into publishing, and say whether it was still at it."""
    with start(letters, "pair", str(home), str(turn)) as publisher:
        assert publisher.stdout is not None
        assert publisher.stdout.readline() == "recorded\n"
        time.sleep(moment)
        publisher.send_signal(signal.SIGKILL)
        publisher.communicate()
    return publisher.returncode == -signal.SIGKILL


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace; the order is tested in the process alone")
def test_every_file_of_a_snapshot_is_on_disk_before_the_link_moves(
    home: Path, tmp_path: Path, letters: Letters
) -> None:
    trace = tmp_path / "trace"
    program = [sys.executable, letters.__file__, "pair", str(home), "1"]
    calls = "trace=fsync,fdatasync,rename,renameat,renameat2,link,linkat"
    subprocess.run(["strace", "-f", "-y", "-e", calls, "-o", str(trace), *program], check=True, capture_output=True)
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    switch = next(
        place
        for place, line in enumerate(lines)
        if "rename" in line and line.rstrip().endswith("= 0") and f'{home}/current"' in line
    )
    with open_snapshot(home) as snapshot:
        wanted = {path.relative_to(snapshot.path).as_posix() for path in snapshot.path.rglob("*")} | {"."}
        identifier = snapshot.path.name
    synced = {}
    for place, line in enumerate(lines[:switch]):
        match = re.search(r"f(?:data)?sync\(\d+<(.*?)>", line)
        if match:
            synced[match[1]] = place
    building = re.search(
        rf'"({re.escape(str(home))}/snapshots/\.building-\d+)", .*{re.escape(identifier)}"', "\n".join(lines[:switch])
    )
    assert building is not None
    missing = {name for name in wanted if str(Path(building[1], name)) not in synced}
    assert missing == set()
    assert str(home / "snapshots") in synced
    work = [place for path, place in synced.items() if path.startswith(f"{home}/work/")]
    first_copy = min(place for path, place in synced.items() if path.startswith(f"{building[1]}/texts"))
    assert work
    assert min(work) < first_copy, "Oxigraph flushes before the snapshot is completed"
    assert any("fsync" in line and f"<{home}>" in line for line in lines[switch:]), "the move itself is synced too"


def test_files_then_directory_then_name_then_link_is_the_order(
    home: Path, record: Record, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[tuple[str, str]] = []
    sync, replace, rename = manifest.sync, os.replace, Path.rename

    def seen_sync(path: Path) -> None:
        happened.append(("sync", str(path)))
        sync(path)

    def seen_replace(source: Path, target: Path) -> None:
        happened.append(("link", str(target)))
        replace(source, target)

    def seen_rename(source: Path, target: Path) -> Path:
        happened.append(("name", str(target)))
        return rename(source, target)

    monkeypatch.setattr(manifest, "sync", seen_sync)
    monkeypatch.setattr(snapshots.os, "replace", seen_replace)
    monkeypatch.setattr(Path, "rename", seen_rename)
    letters.add(record, "1/2022", letters.text("one"))
    made = publish(record, letters.static_graphs())
    kinds = [kind for kind, _ in happened]
    assert kinds.index("name") < kinds.index("link")
    building = {path for kind, path in happened[: kinds.index("name")] if kind == "sync"}
    assert {Path(path).name for path in building} >= {"manifest.json", "void.ttl", "store", "texts"}
    assert len(building) > len(made.files)
    assert ("sync", str(home / "snapshots")) in happened[kinds.index("name") : kinds.index("link")]
    assert happened[-1] == ("sync", str(home))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 25 MB of memory."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=25m", "foigraph-test", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("a file system of its own cannot be mounted here; the next test limits the size of files instead")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_is_said_readers_go_on_and_the_same_command_works_once_there_is_space(
    small_disk: Path, letters: Letters
) -> None:
    home = small_disk / "home"
    with Record.open(home, write=True, base=letters.BASE) as record:
        letters.add(record, "1/2022", letters.text("one"))
        good = publish(record, letters.static_graphs())
    with pytest.raises(StorageFullError, match="free some space and run the command again"):
        fill_up(home, letters)
    take_the_rest(small_disk / "ballast")
    with pytest.raises(StorageFullError):
        add_and_publish(home, letters, os.urandom(40_000).hex())
    with open_snapshot(home) as snapshot:
        assert snapshot.manifest.id >= good.id
    (small_disk / "ballast").unlink()
    (small_disk / "filler").unlink()
    made = add_and_publish(home, letters, "")
    with Record.open(home, write=False) as record:
        assert made.documents == len(record.current_versions()) > 1
    assert verify_snapshot(home).id == made.id


def add_and_publish(home: Path, letters: Letters, more: str) -> Manifest:
    with Record.open(home, write=True) as record:
        letters.add(record, "2/2022", letters.text("two") + more)
        return publish(record, letters.static_graphs())


def take_the_rest(path: Path) -> None:
    """Write until the device takes no more."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(os.urandom(512)):
            pass


def fill_up(home: Path, letters: Letters) -> None:
    """Take most of the space, then record letters until there is none."""
    (home.parent / "filler").write_bytes(bytes(12_000_000))
    with Record.open(home, write=True) as record:
        for number in range(10, 200):
            letters.add(record, f"{number}/2022", letters.text(f"number {number}") + os.urandom(100_000).hex())
            publish(record, letters.static_graphs(), keep=1)


def test_a_limit_on_the_size_of_files_ends_in_an_error_of_ours_and_a_retry_works(
    home: Path, record: Record, letters: Letters
) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    good = publish(record, letters.static_graphs())
    letters.add(record, "2/2022", letters.text("two"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(HomeError):  # SQLite tells this limit as an I/O error, Oxigraph as a full disk
            publish(record, letters.static_graphs())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with open_snapshot(home) as snapshot:
        assert snapshot.manifest.id == good.id
    assert publish(record, letters.static_graphs()).documents == 2
    assert verify_snapshot(home).documents == 2


def test_three_killed_rebuilds_leave_nothing_behind(home: Path, letters: Letters) -> None:
    with Record.open(home, write=True, base=letters.BASE) as record:
        with record.batch():
            for number in range(400):
                letters.add(record, f"{number}/2022", letters.text(f"number {number}"))
        publish(record, letters.static_graphs(), rebuild=True, keep=1)
    size = total(home / "work")
    for moment in (0.35, 0.45, 0.6):
        with start(letters, "rebuild", str(home)) as process:
            time.sleep(moment)
            process.kill()
            process.communicate()
    with Record.open(home, write=True) as record:
        publish(record, letters.static_graphs(), keep=1)
        publish(record, letters.static_graphs(), rebuild=True, keep=1)
    assert len(list((home / "work").iterdir())) == 1
    assert len(list((home / "snapshots").iterdir())) == 1
    assert total(home / "work") < size * 1.2


def total(directory: Path) -> int:
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file() and "LOG" not in path.name)
