"""extract, ingest, reread and validate, as people call them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]
EXAMPLES = Path(str(files("foigraph.examples")))
LETTER = EXAMPLES / "barsetshire-214-2022.txt"


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def test_extract_prints_one_json_object_a_document_in_a_pipe(run: Run) -> None:
    done = run("extract", str(EXAMPLES))
    records = [json.loads(line) for line in lines(done.stdout)]
    assert (done.returncode, done.stderr) == (0, "")
    assert len(records) == 10
    assert {record["kind"] for record in records} == {"disclosure"}


def test_extract_keeps_the_ids_of_json_lines(run: Run, tmp_path: Path) -> None:
    text = LETTER.read_text(encoding="utf-8")
    page = (EXAMPLES / "rutshire-foi-208-2025.html").read_text(encoding="utf-8")
    rows = [{"id": "a", "url": None, "text": text}, {"id": "b", "html": page}]
    source = tmp_path / "letters.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("extract", "--jsonl", str(source))
    records = [json.loads(line) for line in lines(done.stdout)]
    assert [(record["id"], record["force"]["id"]) for record in records] == [("a", "barsetshire"), ("b", "rutshire")]


def test_a_bad_line_of_json_lines_is_named_and_the_others_are_done(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "letters.jsonl"
    source.write_text('not json\n{"id": 1}\n' + json.dumps({"id": "a", "text": LETTER.read_text(encoding="utf-8")}))
    done = run("extract", "--jsonl", str(source))
    assert done.returncode == 3
    assert len(lines(done.stdout)) == 1
    assert [line.split(":")[1].strip().rpartition(", ")[2] for line in lines(done.stderr)] == ["line 1", "line 2"]


def bad_files(folder: Path) -> dict[str, str]:
    """Files that cannot be read, each with a word of the reason."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7\n" + bytes(200))
    (folder / "wrong.txt").write_bytes(bytes(range(128, 256)) * 3 + b"\x00\xff" * 40)
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    return {"missing.txt": "no such file", "empty.txt": "empty", "binary.txt": "", "letter.pdf": "PDF", "wrong.txt": "",
            "large.txt": "50,000,000"}  # fmt: skip


@pytest.mark.parametrize("verb", ["extract", "ingest"])
def test_each_unreadable_file_gets_one_line_with_a_remedy_and_the_others_are_done(
    run: Run, home: Path, tmp_path: Path, verb: str
) -> None:
    reasons = bad_files(tmp_path)
    done = run(verb, *(str(tmp_path / name) for name in reasons), str(LETTER), home=home)
    said = lines(done.stderr)
    assert done.returncode == 3
    assert len(said) == len(reasons)
    for line, (name, reason) in zip(said, reasons.items(), strict=True):
        assert line.startswith("foigraph: ")
        assert name in line
        assert reason in line
        assert "; " in line, "a remedy follows"
    assert "barsetshire" in done.stdout


def test_nothing_done_is_status_1(run: Run, home: Path, tmp_path: Path) -> None:
    assert run("ingest", str(tmp_path / "missing.txt"), home=home).returncode == 1
    assert run("extract", str(tmp_path / "missing.txt")).returncode == 1


def test_wrong_usage_is_status_2(run: Run) -> None:
    assert run("ingest").returncode == 2
    assert run("extract").returncode == 2
    assert run("nonsense").returncode == 2


def test_the_same_bytes_again_change_nothing_and_it_says_so(run: Run, home: Path) -> None:
    first = run("ingest", str(LETTER), "--json", home=home)
    again = run("ingest", str(LETTER), "--json", home=home)
    one, two = json.loads(first.stdout), json.loads(again.stdout)
    assert one["counts"] == {"recorded": 1}
    assert two["counts"] == {"unchanged": 1}
    assert one["snapshot"] == two["snapshot"]


