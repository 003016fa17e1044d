"""Harm, public-interest factors and the balance, as the letter argues them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...ontology.vocabulary import Vocabulary
from ..beginnings import compiled
from ..model import (
    BalancingTest,
    Citation,
    EvidenceOfHarm,
    Favours,
    HarmClaim,
    PublicInterestFactor,
    Span,
    Status,
    Warning,
)
from ..parts import Segments
from ..places import Places
from ..rules import Rule, rule
from .sections import named

CAPABILITY = rule(
    "harm.capability-disclosure",
    "it would show what the force can and cannot do",
    r"\bwould (?:show|reveal|tell|indicate)\b[^.\n]{0,80}\b(?:capabilit\w{1,4}|capacity|"
    r"tactical abilit\w{1,4})\b[^.\n]{0,300}\.",
    (
        "would show criminals what the capacity of the force is.",
        "would show criminals what the capacity of the force is.",
    ),
    ("capacity is low.", None),
)
MOSAIC = rule(
    "harm.mosaic",
    "answers of several bodies together would say more than each",
    r"\b[^.\n]{0,80}\b(?:increased|compounded|worse)\b[^.\n]{0,80}\b(?:several|different|every|other|"
    r"all)\b[^.\n]{0,60}\b(?:bodies|forces|agencies)\b[^.\n]{0,40}\.",
    ("This effect is increased if asked of several forces.", "This effect is increased if asked of several forces."),
    ("several forces answered.", None),
)
MAPPING = rule(
    "harm.mapping",
    "where a tactic is used could be drawn as a map",
    r"\b(?:those intent|criminals|offenders|individuals)\b[^.\n]{0,80}\b(?:able to map|could map|"
    r"to map)\b[^.\n]{0,120}\.",
    (
        "criminals would be able to map where tactics are used.",
        "criminals would be able to map where tactics are used.",
    ),
    ("a map of roads.", None),
)
THREAT = rule(
    "harm.terrorism-threat-level",
    "the threat level that the letter states",
    r"\bthe (?:current )?threat level (?:is |"
    r"for [^.\n]{0,40} is )?(?:currently )?(?:set )?at (?P<value>critical|severe|substantial|moderate|low)\b",
    ("the threat level is set at Substantial.", "the threat level is set at Substantial"),
    ("the threat level: see", None),
)
BALANCE_SAID = rule(
    "balance.said",
    "the letter says where the balance lies",
    r"\b(?:public interest|balance)\b[^.\n]{0,80}?(?:(?P<ncnd>favours? neither confirming)|"
    r"(?P<maintain>(?:lies|in) (?:in )?maintaining|favours? (?:maintaining|non-disclosure|withholding))"
    r"|(?P<disclose>(?:favours?|lies in) (?:disclosure|release)))",
    ("the public interest favours neither confirming nor denying", "public interest favours neither confirming"),
    ("the public interest is wide", None),
)
BALANCE_FOLLOWS = Rule(
    "balance.follows-from-answer",
    "the letter never says where the balance lies; it neither confirmed nor denied, or withheld, all the same",
)
PASSAGE = Rule("reasoning.passage", "from the heading to the next one")
FACTOR = Rule(
    "factor.under-heading", "the passage under a heading of factors, for the provision that the heading names"
)
RULES: tuple[Rule, ...] = (CAPABILITY, MOSAIC, MAPPING, THREAT, BALANCE_SAID, BALANCE_FOLLOWS, PASSAGE, FACTOR)
HARMS = (CAPABILITY, MOSAIC, MAPPING, THREAT)
_STRETCH = compiled(r"[^.\n]+\.?")


@dataclass(frozen=True, slots=True)
class Reasoning:
    """All of it."""

    harm: tuple[EvidenceOfHarm, ...]
    claims: tuple[HarmClaim, ...]
    factors: tuple[PublicInterestFactor, ...]
    balances: tuple[BalancingTest, ...]
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    kind: str
    heading: Span
    span: Span


def reasoning(parts: Segments, found: list[Citation], regime: str, vocabulary: Vocabulary) -> Reasoning:
    """Passages under headings, and the arguments in them."""
    passages = list(_passages(parts))
    harm = tuple(
        EvidenceOfHarm(id=f"harm-{p.span.start}", heading=p.heading, rule=PASSAGE.id, span=p.span)
        for p in passages if p.kind == "evidence-of-harm"
    )  # fmt: skip
    relied = [citation for citation in found if citation.role == "relied-on"]
    factors, warnings = _factors(parts.text, passages, relied, regime, vocabulary)
    usual = ("maintain-ncnd" if any(c.ncnd for c in relied) else "maintain-exemption") if relied else None
    balances = tuple(_balance(parts.text, p, usual) for p in passages if p.kind == "balancing-test")
    return Reasoning(harm, tuple(_claims(parts, passages)), factors, balances, tuple(warnings))


def _passages(parts: Segments) -> list[_Passage]:
    """The lines under each heading, to the next heading or the end of that answer."""
    heads = {heading.span: heading.kind for heading in parts.headings if heading.span is not None}
    answers = Places((Span(part.span.start, part.span.start + 1), True) for part in parts.responses if part.answers)
    found: list[_Passage] = []
    current: tuple[str, Span] | None = None
    start = end = 0
    for line, zone in zip(parts.lines, parts.zones, strict=True):
        kind = heads.get(line.span)
        over = kind is not None or zone not in {"response", "statute"} or bool(answers.beginning_in(line.span))
        if over and current is not None:
            if end > start:
                found.append(_Passage(current[0], current[1], Span(start, end)))
            current = None
        if kind in {"evidence-of-harm", "factor", "balancing-test", "public-interest-test"}:
            current, start, end = (kind, line.span), 0, 0
        elif current is not None:
            start, end = start or line.span.start, line.span.end
    if current is not None and end > start:
        found.append(_Passage(current[0], current[1], Span(start, end)))
    return found


def _claims(parts: Segments, passages: list[_Passage]) -> list[HarmClaim]:
    found = []
    for passage in passages:
        if passage.kind != "evidence-of-harm":
            continue
        for one, match in _harms(parts.text, passage.span):
            name = one.id.partition(".")[2]
            value = match["value"].lower() if one is THREAT else None
            found.append(
                HarmClaim(
                    id=f"harm-claim-{match.start()}", harm=name, value=value, rule=one.id, span=Span(*match.span())
                )
            )
    return sorted(found, key=lambda claim: claim.span or Span(0, 0))


def _harms(text: str, passage: Span) -> Iterator[tuple[Rule, re.Match[str]]]:
    """What is argued, sentence by sentence: no rule of harm goes beyond a full stop or the end of a line."""
    for stretch in _STRETCH.finditer(text, *passage):
        for one in HARMS:
            for match in one.find(text, *stretch.span()):
                yield one, match


def _factors(
    text: str, passages: list[_Passage], relied: list[Citation], regime: str, vocabulary: Vocabulary
) -> tuple[tuple[PublicInterestFactor, ...], list[Warning]]:
    factors, warnings = [], []
    inside = _inside(relied)
    for passage in passages:
        if passage.kind != "factor":
            continue
        favours = _favours(text[slice(*passage.heading)])
        if favours is None:
            message = "the heading does not say which way these factors go"
            warnings.append(Warning(code="ambiguous-factor-heading", span=passage.heading, message=message))
            continue
        provision, citation = _provision(text, passage.heading, inside, regime, vocabulary)
        factors.append(PublicInterestFactor(
            id=f"factor-{passage.span.start}", favours=favours, provision=provision, citation=citation,
            heading=passage.heading, rule=FACTOR.id, span=passage.span,
        ))  # fmt: skip
    return tuple(factors), warnings


def _favours(heading: str) -> Favours | None:
    """Which way the factors under a heading go; None for ``Factors favouring Section 31``, which is used both ways."""
    words = heading.lower()
    against = "against" in words
    if "neither confirm" in words or "not confirm" in words or "non-confirm" in words:
        return "confirming" if against else "not-confirming"
    if "confirm" in words:
        return "not-confirming" if against else "confirming"
    if any(word in words for word in ("non-disclosure", "non disclosure", "withholding", "maintaining", "not disclos")):
        return "disclosure" if against else "maintaining"
    if "disclos" in words or "release" in words:
        return "maintaining" if against else "disclosure"
    return None


def _inside(relied: list[Citation]) -> dict[str, dict[str, Citation]]:
    """Section -> what is relied on of it, the section itself or parts: the first citation of each."""
    found: dict[str, dict[str, Citation]] = {}
    for citation in relied:
        section = citation.section
        for end in [*(bracket.start() for bracket in re.finditer(r"\(", section)), len(section)]:
            found.setdefault(section[:end], {}).setdefault(section, citation)
    return found


def _provision(
    text: str, heading: Span, relied: dict[str, dict[str, Citation]], regime: str, vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """The provision that a heading names, and the citation relied on that it speaks of.

    A section of which exactly one part is relied on stands for that part.
    """
    group = next(named(text, heading.start, heading.end), None)
    if group is None:
        return None, None
    section = group[0].section
    inside = relied.get(section, {})
    if len(inside) == 1:
        citation = next(iter(inside.values()))
        return citation.provision, citation.id
    provision = vocabulary.provision(regime, section)
    return (provision.id if provision else None), None


def _balance(text: str, passage: _Passage, usual: str | None) -> BalancingTest:
    """usual: where the balance lies if the answer is consistent and the passage does not say it."""
    said = list(BALANCE_SAID.find(text, passage.span.start, passage.span.end))
    status: Status | None
    value: str | None
    by: str | None
    if said:
        last = said[-1]
        value = "maintain-ncnd" if last["ncnd"] else "maintain-exemption" if last["maintain"] else "disclose"
        status, by = "explicit", BALANCE_SAID.id
    else:
        value = usual
        status, by = ("inferred", BALANCE_FOLLOWS.id) if usual else (None, None)
    return BalancingTest(
        id=f"balance-{passage.span.start}", heading=passage.heading, balance=value, balance_status=status,
        balance_rule=by, rule=PASSAGE.id, span=passage.span,
    )  # fmt: skip
