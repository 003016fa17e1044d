"""/sparql: the SPARQL 1.1 Protocol for anyone, queries only, by workers that can be killed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from ..core.errors import FoigraphError, QueryBusyError, QuerySyntaxError
from ..core.table import Table, table_from_json
from ..store.pool import Pool, Result
from .answers import Made, conditional, naming_limits
from .front import too_many
from .negotiation import (
    CSV,
    HTML,
    JSONLD,
    NTRIPLES,
    RDFXML,
    RESULTS_JSON,
    RESULTS_TSV,
    RESULTS_XML,
    TURTLE,
    Format,
    choose,
    not_acceptable,
)
from .problems import Problem, problem_of
from .protocol import UPDATE_CLAUSES, Operation, operation, refused
from .state import serving, state

SOLUTIONS = (RESULTS_JSON, RESULTS_XML, CSV, RESULTS_TSV)
GRAPHS = (TURTLE, NTRIPLES, JSONLD, RDFXML)
NAMES = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld", "rdf": "rdfxml"}
"""What the workers call the formats of graphs."""
CHANCE = re.compile(r"\b(now|rand|uuid|struuid|bnode)\b", re.IGNORECASE)
"""Functions whose values differ from one evaluation to the next: such an answer has no ETag."""
CLAUSE = re.compile(r"\b(using|with)\b", re.IGNORECASE)

blueprint = Blueprint("sparql", __name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the Accept header leaves: a format for rows, one for graphs, or a page."""

    solutions: Format | None
    graph: Format | None
    page: bool


@blueprint.route("/sparql", methods=["GET", "POST"])
def sparql() -> Response:
    """Answer one operation."""
    accept = request.headers.get("Accept", "")
    asked = operation(request)
    if asked is None:
        if choose(accept, (*SOLUTIONS, *GRAPHS, HTML)) is HTML:
            return conditional(["sparql"], HTML, lambda: (_page(None, None), {}))
        raise refused(400, "one-query", "there is no parameter 'query'")
    if asked.update:
        raise _update(asked)
    wanted = _wanted(accept)
    try:
        return _answer(asked, wanted)
    except (Problem, FoigraphError) as error:
        if not wanted.page:
            raise
        return _page_of(asked, error if isinstance(error, Problem) else problem_of(error))


def _answer(asked: Operation, wanted: Wanted) -> Response:
    if request.method == "POST" or CHANCE.search(asked.text):
        body, headers = _made(asked, wanted)
        always = {"Vary": "Accept", "Cache-Control": "no-store", "Foigraph-Snapshot": serving().id}
        return Response(body, headers={**always, **headers})
    key = ["sparql", asked.text, asked.dataset, *(f.media_types[0] for f in (wanted.solutions, wanted.graph) if f)]
    return conditional(key, HTML if wanted.page else RESULTS_JSON, lambda: _made(asked, wanted))


def _wanted(accept: str) -> Wanted:
    """Raises Problem 406 where no kind of result could be sent."""
    page = choose(accept, (*SOLUTIONS, *GRAPHS, HTML)) is HTML
    found = Wanted(choose(accept, SOLUTIONS), choose(accept, GRAPHS), page)
    if not (found.solutions or found.graph or page):
        raise not_acceptable((*SOLUTIONS, *GRAPHS, HTML))
    return found


def _made(asked: Operation, wanted: Wanted) -> Made:
    solutions = RESULTS_JSON if wanted.page or wanted.solutions is None else wanted.solutions
    graph = TURTLE if wanted.page or wanted.graph is None else wanted.graph
    with _admitted() as pool:
        result = pool.run(
            asked.text, format=solutions.name, graph_format=NAMES[graph.name], base_iri=f"{serving().base}sparql",
            dataset=asked.dataset,
        )  # fmt: skip
    if wanted.page:
        return _page(asked, result), {"Content-Type": HTML.content_type}
    kind, offers = (wanted.graph, GRAPHS) if result.kind == "graph" else (wanted.solutions, SOLUTIONS)
    if kind is None:
        raise not_acceptable(offers)
    headers = {"Content-Type": kind.content_type, "Foigraph-Truncated": "false"}
    if kind in (CSV, RESULTS_TSV):
        headers["Content-Disposition"] = f'attachment; filename="results.{kind.name}"'
    return result.body, headers


