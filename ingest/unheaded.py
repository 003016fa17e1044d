"""Who speaks in a line before any answer that has no heading: the requester, or by its voice the authority."""

from __future__ import annotations

import re

from . import headings, items, labels, numbers, turns, voices
from .asked import ENOUGH
from .beginnings import compiled
from .extractors.signals import signals
from .headings import Head
from .interleaving import asks_nothing, ends_asking, figures_of_years, states
from .layout import Line
from .model import Span
from .parts import QuestionPart, Zone
from .reading import LONGEST_LABEL, Reading
from .requested import asked

SHORT_ANSWER = 60
"""Characters of a line right below a question mark that asks nothing: its answer in a word or two."""
_EXCHANGE = compiled(r"(?:request and answer|report summary)\s?:?", re.IGNORECASE)
"""The label above a whole exchange on a page of a disclosure log."""
FEWEST_PENDING = 3
"""Questions right above an answer, none of them answered, by which that is told to be of them all."""
FEWEST_DIRECTED = 2
"""Questions of which a line may say that it is about one or some."""
KEPT = frozenset({"ncnd", "cost", "not-held", "withheld", "vexatious"})
"""What a sentence can say that only the authority says, whatever its other words."""
_HEADS_LIST = compiled(r"(?:request|question|part|section)\s\d{1,2}[a-z]?\s?[.:)-]?", re.IGNORECASE)
"""The heading of one of several lists of questions, each of which begins with 1."""
_LATER_LETTER = compiled(r"(?:[b-hj-z]|i[iv]|vi{0,3}|iii)[.)]\s", re.IGNORECASE)
"""The label of a second or later item within an item: a list that begins again begins with the first."""


def unheaded(reading: Reading, line: Line) -> Zone:  # noqa: PLR0911 (one return a voice)
    """A line before any answer: of the requester, or by its voice of the authority."""
    if reading.awaiting:
        return asked(reading, line)
    below = line.after_gap or reading.tight or _below_asking(reading, line)
    below = below and not (turns.asks(line.text) or voices.quotes_law(line.text))
    if (reading.interleaved or reading.inside) and len(reading.so_far.pending) == 1 and below and line.marker is None:
        reading.begin((reading.so_far.pending[0],), None)
        reading.extend(line)
        return "response"
    if voices.DEPARTMENTS_PROVIDE.search(line.text) and _heads_all(reading):
        reading.zone, reading.together = "request", True
        return "preface"
    if voices.ANSWER_FOLLOWS.search(line.text):
        reading.answering = True
        reading.begin((), None)
        if voices.AUTHORITY.search(line.text):
            reading.extend(line)
        return "response"
    if (label := _relabelled(reading, line)) is not None:
        reading.answer(line, label)
        return "response" if label.rest else "heading"
    if reading.zone == "request" and not reading.request and voices.HOLDS_FIRST.search(line.text):
        return "preface"
    if _figures(reading):
        _below_letter(reading)
        reading.extend(line)
        return "response"
    if reading.together and _tells(reading, line):
        if _ends_list(reading):
            reading.begin((), None)
        else:
            reading.inside = True
            reading.begin(tuple(reading.so_far.pending[-1:]), reading.request[-1])
        reading.extend(line)
        return "response"
    if _answers(reading, line) and not voices.announces(line.text):
        only = (
            len(reading.so_far.pending) == 1
            or _of_one_again(reading)
            or reading.so_far.told & set(reading.so_far.pending[:-1]) != set()
        )
        above = tuple(reading.so_far.pending[-1:]) if only or reading.interleaved else ()
        reading.interleaved = reading.interleaved or only
        reading.begin(above, None)
        reading.extend(line)
        return "statute" if voices.quotes_law(line.text) else "response"
    return _asking(reading, line)


def _of_one_again(reading: Reading) -> bool:
    """Whether one question, and no other behind the list of them, was asked a second time right above."""
    pending, found = reading.so_far.pending, reading.so_far.found
    again = len(pending) > 1 and pending.count(pending[-1]) > 1
    again = again and (pending[-2] == pending[-1] or pending.count(pending[-2]) == 1)
    return again and bool(reading.request) and reading.request[-1].end == found[-1].span.end


