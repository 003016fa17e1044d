"""Whatever way a letter prints questions and answers, each answer is tied to its question."""

from __future__ import annotations

import pytest

from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ingest.segment import segment
from foigraph.ontology.vocabulary import load_vocabulary

from .reading import read

FIRST, SECOND = "How many drones does the force own?", "What did they cost in 2022?"
NONE, COST = "No information is held.", "They cost £12,000."
LAYOUTS = {
    "q-number-a-number": f"Q1 {FIRST}\nA1 {NONE}\nQ2 {SECOND}\nA2 {COST}",
    "with-colons": f"Q1: {FIRST}\nA1: {NONE}\nQ2: {SECOND}\nA2: {COST}",
    "with-stops": f"Q1. {FIRST}\nA1. {NONE}\nQ2. {SECOND}\nA2. {COST}",
    "r-number": f"Q1. {FIRST}\nR1. {NONE}\nQ2. {SECOND}\nR2. {COST}",
    "q-and-a": f"Q: {FIRST}\nA: {NONE}\nQ: {SECOND}\nA: {COST}",
    "number-and-a": f"1. {FIRST}\nA: {NONE}\n2. {SECOND}\nA: {COST}",
    "number-and-answer": f"1. {FIRST}\nAnswer: {NONE}\n2. {SECOND}\nAnswer: {COST}",
    "number-and-response": f"1. {FIRST}\nResponse: {NONE}\n2. {SECOND}\nResponse: {COST}",
    "response-on-a-line": f"1. {FIRST}\nResponse\n{NONE}\n2. {SECOND}\nResponse\n{COST}",
    "number-and-reply": f"1. {FIRST}\nReply: {NONE}\n2. {SECOND}\nReply: {COST}",
    "our-response": f"1. {FIRST}\nOur response: {NONE}\n2. {SECOND}\nOur response: {COST}",
    "question-and-answer-numbers": f"Question 1: {FIRST}\nAnswer 1: {NONE}\nQuestion 2: {SECOND}\nAnswer 2: {COST}",
    "headings-alone": f"Question 1\n{FIRST}\nAnswer\n{NONE}\nQuestion 2\n{SECOND}\nAnswer\n{COST}",
    "empty-lines": f"1. {FIRST}\n\n{NONE}\n\n2. {SECOND}\n\n{COST}",
    "brackets-and-empty-lines": f"1) {FIRST}\n\n{NONE}\n\n2) {SECOND}\n\n{COST}",
    "two-lists": f"1. {FIRST}\n2. {SECOND}\nResponse:\n1. {NONE}\n2. {COST}",
    "half-brackets": f"1) {FIRST}\n2) {SECOND}\nResponse:\n1) {NONE}\n2) {COST}",
    "brackets": f"(1) {FIRST}\n(2) {SECOND}\nResponse:\n(1) {NONE}\n(2) {COST}",
    "answers-with-q": f"1. {FIRST}\n2. {SECOND}\nResponse:\nQ1. {NONE}\nQ2. {COST}",
    "answers-with-q-and-space": f"1. {FIRST}\n2. {SECOND}\nResponse:\nQ1 {NONE}\nQ2 {COST}",
    "answers-with-q-and-dash": f"1. {FIRST}\n2. {SECOND}\nResponse:\nQ1 - {NONE}\nQ2 - {COST}",
    "answers-under-question": f"1. {FIRST}\n2. {SECOND}\nResponse:\nQuestion 1\n{NONE}\nQuestion 2\n{COST}",
    "answers-behind-question": f"1. {FIRST}\n2. {SECOND}\nResponse:\nQuestion 1: {NONE}\nQuestion 2: {COST}",
    "points": f"1. {FIRST}\n2. {SECOND}\nResponse:\nPoint 1 - {NONE}\nPoint 2 - {COST}",
    "in-relation-to": f"1. {FIRST}\n2. {SECOND}\nResponse:\nIn relation to question 1, no information is held.\n"
    f"In relation to question 2, they cost £12,000.",
    "with-regard-to": f"1. {FIRST}\n2. {SECOND}\nResponse:\nWith regard to question 1 no information is held.\n"
    f"With regard to question 2 the answer is £12,000.",
    "questions-restated": f"1. {FIRST}\n2. {SECOND}\nResponse:\n1. {FIRST}\n{NONE}\n2. {SECOND}\n{COST}",
    "questions-restated-without-numbers": f"1. {FIRST}\n2. {SECOND}\nResponse:\n{FIRST}\n{NONE}\n{SECOND}\n{COST}",
    "roman": f"i. {FIRST}\nii. {SECOND}\nResponse:\ni. {NONE}\nii. {COST}",
    "roman-in-brackets": f"(i) {FIRST}\n(ii) {SECOND}\nResponse:\n(i) {NONE}\n(ii) {COST}",
    "restated-above-the-letter-a": f"1. {FIRST}\n2. {SECOND}\nYou may find the answers below.\n1. {FIRST}\nA: {NONE}\n"
    f"2.{SECOND}\nA: {COST}",
    "letters": f"a) {FIRST}\nb) {SECOND}\nResponse:\na) {NONE}\nb) {COST}",
    "letters-with-stops": f"a. {FIRST}\nb. {SECOND}\nResponse:\na. {NONE}\nb. {COST}",
    "capitals": f"A. {FIRST}\nB. {SECOND}\nResponse:\nA. {NONE}\nB. {COST}",
    "dashes": f"1 - {FIRST}\n2 - {SECOND}\nResponse:\n1 - {NONE}\n2 - {COST}",
    "slashes": f"1/ {FIRST}\n2/ {SECOND}\nResponse:\n1/ {NONE}\n2/ {COST}",
    "colons": f"1: {FIRST}\n2: {SECOND}\nResponse:\n1: {NONE}\n2: {COST}",
    "numbers-alone": f"1 {FIRST}\n2 {SECOND}\nResponse:\n1 {NONE}\n2 {COST}",
    "response-to-q": f"1. {FIRST}\n2. {SECOND}\nResponse to Q1: {NONE}\nResponse to Q2: {COST}",
    "response-to-question": f"1. {FIRST}\n2. {SECOND}\nResponse to question 1\n{NONE}\nResponse to question 2\n{COST}",
    "answer-to-question": f"1. {FIRST}\n2. {SECOND}\nAnswer to question 1: {NONE}\nAnswer to question 2: {COST}",
    "request-numbers": f"Request 1\n{FIRST}\nRequest 2\n{SECOND}\nAnswer 1\n{NONE}\nAnswer 2\n{COST}",
    "request-and-answer": f"Request 1\n{FIRST}\nAnswer\n{NONE}\nRequest 2\n{SECOND}\nAnswer\n{COST}",
    "questions-in-quotation-marks": f'1. "{FIRST}"\n{NONE}\n2. "{SECOND}"\n{COST}',
    "answer-behind-a-dash": f"1. {FIRST} – {NONE}\n2. {SECOND} – {COST}",
    "answer-on-the-line": f"1. {FIRST} {NONE}\n2. {SECOND} {COST}",
    "hash": f"1. {FIRST}\n2. {SECOND}\nResponse:\n#1 {NONE}\n#2 {COST}",
    "no-dot": f"1. {FIRST}\n2. {SECOND}\nResponse:\nNo. 1: {NONE}\nNo. 2: {COST}",
    "q-stop-number": f"Q.1 {FIRST}\nQ.2 {SECOND}\nResponse:\nA.1 {NONE}\nA.2 {COST}",
    "qu": f"Qu 1: {FIRST}\nQu 2: {SECOND}\nResponse:\nQu 1: {NONE}\nQu 2: {COST}",
    "numbers-in-words": f"Question one: {FIRST}\nQuestion two: {SECOND}\nResponse:\n"
    f"Question one: {NONE}\nQuestion two: {COST}",
    "numbers-alone-on-lines": f"1\n{FIRST}\n2\n{SECOND}\nResponse:\n1\n{NONE}\n2\n{COST}",
    "bullets-behind-numbers": f"1• {FIRST}\n2• {SECOND}\nResponse:\n1• {NONE}\n2• {COST}",
    "letters-without-stops": f"a {FIRST}\nb {SECOND}\nResponse:\na {NONE}\nb {COST}",
    "letters-and-dashes": f"A – {FIRST}\nB – {SECOND}\nResponse:\nA – {NONE}\nB – {COST}",
    "roman-and-slashes": f"i/ {FIRST}\nii/ {SECOND}\nResponse:\ni/ {NONE}\nii/ {COST}",
    "answer-without-a-mark": f"1. {FIRST}\n2. {SECOND}\nResponse:\nAnswer 1 {NONE}\nAnswer 2 {COST}",
    "answers-between": f"1. {FIRST}\nAnswer {NONE}\n2. {SECOND}\nAnswer {COST}",
    "each-number-twice": f"1. {FIRST}\n1. {NONE}\n2. {SECOND}\n2. {COST}",
    "every-answer-numbered-one": f"1. {FIRST}\nResponse:\n1. {NONE}\n2. {SECOND}\nResponse:\n1. {COST}",
    "page-numbers-between": f"1. {FIRST}\n2. {SECOND}\nPage 1 of 2\nResponse:\n1. {NONE}\nPage 2 of 2\n2. {COST}",
    "bold-labels": f"Q1 – {FIRST}\nAnswer – {NONE}\nQ2 – {SECOND}\nAnswer – {COST}",
    "reply-and-number": f"1. {FIRST}\n2. {SECOND}\nReply 1: {NONE}\nReply 2: {COST}",
}


