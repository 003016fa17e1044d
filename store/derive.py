"""Shortcuts from a disclosure, worked out from the facts of its current version alone.

``foi:reliesOn`` follows only citations whose role is ``relied-on``, and only the provision as written: what is merely
inferred (23(5) from 23) is never a thing that a letter relied on in its own words.
"""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from ..ontology.terms import FOI, RDF, XSD, concept
from .canonical import canonical_lines, to_bytes

DATES = (FOI.responseDate, FOI.disclosedDate, FOI.receivedDate)
"""The date whose year is the disclosure's: that of the answer, else of its publication, else of the request."""


def derive(lines: Sequence[str], disclosure: str, graph: str) -> list[str]:
    """The canonical lines of the derived graph, from those of one version; empty where nothing follows.

    ``disclosure``: its IRI; ``graph``: the IRI of the derived graph.
    """
    facts = Store()
    facts.load(to_bytes(lines), format=RdfFormat.N_QUADS)
    subject, name = NamedNode(disclosure), NamedNode(graph)
    found = [(FOI.reliesOn, value) for value in _relied_on(facts)]
    found += [(FOI.concernsTechnology, value) for value in _of_kind(facts, FOI.TechnologyMention, FOI.technology)]
    found += [(FOI.hasOutcome, value) for value in _of_kind(facts, FOI.Position, FOI.outcome)]
    quads = [Quad(subject, predicate, value, name) for predicate, value in found]
    year = _year(facts, subject)
    if year is not None:
        quads.append(Quad(subject, FOI.year, year, name))
    return canonical_lines(quads)


def _instances(facts: Store, kind: NamedNode) -> list[NamedNode]:
    subjects = (quad.subject for quad in facts.quads_for_pattern(None, RDF.type, kind))
    return [subject for subject in subjects if isinstance(subject, NamedNode)]


def _values(facts: Store, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    values = (quad.object for quad in facts.quads_for_pattern(subject, predicate, None))
    return [value for value in values if isinstance(value, NamedNode)]


def _of_kind(facts: Store, kind: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    return [value for subject in _instances(facts, kind) for value in _values(facts, subject, predicate)]


def _relied_on(facts: Store) -> list[NamedNode]:
    role = concept("role", "relied-on")
    citations = [c for c in _instances(facts, FOI.Citation) if _values(facts, c, FOI.role) == [role]]
    return [value for citation in citations for value in _values(facts, citation, FOI.provision)]


def _year(facts: Store, disclosure: NamedNode) -> Literal | None:
    for prop in DATES:
        dates = (quad.object for quad in facts.quads_for_pattern(disclosure, prop, None))
        years = {date.value[:4] for date in dates if isinstance(date, Literal) and date.value[:4].isdigit()}
        if years:
            return Literal(str(int(max(years))), datatype=XSD.integer)
    return None
