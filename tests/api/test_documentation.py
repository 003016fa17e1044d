"""The pages of the ontology and the shapes hold every term, lead where they say, and are data at the same address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from foigraph.api.documentation import sections
from foigraph.examples import letters
from foigraph.ontology.predecessors import load_predecessors
from foigraph.ontology.schemes import load_schemes
from foigraph.ontology.skos import vocabulary_quads
from foigraph.ontology.terms import CLASSES, FOI, PROPERTIES, SKOS, concept
from foigraph.ontology.vocabulary import load_vocabulary
from foigraph.ontology.welsh import load_welsh
from foigraph.shapes.statute import statute_shapes

PAGE = {"Accept": "text/html"}
FORMATS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}


SCHEMES = sorted(load_schemes().schemes)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory, fill: Callable[..., None], run_server: Any) -> Iterator[Any]:
    """A server with the bundled bodies, where the tests' own are fictional."""
    home = tmp_path_factory.mktemp("bundled")
    fill(home, str(letters()[0]), authorities="")
    with run_server(home, authorities="") as one:
        yield one


@pytest.mark.parametrize(
    "path",
    ["/ns", "/shapes", "/disclosure/wessex-vale/foi-11873", "/provision", "/technology", "/outcome"],
)
def test_one_address_gives_the_same_triples_in_each_format(server: Any, path: str) -> None:
    triples = [
        {quad.triple for quad in parse(server(f"{path}.{name}").body, format=form)} for name, form in FORMATS.items()
    ]
    assert len(triples[0]) > 50
    assert all(each == triples[0] for each in triples)
    assert server(path, headers={"Accept": "application/rdf+xml"}).headers["content-type"] == "application/rdf+xml"


def check_leads_somewhere(get: Any, addresses: list[str]) -> None:
    """Each address of this site is a page, with the anchor in it."""
    pages: dict[str, str] = {}
    for address in addresses:
        stem, _, anchor = address.partition("#")
        if stem not in pages:
            reply = get(stem, headers={"Accept": "text/html, */*;q=0.1"})
            assert reply.status == 200, address
            pages[stem] = reply.text
        assert not anchor or f'id="{anchor}"' in pages[stem], address


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


def test_a_class_has_the_properties_that_its_shape_allows_and_a_property_its_type(server: Any) -> None:
    """OWL gives a domain only where it holds of every use; who fills in a citation needs its provision all the same."""
    page = server("/ns", headers=PAGE).text

    def facts(name: str) -> str:
        return page.partition(f'<section class="part" id="{name}">')[2].partition("</dl>")[0]

    for name in ("provision", "section", "regime", "role"):
        assert f'<a href="#{name}">{name}</a>' in facts("Citation"), name
    assert 'href="#section-properties-of-every-extracted-fact"' in facts("Citation")
    assert 'href="#start"' not in facts("Citation")
    assert "xsd:date<" in facts("receivedDate")
    assert 'href="#UnansweredPart"' in facts("facet")
    assert "every extracted fact" in facts("rule")


def test_every_shape_of_the_statute_says_what_it_rests_on(server: Any) -> None:
    page = server("/shapes", headers=PAGE).text
    for shape in statute_shapes():
        (section,) = re.findall(rf'id="{shape.iri.rpartition("#")[2]}">(.*?)</section>', page, re.S)
        assert "rests on" in section
        assert f'<span class="severity {shape.severity}">' in section


def test_terms_stand_in_the_order_of_the_file_under_its_headings(server: Any) -> None:
    page = server("/ns", headers=PAGE).text
    places = [page.index(f'<section class="part" id="{name}">') for _, names in sections() for name in names]
    assert places == sorted(places)
    assert len(places) == len(CLASSES) + len(PROPERTIES)
    for heading, _ in sections():
        assert len(re.findall(rf'<h2 id="(section-[a-z-]+)">{heading}</h2>', page)) == 1, heading


def test_the_shapes_are_told_once_with_what_their_severities_mean(server: Any) -> None:
    page = server("/shapes", headers=PAGE).text
    assert page.count("An end is one whole number.") == 1
    severities = page.partition('id="severity"')[2].partition("</dl>")[0]
    for name in ("violation", "warning", "info"):
        assert f'<span class="severity {name}">' in severities
    assert "set aside and not published" in severities
    assert "No answer to this question could be found in the letter." in page
    contents = page.partition('aria-label="Contents"')[2].partition("</nav>")[0]
    for shape in statute_shapes():
        assert f'href="#{shape.iri.rpartition("#")[2]}"' in contents


@pytest.mark.parametrize("path", ["/ns", "/shapes"])
def test_no_link_within_leads_nowhere(server: Any, path: str) -> None:
    page = server(path, headers=PAGE).text
    names = re.findall(r'\sid="([^"]*)"', page)
    assert len(names) == len(set(names))
    within = set(re.findall(r'href="#([^"]*)"', page))
    assert within
    assert within <= set(names)
    check_leads_somewhere(server, sorted(set(re.findall(r'(?:href|src)="(/[^"]*)"', page))))


