"""Ordinary letters: a turn of phrase that means one thing in a rare letter takes nothing from the common ones."""

from __future__ import annotations

import pytest

from .reading import read

FOOTER = "You may ask for an internal review within 40 days."

CARS = "1. How many cars do you have?\n2. How many vans do you have?"
CARS_3 = f"{CARS}\n3. How many bikes do you have?"


def said(asked: str, told: str) -> set[tuple[tuple[str, ...], str]]:
    found = read(f"FOI 9/23\nFreedom of Information Act 2000\nRequest\n{asked}\nResponse\n{told}\n")
    return {(p.questions, p.outcome) for r in found.responses for p in r.positions if p.outcome != "not-visible"}


def links(asked: str, told: str) -> set[tuple[str, str]]:
    return {(number, outcome) for numbers, outcome in said(asked, told) for number in numbers or ("whole",)}


def relied(asked: str, told: str) -> set[str]:
    found = read(f"FOI 9/23\nFreedom of Information Act 2000\nRequest\n{asked}\nResponse\n{told}\n")
    return {c.section for c in found.citations if c.role == "relied-on"}


@pytest.mark.parametrize("heading", ["Original response", "Initial response:", "Previous response:", "First answer:"])
def test_a_letter_that_offers_a_review_is_none(heading: str) -> None:
    told = f"{heading}\nQ1. There are 14 cars.\nQ2. The information is exempt under section 31(1)(a).\n{FOOTER}"
    assert links(CARS, told) == {("1", "disclosed"), ("2", "refused")}
    assert relied(CARS, told) == {"31(1)(a)"}


def test_a_response_time_is_no_heading_of_an_earlier_decision() -> None:
    asked = "1. What is your first response time?\n2. How many cars do you have?"
    told = f"1. First response - 14 minutes\n2. There are 12.\n{FOOTER}"
    assert ("2", "disclosed") in links(asked, told)


COMPLAINTS = "How many complaints did you receive?"


@pytest.mark.parametrize(
    ("asked", "told", "outcome"),
    [
        (COMPLAINTS, "As explained below, information on complaints is not held.", "not-held"),
        (COMPLAINTS, "As set out below we do not hold data on complaints.", "not-held"),
        ("The report.", "The information is attached, with details of your rights of internal review.", "disclosed"),
        (
            "The report.",
            "Please find attached the information you requested together with a copy of our complaints procedure.",
            "disclosed",
        ),
        (
            "The report.",
            "I can confirm that the information is held and is enclosed, with our complaints leaflet.",
            "disclosed",
        ),
        ("The complaints procedure.", "The complaints procedure is attached.", "disclosed"),
    ],
)
def test_what_stands_beside_words_on_complaints_is_said(asked: str, told: str, outcome: str) -> None:
    assert {one for _, one in said(asked, told)} == {outcome}


