"""What was asked and left without an answer, as far as the words show. Always inferred."""

from __future__ import annotations

import bisect
import re

from .. import numbers
from ..beginnings import compiled
from ..model import Question, Response, Span, TechnologyMention, UnansweredPart
from ..places import Places
from ..rules import Rule
from ..sentences import sentences
from .narrative import gives_figure

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

_FACET = compiled(r"\b(?P<facet>overt|covert)(?:ly)?\b", re.IGNORECASE)

_TELLS = compiled(r"\d|\bexempt\b|\bheld\b|\bwithheld\b", re.IGNORECASE)
_ASKS_OR_LABELS = compiled(r"\?\s*$|^\W*(?:[A-Za-z]{1,12} )?\d{1,2}\W*$")
"""A line that asks, or is no more than the label of a question or an answer."""


def unanswered(
    text: str, questions: tuple[Question, ...], responses: tuple[Response, ...], mentions: tuple[TechnologyMention, ...]
) -> tuple[UnansweredPart, ...]:
    """Technologies left out of an answer, then facets, then questions left out altogether."""
    found = _left_out(questions, responses, mentions)
    facets = _other_facets(text, questions, responses)
    return (*found, *facets, *_without_answer(text, questions, responses))


def _left_out(
    questions: tuple[Question, ...], responses: tuple[Response, ...], mentions: tuple[TechnologyMention, ...]
) -> list[UnansweredPart]:
    asked = _together(mentions)
    reasons = _reasons(responses)
    places = Places((mention.span, mention.technology) for mention in mentions if mention.span is not None)
    found = []
    for question in questions:
        named = {technology for reason in reasons.get(question.id, ()) for technology in places.beginning_in(reason)}
        found += [
            UnansweredPart(
                id=f"unanswered-{question.id}-{technology}", question=question.id, technology=technology,
                status="inferred", rule=TECHNOLOGY.id, span=None,
            )
            for technologies in asked.get(question.id, {}).values()
            if len(technologies) > 1 and named & set(technologies)
            for technology in technologies
            if technology not in named
        ]  # fmt: skip
    return found


def _together(mentions: tuple[TechnologyMention, ...]) -> dict[str | None, dict[Span | None, list[str]]]:
    """The technologies named in each part of the letter, by the phrase that names them."""
    found: dict[str | None, dict[Span | None, list[str]]] = {}
    for mention in mentions:
        found.setdefault(mention.part, {}).setdefault(mention.span, []).append(mention.technology)
    return found


def _reasons(responses: tuple[Response, ...]) -> dict[str, list[Span]]:
    """Where a reason is given for the answer to each question."""
    found: dict[str, list[Span]] = {}
    for response in responses:
        for position in response.positions:
            if position.reason is not None and position.reason.span is not None:
                for question in dict.fromkeys(position.question_ids):
                    found.setdefault(question, []).append(position.reason.span)
    return found


def _other_facets(text: str, questions: tuple[Question, ...], responses: tuple[Response, ...]) -> list[UnansweredPart]:
    """Facets that a question names, where each answer to it is confined to other ones."""
    answered: dict[str, set[str | None]] = {}
    for response in responses:
        for position in response.positions:
            for question in position.question_ids:
                answered.setdefault(question, set()).add(position.facet.id if position.facet else None)
    found = []
    for asked in questions:
        facets = answered.get(asked.id, set())
        if asked.span is None or not facets or not facets <= {"overt", "covert"}:
            continue
        named = {match["facet"].lower(): Span(*match.span("facet")) for match in _FACET.finditer(text, *asked.span)}
        found += [
            UnansweredPart(
                id=f"unanswered-{asked.id}-{facet}", question=asked.id, technology=None, facet=facet,
                status="inferred", rule=FACET.id, span=span,
            )
            for facet, span in named.items()
            if facet not in facets
        ]  # fmt: skip
    return found


def _without_answer(
    text: str, questions: tuple[Question, ...], responses: tuple[Response, ...]
) -> list[UnansweredPart]:
    """Only where every answer is for numbers and the text does not break off; no question that an answer speaks of."""
    if not responses or any(r.whole_request and any(not p.questions for p in r.positions) for r in responses):
        return []
    if any(r.whole_request and r.span is not None and _gives_figure(text, r.span) for r in responses):
        return []
    numbered = {number for r in responses for number in (*r.answers, *(n for p in r.positions for n in p.questions))}
    spans = [response.span for response in responses if response.span is not None]
    numbered |= {number for span in spans for number in numbers.referred(text, *span)}
    if not numbered or not text.rstrip().endswith((".", ")", "!", "?", "”", '"')):
        return []
    tops = {_top(number) for number in numbered}
    begins = sorted({span.start for span in (*spans, *(q.span for q in questions if q.span is not None))})
    return [
        UnansweredPart(
            id=f"unanswered-{question.id}", question=question.id, technology=None, status="inferred",
            rule=QUESTION.id, span=None,
        )
        for question in questions
        if question.number is not None and question.number not in numbered and _top(question.number) not in tops
        and not _told_below(text, question, begins)
    ]  # fmt: skip


def _told_below(text: str, question: Question, begins: list[int]) -> bool:
    """Whether lines below a question, up to what begins next, tell something: they may be its answer."""
    if question.span is None:
        return False
    start = question.span.start
    place = bisect.bisect_right(begins, start)
    end = begins[place] if place < len(begins) else len(text)
    below = text[start:end].split("\n")[1:-1]
    return any(_TELLS.search(line) is not None for line in below if _ASKS_OR_LABELS.search(line) is None)


def _gives_figure(text: str, span: Span) -> bool:
    """Whether an answer without a number gives a figure: it may answer any question."""
    return any(gives_figure(text[slice(*sentence)].replace("\n", " ")) for sentence in sentences(text, span))


def _top(number: str) -> str:
    found = re.match(r"\d+|[A-Za-z]+", number)
    return found.group() if found else number
