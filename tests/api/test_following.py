"""Serving processes follow a publish: no request is dropped, each is answered of one snapshot, the old end."""

from __future__ import annotations

import http.client
import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from foigraph.examples import letters

Check = Callable[..., dict[str, Any]]
ASKED = "/v1/queries/forces-citing-exemption.json?exemption=23&include-inferred=yes"
MOST = 2 * (1 + 2)
"""Query workers of two serving processes, one for canned queries and two for strangers each."""
SPARQL = "/sparql?query=ASK%20%7B%7D"


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory, fill: Callable[..., None]) -> Path:
    """A home of its own, with some of the example letters published."""
    home = tmp_path_factory.mktemp("growing")
    fill(home, *[str(letter) for letter in letters()[:5]])
    return home


@pytest.fixture(scope="module")
def server(growing: Path, run_server: Callable[..., Any]) -> Iterator[Any]:
    with run_server(growing, workers="2", query_workers="1", sparql_workers="2") as one:
        yield one


class Looping:
    """Clients that ask without a pause, some on one connection and some on a new one each time."""

    def __init__(self, port: int, keep: bool, path: str) -> None:
        self.port, self.keep, self.path = port, keep, path
        self.answers: list[tuple[int, str]] = []
        self.errors: list[str] = []
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.stop.is_set():
            try:
                connection.request("GET", self.path)
                reply = connection.getresponse()
                body = reply.read()
            except OSError as error:
                self.errors.append(repr(error))
                connection.close()
                continue
            said = reply.getheader("Foigraph-Snapshot", "")
            if "queries" in self.path and json.loads(body)["snapshot"] != said:
                self.errors.append("the body names another snapshot")
            self.answers.append((reply.status, said))
            if not self.keep:
                connection.close()
        connection.close()


def test_two_publishes_drop_no_request_and_leave_no_worker_behind(
    server: Any, growing: Path, fill: Callable[..., None]
) -> None:
    snapshots = [server("/ready").json["snapshot"]]
    clients = [Looping(server.port, keep, path) for keep in (True, False) for path in (ASKED, SPARQL)]
    try:
        for letter in letters()[5:7]:
            fill(growing, str(letter))
            snapshots.append((growing / "current").resolve().name)
            time.sleep(0.5)
    finally:
        for client in clients:
            client.stop.set()
        for client in clients:
            client.thread.join()
    assert [client.errors for client in clients] == [[], [], [], []]
    for client in clients:
        assert {status for status, _ in client.answers} == {200}
        assert {said for _, said in client.answers} <= set(snapshots)
        assert {snapshots[0], snapshots[-1]} <= {said for _, said in client.answers}
    deadline = time.monotonic() + 10
    while len(server.query_workers()) > MOST:
        assert time.monotonic() < deadline, f"{len(server.query_workers())} query workers are left"
        time.sleep(0.1)
    assert {server("/ready").json["snapshot"] for _ in range(10)} == {snapshots[-1]}


def test_an_older_snapshot_is_asked_by_its_id_until_it_is_gone(server: Any, growing: Path, is_problem: Check) -> None:
    newest = (growing / "current").resolve().name
    older = sorted(path.name for path in (growing / "snapshots").iterdir() if path.name != newest)[0]
    reply = server(f"{ASKED}&snapshot={older}")
    assert (reply.status, reply.headers["foigraph-snapshot"], reply.json["snapshot"]) == (200, older, older)
    assert reply.headers["etag"] != server(ASKED).headers["etag"]
    removed = growing / "snapshots" / older
    for path in [removed, *removed.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(removed)
    deadline = time.monotonic() + 10
    while server(f"{ASKED}&snapshot={older}").status == 200:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    is_problem(server(f"{ASKED}&snapshot={older}"), 410, "gone")
    assert server(ASKED).status == 200