STATED = {FIRST: "The number of drones that the force owns.", SECOND: "What they cost in 2022."}
BARE = {FIRST: "Number of drones owned", SECOND: "Cost of those drones", NONE: "No information held", COST: "£12,000"}


ANSWERS = {
    "ncnd": "We neither confirm nor deny that this is held by virtue of section 31(3) of the Act.",
    "refused": "This is exempt under section 40(2) of the Act.",
    "cost-limit": "To answer would exceed the appropriate limit, so section 12(1) applies.",
    "disclosed": "There were 14.",
    "not-held": "No information is held.",
}


PAIRS = [
    ("ncnd", "refused"), ("refused", "disclosed"), ("disclosed", "cost-limit"), ("cost-limit", "not-held"),
    ("disclosed", "ncnd"), ("not-held", "refused"),
]  # fmt: skip


@pytest.mark.parametrize("asked", [{}, STATED], ids=["asked", "stated"])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_outcome_of_one_question_is_never_that_of_the_other(first: str, second: str, asked: dict[str, str]) -> None:
    wrong = {}
    for name, layout in LAYOUTS.items():
        if NONE not in layout or COST not in layout:
            continue
        letter = layout.replace(NONE, ANSWERS[first]).replace(COST, ANSWERS[second])
        for words, instead in asked.items():
            letter = letter.replace(words, instead)
        found = extract(to_text(f"FOI Reference: 1/22\nRequest:\n{letter}\n"), load_vocabulary())
        positions = [position for part in found.responses for position in part.positions]
        said = {(number, position.outcome) for position in positions for number in position.questions}
        due = set(zip([question.number for question in found.questions], (first, second), strict=False))
        wrong |= {name: said - due} if said - due else {}
    assert wrong == {}


