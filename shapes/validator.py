"""SHACL over our graphs: what is malformed, what is odd, and what good practice would have otherwise.

Decide by severity, never by SHACL's ``conforms``, which is false for a warning too. Data goes to rdflib term by term,
never through Turtle, whose writer loses some texts; literals keep the form in which they were written.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Literal as OneOf

import pyoxigraph
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat
from pyshacl.graph_abstraction import DataGraph
from pyshacl.shapes_graph import ShapesGraph
from pyshacl.validator import Validator
from rdflib import DCTERMS, RDF, RDFS, SH, XSD

from ..ontology.terms import BASE, FOI, concept
from ..ontology.terms import RDF as RDF_TERMS
from . import statute
from .batched import batched
from .reading import read_quads
from .terms import graph_of, quiet, written

SHAPES = BASE + "shapes#"
FILES = ("structure.ttl", "vocabulary.ttl")
"""What pySHACL checks; ``statute.py`` asks the third file."""
Severity = OneOf["violation", "warning", "info"]
SEVERITIES: Mapping[object, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
ORDER: tuple[Severity, ...] = ("violation", "warning", "info")
PREFIXES = {
    SHAPES: "",
    BASE + "ns#": "foi:",
    str(XSD): "xsd:",
    str(RDF): "rdf:",
    str(RDFS): "rdfs:",
    str(DCTERMS): "dcterms:",
}
PLURALS = {"violation": "violations", "warning": "warnings", "info": "notes"}


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape found.

    shape: IRI of the shape, or of the property shape in it; constraint: what of it was not met (``MinCount``);
    focus: IRI of the thing that it is about; path: IRI of the property, or None for the thing as a whole; value: what
    was found there, as an N-Triples term, or None where something is missing; message: one sentence for people.
    """

    severity: Severity
    shape: str
    constraint: str
    focus: str
    path: str | None
    value: str | None
    message: str

    def text(self) -> str:
        """One line for people."""
        where = _short(self.focus) + (f" {_short(self.path)}" if self.path else "")
        found = f" ({_short(_clip(self.value))})" if self.value and self.value != f"<{self.focus}>" else ""
        return f"{self.severity}: {where}: {self.message}{found} [{_short(self.shape)} {self.constraint}]"


@dataclass(frozen=True, slots=True)
class Report:
    """All that the shapes found in one set of quads, gravest first, then by place."""

    findings: tuple[Result, ...]

    def of(self, severity: Severity) -> tuple[Result, ...]:
        """The findings of one severity."""
        return tuple(found for found in self.findings if found.severity == severity)

    @property
    def violations(self) -> tuple[Result, ...]:
        """What is malformed: quads with any of these are not to be published."""
        return self.of("violation")

    def text(self) -> str:
        """One line a finding, for people; empty where nothing was found."""
        return "\n".join(found.text() for found in self.findings)

    def sentence(self) -> str:
        """The numbers in words: ``1 violation, 2 warnings``, or ``nothing found``."""
        counts = Counter(found.severity for found in self.findings)
        said = [f"{n} {PLURALS[name] if n > 1 else _one(name)}" for name in ORDER if (n := counts[name])]
        return ", ".join(said) or "nothing found"

    def to_json(self) -> list[dict[str, str | None]]:
        """The findings as JSON objects, with the fields of Result."""
        return [{name: getattr(found, name) for name in Result.__slots__} for found in self.findings]


def validate(quads: Iterable[Quad]) -> Report:
    """Check the quads of one letter, all graphs as one, against ``structure.ttl``, ``vocabulary.ttl``, ``statute.ttl``.

    What the statute asks is asked only of a letter that is well formed.
    """
    quads = list(quads)
    validator = Validator(DataGraph.from_rdflib_graph(graph_of(quads)), shacl_graph=rdflib.Graph())
    validator.shacl_graph = _shapes()
    with quiet():
        _, report, _ = validator.run()  # type: ignore[no-untyped-call]
    findings = list(_results(report))
    if not any(found.severity == "violation" for found in findings):
        findings += _statute(quads)
    return Report(tuple(sorted(findings, key=_place)))


def validate_file(path: Path) -> Report:
    """Check an RDF file: each named graph by itself, since one holds one letter, and what is in none as a whole.

    Raises DocumentError for what cannot be read (``reading.read_quads``).
    """
    graphs: dict[object, list[Quad]] = defaultdict(list)
    for quad in read_quads(path):
        graphs[quad.graph_name].append(quad)
    findings = {found for quads in graphs.values() for found in validate(quads).findings}
    return Report(tuple(sorted(findings, key=_place)))


