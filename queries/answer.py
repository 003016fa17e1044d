"""Ask a canned query and give its answer with heading, parameters and summary, as JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ..core.errors import NotFoundError
from ..core.table import Table, Value
from ..ontology.vocabulary import Vocabulary
from .bind import Bound, Given, bind
from .catalogue import CannedQuery, Catalogue, load_catalogue

DOCUMENTS = "documents-in-graph"
"""The query whose first column is the denominator of every heading."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

Run = Callable[[str], Table]
"""Runs SPARQL over the union of all graphs: ``Pool.table``, or the same of a remote endpoint."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a canned query found. truncated: there are more rows than the caller wanted."""

    query: CannedQuery
    heading: str
    bound: Bound
    snapshot: str
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool
    summary: Answer | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.query.columns)

    def as_mapping(self) -> dict[str, Any]:
        """Plain values that JSON can hold: numbers, booleans, texts, and None for what is unbound."""
        return {
            "query": self.query.name,
            "title": self.query.title,
            "heading": self.heading,
            "parameters": {
                name: value if isinstance(value, str) else list(value) for name, value in self.bound.parameters.items()
            },
            "snapshot": self.snapshot,
            "columns": [
                {"name": column.name, "description": column.description, "unit": column.unit}
                for column in self.query.columns
            ],
            "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows],
            "summary": self.summary.as_mapping() if self.summary else None,
            "truncated": self.truncated,
        }

    def to_json(self) -> str:
        """The answer as a JSON object, ending in a newline."""
        return json.dumps(self.as_mapping(), ensure_ascii=False, indent=2) + "\n"

    def to_csv(self) -> str:
        """The rows as RFC 4180 has it: a line of names, CRLF, quotation marks where needed; no value is changed."""
        return _csv(self.columns, self.rows)

    def to_spreadsheet_csv(self) -> str:
        """The rows for a spreadsheet, which would run a cell that looks like a formula.

        A text that starts with ``=``, ``+``, ``-``, ``@``, a tab or a line break, spaces and quotation marks before it
        aside, gets an apostrophe in front. So this is not the exact text; ``to_csv`` is.
        """
        return _csv(self.columns, (tuple(map(_harmless, row)) for row in self.rows))


def answer(
    query: CannedQuery,
    given: Given,
    vocabulary: Vocabulary,
    run: Run,
    *,
    base: str,
    catalogue: Catalogue | None = None,
    snapshot: str = "",
    limit: int | None = None,
) -> Answer:
    """Run a query, the count of documents for its heading, and the summary shown beside it.

    base: the publisher's own base IRI. snapshot: the id of what is asked, for the record. limit: at most so many rows;
    ``truncated`` says whether there were more. Raises ParameterError, NotFoundError for a disclosure that the graph
    does not hold, and whatever ``run`` raises.
    """
    queries = catalogue or load_catalogue()
    more = None if limit is None else limit + 1
    bound = bind(query, given, vocabulary, base, limit=more)
    table = run(bound.sparql)
    if not table.rows:
        _check_disclosure(query, bound, vocabulary, run, base, queries)
    heading = bound.heading if query.name == DOCUMENTS else _heading(bound, vocabulary, run, base, queries)
    summary = None
    if query.summary is not None:
        other = queries.get(query.summary)
        shared = {name: value for name, value in given.items() if other.parameter(name) is not None}
        found = bind(other, shared, vocabulary, base)
        summary = _answer(other, found, found.heading, snapshot, run(found.sparql), None, None)
    return _answer(query, bound, heading, snapshot, table, limit, summary)


def _answer(
    query: CannedQuery,
    bound: Bound,
    heading: str,
    snapshot: str,
    table: Table,
    limit: int | None,
    summary: Answer | None,
) -> Answer:
    rows = table.rows if limit is None else table.rows[:limit]
    return Answer(query, heading, bound, snapshot, rows, len(rows) < len(table.rows), summary)


def _heading(bound: Bound, vocabulary: Vocabulary, run: Run, base: str, queries: Catalogue) -> str:
    count = run(bind(queries.get(DOCUMENTS), {}, vocabulary, base).sparql).rows[0][0]
    return bound.heading_of(count if isinstance(count, int) else 0)


def _check_disclosure(
    query: CannedQuery, bound: Bound, vocabulary: Vocabulary, run: Run, base: str, queries: Catalogue
) -> None:
    """Tell a disclosure that says nothing to the question from one that is not there."""
    for parameter in query.parameters:
        if parameter.type == "disclosure" and parameter.name in bound.parameters:
            value = bound.parameters[parameter.name]
            here = bind(queries.get(DOCUMENTS), {"disclosure": value}, vocabulary, base)
            if run(here.sparql).rows[0][0] == 0:
                shown = value if isinstance(value, str) else " or ".join(value)
                raise NotFoundError(
                    f"this graph holds no disclosure {shown!r}",
                    remedy="give its IRI, authority/key, or the reference as it is printed",
                )


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _harmless(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    bare = value.lstrip(" \u00a0\ufeff\"'")
    return f"'{value}" if bare.startswith(FORMULA_STARTS) else value
