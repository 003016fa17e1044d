"""The pages of the concept schemes and of their concepts: provisions of the law, bodies, technologies, outcomes, …

A scheme is one table, in groups that fit it (provisions by Act, bodies by kind, outcomes by axis, technologies by what
they are part of), with what is narrower below what is broader. Columns that no concept of it fills are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask import render_template
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from ..core.settings import VOCABULARY_BASE
from ..ontology.terms import DCTERMS, FOI, ORG, RDF, RDFS, SKOS
from ..queries import describe
from .pages import href, label
from .state import serving

SURE = f"{VOCABULARY_BASE}verification/checked"
"""All but this is marked on the pages."""
GENERAL = frozenset((
    SKOS.Concept.value, FOI.Provision.value, FOI.PublicAuthority.value, FOI.Technology.value, FOI.Outcome.value,
))  # fmt: skip
"""Classes that say nothing in a table of their own instances."""
GROUPS = {"provision": FOI.regime, "authority": FOI.authorityType, "outcome": FOI.axis}
"""The property by whose value the concepts of a scheme are grouped."""
AXES = ("holding", "disclosure", "ground", "process", "review", "appeal", "plain")
HOSTS = re.compile(r" at legislation\.gov\.uk$| \((?:statistics\.data\.gov\.uk|wikidata\.org)\)$")
KINDS_OF_PROVISION = re.compile(r"^(?:section|regulation|article) (?=\d)")
ACTS = re.compile(r"^[^:]*? (?=(?:s|reg|Art|Sch)\.)")
DEEPEST = 4
"""Deeper concepts are indented no further."""
ABOUT = {
    "provision": "Absolute or qualified: whether the public interest has to be weighed. Neither confirm nor deny "
    "(NCND): whether it takes away the duty to say whether information is held. Text: where the law itself stands.",
    "authority": "Letters are read as answered by the bodies of today, and by the old Scottish forces, which answered "
    "requests of their own. Other bodies that have ended stand here so that one can tell what became of them.",
    "outcome": "A position of a letter has an outcome on some of the axes, and one plain word that is worked out from "
    "them by a table.",
    "technology": "Each stands under the wider one. That a letter names it says nothing about its use.",
}
"""What a reader of the page of a scheme should know."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell: words, where they lead, their language, and whether they warn."""

    words: str
    address: str = ""
    language: str = ""
    warns: bool = False


@dataclass(slots=True)
class Concept:
    """One concept (or the scheme) and what is said of it, by property. events: changes of bodies, by IRI."""

    iri: str
    said: dict[str, list[NamedNode | Literal]] = field(default_factory=dict)
    events: Mapping[str, Concept] = field(default_factory=dict)

    def values(self, prop: NamedNode) -> list[NamedNode | Literal]:
        """The values of a property."""
        return self.said.get(prop.value, [])

    def texts(self, prop: NamedNode, language: str = "en") -> list[str]:
        """The texts of a property in a language."""
        return sorted(v.value for v in self.values(prop) if isinstance(v, Literal) and v.language == language)

    def one(self, prop: NamedNode) -> str:
        """The first value of a property, or nothing."""
        return next((value.value for value in self.values(prop)), "")

    @property
    def name(self) -> str:
        """The preferred label in English, else the last part of the IRI."""
        return next(iter(self.texts(SKOS.prefLabel)), label(self.iri))

    @property
    def welsh(self) -> str:
        """The preferred label in Welsh, or nothing."""
        return next(iter(self.texts(SKOS.prefLabel, "cy")), "")

    @property
    def definition(self) -> str:
        """The definition in English, or nothing."""
        return next(iter(self.texts(SKOS.definition)), "")

    @property
    def notes(self) -> list[str]:
        """Notes on it, and on our work."""
        return [*self.texts(SKOS.note), *self.texts(SKOS.editorialNote)]

    @property
    def code(self) -> str:
        """The notation, which is also the anchor in the table of the scheme."""
        return self.one(SKOS.notation)


