"""How questions and answers lie about one another on the page, told from all lines before they are read one by one."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from . import turns, voices
from .beginnings import compiled
from .layout import Line, Marker
from .model import Span

FEWEST_BEHIND = 2
_PLAIN_ANSWER = compiled(
    r"^(?:(?:yes|no|none|nil|n/a|attached|see (?:above|answer)|not (?:held|recorded))\b|"
    r"(?!(?:19|20)\d\d$)£?[\d,.]{1,12}(?:\s\w{1,12}){0,3}\.?$)",
    re.IGNORECASE,
)
_BEHIND = compiled(r"\?[\"”]?\s{1,3}(?:[–|-]\s)?(?=[A-Z£\d])")
_FIGURE_BEHIND = compiled(
    r"\W{0,3}(?:how|what|which|when|where|who|do|does|is|are|have|has|number|total|please)\b[^\n]{4,200}?(?P<end>)\s[-–]\s"
    r"(?=(?:£?\d[\d,.]{0,12}%?|nil|none|yes|no|n/a|not (?:held|recorded)|no information (?:is )?held)\.?$)",
    re.IGNORECASE,
)
_SEPARATES = compiled(
    r"(?<=[\w)\"”’%])(?:[?](?P<end>)\s{1,3}(?:[–|-]\s)?|(?P<end2>)\s[–=-]\s|(?P<end3>):\s|(?P<end4>)\s\|\s)(?=[^\s|])"
)
"""What may stand between an item of a list and its answer on the same line."""
LONGEST_ITEM, MOST_SEPARATORS = 2_000, 8
"""Characters of an item that may hold a question with its answer, and places in it where the one may end."""
FEWEST_ITEMS, MOST_OF_LIST = 3, 0.75
"""Items of a list that have an answer behind them, at least, and what share of it."""
_ROW = compiled(
    r"\|?\s?(?:q\s?)?(?P<n>\d{1,2})[.)]{0,2}\s?\|\s?(?P<asked>[^|\n]{3,300}?)\s?\|\s?(?P<told>[^|\n]{1,900}?)\s?\|?\s?",
    re.IGNORECASE,
)
"""A row of a table: the number of a question, its words and its answer."""
_CALLED = compiled(r"(?:our )?(?:response|answer|reply)\s?", re.IGNORECASE)
_STOP = compiled(r"[.?]\s{1,3}(?=[A-Z])")
_PART = compiled(r"\d{1,2}|[A-Za-z]")
_WORD_BEHIND = compiled(r"[a-z)](?<! or)(?<! no)(?P<end>)\s(?=(?-i:Yes|No|N/A|None|Nil)\.?$)")
"""Before a yes or a no that ends the line of a question without its mark."""
_EACH = compiled(
    r"(?:our |the )?(?:(?:response|reply|answer)\s?(?::|$)|(?-i:[AR]|Ans):|(?-i:Answer\s(?=[A-Z£]|"
    r"(?!\d{1,2}[.)]\s)\d[\d,.]{0,12}\s[A-Za-z]))|"
    r"(?-i:[AR]|(?:Answer|Response|ANSWER|RESPONSE)\s)\.?\s?\d{1,2}[.:)](?=\s))\s{0,4}",
    re.IGNORECASE,
)
_FIGURE_OF_YEAR = compiled(
    r"(?:19|20)\d\d(?:/\d{2,4})?\s?[-–:=]\s{0,2}(?:£?(?!(?:19|20)\d\d\b)\d[\d,.]{0,12}|no information(?: is)? held|"
    r"not held|nil|none)(?:(?:\s\w{1,12}){0,3}\.?$|[.,]\s(?-i:[A-Z])[^\n?]{0,30}\d)|"
    r"(?:19|20)\d\d(?:/\d{2,4})?\s?[-–:=]\s{0,2}(?-i:[A-Z])[a-z]{2,20}\s\d[\d,]{0,12}\b(?![^\n]*\?)",
    re.IGNORECASE,
)


_FIGURE_OF_ROW = compiled(r"(?!(?:19|20)\d\d\b)[A-Za-z\d][^\n?:;]{2,40}\s[-–]\s{0,2}£?\d[\d,]{0,12}%?$")
"""A row of a table that a letter prints in words: ``6-12 years - 4469``."""
BARE_NUMBER = compiled(r"(\d{1,2})\s{1,3}(?=[A-Z][a-z]|[AI]\s[a-z])")
_STATES = compiled(r"\b(?:is|are|was|were|has|have|had)\b[^?]{0,400}\.(?:\s\|)?$")
_NUMBER_ALONE = compiled(r"(\d{1,2})([a-z]?)")
_WORDS = compiled(r"[A-Za-z]{3}|£\d|\d,\d{3}|^(?:[Nn]o|[Nn]/[Aa])\b")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
FEWEST_TOLD = 2
"""Of the items of one list, half and at least so many must be followed by a statement, and one by a plain answer."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of a list that is a question with its answer below. line: of its first line; body: where its words
    begin; answer: line where the answer begins, None where none is in sight; words: where that begins behind its
    heading.
    """

    line: int
    label: str
    kind: str
    body: int
    answer: int | None = None
    words: int = 0


def ends_asking(words: str) -> bool:
    """Whether words end with a question mark, in quotation marks or not, before the line of a table or not."""
    return words.rstrip('"”’ |').endswith("?")


def asks_nothing(line: Line) -> bool:
    """Whether a line below a question asks nothing: it may be its answer, so what comes below the next is not."""
    asks = turns.asks(line.text) or voices.ASKS.search(line.text) is not None
    return line.text.endswith(".") and not line.quoted and not asks


def figures_of_years(found: tuple[Line, ...]) -> bool:
    """Whether two lines are figures of years, one a line: somebody who asks gives none."""
    rows = [line.text for line in found[:2] if _FIGURE_OF_YEAR.match(line.text) or _FIGURE_OF_ROW.match(line.text)]
    return len(rows) > 1


def states(words: str) -> bool:
    """Whether words are a sentence that states something: they have a verb of being or having, and a full stop."""
    return _STATES.search(words) is not None


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


def by_turns(found: tuple[Line, ...]) -> bool:
    """Whether question and answer stand line about, without numbers: two are beyond doubt the authority's.

    Or at least three lines with a question mark have each a line below that tells something, one of them in a figure
    or a word; somebody who asks does not answer.
    """
    bare = [line.marker is None and not line.quoted for line in found]
    told = 0
    for n, (line, below) in enumerate(itertools.pairwise(found)):
        asked = bare[n] and turns.asks(line.text) and (n == 0 or not turns.asks(found[n - 1].text))
        told += asked and bare[n + 1] and not turns.asks(below.text) and voices.answers(below.text)
    return told >= FEWEST_TOLD or _answers_each(found, bare)


def _answers_each(found: tuple[Line, ...], bare: list[bool]) -> bool:
    """Whether what stands right below each of several lines with a question mark tells something."""
    below = [
        found[n + 1].text
        for n, line in enumerate(found[:-1])
        if bare[n] and bare[n + 1] and ends_asking(line.text) and not turns.asks(found[n + 1].text)
    ]
    return len(below) > FEWEST_TOLD and all(turns.tells(words) for words in below) and any(map(turns.gives, below))


def lettered(found: tuple[Line, ...]) -> bool:
    """Whether answers stand under the letter A, each below its question: no list goes on to B, nor asks under a."""
    labels = [line.marker.label if line.marker is not None and line.marker.kind == "letter" else "" for line in found]
    under = [n for n, label in enumerate(labels) if label in {"A", "a"}]
    under = [n for n in under if labels[n] == "A"] if sum(labels[n] == "A" for n in under) > 1 else under
    capitals = all(labels[n] == "A" for n in under)
    if len(under) < 2 or ({"B"} if capitals else {"B", "b"}) & set(labels):
        return False
    if any(labels[n] == "a" and not _told_under(found, n) for n in under):
        return False
    above = [found[n - 1] for n in under if n > 0]
    return len(above) == len(under) and all(line.marker is not None or ends_asking(line.text) for line in above)


def headed_each(found: tuple[Line, ...]) -> bool:
    """Whether several answers have a heading without number: each is that of the question above it."""
    return sum(1 for line in found if _EACH.match(line.text)) > 1


def answers_apart(text: str, found: tuple[Line, ...]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """Each answer that stands on the line of its question, behind its question mark or a dash, as a line of its own.

    Only where several do: one sentence behind one question may be the requester's. With the places of those lines.
    """
    found, rows = _rows(found)
    places = {n: place for n, line in enumerate(found) if (place := _behind(line)) is not None}
    behind = [found[n].text[place[1] :] for n, place in places.items()]
    told = any(_plain_answer(rest) or voices.answers(rest) for rest in behind)
    told = told or all(turns.tells(rest) for rest in behind) or any(_in_cells(found[n], places[n]) for n in places)
    if len(places) < FEWEST_BEHIND or not told or any(turns.asks(rest) for rest in behind):
        places = {}
    places |= _behind_items(found, places) | rows
    if not places:
        return found, frozenset()
    apart: list[Line] = []
    answers: list[int] = []
    for n, line in enumerate(found):
        if n not in places:
            apart.append(line)
            continue
        first = Span(line.span.start, line.span.start + places[n][0])
        second = Span(line.span.start + places[n][1], line.span.end)
        apart.append(replace(line, span=first, text=text[slice(*first)]))
        answers.append(len(apart))
        apart.append(Line(second, text[slice(*second)], None, second.start, line.quoted, after_gap=False))
    return tuple(apart), frozenset(answers)


def _rows(found: tuple[Line, ...]) -> tuple[tuple[Line, ...], dict[int, tuple[int, int]]]:
    """The lines, those that are rows of one table of numbered questions with their answers as items with that number.

    Each row has three cells, the first a number one higher than that of the row above. With where in each its question
    ends and its answer begins.
    """
    rows = {n: row for n, line in enumerate(found) if (row := _ROW.fullmatch(line.text)) is not None}
    follow = {n for n, row in rows.items() if n - 1 in rows and int(row["n"]) == int(rows[n - 1]["n"]) + 1}
    follow |= {n - 1 for n in follow}
    if len(follow) < FEWEST_ITEMS:
        return found, {}
    items = tuple(_as_item(line, rows[n]) if n in follow else line for n, line in enumerate(found))
    starts = {n: rows[n].start("n") for n in follow}
    return items, {n: (rows[n].end("asked") - start, rows[n].start("told") - start) for n, start in starts.items()}


def _as_item(line: Line, row: re.Match[str]) -> Line:
    """A row as an item of a list, without the lines of the table about it."""
    start, end = row.start("n"), row.end("told")
    span = Span(line.span.start + start, line.span.start + end)
    marker = Marker("number", row["n"])
    return replace(line, span=span, text=line.text[start:end], marker=marker, body=line.span.start + row.start("asked"))


def _behind_items(found: tuple[Line, ...], already: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Where in the items of a list their answers stand, behind a question mark, a dash or a colon.

    Only of a list nearly all of whose items have one, and some one that only the authority gives. already: where those
    stand that are found.
    """
    apart: dict[int, tuple[int, int]] = {}
    for run in (run for run in _lists(found) if len(run) >= FEWEST_ITEMS):
        places = {n: place for n in run if (place := already.get(n) or _answer_of_item(found[n])) is not None}
        told = {n: place for n in run if n not in places and (place := _told_behind(found[n])) is not None}
        briefly = told or any(_only_authority(found[n].text[end:]) for n, (_, end) in places.items())
        enough = len(places) >= FEWEST_BEHIND and len(places | told) >= max(FEWEST_ITEMS, len(run) * MOST_OF_LIST)
        if briefly and enough:
            apart |= places | told
    return apart


