"""Signals of nothing that was asked, left out: notes on what an answer gives, cells of a table."""

from __future__ import annotations

from ..model import Citation, Span
from ..parts import ResponsePart
from ..places import Places
from ..sentences import sentences
from .narrative import FEWEST_SHARED, Subject, shares
from .position_rules import CAVEAT, FEWEST_FIGURES, FIGURE_ALONE, FIGURE_ANSWERS, GIVES_FIRST, NOTE
from .signals import Signal

NOTED = frozenset({"not-held", "future", "cost"})
"""What a note on what is given may say without keeping anything back."""


def without_notes(
    text: str, part: ResponsePart, own: list[Span], found: list[Signal], relied: Places[Citation],
    subject: Subject,
) -> list[Signal]:  # fmt: skip
    """Signals without notes on what the answer gives: what it covers, what others have, how far to trust it.

    own: the lines of the answer; relied: the places of what is relied on; subject: what was asked, of which a note
    may yet keep something back.
    """
    first = next((sentence for span in own for sentence in sentences(text, span)), None)
    begins = bool(part.answers) and first is not None and GIVES_FIRST.search(text[slice(*first)]) is not None
    if begins or any(signal.kind == "disclosed" for signal in found):
        found = [one for one in found if one.kind not in NOTED or not _stands_in_note(text, one, own, subject)]
    if first is None or FIGURE_ANSWERS.search(text[slice(*first)]) is None:
        return found
    return [one for one in found if one.sentence == first or not _is_caveat(text, one, relied)]


def _stands_in_note(text: str, signal: Signal, own: list[Span], subject: Subject) -> bool:
    """Whether a sentence is a note, or stands in a paragraph that begins as one, and is not of what was asked."""
    if shares(text[slice(*signal.sentence)], subject) >= FEWEST_SHARED:
        return False
    around = (span for span in (*own, signal.sentence) if span.start <= signal.sentence.start < span.end)
    return any(NOTE.search(text[slice(*span)]) for span in around)


def _is_caveat(text: str, signal: Signal, relied: Places[Citation]) -> bool:
    """Whether a sentence that relies on nothing is a note on the figure above it."""
    noted = signal.kind in NOTED and not relied.beginning_in(signal.sentence)
    return noted and CAVEAT.search(text[slice(*signal.sentence)]) is not None


def without_cells(text: str, own: list[Span], found: list[Signal]) -> list[Signal]:
    """Signals without the cells of a table that has figures, or that stands beside a sentence."""
    outside = [signal for signal in found if not _in_cell(text, signal)]
    figures = sum(1 for span in own if FIGURE_ALONE.fullmatch(text[slice(*span)]))
    return outside if outside or figures >= FEWEST_FIGURES else found


def _in_cell(text: str, signal: Signal) -> bool:
    """Whether words that nothing is held are those of one cell of a table whose cells stand one on a line."""
    if signal.kind != "not-held":
        return False
    above = text[: signal.sentence.start].rstrip()
    return above.endswith("|") and text[above.rfind("\n") + 1 :].strip() != "|"
