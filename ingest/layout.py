"""Lines and list markers: how a letter lies on the page, not what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from . import numbers
from .beginnings import compiled
from .model import Span
from .pieces import pieces

MarkerKind = Literal["question", "number", "letter", "roman", "bullet"]

WIDEST_WRAPPED = 90
"""A text none of whose lines is longer was wrapped by a mail program: a long line goes on in the next."""
LONG_LINE = 55
SLACK = 12
"""Characters by which letters in one text may be wrapped at different widths: in each, the next word did not fit."""
LONGEST_JOINED = 4_000
"""Characters of one joined line; a text of a million short lines must not become one line step by step."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a list item. label: as printed, without brackets and stops: ``1``, ``2a``, ``iv``."""

    kind: MarkerKind
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line, joined where it was wrapped.

    span: without white space about it; body: where it begins after its marker; quoted: it begins with ``>``, as a mail
    program quotes another letter; after_gap: an empty line is above it.
    """

    span: Span
    text: str
    marker: Marker | None
    body: int
    quoted: bool
    after_gap: bool

    @property
    def words(self) -> str:
        """The text after the marker."""
        return self.text[self.body - self.span.start :]


_MARKER = compiled(
    r"(?:(?P<question>(?:Question(?:\s[Nn]umber(?=\s\d{1,2}[a-z]?\s?[:.–-]))?|Ques|Qu|Q)\.?\s?(?P<q>\d{1,2}(?:\s?[a-z]\b|[a-z](?=[.):])|\s?\((?:[a-h]|iv|v|i{1,3})\))?))(?:\s?[.:)\-–/]{1,2}|"
    r"(?=\s|$))\s{0,3}"
    rf"|(?P<part>Part\s(?P<partletter>[A-H]))\s?[:–]\s{{1,3}}(?=\S)|(?P<spelt>(?:Question|Request|Part|Point|ISSUE|Issue)\s(?P<word>(?i:{numbers.SPELT})))(?:\s?[.:)\-–/]{{1,2}}(?=\s|$)|\s?$)\s{{0,3}}"
    r"|(?P<q0>Q)[:.]\s{1,6}(?=\D)"
    r"|(?!\d{1,2}\.\d{1,2}\.\d{2,4}\b)(?P<n>\d{1,2}(?:\.\d{1,2}){0,3}[A-Za-z]?)(?:\.\)|\s?[•·](?=\s)|/(?=\s|[A-Z][a-z]|[a-z]{3})|[.):](?!\d)|\](?=\s)|,(?=\s?[A-Z])|\s[-–](?=\s)|\s?[-–]\s?$)\s{0,12}"
    r"|\((?P<n2>\d{1,2})\)(?:\s{1,4}|$)|(?:#|(?-i:No)\.?\s|\[)(?P<n3>\d{1,2})(?:[\].:)]{0,2})\s{1,4}(?=[A-Z])|\[(?P<n7>\d{1,2}[a-z]?)\]\s{1,4}(?!http|www|See\b|Cf\b)(?=\S)"
    r"|(?P<n4>\d{1,2}\s?\((?:[a-z]|i{2,3}|iv|vi{1,3})\)(?=\s{1,4}[A-Z£\d])|\d(?:\.\d){1,2}(?=\s{1,4}[A-Za-z£\d]))\s{1,4}|(?P<n8>\d{1,2}\s{1,3}[a-h])[.)]\s{1,4}(?=\S)|(?P<n5>\d{1,2})[-–]\s(?=[A-Z])|[-•]\s(?P<n6>\d{1,2})\s(?=[A-Z][a-z]|A\s)(?![A-Z][a-z]{2,8}\s(?:19|20)\d\d)"
    r"|\(?(?P<roman>ix|iv|vi{0,3}|i{1,3})[.)/](?:\s{1,12}|$|(?<=i\))(?=[A-Z][a-z])|(?<=v\))(?=[A-Z][a-z]))"
    r"|\((?P<l>[A-Za-z])\s?\)(?:\s{1,6}|$)|(?P<l2>[A-Za-z])[.)](?:\s{1,6}|$)|(?P<l4>[AR]):\s{1,6}|(?P<l5>[a-hA-H])\s[-–]\s{1,4}(?=[A-Z])|(?P<l3>[A-H])\s{3,12}(?=\S)|(?P<l6>[a-h])\s(?=[A-Z][a-z])|(?P<l8>[a-h])(?:[.)]|/)(?=[A-Z][’'a-z\s])|\[(?P<l9>[a-h])\]\s{1,4}(?=\S)|(?P<l7>[A-H])\s[-–]\s{1,4}(?=[a-z])"
    r"|(?P<bullet>[-–•⦁*▪●·])\s{1,4}|o\s{1,4}(?=[a-z])|-(?=[A-Z]))"
)
_OPENS = compiled(r"[\"“‘]|\|\s|-(?=[a-h]\))")
"""What may stand before the number of an item: a quotation mark, or the line between two cells of a table."""
_ROMAN_WITHIN = compiled(r"\(?(?P<roman>ix|iv|vi{0,3}|i{1,3})\)\s{1,4}(?=\S)")
"""A numeral right behind a number that a scraped list was given: ``1. i) 2014``."""
_LETTER_WITHIN = compiled(r"\(?(?P<l>a)[.)]\s{1,4}(?=\S)")
"""The first letter of a list, right behind the number of the item that it makes up: ``3. a. The rank``."""
_NUMBER_AND_LETTER = compiled(r"(?P<number>\d)[.)]\s{1,4}\(?(?P<letter>[a-h])\)\s{1,4}(?=\S)")
FEWEST_LETTERS = 2
_NAME = compiled(r"[A-Z]\.\s(?:[A-Z]\.\s?)?[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20})?")
"""An initial and a name, as a signature has them."""
_DECIMAL_AND_WORD = compiled(r"\d(?:\.\d){1,2}\s{1,4}[a-z£\d]")
_LETTER_BEHIND = compiled(r"(?P<number>\d{1,2})[.)]\s{1,4}\(?(?P<letter>[a-h])[.)]\s{1,4}(?=\S)")
_GOES_ON = compiled(r"(?<![\w/])(?:of|the|and|or|to|for|in|by|on|an?|under|with|from|at|[Ss]ections?)$")
_SECTION_ENDS = compiled(r"\b[Ss](?:ections?|\.)?\s?\d{1,2}$")
_ROMAN_PART = compiled(r"(\d{1,2})\s?\((i{1,3}|iv|vi{0,3})\)")
_SECTION_IN_BRACKETS = compiled(r"\((?:section|s\.)\s?\d", re.IGNORECASE)
"""A provision in brackets behind words that it belongs to."""
_SUBSECTION = compiled(r"\((?:\d{1,2}[A-Z]?\)|[A-Z][a-z])")
"""A section at the end of a line, and its subsection, or its title in brackets, at the head of the next."""
_HEADS = compiled(
    rf"(?:requests?|questions?|(?:responses?|answers?)(?:\s(?:to|for)(?:\squestions?)?)?)(?:\s{numbers.LIST})?\s?:?$"
    rf"|{numbers.LIST}[.):]$"
    rf"|(?:in relation to|regarding|with regards? to|in respect of)\squestions?\s{numbers.LIST}\s?:",
    re.IGNORECASE,
)
"""A line that is nothing but the heading of what follows."""


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything, those joined that were wrapped."""
    found: list[Line] = []
    places = pieces(text)
    widest = max((end - start for start, end, *_ in places), default=0)
    wrapped = widest if widest <= WIDEST_WRAPPED else 0
    previous_end = None
    for start, end, quoted, gap in places:
        words = text[start:end]
        if found and not gap and found[-1].quoted == quoted and previous_end == found[-1].span.end:
            last = found[-1]
            if len(last.text) < LONGEST_JOINED and _continues(last.text, words, wrapped):
                span = Span(last.span.start, end)
                found[-1] = Line(span, text[span.start : end], last.marker, last.body, quoted, last.after_gap)
                previous_end = end
                continue
        found.append(_line(Span(start, end), words, quoted, gap))
        previous_end = end
    return _without_commas(_without_initials(_without_decimals(_with_letters_of_one(_with_letters(found)))))