def _lists(found: tuple[Line, ...]) -> list[list[int]]:
    """The places of the items of each list with labels, in their order: ``1``, ``1.1`` or ``a`` to the last."""
    runs: list[list[int]] = []
    last: tuple[str, list[int]] = ("", [])
    for n, line in enumerate(found):
        if line.quoted or line.marker is None or line.marker.kind not in {"number", "question", "letter", "roman"}:
            continue
        label = line.marker.label
        nth = [int(part) if part.isdigit() else ord(part) for part in _PART.findall(label)]
        nth = [_ROMAN.index(label)] if label in _ROMAN else nth
        if line.marker.kind != last[0] or nth <= last[1]:
            runs.append([])
        runs[-1].append(n)
        last = (line.marker.kind, nth)
    return runs


def _answer_of_item(line: Line) -> tuple[int, int] | None:
    """Where in an item its question ends and its answer begins."""
    start = line.body - line.span.start
    if len(line.text) > LONGEST_ITEM:
        return None
    for cut in itertools.islice(_SEPARATES.finditer(line.text, start), MOST_SEPARATORS):
        end = next(cut.start(end) for end in ("end", "end2", "end3", "end4") if cut[end] is not None)
        rest = line.text[cut.end() :]
        if _CALLED.fullmatch(line.text, start, end) is None and (_plain_answer(rest) or _only_authority(rest)):
            return end, cut.end()
    return None


