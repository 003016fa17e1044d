"""Confidence is a measured figure, of rules that there are, or none."""

from __future__ import annotations

import pytest

from foigraph.core.errors import DefinitionError
from foigraph.ingest.measured import Measured, load_measured, measured_of, read_measured
from foigraph.ingest.rulebook import RULEBOOK


def test_each_figure_is_of_a_rule_that_there_is() -> None:
    assert load_measured()
    assert set(load_measured()) <= set(RULEBOOK)


def test_a_rule_that_was_not_met_has_no_figure() -> None:
    assert measured_of("no.such-rule") is None


def test_a_figure_says_of_how_many_it_is() -> None:
    assert Measured(41, 42).words == "right 41 of 42 times on letters not seen before"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("rule,of\n", "row 1: the columns are not rule, right, of"),
        ("rule,right,of\na,1\n", "row 2: a rule and two whole numbers"),
        ("rule,right,of\na,0.9,1\n", "row 2: a rule and two whole numbers"),
        ("rule,right,of\na,2,1\n", "row 2: 'a' stands twice, or was right more often"),
        ("rule,right,of\na,0,0\n", "row 2: 'a' stands twice, or was right more often"),
        ("rule,right,of\na,1,1\na,1,1\n", "row 3: 'a' stands twice"),
    ],
)
def test_a_broken_row_is_named(table: str, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_measured(table)
    assert message in caught.value.message
