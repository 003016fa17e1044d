"""No request makes the server call another, change the data, read too much, or take another name."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import Store

Check = Callable[..., dict[str, Any]]
CANNED = "/v1/queries/forces-citing-exemption.json?exemption=23&limit="
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

CALLS = (
    "SELECT * { SERVICE <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "SELECT * { service<http://127.0.0.1:PORT/x>{ ?s ?p ?o } }",
    "SELECT * { SeRvIcE#comment\n<http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/x> { ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:PORT/> SELECT * { SERVICE e:x { ?s ?p ?o } }",
    "BASE <http://127.0.0.1:PORT/> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "SELECT * { VALUES ?where { <http://127.0.0.1:PORT/x> } SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { BIND(IRI('http://127.0.0.1:PORT/x') AS ?where) SERVICE SILENT ?where { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c OPTIONAL { { SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/x> { ?s ?p ?o } } } } } LIMIT 1",
    "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:PORT/x> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } { SERVICE <http://127.0.0.1:PORT/\\u0078> { ?s ?p ?o } }",
    "SELECT * { SERVICE <http://localhost:PORT/x> { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:PORT/x> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1:PORT/x> { GRAPH ?g { ?s ?p ?o } }",
    "DESCRIBE <http://127.0.0.1:PORT/x>",
    "LOAD <http://127.0.0.1:PORT/x>",
    "LOAD SILENT <http://127.0.0.1:PORT/x> INTO GRAPH <http://127.0.0.1:PORT/x>",
)
"""With PORT replaced, each would make a careless server connect to this machine."""


def ask(server: Any, sparql: str, accept: str = "application/sparql-results+json", **more: str) -> Any:
    body = urlencode({"query": sparql, **more}).encode()
    return server("/sparql", "POST", {**FORM, "Accept": accept}, body)


@pytest.fixture(scope="module")
def victim(home: Path, run_server: Callable[..., Any]) -> Iterator[Any]:
    """A server that takes small bodies only."""
    with run_server(home, max_body_bytes="300000", workers="2") as server:
        yield server


@contextmanager
def canary() -> Iterator[tuple[int, list[bytes]]]:
    """A listening socket, by its port, and what has connected to it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                with connection:
                    heard.append(b"connected")

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield listener.getsockname()[1], heard
        finally:
            time.sleep(0.2)
            stop.set()
            thread.join()


def test_no_request_makes_the_server_call_another(victim: Any) -> None:
    with canary() as (port, heard):
        place = f"http://127.0.0.1:{port}/x"
        for query in CALLS:
            sparql = query.replace("PORT", str(port))
            assert ask(victim, sparql).status < 600
            assert victim(f"/sparql?{urlencode({'query': sparql})}").status < 600
            assert victim("/sparql", "POST", {"Content-Type": "application/sparql-update"}, sparql.encode()).status in (
                400, 403,
            )  # fmt: skip
        for name in ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri"):
            ask(victim, "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", **{name: place})
        context = json.dumps({"@context": place, "@id": place}).encode()
        for kind in ("application/ld+json", "application/json", "application/rdf+xml", "text/turtle"):
            victim("/sparql", "POST", {"Content-Type": kind}, context)
        for path in (f"/{place}", f"/?url={place}", f"{CANNED}5&snapshot={place}", f"/v1/queries/{quote(place, '')}"):
            victim(path, headers={"Referer": place, "X-Forwarded-Host": f"127.0.0.1:{port}", "Forwarded": place})
    assert heard == []


def test_the_canary_would_hear_a_query_that_nothing_isolates() -> None:
    with canary() as (port, heard), suppress(OSError, RuntimeError):
        list(Store().query(CALLS[0].replace("PORT", str(port))))
    assert heard == [b"connected"]


