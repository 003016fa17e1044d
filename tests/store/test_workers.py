"""What the worker program does by itself, without the pool: its limits and its frames."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from foigraph.store import workers
from foigraph.store.workers import Spool

FOLDER = str(Path(workers.__file__).parent)


def in_process_of_its_own(code: str) -> str:
    """Run code beside the worker program, in a process that may give up its network for good."""
    setup = f"import sys; sys.path.insert(0, {FOLDER!r}); import workers; "
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, timeout=60, check=False)
    return done.stdout.strip() or done.stderr.strip().rpartition("\n")[2]


def test_a_spool_keeps_what_fits_and_nothing_more() -> None:
    spool = Spool(5)
    spool.write(b"abc")
    spool.write(b"de")
    assert b"".join(spool.parts) == b"abcde"
    assert not spool.full
    with pytest.raises(OverflowError):
        spool.write(b"f")
    assert spool.full
    assert spool.parts == []


@pytest.mark.parametrize(
    ("way", "refusal"), [("network-namespace", "Network is unreachable"), ("seccomp", "Permission denied")]
)
def test_after_isolation_no_address_can_be_reached(way: str, refusal: str) -> None:
    said = in_process_of_its_own(
        f"import socket; print(workers.isolate([{way!r}]), flush=True)\n"
        "try: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError as error: print(error.strerror)"
    )
    if said.startswith("none"):
        pytest.skip(f"{way} does not work on this platform")
    assert said.split("\n") == [way, refusal]


def test_no_way_of_isolation_is_said_to_be_none() -> None:
    assert in_process_of_its_own("print(workers.isolate([]))") == "none"
    assert in_process_of_its_own("print(workers.isolate(['']))") == "none"


def test_memory_past_the_limit_is_refused_by_the_kernel() -> None:
    grow = "workers.limit_memory(workers.address_space(), 50 * 2**20); print(len(bytearray({} * 2**20)))"
    assert in_process_of_its_own(grow.format(20)) == str(20 * 2**20)
    assert in_process_of_its_own(grow.format(200)) == "MemoryError"


def test_a_worker_ends_when_the_leash_is_let_go() -> None:
    reading, writing = os.pipe()
    code = "workers.hold_leash(); print('held', flush=True); import time; time.sleep(60)"
    setup = f"import sys; sys.path.insert(0, {FOLDER!r}); import workers; "
    worker = subprocess.Popen([sys.executable, "-c", setup + code], stdin=reading, stdout=subprocess.PIPE, text=True)
    os.close(reading)
    with worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "held\n"
        assert worker.poll() is None
        os.close(writing)
        assert worker.wait(5) != 0


def test_a_worker_whose_parent_went_first_ends_at_once() -> None:
    code = "workers.hold_leash(); print('still here')"
    setup = f"import sys; sys.path.insert(0, {FOLDER!r}); import workers; "
    reading, writing = os.pipe()
    os.close(writing)
    done = subprocess.run(
        [sys.executable, "-c", setup + code], stdin=reading, capture_output=True, text=True, timeout=20, check=False
    )
    os.close(reading)
    assert (done.returncode, done.stdout) == (0, "")
