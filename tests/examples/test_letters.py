"""The example letters are plainly fictional, name no real body, and each has its expectations."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from foigraph.examples import AUTHORITIES, letters
from foigraph.ingest.model import Favours, PlainOutcome, Role
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary

EXPECTED: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("expected.json").read_text(encoding="utf-8"))[
    "letters"
]
TEXTS = {letter.name: letter.read_text(encoding="utf-8") for letter in letters()}
FICTIONAL = re.compile(r"This letter is fictional: an example of foigraph\.\s(.+?)\sdoes\snot\sexist\.")

WITHHOLDING = ("24(1)",)
"""Limbs for withholding that a letter of tensions names for neither confirming nor denying."""

each_letter = pytest.mark.parametrize("name", sorted(TEXTS))


@pytest.fixture(scope="module")
def fictional() -> Vocabulary:
    return load_vocabulary(authorities=AUTHORITIES)


def words_only(text: str) -> str:
    """The text with its HTML tags taken out and its white space made plain."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def real_names() -> re.Pattern[str]:
    """The official names and the aliases of four letters or more of every real body, as whole words."""
    bodies = load_vocabulary().authorities.values()
    names = {name for body in bodies for name in (body.name, *body.aliases) if len(name) >= 4}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)


def printed_sections(text: str) -> str:
    return re.sub(r"\s", "", text).lower()


def test_there_are_ten_letters_in_text_and_html() -> None:
    assert len(TEXTS) == 10
    assert {Path(name).suffix for name in TEXTS} == {".txt", ".html"}


@each_letter
def test_letter_says_that_it_and_its_force_are_fictional(name: str, fictional: Vocabulary) -> None:
    found = FICTIONAL.findall(words_only(TEXTS[name]))
    assert found == [fictional.authorities[EXPECTED[name]["force"]].name]


@each_letter
def test_fictional_notice_begins_a_line(name: str) -> None:
    assert re.search(r"^(?:<p>)?This letter is fictional:", TEXTS[name], re.MULTILINE)


@each_letter
def test_letter_has_the_length_of_a_real_one(name: str) -> None:
    assert 1_500 <= len(words_only(TEXTS[name])) <= 7_000


@each_letter
def test_letter_names_no_real_body(name: str) -> None:
    assert real_names().findall(words_only(TEXTS[name])) == []


def test_real_names_would_be_noticed() -> None:
    sample = "Dear CLEVELAND POLICE, the Home Office and Hants, but not Clevelandshire Police"
    assert real_names().findall(sample) == ["CLEVELAND POLICE", "Home Office", "Hants"]


def test_every_force_has_one_letter_and_is_marked_fictional(fictional: Vocabulary) -> None:
    assert sorted(entry["force"] for entry in EXPECTED.values()) == sorted(fictional.authorities)
    rows = AUTHORITIES.read_text(encoding="utf-8").splitlines()[1:]
    assert [row for row in rows if not row.endswith(",fictional")] == []


def test_fictional_forces_share_no_id_domain_or_identifier_with_real_ones(fictional: Vocabulary) -> None:
    assert not fictional.authorities.keys() & load_vocabulary().authorities.keys()
    for body in fictional.authorities.values():
        assert (body.wikidata, body.ons) == ("", "")
        assert body.domains
        assert all(domain.endswith(".example") for domain in body.domains)


@each_letter
def test_addresses_in_letters_lead_nowhere(name: str) -> None:
    hosts = re.findall(r"https?://([^/\s\"<]+)", TEXTS[name])
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_expectations_cover_exactly_the_letters() -> None:
    assert sorted(EXPECTED) == sorted(TEXTS)


@each_letter
def test_expected_ids_are_in_the_vocabulary(name: str, fictional: Vocabulary) -> None:
    entry = EXPECTED[name]
    assert entry["force"] in fictional.authorities
    assert set(entry["technologies"]) <= fictional.technologies.keys()
    assert {factor["provision"] for factor in entry["factors"]} <= fictional.provisions.keys()
    for citation in entry["citations"]:
        provision = fictional.provision(citation["regime"], citation["section"])
        assert provision is not None, citation
        inferred = citation["inferred_provision"]
        assert inferred is None or fictional.provisions[inferred].ncnd
        assert provision.ncnd == (citation["ncnd"] and inferred is None) or citation["section"] in WITHHOLDING, citation


@each_letter
def test_expected_words_are_those_of_the_model(name: str) -> None:
    entry = EXPECTED[name]
    assert entry["kind"] == "disclosure"
    assert entry["regime"] == "FOIA2000"
    assert {position["outcome"] for position in entry["positions"]} <= set(get_args(PlainOutcome))
    assert {position["facet"] for position in entry["positions"]} <= {None, "overt", "covert"}
    assert {mention["role"] for mention in entry["mentions"]} <= set(get_args(Role)) - {"relied-on"}
    assert {factor["favours"] for factor in entry["factors"]} <= set(get_args(Favours))
    assert {date["kind"] for date in entry["dates"]} <= {"received", "response", "disclosed"}


@each_letter
def test_every_question_is_answered_or_said_to_be_unanswered(name: str) -> None:
    entry = EXPECTED[name]
    answered = {number for position in entry["positions"] for number in position["questions"]}
    unanswered = {gap["question"] for gap in entry["unanswered"] if gap["facet"] is None}
    assert answered | unanswered == set(entry["questions"])
    assert not answered & unanswered


@each_letter
def test_expected_sections_and_references_are_printed(name: str) -> None:
    entry, text = EXPECTED[name], printed_sections(words_only(TEXTS[name]))
    assert printed_sections(entry["reference"]) in text
    for section in {fact["section"] for key in ("citations", "mentions", "claims") for fact in entry[key]}:
        whole = section.replace("31(1)(b)", "31(1)(a)(b)")  # the second limb shares its head with the first
        assert re.search(rf"(?:s|sections?|and){re.escape(whole)}(?!\d)", text), section


@each_letter
def test_nothing_is_both_relied_on_and_a_mention(name: str) -> None:
    entry = EXPECTED[name]
    relied_on = {citation["section"] for citation in entry["citations"]}
    assert not relied_on & {mention["section"] for mention in entry["mentions"]}


def test_one_question_has_three_different_answers() -> None:
    asked = ("barsetshire-214-2022.txt", "loamshire-341-24.txt", "wessex-vale-foi-11873.txt")
    answers = []
    for name in asked:
        assert re.search(r"^\W*(?:\d\W+)?How many times has your force deployed live facial", TEXTS[name], re.MULTILINE)
        positions = EXPECTED[name]["positions"]
        answers.append({(p["facet"], p["outcome"]) for p in positions if "1" in p["questions"]})
    assert answers == [{(None, "not-held")}, {(None, "disclosed")}, {("overt", "not-held"), ("covert", "ncnd")}]


def test_letters_show_what_the_readme_promises() -> None:
    shown = {position["outcome"] for entry in EXPECTED.values() for position in entry["positions"]}
    assert shown == {
        "already-accessible", "cost-limit", "disclosed", "ncnd", "not-held", "not-visible", "partly-disclosed",
        "refused",
    }  # fmt: skip
    roles = {mention["role"] for entry in EXPECTED.values() for mention in entry["mentions"]}
    assert roles == set(get_args(Role)) - {"relied-on"}
