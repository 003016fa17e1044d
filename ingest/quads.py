"""From the disclosure model to triples: one function for each kind of fact.

Every part of a letter is named ``{disclosure}#{kind}-{start}`` and is ``dcterms:isPartOf`` its disclosure. A thing
(question, citation, factor, …) carries its own status, rule and place; a plain value (reference, date, holding, …)
is stated twice, as a direct triple and as a ``foi:Assertion`` that carries them (DESIGN, "The model").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from ..ontology.terms import DCTERMS, FOI, RDF, RDFS, XSD, concept
from ..ontology.vocabulary import Vocabulary
from .model import Axis, Citation, Disclosure, Fact, Phrase, Position, Question, Response, Span

QUOTE_LIMIT = 1_000
"""Longer passages are not quoted in the graph; their offsets say where they stand in the text (code points)."""

CLAIM_SCHEMES = {
    "absolute": "absoluteness",
    "qualified": "absoluteness",
    "class": "test",
    "prejudice": "test",
}

Pair = tuple[NamedNode, NamedNode | Literal]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the triples of one reading of one letter go: the disclosure's IRI and the graph's."""

    disclosure: str
    graph: str

    def part(self, identifier: str) -> NamedNode:
        """The IRI of a part of the letter."""
        return NamedNode(f"{self.disclosure}#{identifier}")


def to_quads(letter: Disclosure, place: Place, vocabulary: Vocabulary) -> list[Quad]:
    """All triples of one letter, in the graph of ``place``; the letter must be of kind ``disclosure``."""
    graph = NamedNode(place.graph)
    return [
        Quad(subject, predicate, value, graph)
        for subject, pairs in _Writer(letter, place, vocabulary).descriptions()
        for predicate, value in pairs
    ]


def _date(value: str) -> Literal:
    return Literal(value, datatype=XSD.date)


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)


@cache
def _rule(identifier: str) -> Literal:
    """A rule, as every fact that it found names it."""
    return Literal(identifier)


def _boolean(value: bool) -> Literal:
    return Literal("true" if value else "false", datatype=XSD.boolean)


