"""The ontology stays in OWL 2 RL, by the constructs that it uses; the schemes meet the conditions of SKOS."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import NamedNode

from foigraph.ontology.skos import ontology_quads, vocabulary_quads
from foigraph.ontology.terms import RDF, SKOS
from foigraph.ontology.vocabulary import load_vocabulary

OWL, RDFS = "http://www.w3.org/2002/07/owl#", "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
AXIOMS = {f"{RDFS}{name}" for name in ("subClassOf", "subPropertyOf", "domain", "range")}
"""Between named classes and properties each of these is allowed on both sides in RL (OWL 2 Profiles, section 4.2)."""
DECLARED = {f"{OWL}{n}" for n in ("Ontology", "Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
DATATYPES = {f"{XSD}{name}" for name in ("string", "boolean", "integer", "decimal", "dateTime", "anyURI")}
"""Of those that RL has (section 4.2.1 and table 8); xsd:date and xsd:gYear are not among them."""
GRAPH = "https://example.org/graph"
ONTOLOGY = ontology_quads(GRAPH)
QUADS = vocabulary_quads(load_vocabulary(), GRAPH)


def test_the_ontology_uses_only_constructs_of_owl_2_rl() -> None:
    kinds = {q.object.value for q in ONTOLOGY if q.predicate == RDF.type}
    assert {kind for kind in kinds if kind.startswith((OWL, RDFS))} <= DECLARED
    logic = {q.predicate.value for q in ONTOLOGY if q.predicate.value.startswith((OWL, RDFS))}
    labels = {f"{RDFS}{name}" for name in ("label", "comment", "isDefinedBy", "seeAlso")}
    assert logic <= AXIOMS | labels | {f"{OWL}versionIRI", f"{OWL}versionInfo"}
    for quad in ONTOLOGY:
        if quad.predicate.value in AXIOMS:
            assert isinstance(quad.subject, NamedNode)
            assert isinstance(quad.object, NamedNode)
    ranges = {q.object.value for q in ONTOLOGY if q.predicate.value == f"{RDFS}range"}
    assert {name for name in ranges if name.startswith(XSD)} <= DATATYPES


def test_no_term_is_declared_as_two_kinds_and_ranges_fit_the_kind() -> None:
    kinds = defaultdict(set)
    for quad in ONTOLOGY:
        if quad.predicate == RDF.type and quad.object.value.startswith(OWL):
            kinds[quad.subject.value].add(quad.object.value.removeprefix(OWL))
    assert {name for name, found in kinds.items() if len(found) != 1} == set()
    for quad in ONTOLOGY:
        if quad.predicate.value == f"{RDFS}range" and quad.subject.value in kinds:
            literal = quad.object.value.startswith(XSD)
            assert ("DatatypeProperty" in kinds[quad.subject.value]) is literal, quad


def pairs(predicate: str) -> set[tuple[str, str]]:
    iri = f"http://www.w3.org/2004/02/skos/core#{predicate}"
    return {(q.subject.value, q.object.value) for q in QUADS if q.predicate.value == iri}


def test_the_schemes_meet_the_integrity_conditions_of_skos() -> None:
    schemes = {q.subject for q in QUADS if q.object == SKOS.ConceptScheme}
    concepts = {q.subject for q in QUADS if q.object == SKOS.Concept}
    assert schemes
    assert not schemes & concepts, "S9"
    preferred, alternative, hidden = (
        {(q.subject, q.object) for q in QUADS if q.predicate.value.endswith(f"core#{name}Label")}
        for name in ("pref", "alt", "hidden")
    )
    assert not (preferred & alternative) | (preferred & hidden) | (alternative & hidden), "S13"
    languages = [(subject, getattr(label, "language", None)) for subject, label in preferred]
    assert len(languages) == len(set(languages)), "S14"
    above = defaultdict(set)
    for child, parent in pairs("broader"):
        above[child].add(parent)
    for child in list(above):
        frontier = set(above[child])
        while extra := {far for near in frontier for far in above.get(near, ())} - frontier:
            frontier |= extra
        assert not {(child, far) for far in frontier} & (pairs("related") | {(b, a) for a, b in pairs("related")}), (
            "S27"
        )
    exact = pairs("exactMatch")
    assert not exact & (pairs("broadMatch") | pairs("narrowMatch") | pairs("relatedMatch")), "S46"
    assert {q.subject for q in QUADS if q.predicate == SKOS.inScheme} == concepts
