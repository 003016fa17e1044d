"""Withdrawal: nothing of a withdrawn letter is left under the home, and it does not come back."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from foigraph.core.errors import HomeError, NotFoundError, UsageError
from foigraph.ontology.terms import FOI
from foigraph.store import snapshots
from foigraph.store import withdraw as withdrawing
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.snapshots import open_snapshot, rollback, verify_snapshot
from foigraph.store.texts import Texts
from foigraph.store.withdraw import withdraw

Letters = ModuleType
REASON = "asked for by the authority"


def contents(path: Path) -> Iterator[bytes]:
    """A file's bytes, what its database has in each cell, and both once more with what is compressed opened."""
    data = path.read_bytes()
    yield data
    yield from opened(data)
    if data.startswith(b"SQLite format 3"):
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
            for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
                for row in db.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - names of the file itself
                    for cell in row:
                        blob = cell if isinstance(cell, bytes) else str(cell).encode()
                        yield blob
                        yield from opened(blob)


def opened(data: bytes) -> Iterator[bytes]:
    """Every zlib stream that begins anywhere in the data, as far as it goes."""
    place = data.find(b"\x78\x9c")
    while place >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[place:])
        place = data.find(b"\x78\x9c", place + 1)


def holders(home: Path, token: str) -> set[str]:
    sought = token.encode()
    return {
        path.relative_to(home).as_posix().removesuffix("-wal")
        for path in home.rglob("*")
        if path.is_file() and any(sought in found for found in contents(path))
    }


def a_home_with(record: Record, letters: Letters, token: str) -> str:
    """Other letters, and one with the token in text, facts, findings, place and report, in three versions."""
    for number in range(5):
        letters.add(record, f"{number}/2022", letters.text(f"number {number}"))
    publish(record, letters.static_graphs())
    place = f"/home/{token}/letter.txt"
    iri = ""
    for turn in range(3):
        iri = letters.add(record, "99/2022", letters.text(f"{token} turn {turn}"), place).iri
        publish(record, letters.static_graphs())
    letters.add(record, "99/2022", letters.text(f"{token} turn 2"), f"https://example.net/{token}")
    record.quarantine(letters.source(f"{token}!", place, "0.2.0"), f"bad {token}", f"report on {token}")
    publish(record, letters.static_graphs())
    return iri


def test_no_file_under_the_home_holds_a_withdrawn_letter(home: Path, letters: Letters) -> None:
    token = secrets.token_hex(12)
    with Record.open(home, write=True, base=letters.BASE) as record:
        iri = a_home_with(record, letters, token)
        before = holders(home, token)
        assert {name.split("/")[0] for name in before} >= {"record.sqlite", "work", "snapshots"}
        tombstone = withdraw(record, "99/2022", REASON)
        assert (tombstone.iri, tombstone.reason) == (iri, REASON)
        assert holders(home, token) == set()
    assert holders(home, token) == set()
    assert len(snapshots.snapshots(home)) == 1
    assert verify_snapshot(home).documents == 5


def test_the_search_for_a_token_would_find_one(home: Path, record: Record, letters: Letters) -> None:
    token = secrets.token_hex(12)
    a_home_with(record, letters, token)
    publish(record, letters.static_graphs(), rebuild=True)
    found = holders(home, token)
    assert {name.split("/")[2] for name in found if name.startswith("snapshots/")} == {"store", "texts"}
    assert {name.split("/")[0] for name in found} == {"record.sqlite", "snapshots", "work"}
    record.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert "record.sqlite" in holders(home, token)


def test_a_tombstone_with_time_and_reason_stands_in_the_published_catalogue(
    home: Path, record: Record, letters: Letters
) -> None:
    iri = a_home_with(record, letters, secrets.token_hex(12))
    tombstone = withdraw(record, iri, REASON, letters.static_graphs())
    with open_snapshot(home) as snapshot, Texts.open(snapshot.path) as texts:
        assert texts.text(iri) is None
        store = Store.read_only(str(snapshot.store))
        said = {quad.predicate: quad.object for quad in store.quads_for_pattern(NamedNode(iri), None, None)}
        data = store.dump(format=RdfFormat.N_QUADS)
    assert said[FOI.withdrawalReason].value == REASON
    assert said[FOI.withdrawnAt].value == tombstone.withdrawn_at
    assert len(said) == 3
    assert data is not None
    assert f"{iri}#".encode() not in data


