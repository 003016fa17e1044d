"""The vocabulary as quads: every concept as SKOS, and the ontology with its alignments.

No blank nodes, so each graph has one canonical form, and no triple stands in both graphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ..core.errors import DefinitionError
from .predecessors import WORDS, Change, load_predecessors
from .schemes import PLAIN, SchemeConcept, Schemes, check_plain, load_schemes
from .terms import BASE, DCTERMS, ELI, FOI, ORG, RDF, RDFS, SKOS, XSD, concept
from .vocabulary import (
    HERE,
    Authority,
    OutcomeCode,
    Provision,
    Technology,
    Vocabulary,
    whole_section,
)
from .welsh import FILE as WELSH
from .welsh import load_welsh

CLASS_OF_CATEGORY = {
    "exemption": FOI.Exemption,
    "refusal_ground": FOI.ExclusionOfDuty,
    "exception": FOI.Exception,
    "duty": FOI.Duty,
    "mixed": None,
}
"""Class of a provision by the table's category; any other category is procedural, ``mixed`` is no narrower class."""

FORCES = {"territorial", "special", "legacy"}
"""Types of authority that are police forces."""

ABBREVIATIONS = {"Section": "s.", "Regulation": "reg.", "Article": "Art."}
CONFIRM, COMMUNICATE = "foia2000-1-1-a", "foia2000-1-1-b"
AREAS = "http://statistics.data.gov.uk/id/statistical-geography/"
"""Police force areas of the Office for National Statistics."""
WIKIDATA = "http://www.wikidata.org/entity/"

Pair = tuple[NamedNode, NamedNode | Literal]
Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def vocabulary_quads(vocabulary: Vocabulary, graph: str) -> list[Quad]:
    """Every concept scheme as SKOS in the named graph: provisions, authorities, technologies, outcomes, small schemes.

    Raises DefinitionError where the tables contradict each other.
    """
    schemes = load_schemes()
    check_plain(schemes, vocabulary.outcomes.keys())
    name = NamedNode(graph)
    return [Quad(*triple, name) for triple in dict.fromkeys(_triples(vocabulary, schemes))]


def ontology_quads(graph: str) -> list[Quad]:
    """``foi.ttl`` and ``alignments.ttl`` in the named graph."""
    name = NamedNode(graph)
    return [Quad(*triple, name) for triple in dict.fromkeys((*_turtle("foi.ttl"), *_turtle("alignments.ttl")))]


@cache
def _turtle(file: str) -> tuple[Triple, ...]:
    quads = parse((HERE / file).read_bytes(), format=RdfFormat.TURTLE)
    return tuple((quad.subject, quad.predicate, quad.object) for quad in quads)


def _triples(vocabulary: Vocabulary, schemes: Schemes) -> Iterator[Triple]:
    for subject, pairs in _descriptions(vocabulary, schemes):
        for predicate, value in pairs:
            yield subject, predicate, value


def _descriptions(vocabulary: Vocabulary, schemes: Schemes) -> Iterator[tuple[NamedNode, Iterator[Pair] | list[Pair]]]:
    for entry in schemes.schemes.values():
        yield _scheme(entry.id), [(RDF.type, SKOS.ConceptScheme), *_words(entry.label, entry.definition)]
    own = schemes.schemes["authority"]
    for scheme in dict.fromkeys(map(_authority_scheme, vocabulary.authorities.values())):
        yield scheme, [(RDF.type, SKOS.ConceptScheme), *_words(own.label, own.definition)]
    limbs = {p.section.partition("(")[0] for p in vocabulary.provisions.values() if p.ncnd and p.regime == "FOIA2000"}
    for provision in vocabulary.provisions.values():
        yield NamedNode(provision.iri), _provision(provision, limbs)
        yield from _legislation(provision, schemes)
    for authority in vocabulary.authorities.values():
        yield NamedNode(authority.iri), _authority(authority)
    yield from _predecessors(vocabulary)
    for technology in vocabulary.technologies.values():
        yield NamedNode(technology.iri), _technology(technology)
    for outcome in vocabulary.outcomes.values():
        yield NamedNode(outcome.iri), _outcome(outcome)
    for entry in schemes.concepts.values():
        node = concept(entry.scheme, entry.id)
        yield node, _plain(entry, vocabulary) if entry.scheme == PLAIN else _small(entry)
    yield from _tops(vocabulary, schemes)
    yield from _welsh(vocabulary, schemes)


