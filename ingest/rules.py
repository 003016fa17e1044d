"""What a rule is: the reason why some words are taken to say something, with examples that are tests.

A rule with a pattern is tested on its pattern: each example is a text and the words that the pattern finds in it
(the group ``words``, or the whole), None where it must find nothing. A rule without one is a procedure; its examples
are whole letters, and the reader must draw a fact with those words from them under that rule (None: no such fact).
Patterns take time in proportion to the text: no repetition within a repetition without a bound, none without an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .beginnings import MOST, Characters, beginnings, compiled
from .literals import alternatives, at_start_only, holds_one, is_odd, may_hold, needed, phrases, spaced
from .model import Span

Example = tuple[str, str | None]


KEPT = 256
"""Sentences for which a rule keeps what it found."""
FEWEST_WAYS = 8
"""Alternatives from which on each is looked for by the words that it needs."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. id: ``part.how``; reason: one line; pattern: as written, None where it is a procedure; flags: its own.

    needs: words one of which is in every text that the pattern fits; at_start: it fits at the start of a text alone;
    begins: the ASCII characters with which it then begins, where they are known;
    ways: of a pattern of many alternatives each, as written: most texts hold the words of few.
    words: each word that a way needs, once, with the ways that need it, as bits of which the first way is the lowest;
    always: the ways that need none; phrases: of each way, what it needs of a text with one space for each white space.
    """

    id: str
    reason: str
    written: str | None = None
    examples: tuple[Example, ...] = ()
    flags: int = 0
    needs: tuple[str, ...] = ()
    at_start: bool = False
    begins: Characters | None = None
    ways: tuple[str, ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    always: int = 0
    phrases: tuple[tuple[str, ...], ...] = ()
    known: dict[str, re.Match[str] | None] = field(default_factory=dict, compare=False, repr=False)
    made: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """The pattern, compiled when it is first asked for; None of a procedure."""
        return None if self.written is None else self._compiled(self.written)

    def way(self, place: int) -> re.Pattern[str]:
        """One of the ways, compiled when it is first asked for: a letter needs few of them."""
        return self._compiled(self.ways[place])

    def _compiled(self, written: str) -> re.Pattern[str]:
        if written not in self.made:
            self.made[written] = compiled(written, self.flags)
        return self.made[written]

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place where the pattern fits between two offsets."""
        if self.written is None:
            raise TypeError(f"rule {self.id} is a procedure")
        stop = len(text) if end is None else end
        if self.at_start and not self._may_begin(text[start : start + 1]):
            return None
        if self.ways and stop - start == len(text):
            return self._known(text)
        if self.ways:
            return self._first_way(text, start, stop)
        if self.needs and not holds_one(text[start:stop], self.needs):
            return None
        pattern = self._compiled(self.written)
        return pattern.match(text, start, stop) if self.at_start else pattern.search(text, start, stop)

    def _may_begin(self, character: str) -> bool:
        """Whether what a rule for the start of a text fits may begin with a character."""
        return self.begins is None or character in self.begins or character > "\x7f"

    def _known(self, text: str) -> re.Match[str] | None:
        """What the pattern finds in a whole text: letters say the same sentences again, and so do others."""
        if text not in self.known:
            if len(self.known) >= KEPT:
                self.known.clear()
            self.known[text] = self._first_way(text, 0, len(text))
        return self.known[text]

    def _first_way(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """What the whole pattern finds: of the ways that fit first, the one that is written first."""
        part = text[start:stop]
        odd, lowered = is_odd(part), part.lower()
        left = (1 << len(self.ways)) - 1 if odd else self._may_fit(lowered)
        plain = spaced(lowered) if left else ""
        best = None
        while left:
            lowest = left & -left
            left ^= lowest
            place = lowest.bit_length() - 1
            if not may_hold(plain, odd, self.phrases[place]):
                continue
            found = self.way(place).search(text, start, stop)
            if found is not None and (best is None or found.start() < best.start()):
                best = found
                if best.start() == start:
                    break
        return best

    def _may_fit(self, lowered: str) -> int:
        """The ways, as bits, whose words a text in lower case may hold."""
        found = self.always
        for word, ways in self.words:
            if word in lowered:
                found |= ways
        return found

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every place where the pattern fits between two offsets."""
        if self.written is None:
            raise TypeError(f"rule {self.id} is a procedure")
        stop = len(text) if end is None else end
        if self.needs and not holds_one(text[start:stop], self.needs):
            return iter(())
        return self._compiled(self.written).finditer(text, start, stop)


def rule(identifier: str, reason: str, pattern: str, *examples: Example, flags: int = re.IGNORECASE) -> Rule:
    """A rule with a pattern, without regard to case unless ``flags`` says otherwise.

    A space in the pattern is any white space: a phrase may be wrapped, or be held together by spaces that do not break.

    Raises:
        re.error: the text is no pattern.
    """
    written = pattern.replace(" ", r"\s")
    ways = tuple(alternatives(written))
    if len(ways) >= FEWEST_WAYS and not all(at_start_only(way, flags) for way in ways):
        return _of_ways(identifier, reason, written, examples, int(flags), ways)
    at_start, needs = at_start_only(written, flags), needed(written, flags)
    begins = beginnings(written, flags) if at_start else None
    needs = () if begins is not None and len(begins) <= MOST else needs
    made = Rule(identifier, reason, written, examples, int(flags), needs, at_start, begins)
    made._compiled(written)
    return made


def _of_ways(
    identifier: str, reason: str, written: str, examples: tuple[Example, ...], flags: int, ways: tuple[str, ...]
) -> Rule:
    """A rule whose pattern has many alternatives; those that only a compiler can refuse are compiled at once."""
    for way in ways:
        if "(?<" in way:
            compiled(way, flags)
    needs = [needed(way, flags) for way in ways]
    of_word: dict[str, int] = {}
    for place, words in enumerate(needs):
        for word in words:
            of_word[word] = of_word.get(word, 0) | 1 << place
    always = sum(1 << place for place, words in enumerate(needs) if not words)
    return Rule(
        identifier, reason, written, examples, flags,
        ways=ways, words=tuple(of_word.items()), always=always, phrases=tuple(phrases(way, flags) for way in ways),
    )  # fmt: skip


def words_of(match: re.Match[str]) -> Span:
    """The place of the words that a match is about: the group whose name begins with ``words``, or all of it."""
    named = (name for name, found in match.groupdict().items() if found is not None and name.startswith("words"))
    return Span(*match.span(next(named, 0)))
