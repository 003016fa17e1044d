"""The extraction record: a disclosure as the JSON that ``foigraph extract`` prints (``record.schema.json``)."""

from __future__ import annotations

from typing import Any

from .model import (
    Axis,
    Disclosure,
    Fact,
    Heading,
    PeriodEnd,
    Phrase,
    Position,
    Question,
    Response,
    Span,
)

Json = dict[str, Any]


def to_record(disclosure: Disclosure, id: str | None = None) -> Json:
    """The record of one document; ``id`` is carried over from the line of JSONL that it came from.

    Spans are code point offsets into ``disclosure.text``; whatever has ``as_written`` has exactly those characters.
    """
    source = disclosure.source
    record: Json = {"id": id} if id is not None else {}
    record["kind"] = disclosure.kind
    if disclosure.kind_reason is not None:
        record["kind_reason"] = disclosure.kind_reason
    record["source"] = {
        "url": source.url, "sha256": source.sha256, "text_sha256": source.text_sha256, "media_type": source.media_type,
    }  # fmt: skip
    record["furniture"] = [{"span": list(span)} for span in disclosure.furniture]
    if disclosure.kind == "disclosure":
        record |= _Writer(disclosure).record()
    return record


class _Writer:
    """Holds the letter, whose words the record quotes."""

    def __init__(self, letter: Disclosure) -> None:
        self.letter = letter

    def record(self) -> Json:
        letter = self.letter
        return {
            "force": self._force(),
            "reference": self._reference(),
            "regime": {"id": letter.regime.id, **_fact(letter.regime)} if letter.regime else None,
            "dates": [{"kind": date.kind, "value": date.value, **self._quoted(date)} for date in letter.dates],
            "headings": [{"kind": heading.kind, **self._quoted(heading)} for heading in letter.headings],
            "request": self._request(),
            "questions": [self._question(question) for question in letter.questions],
            "responses": [self._response(response) for response in letter.responses],
            "citations": self._citations(),
            "claims": [
                {"id": claim.id, "citation": claim.citation, "property": claim.property, **self._quoted(claim)}
                for claim in letter.claims
            ],
            "technologies": [
                {"mention": mention.id, "id": mention.technology, "in": mention.part, **self._quoted(mention)}
                for mention in letter.technologies
            ],
            "reasoning": self._reasoning(),
            "unanswered": [
                {"question": part.question, "technology": part.technology, "facet": part.facet, **_fact(part)}
                for part in letter.unanswered
            ],
            "remarks": [{"id": remark.id, "topic": remark.topic, **_fact(remark)} for remark in letter.remarks],
            "working_days": (
                {"value": letter.working_days.value, **_fact(letter.working_days)} if letter.working_days else None
            ),
            "caveats": [{"id": caveat.id, "about": caveat.about, **_fact(caveat)} for caveat in letter.caveats],
            "links": [{"id": link.id, "url": link.url, **self._quoted(link)} for link in letter.links],
            "warnings": [
                {"code": warning.code, "message": warning.message, "span": _span(warning.span)}
                for warning in letter.warnings
            ],
        }

    def _quoted(self, fact: Fact) -> Json:
        """Status, rule and span, and the words there."""
        found = _fact(fact)
        if fact.span is not None:
            found["as_written"] = self.letter.words(fact.span)
        return found

    def _force(self) -> Json | None:
        authority = self.letter.authority
        if authority is None:
            return None
        return {"id": authority.id, "also": list(authority.also), **self._quoted(authority)}

    def _reference(self) -> Json | None:
        reference = self.letter.reference
        return {"value": reference.value, **self._quoted(reference)} if reference else None

    def _request(self) -> Json | None:
        request = self.letter.request
        if request is None:
            return None
        return {"span": list(request), "heading_span": _span(self._heading_before(request))}

    def _heading_before(self, span: Span) -> Span | None:
        heads: list[Heading] = [h for h in self.letter.headings if h.kind == "request" and h.span is not None]
        return next((h.span for h in reversed(heads) if h.span is not None and h.span.end <= span.start), None)

    def _question(self, question: Question) -> Json:
        found: Json = {"id": question.id, "number": question.number, **_fact(question), "depends_on": []}
        if question.depends_on is not None:
            found["depends_on"] = list(question.depends_on.questions)
            found["dependency_span"] = _span(question.depends_on.span)
        if question.period_start is not None or question.period_end is not None:
            found["period"] = {"start": _end(question.period_start), "end": _end(question.period_end)}
        return found

    def _response(self, response: Response) -> Json:
        return {
            "id": response.id, "answers": list(response.answers), "whole_request": response.whole_request,
            **_fact(response), "heading_span": _span(response.heading),
            "positions": [self._position(position) for position in response.positions],
        }  # fmt: skip

    def _position(self, position: Position) -> Json:
        found: Json = {"id": position.id, "questions": list(position.questions), **_fact(position)}
        for name in ("facet", "holding", "disclosure", "ground", "scope", "reason"):
            part: Axis | Phrase | None = getattr(position, name)
            if isinstance(part, Axis):
                found[name] = {"value": part.value, **_fact(part)}
            elif part is not None:
                found[name] = {**({"id": part.id} if part.id is not None else {}), **_fact(part)}
        found["outcome"] = position.outcome
        found["citations"] = list(position.citations)
        return found

    def _citations(self) -> list[Json]:
        return [
            {
                "id": c.id, "provision": c.provision, "regime": c.regime, "section": c.section, **self._quoted(c),
                "role": c.role, "ncnd": c.ncnd, "context": list(c.context),
                **({"inferred_provision": {"id": c.inferred_provision, "status": "inferred", "rule": c.inference_rule}}
                   if c.inferred_provision else {}),
            }
            for c in self.letter.citations
        ]  # fmt: skip

    def _reasoning(self) -> list[Json]:
        letter = self.letter
        found: list[Json] = [
            {"id": harm.id, "kind": "evidence-of-harm", "heading_span": _span(harm.heading), **_fact(harm)}
            for harm in letter.harm
        ]
        found += [
            {"id": claim.id, "kind": "harm-claim", "harm": claim.harm, "value": claim.value, **self._quoted(claim)}
            for claim in letter.harm_claims
        ]
        found += [
            {
                "id": factor.id, "kind": "factor", "favours": factor.favours, "provision": factor.provision,
                "citation": factor.citation, "heading_span": _span(factor.heading), **_fact(factor),
            }
            for factor in letter.factors
        ]  # fmt: skip
        found += [
            {
                "id": test.id, "kind": "balancing-test", "balance": test.balance, "balance_status": test.balance_status,
                "balance_rule": test.balance_rule, "heading_span": _span(test.heading), **_fact(test),
            }
            for test in letter.balances
        ]  # fmt: skip
        return sorted(found, key=lambda entry: entry["span"] or [0, 0])


def _fact(fact: Fact) -> Json:
    return {"status": fact.status, "rule": fact.rule, "span": _span(fact.span)}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _end(end: PeriodEnd | None) -> Json | None:
    return None if end is None else {"value": end.value, "open": end.open, **_fact(end)}
