"""What a line that begins with the numbers of questions is: a question, or the answer to one."""

from __future__ import annotations

import re
from dataclasses import replace

from . import headings, labels, turns, voices
from .headings import Head
from .interleaving import Pair, ends_asking
from .layout import Line
from .model import Heading
from .parts import LAST_FIRST, Zone
from .reading import Reading


def numbered(reading: Reading, line: Line, head: Head) -> Zone | None:
    """A line that begins with numbers: a question, or the answer to one; None where the numbers are of neither."""
    known = reading.so_far.known
    several = len(head.numbers) > 1 and set(head.numbers) <= known
    if reading.zone == "response":
        head = _by_words(reading, line, head if several else labels.part(line, reading.so_far) or head)
    if len(head.numbers) > 1 and head.numbers[0] in known and (_falls(head) or not set(head.numbers) <= known):
        head = headings.alone(line, head)
    if _begins_again(reading, head) or _answered_by_label(reading, line, head):
        return _answers(reading, line, head)
    of_one = head.kind == "numbered" and len(head.numbers) == 1 and not _answers_already(reading, head)
    if of_one and (zone := _restated(reading, line, head) or _called_question(reading, line, head)) is not None:
        return zone
    if reading.zone != "response":
        return _numbered_before(reading, line, head)
    asks = head.rest is not None and voices.REQUESTER.search(reading.text[head.rest : line.span.end]) is not None
    asks = asks or ends_asking(line.text) or reading.interleaved or reading.inside
    if asks and len(head.numbers) == 1 and head.numbers[0] not in known:
        reading.inside = True
        return reading.question(line, head.numbers[0], head.rest)
    if not _may_answer(reading, line, head):
        return None
    reading.answer(line, head)
    return "response" if head.rest else "heading"


def _falls(head: Head) -> bool:
    """Whether the second of two numbers is the lower: ``Question 5 - 4`` is no range, and 4 the answer."""
    pair = head.numbers
    return len(pair) == 2 and all(number.isdigit() for number in pair) and int(pair[1]) < int(pair[0])


def _restated(reading: Reading, line: Line, head: Head) -> Zone | None:
    """A question that the authority repeats, under its number, above its answer: ``question 1 where you ask how``."""
    below = reading.below()
    if head.rest is None or below is None:
        return None
    words = reading.text[head.rest : line.span.end]
    if head.numbers[0] in reading.so_far.known or voices.REPEATS_ONE.search(words) is None:
        return None
    pair = Pair(len(reading.zones), head.numbers[0], "question", head.rest, len(reading.zones) + 1, below.span.start)
    reading.reply = pair, pair.label
    return reading.question(line, pair.label, head.rest)


def _answers(reading: Reading, line: Line, head: Head) -> Zone:
    """A line with which answers begin, before any heading of them."""
    reading.answering = True
    reading.answer(line, head)
    return "heading" if head.rest is None else "response"


def _called_question(reading: Reading, line: Line, head: Head) -> Zone | None:
    """A line under one number that is called a question, or is the next of a list; None where it is none after all."""
    words, known, number = line.text.lower(), reading.so_far.known, head.numbers[0]
    fresh = number not in known
    of_turn = reading.numbering.parent != "clarification" or number == str(reading.so_far.following)
    listed = words.startswith("request") or _listed(reading, words, head) or _asked_next(reading, head)
    if fresh and of_turn and listed:
        return reading.question(line, number, head.rest)
    asked_back = reading.numbering.parent == "clarification" and reading.zone == "request" and not known
    told = not fresh and (_tells_below(reading, head) or _tells_behind(reading, line, head))
    answers = reading.zone == "response" and (reading.answering or told)
    if words.startswith("question") and not fresh and _answered_below(reading, head):
        return _answers(reading, line, head)
    if not words.startswith("question") or asked_back or answers:
        return None
    if fresh and (_answer_below(reading, head) or _of_lost_list(reading, line, head)):
        return _answers(reading, line, head)
    return reading.question(line, number, head.rest)


def _may_answer(reading: Reading, line: Line, head: Head) -> bool:
    """Whether a line with numbers, among answers, may begin the answer to those questions."""
    known, bare = reading.so_far.known, head.rest is None
    if reading.listing and head.kind == "label":
        return False
    if head.kind == "numbered" and _answers_already(reading, head):
        return False
    listed = not bare and reading.text[line.span.start : head.rest].rstrip().endswith(",")
    listed = listed and not line.text.startswith("In terms of ")
    if listed and not set(head.numbers) <= known:
        return False
    lost = bare and not any(number[0].isdigit() for number in known)
    asked = set(head.numbers) & known or _parents(head) & known or _of_first(reading, head)
    asked = asked or reading.so_far.counts(head.numbers)
    if known and not lost and not asked:
        return False
    return not (_of_part(reading, line, head) or _of_no_list(reading, head))


def _of_part(reading: Reading, line: Line, head: Head) -> bool:
    """Whether ``Part 2`` is of something else than the request: words follow, and no colon stands between."""
    if head.kind != "numbered" or head.rest is None or not line.text.lower().startswith("part"):
        return False
    label = reading.text[line.span.start : head.rest].rstrip()
    of_turn = label.endswith(".") and head.numbers[0] == reading.due
    marked = label.endswith((":", " -", " –")) or of_turn
    return not (marked and set(head.numbers) <= reading.so_far.known)


