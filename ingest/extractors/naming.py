"""Which questions the sentences of an answer are about: those that they name, or that a sentence above them does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping

from .. import numbers
from ..beginnings import compiled
from ..model import Span
from ..parts import ResponsePart
from ..sentences import sentences
from .narrative import REFERS
from .position_rules import (
    BESIDES,
    COMPARES,
    EXCEPTED,
    GIVES_OTHERS,
    GOES_ON,
    IT_ANSWERS,
    MENTIONS,
    OF_THE_REST,
    REMAINING,
    SINCE_ANOTHER,
)
from .signal_rules import ANSWERS_ANOTHER
from .signals import Signal

_DIGIT = compiled(r"\d")


class Naming:
    """Tells for one letter which questions its sentences are about.

    ids: of the questions, by their numbers; directions: of the sentences of the answer that is being read, those
    questions that a sentence above says it is about.
    """

    def __init__(self, text: str, ids: Mapping[str, str]) -> None:
        self.text, self.ids = text, ids
        self.directions: dict[Span, tuple[str, ...]] = {}
        self._below_each: dict[Span, Span] = {}
        self._subjects: dict[Span, tuple[str, ...]] = {}
        self._likens: Span | None = None
        self._last_asked = max((_ordered(number) for number in ids), default=(0, ""))
        self._lettered: dict[str, tuple[str, ...]] = {}
        for number in ids:
            if number[-1].isalpha():
                self._lettered[number[:-1]] = (*self._lettered.get(number[:-1], ()), number)

    def begin(self, own: list[Span], answers: tuple[str, ...] = (), answered: Collection[str] = ()) -> None:
        """Another answer is read, of these lines. answered: the questions that have an answer so far."""
        self._subjects = {}
        self._likens = self._compares(own[0], answered) if own and answers else None
        self.directions = self._directed(own)
        self._below_each = dict(itertools.pairwise(self.directions))

    def asked(self, part: ResponsePart, signal: Signal, answered: Collection[str]) -> tuple[str, ...]:
        """The questions that a sentence answers: those of its part, unless it names others alone.

        answered: the questions that have an answer so far.
        """
        named = self.named(signal.sentence, answered)
        own = signal.kind in {"referred", "disclosed"} and signal.rule != ANSWERS_ANOTHER.id
        own = own and GIVES_OTHERS.search(self.text, *signal.sentence) is None
        own = own or REFERS.match(self.text, *signal.sentence) is not None
        own = own or SINCE_ANOTHER.search(self.text[slice(*signal.sentence)]) is not None
        own = own or signal.sentence == self._likens
        if part.answers and REMAINING.search(self.text[slice(*signal.sentence)]):
            left = tuple(number for number in self.ids if number not in answered and number not in part.answers)
            return left or part.answers
        aside = self.in_words(signal.sentence)
        if aside and set(aside) < set(part.answers):
            return aside
        if part.answers and not own and not named:
            above = self._subjects.get(signal.sentence, ())
            named = () if set(above) & set(part.answers) else above
        if part.answers and (own or not named or set(named) & set(part.answers)):
            return part.answers
        return named

    def _compares(self, line: Span, answered: Collection[str]) -> Span | None:
        """The first sentence of an answer, where it likens that to answers above."""
        first = next(iter(sentences(self.text, line)), line)
        named = self._numbers(numbers.referred(self.text, *first, self.ids))
        likens = COMPARES.search(self.text[slice(*first)]) is not None and set(named) <= set(answered)
        return first if likens else None

    def named(self, sentence: Span, answered: Collection[str]) -> tuple[str, ...]:
        """The questions that a sentence of an answer to the whole request names; none where it refuses the whole."""
        words = self.text[sentence.start : sentence.end]
        if re.search(r"\bthe whole\b", words, re.IGNORECASE):
            return ()
        besides = BESIDES.search(words)
        excepted = None if besides else EXCEPTED.search(words)
        if excepted is not None:
            return self._but(excepted, words)
        named = self._referred(words[besides.end() :] if besides else words)
        named = named or self.directions.get(sentence, ()) or self._told_below(sentence)
        named = tuple(below for number in named for below in self._below(number))
        if OF_THE_REST.search(words):
            named = tuple(number for number in named if number not in answered) or named
        beyond = self._last_asked > (0, "") and all(_ordered(number) > self._last_asked for number in named)
        letters = bool(named) and all(number.isupper() for number in named)
        return named if not self.ids or beyond or letters or set(named) & self.ids.keys() else ()

    def in_words(self, sentence: Span) -> tuple[str, ...]:
        """Some of the questions, which a sentence names in brackets behind the words that answer them."""
        named = self._numbers(numbers.aside(self.text, *sentence))
        return named if set(named) <= self.ids.keys() else ()

    def _referred(self, words: str) -> tuple[str, ...]:
        """The questions that words name; those that they answer in an aside only where they name no others."""
        words = _without_mentions(words)
        named = self._numbers(numbers.referred(words, 0, len(words), self.ids))
        aside = ANSWERS_ANOTHER.search(words)
        if aside is None:
            return named
        rest = words[: aside.start()] + words[aside.end() :]
        return self._numbers(numbers.referred(rest, 0, len(rest), self.ids)) or named

    def _numbers(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """Numbers as the questions have them: the last of all, a letter printed small or large."""
        last = next(reversed(self.ids), "last") if isinstance(self.ids, dict) else "last"
        found = (last if number == "last" else number for number in named)
        return tuple(dict.fromkeys(self._printed(number) for number in found))

    def _printed(self, number: str) -> str:
        """A number, with its letters as the question has them."""
        if number in self.ids or number.isdigit():
            return number
        return next((way for way in (number.upper(), number.lower()) if way in self.ids), number)

    def _told_below(self, sentence: Span) -> tuple[str, ...]:
        """The questions of which the sentence below says that what this one gives answers them."""
        below = self._below_each.get(sentence)
        answers = None if below is None else IT_ANSWERS.search(self.text[slice(*below)])
        return () if answers is None else numbers.parse(answers["numbers"])

    def _directed(self, own: list[Span]) -> dict[Span, tuple[str, ...]]:
        """The questions that a sentence is about because one above it in its paragraph says that what follows is.

        A sentence that ends with a colon directs the paragraphs below it too.
        """
        found: dict[Span, tuple[str, ...]] = {}
        now: tuple[str, ...] = ()
        for above, span in zip([None, *own], own, strict=False):
            if above is None or self.text[above.end - 1] != ":":
                now = ()
            spoken: tuple[str, ...] = ()
            subject: tuple[str, ...] = ()
            for sentence in sentences(self.text, span):
                named, called = ((), False) if sentence == self._likens else numbers.directed(self.text, *sentence)
                named = self._numbers(named)
                if named and (called or set(named) <= self.ids.keys()):
                    now = named
                goes_on = not now and GOES_ON.search(self.text[slice(*sentence)]) is not None
                now = spoken if goes_on else now
                found[sentence] = now
                spoken = () if sentence == self._likens else self._spoken_of(sentence)
                subject = spoken or subject
                self._subjects[sentence] = subject
        return found

    def _spoken_of(self, sentence: Span) -> tuple[str, ...]:
        """The questions that a sentence names, where they were asked and are not all: the next may go on about them."""
        words = self.text[slice(*sentence)]
        if len(self.ids) < 2:
            return ()
        words = _without_mentions(words)
        named = self._numbers(numbers.referred(words, 0, len(words), self.ids))
        return named if set(named) < self.ids.keys() else ()

    def _but(self, excepted: re.Match[str], words: str) -> tuple[str, ...]:
        """The questions that a sentence names beside those that it is not about; all others where it names none."""
        out = {below for number in numbers.parse(excepted["numbers"]) for below in self._below(number)}
        rest = words[: excepted.start()] + words[excepted.end() :]
        named = self._referred(rest) or tuple(self.ids)
        return tuple(below for number in named for below in self._below(number) if below not in out)

    def _below(self, number: str) -> tuple[str, ...]:
        """The question of a number, those with letters that make it up, or the two of ``1.2`` where no part has it."""
        if number in self.ids:
            return (number,)
        if set(several := number.split(".")) <= self.ids.keys():
            return tuple(several)
        return self._lettered.get(number, (number,))


def _without_mentions(words: str) -> str:
    """Words without those that only mention a question."""
    if _DIGIT.search(words) is None:
        return words
    for found in reversed(list(MENTIONS.find(words))):
        words = words[: found.start()] + words[found.end() :]
    return words


def _ordered(number: str) -> tuple[int, str]:
    """A number of a question as one that sorts: ``1b`` as 1, b; a letter or numeral alone, before the first."""
    parts = re.fullmatch(r"(\d+)(.*)", number)
    return (0, "") if parts is None else (int(parts[1]), parts[2])
