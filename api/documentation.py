"""The pages of the ontology and of the shapes, made from what is published and from the worked example."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from flask import render_template
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from ..core.settings import VOCABULARY_BASE
from .concepts import schemes

NAMESPACES = {"ns": f"{VOCABULARY_BASE}ns#", "shapes": f"{VOCABULARY_BASE}shapes#"}
SH = "http://www.w3.org/ns/shacl#"
OWL = "http://www.w3.org/2002/07/owl#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
KINDS = {
    "Class": "class",
    "ObjectProperty": "property whose value is a thing",
    "DatatypeProperty": "property whose value is a text, a number, a date or the like",
    "AnnotationProperty": "property whose value is a thing or a text",
}
EVERY_FACT = "Properties of every extracted fact"
"""The section of ``foi.ttl`` whose properties are told once."""
OTHERS = "Other terms"
"""Where terms stand that the file in this package does not have: those of an older snapshot."""
SHOWN = frozenset((
    TYPE, f"{RDFS}label", f"{RDFS}comment", f"{RDFS}isDefinedBy", f"{RDFS}domain", f"{RDFS}range",
    "http://www.w3.org/2004/02/skos/core#example", "http://www.w3.org/2003/06/sw-vocab-status/ns#term_status",
))  # fmt: skip
"""What an entry shows in a place of its own; the rest are matches with other vocabularies."""
SCHEMES = {"authorityType": "authority-type", "reviewState": "review-state", "holding": "outcome", "ground": "outcome",
           "disclosure": "outcome", "claimedProperty": "", "hasOutcome": "outcome"}  # fmt: skip
"""The scheme of the values of a property, where it is not called as the property or the class of its values."""
SHARED_BY = 5
"""Shapes of properties that so many shapes share are told once."""
SEVERITIES = {
    "violation": "Our graph is malformed: our software is at fault. The letter is set aside and not published.",
    "warning": "A provision asks for it, or the letter is odd. The letter is published, with the finding beside it.",
    "info": "Guidance or habit would have it otherwise. The letter is published, with the finding beside it.",
}


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


@dataclass(frozen=True, slots=True)
class Use:
    """Which classes a property is said of, by their shapes, and the datatypes of its values there."""

    classes: tuple[str, ...]
    datatypes: tuple[str, ...]


@cache
def uses() -> dict[str, Use]:
    """How ``structure.ttl`` has properties used, by the local names of ours: what OWL alone does not say."""
    source = (files("foigraph.shapes") / "structure.ttl").read_bytes()
    triples = [quad.triple for quad in parse(source, format=RdfFormat.TURTLE)]
    shapes = entries(triples, NAMESPACES["shapes"])
    classes: dict[str, list[str]] = {}
    datatypes: dict[str, list[str]] = {}
    for node in shapes.values():
        for part in _parts(node, shapes):
            name = part.one(f"{SH}path").removeprefix(NAMESPACES["ns"])
            classes.setdefault(name, []).extend(node.said.get(f"{SH}targetClass", ()))
            datatypes.setdefault(name, []).extend(part.said.get(f"{SH}datatype", ()))
    return {name: Use(tuple(dict.fromkeys(classes[name])), tuple(dict.fromkeys(datatypes[name]))) for name in classes}


@cache
def sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sections of ``foi.ttl`` in its order: heading, names of terms."""
    text = (files("foigraph.ontology") / "foi.ttl").read_text(encoding="utf-8")
    parts = re.split(r"^#### (.+)$", text, flags=re.M)[1:]
    return tuple(
        (heading, tuple(re.findall(r"^foi:(\w+) a owl:", part, re.M)))
        for heading, part in zip(parts[::2], parts[1::2], strict=True)
    )


def ontology_page(triples: Sequence[Triple]) -> str:
    """Every term with its definition, in the order of the file, and one request told from question to appeal."""
    terms = entries(triples, NAMESPACES["ns"])
    placed = {name for _, names in sections() for name in names}
    ordered = (*sections(), (OTHERS, tuple(name for name in terms if name not in placed)))
    groups = [
        (heading, _anchor(heading), [terms[name] for name in names if name in terms]) for heading, names in ordered
    ]
    known = {scheme.iri.rpartition("/")[2]: scheme for scheme in schemes()}
    return render_template(
        "ontology.html", title="A vocabulary for answers to Freedom of Information requests",
        groups=[group for group in groups if group[2]],
        example_of=example_of, files=worked_example(), rdfs=RDFS, shown=SHOWN, kinds=KINDS, about=_about(triples, "ns"),
        domain_of=_domains(terms), use_of=lambda term: uses().get(term.name, Use((), ())), of_facts=_of_facts(),
        of_every_fact=_anchor(EVERY_FACT), narrower=_narrower(terms), namespace=NAMESPACES["ns"], schemes=known,
        scheme_of=lambda term: known.get(_scheme_of(term)),
    )  # fmt: skip


