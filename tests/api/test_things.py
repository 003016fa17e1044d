"""Each thing of ours at its address, in formats that say the same; the API as its description says; a real client."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from openapi_spec_validator import validate
from pyoxigraph import RdfFormat, Store, Triple, parse
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from foigraph.api.application import create_application
from foigraph.core.settings import Settings
from foigraph.examples import letters

BASE = "https://example.org/foigraph/"
OURS = "https://w3id.org/foigraph/"
FORMATS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
}


def things(server: Any) -> dict[str, str]:
    """One thing of each class that the snapshot holds, by the class."""
    sparql = "SELECT ?class (MIN(?thing) AS ?one) { ?thing a ?class FILTER(ISIRI(?thing)) } GROUP BY ?class"
    reply = server("/sparql", "POST", {"Content-Type": "application/sparql-query"}, sparql.encode())
    return {row["class"]["value"]: row["one"]["value"] for row in reply.json["results"]["bindings"]}


def path_of(iri: str) -> str:
    return "/" + iri.removeprefix(BASE).removeprefix(OURS).partition("#")[0]


def test_a_thing_of_each_class_is_described_at_its_address_in_each_format(server: Any) -> None:
    found = things(server)
    assert len(found) > 25
    for kind, iri in found.items():
        if not iri.startswith((BASE, OURS)):
            continue
        said: dict[str, set[Triple]] = {}
        for suffix, (media_type, format) in FORMATS.items():
            by_suffix = server(f"{path_of(iri)}.{suffix}")
            by_accept = server(path_of(iri), headers={"Accept": media_type})
            assert (by_suffix.status, by_accept.status) == (200, 200), (kind, iri)
            assert by_suffix.body == by_accept.body
            assert by_accept.headers["content-type"].startswith(media_type)
            assert by_accept.headers["content-location"] == f"{path_of(iri)}.{suffix}"
            said[suffix] = set(parse(by_suffix.body, format))  # type: ignore[arg-type]
        assert said["ttl"] == said["jsonld"] == said["nt"]
        assert any(triple.subject.value == iri for triple in said["nt"] if hasattr(triple.subject, "value")), iri
        page = server(path_of(iri), headers={"Accept": "text/html"})
        assert page.status == 200
        assert "<h1" in page.text


def test_links_on_a_page_of_a_thing_lead_somewhere(server: Any) -> None:
    iri = things(server)[f"{OURS}ns#Disclosure"]
    page = server(f"{path_of(iri)}.html").text
    links = {part.split('"')[0].replace("&amp;", "&") for part in page.split('href="')[1:]}
    local = sorted(link.partition("#")[0] for link in links if link.startswith("/"))
    assert len(local) > 10
    for link in dict.fromkeys(local):
        assert server(link, headers={"Accept": "text/html, text/css"}).status == 200, link


def test_the_dump_is_the_whole_snapshot(server: Any, home: Path) -> None:
    reply = server("/data.nq")
    assert (reply.status, reply.headers["content-type"]) == (200, "application/n-quads")
    assert int(reply.headers["content-length"]) == len(reply.body)
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert set(parse(reply.body, RdfFormat.N_QUADS)) == set(Store.read_only(str(home / "current" / "store")))
    again = server("/data.nq", headers={"If-None-Match": reply.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    head = server("/data.nq", "HEAD")
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", reply.headers["etag"])


def test_the_address_of_a_thing_that_is_no_document_leads_to_its_description(server: Any) -> None:
    iri = things(server)[f"{OURS}ns#Disclosure"]
    reply = server(f"/id{path_of(iri)}")
    assert (reply.status, urlsplit(reply.headers["location"]).path) == (303, path_of(iri))


def test_the_description_of_the_api_is_valid_and_says_what_is_served(server: Any) -> None:
    reply = server("/openapi.json")
    description = json.loads(reply.body)
    assert description["openapi"].startswith("3.1")
    validate(description)
    concrete = [path for path in description["paths"] if "{" not in path]
    for path in concrete:
        for method in description["paths"][path]:
            found = server(path, method.upper(), body=b"" if method == "post" else None)
            assert found.status not in (404, 405, 500), (method, path)


def test_every_route_is_in_the_description_of_the_api(server: Any) -> None:
    described = set(json.loads(server("/openapi.json").body)["paths"])
    rules = {rule.rule for rule in create_application(Settings()).url_map.iter_rules()}
    plain = {rule for rule in rules if "<" not in rule}
    assert plain <= described | {"/", "/openapi.json", "/queries"}
    assert {"/v1/queries", "/sparql", "/health", "/ready", "/limits"} <= described


def client(server: Any, sparql: str, form: str) -> Any:
    wrapper = SPARQLWrapper(f"http://127.0.0.1:{server.port}/sparql")
    wrapper.setTimeout(20)
    wrapper.setQuery(sparql)
    wrapper.setReturnFormat(form)
    return wrapper


@pytest.mark.parametrize("method", ["GET", POST])
def test_a_client_that_people_use_gets_rows_answers_and_graphs(server: Any, method: str) -> None:
    def asked(sparql: str, form: str) -> Any:
        wrapper = client(server, sparql, form)
        wrapper.setMethod(method)
        return wrapper.query().convert()

    select = "SELECT ?d { ?d a <https://w3id.org/foigraph/ns#Disclosure> } ORDER BY ?d"
    rows = asked(select, JSON)["results"]["bindings"]
    assert len(rows) == len(letters())
    assert len(asked(select, XML).getElementsByTagName("result")) == len(letters())
    assert len(asked(select, CSV).decode().splitlines()) == len(letters()) + 1
    assert asked("ASK { ?s ?p ?o }", JSON)["boolean"] is True
    graph = f"CONSTRUCT {{ ?d a ?c }} {{ ?d a ?c VALUES ?d {{ <{rows[0]['d']['value']}> }} }}"
    assert len(list(parse(asked(graph, TURTLE), RdfFormat.TURTLE))) >= 1


def test_a_query_that_fails_on_the_page_can_be_mended_there(server: Any) -> None:
    page = server("/sparql?query=SELECT%20%3Fmine", headers={"Accept": "text/html"})
    assert (page.status, page.headers["cache-control"]) == (400, "no-store")
    assert "SELECT ?mine</textarea>" in page.text
    assert "The query does not parse" in page.text


ENDPOINTS = (
    "/", "/v1/queries", "/v1/queries/statistics", "/sparql?query=ASK%7B%7D", "/openapi.json", "/ready", "/ns",
    "/shapes", "/data", "/data.nq", "/id/none", "/graph/catalogue", "/provision/foia2000-23",
)  # fmt: skip


@pytest.mark.parametrize("path", ENDPOINTS)
def test_each_endpoint_has_errors_of_the_one_shape(
    server: Any, is_problem: Callable[..., dict[str, Any]], path: str
) -> None:
    is_problem(server(f"{path}{'&' if '?' in path else '?'}snapshot=x"), 400, "parameter")
    is_problem(server(path, "BREW"), 405, "method")
