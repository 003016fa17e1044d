"""Rules of a file: what is read, and what a mistake in the file gets."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from foigraph.core.errors import DefinitionError
from foigraph.ingest.extractors import signal_rules
from foigraph.ingest.literals import alternatives
from foigraph.ingest.rulefile import FiledRule, read_rules

RULE = """
[[rule]]
id = "holding.held"
says = "held"
reason = "it is held"
patterns = [
  '{HOLD} it',
  'it is {KEPT} \\d',
]
finds = [["We hold it", "hold it"]]
leaves = ["We told it"]
"""
BLOCKS = "[blocks]\nHOLD = ['holds?', 'keeps?']\nKEPT = ['(?:{HOLD}|held)']\n"


def read(folder: Path, text: str) -> tuple[FiledRule, ...]:
    """The rules of a file with some text."""
    path = folder / "some.toml"
    path.write_text(text, encoding="utf-8")
    return read_rules(path, {"NUMBER": "[0-9]"})


def test_a_rule_is_its_ways_with_the_blocks_that_they_name(tmp_path: Path) -> None:
    """A block may be of other blocks; a space is any white space."""
    (one,) = read(tmp_path, BLOCKS + RULE)
    assert (one.says, one.rule.id, one.rule.reason) == ("held", "holding.held", "it is held")
    assert one.rule.examples == (("We hold it", "hold it"), ("We told it", None))
    for text in ("we keep\nit", "It is held 3", "it is keeps 4"):
        assert one.rule.search(text), text
    assert not one.rule.search("it is kept")


def test_what_all_ways_begin_and_end_with_is_written_once(tmp_path: Path) -> None:
    """And a rule may tell capitals from small letters."""
    around = "begins = '^We '\nends = '\\.$'\ncase = true\npatterns = ["
    text = RULE.replace("patterns = [", around).replace("'{HOLD} it',", "'hold it',").replace("{KEPT}", "kept")
    (one,) = read(tmp_path, text)
    assert one.rule.search("We hold it.")
    for text in ("We hold it", "we hold it.", "So We hold it."):
        assert not one.rule.search(text), text


def test_blocks_of_the_code_may_be_named(tmp_path: Path) -> None:
    """The numbers of questions are made in code."""
    (one,) = read(tmp_path, RULE.replace("'{HOLD} it',", "'point {NUMBER}',").replace("{KEPT}", "kept"))
    assert one.rule.search("on point 7")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[rule]", "some.toml is not TOML: "),
        (RULE, "some.toml, rule 'holding.held' names the block HOLD, which is not there"),
        (BLOCKS + RULE.replace('reason = "it is held"', ""), "some.toml, rule 'holding.held' has no reason"),
        (BLOCKS + RULE.replace('id = "holding.held"', ""), "some.toml, rule '(without id)' has no id"),
        (BLOCKS + RULE + RULE, "some.toml has rule 'holding.held' twice"),
        (BLOCKS + RULE.replace("{HOLD} it", "{HOLD} (it"), "some.toml, rule 'holding.held': "),
        ("[blocks]\nHOLD = ['{KEPT}']\n" + RULE, "some.toml, block HOLD names the block KEPT"),
        (BLOCKS + RULE.replace("says =", "say ="), "some.toml, rule 'holding.held' has 'say', which no rule has"),
        ("rules = []\n" + BLOCKS + RULE, "some.toml has 'rules', which no such file has"),
        (BLOCKS + RULE.replace('"it is held"', "7"), "some.toml, rule 'holding.held': reason is not a text"),
        (BLOCKS + RULE + "case = 'yes'\n", "some.toml, rule 'holding.held': case is not true or false"),
        (BLOCKS + RULE.replace('["We told it"]', '"We told it"'), "some.toml, rule 'holding.held': leaves is not"),
        (BLOCKS + RULE.replace(', "hold it"', ""), "some.toml, rule 'holding.held': finds is not"),
        ("[blocks]\nHOLD = 'holds?'\n" + RULE, "some.toml, block HOLD is not a list of texts"),
        ("rule = 7\n", "some.toml: rule is not a list of rules"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_rule(tmp_path: Path, text: str, told: str) -> None:
    """One line that says where to mend."""
    with pytest.raises(DefinitionError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


def test_what_a_rule_says_is_one_of_the_kinds() -> None:
    """A misspelt kind would be a rule that is never heard."""
    strange = FiledRule(signal_rules.NCND, "ncdn")
    with pytest.raises(DefinitionError, match=r"rule 'holding\.neither-confirm-nor-deny' says 'ncdn'"):
        signal_rules.kind_of(strange)


def test_every_way_of_saying_something_stands_on_a_line_of_its_own() -> None:
    """So that a change of one is a change of one line."""
    folder = Path(str(signal_rules.SOURCE)).parent
    written = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in (*folder.glob("*.toml"), *folder.parent.glob("*.toml"))
    ]
    ways = [way for one in written for rule in one.get("rule", ()) for way in rule["patterns"]]
    assert len(ways) > 1_000
    assert [way for way in ways if len(alternatives(re.sub(r"\{[A-Z_]+\}", "x", way))) > 1] == []
