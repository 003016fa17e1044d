"""The ``foigraph`` command: verbs, the settings they share, and how errors reach people.

Exit status: 0 all done (a document that is no disclosure counts as done); 1 nothing done; 2 wrong usage; 3 done in
part. Errors go to stderr, one line each; stdout is only ever the result (DESIGN, "The command line").
"""

from __future__ import annotations

import errno
import os
import sys

import click

from ..core.errors import FoigraphError, StorageFullError
from .documents import extract, ingest, reread, validate
from .home import publish, snapshots, withdraw
from .questions import query, sparql
from .serve import serve
from .show import complain


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="foigraph", message="foigraph %(version)s")
def commands() -> None:
    """What UK public bodies answer under Freedom of Information law, as a graph to question.

    Try `foigraph demo`. Settings are flags or FOIGRAPH_… variables; the data directory is FOIGRAPH_HOME.
    """


@commands.command()
@click.option("--keep", is_flag=True, help="Keep the demo's data directory, and say where it is.")
@click.option("--serve", "and_serve", is_flag=True, help="End by serving it over HTTP, even in a pipe.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to serve at.  [FOIGRAPH_PORT; default 8000]")
def demo(keep: bool, and_serve: bool, port: int | None) -> None:
    """Ingest the bundled fictional letters into a temporary home, answer three questions, and serve it.

    It serves where stdout is a terminal or with --serve; elsewhere it ends after the answers.
    """
    from .demo import run

    run(keep, and_serve=and_serve or sys.stdout.isatty(), port=port)


for command in (extract, ingest, reread, withdraw, publish, snapshots, validate, query, sparql, serve):
    commands.add_command(command)


def main() -> None:
    """Run the command line; every error of ours becomes one line on stderr and its exit status."""
    try:
        status = commands.main(prog_name="foigraph", standalone_mode=False)
        sys.stdout.flush()
    except FoigraphError as error:
        complain(error)
        status = error.exit_status
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        full = StorageFullError("no space left on the device", remedy="free some space and run the command again")
        complain(full)
        status = full.exit_status
    sys.exit(status if isinstance(status, int) else 0)
