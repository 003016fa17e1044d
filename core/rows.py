"""The rows of the tables that people edit: CSV with one row of column names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from .errors import DefinitionError


def rows(file: str, text: str, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each row of CSV text below the column names, with its place in words for messages.

    Raises DefinitionError naming the file where its columns are others than ``columns``.
    """
    first, *others = list(csv.reader(io.StringIO(text, newline=""))) or [[]]
    if first != list(columns):
        raise DefinitionError(f"{file}, row 1: the columns are not {', '.join(columns)}")
    yield from ((f"{file}, row {number}", cells) for number, cells in enumerate(others, 2))


def records(file: str, text: str) -> list[dict[str, str]]:
    """All rows of CSV text by its own column names; empty lines are no rows.

    Raises DefinitionError naming file and row where a cell is missing or too many.
    """
    lines = list(csv.reader(io.StringIO(text, newline=""))) or [[]]
    return [named(f"{file}, row {n}", lines[0], cells) for n, cells in enumerate(filter(None, lines[1:]), 2)]


def named(place: str, columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The cells of a row by column. Raises DefinitionError naming the place where one is missing or too many."""
    if len(cells) != len(columns):
        raise DefinitionError(
            f"{place}: {len(cells)} columns where {len(columns)} belong",
            remedy="put a cell that holds a comma between double quotes",
        )
    return dict(zip(columns, cells, strict=True))
