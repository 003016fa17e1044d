"""What a text must hold for a pattern to fit it, so that most texts need not be searched at all.

Worked out from the pattern itself, never written down beside it: ``\\bfees? limit\\b|\\btoo costly\\b`` fits no text
without ``limit`` and without ``too costly``. Python keeps the parser of its patterns for itself; where it is not to be
had, every text is searched, which finds the same and takes longer.
"""

from __future__ import annotations

import itertools
import re
from typing import Any

from . import syntax
from .syntax import codes

MOST = 40
"""Words to look for; more take longer than the search."""
MOST_CHARACTERS = 4
"""Of a set such as ``[–-]``, for each of its characters to count as a word."""
WHITE = [] if codes is None else [(codes.CATEGORY, codes.CATEGORY_SPACE)]
"""White space, as the parser has it."""
Words = tuple[str, ...]


def needed(pattern: str, flags: int) -> Words:
    """Words in lower case, one of which is in every text that the pattern fits; none where there are no such words."""
    tree = syntax.tree(pattern, flags)
    if tree is None:
        return ()
    words = _of_sequence(tree)
    fewest = tuple(word for word in words if not any(other in word and other != word for other in words))
    return fewest if len(fewest) <= MOST and all(map(_tells, fewest)) else ()


def phrases(pattern: str, flags: int) -> Words:
    """The same in ``spaced`` text: whole turns of phrase, which fewer texts hold than any of their words."""
    tree = syntax.tree(pattern, flags)
    words = () if tree is None else _of_sequence(tree, spaces=True)
    return words if len(words) <= MOST else ()


def spaced(lowered: str) -> str:
    """A text with one space for each stretch of white space, and one before and behind it."""
    return f" {' '.join(lowered.split())} "


def at_start_only(pattern: str, flags: int) -> bool:
    """Whether a pattern fits at the start of a text alone."""
    tree = syntax.tree(pattern, flags)
    return tree is not None and not flags & re.MULTILINE and _begins(tree)


def alternatives(written: str) -> list[str]:
    """The patterns, as written, that a pattern is one or another of; itself alone where it is not made so."""
    cuts = [-1]
    depth, in_class, place = 0, False, 0
    while place < len(written):
        character = written[place]
        if character == "\\":
            place += 2
            continue
        if in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
            place += 1 if written[place + 1 : place + 2] in ("]", "^") else 0
        elif character in "()":
            depth += 1 if character == "(" else -1
        elif character == "|" and depth == 0:
            cuts.append(place)
        place += 1
    bounds = [*cuts, len(written)]
    return [written[first + 1 : last] for first, last in itertools.pairwise(bounds)]


def is_odd(text: str) -> bool:
    """Whether a text has letters that a pattern takes for s or i without regard to case, and lower case does not."""
    return not text.isascii() and ("ſ" in text or "ı" in text or "İ" in text)


def holds_one(text: str, words: Words) -> bool:
    """Whether one of some words may be in a text, without regard to case."""
    return may_hold(text.lower(), False, words) or is_odd(text)


def may_hold(lowered: str, odd: bool, words: Words) -> bool:
    """The same of a text in lower case that is known to be odd or not; any text may hold one of no words."""
    for word in words:
        if word in lowered:
            return True
    return odd or not words


def _tells(word: str) -> bool:
    """Whether a word is not in nearly every text."""
    return len(word) > 1 or not (word.isalnum() or word.isspace())


def _begins(tree: Any) -> bool:
    if len(tree) == 0:
        return False
    code, value = tree[0]
    if code is codes.AT:
        return bool(value is codes.AT_BEGINNING or value is codes.AT_BEGINNING_STRING)
    if code is codes.SUBPATTERN:
        return _begins(value[-1])
    return bool(code is codes.BRANCH and all(_begins(branch) for branch in value[1]))


def _of_sequence(tree: Any, spaces: bool = False) -> Words:
    """The best words of those that the parts of a sequence need: the longest, then the fewest.

    spaces: whether any white space counts as a space, as it does in ``spaced`` text.
    """
    found: list[Words] = []
    run = ""
    for code, value in tree:
        if code is codes.LITERAL:
            run += chr(value).lower()
            continue
        if code is codes.AT:
            continue
        if spaces and code is codes.IN and value == WHITE:
            run += "" if run.endswith(" ") else " "
            continue
        found += [(run,)] if run else []
        run = ""
        if code is codes.SUBPATTERN:
            found.append(_of_sequence(value[-1], spaces))
        elif code is codes.BRANCH:
            found.append(_of_branches(value[1], spaces))
        elif code is codes.IN and len(value) <= MOST_CHARACTERS and all(kind is codes.LITERAL for kind, _ in value):
            found.append(tuple(chr(character).lower() for _, character in value))
        elif code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[0] > 0:
            found.append(_of_sequence(value[2], spaces))
    found += [(run,)] if run else []
    return max(filter(None, found), key=lambda words: (_shortest(words), -len(words)), default=())


def _of_branches(branches: list[Any], spaces: bool) -> Words:
    each = [_of_sequence(branch, spaces) for branch in branches]
    return tuple(dict.fromkeys(word for words in each for word in words)) if all(each) else ()


def _shortest(words: Words) -> int:
    return min(map(len, words))