@dataclass(frozen=True, slots=True)
class Row:
    """A concept in the table, with what it is called there and how deep it stands."""

    concept: Concept
    name: str
    welsh: str
    depth: int
    cells: tuple[tuple[str, tuple[Piece, ...]], ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A table: its heading, its anchor, the columns that something fills, the rows."""

    name: str
    anchor: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def concepts_of(triples: Sequence[Triple]) -> dict[str, Concept]:
    """Everything that a description speaks of, by IRI."""
    found: dict[str, Concept] = {}
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            one = found.setdefault(triple.subject.value, Concept(triple.subject.value))
            one.said.setdefault(triple.predicate.value, []).append(triple.object)
    events = {iri: one for iri, one in found.items() if ORG.ChangeEvent in one.values(RDF.type)}
    for one in found.values():
        one.events = events
    return found


def schemes() -> list[Concept]:
    """All concept schemes of the snapshot, in the order of their labels."""
    memory = serving().memory
    if "schemes" not in memory:
        query = describe.describe_schemes(serving().base)
        body = serving().canned.run(query, graph_format="ntriples").body
        memory["schemes"] = concepts_of(list(parse(body, RdfFormat.N_TRIPLES)))
    found = memory["schemes"]
    assert isinstance(found, dict)
    own = {iri.rpartition("/")[2] for iri in found if not iri.startswith(VOCABULARY_BASE)}
    kept = [
        one for iri, one in found.items() if not (iri.startswith(VOCABULARY_BASE) and iri.rpartition("/")[2] in own)
    ]
    return sorted(kept, key=lambda one: one.name)


def scheme_page(iri: str, triples: Sequence[Triple]) -> str:
    """A concept scheme with each of its concepts."""
    found = concepts_of(triples)
    scheme, kind = found[iri], iri.rpartition("/")[2]
    members = {name: one for name, one in found.items() if NamedNode(iri) in one.values(SKOS.inScheme)}
    groups = [_group(kind, group, rows) for group, rows in _grouped(kind, members)]
    doubts: dict[str, int] = {}
    for one in members.values():
        for verification in _doubts(one):
            doubts[verification] = doubts.get(verification, 0) + 1
    return render_template(
        "scheme.html", scheme=scheme, groups=groups, about=ABOUT.get(kind, ""), count=len(members),
        doubts=sorted(doubts.items(), key=lambda pair: -pair[1]), stem=href(iri), others=schemes(),
        notes=scheme.texts(SKOS.editorialNote), welsh=any(one.welsh for one in members.values()),
    )  # fmt: skip


def concept_page(iri: str, triples: Sequence[Triple], questions: Sequence[tuple[str, str]]) -> str:
    """A concept with what is above and below it."""
    found = concepts_of(triples)
    one = found[iri]
    facts = [(name, COLUMNS[name](one)) for name in COLUMNS]
    covered = SHOWN | {SKOS.narrower.value}
    rest = [(prop, tuple(map(_piece, values))) for prop, values in sorted(one.said.items()) if prop not in covered]
    below = [name for name, each in found.items() if NamedNode(iri) in each.values(SKOS.broader)]
    inverse: dict[str, list[str]] = {}
    for name, each in found.items():
        for prop, values in each.said.items():
            if name != iri and NamedNode(iri) in values and prop not in UPWARD:
                inverse.setdefault(prop, []).append(name)
    return render_template(
        "concept.html", concept=one, scheme=one.one(SKOS.inScheme), above=_above(one, found),
        below=sorted(below, key=lambda name: _natural(label(name))), facts=[fact for fact in facts if fact[1]],
        rest=rest, inverse=inverse, unsure=_doubts(one), questions=questions, stem=href(iri), changes=_changes(one),
        notes=one.texts(SKOS.editorialNote),
    )  # fmt: skip


def _changes(one: Concept) -> list[Concept]:
    """The changes by which a body came about or ended."""
    named = (*one.values(ORG.resultedFrom), *one.values(ORG.changedBy))
    return [one.events[value.value] for value in named if value.value in one.events]


def _above(one: Concept, found: Mapping[str, Concept]) -> list[str]:
    """What it is part of, the widest first."""
    line: list[str] = []
    while (above := one.one(SKOS.broader)) and above not in line:
        line.insert(0, above)
        one = found.get(above, Concept(above))
    return line


def _grouped(kind: str, members: Mapping[str, Concept]) -> list[tuple[str, list[tuple[Concept, int]]]]:
    """Groups with their concepts, each once, narrower ones below broader ones with their depth."""
    below: dict[str, list[Concept]] = {}
    for one in members.values():
        above = one.one(SKOS.broader)
        below.setdefault(above if above in members else "", []).append(one)
    for some in below.values():
        some.sort(key=_order)

    def tree(one: Concept, depth: int) -> list[tuple[Concept, int]]:
        return [(one, depth), *(row for each in below.get(one.iri, ()) for row in tree(each, depth + 1))]

    tops = below.get("", [])
    if kind == "technology":
        parts = [(one.iri, tree(one, 0)) for top in tops for one in below.get(top.iri, ())]
        return [*((top.iri, [(top, 0)]) for top in tops), *parts]
    groups: dict[str, list[tuple[Concept, int]]] = {}
    for top in tops:
        group = GROUPS.get(kind)
        values = [value.value for value in top.values(group)] if group else []
        groups.setdefault(min(values, key=_axis, default=""), []).extend(tree(top, 0))
    if kind == "outcome":
        return sorted(groups.items(), key=lambda pair: _axis(pair[0]))
    return sorted(groups.items(), key=lambda pair: -len(pair[1]))


def _axis(iri: str) -> int:
    name = iri.rpartition("/")[2]
    return AXES.index(name) if name in AXES else len(AXES)


def _order(one: Concept) -> tuple[tuple[bool, int, str], ...]:
    """Provisions by their numbers, all else by name."""
    return _natural(one.one(FOI.section) or one.name)


def _natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """A key by which 9 stands before 10."""
    parts: list[str] = re.findall(r"\d+|[^\W\d]+", text.casefold())
    return tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)


def _group(kind: str, iri: str, members: Sequence[tuple[Concept, int]]) -> Group:
    left_out = {column for column, prop in GROUPED_COLUMNS.items() if GROUPS.get(kind) == prop} | LEFT_OUT
    filled = {name: [_cell(name, one) for one, _ in members] for name in COLUMNS if name not in left_out}
    columns = [name for name, cells in filled.items() if any(cells) and not (name == "kind" and len(set(cells)) == 1)]
    rows = [
        Row(one, _short(one.name, kind), _short(one.welsh, kind), min(depth, DEEPEST),
            tuple((name, filled[name][place]) for name in columns), bool(_doubts(one)))
        for place, (one, depth) in enumerate(members)
    ]  # fmt: skip
    anchor = f"group-{iri.rpartition('/')[2] or 'all'}"
    return Group(label(iri) if iri else "", anchor, tuple(columns), tuple(rows))


def _cell(column: str, one: Concept) -> tuple[Piece, ...]:
    """A cell of a table, where an Act is its code and an address has no host beside it."""
    pieces = COLUMNS[column](one)
    if column == "regime":
        return tuple(replace(piece, words=piece.address.rpartition("/")[2]) for piece in pieces)
    found = (HOSTS.sub("", piece.words) for piece in pieces)
    if column == "text":  # the label of the row says already that it is a section
        found = (KINDS_OF_PROVISION.sub("", words) for words in found)
    return tuple(replace(piece, words=words) for piece, words in zip(pieces, found, strict=True))


def _short(name: str, kind: str) -> str:
    """A label as it stands in its group: that of a provision without the name of its Act."""
    return ACTS.sub("", name) if kind == "provision" else name


def _doubts(one: Concept) -> list[str]:
    """How sure we are, where we are not: of the concept, or of how it came about or ended."""
    said = [value.value for value in one.values(FOI.verification)]
    return [value for value in said if value != SURE]


def _piece(value: NamedNode | Literal) -> Piece:
    if isinstance(value, NamedNode):
        return Piece(label(value.value), value.value, warns=_warns(value.value))
    return Piece(value.value, language=value.language if value.language != "en" else "")  # type: ignore[arg-type]


def _warns(iri: str) -> bool:
    return iri.startswith(f"{VOCABULARY_BASE}verification/") and iri != SURE


def _of(*props: NamedNode) -> Callable[[Concept], tuple[Piece, ...]]:
    """A column with the values of some properties."""

    def column(one: Concept) -> tuple[Piece, ...]:
        return tuple(_piece(value) for prop in props for value in one.values(prop))

    return column


def _kind(one: Concept) -> tuple[Piece, ...]:
    return tuple(_piece(value) for value in one.values(RDF.type) if value.value not in GENERAL)


def _also(one: Concept) -> tuple[Piece, ...]:
    """Other names, but for those that the preferred one is made of."""
    made_of = one.name.partition(": ")[::2]
    return tuple(Piece(name) for name in one.texts(SKOS.altLabel) if name not in made_of)


def _limb(one: Concept) -> tuple[Piece, ...]:
    return (Piece("yes"),) if one.one(FOI.isNeitherConfirmNorDenyLimb) == "true" else ()


def _in_force(one: Concept) -> tuple[Piece, ...]:
    start, end = one.one(FOI.inForceFrom), one.one(FOI.inForceTo)
    begins = (Piece(f"from {start}"),) if start else ()
    return (*begins, Piece(f"to {end}", warns=True)) if end else begins


def _plain(one: Concept) -> tuple[Piece, ...]:
    axes = {value.value.rpartition("/")[2] for value in one.values(FOI.axis)}
    return (Piece("yes"),) if "plain" in axes else ()


def _elsewhere(one: Concept) -> tuple[Piece, ...]:
    """What other systems call it, with their names."""
    return tuple(
        Piece(f"{label(value.value.rpartition('/')[0]).rpartition(' ')[2]}: {label(value.value)}", value.value)
        for value in one.values(SKOS.closeMatch)
        if isinstance(value, NamedNode)
    )


def _came_from(one: Concept) -> tuple[Piece, ...]:
    """The bodies that a body came from, each with its page, and the event."""
    pieces: list[Piece] = []
    for event in one.values(ORG.resultedFrom):
        known = one.events.get(event.value)
        if known:
            pieces += [_piece(value) for value in known.values(ORG.originalOrganization)]
            pieces += _when(known)
    return tuple(pieces)


def _became(one: Concept) -> tuple[Piece, ...]:
    """What a body became, and when."""
    pieces: list[Piece] = []
    for event in one.values(ORG.changedBy):
        known = one.events.get(event.value)
        if known:
            pieces += [*map(_piece, known.values(ORG.resultingOrganization)), *_when(known)]
    return tuple(pieces)


def _when(event: Concept) -> list[Piece]:
    day = Piece(f"{label(event.one(DCTERMS.type)).lower()} {event.one(DCTERMS.date)}", event.iri)
    return [day, *(piece for piece in map(_piece, event.values(FOI.verification)) if piece.warns)]


COLUMNS: dict[str, Callable[[Concept], tuple[Piece, ...]]] = {
    "how sure": _of(FOI.verification),
    "kind": _kind,
    "type": _of(FOI.authorityType),
    "absolute or qualified": _of(FOI.absoluteness),
    "test": _of(FOI.test),
    "neither confirm nor deny": _limb,
    "removes duty": _of(FOI.removesDuty),
    "meaning": _of(SKOS.definition),
    "also called": _also,
    "regime": _of(FOI.regime),
    "nation": _of(FOI.nation),
    "came from": _came_from,
    "became": _became,
    "ONS area": _of(DCTERMS.spatial),
    "Wikidata": _of(SKOS.exactMatch),
    "plain word": _plain,
    "elsewhere": _elsewhere,
    "in force": _in_force,
    "text": _of(FOI.enactedIn, RDFS.seeAlso),
    "note": _of(SKOS.note),
}
"""The columns of a scheme in their order; a page has those that one of its concepts fills."""
GROUPED_COLUMNS = {"regime": FOI.regime, "type": FOI.authorityType}
"""Columns that say what the heading of a group says."""
LEFT_OUT = {"removes duty"}
"""Columns of the page of a concept alone."""
SHOWN = frozenset(
    prop.value
    for prop in (
        RDF.type, FOI.absoluteness, FOI.test, FOI.isNeitherConfirmNorDenyLimb, FOI.removesDuty, SKOS.definition,
        SKOS.altLabel, FOI.regime, FOI.nation, ORG.resultedFrom, ORG.changedBy, DCTERMS.spatial, SKOS.exactMatch,
        SKOS.closeMatch, FOI.inForceFrom, FOI.inForceTo, FOI.enactedIn, RDFS.seeAlso, FOI.verification, SKOS.note,
        SKOS.prefLabel, SKOS.notation, SKOS.inScheme, SKOS.topConceptOf, SKOS.broader, SKOS.editorialNote, FOI.section,
        FOI.authorityType,
    )
)  # fmt: skip
"""What the page of a concept shows in a place of its own."""
UPWARD = frozenset((
    SKOS.broader.value, SKOS.hasTopConcept.value, ORG.originalOrganization.value, ORG.resultingOrganization.value,
))  # fmt: skip
"""Links to a concept that its page shows in another way."""
