"""What the sentences about one thing come to: the positions that a group of signals is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import Axis, Citation, Phrase, Position, Span
from ..parts import ResponsePart, Segments
from ..places import Places
from ..sentences import sentences
from .citation_rules import CONFIRMING
from .narrative import ground_of
from .outcomes import plain_outcome
from .position_rules import (
    ADDED,
    ALL_BUT,
    ALL_BUT_EXEMPT,
    APPLIED_TO_PART,
    CITED,
    COLLATED,
    CONFIRMING_COSTS,
    ELSE_COSTS,
    ENCLOSED,
    FACET_LEAD,
    GIVEN_ALL_THE_SAME,
    GIVEN_FIRST,
    GOODWILL,
    HELD,
    KEPT_ALONE,
    NONE_HELD,
    NOTICE,
    NOTICE_OF_COST,
    OF_COST_NOTICE,
    OUTLINED,
    REASON,
    REST_ATTACHED,
    SAID,
    SAYS_HELD,
    SCOPE,
)
from .signal_rules import NCND
from .signals import Signal, says_nothing

OF_GROUND = frozenset({"already-accessible", "future-publication", "cost-limit", "vexatious"})
"""Grounds that are outcomes of their own, where they are applied to a part of what was asked too."""
KEPT = frozenset({"withheld", "accessible", "future", "vexatious"})
"""What sentences say by which something is not given."""
ELSEWHERE = frozenset({"already-accessible", "future-publication"})
"""Grounds by which what is not given is not kept back: the public has it, or will."""


@dataclass(frozen=True, slots=True)
class Group:
    """Signals that belong to one facet and the same questions."""

    facet: Phrase | None
    questions: tuple[str, ...]
    signals: tuple[Signal, ...]


class Cited:
    """What is relied on in one answer, sorted once."""

    def __init__(self, found: list[Citation]) -> None:
        self.all = found
        self.ncnd = tuple(c.id for c in found if c.ncnd)
        self.others = tuple(c.id for c in found if not c.ncnd)
        self.grounds = {ground_of(c) for c in found if not c.ncnd}
        self.cost = next((c for c in found if c.section.startswith("12") and c.regime.startswith("FOI")), None)


class Composer:
    """Makes the positions of the groups of one letter."""

    def __init__(self, parts: Segments, relied: Places[Citation], ids: dict[str, str]) -> None:
        self.parts, self.text, self.relied, self.ids = parts, parts.text, relied, ids
        self.now: list[Span] = []

    @cached_property
    def own_words(self) -> str:
        """What the body says, all of it."""
        return " ".join(line.text for line in self.parts.spoken("response", "statute", "heading"))

    @cached_property
    def says_ncnd(self) -> bool:
        """Whether the body anywhere neither confirms nor denies, or argues what doing so would tell."""
        own = self.parts.spoken("response", "statute", "heading")
        return any(NCND.search(line.text) or CONFIRMING.search(line.text) for line in own)

    @cached_property
    def notice_of_cost(self) -> bool:
        """Whether the notice of the refusal is one that goes with cost, and how the data are kept is the reason."""
        return all(one.search(self.own_words) for one in (OF_COST_NOTICE, COLLATED))

    def positions(self, part: ResponsePart, group: Group, cited: Cited, own: list[Span]) -> Iterator[Position]:
        """What the sentences of a group come to. own: the lines of the answer that they stand in."""
        self.now = own
        by_kind: dict[str, Signal] = {}
        for signal in group.signals:
            by_kind.setdefault(signal.kind, signal)
        ncnd = by_kind.pop("ncnd", None)
        if ncnd is not None and not cited.ncnd and (cited.cost is not None or self._costs_to_confirm(own, cited)):
            by_kind.setdefault("cost", ncnd)
        elif ncnd is not None:
            yield self._ncnd(part, group, ncnd)
            yield from self._held_beside(part, group, ncnd)
        cost = by_kind.pop("cost", None)
        if cost is not None:
            none_held = next((s for s in group.signals if s.kind == "not-held" and self._none_held(s)), None)
            if none_held is not None:
                yield self._made(
                    part, group, none_held, holding=Axis(value="not-held", rule=none_held.rule, span=none_held.span)
                )
            ground = "cost-limit-confirm-or-deny" if cited.cost and cited.cost.section == "12(2)" else "cost-limit"
            yield self._made(part, group, cost, ground=Axis(value=ground, rule=cost.rule, span=cost.span))
            given = by_kind.get("disclosed")
            if given is not None and (
                GOODWILL.search(self.text, *given.sentence)
                or (given.sentence.start > cost.sentence.end and GIVEN_ALL_THE_SAME.search(self.text, *given.sentence))
                or (given.sentence.end <= cost.sentence.start and self._goes_on_to_cost(given, cost))
            ):
                yield self._made(
                    part, group, given, disclosure=Axis(value="voluntary-outside-act", rule=given.rule, span=given.span)
                )
            return
        not_held = by_kind.pop("not-held", None)
        if not_held is not None:
            yield self._made(
                part, group, not_held, holding=Axis(value="not-held", rule=not_held.rule, span=not_held.span)
            )
            if "withheld" in by_kind and not cited.all and NOTICE.search(self.text, *by_kind["withheld"].span):
                del by_kind["withheld"]
            if "disclosed" in by_kind and ENCLOSED.search(self.text[slice(*by_kind["disclosed"].sentence)]):
                del by_kind["disclosed"]
        if ncnd is not None and cited.ncnd and not cited.others:
            by_kind.pop("withheld", None)
        elif "withheld" in by_kind and self._will_not_say(by_kind["withheld"], cited):
            yield self._ncnd(part, group, by_kind.pop("withheld"))
        if ncnd is not None and not cited.grounds:
            by_kind = {
                kind: found
                for kind, found in by_kind.items()
                if not NOTICE.search(self.text, *(found.sentence if cited.ncnd else found.span))
            }
        yield from self._rest(part, group, by_kind, cited)

    def _costs_to_confirm(self, own: list[Span], cited: Cited) -> bool:
        """Whether an answer that rests on nothing else says that it need not confirm where that would cost too much."""
        return not cited.all and any(CONFIRMING_COSTS.search(self.text, *span) for span in own)

    def _will_not_say(self, kept: Signal, cited: Cited) -> bool:
        """Whether what a sentence calls exempt is exempt from being confirmed or denied, by the provisions it names."""
        start, end = kept.sentence
        own = [citation for citation in cited.all if citation.span and start <= citation.span.start < end]
        only = bool(own) and len(own) == len(cited.all) and not cited.others
        return only and not any(SAYS_HELD.search(line.text) for line in self.parts.spoken("response"))

    def _goes_on_to_cost(self, given: Signal, cost: Signal) -> bool:
        """Whether an answer gives something and says then of what else it would cost too much."""
        found = GIVEN_FIRST.search(self.text[slice(*given.sentence)])
        return found is not None and ELSE_COSTS.search(self.text[slice(*cost.sentence)]) is not None

    def _none_held(self, signal: Signal) -> bool:
        return NONE_HELD.search(self.text, *signal.sentence) is not None

    def _ncnd(self, part: ResponsePart, group: Group, signal: Signal) -> Position:
        start, end = signal.sentence
        lead = FACET_LEAD.search(self.text[start:end])
        words = Span(start + (lead.end() if lead else 0), end)
        made = self._made(part, group, signal, holding=Axis(value="not-confirmed", rule=signal.rule, span=words))
        scope = SCOPE.search(self.text, start, end)
        if scope is None:
            return made
        return replace(made, scope=Phrase(rule=SCOPE.id, span=Span(*scope.span("words"))))

    def _held_beside(self, part: ResponsePart, group: Group, ncnd: Signal) -> Iterator[Position]:
        """A sentence of a numbered answer that says that the information is held, beside one that will not say."""
        if not part.answers or group.facet is not None or {signal.kind for signal in group.signals} != {"ncnd"}:
            return
        for span in self.now:
            for sentence in sentences(self.text, span):
                words = self.text[slice(*sentence)]
                if sentence != ncnd.sentence and SAYS_HELD.search(words) and not says_nothing(words):
                    made = self._made(part, group, replace(ncnd, sentence=sentence, rule=SAYS_HELD.id))
                    yield replace(made, span=sentence, id=f"position-{sentence.start}")
                    return

    def _rest(self, part: ResponsePart, group: Group, by_kind: dict[str, Signal], cited: Cited) -> Iterator[Position]:
        """What is given and what is kept back."""
        given, kept = by_kind.get("disclosed"), by_kind.get("withheld")
        outlined = given is not None and kept is not None and OUTLINED.search(self.text, *given.span) is not None
        if kept and outlined and KEPT_ALONE.search(self.text[slice(*kept.sentence)]):
            del by_kind["disclosed"]
        kinds = set(by_kind)
        both = {"disclosed", "withheld"} <= kinds and not (cited.grounds and cited.grounds <= ELSEWHERE)
        if (
            "part" in kinds
            and len(cited.grounds) == 1
            and cited.grounds <= OF_GROUND
            and APPLIED_TO_PART.search(self.text, *by_kind["part"].span)
        ):
            signal, ground = by_kind["part"], next(iter(cited.grounds))
            yield self._made(part, group, signal, ground=Axis(value=ground, rule=signal.rule, span=signal.span))
        elif self._all_but_exempt(group, by_kind.get("part")):
            yield from self._all_but(part, group, by_kind["part"], whole=True)
        elif (apart := self._attached_apart(group, by_kind.get("part"))) is not None:
            yield from self._all_but(part, group, by_kind["part"], whole=apart["some"] is None)
        elif "part" in kinds or both:
            signal = by_kind.get("part") or by_kind["withheld"]
            yield self._made(
                part, group, signal, disclosure=Axis(value="disclosed-part", rule=signal.rule, span=signal.span)
            )
            if "already-accessible" in cited.grounds and (found := by_kind.get("accessible")):
                axis = Axis(value="already-accessible", rule=found.rule, span=found.span)
                yield self._made(part, group, found, ground=axis)
        elif kinds & {"withheld", "accessible", "future", "vexatious"}:
            yield from self._kept(part, group, by_kind, cited)
        elif "disclosed" in kinds:
            signal = by_kind["disclosed"]
            if cited.others and OUTLINED.search(self.text, *signal.span) and not self._outlined(signal):
                first = next(c for c in cited.all if not c.ncnd).span
                axis = Axis(value=self._ground(kinds, cited.grounds), rule=CITED.id, span=first, status="inferred")
                yield self._made(part, group, replace(signal, span=first or signal.span), ground=axis)
                return
            if "part-held" in kinds and self._is_last(signal):
                axis = Axis(value="disclosed-part", rule=signal.rule, span=signal.span, status="inferred")
                yield replace(self._made(part, group, signal, disclosure=axis), status="inferred")
                return
            axis = Axis(value="disclosed-full", rule=signal.rule, span=signal.span)
            yield self._made(part, group, signal, disclosure=axis)
        elif "part-held" in kinds:
            signal = by_kind["part-held"]
            yield self._made(part, group, signal, holding=Axis(value="part-held", rule=signal.rule, span=signal.span))

    def _attached_apart(self, group: Group, signal: Signal | None) -> re.Match[str] | None:
        """The words by which a sentence gives all but what it keeps back of the questions that it names."""
        if signal is None or not group.questions:
            return None
        return REST_ATTACHED.search(self.text, *signal.sentence)

    def _all_but_exempt(self, group: Group, signal: Signal | None) -> bool:
        """Whether a sentence gives all but the questions that it names, and says that those are exempt."""
        words = "" if signal is None or not group.questions else self.text[slice(*signal.sentence)]
        return ALL_BUT_EXEMPT.search(words.replace("\n", " ")) is not None

    def _all_but(self, part: ResponsePart, group: Group, signal: Signal, *, whole: bool) -> Iterator[Position]:
        """What is attached, and what is kept back of the questions that the sentence names: whole, or some of it."""
        axis = Axis(value="withheld" if whole else "disclosed-part", rule=signal.rule, span=signal.span)
        ground = Axis(value="exempt", rule=signal.rule, span=signal.span) if whole else None
        yield self._made(part, group, signal, disclosure=axis, ground=ground)
        others = tuple(number for number in self.ids if number not in group.questions)
        if not part.answers and (others or not self.ids):
            given = Axis(value="disclosed-full", rule=signal.rule, span=signal.span, status="inferred")
            of_others = self._made(part, replace(group, questions=others), signal, disclosure=given)
            yield replace(of_others, id=f"{of_others.id}-others", rule=ALL_BUT.id, status="inferred")

    def _kept(self, part: ResponsePart, group: Group, by_kind: dict[str, Signal], cited: Cited) -> Iterator[Position]:
        """What is kept back, or is to be had elsewhere, and its ground."""
        apart = self._grounds_apart(group)
        if len(apart) > 1:
            for ground, signal in apart.items():
                yield self._kept_by(part, group, signal, ground)
            return
        signal = next(by_kind[kind] for kind in ("vexatious", "withheld", "accessible", "future") if kind in by_kind)
        named = self._grounds_in(signal.sentence) or cited.grounds
        elsewhere_named = sorted(named)
        if len(elsewhere_named) > 1 and named <= {"already-accessible", "future-publication", "exempt"}:
            for ground in elsewhere_named:
                yield self._made(part, group, signal, ground=Axis(value=ground, rule=signal.rule, span=signal.span))
            return
        ground = self._ground(set(by_kind), named)
        found = by_kind.get("accessible")
        if found is not None and ground in ELSEWHERE and self._adds(found, signal):
            yield self._made(part, group, found, ground=Axis(value=ground, rule=found.rule, span=found.span))
            ground = "exempt"
        if ground in ELSEWHERE and (given := by_kind.get("disclosed")):
            yield self._made(
                part, group, given, disclosure=Axis(value="disclosed-full", rule=given.rule, span=given.span)
            )
        if ground == "exempt" and cited.ncnd and not cited.others and self.says_ncnd:
            axis = Axis(value="not-confirmed", rule=CITED.id, span=signal.span, status="inferred")
            yield self._made(part, group, signal, holding=axis)
            return
        if ground == "exempt" and not cited.all and self.notice_of_cost:
            axis = Axis(value="cost-limit", rule=NOTICE_OF_COST.id, span=signal.span, status="inferred")
            yield self._made(part, group, signal, ground=axis)
            return
        yield self._kept_by(part, group, signal, ground)

    def _kept_by(self, part: ResponsePart, group: Group, signal: Signal, ground: str) -> Position:
        """What a sentence keeps back by a ground."""
        return self._made(
            part, group, signal, ground=Axis(value=ground, rule=signal.rule, span=signal.span),
            disclosure=Axis(value="withheld", rule=signal.rule, span=signal.span) if ground == "exempt" else None,
        )  # fmt: skip

    def _grounds_apart(self, group: Group) -> dict[str, Signal]:
        """The grounds of what a group keeps back, of which each sentence names its own: the first of each."""
        found: dict[str, Signal] = {}
        for signal in group.signals:
            named = self._grounds_in(signal.sentence) if signal.kind in KEPT else set()
            if len(named) == 1:
                found.setdefault(next(iter(named)), signal)
        return found

    def _adds(self, above: Signal, signal: Signal) -> bool:
        """Whether a sentence keeps back something else than the one above it is about."""
        apart = signal.kind == "withheld" and above.sentence.end <= signal.sentence.start
        return apart and ADDED.search(self.text[slice(*signal.sentence)]) is not None

    def _grounds_in(self, sentence: Span) -> set[str]:
        """The grounds of what the sentence itself relies on; of several sentences each has its own."""
        named = list(self.relied.beginning_in(sentence))
        if not named and self.text[sentence.end - 1] == ":":
            below = next((span for span in self.now if span.start >= sentence.end), None)
            named = list(self.relied.beginning_in(below)) if below is not None else []
        return {ground_of(c) for c in named if not c.ncnd}

    def _outlined(self, signal: Signal) -> bool:
        """Whether anything but provisions stands below a sentence that says that the information does."""
        below = (Span(max(span.start, signal.sentence.end), span.end) for span in self.now)
        return any(span.start < span.end and not self.relied.beginning_in(span) for span in below)

    def _is_last(self, signal: Signal) -> bool:
        """Whether nothing is said below a sentence: what is held in part is given, and no more."""
        return all(part.span.end <= signal.sentence.end for part in self.parts.responses)

    @staticmethod
    def _ground(kinds: set[str], named: set[str]) -> str:
        if "vexatious" in kinds:
            return "vexatious"
        if len(named) == 1:
            return next(iter(named))
        if not named and "accessible" in kinds:
            return "already-accessible"
        if not named and "future" in kinds:
            return "future-publication"
        return "exempt"

    def _made(
        self, part: ResponsePart, group: Group, signal: Signal, *, holding: Axis | None = None,
        disclosure: Axis | None = None, ground: Axis | None = None,
    ) -> Position:  # fmt: skip
        span = part.span if group.facet is None and part.answers else signal.sentence
        said = [axis.value if axis else None for axis in (holding, disclosure, ground)]
        outcome = plain_outcome(said[0], said[1], said[2], None)
        reason = REASON.search(self.text[signal.sentence.start : signal.sentence.end])
        offset = signal.sentence.start
        if holding is None and (held := HELD.search(self.text, *signal.sentence)) and signal.kind != "not-held":
            holding = Axis(value="held", rule=HELD.id, span=Span(*held.span()))
        return Position(
            id=f"position-{span.start}", questions=group.questions, question_ids=self.question_ids(group.questions),
            outcome=outcome, facet=group.facet, holding=holding, disclosure=disclosure, ground=ground,
            reason=Phrase(rule=REASON.id, span=Span(offset + reason.start("words"), offset + reason.end("words")))
            if reason and signal.kind == "not-held" else None,
            rule=SAID.id, span=span,
        )  # fmt: skip

    def question_ids(self, asked: tuple[str, ...]) -> tuple[str, ...]:
        """The identifiers of the questions that have these numbers."""
        return tuple(self.ids[number] for number in asked if number in self.ids)
