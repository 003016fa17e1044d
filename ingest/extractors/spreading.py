"""Which questions a position on the whole request is about: those that no other position is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .. import numbers
from ..model import Phrase, Position, Response, Span
from ..parts import Segments
from .narrative import shares, subject_of
from .position_rules import (
    CONFINED,
    FOLLOWS,
    LABELLED,
    NARRATIVE,
    OF_ONE_THING,
    OF_REQUEST,
    OF_THE_REST,
    WHOLE_REFUSED,
)
from .signals import signals


def for_every_question(parts: Segments, found: list[Response], ids: Mapping[str, str]) -> tuple[Response, ...]:
    """Answers in which a position on the whole request is one on each question that no other position is about.

    Where sentences of the same answer speak of some of the questions, it is on those. What is given in part, or
    confined to a facet, is on none. ids: of the questions, by their numbers.
    """
    found = _whole_cost(parts, found, ids)
    positions = [position for response in found for position in response.positions]
    alone = [p for p in positions if not p.questions and p.facet is None and p.scope is None]
    if len(alone) != 1 or alone[0].outcome == "partly-disclosed" or _given_in_part(parts, alone[0]):
        return tuple(found)
    whole = alone[0]
    confined = _of_one_thing(parts.text, whole) or _labelled(parts, whole)
    if confined is not None and len(ids) > 1:
        return tuple(_with(found, whole, replace(whole, scope=confined)))
    others = [p for p in positions if p is not whole and p.outcome != "not-visible"]
    if whole.rule == NARRATIVE.id and _table_lacks(parts):
        return tuple(found)
    if others and whole.disclosure is not None and _outlines(parts.text, whole):
        return tuple(found)
    if others and not (_splits(whole, others) or _is_of_rest(parts.text, whole, others)):
        return tuple(found)
    named = {number for p in others for number in p.questions}
    every = tuple(number for number in ids if number not in named)
    if not others and (spoken := _spoken_of(parts.text, found, whole, ids)):
        every = spoken
    elif others:
        every = tuple(number for number in every if number.isdigit()) or every
    return tuple(_on(found, whole, every, ids))


def _of_one_thing(text: str, whole: Position) -> Phrase | None:
    """The words by which one thing among what was asked is not held, or kept back: of which question is not said."""
    one = {"not-held": OF_ONE_THING, "refused": CONFINED}.get(whole.outcome)
    if one is None or whole.span is None or one.search(text[slice(*whole.span)]) is None:
        return None
    return Phrase(rule=one.id, span=whole.span)


def _labelled(parts: Segments, whole: Position) -> Phrase | None:
    """The words of the request that a sentence stands behind: it is about that thing."""
    found = None if whole.span is None else LABELLED.search(parts.text[slice(*whole.span)])
    if found is None or whole.span is None or not shares(found["label"], subject_of(parts)):
        return None
    start = whole.span.start
    return Phrase(rule=LABELLED.id, span=Span(start + found.start("label"), start + found.end("label")))


def _outlines(text: str, whole: Position) -> bool:
    """Whether what is given is said to follow: the numbered answers below are what follows, and no others."""
    return whole.span is not None and FOLLOWS.search(text[slice(*whole.span)]) is not None


def _on(found: list[Response], position: Position, every: tuple[str, ...], ids: Mapping[str, str]) -> list[Response]:
    """The answers with one position on some questions."""
    spread = replace(position, questions=every, question_ids=tuple(ids[number] for number in every if number in ids))
    return _with(found, position, spread)


def _with(found: list[Response], position: Position, other: Position) -> list[Response]:
    """The answers with another position in the place of one."""
    return [replace(r, positions=tuple(other if p is position else p for p in r.positions)) for r in found]


def _table_lacks(parts: Segments) -> bool:
    """Whether a cell of a table says that nothing is held: what the table gives is not given of every question."""
    own = [line.span for line in parts.spoken("response") if "|" in line.text]
    return any(signal.kind == "not-held" for signal in signals(parts.text, own))


def _whole_cost(parts: Segments, found: list[Response], ids: Mapping[str, str]) -> list[Response]:
    """Answers in which a refusal for cost that some questions bring about is of all that have no other answer."""
    costs = [p for r in found for p in r.positions if p.outcome == "cost-limit" and p.questions]
    if not ids or len(costs) != 1 or not any(WHOLE_REFUSED.search(line.text) for line in parts.spoken("response")):
        return found
    others = {n for r in found for p in r.positions if p is not costs[0] for n in p.questions}
    return _on(found, costs[0], tuple(number for number in ids if number not in others), ids)


def _given_in_part(parts: Segments, whole: Position) -> bool:
    """Whether what is given is of information that is held in part: nobody knows of which questions."""
    own = [line.span for line in parts.spoken("response")]
    return whole.outcome == "disclosed" and any(signal.kind == "part-held" for signal in signals(parts.text, own))


def _splits(whole: Position, others: list[Position]) -> bool:
    """Whether the rest is what the one position is about: others name their questions, or are a facet.

    What would cost too much is the rest too, where all others are given on questions that they name.
    """
    if whole.outcome == "cost-limit":
        return all(position.questions and position.outcome == "disclosed" for position in others)
    return whole.outcome in ("disclosed", "not-held") and all(p.questions or p.facet or p.scope for p in others)


def _is_of_rest(text: str, whole: Position, others: list[Position]) -> bool:
    """Whether the one position says that it is about the rest, and each of the others is on some questions."""
    said = None if whole.span is None else OF_THE_REST.search(text, *whole.span)
    return said is not None and all(position.questions for position in others)


def _spoken_of(text: str, found: list[Response], position: Position, ids: Mapping[str, str]) -> tuple[str, ...]:
    """The questions that the sentences of its answer name, where they are some and not all."""
    span = next((r.span for r in found if position in r.positions), None)
    if span is None or position.outcome != "cost-limit" or OF_REQUEST.search(text, *span):
        return ()
    named = tuple(number for number in numbers.referred(text, *span) if number in ids or not ids)
    return named if len(named) < len(ids) or not ids else ()
