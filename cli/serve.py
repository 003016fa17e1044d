"""The verb that serves: serve."""

from __future__ import annotations

from dataclasses import replace

import click

from ..core.settings import Settings
from .options import AUTHORITIES, BASE, HOME, with_settings


@click.command()
@click.option("--host", help="The address to serve at.  [FOIGRAPH_HOST; default 127.0.0.1, this machine alone]")
@click.option("--port", type=click.IntRange(1, 65535), help="The port.  [FOIGRAPH_PORT; default 8000]")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes.  [FOIGRAPH_WORKERS; default one a core]")
@with_settings(HOME, BASE, AUTHORITIES)
def serve(settings: Settings, host: str | None, port: int | None, workers: int | None) -> None:
    """Answer over HTTP: the canned questions, /sparql, and each thing at its address.

    Every limit is a setting; /limits of the server lists them.
    """
    given = {name: value for name, value in (("host", host), ("port", port), ("workers", workers)) if value is not None}
    run(replace(settings, **given))  # type: ignore[arg-type]


def run(settings: Settings) -> None:
    """Serve the current snapshot until a signal comes; print the addresses once they answer."""
    from ..api.server import serve as run_server
    from ..store.snapshots import open_snapshot

    with open_snapshot(settings.home, verify=False) as snapshot:
        settled = replace(settings, base=snapshot.manifest.base)
    run_server(settled, lambda: announce(settled))


def announce(settings: Settings) -> None:
    """Say on stderr where everything is, and one call to try."""
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    root = f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"
    for what, path in (("pages", "/"), ("questions", "/v1/queries"), ("SPARQL", "/sparql"), ("API", "/openapi.json")):
        click.echo(f"{what:>10}  {root}{path}", err=True)
    click.echo(f"\n  try: curl '{root}/v1/queries/forces-citing-exemption.csv?exemption=23'\n", err=True)
    click.echo("Ctrl-C ends it.", err=True)