def test_from_names_a_graph_of_the_snapshot_and_an_unknown_one_is_empty(victim: Any) -> None:
    def number(clauses: str, pattern: str = "?s ?p ?o") -> int:
        reply = ask(victim, f"SELECT (COUNT(*) AS ?n) {clauses} {{ {pattern} }}")
        return int(reply.json["results"]["bindings"][0]["n"]["value"])

    reply = ask(victim, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    sizes = {row["g"]["value"]: int(row["n"]["value"]) for row in reply.json["results"]["bindings"]}
    (first, size), (second, other) = list(sizes.items())[:2]
    assert number("") == sum(sizes.values())
    assert number(f"FROM <{first}>") == size
    assert number(f"FROM <{first}> FROM <{second}>") == size + other
    assert number("FROM <http://example.org/none>") == 0
    assert number(f"FROM NAMED <{first}>", "GRAPH ?g { ?s ?p ?o }") == size
    assert number(f"FROM NAMED <{first}>") == 0


WRITES = (
    "CLEAR ALL", "DROP SILENT ALL", "INSERT DATA { <x:s> <x:p> <x:o> }", "DELETE WHERE { ?s ?p ?o }",
    "CREATE GRAPH <x:g>", "COPY DEFAULT TO <x:g>", "ADD <x:g> TO DEFAULT", "MOVE DEFAULT TO <x:g>",
    "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } USING <x:g> WHERE { ?s ?p ?o }",
)  # fmt: skip


def test_no_request_changes_the_data(victim: Any, home: Path, is_problem: Check) -> None:
    snapshot = home / "current"

    def state() -> str:
        digest = sha256()
        for file in sorted(path for path in snapshot.resolve().rglob("*") if path.is_file()):
            digest.update(f"{file.name} {file.stat().st_mode:o}".encode() + file.read_bytes())
        return digest.hexdigest()

    before = state()
    for text in WRITES:
        update = victim("/sparql", "POST", {"Content-Type": "application/sparql-update"}, text.encode())
        is_problem(update, 403, "read-only")
        is_problem(ask(victim, text), 400, "syntax")
        is_problem(ask(victim, f"ASK {{}} ; {text}"), 400, "syntax")
    for method in ("PUT", "POST", "DELETE", "PATCH"):
        for path in ("/", "/data", "/graph/catalogue", "/disclosure/x", "/v1/queries", "/v1/queries/statistics"):
            assert victim(path, method, {"Content-Type": "text/turtle"}, b"<x:s> <x:p> <x:o> .").status in (404, 405)
    assert state() == before
    assert not any(file.stat().st_mode & 0o222 for file in snapshot.resolve().rglob("*"))


MULTIPART = (
    b'--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n' + b"a" * 400_000 + b"\r\n--x--\r\n"
)  # fmt: skip
BODIES = {
    "raw": ({"Content-Type": "application/sparql-query"}, b"ASK {} #" + b"a" * 400_000),
    "form": (FORM, b"query=ASK%20%7B%7D&x=" + b"a" * 400_000),
    "many fields": (FORM, b"&a=b" * 100_000),
    "multipart": ({"Content-Type": "multipart/form-data; boundary=x"}, MULTIPART),
    "text": ({"Content-Type": "text/plain"}, b"a" * 400_000),
    "none": ({}, b"a" * 400_000),
}


@pytest.mark.parametrize("path", ["/sparql", "/v1/queries/statistics"])
@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("chunked", [False, True], ids=["whole", "chunked"])
def test_a_body_over_the_limit_is_refused(victim: Any, is_problem: Check, path: str, name: str, chunked: bool) -> None:
    headers, body = BODIES[name]
    if chunked:
        headers = {**headers, "Transfer-Encoding": "chunked"}
        body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in _parts(body, 50_000)) + b"0\r\n\r\n"
    reply = victim(path, "POST", headers, body)
    members = is_problem(reply, 413, "body")
    assert members["limit"] == 300_000


def _parts(body: bytes, size: int) -> Iterator[bytes]:
    return (body[start : start + size] for start in range(0, len(body), size))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "example.org:80@evil", "", "[::1", "a b"])
def test_a_host_that_is_not_ours_is_refused(victim: Any, is_problem: Check, host: str) -> None:
    for path in ("/", "/sparql", f"{CANNED}1", "/static/style.css", "/ready"):
        reply = victim(path, host=host or " ")
        is_problem(reply, 400, "host")


def test_a_forwarded_host_never_reaches_an_answer(victim: Any) -> None:
    names = (
        "X-Forwarded-Host",
        "X-Forwarded-Prefix",
        "X-Forwarded-Server",
        "X-Original-URL",
        "X-Host",
        "X-Script-Name",
    )
    forged = {**dict.fromkeys(names, "evil.example"), "X-Forwarded-Proto": "gopher", "Forwarded": "host=evil.example"}
    for path in ("/", "/v1/queries", f"{CANNED}1", "/openapi.json", "/sparql"):
        for accept in ("text/html", "application/json"):
            reply = victim(path, headers={**forged, "Accept": accept})
            assert "evil" not in reply.text + json.dumps(dict(reply.headers))


NO_REQUESTS = {
    "garbage": (b"\x00\xff\x01 nothing\r\n\r\n", 400),
    "a long line": (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 414),
    "many headers": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X-A: b\r\n" * 500 + b"\r\n", 431),
    "a long header": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + b"b" * 20_000 + b"\r\n\r\n", 431),
    "two lengths": (b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400),
    "a bad length": (b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n", 400),
    "length and chunks": (
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "an unknown coding": (
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: secret\r\n\r\n0\r\n\r\n", 501,
    ),
    "a space in a name": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX A: b\r\n\r\n", 400),
}  # fmt: skip
"""What is no HTTP, or HTTP that two readers could read in two ways."""


@pytest.mark.parametrize("name", NO_REQUESTS)
def test_what_is_no_http_is_refused_in_the_one_shape(victim: Any, name: str) -> None:
    sent, status = NO_REQUESTS[name]
    answer = b""
    for _ in range(10):  # what the server has not read when it closes may cost the client the answer
        with suppress(ConnectionResetError), socket.create_connection(("127.0.0.1", victim.port), 10) as connection:
            connection.sendall(sent)
            while part := connection.recv(65536):
                answer += part
        if answer:
            break
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status), answer
    assert b"content-type: application/problem+json" in head.lower()
    assert b"x-content-type-options: nosniff" in head.lower()
    members = json.loads(body)
    assert (members["status"], bool(members["detail"])) == (status, True)
    assert victim("/health").status == 200
