"""An answer in words is told from words that answer nothing."""

from __future__ import annotations

import pytest

from .reading import positions, read

HOW_MANY = "1. How many drones were flown at the fair?\n2. What did they cost?"
WHICH = "1. Which make of drone is flown at the fair, and why?\n2. What did they cost?"


@pytest.mark.parametrize(
    "words",
    [
        "The figures are taken from a live system and may change as drones are added.",
        "We consulted our Drone Unit in order to respond to your question about the fair.",
        "We are still collating the information on drones.",
        "A search was carried out of all records that mention the fair and drones.",
        "Please could you clarify what you mean by a drone.",
        "Police forces record the use of drones in different ways.",
        "Disclosure of the make of drone would enable offenders to interfere with it.",
        "A person may be counted more than once where he or she was at the fair twice.",
        "There is a public interest in knowing which drones are flown.",
        "I am in the process of dealing with your request about drones.",
        "The response provided below is correct as of 3 June 2021.",
        "The term 'drone' is used here of any aircraft without a pilot.",
        "All forces take complaints about drones very seriously and we would urge anyone to come forward.",
    ],
)
def test_words_about_the_request_the_search_or_the_data_answer_nothing(words: str) -> None:
    assert positions(WHICH, f"1. {words}") == set()
    assert positions("Which drones are flown at the fair?", words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "Pilots of drones are highly trained and are watched by the control room.",
        "Drones may only be flown with the leave of the Civil Aviation Authority, and by those who passed its test.",
        "The drone had its first flight at the fair in 2016.",
    ],
)
def test_words_without_a_count_answer_no_question_how_many(words: str) -> None:
    assert positions(HOW_MANY, f"1. {words}") == set()
    assert positions(WHICH, f"1. {words}") == {(("1",), "disclosed")}


@pytest.mark.parametrize(
    "words",
    [
        "63 marked drones.",
        "None.",
        "One was flown on each day.",
        "We did not fly any.",
        "There were no drones there.",
        "Only one.",
        "Twelve.",
    ],
)
def test_a_count_in_figures_or_words_answers_how_many(words: str) -> None:
    assert positions(HOW_MANY, f"1. {words}") == {(("1",), "disclosed")}


def test_a_sentence_that_begins_with_a_figure_answers_whatever_its_words() -> None:
    assert positions("How many staff have a second job?", "441 business interests were recorded in all of 2020.") == {
        ((), "disclosed")
    }


def test_a_date_and_a_link_alone_answer_nothing() -> None:
    assert positions("Which drones are flown at the fair?", "08/02/2022\nhttps://www.fenshire.example/drones") == set()
    assert positions(WHICH, "1. https://www.fenshire.example/drones") == set()


def test_a_list_of_letters_by_when_each_came_is_a_log() -> None:
    found = read(
        "1. Request received 13 January 2016\nPlease send the diary.\nResponse sent 4 February 2016\nPlease see the "
        "attached spreadsheet.\n2. Request received 11 January 2016\nHow many staff are there?"
    )
    assert found.kind == "not-a-disclosure"
