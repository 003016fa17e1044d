"""The command as a whole: its help, its version, the demo, and the README that shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from foigraph.cli.main import commands

Run = Callable[..., CompletedProcess[str]]
REPOSITORY = Path(__file__).resolve().parent.parent.parent
VERBS = (
    "demo", "extract", "ingest", "publish", "query", "reread", "serve", "snapshots", "sparql", "validate", "withdraw",
)  # fmt: skip


def test_the_verbs_are_those_of_the_design() -> None:
    assert tuple(sorted(commands.commands)) == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(run: Run, verb: str) -> None:
    done = run(verb, "--help")
    assert done.returncode == 0
    assert len(done.stdout) > 50


def test_the_demo_answers_three_questions_and_says_that_it_is_fictional(run: Run) -> None:
    done = run("demo")
    assert done.returncode == 0
    assert done.stdout.count("$ foigraph query") == 3
    assert "no rows" not in done.stdout
    assert "fictional" in done.stderr


def test_every_verb_and_setting_is_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"foigraph {verb}" not in readme] == []


def test_the_answer_that_the_readme_opens_with_is_the_one_given(run: Run, filled: Path) -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"```\n\$ foigraph (query [^\n]*)\n(.*?)```", readme, re.DOTALL)
    assert shown
    done = run(*shown[1].split(), home=filled)
    without_snapshot = [line for line in done.stdout.splitlines() if not line.startswith("snapshot ")]
    assert [line.rstrip() for line in shown[2].splitlines() if line.strip()] == [
        line.rstrip() for line in without_snapshot if line.strip()
    ]
