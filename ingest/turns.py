"""Who speaks in turn, where a letter sets each answer below its question without headings or numbers."""

from __future__ import annotations

from . import voices
from .rulefile import rules_of
from .rules import Rule

_BY_ID = rules_of(__package__, "turns.toml")
ASKS_FOR = _BY_ID["turn.asks-for"]
GIVES = _BY_ID["turn.gives"]
TELLS = _BY_ID["turn.tells"]
OF_REQUESTER = _BY_ID["turn.of-requester"]
GOES_ON_TO_ASK = _BY_ID["turn.goes-on-to-ask"]
NAMES_PERIOD = _BY_ID["turn.names-period"]
DECIDES_BRIEFLY = _BY_ID["turn.decides-briefly"]
RULES: tuple[Rule, ...] = tuple(_BY_ID.values())


def asks(words: str) -> bool:
    """Whether a line asks: a question mark, or words with which somebody asks, or names what is wanted or a period."""
    if words.rstrip('"”’ ').endswith("?"):
        return True
    return any(one.search(words) for one in (voices.REQUESTER, ASKS_FOR, NAMES_PERIOD))


def gives(words: str) -> bool:
    """Whether a line below words of the requester's can be nothing but an answer."""
    if asks(words):
        return False
    return voices.answers(words) or GIVES.search(words) is not None


def may_tell(words: str) -> bool:
    """Whether a line can be an answer: it neither asks nor speaks as somebody who asks."""
    return not asks(words) and OF_REQUESTER.search(words) is None


def tells(words: str) -> bool:
    """Whether a line right below one that asks answers it."""
    if gives(words):
        return True
    return may_tell(words) and TELLS.search(words) is not None
