"""Answers that give something and say something else of the rest: each is told, and neither of the whole."""

from __future__ import annotations

import pytest

from .reading import LETTER, positions, read

ASKED = "1. How many drones, and which models?\n2. What is the guidance on them?\n3. What did they cost?"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("2. The national guidance is published and exempt under Section 21 – see the link.\nThe local procedure is "
         "exempt, Section 31(1)(a).\n[1]https://fenshire.example/guidance", {"already-accessible", "refused"}),
        ("2. Figures to 2023 are published and are exempt under Section 21. Those for 2024 are exempt under Section "
         "22.", {"already-accessible", "future-publication"}),
        ("1. There were 1,346 flights. Whether a flight was at a protest is not held as a category and each log would "
         "have to be read. This would exceed the 18 hour limit, Section 12(1).", {"disclosed", "cost-limit"}),
        ("1. Yes. How often they were flown is not held in a retrievable format, as each log would have to be read, "
         "and Section 12(1) applies.", {"disclosed", "cost-limit"}),
        ("1. The number of drones is 14. The make, model and colour are exempt by virtue of Section 31(1)(a).",
         {"partly-disclosed"}),
        ("3. The drones were bought in 2017. The cost has not been provided as it is commercially sensitive and is "
         "exempt by virtue of Section 43(2).", {"partly-disclosed"}),
        ("1. Of drones that are held\nRegarding models, our response is no information held.\nThe exact number of "
         "drones is exempt under Section 31(1)(a).", {"not-held", "refused"}),
        ("1. Small drones |\n11 |\nLarge drones |\nSection 31(1)(a) |\nSection 31(1)(a) ‘Law Enforcement’ is applied "
        "to that figure.", {"partly-disclosed"}),
        ("1. We do hold the information requested, the details of which are as follows:\nPlease also note: to be sure "
         "of every entry would exceed the 18 hour time limit.\n|\n2023 |\n904 |", {"disclosed"}),
        ("1. Records are kept by each officer. No information held centrally. To ask each officer would take over 18 "
         "hours and so Section 12(2) applies.", {"cost-limit"}),
        ("2. It is not held by the force in full and the parts that are have been provided with this letter.\nThe "
         "following exemption applies:\nSection 40(2) – Personal Information", {"partly-disclosed"}),
        ("2. This is in the national standards, which are on the internet. Under Section 21 we do not have to copy "
         "what you can find for yourself.", {"already-accessible"}),
        ("1. No information is held in a form we can search. To open each record would take 28 hours. Section 12(1) "
         "applies.", {"cost-limit"}),
    ],
    ids=["published-and-refused", "published-and-to-be", "figure-and-cost", "yes-and-cost", "figure-and-models",
         "bought-and-cost-kept", "a-heading-gives-nothing", "a-cell-that-is-kept", "a-note-keeps-nothing-back",
         "held-nowhere-in-one-place", "not-held-in-full",
         "what-you-can-find", "held-in-no-form-to-search"],
)  # fmt: skip
def test_each_thing_that_an_answer_says_is_told(answer: str, expected: set[str]) -> None:
    number = answer[0]
    assert positions(ASKED, answer) == {((number,), outcome) for outcome in expected}


def test_a_note_that_names_a_question_is_of_that() -> None:
    given = "1. We do hold this, the details of which are as follows:\n14\nPlease note that question 3 is not held."
    assert (("3",), "not-held") in positions(ASKED, given)


def test_a_refusal_of_one_thing_below_a_table_is_none_of_the_whole() -> None:
    asked = "Have drones been flown? If so please confirm\na) the dates\nb) the purpose\nc) the company that sold them"
    given = (
        "We have flown drones.\nPlease find the monthly figures below. We are unable to provide further figures for "
        "2020 as these are collated quarterly.\nJanuary 8\nFebruary 3\nThe information on the company that sold the "
        "drones has been considered exempt from disclosure. The exemption applicable is section 31(1)(a)."
    )
    assert {outcome for _, outcome in positions(asked, given)} == {"partly-disclosed"}


