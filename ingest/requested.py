"""What the requester's lines are: questions of a list, their parts, or words that go on."""

from __future__ import annotations

import re
from dataclasses import replace

from . import headings, items, voices
from .beginnings import compiled
from .interleaving import asks_nothing, ends_asking
from .layout import Line, Marker
from .parts import Zone
from .reading import Reading

MOST_SKIPPED = 3
"""Numbers of a list that a page may have lost before one that still is of it."""
ENOUGH_ITEMS = 3
"""Items of a list above one whose number is lost, at least."""
_CONDITION = compiled(r"\b(?:if|unless|where)\s?[:;]$", re.IGNORECASE)
"""How a line of an Act ends above its paragraphs."""
_FIELDS = compiled(r"[;,]\s(?:and )?\(b\)\s[a-z][^?]{0,200}[;,]\s(?:and )?\(c\)\s[a-z]")
"""Further letters of a list of single things within one line."""
_OF_PAGES = compiled(r"transcription\s?:?", re.IGNORECASE)
"""The heading of the text of a document, each page of which begins with its number."""
_BARE_NUMBER = compiled(
    r"(\d{1,2}[a-z]?)\s{1,3}(?=[A-Z][a-z]|[AI]\s[a-z])"
    r"(?!Attachment|Atodiad|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\s(?:19|20)\d\d)"
)


def asked(reading: Reading, line: Line) -> Zone:
    """A line of the requester."""
    reading.request.append(line.span)
    marker = line.marker
    if marker is None or marker.kind == "bullet":
        reading.so_far.note(line.words)
    if marker is None:
        reading.numbering.letter = ""
    if marker is None and reading.so_far.pending and asks_nothing(line):
        reading.so_far.told.add(reading.so_far.pending[-1])
    if reading.awaiting and marker is not None and marker.kind in {"letter", "roman"} and reading.so_far.found:
        _of_parts(reading, line, marker)
    elif reading.awaiting:
        reading.so_far.lengthen(line.span.end, line.span.start)
        reading.awaiting = False
    elif marker is not None and _is_figure(reading, line, marker):
        return _figure(reading, line)
    elif marker is not None:
        return _item(reading, line, marker)
    elif (bare := _bare(reading, line)) is not None:
        reading.so_far.add(
            reading.text, reading.numbering.of_label(bare[1], "number"), line.span, line.span.start + bare.end()
        )
    elif not (line.after_gap or line.quoted) and _goes_on(reading):
        reading.so_far.lengthen(line.span.end)
    return "request"


def _item(reading: Reading, line: Line, marker: Marker) -> Zone:
    """An item of a list in the request: a question, unless it tells what was clarified, or heads an answer."""
    if reading.numbering.parent == "clarification" and not _next_after_clarified(reading, marker):
        return "request"
    if items.is_no_question(line.words.strip(), marker.kind):
        return "request"
    if _is_of_fields(line, marker) or _repeats_number(reading, line, marker) or _under_condition(reading, marker):
        return "request"
    alone = not line.words.strip() and marker.kind == "number"
    if alone and _answer_heads_below(reading):
        return "request"
    if alone and not _of_turn_alone(reading, marker) and not _asks_below(reading, marker):
        reading.begin((marker.label,), line.span)
        return "heading"
    lost = _lost_number(reading, line, marker)
    again = _asked_before(reading, line) if marker.label in reading.so_far.known else None
    reading.so_far.add(reading.text, again or lost or reading.numbering.of_item(line, marker), line.span, line.body)
    if lost is not None:
        reading.so_far.found[-1] = replace(reading.so_far.found[-1], counted=True)
    reading.awaiting = alone
    return "request"


def _bare(reading: Reading, line: Line) -> re.Match[str] | None:
    """The number that a line begins with and nothing parts from its words, where it is the next of a list."""
    found = _BARE_NUMBER.match(line.text)
    if found is None or _OF_PAGES.fullmatch(reading.above()) or not reading.numbering.of_turn(found[1]):
        return None
    return found


def _figure(reading: Reading, line: Line) -> Zone:
    """A figure that answers the question right above it."""
    reading.interleaved = reading.inside = True
    reading.begin(tuple(reading.so_far.pending[-1:]), None)
    reading.extend(line)
    return "response"


def _is_figure(reading: Reading, line: Line, marker: Marker) -> bool:
    """Whether a number alone right below a question is what it asks for: no number of a list comes so late."""
    found = reading.so_far.found
    if line.words.strip() or marker.kind != "number":
        return False
    late = marker.label.isdigit() and int(marker.label) > reading.so_far.following + MOST_SKIPPED
    right_below = bool(found) and found[-1].span.end == reading.lines[len(reading.zones) - 1].span.end
    return late and right_below and ends_asking(reading.above())


