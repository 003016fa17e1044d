"""What is given beside what is kept back, within one answer: above it, in figures, in the rows of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Axis, Position, Span
from ..parts import ResponsePart
from ..sentences import sentences
from .composition import Cited, Composer
from .narrative import DATE_ALONE, REFERS, Subject, gives_figure, narrative
from .outcomes import plain_outcome
from .position_rules import (
    ALL_ASKED,
    CITED,
    CONFINED,
    COST_OF_DETAIL,
    FEWEST_FIGURES,
    FIGURE_ALONE,
    FIGURE_FIRST,
    FIGURES,
    FOR_THE_REST,
    GIVEN_AND_REFUSED,
    GIVES_FIRST,
    NARRATIVE,
    OF_ANOTHER_PART,
    OF_ONE_THING,
    REMAINDER,
    REMOVED,
    ROW_NOT_HELD,
    SAYS_FIGURE,
    YEAR_ALONE,
)
from .signal_rules import OF_OTHERS


def _of_part(refused: Position, axis: Axis) -> Position:
    """A refusal that turns out to be of a part."""
    outcome = plain_outcome(None, axis.value, None, None)
    return replace(refused, disclosure=axis, ground=None, outcome=outcome)


@dataclass(frozen=True, slots=True)
class Beside:
    """Adds what is given to the positions made of an answer. own: in each function, the lines of that answer."""

    text: str
    subject: Subject
    composer: Composer

    def told(self, part: ResponsePart, words: Span) -> Position:
        """The position of an answer in words or figures."""
        axis = Axis(value="answered-by-narrative", rule=NARRATIVE.id, span=words)
        return Position(
            id=f"position-{part.span.start}", questions=part.answers,
            question_ids=self.composer.question_ids(part.answers),
            outcome=plain_outcome(None, axis.value, None, None), disclosure=axis, rule=NARRATIVE.id, span=part.span,
        )  # fmt: skip

    def in_part(self, part: ResponsePart, own: list[Span], made: list[Position]) -> list[Position]:
        """Positions where a refusal of one thing, beside figures of others in the same answer, is one of a part."""
        refused = [position for position in made if position.outcome == "refused"]
        apart = bool(refused) and any(p.questions != refused[0].questions for p in made)
        apart = apart or (bool(refused) and not part.answers and bool(refused[0].questions))
        if len(refused) != 1 or apart or (axis := refused[0].disclosure) is None or axis.span is None:
            return made
        said = [sentence for span in own for sentence in sentences(self.text, span)]
        refusal = next((one for one in said if one.start <= axis.span.start < one.end), None)
        words = "" if refusal is None else self.text[slice(*refusal)]
        if (
            not CONFINED.search(words)
            or ALL_ASKED.search(words)
            or (not refused[0].questions and OF_ANOTHER_PART.search(words))
        ):
            return made
        others = [self.text[slice(*one)] for one in said if one != refusal]
        first = said[0] if refusal is not None and said[0].end <= refusal.start else None
        above = (
            bool(refused[0].questions)
            and first is not None
            and not self.composer.parts.review
            and all(p.outcome != "not-held" for p in made)
        )
        words_first = "" if first is None else self.text[slice(*first)]
        begins = above and GIVES_FIRST.search(words_first) is not None and OF_OTHERS.search(words_first) is None
        if not begins and not any(gives_figure(words) or REMAINDER.search(words) for words in others):
            return made
        confined = _of_part(refused[0], replace(axis, value="disclosed-part", rule=CONFINED.id))
        return [confined if position is refused[0] else position for position in made]

    def without_removed(
        self, part: ResponsePart, own: list[Span], made: list[Position], cited: Cited
    ) -> list[Position]:
        """What is given in the answer to a question, of which a sentence that relies on a provision takes some out."""
        if not part.answers or len(made) != 1 or made[0].outcome != "disclosed" or not cited.others:
            return made
        said = [sentence for span in own for sentence in sentences(self.text, span)]
        relied = [one for one in said if self.composer.relied.beginning_in(one)]
        removed = next((found for one in relied if (found := REMOVED.search(self.text, *one))), None)
        if removed is None or made[0].questions != part.answers:
            return made
        axis = Axis(value="disclosed-part", rule=REMOVED.id, span=Span(*removed.span()))
        return [_of_part(made[0], axis)]

    def of_one(self, made: list[Position]) -> list[Position]:
        """What is given and what is refused in the one answer to a request that is not parted: one of a part."""
        whole = all(not position.questions and position.facet is None and position.scope is None for position in made)
        refused = [position for position in made if position.outcome == "refused"]
        if not whole or {position.outcome for position in made} != {"disclosed", "refused"}:
            return made
        if any(OF_ANOTHER_PART.search(self.text[slice(*position.span)]) for position in refused if position.span):
            return made
        first = refused[0].disclosure or refused[0].ground or refused[0]
        axis = Axis(value="disclosed-part", rule=GIVEN_AND_REFUSED.id, span=first.span)
        return [_of_part(refused[0], axis)]

    def given(self, part: ResponsePart, own: list[Span], made: list[Position]) -> list[Position]:
        """An answer in words or figures above one that keeps back, or will not confirm, only what else there is."""
        rest = [p for p in made if p.outcome in ("ncnd", "refused") or self._of_one_detail(p, own)]
        said = made if any(p.outcome == "ncnd" for p in rest) else [p for p in made if p.outcome != "not-held"]
        if part.kind != "answer" or len(rest) != len(said) or not rest or rest[0].span is None:
            return []
        first = min((p.holding or p.disclosure or p.ground or p).span.start for p in rest)  # type: ignore[union-attr]
        above = [sentence for span in own for sentence in sentences(self.text, span) if sentence.end <= first]
        above = [one for one in above if not DATE_ALONE.fullmatch(self.text[slice(*one)])]
        above = [one for one in above if REFERS.match(self.text, *one) is None]
        above = [one for one in above if COST_OF_DETAIL.search(self.text[slice(*one)]) is None]
        confined = any(p.scope is not None or p.facet is not None or p.outcome == "cost-limit" for p in rest) or any(
            FOR_THE_REST.search(self.text[slice(*span)]) for span in (*above, *(p.span for p in rest if p.span))
        )
        below = own if any(p.outcome == "cost-limit" for p in rest) else []
        rows = [span for span in (*above, *below) if FIGURES.match(self.text[span.start : span.end])]
        if not (confined or len(rows) >= FEWEST_FIGURES):
            return []
        sentence = narrative(self.text, above, True, self.subject)
        if sentence is None and below and len(rows) >= FEWEST_FIGURES:
            sentence = rows[0]
        if sentence is None or any(p.disclosure and p.disclosure.span and p.disclosure.span == sentence for p in made):
            return []
        return [replace(self.told(part, sentence), id=f"position-{sentence.start}", span=sentence)]

    def _of_one_detail(self, position: Position, own: list[Span]) -> bool:
        """Whether a refusal for cost stands in an answer that says of which one thing it is."""
        if position.outcome != "cost-limit":
            return False
        return any(
            COST_OF_DETAIL.search(self.text[slice(*sentence)])
            for span in own
            for sentence in sentences(self.text, span)
        )

    def figure(self, part: ResponsePart, own: list[Span], made: list[Position]) -> list[Position]:
        """A figure that is given, beside a sentence that says of another thing that nothing is held."""
        if {p.outcome for p in made} != {"not-held"} or len(made) > 1 or (axis := made[0].holding) is None:
            return []
        said = [sentence for span in own for sentence in sentences(self.text, span)]
        none = next((one for one in said if axis.span and one.start <= axis.span.start < one.end), None)
        first = bool(part.answers) and none is not None and said[0] != none and gives_figure(self.text[slice(*said[0])])
        if none is None or not (first or OF_ONE_THING.search(self.text[slice(*none)])):
            return []
        given = next((one for one in said if one != none and gives_figure(self.text[slice(*one)])), None)
        if given is None and part.answers and said[0] != none and GIVES_FIRST.search(self.text[slice(*said[0])]):
            given = said[0]
        return [] if given is None else [replace(self.told(part, given), span=given, id=f"position-{given.start}")]

    def begun(self, part: ResponsePart, own: list[Span], made: list[Position], cited: Cited) -> list[Position]:
        """Positions of a numbered answer whose first sentence gives a figure: a link offered below it is for more, and
        provisions that no sentence refuses by are of what is left out.
        """
        if part.kind != "answer" or len(made) != 1 or not own:
            return made
        [only] = made
        if not part.answers:
            return self._above_cited(part, own, only)
        by_cited = only.outcome == "refused" and only.rule == CITED.id
        if by_cited and (cell := self._figure_cell(own)) is not None:
            return [_of_part(only, Axis(value="disclosed-part", rule=FIGURE_FIRST.id, span=cell))]
        first = next(iter(sentences(self.text, own[0])), own[0])
        axis = only.ground or only.disclosure
        later = axis is None or axis.span is None or axis.span.start >= first.end
        told_first = later and (by_cited or only.outcome == "already-accessible")
        if not told_first or not gives_figure(self.text[slice(*first)]):
            return made
        if by_cited:
            return [_of_part(only, Axis(value="disclosed-part", rule=FIGURE_FIRST.id, span=first))]
        told = replace(self.told(part, first), span=first)
        return [told, only] if "already-accessible" in cited.grounds else [told]

    def _figure_cell(self, own: list[Span]) -> Span | None:
        """The first cell of a table, of those that stand one on a line, that holds a figure and no year."""
        cells = ((span, self.text[slice(*span)]) for span in own if self.text[span.end - 1] == "|")
        return next(
            (span for span, cell in cells if FIGURE_ALONE.fullmatch(cell) and not YEAR_ALONE.fullmatch(cell)), None
        )

    def _above_cited(self, part: ResponsePart, own: list[Span], only: Position) -> list[Position]:
        """A figure that an answer to the whole request gives above provisions by which no sentence refuses."""
        cited = only.ground.span if only.ground is not None else None
        if only.rule != CITED.id or only.outcome != "refused" or cited is None:
            return [only]
        said = [sentence for span in own for sentence in sentences(self.text, span) if sentence.end <= cited.start]
        words = ((one, self.text[slice(*one)]) for one in said)
        given = next((one for one, says in words if gives_figure(says) and SAYS_FIGURE.search(says)), None)
        return [only] if given is None else [replace(self.told(part, given), span=given), only]

    def rows(self, part: ResponsePart, own: list[Span], made: list[Position]) -> list[Position]:
        """The rows of a table that give figures, beside one that says that nothing is held."""
        rows = [self.text[slice(*span)] for span in own]
        figures = [
            span for span, row in zip(own, rows, strict=True) if FIGURES.match(row) and not ROW_NOT_HELD.search(row)
        ]
        if len(figures) < FEWEST_FIGURES or {p.outcome for p in made} != {"not-held"}:
            return []
        return [self.told(part, figures[0])] if any(ROW_NOT_HELD.search(row) for row in rows) else []
