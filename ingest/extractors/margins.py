"""Caveats that the authority attaches to its answer, and addresses printed in the letter."""

from __future__ import annotations

from ..model import Caveat, Link, Span
from ..parts import Segments
from ..rules import Rule, rule

ACCURACY = rule(
    "caveat.accuracy",
    "the authority warns that its figures may not be right",
    r"^(?:it should be noted|please (?:note|be aware))[^\n]{0,400}\b(?:accura\w{1,6}|correct)\b",
    (
        "It should be noted that the information released may or may not be accurate.",
        "It should be noted that the information released may or may not be accurate",
    ),
    ("Please note the date.", None),
)
COMPARABILITY = rule(
    "caveat.comparability",
    "the authority warns against comparing forces",
    r"^(?:it should be noted|please (?:note|be aware))[^\n]{0,400}\b(?:compar\w{1,6})\b",
    ("Please note that the answers may not be comparable", "Please note that the answers may not be comparable"),
    ("It is comparable", None),
)
ADDRESS = rule(
    "link.printed",
    "an http(s) address in the letter",
    r"https?://[^\s<>\"“”‘’|{}\\^`]{3,500}(?<![.,;:!?)\]'’])",
    ("level: https://www.example.org/level. The", "https://www.example.org/level"),
    ("www.example.org", None),
)
RULES: tuple[Rule, ...] = (ACCURACY, COMPARABILITY, ADDRESS)


def caveats(parts: Segments) -> tuple[Caveat, ...]:
    """The caveats, each the whole of its line."""
    found = []
    for line, zone in zip(parts.lines, parts.zones, strict=True):
        if zone not in {"closing", "response"}:
            continue
        one = next((one for one in (COMPARABILITY, ACCURACY) if one.search(line.text)), None)
        if one is not None:
            found.append(
                Caveat(id=f"caveat-{line.span.start}", about=one.id.partition(".")[2], rule=one.id, span=line.span)
            )
    return tuple(found)


def links(parts: Segments) -> tuple[Link, ...]:
    """The addresses printed in what the authority wrote."""
    found = []
    for line in parts.spoken("response", "closing", "preface", "statute", "heading"):
        for match in ADDRESS.find(parts.text, line.span.start, line.span.end):
            found.append(Link(id=f"link-{match.start()}", url=match.group(), rule=ADDRESS.id, span=Span(*match.span())))
    return tuple(found)