def _told_behind(line: Line) -> tuple[int, int] | None:
    """Where the first sentence of an item ends behind which the authority answers."""
    if len(line.text) > LONGEST_ITEM:
        return None
    for stop in itertools.islice(_STOP.finditer(line.text, line.body - line.span.start), MOST_SEPARATORS):
        if voices.answers(line.text[stop.end() :]) and not turns.asks(line.text[stop.end() :]):
            return stop.start() + 1, stop.end()
    return None


def _only_authority(words: str) -> bool:
    """Whether words keep something back, or tell in a way in which only the authority does."""
    return turns.DECIDES_BRIEFLY.search(words) is not None or (voices.answers(words) and not turns.asks(words))


def told_under_bullets(found: tuple[Line, ...]) -> frozenset[int]:
    """The lines right below the bullets of a list, where each bullet has its answer below it: all give something."""
    bullets = [n for n, line in enumerate(found) if line.marker is not None and line.marker.kind == "bullet"]
    below = [n + 1 for n in bullets if n + 1 < len(found)]
    apart = all(later - earlier > 1 for earlier, later in itertools.pairwise(bullets))
    if len(below) < FEWEST_BEHIND or len(below) < len(bullets) or not apart:
        return frozenset()
    gives = (found[n].marker is None and not found[n].quoted and turns.gives(found[n].text) for n in below)
    asked = not any(turns.gives(found[n].words) for n in bullets)
    return frozenset(below) if asked and all(gives) else frozenset()


