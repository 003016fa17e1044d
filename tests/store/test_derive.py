"""Shortcuts: what follows from the facts of a letter, and what does not."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from foigraph.ontology.terms import FOI, RDF, XSD, concept
from foigraph.store.canonical import canonical_lines, check
from foigraph.store.derive import derive

DISCLOSURE = "https://example.org/foigraph/disclosure/barsetshire/1-2022"
VERSION = "https://example.org/foigraph/graph/disclosure/barsetshire/1-2022/1"
DERIVED = "https://example.org/foigraph/graph/derived/barsetshire/1-2022"


def fact(part: str, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    return Quad(NamedNode(DISCLOSURE + part), predicate, value, NamedNode(VERSION))


def citation(number: int, role: str, provision: str | None, inferred: str | None = None) -> list[Quad]:
    part = f"#citation-{number}"
    quads = [fact(part, RDF.type, FOI.Citation), fact(part, FOI.role, concept("role", role))]
    if provision:
        quads.append(fact(part, FOI.provision, concept("provision", provision)))
    if inferred:
        quads.append(fact(part, FOI.inferredProvision, concept("provision", inferred)))
    return quads


def derived(quads: list[Quad]) -> set[str]:
    lines = derive(canonical_lines(quads), DISCLOSURE, DERIVED)
    check(lines, DERIVED)
    return {line.removeprefix(f"<{DISCLOSURE}> ").removesuffix(f" <{DERIVED}> .") for line in lines}


def says(predicate: NamedNode, value: NamedNode | Literal) -> str:
    return f"{predicate} {value}"


def test_relying_follows_relied_on_citations_as_written_alone() -> None:
    quads = citation(1, "relied-on", "foia2000-23", "foia2000-23-5") + citation(2, "relied-on", None, "foia2000-24")
    for number, role in enumerate(
        ("duty-disapplied", "named-by-requester", "explained", "notice", "other-act", "negated", "hypothetical"), 3
    ):
        quads += citation(number, role, f"foia2000-{30 + number}")
    assert derived(quads) == {says(FOI.reliesOn, concept("provision", "foia2000-23"))}


def test_a_provision_of_a_factor_is_not_relied_on() -> None:
    part = "#factor-1"
    quads = [
        fact(part, RDF.type, FOI.PublicInterestFactor),
        fact(part, FOI.provision, concept("provision", "foia2000-24-2")),
        fact(part, FOI.role, concept("role", "relied-on")),
    ]
    assert derived(quads) == set()


def test_a_provision_cited_twice_is_relied_on_once_and_technologies_and_outcomes_are_gathered() -> None:
    quads = citation(1, "relied-on", "foia2000-23") + citation(2, "relied-on", "foia2000-23")
    for number, name in enumerate(("gait-recognition", "drones", "drones")):
        part = f"#technology-{number}"
        quads += [fact(part, RDF.type, FOI.TechnologyMention), fact(part, FOI.technology, concept("technology", name))]
    for number, name in enumerate(("ncnd", "not-held")):
        part = f"#position-{number}"
        quads += [fact(part, RDF.type, FOI.Position), fact(part, FOI.outcome, concept("outcome", name))]
    assert derived(quads) == {
        says(FOI.reliesOn, concept("provision", "foia2000-23")),
        says(FOI.concernsTechnology, concept("technology", "gait-recognition")),
        says(FOI.concernsTechnology, concept("technology", "drones")),
        says(FOI.hasOutcome, concept("outcome", "ncnd")),
        says(FOI.hasOutcome, concept("outcome", "not-held")),
    }


def test_a_technology_that_was_left_unanswered_is_not_one_that_the_letter_mentions() -> None:
    part = "#unanswered-1"
    quads = [
        fact(part, RDF.type, FOI.UnansweredPart),
        fact(part, FOI.technology, concept("technology", "gait-recognition")),
    ]
    assert derived(quads) == set()


@pytest.mark.parametrize(
    ("dates", "year"),
    [
        ({"responseDate": "2022-10-26", "receivedDate": "2021-12-30"}, "2022"),
        ({"disclosedDate": "2023-01-02", "receivedDate": "2022-12-01"}, "2023"),
        ({"receivedDate": "2022-12-01"}, "2022"),
        ({}, None),
    ],
)
def test_the_year_is_that_of_the_answer(dates: dict[str, str], year: str | None) -> None:
    quads = [fact("", getattr(FOI, name), Literal(value, datatype=XSD.date)) for name, value in dates.items()]
    assert derived(quads) == ({says(FOI.year, Literal(year, datatype=XSD.integer))} if year else set())


def test_the_same_facts_give_the_same_lines_every_time() -> None:
    quads = [*citation(1, "relied-on", "foia2000-23"), *citation(2, "relied-on", "foia2000-31")]
    first = derive(canonical_lines(quads), DISCLOSURE, DERIVED)
    assert first == sorted(first) == derive(canonical_lines(quads[::-1]), DISCLOSURE, DERIVED)
