"""The example letters are read as a careful person reads them (``tests/examples/expected.json``)."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from foigraph.examples import AUTHORITIES, letters
from foigraph.ingest.extract import extract
from foigraph.ingest.readers import read_document
from foigraph.ingest.record import to_record
from foigraph.ontology.vocabulary import load_vocabulary

EXPECTED: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "examples" / "expected.json").read_text(encoding="utf-8")
)["letters"]
LETTERS = {letter.name: letter for letter in letters()}
SCHEMA = json.loads((files("foigraph.ingest") / "record.schema.json").read_text(encoding="utf-8"))

each_letter = pytest.mark.parametrize("name", sorted(EXPECTED))


def read(name: str) -> dict[str, Any]:
    text = read_document(LETTERS[name].read_bytes(), name=name, url=None, media_type=None, max_bytes=10**6)
    return to_record(extract(text, load_vocabulary(authorities=AUTHORITIES)))


def triples(entries: list[dict[str, Any]]) -> set[tuple[str, str | None, str]]:
    return {(question, entry["facet"], entry["outcome"]) for entry in entries for question in entry["questions"]}


@each_letter
def test_who_answered_what_and_when(name: str) -> None:
    record, expected = read(name), EXPECTED[name]
    assert record["kind"] == expected["kind"]
    assert record["force"]["id"] == expected["force"]
    assert record["reference"]["value"] == expected["reference"]
    assert record["regime"]["id"] == expected["regime"]
    dates = {(date["kind"], date["value"]) for date in record["dates"]}
    assert dates == {(date["kind"], date["value"]) for date in expected["dates"]}
    assert [question["number"] for question in record["questions"]] == expected["questions"]


@each_letter
def test_positions(name: str) -> None:
    found = [
        {"questions": p["questions"], "facet": p.get("facet", {}).get("id"), "outcome": p["outcome"]}
        for response in read(name)["responses"]
        for p in response["positions"]
    ]
    assert triples(found) == triples(EXPECTED[name]["positions"])
    assert [p for p in found if not p["questions"]] == []


@each_letter
def test_what_is_relied_on_and_what_is_only_named(name: str) -> None:
    record, expected = read(name), EXPECTED[name]
    relied = {
        (c["regime"], c["section"], c["ncnd"], c.get("inferred_provision", {}).get("id"))
        for c in record["citations"]
        if c["role"] == "relied-on"
    }
    wanted = {(c["regime"], c["section"], c["ncnd"], c["inferred_provision"]) for c in expected["citations"]}
    assert relied == wanted
    sections = {section for _, section, *_ in relied}
    mentions = {(c["section"], c["role"]) for c in record["citations"] if c["section"] not in sections}
    assert mentions == {(mention["section"], mention["role"]) for mention in expected["mentions"]}


@each_letter
def test_technologies_claims_and_factors(name: str) -> None:
    record, expected = read(name), EXPECTED[name]
    assert {mention["id"] for mention in record["technologies"]} == set(expected["technologies"])
    sections = {c["id"]: c["section"] for c in record["citations"]}
    claims = {(sections[claim["citation"]], claim["property"]) for claim in record["claims"]}
    assert claims == {(claim["section"], claim["property"]) for claim in expected["claims"]}
    factors = {(f["provision"], f["favours"]) for f in record["reasoning"] if f["kind"] == "factor"}
    assert factors == {(factor["provision"], factor["favours"]) for factor in expected["factors"]}


@each_letter
def test_what_could_not_be_read_and_what_was_left_out(name: str) -> None:
    record, expected = read(name), EXPECTED[name]
    assert [warning["code"] for warning in record["warnings"]] == expected["warnings"]
    numbers = {question["id"]: question["number"] for question in record["questions"]}
    found = [
        {"question": numbers[part["question"]], "technology": part["technology"], "facet": part["facet"]}
        for part in record["unanswered"]
    ]
    assert found == expected["unanswered"]


@each_letter
def test_record_keeps_to_its_schema(name: str) -> None:
    assert [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(read(name))] == []


def test_all_ten_letters_are_read() -> None:
    assert sorted(LETTERS) == sorted(EXPECTED)
    assert len(EXPECTED) == 10
