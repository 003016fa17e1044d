"""Each competency question is answered as is expected of the example letters, or listed with what is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from foigraph.examples import AUTHORITIES, letters

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_name("competency")
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (?:`(.+?)`)? ?\| (.*?) ?\|$", re.M)
ROWS = ROW.findall((ROOT / "docs" / "questions.md").read_text(encoding="utf-8"))
ANSWERED = [(int(number), asked) for number, _, asked, _ in ROWS if asked]
SCRIPT = Path(sys.executable).parent / "foigraph"


def run(home: Path, *words: str) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FOIGRAPH_")}
    ours = {
        "FOIGRAPH_HOME": str(home), "FOIGRAPH_BASE": "https://example.org/foigraph/",
        "FOIGRAPH_AUTHORITIES": str(AUTHORITIES),
    }  # fmt: skip
    done = subprocess.run(
        [str(SCRIPT), *words], env=kept | ours, capture_output=True, text=True, timeout=120, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("competency")
    run(home, "ingest", *[str(letter) for letter in letters()])
    return home


def test_all_52_are_there_each_answered_or_with_what_is_missing() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 53))
    assert all(bool(asked) != bool(missing) for _, _, asked, missing in ROWS)
    assert {3, 4, 11, 14, 20, 23, 24, 46} <= {number for number, _ in ANSWERED}
    assert {path.stem for path in EXPECTED.iterdir()} == {str(number) for number, _ in ANSWERED}


@pytest.mark.parametrize(("number", "asked"), ANSWERED)
def test_the_answer_is_the_one_expected(home: Path, number: int, asked: str) -> None:
    name, *values = asked.split()
    words = [part for value in values for part in ("--" + value.split("=")[0], value.split("=")[1])]
    found = run(home, "query", name, *words, "--format", "csv")
    expected = (EXPECTED / f"{number}.csv").read_text(encoding="utf-8")
    assert found.replace("\r\n", "\n") == expected, "if the new answer is right, put it in the file"
