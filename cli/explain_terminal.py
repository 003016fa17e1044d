"""A letter on a terminal: who speaks in a margin, the facts in place, and what each is below its line or beside it.

Nothing rests on colour: ``[3]`` is where fact 3 begins, ``[~3]`` where it is inferred, ``[/3]`` where a long one ends;
the letter stands behind a whole bar, the facts below its lines behind a broken one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from ..ingest.annotations import Annotation, Topic
from ..ingest.explain import VOICES, Explanation, LetterLine, Voice
from ..ingest.model import Warning
from .show import one_line, visible

COLOURS: dict[Topic, str] = {
    "letter": "blue", "request": "cyan", "answer": "green", "law": "magenta", "technology": "yellow",
    "reasoning": "red", "aside": "default",
}  # fmt: skip
VOICE_STYLES: dict[Voice, str] = {"heading": "bold", "furniture": "dim"}
MARGIN = max(map(len, VOICES))
BAR, BROKEN_BAR = " │ ", " ┆ "
INDENT = 4
WIDE = 140
"""Columns from which on the facts stand beside the letter."""
NARROWEST = 20


def letter_lines(name: str, explanation: Explanation, console: Console) -> Iterator[Text]:
    """The lines of a whole explanation, none of them wider than the console where it has 40 columns or more."""
    yield Text(name, style="bold")
    yield Text()
    yield from _letter(explanation, console)
    sections = (
        ("Inferred from no words of the letter", [_entry(explanation, fact) for fact in explanation.unplaced]),
        ("Warnings", [_warning(explanation, warning) for warning in explanation.letter.warnings]),
        ("Rules", _rules(explanation)),
        ("Legend", _legend(explanation)),
        ("Summary", [Text(f"{key}: ").append(one_line(value)) for key, value in explanation.summary()]),
    )
    for title, entries in sections:
        if entries:
            yield Text()
            yield Text(title, style="bold")
            for entry in entries:
                yield from _hanging(entry, console, console.width)
    yield Text()


def _letter(explanation: Explanation, console: Console) -> Iterator[Text]:
    room = max(console.width - MARGIN - len(BAR), NARROWEST)
    wide = console.width >= WIDE
    column = room * 11 // 20 if wide else room
    for turn in explanation.turns:
        label: str = turn.voice
        for line in turn.lines:
            words = _wrapped(_words(explanation, line, VOICE_STYLES.get(turn.voice, "")), console, column)
            entries = [
                row
                for fact in line.begins
                for row in _hanging(_entry(explanation, fact), console, room - column - len(BAR) if wide else room)
            ]
            for row in _beside(words, entries, column) if wide else words:
                yield Text.assemble((f"{label:>{MARGIN}}{BAR}", "dim"), row)
                label = ""
            for row in [] if wide else entries:
                yield Text.assemble((f"{'':{MARGIN}}{BROKEN_BAR}", "dim"), row)


def _beside(words: list[Text], entries: list[Text], column: int) -> Iterator[Text]:
    for left, right in zip_longest(words, entries, fillvalue=None):
        row = Text().append_text(left) if left is not None else Text()
        if right is not None:
            row.pad_right(column - row.cell_len)
            row.append(BROKEN_BAR, style="dim").append_text(right)
        yield row


def _words(explanation: Explanation, line: LetterLine, style: str) -> Text:
    """A line of the letter with its markers."""
    words = Text(style=style)
    for piece in line.pieces:
        for fact in piece.begins:
            words.append(marker(fact), style=f"not dim bold {COLOURS[fact.topic]}")
        words.append(visible(explanation.letter.words(piece.span)), style=_style(piece.fact))
        for fact in piece.ends:
            words.append(f"[/{fact.number}]", style=COLOURS[fact.topic])
    return words


def _style(fact: Annotation | None) -> str:
    """Words of a fact are in its colour and underlined, of an inferred one slanted too; passages only have markers."""
    if fact is None or fact.passage:
        return ""
    return f"{COLOURS[fact.topic]} underline{' italic' if fact.status == 'inferred' else ''}"


def marker(fact: Annotation) -> str:
    """What stands before the words of a fact."""
    return f"[~{fact.number}]" if fact.status == "inferred" else f"[{fact.number}]"


def _entry(explanation: Explanation, fact: Annotation) -> Text:
    """What a fact is, on one line: marker, kind, words, value, status, rule."""
    entry = Text(marker(fact), style="").append(f" {fact.kind}")
    entry.stylize(f"bold {COLOURS[fact.topic]}")
    value = one_line(fact.value)
    if fact.span is not None:
        words = visible(explanation.quote(fact.span))
        if "…" not in words and words != value:
            entry.append(f" “{words}”")
    entry.append(f": {value}")
    return entry.append(f" · {fact.status} · {fact.rule}", style="dim")


def _warning(explanation: Explanation, warning: Warning) -> Text:
    entry = Text(warning.code, style="bold red").append(f": {one_line(warning.message)}", style="not bold default")
    if warning.span is not None:
        start, end = warning.span
        words = visible(explanation.quote(warning.span))
        place = f" (line {explanation.line_of(start)}, characters {start} to {end}: “{words}”)"
        entry.append(place, style="not bold default dim")
    return entry


def _rules(explanation: Explanation) -> list[Text]:
    used = {fact.rule: fact.reason for fact in explanation.facts}
    return [Text(f"{rule}: ").append(used[rule], style="dim") for rule in sorted(used)]


def _legend(explanation: Explanation) -> list[Text]:
    """What the signs mean, of voices and topics those that occur."""
    spoken = {turn.voice for turn in explanation.turns}
    legend = [Text(f"{voice}: ").append(meaning, style="dim") for voice, meaning in VOICES.items() if voice in spoken]
    if not explanation.facts:
        return legend
    topics = {fact.topic for fact in explanation.facts}
    signs = Text("[3] a fact begins that the words state; [~3] one that is inferred; [/3] a long one ends")
    colours = Text("colours: ")
    for topic, colour in COLOURS.items():
        if topic in topics:
            colours.append(f"{topic} ", style=colour)
    return [*legend, signs, colours]


def _hanging(entry: Text, console: Console, width: int) -> Iterator[Text]:
    """An entry, its further lines indented."""
    for number, line in enumerate(_wrapped(entry, console, width - INDENT)):
        yield Text(" " * (INDENT if number else INDENT - 2)).append_text(line)


def _wrapped(text: Text, console: Console, width: int) -> list[Text]:
    lines = list(text.wrap(console, max(width, NARROWEST), overflow="fold"))
    for line in lines:
        line.rstrip()
    return lines or [Text()]
