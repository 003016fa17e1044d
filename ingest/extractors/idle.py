"""Answers without what says nothing by itself: pointers to the answer below, lists of addresses, notices.

Each is known by the words that a position came from, in the light of what the other answers of the letter say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..model import Position, Response, Span
from ..parts import Segments
from ..rules import Rule
from .agreement import BEARS_NOTHING, without
from .narrative import gives_figure
from .pending import is_pending
from .position_rules import (
    GIVEN_THERE,
    NAMES_REFUSED,
    NARRATIVE,
    NOTICE,
    OF_ALL,
    POINTS_AT_RESPONSE,
    POINTS_BELOW,
)

ELSEWHERE_FOUND = frozenset({"already-accessible", "future-publication"})
"""Outcomes by which what was asked is to be had elsewhere."""


def without_idle(parts: Segments, found: list[Response], ids: Mapping[str, str]) -> list[Response]:
    """Answers without the positions that say nothing by themselves. ids: of the questions, by their numbers."""
    if _points_elsewhere(parts, found):
        return _only(found, lambda _: False)
    found = _without_pointers(parts.text, found, ids)
    found = _without_notice(parts.text, _without_lists(parts.text, found))
    if any(p.outcome not in BEARS_NOTHING for p in _positions(found)) and is_pending(parts):
        return _only(found, lambda position: position.outcome in BEARS_NOTHING)
    return found


def _positions(found: list[Response]) -> list[Position]:
    return [position for response in found for position in response.positions]


def _only(found: list[Response], kept: Callable[[Position], bool]) -> list[Response]:
    """Answers with some of their positions."""
    return [replace(response, positions=tuple(filter(kept, response.positions))) for response in found]


def _points_elsewhere(parts: Segments, found: list[Response]) -> bool:
    """Whether all that is said of what was asked is that an answer is attached."""
    said = _positions(found)
    if len(said) != 1 or not _says(parts.text, said[0].span, POINTS_AT_RESPONSE):
        return False
    return not any(GIVEN_THERE.search(line.text) for line in parts.spoken("response"))


def _without_pointers(text: str, found: list[Response], ids: Mapping[str, str]) -> list[Response]:
    """Answers without those that only point at the answer below, and notices of refusals told elsewhere."""
    points = {p.id for p in _positions(found) if p.questions and _says(text, _decides(p), POINTS_BELOW)}
    notices = {p.id for p in _positions(found) if p.questions and _says(text, _decides(p), NAMES_REFUSED)}
    idle = points | notices
    told = {n for p in _positions(found) if p.id not in idle and p.outcome != "not-visible" for n in p.questions}
    return [
        replace(
            response,
            positions=tuple(
                one for p in response.positions for one in (without(p, told, ids) if p.id in idle else [p])
            ),
        )
        for response in found
    ]


def _without_lists(text: str, found: list[Response]) -> list[Response]:
    """Answers without the list of where it all is to be had, below words that say so of all that was asked."""
    every = _positions(found)
    if not any(not p.questions and p.outcome in ELSEWHERE_FOUND and _says(text, p.span, OF_ALL) for p in every):
        return found
    listed = {p.id for p in every if p.questions and p.rule == NARRATIVE.id and not _gives_figure(text, p)}
    if {p.id for p in every if p.questions} - listed:
        return found
    return _only(found, lambda position: position.id not in listed)


def _without_notice(text: str, found: list[Response]) -> list[Response]:
    """Answers without the notice that nothing need be supplied, where the whole is neither confirmed nor denied."""
    every = _positions(found)
    whole = [p for p in every if not p.questions and p.facet is None and p.scope is None]
    notices = {p.id for p in whole if p.outcome == "refused" and not p.citations and _says(text, p.span, NOTICE)}
    if not notices or not any(p.outcome == "ncnd" for p in whole) or len(whole) != len(every):
        return found
    return _only(found, lambda position: position.id not in notices)


def _decides(position: Position) -> Span | None:
    """The words by which something is given or refused."""
    axis = position.disclosure or position.ground
    return None if axis is None else axis.span


def _says(text: str, span: Span | None, rule: Rule) -> bool:
    """Whether words are such as a rule finds."""
    return span is not None and rule.search(text[slice(*span)]) is not None


def _gives_figure(text: str, position: Position) -> bool:
    """Whether an answer in words has a figure that counts something."""
    span = None if position.disclosure is None else position.disclosure.span
    return span is not None and gives_figure(text[slice(*span)])
