"""Answers in prose that point to their questions, stand on their line, in cells, in brackets or below their number."""

from __future__ import annotations

import pytest

from .reading import read

ASKED = "Fenshire Police\nFOI 12/2023\nYou asked:\n"
ROMANS = ASKED + "(i) how many dogs\n(ii) their breeds\n(iii) their names\n\n"
NUMBERS = ASKED + "1. How many dogs?\n2. How many cats?\n3. Their names?\n\n"


def links(text: str) -> set[tuple[str, str]]:
    """Each question with its outcomes."""
    found = read(text)
    return {(n, p.outcome) for response in found.responses for p in response.positions for n in p.questions}


@pytest.mark.parametrize(
    "told",
    [
        "In response to (i) and (ii), there are nine, all of them spaniels.\n\nAs to (iii), no information is held.",
        "With regard to (i) and (ii), there are nine, all of them spaniels.\n\nThe information at (iii) is not held.",
        "With regard to (i) to (ii), there are nine, all spaniels.\n\nTurning to (iii), no information is held.",
        "There are nine dogs (i), all of them spaniels (ii).\n\nWith regard to names (iii), no information is held.",
    ],
)
def test_labels_in_brackets_name_their_questions(told: str) -> None:
    assert links(ROMANS + told) == {("i", "disclosed"), ("ii", "disclosed"), ("iii", "not-held")}


@pytest.mark.parametrize(
    "told",
    [
        "In answer to your first question there are 9. In answer to the second there are 4.\n\n"
        "As regards your third question, it is exempt under section 31(1)(a).",
        "With regard to questions one and two, the figures are 9 and 4.\n\n"
        "With regard to question three, it is withheld under section 31(1)(a).",
        "Response to questions 1, 2 and 3\nThere are 9 (Q1) and 4 (Q2). The names (Q3) are exempt under section "
        "31(1)(a).",
        "Questions 1 – 2\nThere are nine of the first and four of the second.\n\nQuestion 3\nIt is exempt under "
        "section 31(1)(a).",
        "I can confirm that the information asked for at 1 and 2 is held. It is given in the attached table.\n\n"
        "The names asked for at 3 are exempt under section 31(1)(a).",
        "[1] There are 9.\n[2] There are 4.\n[3] These are exempt under section 31(1)(a).",
    ],
)
def test_words_that_name_questions_are_their_answers(told: str) -> None:
    assert links(NUMBERS + told) == {("1", "disclosed"), ("2", "disclosed"), ("3", "refused")}


def test_it_goes_on_about_the_questions_that_the_sentence_above_names() -> None:
    told = (
        "The Force holds the information asked for at questions 1 and 2. It is exempt under section 21, being on our "
        "website.\n\nIn response to question 3, no information is held."
    )
    assert links(NUMBERS + told) == {("1", "already-accessible"), ("2", "already-accessible"), ("3", "not-held")}


@pytest.mark.parametrize(
    "listed",
    [
        "1. Number of dogs – 9\n2. Number of cats – not held\n3. Their names – exempt, s31(1)(a)\n",
        "1. Number of dogs: 9\n2. Number of cats: not held by us\n3. Their names: s31(1)(a) applies\n",
        "1. How many dogs? 9\n2. How many cats? Not held.\n3. Their names? Withheld, section 31(1)(a).\n",
    ],
)
def test_answers_on_the_line_of_their_question_are_read_where_only_the_authority_can_have_written_one(
    listed: str,
) -> None:
    text = f"Fenshire Police\nFOI 12/2023\nYou put three questions and our reply to each is given in order.\n{listed}"
    assert links(text) == {("1", "disclosed"), ("2", "not-held"), ("3", "refused")}


def test_a_list_of_what_somebody_wants_is_not_answered_by_its_own_words() -> None:
    text = "Fenshire Police\nFOI 12/2023\nRequest:\n1. Period: 2019\n2. Area: Eastwold\n3. Format: Excel\n"
    assert links(text) == set()


def test_several_numbers_each_with_its_stop_head_one_answer() -> None:
    told = "Response:\n1. 9\n2. 3. The force is not obliged to provide this. Section 31(1)(a) applies.\n"
    assert links(NUMBERS + told) == {("1", "disclosed"), ("2", "refused"), ("3", "refused")}


