"""The questions that were found so far, in their order, while a letter is parted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from .beginnings import compiled
from .model import Span
from .parts import QuestionPart

ENOUGH = 24
"""Characters by which words are told to be those of a question."""
SHORTEST = 12
"""Characters of a whole line by which it is told to be a question again."""
_AROUND = ' "“”'
_CALLED = compiled(r"^questions?(?: \d{1,2})?\s?[:–-]\s{1,3}", re.IGNORECASE)
"""What a question is called, before its words."""


@dataclass(slots=True)
class Asked:
    """Questions so far. found: all; pending: numbers of those that no answer has begun for; told: numbers of those
    below which a line asks nothing; order and placed: the numbers in the order of the text, and the place of each;
    unnumbered: what the requester wrote without a number; ones: how many questions are printed with a 1; longest: how
    many characters the longest of all these has: words of more than twice as many need not be looked up.
    """

    found: list[QuestionPart] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    order: list[str] = field(default_factory=list)
    placed: dict[str, int] = field(default_factory=dict)
    first: QuestionPart | None = None
    last_number: int = 0
    ones: int = 0
    unnumbered: set[str] = field(default_factory=set)
    longest: int = 0
    _words: dict[str, str] = field(default_factory=dict)
    _number_of: dict[str, str] = field(default_factory=dict)

    def add(self, text: str, number: str | None, span: Span, words: int) -> None:
        """One more question. words: where those behind its number begin."""
        self.found.append(QuestionPart(number, span, words))
        if number is None:
            return
        self.pending.append(number)
        self.known.add(number)
        self.ones += number == "1"
        asked = self._words.setdefault(number, _plain(text[words : span.end]))
        self.longest = max(self.longest, len(asked))
        self._number_of.setdefault(asked, number)
        if number not in self.placed:
            self.placed[number] = len(self.order)
            self.order.append(number)
        self.first = self.first or self.found[-1]
        self.last_number = int(number) if number.isdigit() else self.last_number

    def take_back(self, number: str) -> None:
        """Forget the question that was added last, under that number."""
        self.found.pop()
        self.known.discard(number)
        for numbers in (self.pending, self.order):
            if numbers[-1:] == [number]:
                numbers.pop()
        self.placed.pop(number, None)
        self._number_of.pop(self._words.pop(number, ""), None)

    def lengthen(self, end: int, words: int | None = None) -> None:
        """The last question goes on to an offset; its words begin at another, where that was not known."""
        last = self.found[-1]
        self.found[-1] = replace(last, span=Span(last.span.start, end), words=last.words if words is None else words)

    @property
    def following(self) -> int:
        """The number that the next question would have."""
        return self.last_number + 1

    def counts(self, numbers: tuple[str, ...]) -> bool:
        """Whether some numbers are those of questions by their places, where several are all printed with a 1."""
        if self.ones < 2 or len(self.known) > 1:
            return False
        return all(number.isdigit() and 0 < int(number) <= self.ones for number in numbers)

    def after(self, current: tuple[str, ...]) -> str | None:
        """The number of the question whose answer comes after those, where answers go in the order of questions."""
        place = self.placed.get(current[0], len(self.order)) + 1 if current else 0
        return self.order[place] if place < len(self.order) else None

    def note(self, words: str) -> None:
        """Words of the requester without a number; they may stand again above their answer."""
        plain = _plain(words)
        if len(plain) >= ENOUGH:
            self.unnumbered.add(plain)
            self.longest = max(self.longest, len(plain))

    def is_noted(self, words: str) -> bool:
        """Whether some words are, word for word, those of a question without a number."""
        return len(words) <= 2 * self.longest and _plain(words) in self.unnumbered

    def of_words(self, words: str) -> str | None:
        """The number of the question that some words are, word for word; None where they are few, or of none."""
        if len(words) > 2 * self.longest:
            return None
        plain = _plain(words)
        return self._number_of.get(plain) if len(plain) >= SHORTEST else None

    def begins_again(self, words: str, number: str) -> bool:
        """Whether some words are the first of those of the question of a number."""
        return self._words.get(number, "").startswith(_plain(words)[:ENOUGH])

    def is_again(self, words: str, numbers: tuple[str, ...]) -> bool:
        """Whether some words are, word for word, those of the question of that one number, or enough of its first."""
        plain = _plain(words)
        if len(numbers) != 1 or len(plain) < SHORTEST:
            return False
        asked = self._words.get(numbers[0], "")
        return asked == plain or (len(plain) >= ENOUGH and asked.startswith(plain))


def _plain(words: str) -> str:
    return _CALLED.sub("", " ".join(words.strip(_AROUND).lower().split()))
