"""What the authority says of how it handled the request: which topics it speaks of, and the first words on each.

The shapes of the statute ask whether anything was said of these at all, so the rules are wide: words on a topic that is
spoken of only in passing cost a finding, words that are missed make a false one.
"""

from __future__ import annotations

from ..model import Remark, Span
from ..parts import Segments, Zone
from ..rulefile import rules_of
from ..rules import Rule

_BY_ID = rules_of(__package__, "remarks.toml")
PUBLIC_INTEREST = _BY_ID["remark.public-interest"]
ESTIMATE = _BY_ID["remark.estimate"]
ADVICE = _BY_ID["remark.advice"]
EXTENSION = _BY_ID["remark.extension"]
CLARIFICATION = _BY_ID["remark.clarification"]
ENDING = _BY_ID["remark.ending"]
RULES: tuple[Rule, ...] = (PUBLIC_INTEREST, ESTIMATE, ADVICE, EXTENSION, CLARIFICATION, ENDING)
ZONES: tuple[Zone, ...] = ("response", "closing", "preface", "heading", "statute")


def remarks(parts: Segments) -> tuple[Remark, ...]:
    """The first words on each topic in what the authority wrote."""
    found: dict[str, Remark] = {}
    answered = min((part.span.start for part in parts.responses), default=len(parts.text))
    for line, zone in zip(parts.lines, parts.zones, strict=True):
        if zone not in ZONES:
            continue
        for one in RULES:
            ends = zone == "closing" or (zone != "heading" and line.span.start >= answered)
            if one.id in found or (one is ENDING and not ends):
                continue
            match = next(iter(one.find(parts.text, line.span.start, line.span.end)), None)
            if match is not None:
                topic = one.id.partition(".")[2]
                span = Span(*match.span())
                found[one.id] = Remark(id=f"remark-{span.start}-{topic}", topic=topic, rule=one.id, span=span)
    return tuple(found.values())
