"""Where neither headings nor numbers part question and answer, each line is of the one who would write it."""

from __future__ import annotations

import pytest

from foigraph.ingest import turns
from foigraph.ingest.segment import segment

from .reading import read

ASKED = (
    "How many drones does the force own?",
    "Please give the cost of each.",
    "The number of shifts left unfilled.",
    "Any internal report written in the last two years",
    "If so, please share it.",
    "Number granted, and their value",
    "What make and model are they",
    "For each of the last five years:",
)
GIVEN = (
    "14",
    "£41,207 in 2023",
    "Yes, twice.",
    "Not held.",
    "N/A",
    "Race 214",
    "High | 641 | 702 | 688",
    "Fewer than 5",
    "Fenshire Police can confirm that it holds none.",
)
STATED = (
    "The team has six officers and is led by an inspector.",
    "We have two vans for this.",
    "The system does not join an image to the outcome of a case.",
)
LETTER = "Enquiry Reference: 12/2023\nBelow is your request and our response.\n"


@pytest.mark.parametrize("line", ASKED)
def test_a_line_that_asks_is_of_the_requester(line: str) -> None:
    assert turns.asks(line)
    assert not turns.tells(line)


@pytest.mark.parametrize("line", GIVEN)
def test_a_line_that_gives_is_of_the_authority(line: str) -> None:
    assert turns.gives(line)


@pytest.mark.parametrize("line", STATED)
def test_a_statement_answers_where_it_stands_below_a_question(line: str) -> None:
    assert turns.tells(line)
    assert not turns.gives(line)


def test_what_somebody_says_of_himself_or_to_the_body_is_no_answer() -> None:
    for line in (
        "I understand that an inspection was made.",
        "Your officers were at my house.",
        "You came to our town.",
    ):
        assert not turns.tells(line), line


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "with gaps"])
@pytest.mark.parametrize("answer", [*GIVEN, *STATED])
@pytest.mark.parametrize("question", ASKED)
def test_question_and_answer_by_turns_are_parted(question: str, answer: str, gap: str) -> None:
    lines = ("I write about the unit in Fenford.", question, answer, "How much did it cost in all?", "Nothing.")
    found = segment(LETTER + gap.join(lines))
    own = {found.text[slice(*line.span)] for line in found.spoken("response")}
    assert own == {answer, "Nothing."}


def test_an_answer_below_a_question_without_a_number_says_its_outcome() -> None:
    found = read(
        LETTER + "Which handset is used?\nThe one that is bought nationally.\nThe number lost since 2020\n"
        "This is not recorded.\nCan I have the contract?\nIt is withheld under section 43(2)."
    )
    assert [p.outcome for part in found.responses for p in part.positions] == ["disclosed", "not-held", "refused"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Despite extensive searches, we have been unable to locate any relevant recorded information.", "not-held"),
        ("There is no policy which covers this.", "not-held"),
        ("Ethnicity is not captured on the system.", "not-held"),
        ("Each log would need to be opened and read, and this would exceed 18 hours.", "cost-limit"),
        ("Regrettably the footage cannot be disclosed to a third party under this Act.", "refused"),
        ("The figures you asked for are published on our website, so section 21 applies.", "already-accessible"),
        ("It is the position of this force to neither confirm nor deny that any is held.", "ncnd"),
        ("The review will be published in the spring and is exempt until then.", "future-publication"),
        ("This is on the website of the fair, so s.21 applies and it is not repeated here.", "already-accessible"),
        ("The number of drones flown at the fair is withheld under Section 31.", "refused"),
        ("We are not prepared to release a list of the drones, which is exempt.", "refused"),
    ],
)
def test_a_decision_below_a_gap_is_the_answer_where_no_heading_says_so(words: str, outcome: str) -> None:
    found = read(f"Drones - 12/2023\n\nHow many drones were flown at the fair?\n\n{words}\n\nYours sincerely")
    assert {position.outcome for response in found.responses for position in response.positions} == {outcome}


