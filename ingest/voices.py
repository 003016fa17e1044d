"""Who speaks: cues that the requester begins, that the authority acknowledges or answers (``voices.toml``)."""

from __future__ import annotations

import re

from .beginnings import compiled
from .model import Span
from .rulefile import rules_of
from .rules import Rule
from .sentences import sentences

FORCE = (
    r"(?!Information\sCommissioner)(?:(?!(?:As|If|When|Where|Since|Because|Does|Did|Has|Have|Is|Are|Was|Can|Could|Will|Would|Why|How)\s)"
    r"(?:[A-Z][\w&’'.-]{1,20}|of|and|&)\s){1,7}"
    r"(?:Police|Constabulary|Constabularies|Service|Office|Authority|Scotland)(?:\sForce)?"
    r"(?:\sof\s[A-Z][a-z]{3,12}(?:\s[A-Z][a-z]{3,12})?)?(?:\s\([A-Z]{2,6}\))?"
)
OF_EXEMPTIONS = compiled(r"\bexempt\w{0,4}\b[^.\n]{0,60}$", re.IGNORECASE)
"""Words before ``as follows`` by which it is exemptions that follow, and no request."""
LONGEST_LEAD = 80
_BY_ID = rules_of(__package__, "voices.toml", {"FORCE": FORCE})
RULES: tuple[Rule, ...] = tuple(_BY_ID.values())

REQUEST_FOLLOWS = _BY_ID["voice.request-follows"]
REPEATS = _BY_ID["voice.repeats"]
REQUESTER = _BY_ID["voice.requester"]
ACKNOWLEDGES = _BY_ID["voice.acknowledges"]
ANSWER_FOLLOWS = _BY_ID["voice.answer-follows"]
AUTHORITY = _BY_ID["voice.authority"]
DECIDES = _BY_ID["voice.decides"]
TO_REQUESTER = _BY_ID["voice.to-requester"]
HANDLES = _BY_ID["voice.handles"]
ASKS = _BY_ID["voice.asks"]
CLOSES = _BY_ID["voice.closes"]
STATUTE = _BY_ID["voice.statute"]
TWO_DUTIES = _BY_ID["voice.two-duties"]
FURTHER = _BY_ID["voice.further"]
DIALOGUE = _BY_ID["voice.clarification"]
HOLDS_FIRST = _BY_ID["voice.holds-first"]
NOTICE_BEGINS = _BY_ID["voice.notice-begins"]
REASONS_LISTED = _BY_ID["voice.reasons-listed"]
HOLDS_BACK = _BY_ID["voice.holds-back"]
DEPARTMENTS_PROVIDE = _BY_ID["voice.departments-provide"]
TOGETHER = _BY_ID["voice.together"]
SPEAKS_OF_HOLDING = _BY_ID["voice.speaks-of-holding"]
REPEATS_ONE = _BY_ID["voice.repeats-one"]
OF_REQUEST = _BY_ID["voice.of-request"]
TELLS_BACK = _BY_ID["voice.tells-back"]
STATES_OF_NUMBER = _BY_ID["voice.states-of-number"]
IS_REVIEW = _BY_ID["voice.is-review"]
MAIL_OF_REQUESTER = _BY_ID["voice.mail-of-requester"]
MAIL_ENDS = _BY_ID["voice.mail-ends"]
EARLIER_DECISION = _BY_ID["voice.earlier-decision"]
REVIEW_DECIDES = _BY_ID["voice.review-decides"]
REVIEWS_NOW = _BY_ID["voice.reviews-now"]
TITLES_SECTION = _BY_ID["voice.titles-section"]
EXPLAINS_SECTION = _BY_ID["voice.explains-section"]
LEADS_ON = _BY_ID["voice.leads-on"]
ENDS_CARD = _BY_ID["voice.ends-card"]
TO_SOMEBODY = _BY_ID["voice.to-somebody"]


def quotes_law(text: str) -> bool:
    """Whether a line holds words of an Act, or of the notice that every refusal carries."""
    return STATUTE.search(text) is not None or TWO_DUTIES.search(text) is not None


def answers(text: str) -> bool:
    """Whether a line is the authority's answer: it begins as only its lines do, or it decides and does not ask."""
    text = text.replace("\n", " ")
    if ACKNOWLEDGES.search(text):
        later = list(sentences(text, Span(0, len(text))))[1:]
        if any(AUTHORITY.search(text[one.start : one.end]) for one in later):
            return True
    if AUTHORITY.search(text) is not None:
        return True
    if REQUESTER.search(text) is not None:
        return False
    said = (text[slice(*one)] for one in sentences(text, Span(0, len(text))))
    return any(DECIDES.search(one) is not None and ASKS.search(one) is None for one in said)


def announces(text: str) -> bool:
    """Whether a line says that the request follows, alone or with its answers."""
    if TOGETHER.search(text) is not None:
        return True
    found = REQUEST_FOLLOWS.search(text)
    return found is not None and OF_EXEMPTIONS.search(text, max(0, found.start() - LONGEST_LEAD), found.start()) is None


def tells_requester(text: str) -> bool:
    """Whether a line among the words of a request is to the one who asked, and no acknowledgement."""
    text = text.replace("\n", " ")
    if TO_REQUESTER.search(text) is None:
        return False
    return not any(one.search(text) for one in (ACKNOWLEDGES, REQUEST_FOLLOWS, DIALOGUE, REQUESTER, ASKS, HANDLES))
