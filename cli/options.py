"""The settings as flags: each is a setting of ``core.settings`` and a ``FOIGRAPH_…`` variable."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..core.settings import Settings, from_environment

if TYPE_CHECKING:
    from ..ontology.vocabulary import Vocabulary

Function = TypeVar("Function", bound=Callable[..., Any])

HOME = click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="The data directory.  [FOIGRAPH_HOME; default ~/.local/share/foigraph]",
)
BASE = click.option("--base", help="The IRI under which disclosures are named.  [FOIGRAPH_BASE]")
AUTHORITIES = click.option(
    "--authorities",
    type=click.Path(path_type=Path),
    help="A CSV of public bodies in place of the bundled ones.  [FOIGRAPH_AUTHORITIES]",
)


def with_settings(*options: Callable[[Function], Function]) -> Callable[[Function], Any]:
    """Give a command the options named, and, as its first argument, the settings made of them."""

    def decorate(function: Any) -> Any:
        @wraps(function)
        def command(
            *args: Any,
            home: Path | None = None,
            base: str | None = None,
            authorities: Path | None = None,
            **kwargs: Any,
        ) -> Any:
            return function(from_environment(home=home, base=base, authorities=authorities), *args, **kwargs)

        decorated: Any = command
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate


def vocabulary_of(settings: Settings) -> Vocabulary:
    """The vocabulary with the bodies that the settings name."""
    from ..ontology.vocabulary import load_vocabulary

    return load_vocabulary(settings.authorities, settings.base) if settings.authorities else load_vocabulary()
