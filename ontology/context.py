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
TEXT, THING = "text", "thing"
OTHER_TERMS = {
    "http://www.w3.org/2000/01/rdf-schema#": {
        "label": "", "comment": TEXT, "seeAlso": THING, "isDefinedBy": THING, "subClassOf": THING,
        "subPropertyOf": THING, "domain": THING, "range": THING,
    },
    "http://purl.org/dc/terms/": {
        "isPartOf": THING, "source": THING, "spatial": THING, "license": THING, "title": TEXT, "description": TEXT,
        "rights": TEXT, "creator": THING, "created": "", "date": "", "kindOfChange": THING,
    },
    "http://www.w3.org/2004/02/skos/core#": {
        "Concept": "", "ConceptScheme": "", "prefLabel": TEXT, "altLabel": TEXT, "hiddenLabel": TEXT,
        "definition": TEXT, "example": TEXT, "note": TEXT, "editorialNote": TEXT, "changeNote": TEXT, "notation": "",
        "broader": THING, "narrower": THING, "inScheme": THING, "topConceptOf": THING, "hasTopConcept": THING,
        "exactMatch": THING, "closeMatch": THING, "relatedMatch": THING,
    },
    "http://www.w3.org/ns/org#": {
        "ChangeEvent": "", "changedBy": THING, "resultedFrom": THING, "originalOrganization": THING,
        "resultingOrganization": THING,
    },
    OWL: {
        "Ontology": "", "Class": "", "ObjectProperty": "", "DatatypeProperty": "", "AnnotationProperty": "",
        "versionIRI": THING, "versionInfo": "",
    },
    "http://www.w3.org/2003/06/sw-vocab-status/ns#": {"term_status": ""},
    "http://www.w3.org/ns/prov#": {"Activity": "", "wasGeneratedBy": THING, "wasDerivedFrom": THING},
}  # fmt: skip
"""Terms of other vocabularies beside ours, by namespace. A text is an object by language, a thing an IRI."""
DATES = {"created": f"{XSD}dateTime", "date": f"{XSD}date"}
LOCAL = {"kindOfChange": "type"}
"""Names that differ from those in their vocabulary; ``type`` is the class."""


def _others() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for namespace, names in OTHER_TERMS.items():
        for name, kind in names.items():
            iri = namespace + LOCAL.get(name, name)
            if kind == TEXT:
                found[name] = {"@id": iri, "@container": "@language"}
            elif kind == THING or name in DATES:
                found[name] = {"@id": iri, "@type": DATES.get(name, "@id")}
            else:
                found[name] = iri
    return found


OTHERS = _others() | {
    "labels": {"@id": "http://www.w3.org/2000/01/rdf-schema#label", "@container": "@language"},
    "valueDate": {"@id": "foi:value", "@type": f"{XSD}date"},
    "valueThing": {"@id": "foi:value", "@type": "@id"},
}
"""What stands beside our terms: those of other vocabularies, and further names for a label or a value by its kind."""


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
        FOI.year.value: f"{XSD}integer",
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