def test_changed_bytes_make_a_new_version_and_a_new_snapshot(run: Run, home: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    shutil.copy(LETTER, letter)
    one = json.loads(run("ingest", str(letter), "--json", home=home).stdout)
    letter.write_text(letter.read_text(encoding="utf-8").replace("14/09/2022", "15/09/2022"), encoding="utf-8")
    two = json.loads(run("ingest", str(letter), "--json", home=home).stdout)
    assert two["counts"] == {"new-version": 1}
    assert two["documents"][0]["disclosure"] == one["documents"][0]["disclosure"]
    assert two["snapshot"] != one["snapshot"]
    asked = run(
        "sparql",
        "PREFIX foi: <https://w3id.org/foigraph/ns#> SELECT ?date { ?d foi:disclosedDate ?date }",
        "--format", "csv", home=home,
    )  # fmt: skip
    assert asked.stdout.split() == ["date", "2022-09-15"]


def test_what_is_no_disclosure_is_reported_and_counts_as_done(run: Run, home: Path, tmp_path: Path) -> None:
    note = tmp_path / "shopping.txt"
    note.write_text("Shopping for Saturday\n- six eggs\n- a pint of milk\n- marmalade from the market\n")
    done = run("ingest", str(note), "--json", home=home)
    summary = json.loads(done.stdout)
    assert done.returncode == 0
    assert summary["counts"] == {"not-a-disclosure": 1}
    assert summary["documents"][0]["reason"]
    assert "shopping.txt" in done.stderr
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"marmalade" not in kept


def test_ingest_without_publishing_shows_nothing_to_readers(run: Run, home: Path) -> None:
    assert run("ingest", "--no-publish", str(LETTER), home=home).returncode == 0
    asked = run("query", "outcomes-by-force", home=home)
    assert asked.returncode == 1
    assert "nothing has been published" in asked.stderr
    assert run("publish", home=home).returncode == 0
    assert run("query", "outcomes-by-force", home=home).returncode == 0


def test_reread_by_the_same_reader_has_nothing_to_do(run: Run, home: Path) -> None:
    run("ingest", str(LETTER), home=home)
    done = run("reread", home=home)
    assert done.returncode == 0
    assert "no documents" in done.stdout


def test_validate_finds_no_violation_in_what_was_published(run: Run, filled: Path) -> None:
    done = run("validate", "--json", home=filled)
    reports = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(reports) == 10
    assert {found["severity"] for report in reports.values() for found in report} <= {"warning", "info"}


def test_validate_says_what_is_wrong_with_a_file(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text("@prefix foi: <https://w3id.org/foigraph/ns#> . <http://example.org/c> a foi:Citation .\n")
    unreadable = tmp_path / "broken.ttl"
    unreadable.write_text("@prefix foi: <https://w3id.org/foigraph/ns#> . <http://example.org/c> a ")
    done = run("validate", str(wrong), str(unreadable))
    assert done.returncode == 3
    assert "violation" in done.stdout
    assert "broken.ttl" in done.stderr


def test_a_home_that_cannot_be_used_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    done = run("ingest", str(LETTER), home=tmp_path / "home")
    assert done.returncode == 1
    assert len(lines(done.stderr)) == 1
    assert "home" in done.stderr
    assert "; " in done.stderr


def test_the_seed_is_ingested_and_asked(run: Run, home: Path, shared: Path) -> None:
    seed = shared / "corpus" / "seed-671-2022.txt"
    done = run("ingest", str(seed), home=home, FOIGRAPH_AUTHORITIES="")
    assert (done.returncode, done.stderr) == (0, "")
    asked = run("query", "forces-citing-exemption", "--exemption", "23", "--format", "json", home=home,
                FOIGRAPH_AUTHORITIES="")  # fmt: skip
    rows = json.loads(asked.stdout)["rows"]
    assert [(row["authority"], row["reference"], row["as_written"]) for row in rows] == [
        ("Dyfed-Powys Police", "671/2022", "Section 23")
    ]
