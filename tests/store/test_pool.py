"""No query takes down the process that asks it, none outlives its limits, and the next one is answered."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from foigraph.core.errors import (
    DamagedError,
    FoigraphError,
    QueryBusyError,
    QueryCrashedError,
    QuerySyntaxError,
    QueryTimeoutError,
    QueryTooLargeError,
    UsageError,
)
from foigraph.core.table import Table
from foigraph.store.pool import Pool

QUADS = 20_000
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

# the queries of death: each kills or hangs a process that evaluates it itself
CRASHING = {
    "groups": "SELECT * WHERE " + "{" * 2200 + "}" * 2200,
    "brackets": "ASK { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + "}",
    "negations": "ASK { FILTER(" + "!" * 12_000 + "true) }",
    "sorted cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f LIMIT 1",
    "doubling": "SELECT ?x30 { BIND('abcd' AS ?x0) "
    + "".join(f"BIND(CONCAT(?x{i}, ?x{i}, ?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(30))
    + "}",
}
HANGING = {
    "nested blank nodes": "ASK { " + "[ ?p " * 300 + " 1 " + "]" * 300 + " }",
    "many OPTIONALs": "SELECT * { " + "".join(f"OPTIONAL {{ ?s{i} ?p ?o }} " for i in range(500)) + "}",
    "cross count": ENDLESS,
    "path over everything": "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|!<x:p>)* ?b . ?c (<x:p>|!<x:p>)* ?d }",
    "repeated repetition": 'SELECT ?o { ?s ?p ?o FILTER(REGEX(?o, "((a{100}){100}){100}")) }',
}
SERVICES = (
    "SELECT * { SERVICE <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "SELECT * { service<http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE#comment\n<http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:PORT/> SELECT * { SERVICE e:x { ?s ?p ?o } }",
    "BASE <http://127.0.0.1:PORT/> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "SELECT * { VALUES ?where { <http://127.0.0.1:PORT/x> } SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { SERVICE <http://127.0.0.1:P\\u004FRT/x> { ?s ?p ?o } }".replace("P\\u004FRT", "PORT"),
    "SELECT * { SERVICE <http://localhost:PORT/x> { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:PORT/x> { ?s ?p ?o }",
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pool")
    store = Store(str(folder / "work"))
    graph, prop = NamedNode("http://e/g"), NamedNode("http://e/p")
    store.bulk_extend(Quad(NamedNode(f"http://e/{i}"), prop, Literal(f"{i} " + "a" * 100), graph) for i in range(QUADS))
    store.flush()
    store.backup(str(folder / "snapshot"))
    return folder / "snapshot"


@pytest.fixture
def short(path: Path) -> Iterator[Pool]:
    with Pool(path, seconds=1.0, bytes=100_000, memory_bytes=300 * 2**20) as pool:
        yield pool


def gone(pid: int) -> bool:
    """Whether no such process runs; one that has ended and that nobody has waited for counts as gone."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state in "ZX"


