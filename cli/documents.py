"""Verbs that read documents: extract, ingest, reread, validate."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.errors import DocumentError, FoigraphError, UsageError
from ..core.settings import Settings
from .options import AUTHORITIES, BASE, HOME, vocabulary_of, with_settings
from .show import complain, is_terminal, one_line

if TYPE_CHECKING:
    from ..ingest.model import Disclosure
    from ..ingest.pipeline import DocumentResult, Summary
    from ..ingest.readers import Text
    from ..store.manifest import Manifest

CLEAR = "\r\033[K"
"""Takes a terminal back to the start of an empty line."""


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option(
    "--jsonl", type=click.Path(dir_okay=False), help='A file of {"id", "url", "text"} (or "html") lines; - for stdin.'
)
@click.option("--explain", is_flag=True, help="Show each letter with its facts in place, and the rule of each.")
@click.option("--html", is_flag=True, help="The same as one page that needs nothing else.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where the page goes.  [default: stdout]"
)
@with_settings(BASE, AUTHORITIES)
def extract(
    settings: Settings, paths: tuple[str, ...], jsonl: str | None, explain: bool, html: bool, output: Path | None
) -> int:
    """Print what documents say, as JSON, one object a document; nothing is stored.

    With --explain, the letters themselves, one after the other, each with its facts in place. With --html (which
    implies --explain), one page of all of them.
    """
    if bool(paths) == bool(jsonl):
        raise UsageError("extract needs documents", remedy="name files or folders, or --jsonl FILE; not both")
    if output is not None and not html:
        raise UsageError("--output is for a page", remedy="add --html, or send the output to a file with >")
    from ..ingest.extract import extract as read
    from .explaining import Page, print_letter

    vocabulary = vocabulary_of(settings)
    page = Page()
    done = failed = 0
    for identifier, text in _texts(paths, jsonl, settings):
        if isinstance(text, DocumentError):
            complain(text)
            failed += 1
            continue
        disclosure = read(text, vocabulary)
        if html:
            page.add(identifier, disclosure)
        elif explain:
            print_letter(identifier, disclosure)
        else:
            _print_record(identifier, disclosure)
        done += 1
    if html and done:
        page.write(output)
    return _status(done, failed)


def _print_record(identifier: str, disclosure: Disclosure) -> None:
    from ..ingest.record import to_record

    record = to_record(disclosure, identifier)
    click.echo(json.dumps(record, ensure_ascii=False, indent=2 if is_terminal() else None))


def _texts(paths: Iterable[str], jsonl: str | None, settings: Settings) -> Iterator[tuple[str, Text | DocumentError]]:
    """(id, text or the error that stands for it) of each document."""
    from ..ingest.fetch import expand, fetch
    from ..ingest.readers import read_document

    if jsonl:
        yield from _lines(jsonl, settings.max_document_bytes)
        return
    for place in expand(list(paths)):
        try:
            found = fetch(place, settings.max_document_bytes)
            yield (
                place,
                read_document(
                    found.data,
                    name=place,
                    url=found.url,
                    media_type=found.media_type,
                    max_bytes=settings.max_document_bytes,
                ),
            )
        except DocumentError as error:
            yield place, error


def _lines(jsonl: str, max_bytes: int) -> Iterator[tuple[str, Text | DocumentError]]:
    with click.open_file(jsonl, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield _line(line, f"{jsonl}, line {number}", max_bytes)
                except DocumentError as error:
                    yield str(number), error


def _line(line: str, name: str, max_bytes: int) -> tuple[str, Text]:
    from ..ingest.readers import read_document, to_text

    try:
        given = json.loads(line)
        identifier, url = str(given["id"]), given.get("url")
        text, html = given.get("text"), given.get("html")
    except (ValueError, KeyError, TypeError, AttributeError):
        text = html = None
    if isinstance(text, str):
        return identifier, to_text(text, url=url)
    if isinstance(html, str):
        data = html.encode("utf-8", "replace")
        return identifier, read_document(data, name=name, url=url, media_type="text/html", max_bytes=max_bytes)
    raise DocumentError(f"{name}: no document", remedy='each line is {"id": …, "url": …, "text": … or "html": …}')


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="PATH…|URL…")
@click.option("--no-publish", is_flag=True, help="Record only; a later `foigraph publish` shows it to readers.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@with_settings(HOME, BASE, AUTHORITIES)
def ingest(settings: Settings, places: tuple[str, ...], no_publish: bool, as_json: bool) -> int:
    """Read letters, check them, record what they say, and publish a new snapshot."""
    from ..ingest.pipeline import ingest as run
    from .writing import publish_record, writing

    with writing(settings) as (record, settled, vocabulary):
        with progress() as report:
            summary = run(places, settled, vocabulary, record, report=report)
        published = None if no_publish else publish_record(record, settled, vocabulary)
    return _summarise(summary, published, as_json)


@click.command()
@click.option("--no-publish", is_flag=True, help="Record only.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@with_settings(HOME, BASE, AUTHORITIES)
def reread(settings: Settings, no_publish: bool, as_json: bool) -> int:
    """Read the kept texts again with today's reader; facts that changed make new versions."""
    from ..ingest.pipeline import reread as run
    from .writing import publish_record, writing

    with writing(settings) as (record, settled, vocabulary):
        with progress() as report:
            summary = run(settled, vocabulary, record, report=report)
        published = None if no_publish else publish_record(record, settled, vocabulary)
    return _summarise(summary, published, as_json)


@click.command()
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@with_settings(HOME, BASE, AUTHORITIES)
def validate(settings: Settings, files: tuple[str, ...], as_json: bool) -> int:
    """Check RDF files, or the published snapshot, against the shapes; 0: no violation, 3: violations."""
    from .validation import check_files, check_snapshot

    return check_files(files, as_json) if files else check_snapshot(settings, as_json)


@contextmanager
def progress() -> Iterator[Callable[[DocumentResult], None]]:
    """A function to tell of each document: trouble becomes a line on stderr, and a terminal sees the count go on."""
    counting = sys.stderr.isatty()
    count = 0

    def report(result: DocumentResult) -> None:
        nonlocal count
        count += 1
        if result.trouble:
            click.echo(CLEAR if counting else "", err=True, nl=False)
            complain(result.trouble)
        if counting:
            click.echo(f"{CLEAR}{count} read"[:100], err=True, nl=False)

    try:
        yield report
    finally:
        click.echo(CLEAR if counting else "", err=True, nl=False)


def _summarise(summary: Summary, published: Manifest | None, as_json: bool) -> int:
    snapshot = published.id if published is not None else None
    if as_json:
        click.echo(json.dumps(summary.to_json() | {"snapshot": snapshot}, ensure_ascii=False, indent=2))
    else:
        for result in summary.results:
            click.echo(f"{result.result:17} {one_line(result.location)}{' -> ' + result.iri if result.iri else ''}")
        click.echo(summary.sentence())
        if published is not None:
            changed = "published" if published.changed else "unchanged, still"
            click.echo(f"snapshot {changed} {snapshot}")
    return _status(summary.done, summary.failed)


def _status(done: int, failed: int) -> int:
    """0 all done, 1 nothing done, 3 done in part."""
    if not failed:
        return 0
    return DocumentError.exit_status if done else FoigraphError.exit_status
