"""Which question the numbers, ordinals and periods in a letter are of."""

from __future__ import annotations

import pytest

from .reading import read


def links(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (position.questions or response.answers, position.outcome)
        for response in read(text).responses
        for position in response.positions
    ]


def test_the_number_of_a_question_over_figures_below_a_decision_is_of_its_answer() -> None:
    text = (
        "Dogs (123A/21)\nQ1: For each year, the number of dogs\nQ2: Please break these down by breed\n"
        "Please find enclosed our response.\nSome relevant information is held, and is as follows.\n"
        "Question 1:\nYear 2020 2021\nDogs 4 7\nQuestion 2:\nAll of them were spaniels.\n"
    )
    assert links(text)[-2:] == [(("1",), "disclosed"), (("2",), "disclosed")]


def test_a_bare_period_below_a_question_is_asked_about() -> None:
    period = "1 January 2020 - 1 January 2021\n2 January 2021 to 31 January 2022\n"
    asked = (
        f"I note you seek access to the following information:\n1. How many dogs?\n{period}2. How many cats?\n{period}"
    )
    assert links(f"{asked}I have today decided to disclose the located information to you in full.\n") == [
        (("1", "2"), "disclosed")
    ]
    assert links(f"{asked}I am writing to say that we need more time.\n") == []


def test_a_figure_below_the_period_of_a_question_answers_it() -> None:
    text = (
        "The Dog Section has provided the following information:\n1. How many dogs?\n1 May 2020 - 1 May 2021\n12\n"
        "2. How many cats?\n1 May 2020 - 1 May 2021\n0\n"
    )
    assert links(text) == [(("1",), "disclosed"), (("2",), "disclosed")]


def test_the_next_part_of_a_question_among_answers_is_asked() -> None:
    text = (
        "Please find your questions and the responses set out below.\n1.1 What do the dogs cost?\n"
        "Q1.1 response: They cost £400.\n1.2 Will they cost more next year?\nQ1.2 response: No information is held.\n"
    )
    assert [question.number for question in read(text).questions] == ["1.1", "1.2"]
    assert links(text) == [(("1.1",), "disclosed"), (("1.2",), "not-held")]


def test_a_list_within_quotation_marks_on_one_line_is_parted() -> None:
    text = (
        "Your email was read. In it you requested: “1) How many dogs? By breed. 2) Their cost. 3) How many cats?”\n"
        "No information is held.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "answer",
    [
        "In response to the first point raised; there are 14 dogs.\n"
        "In response to the second point raised; they cost £400.\n",
        "In terms of part one of your request, we have 14 dogs.\n"
        "In terms of part two of your request, they cost £400.\n",
    ],
)
def test_points_and_parts_in_words_are_those_of_the_request_in_their_order(answer: str) -> None:
    text = f"Ref: 12/2023\nRequest\nHow many dogs are there?\nWhat do they cost?\nResponse\n{answer}"
    assert links(text) == [(("1",), "disclosed"), (("2",), "disclosed")]


def test_who_says_what_is_not_needed_still_asks() -> None:
    text = (
        "You asked:\nI would like to know of each of these:\n1. Dog food\n2. Cat food\n"
        "We do not require names. For each please give:\n1. Who is the supplier?\n2. The spend?\n3. The brand (not 1)\n"
        "In Response:\nI am able to disclose the located information to you as attached.\n"
    )
    assert {outcome for _, outcome in links(text)} == {"disclosed"}
    assert len(links(text)) == 1


def test_rows_that_begin_with_a_year_answer_where_question_and_answer_stand_together() -> None:
    text = (
        "Below is your request and our response.\n1) People recorded as missing in each year.\n2021/22 – 62\n"
        "2022/23 – 68\n2) For each year, please give ages.\n2021/22 – Child 40 (in care 14), Adult 20\n"
        "2022/23 - Child 43 (in care 13), Adult 22\n"
    )
    assert links(text) == [(("1",), "disclosed"), (("2",), "disclosed")]


