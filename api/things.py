"""Linked data: each thing of ours at its address, as a page, Turtle, JSON-LD or N-Triples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, render_template, request
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ..core.errors import GoneError, NotFoundError
from ..core.settings import VOCABULARY_BASE
from ..ontology.terms import DCTERMS, FOI, ORG, RDF, RDFS, SKOS
from ..queries import describe
from ..shapes.statute import statute_shapes
from ..store.texts import Texts
from . import concepts, documentation
from .answers import Made, conditional, naming_limits
from .jsonld import compacted
from .negotiation import HTML, JSONLD, NTRIPLES, RDFXML, TURTLE, Format, negotiate, split_suffix
from .pages import PREFIXES, href
from .state import serving, state, vocabulary

OFFERS = (TURTLE, JSONLD, NTRIPLES, RDFXML, HTML)
RDF_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
}
COMPACTED = 8_000
"""Larger descriptions, which are whole graphs, are written as JSON-LD without a context: compaction takes a while
(0.4 s for the 6,700 triples of all provisions)."""

blueprint = Blueprint("things", __name__)


@dataclass(frozen=True, slots=True)
class Part:
    """One subject of a description: its own IRI, and the values of each of its properties."""

    iri: str
    name: str
    properties: tuple[tuple[str, tuple[NamedNode | Literal, ...]], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a shape found.

    rests_on: IRI of the provision or guidance, or nothing; words: the words or the value in question; verbatim: whether
    they stand so in the letter; focus: IRI of what it is about.
    """

    severity: str
    message: str
    words: str
    shape: str
    rests_on: str
    focus: str
    verbatim: bool


@blueprint.get("/id/<path:path>")
def identifier(path: str) -> Response:
    """A thing that is no document: see its description."""
    return Response(status=303, headers={"Location": href(serving().base + path)})


@blueprint.get("/<path:path>")
def thing(path: str) -> Response:
    """What is said of a thing."""
    stem, suffix = split_suffix(path, OFFERS)
    chosen = negotiate(suffix, request.headers.get("Accept", ""), OFFERS)
    iri, triples = _find(stem)
    moved = _moved(iri, triples)
    if moved:
        return Response(status=301, headers={"Location": href(moved), "Foigraph-Snapshot": serving().id})
    return conditional(["thing", iri], chosen, lambda: _made(iri, triples, chosen), offers=OFFERS, stem=f"/{stem}")


def _find(path: str) -> tuple[str, list[Triple]]:
    """The thing at a path of this server, and its triples. Raises NotFoundError."""
    bases = (VOCABULARY_BASE,) if path in documentation.NAMESPACES else (serving().base, VOCABULARY_BASE)
    for base in dict.fromkeys(bases):
        iri = base + path
        with naming_limits("query"):
            body = serving().canned.run(_description(iri, path), graph_format="ntriples").body
        if body:
            return iri, list(parse(body, RdfFormat.N_TRIPLES))
    raise NotFoundError("there is nothing at this address", remedy="see / for what is here")


def _description(iri: str, path: str) -> str:
    base = serving().base
    if path.startswith("disclosure/"):
        return describe.describe_disclosure(iri, base)
    if path.startswith("graph/"):
        return describe.describe_graph(iri)
    if path in documentation.NAMESPACES:
        return describe.describe_graph(f"{base}graph/{'ontology' if path == 'ns' else 'shapes'}")
    if path == "data":
        return describe.describe_dataset(iri)
    return describe.describe_thing(iri, base) if "/" in path else describe.describe_scheme(iri)


def _moved(iri: str, triples: list[Triple]) -> str | None:
    """Where a corrected name leads to. Raises GoneError for what was withdrawn."""
    mine = [triple for triple in triples if triple.subject == NamedNode(iri)]
    for triple in mine:
        if triple.predicate == RDF.type and triple.object == FOI.Tombstone:
            when = next(
                (t.object.value for t in mine if t.predicate == FOI.withdrawnAt and isinstance(t.object, Literal)), ""
            )
            raise GoneError(f"this was withdrawn on {when[:10]}")
        if triple.predicate == DCTERMS.isReplacedBy and isinstance(triple.object, NamedNode):
            return triple.object.value
    return None


def _made(iri: str, triples: list[Triple], chosen: Format) -> Made:
    if chosen is JSONLD and len(triples) <= COMPACTED:
        return compacted(_in_order(iri, triples)), {}
    if chosen is not HTML:
        body = serialize(triples, format=RDF_FORMATS[chosen.name], prefixes=PREFIXES)
        assert body is not None
        return body, {}
    return _page(iri, triples).encode("utf-8", "replace"), {}


