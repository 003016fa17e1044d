"""Every provision that the letter names, and as what: relied on, or merely named. In doubt, named."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ...ontology.vocabulary import Vocabulary
from .. import numbers
from ..beginnings import compiled
from ..layout import Line
from ..model import Citation, Role, Span, Warning
from ..parts import ResponsePart, Segments, Zone
from ..places import Places
from ..remembered import remembered
from ..rules import Rule
from ..sentences import sentences
from .acts import OTHER, act_of, other_act
from .citation_rules import (
    APPLIES,
    AT_ONCE,
    BARE_TITLE,
    BESIDE,
    BRACKETED,
    CARD,
    COLUMNS,
    CONFIRMING,
    COST_SECTIONS,
    CUT_OFF,
    DUTY_DISAPPLIED,
    DUTY_TO_SAY,
    EXPLAINS,
    GENERIC,
    HYPOTHETICAL,
    INFERRED_23,
    LEAD_IN,
    LEAD_REACH,
    LISTED,
    LONGEST_TITLES,
    LOST_LIST,
    MAY_APPLY,
    NAMED,
    NEGATED_AFTER,
    NEGATED_BEFORE,
    NOT_EXEMPT_BY,
    NOTICES,
    ONLY_PROVISIONS,
    OPENINGS,
    OWN_ZONES,
    REFUSED_BY,
    RELIED_ON,
    SMALL_TITLE,
    TITLE,
    TITLED_BEFORE,
    TITLED_IN_BRACKETS,
)
from .narrative import GROUNDS
from .sections import Named, as_numbered, bare, named
from .signal_rules import ACCESSIBLE, COST, FUTURE, NCND, PART, REPORTED, VEXATIOUS, WITHHELD
from .signals import reported, says_nothing
from .whole_letter import weighed

ADDITION = compiled(r"\b(?:in addition|additionally)\b|\bfurther(?:more)?,", re.IGNORECASE)
LONGEST_LEAD = 240
"""Characters at the end of a line within which the words that lead up to a list stand."""
LONGEST_CONTEXT = 1_000
"""Characters of a sentence that are kept with each provision in it; a longer one was written by no person."""
ELSEWHERE = frozenset({"already-accessible", "future-publication"})
"""Grounds that say where the information is, or will be."""


class _Sentence:
    """A sentence with provisions in it, and what it says of all of them, each looked up once."""

    def __init__(self, text: str, span: Span, beside: list[Span]) -> None:
        self.span, self.start, self.end = span, span.start, span.end
        self.words = text[span.start : span.end].replace("\n", " ")
        self.text, self.neighbours = text, beside

    @cached_property
    def ncnd(self) -> bool:
        return NCND.search(self.words) is not None

    @cached_property
    def generic(self) -> bool:
        return GENERIC.search(self.words) is not None

    @cached_property
    def hypothetical(self) -> bool:
        therefore = re.search(r"(?<!could )(?<!might )\btherefore\b", self.words, re.IGNORECASE)
        return therefore is None and HYPOTHETICAL.search(self.words) is not None

    @cached_property
    def disapplies(self) -> bool:
        return DUTY_DISAPPLIED.search(self.words) is not None

    @cached_property
    def decided(self) -> bool:
        """Whether it, or a sentence beside it in its paragraph, keeps something back or will not confirm it."""
        if _keeps_back(self.words, (WITHHELD, NCND, VEXATIOUS, PART, COST)):
            return True
        beside = (self.text[slice(*one)].replace("\n", " ") for one in self.neighbours)
        return any(_keeps_back(words, (WITHHELD, NCND, VEXATIOUS)) for words in beside)

    @cached_property
    def points(self) -> bool:
        """Whether it, or a sentence beside it, says where the information is, or will be."""
        beside = (self.text[slice(*one)].replace("\n", " ") for one in (self.span, *self.neighbours))
        return any(_keeps_back(words, (ACCESSIBLE, FUTURE)) for words in beside)

    @cached_property
    def reported(self) -> Places[bool]:
        """The parts of it that tell what was said before, or by others."""
        return Places((Span(self.start + part.start, self.start + part.end), True) for part in reported(self.words))

    def reports(self, place: int) -> bool:
        """Whether a place in it is in such a part."""
        return bool(self.reported.at(place))

    def around(self, span: Span) -> Span:
        """The sentence, or of one that no person wrote the part about a place."""
        if self.end - self.start <= LONGEST_CONTEXT:
            return self.span
        reach = LONGEST_CONTEXT // 2
        return Span(max(self.start, span.start - reach), min(self.end, span.end + reach))


def _keeps_back(words: str, rules: tuple[Rule, ...]) -> bool:
    if not any(one.search(words) for one in rules):
        return False
    return not (says_nothing(words) or HYPOTHETICAL.search(words) or GENERIC.search(words))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a group of citations stands."""

    line: Line
    zone: Zone
    start: int
    sentence: _Sentence
    before: str
    after: str
    lead: Span | None
    adjacent: bool


