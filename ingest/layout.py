"""Lines, sentences, list markers and the words of the web site: how a letter lies on the page, not what it says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from . import numbers
from .beginnings import compiled
from .model import Span
from .rules import Rule, rule

MarkerKind = Literal["question", "number", "letter", "roman", "bullet"]

WIDEST_WRAPPED = 90
"""A text none of whose lines is longer was wrapped by a mail program: a long line goes on in the next."""
LONG_LINE = 55
SLACK = 12
"""Characters by which letters in one text may be wrapped at different widths: in each, the next word did not fit."""
LONGEST_LETTER_LINE, FEWEST_LINES, LONG_FLAT = 500, 8, 200
"""A text of few lines, one of them longer than the first, has lost its line breaks; those longer than the last are
cut."""
FEWEST_LOOSE = 2
"""Further items that a list within a line has, where no stop stands before some of them."""
MOST_ITEMS = 40
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


FURNITURE = rule(
    "layout.furniture",
    "words that every page of a site carries, not the letter's own",
    r"^(?:we[’']re aware of an issue affecting|in an emergency call 999$|"
    r"quickly exit this site|to get away from this page|leave this site|we use some essential cookies|"
    r"some cookies are needed|you can manage your (?:cookie )?preferences|choose which cookies|your cookie preferences|"
    r"your choice about cookies|sorry, there was a technical problem|this site is a beta|allanfa gyflym|"
    r"neidio i|skip to (?:main )?content|forgotten password|você está na página|\(welsh-language cookie|"
    r"this is an html version of an attachment|share this(?: page)?$|cookies?$|accessibility$|contact us$|"
    r"coronavirus \(covid-19\)$|how we are working to keep our foi|requests for personal information and vexatious|"
    r"references$|visible links$|we don[’']t know whether the most recent response|"
    r"we[’']re waiting for \[?[^\n]{2,40} to read|\d{1,2}\. (?:mailto:|https?://)\S{1,200}(?: \S{1,40})?$|"
    r"show quoted sections$|"
    r"\d attachments?$|gadawodd |home decisions$|rydym yn defnyddio|(?:\d+\. )?home$|- (?:help|cookies|"
    r"accessibility|contact|contact us|"
    r"share this page|report|advice|your area)$|page \d+ of \d+$|registered in england and wales)",
    ("This site is a beta, which means", "This site is a beta"),
    ("This letter is a refusal", None),
)
RULES: tuple[Rule, ...] = (FURNITURE,)

_MARKER = compiled(
    r"(?:(?P<question>(?:Question|Ques|Qu|Q)\.?\s?(?P<q>\d{1,2}(?:\s?[a-z]\b|[a-z](?=[.):]))?))(?:\s?[.:)\-–/]{1,2}|"
    r"(?=\s|$))\s{0,3}"
    rf"|(?P<spelt>(?:Question|Request|Part|Point|ISSUE|Issue)\s(?P<word>(?i:{numbers.SPELT})))(?:\s?[.:)\-–/]{{1,2}}(?=\s|$)|\s?$)\s{{0,3}}"
    r"|(?P<q0>Q)[:.]\s{1,6}(?=\D)"
    r"|(?!\d{1,2}\.\d{1,2}\.\d{2,4}\b)(?P<n>\d{1,2}(?:\.\d{1,2}){0,3}[A-Za-z]?)(?:\.\)|\s?[•·](?=\s)|/(?=\s|[A-Z][a-z]|[a-z]{3})|[.):](?!\d)|\](?=\s)|,(?=\s?[A-Z])|\s[-–](?=\s)|\s?[-–]\s?$)\s{0,12}"
    r"|\((?P<n2>\d{1,2})\)(?:\s{1,4}|$)|(?:#|(?-i:No)\.?\s|\[)(?P<n3>\d{1,2})(?:[\].:)]{0,2})\s{1,4}(?=[A-Z])|\[(?P<n7>\d{1,2}[a-z])\]\s{1,4}(?=\S)"
    r"|(?P<n4>\d{1,2}\s?\([a-z]\)(?=\s{1,4}[A-Z£\d])|\d(?:\.\d){1,2}(?=\s{1,4}[A-Z]))\s{1,4}|(?P<n8>\d{1,2}\s[a-h])[.)]\s{1,4}(?=\S)|(?P<n5>\d{1,2})[-–]\s(?=[A-Z])|[-•]\s(?P<n6>\d{1,2})\s(?=[A-Z][a-z]|A\s)(?![A-Z][a-z]{2,8}\s(?:19|20)\d\d)"
    r"|\(?(?P<roman>ix|iv|vi{0,3}|i{1,3})[.)/](?:\s{1,12}|$)"
    r"|\((?P<l>[A-Za-z])\s?\)(?:\s{1,6}|$)|(?P<l2>[A-Za-z])[.)](?:\s{1,6}|$)|(?P<l4>[AR]):\s{1,6}|(?P<l5>[a-hA-H])\s[-–]\s{1,4}(?=[A-Z])|(?P<l3>[A-H])\s{3,12}(?=\S)|(?P<l6>[a-h])\s(?=[A-Z][a-z])|(?P<l8>[a-h])(?:[.)]|/)(?=[A-Z][’'a-z\s])|\[(?P<l9>[a-h])\]\s{1,4}(?=\S)|(?P<l7>[A-H])\s[-–]\s{1,4}(?=[a-z])"
    r"|(?P<bullet>[-–•⦁*▪●·])\s{1,4}|o\s{1,4}(?=[a-z])|-(?=[A-Z]))"
)
_OPENS = compiled(r"[\"“‘]|\|\s")
"""What may stand before the number of an item: a quotation mark, or the line between two cells of a table."""
_ROMAN_WITHIN = compiled(r"\(?(?P<roman>ix|iv|vi{0,3}|i{1,3})\)\s{1,4}(?=\S)")
"""A numeral right behind a number that a scraped list was given: ``1. i) 2014``."""
_NUMERAL_BEHIND = compiled(r"\d{1,2}[.)]\s{1,3}(?=\(?i[.)]\s)")
_FIRST_NUMERAL = compiled(r"^[ \t]{0,12}(?:\d{1,2}[.)]\s{1,3})?\(?i[.)]\s", re.MULTILINE)
"""The first numeral of a list under a number, on its line or below it."""
_SECOND_NUMERAL = compiled(r"^[ \t]{0,12}\d{1,2}[.)]\s{1,3}\(?ii[.)]\s", re.MULTILINE)
"""A later one behind a number, which a page gave to every line of such a list."""
_LETTER_WITHIN = compiled(r"\(?(?P<l>a)[.)]\s{1,4}(?=\S)")
"""The first letter of a list, right behind the number of the item that it makes up: ``3. a. The rank``."""
_NUMBER_AND_LETTER = compiled(r"(?P<number>\d)[.)]\s{1,4}\(?(?P<letter>[a-h])\)\s{1,4}(?=\S)")
FEWEST_LETTERS = 2
_LETTER_BEHIND = compiled(r"(?P<number>\d{1,2})[.)]\s{1,4}\(?(?P<letter>[a-h])[.)]\s{1,4}(?=\S)")
_SENTENCE_END = compiled(r"[.!?](?:[\"”’)\]]{0,2}|\s”)\s{1,8}(?=[\"“‘(\[]{0,2}[A-Z0-9])")
_SHORTENED = compiled(
    r"(?:\b(?:s|ss|sec|sect|reg|art|no|ref|mr|mrs|ms|dr|st|e\.g|i\.e|etc|para|p)|\b[A-Z])\.$", re.IGNORECASE
)
_GOES_ON = compiled(r"(?<![\w/])(?:of|the|and|or|to|for|in|by|on|an?|under|with|from|at|[Ss]ections?)$")
_SECTION_ENDS = compiled(r"\b[Ss](?:ections?|\.)?\s?\d{1,2}$")
_SUBSECTION = compiled(r"\((?:\d{1,2}[A-Z]?\)|[A-Z][a-z])")
"""A section at the end of a line, and its subsection, or its title in brackets, at the head of the next."""
_TRAIL = compiled(r"(?:1[.)] )?home$", re.IGNORECASE)
"""The first step of the trail that says where on the site a page is."""
_FIRST_ITEM = compiled(r"(?:(?P<bracket>\()1\)|1(?P<stop>[.)])?)\s(?=[A-Z])")
_LATER_ITEM = compiled(
    r"(?:(?<=[\w:–-])\s|(?<=:\s)[“\"])(?:(?P<bracket>\()1\)|1(?P<stop>[.)]))\s(?=[A-Z]|(?<=:\s1[.)]\s)[£\d])"
)
"""The first item of a list that begins within a line, behind a colon, a dash or words."""
_INNER = compiled(r"(?<=[?])\s?(?=\d{1,2}[a-z](?:[.)]\s|/\s?)[A-Z])|(?<=[;.])\s(?:and\s)?(?=•\s)")
"""Before the part of a question, or a further bullet, that stands on the same line."""
_FIRST_QUESTION = compiled(r"(?:Question |Q)1\b")
_QUESTIONS = compiled(r"(?<=[?.])\s(?=(?:Question |Q)(?P<n>\d{1,2})\b)")
_HEADING_WITHIN = compiled(
    r"(?<=\s)(?<!Request and )(?:Request|Response|Answer|In response|You asked|Our response)"
    r"(?:\s\d{1,2}[a-z]?(?:\s?(?:&|,|-|and)\s?\d{1,2}[a-z]?){0,9})?\s?:\s"
)
_CAPITALS_WITHIN = compiled(
    r"(?<=\s)(?:EXTENT (?:OF|AND RESULTS? OF) SEARCHES(?: TO LOCATE INFORMATION)?|RESULTS? OF (?:THE )?SEARCH(?:ES)?|"
    r"REASONS? FOR (?:THE )?DECISIONS?|DECISION|REQUEST|RESPONSE)\s(?=[A-Z][a-z’]|I\s)"
)
"""A heading in capitals that stands among the sentences of a text whose line breaks are lost."""
_ANSWER_WITHIN = compiled(r"(?<=[a-z\d)*])\s(?=Please (?:see|find) (?:the|our|below|attached)\b)")
_ITEM_LABEL = compiled(r"\(?\d{1,2}[.)]\s{1,3}")
_CARD_WITHIN = compiled(r"(?<=Request and Answer:)\s(?=[A-Z])")
_NUMBER_BEFORE = compiled(
    r"[.?:;!)]\s{1,3}(?P<label>(?:Q\s?)?\d{1,2}[a-z]?(?:\s(?:&|and)\s\d{1,2}[a-z]?)?[.)]\s{1,8})$"
)
LONGEST_NUMBER = 24
_HEADS = compiled(
    rf"(?:requests?|questions?|(?:responses?|answers?)(?:\s(?:to|for)(?:\squestions?)?)?)(?:\s{numbers.LIST})?\s?:?$"
    rf"|{numbers.LIST}[.):]$"
    rf"|(?:in relation to|regarding|with regards? to|in respect of)\squestions?\s{numbers.LIST}\s?:",
    re.IGNORECASE,
)
"""A line that is nothing but the heading of what follows."""
_PAGE = compiled(r"\(\d{1,2}\)")
_RULE_LINE = compiled(r"^[-–_=*\s|/]{1,200}$")


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything, those joined that were wrapped."""
    found: list[Line] = []
    pieces = _apart(text, list(_pieces(text)))
    widest = max((end - start for start, end, *_ in pieces), default=0)
    wrapped = widest if widest <= WIDEST_WRAPPED else 0
    previous_end = None
    for start, end, quoted, gap in pieces:
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
    return _without_commas(_with_letters_of_one(_with_letters(found)))


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


