"""Letters with their facts in place as one page: no scripts, no fonts, nothing fetched; it can be kept and printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..ingest.annotations import Annotation
from ..ingest.explain import VOICES, Explanation, LetterLine, Piece
from .show import visible

TEMPLATE = "explain.html"


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a line, and the marks to end and to begin before it."""

    closes: int
    opens: tuple[Annotation, ...]
    piece: Piece


def page(letters: Sequence[tuple[str, Explanation]]) -> str:
    """The page of some letters, each with its name."""
    environment = Environment(
        loader=PackageLoader("foigraph.cli"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["visible"] = visible
    return environment.get_template(TEMPLATE).render(letters=letters, voices=VOICES, steps=steps)


def steps(line: LetterLine) -> Iterator[Step]:
    """The pieces of a line with the marks about them, nested whatever way the facts overlap.

    The last step has the piece's marks open; whoever writes the line ends as many as the last piece has facts.
    """
    open_marks: tuple[Annotation, ...] = ()
    for piece in line.pieces:
        shared = 0
        while shared < min(len(open_marks), len(piece.facts)) and open_marks[shared] is piece.facts[shared]:
            shared += 1
        yield Step(len(open_marks) - shared, piece.facts[shared:], piece)
        open_marks = piece.facts