@pytest.mark.parametrize(
    "words",
    [
        "I take the view that to ask for the plans would take the request over the limit in section 12(1).",
        "If this would cost more than the Act allows, please tell me what you could give me instead.",
        "The background to this is published and can be found on my website.",
        "(A colleague was told that it would cost too much to find the data. Could you let us know quickly?)",
        "There is no need to send the papers that were withheld.",
        "The council, relying on s 21, says that the plans are published on its site.",
        "In case this is withheld under sections 23, 24 or 31, I'd instead like any letters to the maker.",
    ],
)
def test_what_a_requester_says_of_refusals_below_a_gap_is_no_answer(words: str) -> None:
    found = read(f"Drones - 12/2023\n\nHow many drones were flown at the fair?\n\n{words}\n\nI look forward to it.")
    assert found.responses == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It was 24% in 2006 and is 33% now.", "No. Air support is provided by another body and paid for by the hour."),
        ("The committee is made up of eight members.", "Members are paid a daily rate of £310."),
        ("2017-18 £604,118", "There were 612 vehicles on 9 January 2018."),
    ],
)
def test_what_stands_right_below_each_question_of_a_list_is_its_answer(first: str, second: str) -> None:
    found = read(f"Fleet - 12/2023\n1. What is asked first?\n{first}\n2. Which of them is asked next?\n{second}\nYours")
    assert [(r.answers, {p.outcome for p in r.positions}) for r in found.responses] == [
        (("1",), {"disclosed"}), (("2",), {"disclosed"}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a. If so, when was it?", "a. If so, give the dates."),
        ("I would like this by year.", "This should include each station that is open."),
        ("(The fleet is that of 2019.)", "(The drones are those that were bought.)"),
        ("By fleet is meant every car that was bought.", "For example, the one that is at Fenford."),
    ],
)
def test_a_requester_who_goes_on_below_each_question_answers_none(first: str, second: str) -> None:
    found = read(f"Fleet - 12/2023\n1. What is asked first?\n{first}\n2. Which of them is asked next?\n{second}\nYours")
    assert found.responses == ()


ASKS = ("How many dogs does the force keep?", "Is there a policy on kennels?")
TELLS = ("We keep fourteen of them at two sites.", "Kennels are inspected each month by a vet.")


@pytest.mark.parametrize(
    "arranged",
    [
        "1. {0}\n- {2}\n2. {1}\n- {3}",
        "1. {0}\n• {2}\n2. {1}\n• {3}",
        "Q. {0}\nA. {2}\nQ. {1}\nA. {3}",
        "1. {0} {2}\n2. {1} {3}",
        "Question | Answer |\n1. {0} | {2} |\n2. {1} | {3} |",
        "| Question | Answer |\n| 1. {0} | {2} |\n| 2. {1} | {3} |",
        "Request\n1. {0}\n2. {1}\nResponse\nPart 1: {2}\nPart 2: {3}",
        "Request\n1. {0}\n2. {1}\nResponse\nQ1. {2} Q2. {3}",
        "Request: 1. {0} 2. {1} Response: 1. {2} 2. {3}",
        "Request\nItem 1 - {0}\nItem 2 - {1}\nResponse\nItem 1 - {2}\nItem 2 - {3}",
        "Ques 1: {0}\nAns: {2}\nQues 2: {1}\nAns: {3}",
        "Request\n1. {0}\n2. {1}\nResponse\nWith regard to question 1, {2} In relation to question 2, {3}",
        "Request\n1. {0}\n2. {1}\nResponse\nI can tell you this. Regarding question 1, {2} Regarding question 2, {3}",
    ],
)
def test_each_answer_in_words_is_of_its_question_however_the_two_are_set(arranged: str) -> None:
    found = read(f"Dogs - 12/2023\n{arranged.format(*ASKS, *TELLS)}\nYours sincerely")
    assert [question.number for question in found.questions] == ["1", "2"]
    said = [(p.questions, p.outcome) for r in found.responses for p in r.positions]
    assert said == [(("1",), "disclosed"), (("2",), "disclosed")]


def test_a_question_that_is_asked_back_answers_none() -> None:
    asked = "Request\n1. How many dogs?\n2. Where are they?\nResponse\nNo information is held on question 2. "
    found = read(f"{asked}In relation to question 1, we keep police dogs. Do you mean all of them?\nYours")
    assert [(p.questions, p.outcome) for r in found.responses for p in r.positions] == [(("2",), "not-held")]


