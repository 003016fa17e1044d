"""What a letter does not say of a question is not claimed, whatever its turns of phrase sound like."""

from __future__ import annotations

import pytest

from .reading import read

THREE = "Fenshire Police\nFOI 12/2023\nRequest\n1. How many dogs?\n2. How many cats?\n3. How many horses?\nResponse\n"


def links(text: str) -> set[tuple[tuple[str, ...], str]]:
    return {
        (position.questions or response.answers, position.outcome)
        for response in read(text).responses
        for position in response.positions
    }


def outcomes(text: str) -> set[str]:
    return {outcome for _, outcome in links(text)}


def test_the_address_of_the_commissioner_makes_no_decision_notice() -> None:
    found = read(
        "You asked:\nHow many dogs?\nThere are 14.\nYou may complain to:\nThe Information Commissioner\nWycliffe House"
    )
    assert found.kind == "disclosure"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I answer late for the following reasons:\nStaff were ill.\n1. This is exempt under section 31(1)(a).\n"
         "2. There are 14.", {(("1",), "refused"), (("2",), "disclosed")}),
        ("The following points were considered:\n1. The cost.\n2. The search.\nOur revised answers:\n"
         "1. There are 14 dogs.\n2. There are 3 cats.\n3. No information is held.",
         {(("1",), "disclosed"), (("2",), "disclosed"), (("3",), "not-held")}),
    ],
)  # fmt: skip
def test_numbers_below_reasons_are_of_questions_again_where_the_answers_begin(
    answer: str, expected: set[tuple[tuple[str, ...], str]]
) -> None:
    assert links(THREE + answer) == expected


def test_a_notice_of_refusal_below_what_is_held_is_of_that_question() -> None:
    held = "Q1 There are 14.\nQ2 - There is information held on this.\n"
    notice = "Section 17 requires Fenshire Police, when refusing, to give a notice which:\na) States the fact\n"
    assert (("2",), "refused") in links(f"{THREE}{held}{notice}The information is exempt under section 31(1).\n")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I enclose the list, except for question 3, which is not held.", {(("3",), "not-held")}),
        ("All of this is exempt under section 31(1)(a), except questions 2, 3.", {(("1",), "refused")}),
        ("All of this is exempt under section 31(1)(a), except question 2.", {(("1", "3"), "refused")}),
    ],
)
def test_what_is_excepted_is_exactly_the_questions_listed(
    answer: str, expected: set[tuple[tuple[str, ...], str]]
) -> None:
    assert links(THREE + answer) == expected


def test_parts_are_excepted_with_their_question() -> None:
    asked = "Request\n1. How many dogs?\n2a. How many cats?\n2b. How many kittens?\nResponse\n"
    assert links(f"{asked}All of this is exempt under section 31(1)(a), except question 2.") == {(("1",), "refused")}


@pytest.mark.parametrize(
    "answer",
    [
        "Q1 is refused under section 31.\nQ2 is not held.\nWhile the list of horses is attached, I am withholding the "
        "names of owners for question 3, exempt under section 40(2).",
        "While no explanation of the numbers is provided by the stables, I am withholding information for question 3, "
        "exempt under section 31(1)(a).",
    ],
)
def test_what_is_attached_says_nothing_of_questions_answered_elsewhere(answer: str) -> None:
    assert not [(asked, outcome) for asked, outcome in links(THREE + answer) if outcome == "disclosed" and "2" in asked]


def test_searches_and_names_beside_figures_leave_the_figures_given() -> None:
    answer = (
        "1. The first searches did not find any records. A second search found 14 dogs.\n"
        "2. Cats are not identified by name. There are 3.\n3. Horses are not separately identified by colour; "
        "4 are kept."
    )
    assert outcomes(THREE + answer) == {"disclosed"}


@pytest.mark.parametrize(
    "answer",
    [
        "There were 14, of which 9 were repeated requests on the same subject.",
        "There were 14 warnings for repeated unwanted contact on the same matter.",
    ],
)
def test_requests_that_are_counted_are_not_called_vexatious(answer: str) -> None:
    assert "vexatious" not in outcomes(
        f"Request\nHow many requests did the force get about dogs?\nResponse\n{answer}\n"
    )


def test_numerals_of_answers_are_the_parts_of_their_letter() -> None:
    asked = "Request\na) Dogs?\ni. number\nii. breed\nResponse\n"
    assert links(f"{asked}i. There are 14.\nii. No information is held.\n") == {
        (("a.i",), "disclosed"), (("a.ii",), "not-held"),
    }  # fmt: skip
    apart = "Request\n(a) Dogs?\n(b) Cats?\nOn costs:\n(i) of food?\n(ii) of vets?\nResponse\n"
    told = "(a) There are 3.\n(b) There are 4.\n(i) There are 14.\n(ii) No information is held.\n"
    assert links(apart + told) == {
        (("a",), "disclosed"), (("b",), "disclosed"), (("i",), "disclosed"), (("ii",), "not-held"),
    }  # fmt: skip