def test_romans_below_a_letter_are_its_parts() -> None:
    text = (
        "You asked:\nDo you use hoods?\n(a) If so please provide:\n(i) Guidance;\n(ii) Minutes;\n(b) If not please:\n"
        "(i) Confirm why;\n(ii) Give training.\nIn response:\nNo information is held.\n"
    )
    assert [q.number for q in read(text).questions if q.number] == ["a", "a.i", "a.ii", "b", "b.i", "b.ii"]
    letters = "".join(f"{letter}) How many {n}?\n" for n, letter in enumerate("abcdefghij"))
    found = read(f"You asked:\n{letters}In response:\nNo information is held.\n")
    assert [question.number for question in found.questions] == list("abcdefghij")


def test_lists_that_count_anew_below_their_headings_answer_nothing() -> None:
    text = (
        "Request 1\n1. Which is the fastest dog?\n2. Its breed.\nRequest 2\n1. The cost of food for each of the years\n"
        "2. To mend kennels.\nResponse 1\nSection 17 requires Fenshire Police, when refusing, to give a notice which:\n"
    )
    assert links(text) == []


def test_what_the_sentence_of_one_answer_gives_for_other_questions_is_theirs() -> None:
    text = (
        "Request\n1. The price of a dog\n2. The cost of its food\nResponse\nIn relation to Question 1 we can confirm "
        "that some information is held. However, we are withholding that information since it is exempt.\n"
        "Section 43 – Commercial Interests\nData in relation to Question 2 is attached.\n"
    )
    assert set(links(text)) == {(("1",), "refused"), (("2",), "disclosed")}


def test_a_question_repeated_below_the_decision_and_cut_leaves_the_decision() -> None:
    text = (
        "I note you seek access to the following information:\n1. What is shared when an alert is made?\n"
        "2. What is held on dogs?\nI have today decided to disclose the located information to you in full.\n"
        "What is shared when an alert is made?\nWhat is he"
    )
    assert {outcome for _, outcome in links(text)} == {"disclosed"}


def test_a_list_all_of_whose_items_are_printed_with_a_1_is_answered_item_by_item() -> None:
    text = (
        "Request\nOur responses follow each question.\nResponse\nPlease give the most recent of these.\n"
        "1. The policy on dogs.\nNo policy is held on this subject.\n1. The training of dogs, inside and outside.\n"
        "Please find attached (Disclosure 2) the plan of training.\n1. Which groups were asked.\n"
        "It was shown to all staff.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2", "3"]
    assert links(text)[:2] == [(("1",), "not-held"), (("2",), "disclosed")]


def test_a_range_before_an_answer_needs_no_stop() -> None:
    text = "You asked:\n1. Dogs\n2. Cats\n3. Horses\n4. Sheep\nIn Response:\n1. 2 dogs.\n3-4  We have had none.\n"
    assert links(text) == [(("1",), "disclosed"), (("3", "4"), "disclosed")]


def test_questions_named_within_a_bullet_are_answered_there() -> None:
    text = (
        "You asked:\n1. How many dogs?\n2. How many cats?\n3. Why?\nIn Response:\n"
        "I am able to disclose the located information to you with the following noted.\n"
        "• For questions 1 and 2, there were 14 of each.\n"
    )
    assert (("1", "2"), "disclosed") in links(text)


def test_an_answer_that_has_nothing_to_give_since_another_has_nothing_is_that_one() -> None:
    text = (
        "You asked:\n1. Officers disciplined for losing dogs.\n2. Their names.\nIn Response:\n"
        "1. No information is held.\n2. As the response to Q1 above is negative we cannot respond to this part.\n"
    )
    assert links(text) == [(("1",), "not-held"), (("2",), "not-held")]


def test_departments_that_provided_what_follows_head_questions_with_their_answers() -> None:
    text = (
        "Freedom of Information (FOI) Act request ref: 01/FIN/22/000123/A\nThe Dog Section and Neighbourhood Policing "
        "have provided the following.\n1, How many dogs are there on the strength of the force, on the date on which "
        "this request was received?\n16, and 1 in training.\n"
        "2, How many were trained by others?\nAll of them.\n3, Who was the trainer.\nThe national school\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2", "3"]
    assert links(text)[:2] == [(("1",), "disclosed"), (("2",), "disclosed")]


