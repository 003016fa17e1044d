"""What is written down from a known disclosure is read back as that disclosure, or is said to be unreadable.

Known gaps, each left out of a promise where it is named below: in a text whose line breaks are lost answers may be
mixed up (the record says so), and what is cut off cannot be missed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foigraph.examples import AUTHORITIES
from foigraph.ingest.extract import extract
from foigraph.ingest.model import Disclosure
from foigraph.ingest.readers import to_text
from foigraph.ingest.record import to_record
from foigraph.ontology.vocabulary import load_vocabulary

from .generated import LAYOUTS, LOSSES, Known, Letter, disclosures

HARMLESS = ("curly", "footers", "glued", "wrapped")
"""Losses after which everything can still be read."""
FLAT = "line-breaks-lost"
always_the_same = settings(
    derandomize=True, database=None, deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow]
)
each_layout = pytest.mark.parametrize("layout", LAYOUTS)


def read(text: str) -> Disclosure:
    return extract(to_text(text), load_vocabulary(AUTHORITIES, "https://letters.example/"))


def relied(found: Disclosure) -> set[tuple[str, bool]]:
    return {(citation.section, citation.ncnd) for citation in found.citations if citation.role == "relied-on"}


def dates(found: Disclosure) -> dict[str, str]:
    return {date.kind: date.value for date in found.dates}


def outcomes(found: Disclosure) -> dict[str, set[str]]:
    """The outcomes of each question; one that is not visible is none."""
    by_question: dict[str, set[str]] = defaultdict(set)
    for response in found.responses:
        for position in response.positions:
            for number in position.questions:
                by_question[number] |= {position.outcome} - {"not-visible"}
    return by_question


def check_quotes(value: Any, text: str) -> None:
    """Every span lies within the text, and whatever is quoted stands there."""
    if isinstance(value, dict):
        if isinstance(value.get("span"), list):
            start, end = value["span"]
            assert 0 <= start < end <= len(text)
            assert value.get("as_written", text[start:end]) == text[start:end]
        for inner in value.values():
            check_quotes(inner, text)
    elif isinstance(value, list):
        for inner in value:
            check_quotes(inner, text)


def read_with_its_words(text: str) -> Disclosure:
    """What is read of a text, once each claim has been held against the words that it names."""
    found = read(text)
    check_quotes(to_record(found), text)
    return found


def check_all_of_it(found: Disclosure, letter: Letter) -> None:
    known = letter.known
    assert found.kind == "disclosure"
    assert found.authority is not None
    assert found.authority.id == known.body
    assert (found.reference.value if found.reference else None) == letter.reference
    assert dates(found) == letter.dates
    assert [question.number for question in found.questions] == sorted(known.outcomes)
    assert outcomes(found) == {number: {outcome} for number, outcome in known.outcomes.items()}
    assert relied(found) == known.relied


def check_nothing_else(found: Disclosure, letter: Letter) -> None:
    known = letter.known
    warned = {warning.code for warning in found.warnings}
    assert found.authority is None or found.authority.id == known.body
    assert found.reference is None or found.reference.value == letter.reference
    assert dates(found).items() <= letter.dates.items()
    assert {question.number for question in found.questions} - {None} <= known.outcomes.keys()
    assert {section for section, _ in relied(found)} <= {section for section, _ in known.relied}
    if FLAT not in warned:
        assert relied(found) <= known.relied
        wrong = {number: said for number, said in outcomes(found).items() if said - {known.outcomes.get(number)}}
        assert wrong == {}


@each_layout
@always_the_same
@given(known=disclosures())
def test_a_letter_is_read_as_what_was_decided(layout: str, known: Known) -> None:
    letter = LAYOUTS[layout](known)
    check_all_of_it(read_with_its_words(letter.text), letter)


@pytest.mark.parametrize("loss", HARMLESS)
@each_layout
@always_the_same
@given(known=disclosures())
def test_a_letter_that_came_out_otherwise_on_its_page_is_read_the_same(layout: str, loss: str, known: Known) -> None:
    letter = LAYOUTS[layout](known)
    check_all_of_it(read_with_its_words(LOSSES[loss](letter.text)), letter)


@pytest.mark.parametrize("loss", sorted(LOSSES.keys() - set(HARMLESS)))
@each_layout
@always_the_same
@given(known=disclosures())
def test_nothing_is_said_of_a_damaged_letter_that_was_not_decided(layout: str, loss: str, known: Known) -> None:
    letter = LAYOUTS[layout](known)
    found = read_with_its_words(LOSSES[loss](letter.text))
    if found.kind == "disclosure":
        check_nothing_else(found, letter)


@always_the_same
@given(known=disclosures(), layout=st.sampled_from(sorted(LAYOUTS)), loss=st.sampled_from(sorted(LOSSES)))
def test_what_is_lost_of_the_provisions_is_said_to_be_lost(known: Known, layout: str, loss: str) -> None:
    letter = LAYOUTS[layout](known)
    found = read(LOSSES[loss](letter.text))
    if loss != "truncated" and found.kind == "disclosure" and not known.relied <= relied(found):
        assert {warning.code for warning in found.warnings} & {"lead-in-without-list", FLAT}


def test_letters_are_made_in_every_layout_with_every_loss() -> None:
    assert len(LAYOUTS) == 10
    assert len(LOSSES) == 8
