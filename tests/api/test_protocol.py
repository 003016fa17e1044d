"""The W3C tests of the SPARQL 1.1 Protocol, over HTTP, each against a snapshot published from its own data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import Graph, Namespace, Node, URIRef
from rdflib.collection import Collection

from foigraph.store.canonical import canonical_lines
from foigraph.store.publish import publish
from foigraph.store.record import Record

MANIFEST_SHA256 = "08d2fa7d6ed57cab739798903e8cea5e13065625a2a9d567a7cfb9319315ef17"
MANIFEST = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
RDFS_LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")

QUERIES = (
    "query_content_type_ask", "query_content_type_construct", "query_content_type_describe",
    "query_content_type_select", "query_dataset_default_graphs_get", "query_dataset_default_graphs_post",
    "query_dataset_full", "query_dataset_named_graphs_get", "query_dataset_named_graphs_post", "query_get",
    "query_multiple_dataset", "query_post_direct", "query_post_form",
)  # fmt: skip
UPDATES = (
    "update_base_uri", "update_dataset_default_graph", "update_dataset_default_graphs", "update_dataset_full",
    "update_dataset_named_graphs", "update_post_direct", "update_post_form",
)  # fmt: skip
NEGATIVES = {
    "bad_multiple_queries": (400, "one-query", "the parameter 'query' stands 2 times"),
    "bad_multiple_updates": (400, "one-query", "the parameter 'update' stands 2 times"),
    "bad_query_method": (405, "method", "PUT is not for this address"),
    "bad_query_missing_direct_type": (415, "media-type", "the request names no media type"),
    "bad_query_missing_form_type": (415, "media-type", "the request names no media type"),
    "bad_query_non_utf8": (415, "charset", "a query is UTF-8, not 'UTF-16'"),
    "bad_query_syntax": (400, "syntax", "line 1"),
    "bad_query_wrong_media_type": (415, "media-type", "not text/plain"),
    "bad_update_dataset_conflict": (400, "dataset-conflict", "not both"),
    "bad_update_get": (400, "update-by-get", "an update cannot be sent by GET"),
    "bad_update_missing_form_type": (415, "media-type", "the request names no media type"),
    "bad_update_non_utf8": (415, "charset", "a query is UTF-8, not 'UTF-16'"),
    "bad_update_syntax": (400, "syntax", "line 1"),
    "bad_update_wrong_media_type": (415, "media-type", "not text/plain"),
}
"""By the name of the test: the status, the type of the problem, and words of its reason."""
TABULAR = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
FORMATS = {
    "boolean": TABULAR[:2],
    "tabular": TABULAR,
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


@dataclass(frozen=True)
class Request:
    """One request of a test, and what is to come back."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: tuple[str, ...]
    boolean: bool | None
    format: str | None


