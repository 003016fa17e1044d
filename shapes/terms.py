"""Terms and graphs on the way from pyoxigraph to rdflib and back, without loss."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pyoxigraph
import rdflib
from pyoxigraph import Quad
from rdflib.plugins import sparql
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result as Answer

sparql.SPARQL_LOAD_GRAPHS = False  # else rdflib fetches what a query names

BLANK = "urn:blank:"
"""Stands before the name of a blank node: pySHACL ends with an error where it has to compare one."""


class _Literal(rdflib.Literal):
    """A literal that comes neither before nor after what it cannot be compared with, as SHACL asks.

    rdflib raises TypeError for ``"2022-02-30"^^xsd:date`` against a date.
    """

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        return _holds(super().__lt__, other)

    def __le__(self, other: object) -> bool:
        return _holds(super().__le__, other)


def _holds(compare: Callable[[Any], bool], other: object) -> bool:
    try:
        return compare(other) is True
    except TypeError:
        return False


class _Graph(rdflib.Graph):
    """A graph in which a query of the shapes is parsed once and for all letters: parsing is slow."""

    def query(self, query_object: str | Query, *arguments: Any, **options: Any) -> Answer:
        """As rdflib, with the query made ready once."""
        ready = _ready(query_object) if isinstance(query_object, str) else query_object
        return super().query(ready, *arguments, **options)


@lru_cache(maxsize=32)
def _ready(text: str) -> Query:
    return prepareQuery(text)


def graph_of(quads: Iterable[Quad]) -> rdflib.Graph:
    """The quads as one rdflib graph, literals in the form in which they were written."""
    graph = _Graph(bind_namespaces="none")
    with quiet():
        for quad in quads:
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.URIRef(BLANK + term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return _Literal(term.value, lang=term.language)
        return _Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
    raise TypeError(f"no term of RDF 1.1: {term}")


@contextmanager
def quiet() -> Iterator[None]:
    """Keep rdflib from printing a traceback for each literal that does not fit its datatype: a shape reports those."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def written(value: rdflib.term.Node) -> str:
    """A term as N-Triples writes it; rdflib's own ``n3`` is wrong for some texts."""
    if isinstance(value, rdflib.Literal):
        datatype = pyoxigraph.NamedNode(str(value.datatype)) if value.datatype and not value.language else None
        return str(pyoxigraph.Literal(str(value), datatype=datatype, language=value.language))
    return f"<{value}>"
