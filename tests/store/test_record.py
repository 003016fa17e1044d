"""The record: who a letter is, what is read again, and one writer at a time."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

from foigraph.core.errors import DamagedError, HomeError, LockedHomeError, NotFoundError, UsageError
from foigraph.store.identity import similarity
from foigraph.store.record import Record
from foigraph.store.versions import Reading

Letters = ModuleType
COPY = "https://example.net/copy-of-one"


def test_an_iri_is_minted_from_authority_and_reference_with_a_four_digit_year(record: Record, letters: Letters) -> None:
    added = letters.add(record, "294/25", letters.text("gait"))
    assert added.iri == f"{letters.BASE}disclosure/barsetshire/294-2025"
    (version,) = record.versions(added.iri)
    assert version.graph == f"{letters.BASE}graph/disclosure/barsetshire/294-2025/1"


def test_without_a_reference_the_text_names_the_letter_and_without_an_authority_it_is_unknown(
    record: Record, letters: Letters
) -> None:
    body = letters.text("gait")
    identity = record.identify(authority=None, reference=None, text=body, location="a.txt")
    assert identity.iri == f"{letters.BASE}disclosure/unknown/x{identity.text_sha256[:12]}"


def test_the_same_bytes_read_by_the_same_reader_are_already_read(record: Record, letters: Letters) -> None:
    body = letters.text("gait")
    added = letters.add(record, "1/2022", body, "a.txt")
    read = letters.source(body, "a.txt")
    entry = record.already_read(read.sha256, "a.txt", read.reader_version)
    assert entry is not None
    assert (entry.result, entry.disclosure) == ("recorded", added.iri)
    assert record.already_read(read.sha256, "a.txt", "another reader") is None
    assert record.already_read(read.sha256, "elsewhere.txt", read.reader_version) is None
    assert record.already_read("0" * 64, "a.txt", read.reader_version) is None


def test_bytes_that_came_back_after_others_are_not_already_read(record: Record, letters: Letters) -> None:
    old, new = letters.text("gait"), letters.text("drones")
    for body in (old, new):
        letters.add(record, "1/2022", body, "a.txt")
    assert record.already_read(letters.source(old, "a.txt").sha256, "a.txt", letters.READER) is None
    assert letters.add(record, "1/2022", old, "a.txt").version == 3


def test_changed_bytes_at_the_same_place_are_a_new_version_linked_to_the_old_which_is_kept(
    record: Record, letters: Letters
) -> None:
    old, new = letters.text("gait"), letters.text("something else altogether")
    first = letters.add(record, "1/2022", old, "a.txt")
    second = letters.add(record, "2/2023", new, "a.txt")
    assert (second.status, second.iri, second.version) == ("new-version", first.iri, 2)
    one, two = record.versions(first.iri)
    assert (one.previous, two.previous, two.is_current) == (None, 1, True)
    assert (record.text(one), record.text(two)) == (old, new)
    assert any(old.split("\n")[0] in line for line in record.quads(one))


def test_the_same_letter_from_another_place_is_a_further_source_and_no_new_version(
    record: Record, letters: Letters
) -> None:
    body = letters.text("gait")
    first = letters.add(record, "1/2022", body)
    same = letters.add(record, "1/2022", body, COPY)
    framed = "Menu Home About\n" + body.replace("\n", " ") + "\nCookies and terms"
    similar = letters.add(record, "1/2022", framed, "https://example.net/framed")
    assert (same.status, same.iri, same.version) == ("copy", first.iri, 1)
    assert (similar.status, similar.iri) == ("copy", first.iri)
    assert len(record.versions(first.iri)) == 1
    assert [entry.is_copy for entry in record.ledger()] == [False, True, True]


def test_the_same_text_without_a_reference_is_one_disclosure_wherever_it_is(record: Record, letters: Letters) -> None:
    first = letters.add(record, None, letters.text("gait"), "a.txt")
    assert letters.add(record, None, letters.text("gait"), "b.txt").iri == first.iri


def test_two_letters_of_one_authority_with_one_reference_are_two_disclosures(record: Record, letters: Letters) -> None:
    first = letters.add(record, "1/2022", letters.text("gait"), "a.txt")
    other = "Thank you for your request about parking.\n" * 9
    second = letters.add(record, "1/2022", other, "b.txt")
    assert second.status == "new"
    assert second.iri.startswith(f"{first.iri}-x")
    assert len(second.iri) == len(first.iri) + 2 + 12
    with pytest.raises(UsageError, match="2 disclosures"):
        record.find("1/2022")
    assert letters.add(record, "1/2022", other + "More.", "c.txt").iri == second.iri


def test_similarity_leaves_layout_and_what_stands_around_out_of_account(letters: Letters) -> None:
    body = letters.text("gait")
    assert similarity(body, f"Menu\n{body.upper()}\nFoot".replace("\n", "  ")) > 0.95
    assert similarity(body, "Thank you for your request about parking, which we refuse.") < 0.1
    assert similarity("", "") == 1.0


def test_a_better_reader_that_sees_the_same_makes_no_new_version(record: Record, letters: Letters) -> None:
    added = letters.add(record, "1/2022", letters.text("gait"), "a.txt")
    assert [kept.iri for kept in record.texts_to_reread("0.2.0")] == [added.iri]
    again = letters.add(record, "1/2022", letters.text("gait"), "a.txt", reader="0.2.0")
    assert (again.status, again.version) == ("unchanged", 1)
    assert list(record.texts_to_reread("0.2.0")) == []


def test_a_better_reader_that_sees_more_makes_a_new_version_of_the_kept_text(record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", letters.text("gait"), "a.txt")
    (kept,) = record.texts_to_reread("0.2.0")
    assert kept.text == letters.text("gait")
    better = letters.add(record, "1/2022", kept.text, kept.source.location, reader="0.2.0", provision="foia2000-24")
    assert (better.status, better.version) == ("new-version", 2)


def test_a_name_once_minted_is_never_worked_out_again_but_a_stand_in_is_corrected_and_redirects(
    record: Record, letters: Letters
) -> None:
    named = letters.add(record, "1/2022", letters.text("gait"), "a.txt")
    assert letters.add(record, "9/2022", letters.text("gait!"), "a.txt", reader="0.2.0").iri == named.iri
    nameless = letters.add(record, None, letters.text("drones"), "b.txt")
    found = letters.add(record, "7/22", letters.text("drones"), "b.txt", reader="0.2.0")
    assert found.iri == f"{letters.BASE}disclosure/barsetshire/7-2022"
    assert record.resolve(nameless.iri) == found.iri
    assert record.find(nameless.iri).iri == found.iri
    assert [version.number for version in record.versions(found.iri)] == [1, 2]


def test_a_corrected_name_that_is_taken_is_not_taken_again(record: Record, letters: Letters) -> None:
    letters.add(record, "7/2022", letters.text("gait"), "a.txt")
    nameless = letters.add(record, None, letters.text("drones"), "b.txt")
    assert letters.add(record, "7/2022", letters.text("drones"), "b.txt", reader="0.2.0").iri == nameless.iri


@pytest.mark.parametrize("name", ["1/22", "1/2022", "1-2022", "barsetshire/1-2022"])
def test_a_disclosure_is_found_by_reference_key_and_path(record: Record, letters: Letters, name: str) -> None:
    added = letters.add(record, "1/22", letters.text("gait"))
    assert record.find(name).iri == added.iri
    with pytest.raises(NotFoundError):
        record.find("nothing of the kind")


def test_what_is_no_disclosure_leaves_hash_and_reason_and_nothing_else(record: Record, letters: Letters) -> None:
    body = "a policy about zyxwvut"
    record.reject(letters.source(body, "a.txt"), "a policy")
    entry = record.already_read(letters.source(body, "a.txt").sha256, "a.txt", letters.READER)
    assert entry is not None
    assert (entry.result, entry.reason, entry.disclosure) == ("not-a-disclosure", "a policy", None)
    assert list(record.current_versions()) == []
    for table in ("texts", "versions", "disclosures", "quarantine"):
        assert record.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608 - names of ours


def test_a_quarantined_source_keeps_its_report_until_it_is_read_well(record: Record, letters: Letters) -> None:
    body = letters.text("gait")
    record.quarantine(letters.source(body, "a.txt"), "1 violation", "the report")
    assert record.quarantined() == [("a.txt", "the report")]
    letters.add(record, "1/2022", body, "a.txt", reader="0.2.0")
    assert record.quarantined() == []


def test_lines_that_are_not_canonical_or_speak_of_another_letter_are_refused(record: Record, letters: Letters) -> None:
    identity = record.identify(authority="x", reference="1/2022", text="one", location="a.txt")
    node, graph = f"<{identity.iri}>", f"<{identity.graph}>"
    other = f"<{letters.BASE}disclosure/x/2-2022#citation-1>"
    wrong = [
        f'{node} {node} "7"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> {graph} .',
        f'{node} {node} "x"@EN {graph} .',
        f'{node}  {node} "two spaces" {graph} .',
        f'{node} {node} "elsewhere" <https://example.org/g> .',
        f'{other} {node} "of another letter" {graph} .',
        f'_:b {node} "blank" {graph} .',
        "nonsense",
    ]
    for line in wrong:
        with pytest.raises(ValueError):
            record.add(Reading(source=letters.source("one", "a.txt"), identity=identity, text="one", quads=[line]))
    assert record.ledger() == []


def test_a_batch_is_kept_whole_or_not_at_all(home: Path, record: Record, letters: Letters) -> None:
    def half() -> None:
        with record.batch():
            letters.add(record, "1/2022", letters.text("gait"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert list(record.current_versions()) == []
    letters.add(record, "1/2022", letters.text("gait"))
    with Record.open(home, write=False) as reader:
        assert len(list(reader.current_versions())) == 1


def test_threads_that_share_a_record_lose_no_update(record: Record, letters: Letters) -> None:
    def count() -> None:
        for _ in range(300):
            with record.batch():
                record.note("counter", str(int(record.noted("counter") or 0) + 1))

    def letter(number: int) -> None:
        letters.add(record, f"{number}/2022", letters.text(f"number {number}"))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(letter, range(40)))
    for thread in threads:
        thread.join()
    assert record.noted("counter") == "1200"
    assert len(list(record.current_versions())) == 40


def test_a_second_writer_is_told_who_the_first_is_and_what_to_do(home: Path, letters: Letters) -> None:
    program = [sys.executable, letters.__file__, "hold", str(home)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        pid = other.stdout.readline().strip()
        told = rf"process {pid} is writing.*wait until it has ended"
        with pytest.raises(LockedHomeError, match=told), Record.open(home, write=True):
            pass
        with Record.open(home, write=False) as reader:
            assert list(reader.current_versions()) == []
        other.send_signal(signal.SIGKILL)
    with Record.open(home, write=True):
        pass


@pytest.mark.usefixtures("record")
def test_a_second_writer_in_the_same_process_is_refused_too(home: Path) -> None:
    with pytest.raises(LockedHomeError, match=str(os.getpid())), Record.open(home, write=True):
        pass


def test_a_record_opened_for_reading_cannot_be_written_and_none_is_made(home: Path, letters: Letters) -> None:
    with pytest.raises(NotFoundError, match="no data directory"), Record.open(home, write=False):
        pass
    assert not home.exists()
    with Record.open(home, write=True):
        pass
    with Record.open(home, write=False) as reader, pytest.raises(UsageError):
        letters.add(reader, "1/2022", letters.text("gait"))


def test_another_base_than_the_record_was_made_with_is_refused(home: Path, record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", letters.text("gait"))
    told = pytest.raises(UsageError, match=r"FOIGRAPH_BASE to https://example\.org")
    with told, Record.open(home, write=False, base="https://other.example/"):
        pass


def test_a_record_that_is_damaged_or_no_record_is_an_error_of_ours(home: Path) -> None:
    home.mkdir()
    path = home / "record.sqlite"
    path.write_bytes(b"this is no database, but long enough to look at " * 40)
    for write in (True, False):
        with pytest.raises(DamagedError, match="backup"), Record.open(home, write=write):
            pass
    path.unlink()
    path.mkdir()
    with pytest.raises(HomeError), Record.open(home, write=True):
        pass


def test_texts_are_compressed_and_every_commit_is_synced(home: Path, record: Record, letters: Letters) -> None:
    body = letters.text("gait") * 50
    letters.add(record, "1/2022", body)
    assert record.db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert record.db.execute("PRAGMA secure_delete").fetchone() == (1,)
    assert record.db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with sqlite3.connect(f"file:{home / 'record.sqlite'}?mode=ro", uri=True) as db:
        (kept,) = db.execute("SELECT text FROM texts").fetchone()
    db.close()
    assert len(kept) < len(body) / 4
    assert zlib.decompress(kept).decode() == body