@pytest.mark.parametrize("way", [STATED, BARE], ids=["stated", "bare"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_no_answer_is_tied_to_a_question_that_it_is_not_of(layout: str, way: dict[str, str]) -> None:
    for words, instead in way.items():
        layout = layout.replace(words, instead)
    found = extract(to_text(f"FOI Reference: 1/22\nRequest:\n{layout}\n"), load_vocabulary())
    numbers = [question.number for question in found.questions]
    due = set(zip(numbers, ("not-held", "disclosed"), strict=False))
    parts = [position for part in found.responses for position in part.positions]
    assert {(number, position.outcome) for position in parts for number in position.questions} <= due


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_each_answer_is_tied_to_its_question(layout: str) -> None:
    found = extract(to_text(f"FOI Reference: 1/22\nRequest:\n{layout}\n"), load_vocabulary())
    first, second = (question.number for question in found.questions)
    said = [(position.questions, position.outcome) for part in found.responses for position in part.positions]
    assert said == [((first,), "not-held"), ((second,), "disclosed")]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("1. How many drones?\na) In 2019\nb) In 2020\n2. What cost?", "1,1a,1b,2"),
        ("1) How many drones?\n(a) In 2019\n(b) In 2020\n2) What cost?", "1,1a,1b,2"),
        ("Q1. How many drones?\na. In 2019\nb. In 2020\nQ2. What cost?", "1,1a,1b,2"),
        ("1. How many drones?\n1a. In 2019\n1b. In 2020\n2. What cost?", "1,1a,1b,2"),
        ("Question 1: How many drones?\na) In 2019\nb) In 2020\nQuestion 2: What cost?", "1,1a,1b,2"),
        ("1. How many drones?\n1(a) In 2019\n1(b) In 2020\n2. What cost?", "1,1a,1b,2"),
        ("1. How many drones?\n1.1 In 2019\n1.2 In 2020\n2. What cost?", "1,1.1,1.2,2"),
        ("1. How many drones?\n1.1. In 2019\n1.2. In 2020\n2. What cost?", "1,1.1,1.2,2"),
        ("1. How many drones?\ni) In 2019\nii) In 2020\n2. What cost?", "1,1.i,1.ii,2"),
        ("1. How many drones?\n(i) In 2019\n(ii) In 2020\n2. What cost?", "1,1.i,1.ii,2"),
        ("1.How many drones?\n2.What cost?", "1,2"),
        ("1) How many drones?\n\n2) What cost?", "1,2"),
        ("Q1 How many drones?\nQ2 What cost?", "1,2"),
        ("Q1: How many drones?\nQ2: What cost?", "1,2"),
        ("Q.1 How many drones?\nQ.2 What cost?", "1,2"),
        ("1- How many drones?\n2- What cost?", "1,2"),
        ("1 – How many drones?\n2 – What cost?", "1,2"),
        ("(1) How many drones? (2) What cost?", "1,2"),
        ("1. How many drones? 2. What cost?", "1,2"),
        ("Question 1\nHow many drones?\nQuestion 2\nWhat cost?", "1,2"),
        ("Request 1\nHow many drones?\nRequest 2\nWhat cost?", "1,2"),
        ("1: How many drones?\n2: What cost?", "1,2"),
        ("#1 How many drones?\n#2 What cost?", "1,2"),
        ("Point 1: How many drones?\nPoint 2: What cost?", "1,2"),
        ("Part 1: How many drones?\nPart 2: What cost?", "1,2"),
        ("No. 1 How many drones?\nNo. 2 What cost?", "1,2"),
        ("1 How many drones?\n2 What cost?", "1,2"),
        ("“1. How many drones?\n2. What cost?”", "1,2"),
        ("Qu1. How many drones?\nQu2. What cost?", "1,2"),
        ("[1] How many drones?\n[2] What cost?", "1,2"),
        ("1/ How many drones?\n2/ What cost?", "1,2"),
        ("a) How many drones?\nb) What cost?", "a,b"),
        ("A. How many drones?\nB. What cost?", "a,b"),
        ("(a) How many drones?\n(b) What cost?", "a,b"),
        ("a. How many drones?\nb. What cost?", "a,b"),
        ("i. How many drones?\nii. What cost?", "i,ii"),
        ("(i) How many drones?\n(ii) What cost?", "i,ii"),
        ("Question one: How many drones?\nQuestion two: What cost?", "1,2"),
        ("1\nHow many drones?\n2\nWhat cost?", "1,2"),
        ("1• How many drones?\n2• What cost?", "1,2"),
        ("A – How many drones?\nB – What cost?", "a,b"),
        ("i/ How many drones?\nii/ What cost?", "i,ii"),
        (
            "a) Date.\nb) Place.\nc) Cause.\nd) Harm.\ne) Cost.\nf) Kind.\ng) Who.\nh) End.\ni) Rank.\nj) More.",
            "a,b,c,d,e,f,g,h,i,j",
        ),
        ("1, How many drones?\n2. What cost?", "1,2"),
        ("1. How many drones?\n2. a. In 2019\nb. In 2020\n3. What cost?", "1,2a,2b,3"),
        ("1. How many drones?\n2. What cost in each of:\n2019\n2020\n3. Who flies them?", "1,2,3"),
        ("1. How many drones, by year:\n2019\n2020\n2. What cost?", "1,2"),
    ],
)
def test_questions_have_the_numbers_that_are_printed(asked: str, expected: str) -> None:
    letter = f"FOI Reference: 1/22\nRequest:\n{asked}\nResponse:\n{NONE}\n"
    found = extract(to_text(letter), load_vocabulary())
    assert ",".join(str(question.number).lower() for question in found.questions) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Your request:", "REQUEST", "You asked for:", "You wrote:", "FOI Request", "Details of request", "Questions",
        "Applicant Question:", "Summary of request", "Original request", "Information requested", "Cais:",
        "Request received", "Nature of request", "What you asked",
    ],
)  # fmt: skip
def test_words_of_the_requester_follow_their_heading(heading: str) -> None:
    parts = segment(f"FOI Reference: 1/22\n{heading}\nNumber of drones that the force owns.\nOur response:\n{NONE}\n")
    assert parts.zones[2] == "request"