def _by_words(reading: Reading, line: Line, head: Head) -> Head:
    """The same heading with the number of the question whose words follow it, where it is printed with another."""
    restated = None if head.rest is None else reading.so_far.of_words(reading.text[head.rest : line.span.end])
    return head if restated is None or restated in head.numbers else replace(head, numbers=(restated,))


def _of_first(reading: Reading, head: Head) -> bool:
    """Whether a 1 is of the first question, whose number is lost: the next has 2."""
    found = reading.so_far.found
    return head.numbers == ("1",) and reading.so_far.order[:1] == ["2"] and found[0].number is None


def _answered_by_label(reading: Reading, line: Line, head: Head) -> bool:
    """Whether the words behind the number of a question that was asked are the authority's: before any heading."""
    if reading.zone != "request" or head.rest is None or reading.numbering.parent == "clarification":
        return False
    if head.kind != "numbered" or not set(head.numbers) <= reading.so_far.known:
        return False
    words = reading.text[head.rest : line.span.end]
    return voices.answers(words) and not ends_asking(words)


def _answer_below(reading: Reading, head: Head) -> bool:
    """Whether a number alone, of a list of questions that is lost, heads an answer: the next line gives it."""
    below = reading.below()
    return head.rest is None and below is not None and not reading.so_far.known and voices.answers(below.text)


def _of_lost_list(reading: Reading, line: Line, head: Head) -> bool:
    """Whether the first of several answers whose questions are lost stands below words that say so, or a later one."""
    if reading.zone != "response" or reading.so_far.known or head.rest is None:
        return False
    if turns.asks(reading.text[head.rest : line.span.end]):
        return False
    goes_on = reading.current is not None and reading.current.answers != ()
    return goes_on or voices.ANSWER_FOLLOWS.search(reading.above()) is not None


def _answered_below(reading: Reading, head: Head) -> bool:
    """Whether the number of a question that was asked stands alone, before any answer, above what states something."""
    below = reading.below()
    alone = head.rest is None and reading.zone != "response" and reading.numbering.parent != "clarification"
    return alone and below is not None and below.marker is None and turns.tells(below.text)


def _tells_behind(reading: Reading, line: Line, head: Head) -> bool:
    """Whether the words behind the number of a question that was asked keep something back, or tell something."""
    words = "" if head.rest is None else reading.text[head.rest : line.span.end]
    if not words or turns.asks(words) or reading.so_far.is_again(words, head.numbers):
        return False
    return turns.DECIDES_BRIEFLY.search(words) is not None or voices.answers(words) or turns.tells(words)


def _tells_below(reading: Reading, head: Head) -> bool:
    """Whether the number of a question that was asked stands alone above what does not ask."""
    below = reading.below()
    return head.rest is None and below is not None and not turns.asks(below.text)


def _numbered_before(reading: Reading, line: Line, head: Head) -> Zone | None:
    """A line with numbers before any answer: the first answer, where it says so or names several questions."""
    replies = line.text.lower().startswith(("in answer to", "in response to", "in reply to"))
    about = line.text.lower().startswith(("with regard", "regarding", "in relation", "in respect", "for "))
    if about and head.rest is not None:
        replies = voices.answers(reading.text[head.rest : line.span.end])
    several = head.rest is None and len(head.numbers) > 1
    several = several and (reading.numbering.parent != "" or _told_right_below(reading))
    if not (several or (replies and set(head.numbers) <= reading.so_far.known)):
        return None
    of_parts = all(number[-1].isalpha() for number in head.numbers)
    if several and of_parts and not reading.so_far.known and not _answer_below(reading, head):
        reading.heads.append(Heading(kind="request", rule=head.rule, span=line.span))
        return "heading"
    reading.answer(line, head)
    return "response" if replies else "heading"


def _told_right_below(reading: Reading) -> bool:
    """Whether the line below the numbers of several questions, none of which is in sight, tells something."""
    below = reading.below()
    lost = not reading.so_far.known and not reading.request
    return lost and below is not None and below.marker is None and turns.tells(below.text)


def _begins_again(reading: Reading, head: Head) -> bool:
    """Whether a line is the number of the first question and nothing else, below all of them: answers begin."""
    first = reading.so_far.order[:1] == list(head.numbers) and len(reading.so_far.order) > 1
    return reading.zone == "request" and head.rest is None and first and reading.numbering.parent != "clarification"


def _listed(reading: Reading, words: str, head: Head) -> bool:
    """Whether a line that begins with ``Point 1:`` or the like is one of the questions."""
    asking = reading.zone == "request" and reading.numbering.parent != "clarification" and head.rest is not None
    return asking and words.startswith(("point", "part", "item"))


def _asked_next(reading: Reading, head: Head) -> bool:
    """Whether a heading is of the next question, where each of those so far has its answer under a heading."""
    answered = reading.current is not None and reading.current.answers and reading.current.heading is not None
    return bool(answered and reading.so_far.known) and head.numbers[0] == str(reading.so_far.following)


def _of_no_list(reading: Reading, head: Head) -> bool:
    """Whether a number is no answer's where no question is in sight: one too high for the first, one of reasons."""
    first = head.numbers[0]
    alone = head.kind == "label" and not reading.so_far.known and first.isdigit()
    return alone and (reading.explaining or int(first) > LAST_FIRST)


def _answers_already(reading: Reading, head: Head) -> bool:
    current = reading.current
    if current is None or head.rest is None or current.implied:
        return False
    return set(head.numbers) < set(current.answers)


def _parents(head: Head) -> set[str]:
    return {re.sub(r"\D+$", "", number) for number in head.numbers}
