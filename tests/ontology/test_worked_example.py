"""One fictional request, told in numbered files, shows every class and property and is well formed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, parse

from foigraph.ontology.skos import vocabulary_quads
from foigraph.ontology.terms import BASE, CLASSES, FOI, PROPERTIES, RDF
from foigraph.ontology.vocabulary import load_vocabulary
from foigraph.shapes.validator import validate

FILES = sorted((Path(__file__).resolve().parents[2] / "ontology" / "examples").glob("*.ttl"))
QUADS = {path.name: list(parse(path=path)) for path in FILES}
LETTER = [quad for name, quads in QUADS.items() if name[0] in "12345" for quad in quads]


def test_the_files_are_numbered_from_question_to_appeal() -> None:
    assert [path.name for path in FILES] == [
        "1-request.ttl", "2-answer.ttl", "3-exemption.ttl", "4-reasoning.ttl", "5-margins.ttl", "6-how-we-know.ttl",
        "7-appeal.ttl",
    ]  # fmt: skip


def test_every_class_and_property_is_used() -> None:
    everything = [quad for quads in QUADS.values() for quad in quads]
    classes = {quad.object for quad in everything if quad.predicate == RDF.type}
    used = {quad.predicate for quad in everything}
    assert {name for name in CLASSES if getattr(FOI, name) not in classes} == set()
    assert {name for name in PROPERTIES if getattr(FOI, name) not in used} == set()


def test_no_term_or_concept_is_misspelt() -> None:
    concepts = {quad.subject for quad in vocabulary_quads(load_vocabulary(), "https://example.org/v")}
    for quads in QUADS.values():
        for quad in quads:
            for term in (quad.subject, quad.predicate, quad.object):
                if isinstance(term, NamedNode) and term.value.startswith(BASE + "ns#"):
                    assert term.value.removeprefix(BASE + "ns#") in FOI.names(), term
                elif isinstance(term, NamedNode) and term.value.startswith(BASE) and "shapes#" not in term.value:
                    assert term in concepts, term


def test_every_start_and_end_is_a_place_in_the_letter_that_the_first_file_gives() -> None:
    told = FILES[0].read_text(encoding="utf-8")
    text = "".join(line.removeprefix("#   ") + "\n" for line in told.splitlines() if line.startswith("#   "))
    said: dict[object, dict[object, str]] = {}
    for quad in LETTER:
        if isinstance(quad.object, Literal):
            said.setdefault(quad.subject, {})[quad.predicate] = quad.object.value
    assert {facts[FOI.textLength] for facts in said.values() if FOI.textLength in facts} == {str(len(text))}
    placed = [facts for facts in said.values() if FOI.start in facts]
    assert len(placed) == 22
    for facts in placed:
        words = text[int(facts[FOI.start]) : int(facts[FOI.end])]
        assert words == facts.get(FOI.quote, words)
        assert facts.get(FOI.context, "") in text


def test_the_letter_is_well_formed_and_shows_one_tension() -> None:
    report = validate(LETTER)
    assert report.violations == ()
    assert "TwentyWorkingDays" in report.text()


@pytest.mark.parametrize("name", QUADS)
def test_what_the_files_say_of_the_law_is_what_the_tables_say(name: str) -> None:
    law = {Quad(q.subject, q.predicate, q.object) for q in vocabulary_quads(load_vocabulary(), "https://example.org/v")}
    said = [q for q in QUADS[name] if str(q.subject).startswith(f"<{BASE}")]
    assert [quad for quad in said if quad not in law] == []
