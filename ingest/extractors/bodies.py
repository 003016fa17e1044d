"""The names of public bodies in a letter, in full and by their initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ontology.vocabulary import Authority, Vocabulary
from ..beginnings import compiled
from ..model import Span
from ..parts import Segments
from ..places import Places
from ..remembered import remembered
from ..rulefile import rules_of

SHORTEST_NAME, SHORTEST_ALIAS = 7, 3
"""Letters of an alias that stands for a body in anybody's letter, and of one that does so in its own letters alone."""
OPENING = 3
"""First letters of the names of bodies by which those are told apart that may stand at a place."""
BY_ID = rules_of(__package__, "bodies.toml")
OF_KIND = BY_ID["body.of-kind"]
LONGEST_CUE = 60
"""Characters right before or behind the name of a body that are asked what they say of it."""


def before(text: str, start: int) -> str:
    """What stands right before the name of a body that begins at an offset."""
    return text[max(0, start - LONGEST_CUE) : start]


def behind(text: str, end: int) -> str:
    """What stands right behind the name of a body that ends at an offset."""
    return text[end : end + LONGEST_CUE]


def _names(names: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    ordered = sorted(names, key=lambda pair: -len(pair[0]))
    by_name = {re.sub(r"[\s–-]+", " ", name).lower(): identifier for name, identifier in reversed(ordered)}
    of_initial: dict[str, dict[str, list[str]]] = {}
    for name, _ in ordered:
        initial, opening, rest = (_with_any_gap(part) for part in (name[0].lower(), name[1:OPENING], name[OPENING:]))
        of_initial.setdefault(initial, {}).setdefault(opening.lower(), []).append(rest)
    words = _either({initial: [_either(rests)] for initial, rests in of_initial.items()})
    return compiled(rf"\b(?<!-)(?:{words})(?!\w)", re.IGNORECASE), by_name


def _either(of_opening: dict[str, list[str]]) -> str:
    """A pattern for one of several openings, each with one of what follows it."""
    return "|".join(f"{opening}(?:{'|'.join(rests)})" for opening, rests in of_opening.items())


def _with_any_gap(words: str) -> str:
    """A pattern for some words with white space of up to three characters, or a dash, between them."""
    return re.sub(r"(?:\\?[\s–-])+", r"(?:\\s{1,3}|[–-])", re.escape(words))


def _long(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    pairs = []
    for body in vocabulary.authorities.values():
        for name in (body.name, *body.aliases):
            if len(name) >= SHORTEST_NAME and " " in name:
                pairs += [(written, body.id) for written in dict.fromkeys((name, name.replace(" and ", " & ")))]
        joint = re.sub(r"Constabulary$", "Constabularies", body.name)
        if joint != body.name:
            pairs.append((joint, body.id))
    return tuple(pairs)


_names_of = remembered(lambda vocabulary: _names(_long(vocabulary)))


def named_bodies(parts: Segments, vocabulary: Vocabulary) -> Iterator[tuple[Authority, Span]]:
    """Bodies named, in the order of the text: those of the answer and its preface, then those of the rest."""
    pattern, by_name = _names_of(vocabulary)
    of_site = Places((span, True) for span in parts.furniture)
    for found in pattern.finditer(parts.text):
        if of_site.at(found.start()):
            continue
        name = re.sub(r"[\s–-]+", " ", found.group()).lower()
        body = vocabulary.authorities[by_name[name]]
        if body.type == "government_department" and OF_KIND.search(behind(parts.text, found.end())):
            continue
        yield body, Span(*found.span())
        if name.endswith("constabularies") and (other := _joint_name(parts.text, found.start(), by_name)):
            yield vocabulary.authorities[other[0]], other[1]


def _joint_name(text: str, start: int, by_name: dict[str, str]) -> tuple[str, Span] | None:
    before = re.search(r"([A-Z][a-z]+)\s(?:and|&)\s$", text[max(0, start - 40) : start])
    if before is None:
        return None
    identifier = by_name.get(f"{before[1].lower()} constabulary") or by_name.get(f"{before[1].lower()} police")
    first = max(0, start - 40) + before.start(1)
    return (identifier, Span(first, first + len(before[1]))) if identifier else None


@remembered
def initials_of(vocabulary: Vocabulary) -> list[tuple[str, Authority]]:
    """The initials of bodies, with whose they are."""
    every = ((alias, body) for body in vocabulary.authorities.values() for alias in body.aliases)
    return [
        (alias, body)
        for alias, body in every
        if alias.isupper() and alias.isalpha() and SHORTEST_ALIAS <= len(alias) < SHORTEST_NAME
    ]
