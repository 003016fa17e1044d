"""What was asked and left without an answer, as far as the words show. Always inferred."""

from __future__ import annotations

import re

from .. import numbers
from ..model import Question, Response, Span, TechnologyMention, UnansweredPart
from ..rules import Rule

TECHNOLOGY = Rule(
    "unanswered.technology",
    "the question names several technologies in one phrase; the reason given for its answer names only some of them",
)
FACET = Rule(
    "unanswered.facet",
    "the question names overt or covert use, and its answers are confined to the other",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. Is there overt or covert use of drones?\nResponse 1:\nIn relation to "
            "overt use, no information is held.",
            "covert",
        ),
        (
            "FOI Reference: 1/22\nRequest:\n1. Is there overt or covert use of drones?\nResponse 1:\nNo information "
            "is held.",
            None,
        ),
    ),
)
QUESTION = Rule("unanswered.question", "the answers are numbered, and none has the number of this question")
RULES: tuple[Rule, ...] = (TECHNOLOGY, FACET, QUESTION)

_FACET = re.compile(r"\b(?P<facet>overt|covert)(?:ly)?\b", re.IGNORECASE)


def unanswered(
    text: str, questions: tuple[Question, ...], responses: tuple[Response, ...], mentions: tuple[TechnologyMention, ...]
) -> tuple[UnansweredPart, ...]:
    """Technologies left out of an answer, then facets, then questions left out altogether."""
    found = [part for question in questions for part in _left_out(question, responses, mentions)]
    facets = [part for question in questions for part in _other_facet(text, question, responses)]
    return (*found, *facets, *_without_answer(text, questions, responses))


def _left_out(
    question: Question, responses: tuple[Response, ...], mentions: tuple[TechnologyMention, ...]
) -> list[UnansweredPart]:
    together: dict[Span | None, list[str]] = {}
    for mention in mentions:
        if mention.part == question.id:
            together.setdefault(mention.span, []).append(mention.technology)
    reasons = [
        position.reason.span
        for response in responses
        for position in response.positions
        if question.id in position.question_ids and position.reason is not None and position.reason.span is not None
    ]
    named = {m.technology for m in mentions for r in reasons if m.span and r.start <= m.span.start < r.end}
    return [
        UnansweredPart(
            id=f"unanswered-{question.id}-{technology}", question=question.id, technology=technology,
            status="inferred", rule=TECHNOLOGY.id, span=None,
        )
        for asked in together.values()
        if len(asked) > 1 and named & set(asked)
        for technology in asked
        if technology not in named
    ]  # fmt: skip


def _other_facet(text: str, question: Question, responses: tuple[Response, ...]) -> list[UnansweredPart]:
    """Facets that the question names, where each answer to it is confined to other ones."""
    if question.span is None:
        return []
    positions = [p for response in responses for p in response.positions if question.id in p.question_ids]
    answered = {position.facet.id if position.facet else None for position in positions}
    if not positions or not answered <= {"overt", "covert"}:
        return []
    named = {match["facet"].lower(): Span(*match.span("facet")) for match in _FACET.finditer(text, *question.span)}
    return [
        UnansweredPart(
            id=f"unanswered-{question.id}-{facet}", question=question.id, technology=None, facet=facet,
            status="inferred", rule=FACET.id, span=span,
        )
        for facet, span in named.items()
        if facet not in answered
    ]  # fmt: skip


def _without_answer(
    text: str, questions: tuple[Question, ...], responses: tuple[Response, ...]
) -> list[UnansweredPart]:
    """Only where every answer is for numbers and the text does not break off; no question that an answer speaks of."""
    if not responses or any(r.whole_request and any(not p.questions for p in r.positions) for r in responses):
        return []
    numbered = {number for r in responses for number in (*r.answers, *(n for p in r.positions for n in p.questions))}
    spans = [response.span for response in responses if response.span is not None]
    numbered |= {number for span in spans for number in numbers.referred(text, *span)}
    if not numbered or not text.rstrip().endswith((".", ")", "!", "?", "”", '"')):
        return []
    tops = {_top(number) for number in numbered}
    return [
        UnansweredPart(
            id=f"unanswered-{question.id}", question=question.id, technology=None, status="inferred",
            rule=QUESTION.id, span=None,
        )
        for question in questions
        if question.number is not None and question.number not in numbered and _top(question.number) not in tops
    ]  # fmt: skip


def _top(number: str) -> str:
    found = re.match(r"\d+|[A-Za-z]+", number)
    return found.group() if found else number
