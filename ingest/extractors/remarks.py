"""What the authority says of how it handled the request: which topics it speaks of, and the first words on each.

The shapes of the statute ask whether anything was said of these at all, so the rules are wide: words on a topic that is
spoken of only in passing cost a finding, words that are missed make a false one.
"""

from __future__ import annotations

from ..model import Remark, Span
from ..parts import Segments, Zone
from ..rules import Rule, rule

PUBLIC_INTEREST = rule(
    "remark.public-interest",
    "the authority speaks of the public interest",
    r"\bpublic\s{1,3}interest|\bin\s{1,3}the\s{1,3}interests?\s{1,3}of\s{1,3}the\s{1,3}public|\bharm[ /]{1,3}test"
    r"|\bbalanc(?:e|ing)\s{1,3}test|\bPIT\b",
    ("the public interest in maintaining it", "public interest"),
    ("the public were interested", None),
)
ESTIMATE = rule(
    "remark.estimate",
    "the authority says how long or how much it would take",
    r"\b(?:\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,2})?|eighteen|twenty[- ]four)\s{0,3}(?:\+\s?)?(?:man[- ])?"
    r"(?:hours?|minutes?|hrs?|mins?)\b"
    r"|£\s?(?:450|600)\b|\b(?:cost|estimat)\w{0,6}\b[^.\n]{0,40}£\s?\d{2,6}(?![,\d])|\b\d{1,3}(?:,\d{3}){0,4}\s{1,3}(?:records|files|entries|emails|crimes|incidents|documents|reports)\b",
    ("it would take over 40 hours to do so", "40 hours"),
    ("over the appropriate limit", None),
)
ADVICE = rule(
    "remark.advice",
    "the authority advises how the request could be answered",
    r"\badvice\s{1,3}(?:and|or|&)\s{1,3}assistance|\b(?:section|s)\.?\s?16\b|\brefin(?:e|ed|ing|ement)\b|\bnarrow(?:ed|ing|er)?\b"
    r"|\b(?:amend|reduce|limit)(?:ing)?\s{1,3}(?:the\s{1,3}scope|your\s{1,3}request|the\s{1,3}(?:time|date)\s{0,3}(?:period|frame)?)",
    ("you may wish to refine your request", "refine"),
    ("we advise the public to lock doors", None),
)
EXTENSION = rule(
    "remark.extension",
    "the authority says that it needs more time",
    r"\b(?:extend(?:ed|ing)?|extension|extra|additional|further|more)\s(?:[a-z0-9]{1,12}\s){0,5}(?:time|deadline|"
    r"(?:working\s)?days)\b(?!\s(?:would|will)\s(?:then\s)?be)|\bapologi[sz]e\s(?:[a-z]{1,12}\s){0,4}delay",
    ("we require a further 20 working days", "further 20 working days"),
    ("we need additional working days", "additional working days"),
    ("further time would then be required to read them", None),
)
CLARIFICATION = rule(
    "remark.clarification",
    "the authority speaks of clarification",
    r"\bclarif(?:y|ied|ication|ying)\b",
    ("Following your clarification of 3 May", "clarification"),
    ("it is clear", None),
)
ENDING = rule(
    "remark.ending",
    "how a letter ends: rights of complaint, or the signature; so that it was not cut before",
    r"\binternal\s{1,3}review\b|\bright(?:s)?\s{1,3}(?:of|to)\s{1,3}(?:appeal|complain\w{0,3}|review)|\bcomplaints?\s{1,3}procedure"
    r"|\b(?:dissatisfied|unhappy|not\s{1,3}(?:happy|satisfied))\s{1,3}with\b|\bcomplain\s{1,3}to\s{1,3}the\b"
    r"|\byours\s{1,3}(?:sincerely|faithfully)|\bkind\s{1,3}regards",
    ("you may ask for an internal review of it", "internal review"),
    ("Yours in sport", None),
)
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
