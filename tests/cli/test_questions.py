"""query and sparql, as people call them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from foigraph.examples import letters

Run = Callable[..., CompletedProcess[str]]


def rows(done: CompletedProcess[str]) -> list[dict[str, object]]:
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)["rows"]
    assert isinstance(found, list)
    return found


def test_forces_citing_section_23_are_those_that_relied_on_it_in_their_words(run: Run, filled: Path) -> None:
    found = rows(run("query", "forces-citing-exemption", "--exemption", "23", home=filled))
    said = [(row["authority"], row["as_written"], row["status"]) for row in found]
    assert said == [
        ("Rutshire Constabulary", "Section 23", "explicit"),
        ("Wessex Vale Police", "Section 23(5)", "explicit"),
    ]


def test_the_words_of_a_finding_are_of_the_letter_and_what_is_ours_stands_in_the_message(
    run: Run, filled: Path
) -> None:
    letters_said = {" ".join(letter.read_text(encoding="utf-8").split()) for letter in letters()}
    found = rows(run("query", "findings", home=filled))
    quoted = [" ".join(str(row["words"]).split()) for row in found if row["words"] is not None]
    assert quoted
    assert [words for words in quoted if not any(words in said for said in letters_said)] == []
    (days,) = [row for row in found if row["finding"] == "TwentyWorkingDays"]
    assert days["words"] is None
    assert str(days["message"]).endswith("(39 working days: 2023-10-02 to 2023-11-24)")


@pytest.mark.parametrize("exemption", ["23(5)", "section 23(5)", "s23(5)", "s.23(5)", "foia2000-23-5",
                                       "https://w3id.org/foigraph/provision/foia2000-23-5"])  # fmt: skip
def test_a_force_that_wrote_section_23_is_listed_under_23_5_only_as_inferred(
    run: Run, filled: Path, exemption: str
) -> None:
    found = rows(run("query", "forces-citing-exemption", "--exemption", exemption, home=filled))
    assert {(row["authority"], row["status"]) for row in found} == {
        ("Rutshire Constabulary", "inferred"),
        ("Wessex Vale Police", "explicit"),
    }
    alone = rows(
        run("query", "forces-citing-exemption", "--exemption", exemption, "--include-inferred", "no", home=filled)
    )
    assert [row["authority"] for row in alone] == ["Wessex Vale Police"]


def test_the_heading_says_whether_inferred_provisions_are_included(run: Run, filled: Path) -> None:
    yes = run("query", "forces-citing-exemption", "--exemption", "23", home=filled)
    no = run("query", "forces-citing-exemption", "--exemption", "23", "--include-inferred", "no", home=filled)
    one, two = json.loads(yes.stdout)["heading"], json.loads(no.stdout)["heading"]
    assert "inferred" in one
    assert one != two
    assert "of the 10 documents in this graph" in one


def test_csv_is_the_rows_alone(run: Run, filled: Path) -> None:
    done = run("query", "forces-citing-exemption", "--exemption=23", "--format", "csv", home=filled)
    found = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert [row["as_written"] for row in found] == ["Section 23", "Section 23(5)"]
    assert found[0]["disclosure"].startswith("https://example.org/foigraph/disclosure/rutshire/")


def test_a_pipe_gets_json_and_a_terminal_a_table(run: Run, filled: Path) -> None:
    words = ("query", "forces-citing-exemption", "--exemption", "23")
    assert json.loads(run(*words, home=filled).stdout)["rows"]
    shown = run(*words, "--format", "table", home=filled).stdout
    assert "Wessex Vale Police" in shown
    assert "\x1b[" not in shown, "no colours in a pipe"


def test_every_query_answers_its_own_example_or_says_what_is_missing(run: Run, filled: Path) -> None:
    catalogue = json.loads(run("query").stdout)
    assert len(catalogue) >= 10
    for entry in catalogue:
        words = entry["example"].replace("671/2022", "214/2022").split()
        if "671/2022" in entry["example"]:
            assert run(*entry["example"].split()[1:], home=filled).returncode == 2
        assert json.loads(run(*words[1:], home=filled).stdout)["query"] == entry["name"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("forces-citing-exemption",), ("'exemption'", "missing", "--exemption 23")),
        (("forces-citing-exemption", "--exemption", "99"), ("'exemption'", "section 99", "--exemption 23")),
        (("forces-citing-exemption", "--exemption", "23", "--include-inferred", "perhaps"), ("'include-inferred'",)),
        (("forces-citing-exemption", "--exemptoin", "23"), ("'exemptoin'", "exemption")),
        (("forces-citing-exemption", "23"), ("'23'", "--help")),
        (("forces-citing-exemption", "--exemption"), ("--exemption", "no value")),
        (("forces-citing-exemptin",), ("forces-citing-exemption",)),
        (("outcomes-by-force", "--format", "parquet"), ("parquet",)),
    ],
)
def test_a_bad_call_names_what_is_wrong_and_a_call_that_works(
    run: Run, filled: Path, words: tuple[str, ...], said: tuple[str, ...]
) -> None:
    done = run("query", *words, home=filled)
    assert (done.returncode, done.stdout) == (2, "")
    assert all(word in done.stderr for word in said)
    assert "Traceback" not in done.stderr


def test_sparql_gives_rows_truth_and_graphs(run: Run, filled: Path, tmp_path: Path) -> None:
    ask = run("sparql", "ASK { ?s ?p ?o }", "--format", "json", home=filled)
    assert json.loads(ask.stdout)["boolean"] is True
    query = tmp_path / "query.rq"
    query.write_text("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 3")
    graph = run("sparql", f"@{query}", "--format", "ntriples", home=filled)
    assert len(graph.stdout.splitlines()) == 3
    piped = run("sparql", "-", "--format", "csv", home=filled, stdin="SELECT (1 AS ?one) {}")
    assert piped.stdout.split() == ["one", "1"]


def test_a_sparql_mistake_is_told_with_its_place(run: Run, filled: Path) -> None:
    done = run("sparql", "SELECT * {\n ?s ?p }", home=filled)
    assert done.returncode == 2
    assert "line 2" in done.stderr


def test_sparql_fetches_nothing(run: Run, filled: Path) -> None:
    done = run("sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", home=filled)
    assert done.returncode == 1
    assert done.stdout == ""


def test_a_closed_pipe_is_no_error(filled: Path) -> None:
    script = f"foigraph sparql 'SELECT ?s ?p ?o {{ ?s ?p ?o }}' --format csv --home {filled} | head -1"
    path = Path(sys.executable).parent
    done = subprocess.run(
        ["sh", "-c", script],
        capture_output=True, text=True, env=os.environ | {"PATH": f"{path}:{os.environ['PATH']}"}, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("s,p,o", "")
