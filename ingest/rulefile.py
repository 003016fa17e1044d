"""Rules that stand in a TOML file of their own, each way of saying something on a line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ..core.errors import DefinitionError
from .beginnings import compiled
from .rules import Rule, rule

_BLOCK = compiled(r"\{([A-Z_]+)\}")

_NEEDED = {"id": "a text", "reason": "a text", "patterns": "a list of texts", "leaves": "a list of texts"}
_NEEDED |= {"finds": "a list of pairs, a text and the words that are found in it"}
_MAY = {"says": "a text", "begins": "a text", "ends": "a text", "case": "true or false"}
_SEE = "see the head of the file for what a rule has"


@dataclass(frozen=True, slots=True)
class FiledRule:
    """A rule of a file, and what it says of a sentence that it fits; None where the reader asks for it by its id."""

    rule: Rule
    says: str | None


def read_rules(source: Traversable, blocks: Mapping[str, str]) -> tuple[FiledRule, ...]:
    """The rules of a file in their order. blocks: patterns that it may name, beside the blocks of its own.

    Raises DefinitionError, with the file and the rule, where it is not TOML, a rule lacks a part, has one that no rule
    has or one of the wrong kind, names a block that is not there, or has a pattern that is none, and where two rules
    have one id.
    """
    try:
        content = tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"{source.name} is not TOML: {error}", remedy="mend the line that it names") from error
    if strange := sorted(content.keys() - {"blocks", "rule"}):
        raise DefinitionError(f"{source.name} has {strange[0]!r}, which no such file has", remedy="use blocks or rule")
    for part, kind in (("rule", "a list of rules"), ("blocks", "a table of blocks")):
        if part in content and not _is(kind, content[part]):
            raise DefinitionError(f"{source.name}: {part} is not {kind}", remedy=_SEE)
    known = dict(blocks)
    for name, ways in content.get("blocks", {}).items():
        if not _is("a list of texts", ways):
            raise DefinitionError(f"{source.name}, block {name} is not a list of texts", remedy="put it in [ and ]")
        known[name] = f"(?:{'|'.join(_filled(way, known, f'{source.name}, block {name}') for way in ways)})"
    found = [_rule(one, known, source.name) for one in content.get("rule", ())]
    ids = [one.rule.id for one in found]
    if len(set(ids)) < len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise DefinitionError(f"{source.name} has rule {twice!r} twice", remedy="give each rule an id of its own")
    return tuple(found)


def rules_of(package: str, name: str, blocks: Mapping[str, str] | None = None) -> dict[str, Rule]:
    """The rules of a file of a package, by id in their order, for a module that gives each a name."""
    return {one.rule.id: one.rule for one in read_rules(files(package) / name, blocks or {})}


def _rule(written: dict[str, Any], blocks: Mapping[str, str], name: str) -> FiledRule:
    """One rule as the file has it."""
    where = f"{name}, rule {written.get('id', '(without id)')!r}"
    if missing := sorted(_NEEDED.keys() - written.keys()):
        raise DefinitionError(f"{where} has no {missing[0]}", remedy=_SEE)
    for part, value in written.items():
        kind = (_NEEDED | _MAY).get(part)
        if kind is None:
            raise DefinitionError(f"{where} has {part!r}, which no rule has", remedy=_SEE)
        if not _is(kind, value):
            raise DefinitionError(f"{where}: {part} is not {kind}", remedy=_SEE)
    ways = [_filled(way, blocks, where) for way in written["patterns"]]
    examples = [(text, words) for text, words in written["finds"]] + [(text, None) for text in written["leaves"]]
    around = [_filled(written.get(side, ""), blocks, where) for side in ("begins", "ends")]
    pattern = f"{around[0]}(?:{'|'.join(ways)}){around[1]}" if any(around) else "|".join(ways)
    flags = re.NOFLAG if written.get("case", False) else re.IGNORECASE
    try:
        made = rule(written["id"], written["reason"], pattern, *examples, flags=flags)
    except re.error as error:
        raise _misspelt(ways, error, where) from error
    return FiledRule(made, written.get("says"))


def _misspelt(ways: list[str], error: re.error, where: str) -> DefinitionError:
    """The line of a rule that is no pattern."""
    for way in ways:
        try:
            re.compile(way)
        except re.error as of_way:
            return DefinitionError(f"{where}: {way!r} is no pattern: {of_way}", remedy="mend that line")
    return DefinitionError(f"{where}: begins, patterns and ends make no pattern: {error}", remedy="mend them")


def _is(kind: str, value: object) -> bool:
    """Whether a value of a TOML file is of a kind, as the tables above name them."""
    match kind:
        case "a text":
            return isinstance(value, str)
        case "true or false":
            return isinstance(value, bool)
        case "a table of blocks":
            return isinstance(value, dict)
        case "a list of rules":
            return isinstance(value, list) and all(isinstance(one, dict) for one in value)
        case "a list of texts":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, list) and all(_is("a list of texts", one) and len(one) == 2 for one in value)


def _filled(pattern: str, blocks: Mapping[str, str], where: str) -> str:
    """A pattern with the blocks that it names."""

    def block(match: re.Match[str]) -> str:
        if match[1] not in blocks:
            known = ", ".join(sorted(blocks))
            raise DefinitionError(
                f"{where} names the block {match[1]}, which is not there", remedy=f"use one of {known}"
            )
        return blocks[match[1]]

    return _BLOCK.sub(block, pattern)