def test_what_else_is_given_below_a_refusal_of_one_question_is_told() -> None:
    """Numbered paragraphs below ``for the following reasons`` give reasons, unless words say that they give the "
    "rest."""
    given = (
        "This is held in part, however cannot be disclosed for the following reasons.\nWith regards to point 2, each "
        "of the 10,000 notices would have to be read. As this would take over 18 hours, Section 12(1) would apply.\n"
    )
    assert (("3",), "disclosed") not in positions(ASKED, f"{given}3. About the same as before.\n")
    helped = f"{given}In order to assist with the other parts please see below.\n3. About the same as before.\n"
    assert (("3",), "disclosed") in positions(ASKED, helped)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I am not required by statute to release it.", "refused"),
        ("We hold this. This letter serves as a Refusal Notice under Section 17 of the Act for this question.",
         "refused"),
        ("This is exempt information, see Section 31 below.", "refused"),
        ("In respect of covert equipment Fenshire Police neither confir", "ncnd"),
    ],
    ids=["by-statute", "notice-for-this-question", "this-is-exempt-information", "cut-within-the-words"],
)  # fmt: skip
def test_words_that_refuse_are_no_answer_in_words(answer: str, expected: str) -> None:
    assert positions(ASKED, f"1. 14\n3. {answer}") == {(("1",), "disclosed"), (("3",), expected)}


def test_a_summary_goes_where_reasons_name_the_question_and_all_others_are_answered() -> None:
    text = (
        "Request\n1. Can you analyse drones?\n2. Who does it?\nI have today decided to disclose some of the requested "
        "information. Some data has been withheld as it is exempt.\nReason for decision\nSection 31(1)(a) has been "
        "applied to question 2, since naming them would make them a target.\nDisclosure\nQ1 - Yes\n"
    )
    found = {(p.questions, p.outcome) for r in read(text).responses for p in r.positions}
    assert found == {(("2",), "refused"), (("1",), "disclosed")}
    unanswered = text.replace("2. Who does it?\n", "2. Who does it?\n3. Where?\n")
    assert ((), "partly-disclosed") in {
        (p.questions, p.outcome) for r in read(unanswered).responses for p in r.positions
    }


def test_the_title_of_what_is_said_of_a_provision_ends_the_last_answer() -> None:
    answers = (
        "The information sought by Request 3 is exempt by virtue of Section 22(1).\nDISCLOSURE\nRequest 1 - 3,362 "
        "drones."
        "\nRequest 2 - please see the spreadsheet.\nSection 22 - Information intended for future publication\nIt "
        "will be "
        "put on the website of the force when the review is over, later this year."
    )
    assert positions(ASKED, answers) == {
        (("1",), "disclosed"), (("2",), "disclosed"), (("3",), "future-publication"),
    }  # fmt: skip


def test_what_is_given_of_goodwill_is_of_the_answers_that_are_named() -> None:
    found = positions(
        ASKED,
        "1. 14\n2. £900\n3. Each form would have to be opened. This is above the appropriate limit and Section 12(1) "
        "applies. As answers 1, 2 had already been located they are provided as a gesture of goodwill.",
    )
    assert (("3",), "disclosed") not in found
    assert (("3",), "cost-limit") in found


def test_a_table_right_above_the_second_answer_is_the_first_by_inference() -> None:
    text = LETTER.format(
        request="1. How many drones, by use?\n2. How many crashed?",
        response="I am able to disclose the information as follows.\nSearches 62\nEvents 14\n2. There were 4.",
    )
    found = {(p.questions, p.outcome): p.status for r in read(text).responses for p in r.positions}
    assert found == {(("1",), "disclosed"): "inferred", (("2",), "disclosed"): "explicit"}
    answered = text.replace("2. There were 4.", "2. There were 4.\n1. See the table.")
    assert "inferred" not in {p.status for r in read(answered).responses for p in r.positions}