@pytest.mark.parametrize(
    "heading",
    [
        "Our response:", "RESPONSE", "Answer", "Our reply", "We responded", "Force response", "Decision", "Ymateb:",
        "Response from Fenshire Police", "Fenshire Police Response:", "OPCC Response", "Response details",
        "Information provided", "What we said", "Answer to your request",
    ],
)  # fmt: skip
def test_words_of_the_authority_follow_their_heading(heading: str) -> None:
    parts = segment(f"FOI Reference: 1/22\nYour request:\nNumber of drones.\n{heading}\nThese are kept at Fenford.\n")
    assert parts.zones[4] == "response"


def test_answers_below_the_questions_begin_with_the_first_number_alone() -> None:
    letter = (
        "Ref: FOI 1/22\nI write in response to your email, in which you asked:\n1. How many?\n2. Your last report.\n"
        f"Question 1\n{NONE}\nQuestion 2\nIt is attached.\n"
    )
    found = extract(to_text(letter), load_vocabulary())
    said = [(position.questions, position.outcome) for part in found.responses for position in part.positions]
    assert said == [(("1",), "not-held"), (("2",), "disclosed")]


def test_answers_under_the_letter_a_are_no_questions() -> None:
    letter = (
        "Enquiry Reference: 27 - 24\nBelow is your request and our response.\n1. How many officers are there?\n"
        "a) There is a total of 1514.\n2. How many of these were vetted?\na) No information held.\n"
    )
    found = extract(to_text(letter), load_vocabulary())
    said = [(position.questions, position.outcome) for part in found.responses for position in part.positions]
    assert [question.number for question in found.questions] == ["1", "2"]
    assert said == [(("1",), "disclosed"), (("2",), "not-held")]


def test_a_title_over_the_card_of_a_letter_begins_no_answer() -> None:
    found = segment(
        "FENSHIRE PCC: DISCLOSURE LOG\nRESPONSE TO REQUEST\nReference: 2022 - 280\nDate of response: 3 March 2022\n"
        "FREEDOM OF INFORMATION ACT 2000 - INFORMATION REQUEST\nRequest\nHow many stations?\nResponse\nThere were 3."
    )
    assert [found.text[slice(*part.span)] for part in found.responses] == ["There were 3."]