def test_what_is_attached_but_for_some_questions_is_given_of_the_others() -> None:
    asked = "Dogs (125A/24)\n1. The number of dogs.\n2. Their breeds.\n3. Their names.\n"
    given = "This information is held by Fenshire Police. However, while the majority of it is attached (125A.pdf) "
    some = read(f"{asked}{given}I am withholding some of the information for question 3 by virtue of Section 40(2).\n")
    assert {(p.questions, p.outcome) for r in some.responses for p in r.positions} == {
        (("3",), "partly-disclosed"), (("1", "2"), "disclosed"),
    }  # fmt: skip
    status = {p.outcome: p.status for r in some.responses for p in r.positions}
    assert status == {"partly-disclosed": "explicit", "disclosed": "inferred"}, "no words say it of questions 1 and 2"
    whole = read(f"{asked}{given}I am withholding information with regard to question 3, which is exempt.\n")
    assert {(p.questions, p.outcome) for r in whole.responses for p in r.positions} == {
        (("3",), "refused"), (("1", "2"), "disclosed"),
    }  # fmt: skip


def test_what_is_given_is_of_the_questions_that_the_next_sentence_says_it_answers() -> None:
    text = (
        "Dogs (124A/23)\nRequest\n1. How many dogs were fed each year?\n2. How many not?\n3. All letters on them.\n"
        "Response\nOur data are not organised to provide all this information within the appropriate (cost) limit.\n"
        "However, as a gesture of goodwill I have supplied information (see attached file 124A.pdf). It answers "
        "questions 1 and 2, but for fewer years.\n"
    )
    assert (("1", "2"), "disclosed") in links(text)


def test_a_question_shortened_above_its_answer_heads_it() -> None:
    text = (
        "FOI 1/24\n1/ All records of mis-use of cameras over the last four years\n2/ All records of any known "
        "complaints over the same four years.\n1/ All records of mis-use of cameras\nNo information held. Mis-use is "
        "not recorded.\n2/ All records of any known complaints\nThere were 14 complaints.\n"
    )
    assert links(text) == [(("1",), "not-held"), (("2",), "disclosed")]


def test_a_question_broken_over_two_lines_is_the_same_question() -> None:
    text = (
        "Dear Fenshire Police,\n1) When will it start?\n2) Please advise the company who will supply the hardware and "
        "software.\nYours faithfully,\nFOI Ref: 931/19\nThank you for your request for information. Please see our "
        "response below.\n1) When will it start?\nNo date has been decided, so no information is held.\n"
        "2) Please advise the company who will supply the hardware and\nsoftware.\nSection 43(2) Commercial "
        "Interests is "
        "engaged as it is not over.\n"
    )
    assert links(text) == [(("1",), "not-held"), (("2",), "refused")]


def test_answers_follow_their_questions_where_the_letter_says_that_they_are_below() -> None:
    text = (
        "Our Ref: 005127/17\nYour request for information was received on 07/07/2017.\nPlease find below answers to "
        "your questions:-\n1. The number of cameras held by the force.\nApproximately 1,100\n2. What they have "
        "cost.\na. Purchase.\n£412,000\nb. Repair.\nNot recorded separately, no information held.\n3. How many "
        "complaints were seen.\nEach of 871 files would have to be read. This is above the appropriate limit under "
        "section 12(1).\n"
    )
    assert links(text) == [
        (("1",), "disclosed"), (("2a",), "disclosed"), (("2b",), "not-held"), (("3",), "cost-limit"),
    ]  # fmt: skip


def test_one_answer_below_a_whole_list_is_of_the_list() -> None:
    text = (
        "Our Ref: 003668/15\nYour request for information was received on 05/06/2015.\nPlease find below answers to "
        "your questions:-\n1. Do you use drones?\n2. For how long?\n3. How many were purchased?\nNo information "
        "held.\n"
    )
    assert links(text) == [(("1", "2", "3"), "not-held")]