def validate_many(letters: Mapping[str, Iterable[Quad]]) -> dict[str, Report]:
    """Check several letters, each by itself; a report for each name."""
    return {name: validate(quads) for name, quads in letters.items()}


def finding_quads(report: Report, disclosure: str, graph: str) -> list[Quad]:
    """Warnings and infos as ``foi:Finding`` resources of a disclosure, in the named graph.

    IRIs are ``{disclosure}#finding-`` and 12 hexadecimal digits of what was found, so the same finding keeps its name.
    """
    name, subject = NamedNode(graph), NamedNode(disclosure)
    quads: list[Quad] = []
    for found in report.findings:
        if found.severity != "violation":
            node = NamedNode(f"{disclosure}#finding-{_digest(found)}")
            quads.append(Quad(subject, FOI.finding, node, name))
            quads += [Quad(node, predicate, value, name) for predicate, value in _finding(found)]
    return list(dict.fromkeys(quads))


def shapes_quads(graph: str) -> list[Quad]:
    """The shapes themselves in the named graph, for publishing; they hold no blank node."""
    name = NamedNode(graph)
    return [Quad(quad.subject, quad.predicate, quad.object, name) for quad in (*_source(), *statute.statute_quads())]


@cache
def _source() -> tuple[Quad, ...]:
    folder = files("foigraph.shapes")
    return tuple(quad for file in FILES for quad in pyoxigraph.parse((folder / file).read_bytes(), RdfFormat.TURTLE))


@cache
def _shapes() -> ShapesGraph:
    """The shapes as pySHACL keeps them: read once, and safe to use again since validation only reads them."""
    return ShapesGraph(batched(graph_of(_source())))


def _results(report: rdflib.Graph) -> Iterator[Result]:
    for node in report.objects(None, SH.result):
        found = {predicate: value for predicate, value in report.predicate_objects(node) if predicate != RDF.type}
        path, value = found.get(SH.resultPath), found.get(SH.value)
        yield Result(
            SEVERITIES[found[SH.resultSeverity]],
            str(found[SH.sourceShape]),
            str(found[SH.sourceConstraintComponent]).removeprefix(str(SH)).removesuffix("ConstraintComponent"),
            str(found[SH.focusNode]),
            str(path) if path is not None else None,
            written(value) if value is not None else None,
            str(found.get(SH.resultMessage, "")),
        )


def _statute(quads: list[Quad]) -> Iterator[Result]:
    for found in statute.ask(quads):
        severity = SEVERITIES[SH[found.shape.severity.capitalize()]]
        yield Result(severity, found.shape.iri, "SPARQL", found.focus, None, found.value, found.shape.message)


def _place(found: Result) -> tuple[object, ...]:
    return (
        ORDER.index(found.severity),
        found.focus,
        found.path or "",
        found.shape,
        found.constraint,
        found.value or "",
    )


def _one(name: str) -> str:
    return "note" if name == "info" else name


def _short(text: str) -> str:
    for namespace, prefix in PREFIXES.items():
        text = re.sub(f"<?{re.escape(namespace)}([A-Za-z-]+)>?", rf"{prefix}\1", text)
    return text


def _clip(value: str, limit: int = 240) -> str:
    return value if len(value) <= limit else value[: limit - 1] + "…"


def _digest(found: Result) -> str:
    parts = (found.shape, found.constraint, found.focus, found.path or "", found.value or "")
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def _finding(found: Result) -> Iterator[tuple[NamedNode, NamedNode | pyoxigraph.Literal]]:
    yield RDF_TERMS.type, FOI.Finding
    yield FOI.severity, concept("severity", found.severity)
    yield FOI.shape, NamedNode(found.shape)
    yield FOI.focus, NamedNode(found.focus)
    yield FOI.message, pyoxigraph.Literal(found.message)
    if found.path:
        yield FOI.path, NamedNode(found.path)
    if found.value and found.value != f"<{found.focus}>":
        yield FOI.value, pyoxigraph.Literal(_lexical(found.value))


def _lexical(term: str) -> str:
    """The text of a term in N-Triples: what a literal says, or the IRI."""
    (quad,) = pyoxigraph.parse(f"<x:s> <x:p> {term} .".encode(), format=RdfFormat.N_TRIPLES)
    assert isinstance(quad.object, pyoxigraph.Literal | NamedNode | pyoxigraph.BlankNode)
    return quad.object.value