def test_spans_of_numbers_to_choose_among_are_no_questions() -> None:
    found = segment(
        "Information requested\n1) How often did you receive footage?\na) Over 1,000\nb) 500-1,000\nc) Less than 20\n"
        "2) From whom?\na) victims\nb) others\nResponse\nNone is held."
    )
    assert [question.number for question in found.questions] == ["1", "2", "2a", "2b"]


def test_entries_of_a_log_are_no_questions() -> None:
    found = segment("1. Request received 10 January 2014\nHow many?\n2. Request received 8 February 2014\nWhy?")
    assert found.questions == ()


def test_what_was_asked_may_follow_the_decision() -> None:
    found = segment(
        "Reference: 22005\nWe can confirm that the information you seek is not held.\n"
        "You have requested the following information:\nI write about notices of which there is a record.\n"
        "Response\nNo information held."
    )
    assert found.request is not None
    assert found.text[slice(*found.request)] == "I write about notices of which there is a record."


def test_a_small_o_before_words_is_a_bullet() -> None:
    found = segment(
        "Below is your request and our response.\nI seek information on vetting outcomes.\n"
        "Please provide the following for ten years:\no stayed in a different role,\no the role first applied for,\n"
        "Copies of the c"
    )
    assert found.responses == ()


def test_an_answer_behind_the_number_of_its_question_needs_no_heading() -> None:
    found = segment(
        "I am asking about trials in 2025.\n1. Copies of any project list.\n2. Where available, details of:\nUnits\n"
        "Question 1 – Under section 21 of the Act, we are not required to provide it. It is available on our website."
    )
    assert [part.answers for part in found.responses] == [("1",)]
    assert [question.number for question in found.questions] == ["1", "2"]


def test_questions_below_the_law_and_their_own_heading_are_questions() -> None:
    found = segment(
        "FOI Number: 18280\nDisclosure:\nThe Act sets two duties for public authorities:\n"
        "Unless exemptions apply, the first duty is to confirm or deny if it is held.\nInformation Request\n"
        "1) Must employees tell those present? Please give the guidance.\n2) What is your policy on keeping footage?"
    )
    assert [question.number for question in found.questions] == ["1", "2"]
    assert not any(part.answers for part in found.responses)


@pytest.mark.parametrize(
    "answer", ["301 staff worked on the day", "We have the following drones in force", "Yes", "No."]
)
def test_an_answer_right_below_a_question_without_a_number_begins_there(answer: str) -> None:
    found = segment(
        f"Below is your request and our response.\nYou came to our town.\nHow many took part in it?\n{answer}\nMore."
    )
    assert [found.text[slice(*part.span)].split("\n")[0] for part in found.responses] == [answer]


def test_spans_of_time_to_answer_for_are_no_questions() -> None:
    found = segment(
        "Request\nPlease give for each of these years:\n(a) April 1st 2017-March 31st 2018\n(b) 1 April 2018 to 31 "
        "March 2019\n"
        "Q1 How many were bitten?\nQ2 How many were paid?\nResponse\nNone is held."
    )
    assert [question.number for question in found.questions] == ["1", "2"]


def test_an_answer_under_a_letter_whose_question_is_lost_is_the_authority_s() -> None:
    found = segment(
        "Below are the questions raised in your request and all of the information we hold.\n"
        "Please give the number of referrals by the force to\na) We have made enquiries and the figures are of one "
        "sort only."
    )
    assert found.questions == ()
    assert [found.text[slice(*part.span)][:10] for part in found.responses] == ["a) We have"]


def test_labels_and_values_of_a_card_in_bullets_are_no_questions() -> None:
    found = segment(
        "Funding: FOI release\n- Published\n- 24 February 2025\n- FOI reference\n- FOI/202500449165\n- Date received\n"
        "- 22 January 2025\nInformation requested\n1) What funding?\nResponse\nNone."
    )
    assert [question.number for question in found.questions] == ["1"]


def test_one_question_with_its_answer_in_a_few_words_below_it() -> None:
    found = segment(
        "Below is your request and our response.\n1) Which kit does an officer have?\nPersonal issue radio.\n"
        "2) Where is it kept?\nIn a locker, securely.\n3) How many were lost?\nRadio - 4\nPhone - 7"
    )
    assert [part.answers for part in found.responses] == [("1",), ("2",), ("3",)]


def test_a_list_below_words_that_only_lead_up_to_the_request_is_no_answer() -> None:
    found = segment(
        "Request and Answer:\nYour request has now been considered. We can confirm that the force holds some of it.\n"
        "I submit a freedom of information request on contracts, namely:\n1. inbound network services\n2. calls\n"
        "Request 1\nWho is the supplier?\nAnswer\nA company."
    )
    assert not any(part.answers and "network" in found.text[slice(*part.span)] for part in found.responses)


