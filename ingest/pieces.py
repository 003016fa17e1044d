"""The lines of a text as it stands, those taken apart that hold several headings, items or sentences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from .beginnings import compiled
from .model import Span
from .sentences import sentences, trimmed

LONGEST_LETTER_LINE, FEWEST_LINES, LONG_FLAT = 500, 8, 200
"""A text of few lines, one of them longer than the first, has lost its line breaks; those longer than the last are
cut."""
FEWEST_LOOSE = 2
"""Further items that a list within a line has, where no stop stands before some of them."""
MOST_ITEMS = 40
_NUMERAL_BEHIND = compiled(r"\d{1,2}[.)]\s{1,3}(?=\(?i[.)]\s)")
_FIRST_NUMERAL = compiled(r"^[ \t]{0,12}(?:\d{1,2}[.)]\s{1,3})?\(?i[.)]\s", re.MULTILINE)
"""The first numeral of a list under a number, on its line or below it."""
_SECOND_NUMERAL = compiled(r"^[ \t]{0,12}\d{1,2}[.)]\s{1,3}\(?ii[.)]\s", re.MULTILINE)
"""A later one behind a number, which a page gave to every line of such a list."""
_FIRST_ITEM = compiled(r"(?:(?P<bracket>\()1\)|1(?P<stop>[.)])?)\s(?=[“\"]?[A-Z])")
_LATER_ITEM = compiled(
    r"(?:(?<=[\w:.–-])\s|(?<=:\s)[“\"])(?:(?P<bracket>\()1\)|1(?P<stop>[.)]))\s(?=[A-Z]|(?<=:\s1[.)]\s)[£\d])"
)
"""The first item of a list that begins within a line, behind a colon, a dash or words."""
_AGAIN = compiled(
    r"(?<=[\w:.?)])\s(?P<head>(?:our\s)?(?:responses?|answers?|reply)\s?:?\s)?(?P<first>1(?P<stop>[.)])\s)(?=[A-Z£\d])",
    re.IGNORECASE,
)
"""The first of the answers to a list that stands before them in the same line."""
_WIDE_GAP = compiled(r"(?<=[.?;:])\s{3,12}(?=\d{1,2}[.)]\s[A-Z])")
"""Before an item that a wide gap parts from the one before it."""
FEWEST_AGAIN = 2
"""Items of a list whose answers may follow in the same line."""
_DECIMAL_BEHIND = compiled(r"(?<=[.;])\s{1,2}(?=\d{1,2}\.\d{1,2}\s[–-]\s)")
"""Before the second part of a question that is answered on the line of the first: ``1.1 – 212. 1.2 – 40.``."""
_INNER = compiled(r"(?<=[?])\s?(?=\d{1,2}[a-z](?:[.)]\s|/\s?)[A-Z])|(?<=[;.])\s(?:and\s)?(?=•\s)")
"""Before the part of a question, or a further bullet, that stands on the same line."""
_FIRST_QUESTION = compiled(r"(?:Question |Q)1\b")
_QUESTIONS = compiled(r"(?<=[?.])\s(?=(?:Question |Q)(?P<n>\d{1,2})\b)")
_HEADING_WITHIN = compiled(
    r"(?<=\s)(?<!Request and )(?:Request|Response|Answer|In response|You asked|Our response)"
    r"(?:\s\d{1,2}[a-z]?(?:\s?(?:&|,|-|and)\s?\d{1,2}[a-z]?){0,9})?\s?:\s"
)
_HEADING_OF_LIST = compiled(r"(?:(?:Your |The )?Request|You asked)\s?:\s(?=\(?1[.)]\s)")
"""The heading of the questions and the first of them, on one line."""
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
_RULE_LINE = compiled(r"^[-–_=*\s|/]{1,200}$")
Piece = tuple[int, int, bool, bool]
"""Start, end, quoted and after-gap of a physical line, or of what stands for one."""


def pieces(text: str) -> list[Piece]:
    """The lines that hold anything: those of a text whose line breaks are lost taken apart at sentences, others at the
    items of a list within.
    """
    physical = list(_physical(text))
    flat = _is_flat(physical)
    lists = 0 if _SECOND_NUMERAL.search(text) else len(_FIRST_NUMERAL.findall(text))
    found: list[Piece] = []
    for start, end, quoted, gap in _at_headings(text, physical):
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
        listed = _HEADING_OF_LIST.match(text, start, end)
        cuts = [] if listed is None else [listed.end()]
        heads = (head.start() for head in _HEADING_WITHIN.finditer(text, start, end))
        cuts += [head for head in heads if head > start and text[start:head].rstrip()[-1:] in ".?!"]
        bounds = [start, *cuts, end]
        for first, last in itertools.pairwise(bounds):
            yield first, trimmed(text, first, last), quoted, gap and first == start


def _behind_label(text: str, cut: int, end: int) -> int | None:
    """Where the words of an item begin that is cut apart at its number: a sentence begins there, and no line."""
    label = _ITEM_LABEL.match(text, cut, end)
    return None if label is None else label.end()


def is_flat(text: str) -> bool:
    """Whether the line breaks of a text are lost."""
    return _is_flat(list(_physical(text)))


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
    if _DECIMAL_BEHIND.search(text, start, end):
        return [cut.end() for cut in _DECIMAL_BEHIND.finditer(text, start, end)]
    if "•" in text or text.find("?", start, end) >= 0:
        inner = [cut.end() for cut in _INNER.finditer(text, start, end)]
        if inner:
            return inner
    questions = _QUESTIONS.finditer(text, start, end) if _FIRST_QUESTION.match(text, start, end) else ()
    cuts = [cut.end() for n, cut in enumerate(questions, 2) if cut["n"] == str(n)]
    if cuts:
        return cuts
    wide = [cut.end() for cut in _WIDE_GAP.finditer(text, start, end)]
    first = _FIRST_ITEM.match(text, start, end)
    later = _LATER_ITEM.search(text, start, end) if first is None or first["stop"] is first["bracket"] else None
    for opening in (first, later):
        if opening is not None and not (opening["bracket"] and _is_of_item(text, start, opening)):
            cuts = _listed(text, opening, end)
            if cuts:
                return [*cuts, *_listed_again(text, cuts, end)]
    return wide


def _listed(text: str, opening: re.Match[str], end: int) -> list[int]:
    """Where the items of a list begin whose first is known, that one too if words stand before it."""
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


def _listed_again(text: str, cuts: list[int], end: int) -> list[int]:
    """Where a second list begins behind one in the same line, and its items, if it has as many: their answers."""
    asked = len(cuts)
    opening = _AGAIN.search(text, cuts[-1], end) if asked >= FEWEST_AGAIN else None
    if opening is None:
        return []
    found = [opening.start("first")]
    if opening["head"]:
        found.insert(0, opening.start("head"))
    position = opening.end()
    for number in range(2, asked + 1):
        label = f" {number}{opening['stop']} "
        place = text.find(label, position, end)
        if place < 0:
            return found if number == asked and asked > FEWEST_AGAIN else []
        found.append(place + 1)
        position = place + len(label) - 1
    return found


def _is_of_item(text: str, start: int, opening: re.Match[str]) -> bool:
    """Whether a list in brackets is within an item with a number of its own, and no colon leads up to it."""
    return _ITEM_LABEL.match(text, start, opening.start()) is not None and text[opening.start() - 1] not in ":–-"


def _physical(text: str) -> Iterator[Piece]:
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