def _heads_all(reading: Reading) -> bool:
    """Whether a line stands above all else that is asked and answered, and what is below it does not answer."""
    below = reading.below()
    return not reading.request and not reading.responses and (below is None or not voices.answers(below.words))


def _asking(reading: Reading, line: Line) -> Zone:
    """A line before any answer that is not the authority's answer: it announces the request, or is of it."""
    if voices.DIALOGUE.search(line.text):
        reading.zone, reading.numbering.parent = "request", "clarification"
        return "preface"
    listed_already = line.marker is not None and reading.zone == "request"
    if voices.announces(line.text) and not listed_already:
        reading.zone, reading.numbering.parent = "request", ""
        reading.together = voices.TOGETHER.search(line.text) is not None
        return "preface"
    if voices.ACKNOWLEDGES.search(line.text):
        reading.zone, reading.acknowledged = "preface", bool(reading.so_far.found or reading.request)
        reading.greeted = reading.greeted or voices.TO_SOMEBODY.search(line.text) is not None
        reading.until = reading.until or len(reading.request)
        return "preface"
    reading.greeted = reading.greeted or voices.ENDS_CARD.search(line.text) is not None
    listed = line.marker is not None and not (reading.zone == "preface" and reading.acknowledged)
    listed = listed and not (reading.zone == "preface" and _of_card(reading, line))
    if listed or voices.REQUESTER.search(line.text) or ends_asking(line.text):
        reading.zone = "request"
    return asked(reading, line) if reading.zone == "request" else "preface"


def _of_card(reading: Reading, line: Line) -> bool:
    """Whether an item above the letter is a label or a value of its card: short words that ask nothing."""
    if headings.CARD.match(line.words):
        return True
    bullet = line.marker is not None and line.marker.kind == "bullet"
    short = len(line.words) <= LONGEST_LABEL and not (ends_asking(line.text) or voices.REQUESTER.search(line.words))
    return bullet and short and reading.carded and not reading.request


def _ends_list(reading: Reading) -> bool:
    """Whether several questions stand above, each once, without a line between them that is none: no one is told."""
    pending = reading.so_far.pending
    each_once = len(pending) >= FEWEST_PENDING and len(set(pending)) == len(pending)
    return each_once and not reading.responses and reading.so_far.told.isdisjoint(pending[:-1])


def _tells(reading: Reading, line: Line) -> bool:
    """Whether a line states something right below one that asks, where questions and answers stand together."""
    above = _asked_above(reading)
    if reading.zone != "request" or above is None:
        return False
    words = reading.text[slice(*above)]
    if not reading.so_far.known and line.marker is None:
        short = ends_asking(words) and len(line.text) <= SHORT_ANSWER and turns.may_tell(line.text)
        return short or turns.gives(line.text) or (turns.asks(words) and turns.tells(line.text))
    under_a = line.marker is not None and line.marker.label in "aA" and voices.AUTHORITY.search(line.words) is not None
    listed = bool(reading.so_far.found) and reading.so_far.found[-1].span.end == above.end
    if not (under_a or listed or ends_asking(words) or voices.REQUESTER.search(words)):
        return False
    if under_a or voices.answers(line.words):
        return True
    if line.marker is not None:
        return False
    briefly = listed and len(line.text) <= SHORT_ANSWER and turns.gives(line.text)
    leads_up = line.text.endswith(":") and turns.tells(line.text)
    return briefly or leads_up or _given_to_one(reading, line, words) or (asks_nothing(line) and states(line.text))


def _asked_above(reading: Reading) -> Span | None:
    """The last line of the request that is no bare period, as stands below each question about several."""
    asked = (span for span in reversed(reading.request) if not turns.NAMES_PERIOD.search(reading.text[slice(*span)]))
    return next(asked, None)


def _given_to_one(reading: Reading, line: Line, above: str) -> bool:
    """Whether a line right below the one question not answered yet gives an answer, or is one in a word or two."""
    if reading.each or len(reading.so_far.pending) != 1 or not ends_asking(above) or not turns.may_tell(line.text):
        return False
    return len(line.text) <= SHORT_ANSWER or turns.gives(line.text)


