"""Whether a document is an answer to a request, or something else about requests."""

from __future__ import annotations

import itertools
import re
from importlib.resources import files

from .. import voices
from ..beginnings import compiled
from ..parts import Segments
from ..rulefile import read_rules
from ..rules import Rule
from .reference import SEVERAL, headed
from .signals import signals

_FILED = read_rules(files(__package__) / "kinds.toml", {})
_BY_ID = {one.rule.id: one.rule for one in _FILED}
NOT_DISCLOSURES: tuple[Rule, ...] = tuple(one.rule for one in _FILED if one.says == "not-a-disclosure")
UNLESS_ANSWERED = frozenset({"kind.policy", "kind.guide", "kind.decision-heads"})
"""Ids of those that say nothing of a letter with a reference, or in which something is asked and answered."""
UNLESS_HEADED = frozenset({"kind.own-policy", "kind.standard-answers"})
"""Ids of those that say nothing of a letter with the headings of a request and of a response."""
STATUS_LINE = _BY_ID["kind.status-line"]
ADDRESS = _BY_ID["kind.address"]
OF_REQUEST = _BY_ID["kind.address-of-request"]
LOG = _BY_ID["kind.address-of-log"]
ONE_OF_LOG = _BY_ID["kind.address-of-one-answer"]
SEVERAL_LISTED = Rule(
    "kind.several-references",
    "each of several lines begins with another reference, as in an index",
    examples=(("FOI 12/23 – Dogs\nFOI 13/23 – Horses\nFOI 14/23 – Taser", None),),
)
NOTHING = Rule(
    "kind.nothing-of-a-letter",
    "no request, no answer and no reference in it",
    examples=(("Eggs\nMilk\nBread", None),),
)
TO_NOBODY = Rule(
    "kind.to-nobody",
    "it tells of a request, and outside quotation marks speaks to nobody",
    examples=(("Fenshire Police has refused a freedom of information request of this paper about Taser.", None),),
)
RULES: tuple[Rule, ...] = (
    *NOT_DISCLOSURES,
    STATUS_LINE,
    ADDRESS,
    OF_REQUEST,
    LOG,
    ONE_OF_LOG,
    SEVERAL_LISTED,
    NOTHING,
    TO_NOBODY,
)
_TITLE = compiled(r"(?:foi )?request (?:re|regarding|about)\b", re.IGNORECASE)
"""A line that says what the request is about, above an answer."""
_QUOTED = compiled(r"[“\"‘](?=\w)[^”\"’]{0,600}[”\"’](?!\w)")
_ADDRESSED = compiled(
    r"\b(?:you|yours?|dear|please|i would like)\b|\?\s*$|\bmade this\b|^this is an html version\b|"
    r"\brequest number\b|\bymateb\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Words to somebody, or of a page that holds what was said to somebody."""
_OF_FREEDOM = compiled(r"\bfreedom of information\b|\bfois?a?\b", re.IGNORECASE)
_REFERENCE = compiled(
    r"(?:FOI |enquiry |our )?ref(?:erence)?(?: no\.?| number)?\s?:\s{0,4}(\S[^\n]{2,30})$", re.IGNORECASE
)
_DATED = compiled(r"date\s?:\s{0,4}\d", re.IGNORECASE)
_CAME = compiled(r"(?:\d{1,3}[.)]\s{0,3})request received:?\s(?:on )?\d{1,2}\b", re.IGNORECASE)
"""``2. Request received 11 January``: one of a list of letters."""
_ASKED = compiled(
    r"(?:you (?:have )?(?:asked|requested|ask)\b|thank you for (?:your|the) (?:foi |freedom of information )?request\b|"
    r"(?:i|we) (?:refer|write|am writing|are writing)\b[^\n]{0,40}\byour (?:foi |freedom of information )?request\b|"
    r"[^\n]{0,60}\bhas received your request\b)",
    re.IGNORECASE,
)
"""The first words of a body to somebody about what was asked."""
_WRITTEN_TO = compiled(
    r"^(?:dear|good (?:morning|afternoon))\b|\byour (?:foi |freedom of information )?request\b", re.MULTILINE
)
"""Words of a letter to somebody, in lower case."""
_GREETED = compiled(
    r"^(?:dear|hi|hello) (?:m(?:r|s|rs|iss|x)\b|dr\b|sir\b|madam\b|[a-z.]{1,12} [a-z]{2,20},?$)", re.MULTILINE
)
_YOURS = compiled(
    r"\b(?:your (?:foi |freedom of information )?request|you asked|narrowing your request)\b|"
    r"^subject\s?:[^\n]{0,80}\bfoi\b",
    re.MULTILINE,
)
"""Words of a letter about what was asked, in lower case."""
FEWEST_CARDS = 2
"""References, each over its date, that make a log of several letters."""
OPENING_LINES = 25
SAYS_SO = "this foi response"
"""Words of a page about itself."""


def not_a_disclosure(parts: Segments, url: str | None, has_reference: bool, has_date: bool) -> str | None:
    """Why the document is no disclosure, or None where it is one."""
    letter = has_reference or has_date or bool(parts.questions) or _asked_and_answered(parts)
    letter = letter or SAYS_SO in parts.text.lower()
    if url and not letter and ADDRESS.search(url.lower()):
        return f"{ADDRESS.id}: {ADDRESS.reason}"
    opening = [line for line, zone in zip(parts.lines, parts.zones, strict=True) if zone != "furniture"][:OPENING_LINES]
    for one in NOT_DISCLOSURES:
        if any(one.search(line.text) for line in opening):
            if one.id in UNLESS_ANSWERED and (has_reference or _asked_and_answered(parts)):
                continue
            if one.id in UNLESS_HEADED and {"request", "response"} <= {heading.kind for heading in parts.headings}:
                continue
            return f"{one.id}: {one.reason}"
    of_several = (len(headed(parts)) >= SEVERAL and not letter) or _cards(parts) >= FEWEST_CARDS
    if of_several or (not letter and _speaks_to_nobody(parts)):
        one = SEVERAL_LISTED if of_several else TO_NOBODY
        return f"{one.id}: {one.reason}"
    if url and LOG.search(url.lower()) and (parts.questions or ONE_OF_LOG.search(url.lower())):
        return None
    of_request = url is not None and OF_REQUEST.search(url.lower()) is not None
    if has_reference or has_date or _asked_and_answered(parts) or _speaks_of_request(parts) or of_request:
        return None
    return f"{NOTHING.id}: {NOTHING.reason}"


def _cards(parts: Segments) -> int:
    """How many letters begin on the page: each with a reference of its own over its date, or with when it came."""
    came = sum(1 for line in parts.lines if _CAME.match(line.text))
    above = (one for one, below in itertools.pairwise(parts.lines) if _DATED.match(below.text))
    return max(came, len({found[1] for line in above if (found := _REFERENCE.match(line.text))}))


def _speaks_to_nobody(parts: Segments) -> bool:
    """Whether the words outside quotation marks are about requests and to nobody, under no heading of a letter."""
    if any(heading.kind in {"request", "response"} for heading in parts.headings):
        return False
    if any(STATUS_LINE.search(line.text) for line in parts.lines):
        return False
    own = _QUOTED.sub(" ", parts.text)
    return _OF_FREEDOM.search(own) is not None and _ADDRESSED.search(own) is None


def _asked_and_answered(parts: Segments) -> bool:
    kinds = {heading.kind for heading in parts.headings}
    return {"request", "response"} <= kinds or (
        any(part.answers and (parts.questions or part.heading is not None) for part in parts.responses)
    )


def _speaks_of_request(parts: Segments) -> bool:
    """Somebody asks a body, or a body answers in so many words."""
    cues = (voices.REQUEST_FOLLOWS, STATUS_LINE)
    if any(cue.search(line.text) for line in parts.lines for cue in cues):
        return True
    if any(heading.kind == "request" for heading in parts.headings):
        return True
    if any(_TITLE.match(line.text) for line in parts.lines) and parts.responses:
        return True
    text = parts.text.lower()
    if SAYS_SO in text:
        return True
    of_information = "freedom of information" in text or "foia" in text or "foi " in text
    answers = [part.span for part in parts.responses]
    decides = any(signals(parts.text, answers))
    asked = any(_ASKED.match(line.text) for line in parts.lines) and (decides or _WRITTEN_TO.search(text) is not None)
    greeted = _GREETED.search(text) is not None and _YOURS.search(text) is not None
    if of_information and (asked or greeted or parts.review):
        return True
    return bool(answers) and (of_information or decides)
