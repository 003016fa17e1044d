"""Numbers of questions as letters print them: ``1 & 2``, ``2-5``, ``Q1, Q2 and Q6a``, ``1a, b & c``."""

from __future__ import annotations

import re
from collections.abc import Collection

from .beginnings import compiled

ONE = (
    r"(?:Q(?:u|[’']?s)?\.?\s?)?\d{1,2}(?:\s?\.\d{1,2}){0,3}(?:[a-z]|\s[a-z](?=\s?[.):,&–-]|\sand\b|$)|\((?:[a-h]|i{1,3}|iv|vi{0,3})\)(?!\())?"
    r"(?![a-z\d]|,\d{3}\b)"
)
_JOINT = r"[/.)]?\s{0,2}(?:,\s{0,2}(?:and|or)|,|&|and|or|through\sto|to|[-–])\s{0,2}"
LIST = rf"{ONE}(?:{_JOINT}(?:(?:questions?|requests?|points?|parts?)\s)?(?:{ONE}|[b-h](?![a-z’']))){{0,30}}"
"""A pattern for a list of them; at most 31, so that its time is bounded."""
HEAD = r"(?:questions?|requests?|points?|parts?|items?|Qu|Q[’']?s?)(?:\s(?:numbers?|nos?\.?))?"

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
SPELT = rf"(?:{'|'.join(_WORDS)})"
ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
"""Patterns for one of them in words."""
_PIECE = compiled(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,3})(?:\s?(?P<l>[a-z]?)(?![a-z\d(])|\((?P<l2>[a-h])\)|\((?P<roman>i{1,3}|iv|vi{0,3})\)|(?=\())|(?P<to>\bto\b|[-–])|"
    r"(?<![a-z\d’'])(?P<letter>[b-h])(?![a-z\d’'])",
    re.IGNORECASE,
)
_REFERRED = compiled(
    rf"\b(?:{HEAD}|(?:at|in|under|for)\snumbers?|answers(?=\s\d{{1,2}}\s?(?:,|and|&|to|-|–))|answer(?=\s\d{{1,2}}\s(?:is|was|cannot|can|has|will)\b))\s{{0,2}}(?P<words>{LIST})(?!\s?(?:%|years?|months?|hours?|\d|[-–,]\s?chapter\b|(?:of|to)\s(?:the\s)?(?:[a-z]+\s){{0,3}}act\b))",
    re.IGNORECASE,
)
_IN_WORDS = compiled(
    rf"\b(?:questions?|points?)\s(?P<words>(?:(?:(?:{'|'.join(_WORDS)})(?:\s?\(\d{{1,2}}\))?|and|&|,)\s?){{1,18}})",
    re.I,
)
_ORDINAL = compiled(
    rf"\b(?:your|the) (?P<words>(?:{ORDINAL}|last|final)(?:(?:,|,? and|,? &) (?:{ORDINAL}|last|final)){{0,5}}) "
    r"(?:questions?|requests?|points?|parts? of your)\b",
    re.IGNORECASE,
)
_BARE = compiled(r"\bQ\s?(?P<words>\d{1,2}[a-z]?)\b")
_LETTERS = r"[A-Ha-h]\b\)?(?:(?:,\s?|,?\s(?:and|&)\s)[A-Ha-h]\b\)?){0,8}"
_LETTER = compiled(
    rf"\b(?:[Qq]uestions?|[Pp]arts?|[Ii]tems?|[Pp]oints?)\s(?:(?P<words>{_LETTERS})"
    r"(?=\s?(?:[,.;:)–-]|$|together|is|are|was|were|would|has|have|as\b)|\sof\syour)"
    r"|(?P<words2>\([A-Ha-h]\)(?:(?:,\s?|,?\s(?:and|&)\s)\([A-Ha-h]\)){0,8}))|\bQ(?P<words3>[a-h])\b"
)
_BRACKET = r"\((?:\d{1,2}[a-z]?|[a-h]|i{1,3}|iv|vi{0,3}|ix)\)"
_NUMERAL = r"(?:i{1,3}|iv|vi{0,3}|ix|x)\b"
_ROMANS = rf"{_NUMERAL}(?:(?:,\s?|,?\s(?:and|&)\s){_NUMERAL}){{0,8}}"
_CALLED_ROMAN = compiled(rf"\b(?:questions?|parts?|points?|items?)\s(?P<words>{_ROMANS})", re.IGNORECASE)
_BRACKETS = rf"{_BRACKET}(?:(?:,?\s?(?:and|&)\s|,\s?|\s(?:to|-|–)\s){_BRACKET}){{0,12}}"
"""Labels in brackets, as a list prints them: ``(i) to (iii)``, ``(1), (2) and (4)``."""
_LABEL = compiled(r"\((?P<label>\w{1,4})\)|(?P<to>\bto\b|[-–])")
_IN_BRACKETS = compiled(
    rf"\b(?:{HEAD}|at|for|to|regards?|regarding)\s(?P<words>{_BRACKETS})"
    r"|[a-z]{2}\s(?P<words2>\((?:[a-h]|i{1,3}|iv|vi{0,3}|ix)\))(?=[,.;])",
    re.IGNORECASE,
)
"""Labels in brackets behind what names questions, or in an aside: ``28 sites (i), with 55 cameras (ii)``."""
_ASIDE = compiled(
    r"(?<=[\w%])(?<!and)(?<!or)(?<!to)(?<!for)(?<!at)(?<!of)(?<!part)(?<!parts)(?<!points)(?<!questions)(?<!items)"
    rf"\s\((?:{HEAD}\s?(?P<words>{LIST})|(?P<label>i{{1,3}}|iv|vi{{0,3}}|ix|[a-h]))\)(?=[\s,.;])",
    re.IGNORECASE,
)
"""The number of a question, in brackets behind words that answer it: ``There were 187 (Q1), in eleven units (Q4)``."""
_BARE_LIST = compiled(
    rf"\b(?:(?:at|for|to)\s(?P<words>\d{{1,2}}[a-z]?(?:{_JOINT}\d{{1,2}}[a-z]?){{1,12}})|"
    r"(?:requested|asked\sfor|sought|information|those|that)\s(?:at|in)\s(?P<words2>\d{1,2}[a-z]?)|"
    r"(?:with\sregards?\sto|in\srespect\sof|in\srelation\sto)\s(?P<words3>\d{1,2}(?:\.\d{1,2})?[a-z]?)|"
    r"answers?\sto\s(?P<words4>\d{1,2}[a-z]?)|"
    rf"(?:\bnumbers?\s(?P<words5>\d{{1,2}}(?:{_JOINT}\d{{1,2}}){{0,12}}))|"
    rf"(?<![\w,£] )(?<![\d.,£/])(?P<words6>\d{{1,2}}[a-z]?(?:{_JOINT}\d{{1,2}}[a-z]?){{1,12}})"
    r"(?=\s(?:is|are)\s(?:exempt|refused|withheld|not)\b))"
    r"(?=\s(?:is|are|was|were|has|have|can|of\syour|would|cannot|below|above)\b|[,.;:)](?!\d)|$)",
    re.IGNORECASE,
)
"""Numbers of several questions, called nothing: ``the information at 1 to 5 and 7 is attached``."""
_DIGIT = compiled(r"\d")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ORDINAL_LIST = rf"(?:{ORDINAL}|last)(?:(?:,|,?\sand|,?\s&)\s(?:your\s|the\s)?(?:{ORDINAL}|last)){{0,5}}"
_DIRECTS = compiled(
    r"(?:having\s[^,.\n]{3,80},\s)?(?:and\s|but\s|however,?\s)?"
    r"(?:(?:our|the) (?:position|answer|response|reply|decision) (?:on|to|for|regarding)|"
    r"with (?:regards?|reference) to|"
    r"in (?:relation|respect|regard|answer|response|reply) (?:to|of)|as (?:to|for|regards)|regarding|in terms of|"
    r"(?:now )?(?:turning|moving on|coming)(?: now)? to|(?:beginning|starting) with|finally,?|lastly,?|"
    r"(?:i\sam\safraid\s|unfortunately,?\s)?(?:we|i)\s(?:cannot|can|are\sunable\sto|am\sunable\sto|will\snot)\s"
    r"(?:answer|provide|supply|give)|"
    rf"concerning|for|to|on|taking)\s(?:(?:questions?|parts?|points?|items?)\s(?P<romans>{_ROMANS})|(?:(?P<head>{HEAD})\s{{0,2}})?(?:(?P<words>{LIST})(?:\)(?=,))?|(?P<brackets>{_BRACKETS})|"
    rf"(?<=[sS]\s)(?P<letters>[A-H](?:(?:,\s?|\s(?:and|&)\s)[A-H]){{0,8}})|(?<=[sSnNtT]\s)"
    rf"(?P<spelt>{SPELT}(?:(?:,|,?\sand|,?\s&)\s{SPELT}){{0,9}})|(?:your|the)\s(?P<ordinals>{_ORDINAL_LIST})"
    r"(?P<called>\s(?:questions?|points?|parts?|requests?))?))"
    r"(?P<after>\s?[,:–-]|\.(?=\s|$)|\s(?:together|is|are|was|were|we|i|the|this|it|there|no|please|you|of\syour)\b)",
    re.IGNORECASE,
)
_HEADS = ("q", "point", "part", "item", "number", "answer")
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
        number = piece["n"] + (piece["l"] or piece["l2"] or (piece["roman"] and f".{piece['roman']}") or "").lower()
        if range_open and found[-1].isdigit() and number.isdigit() and 0 < int(number) - int(found[-1]) < LONGEST_RANGE:
            found += [str(n) for n in range(int(found[-1]) + 1, int(number))]
        found.append(number)
        range_open = False
    return tuple(dict.fromkeys(found))


def _labels(text: str) -> tuple[str, ...]:
    """The labels in brackets that a list names, ranges filled in."""
    found: list[str] = []
    range_open = False
    for piece in _LABEL.finditer(text.lower()):
        if piece["to"]:
            range_open = bool(found)
            continue
        label = piece["label"]
        if range_open:
            found += _between(found[-1], label)
        found.append(label)
        range_open = False
    return tuple(dict.fromkeys(found))


def _between(first: str, last: str) -> list[str]:
    """The labels between two of one kind."""
    if first in _ROMAN and last in _ROMAN:
        return list(_ROMAN[_ROMAN.index(first) + 1 : _ROMAN.index(last)])
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last))][:LONGEST_RANGE]
    if len(first) == len(last) == 1 and first.isalpha():
        return [chr(n) for n in range(ord(first) + 1, ord(last))]
    return []


