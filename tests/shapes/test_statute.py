"""Each shape of the statute finds what it is for and nothing else, and means what SHACL means by it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from pyshacl import validate as pyshacl_validate
from rdflib import SH

from foigraph.ingest.extract import extract
from foigraph.ingest.quads import Place, to_quads
from foigraph.ingest.readers import to_text
from foigraph.ontology.skos import vocabulary_quads
from foigraph.ontology.terms import FOI, RDF
from foigraph.ontology.vocabulary import load_vocabulary
from foigraph.shapes.statute import StatuteShape, ask, law_quads, statute_quads, statute_shapes
from foigraph.shapes.validator import SHAPES, Report, finding_quads, validate, validate_file

SHAPES_FOLDER = Path(__file__).resolve().parents[2] / "shapes"
EXAMPLES = SHAPES_FOLDER / "examples" / "statute"
GOOD = sorted(EXAMPLES.glob("*/good*.ttl"))
"""Beside ``good.ttl``, letters that are right although they look like a bad one: ``good-*.ttl``."""
BAD = sorted(EXAMPLES.glob("*/bad-*.ttl"))
ALL = statute_shapes()
PLACE = Place("https://example.org/foigraph/disclosure/barsetshire/1-2022", "https://example.org/foigraph/graph/1")


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def folder(iri: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", iri.removeprefix(SHAPES)).lower()


@cache
def report(path: Path) -> Report:
    return validate_file(path)


@cache
def law() -> rdflib.Graph:
    written = serialize([quad.triple for quad in law_quads()], format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=written, format="nt")


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES_FOLDER / "statute.ttl", format="turtle")


def test_each_shape_has_a_good_example_and_two_bad_ones() -> None:
    assert len(ALL) == 16
    assert {folder(shape.iri) for shape in ALL} == {path.parent.name for path in GOOD if path.stem == "good"}
    for path in GOOD:
        assert len(list(path.parent.glob("bad-*.ttl"))) >= 2
    assert len(list(EXAMPLES.rglob("*.*"))) == len(GOOD) + 2 * len(BAD)


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_a_good_example_gives_no_finding(path: Path) -> None:
    assert report(path).text() == ""


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_example_fails_for_its_reason_alone_as_was_approved(path: Path) -> None:
    (found,) = report(path).findings
    assert folder(found.shape) == path.parent.name
    assert found.value, "a finding rests on words"
    approved = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert report(path).text() + "\n" == approved, "if the new report is right, put it in the .txt file beside it"


@pytest.mark.parametrize("path", [*GOOD, *BAD], ids=name)
def test_a_shacl_processor_finds_the_same(path: Path) -> None:
    data = rdflib.Graph().parse(path, format="turtle")
    data += law()
    _, found, _ = pyshacl_validate(data, shacl_graph=shapes(), inplace=True)
    assert isinstance(found, rdflib.Graph)
    by_shacl = sorted(
        (str(found.value(node, SH.sourceShape)), str(found.value(node, SH.focusNode)), str(found.value(node, SH.value)))
        for node in found.subjects(rdflib.RDF.type, SH.ValidationResult)
    )
    by_us = sorted((one.shape.iri, one.focus, _plain(one.value)) for one in ask(parse(path=path)))
    assert by_shacl == by_us


def _plain(term: str | None) -> str:
    (quad,) = parse(f"<x:s> <x:p> {term} .".encode(), format=RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, Literal)
    return quad.object.value


@pytest.mark.parametrize("shape", ALL, ids=lambda shape: folder(shape.iri))
def test_each_shape_names_what_it_rests_on_and_says_it_without_accusation(shape: StatuteShape) -> None:
    said = {(q.subject.value, q.predicate.value): q.object.value for q in statute_quads()}
    iri = shape.iri
    rests_on = said[iri, "http://purl.org/dc/terms/references"]
    if rests_on.startswith("https://w3id.org/"):
        assert NamedNode(rests_on) in {quad.subject for quad in law_quads()}
    else:
        assert said[iri, str(SH.severity)] == str(SH.Info)
    message = shape.message
    assert message.endswith(".")
    assert not re.search(
        r"\b(fail|breach|unlawful|illegal|wrong|violat|must|should|mistake|error|ignor)", message, re.I
    )


def test_every_term_that_a_query_names_is_one_of_ours() -> None:
    """A misspelt property would make a shape silent (R20 of the hazards)."""
    local = {term for shape in ALL for term in re.findall(r"\bfoi:([A-Za-z]+)", shape.query)}
    assert local
    for term in local:
        assert getattr(FOI, term)
    known = {quad.subject.value for quad in _concepts()}
    for shape in ALL:
        for scheme, identifier in re.findall(r"\b(role|outcome|absoluteness|test|regime):([A-Za-z0-9-]+)", shape.query):
            assert f"https://w3id.org/foigraph/{scheme}/{identifier}" in known, (scheme, identifier)


def _concepts() -> list[Quad]:
    return vocabulary_quads(load_vocabulary(), "https://example.org/vocabulary")


def test_shacl_terms_of_the_file_exist() -> None:
    used = {q.predicate.value for q in statute_quads() if q.predicate.value.startswith(str(SH))}
    assert {term.removeprefix(str(SH)) for term in used} == {
        "targetClass", "name", "description", "severity", "sparql", "prefixes", "message", "select", "declare",
        "prefix", "namespace",
    }  # fmt: skip


LETTER = """Barsetshire Police (a body that does not exist)
Freedom of Information request reference 77/2023

Your request was received on 3 April 2023. Date of response: 9 June 2023

Request
1. How many cameras are there?
2. What do they cost?

Response
1. This information is exempt under Section 31(1)(a) of the Freedom of Information Act 2000.
2. We rely on Section 99 of the Freedom of Information Act 2000 and withhold it.

If you are dissatisfied with this answer you may ask for an internal review.
"""


@pytest.fixture(scope="module")
def letter() -> list[Quad]:
    vocabulary = load_vocabulary()
    return to_quads(extract(to_text(LETTER), vocabulary), PLACE, vocabulary)


def test_from_the_words_of_a_letter_to_its_findings(letter: list[Quad]) -> None:
    found = {one.shape.removeprefix(SHAPES): one for one in validate(letter).findings}
    assert "31(1)(a)" in (found["PublicInterestReasoning"].value or "")
    assert "31(1)(a)" in (found["HarmDescribed"].value or "")
    assert found["TwentyWorkingDays"].value == '"44 working days: 2023-04-03 to 2023-06-09"'
    assert {"PublicInterestReasoning", "HarmDescribed", "ReasonWhyItApplies", "TwentyWorkingDays"} <= set(found)
    quads = finding_quads(validate(letter), PLACE.disclosure, "https://example.org/findings")
    assert sum(q.predicate == RDF.type and q.object == FOI.Finding for q in quads) == len(validate(letter).findings)


def test_a_provision_that_does_not_exist_is_kept_as_written_and_flagged(letter: list[Quad]) -> None:
    (citation,) = [q.subject for q in letter if q.predicate == FOI.section and q.object.value == "99"]
    assert not [q for q in letter if q.subject == citation and q.predicate in (FOI.provision, FOI.inferredProvision)]
    found = [one for one in validate(letter).findings if one.focus == str(citation).strip("<>")]
    assert [(one.severity, one.shape.removeprefix(SHAPES)) for one in found] == [("warning", "ProvisionKnown")]
