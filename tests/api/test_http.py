"""HTTP done properly: formats, caches, methods, and one shape of error at every address."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from foigraph.queries.catalogue import load_catalogue

Check = Callable[..., dict[str, Any]]
QUERY = "/v1/queries/forces-citing-exemption"
ASKED = f"{QUERY}?exemption=23"
THING = "/disclosure/wessex-vale/foi-11873"
SELECT = "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205"
PAGES = ("/", "/v1/queries", QUERY, ASKED, "/sparql", SELECT, THING, "/ns", "/data", "/provision/foia2000-23")
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        (ASKED, None, "application/json"),
        (ASKED, "*/*", "application/json"),
        (ASKED, "text/csv", "text/csv; charset=utf-8"),
        (ASKED, "text/html;q=0.5, text/*;q=0.9", "text/csv; charset=utf-8"),
        (ASKED, BROWSER["Accept"], "text/html; charset=utf-8"),
        (ASKED, "nonsense", "application/json"),
        (f"{QUERY}.csv?exemption=23", "text/html", "text/csv; charset=utf-8"),
        (f"{QUERY}.json?exemption=23", "text/csv", "application/json"),
        (f"{QUERY}.html?exemption=23", None, "text/html; charset=utf-8"),
        (f"{QUERY}.spreadsheet?exemption=23", None, "text/csv; charset=utf-8"),
        ("/v1/queries.html", None, "text/html; charset=utf-8"),
        ("/queries/forces-citing-exemption?exemption=23", None, "application/json"),
        (SELECT, None, "application/sparql-results+json"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, BROWSER["Accept"], "text/html; charset=utf-8"),
        (THING, None, "text/turtle; charset=utf-8"),
        (THING, "application/ld+json", "application/ld+json"),
        (THING, BROWSER["Accept"], "text/html; charset=utf-8"),
        (f"{THING}.jsonld", None, "application/ld+json"),
        (f"{THING}.nt", "text/html", "application/n-triples"),
        ("/", None, "application/json"),
        ("/", BROWSER["Accept"], "text/html; charset=utf-8"),
    ],
)
def test_the_format_follows_the_suffix_and_else_the_accept_header(
    server: Any, path: str, accept: str | None, kind: str
) -> None:
    reply = server(path, headers={"Accept": accept} if accept else {})
    assert (reply.status, reply.headers["content-type"]) == (200, kind)
    assert reply.body


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        (ASKED, "image/png"),
        (ASKED, "application/json;q=0"),
        (SELECT, "image/png"),
        (SELECT, "text/turtle"),
        (THING, "image/png"),
        ("/v1/queries", "text/csv"),
    ],
)
def test_what_is_wanted_and_not_there_is_a_406_that_lists_what_is(
    server: Any, is_problem: Check, path: str, accept: str
) -> None:
    members = is_problem(server(path, headers={"Accept": accept}), 406, "not-acceptable")
    assert members["available"]


@pytest.mark.parametrize("path", [ASKED, SELECT, THING, "/", "/v1/queries"])
def test_a_negotiated_answer_varies_by_accept(server: Any, path: str) -> None:
    assert server(path).headers["vary"] == "Accept"


@pytest.mark.parametrize("path", [ASKED, THING])
def test_each_format_has_an_address_that_the_others_name(server: Any, path: str) -> None:
    reply = server(path)
    own = server(reply.headers["content-location"], headers={"Accept": "image/png"})
    assert own.body == reply.body
    others = re.findall(r'<([^>]*)>; rel="alternate"; type="([^"]*)"', reply.headers["link"])
    assert len(others) >= 2
    for address, kind in others:
        other = server(address)
        assert other.status == 200
        assert other.headers["content-type"].startswith(kind)


@pytest.mark.parametrize("path", [*PAGES, "/openapi.json"])
@pytest.mark.parametrize("accept", ["*/*", "text/html"])
def test_whoever_has_an_answer_already_gets_a_304(server: Any, path: str, accept: str) -> None:
    first = server(path, headers={"Accept": accept})
    if first.status != 200:
        assert path in (QUERY, "/sparql", "/openapi.json")
        return
    etag = first.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', etag)
    assert first.headers["cache-control"] == "no-cache"
    for known in (etag, f'"other", W/{etag}', "*"):
        again = server(path, headers={"Accept": accept, "If-None-Match": known})
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == etag
        assert "content-type" not in again.headers
    assert server(path, headers={"Accept": accept, "If-None-Match": '"other"'}).body == first.body


def test_an_etag_tells_query_parameters_and_format_apart(server: Any) -> None:
    paths = (
        ASKED, f"{QUERY}?exemption=24", f"{QUERY}?exemption=23&year=2022", f"{QUERY}?exemption=23&limit=1",
        f"{QUERY}.csv?exemption=23", f"{QUERY}.spreadsheet?exemption=23", f"{QUERY}.html?exemption=23", SELECT,
    )  # fmt: skip
    etags = [server(path).headers["etag"] for path in paths]
    assert len(set(etags)) == len(paths)


@pytest.mark.parametrize("path", [*PAGES[:2], ASKED, SELECT, THING, "/openapi.json", "/health", "/limits", "/nothing"])
def test_head_is_get_without_the_body(server: Any, path: str) -> None:
    got, head = server(path), server(path, "HEAD")
    assert (head.status, head.body) == (got.status, b"")
    same = {name for name in got.headers if name not in ("date", "connection")}
    assert {name: head.headers.get(name) for name in same} == {name: got.headers[name] for name in same}


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        (ASKED, "GET"),
        ("/sparql", "GET POST"),
        (THING, "GET"),
        ("/", "GET"),
        ("/openapi.json", "GET"),
        ("/health", "GET"),
    ],
)
def test_options_say_what_is_allowed_to_any_origin_without_credentials(server: Any, path: str, methods: str) -> None:
    preflight = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"}
    reply = server(path, "OPTIONS", preflight)
    assert (reply.status, reply.body) == (204, b"")
    wanted = {*methods.split(), "HEAD", "OPTIONS"}
    assert set(reply.headers["allow"].split(", ")) == wanted
    assert set(reply.headers["access-control-allow-methods"].split(", ")) == wanted
    assert reply.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in reply.headers
    assert "Content-Type" in reply.headers["access-control-allow-headers"]


@pytest.mark.parametrize("path", ["/", "/v1/queries", ASKED, "/sparql", THING, "/nothing"])
def test_no_page_can_run_a_script_or_be_framed(server: Any, path: str) -> None:
    reply = server(path, headers=BROWSER)
    policy = dict(part.strip().split(" ", 1) for part in reply.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert "script-src" not in policy
    assert "unsafe" not in reply.headers["content-security-policy"]
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in reply.text.lower()
    assert not re.search(r"\son\w+\s*=|\sstyle\s*=", reply.text)


@pytest.mark.parametrize(
    ("path", "method", "status", "kind"),
    [
        ("/nothing", "GET", 404, "not-found"),
        ("/v1/queries/no-such", "GET", 404, "unknown-query"),
        ("/v1/queries.parquet", "GET", 404, "unknown-query"),
        ("/disclosure/nobody/1-2022", "GET", 404, "not-found"),
        ("/provision/foia2000-999", "GET", 404, "not-found"),
        ("/graph/none", "GET", 404, "not-found"),
        ("/%3Cscript%3E%20%22", "GET", 404, "not-found"),
        ("/..%2f..%2fetc/passwd", "GET", 404, "not-found"),
        ("/static/../api/state.py", "GET", 404, "not-found"),
        ("/static/none.css", "GET", 404, "not-found"),
        (QUERY, "GET", 400, "parameter"),
        (f"{QUERY}?exemption=nothing", "GET", 400, "parameter"),
        (f"{QUERY}?exemption=23&limit=0", "GET", 400, "parameter"),
        (f"{QUERY}?exemption=23&limit=99999999", "GET", 400, "parameter"),
        (f"{QUERY}?exemption=23&strange=1", "GET", 400, "parameter"),
        (f"{QUERY}?exemption=%ff%fe", "GET", 400, "parameter"),
        (f"{ASKED}&snapshot=..%2F..", "GET", 400, "parameter"),
        (f"{ASKED}&snapshot=20200101T000000Z-0123456789ab", "GET", 410, "gone"),
        ("/sparql", "GET", 400, "one-query"),
        ("/sparql?query=SELECT", "GET", 400, "syntax"),
        ("/sparql", "POST", 415, "media-type"),
        ("/sparql", "PUT", 405, "method"),
        (ASKED, "POST", 405, "method"),
        (THING, "DELETE", 405, "method"),
        ("/", "PATCH", 405, "method"),
        ("/health", "POST", 405, "method"),
        ("/ready", "POST", 405, "method"),
        ("/limits", "POST", 405, "method"),
        ("/openapi.json", "POST", 405, "method"),
        ("/v1/queries", "POST", 405, "method"),
        ("/positions", "TRACE", 405, "method"),
    ],
)
def test_every_error_has_one_shape(
    server: Any, is_problem: Check, path: str, method: str, status: int, kind: str
) -> None:
    members = is_problem(server(path, method), status, kind)
    if status == 405:
        assert "GET" in members["remedy"]


@pytest.mark.parametrize("path", [f"{QUERY}?exemption=nothing", "/nothing", "/sparql?query=SELECT"])
def test_people_get_the_same_facts_as_a_page(server: Any, path: str) -> None:
    members, page = server(path).json, server(path, headers=BROWSER)
    assert page.status == members["status"]
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    shown = page.text.replace("&#39;", "'").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    assert members["detail"].replace('"', "&#34;") in shown
    for name in ("accepts", "example"):
        assert members.get(name, "") in shown


@pytest.mark.parametrize("query", [each.name for each in load_catalogue()])
def test_a_bad_parameter_comes_with_a_call_that_works(server: Any, is_problem: Check, query: str) -> None:
    canned = load_catalogue().get(query)
    for parameter in canned.parameters:
        if parameter.type in ("text", "disclosure"):
            continue
        values = {**canned.example, parameter.name: "%00no-such-thing"}
        text = "&".join(f"{name}={value}" for name, value in values.items())
        members = is_problem(server(f"/v1/queries/{query}?{text}"), 400, "parameter")
        assert members["parameter"] == parameter.name
        assert members["accepts"]
        assert server(members["example"]).status == 200
        assert parameter.name in members["example"]


def test_every_query_answers_in_each_format_with_the_same_rows(server: Any) -> None:
    for canned in load_catalogue():
        text = "&".join(f"{name}={value}" for name, value in canned.example.items()).replace(" ", "%20")
        answer = server(f"/v1/queries/{canned.name}.json?{text}")
        assert answer.status in (200, 404)  # an example may name a disclosure that is not here
        if answer.status == 404:
            assert any(parameter.type == "disclosure" for parameter in canned.parameters)
            continue
        table = list(csv.reader(io.StringIO(server(f"/v1/queries/{canned.name}.csv?{text}").body.decode(), newline="")))
        assert table[0] == [column["name"] for column in answer.json["columns"]]
        assert len(table) == len(answer.json["rows"]) + 1
        assert server(f"/v1/queries/{canned.name}.html?{text}").status == 200


def test_every_answer_names_its_snapshot_and_can_be_asked_of_it(server: Any) -> None:
    for path in (*PAGES, "/openapi.json", "/ready"):
        reply = server(path, headers=BROWSER)
        assert reply.status == 200
        snapshot = reply.headers["foigraph-snapshot"]
    assert server(ASKED).json["snapshot"] == snapshot
    assert server(f"{ASKED}&snapshot={snapshot}").json == server(ASKED).json


def test_what_was_cut_says_so_in_body_and_header(server: Any) -> None:
    whole, cut = server(ASKED), server(f"{ASKED}&limit=1")
    assert (whole.json["truncated"], whole.headers["foigraph-truncated"]) == (False, "false")
    assert (cut.json["truncated"], cut.headers["foigraph-truncated"]) == (True, "true")
    assert cut.json["rows"] == whole.json["rows"][:1]
    assert "Only the first 1 rows" in server(f"{QUERY}.html?exemption=23&limit=1").text


def test_the_catalogue_tells_all_that_a_form_needs(server: Any) -> None:
    queries = {each["name"]: each for each in server("/v1/queries").json["queries"]}
    assert set(queries) == {each.name for each in load_catalogue()}
    assert len(queries) >= 13
    assert queries["forces-citing-exemption"]["parameters"][0]["name"] == "exemption"
    page = server(QUERY, headers=BROWSER).text
    for name in ("exemption", "include-inferred", "force", "year", "technology"):
        assert f'name="{name}"' in page
    assert '<option value="foia2000-23-5">' in page


def test_limits_are_published_and_health_needs_nothing(server: Any) -> None:
    limits = server("/limits").json["limits"]
    assert limits["sparql_seconds"] == {
        "value": 2.0, "unit": "seconds", "what": "deadline of a query at /sparql", "status": 503,
    }  # fmt: skip
    assert server("/health").json == {"status": "ok"}
    assert server("/ready").json["status"] == "ready"


def test_a_json_body_is_plain_json(server: Any) -> None:
    body = server(ASKED).body
    assert body.endswith(b"}\n")
    assert "authority" in json.loads(body)["rows"][0]
