"""Every rule of the reader by its id, so that a fact can tell why it was found."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.errors import DefinitionError
from . import furniture, headings, turns, voices, working_days
from .extractors import (
    acts,
    authority,
    citation_rules,
    claims,
    dates,
    doubts,
    kind,
    margins,
    narrative,
    position_rules,
    questions,
    reasoning,
    reference,
    remarks,
    sections,
    signal_rules,
    technologies,
    unanswered,
)
from .rules import Rule

_ALL: tuple[Rule, ...] = (
    *furniture.RULES, *headings.RULES, *voices.RULES, *turns.RULES, *kind.RULES, *reference.RULES, *dates.RULES,
    *authority.RULES,
    *acts.RULES, *questions.RULES, *position_rules.RULES, *signal_rules.RULES, *sections.RULES, *citation_rules.RULES,
    *claims.RULES, *technologies.RULES, *reasoning.RULES, *unanswered.RULES, *margins.RULES, *remarks.RULES,
    *doubts.RULES, *narrative.RULES,
    *working_days.RULES,
)  # fmt: skip
RULEBOOK: Mapping[str, Rule] = {one.id: one for one in _ALL}


def reason_of(identifier: str) -> str:
    """Why the rule of that id takes some words to say something, in one line.

    Raises DefinitionError where no rule has that id.
    """
    if identifier not in RULEBOOK:
        raise DefinitionError(f"rule {identifier!r} is in no module of rules", remedy="name it in ingest/rulebook.py")
    return RULEBOOK[identifier].reason
