"""Verbs that ask: query (canned) and sparql."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.errors import UsageError
from ..core.settings import Settings
from .options import AUTHORITIES, BASE, HOME, vocabulary_of, with_settings
from .show import is_terminal, table

if TYPE_CHECKING:
    from ..queries.answer import Answer
    from ..queries.catalogue import CannedQuery
    from ..store.pool import Pool

FORMATS = ("table", "json", "csv", "spreadsheet")
SOLUTIONS = ("table", "json", "csv", "tsv", "xml")
LONGEST_CELL = 90
"""Characters of a text that a table shows."""
GRAPHS = ("turtle", "ntriples", "jsonld", "rdfxml")

FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="By default a table on a terminal, JSON in a pipe; `spreadsheet` is CSV in which no cell can be a formula.",
)


@contextmanager
def open_pool(settings: Settings, *, limited: bool = True) -> Iterator[tuple[Pool, str, Settings]]:
    """Query workers on the current snapshot, its id, and the settings with the base that it was made with.

    limited: with the deadline and caps of the settings; else with none.
    """
    from dataclasses import replace

    from ..store.pool import Pool
    from ..store.snapshots import open_snapshot

    with open_snapshot(settings.home) as snapshot:
        limits = {
            "size": settings.query_workers,
            "seconds": settings.query_seconds if limited else None,
            "bytes": settings.query_bytes if limited else None,
            "memory_bytes": settings.query_memory_bytes if limited else 0,
        }
        with Pool(snapshot.store, **limits) as pool:  # type: ignore[arg-type]
            yield pool, snapshot.manifest.id, replace(settings, base=snapshot.manifest.base)


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("name", required=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@FORMAT
@with_settings(HOME, BASE, AUTHORITIES)
def query(settings: Settings, name: str | None, arguments: tuple[str, ...], format_: str | None) -> int:
    """Answer a canned question: foigraph query NAME --PARAMETER VALUE …

    Without a name: the questions there are. With a name and --help: its parameters.
    """
    from ..queries.catalogue import load_catalogue

    catalogue = load_catalogue()
    if name is None or name in ("--help", "-h"):
        click.echo(query.get_help(click.get_current_context())) if name else None
        list_queries(list(catalogue), format_)
        return 0
    canned = catalogue.get(name)
    if "--help" in arguments or "-h" in arguments:
        describe(canned)
        return 0
    given = parse_parameters(arguments, name)
    show(run_query(settings, canned, given), format_)
    return 0


def run_query(settings: Settings, canned: CannedQuery, given: dict[str, list[str]]) -> Answer:
    """The answer of a canned query on the current snapshot."""
    from ..queries.answer import answer

    with open_pool(settings) as (pool, snapshot, settled):
        vocabulary = vocabulary_of(settled)
        return answer(canned, given, vocabulary, pool.table, base=settled.base, snapshot=snapshot)


def parse_parameters(arguments: tuple[str, ...], name: str) -> dict[str, list[str]]:
    """``--exemption 23`` and ``--exemption=23`` as values by parameter; a parameter may be given more than once."""
    given: dict[str, list[str]] = {}
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        key, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not key:
            raise UsageError(f"{word!r} stands for no parameter", remedy=f"see `foigraph query {name} --help`")
        if not equals:
            if not waiting:
                raise UsageError(f"{word} has no value", remedy=f"see `foigraph query {name} --help`")
            value = waiting.pop(0)
        given.setdefault(key, []).append(value)
    return given


def list_queries(queries: list[CannedQuery], format_: str | None) -> None:
    """Print the catalogue."""
    if (format_ or ("table" if is_terminal() else "json")) == "json":
        entries = [{"name": each.name, "title": each.title, "example": call(each)} for each in queries]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
    else:
        table("Questions that can be asked", ("name", "question"), [(each.name, each.title) for each in queries])


def call(canned: CannedQuery) -> str:
    """A call of a query that works."""
    words = [word for key, value in canned.example.items() for word in (f"--{key}", value)]
    return shlex.join(["foigraph", "query", canned.name, *words])


def describe(canned: CannedQuery) -> None:
    """Print what a query does, its parameters and its columns."""
    click.echo(f"{canned.title}\n\n{canned.description}\n\nTry: {call(canned)}\n")
    rows = [
        (f"--{each.name}", "required" if each.required else f"default {each.default}" if each.default else "",
         f"{each.description} For example {each.example}.")
        for each in canned.parameters
    ]  # fmt: skip
    table("Parameters", ("parameter", "", "what"), rows)
    table("\nColumns", ("column", "what"), [(column.name, column.description) for column in canned.columns])


def show(answer: Answer, format_: str | None) -> None:
    """Print an answer: the result alone on stdout."""
    chosen = format_ or ("table" if is_terminal() else "json")
    if chosen == "json":
        click.echo(answer.to_json(), nl=False)
    elif chosen == "csv":
        sys.stdout.buffer.write(answer.to_csv().encode())
    elif chosen == "spreadsheet":
        sys.stdout.buffer.write(answer.to_spreadsheet_csv().encode())
    else:
        show_table(answer)
        click.echo(f"snapshot {answer.snapshot}; whole texts and addresses: --format json")


def show_table(answer: Answer) -> None:
    """Print an answer for people: empty columns left out, long texts cut with a mark, disclosures by authority/key."""
    for part in (answer, answer.summary):
        if part is None:
            continue
        used = [n for n in range(len(part.columns)) if not part.rows or any(row[n] is not None for row in part.rows)]
        columns = [part.columns[n].replace("_", " ") for n in used]
        table(part.heading, columns, [[brief(row[n]) for n in used] for row in part.rows])
        click.echo()


def brief(value: object) -> object:
    """A value as a cell of a narrow table has room for it."""
    if not isinstance(value, str):
        return value
    before, found, after = value.partition("/disclosure/")
    if found and before.startswith("http") and " " not in value:
        return after
    return value if len(value) <= LONGEST_CELL else f"{value[: LONGEST_CELL - 1].rstrip()}…"


@click.command()
@click.argument("text", metavar="'SELECT …'|@FILE|-")
@click.option("--format", "format_", type=click.Choice((*SOLUTIONS, *GRAPHS)), help="How to print the result.")
@with_settings(HOME)
def sparql(settings: Settings, text: str, format_: str | None) -> int:
    """Ask one's own snapshot in SPARQL 1.1, without limits; @FILE reads the query from a file, - from stdin.

    The default graph is the union of all graphs. Nothing is fetched: SERVICE fails.
    """
    with open_pool(settings, limited=False) as (pool, _, settled):
        shown = format_ or ("table" if is_terminal() else "json")
        result = pool.run(
            read_query(text),
            format=shown if shown in SOLUTIONS and shown != "table" else "json",
            graph_format=shown if shown in GRAPHS else "turtle",
            base_iri=settled.base,
        )
    if result.kind != "graph" and shown in GRAPHS:
        raise UsageError(f"this query gives rows, not a graph, so --format {shown} is not to be had")
    if shown == "table" and result.kind != "graph":
        from ..core.table import table_from_json

        found = table_from_json(result.body)
        table("", found.columns, found.rows)
    else:
        sys.stdout.buffer.write(result.body)
        if not result.body.endswith(b"\n"):
            sys.stdout.buffer.write(b"\n")
    return 0


def read_query(text: str) -> str:
    """The query itself, or that of the file after ``@``, or of standard input for ``-``."""
    if text == "-":
        return sys.stdin.read()
    if not text.startswith("@"):
        return text
    try:
        return Path(text[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UsageError(f"{text[1:]}: the query cannot be read ({reason})", remedy="check the path") from error