def wait_until_gone(pids: tuple[int, ...], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if all(gone(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("name", CRASHING)
def test_a_query_that_crashes_its_worker_is_an_error_and_the_next_is_answered(short: Pool, name: str) -> None:
    before = short.pids
    started = time.monotonic()
    with pytest.raises((QueryCrashedError, QueryTimeoutError)):
        short.run(CRASHING[name])
    assert time.monotonic() - started < 1.0 + 1.0
    assert all(gone(pid) for pid in before)
    assert short.table(COUNT).rows == ((QUADS,),)


@pytest.mark.parametrize("name", HANGING)
def test_a_query_that_hangs_is_stopped_at_its_deadline_and_the_next_is_answered(short: Pool, name: str) -> None:
    before = short.pids
    started = time.monotonic()
    with pytest.raises((QueryTimeoutError, QueryCrashedError)):
        short.run(HANGING[name])
    assert time.monotonic() - started < 1.0 + 1.0
    assert all(gone(pid) for pid in before)
    assert short.table(COUNT).rows == ((QUADS,),)


def test_a_deadline_is_named_in_its_error(short: Pool) -> None:
    with pytest.raises(QueryTimeoutError, match="deadline of 1 seconds"):
        short.run(ENDLESS)


def test_deep_nesting_ends_the_worker_and_not_by_the_deadline(short: Pool) -> None:
    with pytest.raises(QueryCrashedError, match="nested too deeply"):
        short.run(CRASHING["groups"])


def test_a_result_over_its_cap_is_an_error_and_never_cut(short: Pool) -> None:
    before = short.pids
    with pytest.raises(QueryTooLargeError, match="100,000 bytes"):
        short.run("SELECT * { ?s ?p ?o }")
    assert short.pids == before  # nothing had to be killed for it
    assert short.table(COUNT).rows == ((QUADS,),)


@pytest.mark.parametrize("ways", [("network-namespace",), ("seccomp",)])
def test_no_query_opens_a_connection(path: Path, ways: tuple[str, ...]) -> None:
    with Canary() as canary, Pool(path, seconds=2.0, isolation=ways) as pool:
        if pool.isolation == "none":
            pytest.skip(f"{ways[0]} does not work on this platform")
        assert pool.isolation == ways[0]
        for service in SERVICES:
            with suppress(FoigraphError):
                pool.run(service.replace("PORT", str(canary.port)))
            assert pool.table("ASK { <http://e/5> ?p ?o }").rows == ((True,),)
        time.sleep(0.1)
        assert canary.connections == 0


def test_the_canary_hears_a_connection() -> None:
    with Canary() as canary:
        query = SERVICES[0].replace("PORT", str(canary.port))
        script = "import sys, pyoxigraph\npyoxigraph.Store().query(sys.argv[1])"
        subprocess.run([sys.executable, "-c", script, query], check=False, capture_output=True, timeout=30)
        assert canary.connections >= 1


def test_without_isolation_no_query_may_say_service(path: Path) -> None:
    with Pool(path, isolation=()) as pool:
        assert pool.isolation == "none"
        with pytest.raises(UsageError, match="SERVICE"):
            pool.run(SERVICES[1].replace("PORT", "1"))
        assert pool.table(COUNT).rows == ((QUADS,),)


def test_four_threads_get_their_own_answers(path: Path) -> None:
    with Pool(path, size=2, seconds=20) as pool, ThreadPoolExecutor(4) as threads:

        def ask(number: int) -> object:
            return pool.table(f"SELECT ?o {{ <http://e/{number}> <http://e/p> ?o }}").rows[0][0]

        numbers = range(0, 400)
        assert list(threads.map(ask, numbers)) == [f"{number} " + "a" * 100 for number in numbers]
        assert len(pool.pids) == 2


def test_a_hanging_query_does_not_hold_up_another(path: Path) -> None:
    with Pool(path, size=2, seconds=1.5) as pool, ThreadPoolExecutor(1) as threads:
        hanging = threads.submit(pool.run, ENDLESS)
        time.sleep(0.3)
        started = time.monotonic()
        assert pool.table(COUNT).rows == ((QUADS,),)
        assert time.monotonic() - started < 1.0
        assert isinstance(hanging.exception(), QueryTimeoutError)


def test_waiting_for_a_worker_has_a_limit_too(path: Path) -> None:
    with Pool(path, size=1, seconds=1.0) as pool, ThreadPoolExecutor(3) as threads:
        waiting = [threads.submit(pool.run, ENDLESS) for _ in range(3)]
        errors = [future.exception() for future in waiting]
    assert all(isinstance(error, QueryTimeoutError | QueryBusyError) for error in errors)
    assert any("became free" in str(error) for error in errors)


def test_one_may_wait_less_than_a_query_may_take(path: Path) -> None:
    with Pool(path, size=1, seconds=2.0, patience=0.1) as pool, ThreadPoolExecutor(1) as threads:
        hanging = threads.submit(pool.run, ENDLESS)
        time.sleep(0.5)
        started = time.monotonic()
        with pytest.raises(QueryBusyError, match=r"0\.1 seconds"):
            pool.run(COUNT)
        assert time.monotonic() - started < 0.5
        assert isinstance(hanging.exception(), QueryTimeoutError)


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_rows_are_counted_in_every_format_whatever_the_text(tmp_path: Path, format: str) -> None:
    store = Store(str(tmp_path / "store"))
    odd = Literal('},{"\r\n<result>,"",\t' * 20)
    name, graph = NamedNode("http://e/p"), NamedNode("http://e/g")
    store.extend(Quad(NamedNode(f"http://e/{n}"), name, odd, graph) for n in range(7))
    store.flush()
    del store
    with Pool(tmp_path / "store", rows=6) as pool:
        assert pool.run("SELECT ?o { ?s ?p ?o } LIMIT 6", format=format).body
        with pytest.raises(QueryTooLargeError, match="over 6 rows"):
            pool.run("SELECT ?o { ?s ?p ?o } LIMIT 7", format=format)


def test_an_update_is_read_and_never_done(short: Pool) -> None:
    short.check_update("CLEAR ALL")
    with pytest.raises(QuerySyntaxError, match="line 1, column"):
        short.check_update("CLEAR XYZ")
    assert short.table(COUNT).rows == ((QUADS,),)


def test_a_syntax_error_has_its_line_and_column(short: Pool) -> None:
    with pytest.raises(QuerySyntaxError, match="line 2, column 8"):
        short.run("SELECT * {\n ?s ?p ")


@pytest.mark.parametrize("query", ["INSERT DATA { <x:a> <x:b> <x:c> }", "CLEAR ALL", "SELECT \ud800", "\0"])
def test_what_is_no_query_is_a_syntax_error(short: Pool, query: str) -> None:
    with pytest.raises(QuerySyntaxError):
        short.run(query)


def test_each_kind_of_query_says_what_its_bytes_are(short: Pool) -> None:
    select = short.run("SELECT ?p { <http://e/5> ?p ?o }", format="csv")
    assert (select.kind, select.media_type, select.body) == (
        "solutions",
        "text/csv; charset=utf-8",
        b"p\r\nhttp://e/p\r\n",
    )
    ask = short.run("ASK {}", format="tsv")
    assert (ask.kind, ask.body) == ("boolean", b"true")
    graph = short.run("CONSTRUCT { ?s ?p 1 } { VALUES ?s { <http://e/5> } ?s ?p ?o }", graph_format="ntriples")
    assert (graph.kind, graph.body.count(b"\n")) == ("graph", 1)
    assert graph.media_type == "application/n-triples"


def test_a_relative_iri_is_resolved_against_the_base_given(short: Pool) -> None:
    body = short.run("ASK { <5> ?p ?o }", base_iri="http://e/").body
    assert body == b'{"head":{},"boolean":true}'


def test_an_unknown_format_is_refused_with_those_known(short: Pool) -> None:
    with pytest.raises(UsageError, match="json, xml, csv, tsv"):
        short.run("ASK {}", format="pdf")


def test_a_table_holds_plain_values(short: Pool) -> None:
    table = short.table('SELECT (1 AS ?a) (1.5 AS ?b) (true AS ?c) ("x"@en AS ?d) (<http://e/1> AS ?e) ?f {}')
    assert table == Table(("a", "b", "c", "d", "e", "f"), ((1, 1.5, True, "x", "http://e/1", None),))


def test_no_process_is_left_after_a_pool(path: Path) -> None:
    with Pool(path, size=2, seconds=30) as pool, ThreadPoolExecutor(1) as threads:
        running = threads.submit(pool.run, ENDLESS)
        pool.run(COUNT)
        pids = pool.pids
        assert len(pids) == 2
        pool.close()
        assert isinstance(running.exception(timeout=10), QueryCrashedError)
    assert all(gone(pid) for pid in pids)
    with pytest.raises(UsageError, match="closed"):
        pool.run(COUNT)


def test_a_worker_that_ended_while_idle_is_replaced_unseen(short: Pool) -> None:
    short.run(COUNT)
    os.kill(short.pids[0], signal.SIGKILL)
    time.sleep(0.1)
    assert short.table(COUNT).rows == ((QUADS,),)


def test_a_store_that_is_not_there_is_an_error_and_leaves_no_process(tmp_path: Path) -> None:
    with Pool(tmp_path / "missing") as pool:
        for _ in range(2):
            with pytest.raises(DamagedError, match="cannot be opened"):
                pool.run(COUNT)
        pids = pool.pids
    assert all(gone(pid) for pid in pids)


PARENT = """
import sys
from foigraph.store.pool import Pool
print("main ran", flush=True)
pool = Pool(sys.argv[1], seconds=None)
pool.run("ASK {}")
print(*pool.pids, flush=True)
pool.run(sys.argv[2])
"""


@pytest.mark.parametrize("doing", ["running a query", "idle", "planning"])
def test_workers_end_when_their_parent_is_killed(path: Path, tmp_path: Path, doing: str) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT + "import time; time.sleep(60)\n", encoding="utf-8")
    query = {"running a query": ENDLESS, "idle": "ASK {}", "planning": HANGING["nested blank nodes"]}[doing]
    parent = subprocess.Popen([sys.executable, str(script), str(path), query], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    try:
        assert parent.stdout.readline() == "main ran\n"
        pids = tuple(map(int, parent.stdout.readline().split()))
        time.sleep(0.3)
        assert pids
        assert not any(gone(pid) for pid in pids)
    finally:
        parent.kill()
        rest = parent.communicate()[0]
    assert rest == ""  # a worker never runs the caller's main module again
    assert wait_until_gone(pids)


def test_a_forked_child_starts_workers_of_its_own(path: Path) -> None:
    with Pool(path, seconds=20) as pool:
        pool.run(COUNT)
        ours = pool.pids
        child = os.fork()
        if child == 0:
            status = 2
            try:
                right = pool.table(COUNT).rows == ((QUADS,),) and not set(pool.pids) & set(ours)
                pool.close()
                status = 0 if right else 1
            finally:
                os._exit(status)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert pool.table(COUNT).rows == ((QUADS,),)
        assert pool.pids == ours


class Canary:
    """A loopback server that counts who connects."""

    def __enter__(self) -> Canary:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.connections = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        return self

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join(5)