class _Writer:
    """Holds what every function below needs: the letter, its place and the concepts."""

    def __init__(self, letter: Disclosure, place: Place, vocabulary: Vocabulary) -> None:
        self.letter = letter
        self.vocabulary = vocabulary
        self.part = place.part
        self.disclosure = NamedNode(place.disclosure)

    def descriptions(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        yield self.disclosure, list(self._letter())
        yield from self._values()
        yield from self._request()
        for response in self.letter.responses:
            yield from self._response(response)
        for citation in self.letter.citations:
            yield self._thing(citation.id, FOI.Citation, citation, self._citation(citation))
        yield from self._claims()
        yield from self._mentions()
        yield from self._reasoning()
        yield from self._margins()

    # what a fact carries

    def _evidence(self, fact: Fact) -> list[Pair]:
        pairs: list[Pair] = [(FOI.status, concept("status", fact.status)), (FOI.rule, _rule(fact.rule))]
        return pairs if fact.span is None else pairs + self._extent(fact.span)

    def _extent(self, span: Span) -> list[Pair]:
        pairs: list[Pair] = [(FOI.start, _integer(span.start)), (FOI.end, _integer(span.end))]
        if span.end - span.start <= QUOTE_LIMIT:
            pairs.append((FOI.quote, Literal(self.letter.words(span))))
        return pairs

    def _thing(
        self, identifier: str, kind: NamedNode, fact: Fact, pairs: Iterator[Pair] | list[Pair]
    ) -> tuple[NamedNode, list[Pair]]:
        common: list[Pair] = [(RDF.type, kind), (DCTERMS.isPartOf, self.disclosure)]
        return self.part(identifier), [*common, *self._evidence(fact), *pairs]

    def _assertion(
        self, name: str, fact: Fact, about: NamedNode, prop: NamedNode, value: NamedNode | Literal
    ) -> tuple[NamedNode, list[Pair]]:
        pairs: list[Pair] = [(FOI.about, about), (FOI.property, prop), (FOI.value, value)]
        return self._thing(f"assertion-{name}", FOI.Assertion, fact, pairs)

    def _authority(self, identifier: str) -> NamedNode:
        return NamedNode(self.vocabulary.authorities[identifier].iri)

    # the letter as a whole

    def _letter(self) -> Iterator[Pair]:
        letter = self.letter
        yield RDF.type, FOI.Disclosure
        yield RDFS.label, Literal(self._label())
        yield FOI.reviewState, concept("review-state", "machine-read")
        yield FOI.textLength, _integer(len(letter.text))
        for identifier in self._authorities():
            yield FOI.publicAuthority, self._authority(identifier)
        for _, prop, value in self._plain_values():
            if prop != FOI.publicAuthority:
                yield prop, value
        if letter.request is not None or letter.questions:
            yield FOI.request, self.part("request")
        for response in letter.responses:
            yield FOI.response, self.part(response.id)

    def _label(self) -> str:
        authority, reference = self.letter.authority, self.letter.reference
        name = self.vocabulary.authorities[authority.id].name if authority else "Unnamed authority"
        return f"{name} {reference.value}" if reference else f"{name}, no reference printed"

    def _authorities(self) -> tuple[str, ...]:
        authority = self.letter.authority
        return (authority.id, *authority.also) if authority else ()

    def _plain_values(self) -> Iterator[tuple[Fact, NamedNode, NamedNode | Literal]]:
        letter = self.letter
        if letter.authority:
            for identifier in self._authorities():
                yield letter.authority, FOI.publicAuthority, self._authority(identifier)
        if letter.reference:
            yield letter.reference, FOI.reference, Literal(letter.reference.value)
        if letter.regime:
            yield letter.regime, FOI.regime, concept("regime", letter.regime.id)
        dates = {"received": FOI.receivedDate, "response": FOI.responseDate, "disclosed": FOI.disclosedDate}
        for date in letter.dates:
            yield date, dates[date.kind], _date(date.value)
        if letter.working_days:
            yield letter.working_days, FOI.workingDays, _integer(letter.working_days.value)

    def _values(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        for number, (fact, prop, value) in enumerate(self._plain_values()):
            name = prop.value.rpartition("#")[2]
            place = fact.span.start if fact.span else "inferred"
            yield self._assertion(f"{name}-{place}-{number}", fact, self.disclosure, prop, value)

    # request and questions

    def _request(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        letter = self.letter
        if letter.request is None and not letter.questions:
            return
        pairs: list[Pair] = [(RDF.type, FOI.Request), (DCTERMS.isPartOf, self.disclosure)]
        if letter.request is not None:
            pairs += self._extent(letter.request)
        pairs += [(FOI.question, self.part(question.id)) for question in letter.questions]
        yield self.part("request"), pairs
        for question in letter.questions:
            yield from self._question(question)

    def _question(self, question: Question) -> Iterator[tuple[NamedNode, list[Pair]]]:
        node = self.part(question.id)
        pairs: list[Pair] = []
        assertions = []
        if question.number is not None:
            pairs.append((FOI.number, Literal(question.number)))
        for name, prop, end in (
            ("period-start", FOI.periodStart, question.period_start),
            ("period-end", FOI.periodEnd, question.period_end),
        ):
            if end is None:
                continue
            value: tuple[NamedNode, Literal] = (FOI.periodOpen, _boolean(True))
            if end.value is not None:
                value = (prop, _date(end.value))
            pairs.append(value)
            assertions.append(self._assertion(f"{name}-{question.id}", end, node, *value))
        if question.depends_on is not None:
            for other in question.depends_on.questions:
                pairs.append((FOI.dependsOn, self.part(other)))
                name = f"depends-{question.id}-{other}"
                assertions.append(self._assertion(name, question.depends_on, node, FOI.dependsOn, self.part(other)))
        yield self._thing(question.id, FOI.Question, question, pairs)
        yield from assertions

    # responses and positions

    def _response(self, response: Response) -> Iterator[tuple[NamedNode, list[Pair]]]:
        pairs: list[Pair] = [(FOI.answersWholeRequest, _boolean(response.whole_request))]
        pairs += [(FOI.questionNumber, Literal(number)) for number in dict.fromkeys(response.answers)]
        answered = [q for p in response.positions for q in p.question_ids]
        pairs += [(FOI.answers, self.part(question)) for question in dict.fromkeys(answered)]
        pairs += [(FOI.position, self.part(position.id)) for position in response.positions]
        yield self._thing(response.id, FOI.Response, response, pairs)
        for position in response.positions:
            yield from self._position(position)

    def _position(self, position: Position) -> Iterator[tuple[NamedNode, list[Pair]]]:
        node = self.part(position.id)
        pairs: list[Pair] = [(FOI.outcome, concept("outcome", position.outcome))]
        pairs += [(FOI.questionNumber, Literal(number)) for number in dict.fromkeys(position.questions)]
        pairs += [(FOI.onQuestion, self.part(question)) for question in dict.fromkeys(position.question_ids)]
        pairs += [(FOI.citation, self.part(citation)) for citation in dict.fromkeys(position.citations)]
        others = []
        for name, prop, fact in (
            ("facet", FOI.facet, position.facet),
            ("holding", FOI.holding, position.holding),
            ("disclosure", FOI.disclosure, position.disclosure),
            ("ground", FOI.ground, position.ground),
        ):
            value = fact.value if isinstance(fact, Axis) else fact.id if fact else None
            if fact is not None and value is not None:
                scheme = "facet" if prop == FOI.facet else "outcome"
                pairs.append((prop, concept(scheme, value)))
                others.append(self._assertion(f"{name}-{position.id}", fact, node, prop, concept(scheme, value)))
        for name, kind, prop, phrase in (
            ("scope", FOI.Scope, FOI.scope, position.scope),
            ("reason", FOI.StatedReason, FOI.statedReason, position.reason),
        ):
            if phrase is not None:
                pairs.append((prop, self.part(self._phrase(name, position, phrase))))
                others.append(self._thing(self._phrase(name, position, phrase), kind, phrase, []))
        yield self._thing(position.id, FOI.Position, position, pairs)
        yield from others

    @staticmethod
    def _phrase(name: str, position: Position, phrase: Phrase) -> str:
        return f"{name}-{phrase.span.start if phrase.span else 'inferred'}-{position.id}"

    # citations and what is said of them

    def _citation(self, citation: Citation) -> Iterator[Pair]:
        yield FOI.regime, concept("regime", citation.regime)
        yield FOI.section, Literal(citation.section)
        yield FOI.role, concept("role", citation.role)
        yield FOI.forNeitherConfirmNorDeny, _boolean(citation.ncnd)
        yield FOI.context, Literal(self.letter.words(citation.context))
        if citation.provision is not None:
            yield FOI.provision, concept("provision", citation.provision)
        if citation.inferred_provision is not None:
            yield FOI.inferredProvision, concept("provision", citation.inferred_provision)
            yield FOI.inferenceRule, Literal(citation.inference_rule or "")

    def _claims(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        for claim in self.letter.claims:
            said = concept(CLAIM_SCHEMES[claim.property], claim.property)
            pairs: list[Pair] = [(FOI.citation, self.part(claim.citation)), (FOI.claimedProperty, said)]
            yield self._thing(claim.id, FOI.LegalClaim, claim, pairs)

    def _mentions(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        for mention in self.letter.technologies:
            pairs: list[Pair] = [(FOI.technology, concept("technology", mention.technology))]
            if mention.part is not None:
                pairs.append((FOI.inPart, self.part(mention.part)))
            yield self._thing(mention.id, FOI.TechnologyMention, mention, pairs)

    # reasoning

    def _reasoning(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        for harm in self.letter.harm:
            yield self._thing(harm.id, FOI.EvidenceOfHarm, harm, [])
        for argument in self.letter.harm_claims:
            pairs: list[Pair] = [(FOI.harm, concept("harm", argument.harm))]
            if argument.value is not None:
                pairs.append((FOI.harmValue, Literal(argument.value)))
            yield self._thing(argument.id, FOI.HarmClaim, argument, pairs)
        for factor in self.letter.factors:
            pairs = [(FOI.favours, concept("favours", factor.favours))]
            if factor.provision is not None:
                pairs.append((FOI.provision, concept("provision", factor.provision)))
            if factor.citation is not None:
                pairs.append((FOI.citation, self.part(factor.citation)))
            yield self._thing(factor.id, FOI.PublicInterestFactor, factor, pairs)
        for test in self.letter.balances:
            node, pairs = self._thing(test.id, FOI.BalancingTest, test, [])
            if test.balance is None:
                yield node, pairs
                continue
            value = concept("balance", test.balance)
            yield node, [*pairs, (FOI.balance, value)]
            status = test.balance_status or "inferred"
            words = test.span if status == "explicit" else None
            fact = Fact(status=status, rule=test.balance_rule or test.rule, span=words)
            yield self._assertion(f"balance-{test.id}", fact, node, FOI.balance, value)

    # the rest

    def _margins(self) -> Iterator[tuple[NamedNode, list[Pair]]]:
        for missing in self.letter.unanswered:
            pairs: list[Pair] = [(FOI.aboutQuestion, self.part(missing.question))]
            if missing.technology is not None:
                pairs.append((FOI.technology, concept("technology", missing.technology)))
            if missing.facet is not None:
                pairs.append((FOI.facet, concept("facet", missing.facet)))
            yield self._thing(missing.id, FOI.UnansweredPart, missing, pairs)
        for caveat in self.letter.caveats:
            yield self._thing(caveat.id, FOI.Caveat, caveat, [(FOI.code, Literal(caveat.about))])
        for remark in self.letter.remarks:
            yield self._thing(remark.id, FOI.Remark, remark, [(FOI.code, Literal(remark.topic))])
        for link in self.letter.links:
            yield self._thing(link.id, FOI.Link, link, [(FOI.url, Literal(link.url, datatype=XSD.anyURI))])
        for number, warning in enumerate(self.letter.warnings):
            place = warning.span.start if warning.span else "text"
            fact = Fact(status="inferred", rule=f"warning.{warning.code}", span=warning.span)
            said: list[Pair] = [(FOI.code, Literal(warning.code)), (FOI.message, Literal(warning.message))]
            yield self._thing(f"warning-{place}-{number}", FOI.ReadingWarning, fact, said)
