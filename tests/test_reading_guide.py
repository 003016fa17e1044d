"""What docs/reading.md tells of the reader is so."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from foigraph.ingest.rules import rule, words_of

REPOSITORY = Path(__file__).resolve().parent.parent
GUIDE = (REPOSITORY / "docs" / "reading.md").read_text(encoding="utf-8")


def test_every_file_that_the_guide_names_is_there() -> None:
    named = set(re.findall(r"`((?:\w+/)+[\w.-]*|\w+\.py)`", GUIDE))
    places = (REPOSITORY, REPOSITORY / "ingest", REPOSITORY / "ingest" / "extractors")
    assert len(named) > 25
    assert [name for name in sorted(named) if not any((place / name).exists() for place in places)] == []


def test_every_extractor_is_in_the_guide() -> None:
    modules = {path.name for path in (REPOSITORY / "ingest" / "extractors").glob("*.py")} - {"__init__.py"}
    assert {name for name in modules if f"`{name}`" not in GUIDE} == set()


def test_the_examples_of_the_worked_rule_hold() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    call = ast.parse("if True:\n" + code).body[0].body[0].value  # type: ignore[attr-defined]
    made = rule(*(ast.literal_eval(argument) for argument in call.args))
    assert len(made.examples) == 2
    for text, expected in made.examples:
        found = made.search(text)
        assert (None if found is None else text[slice(*words_of(found))]) == expected


def test_names_that_the_guide_uses_are_in_the_code() -> None:
    folders = (REPOSITORY / "ingest", REPOSITORY / "tests" / "ingest")
    code = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py"))
    names = set(re.findall(r"`(_?[A-Z][A-Z_]{3,})`", GUIDE)) - {"NO_RECORD"}
    assert len(names) > 6
    assert {name for name in names if not re.search(rf"\b{name}\b", code)} == set()
