"""What `foigraph validate` does: RDF files, or the published snapshot, against the shapes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.errors import DocumentError, FoigraphError
from ..core.settings import Settings
from .show import complain

if TYPE_CHECKING:
    from ..shapes.validator import Report

VIOLATIONS = 3


def check_files(files: Sequence[str], as_json: bool) -> int:
    """Check RDF files; those that cannot be read are named, the others still checked."""
    from ..shapes.validator import validate_file

    reports: dict[str, Report] = {}
    failed = 0
    for name in files:
        try:
            reports[name] = validate_file(Path(name))
        except DocumentError as error:
            complain(error)
            failed += 1
    _print(reports, as_json)
    if any(report.violations for report in reports.values()):
        return VIOLATIONS
    if failed:
        return DocumentError.exit_status if reports else FoigraphError.exit_status
    return 0


def check_snapshot(settings: Settings, as_json: bool) -> int:
    """Check every disclosure that is published, and show what is in quarantine."""
    from pyoxigraph import Store

    from ..ontology.terms import FOI, RDF
    from ..shapes.validator import validate
    from ..store.record import Record
    from ..store.snapshots import open_snapshot

    reports: dict[str, Report] = {}
    with open_snapshot(settings.home) as snapshot:
        store = Store.read_only(str(snapshot.store))
        for quad in store.quads_for_pattern(None, RDF.type, FOI.Disclosure):
            facts = list(store.quads_for_pattern(None, None, None, quad.graph_name))
            reports[str(quad.subject).strip("<>")] = validate(facts)
    _print(dict(sorted(reports.items())), as_json)
    with Record.open(settings.home, write=False) as record:
        quarantined = record.quarantined()
    for location, text in quarantined:
        click.echo(f"in quarantine: {location}\n{text}", err=as_json)
    return VIOLATIONS if quarantined or any(report.violations for report in reports.values()) else 0


def _print(reports: dict[str, Report], as_json: bool) -> None:
    if as_json:
        click.echo(
            json.dumps({name: report.to_json() for name, report in reports.items()}, ensure_ascii=False, indent=2)
        )
        return
    for name, report in reports.items():
        text = report.text()
        click.echo(f"{name}: {report.sentence()}" + (f"\n{text}" if text else ""))
