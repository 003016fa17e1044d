"""What the letter says of a provision: absolute, qualified, class- or prejudice-based. Its words, not the law's."""

from __future__ import annotations

import re

from ..beginnings import compiled
from ..model import Citation, LegalClaim, Span
from ..rules import Rule, rule

SAID = rule(
    "claim.said-of",
    "after a provision: is a … exemption",
    r"^(?:\sof the [^.\n]{3,50}?)?\s(?:is|are)\s(?:an?\s|both\s)?(?P<words>(?:(?:absolute|qualified|class|"
    r"prejudice|harm|based|and|both|an?)\b[\s,-]{0,3}){1,8}exemptions?)",
    (" is an absolute exemption which", "absolute exemption"),
    (" is engaged", None),
)
_WORDS = {
    "absolute": "absolute",
    "qualified": "qualified",
    "class": "class",
    "prejudice": "prejudice",
    "harm": "prejudice",
}
RULES: tuple[Rule, ...] = (SAID,)
REACH = 120


_JOINS = compiled(r"(?:\s?(?:,|&|and)?\s?)(?:and\s)?(?:s(?:ection)?s?\.?\s?)?", re.IGNORECASE)


def claims(text: str, found: list[Citation]) -> tuple[LegalClaim, ...]:
    """The claims about each citation; what is said of several at once is claimed of each."""
    made: list[LegalClaim] = []
    for citation, end in zip(found, _ends(text, found), strict=True):
        if end is None or citation.role == "named-by-requester":
            continue
        match = SAID.search(text[end : end + REACH])
        if match is None:
            continue
        span = Span(end + match.start("words"), end + match.end("words"))
        for prop in dict.fromkeys(name for word, name in _WORDS.items() if word in match["words"].lower()):
            made.append(LegalClaim(
                id=f"claim-{span.start}-{prop}-{citation.id.removeprefix('citation-')}", citation=citation.id,
                property=prop, rule=SAID.id, span=span,
            ))  # fmt: skip
    return tuple(made)


def _ends(text: str, found: list[Citation]) -> list[int | None]:
    """Where the row of citations that each is in ends; None for one that stands nowhere."""
    ends: list[int | None] = []
    later: Span | None = None
    for citation in reversed(found):
        span = citation.span
        joined = span is not None and later is not None and _JOINS.fullmatch(text[span.end : later.start]) is not None
        ends.append(ends[-1] if joined else None if span is None else span.end)
        later = span
    return ends[::-1]
