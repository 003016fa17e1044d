"""What someone who means harm sends besides queries: slowly, in pieces, too much of it, spelt to mislead."""

from __future__ import annotations

import csv
import io
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foigraph.queries.catalogue import load_catalogue

Check = Callable[..., dict[str, Any]]
QUERY = "/v1/queries/forces-citing-exemption"
CANNED = f"{QUERY}.json?exemption=23&limit="
HEAD = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n"
POST = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 200\r\n"


@pytest.fixture(scope="module")
def victim(home: Path, run_server: Callable[..., Any]) -> Iterator[Any]:
    """A server of one process and few threads, which slow clients could soon take."""
    with run_server(home, workers="1", threads="8", cache_bytes="0") as server:
        yield server


def connect(server: Any, sent: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", server.port), 30)
    connection.sendall(sent)
    return connection


def until_closed(connection: socket.socket) -> bytes:
    answer = b""
    with suppress(ConnectionResetError):
        while part := connection.recv(65536):
            answer += part
    return answer


CHUNKED = POST.replace(b"Content-Length: 200", b"Transfer-Encoding: chunked")


def wait_until_bodies_are_taken(server: Any) -> None:
    """The slow bodies of the test before are gone, and one more is taken."""
    deadline = time.monotonic() + 20
    while server("/sparql", "POST", {"Content-Type": "application/sparql-query"}, b"ASK {}").status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.05)


SLOW = {
    "nothing": b"",
    "part of a line": b"GET /hea",
    "part of the headers": HEAD,
    "no body": POST + b"\r\n",
    "part of a body": POST + b"\r\nASK {",
    "chunks that do not come": CHUNKED + b"\r\n",
}


@pytest.mark.parametrize("name", SLOW)
def test_slow_clients_hold_up_nobody(victim: Any, name: str) -> None:
    with ExitStack() as stack:
        for _ in range(40):
            stack.enter_context(connect(victim, SLOW[name]))
        time.sleep(0.2)
        for limit in range(1, 6):
            reply = victim(f"{CANNED}{limit}")
            assert reply.status == 200
            assert reply.seconds < 1.0


def test_a_client_that_sends_a_byte_now_and_then_is_let_go(victim: Any) -> None:
    wait_until_bodies_are_taken(victim)
    with connect(victim, HEAD) as head, connect(victim, POST + b"\r\n") as body, connect(victim, b"") as silent:
        started = time.monotonic()
        for connection in (head, body, silent):
            connection.settimeout(0.5)
        answers = {head: b"", body: b""}
        for _ in range(60):
            for connection in answers:
                with suppress(OSError):
                    connection.send(b"X")
                with suppress(OSError):
                    answers[connection] += connection.recv(65536)
            if all(b"\r\n\r\n" in each for each in answers.values()):
                break
        assert time.monotonic() - started < 20
        assert answers[head].startswith(b"HTTP/1.1 408 ")
        assert json.loads(answers[head].partition(b"\r\n\r\n")[2])["type"].endswith("/slow")
        assert answers[body].startswith(b"HTTP/1.1 4")
        silent.settimeout(10)
        assert until_closed(silent) == b""


def test_many_slow_bodies_are_refused_and_told_why(victim: Any, is_problem: Check) -> None:
    wait_until_bodies_are_taken(victim)
    with ExitStack() as stack:
        for _ in range(8):
            stack.enter_context(connect(victim, POST + b"\r\n"))
        time.sleep(0.2)
        headers = {"Content-Type": "application/sparql-query"}
        members = is_problem(victim("/sparql", "POST", headers, b"ASK {}"), 503, "busy")
        assert "body" in members["detail"]
    wait_until_bodies_are_taken(victim)


