"""The pages of the ontology and the shapes hold every term, lead where they say, and are data at the same address."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from foigraph.ontology.terms import CLASSES, PROPERTIES
from foigraph.shapes.statute import statute_shapes

PAGE = {"Accept": "text/html"}
FORMATS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}


@pytest.mark.parametrize("path", ["/ns", "/shapes", "/disclosure/wessex-vale/foi-11873"])
def test_one_address_gives_the_same_triples_in_each_format(server: Any, path: str) -> None:
    triples = [
        {quad.triple for quad in parse(server(f"{path}.{name}").body, format=form)} for name, form in FORMATS.items()
    ]
    assert len(triples[0]) > 50
    assert all(each == triples[0] for each in triples)
    assert server(path, headers={"Accept": "application/rdf+xml"}).headers["content-type"] == "application/rdf+xml"


def test_every_term_has_a_place_of_its_own_with_an_example(server: Any) -> None:
    page = server("/ns", headers=PAGE).text
    for name in (*CLASSES, *PROPERTIES):
        found = re.findall(rf'<section class="part" id="{name}">(.*?)</section>', page, re.S)
        assert len(found) == 1, name
        section = found[0]
        assert "<p>" in section
        assert "Example, from " in section, name
        assert f"foi:{name}" in section.partition("<summary>")[2]
    assert "7-appeal.ttl" in page


def test_every_shape_of_the_statute_says_what_it_rests_on(server: Any) -> None:
    page = server("/shapes", headers=PAGE).text
    for shape in statute_shapes():
        (section,) = re.findall(rf'id="{shape.iri.rpartition("#")[2]}">(.*?)</section>', page, re.S)
        assert "rests on" in section
        assert shape.severity in section


@pytest.mark.parametrize("path", ["/ns", "/shapes"])
def test_no_link_within_leads_nowhere(server: Any, path: str) -> None:
    page = server(path, headers=PAGE).text
    names = re.findall(r'\sid="([^"]*)"', page)
    assert len(names) == len(set(names))
    within = set(re.findall(r'href="#([^"]*)"', page))
    assert within
    assert within <= set(names)
    for address in sorted(set(re.findall(r'(?:href|src)="(/[^"#]*)', page)))[:60]:
        assert server(address, headers=PAGE).status == 200, address


def test_a_disclosure_shows_its_findings_with_what_they_rest_on(server: Any) -> None:
    page = server("/disclosure/mummerset/1287-2022", headers=PAGE).text
    section = page.partition('id="findings"')[2].partition("</ul>")[0]
    assert "Part of what was asked could not be found in the answer." in section
    assert "How long is a read kept" in section
    assert "/provision/foia2000-1-1-a" in section
    assert "no accusations" in section


def test_json_ld_reads_like_plain_json(server: Any) -> None:
    document = server("/disclosure/wessex-vale/foi-11873.jsonld").json
    letter = next(each for each in document["@graph"] if each["type"] == "Disclosure")
    assert letter["reference"] == "FOI/11873"
    assert letter["publicAuthority"] == "https://example.org/foigraph/authority/wessex-vale"
    citation = next(each for each in document["@graph"] if each["type"] == "Citation")
    assert isinstance(citation["start"], int)
    assert citation["forNeitherConfirmNorDeny"] in (True, False)
    assert set(document["@context"]) >= {"reference", "publicAuthority", "Citation"}


@pytest.mark.parametrize("path", ["/graph/vocabulary", "/graph/shapes", "/provision/foia2000-23"])
def test_json_ld_says_the_same_however_large(server: Any, path: str) -> None:
    said = [{q.triple for q in parse(server(f"{path}.{name}").body, format=FORMATS[name])} for name in ("jsonld", "nt")]
    assert said[0] == said[1]