def _asked_before(reading: Reading, line: Line) -> str | None:
    """The number of a question that is asked again, word for word, in a list that a page counted anew."""
    cut = line.words.find("?")
    return reading.so_far.of_words(line.words[: cut + 1]) if cut > 0 else None


def _is_of_fields(line: Line, marker: Marker) -> bool:
    """Whether a line under the letter a lists further letters behind commas: what is wanted of each thing asked for."""
    return marker.kind == "letter" and marker.label == "a" and _FIELDS.search(line.text) is not None


def _next_after_clarified(reading: Reading, marker: Marker) -> bool:
    """Whether an item below what was clarified is the next question: no other number stands between them."""
    last = reading.so_far.found[-1] if reading.so_far.found else None
    if marker.kind != "number" or last is None or marker.label != str(reading.so_far.following):
        return False
    numbers = [line for line in reading.lines[: len(reading.zones)] if line.marker and line.marker.kind == "number"]
    return bool(numbers) and numbers[-1].span.start == last.span.start


def _answer_heads_below(reading: Reading) -> bool:
    """Whether the heading of the answer is right below: a number alone above it has lost its question."""
    below = reading.below()
    head = headings.head(below, False) if below is not None else None
    return head is not None and head.kind == "response" and not head.numbers


def _repeats_number(reading: Reading, line: Line, marker: Marker) -> bool:
    """Whether a number alone is that of the question just asked, once more, over its points."""
    below = reading.below()
    points = below is not None and below.marker is not None and below.marker.kind == "bullet"
    return points and not line.words.strip() and reading.so_far.order[-1:] == [marker.label]


def _under_condition(reading: Reading, marker: Marker) -> bool:
    """Whether an item under a letter is of the words of an Act, which stand above it (``only if:``)."""
    return marker.kind == "letter" and _CONDITION.search(reading.unmarked) is not None


def _of_turn_alone(reading: Reading, marker: Marker) -> bool:
    """Whether a number alone on its line is the next of a list of questions: the first right below the heading."""
    headed = bool(reading.heads) and reading.heads[-1].kind == "request"
    first = headed and not reading.so_far.known and not reading.request[:-1]
    follows = bool(reading.so_far.known) and reading.bare_list and marker.label == str(reading.so_far.following)
    reading.bare_list = (first and marker.label == "1") or follows
    return reading.bare_list


def _lost_number(reading: Reading, line: Line, marker: Marker) -> str | None:
    """The number of the last item of a list that is printed under one of those above: its own is lost."""
    if marker.kind != "number" or not marker.label.isdigit() or marker.label not in reading.so_far.known:
        return None
    if reading.so_far.begins_again(line.words, marker.label):
        return None
    last = reading.so_far.order[-1:]
    if len(reading.so_far.known) < ENOUGH_ITEMS or last != [str(reading.so_far.last_number)] or last == [marker.label]:
        return None
    later = (line.marker.label for line in reading.lines[len(reading.zones) + 1 :] if line.marker is not None)
    return str(reading.so_far.following) if next(later, "1") in {"1", "-"} else None


def _asks_below(reading: Reading, marker: Marker) -> bool:
    """Whether a number alone on its line is that of a new question, which stands on the lines below."""
    below = reading.below()
    asks = below is not None and (
        ends_asking(below.text) or voices.REQUESTER.search(below.words) is not None or _begins_list(below)
    )
    return asks and marker.label not in reading.so_far.known


def _begins_list(line: Line) -> bool:
    """Whether a line is the first of a list of numerals, and has more than a figure in it."""
    first = line.marker is not None and line.marker.kind == "roman" and line.marker.label == "i"
    return first and len(line.words.split()) > 1


def _goes_on(reading: Reading) -> bool:
    """Whether the line above this one was the last of a question."""
    above = reading.request[-2] if len(reading.request) > 1 else None
    return above is not None and bool(reading.so_far.found) and reading.so_far.found[-1].span.end == above.end


def _of_parts(reading: Reading, line: Line, marker: Marker) -> None:
    """The first part of a question that has a number and no words of its own: the parts are what is asked."""
    whole = reading.so_far.found[-1].number
    if whole is not None:
        reading.so_far.take_back(whole)
    reading.so_far.add(reading.text, reading.numbering.of_label(marker.label, marker.kind), line.span, line.body)
    reading.awaiting = False
