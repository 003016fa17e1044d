"""The turns of phrase by which an answer says that something is held, given, kept back or too costly: signals.toml."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, cast, get_args

from ...core.errors import DefinitionError
from .. import numbers
from ..rulefile import FiledRule, read_rules
from ..rules import Rule

Kind = Literal[
    "ncnd", "cost", "not-held", "part-held", "part", "disclosed", "withheld", "accessible", "future", "vexatious",
    "repeated", "clarification", "transferred", "referred",
]  # fmt: skip
SOURCE = files(__package__) / "signals.toml"
_FILED = read_rules(SOURCE, {"NUMBER_HEAD": numbers.HEAD, "NUMBER_LIST": numbers.LIST})
_BY_ID = {one.rule.id: one.rule for one in _FILED}


def kind_of(one: FiledRule) -> Kind:
    """What a rule says, which must be one of the kinds."""
    if one.says not in get_args(Kind):
        raise DefinitionError(
            f"{SOURCE.name}, rule {one.rule.id!r} says {one.says!r}", remedy=f"use one of {', '.join(get_args(Kind))}"
        )
    return cast(Kind, one.says)


RULES: tuple[Rule, ...] = tuple(_BY_ID.values())
ORDER: tuple[tuple[Rule, Kind], ...] = tuple((one.rule, kind_of(one)) for one in _FILED if one.says is not None)
"""The first that fits a sentence is what it says."""

NCND = _BY_ID["holding.neither-confirm-nor-deny"]
COST_NOT_HELD = _BY_ID["ground.not-held-in-a-format"]
COST = _BY_ID["ground.cost-limit"]
NOT_HELD = _BY_ID["holding.not-held"]
PART = _BY_ID["disclosure.part"]
WITHHELD = _BY_ID["disclosure.withheld"]
GIVEN_BUT = _BY_ID["disclosure.given-but"]
ANSWERS_ANOTHER = _BY_ID["disclosure.answers-another"]
FREELY = _BY_ID["disclosure.goodwill"]
ACCESSIBLE = _BY_ID["ground.already-accessible"]
FUTURE = _BY_ID["ground.future-publication"]
VEXATIOUS = _BY_ID["ground.vexatious"]
OTHER_FORMAT = _BY_ID["holding.other-format"]
OF_MATTER = _BY_ID["answer.of-matter"]
OF_OTHERS = _BY_ID["answer.of-others"]
OPENS_GENERIC = _BY_ID["answer.opens-generic"]
GENERIC = _BY_ID["answer.generic"]
REPORTED = _BY_ID["answer.reported"]
