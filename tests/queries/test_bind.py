"""A value becomes a term and never text; what is not known is refused, and nothing near it is taken instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Variable

from foigraph.core.errors import ParameterError
from foigraph.ingest.model import Favours, PlainOutcome
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary
from foigraph.queries.bind import bind, call
from foigraph.queries.catalogue import TYPES, Catalogue, read_query
from foigraph.queries.values import ACCEPTS, FAVOURS, meaning, outcome_words

BASE = "https://letters.example/foi/"
PROVISION = "https://w3id.org/foigraph/provision/"
BY_TEXT = """#+ title: Which letters have this code?
#+ description: Letters by code.
#+ heading: Letters
#+ parameters:
#+   - {name: code, type: text, required: true, description: The code., example: a}
#+ columns:
#+   - {name: letter, description: The letter.}
#+ example: {code: a}
#+ tags: [test]

SELECT ?letter WHERE {
  # VALUES ?code
  ?letter <http://e/code> ?code .
}
"""


@pytest.fixture(scope="module")
def law() -> Vocabulary:
    return load_vocabulary()


def terms(kind: str, text: str, vocabulary: Vocabulary) -> list[str]:
    return [term.value for term in meaning(kind, text, vocabulary, BASE).terms]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("23", "foia2000-23"),
        ("s23", "foia2000-23"),
        ("s.23", "foia2000-23"),
        ("S. 23", "foia2000-23"),
        ("Section 23", "foia2000-23"),
        ("exemption 23", "foia2000-23"),
        ("23(5)", "foia2000-23-5"),
        ("section 23 (5)", "foia2000-23-5"),
        ("section 23(5) of the FOIA 2000", "foia2000-23-5"),
        ("FOIA s.23(5)", "foia2000-23-5"),
        ("foia2000-23-5", "foia2000-23-5"),
        (PROVISION + "foia2000-23-5", "foia2000-23-5"),
        ("s31(1)(A)", "foia2000-31-1-a"),
        ("40(5B)", "foia2000-40-5b"),
        ("EIR 12(4)(e)", "eir2004-12-4-e"),
        ("regulation 12(5)(b)", "eir2004-12-5-b"),
        ("reg. 12(5)(b)", "eir2004-12-5-b"),
        ("EIR 2004 regulation 12(5)(b)", "eir2004-12-5-b"),
        ("EISR 10(4)(a)", "eisr2004-10-4-a"),
        ("FOISA 30(b)(i)", "foisa2002-30-b-i"),
        ("section 18 FOISA", "foisa2002-18"),
    ],
)
def test_a_provision_is_found_however_people_write_it(law: Vocabulary, text: str, identifier: str) -> None:
    if identifier not in law.provisions and identifier == "foia2000-40-5b":
        identifier = next(p.id for p in law.provisions.values() if p.section.lower() == "40(5b)")
    found = terms("provision", text, law)
    assert PROVISION + identifier in found


def test_a_provision_that_only_its_parts_are_listed_of_means_its_parts(law: Vocabulary) -> None:
    found = terms("provision", "FOISA 30(b)", law)
    assert {PROVISION + "foisa2002-30-b-i", PROVISION + "foisa2002-30-b-ii"} & set(found) or found == [
        PROVISION + "foisa2002-30-b"
    ]
    assert PROVISION + "foisa2002-30-c" not in found


@pytest.mark.parametrize(
    "text",
    ["section 99", "23(9)", "230", "23a", "regulation 23(5)", "FOISA EIR 12", "FOISA 99", "", "(", "23)", "23 24",
     "23; 24", "http://e.example/x", PROVISION + "foia2000-99", "foia2000-99", "s", "section", "🙂", "٢٣"],
)  # fmt: skip
def test_a_provision_that_does_not_exist_is_refused(law: Vocabulary, catalogue: Catalogue, text: str) -> None:
    with pytest.raises(ParameterError) as caught:
        bind(catalogue.get("forces-citing-exemption"), {"exemption": text}, law, BASE)
    assert caught.value.parameter == "exemption"
    assert "23" in caught.value.accepts
    assert caught.value.example == "foigraph query forces-citing-exemption --exemption 23"


@pytest.mark.parametrize(
    ("text", "identifier"),
    [("harrowmere", "harrowmere"), ("Harrowmere  Police", "harrowmere"), ("vale of wexcombe police", "wexcombe"),
     (BASE + "authority/wexcombe", "wexcombe"), ("Norbrook and Isles Police", "norbrook")],
)  # fmt: skip
def test_a_body_is_found_by_name_alias_id_or_iri(vocabulary: Vocabulary, text: str, identifier: str) -> None:
    assert terms("authority", text, vocabulary) == [f"{BASE}authority/{identifier}"]


def test_an_alias_of_two_bodies_is_refused(vocabulary: Vocabulary, catalogue: Catalogue) -> None:
    with pytest.raises(ParameterError, match="harrowmere or wexcombe"):
        bind(catalogue.get("outcomes-by-force"), {"force": "HMC"}, vocabulary, BASE)


def test_an_unknown_body_is_refused_with_what_is_near(vocabulary: Vocabulary, catalogue: Catalogue) -> None:
    with pytest.raises(ParameterError, match="near it: harrowmere"):
        bind(catalogue.get("outcomes-by-force"), {"force": "Harowmere Police"}, vocabulary, BASE)


@pytest.mark.parametrize("text", ["gait-recognition", "Gait recognition", "GAIT RECOGNITION"])
def test_a_technology_is_found_by_id_or_label(law: Vocabulary, text: str) -> None:
    assert terms("technology", text, law) == ["https://w3id.org/foigraph/technology/gait-recognition"]


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("harrowmere/12-2023", BASE + "disclosure/harrowmere/12-2023"),
        ("unknown/x0123456789ab", BASE + "disclosure/unknown/x0123456789ab"),
        (BASE + "disclosure/harrowmere/12-2023#citation-5", BASE + "disclosure/harrowmere/12-2023"),
    ],
)
def test_a_disclosure_is_named_by_iri_or_key(vocabulary: Vocabulary, text: str, iri: str) -> None:
    assert terms("disclosure", text, vocabulary) == [iri]


def test_a_disclosure_is_named_by_its_printed_reference(vocabulary: Vocabulary) -> None:
    found = meaning("disclosure", " 12/2023 ".strip(), vocabulary, BASE)
    assert found.reference
    assert Literal("12/2023") in found.terms


@pytest.mark.parametrize(
    ("kind", "text"),
    [("year", "22"), ("year", "20222"), ("year", "٢٠٢٢"), ("year", "2022-01"),
     ("integer", "1.5"), ("integer", "9" * 16), ("boolean", "perhaps"), ("favours", "both"), ("outcome", "maybe"),
     ("technology", "telepathy"),
     ("disclosure", "http://e.example/a b"), ("disclosure", "https://e.example/>")],
)  # fmt: skip
def test_a_value_that_is_not_of_its_type_is_refused(vocabulary: Vocabulary, kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"is |are "):
        meaning(kind, text, vocabulary, BASE)


def test_words_that_the_model_has_are_the_words_that_can_be_asked_for() -> None:
    assert set(outcome_words()) == set(get_args(PlainOutcome))
    assert set(FAVOURS) == set(get_args(Favours))


def test_every_type_says_what_it_accepts() -> None:
    assert set(ACCEPTS) == set(TYPES)


# what every query does with its parameters


def test_a_missing_required_parameter_is_an_error_with_a_call_that_works(catalogue: Catalogue, law: Vocabulary) -> None:
    required = [(query, p) for query in catalogue for p in query.parameters if p.required]
    assert len(required) == 4
    for query, parameter in required:
        nothing: tuple[Mapping[str, str | Sequence[str]], ...] = (
            {}, {parameter.name: ""}, {parameter.name: "  "}, {parameter.name: []},
        )  # fmt: skip
        for values in nothing:
            with pytest.raises(ParameterError, match="it is missing") as caught:
                bind(query, values, law, BASE)
            assert caught.value.parameter == parameter.name
            assert caught.value.example == call(query)
        bind(query, query.example, law, BASE)


def test_an_unknown_parameter_is_an_error_with_the_nearest_names(catalogue: Catalogue, law: Vocabulary) -> None:
    for query in catalogue:
        with pytest.raises(ParameterError, match="none of that name"):
            bind(query, {**query.example, "no-such": "1"}, law, BASE)
    with pytest.raises(ParameterError, match="accepts exemption"):
        bind(catalogue.get("forces-citing-exemption"), {"exemtion": "23"}, law, BASE)


def test_no_declared_parameter_is_left_open_when_it_is_given(catalogue: Catalogue, law: Vocabulary) -> None:
    for query in catalogue:
        every = {parameter.name: parameter.example for parameter in query.parameters}
        bound = bind(query, every, law, BASE).sparql
        assert "# VALUES" not in bound
        for parameter in query.parameters:
            assert f"\nVALUES ?{parameter.variable}" in bound.replace("  ", "").replace("\n ", "\n")


def test_what_is_not_given_leaves_the_file_as_it_is(catalogue: Catalogue, law: Vocabulary) -> None:
    query = catalogue.get("outcomes-by-force")
    assert bind(query, {}, law, BASE).sparql == query.text


def test_several_values_are_any_of_them(catalogue: Catalogue, law: Vocabulary) -> None:
    bound = bind(catalogue.get("forces-citing-exemption"), {"exemption": ["23", "s.24", "23"]}, law, BASE)
    assert f"VALUES ?exemption {{ <{PROVISION}foia2000-23> <{PROVISION}foia2000-24> }}" in bound.sparql
    assert bound.subject.startswith("Forces that relied on section 23 (")
    assert " or section 24 (National security)" in bound.subject
    assert bound.parameters["exemption"] == ("23", "s.24")


def test_too_many_values_are_refused(catalogue: Catalogue, law: Vocabulary) -> None:
    with pytest.raises(ParameterError, match="too many"):
        bind(catalogue.get("outcomes-by-force"), {"year": [str(year) for year in range(1900, 2050)]}, law, BASE)
    given = {"exemption": "23", "include-inferred": ["yes", "no"]}
    with pytest.raises(ParameterError, match="too many"):
        bind(catalogue.get("forces-citing-exemption"), given, law, BASE)


def test_the_heading_says_what_was_asked_and_of_how_many(catalogue: Catalogue, law: Vocabulary) -> None:
    query = catalogue.get("forces-citing-exemption")
    bound = bind(query, {"exemption": "regulation 12(5)(b)", "year": "2022", "include-inferred": "no"}, law, BASE)
    words = "Forces that relied on regulation 12(5)(b) EIR (Adverse effect: course of justice, "
    assert bound.heading_of(1_200).startswith(words)
    rest = ", of the 1,200 documents in this graph; only provisions as the letters wrote them; only 2022"
    assert bound.heading_of(1_200).endswith(rest)


def test_a_call_quotes_what_a_shell_would_read(catalogue: Catalogue) -> None:
    query = catalogue.get("forces-citing-exemption")
    assert call(query, {"exemption": "23(5)"}) == "foigraph query forces-citing-exemption --exemption '23(5)'"
    assert call(query, {"exemption": "a'b"}).endswith("--exemption 'a'\\''b'")


# injection

TEXTS = st.one_of(
    st.text(min_size=1),
    st.lists(
        st.sampled_from(['"', "'", '"""', "\\", "\\u0041", "\\\"", "{", "}", "\n", "\r", "\u2028", "\x00", "\x0b",
                         "\x85", "# VALUES ?code", "?letter", "> ", "<", "}#", "UNION", "^^", "@en",
                         "\U0001f642", " ", "."]),
        min_size=1, max_size=12,
    ).map("".join),
)  # fmt: skip
QUERY = read_query("by-text.rq", BY_TEXT)


