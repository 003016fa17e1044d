"""The characters with which what a pattern fits can begin, so that no other place of a text is tried.

Python's own engine skips such places where a pattern begins with a fixed letter or a set of letters, but not where it
is compiled without regard to case, as nearly all patterns of letters are: then it tries every character of the text.
Worked out from the pattern itself, for ASCII alone; any other character may begin anything. The compiled pattern is an
ordinary one and finds the same; where Python's compiler of patterns is not to be had, it only takes longer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from . import syntax
from .syntax import codes, compiler, engine, parser

ASCII = frozenset(map(chr, range(128)))
MOST = 100
"""Characters from which on hardly a place is skipped: the search is then left as it is."""
SAYS_WHICH = int(re.IGNORECASE | re.DOTALL | re.UNICODE | re.ASCII)
"""Flags on which it depends for what characters a part of a pattern stands."""
BITS = 32
"""Of a number in which the engine keeps a part of a set of 256 characters."""

Characters = frozenset[str]


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes of a pattern, searched only where it can begin."""
    tree = syntax.tree(pattern, flags)
    if tree is None or engine.CODESIZE * 8 != BITS:
        return re.compile(pattern, flags)
    flags = tree.state.flags
    characters = _of_sequence(tree, flags)
    code = compiler._code(tree, flags)
    if characters is None or len(characters) > MOST or not _is_open(code):
        return re.compile(pattern, flags)
    head = [codes.INFO, 0, codes.SRE_INFO_CHARSET, *code[3:5], *_set(characters)]
    head[1] = len(head) - 1
    named = tree.state.groupdict
    names = {number: name for name, number in named.items()}
    groups = tuple(names.get(number) for number in range(tree.state.groups))
    rest = code[1 + code[1] :]
    made: re.Pattern[str] = engine.compile(pattern, flags, head + rest, tree.state.groups - 1, named, groups)
    return made


def beginnings(pattern: str, flags: int) -> Characters | None:
    """The ASCII characters with which what a pattern fits can begin; None where it may fit no character at all."""
    tree = syntax.tree(pattern, flags)
    return None if tree is None else _of_sequence(tree, tree.state.flags)


def _is_open(code: list[Any]) -> bool:
    """Whether compiled code starts with what is known of its pattern, and knows no beginning of it."""
    return code[0] == codes.INFO and not code[2] & (codes.SRE_INFO_PREFIX | codes.SRE_INFO_CHARSET)


def _set(characters: Characters) -> list[Any]:
    """A set as the engine has it: these and all that are not ASCII."""
    bits = sum(1 << ord(character) for character in characters) | ((1 << 128) - 1) << 128
    parts = [bits >> BITS * part & (1 << BITS) - 1 for part in range(256 // BITS)]
    return [codes.CHARSET, *parts, codes.RANGE, 256, 0x10FFFF, codes.FAILURE]


def _of_sequence(tree: Any, flags: int) -> Characters | None:
    """Those of the first part of a sequence that must take a character, and of the parts before it."""
    found: Characters = frozenset()
    for code, value in tree:
        characters, may_be_none = _of_part(code, value, flags)
        found |= characters
        if not may_be_none:
            return found
    return None


def _of_part(code: Any, value: Any, flags: int) -> tuple[Characters, bool]:
    """The characters of one part of a pattern, and whether it may take no character."""
    if code in {codes.AT, codes.ASSERT, codes.ASSERT_NOT}:
        return frozenset(), True
    if code in {codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN}:
        return _of_one(code, value, flags), False
    if code is codes.SUBPATTERN:
        return _of_branches([value[3]], (flags | value[1]) & ~value[2])
    if code in {codes.ATOMIC_GROUP, codes.BRANCH}:
        return _of_branches(value[1] if code is codes.BRANCH else [value], flags)
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        characters, may_be_none = _of_branches([value[2]], flags)
        return characters, may_be_none or value[0] == 0
    return ASCII, True


def _of_branches(branches: list[Any], flags: int) -> tuple[Characters, bool]:
    """The same of several of which one is taken; one that may take no character may be followed by any."""
    each = [_of_sequence(branch, flags) for branch in branches]
    return frozenset().union(*(ASCII if one is None else one for one in each)), None in each


def _of_one(code: Any, value: Any, flags: int) -> Characters:
    """The characters that stand for one."""
    return _asked(code, tuple(value) if code is codes.IN else value, flags & SAYS_WHICH)


@cache
def _asked(code: Any, value: Any, flags: int) -> Characters:
    """The same, asked of the engine itself."""
    one = parser.SubPattern(parser.State(), [(code, list(value) if code is codes.IN else value)])
    return frozenset(filter(compiler.compile(one, flags).match, ASCII))
