"""What the authority answered: responses, and in each the positions on its questions, facet by facet."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import Axis, Citation, Phrase, Position, Response, Span
from ..parts import ResponsePart, Segments
from ..places import Places
from ..sentences import sentences
from .agreement import BEARS_NOTHING, agreed, without_echo
from .beside import Beside
from .composition import OF_GROUND, Cited, Composer, Group
from .idle import without_idle
from .naming import Naming
from .narrative import (
    Subject,
    awaited,
    elsewhere,
    gives_figure,
    narrative,
    own_lines,
    refers,
    subject_of,
    subject_of_questions,
    words_of_questions,
)
from .notes import without_cells, without_notes
from .outcomes import plain_outcome
from .position_rules import (
    AT_ANNEX,
    BEGINS_WITH_FIGURE,
    CITED,
    COUNTED,
    DECIDED,
    EXCEPTED,
    FACET,
    FEWEST_FIGURES,
    FIGURE_ALONE,
    FIRST_LOST,
    FOR_ANYTHING_ELSE,
    FOR_REASONS,
    GIVES_ALL,
    GIVES_BELOW,
    HELD,
    NARRATIVE,
    NOT_APPLICABLE,
    NUMBERED,
    OTHER_FACET,
    REFERRED,
    ROW,
    STRONG,
    UPHOLDS,
    WHOLE,
)
from .questions import identifier
from .signal_rules import NOT_HELD, WITHHELD
from .signals import Signal, says_nothing, signals
from .spreading import for_every_question

NONE_HELD_EIR = ("EIR2004", "12(4)(a)")
"""The exception of the EIR that says no more than that nothing is held."""
FEW_WORDS = 25
"""Characters of an answer within which it has not said anything yet."""
NOT_GIVEN = frozenset({"refused", "ncnd", "cost-limit", "vexatious"})
"""Outcomes that leave nothing for provisions on neither confirming nor denying to stand for."""
NEEDS_GROUND = frozenset({"withheld", "cost", "vexatious", "ncnd", "accessible", "future"})
"""Kinds of signals that rely on a provision where their sentence names one."""
MOST_LINKS = 10_000
"""Positions of one answer times provisions relied on in it: beyond what any letter has, none is tied to another."""


def responses(parts: Segments, cited: list[Citation], passages: tuple[Span, ...]) -> tuple[Response, ...]:
    """Each answer with its positions. passages: of reasoning, which take no position."""
    reader = _Reader(parts, cited, passages)
    return reader.read()


class _Reader:
    def __init__(self, parts: Segments, cited: list[Citation], passages: tuple[Span, ...]) -> None:
        self.parts, self.text = parts, parts.text
        self.own = own_lines(parts, passages)
        self.named = Places((c.span, c) for c in cited if c.span is not None)
        self.relied = Places((c.span, c) for c in cited if c.role == "relied-on" and c.span is not None)
        self.ids = {q.number: identifier(q) for q in parts.questions if q.number is not None}
        self.naming = Naming(self.text, self.ids)
        self.subject = subject_of(parts)
        self.words = words_of_questions(parts)
        self.heads = {heading.span for heading in parts.headings}
        self.taken: dict[str, int] = {}
        self.answered = self.refused_above = self.none_held_above = self.relied_here = False
        self.first: dict[str, Position] = {}
        self.last: Position | None = None
        self.now: list[Span] = []
        self.composer = Composer(parts, self.relied, self.ids)
        self.beside = Beside(self.text, self.subject, self.composer)

    def read(self) -> tuple[Response, ...]:
        parts = [part for part in self.parts.responses if part.kind != "advice"]
        found = self._read(parts)
        if not any(response.positions for response in found) and not self._cut_short(parts):
            found = self._read([replace(part, kind="answer") if part.kind == "lead" else part for part in parts])
        found = without_idle(self.parts, found, self.ids)
        leads = frozenset(f"response-{part.span.start}" for part in parts if part.kind == "lead")
        reasons = frozenset(f"response-{part.span.start}" for part in parts if part.kind == "reasons")
        return for_every_question(self.parts, agreed(found, leads, self.ids, reasons), self.ids)

    def _cut_short(self, parts: list[ResponsePart]) -> bool:
        """Whether the text ends within the first words of a numbered answer: what leads up to it decides nothing."""
        last = parts[-1].span if parts and parts[-1].answers else None
        if last is None or last.end - last.start > FEW_WORDS or self.text[last.end :].strip():
            return False
        words = self.text[slice(*last)]
        again = any(self.text.startswith(words, question.words) for question in self.parts.questions)
        if again and any(DECIDED.search(self.text, *part.span) for part in parts if part.kind == "lead"):
            return False
        return re.search(r"[A-Za-z,]$", words) is not None and NOT_APPLICABLE.search(words) is None

    def _read(self, parts: list[ResponsePart]) -> list[Response]:
        found: list[Response] = []
        for part, below in itertools.zip_longest(parts, parts[1:]):
            positions = tuple(self._unique(itertools.chain(self._positions(part), self._first_lost(part, below))))
            for position in positions:
                self.last = position
                for number in position.questions:
                    self.first.setdefault(number, position)
            self.answered = self.answered or (bool(positions) and part.kind != "lead")
            by = NUMBERED if part.answers else WHOLE
            found.append(Response(
                id=f"response-{part.span.start}", answers=part.answers, whole_request=not part.answers,
                heading=part.heading, positions=positions, rule=by.id, span=part.span,
            ))  # fmt: skip
        return found

    def _first_lost(self, part: ResponsePart, below: ResponsePart | None) -> Iterator[Position]:
        """The answer to the first question that a table gives without its number, right above that to the second."""
        asked = tuple(self.ids)
        if len(asked) < 2 or part.kind != "lead" or below is None or below.answers != asked[1:2]:
            return
        first = asked[0]
        rows = list(itertools.takewhile(self._is_row, reversed(self.now)))
        elsewhere = first in self.first or any(first in one.answers for one in self.parts.responses)
        if len(rows) >= FEWEST_FIGURES and not elsewhere:
            told = self.beside.told(replace(part, answers=(first,)), rows[-1])
            if told.disclosure is not None:
                told = replace(told, disclosure=replace(told.disclosure, rule=FIRST_LOST.id, status="inferred"))
            yield replace(told, rule=FIRST_LOST.id, status="inferred", span=rows[-1])

    def _is_row(self, span: Span) -> bool:
        return ROW.fullmatch(self.text[slice(*span)]) is not None

    def _unique(self, found: Iterable[Position]) -> Iterator[Position]:
        for position in found:
            name = position.id
            if name in self.taken:
                name = f"{position.id}-{position.outcome}"
            times = self.taken[name] = self.taken.get(name, 0) + 1
            if times > 1:
                name += "-again" + (f"-{times - 1}" if times > 2 else "")
            yield replace(position, id=name)

    def _positions(self, part: ResponsePart) -> Iterator[Position]:
        own = [Span(max(line.start, part.span.start), line.end) for line in self.own.beginning_in(part.span)]
        if own and NOT_APPLICABLE.search(self.text[slice(*own[0])]) and not NOT_HELD.search(self.text[slice(*own[0])]):
            if part.answers and len(own) == 1 and not self.none_held_above:
                yield self.beside.told(part, own[0])
            return
        self.now = own
        self.naming.begin(own, part.answers, self.first.keys())
        found = [one for one in signals(self.text, own) if not self._relies_on_none(one)]
        found = without_notes(self.text, part, own, found, self.relied, self._subject(part))
        found = without_cells(self.text, own, found)
        cited = Cited(self.relied.beginning_in(part.span))
        self.relied_here = bool(cited.others)
        if part.kind == "lead":
            self.none_held_above = any(signal.kind == "not-held" for signal in found)
            self.refused_above = self._refuses_above(own)
        elif self.refused_above:
            self.refused_above = not self._gives_below(own)
        groups = [group for group in self._groups(part, found) if self._counts(part, group)]
        made = [position for group in groups for position in self.composer.positions(part, group, cited, own)]
        made = self.beside.in_part(part, own, without_echo(made))
        made += self.beside.given(part, own, made)
        made += self.beside.rows(part, own, made) or self.beside.figure(part, own, made)
        made = self.beside.begun(part, own, made, cited)
        if not part.answers:
            # Before the whole is told in words: these sentences are of single questions.
            made += self._told_apart(part, made)
        if not made and part.kind in {"answer", "reasons"} and not (part.kind == "reasons" and self.answered):
            made = self.beside.begun(part, own, list(self._unsaid(part, own, cited)), cited)
            if part.answers and made and all(not set(p.questions) & set(part.answers) for p in made):
                made += self._told_above(part, own, made)
        elif (
            part.kind == "answer"
            and part.answers
            and all(p.questions and not set(p.questions) & set(part.answers) for p in made)
        ):
            made += self._told_above(part, own, made)
        elif part.kind == "answer" and (not part.answers or (cited.grounds and cited.grounds <= OF_GROUND)):
            made += self._borne_beside(part, own, made, cited)
        if part.answers:
            # After: a question that the part itself answers is not told again.
            made += self._told_apart(part, made)
            made = self.beside.without_removed(part, own, made, cited)
        elif len(self.parts.questions) < 2:
            made = self.beside.of_one(made)
        yield from self._with_citations(made, cited)

    def _groups(self, part: ResponsePart, found: list[Signal]) -> list[Group]:
        groups: dict[tuple[str | None, tuple[str, ...]], tuple[Phrase | None, list[Signal]]] = {}
        for signal in (self._excepting(signal) for signal in found):
            facet = self._facet(signal)
            _, of_group = groups.setdefault(
                (facet.id if facet else None, self.naming.asked(part, signal, self.first)), (facet, [])
            )
            of_group.append(signal)
        return [Group(facet, asked, tuple(of_group)) for (_, asked), (facet, of_group) in groups.items()]

    def _excepting(self, signal: Signal) -> Signal:
        """What a sentence says of the questions that it does not except: all is given but for those, so they are."""
        excepts = signal.kind == "part" and EXCEPTED.search(self.text, *signal.sentence) is not None
        gives = excepts and GIVES_ALL.search(self.text[slice(*signal.sentence)]) is not None
        return replace(signal, kind="disclosed") if gives else signal

    def _facet(self, signal: Signal) -> Phrase | None:
        start, end = signal.sentence
        found = FACET.search(self.text, start, end)
        if found is not None:
            return Phrase(id=found["words"].lower(), rule=FACET.id, span=signal.sentence)
        if signal.kind == "ncnd" and OTHER_FACET.search(self.text, start, end):
            return Phrase(id="other", rule=OTHER_FACET.id, span=signal.sentence)
        return None

    def _counts(self, part: ResponsePart, group: Group) -> bool:
        if part.kind == "answer" or group.questions:
            return True
        kinds = {signal.kind for signal in group.signals}
        if part.kind == "lead":
            both = {"disclosed", "withheld"} <= kinds
            borne = bool(kinds & {"withheld", "accessible", "future"}) and self.relied_here
            return bool(kinds & STRONG) or both or borne or "part" in kinds or group.facet is not None
        return "ncnd" in kinds or not self.answered

    # where no sentence says it

    def _unsaid(self, part: ResponsePart, own: list[Span], cited: Cited) -> Iterator[Position]:
        bare = Position(
            id=f"position-{part.span.start}", questions=part.answers,
            question_ids=self.composer.question_ids(part.answers),
            outcome="not-visible", rule=NARRATIVE.id, span=part.span,
        )  # fmt: skip
        if cited.all:
            if not self._is_card(part):
                yield from self._borne(part, own, cited, part.span)
            return
        if (referred := elsewhere(self.text, own, self.first, self.last)) is not None:
            yield replace(
                referred, id=bare.id, questions=bare.questions, question_ids=bare.question_ids, span=bare.span,
                rule=REFERRED.id, citations=(), scope=None, reason=None, facet=None,
            )  # fmt: skip
            return
        if (
            awaited(self.text, own)
            or refers(self.text, own)
            or not (part.answers or part.heading or self._says_held_or_counts(own))
        ):
            return
        if part.answers and own and AT_ANNEX.search(self.text[slice(*own[0])]):
            yield self.beside.told(part, own[0])
            return
        own = self._without_upheld(own)
        rest = next((n for n, span in enumerate(own) if FOR_ANYTHING_ELSE.search(self.text[slice(*span)])), 0)
        below = bool(part.answers) or self._below_question(part) or rest > 0
        subject = self._subject(part)
        if own and not part.heading and len(part.answers) == 1 and self._asks_back([own[-1]]):
            return
        if sentence := narrative(self.text, own[:rest] or own, below, subject):
            if self.refused_above and not BEGINS_WITH_FIGURE.match(self.text, *sentence):
                return
            directed = self.naming.directions.get(sentence, ())
            of_some = bool(directed) and set(directed) < set(part.answers)
            yield self.beside.told(replace(part, answers=directed) if of_some else part, sentence)

    def _relies_on_none(self, signal: Signal) -> bool:
        """Whether a sentence keeps back something by provisions that it says it does not rely on, and by no other."""
        named = self.named.beginning_in(signal.sentence) if signal.kind in NEEDS_GROUND else ()
        return bool(named) and all(citation.role == "negated" for citation in named)

    def _subject(self, part: ResponsePart) -> Subject:
        """What the questions of an answer speak of; the whole request, where it has none."""
        return subject_of_questions(self.words, part.answers) if part.answers else self.subject

    def _without_upheld(self, own: list[Span]) -> list[Span]:
        """The lines of an answer; where a review upholds an earlier decision, only its sentences with figures.

        What was decided then is told elsewhere, and no words of the review say it.
        """
        said = [one for span in own for one in sentences(self.text, span)] if self.parts.review else []
        upheld = [one for one in said if UPHOLDS.search(self.text[slice(*one)])]
        return [one for one in said if one not in upheld and gives_figure(self.text[slice(*one)])] if upheld else own

    def _says_held_or_counts(self, own: list[Span]) -> bool:
        """Whether an answer that nothing heads says that the information is held, counts, or has a table of figures."""
        said = [sentence for span in own for sentence in sentences(self.text, span)]
        if any(HELD.search(self.text, *one) and not says_nothing(self.text[slice(*one)]) for one in said):
            return True
        rows = sum(1 for span in own if FIGURE_ALONE.fullmatch(self.text[slice(*span)]))
        return rows >= FEWEST_FIGURES or any(COUNTED.search(self.text[slice(*one)]) for one in said)

    def _below_question(self, part: ResponsePart) -> bool:
        """Whether an answer stands right below its question, which has no number."""
        return part.heading is not None and part.heading not in self.heads

    def _told_above(self, part: ResponsePart, own: list[Span], made: list[Position]) -> list[Position]:
        """The answer of a numbered part below which sentences speak of other questions alone."""
        said: list[Axis | Position] = [p.holding or p.disclosure or p.ground or p for p in made]
        first = min((place.span.start for place in said if place.span), default=part.span.end)
        above = [sentence for span in own for sentence in sentences(self.text, span) if sentence.end <= first]
        sentence = narrative(self.text, above, True, self.subject)
        return [] if sentence is None or self._asks_back(above) else [self.beside.told(part, sentence)]

    def _asks_back(self, said: list[Span]) -> bool:
        """Whether one of some sentences asks what the requester meant."""
        return any(self.text[sentence.end - 1] == "?" for sentence in said)

    def _told_apart(self, part: ResponsePart, made: list[Position]) -> list[Position]:
        """The answers in words that sentences of one paragraph give to questions that they name one after another."""
        if part.kind != "answer" or any(not p.questions and p.outcome in NOT_GIVEN for p in made):
            return []
        answered = {number for position in made for number in position.questions} | self.first.keys()
        by_question: dict[tuple[str, ...], list[Span]] = {}
        for place, directed in self.naming.directions.items():
            named = directed or self.naming.in_words(place)
            if named and set(named) <= self.ids.keys() and named != part.answers and not answered & set(named):
                by_question.setdefault(named, []).append(place)
        told: list[Position] = []
        for named, said in by_question.items():
            sentence = narrative(self.text, said[:1], True, subject_of_questions(self.words, named))
            if sentence is not None and not self._asks_back(said):
                of_question = replace(part, answers=named, span=said[0])
                told.append(replace(self.beside.told(of_question, sentence), span=sentence))
        return told

    def _is_card(self, part: ResponsePart) -> bool:
        """Whether provisions stand above the answer, in a part that no heading opens: there it is told what for."""
        later = self.parts.responses[-1].span.start > part.span.start
        return later and part.heading is None and not part.answers

    def _borne(self, part: ResponsePart, own: list[Span], cited: Cited, span: Span | None) -> Iterator[Position]:
        """The position that the provisions relied on in an answer stand for, where no sentence says it."""
        if not cited.all or span is None:
            return
        first = cited.all[0].span or span
        citing = self._citing(own, first)
        asked = citing if citing and not set(citing) & set(part.answers) else part.answers or citing
        ground = next(iter(cited.grounds)) if len(cited.grounds) == 1 else "exempt"
        value = "not-confirmed" if cited.ncnd else ground
        axis = Axis(value=value, rule=CITED.id, span=first, status="inferred")
        holding, given_ground = (axis, None) if cited.ncnd else (None, axis)
        yield Position(
            id=f"position-{span.start}", questions=asked, question_ids=self.composer.question_ids(asked),
            outcome=plain_outcome(value if cited.ncnd else None, None, None if cited.ncnd else ground, None),
            holding=holding, ground=given_ground, rule=CITED.id, span=span, status="inferred",
        )  # fmt: skip

    def _borne_beside(
        self, part: ResponsePart, own: list[Span], made: list[Position], cited: Cited
    ) -> Iterator[Position]:
        """What provisions stand for that are relied on in an answer none of whose positions can rest on them."""
        left = [c for c in cited.all if (c.regime, c.section) != NONE_HELD_EIR]
        left = [c for c in left if not c.ncnd] if any(p.outcome == "ncnd" for p in made) else left
        unconfirmed = all(c.ncnd for c in left) and not any(p.outcome in NOT_GIVEN for p in made)
        if left and (unconfirmed or all(p.outcome in BEARS_NOTHING or p.outcome == "ncnd" for p in made)):
            yield from self._borne(part, own, Cited(left), left[0].span)

    def _refuses_above(self, own: list[Span]) -> bool:
        """Whether what leads up to numbered paragraphs refuses by what they say, and gives nothing by them."""
        said = [sentence for span in own for sentence in sentences(self.text, span)]
        last = next((place for place in reversed(range(len(said))) if self._gives_reasons(said[place])), None)
        return last is not None and not self._gives_below(said[last + 1 :])

    def _gives_below(self, said: list[Span]) -> bool:
        """Whether words say that something is given by the numbered paragraphs below."""
        return any(GIVES_BELOW.search(self.text[slice(*one)]) for one in said)

    def _gives_reasons(self, sentence: Span) -> bool:
        """Whether a sentence refuses, and says that its reasons follow."""
        return all(one.search(self.text, *sentence) for one in (FOR_REASONS, WITHHELD))

    def _citing(self, own: list[Span], cited: Span) -> tuple[str, ...]:
        """The questions that the sentence of a provision names."""
        for span in own:
            if span.start <= cited.start < span.end:
                around = (s for s in sentences(self.text, span) if s.start <= cited.start < s.end)
                return next((self.naming.named(sentence, self.first) for sentence in around), ())
        return ()

    def _with_citations(self, made: list[Position], cited: Cited) -> Iterator[Position]:
        if len(made) * len(cited.all) > MOST_LINKS:
            yield from made
            return
        for position in made:
            if position.outcome == "ncnd":
                yield replace(position, citations=cited.ncnd or (cited.others if len(made) == 1 else ()))
            elif position.outcome not in BEARS_NOTHING:
                yield replace(position, citations=cited.others)
            else:
                yield position