@pytest.mark.parametrize("begins", [
    "In respect of your request, Fenford University holds 14 of them and these are attached.",
    "The information sought can be found in the document attached.",
    "Most of what you asked for is set out in the attached table.",
])  # fmt: skip
def test_who_is_told_of_the_request_made_is_the_requester(begins: str) -> None:
    """No heading, and no words that only a body would use: it is to whom they are said that tells who speaks."""
    text = f"Dear Fenford University,\nPlease tell me how many drones you own.\nMany thanks\n{begins}\n"
    said = {position.outcome for part in read(text).responses for position in part.positions}
    assert said == {"disclosed"}


@pytest.mark.parametrize("words", [
    "We apologise for the time it has taken to look at your request.",
    "Your request has now been passed to the team for drones.",
])  # fmt: skip
def test_what_becomes_of_the_request_is_no_answer(words: str) -> None:
    text = f"Dear Fenshire Police,\nPlease tell me how many drones you own.\n{words}\n"
    assert [position for part in read(text).responses for position in part.positions] == []


def test_a_question_among_answers_is_the_next_question() -> None:
    """Headings number the first answer, and the second question follows it."""
    text = (
        "FOI Reference: 12/2023\nRequest and Answer:\nQuestion 1\nHow many drones do you own?\nAnswer 1\nWe own 14.\n"
        "Question 2\nHow many are on loan?\nAnswer 2\nNone is on loan.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2"]
    assert {p.questions for part in read(text).responses for p in part.positions} == {("1",), ("2",)}


def test_a_bare_heading_answers_the_question_right_above_it() -> None:
    text = (
        "FOI Reference: 12/2023\nRequest 1\nHow many drones do you own?\nResponse 1\nWe own 14.\n"
        "Request 2\nHow many are covert?\nResponse\nWe neither confirm nor deny that any is held.\n"
    )
    said = {(p.questions, p.outcome) for part in read(text).responses for p in part.positions}
    assert (("2",), "ncnd") in said


def test_bullets_with_an_answer_below_each_are_answered_there() -> None:
    text = (
        "FOI Reference: 12/2023\nYou have requested the following information:\n• Number of reviews by the office\n"
        "65 requests for a review were made.\n• Number that were upheld\n11 have been upheld.\n"
        "You have the right to appeal our decision. Information on the appeals procedure can be found on our site.\n"
    )
    found = read(text)
    assert [question.number for question in found.questions] == [None, None]
    assert {p.outcome for part in found.responses for p in part.positions} == {"disclosed"}


@pytest.mark.parametrize(
    "request_",
    [
        "1) How are calls recorded? Fenshire Police use a form, and Rutshire Constabulary a log.\n"
        "2) What happens next? For example, does the team tell the caller more",
        "Do any of your units use software with AI?\nThis could be facial recognition systems.",
        "REQUEST 1:\nCould you estimate the hours spent?\n"
        "I understand that records may have to be examined by hand. If so, please review as many as you may.\n"
        "REQUEST 2:\nWhich share of them was viewed",
    ],
    ids=["behind-question-marks", "what-could-be", "below-a-question"],
)
def test_the_requester_goes_on_below_a_question(request_: str) -> None:
    """What is told there is told by who asks: the line, or the next, asks for more."""
    found = read(f"FOI Reference: 12/2023\nBelow is your request and our response.\nRequest:\n{request_}")
    assert not [p for part in found.responses for p in part.positions]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("1/ Are drones used?1a/Please give the dates.\n2/How many?\na/How many were lent?\nb/Please give the dates.",
         "1 1a 2 2a 2b"),
        ("Please release all statements.\n1 July 2010\n[FOI #31 email]\n1^st July 2010", ""),
        ("Please release all statements.\n1 Atodiad", ""),
        ("[1a] how many in the last year\n[b] the last three years\n[2a] how many of those were charged", "1a 1b 2a"),
        ("Have drones been used?\n1. a) the dates\n2. b) The purpose\n3. c) the company", "a b c"),
        ("4. Have you used any?\n4 a. If yes, which, and when.\n4 b. If yes, why.", "4 4a 4b"),
        ("Pursuant to section 12(3), a person is only affected if;\n(a) They were near enough to see it, or\n"
         "(b) It was aggravated by it.\nWho decides that?", ""),
        ("Request 1\nItems confiscated, by category:\n1.\n- Weapons\n- Cash\nRequest 2\nThe totals of each.", "1 2"),
        ("1.\nResponse:\nNo information is held.", ""),
        ("I request from you:\nPart 2 of the report for the meeting in December.", ""),
        ("3. How many were searched under\n3.1 S44 orders?\n3.1.1 By country?\n3.2 S60 orders?", "3 3.1 3.1.1 3.2"),
    ],
    ids=["slashes", "days", "attachments", "square-brackets", "numbers-of-letters", "three-levels",
         "space-before-letter", "words-of-an-act", "numbers-repeated", "number-alone",
         "parts-of-things"],
)  # fmt: skip
def test_labels_with_slashes_count_and_days_do_not(asked: str, expected: str) -> None:
    found = read(f"FOI Reference: 12/2023\nRequest:\n{asked}\n")
    assert [question.number for question in found.questions if question.number] == expected.split()