def test_a_word_that_begins_like_no_is_no_plain_answer() -> None:
    found = read("Dogs - 12/2023\nRequest:\n1. How many dogs? Note the breed.\n2. How many vans? Note the make.\nYours")
    assert found.responses == ()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_questions_without_numbers_are_answered_below_each_without_any_heading(gap: str) -> None:
    lines = (
        "Who supplies your evidence system?",
        "Fenshire Police are unable to provide you with this as this is exempt by virtue of Section 31(1)(a).",
        "When does this contract end?",
        "The contract for it ends on 30th May 2027.",
        "Which procurement route comes next?",
        "This information is not held.",
    )
    found = read(f"FOI reference 1757169/23{gap}{gap.join(lines)}{gap}Appendix A\n")
    assert [p.outcome for r in found.responses for p in r.positions] == ["refused", "disclosed", "not-held"]


def test_items_that_ask_nothing_are_answered_below_each() -> None:
    text = (
        "1. Examinations done in-house\nIn the last year 16,401.\n2. Those done outside\nIn the last year 10.\n"
        "3. Their names\nFenshire Police are unable to provide this as it is exempt by virtue of Section 31 (1) (a).\n"
        "4. The backlog\nThere are currently 199 cases.\n5. Activities that you are accredited for\n"
        "Please see the following link: Testing\n6. Those not accredited\nNo activities have been completed in such.\n"
    )
    found = read(text)
    assert {n for r in found.responses for p in r.positions for n in p.questions} >= {"1", "2", "3", "4", "6"}


def test_a_no_at_the_end_of_a_question_is_its_answer_where_the_others_have_theirs() -> None:
    found = read(
        "1. Has it infected any of the equipment No.\n2. If so, how many? N/A\n3. What was hit? N/A\nFOI 12/2023"
    )
    assert next((r.answers, {p.outcome for p in r.positions}) for r in found.responses) == (("1",), {"disclosed"})


def test_the_rest_of_a_request_is_what_was_not_answered() -> None:
    asked = "You asked:\n1. How often was it fired?\n2. How many were investigated?\nIn Response:\n"
    rest = "With regards to the remainder of your request we shall neither confirm nor deny any information is held."
    found = read(f"{asked}1.\n2016 | 51\n2017 | 33\n{rest}\n")
    assert {(p.questions, p.outcome) for r in found.responses for p in r.positions} == {
        (("1",), "disclosed"), (("2",), "ncnd"),
    }  # fmt: skip
    of_one = "In relation to question 3, I can confirm that the officer has retired."
    rest = "In relation to the remainder of questions 1-3, the force is not required to confirm or deny this."
    asked = "You asked:\n1. Who?\n2. When?\n3. Is the officer suspended?\nDecision\nQuestions 1, 2 & 3\n"
    found = read(f"{asked}{of_one}\n{rest}\n")
    assert {(p.questions, p.outcome) for r in found.responses for p in r.positions} == {
        (("3",), "disclosed"), (("1", "2"), "ncnd"),
    }  # fmt: skip


def test_an_answer_that_repeats_its_question_under_that_word_is_of_it() -> None:
    asked = "1. How many firefighters were hurt?\n2. How often did they meet a cloud?\n"
    told = (
        "1. Question: How many firefighters were hurt?\nAnswer: None\n2. Question: How often did they meet a cloud?\n"
    )
    found = read(f"Request\n{asked}Dear X,\nPlease find answers below:\n{told}Answer: None\n")
    assert [(p.questions, p.outcome) for r in found.responses for p in r.positions] == [
        (("1",), "disclosed"), (("2",), "disclosed"),
    ]  # fmt: skip


