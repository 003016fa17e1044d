"""What docs/reading.md tells of the reader is so."""

from __future__ import annotations

import re
import textwrap
import tomllib
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
    (block,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    written = tomllib.loads(textwrap.dedent(block))
    made = rule("holding.worked-example", "as in the guide", "|".join(written["patterns"]))
    assert written["finds"]
    assert written["leaves"]
    for text, expected in (*written["finds"], *((text, None) for text in written["leaves"])):
        found = made.search(text)
        assert (None if found is None else text[slice(*words_of(found))]) == expected


def test_names_that_the_guide_uses_are_in_the_code() -> None:
    folders = (REPOSITORY / "ingest", REPOSITORY / "tests" / "ingest")
    code = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py"))
    names = set(re.findall(r"`(_?[A-Z][A-Z_]{3,})`", GUIDE))
    assert len(names) > 6
    assert {name for name in names if not re.search(rf"\b{name}\b", code)} == set()