def _behind(line: Line) -> tuple[int, int] | None:
    """Where in a line its question ends, and the words behind it begin."""
    bare = BARE_NUMBER.match(line.text) if line.marker is None else None
    if line.quoted or (line.marker is None and bare is None):
        return None
    last = line.text.rfind("?")
    if last >= 0 and (cut := _BEHIND.match(line.text, last)):
        again = f"{line.marker.label}. " if line.marker is not None else ". "
        return cut.start() + 1, cut.end() + (len(again) if line.text.startswith(again, cut.end()) else 0)
    start = line.body - line.span.start
    figure = _FIGURE_BEHIND.match(line.text, start) or _WORD_BEHIND.search(line.text, start)
    return None if figure is None else (figure.start("end"), figure.end())


def _in_cells(line: Line, place: tuple[int, int]) -> bool:
    """Whether a question and its answer are cells of a table. place: where the one ends and the other begins."""
    return "|" in line.text[slice(*place)]


def _plain_answer(words: str) -> bool:
    """Whether words are an answer and nothing else: yes, no, a number, not held."""
    return _PLAIN_ANSWER.match(words) is not None


def _told_under(found: tuple[Line, ...], place: int) -> bool:
    """Whether a line under the letter a is no item of the question above it: it asks nothing, and that one is whole."""
    return not ends_asking(found[place].text) and place > 0 and found[place - 1].text.rstrip().endswith(("?", "."))


