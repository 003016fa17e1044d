"""The canned queries over HTTP: the catalogue, and the answer of each as JSON, CSV or a page with a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from ..core.errors import ParameterError, UnknownQueryError
from ..core.table import Table
from ..queries.answer import DOCUMENTS, Answer, answer
from ..queries.bind import bind
from ..queries.catalogue import CannedQuery, Parameter
from .answers import Made, as_json, conditional, naming_limits
from .choices import choices
from .negotiation import CSV, HTML, JSON, Format, negotiate, split_suffix
from .problems import Problem, problem_of
from .state import serving, state, vocabulary

SPREADSHEET = Format("spreadsheet", ("text/csv",))
"""CSV in which no cell can be a formula; by suffix alone, since it is not the exact text."""
OFFERS = (JSON, CSV, HTML)
LISTS = (JSON, HTML)
PAGE_ROWS = 500
"""Rows of a page for people; the other formats have as many as the setting ``query_rows`` allows."""
RESERVED = ("snapshot", "limit")
"""Parameters that every query has besides its own."""

blueprint = Blueprint("queries", __name__)


@blueprint.get("/v1/queries")
@blueprint.get("/queries")
@blueprint.get("/v1/queries.<suffix>")
@blueprint.get("/queries.<suffix>")
def catalogue(suffix: str | None = None) -> Response:
    """The questions that there are."""
    _, known = split_suffix(f"queries.{suffix}", LISTS) if suffix else ("", None)
    if suffix and known is None:
        raise UnknownQueryError(f"there is no format {suffix!r}", remedy="there are .json and .html")
    chosen = negotiate(known, request.headers.get("Accept", ""), LISTS)

    def make() -> Made:
        queries = list(state().catalogue)
        if chosen is HTML:
            return render_template("queries.html", queries=queries, example=example_path).encode(), {}
        return as_json({"queries": [described(query) for query in queries]}), {}

    return conditional(["queries"], chosen, make, offers=LISTS, stem="/v1/queries")


@blueprint.get("/v1/queries/<name>")
@blueprint.get("/queries/<name>")
def canned(name: str) -> Response:
    """The answer of one query, or its form."""
    stem, suffix = split_suffix(name, (*OFFERS, SPREADSHEET))
    query = _query(stem)
    chosen = negotiate(suffix, request.headers.get("Accept", ""), OFFERS)
    given = {name: request.args.getlist(name) for name in request.args if name not in RESERVED}
    if chosen is HTML:
        return _page(query, given)
    limit = _limit(query, state().settings.query_rows)
    with _with_a_call_that_works(query):
        bound = bind(query, given, vocabulary(), serving().base)
    key = ["query", query.name, dict(bound.parameters), limit]
    return conditional(
        key, chosen, lambda: _made(query, given, limit, chosen), offers=OFFERS, stem=f"/v1/queries/{query.name}"
    )


def _made(query: CannedQuery, given: Mapping[str, Sequence[str]], limit: int, chosen: Format) -> Made:
    found = ask(query, given, limit)
    headers = {"Foigraph-Truncated": "true" if found.truncated else "false"}
    if chosen is JSON:
        return as_json(found.as_mapping()), headers
    headers["Content-Disposition"] = f'attachment; filename="{query.name}.csv"'
    text = found.to_spreadsheet_csv() if chosen is SPREADSHEET else found.to_csv()
    return text.encode("utf-8", "replace"), headers


def _page(query: CannedQuery, given: Mapping[str, Sequence[str]]) -> Response:
    """The form, and below it the answer; without values a query that needs one shows its form alone."""
    limit = _limit(query, PAGE_ROWS)
    asked = bool(given) or not any(parameter.required for parameter in query.parameters)
    try:
        with _with_a_call_that_works(query):
            bound = bind(query, given, vocabulary(), serving().base) if asked else None
    except Problem as problem:
        body = _rendered(query, given, None, problem)
        headers = {"Cache-Control": "no-store", "Vary": "Accept", "Foigraph-Snapshot": serving().id}
        return Response(body, 400, headers, content_type=HTML.content_type)
    key = ["page", query.name, dict(bound.parameters) if bound else None, limit, sorted(given.items())]

    def make() -> Made:
        found = ask(query, given, limit) if asked else None
        headers = {"Foigraph-Truncated": "true" if found.truncated else "false"} if found else {}
        return _rendered(query, given, found, None), headers

    return conditional(key, HTML, make, offers=OFFERS, stem=f"/v1/queries/{query.name}")


def _rendered(query: CannedQuery, given: Mapping[str, Sequence[str]], found: Answer | None, problem: Any) -> bytes:
    addresses = {
        name: f"{request.script_root}/v1/queries/{query.name}.{name}?{urlencode(_kept(given), doseq=True)}"
        for name in ("json", "csv", "spreadsheet")
    }
    return render_template(
        "query.html", query=query, given=given, found=found, problem=problem, addresses=addresses,
        choices=choices(query, vocabulary()), example=example_path(query), example_value=example_value,
    ).encode("utf-8", "replace")  # fmt: skip


def _kept(given: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    kept = {name: [value for value in values if value] for name, values in given.items()}
    if "snapshot" in request.args:
        kept["snapshot"] = [request.args["snapshot"]]
    return {name: values for name, values in kept.items() if values}


def ask(query: CannedQuery, given: Mapping[str, Sequence[str]], limit: int) -> Answer:
    """The answer on the snapshot of the request, by a query worker."""
    here = serving()
    count = bind(state().catalogue.get(DOCUMENTS), {}, vocabulary(), here.base).sparql

    def run(sparql: str) -> Table:
        if sparql != count:
            return here.canned.table(sparql)
        if "documents" not in here.memory:  # the denominator of every heading: once a snapshot
            here.memory["documents"] = here.canned.table(sparql)
        counted = here.memory["documents"]
        assert isinstance(counted, Table)
        return counted

    with _with_a_call_that_works(query), naming_limits("query"):
        return answer(query, given, vocabulary(), run, base=here.base, snapshot=here.id, limit=limit)


def _query(name: str) -> CannedQuery:
    try:
        return state().catalogue.get(name)
    except UnknownQueryError as error:
        raise UnknownQueryError(
            error.message, remedy=error.remedy if error.remedy.startswith("did you") else "see /v1/queries"
        ) from None


@contextmanager
def _with_a_call_that_works(query: CannedQuery) -> Iterator[None]:
    """Turn the error of a parameter into a problem whose example is an address."""
    try:
        yield
    except ParameterError as error:
        raise problem_of(error, example=example_path(query, error.parameter)) from error


def _limit(query: CannedQuery, most: int) -> int:
    text = request.args.get("limit")
    if not text:
        return most
    ceiling = state().settings.query_rows
    if not (re.fullmatch(r"[0-9]{1,9}", text) and 1 <= int(text) <= ceiling):
        raise problem_of(
            ParameterError("limit", f"{text[:20]!r} is no number of rows", accepts=f"1 to {ceiling}"),
            example=example_path(query, more={"limit": "10"}),
        )
    return int(text)


def example_path(query: CannedQuery, parameter: str = "", more: Mapping[str, str] | None = None) -> str:
    """The path of a call that works, with a value for the parameter named."""
    values = dict(query.example)
    named = query.parameter(parameter)
    if named is not None and parameter not in values:
        values[parameter] = example_value(named)
    text = urlencode({**values, **(more or {})})
    return f"{request.script_root}/v1/queries/{query.name}" + (f"?{text}" if text else "")


def example_value(parameter: Parameter) -> str:
    """The example of a parameter; where bodies other than the bundled ones are served, one of those."""
    bodies = vocabulary().authorities.values()
    if parameter.type != "authority" or any(parameter.example in (body.name, body.id) for body in bodies):
        return parameter.example
    return min((body.name for body in bodies), default=parameter.example)


def described(query: CannedQuery) -> dict[str, Any]:
    """A query as the catalogue tells of it."""
    return {
        "name": query.name, "title": query.title, "description": query.description, "tags": list(query.tags),
        "parameters": [_parameter(parameter) for parameter in query.parameters],
        "columns": [
            {"name": column.name, "description": column.description, "unit": column.unit} for column in query.columns
        ],
        "url": f"{request.script_root}/v1/queries/{query.name}", "example": example_path(query),
    }  # fmt: skip


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name, "type": parameter.type, "required": parameter.required, "default": parameter.default,
        "description": parameter.description, "example": example_value(parameter),
    }  # fmt: skip
