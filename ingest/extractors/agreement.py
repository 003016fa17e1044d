"""What answers of one letter say together: a summary gives way to the answers below it, refusals to what is given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ..model import Position, Response
from .outcomes import plain_outcome
from .position_rules import ALL_BUT, GIVEN_THEN_REFUSED, NARRATIVE

BEARS_NOTHING = frozenset({"not-held", "disclosed", "not-visible"})
"""Outcomes for which no provision is relied on."""
ECHOED = frozenset({"refused", "already-accessible", "future-publication", "cost-limit", "vexatious"})
"""Outcomes whose reasons are given once more, below what is refused, without the numbers of the questions."""


def agreed(
    found: list[Response], leads: frozenset[str], ids: Mapping[str, str], reasons: frozenset[str] = frozenset()
) -> list[Response]:
    """Answers without what others of the letter say better.

    leads: ids of those that lead up to numbered ones; ids: of the questions, by their numbers; reasons: ids
    of those that give the reasons.
    """
    found = _without_others(found, ids)
    answered = {number for r in found if r.answers for p in r.positions for number in p.questions}
    found = [_without_answered(r, answered, ids) if r.id in leads else r for r in found]
    return _partly(_without_summary(found, leads, reasons, ids), ids)


def _without_others(found: list[Response], ids: Mapping[str, str]) -> list[Response]:
    """Answers in which what is given of all other questions is not given of those that have an answer of their own."""
    others = [p for r in found for p in r.positions if p.rule == ALL_BUT.id]
    if not others:
        return found
    own = {number for r in found for p in r.positions if p.rule != ALL_BUT.id for number in p.questions}
    return [
        replace(
            r,
            positions=tuple(
                one for p in r.positions for one in (without(p, own, ids) if p.rule == ALL_BUT.id else [p])
            ),
        )
        for r in found
    ]


def without_echo(made: list[Position]) -> list[Position]:
    """Positions without a refusal of nothing in particular that goes with one of a question: its reasons, once more."""
    of_questions = {p.outcome for p in made if p.questions} & ECHOED
    return [p for p in made if p.outcome not in of_questions or p.questions or p.facet is not None]


def _without_answered(response: Response, answered: set[str], ids: Mapping[str, str]) -> Response:
    """What leads up to numbered answers, without what it says of questions that have one: the answer says how far."""
    kept: list[Position] = []
    for position in response.positions:
        general = position.outcome in ECHOED and position.facet is None
        kept += without(position, answered, ids) if general else [position]
    return replace(response, positions=tuple(kept))


def without(position: Position, numbers: set[str], ids: Mapping[str, str]) -> list[Position]:
    """A position on the questions that are not among some; none where those were all that it is on."""
    left = tuple(number for number in position.questions if number not in numbers)
    if left == position.questions:
        return [position]
    of_left = tuple(ids[number] for number in left if number in ids)
    return [replace(position, questions=left, question_ids=of_left)] if left else []


def _without_summary(
    found: list[Response], leads: frozenset[str], reasons: frozenset[str], asked: Collection[str]
) -> list[Response]:
    """Answers without what leads up to them and is said again below, question by question.

    That some is given goes where they say what is and what is not; a refusal goes where they refuse. Reasons say so
    too where each of the questions asked has an answer.
    """
    answered = {number for r in found for p in r.positions for number in p.questions}
    every = len(asked) > 0 and set(asked) <= answered
    said = {p.outcome for r in found if every or r.id not in reasons for p in r.positions if p.questions}
    again = said & ECHOED | (
        {"partly-disclosed"} if "disclosed" in said and said - {"disclosed", "not-visible"} else set()
    )
    return [
        replace(r, positions=tuple(p for p in r.positions if p.questions or p.outcome not in again))
        if r.id in leads and again
        else r
        for r in found
    ]


def _partly(found: list[Response], ids: Mapping[str, str]) -> list[Response]:
    """A question of which something is given, and something is refused further on, is answered in part."""
    given: dict[str, Position] = {}
    refused: dict[str, tuple[str, ...]] = {}
    for position in (p for r in found for p in r.positions if p.facet is None and p.scope is None):
        if position.outcome == "disclosed" and len(position.questions) == 1 and position.disclosure is not None:
            given[position.questions[0]] = position
        elif position.outcome == "refused":
            for number in set(position.questions) & given.keys():
                refused[number] = (*refused.get(number, ()), *position.citations)
    found = _without_parted(found, ids)
    both = {given[number].id: (number, citations) for number, citations in refused.items()}
    return [replace(r, positions=tuple(_of_part(r.positions, both, ids))) for r in found] if both else found


def _without_parted(found: list[Response], ids: Mapping[str, str]) -> list[Response]:
    """Answers in which what is given for several questions, or in words, is not given for one said to be: in part."""
    alone = [p for r in found for p in r.positions if p.outcome == "partly-disclosed" and len(p.questions) == 1]
    parted = {position.questions[0] for position in alone}
    if not parted:
        return found
    return [replace(r, positions=tuple(_less(r.positions, parted, ids))) for r in found]


def _less(positions: tuple[Position, ...], numbers: set[str], ids: Mapping[str, str]) -> Iterator[Position]:
    """Positions, of which those that give something for several questions, or in words, are not on some."""
    for position in positions:
        general = len(position.questions) > 1 or position.rule == NARRATIVE.id
        yield from without(position, numbers, ids) if general and position.outcome == "disclosed" else [position]


def _of_part(
    positions: tuple[Position, ...], both: dict[str, tuple[str, tuple[str, ...]]], ids: Mapping[str, str]
) -> Iterator[Position]:
    """Positions, with those of some ids in part, and refusals without the questions of these.

    both: by id, the number of its question, and the citations by which the rest of that is refused.
    """
    questions = {number for number, _ in both.values()}
    for position in positions:
        if position.id in both and position.disclosure is not None:
            axis = replace(position.disclosure, value="disclosed-part", rule=GIVEN_THEN_REFUSED.id)
            outcome = plain_outcome(None, axis.value, None, None)
            citations = tuple(dict.fromkeys((*position.citations, *both[position.id][1])))
            yield replace(position, disclosure=axis, outcome=outcome, citations=citations)
        else:
            yield from without(position, questions, ids) if position.outcome == "refused" else [position]