def numbers_alone(found: tuple[Line, ...]) -> dict[int, str]:
    """The labels of lines that are a number, with a letter or without, and nothing else, where those go on from 1.

    Words stand below each: the cells of a table have numbers below them.
    """
    runs: list[dict[int, str]] = []
    last = (0, "")
    for n, line in enumerate(found[:-1]):
        alone = _NUMBER_ALONE.fullmatch(line.text)
        if alone is None or _NUMBER_ALONE.fullmatch(found[n + 1].text) or not _WORDS.search(found[n + 1].text):
            continue
        number, letter = int(alone[1]), alone[2]
        first = number == 1 and letter in ("", "a")
        if first:
            runs.append({})
        elif not (runs and _follows(last, number, letter)):
            continue
        runs[-1][n] = f"{number}{letter}"
        last = (number, letter)
    return {n: label for run in runs if len(run) > 1 for n, label in run.items()}


def _follows(last: tuple[int, str], number: int, letter: str) -> bool:
    """Whether a label is the next after another: 2 or 2a after 1 and 1b, 1c after 1b."""
    if number == last[0] + 1:
        return letter in ("", "a")
    return number == last[0] and letter != "" and letter == (chr(ord(last[1]) + 1) if last[1] else "a")


def paired(found: tuple[Line, ...]) -> dict[int, Pair]:
    """The questions of a list whose items are each followed by an answer, by their lines.

    A heading stands between the two; or half of what stands below the items is plainly an answer, or every item asks
    and nothing below goes on to ask; and no other list of that kind is in the letter.
    """
    if (same := _under_one_number(found)) and (told := _told_below(found, same)):
        return {pair.line: pair for pair in told}
    runs: dict[str, list[list[Pair]]] = {}
    for n, line in enumerate(found):
        place = None if line.quoted else _place(line)
        if place is None:
            continue
        kind, nth, label, body = place
        of_kind = runs.setdefault(kind, [])
        if nth == 1:
            of_kind.append([])
        if of_kind and nth == len(of_kind[-1]) + 1:
            of_kind[-1].append(Pair(n, label, kind, body))
    pairs: dict[int, Pair] = {}
    for of_kind in runs.values():
        long = [run for run in of_kind if len(run) > 1]
        for run in long:
            told = _headed_below(found, run) or (_told_below(found, run) if len(long) == 1 else [])
            pairs |= {pair.line: pair for pair in told}
    return pairs


def _under_one_number(found: tuple[Line, ...]) -> list[Pair]:
    """The items of a list each of which a page printed with a 1, in their order; none where others have numbers."""
    items = [(n, line) for n, line in enumerate(found) if line.marker is not None and line.marker.kind == "number"]
    if len(items) <= FEWEST_TOLD or any(line.quoted or line.marker != Marker("number", "1") for _, line in items):
        return []
    return [Pair(n, str(nth), "number", line.body) for nth, (n, line) in enumerate(items, 1)]