def test_tables_of_complaints_are_answers() -> None:
    asked = "1. Complaints received by year.\n2. Their outcomes."
    told = "1. Please find attached a spreadsheet of complaints.\n2. Attached are the complaint outcomes."
    assert links(asked, told) == {("1", "disclosed"), ("2", "disclosed")}


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        (
            "1. How many complaints were upheld?\n2. How many were refused?",
            "1. Upheld: 14.\n2. 12 were refused.",
            {"1"},
        ),
        (
            "1. How many complaints were upheld?\n2. How many ethics officers are there?",
            "1. Upheld 14 in 2022.\n2. We uphold the code of ethics. There are 12 officers.",
            {"1", "2"},
        ),
        ("How do you uphold standards?", "We uphold standards by 3 audits a year.", {"whole"}),
    ],
)
def test_what_was_upheld_may_be_the_answer(asked: str, told: str, expected: set[str]) -> None:
    assert {number for number, outcome in links(asked, told) if outcome == "disclosed"} == expected


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        (CARS, "As stated, question 1 is refused under section 31(1)(a).", {("1", "refused")}),
        (
            CARS_3,
            "Having considered it, as noted, parts 1 and 2 are not held. There are 14 cows.",
            {("1", "not-held"), ("2", "not-held")},
        ),
        (
            CARS_3,
            "I refer to questions 1 and 2: these are exempt under section 31(1)(a). Question 3: there are 12.",
            {("1", "refused"), ("2", "refused")},
        ),
        (
            CARS,
            "In respect of question 1, see the table: there are 14 cars.\nPlease refer to section 12 for question 2, "
            "which exceeds the cost limit.",
            {("1", "disclosed"), ("2", "cost-limit")},
        ),
        (
            CARS,
            "As set out above, question 1 is exempt under section 31(1)(a). As explained, question 2 is not held.",
            {("1", "refused"), ("2", "not-held")},
        ),
    ],
)
def test_a_question_that_a_sentence_decides_is_not_only_mentioned(
    asked: str, told: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= links(asked, told)
    assert {one for one in links(asked, told) if one[1] != "disclosed"} == {
        one for one in expected if one[1] != "disclosed"
    }


@pytest.mark.parametrize(
    ("asked", "told", "outcomes"),
    [
        ("The policy.", "1. The policy has not been kept confidential; it is attached.", {"disclosed"}),
        (
            "The policy.",
            "The policy is attached. These records have not been kept up to date since 2019.",
            {"disclosed"},
        ),
        (
            "The report.",
            "We are not required by law to release the report, but we have attached it.",
            {"disclosed"},
        ),
    ],
)
def test_a_document_that_is_attached_is_given(asked: str, told: str, outcomes: set[str]) -> None:
    assert {one for _, one in said(asked, told)} == outcomes


def test_a_day_in_a_question_is_not_that_of_the_request() -> None:
    found = read("FOI 9/23\nRequest\nHow many crimes were logged on 8 March 2013?\nResponse\nThere were 14.\n")
    assert [date.value for date in found.dates if date.kind == "received"] == []


def test_what_is_no_refusal_of_the_whole_may_be_one_of_a_part() -> None:
    told = "This is not a refusal of the whole request but the names are withheld under section 40(2)."
    assert relied("The report.", told) == {"40(2)"}


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Following our telephone call in which you confirmed the dates, we do not hold the minutes.", "not-held"),
        ("You then clarified that you wanted the minutes of May, which are not held.", "not-held"),
        (
            "There were 40 requests, of which 12 were late, and the names are withheld under section 40(2).",
            "refused",
        ),
        ("Of the 40 files, of which 12 were opened, all are exempt under section 30(1).", "refused"),
        ("We initially considered section 43(2) and we now withhold the names under section 40(2).", "refused"),
    ],
)
def test_a_decision_that_follows_what_was_said_before_is_one(told: str, outcome: str) -> None:
    assert outcome in {one.replace("partly-disclosed", "refused") for _, one in said("The minutes.", told)}


def test_letterhead_above_a_second_answer_is_not_the_first() -> None:
    told = "Freedom of Information Act 2000\nYour request of 4 May 2023\n2. There were 4."
    assert not any(number == "1" for number, outcome in links(CARS, told))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            "How many cars do you have?",
            "The council is able to provide the following information.\nThe council has 14 cars.\nCommon questions\n"
            "Contact us",
        ),
        (
            "How many cars do you have?",
            "The Freedom of Information Act 2000 was brought into force in January 2005.\nThe council has 14 cars.",
        ),
        ("Please send your FOI policy.", "This policy has been updated; a copy is attached."),
    ],
)
def test_a_letter_with_a_request_and_a_response_is_a_disclosure(asked: str, told: str) -> None:
    found = read(f"FOI 9/23\nRequest\n{asked}\nResponse\n{told}\n")
    assert found.kind == "disclosure"


def test_a_page_on_how_the_act_works_is_not_a_disclosure() -> None:
    text = (
        "Freedom of information blog\nYou asked how the FOI Act works. We explain it here.\nAny body may be asked for "
        "what it holds.\n"
    )
    assert read(text).kind == "not-a-disclosure"


def test_a_label_behind_a_hyphen_is_found() -> None:
    text = "FOI 9/23\nRequest\nDo you have mobile-ANPR or non-LFR cameras?\nResponse\nYes, we use in-car-ANPR.\n"
    assert {one.technology for one in read(text).technologies} == {"anpr", "live-facial-recognition"}


@pytest.mark.parametrize(
    ("asked", "told", "expected"),
    [
        (
            "1. Which make?\n2. What was the cost of each?",
            "2. The make is Ford. Note: the cost of each is not held.",
            ("2", "not-held"),
        ),
        (
            "1. Which make?\n2. How many of each?",
            "2. Ford and Vauxhall. Please note that to answer the rest would exceed the cost limit.",
            ("2", "cost-limit"),
        ),
        (
            "The report, its index and its cost.",
            "Please find the report attached. Please note that the index is not held and that the cost would exceed "
            "the appropriate limit.",
            ("whole", "cost-limit"),
        ),
    ],
)
def test_a_decision_that_a_note_makes_is_one(asked: str, told: str, expected: tuple[str, str]) -> None:
    assert expected in links(asked, told)


