"""The letter that the project began with comes out perfectly: every annotation stands in its place in the record."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ingest.record import to_record
from foigraph.ontology.vocabulary import load_vocabulary

Json = dict[str, Any]
Row = dict[str, str]
LONG_OVERLAP = 0.9
ROWS = 57


@pytest.fixture(scope="module")
def letter(shared: Path) -> str:
    return (shared / "corpus" / "seed-671-2022.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record(letter: str) -> Json:
    return to_record(extract(to_text(letter), load_vocabulary()))


@pytest.fixture(scope="module")
def annotations(shared: Path) -> dict[str, Row]:
    with (shared / "corpus" / "seed-annotations.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def span(row: Row) -> list[int]:
    return [int(row["start"]), int(row["end"])]


def near(found: list[int], wanted: list[int]) -> bool:
    """Whether two passages overlap as far as long ones must: intersection over union of code points."""
    common = max(0, min(found[1], wanted[1]) - max(found[0], wanted[0]))
    return common / (max(found[1], wanted[1]) - min(found[0], wanted[0])) >= LONG_OVERLAP


def one(entries: list[Json], **wanted: Any) -> Json:
    found = [entry for entry in entries if all(entry.get(name) == value for name, value in wanted.items())]
    assert len(found) == 1, (wanted, entries)
    return found[0]


def positions(record: Json) -> list[Json]:
    return [position for response in record["responses"] for position in response["positions"]]


def question(record: Json, number: str) -> Json:
    return one(record["questions"], number=number)


def response(record: Json, row: Row) -> Json:
    answers = row["value"].removeprefix("answers ").replace("q", "").split(";")
    return one(record["responses"], answers=answers)


def position(record: Json, start: int) -> Json:
    return next(p for p in positions(record) if p["span"][0] <= start < p["span"][1])


def check_boilerplate(record: Json, row: Row) -> None:
    assert [entry["span"] for entry in record["furniture"]] == [span(row)]


def check_reference(record: Json, row: Row) -> None:
    assert (record["reference"]["value"], record["reference"]["span"]) == (row["value"], span(row))


def check_heading(record: Json, row: Row) -> None:
    one(record["headings"], span=span(row))
    spans = [record["request"]["heading_span"]]
    spans += [
        entry["heading_span"] for entry in (*record["responses"], *record["reasoning"]) if "heading_span" in entry
    ]
    assert span(row) in spans or row["id"] == "pit-h"


def check_question(record: Json, row: Row) -> None:
    assert question(record, row["value"])["span"] == span(row)


def check_technology(record: Json, row: Row) -> None:
    asked = question(record, row["parent"].removeprefix("q"))["id"]
    found = {
        mention["id"] for mention in record["technologies"] if mention["span"] == span(row) and mention["in"] == asked
    }
    assert found == set(row["value"].split(";"))


def check_period_start(record: Json, row: Row) -> None:
    start = question(record, "1")["period"]["start"]
    assert (start["value"], start["span"]) == (row["value"], span(row))


def check_period_end(record: Json, row: Row) -> None:
    end = question(record, "1")["period"]["end"]
    assert (end["value"], end["open"], end["span"]) == (None, True, span(row))


def check_dependency(record: Json, row: Row) -> None:
    found = question(record, "3")
    wanted = [question(record, number.removeprefix("q"))["id"] for number in row["value"].split(";")]
    assert (found["depends_on"], found["dependency_span"]) == (wanted, span(row))


def check_response(record: Json, row: Row) -> None:
    assert near(response(record, row)["span"], span(row))


def check_holding(record: Json, row: Row) -> None:
    holding = position(record, int(row["start"]))["holding"]
    assert (holding["value"], holding["span"]) == (row["value"], span(row))


def check_reason(record: Json, row: Row) -> None:
    assert position(record, int(row["start"]))["reason"]["span"] == span(row)


def check_unanswered(record: Json, row: Row) -> None:
    found = one(record["unanswered"], technology=row["value"])
    assert (found["question"], found["status"], found["span"]) == (question(record, "1")["id"], "inferred", None)
    assert found["rule"] == "unanswered.technology"


def check_facet(record: Json, row: Row) -> None:
    facet = position(record, int(row["start"]))["facet"]
    assert (facet["id"], facet["span"]) == (row["value"], span(row))


def check_scope(record: Json, row: Row) -> None:
    assert position(record, int(row["start"]))["scope"]["span"] == span(row)


def check_legal_reference(record: Json, row: Row) -> None:
    found = one(record["citations"], span=span(row))
    assert (found["provision"], found["role"], found["ncnd"]) == (row["value"], "duty-disapplied", False)


def check_lost_text(record: Json, row: Row) -> None:  # noqa: ARG001
    found = one(record["warnings"], code="lead-in-without-list")
    assert found["span"] == [2276, 2314]


def check_citation(record: Json, row: Row) -> None:
    if row["assertion_status"] == "inferred":
        wanted = {"id": row["value"], "status": "inferred", "rule": "citation.ncnd-23"}
        assert one(record["citations"], span=[2315, 2325])["inferred_provision"] == wanted
        return
    found = one(record["citations"], span=span(row))
    assert (found["provision"], found["role"], found["ncnd"]) == (row["value"], "relied-on", True)


def check_property(record: Json, row: Row) -> None:
    claims = [claim for claim in record["claims"] if claim["span"] == span(row)]
    about = ["citation-2315"] if row["parent"] == "e23" else ["citation-2512", "citation-2522"]
    wanted = {(citation, value) for citation in about for value in row["value"].split(";")}
    assert {(claim["citation"], claim["property"]) for claim in claims} == wanted


def check_harm(record: Json, row: Row) -> None:
    assert near(one(record["reasoning"], kind="evidence-of-harm")["span"], span(row))


def check_harm_claim(record: Json, row: Row) -> None:
    name, _, value = row["value"].partition("=")
    found = one(record["reasoning"], kind="harm-claim", harm=name)
    assert near(found["span"], span(row))
    assert found["value"] == (value or None)


def check_url(record: Json, row: Row) -> None:
    found = one(record["links"], url=row["value"])
    assert found["span"] == span(row)


def check_factor(record: Json, row: Row) -> None:
    favours = {"favours-confirming": "confirming", "against-confirming": "not-confirming"}[row["value"]]
    provision = {"e24-2": "foia2000-24-2", "e31-3": "foia2000-31-3"}[row["parent"]]
    assert near(one(record["reasoning"], kind="factor", favours=favours, provision=provision)["span"], span(row))


def check_balance(record: Json, row: Row) -> None:
    found = one(record["reasoning"], kind="balancing-test")
    assert near(found["span"], span(row))
    assert (found["balance"], found["balance_status"]) == (row["value"], "inferred")
    assert found["balance_rule"] == "balance.follows-from-answer"


def check_disclaimer(record: Json, row: Row) -> None:
    assert one(record["caveats"], about=row["value"])["span"] == span(row)


def check_regime(record: Json, row: Row) -> None:
    assert (record["regime"]["id"], record["regime"]["span"]) == (row["value"], span(row))


def check_date(record: Json, row: Row) -> None:
    assert one(record["dates"], kind="disclosed", value=row["value"])["span"] == span(row)


def check_authority(record: Json, row: Row) -> None:
    assert (record["force"]["id"], record["force"]["span"]) == (row["value"], span(row))


CHECKS: dict[str, Callable[[Json, Row], None]] = {
    "boilerplate": check_boilerplate, "reference": check_reference, "heading": check_heading,
    "question": check_question, "technology": check_technology, "period-start": check_period_start,
    "period-end": check_period_end, "question-dependency": check_dependency, "response": check_response,
    "holding": check_holding, "stated-reason": check_reason, "unanswered-facet": check_unanswered,
    "response-facet": check_facet, "ncnd-statement": check_holding, "ncnd-scope": check_scope,
    "legal-reference": check_legal_reference, "lost-text": check_lost_text, "exemption-citation": check_citation,
    "exemption-property": check_property, "evidence-of-harm": check_harm, "harm-claim": check_harm_claim,
    "citation-url": check_url, "public-interest-factor": check_factor, "balancing-test": check_balance,
    "disclaimer": check_disclaimer, "regime": check_regime, "disclosed-date": check_date,
    "public-authority": check_authority,
}  # fmt: skip


def test_every_annotation_stands_in_its_place(record: Json, annotations: dict[str, Row]) -> None:
    failures = []
    for row in annotations.values():
        try:
            CHECKS[row["type"]](record, row)
        except (AssertionError, KeyError, StopIteration, TypeError) as failure:
            failures.append((row["id"], repr(failure)[:300]))
    assert failures == []
    assert len(annotations) == ROWS


def test_no_more_is_relied_on_than_three_provisions(record: Json) -> None:
    relied = [(c["section"], c["ncnd"]) for c in record["citations"] if c["role"] == "relied-on"]
    assert relied == [("23", True), ("24(2)", True), ("31(3)", True)]


def test_what_has_words_has_exactly_those_of_its_span(record: Json, letter: str) -> None:
    quoted = list(_quoted(record))
    assert len(quoted) > 40
    assert [
        (entry, letter[slice(*entry["span"])])
        for entry in quoted
        if letter[slice(*entry["span"])] != entry["as_written"]
    ] == []


def _quoted(value: Any) -> list[Json]:
    if isinstance(value, dict):
        own = [value] if isinstance(value.get("as_written"), str) else []
        return own + [entry for inner in value.values() for entry in _quoted(inner)]
    return [entry for inner in value for entry in _quoted(inner)] if isinstance(value, list) else []


def test_outcomes_are_those_of_each_question_and_facet(record: Json) -> None:
    found = [(p["questions"], p.get("facet", {}).get("id"), p["outcome"]) for p in positions(record)]
    assert found == [
        (["1"], None, "not-held"),
        (["2", "3"], "overt", "not-held"),
        (["2", "3"], "covert", "ncnd"),
        (["4"], None, "not-held"),
    ]


def test_record_keeps_to_its_schema(record: Json) -> None:
    schema = json.loads((files("foigraph.ingest") / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(record)] == []
