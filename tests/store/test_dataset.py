"""A query is asked of the graphs that it names, or of all; a graph that is not there is empty."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode, Quad, Store

from foigraph.store.dataset import dataset_of
from foigraph.store.pool import Pool

A, B = "http://e/graph/a", "http://e/graph/b"
NAMES = "SELECT ?s {} {{ ?s ?p ?o }} ORDER BY ?s"


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    path = tmp_path_factory.mktemp("dataset") / "store"
    store = Store(str(path))
    for name, graph in (("a", A), ("b", B)):
        node = NamedNode(f"http://e/{name}")
        store.add(Quad(node, NamedNode("http://e/p"), node, NamedNode(graph)))
    store.flush()
    del store
    with Pool(path) as opened:
        yield opened


def subjects(pool: Pool, query: str, dataset: tuple[list[str], list[str]] | None = None) -> list[str]:
    body = pool.run(query, format="csv", dataset=dataset).body.decode()
    return [line.removeprefix("http://e/") for line in body.split()[1:]]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("", ["a", "b"]),
        (f"FROM <{A}>", ["a"]),
        (f"from#a comment\n<{B}>", ["b"]),
        (f"FROM <{A}> FROM <{B}>", ["a", "b"]),
        ("FROM <http://127.0.0.1:9/unknown>", []),
        (f"FROM NAMED <{A}>", []),
    ],
)
def test_from_names_a_graph_of_the_store(pool: Pool, clause: str, found: list[str]) -> None:
    assert subjects(pool, NAMES.format(clause)) == found


def test_the_dataset_of_the_call_goes_before_that_of_the_query(pool: Pool) -> None:
    named = "SELECT ?s FROM <http://e/graph/a> { GRAPH ?g { ?s ?p ?o } }"
    assert subjects(pool, NAMES.format(f"FROM <{A}>"), ([B], [])) == ["b"]
    assert subjects(pool, NAMES.format(""), ([], [A])) == []
    assert subjects(pool, named, ([], [B])) == ["b"]


@pytest.mark.parametrize(
    ("query", "dataset"),
    [
        ("SELECT * { ?from ?p ex:from }", "union"),
        ("# FROM <x:g>\nSELECT * {}", "union"),
        ("SELECT * { ?s ?p 'FROM <x:g>' , \"from\" , '''a'\nFROM ''' }", "union"),
        ("SELECT * { ?s from:x <http://e/from> }", "union"),
        ('SELECT * { ?s ?p "a\\" FROM " }', "union"),
        ("CONSTRUCT { ?s ?p ?o }FROM<x:g>WHERE { ?s ?p ?o }", "query"),
        ("ASK from named ex:g {}", "query"),
        ('SELECT ("a" AS ?x) FROM <x:g> {}', "query"),
    ],
)
def test_from_is_told_from_what_looks_like_it(query: str, dataset: str) -> None:
    assert dataset_of(query) == dataset


@pytest.mark.parametrize("text", ["from'''a", 'from"', 'from"""""\\"', "from<", "from "])
def test_the_time_it_takes_is_in_proportion_to_the_length(text: str) -> None:
    started = time.monotonic()
    dataset_of(text * 20_000)
    assert time.monotonic() - started < 1.0
