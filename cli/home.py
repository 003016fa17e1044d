"""Verbs that keep the data directory: publish, snapshots, withdraw."""

from __future__ import annotations

import json

import click

from ..core.settings import Settings
from .options import AUTHORITIES, BASE, HOME, with_settings
from .show import is_terminal, table


@click.command()
@click.option("--rebuild", is_flag=True, help="Make the working store afresh from the record.")
@with_settings(HOME, BASE, AUTHORITIES)
def publish(settings: Settings, rebuild: bool) -> int:
    """Bring the store up to date, check it, and switch readers to a new snapshot."""
    from .writing import publish_record, writing

    with writing(settings) as (record, settled, vocabulary):
        made = publish_record(record, settled, vocabulary, rebuild=rebuild)
    click.echo(f"published {made.id}" if made.changed else f"nothing has changed since {made.id}")
    return 0


@click.command()
@click.argument("identifier", metavar="ID|REFERENCE")
@click.option("--reason", required=True, help="Why; it stays in the tombstone, so name nobody in it.")
@with_settings(HOME, BASE, AUTHORITIES)
def withdraw(settings: Settings, identifier: str, reason: str) -> int:
    """Erase a disclosure from record, store and every snapshot; a tombstone remains.

    ID is an IRI or authority/key, as query results show them.
    """
    from ..ingest.static import static_graphs
    from ..store.withdraw import withdraw as run
    from .writing import writing

    with writing(settings) as (record, settled, vocabulary):
        tombstone = run(record, identifier, reason, static_graphs(settled, vocabulary))
    click.echo(f"withdrawn {tombstone.iri}; every older snapshot is deleted, a tombstone remains")
    return 0


@click.group()
def snapshots() -> None:
    """List, verify, roll back and prune what was published."""


@snapshots.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@with_settings(HOME)
def list_(settings: Settings, as_json: bool) -> int:
    """The snapshots that are kept, newest first."""
    from ..store.snapshots import current as current_id
    from ..store.snapshots import snapshots as kept

    found = kept(settings.home)
    current = current_id(settings.home) if found else None
    columns = ("id", "created", "documents", "quads", "current")
    rows = [(each.id, each.created, each.documents, each.quads, each.id == current) for each in found]
    if as_json or not is_terminal():
        click.echo(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], indent=2))
    else:
        table("", columns, rows)
    return 0


@snapshots.command()
@click.argument("identifier", metavar="ID", required=False)
@with_settings(HOME)
def verify(settings: Settings, identifier: str | None) -> int:
    """Compare every file and every graph of a snapshot (the current one, if none is named) with its manifest."""
    from ..store.snapshots import verify_snapshot

    found = verify_snapshot(settings.home, identifier)
    click.echo(f"{found.id}: whole, {found.documents} documents, {found.quads} quads, {len(found.files)} files")
    return 0


@snapshots.command()
@click.argument("identifier", metavar="ID")
@with_settings(HOME)
def rollback(settings: Settings, identifier: str) -> int:
    """Make an older snapshot the current one; the record keeps what it has."""
    from ..store.snapshots import rollback as run
    from .writing import writing

    with writing(settings) as (record, _, _):
        run(record, identifier)
    click.echo(f"current is now {identifier}; the next publish moves on from the record")
    return 0


@snapshots.command()
@with_settings(HOME)
def prune(settings: Settings) -> int:
    """Remove all but the newest snapshots (FOIGRAPH_KEEP_SNAPSHOTS); never one in use."""
    from ..store.snapshots import prune as run
    from .writing import writing

    with writing(settings) as (record, _, _):
        removed = run(record, settings.keep_snapshots)
    for identifier in removed:
        click.echo(f"removed {identifier}")
    if not removed:
        click.echo("nothing to remove")
    return 0
