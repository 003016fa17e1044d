"""One query worker, seen from the process that asks it: start it, send it a query, kill it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph

from ..core.errors import DamagedError, QueryCrashedError, QueryTimeoutError

OPENING_SECONDS = 120.0
"""A store that takes longer to open than this is given up."""
HEADER_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: deadline of a query, None for none. bytes: cap of a result. memory: address space, 0 for no limit."""

    seconds: float | None
    bytes: int
    memory: int


class _GoneError(Exception):
    """The other end of the socket is closed."""


class Worker:
    """One worker process, seen from its parent. Starting does not wait; the first query does."""

    def __init__(self, path: Path, limits: Limits, isolation: Sequence[str]) -> None:
        ours, theirs = socket.socketpair()
        leash, self._leash = os.pipe()
        packages = str(Path(pyoxigraph.__file__).parent.parent)
        program = str(Path(__file__).with_name("workers.py"))
        arguments = (packages, str(path), str(limits.memory), ",".join(isolation))
        try:
            # -I -S: nothing of the caller's environment is imported; also twice as fast to start
            self._process = subprocess.Popen(
                (sys.executable, "-I", "-S", program, *arguments),
                stdin=leash, stdout=theirs.fileno(), stderr=subprocess.DEVNULL,
                env={**os.environ, "MALLOC_ARENA_MAX": "1"},
            )  # fmt: skip
        except BaseException:
            ours.close()
            os.close(self._leash)
            raise
        finally:
            theirs.close()
            os.close(leash)
        self._socket = ours
        self._limits = limits
        self.isolation = ""

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def ready(self) -> None:
        """Wait until the store is open. Raises DamagedError or QueryCrashedError where it cannot be opened."""
        if self.isolation:
            return
        try:
            header = self._header(time.monotonic() + OPENING_SECONDS)
        except (_GoneError, TimeoutError):
            raise QueryCrashedError(
                "the query worker ended while it opened the store", remedy="allow it more memory (query_memory_bytes)"
            ) from None
        if header["status"] != "ready":
            message = one_line(header["message"])
            raise DamagedError(f"the store cannot be opened: {message}", remedy="publish again with --rebuild")
        self.isolation = header["isolation"]

    def run(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Send one query and wait for its end: header and body.

        Raises QueryTimeoutError and QueryCrashedError; the worker is of no use afterwards.
        """
        seconds = self._limits.seconds
        deadline = None if seconds is None else time.monotonic() + seconds
        try:
            self._send(json.dumps(request).encode("ascii"), deadline)
            header = self._header(deadline)
            return header, self._receive(deadline) if header["status"] == "ok" else b""
        except TimeoutError:
            raise QueryTimeoutError(
                f"the query ran past its deadline of {seconds:g} seconds and was stopped",
                remedy="ask for less: name a force, a provision or a year",
            ) from None
        except _GoneError:
            raise QueryCrashedError(
                f"the query ended its worker: over {self._limits.memory:,} bytes of memory, or nested too deeply",
                remedy="ask for less, or write it with fewer nested groups",
            ) from None

    def kill(self) -> None:
        """End the process and wait for its end; harmless when it has ended."""
        self._process.kill()
        self._process.wait()
        self._forget()

    def stop(self) -> None:
        """End the process and nothing else, for a worker that another thread waits for."""
        self._process.kill()

    def disown(self) -> None:
        """In a forked child: close the copies of our ends, and leave the process to its parent."""
        self._process.returncode = 0
        self._forget()

    def _forget(self) -> None:
        self._socket.close()
        if self._leash >= 0:
            os.close(self._leash)
        self._leash = -1

    def _send(self, content: bytes, deadline: float | None) -> None:
        try:
            self._socket.settimeout(_left(deadline))
            self._socket.sendall(len(content).to_bytes(8, "big") + content)
        except (BrokenPipeError, ConnectionResetError):
            raise _GoneError from None

    def _header(self, deadline: float | None) -> dict[str, Any]:
        header: dict[str, Any] = json.loads(self._receive(deadline))
        return header

    def _receive(self, deadline: float | None) -> bytes:
        return self._read(int.from_bytes(self._read(8, deadline), "big"), deadline)

    def _read(self, count: int, deadline: float | None) -> bytes:
        if count > self._limits.bytes + HEADER_BYTES:
            raise _GoneError  # no worker of ours sends that
        content = bytearray(count)
        rest = memoryview(content)
        while rest:
            self._socket.settimeout(_left(deadline))
            try:
                got = self._socket.recv_into(rest)
            except ConnectionResetError:
                raise _GoneError from None
            if not got:
                raise _GoneError
            rest = rest[got:]
        return bytes(content)


def _left(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def one_line(text: str, most: int = 300) -> str:
    """The first ``most`` characters of an engine's message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
