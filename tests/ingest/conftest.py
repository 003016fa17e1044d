"""A record of one's own, the vocabulary of the examples, and a way to ingest that keeps what is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foigraph.core.settings import Settings
from foigraph.examples import AUTHORITIES
from foigraph.ingest.pipeline import Summary, ingest
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary
from foigraph.store.record import Record

BASE = "https://example.org/foigraph/"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", base=BASE, authorities=AUTHORITIES)


@pytest.fixture(scope="session")
def fictional() -> Vocabulary:
    """The vocabulary with the bodies of the examples."""
    return load_vocabulary(AUTHORITIES, BASE)


@pytest.fixture
def record(settings: Settings) -> Iterator[Record]:
    with Record.open(settings.home, write=True, base=BASE) as record:
        yield record


@pytest.fixture
def read(settings: Settings, record: Record, fictional: Vocabulary) -> Callable[..., Summary]:
    """Ingest paths into ``record``."""

    def run(*paths: Path) -> Summary:
        return ingest([str(path) for path in paths], settings, fictional, record, report=lambda _: None)

    return run