def test_a_disclosure_shows_its_findings_with_what_they_rest_on(server: Any) -> None:
    page = server("/disclosure/mummerset/1287-2022", headers=PAGE).text
    section = page.partition('id="findings"')[2].partition("</ul>")[0]
    assert "This question, or a part of it, is not spoken of in the answer" in section
    assert "How long is a read kept" in section
    assert "/provision/foia2000-1-1-a" in section
    assert "no accusations" in section


def test_a_letter_stands_before_the_facts_with_what_was_found_in_it(server: Any) -> None:
    page = server("/disclosure/glebeshire/foi-2023-0912", headers=PAGE).text
    places = [page.index(f'id="{name}"') for name in ("findings", "text", "facts", "citation-830")]
    assert places == sorted(places)
    found = page[places[0] : places[1]]
    assert '<q>The exemption is Section 31(1)(a).</q> <a href="#citation-830">' in found
    assert "39 working days: 2023-10-02 to 2023-11-24" in found
    assert "<q>39" not in found, "these are no words of the letter"
    assert "finding-" not in page[: places[0]]


def test_json_ld_reads_like_plain_json(server: Any) -> None:
    document = server("/disclosure/wessex-vale/foi-11873.jsonld").json
    letter = next(each for each in document["@graph"] if each["type"] == "Disclosure")
    assert letter["reference"] == "FOI/11873"
    assert letter["publicAuthority"] == "https://example.org/foigraph/authority/wessex-vale"
    citation = next(each for each in document["@graph"] if each["type"] == "Citation")
    assert isinstance(citation["start"], int)
    assert citation["forNeitherConfirmNorDeny"] in (True, False)
    assert set(document["@context"]) >= {"reference", "publicAuthority", "Citation"}


def rows_of(page: str) -> dict[str, str]:
    """The rows of the tables of a scheme, by their anchors."""
    return dict(re.findall(r'<tr id="([^"]+)"[^>]*>(.*?)</tr>', page, re.S))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_of_a_scheme_lists_each_of_its_concepts(bundled: Any, scheme: str) -> None:
    page = bundled(f"/{scheme}", headers=PAGE).text
    said = vocabulary_quads(load_vocabulary(), "https://example.org/graph")
    within = {q.subject for q in said if q.predicate == SKOS.inScheme and q.object.value.endswith(f"/{scheme}")}
    names = {q.subject.value.rpartition("/")[2] for q in said if q.subject in within}
    rows = rows_of(page)
    assert set(rows) == names
    assert page.count("<tr id=") == len(names)
    for name, row in rows.items():
        assert f'href="/{scheme}/{name}"' in row
    welsh = {name: label.label for (of, name), label in load_welsh().items() if of == scheme}
    for name, label in welsh.items():
        assert re.search(r'lang="cy">[^<]*' + re.escape(label.replace("'", "&#39;")), rows[name]), name
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)
    assert "<script" not in page


def test_schemes_are_led_to_from_the_vocabulary_and_say_the_same_in_each_format(bundled: Any) -> None:
    page = bundled("/ns", headers=PAGE).text
    for scheme in SCHEMES:
        assert f'href="/{scheme}"' in page, scheme
        said = [
            {quad.triple for quad in parse(bundled(f"/{scheme}.{name}").body, format=form)}
            for name, form in FORMATS.items()
        ]
        assert all(each == said[0] for each in said), scheme
        assert {t.object for t in said[0] if t.predicate == SKOS.prefLabel}, scheme


@pytest.mark.parametrize("path", ["/provision", "/authority", "/verification", "/outcome/ncnd", "/authority/scdea"])
def test_links_on_pages_of_concepts_lead_somewhere(bundled: Any, path: str) -> None:
    page = bundled(path, headers=PAGE).text
    found = {address.replace("&amp;", "&") for address in re.findall(r'(?:href|src)="(/[^"]*)"', page)}
    check_leads_somewhere(bundled, sorted(found)[::7] if len(found) > 200 else sorted(found))


def test_what_nobody_checked_is_marked(bundled: Any) -> None:
    rows = rows_of(bundled("/provision", headers=PAGE).text)
    for provision in load_vocabulary().provisions.values():
        marked = 'class="piece unsure"><a href="/verification/' in rows[provision.id]
        assert marked is (provision.verified != "checked"), provision.id
    unchecked = next(p for p in load_vocabulary().provisions.values() if p.verified == "unchecked")
    page = bundled(f"/provision/{unchecked.id}", headers=PAGE).text
    assert 'class="problem"><a href="/verification/unchecked">Unchecked</a>' in page


