"""The description of the API in OpenAPI 3.1, from the catalogue of canned queries."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from flask import Blueprint, Response

from ..queries.catalogue import CannedQuery, Parameter
from ..queries.values import ACCEPTS
from .answers import as_json, conditional
from .choices import choices
from .negotiation import JSON
from .queries import example_value
from .state import state, vocabulary

blueprint = Blueprint("openapi", __name__)
Schema = dict[str, Any]

VALUE: Schema = {"type": ["string", "number", "boolean", "null"]}
PROBLEM: Schema = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "remedy": {"type": "string"}, "parameter": {"type": "string"},
        "accepts": {"type": "string"}, "example": {"type": "string", "description": "a call that works"},
        "line": {"type": "integer"}, "column": {"type": "integer"},
    },
}  # fmt: skip
SNAPSHOT: Schema = {
    "name": "snapshot", "in": "query", "schema": {"type": "string"},
    "description": "the id of an older snapshot to ask, as an answer names it; 410 where it is not kept any more",
}  # fmt: skip
PROBLEMS: Schema = {
    "default": {
        "description": "what went wrong, as RFC 9457 has it",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
RESULTS = (
    "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values",
    "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml",
)  # fmt: skip


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description."""
    return conditional(["openapi"], JSON, lambda: (as_json(description()), {}))


def description() -> Schema:
    """The whole document."""
    paths: Schema = {"/v1/queries": _operation("Questions that can be asked", "queries", {"application/json": {}}, [])}
    for query in state().catalogue:
        paths[f"/v1/queries/{query.name}"] = _canned(query)
    paths |= {"/sparql": _sparql()}
    for path, summary in (
        ("/health", "Whether the process lives"), ("/ready", "Whether it can answer"), ("/limits", "All limits"),
    ):  # fmt: skip
        paths[path] = _operation(summary, path[1:], {"application/json": {}}, [])
    paths["/data.nq"] = _operation("The whole snapshot", "dump", {"application/n-quads": {}}, [SNAPSHOT])
    paths["/context.jsonld"] = _operation("The JSON-LD context", "context", {"application/ld+json": {}}, [])
    paths["/disclosure/{authority}/{key}"] = _operation(
        "A disclosure with all facts read from it", "disclosure",
        {"text/turtle": {}, "application/ld+json": {}, "application/n-triples": {}, "application/rdf+xml": {},
         "text/html": {}},
        [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in ("authority", "key")],
    )  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "foigraph", "version": version("foigraph"),
            "summary": "What public bodies answer under Freedom of Information law",
            "description": "Every answer names its snapshot (Foigraph-Snapshot) and has a strong ETag. Formats by "
            "suffix (.json, .csv, .html) or Accept. Limits are at /limits.",
            "license": {"name": "CC BY 4.0 (the facts)", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": {"Problem": PROBLEM}},
    }  # fmt: skip


def _operation(summary: str, name: str, content: Schema, parameters: list[Schema]) -> Schema:
    answer = {"description": summary, "content": content}
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters,
                    "responses": {"200": answer, **PROBLEMS}}}  # fmt: skip


def _canned(query: CannedQuery) -> Schema:
    columns = {
        column.name: {**VALUE, "description": column.description + (f" ({column.unit})" if column.unit else "")}
        for column in query.columns
    }
    rows = {"type": "array", "items": {"type": "object", "properties": columns, "required": list(columns)}}
    body: Schema = {
        "type": "object",
        "required": ["query", "heading", "parameters", "snapshot", "columns", "rows", "truncated"],
        "properties": {
            "query": {"const": query.name}, "title": {"type": "string"}, "heading": {"type": "string"},
            "parameters": {"type": "object"}, "snapshot": {"type": "string"}, "columns": {"type": "array"},
            "rows": rows, "summary": {"type": ["object", "null"]}, "truncated": {"type": "boolean"},
        },
    }  # fmt: skip
    limit = {
        "name": "limit", "in": "query", "description": "at most so many rows; `truncated` says whether there are more",
        "schema": {"type": "integer", "minimum": 1, "maximum": state().settings.query_rows},
    }  # fmt: skip
    parameters = [_parameter(query, parameter) for parameter in query.parameters]
    content = {"application/json": {"schema": body}, "text/csv": {}, "text/html": {}}
    found = _operation(query.title, query.name, content, [*parameters, limit, SNAPSHOT])
    found["get"] |= {"description": query.description, "tags": list(query.tags)}
    return found


def _parameter(query: CannedQuery, parameter: Parameter) -> Schema:
    schema: Schema = {"type": "string"}
    choice = choices(query, vocabulary()).get(parameter.name)
    if choice is not None and choice.closed:
        schema["enum"] = [value for value, _ in choice.options]
    if parameter.default is not None:
        schema["default"] = parameter.default
    several = parameter.type != "boolean"
    return {
        "name": parameter.name, "in": "query", "required": parameter.required,
        "description": f"{parameter.description} It accepts {ACCEPTS[parameter.type]}.",
        "schema": {"type": "array", "items": schema} if several else schema,
        "example": [example_value(parameter)] if several else parameter.example,
        **({"style": "form", "explode": True} if several else {}),
    }  # fmt: skip


def _sparql() -> Schema:
    content: Schema = {kind: {} for kind in RESULTS}
    text = {"type": "string", "description": "a SPARQL 1.1 query"}
    graphs = [
        {"name": name, "in": "query", "description": what, "schema": {"type": "array", "items": {"type": "string"}}}
        for name, what in (
            ("default-graph-uri", "graphs that make up the default graph, in place of the union of all"),
            ("named-graph-uri", "graphs that GRAPH can name"),
        )
    ]
    asked = {"name": "query", "in": "query", "required": True, "schema": text}
    found = _operation("SPARQL 1.1 Protocol, queries only", "sparql", content, [asked, *graphs, SNAPSHOT])
    form = {"type": "object", "required": ["query"], "properties": {"query": text}}
    found["post"] = {
        "operationId": "sparql-post", "summary": "The same by POST", "parameters": graphs,
        "requestBody": {"required": True, "content": {
            "application/sparql-query": {"schema": text}, "application/x-www-form-urlencoded": {"schema": form},
        }},
        "responses": {"200": {"description": "the result", "content": content}, **PROBLEMS},
    }  # fmt: skip
    return found
