"""A table of plain values: what a SELECT query gives once the RDF is taken off."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

Value = str | int | float | bool | None
"""A cell: text (IRIs too), number, truth value, or None where the query left the variable unbound."""

XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGERS = frozenset(
    XSD + name
    for name in (
        "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
        "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
    )
)  # fmt: skip
NUMBERS = frozenset((XSD + "decimal", XSD + "double", XSD + "float"))


@dataclass(frozen=True, slots=True)
class Table:
    """Columns by name, and rows with one value a column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def table_from_json(body: bytes) -> Table:
    """Read SPARQL Query Results JSON; a boolean result is one row in the column ``answer``."""
    document = json.loads(body)
    if "boolean" in document:
        return Table(("answer",), ((bool(document["boolean"]),),))
    columns = tuple(document["head"]["vars"])
    rows = (tuple(_value(row.get(name)) for name in columns) for row in document["results"]["bindings"])
    return Table(columns, tuple(rows))


def _value(term: dict[str, Any] | None) -> Value:
    if term is None:
        return None
    if term["type"] == "triple":
        return json.dumps(term["value"], ensure_ascii=False, sort_keys=True)
    if term["type"] == "bnode":
        return f"_:{term['value']}"
    return _typed(term["value"], term.get("datatype"))


def _typed(text: str, datatype: str | None) -> Value:
    """A literal as a Python value; one that is ill-formed or not finite stays the text that it was written as."""
    try:
        if datatype in INTEGERS:
            return int(text)
        if datatype in NUMBERS:
            number = float(text)
            return number if math.isfinite(number) else text
    except ValueError:
        return text
    if datatype == XSD + "boolean" and text in {"true", "false"}:
        return text == "true"
    return text
