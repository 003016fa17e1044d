"""From places to the record: what is recorded, what is refused, and what is left alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from foigraph.core.settings import Settings
from foigraph.examples import letters
from foigraph.ingest import pipeline
from foigraph.ingest.model import Disclosure
from foigraph.ingest.pipeline import Summary, reread
from foigraph.ingest.static import static_graphs
from foigraph.ontology.vocabulary import Vocabulary
from foigraph.store.canonical import check
from foigraph.store.publish import publish
from foigraph.store.record import Record

Read = Callable[..., Summary]
LETTER = next(Path(str(letter)) for letter in letters() if letter.name.startswith("barsetshire"))
OTHER = next(Path(str(letter)) for letter in letters() if letter.name.startswith("loamshire"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(LETTER, tmp_path / "letter.txt"))


def test_every_example_is_recorded_without_a_violation_in_canonical_form(read: Read, record: Record) -> None:
    summary = read(*(Path(str(letter)) for letter in letters()))
    assert summary.counts() == {"recorded": 10}
    for version in record.current_versions():
        check(record.quads(version), version.graph)


def test_the_same_bytes_change_nothing_and_it_says_so(read: Read, record: Record, copy: Path) -> None:
    read(copy)
    before = (record.ledger(), record.current_versions())
    assert read(copy).counts() == {"unchanged": 1}
    assert (record.ledger(), record.current_versions()) == before


def test_changed_bytes_make_a_new_version_and_the_old_one_is_kept(read: Read, record: Record, copy: Path) -> None:
    (first,) = read(copy).results
    copy.write_text(copy.read_text(encoding="utf-8").replace("14/09/2022", "15/09/2022"), encoding="utf-8")
    (second,) = read(copy).results
    assert (second.result, second.iri) == ("new-version", first.iri)
    old, new = record.versions(str(first.iri))
    assert (new.number, new.previous, new.is_current, old.is_current) == (2, 1, True, False)
    assert any('"2022-09-14"' in line for line in record.quads(old))
    assert any('"2022-09-15"' in line for line in record.quads(new))


def test_the_same_letter_from_another_place_is_one_disclosure(read: Read, record: Record, copy: Path) -> None:
    read(copy)
    again = Path(shutil.copy(copy, copy.with_name("mirror.txt")))
    (result,) = read(again).results
    assert result.result == "further-source"
    assert len(record.current_versions()) == 1


def test_a_document_that_is_no_disclosure_leaves_its_hash_and_reason_alone(
    read: Read, record: Record, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Minutes of the allotment society\nThe marrow show was well attended.\n")
    (result,) = read(note).results
    (entry,) = record.ledger()
    assert result.result == "not-a-disclosure"
    assert (entry.result, entry.source.sha256) == ("not-a-disclosure", sha256(note.read_bytes()).hexdigest())
    assert entry.reason == result.reason
    assert record.current_versions() == []
    assert record.db.execute("SELECT COUNT(*) FROM texts").fetchone() == (0,)


def malformed(text: object, vocabulary: Vocabulary, extract: Callable[..., Disclosure]) -> Disclosure:
    """What a broken rule might make of a letter: a reference whose place is upside down."""
    letter = extract(text, vocabulary)
    if letter.reference is None or letter.reference.value != "214/2022":
        return letter
    start, end = letter.reference.span or (0, 0)
    return replace(letter, reference=replace(letter.reference, span=type(letter.reference.span)(end, start)))  # type: ignore[misc]


def test_a_malformed_graph_is_quarantined_with_a_report_and_the_rest_recorded(
    read: Read, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.extract
    monkeypatch.setattr(pipeline, "extract", lambda text, vocabulary: malformed(text, vocabulary, real))
    summary = read(LETTER, OTHER)
    assert [result.result for result in summary.results] == ["quarantined", "recorded"]
    ((place, report),) = record.quarantined()
    assert place.endswith(LETTER.name)
    assert "violation" in report
    assert str(summary.results[0].trouble).count("\n") == 0
    assert len(record.current_versions()) == 1


def test_reread_by_a_better_reader_makes_a_version_only_where_facts_change(
    read: Read, settings: Settings, record: Record, fictional: Vocabulary, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(copy, OTHER)
    monkeypatch.setattr(pipeline, "reader_version", lambda _: "better")
    real = pipeline.extract

    def better(text: object, vocabulary: Vocabulary) -> Disclosure:
        letter = real(text, vocabulary)  # type: ignore[arg-type]
        return replace(letter, caveats=()) if "Barsetshire" in letter.text else letter

    monkeypatch.setattr(pipeline, "extract", better)
    summary = reread(settings, fictional, record, report=lambda _: None)
    assert sorted(summary.counts().items()) == [("new-version", 1), ("unchanged", 1)]
    assert reread(settings, fictional, record, report=lambda _: None).results == ()


def test_reread_takes_back_the_facts_of_what_is_no_disclosure_after_all(
    read: Read, settings: Settings, record: Record, fictional: Vocabulary, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(copy)
    graphs = static_graphs(settings, fictional)
    assert publish(record, graphs).documents == 1
    monkeypatch.setattr(pipeline, "reader_version", lambda _: "better")
    real = pipeline.extract
    monkeypatch.setattr(
        pipeline,
        "extract",
        lambda text, vocabulary: replace(real(text, vocabulary), kind="not-a-disclosure", kind_reason="an index"),
    )
    summary = reread(settings, fictional, record, report=lambda _: None)
    assert summary.counts() == {"not-a-disclosure": 1}
    assert publish(record, graphs).documents == 0
    assert reread(settings, fictional, record, report=lambda _: None).results == ()
