"""The Flask application: its routes, and how errors reach people and programs."""

from __future__ import annotations

import logging
import threading
from contextlib import ExitStack
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, g, render_template, request
from werkzeug.exceptions import HTTPException

from ..core.errors import FoigraphError
from ..core.settings import Settings
from ..ontology.vocabulary import load_vocabulary
from ..queries.catalogue import load_catalogue
from ..queries.check import check
from . import dumps, health, home, openapi, pages, queries, sparql, things
from .front import Front
from .limits import Allowance
from .negotiation import HTML, JSON, choose
from .problems import MEDIA_TYPE, Problem, problem_of, problem_of_status
from .snapshot import Snapshots
from .state import STATE, State, state

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
WAITING = 4
"""Strangers' queries of one process that may wait for a worker; the threads are for everybody."""
PREFLIGHT = {
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
UNSERVED = frozenset(("static", "health.health", "health.limits", None))
"""Endpoints that answer without a snapshot."""

log = logging.getLogger("foigraph.api")


def create_application(settings: Settings) -> Flask:
    """The application. Make it before the serving processes are forked; ``start`` it in each.

    Raises DefinitionError for a canned query, or a table of ours, that is malformed.
    """
    catalogue = load_catalogue()
    check(catalogue, load_vocabulary())  # the examples in it name bodies of the bundled vocabulary
    place = str(files("foigraph.api"))
    flask = Flask("foigraph.api", root_path=place, instance_path=place)  # Flask does not find them in a namespace
    flask.url_map.strict_slashes = False
    flask.json.sort_keys = False  # type: ignore[attr-defined]
    flask.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes + 1  # what passes it is cut there, so one more tells
    flask.extensions[STATE] = State(
        settings=settings,
        snapshots=Snapshots(settings),
        catalogue=catalogue,
        query_seconds=Allowance(settings.sparql_seconds_per_minute),
        admitted=threading.BoundedSemaphore(settings.sparql_workers + WAITING),
    )
    pages.register(flask)
    for blueprint in (
        home.blueprint,
        queries.blueprint,
        sparql.blueprint,
        openapi.blueprint,
        health.blueprint,
        dumps.blueprint,
    ):
        flask.register_blueprint(blueprint)
    flask.register_blueprint(things.blueprint)  # the last: it takes any path
    _register(flask)
    found: State = flask.extensions[STATE]
    allowance = Allowance(settings.requests_per_minute)
    hosts, bodies = trusted_hosts(settings), max(1, settings.threads // 2)
    front = Front(flask.wsgi_app, found.snapshots, allowance, hosts, settings.proxies, bodies)
    flask.wsgi_app = front  # type: ignore[method-assign]
    return flask


def start(application: Flask) -> None:
    """Open the current snapshot in this process and follow it. Raises NoSnapshotError, DamagedError."""
    found: State = application.extensions[STATE]
    found.snapshots.start()


def stop(application: Flask) -> None:
    """End the query workers of this process."""
    found: State = application.extensions[STATE]
    found.snapshots.stop()


def trusted_hosts(settings: Settings) -> list[str]:
    """The names that a request may be addressed to."""
    names = [name.strip() for name in settings.hosts.split(",") if name.strip()]
    names += [settings.host, urlsplit(settings.base).hostname or "", *LOOPBACK]
    return list(dict.fromkeys(name for name in names if name and name not in ("0.0.0.0", "::")))


def _register(flask: Flask) -> None:
    flask.before_request(_check_length)
    flask.before_request(_lease)
    flask.teardown_request(_release)
    flask.after_request(_options)
    flask.register_error_handler(Exception, _answer_error)


def _check_length() -> None:
    """Refuse a body that says it is too large before it is read, and one in chunks when it passes the limit."""
    most = state().settings.max_body_bytes
    if (request.content_length or 0) > most or len(request.get_data()) > most:
        raise _too_large(most)


def _lease() -> None:
    if request.endpoint in UNSERVED or request.method == "OPTIONS":
        return
    g.stack = ExitStack()
    g.serving = g.stack.enter_context(state().snapshots.lease(request.args.get("snapshot")))


def _release(_: BaseException | None) -> None:
    stack: ExitStack | None = g.pop("stack", None)
    if stack is not None:
        stack.close()


def _options(response: Response) -> Response:
    if request.method == "OPTIONS" and response.status_code == 200:
        response.status_code = 204
        response.headers.update(PREFLIGHT)
        response.headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "GET, HEAD, OPTIONS")
    return response


def _answer_error(error: Exception) -> Response:
    problem = _problem(error)
    headers: dict[str, Any] = {"Cache-Control": "no-store", "Vary": "Accept", **problem.headers}
    if "serving" in g:
        headers["Foigraph-Snapshot"] = g.serving.id
    wants_page = choose(request.headers.get("Accept", ""), (JSON, HTML)) is HTML
    if wants_page and not request.path.endswith((".json", ".csv")):
        body = render_template("problem.html", problem=problem, more=problem.members())
        return Response(body, problem.status, headers, content_type=HTML.content_type)
    return Response(problem.body(), problem.status, headers, content_type=MEDIA_TYPE)


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, FoigraphError):
        if error.http_status >= 500:
            log.warning("%s %s: %s", request.method, request.path, error)
        return problem_of(error)
    if isinstance(error, HTTPException):
        if error.code == 413:
            return _too_large(state().settings.max_body_bytes)
        return _http_problem(error)
    log.exception("%s %s", request.method, request.path)
    return problem_of_status(500, "the server made a mistake; it is in its log")


def _http_problem(error: HTTPException) -> Problem:
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Location", "Retry-After")}
    if status == 404:
        return Problem(
            404, "not-found", "Not found", "there is nothing at this address", {"remedy": "see / for what is here"}
        )
    if status == 405:
        allowed = headers.get("Allow", "GET")
        return Problem(405, "method", "Method not allowed", f"{request.method} is not for this address",
                       {"remedy": f"use {allowed}"}, headers)  # fmt: skip
    return problem_of_status(status, headers=headers)


def _too_large(most: int) -> Problem:
    return Problem(
        413, "body", "Request body too large", f"a request body may have {most:,} bytes here",
        {"limit": most, "setting": "max_body_bytes", "remedy": "send less"}, {"Connection": "close"},
    )  # fmt: skip