def test_a_withdrawn_letter_does_not_come_back_unasked(home: Path, record: Record, letters: Letters) -> None:
    token = secrets.token_hex(12)
    iri = a_home_with(record, letters, token)
    withdraw(record, iri, REASON)
    body = letters.text(f"{token} turn 1")
    entry = record.already_read(letters.source(body, "new.txt").sha256, "new.txt", "any reader")
    assert entry is not None
    assert (entry.result, entry.disclosure, entry.reason) == ("withdrawn", iri, REASON)
    place = f"/home/{token}/letter.txt"
    attempts = [
        ("99/2022", letters.text("the same place"), place),
        ("99/22", letters.text("the same reference elsewhere"), "https://example.net/another"),
        (None, body, "the-same-text.txt"),
    ]
    for reference, words, where in attempts:
        added = letters.add(record, reference, words, where)
        assert (added.status, added.iri) == ("withdrawn", iri)
    assert holders(home, "the same reference elsewhere") == set()
    with pytest.raises(NotFoundError, match="was withdrawn on"):
        withdraw(record, iri, REASON)
    assert not publish(record, letters.static_graphs()).changed


def test_a_withdrawn_letter_under_an_old_name_leaves_one_tombstone_and_the_redirect(
    home: Path, record: Record, letters: Letters
) -> None:
    old = letters.add(record, None, letters.text("drones"), "b.txt")
    new = letters.add(record, "7/2022", letters.text("drones"), "b.txt", reader="0.2.0")
    publish(record, letters.static_graphs())
    assert withdraw(record, old.iri, REASON).iri == new.iri
    assert record.resolve(old.iri) == new.iri
    assert verify_snapshot(home).documents == 0


def test_older_snapshots_go_even_if_they_are_in_use_and_a_copy_put_back_is_refused(
    home: Path, tmp_path: Path, record: Record, letters: Letters
) -> None:
    iri = a_home_with(record, letters, secrets.token_hex(12))
    old = snapshots.snapshots(home)[0].id
    shutil.copytree(home / "snapshots" / old, tmp_path / "copy")
    with open_snapshot(home, old) as held:
        withdraw(record, iri, REASON)
        assert not held.path.exists()
    shutil.copytree(tmp_path / "copy", home / "snapshots" / old)
    with pytest.raises(UsageError, match="before a withdrawal"):
        rollback(record, old)
    assert snapshots.current(home) != old


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["_scrub_database", "make_snapshot", "sweep", "remove"])
def test_a_withdrawal_cut_short_anywhere_is_finished_by_the_next_writer(
    home: Path, letters: Letters, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    token = secrets.token_hex(12)

    def end(*_arguments: object, **_options: object) -> None:
        raise Killed

    module = withdrawing.snapshots if step in {"sweep", "remove"} else withdrawing
    with Record.open(home, write=True, base=letters.BASE) as record:
        a_home_with(record, letters, token)
        monkeypatch.setattr(module, step, end)
        with pytest.raises(Killed):
            withdraw(record, "99/2022", REASON)
        monkeypatch.undo()
    with Record.open(home, write=True):
        pass
    assert holders(home, token) == set()
    assert verify_snapshot(home).documents == 5
    assert len(snapshots.snapshots(home)) == 1


def test_publishing_finishes_a_withdrawal_that_failed_in_the_same_run(
    home: Path, record: Record, letters: Letters
) -> None:
    token = secrets.token_hex(12)
    a_home_with(record, letters, token)
    record.db.execute("PRAGMA busy_timeout = 50")
    with Record.open(home, write=False) as reader:
        reader.db.execute("BEGIN")
        reader.db.execute("SELECT count(*) FROM texts").fetchone()
        with pytest.raises(HomeError, match="another process reads the record"):
            withdraw(record, "99/2022", REASON)
        reader.db.execute("COMMIT")
    publish(record, letters.static_graphs())
    assert holders(home, token) == set()


def test_nothing_needs_to_have_been_published(home: Path, record: Record, letters: Letters) -> None:
    token = secrets.token_hex(12)
    letters.add(record, "1/2022", letters.text(token), "a.txt")
    withdraw(record, "1/2022", REASON)
    assert holders(home, token) == set()
    assert not (home / "snapshots").exists()


def test_a_withdrawal_needs_a_reason_and_a_letter(record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    with pytest.raises(UsageError, match="reason"):
        withdraw(record, "1/2022", "  ")
    with pytest.raises(NotFoundError):
        withdraw(record, "2/2022", REASON)
    assert len(list(record.current_versions())) == 1


def test_other_letters_with_the_same_text_or_reader_are_left_alone(record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", letters.text("one"), "a.txt")
    letters.add(record, "2/2022", letters.text("two"), "b.txt")
    withdraw(record, "1/2022", REASON)
    (left,) = record.current_versions()
    assert record.text(left) == letters.text("two")
    assert [entry.result for entry in record.ledger()] == ["withdrawn", "recorded"]
