"""The writer's lock: one writer at a time, across processes and within one."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import LockedHomeError


@contextmanager
def writer_lock(home: Path) -> Iterator[None]:
    """Hold ``home/lock``, which has the holder's process id in it; the kernel lets go when the process dies.

    Raises LockedHomeError at once, naming the holder, while another has it.
    """
    descriptor = os.open(home / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
            raise LockedHomeError(
                f"{home}: process {holder} is writing to this data directory",
                remedy=f"wait until it has ended, or end it (kill {holder}), and run the command again",
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
