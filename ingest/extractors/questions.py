"""Questions, with the period that each asks about and the other questions that it rests on."""

from __future__ import annotations

import re

from .. import numbers
from ..model import Dependency, PeriodEnd, Question, Span
from ..parts import QuestionPart, Segments
from ..rules import Rule, rule
from .dates import DATE, parse_date

NUMBERED = Rule(
    "question.numbered",
    "an item of a numbered list in the request",
    examples=(("FOI Reference: 1/22\nRequest:\n1. How many?\nResponse:\nNone.", "1. How many?"),),
)
COUNTED = Rule(
    "question.counted",
    "an item of a list whose numbers are lost; the number is that of its place",
    examples=(("Request\n1. How many?\n1. At what cost?\nResponse\nNone.", "1. How many?"),),
)
LISTED = Rule(
    "question.listed",
    "an item of a list without numbers in the request",
    examples=(("FOI Reference: 1/22\nRequest:\n- How many?\nResponse:\nNone.", "- How many?"),),
)
_TO = r"\s{0,2}(?:to|until|and|[-–])\s{1,2}(?:the\s)?"
PERIOD = rule(
    "question.period",
    "a span of time with both its ends",
    rf"(?:from|between|period(?: of)?|since|"
    rf"since the)\s(?:the\s)?{DATE}(?:{_TO}(?:{DATE.replace('<date>', '<until>')}|(?P<open>"
    r"present(?: day)?|now|today(?:[’']s date)?|current|date|(?:the )?date (?:of|this) [^.\n]{3,30})))?",
    ("during the period of 01/01/2020 to present day", "period of 01/01/2020 to present day"),
    ("in 2022", None),
)
DEPENDS = rule(
    "question.depends",
    "the question rests on what another asks about",
    rf"\b(?:under|of|to|in|from|by|for)\s(?P<words>(?:either\s|both\s|(?:requests?|questions?|points?|"
    rf"Q)\s?)?{numbers.ONE}(?:\s(?:or|and|&)\s{numbers.ONE})?)"
    r"(?=\s(?:above|have|has|was|were|is|are)\b|[,?]|\s?$|\)|,)",
    ("If any trials of either 1 or 2 have been", "either 1 or 2"),
    ("in 2022", None),
)
RULES: tuple[Rule, ...] = (NUMBERED, COUNTED, LISTED, PERIOD, DEPENDS)


def identifier(part: QuestionPart) -> str:
    """The id of a question."""
    return f"question-{part.span.start}"


def questions(parts: Segments) -> tuple[Question, ...]:
    """All questions, in the order of the text."""
    ids = {part.number: identifier(part) for part in parts.questions if part.number is not None}
    return tuple(_question(parts.text, part, ids) for part in parts.questions)


def _question(text: str, part: QuestionPart, ids: dict[str, str]) -> Question:
    by = LISTED if part.number is None else COUNTED if part.counted else NUMBERED
    start, end = _period(text, part.span)
    return Question(
        id=identifier(part), number=part.number, rule=by.id, span=part.span,
        status="inferred" if part.counted else "explicit", period_start=start, period_end=end,
        depends_on=_dependency(text, part, ids),
    )  # fmt: skip


def _period(text: str, span: Span) -> tuple[PeriodEnd | None, PeriodEnd | None]:
    found = PERIOD.search(text, span.start, span.end)
    if found is None:
        return None, None
    first = PeriodEnd(value=parse_date(found["date"]), rule=PERIOD.id, span=Span(*found.span("date")))
    if found["open"]:
        return first, PeriodEnd(value=None, open=True, rule=PERIOD.id, span=Span(*found.span("open")))
    if found["until"]:
        return first, PeriodEnd(value=parse_date(found["until"]), rule=PERIOD.id, span=Span(*found.span("until")))
    return first, None


def _dependency(text: str, part: QuestionPart, ids: dict[str, str]) -> Dependency | None:
    for found in DEPENDS.find(text, part.words, part.span.end):
        named = numbers.parse(re.sub(r"\b(?:or)\b", "and", found["words"]))
        known = tuple(ids[number] for number in named if number in ids and number != part.number)
        if known and len(known) == len(named):
            return Dependency(questions=known, rule=DEPENDS.id, span=Span(*found.span("words")))
    return None
