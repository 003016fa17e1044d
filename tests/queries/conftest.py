"""A small graph of fictional letters from invented forces, and a way to ask it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pyoxigraph import Quad, QueryResultsFormat, QuerySolutions, RdfFormat, Store, parse

from foigraph.core.table import Table, table_from_json
from foigraph.ingest.quads import Place, to_quads
from foigraph.ontology.skos import ontology_quads, vocabulary_quads
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary
from foigraph.queries.answer import Answer, answer
from foigraph.queries.catalogue import Catalogue, load_catalogue
from foigraph.shapes.validator import finding_quads, shapes_quads, validate
from foigraph.store.canonical import canonical_lines
from foigraph.store.derive import derive

BASE = "https://letters.example/foi/"
FORCES = """slug,official_name,aliases,nation,foi_regime,type,website_domain,wikidata_qid,ons_pfa_code
harrowmere,Harrowmere Constabulary,Harrowmere Police;HMC,England,FOIA2000,territorial,,,
wexcombe,Vale of Wexcombe Police,Wexcombe;HMC,England,FOIA2000,territorial,,,
norbrook,Norbrook & Isles Police,Norbrook,Scotland,FOISA2002,territorial,,,
"""


def load_letters() -> ModuleType:
    """The module beside this one, which pytest's way of importing does not find by name."""
    name = "queries_test_letters"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name("letters.py"))
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    table = tmp_path_factory.mktemp("vocabulary") / "forces.csv"
    table.write_text(FORCES, encoding="utf-8")
    return load_vocabulary(table, BASE)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


def letter_quads(letter: Any, vocabulary: Vocabulary) -> list[Quad]:
    place = Place(letter.iri, letter.iri.replace("/disclosure/", "/graph/disclosure/") + "/1")
    quads = to_quads(letter.build(), place, vocabulary)
    lines = derive(canonical_lines(quads), letter.iri, letter.iri.replace("/disclosure/", "/graph/derived/"))
    found = finding_quads(validate(quads), letter.iri, letter.iri.replace("/disclosure/", "/graph/findings/"))
    return quads + found + list(parse("".join(f"{line.rstrip()}\n" for line in lines).encode(), RdfFormat.N_QUADS))


@pytest.fixture(scope="session")
def quads(vocabulary: Vocabulary) -> list[Quad]:
    """Every triple of the graph, each in one named graph, as a snapshot has them."""
    found = vocabulary_quads(vocabulary, BASE + "graph/vocabulary") + ontology_quads(BASE + "graph/ontology")
    found += shapes_quads(BASE + "graph/shapes")
    for letter in load_letters().LETTERS:
        found += letter_quads(letter(), vocabulary)
    triples = [(quad.subject, quad.predicate, quad.object) for quad in found]
    assert len(set(triples)) == len(triples)
    return found


@pytest.fixture(scope="session")
def store(quads: list[Quad]) -> Store:
    made = Store()
    made.bulk_extend(quads)
    return made


def run_sparql_on(store: Store) -> Callable[[str], Table]:
    def run(sparql: str) -> Table:
        result = store.query(sparql, use_default_graph_as_union=True)
        assert isinstance(result, QuerySolutions)
        return table_from_json(result.serialize(format=QueryResultsFormat.JSON) or b"")

    return run


@pytest.fixture(scope="session")
def run_on() -> Callable[[Store], Callable[[str], Table]]:
    return run_sparql_on


Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def ask(store: Store, vocabulary: Vocabulary, catalogue: Catalogue) -> Ask:
    def asked(name: str, *, limit: int | None = None, **given: str | list[str]) -> Answer:
        values = {key.replace("_", "-"): value for key, value in given.items()}
        return answer(
            catalogue.get(name),
            values,
            vocabulary,
            run_sparql_on(store),
            base=BASE,
            limit=limit,
            snapshot="20260101T000000Z-0",
        )

    return asked
