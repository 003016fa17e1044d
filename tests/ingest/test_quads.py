"""The disclosure model as triples: every fact with its status, rule and place."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from foigraph.examples import letters
from foigraph.ingest.extract import extract
from foigraph.ingest.model import Disclosure
from foigraph.ingest.quads import Place, to_quads
from foigraph.ingest.readers import read_document
from foigraph.ontology.terms import DCTERMS, FOI, RDF, concept
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary
from foigraph.store.canonical import canonical_lines, check

PLACE = Place("https://example.org/foigraph/disclosure/a/1", "https://example.org/foigraph/graph/disclosure/a/1/1")
PATHS = [Path(str(letter)) for letter in letters()]


def letter_of(path: Path, vocabulary: Vocabulary) -> Disclosure:
    text = read_document(path.read_bytes(), name=path.name, url=None, media_type=None, max_bytes=10**7)
    return extract(text, vocabulary)


def store_of(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def value(store: Store, subject: NamedNode, predicate: NamedNode) -> str | None:
    found = [quad.object for quad in store.quads_for_pattern(subject, predicate, None)]
    assert len(found) <= 1
    return found[0].value if found and isinstance(found[0], Literal | NamedNode) else None


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_part_has_status_rule_and_words_that_stand_there(path: Path, fictional: Vocabulary) -> None:
    letter = letter_of(path, fictional)
    store = store_of(to_quads(letter, PLACE, fictional))
    parts = {quad.subject for quad in store.quads_for_pattern(None, DCTERMS.isPartOf, None)}
    assert len(parts) > 20
    for part in parts - {PLACE.part("request")}:
        assert isinstance(part, NamedNode)
        status = value(store, part, FOI.status)
        assert status in (concept("status", "explicit").value, concept("status", "inferred").value)
        assert value(store, part, FOI.rule)
        start, end, quote = (value(store, part, name) for name in (FOI.start, FOI.end, FOI.quote))
        if quote is not None:
            assert letter.text[int(start or 0) : int(end or 0)] == quote
        if start is None:
            assert status == concept("status", "inferred").value


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_lines_are_canonical_and_name_no_other_graph(path: Path, fictional: Vocabulary) -> None:
    check(canonical_lines(to_quads(letter_of(path, fictional), PLACE, fictional)), PLACE.graph)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_two_parts_share_a_name(path: Path, fictional: Vocabulary) -> None:
    store = store_of(to_quads(letter_of(path, fictional), PLACE, fictional))
    parts = {quad.subject for quad in store.quads_for_pattern(None, FOI.start, None)}
    for part in parts - {PLACE.part("request")}:
        for single in (RDF.type, FOI.start, FOI.end, FOI.rule, FOI.status):
            assert len(list(store.quads_for_pattern(part, single, None))) == 1


def test_what_is_only_inferred_is_never_stated_as_the_provision_written(shared: Path) -> None:
    vocabulary = load_vocabulary()
    store = store_of(to_quads(letter_of(shared / "corpus" / "seed-671-2022.txt", vocabulary), PLACE, vocabulary))
    citation = PLACE.part("citation-2315")
    assert value(store, citation, FOI.provision) == concept("provision", "foia2000-23").value
    assert value(store, citation, FOI.inferredProvision) == concept("provision", "foia2000-23-5").value
    assert value(store, citation, FOI.inferenceRule)
    assert not list(store.quads_for_pattern(None, FOI.provision, concept("provision", "foia2000-23-5")))


def test_the_examples_are_installed() -> None:
    assert files("foigraph.examples").joinpath("authorities.csv").is_file()
