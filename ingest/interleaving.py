"""How questions and answers lie about one another on the page, told from all lines before they are read one by one."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from . import voices
from .layout import Line
from .model import Span

FEWEST_BEHIND = 2
_PLAIN_ANSWER = re.compile(
    r"^(?:yes|no|none|nil|n/a|attached|see (?:above|answer)|not (?:held|recorded)|"
    r"(?!(?:19|20)\d\d$)£?[\d,.]{1,12}(?:\s\w{1,12}){0,3}\.?$)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\?[\"”]?\s{1,3}(?:[–-]\s)?(?=[A-Z£\d])(?![^\n]*\?)")
_EACH = re.compile(r"(?:our |the )?(?:response|reply|answer)\s?(?::|$)", re.IGNORECASE)
_FIGURE_OF_YEAR = re.compile(
    r"(?:19|20)\d\d(?:/\d{2,4})?\s?[-–:=]\s{0,2}(?:£?(?!(?:19|20)\d\d\b)\d[\d,.]{0,12}|no information(?: is)? held|"
    r"not held|nil|none)(?:\s\w{1,12}){0,3}\.?$",
    re.IGNORECASE,
)


def ends_asking(words: str) -> bool:
    """Whether words end with a question mark, in quotation marks or not."""
    return words.rstrip('"”’ ').endswith("?")


def asks_nothing(line: Line) -> bool:
    """Whether a line below a question asks nothing: it may be its answer, so what comes below the next is not."""
    asks = voices.REQUESTER.search(line.text) or voices.ASKS.search(line.text)
    return line.text.endswith(".") and not line.quoted and asks is None


def figures_of_years(found: tuple[Line, ...]) -> bool:
    """Whether two lines are figures of years, one a line: somebody who asks gives none."""
    return len(found) > 1 and all(_FIGURE_OF_YEAR.match(line.text) for line in found[:2])


def alternates(found: tuple[Line, ...], *, gaps: bool = True) -> bool:
    """Whether question and answer alternate: each numbered question is followed by a paragraph without number.

    Each question ends with a question mark, or one of the paragraphs is an answer and nothing else. gaps: an empty line
    stands between them; without, one line follows each question, and several of those are answers and nothing else;
    a number alone asks nothing.
    """
    asked = [
        n for n, line in enumerate(found) if line.marker is not None and line.marker.kind in {"number", "question"}
    ]
    if len(asked) < 2:
        return False
    below = [found[n + 1] if n + 1 < len(found) else None for n in asked]
    if not all(line is not None and (line.after_gap or not gaps) and line.marker is None for line in below):
        return False
    plain = sum(1 for line in below if line is not None and _plain_answer(line.text))
    if not gaps:
        return (
            all(found[n].words.strip() for n in asked)
            and plain > 1
            and all(later - earlier == 2 for earlier, later in itertools.pairwise(asked))
        )
    return plain > 0 or all(ends_asking(found[n].text) for n in asked[:-1])


def lettered(found: tuple[Line, ...]) -> bool:
    """Whether answers stand under the letter A, each below its question: no list goes on to B, nor asks under a."""
    labels = [line.marker.label if line.marker is not None and line.marker.kind == "letter" else "" for line in found]
    under = [n for n, label in enumerate(labels) if label in {"A", "a"}]
    if len(under) < 2 or {"B", "b"} & set(labels):
        return False
    if any(labels[n] == "a" and not _told_under(found, n) for n in under):
        return False
    above = [found[n - 1] for n in under if n > 0]
    return len(above) == len(under) and all(line.marker is not None or ends_asking(line.text) for line in above)


def headed_each(found: tuple[Line, ...]) -> bool:
    """Whether several answers have a heading without number: each is that of the question above it."""
    return sum(1 for line in found if _EACH.match(line.text)) > 1


def answers_apart(text: str, found: tuple[Line, ...]) -> tuple[Line, ...]:
    """Each answer that stands on the line of its question, behind its question mark, as a line of its own.

    Only where several do: one sentence behind one question may be the requester's.
    """
    places = {n: place for n, line in enumerate(found) if (place := _behind(line)) is not None}
    behind = [found[n].text[place[1] :] for n, place in places.items()]
    told = any(_plain_answer(rest) or voices.answers(rest) for rest in behind)
    if len(places) < FEWEST_BEHIND or not told or any(voices.REQUESTER.search(rest) for rest in behind):
        return found
    apart: list[Line] = []
    for n, line in enumerate(found):
        if n not in places:
            apart.append(line)
            continue
        first = Span(line.span.start, line.span.start + places[n][0])
        second = Span(line.span.start + places[n][1], line.span.end)
        apart.append(replace(line, span=first, text=text[slice(*first)]))
        apart.append(Line(second, text[slice(*second)], None, second.start, line.quoted, after_gap=False))
    return tuple(apart)


def _behind(line: Line) -> tuple[int, int] | None:
    """Where in a line its question ends, and the words behind it begin."""
    cut = _BEHIND.search(line.text) if line.marker is not None and not line.quoted else None
    return None if cut is None else (cut.start() + 1, cut.end())


def _plain_answer(words: str) -> bool:
    """Whether words are an answer and nothing else: yes, no, a number, not held."""
    return _PLAIN_ANSWER.match(words) is not None


def _told_under(found: tuple[Line, ...], place: int) -> bool:
    """Whether a line under the letter a is no item of the question above it: it asks nothing, and that one is whole."""
    return not ends_asking(found[place].text) and place > 0 and found[place - 1].text.rstrip().endswith(("?", "."))
