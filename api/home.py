"""The first page: what is here, and the questions that people ask."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from ..ontology.context import context
from .answers import Made, as_json, conditional
from .negotiation import HTML, JSON, JSONLD, negotiate
from .queries import example_path
from .state import serving, state

blueprint = Blueprint("home", __name__)
OFFERS = (JSON, HTML)


@blueprint.get("/")
def home() -> Response:
    """What is here."""
    chosen = negotiate(None, request.headers.get("Accept", ""), OFFERS)

    def make() -> Made:
        here = serving()
        if chosen is HTML:
            queries = list(state().catalogue)
            return render_template(
                "home.html", queries=queries, manifest=here.manifest, example=example_path
            ).encode(), {}
        root = request.script_root
        places = {
            "queries": "/v1/queries", "sparql": "/sparql", "openapi": "/openapi.json", "limits": "/limits",
            "health": "/health", "ready": "/ready", "dataset": "/data", "dump": "/data.nq", "ontology": "/ns",
            "shapes": "/shapes", "context": "/context.jsonld",
        }  # fmt: skip
        return as_json(
            {
                "title": "Answers of public bodies under Freedom of Information law",
                "snapshot": here.id, "created": here.manifest.created, "documents": here.manifest.documents,
                **{name: root + path for name, path in places.items()},
            }
        ), {}  # fmt: skip

    return conditional(["home"], chosen, make)


@blueprint.get("/context.jsonld")
def whole_context() -> Response:
    """The JSON-LD context whole; an answer holds as much of it as it needs."""
    return conditional(["context"], JSONLD, lambda: (as_json({"@context": context()}), {}))
