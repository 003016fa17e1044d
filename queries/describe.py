"""Descriptions of things: what the snapshot says of one IRI, of a disclosure with its parts, of a whole graph.

Each query has marked places as the canned ones do, and gets validated terms there; a place without a term is an error.
"""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from ..core.errors import NotFoundError
from .sparql import MARK

PREFIXES = """
PREFIX foi: <https://w3id.org/foigraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
CONSTRUCT { ?subject ?property ?value } WHERE { SELECT DISTINCT ?subject ?property ?value WHERE {
"""
ORDER = "} ORDER BY ?subject ?property ?value }"

THING = f"""{PREFIXES}
  {{
    # VALUES ?thing
    ?thing ?property ?value . BIND(?thing AS ?subject)
  }} UNION {{
    # VALUES ?vocabulary
    # VALUES ?thing
    GRAPH ?vocabulary {{ ?subject ?property ?thing }} BIND(?thing AS ?value)
  }} UNION {{
    # VALUES ?thing
    ?thing skos:broader+ ?subject . ?subject ?property ?value
    FILTER(?property IN (skos:broader, skos:prefLabel))
  }} UNION {{
    # VALUES ?thing
    ?thing org:changedBy|org:resultedFrom ?subject . ?subject ?property ?value
  }}
{ORDER}"""
SCHEME = f"""{PREFIXES}
  {{
    # VALUES ?thing
    ?thing ?property ?value . BIND(?thing AS ?subject)
  }} UNION {{
    # VALUES ?thing
    ?subject skos:inScheme ?thing ; ?property ?value
  }} UNION {{
    # VALUES ?thing
    ?concept skos:inScheme ?thing ; org:changedBy ?subject . ?subject ?property ?value
  }}
{ORDER}"""
SCHEMES = f"""{PREFIXES}
  # VALUES ?graph
  GRAPH ?graph {{ ?subject a skos:ConceptScheme }}
  GRAPH ?graph {{ ?subject ?property ?value }}
  FILTER(?property IN (skos:prefLabel, skos:definition, skos:hasTopConcept))
{ORDER}"""
DISCLOSURE = f"""{PREFIXES}
  {{
    # VALUES ?thing
    ?thing ?property ?value . BIND(?thing AS ?subject)
  }} UNION {{
    # VALUES ?thing
    ?thing foi:currentVersion/foi:versionGraph ?facts . GRAPH ?facts {{ ?subject ?property ?value }}
  }} UNION {{
    # VALUES ?graph
    GRAPH ?graph {{ ?subject ?property ?value }}
  }} UNION {{
    # VALUES ?thing
    ?thing dcterms:source|foi:currentVersion ?subject . ?subject ?property ?value
  }}
{ORDER}"""
DATASET = f"""{PREFIXES}
  {{
    # VALUES ?thing
    ?thing ?property ?value . BIND(?thing AS ?subject)
  }} UNION {{
    ?subject a foi:Reading ; ?property ?value
  }}
{ORDER}"""
GRAPH = f"""{PREFIXES}
  # VALUES ?graph
  GRAPH ?graph {{ ?subject ?property ?value }}
{ORDER}"""
LABELS = f"""{PREFIXES}
  # VALUES ?graph
  VALUES ?property {{ rdfs:label skos:prefLabel }}
  GRAPH ?graph {{ ?subject ?property ?value }}
{ORDER}"""


def describe_thing(iri: str, base: str) -> str:
    """A CONSTRUCT of what is said of a thing, of what the vocabulary says with it (what is narrower, for one).

    For a concept also the labels of all that is broader; for a body, the changes by which it came about or ended.
    """
    return _placed(THING, thing=[iri], vocabulary=[f"{base}graph/vocabulary"])


def describe_scheme(iri: str) -> str:
    """A CONSTRUCT of a concept scheme with all that is said of its concepts."""
    return _placed(SCHEME, thing=[iri])


def describe_schemes(base: str) -> str:
    """A CONSTRUCT of the labels, definitions and top concepts of all concept schemes."""
    return _placed(SCHEMES, graph=[f"{base}graph/vocabulary"])


def describe_disclosure(iri: str, base: str) -> str:
    """A CONSTRUCT of a disclosure: its facts, what follows from them, what the shapes found, its sources."""
    rest = iri.removeprefix(f"{base}disclosure/")
    return _placed(DISCLOSURE, thing=[iri], graph=[f"{base}graph/derived/{rest}", f"{base}graph/findings/{rest}"])


def describe_dataset(iri: str) -> str:
    """A CONSTRUCT of the data set and of the readings by which it came about."""
    return _placed(DATASET, thing=[iri])


def describe_graph(*iris: str) -> str:
    """A CONSTRUCT of all triples of some graphs."""
    return _placed(GRAPH, graph=iris)


def labels(base: str) -> str:
    """A CONSTRUCT of the labels of terms and concepts."""
    return _placed(LABELS, graph=[f"{base}graph/vocabulary", f"{base}graph/ontology"])


def _placed(text: str, **iris: list[str] | tuple[str, ...]) -> str:
    """The text with terms at its marked places. Raises NotFoundError for what is no IRI."""
    try:
        terms = {variable: " ".join(str(NamedNode(iri)) for iri in some) for variable, some in iris.items()}
    except ValueError:
        raise NotFoundError("there is nothing of that name", remedy="an IRI has no spaces, quotes or braces") from None

    def block(mark: re.Match[str]) -> str:
        return f"{mark['indent']}VALUES ?{mark['variable']} {{ {terms[mark['variable']]} }}"

    return MARK.sub(block, text)
