"""Who speaks in turn, where a letter sets each answer below its question without headings or numbers."""

from __future__ import annotations

from . import voices
from .rules import Rule, rule

ASKS_FOR = rule(
    "turn.asks-for",
    "a line that names what is wanted, or begins as a question does, and states nothing",
    r"^(?![^\n]{0,300}\b(?:is|are|was|were|has|have|had|does|did|can|cannot|will|would|may|could)\b)(?:(?:the|a|an|any|all|"
    r"total|your|latest|current)\s){0,2}(?:(?:\w{3,14}\s){0,2}?(?:numbers?|totals?|average|percentage|proportion|costs?|"
    r"amounts?|value|names?|dates?|lists?|cop(?:y|ies)|details|breakdown|reasons?|length|types?|makes?|models?|locations?|"
    r"title|rank|reports?|correspondence|e-?mails?|minutes|polic(?:y|ies)|documents?|criteria)\b(?!\s?[:–|-]\s)"
    r"[^\n]{0,300}$)|^(?:how|what|which|who|whom|when|where|why|whether)\b|^for (?:each|every|all|the past|"
    r"the last)\b|^by (?:disability|nationality|age|gender|year|ethnicity)\b|^(?:and |also,? |"
    r"finally,? )?(?:if (?:so|not|yes|"
    r"no|there)\b|please (?!see|find|refer|note|be aware|visit)|(?:can|could|would|will) you\b|i (?:would|"
    r"understand|have "
    r"read|am (?:happy|asking|seeking|interested)|was told|want|wish|believe)|thank you (?:very much )?for any\b)|"
    r"^finally,",
    ("The number of shifts left unfilled.", "The number of shifts left unfilled."),
    ("Any internal report written in the last two years", "Any internal report written in the last two years"),
    ("What make and model are they", "What"),
    ("The number of shifts was 40.", None),
    ("Cost: £40", None),
)
GIVES = rule(
    "turn.gives",
    "a line that gives a figure, a yes or no, a row of a table, or a word or two that answer",
    r"^(?:(?:approximately|around|some|about|roughly|fewer than|less than|more than|over|"
    r"under)\s)?£?\s?\d(?![\d/.]{0,4}[.)]"
    r"\s)|^(?:yes|no|none|nil|n/a|not (?:held|recorded|applicable|yet|known|available)|withheld|refused|exempt|both|"
    r"neither|see (?:above|below|answer|previous)|as above|please (?:see|find|refer)|zero|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve)\b(?! of (?:the|my|these|those)\b[^\n]{0,80}\?)|"
    r"^[A-Za-z][^?\n|]{0,60}[\s:–-]\s?£?\d[\d,.]{0,12}\s?%?(?:\s\(\d{1,6}\))?\.?$|^[^|\n]{1,60}\|\s?[^|\n]",
    ("301 staff worked on the day", "3"),
    ("Race 214", "Race 214"),
    ("High | 641 | 702", "High | 6"),
    ("Not held.", "Not held"),
    ("What have you?", None),
)
TELLS = rule(
    "turn.tells",
    "a line that states something as the body would, and speaks of nobody who asks",
    r"^(?:we|our)\b(?![^\n]{0,200}\?)|"
    r"^(?![^\n]{0,400}\b(?:i|my|me)\b)[A-Z0-9][^\n?]{0,200}?\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|will|"
    r"would|may|could|applies|keeps?|holds?|uses?|works?|joins?|publish\w{0,3}|records?|said|go|goes|covers?)\b"
    r"[^\n?]{0,600}[.:]$|^[A-Z][\w ’'-]{2,60}\b(?:enclosed|attached|provided)\.?$",
    ("We have the following drones", "We"),
    ("The Trust does not hold this, as it may be done by a GP.",
     "The Trust does not hold this, as it may be done by a GP."),
    ("I understand that an inspection was made.", None),
)  # fmt: skip
OF_REQUESTER = rule(
    "turn.of-requester",
    "words to the body about itself, which it would not say of itself",
    r"\byour (?!request|question|e-?mail|letter|enquiry|freedom)|\byou (?!(?:have )?(?:requested|asked|seek|may|can|"
    r"will|"
    r"should|specif|describe|refer|require|mention|want))",
    ("You came to my house", "You "),
    ("your force uses drones", "your "),
    ("You asked for the number.", None),
)
RULES: tuple[Rule, ...] = (ASKS_FOR, GIVES, TELLS, OF_REQUESTER)


def asks(words: str) -> bool:
    """Whether a line asks: a question mark, or words with which somebody asks, or names what is wanted."""
    if words.rstrip('"”’ ').endswith("?"):
        return True
    return voices.REQUESTER.search(words) is not None or ASKS_FOR.search(words) is not None


def gives(words: str) -> bool:
    """Whether a line below words of the requester's can be nothing but an answer."""
    if asks(words):
        return False
    return voices.answers(words) or GIVES.search(words) is not None


def tells(words: str) -> bool:
    """Whether a line right below one that asks answers it."""
    if gives(words):
        return True
    return not asks(words) and TELLS.search(words) is not None and OF_REQUESTER.search(words) is None
