"""Whether this process lives, whether it can answer, and what it allows."""

from __future__ import annotations

from flask import Blueprint, Response, g

from .answers import as_json
from .negotiation import JSON
from .state import state

blueprint = Blueprint("health", __name__)
FRESH = {"Cache-Control": "no-store"}


@blueprint.get("/health")
def health() -> Response:
    """200 as long as the process answers at all, however busy its query workers are."""
    return Response(as_json({"status": "ok"}), headers=FRESH, content_type=JSON.content_type)


@blueprint.get("/ready")
def ready() -> Response:
    """200 where a snapshot is open and its workers answer. Raises what keeps them from it, as a problem."""
    g.serving.canned.table("ASK {}")
    body = as_json({"status": "ready", "snapshot": g.serving.id, "documents": g.serving.manifest.documents})
    return Response(body, headers={**FRESH, "Foigraph-Snapshot": g.serving.id}, content_type=JSON.content_type)


@blueprint.get("/limits")
def limits() -> Response:
    """Every limit with its value and what happens past it."""
    return Response(as_json({"limits": all_limits()}), headers=FRESH, content_type=JSON.content_type)


def all_limits() -> dict[str, dict[str, object]]:
    """Limits by name of the setting: what it is, its value, its unit, and the status past it."""
    settings = state().settings
    rows: tuple[tuple[str, str, str, object], ...] = (
        ("query_seconds", "seconds", "deadline of a canned query", 503),
        ("query_rows", "rows", "rows of an answer of a canned query; `truncated` says when there are more", 200),
        ("query_bytes", "bytes", "size of a result of a canned query", 413),
        ("sparql_seconds", "seconds", "deadline of a query at /sparql", 503),
        ("sparql_rows", "rows", "rows of a result at /sparql", 413),
        ("sparql_bytes", "bytes", "size of a result at /sparql", 413),
        ("query_memory_bytes", "bytes", "memory that a query may take", 503),
        ("sparql_workers", "queries", "queries at /sparql that one serving process runs at once", 503),
        ("requests_per_minute", "requests", "requests of one client in a minute; 0 for any number", 429),
        ("sparql_seconds_per_minute", "seconds", "evaluation at /sparql for one client in a minute; 0 for any", 429),
        ("max_body_bytes", "bytes", "size of a request body", 413),
    )
    return {
        name: {"value": getattr(settings, name), "unit": unit, "what": what, "status": status}
        for name, unit, what, status in rows
    }
