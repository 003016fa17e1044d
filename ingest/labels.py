"""The number of the question that a line of the answer begins with."""

from __future__ import annotations

import re

from . import headings, numbers, voices
from .asked import Asked
from .beginnings import compiled
from .headings import Head
from .layout import Line, Marker

_AND_LETTER = compiled(r"(?:&|and)\s?\(?([A-Za-z]{1,4})[.)]\s{1,3}")
_BARE_ANSWER = compiled(
    r"(\d{1,2})\s{1,4}(?=[A-Z£(]|(?:19|20)\d\d\s?[-–:]\s)(?!(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)"
)
_SEVERAL_LETTERS = compiled(r"((?:\(?[a-h]\)?\s?(?:,|&|and)\s?){1,6}\(?[a-h]\)?)[.):]?\s{1,4}(?=[A-Z£(\d])")
_RANGE_OF_LETTERS = compiled(r"([a-h])\)?\s?(?:-|–|to)\s?([b-h])\)[.:]?\s{1,4}(?=[A-Z£\d])")
"""The first and the last of several parts before their answer: ``a-d) This is published``."""
_BARE_ANSWERS = compiled(r"(\d{1,2})(?:\s?(?:,|&|and)\s?\d{1,2}){1,8}\s{1,4}(?=[A-Z£(])")
"""Numbers of several questions, and nothing between them and the answer: ``6 & 7 We shall not``."""
_BARE_RANGE = compiled(
    r"(\d{1,2})\s?[-–]\s?(\d{1,2})\s{1,4}(?=(?:We|I|It|No|None|Not|Nothing|The|There|This|These|All|Please|See)\b)"
)
"""The first and the last of several numbers, and a sentence behind them: ``6-11  We have had none``."""
_SEVERAL_ALONE = compiled(r"\d{1,2}(?:\s?(?:,|&|and|to|-|–)\s?\d{1,2}){1,8}")
"""The numbers of several questions, and nothing else, over their answer."""
_RUN = compiled(r"(?:\d{1,2}[.)]\s{1,2}){2,12}(?=[A-Z£])")
_PART_ALONE = compiled(r"(?:Q\s?)?(\d{1,2})\(?([a-z])\)?")


def known(line: Line, asked: Asked, answers: tuple[str, ...], started: bool) -> Head | None:
    """A letter, a Roman numeral, a part or a bare number that is the label of a question: its answer.

    answers: the numbers that are being answered; started: whether words of that answer stand above.
    """
    if line.marker is not None and line.marker.kind in {"letter", "roman"}:
        return _lettered(line, line.marker, asked, answers, started)
    marker = line.marker
    of_part = marker is not None and marker.kind == "question" and marker.label[-1:].isalpha()
    if of_part and marker is not None and marker.label in asked.known:
        return Head("label", (marker.label,), line.body if line.words.strip() else None, headings.LABEL.id)
    return _letters(line, asked) or part(line, asked) or _bare(line, asked, answers)


def _lettered(line: Line, marker: Marker, asked: Asked, answers: tuple[str, ...], started: bool) -> Head | None:
    """The part of a question that a letter or numeral stands for."""
    top = re.match(r"\d*", answers[-1] if answers else "")
    stem = top.group() if top else ""
    of_letter = re.match(r"[a-z](?=\.|$)", answers[-1] if answers else "")
    names = [f"{stem}{marker.label}", f"{stem}.{marker.label}", marker.label]
    if of_letter is not None and marker.kind == "roman":
        names.insert(0, f"{of_letter.group()}.{marker.label}")
    found = next((name for name in names if name in asked.known), None) or _only_part(marker.label, asked)
    found = found or _only_numeral(marker, asked)
    if found is None:
        return None if asked.known else _of_lost(line, answers, started)
    more = _AND_LETTER.match(line.text, line.body - line.span.start)
    if more is not None and more[1] in asked.known:
        return Head("label", (found, more[1]), line.span.start + more.end(), headings.LABEL.id)
    return Head("label", (found,), line.body if line.words.strip() else None, headings.LABEL.id)


def _letters(line: Line, asked: Asked) -> Head | None:
    """Letters of several parts before their answer: ``b&c Nothing is held``."""
    several = _SEVERAL_LETTERS.match(line.text) or _RANGE_OF_LETTERS.match(line.text)
    if several is None:
        return None
    letters = re.findall(r"[a-h]", several[1])
    if several.re is _RANGE_OF_LETTERS:
        letters = [chr(place) for place in range(ord(several[1]), ord(several[2]) + 1)]
    parts = tuple(_only_part(letter, asked) or letter for letter in letters)
    return (
        Head("label", parts, line.span.start + several.end(), headings.LABEL.id) if set(parts) <= asked.known else None
    )


