"""Numbers of provisions as letters print them, taken apart: ``31(1)(a)&(b)``, ``Sections 24(2) and 31(3)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..beginnings import compiled
from ..model import Span
from ..rules import Rule, rule

_PART = (
    r"(?:\s{0,2}\(\s?|,?\ssub-?section\s\(?)(?:\d{1,2}[A-Za-z]?(?:\s?\)|(?=[\s.,;:(-]|$))|"
    r"(?-i:[a-z]|[ivx]{1,4}|[A-Z])(?:\s?\)|(?=[.,;:(-]|\s(?!(?!and\b|or\b|to\b)[a-z]{2})|$))|(?-i:[a-z]{2})\s?\))"
)
_NUMBER = rf"\d{{1,3}}(?!\d)(?:[A-H](?![a-z]))?(?:{_PART}){{0,8}}"
_TITLE = r"(?:\s?\([A-Z][^()\n]{3,90}\)|\s[-–]\s(?-i:[A-Z])[A-Za-z ’']{3,60}(?=,|;|\sand\s))"

HEAD = rule(
    "citation.head",
    "a head word and the number of a provision",
    rf"(?<![A-Za-z0-9])(?P<head>(?:sub-?)?se(?:ct?i?on|cton|citon|ciotn|cetion|ctoin)s?:?|sect\.?|adran(?:nau)?|sec\.?|ss\.?|s\.?|regulations?|reg\.?|articles?|"
    rf"art\.?|exemptions?(?:\sat)?(?=\s(?:1[24]|2[1-9]|3\d|4[0-4])\b))\s{{0,2}}(?P<number>{_NUMBER})",
    ("Section 31(1)(a) applies", "Section 31(1)(a)"),
    ("as the duty in s1(1)(a) of the Act", "s1(1)(a)"),
    ("Seciton 22(1) is engaged", "Seciton 22(1)"),
    ("Mae adran 12(1) yn berthnasol", "adran 12(1)"),
    ("the 24 cars of section leader Smith", None),
    ("classes 12", None),
)
RULES: tuple[Rule, ...] = (HEAD,)
_NEXT = compiled(
    rf"{_TITLE}?\s{{0,2}}(?:,|;|&|and|or|/|by virtue of)?\s{{0,2}}(?:and\s)?(?P<number>{_NUMBER})(?=[\s,;.:&)(/’'”]|$)|"
    rf"\s{{0,2}}(?:,|;|&|and|or|/|to|[-–])\s{{0,2}}(?:and\s)?(?P<parts>(?:{_PART}){{1,6}})",
    re.IGNORECASE,
)
_TO = compiled(r"(?:\bto|[-–])\s{0,2}$")
SHORTEST_RANGE = 5
"""Characters before the end of a range within which the word stands that makes it one."""
_DIGIT = compiled(r"\d")
_PIECE = compiled(
    r"(?:\(\s?|\bsub-?section\s\(?)(\d{1,2}[A-Za-z]?|[a-z]|[ivx]{2,4}|[a-z]{2}(?=\s?\)))(?:\s?\)|(?=[\s.,;:(-]|$))",
    re.IGNORECASE,
)
_SUBSECTION = compiled(r"\s{0,2}(\d[A-H])(?!\w)")
"""``3A`` after ``40(2) &``: no section has one digit and a letter, so it is a subsection of the one before."""
_PARTED = compiled(r"\((\d)\)\(([a-h])\)\((?=[a-h]\)$)")
_ROMAN = compiled(r"(?:ix|iv|v?i{1,3}|vi{0,3})$", re.IGNORECASE)
_BARE = compiled(
    rf"(?P<number>\d{{2}}[A-H]?(?:{_PART}){{1,6}})(?=\s?[-–:]\s?[‘“\"']?[A-Z]|"
    r"\s(?:National Security|Law Enforcement|Personal (?:Data|Information)|Investigations?|Health (?:and|&)|"
    r"Commercial)\b)"
)
_JOINS = compiled(r"[,;&/]|\band\b|\bor\b")
_BESIDE = compiled(r"&|\band\b")
_TITLED = compiled(r"[-–]\s[A-Z]")
_FIRST_WORD = compiled(r"\A\s*(\w+)")
_LISTED = compiled(
    r"(?:\s?,\s?\d{2}[A-H]?(?:\s?\(\w{1,3}\)){0,4}){1,8}\s?,?\s(?:and|&|or)\s\d{2}[A-H]?\b(?!\s?(?:%|[a-z]{3,12}s\b))"
)
"""Numbers behind commas, the last behind a conjunction: a list, whether or not its head word is a plural."""
MOST_COORDINATED = 12


@dataclass(frozen=True, slots=True)
class Named:
    """One provision named. section: without spaces; span: with the head word where it stands alone.

    head: its head word, which begins at ``opening``.
    """

    section: str
    span: Span
    head: str
    opening: int


def named(text: str, start: int, end: int) -> Iterator[list[Named]]:
    """Each group of provisions that share a head word, between two offsets."""
    if _DIGIT.search(text, start, end) is None:
        return
    position = start
    while found := HEAD.search(text, position, end):
        group, position = _group(text, found, end)
        yield group


def bare(text: str, start: int, end: int) -> Iterator[list[Named]]:
    """A provision without a head word, with its title behind a dash: an item of a list of exemptions."""
    found = _BARE.match(text, start, end)
    if found is not None:
        pieces = _expand(found["number"], found.start("number"), found.end("number"), text)
        yield [Named(section, span, "", found.start()) for section, span in pieces]


def _group(text: str, found: re.Match[str], end: int) -> tuple[list[Named], int]:
    head = found["head"]
    written: list[tuple[str, int, int]] = [(found["number"], found.start("number"), found.end("number"))]
    position = found.end()
    while len(written) < MOST_COORDINATED and (following := _NEXT.match(text, position, end)):
        if not _belongs(text, following, found):
            break
        which = "number" if following["number"] else "parts"
        written.append((following[which], following.start(which), following.end(which)))
        position = following.end()
    expanded = [one for words, first, last in _resolved(written) for one in _expand(words, first, last, text)]
    expanded = list(_ranges_filled(text, expanded))
    if len(expanded) == 1:
        section, span = expanded[0]
        return [Named(section, Span(found.start(), span.end), head, found.start())], position
    return [Named(section, span, head, found.start()) for section, span in expanded], position


def _ranges_filled(text: str, found: list[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Provisions with the limbs between two that a range joins: of ``31(1)(a) to (c)``, (b) too."""
    last = ""
    for section, span in found:
        ends = last[-2:-1], section[-2:-1]
        joined = _TO.search(text, max(0, span.start - SHORTEST_RANGE), span.start) is not None
        if joined and last[:-2] == section[:-2] and all(end.isalpha() and end.islower() for end in ends):
            yield from ((f"{section[:-2]}{chr(code)})", span) for code in range(ord(ends[0]) + 1, ord(ends[1])))
        yield section, span
        last = section