class Manifest:
    """The tests as their manifest has them."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.graph = Graph().parse(place / "manifest.ttl", publicID=f"{place.as_uri()}/")

    def names(self) -> list[str]:
        (entries,) = self.graph.objects(predicate=MF.entries)
        return [str(entry).removeprefix(MANIFEST) for entry in self._list(entries)]

    def data(self, name: str) -> frozenset[tuple[str, str]]:
        """Files and the names of the graphs that they fill."""
        test = URIRef(MANIFEST + name)
        return frozenset(
            (str(self.graph.value(node, UT.graph)).rpartition("/")[2], str(self.graph.value(node, RDFS_LABEL)))
            for node in self.graph.objects(test, UT.graphData)
        )

    def requests(self, name: str) -> list[Request]:
        action = self.graph.value(URIRef(MANIFEST + name), MF.action)
        assert action is not None
        return [self._request(node) for node in self._list(self.graph.value(action, HT.requests))]

    def _list(self, head: Node | None) -> list[Node]:
        assert head is not None
        return list(Collection(self.graph, head))

    def _request(self, node: Node) -> Request:
        value = self.graph.value
        headers = [] if value(node, HT.headers) is None else self._list(value(node, HT.headers))
        body = value(node, HT.body)
        response = value(node, HT.resp)
        assert response is not None
        boolean = value(response, MF.expectedBoolean)
        kind = value(response, MF.expectedFormat)
        return Request(
            method=str(value(node, HT.methodName)),
            path=str(value(node, HT.absolutePath)),
            headers={str(value(one, HT.fieldName)): str(value(one, HT.fieldValue)) for one in headers},
            body=None if body is None else str(value(body, CNT.chars)).encode(str(value(body, CNT.characterEncoding))),
            statuses=tuple(sorted(str(one)[-3:] for one in self.graph.objects(response, MF.expectedStatus))),
            boolean=None if boolean is None else str(boolean) == "true",
            format=None if kind is None else str(kind),
        )


@pytest.fixture(scope="module")
def manifest(shared: Path) -> Manifest:
    place = shared / "w3c" / "sparql" / "sparql11" / "protocol"
    assert hashlib.sha256((place / "manifest.ttl").read_bytes()).hexdigest() == MANIFEST_SHA256
    return Manifest(place)


@pytest.fixture(scope="module")
def server_of(
    manifest: Manifest, tmp_path_factory: pytest.TempPathFactory, run_server: Callable[..., Any]
) -> Iterator[Callable[[str], Any]]:
    """A server over the data of a test; tests with the same data share it."""
    running: dict[frozenset[tuple[str, str]], Any] = {}
    with ExitStack() as stack:

        def find(name: str) -> Any:
            data = manifest.data(name)
            if data not in running:
                home = tmp_path_factory.mktemp("protocol")
                with Record.open(home, write=True, base="https://example.org/foigraph/") as record:
                    publish(record, {graph: _lines(manifest.place / file, graph) for file, graph in data})
                running[data] = stack.enter_context(run_server(home, workers="1", sparql_workers="1"))
            return running[data]

        yield find


def _lines(path: Path, graph: str) -> list[str]:
    triples = parse(path=str(path), format=RdfFormat.N_TRIPLES)
    return canonical_lines(Quad(one.subject, one.predicate, one.object, NamedNode(graph)) for one in triples)


def send(server: Any, request: Request) -> Any:
    return server(request.path, request.method, request.headers, request.body)


def test_every_test_of_the_manifest_is_run(manifest: Manifest) -> None:
    names = manifest.names()
    assert sorted(names) == sorted([*QUERIES, *NEGATIVES, *UPDATES])
    assert (len(QUERIES) + len(NEGATIVES), len(UPDATES), len(names)) == (27, 7, 34)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_of_the_protocol_is_answered(manifest: Manifest, server_of: Callable[[str], Any], name: str) -> None:
    (request,) = manifest.requests(name)
    assert request.statuses == ("2xx", "3xx")
    reply = send(server_of(name), request)
    assert reply.status == 200, reply.text
    assert request.format is not None
    assert reply.headers["content-type"].partition(";")[0] in FORMATS[request.format]
    if request.boolean is not None:
        assert reply.json["boolean"] is request.boolean


@pytest.mark.parametrize("name", NEGATIVES)
def test_what_is_no_request_of_the_protocol_is_refused_for_its_own_reason(
    manifest: Manifest, server_of: Callable[[str], Any], is_problem: Callable[..., dict[str, Any]], name: str
) -> None:
    (request,) = manifest.requests(name)
    assert request.statuses == ("4xx",)
    status, kind, reason = NEGATIVES[name]
    assert reason in is_problem(send(server_of(name), request), status, kind)["detail"]


@pytest.mark.parametrize("name", UPDATES)
def test_an_update_is_refused_and_changes_nothing(
    manifest: Manifest, server_of: Callable[[str], Any], is_problem: Callable[..., dict[str, Any]], name: str
) -> None:
    server = server_of(name)
    requests = manifest.requests(name)
    updates = [one for one in requests if one.boolean is None]
    assert updates
    count = "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%20GRAPH%20%3Fg%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20%7D"
    before = server(count).json["results"]
    for update in updates:
        is_problem(send(server, update), 403, "read-only")
    assert server(count).json["results"] == before
