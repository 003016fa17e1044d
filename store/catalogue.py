"""The catalogue graph, from the record alone: sources, versions, readings, redirects, tombstones, the data set itself.

It is made of entries, one for each disclosure, reading, redirect and tombstone, so that a letter changes only its own.
No two entries hold the same triple. Of a source on somebody's disk only its hash is told, never its path.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from ..core.iris import catalogue_graph
from ..ontology.terms import DCTERMS, FOI, PROV, RDF, RDFS, XSD
from . import lookup, versions
from .canonical import canonical_lines

LICENCE = NamedNode("https://creativecommons.org/licenses/by/4.0/")
RIGHTS = (
    "The facts and their arrangement are licensed CC BY 4.0. The rights in each letter and in what is quoted from it"
    " stay with the public body that wrote it, or with whoever holds them; see the source of each disclosure."
)
TITLE = "Answers of public bodies under Freedom of Information law"
DATASET = NamedNode("http://www.w3.org/ns/dcat#Dataset")
VOID_DATASET = NamedNode("http://rdfs.org/ns/void#Dataset")

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


class Catalogue:
    """Makes entries. ``everybody()`` names those that belong to no disclosure; ``disclosure(row)`` makes one's own."""

    def __init__(self, db: sqlite3.Connection, base: str) -> None:
        self._db = db
        self._base = base
        self._graph = NamedNode(catalogue_graph(base))

    def everybody(self) -> Iterator[tuple[str, list[str]]]:
        """(name, canonical lines) of the entries of the data set, of readings, redirects and tombstones."""
        yield "dataset", self._lines(self._dataset())
        readers = self._db.execute("SELECT DISTINCT reader_version FROM versions ORDER BY 1")
        for (reader,) in readers:
            yield f"reading {reader}", self._lines(self._reading(reader))
        for old, new, since in self._db.execute("SELECT old, new, since FROM redirects ORDER BY old"):
            yield f"redirect {old}", self._lines(self._redirect(old, new, since))
        for iri, since, reason in self._db.execute("SELECT iri, withdrawn_at, reason FROM tombstones ORDER BY iri"):
            yield f"tombstone {iri}", self._lines(self._tombstone(iri, since, reason))

    def disclosure(self, row: int) -> list[str]:
        """The canonical lines of the entry of one disclosure: its sources and its versions."""
        return self._lines(self._disclosure(row))

    def _lines(self, triples: Iterator[Triple]) -> list[str]:
        return canonical_lines(Quad(*triple, self._graph) for triple in triples)

    def _dataset(self) -> Iterator[Triple]:
        node = NamedNode(f"{self._base}data")
        yield node, RDF.type, DATASET
        yield node, RDF.type, VOID_DATASET
        yield node, DCTERMS.title, Literal(TITLE, language="en")
        yield node, DCTERMS.license, LICENCE
        yield node, DCTERMS.rights, Literal(RIGHTS, language="en")

    def _reader(self, reader_version: str) -> NamedNode:
        return NamedNode(f"{self._base}data#reading-{sha256(reader_version.encode()).hexdigest()[:12]}")

    def _reading(self, reader_version: str) -> Iterator[Triple]:
        node = self._reader(reader_version)
        yield node, RDF.type, FOI.Reading
        yield node, RDF.type, PROV.Activity
        yield node, RDFS.label, Literal(f"Read by machine: {reader_version}", language="en")
        yield node, FOI.readerVersion, Literal(reader_version)

    def _redirect(self, old: str, new: str, since: str) -> Iterator[Triple]:
        yield NamedNode(old), DCTERMS.isReplacedBy, NamedNode(lookup.resolve(self._db, new))
        yield NamedNode(old), DCTERMS.modified, _time(since)

    def _tombstone(self, iri: str, since: str, reason: str) -> Iterator[Triple]:
        node = NamedNode(iri)
        yield node, RDF.type, FOI.Tombstone
        yield node, FOI.withdrawnAt, _time(since)
        yield node, FOI.withdrawalReason, Literal(reason)

    def _disclosure(self, row: int) -> Iterator[Triple]:
        found = versions.of_disclosure(self._db, row)
        node = NamedNode(found[0].iri)
        yield node, FOI.currentVersion, self._version_node(node.value, found[-1].number)
        places: dict[int, NamedNode] = {}
        rows = self._db.execute(
            "SELECT id, sha256, location, url, media_type, read_at, is_copy FROM ledger"
            " WHERE disclosure = ? ORDER BY id",
            (row,),
        )
        for entry, digest, location, url, media_type, read_at, is_copy in rows:
            place = sha256(f"{digest} {location}".encode()).hexdigest()[:12]
            source = NamedNode(f"{node.value}#source-{place}")
            if source not in places.values():  # the same bytes at the same place, read again, are one source
                yield node, DCTERMS.source, source
                yield from self._source(source, digest, url, media_type, read_at)
                if is_copy:
                    yield source, FOI.copyOf, node
            places[entry] = source
        for version in found:
            yield from self._version(node, version, places[version.source])

    @staticmethod
    def _source(source: NamedNode, digest: str, url: str | None, media_type: str, read_at: str) -> Iterator[Triple]:
        yield source, RDF.type, FOI.Source
        yield source, FOI.sourceHash, Literal(digest)
        yield source, FOI.mediaType, Literal(media_type)
        yield source, FOI.readAt, _time(read_at)
        if url:
            yield source, FOI.url, Literal(url, datatype=XSD.anyURI)

    @staticmethod
    def _version_node(iri: str, number: int) -> NamedNode:
        return NamedNode(f"{iri}#version-{number}")

    def _version(self, node: NamedNode, version: versions.Version, source: NamedNode) -> Iterator[Triple]:
        name = self._version_node(version.iri, version.number)
        yield name, RDF.type, FOI.Version
        yield name, FOI.versionOf, node
        yield name, FOI.versionNumber, Literal(str(version.number), datatype=XSD.integer)
        yield name, FOI.versionGraph, NamedNode(version.graph)
        yield name, FOI.textHash, Literal(version.text_sha256)
        yield name, DCTERMS.created, _time(version.recorded_at)
        yield name, PROV.wasGeneratedBy, self._reader(version.reader_version)
        yield name, PROV.wasDerivedFrom, source
        if version.previous:
            previous = self._version_node(version.iri, version.previous)
            yield name, FOI.previousVersion, previous
            yield name, PROV.wasRevisionOf, previous


def _time(value: str) -> Literal:
    return Literal(value, datatype=XSD.dateTime)
