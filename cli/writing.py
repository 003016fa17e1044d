"""What every verb that writes does: open the record, settle its base, know its vocabulary, publish."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from ..core.settings import Settings
from ..ingest.static import static_graphs
from ..ontology.vocabulary import Vocabulary
from ..store.manifest import Manifest
from ..store.publish import publish
from ..store.record import Record
from .options import vocabulary_of


@contextmanager
def writing(settings: Settings) -> Iterator[tuple[Record, Settings, Vocabulary]]:
    """The record, under its lock, with the settings that hold for it: a record keeps the base that it was made with."""
    given = None if settings.base == Settings().base else settings.base
    with Record.open(settings.home, write=True, base=given) as record:
        settled = replace(settings, base=record.base)
        yield record, settled, vocabulary_of(settled)


def publish_record(record: Record, settings: Settings, vocabulary: Vocabulary, *, rebuild: bool = False) -> Manifest:
    """Publish what the record says, with the vocabulary, the ontology and the shapes."""
    graphs = static_graphs(settings, vocabulary)
    return publish(record, graphs, rebuild=rebuild, keep=settings.keep_snapshots)