@pytest.mark.parametrize("row", ["2-3 Months old: 1", "2-3 Sergeants"])
def test_a_row_of_ages_or_ranks_is_no_range_of_questions(row: str) -> None:
    assert (("2", "3"), "disclosed") not in links(f"{THREE}1. There are 3 in these groups:\n{row}\n")


def test_what_a_body_does_not_require_is_its_answer() -> None:
    text = (
        "Thank you for your request for information.\nHow many people did dogs bite?\n"
        "We do not require officers to record this, so no information is held.\n"
    )
    assert outcomes(text) == {"not-held"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I have given below the reasons for this. The information is exempt under section 31(1)(a).", {"refused"}),
        ("We have set out below how you can complain.", set()),
        ("Please refer to Annex A.", set()),
        ("A public authority must confirm or deny unless the cost of this alone would exceed the limit, or an "
         "exemption applies. We can neither confirm nor deny that anything is held, since to do so would harm national "
         "security.",
         {"ncnd"}),
    ],
)  # fmt: skip
def test_reasons_and_law_are_neither_given_nor_cost(answer: str, expected: set[str]) -> None:
    assert outcomes(f"Fenshire Police\nRequest\nHow many dogs are there?\nResponse\n{answer}\n") == expected


def test_what_does_not_answer_a_question_is_not_given_for_it() -> None:
    answer = "I have supplied information (see the attached file). It answers questions 1 and 2, but not question 3."
    assert links(THREE + answer) == {(("1", "2"), "disclosed")}


def test_personal_data_provided_by_a_requester_are_nothing_given() -> None:
    answer = "Please find attached our response.\nWe will keep the personal data provided.\n"
    assert outcomes(f"Request\nHow many dogs are there?\nResponse\n{answer}") == set()


def test_what_officers_will_need_to_check_is_no_cost() -> None:
    answer = "Bookings are not centrally recorded by dogs, and officers will need to check with a sergeant first."
    assert "cost-limit" not in outcomes(f"{THREE}1. {answer}")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I enclose the list, except for questions 2 to 3, which are not held.", {(("2", "3"), "not-held")}),
        ("We have answered everything apart from question 3 – no information is held.", {(("3",), "not-held")}),
        ("1. We hold no record of this. It relates to part 2 of the 1997 scheme.\n2. There are 3.\n3. There are 4.",
         {(("1",), "not-held"), (("2",), "disclosed"), (("3",), "disclosed")}),
        ("1. 14 houses were searched. 9 of the searches did not yield any results.\n2. There are 3.\n3. There are 4.",
         {(("1",), "disclosed"), (("2",), "disclosed"), (("3",), "disclosed")}),
        ("1. There are 14.\n2. The cost of this was £4,000, which was more than the amount set aside.\n3. There are 4.",
         {(("1",), "disclosed"), (("2",), "disclosed"), (("3",), "disclosed")}),
        ("In answering, these matters have been taken into account:\n- the cost\n1. There are 14.\n"
         "2. No information is held.\n3. There are 4.",
         {(("1",), "disclosed"), (("2",), "not-held"), (("3",), "disclosed")}),
    ],
)  # fmt: skip
def test_each_question_has_what_is_said_of_it_and_no_more(
    answer: str, expected: set[tuple[tuple[str, ...], str]]
) -> None:
    assert links(THREE + answer) == expected


def test_parts_in_brackets_behind_a_q_are_answered_apart() -> None:
    asked = "Fenshire Police\nFOI 12/2023\nRequest\nQ1(a) How many dogs?\nQ1(b) How many cats?\nResponse\n"
    assert links(f"{asked}Q1(a) There are 14.\nQ1(b) This is exempt under section 31(1)(a).\n") == {
        (("1a",), "disclosed"), (("1b",), "refused"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I apologise for the delay in answering your repeated requests on this same subject. There are 14 dogs.",
         {"disclosed"}),
        ("There are 14 dogs. I do not consider that disclosing this would breach section 40(2).", {"disclosed"}),
        ("We must confirm or deny unless the cost of doing so would exceed the limit. That is not so here. But "
         "Fenshire Police can neither confirm nor deny that it holds any information, since to do so would harm "
         "national security.",
         {"ncnd"}),
        ("I have set out below your request and our response.\nThe force can neither confirm nor deny that it holds "
         "any information, by virtue of section 31(3).", {"ncnd"}),
        ("The whole file is withheld. While a copy has been provided to the coroner, it is exempt under section "
         "31(1)(a).",
         {"refused"}),
    ],
)  # fmt: skip
def test_words_that_sound_like_another_outcome_leave_the_one_that_is_said(answer: str, expected: set[str]) -> None:
    text = f"Fenshire Police\nFOI 12/2023\nRequest\nHow many dogs does the force have?\nResponse\n{answer}\n"
    assert outcomes(text) == expected


