"""The shapes of ``statute.ttl``: each of their queries asked once of a letter, beside what the provisions are.

They are standard SHACL (section 5, SPARQL-based constraints), and any SHACL processor gives the same results on the
letter with the vocabulary. Here Oxigraph asks each query once a letter with ``$this`` unbound, in place of once for
each focus node with it bound, which is the same since each query begins with the target of its shape.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from ..ontology.skos import vocabulary_quads
from ..ontology.terms import BASE, FOI, RDF
from ..ontology.vocabulary import load_vocabulary

FILE = "statute.ttl"
SH = "http://www.w3.org/ns/shacl#"
LAW, LETTER = NamedNode("urn:x-foigraph:law"), NamedNode("urn:x-foigraph:letter")
FACTS = frozenset(
    (RDF.type, FOI.absoluteness, FOI.test, FOI.isNeitherConfirmNorDenyLimb, FOI.inForceFrom, FOI.inForceTo, FOI.regime)
)
"""What the queries ask of a provision."""


@dataclass(frozen=True, slots=True)
class StatuteShape:
    """A shape of the statute. rests_on: the provision or guidance; query: its SELECT with its prefixes."""

    iri: str
    name: str
    description: str
    severity: str
    rests_on: str
    message: str
    query: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a shape found: the thing, and the words in question as an N-Triples term."""

    shape: StatuteShape
    focus: str
    value: str | None


def statute_quads() -> tuple[Quad, ...]:
    """The file, in the default graph."""
    return tuple(parse((files("foigraph.shapes") / FILE).read_bytes(), format=RdfFormat.TURTLE))


@cache
def statute_shapes() -> tuple[StatuteShape, ...]:
    """The shapes in the order of their IRIs."""
    said: dict[str, dict[str, list[str]]] = {}
    for quad in statute_quads():
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, NamedNode | Literal)
        found = said.setdefault(quad.subject.value, {})
        found.setdefault(quad.predicate.value.removeprefix(SH), []).append(quad.object.value)
    declared = (found for found in said.values() if "prefix" in found)
    prefixes = "".join(f"PREFIX {each['prefix'][0]}: <{each['namespace'][0]}>\n" for each in declared)
    shapes = []
    for iri, found in sorted(said.items()):
        for constraint in found.get("sparql", ()):
            shapes.append(
                StatuteShape(
                    iri=iri, name=found["name"][0], description=found["description"][0],
                    severity=found["severity"][0].removeprefix(SH).lower(),
                    rests_on=found["http://purl.org/dc/terms/references"][0], message=said[constraint]["message"][0],
                    query=prefixes + said[constraint]["select"][0],
                )
            )  # fmt: skip
    return tuple(shapes)


def law_quads() -> Iterator[Quad]:
    """What the provisions are, as published, in the graph LAW."""
    for quad in vocabulary_quads(load_vocabulary(), LAW.value):
        if quad.predicate in FACTS and str(quad.subject).startswith(f"<{BASE}provision/"):
            yield quad


_LOCK = threading.Lock()


@cache
def _store() -> Store:
    store = Store()
    store.bulk_extend(law_quads())
    return store


def ask(quads: Iterable[Quad]) -> list[Found]:
    """What the statute shapes find in the quads of one letter, all graphs as one."""
    found = []
    with _LOCK:
        store = _store()
        try:
            store.extend(Quad(quad.subject, quad.predicate, quad.object, LETTER) for quad in quads)
            for shape in statute_shapes():
                solutions = store.query(shape.query, use_default_graph_as_union=True)
                assert isinstance(solutions, QuerySolutions)
                for solution in solutions:
                    focus, value = solution["this"], solution["value"]
                    name = focus.value if isinstance(focus, NamedNode) else str(focus)
                    found.append(Found(shape, name, None if value is None else str(value)))
        finally:
            store.clear_graph(LETTER)
    return found