def _welsh(vocabulary: Vocabulary, schemes: Schemes) -> Iterator[tuple[NamedNode, list[Pair]]]:
    """Welsh labels, each with a note of whose words it is. Those of bodies that are not in use are left out."""
    small: set[tuple[str, str]] = {("scheme", scheme) for scheme in schemes.schemes} | set(schemes.concepts)
    known = (
        small
        | {("provision", key) for key in vocabulary.provisions}
        | {("outcome", key) for key in vocabulary.outcomes}
    )
    for (scheme, identifier), welsh in load_welsh().items():
        text = welsh.label
        if scheme == "authority":
            if identifier not in vocabulary.authorities:
                continue
            node = NamedNode(vocabulary.authorities[identifier].iri)
        elif (scheme, identifier) not in known:
            raise DefinitionError(f"{WELSH}: there is no {scheme} {identifier!r}")
        else:
            node = _scheme(identifier) if scheme == "scheme" else concept(scheme, identifier)
        if scheme == "provision":
            text = f"{citation_of(vocabulary.provisions[identifier])}: {text}"
        label = Literal(text, language="cy")
        yield node, [(SKOS.prefLabel, label), (SKOS.editorialNote, _english(welsh.note))]


def _scheme(scheme: str) -> NamedNode:
    return NamedNode(BASE + scheme)


def _authority_scheme(authority: Authority) -> NamedNode:
    """The scheme beside a body: ours, or the publisher's own where the bodies are."""
    return NamedNode(authority.iri.rpartition("/")[0])


def _english(text: str) -> Literal:
    return Literal(text, language="en")


def _words(label: str, definition: str = "", alternatives: tuple[str, ...] = ()) -> list[Pair]:
    pairs: list[Pair] = [(SKOS.prefLabel, _english(label))]
    pairs += [(SKOS.altLabel, _english(name)) for name in dict.fromkeys(alternatives) if name != label]
    return pairs + ([(SKOS.definition, _english(definition))] if definition else [])


def _concept(kind: NamedNode | None, identifier: str, scheme: NamedNode) -> list[Pair]:
    kinds = [(RDF.type, SKOS.Concept)] + ([(RDF.type, kind)] if kind else [])
    return [*kinds, (SKOS.notation, Literal(identifier)), (SKOS.inScheme, scheme)]


def _date(value: str) -> Literal:
    return Literal(value, datatype=XSD.date)


def _hyphens(identifier: str) -> str:
    return identifier.replace("_", "-")


# provisions


def citation_of(provision: Provision) -> str:
    """How a lawyer cites it, with its Act: ``FOIA 2000 s.31(1)(a)``, ``EIR 2004 reg.12(4)(a)``."""
    division, section = whole_section(provision.regime, provision.section).split(" ", 1)
    number = ABBREVIATIONS[division] + section if section[:1].isdigit() else section.replace("para", " para")
    act = provision.regime.rstrip("0123456789")
    year = provision.regime[len(act) :]
    return " ".join(part for part in ("UK GDPR" if act == "UKGDPR" else act, year, number) if part)


