"""Which questions an answer is about: those that its sentences name, or that its label is of."""

from __future__ import annotations

import pytest

from .reading import positions, read


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("With regard to 2 we believe that naming them would put staff at risk. It is exempt under section 38(1).",
         {(("2",), "refused")}),
        ("For question 1 we would rely on the following:\n"
         "Fenshire Police can neither confirm nor deny that it holds information by virtue of Section 31(3).",
         {(("1",), "ncnd")}),
        ("The records in relation to question 2 are fully exempt pursuant to section 31(1)(a) of the Act.",
         {(("2",), "refused")}),
        ("This would take 83 hours to read 514 files (this provides a response to point 1), so section 12(1) "
         "applies to point 2.",
         {(("1",), "disclosed"), (("2",), "cost-limit")}),
        ("The information is held, in part, however can not be disclosed for the following reasons.\n"
         "1. This would take keyword searches of 1,900 incidents.\n2. 41", {(("2",), "disclosed")}),
        ("In the case of your request three qualified exemptions apply.", {(("1", "2"), "refused")}),
        ("Request 1 – There were 22.\nRequest 2 – Refused. It would help those who plan disorder.",
         {(("1",), "disclosed"), (("2",), "refused")}),
        ("Q1 and 2. No information is held.", {(("1", "2"), "not-held")}),
        ("Q1, 2\nNo information is held.", {(("1", "2"), "not-held")}),
        ("Request 1 and 2: No information is held.", {(("1", "2"), "not-held")}),
        ("Response to questions 1 and 2: No information is held.", {(("1", "2"), "not-held")}),
        ("1. There were 9.\n2. No information is held.\nSection 1 of the Act\nInformation not recorded is not held.",
         {(("1",), "disclosed"), (("2",), "not-held")}),
        ("1. There is no such offence in law. There were 14 of the nearest.\n2. See attached.",
         {(("1",), "disclosed"), (("2",), "disclosed")}),
        ("If it is not recorded, we have no duty to create it. There were 14 at Fenford.",
         {(("1", "2"), "disclosed")}),
        ("1. 14\n2. The places are withheld under section 31(1)(a). The total is 9.",
         {(("1",), "disclosed"), (("2",), "partly-disclosed")}),
        ("Counting would take 295 hours, as there are 8,876 records (that number provides a response to point 1 of "
         "this request), so section 12(1) applies to point 2.", {(("1",), "disclosed"), (("2",), "cost-limit")}),
        ("Fenshire Police can confirm that it does hold some of the information; however we need more time to reply.",
         set()),
        ("1. As per Q3 above.\n2. There were 14.", {(("2",), "disclosed")}),
        ("The public interest is being weighed. Information is exempt if its release would harm. We will write by 3 "
         "May 2023.", set()),
    ],
)  # fmt: skip
def test_position_is_on_the_questions_that_its_sentences_name(
    response: str, expected: set[tuple[tuple[str, ...], str]]
) -> None:
    assert positions("1. How many?\n2. Where are they kept?", response) == expected


def test_numbers_of_two_questions_before_an_answer_end_the_one_above() -> None:
    asked = "1. How many?\n2. Of which kind?\n3. Who were they?"
    said = positions(
        asked, "1. 3.\n2 & 3 We shall not be answering these points and cite the following.\nSection 40(2) – Privacy"
    )
    assert said == {(("1",), "disclosed"), (("2", "3"), "refused")}


def test_letters_behind_a_number_are_of_that_question() -> None:
    said = positions(
        "1. How many bought:\na) Laptops\nb) Tablets\nc) Phones\n2. Licences:\na) For calls\nb) For letters",
        "Q1a, b & c and 2a – Please find attached.\nQ2b – We neither confirm nor deny that we hold this by virtue "
        "of section "
        "31(3).",
    )
    assert said == {(("1a", "1b", "1c", "2a"), "disclosed"), (("2b",), "ncnd")}


def test_letters_of_parts_are_those_of_the_one_question_that_has_them() -> None:
    said = positions(
        "1) How many:\na) stations\nb) suites\nc) cells", "a)The number was 27.\nb&c Information not held."
    )
    assert said == {(("1a",), "disclosed"), (("1b", "1c"), "not-held")}


