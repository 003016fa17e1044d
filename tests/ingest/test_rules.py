"""Every rule has examples that hold; what their patterns cost is tested in ``test_patterns.py``."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from importlib.resources import files
from types import ModuleType

import pytest

from foigraph.ingest import extractors, furniture, headings, layout, numbers, turns, voices, working_days
from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ingest.record import to_record
from foigraph.ingest.rulebook import RULEBOOK
from foigraph.ingest.rules import FEWEST_WAYS, Rule, rule, words_of
from foigraph.ontology.vocabulary import load_vocabulary

MODULES: list[ModuleType] = [
    furniture, headings, layout, numbers, turns, voices, working_days,
    *(importlib.import_module(f"{extractors.__name__}.{m.name}") for m in pkgutil.iter_modules(extractors.__path__)),
]  # fmt: skip
FROM_RECORDS = ("span", "status", "rule")


def _rules() -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for module in MODULES:
        for value in vars(module).values():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Rule):
                    assert found.setdefault(one.id, one) is one, f"two rules are called {one.id}"
    return found


RULES = _rules()
PATTERNS = {identifier: one for identifier, one in RULES.items() if one.pattern is not None}
PROCEDURES = {identifier: one for identifier, one in RULES.items() if one.pattern is None}


@pytest.mark.parametrize("identifier", sorted(PATTERNS))
def test_examples_of_patterns_hold(identifier: str) -> None:
    one = PATTERNS[identifier]
    assert one.reason
    assert "\n" not in one.reason
    for text, expected in one.examples:
        match = one.search(text)
        found = None if match is None else text[slice(*words_of(match))]
        assert found == expected, (identifier, text)


@pytest.mark.parametrize("identifier", sorted(PROCEDURES))
def test_examples_of_procedures_hold(identifier: str) -> None:
    for letter, expected in PROCEDURES[identifier].examples:
        record = to_record(extract(to_text(letter), load_vocabulary()))
        quotes = [
            letter[slice(*fact["span"])] if fact["span"] else None
            for fact in _facts(record)
            if fact["rule"] == identifier
        ]
        if expected is None:
            assert quotes in ([], [None]) or record["kind"] == "not-a-disclosure"
        else:
            assert expected in quotes, (identifier, quotes)


def _facts(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        own = [value] if all(name in value for name in FROM_RECORDS) else []
        return own + [fact for inner in value.values() for fact in _facts(inner)]
    return [fact for inner in value for fact in _facts(inner)] if isinstance(value, list) else []


def test_every_rule_that_a_fact_can_name_is_found_here() -> None:
    assert len(RULES) > 80
    used: set[str] = set()
    for module in MODULES:
        used |= set(re.findall(r"rule=([A-Z_]+)\.id", inspect.getsource(module)))
    names = {name for module in MODULES for name, value in vars(module).items() if isinstance(value, Rule)}
    assert used - names == set()


def test_the_rulebook_holds_every_rule_so_that_each_fact_can_tell_its_reason() -> None:
    assert dict(RULEBOOK) == RULES


def test_patterns_with_examples_have_one_of_each_kind() -> None:
    lacking = [one.id for one in PATTERNS.values() if not any(e for _, e in one.examples)]
    assert lacking == []


def test_modules_of_the_package_are_all_looked_at() -> None:
    names = {entry.name.removesuffix(".py") for entry in files(extractors).iterdir() if entry.name.endswith(".py")}
    assert names - {"__init__"} <= {module.__name__.rpartition(".")[2] for module in MODULES}


def test_a_way_that_is_no_pattern_is_told_when_the_rule_is_made_and_not_when_it_is_searched() -> None:
    ways = [*(f"word{n}" for n in range(FEWEST_WAYS)), "(?<=a+)b"]
    with pytest.raises(re.error, match="look-behind"):
        rule("made.of-ways", "many ways", "|".join(ways))
