"""The shapes themselves: only terms that exist, no blank nodes, linear patterns, lists of words as the tables have."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from importlib.resources import files

import pyshacl
import pytest
import rdflib
from pyoxigraph import BlankNode, Quad, RdfFormat, parse

from foigraph.ingest import quads as mapping
from foigraph.ontology.schemes import load_schemes
from foigraph.ontology.skos import ontology_quads, vocabulary_quads
from foigraph.ontology.terms import BASE, CLASSES, FOI
from foigraph.ontology.vocabulary import load_vocabulary
from foigraph.shapes.terms import graph_of
from foigraph.shapes.validator import SHAPES, shapes_quads

SH = str(rdflib.SH)
NS = BASE + "ns#"
GRAPH = "https://example.org/foigraph/graph/shapes"
QUADS = shapes_quads(GRAPH)
PATTERNS = {q.subject.value.removeprefix(SHAPES): q.object.value for q in QUADS if q.predicate.value == SH + "pattern"}


def unknown_terms(quads: Iterable[Quad]) -> set[str]:
    """Terms of SHACL or of ours that do not exist; a processor passes over those without a word."""
    used = {term.value for quad in quads for term in (quad.predicate, quad.object) if hasattr(term, "value")}
    shacl = {term for term in used if term.startswith(SH) and rdflib.URIRef(term) not in rdflib.SH}
    return shacl | {term for term in used if term.startswith(NS) and term.removeprefix(NS) not in FOI.names()}


def turtle(text: str) -> list[Quad]:
    return list(parse(text.encode(), format=RdfFormat.TURTLE))


def test_every_term_of_the_shapes_exists() -> None:
    assert (
        unknown_terms(q for q in QUADS if q.predicate.value not in {SH + "pattern", SH + "select", SH + "namespace"})
        == set()
    )


@pytest.mark.parametrize("term", ["sh:dataType", "sh:mincount", "foi:refernce"])
def test_a_misspelt_term_fails_the_lint(term: str) -> None:
    text = f"@prefix sh: <{SH}> . @prefix foi: <{NS}> . <https://example.org/shape> {term} 1 ."
    assert unknown_terms(turtle(text)) == {term.replace("sh:", SH).replace("foi:", NS)}


def test_targets_and_classes_are_classes_of_ours() -> None:
    named = {q.object.value for q in QUADS if q.predicate.value in {SH + "targetClass", SH + "class"}}
    assert {name.removeprefix(NS) for name in named} <= set(CLASSES)


def test_the_shapes_are_well_formed_shacl() -> None:
    shapes = graph_of(QUADS)
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_no_shape_is_used_that_is_not_defined() -> None:
    defined = {quad.subject.value for quad in QUADS}
    used = {q.object.value for q in QUADS if q.object.__class__.__name__ == "NamedNode"}
    assert {iri for iri in used if iri.startswith(SHAPES)} <= defined


def test_every_shape_has_a_name_and_what_it_finds_a_message() -> None:
    def subjects(predicate: str, value: str | None = None) -> set[str]:
        found = (q for q in QUADS if q.predicate.value.rpartition("#")[2] == predicate)
        return {q.subject.value for q in found if value is None or q.object.value == value}

    shapes = subjects("type", SH + "NodeShape") | subjects("type", SH + "PropertyShape")
    assert subjects("name") == shapes
    finding = {member for q in QUADS if q.predicate.value == SH + "property" for member in [q.object.value]}
    finding |= subjects("closed") | subjects("or")
    assert finding - subjects("message") == set()


def test_published_shapes_hold_no_blank_node_and_each_triple_once() -> None:
    assert not [q for q in QUADS if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert len(QUADS) == len(set(QUADS)) > 800
    assert {quad.graph_name.value for quad in QUADS} == {GRAPH}
    names = ("structure.ttl", "vocabulary.ttl", "statute.ttl")
    sources = [turtle((files("foigraph.shapes") / name).read_text(encoding="utf-8")) for name in names]
    assert sum(map(len, sources)) == len(QUADS)
    assert all(len(source) > 50 for source in sources)


def test_lists_of_words_in_patterns_are_those_of_the_tables() -> None:
    tables = {
        entry.scheme: {c.id for c in load_schemes().of(entry.scheme)} for entry in load_schemes().concepts.values()
    }
    for axis in ("holding", "disclosure", "ground"):
        tables[f"position-{axis}"] = {o.id for o in load_vocabulary().outcomes.values() if o.axis == axis}
    tables["unanswered-facet"] = tables["facet"] - {"other"}
    checked = 0
    for shape, pattern in PATTERNS.items():
        listed = re.fullmatch(re.escape(r"^https://w3id\.org/foigraph/") + r"([a-z-]+)/\(([a-z|-]+)\)\$", pattern)
        if listed:
            assert set(listed[2].split("|")) == tables.get(shape, tables[listed[1]]), shape
            checked += 1
    assert checked == 12


def test_claims_in_the_pattern_are_those_that_the_mapping_writes() -> None:
    pattern = re.compile(PATTERNS["claim-property"])
    written = {f"{BASE}{scheme}/{claim}" for claim, scheme in mapping.CLAIM_SCHEMES.items()}
    assert {iri for iri in written if pattern.search(iri)} == written
    assert not pattern.search(f"{BASE}absoluteness/mixed")


@pytest.mark.parametrize("shape", sorted(PATTERNS))
def test_no_pattern_takes_long_on_a_hostile_text(shape: str) -> None:
    pattern = re.compile(PATTERNS[shape])
    head = PATTERNS[shape].replace("\\", "").lstrip("^").partition("(")[0].partition("[")[0]
    for unit in ("a", "a-", "/a", "a/", "-", "/authority/", "authority/a", " ", "A1"):
        for start in ("", "https://", head):
            text = start + unit * (50_000 // len(unit)) + "!"
            began = time.process_time()
            pattern.search(text)
            assert time.process_time() - began < 1


def test_shapes_vocabulary_and_ontology_share_no_triple() -> None:
    others = [*vocabulary_quads(load_vocabulary(), GRAPH), *ontology_quads(GRAPH)]
    assert not set(QUADS) & set(others)
