"""SPARQL's results become plain values, and nothing that was written is lost on the way."""

from __future__ import annotations

import json

import pytest

from foigraph.core.table import Table, Value, table_from_json

XSD = "http://www.w3.org/2001/XMLSchema#"


def one(term: dict[str, object]) -> Value:
    body = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": term}]}}
    return table_from_json(json.dumps(body).encode()).rows[0][0]


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("7", "integer", 7),
        ("-7", "long", -7),
        ("1" * 30, "integer", int("1" * 30)),
        ("1.5", "decimal", 1.5),
        ("NaN", "double", "NaN"),
        ("INF", "double", "INF"),
        ("seven", "integer", "seven"),
        ("true", "boolean", True),
        ("false", "boolean", False),
        ("maybe", "boolean", "maybe"),
        ("2026-01-31", "date", "2026-01-31"),
    ],
)
def test_a_literal_becomes_the_value_of_its_type(text: str, datatype: str, value: Value) -> None:
    assert one({"type": "literal", "value": text, "datatype": XSD + datatype}) == value


def test_text_and_iris_stay_text() -> None:
    assert one({"type": "uri", "value": "http://e/1"}) == "http://e/1"
    assert one({"type": "literal", "value": "7", "xml:lang": "en"}) == "7"
    assert one({"type": "bnode", "value": "b0"}) == "_:b0"


def test_an_unbound_variable_is_none_and_columns_keep_their_order() -> None:
    body = {"head": {"vars": ["z", "a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "x"}}]}}
    assert table_from_json(json.dumps(body).encode()) == Table(("z", "a"), ((None, "x"),))


def test_a_yes_or_no_is_a_row() -> None:
    assert table_from_json(b'{"head":{},"boolean":false}') == Table(("answer",), ((False,),))