def test_an_answer_that_only_points_below_gives_nothing() -> None:
    told = "Response:\n1. 9\n2. 4\n3. Please see exemption below.\nQuestion 3 – Section 31(1)(a). It would harm.\n"
    assert links(NUMBERS + told) == {("1", "disclosed"), ("2", "disclosed"), ("3", "refused")}


@pytest.mark.parametrize("cited", ["Section 40(2) FOIA.", "S40(2) and S38(1)(a).", "Section 40(2) refers."])
def test_a_provision_that_is_a_sentence_of_an_answer_is_what_that_rests_on(cited: str) -> None:
    found = read(f"{NUMBERS}Response:\n1. 9\n2. 4\n3. To say would identify them. {cited}\n")
    assert "40(2)" in {citation.section for citation in found.citations if citation.role == "relied-on"}
    assert ("3", "refused") in links(f"{NUMBERS}Response:\n1. 9\n2. 4\n3. To say would identify them. {cited}\n")


def test_answers_between_quoted_questions_are_theirs() -> None:
    text = (
        "Fenshire Police\nFOI 12/2023\nPlease see our answers in line below.\n\n> 1. How many dogs?\n\n9\n\n"
        "> 2. How many cats?\n\nNo information held.\n"
    )
    assert links(text) == {("1", "disclosed"), ("2", "not-held")}


def test_the_next_answer_ends_the_reasons_of_the_one_above() -> None:
    told = (
        "Response:\n1. 9\n2. This will not be disclosed by virtue of section 31(1)(a).\nBalance\nThe safety of the "
        "public is paramount.\n3. No information is held.\n"
    )
    assert ("3", "not-held") in links(NUMBERS + told)


def test_what_a_paragraph_says_first_that_it_is_about_stays_its_matter() -> None:
    told = (
        "Response:\n1. 9\n2. No information is held.\nThe information requested at point 3 is not held in a format "
        "that can be searched. Over 1,400 records would have to be read and section 12(1) applies.\n"
    )
    assert links(NUMBERS + told) == {("1", "disclosed"), ("2", "not-held"), ("3", "cost-limit")}


def test_a_request_refused_whole_for_the_cost_of_one_question_is_refused_in_each() -> None:
    told = (
        "Response:\nI am not obliged to provide you with a response to your request pursuant to section 12(1). When "
        "one part falls under section 12 the whole request is therefore exempt. To answer question 2 would take "
        "267 hours.\n"
    )
    assert links(NUMBERS + told) == {(number, "cost-limit") for number in "123"}


def test_all_but_a_question_that_is_given_is_given() -> None:
    told = (
        "Response:\nWith the exception of question 3, all of the information you have asked for is disclosed below.\n"
        "Question 3 is withheld under section 43(2).\n"
    )
    assert links(NUMBERS + told) == {("1", "disclosed"), ("2", "disclosed"), ("3", "refused")}


def test_a_list_of_where_all_is_published_gives_nothing() -> None:
    told = (
        "Response: All of the information you have requested is published and is exempt under section 21. To assist "
        "you:\n"
        "1. Publication scheme, Who we are\n2. Publication scheme, Lists\n3. Publication scheme, What we spend\n"
    )
    assert {outcome for _, outcome in links(NUMBERS + told)} <= {"already-accessible"}
    assert "disclosed" not in {p.outcome for r in read(NUMBERS + told).responses for p in r.positions}


def test_rows_of_a_table_of_numbered_questions_are_answered() -> None:
    text = (
        "Fenshire Police\nFOI 12/2023\nPlease see our answers in the table.\nNo | Question | Answer\n"
        "1 | Number of dogs | 9\n2 | Number of cats | Not recorded\n3 | Their names | Exempt, section 31(1)(a)\n"
    )
    assert links(text) == {("1", "disclosed"), ("2", "not-held"), ("3", "refused")}


def test_what_is_taken_out_of_what_is_given_makes_it_given_in_part() -> None:
    told = "Response:\n1. 9\n2. Attached. Names have been removed under section 40(2).\n3. Not held.\n"
    assert ("2", "partly-disclosed") in links(NUMBERS + told)


def test_a_signature_is_no_question() -> None:
    text = "Dear Fenshire Police,\nFOI 12/2023\nHow many dogs have you?\nYours faithfully,\nR. Dunne\n\nThere are 9.\n"
    assert [question.number for question in read(text).questions if question.number] == []