def _ordinals(text: str) -> list[str]:
    """The numbers that ordinals stand for; ``last`` for the last, whichever it is."""
    words = re.findall(r"\w+", text.lower())
    return [spelt(word) if word in _ORDINALS else "last" for word in words if word in (*_ORDINALS, "last", "final")]


def spelt(word: str) -> str:
    """The number that a word of ``SPELT`` or of ``ORDINAL`` stands for."""
    return str((_WORDS if word.lower() in _WORDS else _ORDINALS).index(word.lower()) + 1)


def referred(text: str, start: int, end: int, known: Collection[str] = ()) -> tuple[str, ...]:
    """The questions that a passage names by number (``relative to questions 5 and 6``, ``Q4a & Q4b``).

    known: numbers of questions; where there are any, labels in brackets and bare lists of numbers are of those too.
    ``last`` stands for the last question, whichever that is.
    """
    found: list[str] = []
    words = text[start:end].lower()
    if any(head in words for head in _HEADS):
        found += _called(text, start, end)
        if "i" in known:
            for match in _CALLED_ROMAN.finditer(text, start, end):
                found += [numeral for numeral in _romans(match["words"]) if numeral in known]
    if known and "(" in words:
        for match in _IN_BRACKETS.finditer(text, start, end):
            found += [label for label in _labels(match["words"] or match["words2"]) if label in known]
    if known and _DIGIT.search(words) is not None:
        for match in _BARE_LIST.finditer(text, start, end):
            named = parse(next(words for words in match.groups() if words))
            found += named if all(number in known for number in named) else ()
    return tuple(dict.fromkeys(found))


