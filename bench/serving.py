"""Requests a second over HTTP beside other servers: one graph of 500,000 quads, one query of 50 rows, one answer.

Run by `make bench`. Each server runs alone, on loopback, and is asked by wrk with the same connections; the rounds go
round the servers in turn. The others come from bench/requirements.txt in an environment of their own (BENCH_PEERS, by
default .bench beside this project's .venv); what is missing there is said to be missing.

* foigraph cached: a canned query, asked again and again, as `foigraph serve` comes.
* foigraph uncached: the same with FOIGRAPH_CACHE_BYTES=0, so that each request is bound, evaluated and written anew.
* foigraph /sparql: the SPARQL text to which that query is bound, as a stranger would send it.
* oxigraph: the same text to `oxigraph serve-read-only` over a copy of the same store.
* grlc: the same text as a local query of grlc, whose endpoint is that Oxigraph.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from letters import add_namesake

from foigraph.core.settings import Settings
from foigraph.examples import AUTHORITIES, letters
from foigraph.ingest.extract import extract
from foigraph.ingest.quads import Place, to_quads
from foigraph.ingest.readers import Text, read_document
from foigraph.ingest.static import static_graphs
from foigraph.ontology.vocabulary import load_vocabulary
from foigraph.queries.bind import bind
from foigraph.queries.catalogue import load_catalogue
from foigraph.store.publish import publish
from foigraph.store.record import Record

BASE = "https://example.org/foigraph/"
QUADS, ROWS = 500_000, 50
QUERY, GIVEN = "answers-by-technology", {"technology": ["communications-data"]}
SEVERAL = "rutshire"
"""The body whose letter answers the query, with one row: it is put in as often as there are to be rows."""
AROUND = 22
"""Quads about a letter besides those read from it, about."""
CONNECTIONS, THREADS, SECONDS, ROUNDS, STARTS = 4, 2, 4, 3, 5
TARGETS = (("cached", "oxigraph", 5.0), ("cached", "grlc", 40.0), ("uncached", "oxigraph", 0.8),
           ("/sparql", "oxigraph", 0.5))  # fmt: skip
PEERS = Path(os.environ.get("BENCH_PEERS", Path(__file__).resolve().parent.parent / ".bench")) / "bin"


@dataclass(frozen=True, slots=True)
class Server:
    """How to run a server, and what to ask it. rows: how its answer becomes the rows to compare.

    sparql: the body to POST; empty for a GET.
    """

    name: str
    start: Callable[[int], tuple[list[str], dict[str, str], Path]]
    path: str
    accept: str
    sparql: str
    rows: Callable[[Any], list[dict[str, str]]]


def text_of(path: Path) -> Text:
    """The text of an example letter."""
    return read_document(path.read_bytes(), name=path.name, url=None, media_type=None, max_bytes=10**7)


def make_home(home: Path) -> tuple[int, str]:
    """Publish the examples again and again, under other references; the number of quads, and the text of the query."""
    settings = Settings(home=home / "home", base=BASE, authorities=AUTHORITIES)
    vocabulary = load_vocabulary(AUTHORITIES, BASE)
    static = static_graphs(settings, vocabulary)
    with Record.open(settings.home, write=True, base=BASE) as record:
        left = QUADS - publish(record, static).quads
        read = [extract(text_of(path), vocabulary) for path in letters()]
        sizes = [len(to_quads(letter, Place(BASE, BASE), vocabulary)) + AROUND for letter in read]
        number = 0
        with record.batch():
            while left > 0:
                which = number % len(read)
                number += 1
                authority = read[which].authority
                if number > ROWS * len(read) and authority is not None and authority.id == SEVERAL:
                    continue
                add_namesake(record, read[which], number, vocabulary)
                left -= sizes[which]
        made = publish(record, static)
    return made.quads, bind(load_catalogue().get(QUERY), GIVEN, vocabulary, BASE).sparql


def environment(home: Path, **more: str) -> dict[str, str]:
    """The variables of a server of ours: no rate; two workers a process for canned queries, and one for each
    connection at /sparql, wherever it lands, since a stranger's query waits a moment only.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FOIGRAPH_")}
    each = str(CONNECTIONS)
    ours = {"HOME": str(home / "home"), "BASE": BASE, "AUTHORITIES": str(AUTHORITIES), "REQUESTS_PER_MINUTE": "0",
            "SPARQL_SECONDS_PER_MINUTE": "0", "QUERY_WORKERS": "2", "SPARQL_WORKERS": each}  # fmt: skip
    return kept | {f"FOIGRAPH_{key}": value for key, value in {**ours, **more}.items()}