def _without_initials(found: list[Line]) -> list[Line]:
    """A capital before a name begins an item only in a list with the letter before or behind: it is an initial."""
    letters = {line.marker.label for line in found if line.marker is not None and line.marker.kind == "letter"}
    return [replace(line, marker=None, body=line.span.start) if _is_initial(line, letters) else line for line in found]


def _is_initial(line: Line, letters: set[str]) -> bool:
    """Whether a line is a name with its initial. letters: all that lines begin with."""
    if line.marker is None or line.marker.kind != "letter" or _NAME.fullmatch(line.text) is None:
        return False
    letter = ord(line.marker.label)
    return not letters & {chr(letter - 1), chr(letter + 1)}


def _without_decimals(found: list[Line]) -> list[Line]:
    """A decimal before a small letter begins an item only where the list has its first: ``1.5 hours`` begins none."""
    small = {n: line.marker.label for n, line in enumerate(found) if line.marker and _DECIMAL_AND_WORD.match(line.text)}
    first = {label for label in small.values() if label.endswith(".1")}
    listed = {label for label in small.values() if f"{label.rpartition('.')[0]}.1" in first}
    return [
        replace(line, marker=None, body=line.span.start) if n in small and small[n] not in listed else line
        for n, line in enumerate(found)
    ]


def _without_commas(found: list[Line]) -> tuple[Line, ...]:
    """A number and a comma, or a letter alone, begin an item only where the list goes on: other lines begin so too."""
    behind = {n: line.marker.label for n, line in enumerate(found) if line.marker and _comma(line)}
    letters = {n: line.marker.label for n, line in enumerate(found) if line.marker and _letter_alone(line)}
    listed = {"1", "2"} <= set(behind.values()) or _first_of_stops(found, behind)
    behind = ({} if listed else behind) | (
        {} if {"a", "b"} <= set(letters.values()) or {"A", "B"} <= set(letters.values()) else letters
    )
    return tuple(
        replace(line, marker=None, body=line.span.start) if n in behind else line for n, line in enumerate(found)
    )