def test_headings_in_capitals_part_a_text_whose_line_breaks_are_lost() -> None:
    text = (
        "Freedom of Information Request Reference No: 2015010000963 I refer to your request for information which was "
        "received on 15/01/2015. I note you seek access to the following information: Where does the enquiry into the "
        "leak stand, what has it cost so far, and how many officers are on it? Please also name the lead. EXTENT OF "
        "SEARCHES TO LOCATE INFORMATION Searches were conducted at the Counter Terrorism Command. DECISION I have "
        "today decided to disclose the located information. REASON FOR DECISION Before I explain, the Act is outlined."
    )
    assert [heading.kind for heading in read(text).headings] == ["searches", "response", "reasons"]


def test_what_an_answer_is_called_in_a_title_begins_no_answer() -> None:
    text = (
        "17 March 2014 – FOI Response: 1029.2013-14 – Freedom of information request\n"
        "Please find attached a Freedom of Information request for Fenshire Police and one for the Commissioner.\n"
        "1. All messages within the force on the post.\n2. The same within the office.\n"
    )
    found = read(text)
    assert [question.number for question in found.questions] == ["1", "2"]
    assert not found.responses


def test_the_number_of_the_request_stands_in_the_heading_of_its_answer() -> None:
    text = (
        "Information requested\n• Accounts of the federation\n• Letters to it\nResponse\n"
        "Response to your request (1)\nFenshire Police does not have the information you have requested.\n"
    )
    assert {(p.questions, p.outcome) for part in read(text).responses for p in part.positions} == {(("1",), "not-held")}


def test_a_list_of_numerals_behind_a_number_is_of_that_number() -> None:
    text = (
        "FOI Reference: 12/2023\nRequest\n1. (i) What is the policy on hearings?\n(ii) When do they begin?\n"
        "2. After a hearing:\n(i) What is published?\n(ii) How long is it kept?\nResponse\nNo information is held.\n"
    )
    assert [question.number for question in read(text).questions] == ["1.i", "1.ii", "2", "2.i", "2.ii"]


def test_numerals_below_a_number_alone_are_its_questions() -> None:
    text = (
        "You asked:\n1. How many requests were made?\n2.\n(i) In how many of them was a record disclosed to somebody\n"
        "3. For the first ten, state the offence.\nIn response:\n1. 92\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2.i", "3"]


def test_a_question_that_its_answer_repeats_is_asked_there() -> None:
    text = (
        "Our ref: 12/2023\nDear [redacted]\nI write in response to your email of 21 February 2023.\n"
        "In answer to question 1 where you ask, are any cameras of concern?\nFenshire Police confirmed that none are.\n"
        "In answer to question 2 where you ask if it uses drones.\nYes. It has two.\n"
    )
    found = read(text)
    assert [question.number for question in found.questions] == ["1", "2"]
    assert [(p.questions, p.outcome) for r in found.responses for p in r.positions] == [
        (("1",), "disclosed"), (("2",), "disclosed"),
    ]  # fmt: skip


def test_parts_under_a_title_are_asked_where_each_answer_follows_its_question() -> None:
    text = (
        "Reference: 12/2023\nRequest\nThe request is copied below. Our responses follow each question.\nResponse\n"
        "This is about drones.\n1. Policies\n(a) All policies on drones, in force since 2023.\n"
        "(b) If none exists, please confirm this.\nThe documents have been combined into one file, by page number:\n"
        "• Pages 1 to 14 are the policy on drones\n"
    )
    found = read(text)
    assert [question.number for question in found.questions] == ["1", "1a", "1b"]
    assert [part.answers for part in found.responses if part.positions] == [("1b",)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("1 (a) How many calls were there?\n(b) Where?\n2 (a) How many cars went?\n(b) Whose?", "1a 1b 2a 2b"),
        ("1. On how many phones was it used? Please split into:\n1. a) Serious crimes\n1. b) All others", "1 1a 1b"),
        ("ISSUE ONE.\nPlease send the certificate.\nISSUE TWO.\nPlease send the letters.", "1 2"),
        ('29. "The cost is £120,000." I would like to know;\n1, The cost now?\n2, Who pays it?', "1 2"),
        ("1. How many use (a) the one and (b) the other (1) Radio, (2) Van?\n2. How many others?", "1 2"),
    ],
)
def test_numbers_with_parts_and_lists_within_are_told_apart(asked: str, expected: str) -> None:
    found = read(f"FOI Reference: 12/2023\nRequest:\n{asked}\nResponse:\nNo information is held.\n")
    assert " ".join(question.number or "-" for question in found.questions) == expected


