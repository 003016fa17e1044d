"""What the whole letter says of the provisions that it names: taken back, named again, or what a refusal rests on."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Citation
from ..parts import Segments
from ..sentences import sentences
from .citation_rules import (
    CARD,
    COST_SECTIONS,
    DUTY_TO_SAY,
    EXPLAINS,
    FOR_COST,
    GENERIC,
    LISTED,
    NAMED,
    NOTICES,
    REFUSES,
    RESTATED,
    STATES,
    TAKEN_BACK,
    TO_COME,
)
from .pending import is_pending
from .signal_rules import COST, COST_NOT_HELD, NCND, WITHHELD
from .signals import says_nothing, signals

_SUBSECTION = re.compile(r"\A(\d{1,3})\(1\)\(([a-z])\)$")
"""A limb of a first subsection, which letters also print without that: ``31(a)``."""


def weighed(parts: Segments, found: list[Citation]) -> list[Citation]:
    """The same citations, each with the role that it has in the letter as a whole."""
    return _to_come(parts, _of_card(parts, _for_cost(parts, _quoted(parts, _restated(_taken_back(found))))))


def _to_come(parts: Segments, found: list[Citation]) -> list[Citation]:
    """What is named in a letter that decides nothing yet: it may be relied on later."""
    if not any(c.role == "relied-on" for c in found) or not is_pending(parts):
        return found
    return [
        replace(c, role="hypothetical", ncnd=False, rule=TO_COME.id, inferred_provision=None, inference_rule=None)
        if c.role == "relied-on"
        else c
        for c in found
    ]


def _taken_back(found: list[Citation]) -> list[Citation]:
    """What is relied on in one place and no longer in a later one, as at a review."""
    denied: dict[tuple[str, str], int] = {}
    for place, citation in enumerate(found):
        if citation.role == "negated":
            denied[citation.regime, citation.section] = place
    return [
        replace(c, role="explained", ncnd=False, rule=TAKEN_BACK.id, inferred_provision=None, inference_rule=None)
        if c.role == "relied-on" and denied.get((c.regime, c.section), -1) > place
        else c
        for place, c in enumerate(found)
    ]


def _restated(found: list[Citation]) -> list[Citation]:
    """A whole section of which a part is relied on in the same letter is only spoken of."""
    relied = {(c.regime, c.section) for c in found if c.role == "relied-on"}
    wholes = {(regime, f"{limb[1]}({limb[2]})") for regime, s in relied if (limb := _SUBSECTION.match(s))}
    wholes |= {(regime, s[: bracket.start()]) for regime, s in relied for bracket in re.finditer(r"\(", s)}
    return [
        replace(c, role="explained", ncnd=False, rule=RESTATED.id, inferred_provision=None, inference_rule=None)
        if c.role == "relied-on" and (c.regime, c.section) in wholes
        else c
        for c in found
    ]


def _of_card(parts: Segments, found: list[Citation]) -> list[Citation]:
    """What a card names over an answer that keeps nothing back but whether it is held: it is what that rests on."""
    alone = {line.span for line in parts.lines if line.marker is None}
    named = [
        c for c in found
        if (c.rule == CARD.id or (c.rule == LISTED.id and c.section.isalnum() and c.span in alone))
        and c.section.partition("(")[0] not in COST_SECTIONS
    ]  # fmt: skip
    own = [line.span for line in parts.spoken("response")] if named else []
    only = any(NCND.search(parts.text, *span) for span in own) and not any(
        WITHHELD.search(parts.text, *span) for span in own
    )
    return [replace(c, ncnd=True) if only and c in named else c for c in found]


UNABLE = r"\b(?:unable|not possible(?: for [^.\n]{0,40})?) to (?:confirm|establish|determine|say) (?:whether|if)\b"


def _for_cost(parts: Segments, found: list[Citation]) -> list[Citation]:
    """Section 12, where a refusal for cost names it, if only to say what it is, and relies on no other provision."""
    if any(
        c.role == "relied-on" and c.section.partition("(")[0] not in {DUTY_TO_SAY, *NOTICES.values()} for c in found
    ):
        return found
    told = {NAMED.id, GENERIC.id, EXPLAINS.id}
    named = [
        c for c in found if c.role == "explained" and c.rule in told and c.section in ("12", "12(1)")
        and c.regime == "FOIA2000"
    ]  # fmt: skip
    if not named or not _refuses_for_cost(parts, named):
        return found
    relied = next((c for c in named if c.section == "12(1)"), named[0])
    return [replace(c, role="relied-on", rule=FOR_COST.id) if c is relied else c for c in found]


def _refuses_for_cost(parts: Segments, named: list[Citation]) -> bool:
    """Whether sentences that name none of these provisions say both that it would cost too much and that it is refused.

    What a sentence says of the section itself, of any request or of an earlier one refuses nothing.
    """
    spoken = [sentence for line in parts.spoken("response") for sentence in sentences(parts.text, line.span)]
    own = [one for one in spoken if not any(c.span and one.start <= c.span.start < one.end for c in named)]
    words = [parts.text[slice(*one)] for one in own]
    refuses = any(REFUSES.search(said) and not says_nothing(said) for said in words)
    return refuses and any(signal.kind == "cost" for signal in signals(parts.text, own))


def _quoted(parts: Segments, found: list[Citation]) -> list[Citation]:
    """Section 12 quoted in an answer that refuses for cost and relies on nothing else for it."""
    quoted = [c for c in found if c.role == "explained" and c.regime == "FOIA2000" and c.section in ("12(1)", "12(2)")]
    if not quoted or any(c.role == "relied-on" and c.section.startswith("12") for c in found):
        return found
    own = parts.spoken("response")
    unable = any(re.search(UNABLE, line.text, re.IGNORECASE) or COST_NOT_HELD.search(line.text) for line in own)
    if not unable:
        return found
    costs = any(COST.search(line.text) or COST_NOT_HELD.search(line.text) for line in own)
    return [
        replace(c, role="relied-on", rule=STATES.id)
        if c in quoted
        and (c.section == "12(2)" or costs)
        and re.match(r"\s?(?:states|provides|says|reads)", parts.text[c.span.end : c.span.end + 10] if c.span else "")
        else c
        for c in found
    ]  # fmt: skip