def _belongs(text: str, following: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a number after a provision is one more, and not the start of something else."""
    if following["parts"]:
        return True
    between = text[following.start() : following.start("number")]
    joined = _JOINS.search(between) is not None
    titled = "(" in between or _TITLED.search(between) is not None
    plural = found["head"].lower().rstrip(".:").endswith("s") or found["head"].lower() in {"ss", "ss."}
    subsection = "(" in following["number"]
    if _LISTED.match(text, following.start()):
        return True
    return (joined or titled) and (plural or titled or subsection or _BESIDE.search(between) is not None)


def _resolved(written: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Numbers whole: ``40(2)`` then ``(3)`` is 40(3); the span stays that of what is printed."""
    path: list[str] = []
    for words, start, end in written:
        pieces = _PIECE.findall(words)
        beside = _SUBSECTION.match(words)
        if beside is not None and len(path) > 1:
            yield f"{path[0]}({beside[1]})|" + words, start, end
            path = [path[0], beside[1], *pieces]
            continue
        if words.lstrip()[0] != "(":
            path = _nested([_FIRST_WORD.match(words)[1]], pieces)  # type: ignore[index]
            yield words, start, end
            continue
        depth = _depth(path, pieces[0])
        stem = path[:depth]
        path = _nested(stem, pieces)
        yield stem[0] + "".join(f"({piece})" for piece in stem[1:]) + "|" + words, start, end


def _nested(path: list[str], pieces: list[str]) -> list[str]:
    """A path with more pieces; one beside the last, as (b) is beside (a), takes its place."""
    for piece in pieces:
        beside = len(path) > 1 and _kind(path[-1], path[-2]) == _kind(piece, path[-1])
        path = [*path[:-1], piece] if beside else [*path, piece]
    return path


def _depth(path: list[str], piece: str) -> int:
    """Where in a path a further piece of the same kind goes (digits beside digits, letters beside letters)."""
    for depth in range(len(path) - 1, 0, -1):
        if _kind(path[depth], path[depth - 1]) == _kind(piece, path[depth]):
            return depth
    for depth in range(len(path) - 1, 0, -1):
        if path[depth].isdigit() == piece.isdigit():
            return depth
    return len(path)


def _kind(piece: str, before: str) -> str:
    if piece[0].isdigit():
        return "digit"
    if _ROMAN.match(piece) and not (
        len(piece) == 1 and len(before) == 1 and ord(piece.lower()) - ord(before.lower()) == 1
    ):
        return "roman"
    return "letter"


def as_numbered(section: str) -> str:
    """A section as the Act numbers it, where its subsection is printed in two brackets: ``40(3A)(a)``."""
    return _PARTED.sub(lambda found: f"({found[1]}{found[2].upper()})(", section)


def _expand(words: str, start: int, end: int, text: str) -> Iterator[tuple[str, Span]]:
    """The provisions in one run of brackets: ``31(1)(a)(b)`` is two, ``30(1)(a)(i)`` is one."""
    given, bar, printed = words.rpartition("|")
    base = given if bar else _FIRST_WORD.match(printed)[1]  # type: ignore[index]
    stem = [base] if not bar else [base.partition("(")[0], *_PIECE.findall(base)]
    path: list[tuple[str, str]] = [(stem[0], "number"), *((piece, _kind(piece, "")) for piece in stem[1:])]
    leaf_start = start
    pieces = list(_PIECE.finditer(text, start, end))
    previous = stem[-1]
    for number, piece in enumerate(pieces):
        below = pieces[number + 1][1] if number + 1 < len(pieces) else ""
        of_subsection = len(piece[1]) == 1 and piece[1].isupper() and below.islower() and previous.isdigit()
        kind = "capital" if of_subsection else _kind(piece[1], previous)
        level = next((n for n in range(len(path) - 1, 0, -1) if path[n][1] == kind), None)
        if level is not None and number > 0:
            yield _joined(path), Span(leaf_start, _back(text, leaf_start, piece.start()))
            path, leaf_start = path[:level], piece.start()
        path.append((piece[1].lower() if kind != "digit" else piece[1], kind))
        previous = piece[1]
    yield _joined(path), Span(leaf_start, end)


def _joined(path: list[tuple[str, str]]) -> str:
    return path[0][0].upper() + "".join(f"({piece})" for piece, _ in path[1:])


def _back(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