def _bare(line: Line, asked: Asked, answers: tuple[str, ...]) -> Head | None:
    """The number, or the numbers, of the questions that come next, and nothing between them and the answer."""
    if _SEVERAL_ALONE.fullmatch(line.text) and set(numbers.parse(line.text)) <= asked.known:
        return Head("label", numbers.parse(line.text), None, headings.LABEL.id)
    several = _BARE_RANGE.match(line.text)
    if several is not None and _later(several, asked, answers):
        every = numbers.parse(several.group())
        return Head("label", every, line.span.start + several.end(), headings.LABEL.id)
    bare = _BARE_ANSWERS.match(line.text) or _BARE_ANSWER.match(line.text)
    if bare is None or bare[1] != asked.after(answers[-1:]):
        return None
    every = numbers.parse(bare.group())
    return Head("label", every, line.span.start + bare.end(), headings.LABEL.id) if set(every) <= asked.known else None


def _only_numeral(marker: Marker, asked: Asked) -> str | None:
    """The one part of a letter that has a numeral, where no other letter has one of that numeral."""
    ending = [number for number in asked.known if number[:1].isalpha() and number[1:] == f".{marker.label}"]
    return ending[0] if len(ending) == 1 and marker.kind == "roman" else None


def _later(several: re.Match[str], asked: Asked, answers: tuple[str, ...]) -> bool:
    """Whether a range of numbers is of questions that were asked, behind the one that is being answered."""
    top = re.match(r"\d+", answers[-1]) if answers else None
    last = 0 if top is None else int(top.group())
    return last < int(several[1]) < int(several[2]) and set(numbers.parse(several.group())) <= asked.known


def _only_part(letter: str, asked: Asked) -> str | None:
    """The one part of a question that has a letter, where no other question has one of that letter."""
    ending = [number for number in asked.known if number.endswith(letter)]
    of_letter = [number for number in ending if number.removesuffix(letter).rstrip(".").isdigit()]
    return of_letter[0] if len(of_letter) == 1 else None


def part(line: Line, asked: Asked) -> Head | None:
    """The number and letter of a part that was asked: ``1(a)`` or ``1. a)`` before its answer, or ``1a`` alone.

    Or the numbers of several, each with its stop: ``3. 4. 5. We do not``.
    """
    run = _RUN.match(line.text)
    if run is not None and set(every := tuple(re.findall(r"\d+", run[0]))) <= asked.known:
        return Head("label", every, line.span.start + run.end(), headings.LABEL.id)
    marker = line.marker
    if marker is not None and marker.kind == "number" and not marker.label.isdigit():
        return _of_parts(line, marker, asked) if marker.label in asked.known else None
    alone = _PART_ALONE.fullmatch(line.text)
    if alone is None or alone[1] + alone[2] not in asked.known:
        return None
    return Head("label", (alone[1] + alone[2],), None, headings.LABEL.id)


def _of_parts(line: Line, marker: Marker, asked: Asked) -> Head:
    """The part that a number and letter name, and the next where it stands beside it: ``1. a) & b) The figures``."""
    more = _AND_LETTER.match(line.text, line.body - line.span.start)
    other = "" if more is None else f"{marker.label[:-1]}{more[1].lower()}"
    if more is not None and other in asked.known:
        return Head("label", (marker.label, other), line.span.start + more.end(), headings.LABEL.id)
    return Head("label", (marker.label,), line.body, headings.LABEL.id)


def _of_lost(line: Line, answers: tuple[str, ...], started: bool) -> Head | None:
    """Where the questions are lost: ``a.`` right below the number of an answer, or the letter after the last."""
    marker = line.marker
    if marker is None or marker.kind != "letter" or line.text.startswith("("):
        return None
    last = answers[0] if len(answers) == 1 else ""
    first = last.isdigit() and not started and marker.label == "a"
    later = re.fullmatch(r"(\d{1,2})([a-y])", last)
    follows = later is not None and marker.label == chr(ord(later[2]) + 1)
    if not (first or follows) or voices.quotes_law(line.text):
        return None
    top = last if later is None else later[1]
    return Head("label", (f"{top}{marker.label}",), line.body, headings.LABEL.id)


def directed(line: Line, asked: Asked) -> Head | None:
    """The questions that a line says first that it is about: ``With regard to (i) and (ii), there were 87``."""
    named, _ = numbers.directed(line.text, 0, len(line.text))
    if not named or not set(named) <= asked.known:
        return None
    return Head("numbered", named, line.span.start, headings.NUMBERED.id)


def marked(line: Line, asked: Asked) -> Head | None:
    """The letter or Roman numeral that a line begins with, where a question has that label."""
    marker = line.marker
    if marker is None or marker.kind not in {"letter", "roman"} or marker.label not in asked.known:
        return None
    return Head("label", (marker.label,), line.body, headings.LABEL.id)


def again(line: Line, asked: Asked) -> Head | None:
    """A question again, word for word and without its number; it names none where it had none."""
    number = asked.of_words(line.text)
    if number is None and not asked.is_noted(line.words):
        return None
    return Head("label", () if number is None else (number,), line.span.start, headings.LABEL.id)