def test_forces_that_released_figures_elsewhere_are_no_answer_here() -> None:
    answer = (
        "While the majority of forces have released such figures, I am withholding those for question 2, exempt under"
    )
    assert not [asked for asked, outcome in links(f"{THREE}{answer} section 31(1)(a).") if outcome == "disclosed"]


def test_ways_to_complain_make_no_decision_notice() -> None:
    rights = "You may write to:\n(1) Fenshire Police, for an internal review\n(2) The Information Commissioner"
    assert read(f"{THREE}1. There are 14.\n{rights}").kind == "disclosure"


def test_departments_that_provided_answers_asked_nothing() -> None:
    text = (
        "Fenshire Police\nFOI 12/2023\nI write about your request for the number of dogs and cats.\n"
        "The Dog Unit has provided the following information:\n"
        "1. The information on dogs is exempt under section 31(1)(a).\n2. No information is held on cats.\n"
    )
    assert links(text) == {(("1",), "refused"), (("2",), "not-held")}


def relied_on(text: str) -> set[str]:
    return {citation.section for citation in read(text).citations if citation.role == "relied-on"}


@pytest.mark.parametrize(
    "answer",
    [
        "1. No information is held.\n2. There are 44.\n3. There are 4.\nIn your earlier request (FOI 144/2021) the "
        "plan was refused under Section 31(1)(a). That decision stands apart from this one.",
        "We had asked you to narrow the request because it would exceed the cost limit under Section 12(1). You did "
        "so.\n1. There are 14.\n2. There are 44.\n3. There are 4.",
        "Please see the attached table, which answers each question in full. Cells have not been suppressed, as we do "
        "not consider that Section 40(2) is engaged.",
        "1. There are 14.\n2. No information is held. Should the council refuse your request it may cite Section 40.\n"
        "3. There are 4.",
        "1. There are 14.\n2. There are 44.\n3. There are 4.\nOther forces may refuse a similar request under "
        "Section 12(1).",
        "1. There are 14.\n2. The supplier asked us to withhold it under Section 43(2) but we have not agreed: £4.\n"
        "3. 4.",
    ],
)
def test_sections_of_another_time_body_or_case_are_not_relied_on(answer: str) -> None:
    text = THREE + answer
    assert relied_on(text) == set()
    assert outcomes(text) <= {"disclosed", "not-held"}


def test_a_review_that_overturns_does_not_refuse_again() -> None:
    text = (
        "Internal Review\nFenshire Police reference IR 12/2023\nYour request was:\n1. How many dogs?\n2. Cats?\n"
        "The original response refused both questions under Section 12(1) of the Act. You asked for a review because "
        "you did not accept the estimate of 40 hours.\nSection 12(1) was wrongly applied and I do not uphold the "
        "decision. The information is provided below.\n1. There are 17.\n2. There are 412.\n"
    )
    assert relied_on(text) == set()
    assert outcomes(text) == {"disclosed"}


@pytest.mark.parametrize(
    "told",
    [
        "We are considering whether Section 31(1)(a) applies and have not yet reached a view. For the avoidance of "
        "doubt, no information has been withheld at this stage.",
        "Some of the information may be exempt under Section 40(2), and we need further time. No decision "
        "has been made.",
    ],
)
def test_a_letter_that_has_not_decided_decides_nothing(told: str) -> None:
    text = f"Fenshire Police\nFOI 90/2024\nYou asked on 3 March 2024:\n1. How many dogs?\n2. How many cats?\n{told}\n"
    assert outcomes(text) == set()
    assert relied_on(text) == set()


def test_reasons_of_personal_data_are_no_answer_in_words() -> None:
    answer = (
        "1. 24\n2. 47\n3. With so few in each group, the condition could identify a person. Section 40(2) is engaged."
    )
    assert (("3",), "disclosed") not in links(THREE + answer)


def test_what_is_given_of_what_is_held_in_part_is_of_no_question_in_particular() -> None:
    answer = (
        "The information is held in part by Fenshire Police.\nI am able to disclose the located information to you.\n"
        "The dogs were counted by hand.\n"
    )
    assert not [asked for asked, _ in links(THREE + answer) if asked]
