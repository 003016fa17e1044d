"""Numbers of questions as letters print them: ``1 & 2``, ``2-5``, ``Q1, Q2 and Q6a``, ``1a, b & c``."""

from __future__ import annotations

import re

from .beginnings import compiled

ONE = (
    r"(?:Q(?:u|[’']?s)?\.?\s?)?\d{1,2}(?:\s?\.\d{1,2}){0,3}(?:[a-z]|\s[a-z](?=\s?[.):,&–-]|\sand\b|$))?"
    r"(?![a-z\d]|,\d{3}\b)"
)
_JOINT = r"[/.)]?\s{0,2}(?:,\s{0,2}(?:and|or)|,|&|and|or|through\sto|to|[-–])\s{0,2}"
LIST = rf"{ONE}(?:{_JOINT}(?:questions?\s)?(?:{ONE}|[b-h](?![a-z’']))){{0,30}}"
"""A pattern for a list of them; at most 31, so that its time is bounded."""
HEAD = r"(?:questions?|requests?|points?|parts?|items?|Qu|Q[’']?s?)(?:\s(?:numbers?|nos?\.?))?"

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
SPELT = rf"(?:{'|'.join(_WORDS)})"
ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
"""Patterns for one of them in words."""
_PIECE = compiled(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})\s?(?P<l>[a-z]?)(?![a-z\d])|(?P<to>\bto\b|[-–])|"
    r"(?<![a-z\d’'])(?P<letter>[b-h])(?![a-z\d’'])",
    re.IGNORECASE,
)
_REFERRED = compiled(
    rf"\b(?:{HEAD}|(?:at|in|under|for)\snumbers?)\s{{0,2}}(?P<words>{LIST})(?!\s?(?:%|years?|months?|hours?|\d|[-–,]\s?chapter\b|(?:of|to)\s(?:the\s)?(?:[a-z]+\s){{0,3}}act\b))",
    re.IGNORECASE,
)
_IN_WORDS = compiled(
    rf"\b(?:questions?|points?)\s(?P<words>(?:(?:(?:{'|'.join(_WORDS)})(?:\s?\(\d{{1,2}}\))?|and|&|,)\s?){{1,18}})",
    re.I,
)
_ORDINAL = compiled(rf"\b(?:your|the) (?P<words>{ORDINAL}) (?:question|request|point)\b", re.IGNORECASE)
_BARE = compiled(r"\bQ\s?(?P<words>\d{1,2}[a-z]?)\b")
_LETTER = compiled(
    r"\b[Qq]uestions?\s(?:(?P<words>[A-H](?:(?:,\s?|\s(?:and|&)\s)[A-H]){0,8})\b(?=\s?(?:[,.;:)–-]|together|is|are|was|were|would|has|have|as|–))"
    r"|(?P<words2>\([A-Ha-h]\)(?:(?:,\s?|\s(?:and|&)\s)\([A-Ha-h]\)){0,8}))|\bQ(?P<words3>[a-h])\b"
)
_DIRECTS = compiled(
    rf"(?:(?:our|the) (?:position|answer|response|reply|decision) (?:on|to|for|regarding)|with regards? to|"
    rf"in (?:relation|respect|regard|answer|response|reply) (?:to|of)|as (?:to|regards)|regarding|"
    rf"concerning|for|to|on|taking)\s(?:(?P<head>{HEAD})\s{{0,2}})?(?:(?P<words>{LIST})|(?<=[sS]\s)(?P<letters>[A-H](?:(?:,\s?|\s(?:and|&)\s)"
    rf"[A-H]){{0,8}}))(?P<after>\s?[,:–-]|\s(?:together|is|are|we|i|the|this|it|there|no|please|you)\b)",
    re.IGNORECASE,
)
_HEADS = ("q", "point", "part", "item", "number")
"""Letters one of which is in every word for a question."""
LONGEST_RANGE = 60


def parse(text: str) -> tuple[str, ...]:
    """The numbers that a list names, ranges filled in, each once and in order."""
    found: list[str] = []
    range_open = False
    for piece in _PIECE.finditer(text):
        if piece["to"]:
            range_open = bool(found)
            continue
        if piece["letter"]:
            if found and found[-1][-1].isalpha():
                found.append(found[-1][:-1] + piece["letter"].lower())
            continue
        number = piece["n"] + piece["l"].lower()
        if range_open and found[-1].isdigit() and number.isdigit() and 0 < int(number) - int(found[-1]) < LONGEST_RANGE:
            found += [str(n) for n in range(int(found[-1]) + 1, int(number))]
        found.append(number)
        range_open = False
    return tuple(dict.fromkeys(found))


def spelt(word: str) -> str:
    """The number that a word of ``SPELT`` or of ``ORDINAL`` stands for."""
    return str((_WORDS if word.lower() in _WORDS else _ORDINALS).index(word.lower()) + 1)


def referred(text: str, start: int, end: int) -> tuple[str, ...]:
    """The questions that a passage names by number (``relative to questions 5 and 6``, ``Q4a & Q4b``)."""
    found: list[str] = []
    words = text[start:end].lower()
    if not any(head in words for head in _HEADS):
        return ()
    for match in _REFERRED.finditer(text, start, end):
        found += parse(match["words"])
    for match in _IN_WORDS.finditer(text, start, end):
        found += [spelt(word) for word in re.findall(r"\w+", match["words"].lower()) if word in _WORDS]
    for match in _ORDINAL.finditer(text, start, end):
        found.append(str(_ORDINALS.index(match["words"].lower()) + 1))
    for match in _BARE.finditer(text, start, end):
        found.append(match["words"].lower())
    for match in _LETTER.finditer(text, start, end):
        found += re.findall(r"\b[A-Ha-h]\b", match["words"] or match["words2"] or match["words3"])
    return tuple(dict.fromkeys(found))


def directed(text: str, start: int, end: int) -> tuple[tuple[str, ...], bool]:
    """The questions that a sentence says first that it is about, and whether it calls them so.

    ``With regard to 4 we believe`` names a bare number, which need not be that of a question.
    """
    found = _DIRECTS.match(text, start, end)
    if found is None:
        return (), False
    letters = tuple(re.findall(r"[A-H]", found["letters"])) if found["letters"] else None
    return letters or parse(found["words"]), found["head"] is not None
