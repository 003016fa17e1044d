"""Showing things to people: tables on a terminal, lines on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click


def complain(error: Exception | str) -> None:
    """One line on stderr that says what is wrong."""
    click.echo(f"foigraph: {one_line(str(error))}", err=True)


def one_line(text: str) -> str:
    """A text without line breaks and without characters that move a terminal's cursor."""
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))


def is_terminal() -> bool:
    """Whether the result is shown to a person."""
    return sys.stdout.isatty()


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, note: str = "") -> None:
    """Print a table, as wide as the terminal or 160 columns; cells wrap, nothing is cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if is_terminal() else 160, highlight=False, soft_wrap=False)
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)
    for column in columns:
        grid.add_column(column, overflow="fold")
    count = 0
    for row in rows:
        grid.add_row(*(Text(cell(value)) for value in row))
        count += 1
    if title:
        console.print(Text(title, style="bold"))
    console.print(grid if count else Text("no rows", style="italic"))
    if note:
        console.print(Text(note, style="dim"))


def cell(value: object) -> str:
    """A value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(cell(part) for part in value)
    return "".join(c if c.isprintable() else " " for c in str(value).replace("\n", " "))