def _romans(words: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[ivx]+", words.lower()))


def _called(text: str, start: int, end: int) -> list[str]:
    """The numbers of what a passage calls a question, a point or a part."""
    found: list[str] = []
    for match in _REFERRED.finditer(text, start, end):
        of_source = match.group()[:4].lower() == "item" and text[max(start, match.start() - 1) : match.start()] == "("
        found += () if of_source else parse(match["words"])
    for match in _IN_WORDS.finditer(text, start, end):
        found += [spelt(word) for word in re.findall(r"\w+", match["words"].lower()) if word in _WORDS]
    for match in _ORDINAL.finditer(text, start, end):
        found += _ordinals(match["words"])
    for match in _BARE.finditer(text, start, end):
        found.append(match["words"].lower())
    for match in _LETTER.finditer(text, start, end):
        found += re.findall(r"\b[A-Ha-h]\b", match["words"] or match["words2"] or match["words3"])
    return found


def aside(text: str, start: int, end: int) -> tuple[str, ...]:
    """The questions whose numbers a passage gives in brackets, behind the words that answer them."""
    found: list[str] = []
    if text.find("(", start, end) < 0:
        return ()
    for match in _ASIDE.finditer(text, start, end):
        found += parse(match["words"]) if match["words"] else (match["label"].lower(),)
    return tuple(dict.fromkeys(found))


def behind_direction(text: str, start: int, end: int) -> int:
    """Where the words behind those begin with which a sentence says what it is about; its start, where it does not."""
    found = _DIRECTS.match(text, start, end)
    if found is None:
        return start
    place = found.start("after")
    while place < end and text[place] in " ,:–-":
        place += 1
    return place


def directed(text: str, start: int, end: int) -> tuple[tuple[str, ...], bool]:
    """The questions that a sentence says first that it is about, and whether it calls them so.

    ``With regard to 4 we believe`` names a bare number, which need not be that of a question; nor need ``part one`` be
    the question that is printed with 1.
    """
    found = _DIRECTS.match(text, start, end)
    if found is None:
        return (), False
    called = found["head"] is not None or found["called"] is not None
    if found["romans"] or found["words"]:
        named = _romans(found["romans"]) if found["romans"] else parse(found["words"])
        return named, called or found["romans"] is not None
    if found["brackets"]:
        return _labels(found["brackets"]), called
    if found["ordinals"]:
        return tuple(_ordinals(found["ordinals"])), called
    listed = found["spelt"]
    if listed:
        return tuple(spelt(word) for word in re.findall(r"\w+", listed.lower()) if word in _WORDS), False
    return tuple(re.findall(r"[A-H]", found["letters"])), called