def _provision(provision: Provision, limbs: set[str]) -> Iterator[Pair]:
    yield from _concept(FOI.Provision, provision.id, _scheme("provision"))
    narrower = CLASS_OF_CATEGORY.get(provision.category, FOI.ProceduralProvision)
    if narrower is not None:
        yield RDF.type, narrower
    citation, label = citation_of(provision), provision.label
    yield from _words(f"{citation}: {label}", alternatives=(citation, label))
    yield FOI.regime, concept("regime", provision.regime)
    yield FOI.section, Literal(provision.section)
    for scheme, prop, value in (
        ("absoluteness", FOI.absoluteness, provision.absoluteness),
        ("test", FOI.test, provision.test),
        ("verification", FOI.verification, provision.verified),
    ):
        if value and value != "n/a":
            yield prop, concept(scheme, _hyphens(value))
    yield FOI.isNeitherConfirmNorDenyLimb, Literal(provision.ncnd)
    for prop, date in ((FOI.inForceFrom, provision.in_force_from), (FOI.inForceTo, provision.in_force_to)):
        if date:
            yield prop, _date(date)
    for duty in _removed_duties(provision, limbs):
        yield FOI.removesDuty, concept("provision", duty)
    if provision.parent:
        yield SKOS.broader, concept("provision", provision.parent)
    if provision.legislation:
        yield FOI.enactedIn, NamedNode(provision.legislation)
    if provision.note:
        yield SKOS.note, _english(provision.note)


def _removed_duties(provision: Provision, limbs: set[str]) -> tuple[str, ...]:
    """The duties of section 1(1) of the FOIA that a provision takes away (sections 2, 12 and 14 of it).

    limbs: the sections that have a limb for neither confirming nor denying; section 21 has none.
    """
    if provision.regime != "FOIA2000" or provision.category not in ("exemption", "refusal_ground"):
        return ()
    if provision.ncnd or provision.id == "foia2000-12-2":
        return (CONFIRM,)
    if provision.category == "refusal_ground" or provision.section in limbs:
        return (CONFIRM, COMMUNICATE)
    return (COMMUNICATE,)


def _legislation(provision: Provision, schemes: Schemes) -> Iterator[tuple[NamedNode, list[Pair]]]:
    """The text that a provision stands in: a part of its Act, where we know the Act's identity."""
    if not provision.legislation:
        return
    pairs: list[Pair] = [(RDF.type, ELI.LegalResourceSubdivision)]
    act = schemes.concepts[("regime", provision.regime)].note
    if act and provision.legislation.startswith(f"{act}/"):
        pairs.append((ELI.is_part_of, NamedNode(act)))
    yield NamedNode(provision.legislation), pairs


# authorities, technologies, outcomes


def _authority(authority: Authority) -> Iterator[Pair]:
    yield from _concept(FOI.PublicAuthority, authority.id, _authority_scheme(authority))
    if authority.type in FORCES:
        yield RDF.type, FOI.PoliceForce
    welsh = load_welsh().get(("authority", authority.id))
    yield from _words(authority.name, alternatives=tuple(a for a in authority.aliases if not welsh or a != welsh.label))
    if authority.type:
        if ("authority-type", _hyphens(authority.type)) not in load_schemes().concepts:
            raise DefinitionError(
                f"authority {authority.id!r}: the type {authority.type!r} is not known",
                remedy="use one that schemes.csv has under authority-type, or leave it empty",
            )
        yield FOI.authorityType, concept("authority-type", _hyphens(authority.type))
    if authority.nation:
        yield FOI.nation, Literal(authority.nation)
    if ("regime", authority.regime) in load_schemes().concepts:
        yield FOI.regime, concept("regime", authority.regime)
    if authority.ons:
        yield DCTERMS.spatial, NamedNode(AREAS + authority.ons)
    if authority.wikidata:
        yield SKOS.exactMatch, NamedNode(WIKIDATA + authority.wikidata)


def changes(vocabulary: Vocabulary) -> list[Change]:
    """The changes by which bodies of the vocabulary came about; none for bodies of a publisher's own."""
    ours = {body.id for body in vocabulary.authorities.values() if body.iri.startswith(BASE)}
    known = ours | load_predecessors().bodies.keys()
    return [
        change for change in load_predecessors().changes if change.after in ours and known.issuperset(change.before)
    ]


def _former(vocabulary: Vocabulary) -> list[Authority]:
    """Bodies that those of the vocabulary came from, and that it lacks."""
    named = {identifier for change in changes(vocabulary) for identifier in change.before}
    return [body for body in load_predecessors().bodies.values() if body.id in named]