def _page(iri: str, triples: list[Triple]) -> str:
    """The page of a thing: of its own design for the ontology, the shapes, a scheme and a concept."""
    if iri == f"{VOCABULARY_BASE}ns":
        return documentation.ontology_page(triples)
    if iri == f"{VOCABULARY_BASE}shapes":
        return documentation.shapes_page(triples)
    kinds = {triple.object for triple in triples if triple.subject == NamedNode(iri) and triple.predicate == RDF.type}
    if SKOS.ConceptScheme in kinds:
        return concepts.scheme_page(iri, triples)
    if SKOS.Concept in kinds:
        return concepts.concept_page(iri, triples, _questions(iri))
    # what the bodies say of a change is what it says of them
    own = [t for t in triples if t.subject == NamedNode(iri)] if ORG.ChangeEvent in kinds else triples
    text = _text(iri)
    return render_template(
        "thing.html", iri=iri, parts=_parts(iri, own), text=text, questions=_questions(iri),
        title=_title(iri, triples), findings=_findings(triples, text or ""),
        stem=href(iri),
    )  # fmt: skip


def _parts(iri: str, triples: Sequence[Triple]) -> list[Part]:
    """The description in parts: the thing itself first, then what it consists of as it stands in the letter."""
    parts = []
    for subject, own in groupby(triples, key=lambda triple: getattr(triple.subject, "value", "")):
        rows = [(triple.predicate.value, triple.object) for triple in own]
        properties = tuple(
            (name, tuple(value for _, value in values if isinstance(value, NamedNode | Literal)))
            for name, values in groupby(rows, key=lambda row: row[0])
        )
        parts.append(Part(subject, subject.removeprefix(iri).removeprefix("#"), properties))
    return sorted(parts, key=lambda part: (part.iri != iri, _start(part), part.iri))


def _in_order(iri: str, triples: Sequence[Triple]) -> list[Triple]:
    """The triples with the thing itself first, then its parts as they stand in the letter."""
    starts = {
        triple.subject: int(triple.object.value)
        for triple in triples
        if triple.predicate == FOI.start and isinstance(triple.object, Literal) and triple.object.value.isdigit()
    }
    last = 10**9

    def place(triple: Triple) -> tuple[bool, int, str]:
        subject = triple.subject
        return (subject != NamedNode(iri), starts.get(subject, last), getattr(subject, "value", ""))

    return sorted(triples, key=place)


def _findings(triples: Sequence[Triple], text: str) -> list[Finding]:
    """The findings of a letter, warnings first."""
    letter = " ".join(text.split())
    said: dict[str, dict[str, str]] = {}
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            name = triple.predicate.value.rpartition("#")[2]
            said.setdefault(triple.subject.value, {}).setdefault(name, triple.object.value)
    rests_on = {shape.iri: shape.rests_on for shape in statute_shapes()}
    found = [
        Finding(
            each["severity"].rpartition("/")[2], each["message"], each.get("value", ""), each["shape"],
            rests_on.get(each["shape"], ""), each.get("focus", ""), " ".join(each.get("value", "").split()) in letter,
        )
        for each in said.values()
        if each.get("type") == FOI.Finding.value
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.severity != "warning", not one.rests_on, one.shape))


def _start(part: Part) -> int:
    values = dict(part.properties).get(FOI.start.value, ())
    return int(values[0].value) if values and values[0].value.isdigit() else 10**9


def _title(iri: str, triples: Sequence[Triple]) -> str | None:
    for triple in triples:
        if triple.subject == NamedNode(iri) and triple.predicate == RDFS.label and isinstance(triple.object, Literal):
            return triple.object.value
    return None


def _text(iri: str) -> str | None:
    """The text of a letter as it was read."""
    if not iri.startswith(f"{serving().base}disclosure/"):
        return None
    with Texts.open(serving().path) as texts:
        return texts.text(iri)


def _questions(iri: str) -> list[tuple[str, str]]:
    """Questions that can be asked of a thing: title and path."""
    kind, _, name = iri.removeprefix(serving().base).removeprefix(VOCABULARY_BASE).partition("/")
    if kind == "authority" and name not in vocabulary().authorities:
        return []  # a body that others came from, and that no letter is read as answered by
    found = []
    for query in state().catalogue:
        for parameter in query.parameters:
            others = [other for other in query.parameters if other.required and other is not parameter]
            if parameter.type == kind and name and not others:
                value = iri if kind == "disclosure" else name
                found.append(
                    (query.title, f"{request.script_root}/v1/queries/{query.name}.html?{parameter.name}={value}")
                )
    return found