def test_last_item_that_lost_its_number_is_the_next() -> None:
    asked = [
        "1. How many were examined last year?",
        "2. From how many was data recovered?",
        "3. Which tools do you use for it?",
    ]
    asked.append("1. Have these been part of any horizon scanning?")
    said = positions("\n".join(asked), "\n".join(f"{question}\nNo information held." for question in asked))
    assert said == {((number,), "not-held") for number in "1234"}


def test_cost_of_the_request_is_of_all_its_questions_whichever_one_is_spoken_of() -> None:
    said = positions(
        "1. How many?\n2. Of which kind?\n3. Where?",
        "We do not keep it so. In answer to question 3, we do not count them.\n"
        "The cost of compliance with your request is above the limit set by section 12(1).",
    )
    assert said == {(("1", "2", "3"), "cost-limit")}


def test_questions_with_letters_in_brackets_are_answered_by_them() -> None:
    said = positions(
        "- (a) How much?\n- (b) Since when?\n- (c) Why?",
        "In respect of questions (a) and (b) I am refusing your request under section 21.\n"
        "For question (c) there is no recorded information held.",
    )
    assert said == {(("a", "b"), "already-accessible"), (("c",), "not-held")}


def test_a_question_named_beside_a_year_is_refused_as_a_whole() -> None:
    said = positions(
        "1. How much?\n2. Who was paid most?",
        "In response to question 1 we can provide it by year: 2015 2210, 2016 4077.\n"
        "Information relating to 2017 and question two is withheld under Section 30(2).",
    )
    assert (("2",), "refused") in said


def test_what_is_neither_confirmed_besides_the_answers_is_of_the_whole() -> None:
    said = positions(
        "1. How many?\n2. At what cost?",
        "Response 1:\n13\nResponse 2:\n£12,000\nBesides what is given for questions 1 & 2, Fenshire Police can neither "
        "confirm nor deny that it holds any other information by virtue of Section 23(5).",
    )
    assert said == {(("1",), "disclosed"), (("2",), "disclosed"), ((), "ncnd")}


def test_ordinals_name_questions() -> None:
    said = positions(
        "1) What funding?\n2) Which letters?",
        "In response to your first question, no information is held.\nIn response to your second question, the "
        "letters are "
        "exempt under section 35(1)(a).",
    )
    assert said == {(("1",), "not-held"), (("2",), "refused")}


@pytest.mark.parametrize(
    ("asked", "response", "expected"),
    [
        ("a) When?\nb) Where?\nc) Which limit?\nd) How many?",
         "a-c) A response to these points is accessible by other means therefore I will rely on Section 21.",
         {(("a", "b", "c"), "already-accessible")}),
        ("1. How many?\n2. For what?\n3. From when?",
         "I have today decided to disclose the answer to Questions One (1), Two (2) and Three (3).\n"
         "Certain low level information recorded for Question Two (in terms of reasons) has been withheld.",
         {(("1", "3"), "disclosed"), (("2",), "partly-disclosed")}),
        ("- How does one apply?\n- Who had this?",
         "In response to your first question.\n- How does one apply?\nThe board sought applications from forces.\n"
         "In response to your second question,\nThe fund was ours.",
         {(("1",), "disclosed"), (("2",), "disclosed")}),
        ("1. How many?\n2. For what?\n3. From when?", "We can provide what we hold for Question 1.2 and 3.",
         {(("1", "2", "3"), "disclosed")}),
        ("1. How many?\n2. Where?\nYou then gave us clarity as below\n1 & 2. How many now? Earlier years only within "
         "the cost limit.", "1. 40\n2. It is at 12 High Street, Fenford.",
         {(("1",), "disclosed"), (("2",), "disclosed")}),
        ("1. How many?", "Your request exceeds the limits for time and cost set out in the Act.",
         {(("1",), "cost-limit")}),
        ("When was it surveyed?", "28 October 2020.", set()),
        ("1. When was it surveyed?\n2. By whom?", "1. 28 October 2020.\n2. No information held.",
         {(("1",), "disclosed"), (("2",), "not-held")}),
    ],
    ids=[
        "range-of-letters", "some-of-one", "ordinals", "two-with-a-dot", "clarity", "limits",
        "date-without-number", "date-under-a-number",
    ],
)  # fmt: skip
def test_answers_are_tied_to_the_questions_that_their_labels_name(
    asked: str, response: str, expected: set[tuple[tuple[str, ...], str]]
) -> None:
    assert positions(asked, response) == expected


