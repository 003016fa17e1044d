"""From places to the record: fetch, read, extract, check, record; a document at a time, a batch a transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TypeVar

from ..core.errors import DocumentError
from ..core.settings import Settings
from ..ontology.vocabulary import Vocabulary
from ..shapes.validator import Report, finding_quads, validate
from ..store.canonical import canonical_lines
from ..store.identity import Identity
from ..store.ledger import LedgerEntry, Source
from ..store.record import Record
from ..store.versions import KeptText, Reading
from .extract import extract
from .fetch import Fetched, expand, fetch, is_url
from .model import Disclosure
from .quads import Place, to_quads
from .readers import Text, read_document
from .version import reader_version

BATCH = 100
"""Documents a transaction: a crash costs at most the batch in hand."""

Kind = Literal[
    "recorded", "new-version", "further-source", "unchanged", "withdrawn", "not-a-disclosure", "quarantined",
    "unreadable",
]  # fmt: skip
FAILED: tuple[Kind, ...] = ("quarantined", "unreadable")
ADDED: dict[str, Kind] = {
    "new": "recorded",
    "new-version": "new-version",
    "copy": "further-source",
    "unchanged": "unchanged",
    "withdrawn": "withdrawn",
}
Item = TypeVar("Item")
Listener = Callable[["DocumentResult"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """What became of one document. trouble: one line for people; warnings: codes of what could not be read."""

    location: str
    result: Kind
    iri: str | None = None
    reason: str | None = None
    trouble: str | None = None
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "location": self.location,
            "result": self.result,
            "disclosure": self.iri,
            "reason": self.reason,
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a run."""

    results: tuple[DocumentResult, ...]

    @property
    def failed(self) -> int:
        """How many documents could not be read or were quarantined."""
        return sum(result.result in FAILED for result in self.results)

    @property
    def done(self) -> int:
        """How many documents were dealt with; one that is no disclosure counts."""
        return len(self.results) - self.failed

    def counts(self) -> dict[str, int]:
        """Documents by result."""
        return dict(Counter(result.result for result in self.results))

    def sentence(self) -> str:
        """The counts in words."""
        parts = [f"{count} {kind.replace('-', ' ')}" for kind, count in self.counts().items()]
        return f"{len(self.results)} documents: {', '.join(parts)}" if parts else "no documents"

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {"documents": [result.to_json() for result in self.results], "counts": self.counts()}


def ingest(
    places: Sequence[str], settings: Settings, vocabulary: Vocabulary, record: Record, *, report: Listener
) -> Summary:
    """Read every place and record what it says; ``report`` is told of each document as it is done.

    Documents fail one by one; what is wrong with the home is raised (HomeError), and the batches before it stand.
    """
    run = _Run(settings, vocabulary, record)
    return _in_batches(expand(places), run.document, record, report)


def reread(settings: Settings, vocabulary: Vocabulary, record: Record, *, report: Listener) -> Summary:
    """Read again, with today's reader, every kept text that another reader read last."""
    run = _Run(settings, vocabulary, record)
    return _in_batches(record.texts_to_reread(run.reader), run.kept, record, report)


def _in_batches(
    items: Iterable[Item], read: Callable[[Item], DocumentResult], record: Record, report: Listener
) -> Summary:
    results: list[DocumentResult] = []
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        with record.batch():
            done = [read(item) for item in batch]
        for result in done:
            report(result)
        results += done
    return Summary(tuple(results))


