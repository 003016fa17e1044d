"""JSON-LD that reads like plain JSON: compacted with our context (JSON-LD 1.1, section on compaction), by PyLD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from pyld import jsonld
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ..ontology.context import context
from ..ontology.terms import RDF, XSD

TYPE = RDF.type
FIRST = ("id", "type", "label", "prefLabel", "altLabel", "definition", "reference", "number", "quote")
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def compacted(triples: Iterable[Triple]) -> bytes:
    """One object a subject under ``@graph``, with as much of the context as it needs. Nothing is fetched.

    The expanded form is made here: PyLD 3.3 folds lists with IRIs into ``@list``, which loses their names.
    """
    expanded: dict[str, dict[str, Any]] = {}
    for triple in triples:
        subject = _identifier(triple.subject)
        node = expanded.setdefault(subject, {"@id": subject})
        if triple.predicate == TYPE and isinstance(triple.object, NamedNode):
            node.setdefault("@type", []).append(triple.object.value)
        else:
            node.setdefault(triple.predicate.value, []).append(_value(triple.object))
    found = jsonld.compact(list(expanded.values()), {"@context": context()}, {"documentLoader": _refuse, "graph": True})
    whole = {"@context": _used(found), "@graph": [_first_things_first(node) for node in found["@graph"]]}
    return (_on_lines(whole) + "\n").encode("utf-8", "replace")


def _first_things_first(node: dict[str, Any]) -> dict[str, Any]:
    """An object with what it is and is called at its head."""
    return {name: node[name] for name in FIRST if name in node} | node


def _on_lines(document: dict[str, Any]) -> str:
    """JSON in which each entry of the context has one line, so that what is said begins soon."""
    entries = (f"    {_json(name)}: {_json(entry)}" for name, entry in document["@context"].items())
    nodes = json.dumps(document["@graph"], ensure_ascii=False, indent=2).replace("\n", "\n  ")
    lines = ",\n".join(entries)
    return f'{{\n  "@context": {{\n{lines}\n  }},\n  "@graph": {nodes}\n}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _identifier(term: NamedNode | BlankNode | Triple) -> str:
    assert not isinstance(term, Triple)
    return term.value if isinstance(term, NamedNode) else f"_:{term.value}"


def _value(term: NamedNode | BlankNode | Literal | Triple) -> dict[str, Any]:
    """A value in expanded form; a number or truth value that JSON writes in the same way is one of JSON."""
    if not isinstance(term, Literal):
        return {"@id": _identifier(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD.string:
        return {"@value": term.value}
    if term.datatype == XSD.boolean and term.value in ("true", "false"):
        return {"@value": term.value == "true"}
    if term.datatype == XSD.integer and INTEGER.fullmatch(term.value):
        return {"@value": int(term.value)}
    return {"@value": term.value, "@type": term.datatype.value}


def _used(document: dict[str, Any]) -> dict[str, Any]:
    """The entries of the context whose names stand in the document."""
    names = {"id", "type", "foi"}

    def look(value: object) -> None:
        if isinstance(value, dict):
            for name, within in value.items():
                if name != "@context":
                    names.add(name)
                    look(within)
        elif isinstance(value, list):
            for each in value:
                look(each)
        elif isinstance(value, str) and value[:1].isupper():
            names.add(value)

    look(document)
    return {name: value for name, value in context().items() if name in names}


def _refuse(url: str, _: object = None) -> Any:
    raise ValueError(f"no context is fetched, and none should be: {url}")
