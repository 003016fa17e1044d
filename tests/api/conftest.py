"""The real server: gunicorn in a process of its own, on loopback, over a home with the example letters."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from foigraph.examples import AUTHORITIES, letters

SCRIPT = Path(sys.executable).parent / "foigraph"
BASE = "https://example.org/foigraph/"
PROBLEM_TYPE = "https://w3id.org/foigraph/problem/"


@dataclass(frozen=True)
class Reply:
    """An answer as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Sends requests; headers are those given and Host, nothing else."""

    def __init__(self, port: int) -> None:
        self.port = port

    def __call__(
        self,
        path: str,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        *,
        host: str | None = None,
        timeout: float = 60.0,
    ) -> Reply:
        started = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
            sent = dict(headers or {})
            if body is not None and "Transfer-Encoding" not in sent:
                sent.setdefault("Content-Length", str(len(body)))
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders()
            if body is not None:
                connection.send(body)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        return Reply(
            response.status, {k.lower(): v for k, v in response.getheaders()}, content, time.monotonic() - started
        )


def environment(home: Path, **settings: str) -> dict[str, str]:
    """The variables of a process of ours: no settings but those given."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FOIGRAPH_")}
    ours = {"FOIGRAPH_HOME": str(home), "FOIGRAPH_BASE": BASE, "FOIGRAPH_AUTHORITIES": str(AUTHORITIES)}
    return kept | ours | {f"FOIGRAPH_{name.upper()}": value for name, value in settings.items()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _read(path: str) -> bytes:
    """A file of /proc, empty where its process has ended."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in _read(str(task)).split()]


class Server(Client):
    """A running ``foigraph serve``."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        super().__init__(port)
        self.process = process
        self.said: list[str] = []

    def processes(self) -> list[int]:
        """The master, the processes that serve, and their query workers."""
        found = [self.process.pid]
        for one in found:
            found.extend(_children(one))
        return found

    def serving_processes(self) -> set[int]:
        """What the master has forked."""
        return set(_children(self.process.pid))

    def query_workers(self) -> list[int]:
        """The processes that evaluate SPARQL."""
        return [one for one in self.processes() if b"workers.py" in _read(f"/proc/{one}/cmdline")]

    def wait(self) -> None:
        """Until it answers."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended: {self.said}")
            try:
                if self("/ready").status == 200:
                    return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"the server does not answer: {self.said}")


@contextmanager
def serving(home: Path, **settings: str) -> Iterator[Server]:
    """``foigraph serve`` over a home, ended and waited for at the end."""
    port = free_port()
    process = subprocess.Popen(
        [str(SCRIPT), "serve", "--port", str(port)],
        env=environment(home, **{"requests_per_minute": "0", "sparql_seconds_per_minute": "0", **settings}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    server = Server(process, port)
    assert process.stderr is not None
    reader = threading.Thread(target=lambda: server.said.extend(process.stderr or ()), daemon=True)
    reader.start()
    try:
        server.wait()
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        finally:
            process.kill()
            process.wait()
            reader.join(5)
            process.stderr.close()


def ingest(home: Path, *paths: str, **settings: str) -> None:
    done = subprocess.run(
        [str(SCRIPT), "ingest", *paths], env=environment(home, **settings), capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the example letters are published; tests only read it."""
    home = tmp_path_factory.mktemp("served")
    ingest(home, *[str(letter) for letter in letters()])
    return home


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[Server]:
    """A server with short limits, which tests only ask."""
    with serving(home, sparql_seconds="2", sparql_rows="2000", sparql_bytes="1000000", max_body_bytes="200000") as one:
        yield one


@pytest.fixture(scope="session")
def run_server() -> Callable[..., Any]:
    """For tests that need a server of their own."""
    return serving


@pytest.fixture(scope="session")
def fill() -> Callable[..., None]:
    """Ingest files into a home by the command."""
    return ingest


Check = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def is_problem(home: Path) -> Check:
    """The one shape of errors (RFC 9457): asserts it and gives the members."""

    def check(reply: Reply, status: int, kind: str) -> dict[str, Any]:
        assert reply.status == status, reply.text
        assert reply.headers["content-type"] == "application/problem+json"
        assert reply.headers["cache-control"] == "no-store"
        members: dict[str, Any] = json.loads(reply.body)
        assert members["type"] == PROBLEM_TYPE + kind
        assert members["status"] == status
        assert isinstance(members["title"], str)
        assert members["title"]
        assert isinstance(members["detail"], str)
        assert members["detail"]
        everything = reply.text + json.dumps(dict(reply.headers))
        assert "Traceback" not in everything
        assert str(home) not in everything
        assert not re.search(r"/(home|usr|tmp|root|var|work|proc|etc|site-packages)\b", everything)
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["access-control-allow-origin"] == "*"
        return members

    return check
