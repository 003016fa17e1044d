"""The texts of a snapshot: searched, read, shared between snapshots, and never those of an older version."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foigraph.core.errors import DamagedError
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.snapshots import current, open_snapshot
from foigraph.store.texts import MARK, Texts

Letters = ModuleType


def found(home: Path, words: str) -> list[str]:
    with open_snapshot(home) as snapshot, Texts.open(snapshot.path) as texts:
        return [hit.disclosure.rpartition("/")[2] for hit in texts.search(words)]


def segments(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "snapshots" / current(home) / "texts").glob("*.sqlite"))


def test_letters_are_found_by_their_words_with_the_words_marked(home: Path, record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", "We neither confirm nor deny the use of Gait recognition.")
    letters.add(record, "2/2022", "The force holds no drones.")
    publish(record, letters.static_graphs())
    assert found(home, "gait RECOGNITION") == ["1-2022"]
    assert found(home, "the") == ["2-2022", "1-2022"] or found(home, "the") == ["1-2022", "2-2022"]
    assert found(home, "gait drones") == []
    assert found(home, "!?") == []
    with open_snapshot(home) as snapshot, Texts.open(snapshot.path) as texts:
        (hit,) = texts.search("drones")
        assert f"{MARK[0]}drones{MARK[1]}" in hit.excerpt
        assert texts.text(hit.disclosure) == "The force holds no drones."
        assert texts.text("https://example.org/none") is None


def test_an_older_version_is_no_longer_found_and_its_segment_is_shared(
    home: Path, record: Record, letters: Letters
) -> None:
    with record.batch():
        for number in range(9):
            letters.add(record, f"{number}/2022", letters.text(f"zebra{number}"))
    publish(record, letters.static_graphs())
    (first,) = segments(home)
    letters.add(record, "3/2022", letters.text("yak"))
    publish(record, letters.static_graphs())
    assert segments(home)[0] == first
    assert len(segments(home)) == 2
    assert found(home, "zebra3") == []
    assert found(home, "yak") == ["3-2022"]
    assert found(home, "zebra4") == ["4-2022"]


def test_small_segments_are_merged_so_that_there_are_few(home: Path, record: Record, letters: Letters) -> None:
    for number in range(20):
        letters.add(record, f"{number}/2022", letters.text(f"zebra{number}"))
        publish(record, letters.static_graphs())
    assert len(segments(home)) <= 4
    assert all(found(home, f"zebra{number}") == [f"{number}-2022"] for number in range(20))


def test_a_segment_that_was_damaged_is_not_taken_over(home: Path, record: Record, letters: Letters) -> None:
    letters.add(record, "1/2022", letters.text("zebra"))
    publish(record, letters.static_graphs())
    path = home / "snapshots" / current(home) / "texts" / segments(home)[0]
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"zebra", b"zebre"))
    letters.add(record, "2/2022", letters.text("yak"))
    with pytest.raises(DamagedError, match="publish --rebuild"):
        publish(record, letters.static_graphs())
    publish(record, letters.static_graphs(), rebuild=True)
    assert found(home, "zebra") == ["1-2022"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(words=st.text(max_size=60))
def test_whatever_is_typed_is_words_and_never_an_error(
    tmp_path_factory: pytest.TempPathFactory, letters: Letters, words: str
) -> None:
    home = tmp_path_factory.getbasetemp() / "search-home"
    if not home.exists():
        with Record.open(home, write=True, base=letters.BASE) as record:
            letters.add(record, "1/2022", letters.text("zebra"))
            publish(record, letters.static_graphs())
    assert found(home, words) in ([], ["1-2022"])