def _anchor(heading: str) -> str:
    return "section-" + re.sub(r"[^a-z]+", "-", heading.lower()).strip("-")


def _scheme_of(term: Entry) -> str:
    """The scheme that the values of a property are of, or nothing."""
    value = term.one(f"{RDFS}range")
    if value == "http://www.w3.org/2004/02/skos/core#Concept":
        return SCHEMES.get(term.name, term.name)
    kind = value.removeprefix(NAMESPACES["ns"])
    return {"PublicAuthority": "authority"}.get(kind, kind.lower())


def _domains(terms: Mapping[str, Entry]) -> dict[str, list[str]]:
    """The properties of each class, by its name: by their domain, or as its shape has them; not those of every fact."""
    found: dict[str, list[str]] = {}
    for heading, names in sections():
        for name in names if heading != EVERY_FACT else ():
            domains = terms[name].said.get(f"{RDFS}domain", ()) if name in terms else ()
            for domain in dict.fromkeys((*domains, *(uses()[name].classes if name in uses() else ()))):
                found.setdefault(domain.removeprefix(NAMESPACES["ns"]), []).append(name)
    return found


def _of_facts() -> frozenset[str]:
    """The classes whose things say where they stand in the letter and which rule found them, by their names."""
    return frozenset(name.removeprefix(NAMESPACES["ns"]) for name in uses()["rule"].classes)


def _narrower(terms: Mapping[str, Entry]) -> dict[str, list[str]]:
    """The classes below each class."""
    found: dict[str, list[str]] = {}
    for name, term in terms.items():
        for above in term.said.get(f"{RDFS}subClassOf", ()):
            found.setdefault(above.removeprefix(NAMESPACES["ns"]), []).append(name)
    return found


def shapes_page(triples: Sequence[Triple]) -> str:
    """Every shape with what it asks, how grave it is, and what it rests on."""
    shapes = entries(triples, NAMESPACES["shapes"])
    nodes = [shape for shape in shapes.values() if shape.kind() == "NodeShape"]
    told = _statute_order()
    law = [shape for shape in nodes if shape.one("http://purl.org/dc/terms/references")]
    law.sort(key=lambda shape: told.index(shape.name) if shape.name in told else len(told))
    form = [node for node in nodes if node not in law]
    uses = Counter(iri for node in form for iri in node.said.get(f"{SH}property", ()))
    shared = [shapes[iri.removeprefix(NAMESPACES["shapes"])] for iri, count in uses.items() if count >= SHARED_BY]
    own = {node.name: [part for part in _parts(node, shapes) if part not in shared] for node in form}
    found = Counter(_severity(shape) for shape in [*law, *_asked(form, shapes)])
    return render_template(
        "shapes.html", title="What each letter is held against: the shapes", law=law, form=form, shapes=shapes, sh=SH,
        shared=shared, namespace=NAMESPACES["shapes"], about=_about(triples, "shapes"), severity=_severity,
        own=lambda node: own[node.name],
        queries_of=lambda node: [shapes[iri.removeprefix(NAMESPACES["shapes"])] for iri in node.said[f"{SH}sparql"]],
        severities=[(name, words, found[name]) for name, words in SEVERITIES.items()],
    )  # fmt: skip


@cache
def _statute_order() -> tuple[str, ...]:
    """The shapes of ``statute.ttl`` in its order, which is by what they ask of a letter."""
    text = (files("foigraph.shapes") / "statute.ttl").read_text(encoding="utf-8")
    return tuple(re.findall(r"^shape:(\w+) a sh:NodeShape", text, re.M))


def _parts(node: Entry, shapes: Mapping[str, Entry]) -> list[Entry]:
    """The shapes of properties that a shape asks of its things."""
    return [shapes[iri.removeprefix(NAMESPACES["shapes"])] for iri in node.said.get(f"{SH}property", ())]


def _asked(form: Sequence[Entry], shapes: Mapping[str, Entry]) -> list[Entry]:
    """What shapes of form ask, each once: shapes of properties, and those that say something themselves."""
    told = {part.name: part for node in form for part in _parts(node, shapes)}
    return [*told.values()] + [node for node in form if node.one(f"{SH}message") or node.one(f"{SH}sparql")]


def _severity(shape: Entry) -> str:
    """Violation where nothing is said (SHACL, section 2.1.4)."""
    return (shape.one(f"{SH}severity") or "#Violation").rpartition("#")[2].lower()


def _about(triples: Sequence[Triple], path: str) -> Entry:
    whole = entries([t for t in triples if t.subject == NamedNode(VOCABULARY_BASE + path)], VOCABULARY_BASE)
    return whole.get(path, Entry(VOCABULARY_BASE + path, path))
