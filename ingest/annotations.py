"""The facts of a letter as people are told of them: one line each, with the place, the rule and its reason.

A position, a balance or a period is one thing in the model and several facts here, as each rests on words of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .model import (
    Axis,
    Citation,
    Disclosure,
    Fact,
    PeriodEnd,
    Phrase,
    Position,
    PublicInterestFactor,
    Question,
    Span,
    Status,
)
from .rulebook import reason_of

Topic = Literal["letter", "request", "answer", "law", "technology", "reasoning", "aside"]

KINDS: dict[str, Topic] = {
    "question": "request", "response": "answer", "position": "answer", "evidence of harm": "reasoning",
    "factor": "reasoning", "balancing test": "reasoning", "balance": "reasoning", "caveat": "aside",
    "facet": "answer", "holding": "answer", "disclosure": "answer", "ground": "answer", "scope": "answer",
    "reason": "answer", "harm claim": "reasoning", "heading": "aside", "date": "letter", "reference": "letter",
    "force": "letter", "regime": "letter", "working days": "letter", "period start": "request", "period end": "request",
    "dependency": "request", "inferred provision": "law", "citation": "law", "claim": "law", "technology": "technology",
    "remark": "aside", "link": "aside", "unanswered": "aside",
}  # fmt: skip
"""Kind of fact -> what it is about. Of two kinds on the same words, the first holds the other."""
PASSAGES = frozenset({"question", "response", "position", "evidence of harm", "factor", "balancing test", "balance"})
"""Kinds that are about a stretch of the letter, not about some words in it."""

Found = tuple[str, str, Fact]
"""Kind, value, fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One fact. number: its marker, counted in the order of the text; value: in words; reason: of the rule, one line.

    span: None where it was inferred from no words.
    """

    number: int
    kind: str
    value: str
    status: Status
    rule: str
    reason: str
    span: Span | None

    @property
    def topic(self) -> Topic:
        """What it is about."""
        return KINDS[self.kind]

    @property
    def passage(self) -> bool:
        """Whether it is about a stretch of the letter, not about some words in it."""
        return self.kind in PASSAGES


def annotations_of(letter: Disclosure) -> tuple[Annotation, ...]:
    """All facts: those with a place in its order, of two that begin together the longer first; then those without."""
    found = [
        *_letterhead(letter), *_questions(letter), *_answers(letter), *_law(letter), *_reasoning(letter),
        *_asides(letter),
    ]  # fmt: skip
    return tuple(
        Annotation(
            number=number, kind=kind, value=value, status=fact.status, rule=fact.rule, reason=reason_of(fact.rule),
            span=fact.span,
        )
        for number, (kind, value, fact) in enumerate(sorted(found, key=_place), 1)
    )  # fmt: skip


def _place(found: Found) -> tuple[bool, int, int, int]:
    kind, _, fact = found
    start, end = fact.span or (0, 0)
    return fact.span is None, start, -end, list(KINDS).index(kind)


def _letterhead(letter: Disclosure) -> Iterator[Found]:
    if letter.authority is not None:
        yield "force", " and ".join((letter.authority.id, *letter.authority.also)), letter.authority
    if letter.reference is not None:
        yield "reference", letter.reference.value, letter.reference
    if letter.regime is not None:
        yield "regime", letter.regime.id, letter.regime
    for date in letter.dates:
        yield "date", f"{date.kind} {date.value}", date
    if letter.working_days is not None:
        yield "working days", str(letter.working_days.value), letter.working_days


def _questions(letter: Disclosure) -> Iterator[Found]:
    numbers = {question.id: _called(question) for question in letter.questions}
    for question in letter.questions:
        yield "question", _called(question), question
        if question.period_start is not None:
            yield "period start", _period_end(question.period_start), question.period_start
        if question.period_end is not None:
            yield "period end", _period_end(question.period_end), question.period_end
        if question.depends_on is not None:
            others = ", ".join(numbers.get(other, other) for other in question.depends_on.questions)
            yield "dependency", f"on {others}", question.depends_on


def _called(question: Question) -> str:
    return question.number or "without a number"


def _period_end(end: PeriodEnd) -> str:
    return "open" if end.open else end.value or "no date"


def _answers(letter: Disclosure) -> Iterator[Found]:
    for response in letter.responses:
        yield "response", f"to {_listed(response.answers)}", response
        for position in response.positions:
            yield from _position(position)


def _position(position: Position) -> Iterator[Found]:
    about = f" ({position.facet.id})" if position.facet is not None and position.facet.id else ""
    yield "position", f"{position.outcome}{about}, on {_listed(position.questions)}", position
    for kind in ("facet", "holding", "disclosure", "ground", "scope", "reason"):
        part: Axis | Phrase | None = getattr(position, kind)
        if isinstance(part, Axis):
            yield kind, part.value, part
        elif part is not None:
            yield kind, part.id or "as written", part


def _listed(numbers: tuple[str, ...]) -> str:
    return f"question {', '.join(numbers)}" if numbers else "the whole request"


def _law(letter: Disclosure) -> Iterator[Found]:
    sections = {citation.id: citation.section for citation in letter.citations}
    for citation in letter.citations:
        yield "citation", _cited(citation, letter), citation
        if citation.inferred_provision is not None and citation.inference_rule is not None:
            inferred = Fact(status="inferred", rule=citation.inference_rule, span=citation.span)
            yield "inferred provision", citation.inferred_provision, inferred
    for claim in letter.claims:
        yield "claim", f"{sections.get(claim.citation, claim.citation)} is {claim.property}", claim


def _cited(citation: Citation, letter: Disclosure) -> str:
    elsewhere = letter.regime is None or letter.regime.id != citation.regime
    act = f" of {citation.regime}" if elsewhere else ""
    return f"{citation.section}{act} {citation.role}{', neither confirm nor deny' if citation.ncnd else ''}"


def _reasoning(letter: Disclosure) -> Iterator[Found]:
    for harm in letter.harm:
        yield "evidence of harm", "argued here", harm
    for claim in letter.harm_claims:
        yield "harm claim", f"{claim.harm} {claim.value or ''}".rstrip(), claim
    for factor in letter.factors:
        yield "factor", _factor(factor), factor
    for test in letter.balances:
        yield "balancing test", "weighed here", test
        if test.balance is not None:
            status = test.balance_status or "inferred"
            said = Fact(
                status=status, rule=test.balance_rule or test.rule, span=test.span if status == "explicit" else None
            )
            yield "balance", test.balance, said


def _factor(factor: PublicInterestFactor) -> str:
    return f"for {factor.favours}{f', {factor.provision}' if factor.provision else ''}"


def _asides(letter: Disclosure) -> Iterator[Found]:
    numbers = {question.id: _called(question) for question in letter.questions}
    for heading in letter.headings:
        yield "heading", heading.kind, heading
    for part in letter.unanswered:
        about = f", about {part.technology}" if part.technology else ""
        yield "unanswered", f"question {numbers.get(part.question, part.question)}{about}", part
    for caveat in letter.caveats:
        yield "caveat", f"about {caveat.about}", caveat
    for remark in letter.remarks:
        yield "remark", f"about {remark.topic}", remark
    for link in letter.links:
        yield "link", link.url, link
    for mention in letter.technologies:
        yield "technology", mention.technology, mention
