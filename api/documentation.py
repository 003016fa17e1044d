"""The pages of the ontology and of the shapes, made from what is published and from the worked example."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from flask import render_template
from pyoxigraph import Literal, NamedNode, Triple

from ..core.settings import VOCABULARY_BASE

NAMESPACES = {"ns": f"{VOCABULARY_BASE}ns#", "shapes": f"{VOCABULARY_BASE}shapes#"}
SH = "http://www.w3.org/ns/shacl#"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
KINDS = {
    "Class": "Classes",
    "ObjectProperty": "Properties between things",
    "DatatypeProperty": "Properties with a value",
    "AnnotationProperty": "Properties with either",
}
SHOWN = frozenset((TYPE, f"{RDFS}label", f"{RDFS}comment", f"{RDFS}isDefinedBy", f"{RDFS}domain", f"{RDFS}range"))
"""What an entry shows in a place of its own; the rest are matches with other vocabularies."""


@dataclass(slots=True)
class Entry:
    """A term or a shape. said: its values by property, each an IRI or a text."""

    iri: str
    name: str
    said: dict[str, list[str]] = field(default_factory=dict)

    def one(self, prop: str) -> str:
        """The first value of a property, or nothing."""
        return next(iter(self.said.get(prop, ())), "")

    def kind(self) -> str:
        """The local name of its class."""
        return next((value.rpartition("#")[2] for value in self.said.get(TYPE, ()) if value.startswith((OWL, SH))), "")


def entries(triples: Sequence[Triple], namespace: str) -> dict[str, Entry]:
    """What a graph describes in a namespace, by local name, in the order of the alphabet."""
    found: dict[str, Entry] = {}
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(namespace):
            name = triple.subject.value.removeprefix(namespace)
            entry = found.setdefault(name, Entry(triple.subject.value, name))
            if isinstance(triple.object, NamedNode | Literal):
                entry.said.setdefault(triple.predicate.value, []).append(triple.object.value)
    return dict(sorted(found.items()))


@cache
def worked_example() -> tuple[tuple[str, str], ...]:
    """The files of the worked example in order: name, text."""
    folder = files("foigraph.ontology") / "examples"
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".ttl"))
    return tuple((name, file.read_text(encoding="utf-8")) for name, file in named)


def example_of(name: str) -> tuple[str, str]:
    """The first passage of the worked example in which a term is used, and its file; empty where there is none."""
    used = re.compile(rf"\ba [^;.]*foi:{name}\b" if name[:1].isupper() else rf"^\s.*foi:{name}\s|> foi:{name}\s", re.M)
    for file, text in worked_example():
        for passage in re.split(r"\n\n", text)[1:]:
            if not passage.startswith("@") and used.search(passage):
                return file, passage.strip()
    return "", ""


def ontology_page(triples: Sequence[Triple]) -> str:
    """Every term with its definition, and one request told from question to appeal."""
    terms = entries(triples, NAMESPACES["ns"])
    groups = {words: [term for term in terms.values() if term.kind() == kind] for kind, words in KINDS.items()}
    return render_template(
        "ontology.html", title="The vocabulary of disclosures", groups=groups, example_of=example_of,
        files=worked_example(), rdfs=RDFS, shown=SHOWN, about=_about(triples, "ns"),
    )  # fmt: skip


def shapes_page(triples: Sequence[Triple]) -> str:
    """Every shape with what it asks, how grave it is, and what it rests on."""
    shapes = entries(triples, NAMESPACES["shapes"])
    nodes = [shape for shape in shapes.values() if shape.kind() == "NodeShape"]
    law = [shape for shape in nodes if shape.one("http://purl.org/dc/terms/references")]
    return render_template(
        "shapes.html", title="The shapes of disclosures", law=law, form=[node for node in nodes if node not in law],
        shapes=shapes, sh=SH,
        namespace=NAMESPACES["shapes"], about=_about(triples, "shapes"),
    )  # fmt: skip


def _about(triples: Sequence[Triple], path: str) -> Entry:
    whole = entries([t for t in triples if t.subject == NamedNode(VOCABULARY_BASE + path)], VOCABULARY_BASE)
    return whole.get(path, Entry(VOCABULARY_BASE + path, path))