def test_a_vexatious_part_is_one_beside_two_other_grounds() -> None:
    asked = "1. Which make is it, and which colour?\n2. How many?"
    told = (
        "1. The make is exempt under section 21. The colour is exempt under section 31(1)(a). The request for the "
        "number is refused as vexatious under section 14(1)."
    )
    assert "vexatious" in {outcome for _, outcome in said(asked, told)}


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("The numbers of vehicles are withheld under section 31(1)(a).", "refused"),
        ("We have no information on vehicles.", "not-held"),
    ],
)
def test_what_all_questions_ask_is_said_of_all(told: str, outcome: str) -> None:
    asked = "1. How many vehicles did you buy?\n2. How many vehicles did you sell?"
    assert links(asked, told) in ({("1", outcome), ("2", outcome)}, {("whole", outcome)})


@pytest.mark.parametrize(
    "words", ["The other points raised at the meeting are not held.", "All other questions put to him are not held."]
)
def test_points_of_a_meeting_are_not_those_of_the_request(words: str) -> None:
    asked = "1. How many met?\n2. What was said at the meeting?\n3. How much was it?"
    assert not any(number == "3" for number, outcome in links(asked, f"1. 14 met.\n2. {words}"))


def test_a_year_in_a_cell_is_no_figure() -> None:
    asked = "1. How many cars had you in 2019?\n2. Who made them?"
    told = "1.\n2019 |\nNot held |\n2. This is exempt under section 31(1)(a)."
    assert links(asked, told) == {("1", "not-held"), ("2", "refused")}


def test_a_limit_that_is_said_not_to_be_applied_refuses_nothing() -> None:
    told = (
        "1. Five\n2. 37. We consider that the names would take us over the 18 hour limit, but as you have not asked "
        "for these we have not applied section 12."
    )
    assert links(CARS, told) == {("1", "disclosed"), ("2", "disclosed")}


@pytest.mark.parametrize(
    "told",
    [
        "Neither this nor the answer to question 1 is held in reportable form.",
        "The price is commercially sensitive.",
        "An announcement will be made in due course.",
    ],
)
def test_words_that_keep_something_back_or_put_it_off_give_nothing(told: str) -> None:
    assert ("2", "disclosed") not in links(CARS, f"1. 14\n2. {told}")


def test_what_stands_behind_words_of_one_question_is_not_of_all() -> None:
    asked = "1. The number of referrals about Rose House.\n2. The outcome of each.\n3. The inspection report."
    told = "Inspection report: published by the inspectorate and so exempt under section 21."
    assert not {("1", "already-accessible"), ("2", "already-accessible")} & links(asked, told)


def test_a_question_with_its_answer_below_it_is_not_left_unanswered() -> None:
    text = (
        "Ref. FOI/712/24\nDear Ms Gant,\nQuestion 1 Officers dismissed by rank\nConstable 12, Sergeant 3\nQuestion 2 "
        "Officers dismissed by sex\nMale 14, Female 2\nQuestion 3 Officers under investigation\nThe force neither "
        "confirms nor denies that it holds information relevant to question 3, by virtue of section 31(3).\n"
    )
    assert read(text).unanswered == ()


def test_the_leaflet_on_the_right_of_review_gives_nothing() -> None:
    told = "1. 11\n2. Not held by Cawder Police.\n\nRight of review: see attached leaflet."
    assert links(CARS, told) == {("1", "disclosed"), ("2", "not-held")}


def test_an_opinion_that_is_given_gives_nothing_of_what_was_asked() -> None:
    asked = "Q1 The date of the meeting.\nQ2 Minutes or notes."
    told = (
        "Q1 was answered as follows: 9 January 2024. In respect of Q2, the Qualified Person has given an opinion that "
        "section 36(2)(c) is engaged, and the notes are withheld."
    )
    assert ("2", "refused") in links(asked, told)
    assert ("2", "partly-disclosed") not in links(asked, told)


@pytest.mark.parametrize("greeting", ["Dear Anna Sele", "Dear T. Noakes", "Dear Mr Cade"])
def test_a_mail_about_a_request_is_a_disclosure(greeting: str) -> None:
    text = (
        f"From: Freedom of Information\nSubject: FW: FOI - deaths\n\n{greeting}\nQ1 How many died?\nFewer than five.\n"
        "Q2 The report.\nThis is attached.\n"
    )
    assert read(text).kind == "disclosure"