def test_pipelined_requests_are_answered_in_their_order(victim: Any) -> None:
    paths = [f"{CANNED}{limit}" for limit in range(1, 6)]
    lines = "".join(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" for path in paths)
    last = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    with connect(victim, (lines + last).encode()) as connection:
        answer = until_closed(connection)
    bodies = [victim(path).body for path in paths]
    assert answer.count(b"HTTP/1.1 200 ") == len(paths) + 1
    place = 0
    for body in bodies:
        place = answer.index(body, place) + len(body)


def test_a_body_is_never_read_as_the_next_request(victim: Any) -> None:
    wait_until_bodies_are_taken(victim)
    hidden = b"GET /limits HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    for path in (b"/health", f"{CANNED}3".encode(), b"/nothing"):
        sent = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n" % (path, len(hidden)) + hidden
        last = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        with connect(victim, sent + last) as connection:
            answer = until_closed(connection)
        assert answer.count(b"HTTP/1.1 ") == 2
        assert b"sparql_seconds" not in answer


def test_who_expects_a_go_on_gets_one(victim: Any) -> None:
    wait_until_bodies_are_taken(victim)
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 6\r\nConnection: close\r\nExpect: "
    )
    with connect(victim, head + b"100-continue\r\n\r\n") as connection:
        assert connection.recv(25).startswith(b"HTTP/1.1 100 ")
        connection.sendall(b"ASK {}")
        assert b"HTTP/1.1 200 " in until_closed(connection)
    with connect(victim, head + b"miracles\r\n\r\nASK {}") as connection:
        assert until_closed(connection).startswith((b"HTTP/1.1 417 ", b"HTTP/1.1 200 "))


ACCEPTS = {
    "many ranges": ",".join(f"a{number}/b" for number in range(900)) + ",text/csv",
    "many parameters": "text/csv" + ";a=b" * 1900,
    "many commas": "," * 7900,
    "many semicolons": ";" * 7900,
    "many stars": "*/*," * 1900,
    "no numbers": "text/csv;q=nan,text/html;q=inf,application/json;q=-1e400",
    "no text": "\x01\x7f\xff",
}


@pytest.mark.parametrize("name", ACCEPTS)
def test_no_accept_header_is_slow_or_misleads(victim: Any, name: str) -> None:
    for path in (f"{QUERY}?exemption=23", "/sparql?query=ASK%20%7B%7D", "/", "/nothing"):
        reply = victim(path, headers={"Accept": ACCEPTS[name].encode("latin-1")})
        assert reply.status in (200, 400, 404, 406), reply.text
        assert reply.seconds < 1.0


