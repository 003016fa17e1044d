"""What holds for every canned query, in every engine, and in every way in which an answer is written."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, RdfFormat, Store, serialize
from rdflib import SH, Graph

import foigraph.ingest
import foigraph.shapes
from foigraph.core.errors import ParameterError
from foigraph.core.table import Table, Value
from foigraph.ontology.terms import SKOS
from foigraph.ontology.vocabulary import Vocabulary
from foigraph.queries.answer import Answer, answer
from foigraph.queries.bind import Bound, bind
from foigraph.queries.catalogue import Catalogue
from foigraph.store.pool import Pool

BASE = "https://letters.example/foi/"
Ask = Callable[..., Answer]
RunOn = Callable[[Store], Callable[[str], Table]]
SPLIT = "12/2023"
EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "positions": {"disclosure": SPLIT},
    "cited-together": {"exemption": "24"},
    "claims-about-the-law": {"exemption": "24"},
    "explicit-and-inferred": {"exemption": "23"},
    "public-interest-factors": {"favours": "confirming"},
    "unanswered": {"technology": "drone"},
    "reading-problems": {"code": "lead-in-without-list"},
    "findings": {"finding": "PartUnanswered"},
}
NEEDED = re.compile(
    "/(foia2000-2[34]|foia2000-31-1-a|eir2004-12-5-b|foisa2002-30)|/authority/"
    "|/technology/(drone|live-f|facial-recognition>|gait|aviation)"
)
"""The part of the vocabulary that the slower engine is given."""


def test_every_query_has_an_example_here_that_returns_rows(ask: Ask, catalogue: Catalogue) -> None:
    for query in catalogue:
        found = ask(query.name, **EXAMPLES.get(query.name, query.example))
        assert found.rows, query.name
        assert len(set(found.rows)) == len(found.rows), query.name


def test_every_file_runs_as_it_stands_and_gives_no_row_twice(catalogue: Catalogue, store: Store, run_on: RunOn) -> None:
    for query in catalogue:
        found = run_on(store)(query.text)
        assert found.rows, query.name
        assert len(set(found.rows)) == len(found.rows), query.name


def test_the_same_question_gets_the_same_rows_in_the_same_order(
    catalogue: Catalogue, quads: list[Quad], vocabulary: Vocabulary, store: Store, run_on: RunOn
) -> None:
    backwards = Store()
    backwards.bulk_extend(reversed(quads))
    for query in catalogue:
        sparql = bind(query, EXAMPLES.get(query.name, query.example), vocabulary, BASE).sparql
        assert run_on(backwards)(sparql) == run_on(store)(sparql)


def test_a_label_in_another_language_changes_no_answer(
    catalogue: Catalogue, quads: list[Quad], vocabulary: Vocabulary, store: Store, run_on: RunOn
) -> None:
    bilingual = Store()
    bilingual.bulk_extend(quads)
    labels = [quad for quad in quads if quad.predicate == SKOS.prefLabel]
    for quad in labels:
        bilingual.add(
            Quad(quad.subject, SKOS.prefLabel, Literal(f"Arall {quad.subject}", language="cy"), quad.graph_name)
        )
    assert len(bilingual) > len(store) + 500
    for query in catalogue:
        for sparql in (query.text, bind(query, EXAMPLES.get(query.name, query.example), vocabulary, BASE).sparql):
            assert run_on(bilingual)(sparql) == run_on(store)(sparql), query.name


def test_the_choices_of_findings_are_the_shapes_that_find_without_refusing(catalogue: Catalogue) -> None:
    shapes = Graph()
    for name in ("statute", "vocabulary"):
        shapes.parse(Path(foigraph.shapes.__file__).with_name(f"{name}.ttl"))
    severe = {subject.rpartition("#")[2] for subject in map(str, shapes.subjects(SH.severity))}
    assert set(catalogue.get("findings").parameter("finding").choices) == severe  # type: ignore[union-attr, arg-type]


def test_the_choices_of_reading_problems_are_the_codes_that_the_reader_gives(catalogue: Catalogue) -> None:
    package = Path(foigraph.ingest.__file__).parent
    code = "".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py"))
    given = set(re.findall(r'Warning\(\s*code="([a-z-]+)"', code))
    assert set(catalogue.get("reading-problems").parameter("code").choices) == given  # type: ignore[union-attr, arg-type]


@pytest.mark.parametrize(("query", "name"), [("findings", "finding"), ("reading-problems", "code")])
def test_a_misspelt_name_is_refused_with_the_names_that_there_are(ask: Ask, query: str, name: str) -> None:
    with pytest.raises(ParameterError, match="none of its choices") as refused:
        ask(query, **{name: "PublicIntrestReasoning"})
    assert refused.value.accepts


def test_another_engine_gives_the_same_rows(
    catalogue: Catalogue, quads: list[Quad], vocabulary: Vocabulary, store: Store, run_on: RunOn
) -> None:
    graph = Graph()
    letters = [quad for quad in quads if "/graph/ontology" not in str(quad.graph_name)]
    kept = [
        quad for quad in letters if "/graph/vocabulary" not in str(quad.graph_name) or NEEDED.search(str(quad.subject))
    ]
    triples = serialize([quad.triple for quad in kept], format=RdfFormat.N_TRIPLES)
    graph.parse(data=triples.decode() if triples else "", format="nt")
    compared = 0
    for query in catalogue:
        sparql = bind(query, EXAMPLES.get(query.name, query.example), vocabulary, BASE).sparql
        theirs = [tuple(None if value is None else str(value) for value in row) for row in graph.query(sparql)]  # type: ignore[union-attr]
        ours = [tuple(None if value is None else str(value) for value in row) for row in run_on(store)(sparql).rows]
        assert theirs == ours, query.name
        compared += 1
    assert compared == 17


def test_a_pool_of_workers_gives_the_same_answers(
    ask: Ask, catalogue: Catalogue, quads: list[Quad], vocabulary: Vocabulary, tmp_path: Path
) -> None:
    work = Store(str(tmp_path / "work"))
    work.bulk_extend(quads)
    work.flush()
    work.backup(str(tmp_path / "snapshot"))
    with Pool(tmp_path / "snapshot") as pool:
        for query in catalogue:
            given_values = EXAMPLES.get(query.name, query.example)
            found = answer(query, given_values, vocabulary, pool.table, base=BASE)
            assert found.rows == ask(query.name, **given_values).rows


# how an answer is written


def test_json_holds_plain_values_and_what_they_are(ask: Ask) -> None:
    found = json.loads(ask("forces-citing-exemption", exemption="23").to_json())
    assert list(found) == [
        "query", "title", "heading", "parameters", "snapshot", "columns", "rows", "summary", "truncated",
    ]  # fmt: skip
    assert found["parameters"] == {"exemption": "23", "include-inferred": "yes"}
    assert found["snapshot"] == "20260101T000000Z-0"
    assert set(found["columns"][0]) == {"name", "description", "unit"}
    assert found["rows"][0]["reference"] == SPLIT
    assert found["summary"]["query"] == "forces-citing-exemption-by-force"
    assert found["summary"]["rows"][0]["documents"] == 1
    assert found["truncated"] is False


def test_fewer_rows_than_there_are_is_said(ask: Ask) -> None:
    all_of_them = ask("explicit-and-inferred")
    some = ask("explicit-and-inferred", limit=3)
    assert some.rows == all_of_them.rows[:3]
    assert some.truncated
    assert json.loads(some.to_json())["truncated"] is True
    assert not ask("explicit-and-inferred", limit=len(all_of_them.rows)).truncated


def made(catalogue: Catalogue, *values: Value) -> Answer:
    query = catalogue.get("documents-in-graph")
    return Answer(query, "h", Bound("", "s", (), {}), "", (values,), truncated=False, summary=None)


CELLS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"])))


@given(st.tuples(CELLS, CELLS, CELLS, CELLS))
def test_csv_reads_back_to_what_was_written(catalogue: Catalogue, cells: tuple[Value, ...]) -> None:
    text = made(catalogue, *cells).to_csv()
    assert text.startswith("documents,forces,earliest,latest\r\n")
    assert text.endswith("\r\n")
    wanted = ["" if c is None else str(c).lower() if isinstance(c, bool) else str(c) for c in cells]
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == wanted


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1", ' "=1', "'=1", "\u00a0=1", "  @x", "=cmd|' /C calc'!A0"],
)
def test_a_spreadsheet_never_sees_a_formula(catalogue: Catalogue, text: str) -> None:
    found = made(catalogue, text, -5, None, "plain - text")
    row = next(iter(list(csv.reader(io.StringIO(found.to_spreadsheet_csv(), newline="")))[1:]))
    assert row == ["'" + text, "-5", "", "plain - text"]
    assert list(csv.reader(io.StringIO(found.to_csv(), newline="")))[1][0] == text