Piece = tuple[int, int, bool, bool]
"""Start, end, quoted and after-gap of a physical line, or of what stands for one."""


def _apart(text: str, pieces: list[Piece]) -> list[Piece]:
    """Lines of a text whose line breaks are lost, taken apart at sentences; others, at the items of a list within."""
    flat = _is_flat(pieces)
    lists = 0 if _SECOND_NUMERAL.search(text) else len(_FIRST_NUMERAL.findall(text))
    found: list[Piece] = []
    for start, end, quoted, gap in _at_headings(text, pieces):
        of_list = _NUMERAL_BEHIND.match(text, start, end) if lists > 1 else None
        cuts = _items(text, start, end) if of_list is None else [of_list.end()]
        if flat and end - start > LONG_FLAT:
            labelled = {place for cut in cuts for place in [_behind_label(text, cut, end)] if place is not None}
            cuts = sorted({*cuts, *_sentence_starts(text, start, end)} - labelled)
        bounds = [start, *cuts, end]
        found += [
            (first, trimmed(text, first, last), quoted, gap and first == start)
            for first, last in itertools.pairwise(bounds)
        ]
    return found


def _at_headings(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The same lines, those with a heading and its colon behind the end of a sentence taken apart there."""
    for start, end, quoted, gap in pieces:
        heads = (head.start() for head in _HEADING_WITHIN.finditer(text, start, end))
        bounds = [start, *(head for head in heads if head > start and text[start:head].rstrip()[-1:] in ".?!"), end]
        for first, last in itertools.pairwise(bounds):
            yield first, trimmed(text, first, last), quoted, gap and first == start


def _behind_label(text: str, cut: int, end: int) -> int | None:
    """Where the words of an item begin that is cut apart at its number: a sentence begins there, and no line."""
    label = _ITEM_LABEL.match(text, cut, end)
    return None if label is None else label.end()


def is_flat(text: str) -> bool:
    """Whether the line breaks of a text are lost."""
    return _is_flat(list(_pieces(text)))


def _is_flat(pieces: list[Piece]) -> bool:
    longest = max((end - start for start, end, *_ in pieces), default=0)
    return longest > (LONGEST_LETTER_LINE if len(pieces) > 1 else LONG_FLAT) and len(pieces) <= FEWEST_LINES


def _sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Where sentences begin in a line, the number of a list item with its item, and headings that end in a colon."""
    cuts = {cut.start() for cut in _HEADING_WITHIN.finditer(text, start, end)}
    cuts |= {place for head in _CAPITALS_WITHIN.finditer(text, start, end) for place in head.span()}
    cuts |= {cut.end() for one in (_ANSWER_WITHIN, _CARD_WITHIN) for cut in one.finditer(text, start, end)}
    for sentence in sentences(text, Span(start, end)):
        number = _NUMBER_BEFORE.search(text, max(start, sentence.start - LONGEST_NUMBER), sentence.start)
        cuts.add(number.start("label") if number else sentence.start)
    return sorted(cut for cut in cuts if cut > start)


def _items(text: str, start: int, end: int) -> list[int]:
    """Where the second and later items of a list begin that is all on one line: ``(1) …? (2) …?``."""
    if "•" in text or text.find("?", start, end) >= 0:
        inner = [cut.end() for cut in _INNER.finditer(text, start, end)]
        if inner:
            return inner
    questions = _QUESTIONS.finditer(text, start, end) if _FIRST_QUESTION.match(text, start, end) else ()
    cuts = [cut.end() for n, cut in enumerate(questions, 2) if cut["n"] == str(n)]
    opening = None if cuts else _FIRST_ITEM.match(text, start, end) or _LATER_ITEM.search(text, start, end)
    if opening is None or (opening["bracket"] and _is_of_item(text, start, opening)):
        return cuts
    cuts = [opening.start() + 1] if opening.re is _LATER_ITEM else []
    before, loose = len(cuts), 0
    position = opening.end()
    for number in range(2, MOST_ITEMS):
        label = f"({number})" if opening["bracket"] else f"{number}{opening['stop'] or ''}"
        place = text.find(f" {label} ", position, end)
        if place < 0 or not (
            text[place - 1] in "?.;:," or text[place + len(label) + 2 : place + len(label) + 3].isupper()
        ):
            break
        loose += text[place - 1] not in "?.;:,"
        cuts.append(place + 1)
        position = place + len(label)
    enough = FEWEST_LOOSE if loose else 1
    return cuts if len(cuts) >= before + enough else []


def _is_of_item(text: str, start: int, opening: re.Match[str]) -> bool:
    """Whether a list in brackets is within an item with a number of its own, and no colon leads up to it."""
    return _ITEM_LABEL.match(text, start, opening.start()) is not None and text[opening.start() - 1] not in ":–-"


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences within a span, white space between them left out."""
    start = span.start
    for end in _SENTENCE_END.finditer(text, span.start, span.end):
        stop = end.start() + 1
        if _SHORTENED.search(text, max(start, stop - 8), stop):
            continue
        yield Span(start, trimmed(text, start, end.end()))
        start = end.end()
    if start < span.end:
        yield Span(start, span.end)


def furniture(found: tuple[Line, ...]) -> tuple[Span, ...]:
    """The stretches of site furniture, neighbouring lines as one."""
    spans: list[Span] = []
    adjacent = trail = False
    pages = _pages(found)
    for line in found:
        trail = bool(_TRAIL.match(line.text)) or (trail and line.marker is not None)
        if not (trail or line.span in pages or FURNITURE.search(line.text)):
            adjacent = False
            continue
        if adjacent:
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
        adjacent = True
    return tuple(spans)


def _pages(found: tuple[Line, ...]) -> frozenset[Span]:
    """The lines that are the number of a page in brackets, where the first stands above every numbered line."""
    listed = next((n for n, line in enumerate(found) if line.marker and line.marker.kind != "bullet"), len(found))
    if listed == len(found) or found[listed].text != "(1)":
        return frozenset()
    return frozenset(line.span for line in found if _PAGE.fullmatch(line.text))


def _pieces(text: str) -> Iterator[Piece]:
    """Start, end, quoted and after-gap of each physical line that holds anything."""
    position, gap = 0, False
    for line in text.split("\n"):
        start, end = position, position + len(line)
        position = end + 1
        quoted = False
        while start < end and (
            text[start].isspace() or (text[start] == ">" and (start == 0 or text[start - 1] in "\n> "))
        ):
            quoted = quoted or text[start] == ">"
            start += 1
        end = trimmed(text, start, end)
        if start == end or _RULE_LINE.match(text[start:end]):
            gap = True
            continue
        yield start, end, quoted, gap
        gap = False


def trimmed(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the white space at its end."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _continues(above: str, below: str, wrapped: int) -> bool:
    """Whether a line goes on in the one below. wrapped: the width of the text, where a mail program made it, else 0."""
    if _SECTION_ENDS.search(above[-12:]) and _SUBSECTION.match(below):
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
        return Marker("question", re.sub(r"\s", "", match["q"]).lower())
    if match["spelt"]:
        return Marker("question", numbers.spelt(match["word"]))
    number = next((match[name] for name in ("n", "n2", "n3", "n4", "n5", "n6", "n7", "n8") if match[name]), None)
    if number is not None:
        return Marker("number", re.sub(r"[()\s]", "", number).lower())
    if match["roman"]:
        return Marker("roman", match["roman"])
    letter = next((match[name] for name in ("l", "l2", "l3", "l4", "l5", "l6", "l7", "l8", "l9") if match[name]), None)
    if letter:
        return Marker("letter", letter)
    return Marker("bullet", "-")