def test_two_letters_before_an_answer_are_of_two_parts() -> None:
    asked = "Request\n1. Requests\na) How many came?\nb) How many were answered?\nResponse\n"
    found = read(f"{asked}1. a) & b) The statistics are published, so Section 25 of FOISA is applicable.\n")
    assert found.responses[0].answers == ("1a", "1b")
    assert [c.section for c in found.citations if c.role == "relied-on"] == ["25"]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Nothing is recorded of that kind.", "not-held"),
        ("To read each log would exceed 18 hours, so section 12 applies.", "cost-limit"),
        ("The footage cannot be disclosed, as section 40(2) applies.", "refused"),
        ("The figures you asked for are published on our website, so section 21 applies.", "already-accessible"),
    ],
)
def test_a_decision_below_the_first_words_of_a_letter_is_its_answer(words: str, outcome: str) -> None:
    asked = "Dear Fenshire Police,\n\nHow many drones were flown at the fair?\n\nYours faithfully,\n\nA Sample\n\n"
    told = "FOI Team, Fenshire Police\n\nDear A Sample\n\nI write in response to your request.\n\n"
    below_card = f"Request Number: FOI/13641\nSubject: Drones\n{words}\nRequest Details\nHow many drones were flown?\n"
    for text in (f"{asked}{told}{words}\n\nYours sincerely\n", below_card):
        found = read(text)
        assert {position.outcome for response in found.responses for position in response.positions} == {outcome}


@pytest.mark.parametrize(
    "words",
    [
        "You write that section 21 was quoted to your neighbour and that a draft was withheld.",
        "Your request of last year for the plans was refused under section 43, and that earlier request is closed.",
        "Certain information is restricted and therefore exempt from this publication scheme.",
    ],
)
def test_what_a_letter_tells_again_above_its_answer_is_none(words: str) -> None:
    found = read(
        f"Our ref: 12/2023\nDear A Sample\nThank you for your letter of 3 May 2023.\n{words}\nYours sincerely\n"
    )
    assert not [position for response in found.responses for position in response.positions]


THREAD = (
    "Dogs - 12/2023\n\nDear Fenshire Police,\n\nI would like to know:\n\n1. {0}\n2. {1}\n\nYours,\n\nA Sample\n\n"
    "FOI Team, Fenshire Police\n\nDear A Sample\n\nI write in response to your request.\n\n"
)


@pytest.mark.parametrize(
    "told",
    ["1. {2}\n2. {3}", "Q1 {2}\n\nQ2 {3}", "1. {0}\n\n{2}\n\n2. {1}\n\n{3}"],
    ids=["numbers", "letters", "repeated"],
)
def test_numbers_in_the_letter_that_answers_a_thread_are_of_its_questions(told: str) -> None:
    found = read((THREAD + told).format(*ASKS, *TELLS) + "\n\nYours sincerely\n")
    assert [(p.questions, p.outcome) for r in found.responses for p in r.positions] == [
        (("1",), "disclosed"), (("2",), "disclosed"),
    ]  # fmt: skip


def test_a_request_that_an_acknowledgement_repeats_is_not_answered_by_it() -> None:
    asked = ("From 2018 onwards, all processes about dogs.", "All records of their training.")
    again = (
        THREAD.replace("in response to", "in connection with") + "1. {0}\n2. {1}\n\nPlease note that we are delayed."
    )
    assert not [p for r in read(again.format(*asked)).responses for p in r.positions]
    notes = "Please note;\n\n1. Requests may be published.\n2. Whilst we may discuss it with you, you may wait."
    assert not [p for r in read((THREAD + notes).format(*ASKS)).responses for p in r.positions]


def test_lines_below_each_question_mark_answer_where_all_of_them_tell() -> None:
    asked = "How many dogs are there?\n{0}\nWho trains them?\n{1}\nAre there horses?\n{2}\n"
    told = ("Fourteen.", "They are trained by the Dog Section.", "No, the last was sold in 2019.")
    found = read(f"FOI release\n20 December 2023\nThank you for your request.\n{asked.format(*told)}")
    assert {p.outcome for r in found.responses for p in r.positions} == {"disclosed"}
    assert len([p for r in found.responses for p in r.positions]) == len(told)
    remarks = ("I should like to know.", "I am told that they are kept at the fair.", "I saw some.")
    assert not [p for r in read(f"Dear Fenshire Police,\n{asked.format(*remarks)}").responses for p in r.positions]