def _predecessors(vocabulary: Vocabulary) -> Iterator[tuple[NamedNode, Iterator[Pair] | list[Pair]]]:
    """The bodies that others came from, and each change as an event (ORG, section on historical information)."""
    for body in _former(vocabulary):
        yield NamedNode(body.iri), _authority(body)
    names = {body.id: body.name for body in (*vocabulary.authorities.values(), *load_predecessors().bodies.values())}
    for change in changes(vocabulary):
        event, after = NamedNode(change.iri), concept("authority", change.after)
        pairs: list[Pair] = [
            (RDF.type, ORG.ChangeEvent),
            (RDFS.label, _english(f"{WORDS[change.kind]} {names[change.after]}, {change.date}")),
            (DCTERMS.type, concept("change", change.kind)),
            (DCTERMS.date, _date(change.date)),
            (FOI.verification, concept("verification", change.verified)),
            (SKOS.editorialNote, _english(f"Source: {change.source}.")),
            (ORG.resultingOrganization, after),
        ]
        pairs += [(ORG.originalOrganization, concept("authority", identifier)) for identifier in change.before]
        yield event, pairs + ([(SKOS.note, _english(change.note))] if change.note else [])
        yield after, [(ORG.resultedFrom, event)]
        for identifier in change.before:
            yield concept("authority", identifier), [(ORG.changedBy, event)]


def _technology(technology: Technology) -> Iterator[Pair]:
    yield from _concept(FOI.Technology, technology.id, _scheme("technology"))
    yield from _words(technology.label, technology.definition, technology.alternatives)
    yield from ((SKOS.hiddenLabel, _english(phrase)) for phrase in technology.hidden)
    if technology.broader:
        yield SKOS.broader, concept("technology", technology.broader)


def _outcome(outcome: OutcomeCode) -> Iterator[Pair]:
    yield from _concept(FOI.Outcome, outcome.id, _scheme("outcome"))
    yield from _words(outcome.label, outcome.definition)
    yield FOI.axis, concept("axis", outcome.axis)
    for scheme, identifier in outcome.elsewhere:
        yield SKOS.closeMatch, concept(scheme, identifier)


def _plain(entry: SchemeConcept, vocabulary: Vocabulary) -> Iterator[Pair]:
    """A plain word: the axis alone where the table of outcomes has the concept, else the whole concept."""
    yield FOI.axis, concept("axis", "plain")
    if entry.id not in vocabulary.outcomes:
        yield from _concept(FOI.Outcome, entry.id, _scheme("outcome"))
        yield from _words(entry.label, entry.definition)
    elif entry.label:
        yield SKOS.altLabel, _english(entry.label)


def _small(entry: SchemeConcept) -> Iterator[Pair]:
    yield from _concept(None, entry.id, _scheme(entry.scheme))
    yield from _words(entry.label, entry.definition)
    if entry.note.startswith("http"):
        yield RDFS.seeAlso, NamedNode(entry.note)


def _tops(vocabulary: Vocabulary, schemes: Schemes) -> Iterator[tuple[NamedNode, list[Pair]]]:
    """Concepts with nothing above them, tied to their scheme both ways."""
    tops = [(NamedNode(p.iri), _scheme("provision")) for p in vocabulary.provisions.values() if not p.parent]
    tops += [(NamedNode(t.iri), _scheme("technology")) for t in vocabulary.technologies.values() if not t.broader]
    tops += [(NamedNode(o.iri), _scheme("outcome")) for o in vocabulary.outcomes.values()]
    bodies = [*vocabulary.authorities.values(), *_former(vocabulary)]
    tops += [(NamedNode(a.iri), _authority_scheme(a)) for a in bodies]
    tops += [(concept(entry.scheme, entry.id), _scheme(entry.scheme)) for entry in schemes.concepts.values()]
    for node, scheme in tops:
        yield node, [(SKOS.topConceptOf, scheme)]
        yield scheme, [(SKOS.hasTopConcept, node)]
