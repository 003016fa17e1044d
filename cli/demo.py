"""What `foigraph demo` does: fictional letters into a temporary home, and three questions about them."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

from ..core.settings import Settings, from_environment
from ..examples import AUTHORITIES, letters
from ..ingest.pipeline import ingest
from ..queries.catalogue import load_catalogue
from .documents import progress
from .questions import run_query, show_table
from .serve import run as serve
from .writing import publish_record, writing

BASE = "https://example.org/foigraph/"
QUESTIONS: tuple[tuple[str, dict[str, list[str]]], ...] = (
    ("answers-by-technology", {"technology": ["live facial recognition"]}),
    ("forces-citing-exemption", {"exemption": ["23"]}),
    ("forces-citing-exemption", {"exemption": ["31"]}),
)


def run(keep: bool, *, and_serve: bool = False, port: int | None = None) -> None:
    """Ingest, publish, ask and perhaps serve; the temporary home is removed at the end unless it is to be kept."""
    home = Path(tempfile.mkdtemp(prefix="foigraph-demo-"))
    settings = from_environment(home=home, base=BASE, authorities=AUTHORITIES, port=port)
    try:
        _fill(settings)
        for name, given in QUESTIONS:
            _ask(settings, name, given)
        if and_serve:
            click.echo("Every force and letter above is fictional. The same over HTTP:\n", err=True)
            sys.stdout.flush()
            serve(settings)
    finally:
        if not keep:
            shutil.rmtree(home, ignore_errors=True)
    click.echo("Every force and letter above is fictional.", err=True)
    if keep:
        click.echo(f"kept; to ask more: export FOIGRAPH_HOME={home} FOIGRAPH_AUTHORITIES={AUTHORITIES}", err=True)


def _fill(settings: Settings) -> None:
    with writing(settings) as (record, settled, vocabulary):
        with progress() as report:
            summary = ingest([str(letter) for letter in letters()], settled, vocabulary, record, report=report)
        made = publish_record(record, settled, vocabulary)
    click.echo(f"{summary.sentence()}; {made.quads} facts and concepts in snapshot {made.id}\n")


def _ask(settings: Settings, name: str, given: dict[str, list[str]]) -> None:
    canned = load_catalogue().get(name)
    answer = run_query(settings, canned, given)
    words = " ".join(f"--{key} '{value}'" for key, values in given.items() for value in values)
    click.echo(f"$ foigraph query {name} {words}")
    show_table(answer)