def _answers(reading: Reading, line: Line) -> bool:
    """Whether the authority begins to answer here; the next item of a list of questions needs plainer words."""
    goes_on = (
        line.marker is not None and reading.zone == "request" and line.marker.label == str(reading.so_far.following)
    )
    said = voices.AUTHORITY.search(line.text) is not None if goes_on else voices.answers(line.text)
    told = reading.zone == "request" and bool(reading.request) and not goes_on and voices.tells_requester(line.text)
    return said or told or _decides(reading, line) or _tells_first(reading, line) or _names_beside(reading, line)


def _names_beside(reading: Reading, line: Line) -> bool:
    """Whether a line below the questions gives their numbers in brackets, behind words that answer them."""
    named = numbers.aside(line.text, 0, len(line.text))
    asked = reading.zone == "request" and line.marker is None and line.after_gap and not turns.asks(line.text)
    return asked and bool(named) and set(named) <= reading.so_far.known


def _decides(reading: Reading, line: Line) -> bool:
    """Whether a line says a decision as only the authority can: below a gap, after something was asked, or below words
    with which the authority's letter begins.
    """
    if line.marker is not None or line.quoted or ends_asking(line.text):
        return False
    asked = reading.zone == "request" and reading.request and (line.after_gap or ends_asking(reading.above()))
    if not (asked or (reading.zone == "preface" and reading.greeted)) or _may_ask(line):
        return False
    first = next(signals(reading.text, [line.span]), None)
    if first is None or (not asked and (first.kind == "disclosed" or voices.TELLS_BACK.search(line.text))):
        return False
    return first.kind in KEPT or voices.OF_REQUEST.search(line.text) is not None


def _may_ask(line: Line) -> bool:
    """Whether a line may be the requester's, or is cut short."""
    if any(one.search(line.text) for one in (voices.REQUESTER, voices.REQUEST_FOLLOWS, voices.SPEAKS_OF_HOLDING)):
        return True
    names_only = voices.ASKS.search(line.text) is not None and voices.STATES_OF_NUMBER.search(line.text) is None
    return names_only or not line.text.rstrip().endswith((".", ":", ")"))


def _tells_first(reading: Reading, line: Line) -> bool:
    """Whether a line below the label of a whole exchange, before any request, is the authority's summary of it."""
    labelled = reading.zone == "preface" and _EXCHANGE.fullmatch(reading.above()) is not None
    return labelled and len(line.text) > LONGEST_LABEL and not turns.asks(line.text)


def _below_asking(reading: Reading, line: Line) -> bool:
    """Whether a line that asks nothing is right below a question: one with its mark, or one among answers."""
    above = reading.above()
    if turns.NAMES_PERIOD.search(above) and (asked_above := _asked_above(reading)) is not None:
        return ends_asking(reading.text[slice(*asked_above)]) and (asks_nothing(line) or turns.gives(line.text))
    whole = reading.inside and above.count("(") <= above.count(")")
    return (whole or ends_asking(above)) and asks_nothing(line)


def _figures(reading: Reading) -> bool:
    """Whether figures of several years begin here, among the words of the requester."""
    here = len(reading.zones)
    return reading.zone == "request" and figures_of_years(reading.lines[here : here + 2])


def _below_letter(reading: Reading) -> None:
    """An answer begins; a line under the letter a, right above it and of no list, is its first."""
    letter = _under_a(reading)
    if letter is not None and letter.number is not None:
        reading.so_far.take_back(letter.number)
        reading.request.pop()
    reading.interleaved = True
    unnumbered = reading.together and not reading.so_far.known and bool(reading.request)
    reading.begin(tuple(reading.so_far.pending[-1:]), reading.request[-1] if unnumbered else None)
    if letter is not None and reading.current is not None:
        reading.current.start, reading.current.end = letter.span.start, letter.span.end


def _under_a(reading: Reading) -> QuestionPart | None:
    """The question read last, where it is the line right above and stands under the letter a."""
    last = reading.so_far.found[-1] if reading.so_far.found else None
    if last is None or last.number is None or not last.number.endswith("a"):
        return None
    return last if reading.request[-1:] == [last.span] else None


