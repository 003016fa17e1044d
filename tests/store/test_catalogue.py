"""The catalogue says where each letter came from, and which version is which."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal, NamedNode, Store

from foigraph.core.iris import catalogue_graph
from foigraph.ontology.terms import DCTERMS, FOI, PROV, RDF, XSD
from foigraph.store.catalogue import LICENCE
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.snapshots import open_snapshot

Letters = ModuleType


class Catalogue:
    """The published catalogue graph, to ask in tests."""

    def __init__(self, home: Path, base: str) -> None:
        with open_snapshot(home) as snapshot:
            store = Store.read_only(str(snapshot.store))
            quads = store.quads_for_pattern(None, None, None, NamedNode(catalogue_graph(base)))
            self.triples = {(q.subject, q.predicate, q.object) for q in quads}

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return sorted((o for s, p, o in self.triples if (s, p) == (subject, predicate)), key=str)


@pytest.fixture
def catalogue(home: Path, record: Record, letters: Letters) -> Catalogue:
    letters.add(record, "1/2022", letters.text("one"), "/secret/path/a.txt")
    publish(record, letters.static_graphs())
    letters.add(record, "1/2022", letters.text("one, changed"), "/secret/path/a.txt", reader="0.2.0")
    letters.add(record, "1/2022", letters.text("one, changed"), "https://example.net/copy")
    letters.add(record, None, letters.text("two"), "b.txt")
    publish(record, letters.static_graphs())
    letters.add(record, "2/2022", letters.text("two"), "b.txt", reader="0.2.0")
    publish(record, letters.static_graphs())
    return Catalogue(home, letters.BASE)


def test_versions_are_linked_and_the_current_one_is_named(catalogue: Catalogue, letters: Letters) -> None:
    node = NamedNode(f"{letters.BASE}disclosure/barsetshire/1-2022")
    one, two = NamedNode(f"{node.value}#version-1"), NamedNode(f"{node.value}#version-2")
    assert catalogue.values(node, FOI.currentVersion) == [two]
    assert catalogue.values(two, FOI.previousVersion) == [one]
    assert catalogue.values(two, FOI.versionNumber) == [Literal("2", datatype=XSD.integer)]
    assert catalogue.values(one, FOI.versionGraph) == [
        NamedNode(f"{letters.BASE}graph/disclosure/barsetshire/1-2022/1")
    ]
    (reading,) = catalogue.values(two, PROV.wasGeneratedBy)
    assert catalogue.values(reading, FOI.readerVersion) == [Literal("0.2.0")]
    assert set(catalogue.values(reading, RDF.type)) == {FOI.Reading, PROV.Activity}


def test_every_source_is_told_copies_as_copies_and_paths_of_files_never(catalogue: Catalogue, letters: Letters) -> None:
    node = NamedNode(f"{letters.BASE}disclosure/barsetshire/1-2022")
    sources = catalogue.values(node, DCTERMS.source)
    assert len(sources) == 3
    copies = [source for source in sources if catalogue.values(source, FOI.copyOf) == [node]]
    assert [catalogue.values(copy, FOI.url) for copy in copies] == [
        [Literal("https://example.net/copy", datatype=XSD.anyURI)]
    ]
    assert not any("secret" in str(term) for triple in catalogue.triples for term in triple)


def test_a_corrected_name_is_replaced_by_the_new_one(catalogue: Catalogue, letters: Letters) -> None:
    new = NamedNode(f"{letters.BASE}disclosure/barsetshire/2-2022")
    olds = [s for s, p, o in catalogue.triples if (p, o) == (DCTERMS.isReplacedBy, new)]
    assert len(olds) == 1
    assert "/x" in str(olds[0])
    assert catalogue.values(new, FOI.currentVersion) == [NamedNode(f"{new.value}#version-2")]


def test_facts_are_licensed_and_the_rights_in_letters_stay_where_they_are(
    catalogue: Catalogue, letters: Letters
) -> None:
    data = NamedNode(f"{letters.BASE}data")
    assert catalogue.values(data, DCTERMS.license) == [LICENCE]
    (rights,) = catalogue.values(data, DCTERMS.rights)
    assert "stay with the public body" in str(rights)
