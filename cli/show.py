"""Showing things to people: tables on a terminal, lines on stderr."""

from __future__ import annotations

import io
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

LONG = 26
"""Characters from which on a cell may wrap."""
GAP = 3
PIPE_WIDTH = 160


def complain(error: Exception | str) -> None:
    """One line on stderr that says what is wrong."""
    click.echo(f"foigraph: {one_line(str(error))}", err=True)


def one_line(text: str) -> str:
    """A text without line breaks and without characters that move a terminal's cursor."""
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))


def visible(text: str) -> str:
    """A text in which each character that is no letter, mark or space stands as the replacement character.

    Escapes, controls and what turns the direction of writing reach no terminal; offsets stay. Line breaks go too.
    """
    return "".join(c if c.isprintable() or c == "\t" or unicodedata.category(c) == "Zs" else "\ufffd" for c in text)


def is_terminal() -> bool:
    """Whether the result is shown to a person."""
    return sys.stdout.isatty()


def plain_console() -> Console:
    """A console as wide as the terminal, or in a pipe as COLUMNS says, else 80; without colour where NO_COLOR asks.

    What the encoding of stdout lacks is printed as a question mark.
    """
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False, emoji=False)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, note: str = "") -> None:
    """Print a table as wide as the terminal, or as a pipe is taken to be; where it does not fit, a block for each row.

    Nothing is cut: long cells wrap between words, short ones never.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(width=None if is_terminal() else PIPE_WIDTH, highlight=False)
    cells = [[cell(value) for value in row] for row in rows]
    if title:
        console.print(Text(title, style="bold"))
    if not cells:
        console.print(Text("no rows", style="italic"))
    elif _needed(columns, cells) <= console.width:
        console.print(_grid(columns, cells))
    else:
        console.print(_blocks(columns, cells))
    if note:
        console.print(Text(note, style="dim"))


def _widths(columns: Sequence[str], cells: list[list[str]]) -> list[int]:
    """What each column needs: its longest cell, or the longest word of its name."""
    by_column = zip(*cells, strict=True)
    return [max(*map(len, name.split()), *map(len, column)) for name, column in zip(columns, by_column, strict=True)]


def _needed(columns: Sequence[str], cells: list[list[str]]) -> int:
    return sum(min(width, LONG) + GAP for width in _widths(columns, cells))


def _grid(columns: Sequence[str], cells: list[list[str]]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column, width in zip(columns, _widths(columns, cells), strict=True):
        heading = "\n".join(textwrap.wrap(column, max(width, 1)))
        grid.add_column(heading, overflow="fold", no_wrap=width <= LONG, min_width=min(width, LONG))
    for row in cells:
        grid.add_row(*map(Text, row))
    return grid


def _blocks(columns: Sequence[str], cells: list[list[str]]) -> Text:
    from rich.text import Text

    names = max(map(len, columns))
    text = Text()
    for row in cells:
        for column, value in zip(columns, row, strict=True):
            if value:
                text.append(f"{column:>{names}}  ", style="dim").append(f"{value}\n")
        text.append("\n")
    text.rstrip()
    return text


def cell(value: object) -> str:
    """A value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(cell(part) for part in value)
    return "".join(c if c.isprintable() else " " for c in str(value).replace("\n", " "))
