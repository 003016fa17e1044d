"""What a request to /sparql asks, by the SPARQL 1.1 Protocol. Parameters that it does not know are ignored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request
from pyoxigraph import NamedNode

from ..store.dataset import Dataset
from .problems import Problem

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
EXAMPLE = "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205"
UPDATE_CLAUSES = ("using-graph-uri", "using-named-graph-uri")
MOST_FIELDS = 1000

Fields = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query, or an update, which is never done. dataset: the graphs that the request names, or None."""

    text: str
    update: bool
    dataset: Dataset | None


def operation(request: Request) -> Operation | None:
    """What is asked; None for a GET that asks nothing. Raises Problem with the reason."""
    where = _fields(request.query_string)
    if request.method != "POST":
        fields = where
        if "update" in fields:
            raise refused(400, "update-by-get", "an update cannot be sent by GET, and none is taken here")
        return Operation(_one(fields, "query"), False, _dataset(fields)) if "query" in fields else None
    body = request.get_data()  # within its limit, whatever it is said to be
    kind, charset = request.mimetype, request.mimetype_params.get("charset", "utf-8")
    if kind not in (FORM, QUERY, UPDATE):
        said = f"not {kind}" if kind else "and the request names no media type"
        raise refused(415, "media-type", f"a POST is one of {FORM} and {QUERY}, {said}")
    if charset.lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii"):
        raise refused(415, "charset", f"a query is UTF-8, not {charset[:40]!r}")
    if kind == FORM:
        fields = _fields(body)
        if "query" in fields and "update" in fields:
            raise refused(400, "both", "a request is a query or an update, not both")
        name = "update" if "update" in fields else "query"
        return Operation(_one(fields, name), name == "update", _dataset({**where, **fields}))
    return Operation(_utf8(body), kind == UPDATE, _dataset(where))


def refused(status: int, kind: str, detail: str) -> Problem:
    """A request that is none of the protocol."""
    headers = {"Accept": f"{FORM}, {QUERY}"} if status == 415 else {}
    return Problem(status, kind, "Not a request of the SPARQL Protocol", detail, {"example": EXAMPLE}, headers)


def _fields(data: bytes) -> Fields:
    fields: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(
            data.decode("utf-8"), keep_blank_values=True, errors="strict",
            max_num_fields=MOST_FIELDS,
        )  # fmt: skip
    except UnicodeDecodeError:
        raise refused(400, "charset", "the form is not UTF-8") from None
    except ValueError:
        raise refused(400, "form", f"the form has over {MOST_FIELDS} fields") from None
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def _one(fields: Fields, name: str) -> str:
    values = fields.get(name, [])
    if len(values) != 1:
        what = f"the parameter {name!r} stands {len(values)} times" if values else f"there is no parameter {name!r}"
        raise refused(400, "one-query", f"{what}; a request holds exactly one")
    return values[0]


def _dataset(fields: Fields) -> Dataset | None:
    default, named = fields.get("default-graph-uri", []), fields.get("named-graph-uri", [])
    for name, values in (("default-graph-uri", default), ("named-graph-uri", named)):
        for value in values:
            _check_iri(name, value)
    return (default, named) if default or named else None


def _check_iri(name: str, value: str) -> None:
    try:
        NamedNode(value)
    except ValueError:
        raise Problem(
            400, "parameter", "A parameter cannot be used", f"parameter {name!r}: {value[:60]!r} is not an IRI",
            {"parameter": name, "accepts": "the absolute IRI of a graph", "example": EXAMPLE},
        ) from None  # fmt: skip


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise refused(400, "charset", "the query is not UTF-8") from None
