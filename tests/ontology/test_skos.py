"""The vocabulary graph: whole, consistent, and with every concept that code can write."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import get_args

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Store

from foigraph.ingest import model
from foigraph.ingest.extractors import acts
from foigraph.ingest.quads import CLAIM_SCHEMES
from foigraph.ontology.predecessors import load_predecessors
from foigraph.ontology.schemes import load_schemes
from foigraph.ontology.skos import citation_of, ontology_quads, vocabulary_quads
from foigraph.ontology.terms import BASE, DCTERMS, ELI, FOI, ORG, RDF, SKOS, concept
from foigraph.ontology.vocabulary import load_vocabulary

GRAPH = "https://example.org/foigraph/graph/vocabulary"
VOCABULARY = load_vocabulary()
QUADS = vocabulary_quads(VOCABULARY, GRAPH)
CONCEPTS = {quad.subject for quad in QUADS if quad.predicate == RDF.type and quad.object == SKOS.Concept}


def values(subject: NamedNode, predicate: NamedNode) -> set[str]:
    return {quad.object.value for quad in QUADS if quad.subject == subject and quad.predicate == predicate}


def types(subject: NamedNode) -> set[str]:
    return {value.rpartition("#")[2] for value in values(subject, RDF.type)} - {"Concept"}


def test_each_triple_stands_once_in_one_graph_without_blank_nodes() -> None:
    assert Counter(QUADS).most_common(1)[0][1] == 1
    assert not [q for q in QUADS if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert {quad.graph_name.value for quad in QUADS} == {GRAPH}
    other = {(q.subject, q.predicate, q.object) for q in ontology_quads("https://example.org/o")}
    assert not other & {(q.subject, q.predicate, q.object) for q in QUADS}


def test_every_row_of_the_tables_is_a_concept() -> None:
    small = {concept(entry.scheme, entry.id) for entry in load_schemes().concepts.values()}
    rows = [*VOCABULARY.provisions.values(), *VOCABULARY.authorities.values(), *VOCABULARY.technologies.values()]
    former = load_predecessors().bodies.values()
    tables = {NamedNode(row.iri) for row in [*rows, *VOCABULARY.outcomes.values(), *former]}
    assert small | tables == CONCEPTS
    assert len(CONCEPTS) > 700


def test_no_reference_to_a_concept_dangles() -> None:
    ours = re.compile(re.escape(BASE) + r"[a-z-]+/")
    schemes = {quad.subject for quad in QUADS if quad.object == SKOS.ConceptScheme}
    events = {quad.subject for quad in QUADS if quad.object == ORG.ChangeEvent}
    for quad in QUADS:
        if isinstance(quad.object, NamedNode) and ours.match(quad.object.value):
            assert quad.object in CONCEPTS | events, quad
        if quad.predicate in {SKOS.inScheme, SKOS.topConceptOf}:
            assert quad.object in schemes, quad


def test_every_term_of_ours_is_defined() -> None:
    namespace = BASE + "ns#"
    used = {t.value for quad in QUADS for t in (quad.predicate, quad.object) if t.value.startswith(namespace)}
    assert {term.removeprefix(namespace) for term in used} <= FOI.names()


@pytest.mark.parametrize(
    ("predicate", "language"), [(SKOS.prefLabel, "en"), (SKOS.prefLabel, "cy"), (SKOS.notation, None)]
)
def test_one_preferred_label_and_one_notation_a_concept_unique_in_its_scheme(
    predicate: NamedNode, language: str | None
) -> None:
    literals = [(q.subject, q.object) for q in QUADS if q.predicate == predicate and isinstance(q.object, Literal)]
    said = [(subject, literal.value) for subject, literal in literals if literal.language == language]
    assert Counter(s for s, _ in said if s in CONCEPTS).most_common(1)[0][1] == 1
    by_scheme = Counter((s.value.rpartition("/")[0], value) for s, value in said if s in CONCEPTS)
    assert [pair for pair, count in by_scheme.items() if count > 1] == []
    assert language == "cy" or {s for s, _ in said} >= CONCEPTS


def test_what_people_see_has_a_welsh_label_and_says_whose_it_is() -> None:
    welsh = {q.subject for q in QUADS if q.predicate == SKOS.prefLabel and q.object.language == "cy"}  # type: ignore[union-attr]
    seen = {NamedNode(o.iri) for o in VOCABULARY.outcomes.values()}
    seen |= {concept("outcome", entry.id) for entry in load_schemes().of("outcome")}
    seen |= {NamedNode(a.iri) for a in VOCABULARY.authorities.values() if a.nation == "Wales"}
    whole = [p for p in VOCABULARY.provisions.values() if p.regime == "FOIA2000" and "(" not in p.section]
    seen |= {NamedNode(p.iri) for p in whole if p.category in ("exemption", "refusal_ground")}
    assert not seen - welsh
    for node in welsh:
        assert len(values(node, SKOS.editorialNote)) == 1, node
    assert "neither official nor reviewed" in "".join(values(concept("outcome", "ncnd"), SKOS.editorialNote))


def test_no_alternative_label_repeats_the_preferred_one() -> None:
    for node in CONCEPTS:
        assert not values(node, SKOS.altLabel) & values(node, SKOS.prefLabel), node


def test_phrases_that_are_no_names_are_hidden_labels() -> None:
    fleet = concept("technology", "fleet")
    assert "vehicles used" in values(fleet, SKOS.hiddenLabel)
    for node in CONCEPTS:
        names = values(node, SKOS.altLabel) | values(node, SKOS.prefLabel)
        assert not values(node, SKOS.hiddenLabel) & names, node


def test_the_hierarchy_has_no_cycle() -> None:
    parents = defaultdict(set)
    for quad in QUADS:
        if quad.predicate == SKOS.broader:
            parents[quad.subject].add(quad.object)
    for start in list(parents):
        seen, frontier = set(), set(parents[start])
        while frontier:
            node = frontier.pop()
            assert node != start
            if node not in seen:
                seen.add(node)
                frontier |= parents.get(node, set())


def test_top_concepts_and_only_they_have_nothing_above() -> None:
    tops = {quad.subject for quad in QUADS if quad.predicate == SKOS.topConceptOf}
    below = {quad.subject for quad in QUADS if quad.predicate == SKOS.broader}
    assert tops | below == CONCEPTS
    assert not tops & below


def test_legislation_identities_are_well_formed_and_are_parts_of_their_acts() -> None:
    shape = re.compile(
        r"http://www\.legislation\.gov\.uk/id/"
        r"(ukpga|asp|uksi|ssi|eur)/[12][0-9]{3}/[0-9]+/(section|regulation|article|schedule)(/[0-9A-Za-z]+)+"
    )
    texts = {quad.object for quad in QUADS if quad.predicate == FOI.enactedIn}
    assert len(texts) > 300
    for text in texts:
        assert shape.fullmatch(text.value), text
        assert values(text, RDF.type) == {ELI.LegalResourceSubdivision.value}
        (act,) = values(text, ELI.is_part_of)
        assert text.value.startswith(act)
    assert values(concept("provision", "ukgdpr-5"), FOI.enactedIn) == {
        "http://www.legislation.gov.uk/id/eur/2016/679/article/5"
    }


@pytest.mark.parametrize(
    ("identifier", "kind"),
    [
        ("foia2000-23-5", "Exemption"), ("foia2000-12-1", "ExclusionOfDuty"), ("foia2000-12", "ExclusionOfDuty"),
        ("foia2000-14-1", "ExclusionOfDuty"), ("foisa2002-18", "ProceduralProvision"), ("eir2004-12-4-b", "Exception"),
        ("foia2000-1-1-a", "Duty"), ("foia2000-17-1", "ProceduralProvision"), ("ukgdpr-6-1-f", "ProceduralProvision"),
    ],
)  # fmt: skip
def test_a_provision_states_its_class_and_the_general_one(identifier: str, kind: str) -> None:
    assert types(concept("provision", identifier)) == {kind, "Provision"}


def test_a_section_with_parts_of_several_kinds_is_no_narrower_class() -> None:
    assert types(concept("provision", "foia2000-1")) == {"Provision"}


def test_the_traps_of_the_law_are_not_walked_into() -> None:
    limb = FOI.isNeitherConfirmNorDenyLimb
    assert values(concept("provision", "foia2000-12-2"), limb) == {"false"}
    assert values(concept("provision", "foia2000-31-3"), limb) == {"true"}
    assert values(concept("provision", "foia2000-24-1"), FOI.test) == {concept("test", "necessity").value}
    assert values(concept("provision", "foia2000-40-5"), FOI.inForceTo) == {"2018-05-24"}
    assert values(concept("provision", "foia2000-40-5b"), FOI.inForceFrom) == {"2018-05-25"}
    limbs_of_21 = [p for p in VOCABULARY.provisions.values() if p.id.startswith("foia2000-21") and p.ncnd]
    assert limbs_of_21 == []


def test_what_the_table_calls_not_applicable_is_not_said() -> None:
    assert values(concept("provision", "foia2000-12-1"), FOI.absoluteness) == set()
    assert values(concept("provision", "foisa2002-35"), FOI.test) == {concept("test", "substantial-prejudice").value}


@pytest.mark.parametrize(
    ("identifier", "duties"),
    [
        ("foia2000-23-5", {"a"}), ("foia2000-31-1-a", {"b"}), ("foia2000-31-3", {"a"}), ("foia2000-31", {"a", "b"}),
        ("foia2000-12-1", {"a", "b"}), ("foia2000-12-2", {"a"}), ("foia2000-14-1", {"a", "b"}),
        ("foia2000-17-1", set()), ("foisa2002-35-1-a", set()),
    ],
)  # fmt: skip
def test_a_provision_says_which_duty_it_removes(identifier: str, duties: set[str]) -> None:
    wanted = {concept("provision", f"foia2000-1-1-{duty}").value for duty in duties}
    assert values(concept("provision", identifier), FOI.removesDuty) == wanted


def test_outcomes_match_those_of_other_systems() -> None:
    assert values(concept("outcome", "not-held"), SKOS.closeMatch) == {
        concept("alaveteli", "not-held").value, concept("froide", "not-held").value,
        concept("muckrock", "no-docs").value,
    }  # fmt: skip


def test_a_force_names_the_area_that_it_polices() -> None:
    assert values(concept("authority", "avon-and-somerset"), DCTERMS.spatial) == {
        "http://statistics.data.gov.uk/id/statistical-geography/E23000036"
    }


def test_every_part_of_the_law_stands_under_the_part_that_holds_it() -> None:
    """No paragraph hangs from its section where the table has the subsection between."""
    sections = {(p.regime, p.section): p.id for p in VOCABULARY.provisions.values()}
    for provision in VOCABULARY.provisions.values():
        above = provision.section
        while "(" in above:
            above = above.rpartition("(")[0]
            if (provision.regime, above) in sections:
                assert provision.parent == sections[provision.regime, above], provision
                break


@pytest.mark.parametrize(
    ("identifier", "citation"),
    [
        ("foia2000-31-1-a", "FOIA 2000 s.31(1)(a)"), ("eir2004-12-4-b", "EIR 2004 reg.12(4)(b)"),
        ("ukgdpr-6", "UK GDPR Art.6"), ("foisa2002-18", "FOISA 2002 s.18"),
    ],
)  # fmt: skip
def test_labels_begin_as_lawyers_cite(identifier: str, citation: str) -> None:
    assert citation_of(VOCABULARY.provisions[identifier]) == citation
    (label,) = values(concept("provision", identifier), SKOS.prefLabel)
    assert label.startswith(citation)


def test_forces_are_forces_and_others_are_not() -> None:
    for body in VOCABULARY.authorities.values():
        force = body.type in {"territorial", "special", "legacy"}
        assert types(NamedNode(body.iri)) == ({"PublicAuthority"} | ({"PoliceForce"} if force else set()))
    assert sum(body.type == "territorial" for body in VOCABULARY.authorities.values()) == 45


def test_every_plain_outcome_is_a_concept_on_the_plain_axis() -> None:
    plain = {q.subject for q in QUADS if q.predicate == FOI.axis and q.object == concept("axis", "plain")}
    assert plain == {concept("outcome", word) for word in get_args(model.PlainOutcome)}
    assert values(concept("outcome", "not-held"), FOI.axis) == {
        concept("axis", "holding").value,
        concept("axis", "plain").value,
    }


def test_every_concept_that_the_model_can_name_exists() -> None:
    named = {concept("status", word) for word in get_args(model.Status)}
    named |= {concept("role", word) for word in get_args(model.Role)}
    named |= {concept("outcome", word) for word in get_args(model.Holding)}
    named |= {concept("favours", word) for word in get_args(model.Favours)}
    named |= {concept(scheme, word) for word, scheme in CLAIM_SCHEMES.items()}
    assert named <= CONCEPTS
    assert len(named) == 2 + 8 + 5 + 4 + 4


def test_every_regime_that_a_table_or_a_reader_names_exists() -> None:
    named = {p.regime for p in VOCABULARY.provisions.values()} | {acts.OTHER} | {name for name, _ in acts.NAMES}
    assert {concept("regime", name) for name in named} <= CONCEPTS


def test_bodies_of_a_publisher_are_named_under_its_base(tmp_path: Path) -> None:
    table = tmp_path / "bodies.csv"
    table.write_text(
        "slug,official_name,aliases,nation,foi_regime,type\nmud,Mudshire Police,MUD,,FOIA2000,territorial\n",
        encoding="utf-8",
    )
    base = "https://example.org/foigraph/"
    quads = vocabulary_quads(load_vocabulary(table, base), GRAPH)
    body, scheme = NamedNode(base + "authority/mud"), NamedNode(base + "authority")
    said = {(quad.subject, quad.predicate, quad.object) for quad in quads}
    assert (body, RDF.type, FOI.PoliceForce) in said
    assert (body, SKOS.inScheme, scheme) in said
    assert (scheme, RDF.type, SKOS.ConceptScheme) in said
    assert (body, SKOS.altLabel, Literal("MUD", language="en")) in said


def test_police_scotland_came_of_eight_forces_and_an_agency() -> None:
    scotland = concept("authority", "police-scotland")
    (event,) = values(scotland, ORG.resultedFrom)
    before = values(NamedNode(event), ORG.originalOrganization)
    assert {iri.rpartition("/")[2] for iri in before} == {
        "central-scotland", "dumfries-and-galloway", "fife", "grampian", "lothian-and-borders", "northern",
        "strathclyde", "tayside", "scdea",
    }  # fmt: skip
    assert values(NamedNode(event), DCTERMS.date) == {"2013-04-01"}
    for body in before:
        assert values(NamedNode(body), ORG.changedBy) == {event}
        assert types(NamedNode(body)) == {"PublicAuthority", "PoliceForce"}


def test_every_change_says_how_sure_we_are_and_from_where() -> None:
    events = {quad.subject for quad in QUADS if quad.object == ORG.ChangeEvent}
    assert len(events) == len(load_predecessors().changes) == 12
    for event in events:
        assert len(values(event, FOI.verification)) == 1
        assert len([note for note in values(event, SKOS.editorialNote) if note.startswith("Source: ")]) == 1
        assert len(values(event, ORG.resultingOrganization)) == 1
        (kind,) = values(event, DCTERMS.type)
        assert NamedNode(kind) in CONCEPTS


def test_no_letter_is_read_as_answered_by_a_body_of_the_past_that_is_only_told_of() -> None:
    assert not load_predecessors().bodies.keys() & VOCABULARY.authorities.keys()
    for change in load_predecessors().changes:
        assert change.after in VOCABULARY.authorities


def test_bodies_of_a_publisher_have_no_predecessors_of_ours(tmp_path: Path) -> None:
    table = tmp_path / "bodies.csv"
    table.write_text("slug,official_name\npolice-scotland,Police of Somewhere\n", encoding="utf-8")
    quads = vocabulary_quads(load_vocabulary(table, "https://example.org/foigraph/"), GRAPH)
    assert not [quad for quad in quads if "change-event" in str(quad) or "authority/scdea" in str(quad)]


def test_a_store_gives_back_every_quad_as_it_was_written() -> None:
    store = Store()
    store.extend(QUADS)
    assert set(store) == set(QUADS)
