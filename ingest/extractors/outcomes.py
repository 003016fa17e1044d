"""From axes to the one plain word, by the table ``plain-outcomes.csv`` of the ontology."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import cast, get_args

from ...core.errors import DefinitionError
from ...core.rows import records
from ..model import PlainOutcome

TABLE = "plain-outcomes.csv"


@cache
def table() -> tuple[tuple[tuple[str, str, str, str], PlainOutcome], ...]:
    """The rows of the table: what each axis must be (``*``: anything), and the outcome.

    Raises DefinitionError for an outcome that does not exist.
    """
    text = (files("foigraph.ontology") / TABLE).read_text(encoding="utf-8")
    rows = []
    for row in records(TABLE, text):
        if row["outcome"] not in get_args(PlainOutcome):
            raise DefinitionError(f"{TABLE}: unknown outcome {row['outcome']!r}")
        axes = (row["holding"], row["disclosure"], row["ground"], row["process"])
        rows.append((axes, cast(PlainOutcome, row["outcome"])))
    return tuple(rows)


def plain_outcome(holding: str | None, disclosure: str | None, ground: str | None, process: str | None) -> PlainOutcome:
    """The first outcome of the table whose axes fit; ``not-visible`` where nothing is known."""
    said = (holding, disclosure, ground, process)
    for axes, outcome in table():
        if all(wanted in ("*", value) for wanted, value in zip(axes, said, strict=True)):
            return outcome
    return "not-visible"