def citations(parts: Segments, regime: str, vocabulary: Vocabulary) -> tuple[list[Citation], list[Warning]]:
    """All provisions named, in the order of the text, and a warning for each lead-in whose list is not there."""
    reader = _Reader(parts, regime, vocabulary)
    found = reader.read()
    return weighed(parts, found), reader.warnings


@remembered
def _relied_sections(vocabulary: Vocabulary) -> set[tuple[str, str]]:
    """Regime and whole section of all that a body can rely on."""
    return {
        (provision.regime, provision.section.partition("(")[0])
        for provision in vocabulary.provisions.values()
        if provision.category in {"exemption", "refusal_ground", "exception", "ncnd_mechanism"}
    }


class _Reader:
    def __init__(self, parts: Segments, regime: str, vocabulary: Vocabulary) -> None:
        self.parts, self.text = parts, parts.text
        self.regime, self.vocabulary = regime, vocabulary
        self.relied_sections = _relied_sections(vocabulary)
        self.warnings: list[Warning] = []
        self.lead: Span | None = None
        self.lead_ncnd = self.lead_may = self.lead_withholds = False
        self.lead_part: ResponsePart | None = None
        self.numbered = Places((part.span, part) for part in parts.responses if part.answers)
        self.lead_line = -LEAD_REACH
        self.lead_empty = False
        self.of_other = False
        self.first_of: tuple[int, list[Named] | None] = -1, None
        self.own: list[Line] = []
        self.of_reasons = {one.span.start for one in parts.headings if one.kind == "reasons" and one.span is not None}
        self.begins = sorted(part.span.start for part in parts.responses)

    @cached_property
    def says_ncnd(self) -> bool:
        """Whether the authority anywhere neither confirms nor denies, or argues what doing so would tell."""
        own = self.parts.spoken("response", "statute", "heading", "closing")
        return any(NCND.search(line.text) or CONFIRMING.search(line.text) for line in own)

    def read(self) -> list[Citation]:
        found: list[Citation] = []
        for number, (line, zone) in enumerate(zip(self.parts.lines, self.parts.zones, strict=True)):
            if zone == "furniture":
                continue
            if self.lead is not None and not self._reaches(line, number):
                self.lead = None
            found += self._line(self._behind_heading(line), zone, number)
            self._lead(line, zone, number)
        return found

    def _behind_heading(self, line: Line) -> Line:
        """The line, whose words begin where an answer does: what stands before that is its heading."""
        at = bisect.bisect_right(self.begins, line.body)
        begins = self.begins[at] if at < len(self.begins) else line.span.end
        return line if begins >= line.span.end else replace(line, body=begins)

    def _reaches(self, line: Line, number: int) -> bool:
        """Whether the lead-in can be about a line: one near below it, and not of the answer to another question."""
        if number > self.lead_line + LEAD_REACH or line.span.start in self.of_reasons:
            return False
        part = self.numbered.at(line.span.end - 1)
        return part is None or self.lead_part is None or part is self.lead_part

    def _lead(self, line: Line, zone: Zone, number: int) -> None:
        """Keep a lead-in that ends a line; note whether its list is missing."""
        if zone not in OWN_ZONES:
            return
        start = max(line.span.start, line.span.end - LONGEST_LEAD)
        may = MAY_APPLY.search(self.text, start, line.span.end)
        match = may or LEAD_IN.search(self.text, start, line.span.end)
        if match is None:
            return
        self.lead_may = may is not None
        self.lead, self.lead_line = line.span, number
        self.lead_part = self.numbered.at(line.span.end - 1)
        self.lead_ncnd = NCND.search(self.text, line.span.start, line.span.end) is not None
        self.lead_withholds = WITHHELD.search(self.text, *line.span) is not None
        self.lead_empty = not self._list_follows(number)
        if self.lead_empty:
            span = Span(match.start() if may else match.start("words"), line.span.end)
            message = "the list of exemptions that these words lead up to is not in the text"
            self.warnings.append(Warning(code="lead-in-without-list", span=span, message=message))

    def _list_follows(self, number: int) -> bool:
        below = slice(number + 1, number + 3)
        for line, zone in zip(self.parts.lines[below], self.parts.zones[below], strict=True):
            if zone not in OWN_ZONES:
                continue
            if line.marker is not None and line.marker.kind == "bullet":
                return True
            end = min(line.span.end, line.body + 120)
            groups = list(named(self.text, line.body, end)) or list(bare(self.text, line.body, end))
            if groups and TITLED_BEFORE.search(self.text[line.body : groups[0][0].opening]):
                return True
            if not groups or groups[0][0].opening - line.body > 12:
                continue
            return LISTED.search(self.text[groups[0][-1].span.end : line.span.end]) is not None
        return False

    def _line(self, line: Line, zone: Zone, number: int) -> Iterator[Citation]:
        extents, cites = list(sentences(self.text, line.span)), False
        for order, extent in enumerate(extents):
            groups = list(named(self.text, extent.start, extent.end))
            if not groups and self.lead is not None and extent.start <= line.body:
                groups = list(bare(self.text, line.body, extent.end))
            if not groups:
                continue
            cites, around = True, extents[max(0, order - 1) : order] + extents[order + 1 : order + 2]
            sentence = _Sentence(self.text, extent, around)
            for position, group in enumerate(groups):
                span = Span(group[0].opening, group[-1].span.end)
                stop = groups[position + 1][0].opening if position + 1 < len(groups) else sentence.end
                place = _Place(
                    line, zone, span.start, sentence, self.text[max(sentence.start, span.start - 200) : span.start],
                    self.text[span.end : stop], self.lead, number == self.lead_line + 1,
                )  # fmt: skip
                yield from self._group(group, place)
        self._table(line, cites)
        if self.lead_empty and number > self.lead_line and not self._explains_line(line):
            self.lead = None

    def _table(self, line: Line, cites: bool) -> None:
        """Keep whether the lines of a table of another Act go on."""
        if other_act(self.text, line.span):
            self.of_other = True
        elif not cites:
            self.of_other = False

    def _explains_line(self, line: Line) -> bool:
        first = next(named(self.text, line.span.start, min(line.span.end, line.span.start + 60)), None)
        return first is not None and first[0].opening - line.body <= 10

    def _group(self, group: list[Named], place: _Place) -> Iterator[Citation]:
        regime, end = act_of(self.text, Span(*_ends(group)), place.sentence.end, place.sentence.start, self.regime)
        if self.of_other and place.start <= place.line.body:
            regime = OTHER
        if group[0].head.lower().startswith(("art", "reg")) and not regime.startswith(("EI", "UK")):
            regime = regime if regime == OTHER else (self.regime if self.regime.startswith("EI") else OTHER)
        for one in group:
            role, by = self._role(one, regime, place)
            span = Span(one.span.start, end) if len(group) == 1 else one.span
            provision = self.vocabulary.provision(regime, one.section) or self.vocabulary.provision(
                regime, as_numbered(one.section)
            )
            limb = self._ncnd(one, regime, place, by) if role == "relied-on" else False
            inferred = limb and regime == "FOIA2000" and one.section == "23"
            yield Citation(
                id=f"citation-{span.start}", regime=regime, section=one.section,
                provision=provision.id if provision else None, role=role, ncnd=limb, rule=by, span=span,
                context=place.sentence.around(span),
                inferred_provision="foia2000-23-5" if inferred else None,
                inference_rule=INFERRED_23.id if inferred else None,
            )  # fmt: skip

    # as what it is named

    def _role(self, one: Named, regime: str, place: _Place) -> tuple[Role, str]:
        base = one.section.partition("(")[0]
        if regime == OTHER or regime.startswith(("DPA", "UKGDPR")):
            return "other-act", NAMED.id
        if place.zone == "request" or place.line.quoted:
            return "named-by-requester", NAMED.id
        if base == DUTY_TO_SAY:
            disapplied = place.sentence.ncnd or place.before.lower().rstrip().endswith(("duty in", "duty under"))
            return ("duty-disapplied" if disapplied and place.sentence.disapplies else "explained"), NAMED.id
        if base == NOTICES.get(regime):
            return "notice", NAMED.id
        own = place.zone in OWN_ZONES or (place.zone == "preface" and CARD.search(place.before) is not None)
        if (regime, base) not in self.relied_sections or not own:
            return "explained", NAMED.id
        return self._weighed(place, GROUNDS.get((regime, base)) in ELSEWHERE)

    def _weighed(self, place: _Place, of_place: bool) -> tuple[Role, str]:
        """The role of an exemption in the authority's own words: what takes it back first, then what explains it.

        of_place: whether it is one that says where the information is, so that the sentence that says so relies on it.
        """
        for weigh in (self._taken_back, self._refused_by, self._explained, self._relied_on):
            found = weigh(place)
            if found is not None:
                return found
        return ("relied-on", BESIDE.id) if of_place and place.sentence.points else ("explained", NAMED.id)

    def _taken_back(self, place: _Place) -> tuple[Role, str] | None:
        """Where the authority denies it, puts a case, or quotes the Act."""
        for negation, words in ((NEGATED_AFTER, place.after), (NEGATED_BEFORE, place.before)):
            if negation.search(words):
                return "negated", negation.id
        told = place.sentence.reports(place.start)
        if told or (place.lead is not None and self.lead_may):
            return ("explained", REPORTED.id) if told else ("hypothetical", MAY_APPLY.id)
        stated = AT_ONCE.search(place.before) is not None and HYPOTHETICAL.search(place.before) is None
        if place.sentence.hypothetical and not stated:
            return "hypothetical", HYPOTHETICAL.id
        if NOT_EXEMPT_BY.search(place.before):
            return "explained", NOT_EXEMPT_BY.id
        if CARD.search(place.before):
            return "relied-on", CARD.id
        return ("explained", NAMED.id) if place.zone == "heading" else None

    def _refused_by(self, place: _Place) -> tuple[Role, str] | None:
        """Where the letter is a refusal notice because it has been applied."""
        applied = REFUSED_BY.search(place.after.replace("\n", " ")) is not None
        return ("relied-on", REFUSED_BY.id) if applied else None

    def _explained(self, place: _Place) -> tuple[Role, str] | None:
        """Where the sentence tells what the provision is or does, unless it stands in the list of what is relied on."""
        opens = self._opens(place)
        explains = EXPLAINS.search(place.after) is not None and APPLIES.search(place.after) is None
        if opens and explains:
            lost = place.lead is not None and (self.lead_empty or place.adjacent)
            return ("relied-on", LOST_LIST.id) if lost else ("explained", EXPLAINS.id)
        generic = place.sentence.generic
        if (generic and not opens) or GENERIC.search(place.before):
            return "explained", GENERIC.id
        if opens and self._titled(place):
            return "relied-on", LISTED.id
        if place.lead is not None and self._behind_title(place):
            return "relied-on", TITLED_BEFORE.id
        if AT_ONCE.search(place.before) and not generic:
            return "relied-on", AT_ONCE.id
        return ("explained", EXPLAINS.id) if explains and not APPLIES.search(place.after) else None

    def _relied_on(self, place: _Place) -> tuple[Role, str] | None:
        """Where words about it say that it is relied on."""
        if CUT_OFF.search(place.before) and COST.search(place.sentence.words):
            return "relied-on", CUT_OFF.id
        if BRACKETED.search(place.before) and place.after.startswith(")") and WITHHELD.search(place.sentence.words):
            return "relied-on", BRACKETED.id
        if COLUMNS.search(self.text, max(0, place.start - 100), place.start):
            return "relied-on", COLUMNS.id
        if APPLIES.search(place.after):
            return "relied-on", APPLIES.id
        if RELIED_ON.search(place.before) or self._is_alone(place):
            return "relied-on", RELIED_ON.id if RELIED_ON.search(place.before) else ONLY_PROVISIONS.id
        return ("relied-on", BESIDE.id) if place.sentence.decided else None

    def _is_alone(self, place: _Place) -> bool:
        """Whether it is a sentence of its own in the answer to a question, or in brackets at the end of one."""
        part = self.numbered.at(place.line.span.end - 1)
        if place.zone != "response" or part is None:
            return False
        begins = max(place.sentence.start, part.span.start)
        short = place.sentence.end - begins <= LONGEST_LEAD
        begins = numbers.behind_direction(self.text, begins, place.sentence.end) if short else begins
        if (
            short
            and begins <= place.start
            and ONLY_PROVISIONS.search(self.text[begins : place.sentence.end]) is not None
        ):
            return True
        return place.before.endswith("(") and TITLED_IN_BRACKETS.search(place.after) is not None

    def _opens(self, place: _Place) -> bool:
        """Whether its line begins with it, or with another of a list that is all on one line."""
        if place.start == place.sentence.start and place.start > place.line.body:
            said = self.text[max(place.line.body, place.start - LONGEST_TITLES) : place.start]
            above = self._first(place.line)
            if place.lead is not None and above is not None and above[0].opening == place.line.body:
                return True
            return RELIED_ON.search(said) is not None and LISTED.search(place.after) is not None
        first = self._first(place.line)
        if first is None:
            return place.lead is not None and place.start == place.line.body
        if self.text[place.line.body : first[0].opening].strip(' -–•‘“"(').lower() not in OPENINGS:
            return False
        if place.start == first[0].opening:
            return True
        return (
            place.start - place.line.body < LONGEST_TITLES
            and ". " not in self.text[place.line.body : place.start]
            and not EXPLAINS.search(self.text[first[-1].span.end : place.start])
        )

    def _behind_title(self, place: _Place) -> bool:
        """Whether its title, and nothing else, stands before it in its line."""
        if place.after.strip(" .;") or place.start > place.line.body + LONGEST_TITLES:
            return False
        return TITLED_BEFORE.search(self.text[place.line.body : place.start]) is not None

    def _first(self, line: Line) -> list[Named] | None:
        """What a line begins with, or nearly, where it is a provision; looked up once a line."""
        if self.first_of[0] != line.span.start:
            found = next(named(self.text, line.body, min(line.span.end, line.body + 60)), None)
            self.first_of = line.span.start, found
        return self.first_of[1]

    def _titled(self, place: _Place) -> bool:
        if LISTED.search(place.after):
            return True
        if place.adjacent and BARE_TITLE.search(place.after):
            return True
        return place.lead is not None and (TITLE.search(place.after) or SMALL_TITLE.search(place.after)) is not None

    def _ncnd(self, one: Named, regime: str, place: _Place, by: str) -> bool:
        """Whether it is relied on for neither confirming nor denying; a lead-in above is not about words of their own.

        by: the rule by which it is relied on.
        """
        base = one.section.partition("(")[0]
        provision = self.vocabulary.provision(regime, one.section)
        if base in COST_SECTIONS and regime == "FOIA2000":
            return False
        if provision is not None and provision.ncnd:
            return not self.lead_withholds or self.says_ncnd
        part = self.numbered.at(place.line.span.end - 1)
        led = place.lead is not None and self.lead_ncnd and (part is None or part is self.lead_part)
        led = led and by not in {AT_ONCE.id, RELIED_ON.id, APPLIES.id, BESIDE.id}
        apart = ADDITION.search(place.after) is not None and NCND.search(place.after) is not None
        later = apart and WITHHELD.search(place.before) is not None
        return (place.sentence.ncnd and not later) or led


def _ends(group: list[Named]) -> tuple[int, int]:
    return group[0].span.start, group[-1].span.end
