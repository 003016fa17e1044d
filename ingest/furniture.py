"""The words of the web site around a letter, which are never read."""

from __future__ import annotations

import re

from .beginnings import compiled
from .layout import Line
from .model import Span
from .rules import Rule, rule

FURNITURE = rule(
    "layout.furniture",
    "words that every page of a site carries, not the letter's own",
    r"^(?:we[’']re aware of an issue affecting|in an emergency call 999$|"
    r"quickly exit this site|to get away from this page|leave this site|we use some essential cookies|"
    r"some cookies are needed|you can manage your (?:cookie )?preferences|choose which cookies|your cookie preferences|"
    r"your choice about cookies|sorry, there was a technical problem|this site is a beta|allanfa gyflym|"
    r"neidio i|skip to (?:main )?content|forgotten password|você está na página|\(welsh-language cookie|"
    r"this is an html version of an attachment|share this(?: page)?$|cookies?$|accessibility$|contact us$|"
    r"coronavirus \(covid-19\)$|how we are working to keep our foi|requests for personal information and vexatious|"
    r"references$|visible links$|we don[’']t know whether the most recent response|"
    r"we[’']re waiting for \[?[^\n]{2,40} to read|\d{1,2}\. (?:mailto:|https?://)\S{1,200}(?: \S{1,40})?$|"
    r"show quoted sections$|"
    r"\d attachments?$|gadawodd |home decisions$|rydym yn defnyddio|(?:\d+\. )?home$|- (?:help|cookies|"
    r"accessibility|contact|contact us|"
    r"share this page|report|advice|your area)$|page \d+ of \d+$|registered in england and wales)",
    ("This site is a beta, which means", "This site is a beta"),
    ("This letter is a refusal", None),
)
RULES: tuple[Rule, ...] = (FURNITURE,)
_TRAIL = compiled(r"(?:1[.)] )?home$", re.IGNORECASE)
"""The first step of the trail that says where on the site a page is."""
_PAGE = compiled(r"\(\d{1,2}\)")


def furniture(found: tuple[Line, ...]) -> tuple[Span, ...]:
    """The stretches of site furniture, neighbouring lines as one."""
    spans: list[Span] = []
    adjacent = trail = False
    pages = _pages(found)
    for line in found:
        trail = bool(_TRAIL.match(line.text)) or (trail and line.marker is not None)
        if not (trail or line.span in pages or FURNITURE.search(line.text)):
            adjacent = False
            continue
        if adjacent:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
        adjacent = True
    return tuple(spans)


def _pages(found: tuple[Line, ...]) -> frozenset[Span]:
    """The lines that are the number of a page in brackets, where the first stands above every numbered line."""
    listed = next((n for n, line in enumerate(found) if line.marker and line.marker.kind != "bullet"), len(found))
    if listed == len(found) or found[listed].text != "(1)":
        return frozenset()
    return frozenset(line.span for line in found if _PAGE.fullmatch(line.text))
