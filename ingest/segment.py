"""Which lines the requester wrote, which the authority, and which answer which question.

One pass over the lines, with one state (``reading.py``): who speaks. Headings decide where there are any
(``headed.py``, ``numbered.py``); where none are left, the voice of a sentence does (``unheaded.py``, ``voices.py``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from . import headings, items, labels, turns, voices
from .answered import answered
from .beginnings import compiled
from .extractors.signals import KEEPS_BACK, signals
from .furniture import furniture
from .headed import headed
from .headings import Head
from .interleaving import (
    BARE_NUMBER,
    Pair,
    alternates,
    answers_apart,
    by_turns,
    ends_asking,
    headed_each,
    lettered,
    numbers_alone,
    paired,
    told_under_bullets,
)
from .layout import Line, lines
from .mails import asked_below
from .model import Heading, Span
from .parts import Segments, Zone, counted, labelled, led, settled
from .pieces import is_flat
from .places import Places
from .reading import LONGEST_LABEL, Reading
from .requested import asked
from .reviewed import is_review, last_decided, told_again
from .sentences import trimmed
from .unheaded import unheaded

_SECTION = compiled(r"\b(?:sections?|s\.?)\s?(?P<section>\d{2})\b", re.IGNORECASE)
FIRST_TWO = frozenset({("1", "2"), ("a", "b"), ("A", "B"), ("i", "ii")})
LONGEST_LISTED = 160
"""Characters of a question of a list that stands below words of the authority."""
FEWEST_DIRECTED = 2
"""Questions of which a line may say that it is about one or some."""
CARD_LINES = 40
"""Lines at the head of a page among which its card stands."""


def segment(text: str) -> Segments:
    """Part a letter."""
    found, behind = answers_apart(text, lines(text))
    reading = _begun(text, found, behind | told_under_bullets(found))
    spans = furniture(reading.lines)
    of_site = Places((span, True) for span in spans)
    for line in reading.lines:
        reading.zones.append("furniture" if of_site.at(line.span.start) else _step(reading, line))
        reading.unmarked = line.text[-LONGEST_LABEL:] if line.marker is None else reading.unmarked
    reading.close()
    of_request = reading.request[: reading.until] if reading.until else reading.request
    request = Span(of_request[0].start, max(span.end for span in of_request)) if of_request else None
    questions = settled(reading.so_far.found)
    responses = led(reading.responses, frozenset(reading.implied))
    return Segments(
        text, reading.lines, tuple(reading.zones), spans, tuple(reading.heads), request,
        questions, labelled(counted(responses, questions)), reading.review,
    )  # fmt: skip


def _begun(text: str, found: tuple[Line, ...], behind: frozenset[int]) -> Reading:
    """A pass that is to begin, with what the lines as a whole tell of how question and answer alternate."""
    by_letter, tight, review = lettered(found), alternates(found, gaps=False), is_review(text, found)
    return Reading(
        text, found, behind, lettered=by_letter, tight=tight, each=headed_each(found), flat=is_flat(text),
        carded=any(items.OF_CARD.fullmatch(one.words.strip()) for one in found[:CARD_LINES]),
        together=by_turns(found), pairs=paired(found), alone=numbers_alone(found),
        interleaved=by_letter or tight or alternates(found), review=review, reviewed=last_decided(found, review=review),
    )  # fmt: skip


def _step(reading: Reading, line: Line) -> Zone:  # noqa: PLR0911, PLR0912 (one return a reading of the line)
    if line.quoted:
        if line.marker is not None and (reading.interleaved or (reading.current is not None and not reading.responses)):
            reading.close()
            reading.zone, reading.interleaved = "request", True
        return asked(reading, line)
    if (zone := told_again(reading, line) or asked_below(reading, line) or _paired(reading, line)) is not None:
        return zone
    listed = _lists_questions(reading, line) or (reading.together and _asks_next(reading, line))
    if listed and line.marker is not None:
        return reading.question(line, line.marker.label, line.body)
    if reading.lettered and line.text.startswith(("Q:", "Q.")):
        asked_before = reading.so_far.of_words(line.words)
        return reading.question(line, asked_before or str(reading.so_far.following), line.body)
    if reading.lettered and line.marker is not None and line.marker.label in "aA" and reading.so_far.known:
        reading.begin(reading.restated() or tuple(reading.so_far.pending[-1:]), None)
        reading.extend(replace(line, span=Span(line.body, line.span.end)))
        return "response"
    if reading.zone in {"response", "closing"} and voices.CLOSES.search(line.text):
        reading.close()
        reading.zone = "closing"
        return "closing"
    if reading.zone in {"response", "closing"} and voices.quotes_law(line.text) and not _own_label(reading, line):
        if voices.NOTICE_BEGINS.search(line.text) and _gives_only(reading):
            reading.begin((), None, "reasons")
        reading.extend(line)
        return "statute"
    head = headings.head(line, reading.zone == "response")
    if head is not None and (zone := headed(reading, line, head)) is not None:
        return zone
    if reading.zone == "closing" and (label := headings.label(line)) is not None and label.numbers[0] == reading.due:
        reading.answer(line, label)
        return "response" if label.rest else "heading"
    if reading.zone == "response" and not reading.listing and (label := _label(reading, line)) is not None:
        reading.answer(line, label)
        return "response" if label.rest else "heading"
    if reading.zone == "response" and (named := _directed(reading, line)) is not None:
        reading.answer(line, named)
        if reading.current is not None:
            reading.current.directed = True
        return "response"
    explains = line.after_gap and voices.EXPLAINS_SECTION.search(line.text) is not None and _gives_only(reading)
    if explains or (_titles_section(reading, line) and _keeps_nothing_back(reading)):
        reading.begin((), None, "reasons")
    if reading.current is not None and reading.current.directed and voices.LEADS_ON.search(line.text):
        reading.begin((), None)
    if reading.zone == "response" and (again := labels.again(line, reading.so_far)) is not None:
        reading.answer(line, again)
        return "response"
    if reading.zone == "response" and _asks_by_letter(reading, line) and line.marker is not None:
        reading.inside = True
        return reading.question(line, line.marker.label, line.body)
    if reading.zone in {"response", "closing"}:
        return answered(reading, line)
    return unheaded(reading, line)


def _titles_section(reading: Reading, line: Line) -> bool:
    """Whether a line is the title of what is said of a provision that an answer above this one names."""
    found = voices.TITLES_SECTION.search(line.text)
    if found is None or reading.current is None or reading.current.start is None:
        return False
    above = _SECTION.finditer(reading.text, 0, reading.current.start)
    return any(named["section"] == found["section"] for named in above)


def _gives_only(reading: Reading) -> bool:
    """Whether the numbered answer being read tells something and keeps nothing back: no notice of refusal is of it."""
    current = reading.current
    if current is None or current.start is None or voices.HOLDS_BACK.search(reading.text, current.start, current.end):
        return False
    return _keeps_nothing_back(reading)


def _keeps_nothing_back(reading: Reading) -> bool:
    """Whether no sentence of the numbered answer being read keeps anything back."""
    current = reading.current
    if current is None or not current.answers or current.start is None:
        return False
    said = signals(reading.text, [Span(current.start, current.end)])
    return not any(signal.kind in KEEPS_BACK for signal in said)


def _paired(reading: Reading, line: Line) -> Zone | None:
    """A line of a list whose items are each followed by an answer: such an item, or where its answer begins."""
    here = len(reading.zones)
    pair = reading.pairs.get(here)
    if pair is not None and (number := reading.numbering.of_pair(pair)) is not None:
        reading.reply = pair, number
        return reading.question(line, number, pair.body)
    if here + 1 in reading.behind and (zone := _asked_beside(reading, line)) is not None:
        return zone
    if (label := reading.alone.get(here)) is not None and reading.zone in {"request", "response"}:
        return _numbered_alone(reading, line, label)
    if here in reading.behind and (answers := _of_line_above(reading)) is not None:
        reading.begin(answers, None if answers else reading.so_far.found[-1].span)
        reading.extend(line)
        return "response"
    if reading.reply is not None and reading.reply[0].answer == here:
        return _replied(reading, line, *reading.reply)
    return None


def _asked_beside(reading: Reading, line: Line) -> Zone | None:
    """An item of a list whose answer stands right behind or below it: a bullet, or one that was not asked before."""
    if line.marker is None:
        return _bare_beside(reading, line)
    if line.marker.kind == "bullet":
        reading.close()
        reading.zone, reading.inside = "request", True
        return asked(reading, line)
    number = reading.numbering.of_item(line, line.marker) if reading.zone == "response" else None
    if number is None or number in reading.so_far.known:
        return None
    return reading.question(line, number, line.body)


def _bare_beside(reading: Reading, line: Line) -> Zone | None:
    """A question under a bare number, the next of a list, among answers."""
    bare = BARE_NUMBER.match(line.text) if reading.zone == "response" else None
    if bare is None or bare[1] in reading.so_far.known or not reading.numbering.of_turn(bare[1]):
        return None
    return reading.question(line, bare[1], line.span.start + bare.end())


def _of_line_above(reading: Reading) -> tuple[str, ...] | None:
    """The number of the question that the line above asks, none where it is printed with none; None if it asks none."""
    last = reading.so_far.found[-1] if reading.so_far.found else None
    if last is None or (last.number is not None and last.span != reading.lines[len(reading.zones) - 1].span):
        return None
    return () if last.number is None else (last.number,)


def _numbered_alone(reading: Reading, line: Line, label: str) -> Zone | None:
    """A number on a line of its own: that of a question not yet asked, or in the answer of one that was."""
    if reading.zone == "request" and label not in reading.so_far.known:
        return reading.question(line, label, None)
    if label not in reading.so_far.known:
        return None
    reading.answer(line, Head("label", (label,), None, headings.LABEL.id))
    return "heading"


def _replied(reading: Reading, line: Line, pair: Pair, number: str) -> Zone:
    """The first line of the answer to a question right above it: a heading, words, or both."""
    heading = Span(line.span.start, trimmed(reading.text, line.span.start, pair.words))
    headed = heading.end > heading.start
    reading.answering = True
    reading.begin((number,), heading if headed else None)
    if headed and reading.current is not None:
        reading.current.implied = True
        reading.heads.append(Heading(kind="response", rule=headings.RESPONSE.id, span=heading))
    if pair.words >= line.span.end:
        return "heading"
    reading.extend(replace(line, span=Span(pair.words, line.span.end)))
    return "response"


def _asks_by_letter(reading: Reading, line: Line) -> bool:
    """Whether a line in the answer is the next of a list of questions with letters, or of parts: 1.2 behind 1.1."""
    if line.marker is None or line.marker.kind not in {"letter", "number"} or not ends_asking(line.text):
        return False
    label, known = line.marker.label, reading.so_far.known
    if line.marker.kind == "number":
        stem, _, last = label.rpartition(".")
        return stem != "" and last.isdigit() and label not in known and f"{stem}.{int(last) - 1}" in known
    return label not in known and (label in "aA" or chr(ord(label) - 1) in known)


def _asks_next(reading: Reading, line: Line) -> bool:
    """Whether a line among answers is the next of the questions that stand between them."""
    if reading.zone != "response" or line.marker is None or line.marker.label != str(reading.so_far.following):
        return False
    if not reading.so_far.known:
        return _titles_list(reading)
    asks = any(one.search(line.words) for one in (voices.REQUESTER, voices.ASKS))
    return ends_asking(line.text) or asks or turns.asks(line.words)


def _lists_questions(reading: Reading, line: Line) -> bool:
    """Whether a list of questions begins below words of the authority that nothing was asked above: two that ask."""
    alone = reading.zone == "response" and not (reading.request or reading.so_far.known or reading.responses)
    below = reading.below()
    if line.marker is None or not alone or reading.heads or below is None or below.marker is None:
        return False
    labels = line.marker.label, below.marker.label
    short = max(len(line.words), len(below.words)) <= LONGEST_LISTED and not reading.flat
    return short and labels in FIRST_TWO and turns.asks(line.words) and turns.asks(below.words)


def _titles_list(reading: Reading) -> bool:
    """Whether the item below this one asks: this one is its title, as of several parts."""
    below = reading.below()
    return below is not None and below.marker is not None and turns.asks(below.words)


def _own_label(reading: Reading, line: Line) -> bool:
    """Whether a line begins with the number of a question, behind a Q or in brackets, and not with an Act."""
    of_question = line.marker is not None and line.marker.kind == "question"
    label = headings.label(line) if of_question or line.text.startswith("(") else None
    if label is None or label.rest is None or not set(label.numbers) <= reading.so_far.known:
        return False
    return of_question or not voices.quotes_law(reading.text[label.rest : line.span.end])


def _directed(reading: Reading, line: Line) -> Head | None:
    """The questions that a line of the answer says first that it is about, where they are others than those above."""
    if reading.listing or len(reading.so_far.known) < FEWEST_DIRECTED:
        return None
    head = labels.directed(line, reading.so_far)
    return None if head is None or (reading.current and head.numbers == reading.current.answers) else head


def _label(reading: Reading, line: Line) -> Head | None:
    """The question that a line of the answer begins with the label of."""
    current = reading.current
    answers, started = ((), False) if current is None else (current.answers, current.start is not None)
    return labels.known(line, reading.so_far, answers, started)