def test_a_refusal_as_vexatious_begins_the_answer_of_a_letter_in_a_thread() -> None:
    text = (
        "Dear Fenshire Police,\n1. How many hours were deleted?\n2. By whom?\nYours faithfully,\nRequest Reference No: "
        "F-2016-01177\nDear [name]\nI write in connection with your request received on 6 June 2016.\n\n"
        "Section 14(1) of the Act says that an authority does not have to comply with a request for information where "
        "that is vexatious. I find that the burden is out of proportion and I am therefore refusing it under Section "
        "14(1).\n"
    )
    found = read(text)
    assert {p.outcome for r in found.responses for p in r.positions} == {"vexatious"}
    assert {c.section for c in found.citations if c.role == "relied-on"} == {"14(1)"}


@pytest.mark.parametrize(
    ("answer", "outcome", "sections"),
    [
        ("It is vexatious and Section 14(1) of the Act applies to it.\nFor the avoidance of doubt this is not a "
         "refusal on grounds of cost\n(Section 12).", "vexatious", {"14(1)"}),
        ("Each file would have to be read. As such, and in terms of Section 16(4) of the Freedom of Information "
         "(Scotland) Act 2002 where section 12(1) of the Act (Excessive Cost of Compliance) has been applied, this "
         "represents a refusal notice.", "cost-limit", {"12(1)"}),
        ("We cannot answer as it will exceed the 18 hour limit. The exemption can be found at Section 12(1).\nSection "
         "12(2) “does not exempt the public authority from its obligation to comply with paragraph (a)”.", "cost-limit",
         {"12(1)"}),
        ("The figures will be put on our website at a future date.\nSection 22 Information Intended for Future "
         "Publication\nParliament laid down the Section 21 and 22 exemptions to benefit those who publish.",
         "future-publication", {"22"}),
        ("The report is attached. No part has been taken out.", "disclosed", set()),
        ("Images deleted from 1 November 2022: 29. This is higher than the requests, as other images may then be "
         "removed under the schedules.", "disclosed", set()),
    ],
    ids=["no-refusal-for-cost", "has-been-applied", "the-other-limb-quoted", "what-parliament-meant", "nothing-out",
         "removed-under-schedules"],
)  # fmt: skip
def test_provisions_that_are_not_relied_on_are_not_claimed(answer: str, outcome: str, sections: set[str]) -> None:
    found = read(LETTER.format(request="All of the report.", response=answer))
    assert {p.outcome for r in found.responses for p in r.positions} == {outcome}
    assert {c.section for c in found.citations if c.role == "relied-on"} == sections


def test_what_is_said_to_follow_is_what_follows_and_is_given_of_no_other_question() -> None:
    asked = "1. Do they carry cameras? If yes:\n2. How many?\n3. Who leads on them?"
    given = "I am able to disclose the information to you as follows.\n2. There are 70.\n3. A chief inspector.\n"
    assert positions(asked, given) >= {(("2",), "disclosed"), (("3",), "disclosed")}
    assert (("1",), "disclosed") not in positions(asked, given)
    told = "After we sought clarity you then advised - If the answer is No to point 1, nothing more is needed.\n"
    assert (("1",), "disclosed") not in positions(asked, f"{told}{given}")


def test_what_is_not_held_of_one_thing_is_of_no_question_and_its_words_are_its_scope() -> None:
    text = LETTER.format(
        request="1. How many cats were lost?\n2. How many dogs?\n3. How many were recovered?",
        response="A search would give 3 cats and 81 dogs but would not be reliable. The number recovered is not held.",
    )
    (found,) = [p for r in read(text).responses for p in r.positions if p.outcome == "not-held"]
    assert (found.questions, found.scope is not None) == ((), True)


def test_all_but_the_questions_that_are_exempt_is_given() -> None:
    found = positions(
        "1. How many?\n2. Which models?\n3. Who flies them?",
        "We are able to provide the information requested with the exception of questions 2 and 3, which are exempt by "
        "virtue of section 31(1)(a).\n1. There are 14.",
    )
    assert {(("2", "3"), "refused"), (("1",), "disclosed")} <= found
    assert not [outcome for _, outcome in found if outcome == "partly-disclosed"]


