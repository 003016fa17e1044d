"""Publishing: the same from scratch as step by step; nothing wrong is switched to; nothing new, nothing made."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection
from types import ModuleType

import pytest
from pyoxigraph import RdfFormat, Store

from foigraph.core.errors import DamagedError, DuplicateTripleError
from foigraph.ontology.terms import FOI
from foigraph.store import canonical, versions
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.snapshots import current, open_snapshot, snapshots, verify_snapshot
from foigraph.store.versions import Reading

Letters = ModuleType


def dump(home: Path) -> list[str]:
    with open_snapshot(home) as snapshot:
        data = Store.read_only(str(snapshot.store)).dump(format=RdfFormat.N_QUADS)
    assert data is not None
    return sorted(canonical.from_bytes(data))


def a_history(record: Record, letters: Letters) -> None:
    """Letters, then changes to them, each published: new versions, copies, a corrected name, findings, vocabulary."""
    for number in range(6):
        letters.add(record, f"{number}/2022", letters.text(f"number {number}"))
    publish(record, letters.static_graphs())
    letters.add(record, "1/2022", letters.text("number 1 changed"), provision="foia2000-24")
    letters.add(record, "2/2022", letters.text("number 2"), "https://example.net/copy")
    letters.add(record, None, letters.text("nameless"), "nameless.txt")
    publish(record, letters.static_graphs())
    letters.add(record, "77/2022", letters.text("nameless"), "nameless.txt", reader="0.2.0")
    publish(record, letters.static_graphs("Section 23 (bodies dealing with security matters)"))


def test_a_store_rebuilt_from_the_record_is_the_same_triple_for_triple(
    home: Path, record: Record, letters: Letters
) -> None:
    a_history(record, letters)
    step_by_step = dump(home)
    before = verify_snapshot(home)
    after = publish(record, letters.static_graphs("Section 23 (bodies dealing with security matters)"), rebuild=True)
    assert after.id != before.id
    assert (after.contents, after.graphs, after.quads) == (before.contents, before.graphs, before.quads)
    assert dump(home) == step_by_step
    assert len(step_by_step) == after.quads


def test_a_snapshot_holds_just_the_current_versions_and_what_is_derived_from_them(
    home: Path, record: Record, letters: Letters
) -> None:
    a_history(record, letters)
    lines = dump(home)
    graphs = {line.rpartition("<")[2].removesuffix("> .").removeprefix(f"{letters.BASE}graph/") for line in lines}
    keys = ["0-2022", "1-2022", "2-2022", "3-2022", "4-2022", "5-2022", "77-2022"]
    versions = {"1-2022": 2, "77-2022": 2}
    assert graphs == {"catalogue", "vocabulary"} | {
        f"{kind}/barsetshire/{key}{f'/{versions.get(key, 1)}' if kind == 'disclosure' else ''}"
        for kind in ("disclosure", "derived", "findings")
        for key in keys
    }


def test_publishing_the_same_contents_again_makes_no_snapshot_and_says_so(
    home: Path, record: Record, letters: Letters
) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    first = publish(record, letters.static_graphs())
    again = publish(record, letters.static_graphs())
    assert first.changed
    assert not again.changed
    assert again.id == first.id
    assert len(snapshots(home)) == 1


def test_an_empty_record_can_be_published(home: Path, record: Record, letters: Letters) -> None:
    made = publish(record, letters.static_graphs())
    assert made.documents == 0
    assert verify_snapshot(home).id == made.id == current(home)


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_triple_in_two_graphs_is_refused_with_both_named_and_nothing_switched(
    home: Path, record: Record, letters: Letters, rebuild: bool
) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    good = publish(record, letters.static_graphs())
    planted = next(line for lines in letters.static_graphs().values() for line in lines)
    triple = canonical.triples([planted], f"{letters.BASE}graph/vocabulary")[0]
    identity = record.identify(authority="x", reference="2/22", text="two", location="two.txt")
    lines = sorted([*canonical.canonical_lines(letters.quads(identity, "two")), f"{triple} <{identity.graph}> ."])
    record.add(Reading(source=letters.source("two", "two.txt"), identity=identity, text="two", quads=lines))
    with pytest.raises(DuplicateTripleError) as caught:
        publish(record, letters.static_graphs(), rebuild=rebuild)
    assert triple in str(caught.value)
    assert identity.graph in str(caught.value)
    assert f"{letters.BASE}graph/vocabulary" in str(caught.value)
    assert current(home) == good.id
    with pytest.raises(DuplicateTripleError):
        publish(record, letters.static_graphs())


def test_a_triple_that_is_derived_and_stated_too_is_refused(record: Record, letters: Letters) -> None:
    identity = record.identify(authority="x", reference="2/22", text="two", location="two.txt")
    stated = f"<{identity.iri}> {FOI.reliesOn} <https://w3id.org/foigraph/provision/foia2000-23> <{identity.graph}> ."
    lines = sorted([*canonical.canonical_lines(letters.quads(identity, "two")), stated])
    record.add(Reading(source=letters.source("two", "two.txt"), identity=identity, text="two", quads=lines))
    with pytest.raises(DuplicateTripleError, match="reliesOn"):
        publish(record, letters.static_graphs())


def test_a_letter_more_does_not_have_old_letters_read_again(
    record: Record, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        letters.add(record, f"{number}/2022", letters.text(f"number {number}"))
    publish(record, letters.static_graphs())
    read: list[int] = []
    real = versions.lines

    def seen(db: Connection, disclosure: int, number: int) -> tuple[list[str], list[str]]:
        read.append(disclosure)
        return real(db, disclosure, number)

    monkeypatch.setattr(versions, "lines", seen)
    letters.add(record, "30/2022", letters.text("number 30"))
    assert publish(record, letters.static_graphs()).documents == 31
    assert read == [31]
    publish(record, letters.static_graphs(), rebuild=True)
    assert len(read) == 32


def test_a_reading_without_facts_takes_back_what_an_earlier_one_said(
    home: Path, record: Record, letters: Letters
) -> None:
    body = letters.text("no disclosure after all")
    letters.add(record, "1/2022", body, "a.txt")
    letters.add(record, "2/2022", letters.text("two"), "b.txt")
    assert publish(record, letters.static_graphs()).documents == 2
    identity = record.identify(authority="barsetshire", reference="1/2022", text=body, location="a.txt")
    source = letters.source(body, "a.txt", "0.2.0")
    added = record.add(Reading(source=source, identity=identity, text=body, quads=[]))
    assert (added.status, added.version) == ("new-version", 2)
    made = publish(record, letters.static_graphs())
    assert made.documents == 1
    assert not any("/disclosure/barsetshire/1-2022/" in line and "/catalogue>" not in line for line in dump(home))
    assert publish(record, letters.static_graphs(), rebuild=True).contents == made.contents
    verify_snapshot(home)


def test_what_stands_in_a_directory_of_its_own_is_gone_after_a_killed_publisher(
    home: Path, record: Record, letters: Letters
) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    publish(record, letters.static_graphs())
    (home / "snapshots" / ".building-1" / "store").mkdir(parents=True)
    (home / "work" / "99").mkdir()
    (home / "work" / "99" / "bulk-1.sst").write_bytes(b"x" * 1000)
    (home / ".current-1").symlink_to("nowhere")
    letters.add(record, "2/2022", letters.text("two"))
    publish(record, letters.static_graphs())
    assert [path.name for path in (home / "snapshots").iterdir() if path.name.startswith(".")] == []
    assert len(list((home / "work").iterdir())) == 1
    assert not (home / ".current-1").is_symlink()


def files_of(directory: Path) -> list[Path]:
    return sorted(path for path in directory.rglob("*") if path.is_file())


def damage(path: Path) -> None:
    """Change thirty bytes in the middle of a file (all, or one more, in a smaller one), in a copy of its own."""
    data = bytearray(path.read_bytes())
    middle = max(0, len(data) // 2 - 15)
    data[middle : middle + 30] = bytes(byte ^ 0xFF for byte in data[middle : middle + 30]) or b"x"
    mode = path.stat().st_mode
    path.chmod(0o644)
    path.write_bytes(data)
    path.chmod(mode)


def test_thirty_changed_bytes_in_any_file_of_the_working_store_are_refused_until_it_is_rebuilt(
    home: Path, record: Record, letters: Letters
) -> None:
    letters.add(record, "1/2022", letters.text("one"))
    publish(record, letters.static_graphs())
    letters.add(record, "2/2022", letters.text("two"))
    (place,) = (home / "work").iterdir()
    paths = files_of(place)
    assert len(paths) > 5
    for path in paths:
        good = path.read_bytes()
        damage(path)
        before = current(home)
        with pytest.raises(DamagedError, match="publish --rebuild"):
            publish(record, letters.static_graphs())
        assert current(home) == before
        path.chmod(0o644)
        path.write_bytes(good)
    damage(paths[0])
    publish(record, letters.static_graphs(), rebuild=True)
    assert verify_snapshot(home).documents == 2