PATHS = (
    "/%00", "/disclosure/%00", "/v1/queries/%00.json", "/v1/queries/positions%00.json", "/static/%00style.css",
    "/%c0%af", "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd", "/%252e%252e/%252e%252e/etc/passwd", "/static/%2e%2e/worker.py",
    "/static/..%5c..%5cworker.py", "//evil.example/", "/%2f%2fevil.example", "/%0d%0aSet-Cookie:%20a=b", "/%ed%a0%80",
    "/id/%0d%0aSet-Cookie:%20a=b", "/id/%E2%80%AE", "/id/%00", "/%", "/%zz", "/%u0041", "/" + "%41" * 2500,
    "/" + "a/" * 3500, "/%F0%9F%92%A9.ttl", "/disclosure/%3E%20.%20%3Cx%3A", "/graph/%22%7D%20DROP", "/provision/%5C",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_breaks_out_or_breaks(victim: Any, path: str) -> None:
    for method in ("GET", "HEAD"):
        reply = victim(path, method)
        assert reply.status in (303, 400, 404, 414), reply.text
        assert "set-cookie" not in reply.headers
        if reply.status == 303:
            assert reply.headers["location"].startswith("/")
            assert not reply.headers["location"].startswith("//")
            assert reply.headers["location"].isprintable()


FORGED = (
    "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Original-URL", "X-Rewrite-URL", "Origin", "Referer", "Cookie",
    "X-HTTP-Method-Override", "User-Agent", "Range", "Accept-Language", "Via",
)  # fmt: skip


def test_the_cache_tells_nobody_what_another_sent(home: Path, run_server: Callable[..., Any]) -> None:
    evil = "evil-4711.example"
    forged = dict.fromkeys(FORGED, evil)
    with run_server(home, workers="1") as server:
        for path in (f"{QUERY}?exemption=23", "/", "/v1/queries", "/sparql?query=ASK%20%7B%7D"):
            for accept in ("application/json", "text/html", f"text/html;x={evil}", "application/json;q=0.1, */*;q=0.2"):
                poisoned = server(path, headers={**forged, "Accept": accept})
                assert evil not in poisoned.text + json.dumps(dict(poisoned.headers))
                assert server(path, headers={"Accept": accept}).body == poisoned.body
            assert server(path, headers={"Accept": "image/png"}).status == 406
            kind = server(path).headers["content-type"]
            assert kind in ("application/json", "application/sparql-results+json")
            page = server(path, headers={"Accept": "text/html"})
            assert page.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("limit", ["0", "000000001999", "1" * 5000, "-1", "1e3", "٣", "+5", " 5", "0x5", "5;", "1_0"])
def test_no_spelling_of_a_number_gets_more_rows(victim: Any, is_problem: Check, limit: str) -> None:
    for suffix in (".json", ".csv", ".html"):
        reply = victim(f"{QUERY}{suffix}?exemption=23&limit={quote(limit)}")
        if suffix == ".html" and reply.headers["content-type"] != "application/problem+json":
            assert reply.status == 400
            continue
        assert is_problem(reply, 400, "parameter")["parameter"] == "limit"


CATALOGUE = load_catalogue()
REQUIRED = [(query.name, each.name) for query in CATALOGUE for each in query.parameters if each.required]
EVERY = [(query.name, each.name) for query in CATALOGUE for each in query.parameters]


def address(query: str, values: dict[str, str], suffix: str = ".json") -> str:
    return f"/v1/queries/{query}{suffix}?{urlencode(values, quote_via=quote)}"


@pytest.mark.parametrize(("query", "parameter"), REQUIRED)
def test_a_query_never_runs_without_a_parameter_that_it_needs(
    victim: Any, is_problem: Check, query: str, parameter: str
) -> None:
    """R8 of the hazards, over HTTP."""
    example = dict(CATALOGUE.get(query).example)
    for without in ({**example, parameter: ""}, {k: v for k, v in example.items() if k != parameter}):
        for suffix in (".json", ".csv"):
            members = is_problem(victim(address(query, without, suffix)), 400, "parameter")
            assert members["parameter"] == parameter
            assert members["accepts"]


def test_some_query_needs_a_parameter() -> None:
    assert len(REQUIRED) >= 3
    assert len(EVERY) >= 20


SPECIAL = ["\u2028", "\x00", '"""', "'''", "\\", "\\u0022", "}", "> . ?s ?p ?o . <x:", "\r\n", "\ud83d\ude00", "?force",
           "23\" } UNION { ?s ?p ?o", "%22", "$force", "\u202e", "𝕊", "a" * 2000]  # fmt: skip
TEXT = (
    st.lists(st.one_of(st.text(max_size=20), st.sampled_from(SPECIAL)), max_size=4)
    .map("".join)
    .map(lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(named=st.sampled_from(EVERY), text=TEXT)
def test_whatever_stands_in_a_parameter_is_a_value_and_never_text_of_the_query(
    victim: Any, is_problem: Check, named: tuple[str, str], text: str
) -> None:
    """R7 of the hazards, over HTTP: a value that means nothing is refused, and one of free text finds what has it."""
    query, parameter = named
    canned = CATALOGUE.get(query)
    reply = victim(address(query, {**canned.example, parameter: text}))
    if reply.status in (400, 404):
        kind = reply.json["type"].rpartition("/")[2]
        members = is_problem(reply, reply.status, kind)
        assert kind in ("parameter", "not-found", "gone")
        assert kind != "parameter" or members["parameter"]
        return
    assert reply.status == 200, reply.text
    table = victim(address(query, {**canned.example, parameter: text}, ".csv"))
    assert len(list(csv.reader(io.StringIO(table.text, newline="")))) == len(reply.json["rows"]) + 1