def test_questions_within_a_line_and_quotation_marks_are_taken_apart() -> None:
    text = (
        "FOI 2911-19\nYou sought access to the following information:\n1. “How many devices are waiting? 2. How "
        "long has the oldest waited? 3. Who provides the kiosks?”\nResponse to your Request\n1. There are 311.\n2. No "
        "information held.\n3. Fenford Ltd.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2", "3"]
    assert links(text) == [(("1",), "disclosed"), (("2",), "not-held"), (("3",), "disclosed")]


def test_answers_whose_questions_are_lost_are_no_questions() -> None:
    text = (
        "FOI Number: 21708\nInformation Request – which has been numbered\nReasoning – With regard to Question 4, to "
        "attempt an answer would require a manual review and would exceed 18 hours, Section 12(1).\nAlthough there "
        "is no "
        "obligation where Section 12 applies, the following is provided:\nQuestion 1 – Fenshire Police has two vans.\n"
        "Question 2 – These were bought in 2024.\nQuestion 5 – Fenshire Police does not hold this information.\n"
    )
    assert not read(text).questions
    assert links(text) == [
        (("4",), "cost-limit"), (("1",), "disclosed"), (("2",), "disclosed"), (("5",), "not-held"),
    ]  # fmt: skip


def test_what_a_review_says_that_the_request_sought_is_no_answer() -> None:
    text = (
        "INTERNAL REVIEW\nI have now had an opportunity to review the response provided to you. I can advise you as "
        "follows.\nFor the avoidance of doubt, your request sought the disclosure of the following information:-\n"
        "1. Has the force bought the equipment. 2. What was paid for it.\nThe response provided to you was as "
        "follows: -\n"
        "The Constabulary can neither confirm nor deny that it holds any information by virtue of Section 23(5).\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2"]
    assert "disclosed" not in {outcome for _, outcome in links(text)}


def test_the_answer_of_several_forces_is_headed_as_one() -> None:
    text = (
        "Dear Force,\n1. How many drones?\n2. What did they cost?\nYours faithfully,\nFOI REFERENCE NO: 943\nThank you "
        "for your request below, received on 27 March 2018.\n1. How many drones?\n2. What did they cost?\nOur response "
        "for both forces:\nQ1. There are 12.\nQ2. No information held.\n"
    )
    assert links(text) == [(("1",), "disclosed"), (("2",), "not-held")]


def test_a_list_that_an_acknowledgement_repeats_has_one_answer_below_it() -> None:
    text = (
        "Dear Fenshire Police,\n1. All instructions on it since 2018.\n2. All records of recruits trained "
        "there.\nYours "
        "faithfully,\nREFERENCE NO: 612/20\nDear [name]\nI write in connection with your request, received on 18 May "
        "2020, as shown below.\n\n1. All instructions on it since 2018.\n\n2. All records of recruits trained "
        "there.\n\n"
        "Having taken advice I consider the request to be vexatious and Section 14(1) of the Act applies to all of "
        "it.\n"
    )
    assert links(text) == [(("1", "2"), "vexatious")]


def test_a_refusal_below_the_first_question_again_is_of_that_question() -> None:
    text = (
        "Dear Fenshire Police,\nCould you please state:\nA. The number of horses you own\nB. The number of "
        "riders\nYours faithfully,\nFREEDOM OF INFORMATION ACT 2000\nThank you for your email, which I have dealt "
        "with under the above act.\n\nA. The number of horses you own?\n\nI am afraid that I am unable to give you "
        "the number. This is considered exempt under section 31(1)(a).\n\nB. The number of riders?\n\nNone.\n"
    )
    assert links(text) == [(("A",), "refused"), (("B",), "disclosed")]


def test_what_somebody_asks_for_below_the_heading_of_the_answer_is_asked() -> None:
    text = (
        "Our Ref: 2085/15\nYour request was received on 25/03/2015. Please find below answers to your "
        "questions:-\nRESPONSE\nIn relation to cameras please could I have:\nQ1 The number that the force has bought. "
        "Q2 The make and model.\nQ1 There are 530.\nQ2 Under Section 43(2) I am withholding the make and model.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2"]
    assert links(text) == [(("1",), "disclosed"), (("2",), "refused")]


