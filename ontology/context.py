"""The JSON-LD context with which our JSON-LD reads like plain JSON: made from the ontology and the shapes.

Each term of ours is its own local name. A property between things has addresses as values; one whose shape names a
datatype that JSON lacks (a date) has plain texts. ``id`` and ``type`` stand for ``@id`` and ``@type``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from pyoxigraph import NamedNode, RdfFormat, parse

from .terms import BASE, CLASSES, FOI, RDF

OWL, SH = "http://www.w3.org/2002/07/owl#", "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
NATIVE = {f"{XSD}{name}" for name in ("string", "integer", "boolean")}
"""Datatypes that JSON has itself."""
OTHERS: dict[str, Any] = {
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "isPartOf": {"@id": "http://purl.org/dc/terms/isPartOf", "@type": "@id"},
    "source": {"@id": "http://purl.org/dc/terms/source", "@type": "@id"},
    "prefLabel": {"@id": "http://www.w3.org/2004/02/skos/core#prefLabel", "@container": "@language"},
    "altLabel": {"@id": "http://www.w3.org/2004/02/skos/core#altLabel", "@container": "@language"},
    "definition": {"@id": "http://www.w3.org/2004/02/skos/core#definition", "@container": "@language"},
    "notation": "http://www.w3.org/2004/02/skos/core#notation",
    "broader": {"@id": "http://www.w3.org/2004/02/skos/core#broader", "@type": "@id"},
    "narrower": {"@id": "http://www.w3.org/2004/02/skos/core#narrower", "@type": "@id"},
    "inScheme": {"@id": "http://www.w3.org/2004/02/skos/core#inScheme", "@type": "@id"},
    "exactMatch": {"@id": "http://www.w3.org/2004/02/skos/core#exactMatch", "@type": "@id"},
    "closeMatch": {"@id": "http://www.w3.org/2004/02/skos/core#closeMatch", "@type": "@id"},
}
"""Terms of other vocabularies that stand beside ours."""


@cache
def context() -> dict[str, Any]:
    """The context, without the ``@context`` around it."""
    found: dict[str, Any] = {"id": "@id", "type": "@type", "foi": f"{BASE}ns#"}
    found |= {name: f"foi:{name}" for name in CLASSES}
    kinds = _objects("foigraph.ontology", "foi.ttl", RDF.type.value)
    datatypes = _datatypes()
    for iri, kind in sorted(kinds.items()):
        name = iri.removeprefix(f"{BASE}ns#")
        if kind == f"{OWL}ObjectProperty":
            found[name] = {"@id": f"foi:{name}", "@type": "@id"}
        elif kind == f"{OWL}DatatypeProperty" and datatypes.get(iri, f"{XSD}string") not in NATIVE:
            found[name] = {"@id": f"foi:{name}", "@type": datatypes[iri]}
        elif kind.endswith("Property"):
            found[name] = f"foi:{name}"
    return found | OTHERS


def _datatypes() -> dict[str, str]:
    """The datatype of each property that the shapes hold to one."""
    paths = _objects("foigraph.shapes", "structure.ttl", f"{SH}path")
    types = _objects("foigraph.shapes", "structure.ttl", f"{SH}datatype")
    return {paths[shape]: datatype for shape, datatype in types.items() if shape in paths} | {
        FOI.withdrawnAt.value: f"{XSD}dateTime",
        FOI.readAt.value: f"{XSD}dateTime",
        FOI.year.value: f"{XSD}gYear",
        FOI.inForceFrom.value: f"{XSD}date",
        FOI.inForceTo.value: f"{XSD}date",
    }


def _objects(package: str, file: str, predicate: str) -> dict[str, str]:
    quads = parse((files(package) / file).read_bytes(), format=RdfFormat.TURTLE)
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate.value == predicate
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }
