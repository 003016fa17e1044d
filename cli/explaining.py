"""``foigraph extract --explain`` and ``--html``: letters with their facts in place, on a terminal and as a page."""

from __future__ import annotations

from pathlib import Path

import click

from ..core.errors import FoigraphError
from ..ingest.explain import Explanation, explain
from ..ingest.model import Disclosure
from .show import one_line, plain_console


def print_letter(name: str, disclosure: Disclosure) -> None:
    """Print one letter, as wide as the terminal; in a pipe as wide as COLUMNS says, or 80."""
    from .explain_terminal import letter_lines

    console = plain_console()
    for line in letter_lines(one_line(name), explain(disclosure), console):
        console.print(line, soft_wrap=True)


class Page:
    """One page of all the letters given to it, in their order."""

    def __init__(self) -> None:
        self._letters: list[tuple[str, Explanation]] = []

    def add(self, name: str, disclosure: Disclosure) -> None:
        """Take one letter in."""
        self._letters.append((one_line(name), explain(disclosure)))

    def write(self, output: Path | None) -> None:
        """Write the page, to stdout where no file is named. Raises FoigraphError where the file cannot be written."""
        from .explain_page import page

        made = page(self._letters)
        if output is None:
            click.echo(made.encode("utf-8"), nl=False)
            return
        try:
            output.write_text(made, encoding="utf-8")
        except OSError as error:
            reason = error.strerror or "it cannot be written"
            raise FoigraphError(f"{output}: {reason}", remedy="name another file with --output") from error
