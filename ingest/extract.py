"""Reading one letter: from its text to the disclosure model."""

from __future__ import annotations

import datetime
import hashlib
import re

from ..ontology.vocabulary import Vocabulary
from .beginnings import compiled
from .extractors import (
    acts,
    authority,
    citations,
    claims,
    dates,
    doubts,
    kind,
    margins,
    positions,
    questions,
    reasoning,
    remarks,
)
from .extractors import reference as references
from .extractors import technologies as mentions
from .extractors.unanswered import unanswered
from .model import DateFact, Disclosure, Source, Span, WorkingDays
from .parts import Segments
from .places import Places
from .readers import Text
from .segment import segment
from .working_days import COUNTED_BY, parts_of, working_days

DEFAULT_REGIME = "FOIA2000"
OPENING_LINES = 15
REVIEW = compiled(r"\binternal review\b|\breview of (?:the |our )?decision\b", re.IGNORECASE)


def extract(text: Text, vocabulary: Vocabulary) -> Disclosure:
    """All that a letter says. Any text gives a result; one that is no disclosure has its reason and no facts."""
    parts = segment(text.text)
    source = Source(
        url=text.url,
        sha256=text.sha256,
        text_sha256=hashlib.sha256(text.text.encode()).hexdigest(),
        media_type=text.media_type,
    )
    reference = references.reference(parts)
    dated = dates.dates(parts)
    reason = kind.not_a_disclosure(
        parts, text.url, reference is not None, any(date.kind != "response" for date in dated)
    )
    if reason is not None:
        return Disclosure(
            kind="not-a-disclosure", kind_reason=reason, source=source, text=text.text, furniture=parts.furniture
        )
    body = authority.authority(parts, text.url, reference.span if reference else None, vocabulary)
    regime = acts.letter_regime(parts, body.id if body else None, vocabulary)
    applied = regime.id if regime else DEFAULT_REGIME
    cited, warnings = citations.citations(parts, applied, vocabulary)
    argued = reasoning.reasoning(parts, cited, applied, vocabulary)
    asked = questions.questions(parts)
    answered = positions.responses(parts, cited, _passages(argued))
    within = [Places((part.span, part.id) for part in found if part.span is not None) for found in (asked, answered)]
    named = mentions.technologies(parts, within, vocabulary)
    return Disclosure(
        kind="disclosure", kind_reason=None, source=source, text=text.text, furniture=parts.furniture,
        headings=parts.headings, authority=body, reference=reference, regime=regime, dates=dated,
        request=parts.request, questions=asked, responses=answered, citations=tuple(cited),
        claims=claims.claims(parts.text, cited),
        technologies=named, harm=argued.harm, harm_claims=argued.claims, factors=argued.factors,
        balances=argued.balances, unanswered=unanswered(parts.text, asked, answered, named),
        caveats=margins.caveats(parts), remarks=remarks.remarks(parts),
        working_days=None if _reviews(parts) else _working_days(dated, applied), links=margins.links(parts),
        warnings=(*warnings, *argued.warnings, *doubts.doubts(parts, body, cited, dated, asked, vocabulary)),
    )  # fmt: skip


def _working_days(dated: tuple[DateFact, ...], regime: str) -> WorkingDays | None:
    """From the two dates that are printed, where there is one of each."""
    printed = {kind: {date.value for date in dated if date.kind == kind} for kind in ("received", "response")}
    if any(len(values) != 1 for values in printed.values()):
        return None
    (received,), (answered,) = printed["received"], printed["response"]
    value = working_days(datetime.date.fromisoformat(received), datetime.date.fromisoformat(answered), regime)
    if value is None:
        return None
    return WorkingDays(status="inferred", rule=COUNTED_BY[parts_of(regime)].id, span=None, value=value)


def _reviews(parts: Segments) -> bool:
    """Whether it is the outcome of an internal review: its date is not that of the answer to the request."""
    opening = parts.spoken("preface", "heading")[:OPENING_LINES]
    return any(REVIEW.search(line.text) for line in opening)


def _passages(argued: reasoning.Reasoning) -> tuple[Span, ...]:
    facts = (*argued.harm, *argued.factors, *argued.balances)
    return tuple(fact.span for fact in facts if fact.span is not None)