@pytest.mark.parametrize(
    "tail",
    [
        "The attached sheet explains how to seek an internal review.",
        "A copy of our complaints procedure is enclosed.",
        "The names are personal data of staff who would not expect it.",
        "They could be known from their remarks even with names removed.",
    ],
)
def test_what_goes_with_a_refusal_gives_nothing(tail: str) -> None:
    refused = "3. The names are withheld under section 40(2)."
    assert positions(ASKED, f"1. 14\n{refused} {tail}") >= {(("3",), "refused")}
    assert (("3",), "partly-disclosed") not in positions(ASKED, f"1. 14\n3. {tail} {refused[3:]}")


def test_reasons_behind_the_last_answer_are_not_of_it() -> None:
    exempt = "2. Exempt under section 31(1)(a).\n3. 3,915"
    harm = "\n\nHarm: to name the software would tell offenders what to avoid. The information is therefore withheld."
    assert (("3",), "refused") not in positions(ASKED, f"1. 14\n{exempt}{harm}")
    reasons = "\nReasons\nFor 2), naming the product would help those who attack it. Section 31(1)(a) applies."
    assert (("3",), "partly-disclosed") not in positions(ASKED, f"1. 14\n{exempt}{reasons}")


def test_a_figure_alone_with_a_stop_answers_the_question_above_it() -> None:
    text = (
        "FOI 12/23\n1. How many were granted in 2022?\n9,411.\n2. How many were revoked?\n58.\n"
        "3. Of the holders, how many are over 80?\n702.\n"
    )
    found = read(text)
    assert [question.number for question in found.questions] == ["1", "2", "3"]
    assert (("2",), "disclosed") in {(p.questions, p.outcome) for r in found.responses for p in r.positions}


def test_rows_of_statistics_about_answers_are_no_answers() -> None:
    rows = "Refused - section 14\t9\nRefused - section 12\t71\nInformation not held\t102"
    text = LETTER.format(request="How were requests answered in 2022?", response=f"The figures are below.\n{rows}")
    found = read(text)
    assert {p.outcome for r in found.responses for p in r.positions} <= {"disclosed"}
    assert not [c for c in found.citations if c.role == "relied-on"]


def test_a_letter_that_says_what_was_asked_is_a_disclosure() -> None:
    text = (
        "Freedom of Information Act 2000\nDear Mr Strang\nYou ask if a certain house has been watched. We will say "
        "neither yes nor no. The Act excuses us: see section 31(3).\n"
    )
    assert read(text).kind == "disclosure"


def test_a_question_asked_again_under_another_number_is_the_same_question() -> None:
    text = (
        "FOI 12/23\nFreedom of Information Act 2000\n1. What is the budget for security?\n2. How is it spent?\n3. How "
        "many people work for the Trust?\n1. How many people work for the Trust? – 8453\nWith regards to all other "
        "questions the information is exempt from disclosure under Section 24 and Section 31.\n"
    )
    assert {(p.questions, p.outcome) for r in read(text).responses for p in r.positions} == {(("1", "2"), "refused")}


def test_a_lead_in_above_the_answers_is_not_of_a_provision_within_one() -> None:
    text = LETTER.format(
        request="1. Can you analyse drones?\n2. What crimes were they used for?",
        response="Fenshire Police can neither confirm nor deny whether it holds other information by virtue of the "
        "following exemptions:\nSection 24(2) – National Security\nQ1 - Yes.\nQ2 - Section 31(1)(a) – Law Enforcement. "
        "Publishing which crimes would",
    )
    assert {(c.section, c.ncnd) for c in read(text).citations if c.role == "relied-on"} == {
        ("24(2)", True), ("31(1)(a)", False),
    }  # fmt: skip


def test_exemptions_that_may_be_considered_for_a_narrower_request_are_not_relied_on() -> None:
    text = LETTER.format(
        request="All profiles.",
        response="This would exceed the 18 hour limit and Section 12(1) applies.\nYou may ask for one, but exemptions "
        "such as Section 31 and Section 40 may be considered at that stage.",
    )
    assert {c.section for c in read(text).citations if c.role == "relied-on"} == {"12(1)"}
