"""Whatever strangers send, canned queries go on, limits hold, nothing is called, nothing is changed."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

Check = Callable[..., dict[str, Any]]
SECONDS = 1.0
ROWS = 2000
BYTES = 1_000_000
MEMORY = 300_000_000
SLACK = 0.5
"""A query ends at most so many seconds after its deadline."""
CANNED = "/v1/queries/forces-citing-exemption.json?exemption=23&limit="
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

CRASHING = {
    "groups": "SELECT * WHERE " + "{" * 2200 + "}" * 2200,
    "brackets": "ASK { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + "}",
    "negations": "ASK { FILTER(" + "!" * 12_000 + "true) }",
    "unions": "ASK { {} " + "UNION {} " * 10_000 + "}",
    "alternatives": "ASK { FILTER(true " + "|| true " * 10_000 + ") }",
    "long path": "ASK { ?s <x:p>" + "/<x:p>" * 12_000 + " ?o }",
    "sorted cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f LIMIT 1",
    "doubling": "SELECT ?x30 { BIND('abcd' AS ?x0) "
    + "".join(f"BIND(CONCAT(?x{i}, ?x{i}, ?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(30))
    + "}",
}
"""End their worker, or are found to be no query, or run past the deadline where the machine is slow."""

HANGING = {
    "nested blank nodes": "ASK { " + "[ ?p " * 300 + " 1 " + "]" * 300 + " }",
    "many OPTIONALs": "SELECT * { " + "".join(f"OPTIONAL {{ ?s{i} ?p ?o }} " for i in range(1500)) + "}",
    "chain": "SELECT * { " + " ".join(f"?v{i} ?p{i} ?v{i + 1} ." for i in range(700)) + " }",
    "cross count": ENDLESS,
    "path over everything": "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|!<x:p>)* ?b . ?c (<x:p>|!<x:p>)* ?d }",
    "repeated repetition": 'SELECT ?o { ?s ?p ?o FILTER(REGEX(?o, "((a{100}){100}){100}")) }',
}
"""Never end, or not within any deadline that is set here."""

LARGE = {
    "all triples": "SELECT * { ?s ?p ?o }",
    "cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f }",
    "all as a graph": "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
    "one large value": "SELECT ?x10 { BIND('abcd' AS ?x0) "
    + "".join(f"BIND(CONCAT(?x{i}, ?x{i}, ?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(10))
    + "}",
}
"""Whole, they are over the rows or the bytes that a result may have."""


def ask(server: Any, sparql: str, accept: str = "application/sparql-results+json", **more: str) -> Any:
    body = urlencode({"query": sparql, **more}).encode()
    return server("/sparql", "POST", {**FORM, "Accept": accept}, body)


@pytest.fixture(scope="module")
def victim(home: Path, run_server: Callable[..., Any]) -> Iterator[Any]:
    """A server with short limits and no cache, so that each canned query is evaluated."""
    limits = {
        "sparql_seconds": str(SECONDS), "sparql_rows": str(ROWS), "sparql_bytes": str(BYTES), "cache_bytes": "0",
        "query_memory_bytes": str(MEMORY), "max_body_bytes": "300000", "workers": "2",
    }  # fmt: skip
    with run_server(home, **limits) as server:
        deadline = time.monotonic() + 10
        while len(server.serving_processes()) < 2:  # the second is forked a moment after the first answers
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield server


@contextmanager
def canned_queries_go_on(server: Any) -> Iterator[list[float]]:
    """Ask canned queries all the while; at the end each has been answered within a second."""
    stop, seconds, wrong = threading.Event(), [], []
    limits = count(1)

    def go_on() -> None:
        while not stop.wait(0.02):
            reply = server(f"{CANNED}{next(limits) % 900 + 1}")
            seconds.append(reply.seconds)
            if reply.status != 200:
                wrong.append(reply.text)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield seconds
        deadline = time.monotonic() + 5
        while len(seconds) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
    finally:
        stop.set()
        thread.join()
    assert wrong == []
    assert len(seconds) >= 3
    assert max(seconds) < 1.0, f"a canned query took {max(seconds):.2f} s"


def largest(server: Any) -> int:
    """The most memory that one process of a server has ever held, in bytes."""
    most = 0
    for one in server.processes():
        try:
            said = Path(f"/proc/{one}/status").read_text()
        except OSError:
            continue
        if peak := re.search(r"VmHWM:\s+(\d+) kB", said):
            most = max(most, int(peak[1]) * 1024)
    return most


def together(server: Any) -> int:
    """The memory that all processes of a server hold now, in bytes."""
    held = 0
    for one in server.processes():
        with suppress(OSError):
            resident = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{one}/status").read_text())
            held += int(resident[1]) * 1024 if resident else 0
    return held


@pytest.mark.parametrize("name", [*CRASHING, *HANGING])
def test_a_query_of_death_ends_in_time_and_canned_queries_go_on(victim: Any, is_problem: Check, name: str) -> None:
    serving_before = victim.serving_processes()
    assert len(serving_before) == 2
    with canned_queries_go_on(victim):
        reply = ask(victim, {**CRASHING, **HANGING}[name])
        assert reply.seconds < SECONDS + SLACK
        time.sleep(0.2)
    kinds = {"deadline": 503, "crashed": 503, "failed": 503, "syntax": 400}
    kind = reply.json["type"].rpartition("/")[2]
    members = is_problem(reply, kinds[kind], kind)
    if name in HANGING:
        assert kind == "deadline"
    if kind == "deadline":
        assert members["setting"] == "sparql_seconds"
        assert members["limit"] == SECONDS
    if kind == "crashed":
        assert members["setting"] == "query_memory_bytes"
    assert victim.process.poll() is None
    assert victim.serving_processes() == serving_before


@pytest.mark.parametrize("name", ["doubling", "sorted cross product"])
def test_no_query_takes_more_memory_than_it_may(victim: Any, name: str) -> None:
    before = largest(victim)
    assert before > 20_000_000
    all_before = together(victim)
    done, most, tree = threading.Event(), [before], [all_before]

    def watch() -> None:
        while not done.wait(0.01):
            most.append(largest(victim))
            tree.append(together(victim))

    watcher = threading.Thread(target=watch)
    watcher.start()
    ask(victim, CRASHING[name])
    done.set()
    watcher.join()
    assert max(most) < before + MEMORY + 50_000_000
    assert max(tree) < all_before + MEMORY + 100_000_000
    assert len(most) > 2


@pytest.mark.parametrize("name", LARGE)
def test_a_result_over_the_cap_is_an_error_and_never_a_cut_body(victim: Any, is_problem: Check, name: str) -> None:
    for accept in ("application/sparql-results+json", "text/csv", "application/sparql-results+xml", "text/turtle, */*"):
        members = is_problem(ask(victim, LARGE[name], accept), 413, "too-large")
        assert members["setting"] in ("sparql_rows", "sparql_bytes")
        assert members["limit"] == {"sparql_rows": ROWS, "sparql_bytes": BYTES}[members["setting"]]
        assert victim(members["see"]).status == 200


def test_a_result_within_the_cap_is_whole(victim: Any) -> None:
    reply = ask(victim, f"SELECT * {{ ?s ?p ?o }} LIMIT {ROWS}")
    assert reply.status == 200
    assert len(reply.json["results"]["bindings"]) == ROWS
    assert int(reply.headers["content-length"]) == len(reply.body)


def test_two_hundred_requests_at_once_get_their_own_answers(victim: Any) -> None:
    rows = victim(f"{CANNED}900").json["rows"]
    assert len(rows) > 1

    def until_free(send: Callable[[], Any]) -> Any:
        for _ in range(200):
            reply = send()
            if reply.status != 503:
                return reply
            assert int(reply.headers["retry-after"]) > 0
            time.sleep(0.05)
        raise AssertionError("no worker for strangers is ever free")

    def one(number: int) -> tuple[int, bool]:
        if number % 2:
            limit = number % 10 + 1
            reply = victim(f"{CANNED}{limit}")
            return reply.status, reply.json["rows"] == rows[:limit]
        reply = until_free(lambda: ask(victim, f"SELECT ({number} AS ?n) {{}}"))
        return reply.status, reply.json["results"]["bindings"][0]["n"]["value"] == str(number)

    with ThreadPoolExecutor(50) as threads:
        assert set(threads.map(one, range(200))) == {(200, True)}


def test_when_all_workers_are_taken_others_are_told_so_at_once(victim: Any, is_problem: Check) -> None:
    with ThreadPoolExecutor(30) as threads, canned_queries_go_on(victim):
        hanging = [threads.submit(ask, victim, ENDLESS) for _ in range(24)]
        time.sleep(0.3)
        for _ in range(5):
            health = victim("/health")
            assert health.status == 200
            assert health.seconds < 0.5
        replies = [each.result() for each in hanging]
    busy = [reply for reply in replies if reply.json["type"].endswith("/busy")]
    assert busy
    for reply in busy:
        is_problem(reply, 503, "busy")
        assert int(reply.headers["retry-after"]) > 0
        assert reply.seconds < SECONDS + SLACK
    assert {reply.json["type"].rpartition("/")[2] for reply in replies} <= {"busy", "deadline"}
    deadline = time.monotonic() + 5
    while ask(victim, "ASK {}").status != 200:
        assert time.monotonic() < deadline


def test_who_asks_too_much_is_told_when_to_come_back(
    home: Path, run_server: Callable[..., Any], is_problem: Check
) -> None:
    with run_server(home, requests_per_minute="30", sparql_seconds_per_minute="1", workers="1") as server:
        first = ask(server, ENDLESS)
        assert first.status == 200 or first.json["type"].endswith("/deadline")
        members = is_problem(ask(server, "ASK {}"), 429, "rate")
        assert members["setting"] == "sparql_seconds_per_minute"
        statuses = [server(f"{CANNED}1").status for _ in range(40)]
        assert statuses[0] == 200
        assert statuses[-1] == 429
        refused = server(f"{CANNED}1")
        members = is_problem(refused, 429, "rate")
        assert members["setting"] == "requests_per_minute"
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert server("/health").status == server("/limits").status == 200


def test_without_isolation_strangers_are_refused_and_told_why(
    home: Path, run_server: Callable[..., Any], is_problem: Check
) -> None:
    with run_server(home, isolation="none", workers="1") as server:
        members = is_problem(ask(server, "ASK {}"), 503, "isolation")
        assert "network" in members["detail"]
        assert server(members["see"]).status == 200
        assert server(f"{CANNED}1").status == 200