def plain(value: Any) -> str:
    """A value as text, whether it came as JSON or as a SPARQL result."""
    return "" if value is None else str(value)


def ours(answer: Any) -> list[dict[str, str]]:
    """Rows of a canned answer."""
    return [{name: plain(value) for name, value in row.items() if plain(value)} for row in answer["rows"]]


def theirs(answer: Any) -> list[dict[str, str]]:
    """Rows of a SPARQL result."""
    return [
        {name: cell["value"] for name, cell in row.items() if cell["value"]} for row in answer["results"]["bindings"]
    ]


def servers(home: Path, sparql: str, store: Path, grlc: Path) -> list[Server]:
    """All that is measured; what is not installed is left out and said."""
    foigraph = str(Path(sys.executable).with_name("foigraph"))
    asked = f"/v1/queries/{QUERY}.json?" + "&".join(f"{name}={value[0]}" for name, value in GIVEN.items())
    results = "application/sparql-results+json"

    def serve(**more: str) -> Callable[[int], tuple[list[str], dict[str, str], Path]]:
        return lambda port: ([foigraph, "serve", "--port", str(port)], environment(home, **more), home)

    def oxigraph(port: int) -> tuple[list[str], dict[str, str], Path]:
        where = ["--location", str(store), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
        return [str(PEERS / "oxigraph"), "serve-read-only", *where], dict(os.environ), home

    found = [
        Server("cached", serve(), asked, "application/json", "", ours),
        Server("uncached", serve(CACHE_BYTES="0"), asked, "application/json", "", ours),
        Server("/sparql", serve(CACHE_BYTES="0"), "/sparql", results, sparql, theirs),
    ]
    if not (PEERS / "oxigraph").exists():
        print("not measured: oxigraph and grlc (see bench/requirements.txt)")
        return found
    found.append(Server("oxigraph", oxigraph, "/query", results, sparql, theirs))
    if not (PEERS / "gunicorn").exists():
        print("not measured: grlc (see bench/requirements.txt)")
        return found

    def with_grlc(port: int) -> tuple[list[str], dict[str, str], Path]:
        # grlc's own command listens to the whole network; these are the options that it gives to gunicorn
        return (
            [str(PEERS / "gunicorn"), "-b", f"127.0.0.1:{port}", "-w", "20", "-t", "90", "grlc.server:app"],
            dict(os.environ),
            grlc,
        )

    return [*found, Server("grlc", with_grlc, "/api-local/asked", results, "", theirs)]


def free_port() -> int:
    """A port of this machine that nobody listens to now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(server: Server, port: int) -> Iterator[float]:
    """The server until the context ends; gives the seconds until it first answered."""
    command, variables, folder = server.start(port)
    begun = time.monotonic()
    with (folder / f"{server.name.strip('/')}.log").open("wb") as log:
        process = subprocess.Popen(command, env=variables, cwd=folder, stdout=log, stderr=log)
    try:
        while True:
            try:
                ready = "/ready" if command[1] == "serve" else "/"
                urllib.request.urlopen(f"http://127.0.0.1:{port}{ready}", timeout=10).close()
                break
            except OSError as error:
                if process.poll() is not None or time.monotonic() > begun + 60:
                    raise SystemExit(f"{server.name} does not answer: {error}") from error
                time.sleep(0.005)
        yield time.monotonic() - begun
    finally:
        process.terminate()
        process.wait(30)


def ask(server: Server, port: int) -> Any:
    """One answer, read."""
    headers = {"Accept": server.accept, **({"Content-Type": "application/sparql-query"} if server.sparql else {})}
    place = f"http://127.0.0.1:{port}{server.path}"
    request = urllib.request.Request(place, headers=headers, data=server.sparql.encode() or None)
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)


def load(server: Server, port: int) -> tuple[float, str, str]:
    """Requests a second, and the median and 99th percentile of their latency, over SECONDS."""
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "--timeout", "30s"]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if server.sparql:
            script.write(f"wrk.method = 'POST'\nwrk.body = [==[{server.sparql}]==]\n")
            script.write("wrk.headers['Content-Type'] = 'application/sparql-query'\n")
        script.flush()
        command += ["-s", script.name, "-H", f"Accept: {server.accept}", f"http://127.0.0.1:{port}{server.path}"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"{server.name} failed under load:\n{said}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    parts = dict(re.findall(r"^\s+(50|99)%\s+(\S+)", said, re.MULTILINE))
    assert rate is not None
    return float(rate[1]), parts["50"], parts["99"]


def measure(found: list[Server]) -> dict[str, list[tuple[float, str, str]]]:
    """Each server in turn, ROUNDS times; all answers are compared first."""
    figures: dict[str, list[tuple[float, str, str]]] = {server.name: [] for server in found}
    reference: list[dict[str, str]] | None = None
    for number in range(ROUNDS):
        for server in found:
            with ExitStack() as stack:
                port = free_port()
                if server.name == "grlc":
                    stack.enter_context(running(found[3], GRLC_ENDPOINT))
                stack.enter_context(running(server, port))
                rows = server.rows(ask(server, port))
                reference = reference or rows
                if len(rows) != ROWS or rows != reference:
                    raise SystemExit(f"{server.name}: {len(rows)} rows, and not the same answer as {found[0].name}")
                if number == 0:
                    load(server, port)  # warm
                figures[server.name].append(load(server, port))
    return figures


GRLC_ENDPOINT = free_port()


def report(figures: dict[str, list[tuple[float, str, str]]], starts: list[float]) -> None:
    """The table, and each target beside what was reached."""
    print(f"\n{'server':<12}{'requests/s':>12}   {'of ' + str(ROUNDS) + ' rounds':<26}{'p50':>10}{'p99':>10}")
    rates = {}
    for name, rounds in figures.items():
        rates[name] = statistics.median(rate for rate, _, _ in rounds)
        _, middle, high = sorted(rounds)[len(rounds) // 2]
        each = " ".join(f"{rate:,.0f}" for rate, _, _ in rounds)
        print(f"{name:<12}{rates[name]:>12,.0f}   {each:<26}{middle:>10}{high:>10}")
    print()
    for one, other, target in TARGETS:
        if other in rates:
            reached = rates[one] / rates[other]
            print(f"{one} / {other}: {reached:.2f}, to reach {target:g}{'' if reached >= target else '   MISSED'}")
    middle = statistics.median(starts)
    each = ", ".join(f"{start:.2f}" for start in starts)
    print(f"ready after {middle:.2f} s ({each}), to reach 1.5{'' if middle <= 1.5 else '   MISSED'}")


def main() -> None:
    """Make the data, run the servers, print."""
    if shutil.which("wrk") is None:
        print("HTTP is not measured: wrk, which makes the load, is not installed")
        return
    with tempfile.TemporaryDirectory(prefix="foigraph-bench-") as folder:
        home = Path(folder)
        quads, sparql = make_home(home)
        store, grlc = home / "oxigraph", home / "grlc"
        shutil.copytree(home / "home" / "current" / "store", store, copy_function=shutil.copyfile)
        (grlc / "queries").mkdir(parents=True)
        endpoint = f"http://127.0.0.1:{GRLC_ENDPOINT}/query"
        (grlc / "queries" / "asked.rq").write_text(f"#+ endpoint: {endpoint}\n#+ method: GET\n\n{sparql}")
        (grlc / "config.ini").write_text(
            f"[defaults]\nsparql_endpoint = {endpoint}\n[local]\nlocal_sparql_dir = {grlc / 'queries'}/\n"
        )
        found = servers(home, sparql, store, grlc)
        print(f"HTTP: {quads:,} quads, {QUERY} with {ROWS} rows; on the same machine as the server wrk with")
        print(f"{CONNECTIONS} connections kept alive, {THREADS} threads, {SECONDS} s a round, {ROUNDS} rounds in turn")
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} before, Python {platform.python_version()}")
        starts = []
        for _ in range(STARTS):
            with running(found[0], free_port()) as seconds:
                starts.append(seconds)
        report(measure(found), starts)
        for path in (home / "home" / "snapshots").rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


if __name__ == "__main__":
    main()
