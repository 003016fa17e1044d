"""Settings: each is a flag of the command line and a ``FOIGRAPH_…`` variable."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from .errors import UsageError

PREFIX = "FOIGRAPH_"
VOCABULARY_BASE = "https://w3id.org/foigraph/"
"""Where the vocabulary lives, the same for every publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set, with defaults.

    home: the data directory (record, working store, snapshots).
    base: the publisher's own base IRI, with a final slash; disclosures are named under it.
    authorities: a CSV of public bodies to use in place of the bundled one; its bodies are named under ``base``.
    keep_snapshots: how many of the newest snapshots are kept.
    max_document_bytes: a larger document is refused, unread.
    query_seconds: deadline of one canned query.
    query_bytes: cap of one serialised result.
    query_memory_bytes: address space that a query worker may add to what opening the store took.
    query_workers: how many queries run at once.
    """

    home: Path = field(default_factory=lambda: Path("~/.local/share/foigraph").expanduser())
    base: str = "http://127.0.0.1:8000/"
    authorities: Path | None = None
    keep_snapshots: int = 5
    max_document_bytes: int = 10_000_000
    query_seconds: float = 10.0
    query_bytes: int = 50_000_000
    query_memory_bytes: int = 2**30
    query_workers: int = 1

    def __post_init__(self) -> None:
        """Refuse what cannot work.

        Raises UsageError with the name of the setting.
        """
        if not (self.base.startswith(("http://", "https://")) and self.base.endswith("/")):
            raise UsageError(
                f"setting base: {self.base!r} is not an http(s) IRI that ends in a slash",
                remedy="set FOIGRAPH_BASE to, for example, https://example.org/foigraph/",
            )
        if any(character in self.base for character in '<>"{}|\\^` #?') or not self.base.isprintable():
            raise UsageError(f"setting base: {self.base!r} holds a character that no IRI may hold")
        if self.keep_snapshots < 1:
            raise UsageError("setting keep_snapshots: at least 1 snapshot is kept", remedy="set 1 or more")


def from_environment(environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """Settings from ``FOIGRAPH_…`` variables, with those given by name (and not None) on top.

    Raises UsageError for a value that is not of the setting's type.
    """
    variables = os.environ if environment is None else environment
    defaults = Settings()
    values: dict[str, Any] = {}
    for setting in fields(Settings):
        text = variables.get(PREFIX + setting.name.upper())
        if text:
            values[setting.name] = _parse(setting.name, text, getattr(defaults, setting.name))
    values.update({name: value for name, value in given.items() if value is not None})
    return replace(defaults, **values)


def _parse(name: str, text: str, default: object) -> object:
    if name in {"home", "authorities"}:
        return Path(text).expanduser()
    try:
        if isinstance(default, int):
            return int(text)
        if isinstance(default, float):
            return float(text)
    except ValueError:
        raise UsageError(
            f"{PREFIX}{name.upper()}: {text!r} is not a number", remedy=f"its default is {default}"
        ) from None
    return text