def _relabelled(reading: Reading, line: Line) -> Head | None:
    """The number of a question that was asked, again before any heading: its answer, if the line answers."""
    if reading.numbering.parent == "clarification" or items.YEAR.fullmatch(line.words.strip()):
        return None
    if _of_new_part(reading, line):
        return None
    if (directed := _directed(reading, line)) is not None:
        return directed
    label = headings.label(line) or labels.marked(line, reading.so_far) or labels.part(line, reading.so_far)
    if label is None or not set(label.numbers) <= reading.so_far.known:
        return None
    right_above = list(label.numbers) == reading.so_far.pending[-1:] and ends_asking(reading.above())
    if len(reading.so_far.known) < 2 and not (right_above and voices.answers(line.words)):
        return None
    told = right_above and reading.inside and asks_nothing(line)
    plain = len(label.numbers) > 1 or told or voices.answers(line.words)
    begins = _starts_again(reading, line, label.numbers[0]) or _begins_in_letter(reading, line, label.numbers[0])
    return label if plain or begins else None


def _directed(reading: Reading, line: Line) -> Head | None:
    """The questions that a line says first that it answers, or is about, where it then tells something."""
    if len(reading.so_far.known) < FEWEST_DIRECTED or reading.zone == "furniture" or turns.asks(line.text):
        return None
    head = labels.directed(line, reading.so_far)
    if head is None:
        return None
    replies = line.text.lower().startswith(("in answer", "in response", "in reply"))
    words = line.text[numbers.behind_direction(line.text, 0, len(line.text)) :]
    told = line.marker is None and line.after_gap and turns.tells(words[:1].upper() + words[1:])
    return head if replies or told or voices.answers(line.text) else None


def _of_new_part(reading: Reading, line: Line) -> bool:
    """Whether the number of a line has a letter behind it, and nothing was asked under the two yet."""
    marker = line.marker
    lettered = marker is not None and marker.kind == "number" and marker.label[-1:].isalpha()
    return lettered and marker is not None and marker.label not in reading.so_far.known


def _begins_in_letter(reading: Reading, line: Line, number: str) -> bool:
    """Whether the number of the first question begins a line of the body's letter, which follows the request.

    Where it repeats that question, only if something else stands below it: it may be the request once more.
    """
    first = reading.so_far.first
    in_letter = reading.zone == "preface" and reading.acknowledged and reading.greeted
    second = [number] == reading.so_far.order[1:2] and not _first_above(reading)
    of_first = first is not None and (number == first.number or second)
    if not in_letter or first is None or not of_first or reading.above().endswith((":", ";")):
        return False
    words, below = line.words.strip(), reading.below()
    if not reading.so_far.begins_again(words, number):
        return not ends_asking(words)
    told = below is not None and below.marker is None and not reading.so_far.is_noted(below.words)
    answered = ends_asking(words) or (below is not None and voices.answers(below.words))
    return told and answered and reading.so_far.is_again(words, (number,))


def _first_above(reading: Reading) -> bool:
    """Whether the line above is the first question once more: the list of them is, and answers none."""
    first = reading.so_far.order[:1]
    above = reading.lines[len(reading.zones) - 1]
    return bool(first) and reading.so_far.of_words(above.words) == first[0]


def _starts_again(reading: Reading, line: Line, number: str) -> bool:
    """Whether the list of labels begins again right below the questions, with words that are not those asked."""
    first = reading.so_far.first
    if reading.zone != "request" or reading.acknowledged or first is None or first.number != number:
        return False
    above = reading.above()
    if reading.so_far.order[-1] == number or above.endswith((":", ";")) or _HEADS_LIST.fullmatch(above):
        return False
    asked = reading.text[first.words : first.span.end]
    words, below = line.words.strip(), reading.below()
    if reading.so_far.is_again(words, (number,)) and below is not None and below.marker is None:
        return turns.tells(below.text)
    if not words or ends_asking(words) or voices.REQUESTER.search(words) or _LATER_LETTER.match(words):
        return False
    return asked[:ENOUGH].lower() != words[:ENOUGH].lower()