def letters_with(store: Store, text: str) -> list[str]:
    sparql = bind(QUERY, {"code": text}, load_vocabulary(), BASE).sparql
    result = store.query(sparql, use_default_graph_as_union=True)
    letter = Variable("letter")
    return sorted(solution[letter].value for solution in result)  # type: ignore[union-attr]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=8, unique=True), TEXTS)
def test_any_text_finds_what_the_same_comparison_finds_in_python(codes: list[str], wanted: str) -> None:
    store = Store()
    prop = NamedNode("http://e/code")
    codes = [code for code in (*codes, wanted) if code.strip() or code]
    store.extend(Quad(NamedNode(f"http://e/{i}"), prop, Literal(code)) for i, code in enumerate(codes))
    expected = sorted(f"http://e/{i}" for i, code in enumerate(codes) if code == wanted)
    assert letters_with(store, wanted) == expected


def test_a_long_text_is_a_term_too() -> None:
    long = ('"}\\' + "x" * 13) * 4096
    assert len(long) == 65_536
    store = Store()
    store.add(Quad(NamedNode("http://e/0"), NamedNode("http://e/code"), Literal(long)))
    assert letters_with(store, long) == ["http://e/0"]
    assert letters_with(store, long[:-1]) == []


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ParameterError, match="surrogate"):
        bind(QUERY, {"code": "\ud800"}, load_vocabulary(), BASE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([kind for kind in TYPES if kind != "text"]), TEXTS)
def test_no_text_gets_into_a_query_by_any_type(vocabulary: Vocabulary, kind: str, text: str) -> None:
    """Whatever is accepted is terms, and terms parse back to themselves within a query."""
    try:
        found = meaning(kind, text, vocabulary, BASE).terms
    except ValueError:
        return
    block = " ".join(map(str, found))
    rows = Store().query(f"SELECT ?x WHERE {{ VALUES ?x {{ {block} }} }}")
    assert [solution[Variable("x")] for solution in rows] == list(found)  # type: ignore[union-attr]
