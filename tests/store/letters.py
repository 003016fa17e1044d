"""Small letters for the tests of the store; also run as a program, by the tests that need a second process."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from foigraph.ontology.terms import BASE as VOCABULARY
from foigraph.ontology.terms import DCTERMS, FOI, RDF, RDFS, XSD, concept
from foigraph.store.canonical import canonical_lines
from foigraph.store.identity import Identity
from foigraph.store.ledger import Source
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.versions import Added, Reading

BASE = "https://example.org/foigraph/"
READER = "0.1.0+aaaaaaaaaaaa"
AUTHORITY = "barsetshire"


def static_graphs(label: str = "Section 23") -> dict[str, list[str]]:
    graph = f"{BASE}graph/vocabulary"
    node = NamedNode(f"{VOCABULARY}provision/foia2000-23")
    return {graph: canonical_lines([Quad(node, RDFS.label, Literal(label), NamedNode(graph))])}


def source(data: str, location: str, reader: str = READER) -> Source:
    return Source(
        sha256=sha256(data.encode("utf-8", "surrogatepass")).hexdigest(),
        location=location,
        url=location if location.startswith("https://") else None,
        media_type="text/plain",
        bytes=len(data),
        reader_version=reader,
    )


def quads(identity: Identity, text: str, provision: str = "foia2000-23") -> list[Quad]:
    node, graph = NamedNode(identity.iri), NamedNode(identity.graph)
    citation = NamedNode(f"{identity.iri}#citation-7")
    position = NamedNode(f"{identity.iri}#position-3")
    mention = NamedNode(f"{identity.iri}#technology-5")
    triples = [
        (node, RDF.type, FOI.Disclosure),
        (node, RDFS.label, Literal(identity.key)),
        (node, FOI.responseDate, Literal("2022-10-26", datatype=XSD.date)),
        (citation, RDF.type, FOI.Citation),
        (citation, DCTERMS.isPartOf, node),
        (citation, FOI.role, concept("role", "relied-on")),
        (citation, FOI.provision, concept("provision", provision)),
        (citation, FOI.inferredProvision, concept("provision", "foia2000-23-5")),
        (citation, FOI.quote, Literal(text)),
        (position, RDF.type, FOI.Position),
        (position, FOI.outcome, concept("outcome", "ncnd")),
        (mention, RDF.type, FOI.TechnologyMention),
        (mention, FOI.technology, concept("technology", "gait-recognition")),
    ]
    return [Quad(*triple, graph) for triple in triples]


def findings(identity: Identity, message: str = "odd") -> list[str]:
    node, graph = NamedNode(f"{identity.iri}#finding-1"), NamedNode(identity.findings)
    return canonical_lines([Quad(node, RDF.type, FOI.Finding, graph), Quad(node, FOI.message, Literal(message), graph)])


def text(words: str) -> str:
    return "\n".join(f"Line {number} of the letter about {words}." for number in range(12))


def add(
    record: Record,
    reference: str | None,
    body: str,
    location: str | None = None,
    *,
    authority: str | None = AUTHORITY,
    reader: str = READER,
    provision: str = "foia2000-23",
) -> Added:
    where = location or f"https://example.org/letters/{reference}"
    identity = record.identify(authority=authority, reference=reference, text=body, location=where)
    lines = canonical_lines(quads(identity, body, provision))
    return record.add(
        Reading(
            source=source(body, where, reader), identity=identity, text=body, quads=lines, findings=findings(identity)
        )
    )


def publish_pair(home: Path, number: int) -> None:
    """Give two letters the same words, which readers must never see apart, and publish them."""
    with Record.open(home, write=True, base=BASE) as record:
        with record.batch():
            for name in ("one", "two"):
                add(record, f"{name}/2022", f"{text(name)} Turn {number}.", f"https://example.org/{name}")
        print("recorded", flush=True)
        publish(record, static_graphs(), keep=2)
        print("published", flush=True)


def read_pairs(home: Path, stop: Path) -> None:
    """Ask the current snapshot, again and again, which turn it shows; print each answer that is new."""
    from pyoxigraph import Store

    from foigraph.store.snapshots import open_snapshot

    asked = set()
    seen = 0
    while not stop.exists():
        with open_snapshot(home, verify=False) as snapshot:
            store = Store.read_only(str(snapshot.store))
            turns = sorted(
                quad.object.value.rpartition("Turn ")[2] for quad in store.quads_for_pattern(None, FOI.quote, None)
            )
            del store
        seen += 1
        if tuple(turns) not in asked:
            asked.add(tuple(turns))
            print(" ".join(turns), flush=True)
    print("looked", seen, flush=True)


if __name__ == "__main__":
    command, home, *rest = sys.argv[1:]
    if command == "pair":
        publish_pair(Path(home), int(rest[0]))
    elif command == "read":
        read_pairs(Path(home), Path(rest[0]))
    elif command == "hold":
        with Record.open(Path(home), write=True, base=BASE):
            print(os.getpid(), flush=True)
            sys.stdin.read()
    elif command == "rebuild":
        with Record.open(Path(home), write=True, base=BASE) as held:
            publish(held, static_graphs(), rebuild=True, keep=1)
