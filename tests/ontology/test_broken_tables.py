"""A broken row stops everything with one line: file, row and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from foigraph.core.errors import DefinitionError
from foigraph.ontology import schemes, vocabulary
from foigraph.ontology.predecessors import COLUMNS, read_predecessors
from foigraph.ontology.schemes import check_plain, load_schemes, read_schemes
from foigraph.ontology.skos import vocabulary_quads
from foigraph.ontology.vocabulary import check_provision, load_vocabulary
from foigraph.ontology.welsh import read_welsh

HEADER = "scheme,id,label,definition,note\n"
ROLE = "scheme,role,Roles,What it does.,\n"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("scheme,id,label\n", "row 1: the columns are not scheme, id, label, definition, note"),
        ("", "row 1: the columns are not"),
        (HEADER + "role,explained,Explained,It explains.,\n", "row 2: no row above names the scheme 'role'"),
        (HEADER + ROLE + "role,explained,Explained\n", "row 3: 3 columns where 5 belong"),
        (HEADER + ROLE + "role,explained,Explained,,\n", "row 3: no definition"),
        (HEADER + ROLE + "role,,Explained,It explains.,\n", "row 3: no id"),
        (HEADER + ROLE + "role,a,A,It.,\nrole,a,B,Other.,\n", "row 4: role 'a' stands twice"),
        (HEADER + ROLE + ROLE, "row 3: scheme 'role' stands twice"),
    ],
)
def test_a_broken_row_of_schemes_is_named(table: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_schemes(table)
    assert caught.value.message.startswith(f"{schemes.FILE}, ")
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("outcome,not-held,Not held,None is held.,\n", "'not-held' is defined in outcomes.csv as well"),
        ("outcome,lost,,,\n", "'lost' is not in outcomes.csv and has no label or definition"),
    ],
)
def test_a_plain_word_is_defined_once(row: str, message: str) -> None:
    table = read_schemes(HEADER + "scheme,outcome,Outcomes,Ends.,\n" + row)
    with pytest.raises(DefinitionError, match=message):
        check_plain(table, load_vocabulary().outcomes.keys())
    check_plain(load_schemes(), load_vocabulary().outcomes.keys())


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a,A Police\na,B Police\n", "row 3: id 'a' stands twice"),
        (",A Police\n", "row 2: no id"),
        ("a,\n", "row 2: no official_name"),
        ("a,Mudshire, Police of\n", "row 2: 3 columns where 2 belong"),
        ("a,A Police\nb\n", "row 3: 1 columns where 2 belong"),
        ("a b,A Police\n", "row 2: id 'a b' is not made of small letters, digits and hyphens"),
    ],
)
def test_a_broken_row_of_bodies_is_named(tmp_path: Path, rows: str, message: str) -> None:
    table = tmp_path / "bodies.csv"
    table.write_text("slug,official_name\n" + rows, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_vocabulary(table, "https://example.org/")
    assert caught.value.message == f"{table}, {message}"


def test_a_table_without_its_columns_is_named(tmp_path: Path) -> None:
    table = tmp_path / "bodies.csv"
    table.write_text("name,place\nA Police,here\n", encoding="utf-8")
    with pytest.raises(DefinitionError, match="no column 'slug'"):
        load_vocabulary(table, "https://example.org/")


def test_a_table_that_is_not_there_is_named_with_the_setting(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="FOIGRAPH_AUTHORITIES"):
        load_vocabulary(tmp_path / "none.csv")


def test_an_unknown_parent_is_named() -> None:
    with pytest.raises(
        DefinitionError, match=r"provisions\.csv, row 2: 'foia2000-31-9' has the unknown parent 'foia2000-99'"
    ):
        vocabulary._check_parents("provisions.csv", {"foia2000-31-9": "foia2000-99"})


@pytest.mark.parametrize("parents", [{"a": "a"}, {"a": "b", "b": "c", "c": "b"}])
def test_a_circle_of_parents_is_named(parents: dict[str, str | None]) -> None:
    with pytest.raises(DefinitionError, match=r"technologies\.csv, row [23]: '[ab]' is above itself"):
        vocabulary._check_parents("technologies.csv", parents)


def test_an_unknown_type_of_body_is_named(tmp_path: Path) -> None:
    table = tmp_path / "bodies.csv"
    table.write_text("slug,official_name,type\nmud,Mudshire Police,teritorial\n", encoding="utf-8")
    with pytest.raises(DefinitionError, match="authority 'mud': the type 'teritorial' is not known"):
        vocabulary_quads(load_vocabulary(table, "https://example.org/"), "https://example.org/graph")


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("in_force_from", "2005-02-30", "row 7: in_force_from '2005-02-30' is no date"),
        ("in_force_to", "soon", "row 7: in_force_to 'soon' is no date"),
        ("in_force_to", "2004-01-01", "row 7: it ends on 2004-01-01, before it begins"),
        ("legislation_uri", "http://www.legislation.gov.uk/ukpga/2000/36/section/23", "row 7: .* is no identity"),
        ("legislation_uri", "foia s.23", "row 7: 'foia s.23' is no identity of legislation"),
    ],
)
def test_a_broken_row_of_the_law_is_named(column: str, value: str, message: str) -> None:
    row = {"in_force_from": "2005-01-01", "in_force_to": "", "legislation_uri": ""} | {column: value}
    with pytest.raises(DefinitionError, match=message):
        check_provision("provisions.csv, row 7", row)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("scheme,id,label\n", "row 1: the columns are not scheme, id, label, origin"),
        ("scheme,id,label,origin\noutcome,held,Dal\n", "row 2: each of scheme, id, label, origin is needed"),
        ("scheme,id,label,origin\noutcome,held,,ours\n", "row 2: each of"),
        ("scheme,id,label,origin\noutcome,held,Dal,theirs\n", "row 2: origin 'theirs' is not one of ours, own name"),
        ("scheme,id,label,origin\noutcome,a,Dal,ours\noutcome,a,Arall,ours\n", "row 3: outcome 'a' or its label"),
        ("scheme,id,label,origin\noutcome,a,Dal,ours\noutcome,b,Dal,ours\n", "row 3: outcome 'b' or its label"),
    ],
)
def test_a_broken_row_of_welsh_labels_is_named(table: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_welsh(table)
    assert caught.value.message.startswith("welsh.csv, ")
    assert message in caught.value.message


OLD = "old,Old Police,,England,FOIA2000,legacy,kent,2001-02-03,merged,checked,a page,"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("old,Old Police\n", "row 2: 2 columns where 12 belong"),
        (OLD.replace("old,", ",", 1), "row 2: no id"),
        (OLD.replace("a page", ""), "row 2: no source"),
        (OLD.replace("old,", "Old one,", 1), "row 2: id 'Old one' is not made of small letters, digits and hyphens"),
        (OLD.replace("kent", "kernow"), "row 2: 'old' has the unknown successor 'kernow'"),
        (OLD.replace("old,Old Police", "kent,", 1), "row 2: 'kent' has the unknown successor 'kent'"),
        (OLD.replace("2001-02-03", "2001-02-30"), "row 2: date '2001-02-30' is no date"),
        (OLD.replace("merged", "swallowed"), "row 2: change 'swallowed' is not one of merged, renamed, replaced"),
        (OLD.replace("checked", "sure"), "row 2: verified 'sure' is not one of checked, numbering-checked, reported"),
        (OLD.replace("legacy", "lost"), "row 2: type 'lost' is not one of"),
        (OLD.replace("Old Police", ""), "row 2: 'old' is not in authorities.csv and has no name or no type"),
        (OLD.replace("old,", "essex,", 1), "row 2: 'essex' is described in authorities.csv as well"),
        (f"{OLD}\n{OLD}", "row 3: 'old' is described twice"),
        (f"{OLD}\n{OLD.replace('Old Police,,England,FOIA2000,legacy', ',,,,')}", "row 3: 'old' stands twice before"),
        (f"{OLD}\n{OLD.replace('old,Old', 'new,New').replace('merged', 'renamed')}", "row 3: it says something else"),
    ],
)
def test_a_broken_row_of_predecessors_is_named(rows: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_predecessors(f"{','.join(COLUMNS)}\n{rows}", load_vocabulary().authorities)
    assert caught.value.message.startswith("predecessors.csv, ")
    assert message in caught.value.message


def test_a_table_of_predecessors_with_other_columns_is_refused() -> None:
    with pytest.raises(DefinitionError, match=r"predecessors\.csv, row 1: the columns are not id, name"):
        read_predecessors("id,name\n", load_vocabulary().authorities)


def test_one_change_of_several_bodies_is_one_event() -> None:
    text = f"{','.join(COLUMNS)}\n{OLD}\n{OLD.replace('old,Old', 'new,New')}\n"
    found = read_predecessors(text, load_vocabulary().authorities)
    (change,) = found.changes
    assert change.before == ("old", "new")
    assert set(found.bodies) == {"old", "new"}
