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
    query_workers: how many queries run at once (of a serving process: canned queries).
    query_rows: rows of one answer over HTTP, so that a page stays a page; ``truncated`` says when there were more.

    sparql_seconds: deadline of a stranger's query; half of ours, since nobody here wrote it.
    sparql_rows, sparql_bytes: a stranger's larger result is refused; whoever needs all of it is better off with a dump.
    sparql_workers: strangers' queries that run at once in a serving process; more wait a moment, then get a 503.
    sparql_seconds_per_minute: seconds of evaluation that one client may use in a minute, 0 for no limit; so one that
        sends only slow queries has one worker's time at most.
    isolation: ways to keep queries off the network, best first; where none works ``/sparql`` refuses.

    host, port: where to serve; by default this machine alone.
    hosts: names that requests may be addressed to, comma-separated, besides those of ``base``, ``host`` and this
        machine.
    workers: serving processes, one a core by default.
    threads: requests that one serving process works on at once; most wait for a query worker.
    proxies: trusted proxies in front, each of which adds to X-Forwarded-For; 0 takes the peer as the client.
    requests_per_minute: requests of one client, 0 for no limit; ten a second is more than people and polite
        programs send.
    max_body_bytes: a larger request body is refused; the longest query that people have sent anywhere is shorter.
    cache_bytes: answers that a serving process keeps, 0 for none.
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
    query_rows: int = 10_000
    sparql_seconds: float = 5.0
    sparql_rows: int = 100_000
    sparql_bytes: int = 20_000_000
    sparql_workers: int = 2
    sparql_seconds_per_minute: float = 60.0
    isolation: str = "network-namespace,seccomp"
    host: str = "127.0.0.1"
    port: int = 8000
    hosts: str = ""
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    threads: int = 16
    proxies: int = 0
    requests_per_minute: int = 600
    max_body_bytes: int = 1_000_000
    cache_bytes: int = 50_000_000

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