class _Run:
    """What one run keeps for every document: settings, vocabulary, record and the version of the reader."""

    def __init__(self, settings: Settings, vocabulary: Vocabulary, record: Record) -> None:
        self.settings = settings
        self.vocabulary = vocabulary
        self.record = record
        self.reader = reader_version(vocabulary)

    def document(self, place: str) -> DocumentResult:
        """Fetch one place, and record what it says unless these bytes were read before."""
        try:
            found = fetch(place, self.settings.max_document_bytes)
        except DocumentError as error:
            return DocumentResult(location=place, result="unreadable", reason=str(error), trouble=str(error))
        source = self._source(place, found)
        known = self.record.already_read(source.sha256, source.location, self.reader)
        if known is not None:
            return _known(place, known)
        try:
            text = read_document(
                found.data,
                name=place,
                url=found.url,
                media_type=found.media_type,
                max_bytes=self.settings.max_document_bytes,
            )
        except DocumentError as error:
            self.record.reject(source, str(error), readable=False)
            return DocumentResult(location=place, result="unreadable", reason=str(error), trouble=str(error))
        return self._record(place, self._typed(source, text), text)

    def kept(self, kept: KeptText) -> DocumentResult:
        """Read one kept text again."""
        source = kept.source
        text = Text(kept.text, source.media_type, source.sha256, source.url)
        again = Source(
            sha256=source.sha256,
            location=source.location,
            url=source.url,
            media_type=source.media_type,
            bytes=source.bytes,
            reader_version=self.reader,
        )
        letter = extract(text, self.vocabulary)
        if letter.kind != "disclosure":
            return self._take_back(kept, again, letter.kind_reason or "no disclosure")
        return self._letter(source.location, again, letter)

    def _take_back(self, kept: KeptText, source: Source, reason: str) -> DocumentResult:
        """A better reader sees no disclosure where an earlier one did: a version without facts follows."""
        identity = self.record.identify(authority=None, reference=None, text=kept.text, location=source.location)
        self.record.add(Reading(source=source, identity=identity, text=kept.text, quads=[]))
        trouble = f"{source.location}: not a disclosure ({reason}); its facts are taken back"
        return DocumentResult(
            location=source.location, result="not-a-disclosure", iri=kept.iri, reason=reason, trouble=trouble
        )

    def _record(self, place: str, source: Source, text: Text) -> DocumentResult:
        letter = extract(text, self.vocabulary)
        if letter.kind != "disclosure":
            reason = letter.kind_reason or "no disclosure"
            self.record.reject(source, reason)
            return DocumentResult(
                location=place,
                result="not-a-disclosure",
                reason=reason,
                trouble=f"{place}: not a disclosure ({reason})",
            )
        return self._letter(place, source, letter)

    def _letter(self, place: str, source: Source, letter: Disclosure) -> DocumentResult:
        identity = self.record.identify(
            authority=letter.authority.id if letter.authority else None,
            reference=letter.reference.value if letter.reference else None,
            text=letter.text,
            location=source.location,
        )
        if identity.status in ("copy", "withdrawn"):
            return self._add(place, source, identity, letter, [], None)
        quads = to_quads(letter, Place(identity.iri, identity.graph), self.vocabulary)
        found = validate(quads)
        if found.violations:
            self.record.quarantine(source, f"{len(found.violations)} violations", found.text())
            first = found.violations[0].message
            trouble = f"{place}: quarantined, its graph is malformed ({first}); `foigraph validate` shows the report"
            return DocumentResult(location=place, result="quarantined", reason=found.text(), trouble=trouble)
        return self._add(place, source, identity, letter, canonical_lines(quads), found)

    def _add(
        self,
        place: str,
        source: Source,
        identity: Identity,
        letter: Disclosure,
        lines: list[str],
        found: Report | None,
    ) -> DocumentResult:
        findings = finding_quads(found, identity.iri, identity.findings) if found else []
        added = self.record.add(
            Reading(
                source=source,
                identity=identity,
                text=letter.text,
                quads=lines,
                findings=canonical_lines(findings),
            )
        )
        return DocumentResult(
            location=place,
            result=ADDED[added.status],
            iri=added.iri,
            reason=_reason(added.status, added.iri),
            warnings=tuple(dict.fromkeys(warning.code for warning in letter.warnings)),
        )

    def _source(self, place: str, found: Fetched) -> Source:
        return Source(
            sha256=sha256(found.data).hexdigest(),
            location=place if is_url(place) else str(Path(place).resolve()),
            url=found.url,
            media_type=found.media_type or "application/octet-stream",
            bytes=len(found.data),
            reader_version=self.reader,
        )

    @staticmethod
    def _typed(source: Source, text: Text) -> Source:
        return Source(
            sha256=source.sha256,
            location=source.location,
            url=source.url,
            media_type=text.media_type,
            bytes=source.bytes,
            reader_version=source.reader_version,
        )


def _known(place: str, entry: LedgerEntry) -> DocumentResult:
    """These bytes were read here before, by this reader: say again what came of it; what failed, failed again."""
    if entry.result in ("unreadable", "quarantined"):
        kind: Kind = "unreadable" if entry.result == "unreadable" else "quarantined"
        return DocumentResult(location=place, result=kind, reason=entry.reason, trouble=f"{place}: {entry.reason}")
    if entry.result == "not-a-disclosure":
        return DocumentResult(location=place, result="not-a-disclosure", reason=entry.reason)
    if entry.result == "withdrawn":
        return DocumentResult(location=place, result="withdrawn", iri=entry.disclosure, reason=entry.reason)
    return DocumentResult(location=place, result="unchanged", iri=entry.disclosure)


def _reason(status: str, iri: str) -> str | None:
    if status == "copy":
        return f"the same letter as {iri}, from another place"
    if status == "withdrawn":
        return f"{iri} was withdrawn, and stays so"
    return None