def _place(line: Line) -> tuple[str, int, str, int] | None:
    """Of which kind of list a line is an item, which of it, its label and where its words begin."""
    marker = line.marker
    if marker is None:
        bare = BARE_NUMBER.match(line.text)
        return None if bare is None else ("bare", int(bare[1]), bare[1], line.span.start + bare.end())
    if marker.kind in {"number", "question"}:
        return (marker.kind, int(marker.label), marker.label, line.body) if marker.label.isdigit() else None
    if marker.kind == "roman" and marker.label in _ROMAN:
        return "roman", _ROMAN.index(marker.label) + 1, marker.label, line.body
    if marker.kind == "letter":
        kind = "capital" if marker.label.isupper() else "letter"
        return kind, ord(marker.label.lower()) - ord("a") + 1, marker.label, line.body
    return None


def _between(found: tuple[Line, ...], run: list[Pair]) -> list[tuple[Line, ...]]:
    """The lines below each item and above the next."""
    bounds = [*(pair.line for pair in run), len(found)]
    return [found[start + 1 : end] for start, end in itertools.pairwise(bounds)]


def _headed_below(found: tuple[Line, ...], run: list[Pair]) -> list[Pair]:
    """The items with the headings of their answers; none where an item has none."""
    headed: list[Pair] = []
    for pair, below in zip(run, _between(found, run), strict=True):
        heads = ((n, head) for n, line in enumerate(below, pair.line + 1) if (head := _EACH.match(line.text)))
        n, head = next(heads, (0, None))
        if head is None:
            return []
        headed.append(replace(pair, answer=n, words=found[n].span.start + head.end()))
    return headed


def _told_below(found: tuple[Line, ...], run: list[Pair]) -> list[Pair]:
    """The items with the first lines of their answers; none where it is no list of questions with answers."""
    if any(voices.answers(words) or not words.strip() for pair in run if (words := found[pair.line].words) is not None):
        return []
    below = _between(found, run)
    if not all(below[:-1]):
        return []
    first = [lines[0] for lines in below if lines]
    if any(line.quoted or ends_asking(line.text) or voices.REQUESTER.search(line.text) for line in first):
        return []
    if not (_each_asks(found, run, below) and any(_may_tell(line) for line in first)) and not _half_told(first):
        return []
    last = run[-1] if below[-1] else None
    return [_answered_at(found, pair) for pair in run[:-1]] + [run[-1] if last is None else _answered_at(found, last)]


def _half_told(first: list[Line]) -> bool:
    """Whether of the first lines below the items one is plainly an answer, and half are that or state something."""
    told = sum(1 for line in first if _tells(line))
    stated = sum(1 for line in first if not _tells(line) and states(line.words))
    return told > 0 and told + stated >= max(FEWEST_TOLD, len(first) / 2)


def _each_asks(found: tuple[Line, ...], run: list[Pair], below: list[tuple[Line, ...]]) -> bool:
    """Whether each item of a list is a question, and nothing below one goes on to ask."""
    asked = all(ends_asking(found[pair.line].text) for pair in run)
    return asked and not any(_goes_on(lines) for lines in below if lines)


def _may_tell(line: Line) -> bool:
    """Whether a line right below a question may be its answer."""
    return _tells(line) or states(line.words) or turns.tells(line.words)


def _goes_on(below: tuple[Line, ...]) -> bool:
    """Whether the first line below an item is of a list under it, or how somebody who asks goes on.

    One line alone under a dash, which states something, is none.
    """
    first = below[0]
    if first.marker is None:
        return turns.GOES_ON_TO_ASK.search(first.words) is not None
    listed = first.marker.kind != "bullet" or any(line.marker is not None for line in below[1:])
    return listed or not _may_tell(first)


def _tells(line: Line) -> bool:
    """Whether a line is plainly an answer."""
    return _plain_answer(line.words) or _FIGURE_OF_YEAR.match(line.words) is not None or voices.answers(line.words)


def _answered_at(found: tuple[Line, ...], pair: Pair) -> Pair:
    """An item whose answer begins on the next line."""
    return replace(pair, answer=pair.line + 1, words=found[pair.line + 1].span.start)