def _with_letters(found: list[Line]) -> list[Line]:
    """The items of a list of letters that a page numbered once more: ``1. a) …``, ``2. b) …``."""
    within = {n: one for n, line in enumerate(found) if (one := _letter_of_turn(line)) is not None}
    if len(within) < FEWEST_LETTERS:
        return found
    return [
        replace(line, marker=Marker("letter", within[n]["letter"]), body=line.span.start + within[n].end())
        if n in within
        else line
        for n, line in enumerate(found)
    ]


def _with_letters_of_one(found: list[Line]) -> list[Line]:
    """The second and later letters of a number that is printed before each: ``1. a) …``, ``1. b) …``."""
    last = ("", "")
    for n, line in enumerate(found):
        within = _LETTER_BEHIND.match(line.text)
        if within is None:
            continue
        number, letter = within["number"], within["letter"]
        if (number, chr(ord(letter) - 1)) == last:
            body = line.span.start + within.end()
            found[n] = replace(line, marker=Marker("number", f"{number}{letter}"), body=body)
        last = (number, letter) if letter == "a" or found[n] is not line else ("", "")
    return found


def _letter_of_turn(line: Line) -> re.Match[str] | None:
    """The letter behind the number of an item, where it is the first for 1, the second for 2 and so on."""
    found = _NUMBER_AND_LETTER.match(line.text)
    of_turn = found is not None and ord(found["letter"]) - ord("a") + 1 == int(found["number"])
    return found if of_turn else None


def _first_of_stops(found: list[Line], behind: dict[int, str]) -> bool:
    """Whether the one number with a comma is 1, and the next number of all has another mark, and is 2."""
    if list(behind.values()) != ["1"]:
        return False
    later = (
        line.marker.label for line in found[next(iter(behind)) + 1 :] if line.marker and line.marker.kind == "number"
    )
    return next(later, None) == "2"


def _letter_alone(line: Line) -> bool:
    return re.match(r"[a-h]\s[A-Z]|[A-H]\s[-–]\s{1,4}[a-z]", line.text) is not None


def _comma(line: Line) -> bool:
    return line.text[: line.body - line.span.start].rstrip().endswith(",")


def _continues(above: str, below: str, wrapped: int) -> bool:
    """Whether a line goes on in the one below. wrapped: the width of the text, where a mail program made it, else 0."""
    if _SECTION_ENDS.search(above[-12:]) and _SUBSECTION.match(below):
        return True
    if above[-1].islower() and _SECTION_IN_BRACKETS.match(below):
        return True
    if above[-1] in ".:;?!|" or _MARKER.match(below) or _HEADS.match(below):
        return False
    if below[0].islower() or (_GOES_ON.search(above[-12:]) and not below.startswith("Please ")):
        return True
    last_width = len(above) - (above.rfind("\n") + 1)
    filled = last_width + 1 + len(below.split(maxsplit=1)[0]) > wrapped - SLACK
    return wrapped > 0 and filled and last_width >= LONG_LINE and below[0] not in "-–•*"


def _line(span: Span, words: str, quoted: bool, gap: bool) -> Line:
    opens = _OPENS.match(words)
    match = _MARKER.match(words, 0 if opens is None else opens.end())
    marker = _marker(match) if match else None
    if match and marker and marker.kind == "bullet" and (inner := _MARKER.match(words, match.end())):
        match, marker = inner, _marker(inner)
    if match and marker and marker.label.isdigit() and (roman := _ROMAN_WITHIN.match(words, match.end())):
        match, marker = roman, Marker("roman", roman["roman"])
    elif match and marker and marker.label.isdigit() and (inner := _LETTER_WITHIN.match(words, match.end())):
        match, marker = inner, Marker("number", f"{marker.label}{inner['l']}")
    body = span.start + match.end() if match and marker else span.start
    return Line(span, words, marker, body, quoted, gap)


def _marker(match: re.Match[str]) -> Marker | None:
    if match["question"]:
        return Marker("question", re.sub(r"[\s()]", "", match["q"]).lower())
    if match["spelt"]:
        return Marker("question", numbers.spelt(match["word"]))
    number = next((match[name] for name in ("n", "n2", "n3", "n4", "n5", "n6", "n7", "n8") if match[name]), None)
    if number is not None:
        parted = _ROMAN_PART.fullmatch(number)
        return Marker("number", f"{parted[1]}.{parted[2]}" if parted else re.sub(r"[()\s]", "", number).lower())
    if match["roman"]:
        return Marker("roman", match["roman"])
    letter = next(
        (match[name] for name in ("partletter", "l", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l9") if match[name]),
        None,
    )
    if letter:
        return Marker("letter", letter)
    return Marker("bullet", "-")
