"""What a form can offer for each parameter of a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..ontology.vocabulary import Vocabulary
from ..queries.catalogue import CannedQuery, Parameter
from ..queries.values import FAVOURS, outcome_words

Options = tuple[tuple[str, str], ...]
"""Value and words of each option."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The options of a parameter. closed: there are no others, so that a list to choose from does."""

    options: Options
    closed: bool


def choices(query: CannedQuery, vocabulary: Vocabulary) -> dict[str, Choice]:
    """Options by parameter, for those that have any."""
    found = {parameter.name: _choice(parameter, vocabulary) for parameter in query.parameters}
    return {name: choice for name, choice in found.items() if choice.options}


def _choice(parameter: Parameter, vocabulary: Vocabulary) -> Choice:
    if isinstance(parameter.choices, tuple):
        return Choice(_words(parameter.choices), True)
    closed = {"boolean": ("yes", "no"), "favours": FAVOURS, "outcome": outcome_words()}
    if parameter.type in closed:
        return Choice(_words(closed[parameter.type]), True)
    options: Options = ()
    if parameter.type == "authority":
        options = tuple(sorted((body.name, body.nation) for body in vocabulary.authorities.values()))
    elif parameter.type == "technology":
        options = tuple(sorted((kind.id, kind.label) for kind in vocabulary.technologies.values()))
    elif parameter.type == "provision":
        options = tuple((each.id, f"{each.section} {each.label}") for each in vocabulary.provisions.values())
    return Choice(options, False)


def _words(values: Sequence[str]) -> Options:
    return tuple((value, value.replace("-", " ")) for value in values)
