"""Fictional letters from invented forces, written part by part so that every span is where its words are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from foigraph.ingest.model import (
    AuthorityFact,
    Axis,
    BalancingTest,
    Citation,
    DateFact,
    Dependency,
    Disclosure,
    LegalClaim,
    Phrase,
    Position,
    PublicInterestFactor,
    Question,
    Reference,
    Regime,
    Response,
    Role,
    Source,
    Span,
    TechnologyMention,
    UnansweredPart,
    Warning,
)

BASE = "https://letters.example/foi/"


@dataclass
class Letter:
    """Writes a letter part by part, so that every span is where its words are."""

    authority: str | None
    key: str
    reference: str | None = None
    also: tuple[str, ...] = ()
    response_date: str | None = None
    received: str | None = None
    text: str = "FOI answer.\n"
    questions: list[Question] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    claims: list[LegalClaim] = field(default_factory=list)
    technologies: list[TechnologyMention] = field(default_factory=list)
    factors: list[PublicInterestFactor] = field(default_factory=list)
    balances: list[BalancingTest] = field(default_factory=list)
    unanswered: list[UnansweredPart] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)

    @property
    def iri(self) -> str:
        return f"{BASE}disclosure/{self.authority or 'unknown'}/{self.key}"

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words + "\n"
        return Span(start, start + len(words))

    def ask(self, number: str | None, words: str, *, after: str | None = None) -> str:
        span = self.add(words)
        depends = Dependency(rule="depends", span=span, questions=(after,)) if after else None
        self.questions.append(
            Question(rule="question", span=span, id=f"question-{span.start}", number=number, depends_on=depends)
        )
        return self.questions[-1].id

    def name(self, technology: str, part: str | None) -> None:
        span = self.add(technology)
        identifier = f"technology-{span.start}"
        self.technologies.append(
            TechnologyMention(rule="technology", span=span, id=identifier, technology=technology, part=part)
        )

    def cite(
        self,
        section: str,
        provision: str | None,
        *,
        role: Role = "relied-on",
        regime: str = "FOIA2000",
        inferred: str | None = None,
        context: str = "We rely on {}.",
        read: str = "explicit",
    ) -> str:
        before, _, after = context.partition("{}")
        around = self.add(before + section + after)
        span = Span(around.start + len(before), around.start + len(before) + len(section))
        self.citations.append(
            Citation(
                status="explicit" if read == "explicit" else "inferred",
                rule="citation.list",
                span=span,
                id=f"citation-{span.start}",
                regime=regime,
                section=section.removeprefix("section "),
                provision=provision,
                role=role,
                ncnd=inferred is not None,
                context=around,
                inferred_provision=inferred,
                inference_rule="inferred.ncnd-limb" if inferred else None,
            )
        )
        return self.citations[-1].id

    def claim(self, citation: str, what: str, words: str) -> None:
        span = self.add(words)
        self.claims.append(
            LegalClaim(rule="claim", span=span, id=f"claim-{span.start}", citation=citation, property=what)
        )

    def respond(self, *positions: Position, whole: bool = False) -> str:
        span = self.add("Response.")
        numbers = tuple(dict.fromkeys(number for position in positions for number in position.questions))
        self.responses.append(
            Response(
                rule="response",
                span=span,
                id=f"response-{span.start}",
                answers=numbers,
                whole_request=whole,
                heading=None,
                positions=positions,
            )
        )
        return self.responses[-1].id

    def position(
        self,
        outcome: str,
        *,
        on: tuple[str, ...] = (),
        facet: str | None = None,
        holding: str | None = None,
        citations: tuple[str, ...] = (),
        words: str = "So we answer.",
    ) -> Position:
        span = self.add(words)
        numbers = {question.number: question.id for question in self.questions}
        return Position(
            rule="position",
            span=span,
            id=f"position-{span.start}",
            questions=on,
            question_ids=tuple(numbers[number] for number in on if number in numbers),
            outcome=outcome,  # type: ignore[arg-type]
            facet=Phrase(rule="facet", span=span, id=facet) if facet else None,
            holding=Axis(rule="holding", span=span, value=holding) if holding else None,
            citations=citations,
        )

    def build(self) -> Disclosure:
        fact = Span(0, 3)
        dates = [("response", self.response_date), ("received", self.received)]
        return Disclosure(
            kind="disclosure",
            kind_reason=None,
            source=Source(url=None, sha256="0" * 64, text_sha256="0" * 64, media_type="text/plain"),
            text=self.text,
            authority=AuthorityFact(rule="authority", span=fact, id=self.authority, also=self.also)
            if self.authority
            else None,
            reference=Reference(rule="reference", span=fact, value=self.reference) if self.reference else None,
            regime=Regime(rule="regime", span=fact, id="FOIA2000"),
            dates=tuple(DateFact(rule="date", span=fact, kind=k, value=v) for k, v in dates if v),  # type: ignore[arg-type]
            questions=tuple(self.questions),
            responses=tuple(self.responses),
            citations=tuple(self.citations),
            claims=tuple(self.claims),
            technologies=tuple(self.technologies),
            factors=tuple(self.factors),
            balances=tuple(self.balances),
            unanswered=tuple(self.unanswered),
            warnings=tuple(self.warnings),
        )


def split_letter() -> Letter:
    """Overt use is not held, covert use neither confirmed nor denied; section 23 is written, 23(5) follows."""
    letter = Letter("harrowmere", "12-2023", "12/2023", response_date="2023-05-02", received="2022-12-30")
    for number, technology in (("1", "live-facial-recognition"), ("2", "gait-recognition"), ("10", "drone")):
        letter.name(technology, letter.ask(number, f"{number}. What do you hold on it?"))
    overt = letter.position("not-held", on=("1", "2", "10"), facet="overt", holding="not-held", words="No overt use.")
    first = letter.cite("section 23", "foia2000-23", inferred="foia2000-23-5", context="We neither confirm, {} applies")
    second = letter.cite("24(2)", "foia2000-24-2")
    letter.claim(first, "absolute", "an absolute exemption")
    letter.claim(second, "prejudice", "a prejudice-based exemption")
    covert = letter.position(
        "ncnd", on=("10", "2", "1"), facet="covert", holding="not-confirmed", citations=(first, second), words="Covert."
    )
    letter.respond(overt, covert)
    for favours, words in (("confirming", "People want to know."), ("not-confirming", "Criminals would know.")):
        span = letter.add(words)
        letter.factors.append(
            PublicInterestFactor(
                rule="factor",
                span=span,
                id=f"factor-{span.start}",
                favours=favours,  # type: ignore[arg-type]
                provision="foia2000-24-2",
                citation=second,
                heading=None,
            )
        )
    span = letter.add("On balance we neither confirm nor deny.")
    letter.balances.append(
        BalancingTest(
            rule="balance",
            span=span,
            id=f"balance-{span.start}",
            heading=None,
            balance="maintain-ncnd",
            balance_status="explicit",
            balance_rule="balance.said",
        )
    )
    return letter


def flat_letter() -> Letter:
    """One flat answer to the whole request, with 23(5) written out; section 23 stands again in an explanation."""
    letter = Letter("wexcombe", "77-2022", "FOI 77/22", response_date="2022-03-01")
    letter.name("facial-recognition", letter.ask(None, "Do you use it?"))
    cited = letter.cite("23(5)", "foia2000-23-5")
    letter.cite("section 23", "foia2000-23", role="explained", context="{} is about security bodies.")
    letter.respond(letter.position("ncnd", holding="not-confirmed", citations=(cited,)), whole=True)
    return letter


def joint_letter() -> Letter:
    """Two bodies answer together: one question refused, one left out."""
    letter = Letter("harrowmere", "5-2024", "5/2024", also=("wexcombe",), response_date="2024-01-09")
    first = letter.ask("1", "1. How many drones?")
    second = letter.ask("2", "2. Which models?", after=first)
    letter.name("drone", first)
    letter.name("drone", second)
    cited = letter.cite("section 31(1)(a)", "foia2000-31-1-a")
    letter.cite("section 23", "foia2000-23", role="negated", context="{} is not relied on.")
    letter.respond(letter.position("refused", on=("1",), holding="held", citations=(cited,)))
    letter.unanswered += [
        UnansweredPart(
            status="inferred", rule="unanswered", span=None, id="unanswered-1", question=second, technology=None
        ),
        UnansweredPart(
            status="inferred",
            rule="unanswered.technology",
            span=None,
            id="unanswered-2",
            question=first,
            technology="drone",
        ),
    ]
    return letter


def scottish_letter() -> Letter:
    """Another Act; a provision that the vocabulary does not have; disclosed in part."""
    letter = Letter("norbrook", "x9", "2023-X9", response_date="2023-11-30")
    letter.name("drone", letter.ask("1", "1. How many?"))
    cited = (
        letter.cite("30(b)(i)", "foisa2002-30-b-i", regime="FOISA2002"),
        letter.cite("999", None, regime="FOISA2002"),
    )
    letter.respond(letter.position("partly-disclosed", on=("1",), holding="part-held", citations=cited))
    return letter


def environmental_letter() -> Letter:
    """Under the EIR: the exception is read from no words of its own, so it is inferred."""
    letter = Letter("norbrook", "x10", "2022-X10", received="2022-07-07")
    cited = letter.cite("12(5)(b)", "eir2004-12-5-b", regime="EIR2004", read="inferred")
    letter.ask("1", "1. Noise?")
    letter.respond(letter.position("refused", on=("1",), citations=(cited,)))
    return letter


def damaged_letter() -> Letter:
    """Nobody is named, nothing is dated, and the list of exemptions was lost."""
    letter = Letter(None, "x0123456789ab")
    span = letter.add("The following exemptions apply:")
    letter.warnings.append(Warning(code="lead-in-without-list", span=span, message="a list was announced and is lost"))
    letter.warnings.append(Warning(code="attachment-not-read", span=None, message="an attachment was not read"))
    letter.respond(letter.position("not-visible"), whole=True)
    return letter


LETTERS: tuple[Callable[[], Letter], ...] = (
    split_letter,
    flat_letter,
    joint_letter,
    scottish_letter,
    environmental_letter,
    damaged_letter,
)
