"""The disclosure model: what one letter says, between text and triples.

Everything that reads text ends here; everything that writes records or triples begins here. All classes are frozen.
A ``Span`` is a pair of code point offsets into the text of the letter, the end excluded. Whatever was found in words
carries their span; ``span`` is None only where a fact was inferred from no words.

Ids of parts are made of their kind and start offset (``question-921``), so a better rule does not renumber them
(DESIGN, "IRIs"). Two parts of one kind that begin at the same character carry what tells them apart as well
(``technology-988-live-facial-recognition``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Status = Literal["explicit", "inferred"]
Role = Literal[
    "relied-on",
    "duty-disapplied",
    "named-by-requester",
    "explained",
    "notice",
    "other-act",
    "negated",
    "hypothetical",
]
Holding = Literal["held", "part-held", "not-held", "not-confirmed", "holding-not-stated"]
Favours = Literal["disclosure", "maintaining", "confirming", "not-confirming"]
PlainOutcome = Literal[
    "disclosed", "partly-disclosed", "refused", "not-held", "ncnd", "cost-limit", "vexatious", "repeated",
    "already-accessible", "future-publication", "transferred", "clarification-sought", "withdrawn", "other",
    "not-visible",
]  # fmt: skip


class Span(NamedTuple):
    """Code point offsets into the text, the end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every extracted fact carries: its status, the id of the rule that found it, and its place in the text."""

    status: Status = "explicit"
    rule: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityFact(Fact):
    """The body that answered. id: of the vocabulary; also: ids of further bodies of a joint answer."""

    id: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Fact):
    """The reference printed on the letter. value: with spaces and typing marks cleaned; the words are at the span."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Fact):
    """The Act answered under: FOIA2000, FOISA2002, EIR2004, EISR2004."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFact(Fact):
    """A date of the letter. value: ISO 8601."""

    kind: Literal["received", "response", "disclosed"]
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEnd(Fact):
    """One end of the period that a question asks about. value: ISO date, or None where it is open ("present day")."""

    value: str | None
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency(Fact):
    """Words by which a question depends on others ("If either 1 or 2"). questions: ids of those."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Fact):
    """One question. number: as printed ("1", "2a"), or None."""

    id: str
    number: str | None
    period_start: PeriodEnd | None = None
    period_end: PeriodEnd | None = None
    depends_on: Dependency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Fact):
    """Words that matter for themselves: a facet's, a scope's, a stated reason's. id: of a concept, where it has one."""

    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis(Fact):
    """Where a position stands on one axis (holding, disclosure, ground): value is an outcome code of that axis."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Fact):
    """What the authority answered to some questions, under one facet.

    questions: printed numbers (empty: the request as a whole). question_ids: those questions of this letter that
    carry the numbers. facet: overt, covert or other, where the letter makes the difference. outcome: the one plain
    word, derived from the axes. citations: ids.
    """

    id: str
    questions: tuple[str, ...]
    question_ids: tuple[str, ...]
    outcome: PlainOutcome
    facet: Phrase | None = None
    holding: Axis | None = None
    disclosure: Axis | None = None
    ground: Axis | None = None
    scope: Phrase | None = None
    reason: Phrase | None = None
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Fact):
    """One stretch of the letter that answers something. answers: printed numbers; whole_request: it answers all."""

    id: str
    answers: tuple[str, ...]
    whole_request: bool
    heading: Span | None
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """A provision named. section: what the letter says ("24(2)"); provision: its concept, or None where none exists.

    ncnd: cited for neither confirming nor denying. inferred_provision: what more follows (23(5) from 23), found by
    inference_rule. context: the sentence or line around it.
    """

    id: str
    regime: str
    section: str
    provision: str | None
    role: Role
    ncnd: bool
    context: Span
    inferred_provision: str | None = None
    inference_rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalClaim(Fact):
    """What the letter says of a cited provision. property: absolute, qualified, class, prejudice."""

    id: str
    citation: str
    property: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnologyMention(Fact):
    """A technology named. id: of the mention; technology: of the concept; part: id of the question or response."""

    id: str
    technology: str
    part: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOfHarm(Fact):
    """The passage that argues harm."""

    id: str
    heading: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HarmClaim(Fact):
    """One argument of harm. harm: capability-disclosure, mosaic, mapping, terrorism-threat-level; value: its level."""

    id: str
    harm: str
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicInterestFactor(Fact):
    """A passage of factors for one provision, one way. provision: concept id, None where the letter names none."""

    id: str
    favours: Favours
    provision: str | None
    citation: str | None
    heading: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancingTest(Fact):
    """The passage that weighs them. balance: maintain-ncnd, maintain-exemption, disclose, or None where not known.

    balance_status: explicit where the words say it, inferred where it follows from the answer given.
    """

    id: str
    heading: Span | None
    balance: str | None = None
    balance_status: Status | None = None
    balance_rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredPart(Fact):
    """A technology or a facet that a question asks about and its answer leaves out, or a question with no answer.

    facet: overt or covert.
    """

    id: str
    question: str
    technology: str | None
    facet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat(Fact):
    """A warning that the authority attaches to its answer. about: accuracy, comparability."""

    id: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Fact):
    """What the authority says of how it handled the request; the first words on each topic.

    topic: public-interest, estimate, advice, extension, clarification, ending.
    """

    id: str
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays(Fact):
    """Working days from the day after the request was received to the answer, that day included."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Fact):
    """An http(s) address printed in the answer."""

    id: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Fact):
    """A line that names the part after it. kind: request, response, evidence-of-harm, public-interest-test, …"""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """What could not be read. code: ``lead-in-without-list``, …; its rule is the code."""

    code: str
    span: Span | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the bytes came from. url: http(s) or None; media_type: of the bytes; hashes: SHA-256 in hexadecimal."""

    url: str | None
    sha256: str
    text_sha256: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """All that one letter says. ``text`` is what every span points into; furniture is the site's own words in it.

    kind: disclosure, or not-a-disclosure with its reason, and then no facts.
    """

    kind: Literal["disclosure", "not-a-disclosure"]
    kind_reason: str | None
    source: Source
    text: str
    furniture: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    authority: AuthorityFact | None = None
    reference: Reference | None = None
    regime: Regime | None = None
    dates: tuple[DateFact, ...] = ()
    request: Span | None = None
    questions: tuple[Question, ...] = ()
    responses: tuple[Response, ...] = ()
    citations: tuple[Citation, ...] = ()
    claims: tuple[LegalClaim, ...] = ()
    technologies: tuple[TechnologyMention, ...] = ()
    harm: tuple[EvidenceOfHarm, ...] = ()
    harm_claims: tuple[HarmClaim, ...] = ()
    factors: tuple[PublicInterestFactor, ...] = ()
    balances: tuple[BalancingTest, ...] = ()
    unanswered: tuple[UnansweredPart, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    remarks: tuple[Remark, ...] = ()
    working_days: WorkingDays | None = None
    links: tuple[Link, ...] = ()
    warnings: tuple[Warning, ...] = ()

    def words(self, span: Span) -> str:
        """The characters at a span."""
        return self.text[span.start : span.end]
