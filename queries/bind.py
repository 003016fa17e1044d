"""Where values meet SPARQL, and the only place where they do.

A value becomes validated RDF terms (``values.py``); the engine's own serialisation of those stands in a VALUES block at
the place that the query marks. A parameter that is not given leaves its place as it is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.errors import ParameterError
from ..ontology.terms import FOI
from ..ontology.vocabulary import Vocabulary
from .catalogue import CannedQuery, Parameter
from .sparql import MARK
from .values import ACCEPTS, Meaning, UnacceptableError, meaning, together

Given = Mapping[str, str | Sequence[str]]
MOST_VALUES = 100
"""More values than this for one parameter are refused."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A query that can be run.

    subject and remarks make up the heading. parameters: each value as it was given, defaults too.
    """

    sparql: str
    subject: str
    remarks: tuple[str, ...]
    parameters: Mapping[str, str | tuple[str, ...]]

    @property
    def heading(self) -> str:
        """What the answer is, in words."""
        return "; ".join((self.subject, *self.remarks))

    def heading_of(self, documents: int) -> str:
        """The heading with its denominator: how many documents the graph holds."""
        counted = (
            f"of the {documents:,} documents in this graph" if documents != 1 else "of the one document in this graph"
        )
        return "; ".join((f"{self.subject}, {counted}", *self.remarks))


def bind(query: CannedQuery, given: Given, vocabulary: Vocabulary, base: str, *, limit: int | None = None) -> Bound:
    """Put the values of a call into a query.

    given: one text or several for each parameter; an empty one counts as not given. base: the publisher's own base
    IRI. limit: at most so many rows. Raises ParameterError for a parameter that is unknown, missing, or has a value
    that is not of its type; the message says what is accepted and shows a call that works.
    """
    for name in given:
        if query.parameter(name) is None:
            raise _unknown(query, name)
    values = {parameter.name: _values(query, parameter, given.get(parameter.name)) for parameter in query.parameters}
    meanings = {
        parameter.variable: _meaning(query, parameter, values[parameter.name], vocabulary, base)
        for parameter in query.parameters
        if values[parameter.name]
    }
    sparql = MARK.sub(lambda mark: _block(mark, meanings.get(mark["variable"])), query.text)
    if limit is not None:
        sparql += f"\nLIMIT {int(limit)}\n"
    parameters = {name: some[0] if len(some) == 1 else some for name, some in values.items() if some}
    return Bound(sparql, _subject(query, meanings), _remarks(query, meanings), parameters)


def call(query: CannedQuery, given: Given | None = None) -> str:
    """The call on the command line; without values, the query's own example."""
    words = ["foigraph query", query.name]
    for name, value in (query.example if given is None else given).items():
        for one in (value,) if isinstance(value, str) else value:
            plain = re.fullmatch(r"[\w./:()-]+", one) and not re.search(r"[()]", one)
            quoted = one if plain else "'" + one.replace("'", "'\\''") + "'"
            words.append(f"--{name} {quoted}")
    return " ".join(words)


def _values(query: CannedQuery, parameter: Parameter, given: str | Sequence[str] | None) -> tuple[str, ...]:
    """What was given, else the default; empty where there is neither."""
    some = (given,) if isinstance(given, str) else tuple(given or ())
    text = parameter.type == "text"
    kept = tuple(dict.fromkeys(one if text else one.strip() for one in some if one.strip() or (text and one)))
    if len(kept) > (1 if parameter.type == "boolean" else MOST_VALUES):
        raise _refused(query, parameter, f"{len(kept)} values were given, which is too many")
    if kept:
        return kept
    if parameter.required:
        raise _refused(query, parameter, "it is missing")
    return () if parameter.default is None else (parameter.default,)


def _meaning(
    query: CannedQuery, parameter: Parameter, values: tuple[str, ...], vocabulary: Vocabulary, base: str
) -> Meaning:
    if parameter.type == "text" and isinstance(parameter.choices, tuple):
        values = tuple(_chosen(query, parameter, value) for value in values)
    try:
        return together(meaning(parameter.type, value, vocabulary, base) for value in values)
    except UnacceptableError as error:
        raise _refused(query, parameter, str(error)) from None


def _chosen(query: CannedQuery, parameter: Parameter, value: str) -> str:
    """The choice that a value names, in whatever case."""
    assert isinstance(parameter.choices, tuple)
    for choice in parameter.choices:
        if choice.casefold() == value.strip().casefold():
            return choice
    raise _refused(query, parameter, f"{value!r} is none of its choices")


def _block(mark: re.Match[str], value: Meaning | None) -> str:
    """The VALUES block of a marked place and the pattern beside it, or the mark as it is."""
    if value is None:
        return mark[0]
    variable = mark["variable"]
    terms = " ".join(str(term) for term in value.terms)
    block = f"VALUES ?{variable} {{ {terms} }}"
    if value.reference:  # a disclosure that is named by what is printed on it
        block = f"VALUES ?{variable}_reference {{ {terms} }} ?{variable} {FOI.reference} ?{variable}_reference ."
    return f"{mark['indent']}{block}{mark['pattern']}"


# what the heading says


def _subject(query: CannedQuery, meanings: Mapping[str, Meaning]) -> str:
    """The heading's first part, with each ``{parameter}`` as the name of its value."""

    def name(place: re.Match[str]) -> str:
        value = meanings.get(place[1].replace("-", "_"))
        return value.name if value else f"any {place[1]}"

    return re.sub(r"\{([^}]*)\}", name, query.heading)


def _remarks(query: CannedQuery, meanings: Mapping[str, Meaning]) -> tuple[str, ...]:
    found = []
    for parameter in query.parameters:
        value = meanings.get(parameter.variable)
        if value is None or f"{{{parameter.name}}}" in query.heading:
            continue
        words = parameter.heading.get(value.name if parameter.type == "boolean" else "given")
        if words:
            found.append(words.replace("{value}", value.name))
    return tuple(found)


# what the errors say


def _refused(query: CannedQuery, parameter: Parameter, problem: str) -> ParameterError:
    accepts = ACCEPTS[parameter.type]
    if isinstance(parameter.choices, tuple):
        accepts = ", ".join(parameter.choices)
    example = (
        call(query)
        if parameter.name in query.example
        else call(query, {**query.example, parameter.name: parameter.example})
    )
    return ParameterError(parameter.name, problem, accepts=accepts, example=example)


def _unknown(query: CannedQuery, name: str) -> ParameterError:
    names = [parameter.name for parameter in query.parameters]
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.4) or names
    problem = f"the query {query.name} has none of that name"
    return ParameterError(name, problem, accepts=" or ".join(near) if near else "no parameter", example=call(query))
