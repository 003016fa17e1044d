"""publish, snapshots and withdraw, and what a troubled data directory says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from subprocess import CompletedProcess

from foigraph.store.lock import writer_lock

Run = Callable[..., CompletedProcess[str]]
EXAMPLES = Path(str(files("foigraph.examples")))
ONE, TWO = EXAMPLES / "barsetshire-214-2022.txt", EXAMPLES / "wessex-vale-foi-11873.txt"
QUERY = ("query", "forces-citing-exemption", "--exemption", "31", "--format", "csv")


def snapshot_ids(run: Run, home: Path) -> list[str]:
    return [entry["id"] for entry in json.loads(run("snapshots", "list", home=home).stdout)]


def test_snapshots_are_listed_verified_and_rolled_back_to(run: Run, home: Path) -> None:
    run("ingest", str(ONE), home=home)
    run("ingest", str(TWO), home=home)
    new, old = snapshot_ids(run, home)
    assert "whole" in run("snapshots", "verify", home=home).stdout
    assert "Wessex Vale" in run(*QUERY, home=home).stdout
    assert run("snapshots", "rollback", old, home=home).returncode == 0
    assert "Wessex Vale" not in run(*QUERY, home=home).stdout
    assert run("snapshots", "rollback", new, home=home).returncode == 0
    assert "Wessex Vale" in run(*QUERY, home=home).stdout


def test_a_rebuild_changes_nothing_that_is_said(run: Run, home: Path) -> None:
    run("ingest", str(ONE), str(TWO), home=home)
    dump = ("sparql", "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o", "--format", "csv")
    before = run(*dump, home=home).stdout
    assert run("publish", "--rebuild", home=home).returncode == 0
    assert run(*dump, home=home).stdout == before
    assert before.count("\n") > 1_000


def test_a_withdrawn_letter_is_gone_and_stays_gone(run: Run, home: Path) -> None:
    run("ingest", str(ONE), str(TWO), home=home)
    done = run("withdraw", "wessex-vale/foi-11873", "--reason", "published in error", home=home)
    assert done.returncode == 0
    assert "Wessex Vale" not in run(*QUERY, home=home).stdout
    assert len(snapshot_ids(run, home)) == 1
    again = json.loads(run("ingest", str(TWO), "--json", home=home).stdout)
    assert again["counts"] == {"withdrawn": 1}


def test_an_unknown_letter_cannot_be_withdrawn(run: Run, home: Path) -> None:
    run("ingest", str(ONE), home=home)
    done = run("withdraw", "1/1999", "--reason", "none", home=home)
    assert done.returncode == 2
    assert "1/1999" in done.stderr


def test_a_locked_home_names_the_process_that_writes(run: Run, home: Path) -> None:
    home.mkdir()
    with writer_lock(home):
        done = run("ingest", str(ONE), home=home)
    assert done.returncode == 1
    assert "is writing" in done.stderr
    assert run("ingest", str(ONE), home=home).returncode == 0


def test_a_home_with_nothing_in_it_says_what_to_run(run: Run, home: Path) -> None:
    for words in (QUERY, ("sparql", "ASK {}"), ("snapshots", "verify"), ("validate",)):
        done = run(*words, home=home)
        assert done.returncode == 1, words
        assert "foigraph ingest" in done.stderr
        assert done.stdout == ""


def test_a_damaged_snapshot_is_refused_with_the_command_that_mends_it(run: Run, home: Path) -> None:
    run("ingest", str(ONE), home=home)
    largest = max((home / "current" / "store").resolve().glob("*.sst"), key=lambda path: path.stat().st_size)
    largest.chmod(0o644)
    data = bytearray(largest.read_bytes())
    data[len(data) // 2] ^= 0xFF
    largest.unlink()  # the working store has the same file by hard link
    largest.write_bytes(data)
    done = run(*QUERY, home=home)
    assert done.returncode == 1
    assert "foigraph publish --rebuild" in done.stderr
    assert run("publish", "--rebuild", home=home).returncode == 0
    assert run(*QUERY, home=home).returncode == 0


def test_a_missing_snapshot_is_named_with_the_command_that_mends_it(run: Run, home: Path) -> None:
    run("ingest", str(ONE), home=home)
    for path in (home / "snapshots").rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(home / "snapshots")
    done = run(*QUERY, home=home)
    assert done.returncode == 1
    assert "foigraph publish" in done.stderr
    assert run("publish", home=home).returncode == 0
    assert run(*QUERY, home=home).returncode == 0


def test_another_base_than_the_record_has_is_refused(run: Run, home: Path) -> None:
    run("ingest", str(ONE), home=home)
    done = run("ingest", str(ONE), home=home, FOIGRAPH_BASE="https://example.net/")
    assert done.returncode == 2
    assert "FOIGRAPH_BASE" in done.stderr


def test_a_record_that_rollback_or_prune_makes_has_the_base_that_was_set(run: Run, home: Path) -> None:
    assert run("snapshots", "prune", home=home).returncode == 0
    assert run("ingest", str(ONE), home=home).returncode == 0