def test_the_next_question_may_follow_what_was_clarified() -> None:
    text = (
        "FOI Reference: 831/2025\nRequest\n1. Speeding – the total of fines, and the worst month.\n"
        "Clarification sought:\nDo you want those fined at court?\nClarification received:\nThe total for both.\n"
        "2. Drinking – the total recorded.\nResponse:\nNo information is held.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2"]


def test_lists_of_an_act_below_an_answer_are_no_questions() -> None:
    text = (
        "You asked for:\n1. The budget of each year.\nOur Response:\n1. The budget of each year.\n"
        "Answer: This has been deemed exempt by virtue of section 21(1) Information reasonably accessible.\n"
        "21. Information accessible to applicant by other means.\n"
        "1. Information reasonably accessible otherwise than under section 1 is exempt information.\n"
        "2. For the purposes of subsection (1)—\n1. Information may be accessible even though on payment, and\n"
    )
    found = read(text)
    assert [question.number for question in found.questions] == ["1"]
    assert {p.outcome for r in found.responses for p in r.positions} == {"already-accessible"}


def test_a_heading_may_hold_the_date_of_the_answer() -> None:
    asked = "FOI Request - Cameras\nRequest 101001974417\n1. Location\n2. Damage\n"
    found = read(f"{asked}Response 23-11-2018\n1 High Street\n2 None")
    assert [(one.kind, one.value) for one in found.dates] == [("response", "2018-11-23")]
    assert [part.answers for part in found.responses if part.positions] == [("1",), ("2",)]
    assert found.reference is not None
    assert found.reference.value == "101001974417"


def test_capital_letters_below_a_colon_are_parts_of_the_number_above() -> None:
    text = (
        "You asked:\n1. How many were reported by telephone:\nA. Rape\nB. Burglary\n2. And the waiting time?\n"
        "In Response:\nNo information is held.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "1a", "1b", "2"]


def test_what_is_wanted_of_each_thing_is_no_question_under_a_letter() -> None:
    text = (
        "You asked:\nHow often was it used on children?\n(a) age; (b) ethnicity; (c) highest use; and (d) place\n"
        "In Response:\nNo information is held.\n"
    )
    assert not [question for question in read(text).questions if question.number]


def test_letters_above_a_numbered_list_are_no_questions_of_it() -> None:
    text = (
        "FOI Reference: 12/2023\nRequest\nFor these types:\n- Officers, split into:\na. Recruits\nb. Others\n- Staff\n"
        "1. The number of applicants.\n2. The number of offers.\nResponse\nNo information is held.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2"]


MAILS = """From: FOI Mailbox <foi@fenshire.example>
To: A. Hartley
Subject: RE: Freedom of Information request - 2023/0614
Dear A. Hartley,
Please see our response to your FOI Act request below.
1. 47
2. We are withholding this under section 40(2).
{between}
From: A. Hartley
Sent: 20 May 2023 19:40
To: FOI Mailbox
Under the Freedom of Information Act 2000 please tell me:
1. How many officers were off sick?
2. What are their names?
I do not think you can refuse this under section 12 or section 14.
"""


@pytest.mark.parametrize("between", ["-----Original Message-----", "-----", "Kind regards"])
def test_the_mail_below_an_answer_is_the_requesters(between: str) -> None:
    found = read(MAILS.format(between=between))
    said = {(p.questions, p.outcome) for r in found.responses for p in r.positions}
    assert said == {(("1",), "disclosed"), (("2",), "refused")}
    assert {c.section for c in found.citations if c.role == "relied-on"} == {"40(2)"}


def test_an_older_mail_of_the_body_is_not_what_it_says_now() -> None:
    text = MAILS.format(between="-----") + (
        "From: FOI Mailbox\nSent: 21 May 2023\nDear A. Hartley,\nWe do not hold the rotas.\n"
    )
    assert "not-held" not in {p.outcome for r in read(text).responses for p in r.positions}
    assert "not-held" in {p.outcome for r in read(text[text.index("From: A.") :]).responses for p in r.positions}


def test_a_mail_below_that_was_sent_later_is_what_the_body_says_now() -> None:
    text = (
        "From: FOI Team\nSent: 1 June 2023\nTo: A. Hartley\nSubject: FOI 12/23\nDear A. Hartley,\nWe hold the first "
        "list, which is attached.\n\nFrom: A. Hartley\nSent: 2 June 2023\nTo: FOI Team\nUnder the Freedom of "
        "Information Act:\n1. How many cars?\n2. Who made them?\n\nFrom: FOI Team\nSent: {day} 2023\nTo: A. "
        "Hartley\nDear A. Hartley,\n1. There are 14 cars.\n2. This is exempt under section 43(2).\n"
    )
    later, earlier = (read(text.format(day=day)) for day in ("20 June", "20 May"))
    assert {c.section for c in later.citations if c.role == "relied-on"} == {"43(2)"}
    assert {c.section for c in earlier.citations if c.role == "relied-on"} == set()