@contextmanager
def _admitted() -> Iterator[Pool]:
    """The strangers' workers, for one query of a client that still has seconds; what it takes is counted."""
    found = state()
    client = request.environ["foigraph.client"]
    wait = found.query_seconds.wait(client)
    if wait:
        setting = "sparql_seconds_per_minute"
        raise too_many(wait, f"{found.query_seconds.per_minute:g} seconds of evaluation a minute", setting)
    if not found.admitted.acquire(blocking=False):
        raise problem_of(QueryBusyError("as many queries as may are running and waiting", remedy="try again shortly"))
    started = time.monotonic()
    try:
        with naming_limits("sparql"):
            yield _isolated()
    except QuerySyntaxError as error:
        raise problem_of(error) from error
    finally:
        found.admitted.release()
        found.query_seconds.charge(client, time.monotonic() - started)


def _isolated() -> Pool:
    """The strangers' workers. Raises Problem where nothing keeps them off the network."""
    here = serving()
    if "isolation" not in here.memory:
        here.memory["isolation"] = here.strangers.isolation
    if here.memory["isolation"] == "none":
        raise Problem(
            503, "isolation", "No SPARQL for strangers here",
            "this machine offers neither a network namespace nor seccomp, so a query could call other servers",
            {"remedy": "use the canned queries at /v1/queries", "see": "/v1/queries"},
        )  # fmt: skip
    return here.strangers


def _update(asked: Operation) -> Problem:
    """Why an update is refused: it does not parse, contradicts itself, or is an update."""
    with _admitted() as pool:
        pool.check_update(asked.text, base_iri=f"{serving().base}sparql")
    if any(name in request.args for name in UPDATE_CLAUSES) and CLAUSE.search(asked.text):
        return refused(
            400, "dataset-conflict", "the graphs of an update are named by USING or WITH, or by parameters, not both"
        )
    return Problem(403, "read-only", "Updates are refused", "this endpoint answers queries only; nothing was changed")


def _page(asked: Operation | None, result: Result | None) -> bytes:
    """The editor, and below it the result."""
    table: Table | None = None
    graph = ""
    if result is not None and result.kind == "graph":
        graph = result.body.decode()
    elif result is not None:
        table = table_from_json(result.body)
    text = asked.text if asked else None
    return render_template("sparql.html", text=text, table=table, graph=graph, examples=EXAMPLES).encode()


def _page_of(asked: Operation, problem: Problem) -> Response:
    """The editor with the query as it was sent, and what is wrong with it."""
    body = render_template("sparql.html", text=asked.text, problem=problem, table=None, graph="", examples=EXAMPLES)
    headers = {
        "Vary": "Accept", "Cache-Control": "no-store", "Foigraph-Snapshot": serving().id, **problem.headers,
    }  # fmt: skip
    return Response(body, problem.status, headers, content_type=HTML.content_type)


EXAMPLES = (
    (
        "Letters of each force",
        "PREFIX foi: <https://w3id.org/foigraph/ns#>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n\n"
        "SELECT ?force (COUNT(?letter) AS ?letters) {\n"
        "  ?letter a foi:Disclosure ; foi:publicAuthority/skos:prefLabel ?force .\n"
        '  FILTER(LANG(?force) = "en")\n'
        "} GROUP BY ?force ORDER BY DESC(?letters)",
    ),
    (
        "Provisions relied on, with the words",
        "PREFIX foi: <https://w3id.org/foigraph/ns#>\n\n"
        "SELECT ?section ?context ?letter {\n"
        "  ?citation a foi:Citation ; foi:role <https://w3id.org/foigraph/role/relied-on> ;\n"
        "    foi:section ?section ; foi:context ?context ; <http://purl.org/dc/terms/isPartOf> ?letter .\n"
        "} ORDER BY ?section LIMIT 50",
    ),
)