def test_provisions_stand_by_act_with_what_the_law_makes_of_them(bundled: Any) -> None:
    page = bundled("/provision", headers=PAGE).text
    act = page.partition('<h2 id="group-FOIA2000">')[2].partition("<h2")[0]
    order = re.findall(r'<tr id="([^"]+)"', act)
    assert order.index("foia2000-9") < order.index("foia2000-10")
    assert order.index("foia2000-31") < order.index("foia2000-31-1-a") < order.index("foia2000-31-3")
    row = rows_of(act)["foia2000-31-3"]
    for words in ("s.31(3)", "Qualified", "Prejudice", "from 2005-01-01", ">31(3)</a>"):
        assert words in row
    paragraph = rows_of(page)["dpa2018-sch19-para56-58"]
    assert ">Sch.19 paras 56-58: Amendments" in paragraph
    assert ">schedule 19, paragraph 56</a>" in paragraph
    assert re.search(r'data-name="neither confirm nor deny"><span class="piece">yes', row)
    assert 'href="http://www.legislation.gov.uk/id/ukpga/2000/36/section/31/3"' in row
    assert "2018-05-24" in rows_of(act)["foia2000-40-5"]


def test_the_page_of_a_concept_shows_what_is_above_and_below_it(bundled: Any) -> None:
    page = bundled("/technology/live-facial-recognition", headers=PAGE).text
    path = page.partition('aria-label="Where it stands"')[2].partition("</nav>")[0]
    assert re.findall(r'href="/technology/([a-z-]+)"', path) == [
        "policing-technology", "biometrics", "facial-recognition",
    ]  # fmt: skip
    assert 'href="/technology#live-facial-recognition"' in path
    above = bundled("/technology/facial-recognition", headers=PAGE).text
    assert 'href="/technology/live-facial-recognition"' in above.partition('id="narrower"')[2]
    assert ">LFR</span>" in page
    outcome = bundled("/outcome/ncnd", headers=PAGE).text
    assert 'lang="cy">Darpariaeth heb gadarnhau na gwadu' in outcome
    assert "neither official nor reviewed" in outcome
    assert ">Alaveteli: rejected</a>" in outcome


def test_a_body_says_what_it_came_from_and_what_it_became(bundled: Any) -> None:
    scotland = bundled("/authority/police-scotland", headers=PAGE).text
    for change in load_predecessors().changes:
        for before in change.before:
            page = bundled(f"/authority/{before}", headers=PAGE).text
            assert f'href="/authority/{change.after}"' in page
            assert change.date in page
            assert "Source: " in page
            assert (f'href="/verification/{change.verified}"' in page) is (change.verified != "checked")
            if change.after == "police-scotland":
                assert f'href="/authority/{before}"' in scotland
    assert (
        "questions" not in bundled("/authority/npia", headers=PAGE).text.partition("<main>")[2].partition("</main>")[0]
    )
    event = load_predecessors().changes[0]
    assert bundled(f"/change-event/{event.after}-{event.date}", headers=PAGE).status == 200


def test_addresses_of_others_have_words(server: Any) -> None:
    page = server("/shapes", headers=PAGE).text
    assert ">the prejudice test (ico.org.uk)</a>" in page
    assert ">rdf:type</a>" in page
    assert ">prov:Entity</a>" in server("/ns", headers=PAGE).text


def test_json_ld_of_a_concept_has_no_foreign_address_for_a_name(bundled: Any) -> None:
    for path in ("/provision/foia2000-12", "/authority/npia", "/outcome", "/data"):
        document = bundled(f"{path}.jsonld").json
        for node in document["@graph"]:
            assert not [name for name in node if ":" in name and "void" not in name], (path, node)
    provision = bundled("/provision/foia2000-12.jsonld").json["@graph"][0]
    assert list(provision)[:3] == ["id", "type", "prefLabel"]
    assert "Concept" in provision["type"]
    assert provision["prefLabel"]["cy"]
    assert "dc/terms" not in str(document["@graph"])
    assert NamedNode(provision["id"]) == concept("provision", "foia2000-12")


def test_json_ld_of_a_letter_begins_with_the_letter_and_goes_on_as_it_does(server: Any) -> None:
    document = server("/disclosure/wessex-vale/foi-11873.jsonld").json
    assert document["@graph"][0]["type"] == "Disclosure"
    assert isinstance(document["@graph"][0]["year"], int)
    starts = [node["start"] for node in document["@graph"] if "start" in node]
    assert starts == sorted(starts)
    dates = [node for node in document["@graph"] if node.get("property") == f"foi:{FOI.disclosedDate.value[-13:]}"]
    assert [node["valueDate"] for node in dates] == ["2023-02-13"]


@pytest.mark.parametrize("path", ["/graph/vocabulary", "/graph/shapes", "/provision/foia2000-23"])
def test_json_ld_says_the_same_however_large(server: Any, path: str) -> None:
    said = [{q.triple for q in parse(server(f"{path}.{name}").body, format=FORMATS[name])} for name in ("jsonld", "nt")]
    assert said[0] == said[1]