def test_paragraphs_of_the_reasons_of_a_decision_are_no_answers() -> None:
    words = (
        "The requested information is fully exempt subject to the following provisions:\n"
        "Section 21(1) - Information accessible by other means\nREASON FOR DECISION\n"
        "1) Special Duties Section (SDS)\nThe unit was closed in 2008."
    )
    assert {outcome for _, outcome in positions("Please name the units.", words)} == {"already-accessible"}


def test_letters_behind_a_q_name_questions() -> None:
    response = "This is not held in a retrievable format. Therefore, for Qb each and every offence needs manual review."
    assert {number for numbers, _ in positions("The list is lost.", response) for number in numbers} <= {"b"}


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("I have decided to disclose the located information.\n1 & 2\nOfficers do a course of 16 weeks.",
         {(("1", "2"), "disclosed")}),
        ("1. There were 7.\n2. No information held.\nWhat we have supplied is likely to contain intellectual property "
         "rights.", {(("1",), "disclosed"), (("2",), "not-held")}),
        ("Response 1: We can confirm that we do hold the information requested as detailed below",
         {(("1",), "disclosed")}),
        ("I am not obliged to supply the information. The answer is that it is not recorded. Even if there were "
         "a requirement to do this, the cost would engage the Fees Limit under Section 12 of the Act.",
         {(("1", "2"), "not-held")}),
        ("Please find enclosed our response.\nNo information held. We do not use it.", {(("1", "2"), "not-held")}),
        ("I have today decided to disclose the following.\nQ1. Yes. I am exempting the names of software pursuant to "
         "Section 31(1).\nQ2. None is planned.", {(("1",), "partly-disclosed"), (("2",), "disclosed")}),
        ("I can confirm that the information is not held by Fenshire Police.\n1. No\n2. N/a", {(("1",), "disclosed")}),
        ("For question 1, please see data below.\n2021 90\nThe response to question 2 is;\n17 outstanding reviews.",
         {(("1",), "disclosed"), (("2",), "disclosed")}),
        ("Under section 21 we do not have to give you information which is already reasonably accessible.",
         {(("1", "2"), "already-accessible")}),
    ],
    ids=["numbers-on-a-line", "rights-in-what-is-supplied", "as-detailed", "obliged-to-supply-nothing-held",
         "enclosed-and-not-held", "yes-and-names-kept", "not-applicable-where-none-held", "response-is", "accessible"],
)  # fmt: skip
def test_answers_as_logs_print_them(response: str, expected: set[tuple[tuple[str, ...], str]]) -> None:
    assert positions("1. Do you use it?\n2. Is any planned?", response) == expected


def test_the_number_of_an_answer_may_stand_behind_its_heading() -> None:
    asked = "1. How many special constables?\n2. What is their rate of leaving?"
    assert positions(asked, "We hold this.\nResponse: 1. There are 40\n2. 9%") == {
        (("1",), "disclosed"), (("2",), "disclosed"),
    }  # fmt: skip
    assert positions(asked, "Response: 1. I can") == set()


def test_an_answer_that_likens_itself_to_one_above_is_of_its_own_question() -> None:
    asked = "1. The manual.\n2. The contract.\n3. The cost."
    given = (
        "1. This is published and exempt under Section 21.\n2. As for Q1, Section 21 applies. It is published by us."
    )
    assert positions(asked, given) == {(("1",), "already-accessible"), (("2",), "already-accessible")}
    found = positions(asked, "1. Four.\n2. Not applicable, see Q1. No information held.\n3. £9")
    assert (("2",), "not-held") in found
    assert (("1",), "not-held") not in found


def test_an_answer_behind_a_letter_may_refer_to_one_above_though_reasons_follow() -> None:
    text = (
        "FOI 334/19\nQ1. Is there a tool?\nA. Yes.\nQ2. What weights has it?\nA. There is no fixed weight. No "
        "information is held.\nQ3. What is planned?\nA. See answer to Q2.\nHarm\nIf the code was made public it "
        "could be "
        "learnt how to obtain a lower score, and the model was built with others whose rights in it would be less.\n"
    )
    found = {(p.questions, p.outcome, p.rule) for r in read(text).responses for p in r.positions}
    assert (("3",), "not-held", "position.referred") in found
