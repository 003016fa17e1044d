"""What the templates need: links, labels and cells. Whatever comes from a letter is text, and is escaped."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from flask import Flask, request
from pyoxigraph import Literal, RdfFormat, parse

from ..core.settings import VOCABULARY_BASE
from ..core.table import Value
from ..queries.describe import labels as labels_query
from .state import serving

SAFE = "/#-._~!$&'()*+,;=:@%"
PREFIXES = {
    "foi": f"{VOCABULARY_BASE}ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/", "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#", "org": "http://www.w3.org/ns/org#", "owl": "http://www.w3.org/2002/07/owl#",
    "sh": "http://www.w3.org/ns/shacl#", "eli": "http://data.europa.eu/eli/ontology#",
    "dcat": "http://www.w3.org/ns/dcat#", "void": "http://rdfs.org/ns/void#", "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
}  # fmt: skip
"""Of the vocabularies that we use, for people and for Turtle."""
WORDS = {
    "rdf:type": "kind", "skos:prefLabel": "label", "skos:altLabel": "also called", "skos:inScheme": "scheme",
    "skos:topConceptOf": "at the top of", "skos:hasTopConcept": "at the top", "skos:exactMatch": "same as",
    "skos:closeMatch": "much the same as", "skos:relatedMatch": "related to", "skos:broader": "part of",
    "skos:editorialNote": "note on our work", "skos:notation": "code", "rdfs:label": "label",
    "rdfs:seeAlso": "see also",
    "dcterms:isPartOf": "part of", "dcterms:spatial": "area", "dcterms:source": "source", "dcterms:created": "made",
    "dcterms:date": "day", "dcterms:type": "kind of change", "prov:wasGeneratedBy": "made by",
    "prov:wasDerivedFrom": "made from", "org:changedBy": "ended by", "org:resultedFrom": "came about by",
    "org:originalOrganization": "before", "org:resultingOrganization": "after", "eli:is_part_of": "part of",
}  # fmt: skip
"""What pages call properties of other vocabularies."""
LAW = re.compile(
    r"https?://www\.legislation\.gov\.uk/id/\w+/\d+/\d+(?:/(?P<division>section|regulation|article|schedule)"
    r"/(?P<number>\w+)(?P<within>(?:/\w+)*))?"
)


def register(flask: Flask) -> None:
    """Give the templates their functions."""
    flask.jinja_env.trim_blocks = flask.jinja_env.lstrip_blocks = True
    flask.jinja_env.globals |= {"href": href, "label": label, "is_link": is_link, "shown": shown, "is_ours": is_ours}
    flask.jinja_env.globals |= {"word": word, "is_day": is_day}


def is_ours(iri: str) -> bool:
    """Whether a thing is described here."""
    return iri.startswith((serving().base, VOCABULARY_BASE))


def is_link(value: object) -> bool:
    """Whether a text is an address that may be followed; ``javascript:`` and its like never are."""
    if not isinstance(value, str) or not value.startswith(("http://", "https://")) or not value.isprintable():
        return False
    return not any(character in value for character in ' <>"{}|\\^`')


def is_day(value: str) -> bool:
    """Whether a text is a day, which a narrow column is not to break."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


def href(iri: str) -> str:
    """Where a link to a thing leads: to its page here where it is ours."""
    for base in (serving().base, VOCABULARY_BASE):
        if iri.startswith(base):
            return f"{request.script_root}/{quote(iri.removeprefix(base), safe=SAFE)}"
    return iri


def label(iri: str) -> str:
    """Words for a thing: its label, else the last part of its IRI."""
    known = _labels()
    if iri in known:
        return known[iri]
    base = serving().base
    if iri.startswith(f"{base}disclosure/"):
        return iri.removeprefix(f"{base}disclosure/")
    return address_label(iri)


def address_label(iri: str) -> str:
    """Words for an address without a label: a name with its prefix, a section of the law, the end of a page."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri.removeprefix(namespace).isidentifier():
            return f"{prefix}:{iri.removeprefix(namespace)}"
    if law := LAW.fullmatch(iri):
        within = "".join(f"({part})" for part in (law["within"] or "").split("/") if part)
        within = re.sub(r"^\(paragraph\)\((\w+)\)", r", paragraph \1", within)
        return f"{law['division'] or 'the Act'} {law['number'] or ''}".strip() + f"{within} at legislation.gov.uk"
    parts = urlsplit(iri)
    end = parts.fragment or parts.path.rstrip("/").rpartition("/")[2]
    host = parts.netloc.removeprefix("www.")
    if not host or is_ours(iri):
        return end or iri
    return f"{end.replace('-', ' ').replace('_', ' ')} ({host})" if end else host


def word(iri: str) -> str:
    """What a page calls a property."""
    known = label(iri)
    return WORDS.get(known, known.partition(":")[2] or known if known.startswith(tuple(PREFIXES)) else known)


def shown(value: Value) -> str:
    """A cell of a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def _labels() -> dict[str, str]:
    """The labels of terms and concepts, read once a snapshot."""
    memory = serving().memory
    if "labels" not in memory:
        body = serving().canned.run(labels_query(serving().base), graph_format="ntriples").body
        found: dict[str, str] = {}
        for triple in parse(body, RdfFormat.N_TRIPLES):
            if isinstance(triple.object, Literal) and triple.object.language in (None, "en"):
                found[getattr(triple.subject, "value", "")] = triple.object.value
        memory["labels"] = found
    known = memory["labels"]
    assert isinstance(known, dict)
    return known