def test_answers_under_their_word_and_number_with_a_stop_are_read() -> None:
    text = (
        "Request reference FOI/601/23\nQuestion 1. How many applications were made?\nAnswer 1. 901\nQuestion 2. "
        "How many came from veterans?\nAnswer 2. This is not held. Unlike question 1, it is not a statutory return.\n"
    )
    assert links(text) == [(("1",), "disclosed"), (("2",), "not-held")]


def test_answers_whose_questions_stand_below_them_are_read() -> None:
    text = (
        "Request reference FOI/598/23\nOur response to each question is:\nQ1 - The council spent £45,000.\nQ2 - Not "
        "held.\n"
        "Q3 - Same as Q2.\nYour questions were: Q1 costs in 2020, Q2 in 2019, Q3 in 2018.\n"
    )
    assert links(text)[:3] == [(("1",), "disclosed"), (("2",), "not-held"), (("3",), "not-held")]


def test_answers_behind_their_list_in_one_line_are_taken_apart() -> None:
    """As mirrors print a document whose line breaks are lost, each page behind its number."""
    text = (
        "Transcription\n1 Our ref: 2209/18 Thank you for your request for information, received by Fenshire Police on "
        "09/04/18. You requested the following information: 1. The number of drones owned by Fenshire Police. 2. The "
        "total cost of buying them. 3. The number of flights in 2017 and the reason for each. 1. 5 2. £21,644.10 3. "
        "There is no central log and each book would need to be read. This would exceed the 18 hours. Section 12(1) "
        "therefore applies to this question. Please see Appendix A, where the reasons for that are set out and how a "
        "review may be asked for.\n2 In addition Fenshire Police can neither confirm nor deny that it holds any other "
        "information by virtue of Section 24(2) National Security.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2", "3"]
    assert links(text) == [
        (("1",), "disclosed"), (("2",), "disclosed"), (("3",), "cost-limit"), ((), "ncnd"),
    ]  # fmt: skip


def test_items_that_wide_gaps_part_are_items() -> None:
    text = (
        "Reference No: 2011110003547\nI note you seek access to the following information:\n1) How many images were "
        "passed on\nfor each of these.     2) Whether they are stored on\ndiscs.   3) Whether any have "
        "been\ndestroyed.\nDECISION\n1) There were 2,914.\n2) On a computer.\n3) Fenshire Police does not hold this.\n"
    )
    assert [question.number for question in read(text).questions] == ["1", "2", "3"]
    assert links(text)[-1] == (("3",), "not-held")


def test_what_else_might_be_held_below_the_last_answer_is_of_the_whole() -> None:
    asked = "FOI 1/23\nRequest\n1. How many drones?\n2. Any complaints?\nResponse\n1. There are 16.\n2. "
    further = "Fenshire Police can neither confirm nor deny that it holds any further information on covert use."
    told = f"{asked}It would take more than 18 hours to read each one and Section 12(1) applies.\n{further}\n"
    assert links(told) == [(("1",), "disclosed"), (("2",), "cost-limit"), ((), "ncnd")]
    assert links(f"{asked}{further}\n")[-1] == (("2",), "ncnd"), "where nothing else answers the question"


def test_the_numbers_of_several_questions_out_of_sight_head_their_answer() -> None:
    text = (
        "Our ref: NP 5542/FOI\nDear Mr Fairlie\nRe: Freedom of Information Act 2000\nPlease find our reply to your "
        "five questions on theft.\nQuestion 1. The force uses three contractors.\nQuestion 2. They are exempt under "
        "section 43(2).\nQuestion 3. Not held.\n"
    )
    assert not read(text).questions
    assert links(text) == [(("1",), "disclosed"), (("2",), "refused"), (("3",), "not-held")]


def test_a_paragraph_on_a_roman_numeral_is_of_that_question() -> None:
    text = (
        "FOI 1/23\nRequest\ni. How many suites?\nii. How many cells?\niii. How many were held?\niv. What is the "
        "staffing?\nResponse\ni. Four\nii. 24\niii. 14,903\nIn relation to part iv, this is exempt under section "
        "31(1)(a).\n"
    )
    assert links(text) == [*(((n,), "disclosed") for n in ("i", "ii", "iii")), (("iv",), "refused")]
