"""The ontology defines exactly the terms that code may use, each explained, with no blank nodes."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from foigraph.ontology.skos import ontology_quads
from foigraph.ontology.terms import BASE, CLASSES, FOI, PROPERTIES, RDF, RDFS

NS = BASE + "ns#"
OWL = "http://www.w3.org/2002/07/owl#"
TERM_STATUS = NamedNode("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
KINDS = {OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty"}


def read(name: str) -> list[Quad]:
    return list(parse((files("foigraph.ontology") / name).read_bytes(), format=RdfFormat.TURTLE))


ONTOLOGY = read("foi.ttl")


def values(subject: NamedNode, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in ONTOLOGY if quad.subject == subject and quad.predicate == predicate]


def defined(kinds: set[str]) -> set[str]:
    typed = (quad for quad in ONTOLOGY if quad.predicate == RDF.type and quad.object.value in kinds)
    return {quad.subject.value.removeprefix(NS) for quad in typed}


def test_the_ontology_and_the_constants_are_equal() -> None:
    assert defined({OWL + "Class"}) == set(CLASSES)
    assert defined(KINDS) == set(PROPERTIES)
    assert len(CLASSES) == len(set(CLASSES))
    assert len(PROPERTIES) == len(set(PROPERTIES))


EXAMPLE = NamedNode("http://www.w3.org/2004/02/skos/core#example")


@pytest.mark.parametrize("name", sorted(FOI.names()))
def test_each_term_is_explained(name: str) -> None:
    term = getattr(FOI, name)
    for predicate in (RDFS.label, RDFS.comment, EXAMPLE):
        (said,) = values(term, predicate)
        assert isinstance(said, Literal)
        assert said.language == "en"
        assert "Example: " not in said.value
    assert values(term, RDFS.isDefinedBy) == [NamedNode(BASE + "ns")]
    assert values(term, TERM_STATUS) == [Literal("testing")]


def test_the_header_says_what_a_publisher_needs() -> None:
    said = {quad.predicate.value for quad in ONTOLOGY if quad.subject.value == BASE + "ns"}
    dublin = "http://purl.org/dc/terms/"
    needed = {dublin + name for name in ("title", "creator", "license", "created")} | {OWL + "versionIRI"}
    assert needed <= said


def test_a_force_is_a_public_authority_is_an_organisation() -> None:
    assert values(FOI.PoliceForce, RDFS.subClassOf) == [FOI.PublicAuthority]
    assert values(FOI.PublicAuthority, RDFS.subClassOf) == [NamedNode("http://www.w3.org/ns/org#FormalOrganization")]


def test_alignments_speak_of_our_terms_and_of_others() -> None:
    pairs = [q for q in read("alignments.ttl") if q.subject.value.startswith(NS)]
    assert len(pairs) > 40
    assert {q.subject.value.removeprefix(NS) for q in pairs} <= FOI.names()
    assert not [q for q in pairs if q.object.value.startswith(BASE)]


def test_ontology_quads_stand_in_one_graph_once_and_without_blank_nodes() -> None:
    graph = "https://example.org/foigraph/graph/ontology"
    quads = ontology_quads(graph)
    assert Counter(quads).most_common(1)[0][1] == 1
    assert {quad.graph_name.value for quad in quads} == {graph}
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert len(quads) == len(set(ONTOLOGY) | set(read("alignments.ttl")))


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="has no term refernce"):
        _ = FOI.refernce
