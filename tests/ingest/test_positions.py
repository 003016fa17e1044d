"""Each question has the outcome that the words of its answer say, and no other."""

from __future__ import annotations

import pytest

from .reading import LETTER, positions, read, relied


def test_answer_to_a_question_says_more_than_what_leads_up_to_it() -> None:
    said = positions(
        "1. How many, by rank?\n2. Who?",
        "Some of what you seek in question 1 and all that you seek in question 2 is exempt by virtue of Section "
        "40(2).\n"
        "Answer 1\nPlease see the table below. We are withholding the names of two, as they could be identified.",
    )
    assert (("1",), "refused") not in said
    assert (("2",), "refused") in said


def test_question_that_is_given_a_total_and_refused_the_rest_is_answered_in_part() -> None:
    said = positions(
        "1. How many firearms, by type?\n2. What was spent?\n3. A breakdown of the new ones.",
        "1. We can disclose the total number as 589.\n2. £19,458\n1 & 3.\nThey will not be broken down by type and "
        "we rely on "
        "the following exemptions.\nSection 31(1)(a) – Law Enforcement",
    )
    assert said == {(("1",), "partly-disclosed"), (("2",), "disclosed"), (("3",), "refused")}


def test_question_answered_in_part_rests_on_what_refuses_the_rest() -> None:
    found = read(LETTER.format(
        request="1. How many firearms, by type?\n2. A breakdown of the new ones.",
        response="1. There are 589.\n1 & 2.\nThey will not be broken down and we rely on the following exemption.\n"
        "Section 31(1)(a) – Law Enforcement",
    ))  # fmt: skip
    [citation] = (c.id for c in found.citations if c.role == "relied-on")
    said = [(p.questions, p.outcome, p.citations) for part in found.responses for p in part.positions]
    assert said == [(("1",), "partly-disclosed", (citation,)), (("2",), "refused", (citation,))]


def test_link_below_a_figure_is_for_more_and_sections_below_it_for_the_rest() -> None:
    said = positions(
        "1. How many live here?\n2. Can this be broken down?\n3. Where?",
        "1. There are 53. For your information; the number under management can be found at www.fenshire.example.\n"
        "2. Fenford 29, Eastwold 17\nThe following exemptions are relevant to small towns:\nSection 31(1)(a) – Law "
        "Enforcement\n"
        "3. This is readily available at www.fenshire.example.",
    )
    assert said == {(("1",), "disclosed"), (("2",), "partly-disclosed"), (("3",), "already-accessible")}


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("The cost of determining whether any is or isn’t held is more than we are required to meet.", {"cost-limit"}),
        ("We neither confirm nor deny that we hold this by virtue of Section 40(5B).\nDetails of this exemption can be "
         "found here: https://www.fenshire.example/foia", {"ncnd"}),
        ("There have been 5 in total.", {"disclosed"}),
    ],
)  # fmt: skip
def test_each_sentence_has_the_outcome_that_it_says(words: str, outcomes: set[str]) -> None:
    assert {outcome for _, outcome in positions("How many?", words)} == outcomes


@pytest.mark.parametrize(
    "response",
    [
        (
            "For questions 1, 2 & 3 the following applies.\nSection 1 of the Freedom of Information Act 2000 (FOIA) "
            "places two duties on public authorities."
        ),
        "We hold some of the information, but need more time to reply.",
    ],
)
def test_words_before_the_decision_are_no_answer(response: str) -> None:
    assert positions("1. How many?\n2. Where?\n3. Why?", response) == set()


def test_what_is_given_of_goodwill_is_told_beside_the_cost() -> None:
    said = positions(
        "1. How often?\n2. Why?",
        "To answer would exceed the appropriate limit (section 12).\nAs a gesture of goodwill I have supplied "
        "information that was found before (see attached).",
    )
    assert {outcome for _, outcome in said} == {"cost-limit", "disclosed"}


@pytest.mark.parametrize(
    "words",
    [
        "There were 14. The names are not held.", "In 2021 there were 14. Information before 2021 is not held.",
        "There were 14. We do not hold the cost.", "There were 14 in 2019. No information is held for 2018.",
        "There were 14. Data for 2015 is not recorded.",
    ],
)  # fmt: skip
def test_what_is_not_held_of_one_thing_leaves_the_figures_given(words: str) -> None:
    assert {outcome for _, outcome in positions("How many?", words)} == {"disclosed", "not-held"}


@pytest.mark.parametrize(
    "refusal",
    [
        "We decline to provide this information.", "We will not be releasing the names of the officers.",
        "This would be above the time threshold set by the Act.", "We consider your request to be vexatious.",
        "We will not confirm or deny whether it is held, under section 31(3).",
        "The searches located no records relevant to your request.", "The force does not keep this information.",
        "The Act puts two duties on us.", "It is published by the Office for National Statistics.",
        "Section 31(3) takes the duty to confirm or deny away.",
    ],
)  # fmt: skip
def test_no_refusal_is_taken_for_an_answer_in_words(refusal: str) -> None:
    outcomes = {outcome for _, outcome in positions("1. How many?\n2. Where?", refusal)}
    assert not outcomes & {"disclosed", "partly-disclosed"}


def test_balance_of_a_refusal_of_one_question_refuses_no_other() -> None:
    said = positions(
        "1. How much?\n2. Who was paid most?",
        "In response to question 1 we can provide it by year: 2015 2210, 2016 4077.\n"
        "Information relating to question 2 is withheld under Section 30(2).\n"
        "The balance favours exempting the information from release.",
    )
    assert said == {(("1",), "disclosed"), (("2",), "refused")}


def test_what_is_left_out_of_a_count_is_not_kept_back() -> None:
    said = positions("1. How many signs?\n2. Where?", "Signs replaced in the same town are left out. There were 41.")
    assert {outcome for _, outcome in said} == {"disclosed"}


def test_each_kind_of_exemption_relied_on_has_its_outcome() -> None:
    request = "1. How many?\n2. When will you buy more?"
    both = "This is exempt by virtue of Section 24(1) and Section 22(1) of the Act."
    assert {outcome for _, outcome in positions(request, both)} == {"refused", "future-publication"}
    beside = (
        "Section 31(1)(a)\nFenshire Police neither confirms nor denies that any other information is held by virtue of "
        "Section 24(2)"
    )
    assert {outcome for _, outcome in positions(request, beside)} == {"refused", "ncnd"}


@pytest.mark.parametrize(
    "words",
    [
        "To locate the information searches were carried out within the Office.",
        "Following your request a search was made of our systems.",
        "05 October 2022",
    ],
)
def test_neither_a_search_nor_a_date_is_an_answer(words: str) -> None:
    assert positions("1. How many officers?\n2. Where?", words) == set()


def test_a_refusal_of_some_figures_beside_the_rest_is_of_a_part() -> None:
    said = positions(
        "1. How many of each?\n2. Where?",
        "1. We have decided to exempt the figures for networks. The table below has the data for the remainder of this "
        "request.\n2. No information is held.",
    )
    assert said == {(("1",), "partly-disclosed"), (("2",), "not-held")}


def test_what_an_answer_does_not_count_is_not_kept_back() -> None:
    said = positions(
        "1. How many officers?",
        "I have decided to disclose the located information to you as follows. Constables have not been included.",
    )
    assert said == {(("1",), "disclosed")}


def test_sections_on_the_card_over_a_refusal_to_confirm_are_what_that_rests_on() -> None:
    found = read(
        "FOI Reference: 12/2023\nRequest:\nWhich programmes?\nRefusal Sections 24 and 31\n25 August 2020\n"
        "18 September 2020\nN/A\nFenshire Police can neither confirm nor deny that information is held."
    )
    assert [p.outcome for part in found.responses for p in part.positions] == ["ncnd"]
    assert {(c.section, c.role, c.ncnd) for c in found.citations} == {
        ("24", "relied-on", True), ("31", "relied-on", True),
    }  # fmt: skip


def test_covert_use_beside_an_answer_in_words_leaves_the_answer() -> None:
    said = positions(
        "Which software?",
        "Fenshire Police uses searching through the national database. We do not use any other software.\n"
        "In respect of covert use Fenshire Police can neither confirm nor deny that information is or is not held by "
        "virtue of Section 24(2).",
    )
    assert {outcome for _, outcome in said} == {"disclosed", "ncnd"}


@pytest.mark.parametrize(
    "answer",
    [
        "The data provided is based on the date recorded and counts 44 sites.\nTo tell which of them are homes "
        "would take "
        "50 hours.\nAs such, this information has not been included and a Section 12 exemption has been applied.",
        "Below is all that we could find. In respect of age the information is not in an easily retrievable format and "
        "would need a manual search.\n2020 – 59\n2019 – 768\n2018 – 567",
        "Fraud can be reported to the national line on 0300 555 0100.\nThe question concerning how many were reported "
        "has engaged an exemption under Section 12(2), as it would exceed the cost limit.",
    ],
    ids=["left out", "figures below", "one question"],
)
def test_what_is_given_beside_a_cost_refusal_of_one_detail_is_disclosed(answer: str) -> None:
    assert {outcome for _, outcome in positions("How many sites?\nWhich were homes?", answer)} == {
        "disclosed", "cost-limit",
    }  # fmt: skip


def test_a_cost_refusal_of_the_request_discloses_nothing() -> None:
    said = positions(
        "How many sites?",
        (
            "The records are in two systems.\nIn respect of your request it would take 50 hours to read 900 of them, "
            "so "
            "the cost would exceed the limit under Section 12(1)."
        ),
    )
    assert {outcome for _, outcome in said} == {"cost-limit"}


def test_information_that_is_on_a_site_is_not_the_request_repeated() -> None:
    found = read(
        "Closures (226A/22)\nI want to know how many stations have closed.\nUnder section 21 of the Act, we are not "
        "required to provide it. The information you requested is on the following website:\nStations (694A/21)"
    )
    assert [p.outcome for part in found.responses for p in part.positions] == ["already-accessible"]


def test_a_limit_of_days_is_no_limit_of_cost() -> None:
    said = positions("1. How many?\n2. How many staff?", "1. Disclosed over the 40 day time limit: 12\n2. There are 3.")
    assert said == {(("1",), "disclosed"), (("2",), "disclosed")}


def test_section_12_2_quoted_where_nothing_can_be_confirmed_is_cost() -> None:
    said = positions(
        "How often?",
        "Fenshire Police are unable to confirm whether or not any information is held in relation to your request.\n"
        "Section 12(2) states: subsection (1) does not exempt the authority from its obligation.",
    )
    assert {outcome for _, outcome in said} == {"cost-limit"}


def test_figures_given_before_a_refusal_of_what_else_would_cost_too_much_are_disclosed() -> None:
    said = positions(
        "How many officers are away?",
        "Please find the requested information in the tables below.\nUnfortunately, those in training are counted "
        "with the "
        "others and to part them a manual trawl of training records would be required.",
    )
    assert {outcome for _, outcome in said} == {"disclosed", "cost-limit"}


def test_cells_of_a_table_are_an_answer_that_nothing_heads() -> None:
    found = read(
        "Our reference: 12/2023\nPlease give it for these years:\nSection 1 of the Act places two duties on public "
        "authorities.\nYear |\nTotal |\n2023-2024 |\n46 |\n2022-2023 |\n51 |\nIt has been dec"
    )
    assert [p.outcome for part in found.responses for p in part.positions] == ["disclosed"]


def test_years_for_which_nothing_is_held_beside_years_that_are_given_are_both_told() -> None:
    said = positions(
        "1. How many were tested each year?\n2. With what?",
        "1. 2012 – 2016 – No information held, not in use.\n2017 – 68 tests\n2018 – 92 tests\n2. One of them.",
    )
    assert said == {(("1",), "not-held"), (("1",), "disclosed"), (("2",), "disclosed")}


def test_systems_taken_out_of_use_leave_nothing_out_of_the_answer() -> None:
    said = positions(
        "1. Which systems?",
        "We do not keep a central register of these. Any taken out of use would be shown in the minutes.",
    )
    assert {outcome for _, outcome in said} == {"not-held"}


def test_what_is_not_included_in_a_disclosure_is_kept_back_of_a_part() -> None:
    said = positions(
        "1. How many?\n2. Of which kind?",
        "1. 571 in all.\n2. See below attached.\nTo note, any information on covert cars is not included in this "
        "part of the disclosure and we rely on Section 31(1).",
    )
    assert said == {(("1",), "disclosed"), (("2",), "partly-disclosed")}


def test_what_is_refused_in_addition_has_its_own_ground() -> None:
    said = positions(
        "1. Your training plans.\n2. The national guidance.",
        "1&2. As some of this is accessible by other means I will rely on Section 21 of the Act.\n"
        "Section 21 (1) - Information accessible by other means\nIn addition, we will not be providing the plans.",
    )
    assert said == {(("1", "2"), "already-accessible"), (("1", "2"), "refused")}


def test_a_cell_of_a_table_that_holds_nothing_says_nothing_of_the_answer() -> None:
    response = (
        "We are withholding some of that information by virtue of Section 40(2) – Personal information.\n|\nName |\n"
        "Notice |\nDate |\n|\nS40(2) applies |\nNo information held as it was heard at once |\n3 May 2023 |"
    )
    assert {outcome for _, outcome in positions("1. Names.\n2. Notices.", response)} == {"partly-disclosed"}


def test_what_is_held_in_part_and_withheld_is_refused() -> None:
    response = "I can advise that Fenshire Police do hold some information; however, it is being withheld."
    assert {outcome for _, outcome in positions("How many?", response)} == {"refused"}


def test_words_that_lead_up_to_an_answer_that_is_cut_short_decide_nothing() -> None:
    led = "We consulted with our Digital Services unit who have provided the following information.\nQuestion 1\n"
    assert positions("1. Any plans.\n2. Any report.", f"{led}The funding") == set()
    assert positions("1. Any plans.\n2. Any report.", f"{led}The funding was £4,000.") == {(("1",), "disclosed")}


@pytest.mark.parametrize(
    ("response", "outcomes"),
    [
        ("Our data are not organised in such a way as to allow us to provide this in", {"cost-limit"}),
        ("The hearing was in private, so these details are not subject to disclosure.", {"refused"}),
        ("Please find attached a response.", set()),
        ("Apologies; we have exceeded the 20 day time limit and are still looking.", set()),
        ("Please find the number of drones bought in 2021 in the table below:\nDrones | Spend |", {"disclosed"}),
    ],
)
def test_sentences_of_real_letters_have_the_outcome_that_they_say(response: str, outcomes: set[str]) -> None:
    assert {outcome for _, outcome in positions("How many?", response)} == outcomes


def test_section_21_that_takes_away_the_duty_to_provide_is_relied_on() -> None:
    words = (
        "Under section 21 of the Act, we are not required to provide information if it is already reasonably "
        "accessible to you. It is here."
    )
    assert relied("How many?", words) == {("21", False)}
    assert {outcome for _, outcome in positions("How many?", words)} == {"already-accessible"}


def test_titles_of_sections_need_neither_capital_nor_dash_below_what_leads_up_to_them() -> None:
    words = (
        "I am unable to provide the revenue and rely on the following exemptions.\nSection 31 (1) law enforcement\n"
        "Section 21 - information requested has been identified as being accessible via other means"
    )
    assert relied("What is the revenue?", words) == {("31(1)", False), ("21", False)}


def test_provisions_on_neither_confirming_nor_denying_stand_for_that_where_it_is_argued() -> None:
    words = (
        "I have today decided to disclose some of the requested information. Some data is exempt so this serves as a "
        "Refusal Notice by virtue of the following exemptions:\nSection 24(2) National Security\n"
        "Section 31(3) Law Enforcement\nReason for decision\nSection 24(2) - National Security - Confirming or denying "
        "anything on covert use would tell what is watched."
    )
    assert relied("How many?", words) == {("24(2)", True), ("31(3)", True)}
    assert {outcome for _, outcome in positions("How many?", words)} == {"partly-disclosed", "ncnd"}


def test_a_refusal_by_such_provisions_alone_is_a_refusal_where_it_is_not_argued() -> None:
    words = (
        "This information is exempt by virtue of:\nSection 24(2) – National Security\nSection 31(3) – Law enforcement"
    )
    assert {outcome for _, outcome in positions("How many?", words)} == {"refused"}


def test_a_notice_under_section_17_5_with_the_way_data_are_kept_is_of_cost() -> None:
    words = (
        "I am not obliged to supply the information you have requested.\nSection 17(5) of the Act requires a notice.\n"
        "The following exemption applies:\nThe data is not routinely collated in a format that would answer your query."
    )
    assert {outcome for _, outcome in positions("How many?", words)} == {"cost-limit"}


@pytest.mark.parametrize(
    ("response", "outcomes"),
    [
        (
            "The information is held however cannot be disclosed in full for the following reasons.",
            {"partly-disclosed"},
        ),
        ("The information you seek is partly held by the office. Please find responses below.", {"partly-disclosed"}),
        ("There are 38 cameras. In 2014 it was decided not to increase them.", {"disclosed"}),
        ("Under 10 mins |\n1993 |\n2236 |\nNot recorded |\n678 |\n956 |", {"disclosed"}),
    ],
    ids=["not-in-full", "partly-held", "decided-about-things", "rows-of-a-table"],
)
def test_part_of_an_answer_is_told_as_part(response: str, outcomes: set[str]) -> None:
    assert {outcome for _, outcome in positions("How many, and how long did it take?", response)} == outcomes


def test_a_section_parted_from_its_subsection_by_a_line_end_is_one() -> None:
    words = (
        "We are withholding the whole of it since the Section 12\n(2) exemption the Cost of Compliance applies to it."
    )
    assert relied("How many?", words) == {("12(2)", False)}


@pytest.mark.parametrize(
    "response",
    [
        "Your three questions have been received and numbered as above.",
        "It may be that we will suggest that you redirect your request.",
        "In your covering email you wrote that one force held no information and that two refused under section 12.",
        "A short survey of how many are satisfied can be found at the foot of the page.",
        "Some exemptions fall away for these; others, such as section 40, do not.",
        "It might be that sections 31(1)(a) and 38(1)(b) apply; equally it might be that nothing is kept back.",
        "For that reason forces sometimes give figures below five as 0.",
        "This mailbox is monitored between 08:00 and 16:00.",
        "You may wish to narrow your request to come within the cost limit.",
        "Every request is considered as if it were to be published on our website.",
        "Please see the attached letter, which deals with your request.",
        "How many drones are there by day?",
        "A public authority which is to any extent relying on a claim that information is exempt must give a notice.",
        "PDF 214kB",
    ],
)
def test_what_is_said_around_an_answer_decides_nothing(response: str) -> None:
    assert positions("How many drones are there by day?", response) == set()
    assert relied("How many drones are there by day?", response) == set()


@pytest.mark.parametrize(
    ("response", "outcomes"),
    [
        ("We confirm that some is held. However, while some is given below I am not required to release all of it, "
         "or to confirm or deny that any further information is held.", {"partly-disclosed", "ncnd"}),
        ("As Fenshire Police do not use drones overtly the answer to your questions are N/A.", {"not-held"}),
        ("Code 80 is a code which Fenshire Police do not use.\n2023 |\n282 |\n2024 |\n452 |", {"disclosed"}),
        ("The information is held in part, however will not be disclosed as the following exemptions apply.\n"
         "Section 40(2) - Personal Information", {"refused"}),
        ("There were 3 orders in 2022. Regarding the period prior to 2022, this was not centrally recorded and is "
         "therefore not held in a readily retrievable format.", {"disclosed", "cost-limit"}),
        ("In relation questions 1 to 4 for the years 2015/2016.\nThis is accessible by other means and I will rely on "
         "Section 21.", {"already-accessible"}),
    ],
    ids=["or-to-confirm", "not-used", "code-not-used", "part-held-withheld", "years-before", "years-named"],
)  # fmt: skip
def test_two_things_said_in_a_breath_are_both_told(response: str, outcomes: set[str]) -> None:
    assert {outcome for _, outcome in positions("1. How many orders?\n2. Where?", response)} == outcomes


@pytest.mark.parametrize(
    "response",
    [
        "1. Under consideration.\n2. A reply to this part is being drafted.",
        "Q1 - sent on to Corporate Communications, who have not come back to me.",
        "The front counter is open 9am to 5pm on weekdays.",
        "The control room works in 12 hour shifts.",
        "Westfold Police gave a figure of 38.",
        "Suppose a force held 500 reports and each took 5 minutes to read: that would be over 41 hours.",
        "By way of example, in 2019 a request about poaching was refused under section 30.",
        "Is it held? Is it exempt?",
        "Exemptions under sections 24 and 31 may be relevant, but the balance has not yet been struck.",
        "We will consider disclosure, redaction and refusal in that order.",
        "Several forces have refused to confirm or deny.",
        "A list of all the exemptions, from section 21 to section 44, is in Part II of the Act.",
        "Part I has the cost limit (s12) and vexatious requests (s14).",
        "A drone has been found to have 4 lives. We will reply to you when the unit has told us of ours.",
        "Some information may be exempt. We shall consider your request and reply by 5 March.",
        "A copy of the log might have to be redacted. This question has been sent to the drone unit.",
        "Officers may authorise searches for drones for up to 24 hours.",
        "To follow.",
        "The drone unit has been given ten days in which to comment.",
        "A drone is lost from time to time. We can't yet say where, or how many there were of the 4.",
    ],
)
def test_what_is_to_come_and_what_others_did_is_no_answer(response: str) -> None:
    asked = "1. How many drones were lost?\n2. Where?"
    assert positions(asked, response) == set()
    assert relied(asked, response) == set()


@pytest.mark.parametrize(
    ("response", "outcomes"),
    [
        ("This information is exempt by virtue of:\nS24(1) National Security\nThese exemptions and their explanatory "
         "notes are shown here:\nI am required to complete a Public Interest Test.", {"refused"}),
        ("We can advise you that such data is kept for seven years and is not released with a certificate.",
         {"disclosed"}),
        ("I explained that it would exceed the cost limit.", set()),
        ("This information is exempt by virtue of:\nS24(1) National Security\nI am required to complete a Public "
         "Interest Test. Please see below.", {"refused"}),
    ],
    ids=["notes-shown", "data-not-released", "explained-before", "test-below"],
)  # fmt: skip
def test_what_is_shown_or_said_beside_a_decision_is_none(response: str, outcomes: set[str]) -> None:
    asked = "How long is search data held, and is it released?"
    assert {outcome for _, outcome in positions(asked, response)} == outcomes


def test_words_without_a_figure_answer_no_request_for_figures() -> None:
    assert positions("How many drones were lost?", "Drones are mostly lost at sea.") == set()
    for answer in ("Three drones were lost at sea.", "Of our drones, 3 were lost at sea.", "No drones were lost."):
        assert {outcome for _, outcome in positions("How many drones were lost?", answer)} == {"disclosed"}
    assert {outcome for _, outcome in positions("Where were drones lost?", "Drones are mostly lost at sea.")} == {
        "disclosed"
    }


def test_what_stands_above_the_grounds_for_anything_else_is_the_answer() -> None:
    words = "In the review and development stage.\nFor anything else we would rely on the following."
    assert {outcome for _, outcome in positions("How is it used?", words)} == {"disclosed"}


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("This has been deemed exempt by virtue of section 30(3) Investigations.", "ncnd"),
        ("I can confirm that it is held. It is exempt by virtue of section 31(3).", "refused"),
        ("This is exempt by virtue of section 30(1) Investigations.", "refused"),
        ("We are unable to supply it. Each would need to be searched.", "cost-limit"),
        ("Fenshire Police does not record this data in a centralised format.", "cost-limit"),
        ("Fenshire Police can neither confirm n", "ncnd"),
        ("There are 530,400 records. Each would require a manual viewing.", "cost-limit"),
        ("The Service does not currently monitor religious belief.", "not-held"),
        ("The Service does not disclose names as under section 40(2) of the Act.", "refused"),
        ("Disclosure of the below documents has been refused", "refused"),
    ],
)
def test_what_the_words_of_an_answer_come_to(words: str, outcome: str) -> None:
    assert {said for _, said in positions("How many?", words)} == {outcome}


def test_many_requests_that_were_vexatious_need_not_be_this_one() -> None:
    words = "The section has had many other requests. Many of these have correctly been classed as vexatious."
    assert positions("How many?", words) == set()


def test_questions_that_are_published_are_answered_by_that_below_a_gap() -> None:
    found = read(
        "Drones (3655/15)\n\n1. How many?\n2. Where?\n\nQuestions 1 and 2 are published on our disclosure log:\n"
    )
    assert {(p.questions, p.outcome) for r in found.responses for p in r.positions} == {
        (("1", "2"), "already-accessible")
    }


def test_what_is_given_and_what_is_refused_of_one_request_is_given_in_part() -> None:
    given = "Answer: Maximum speed: 65km/h\nMinimum speed: 5km/h\n"
    refused = "In relation to the pictures, Fenshire Police deems this information exempt by virtue of section 40(2)."
    assert positions("Pictures and speed of the car.", given + refused) == {((), "partly-disclosed")}


def test_a_figure_above_the_provisions_for_the_rest_is_given() -> None:
    request = "1. How many officers were there in January?\n2. By base."
    words = "I can confirm that there were 543 officers on duty.\nA breakdown by base will attract Section 31(1)(a)."
    assert {outcome for _, outcome in positions(request, words)} == {"disclosed", "refused"}
    limits = "Drivers would be caught from 35 mph.\nThis attracts Section 31(1)(a)."
    assert {outcome for _, outcome in positions(request, limits)} == {"refused"}


def test_a_second_part_that_is_refused_is_no_part_of_the_first() -> None:
    paid = "Please find below the total.\n2012/13 - £76,711\n2014/15 - £59,996\n2016/17 - £73,755\n"
    kept = "With regards to the second part the amount has been deemed exempt by section 30."
    assert {outcome for _, outcome in positions("How much was paid? How much to the highest?", paid + kept)} == {
        "disclosed", "refused",
    }  # fmt: skip


def test_harm_in_giving_something_refuses_it() -> None:
    words = (
        "We can confirm there are such posts however harm has been identified in giving you the numbers. "
        "Therefore, Section 31(1)(a) Law Enforcement is to be considered as part of the Public Interest Test."
    )
    assert {outcome for _, outcome in positions("How many?", words)} == {"refused"}
    assert relied("How many?", words) == {("31(1)(a)", False)}


def test_a_figure_before_what_others_hold_is_given() -> None:
    words = "1. We have 42 cameras, however others are owned by councils. Please contact them as we do not hold this."
    assert {outcome for _, outcome in positions("1. Number of cameras\n2. Their threshold", words)} == {
        "disclosed",
        "not-held",
    }


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (
            "A sheet is attached.\nThe data has been presented in a way to avoid the use of exemptions to withhold.",
            "disclosed",
        ),
        ("This information would be held by the courts.", "not-held"),
        ("I am refusing this. Section 31(1)(a) - Law Enforcement - lets us withhold what would harm it.", "refused"),
    ],
)
def test_words_beside_a_decision_do_not_change_it(words: str, outcome: str) -> None:
    assert {said for _, said in positions("How many?", words)} == {outcome}


def test_cost_is_of_the_questions_that_were_not_answered_all_the_same() -> None:
    words = (
        "The cost exceeds the appropriate level, and section 12 applies to the whole request.\n"
        "However, in accordance with Section 16 of the Act I can provide information in relation to question 1 and 2."
    )
    assert positions("1. Penalties?\n2. Seized?\n3. Driving on one?", words) == {
        (("1", "2"), "disclosed"), (("3",), "cost-limit"),
    }  # fmt: skip


def test_how_it_would_be_looked_for_answers_no_question() -> None:
    words = "Section 12(1) applies.\nFor question 1 and 2, we would read through all.\nThis would exceed the time."
    assert "disclosed" not in {outcome for _, outcome in positions("1. How many?\n2. Of which kind?", words)}


def test_a_limb_printed_without_its_subsection_is_the_same_limb() -> None:
    words = "It is withheld by virtue of Section 31(a)(b).\nIt is withheld under Section 31(1)(a)(b) - Law Enforcement."
    assert relied("How many?", words) == {("31(1)(a)", False), ("31(1)(b)", False)}


def test_what_is_provided_for_a_question_is_of_that_one_whichever_is_being_answered() -> None:
    words = (
        "1. To ask each team would exceed the appropriate limit.\n"
        "However, in accordance with Section 16 of the Act I can provide question 2. Please find this below.\n"
    )
    assert {(("1",), "cost-limit"), (("2",), "disclosed")} <= positions("1. Warnings?\n2. Vehicles?", words)


def test_questions_that_will_be_disclosed_are_given() -> None:
    words = "Question 1 and 2 will be disclosed. However, I will not disclose the tender in relation to Q3."
    assert positions("1. Devices?\n2. Supplier?\n3. Tender?", words) == {(("1", "2"), "disclosed"), (("3",), "refused")}


def test_an_example_that_is_offered_is_not_where_the_information_is() -> None:
    words = "No specific recorded information is held. An example is at the following link: https://fenshire.example"
    assert positions("The policy?", words) == {((), "not-held")}


@pytest.mark.parametrize(
    ("answer", "outcomes"),
    [
        ("Please find attached our response.", set()),
        ("Please find attached our response.\nIn addition we can neither confirm nor deny that any other information "
         "is held, by virtue of section 23(5).", {"disclosed", "ncnd"}),
        ("The information is held in part by Fenshire Police.\nI am able to disclose the located information to",
         {"partly-disclosed"}),
        ("The information is held in part by Fenshire Police.\nI am able to disclose the located information to you.\n"
         "There are 14 dogs.", {"disclosed"}),
        ("This information is exempt by virtue of:\nS24(1) National Security\nI am required to complete a PIT for "
         "Section 24. Please see below.", {"refused"}),
        ("The guidance says that a request for it would likely be exempt under section 30.", set()),
        ("There are exemptions that can apply, including where the cost would extend beyond the cost limit.", set()),
        ("A public authority must confirm or deny unless the cost of this alone would exceed the appropriate limit.\n"
         "I can neither confirm nor deny that the information is held as to find out", {"cost-limit"}),
        ("However, while information relating to OVERT vehicles is attached (1.pdf) I am withholding that on COVERT "
         "vehicles, since it is exempt.", {"partly-disclosed"}),
    ],
)  # fmt: skip
def test_what_points_at_an_answer_or_a_part_of_one_is_told_as_that(answer: str, outcomes: set[str]) -> None:
    found = read(f"Dogs (123A/21)\nRequest\nHow many dogs are there, and where?\nResponse\n{answer}\n")
    assert {position.outcome for response in found.responses for position in response.positions} == outcomes


def test_a_notice_of_refusal_below_an_answer_that_gives_is_not_of_that_question() -> None:
    found = read(
        "Request:\n1. Where are your buildings?\n2. Whether any is leased\nResponse:\n"
        "Please find information relevant to your request, except Q2, in the table.\nQ2 – No building is leased.\n"
        "Section 17 requires Fenshire Police, when refusing, to give a notice which:\na) States the fact\n"
        "The withheld information (of covert buildings) is exempt by virtue of section 31(1).\n"
    )
    said = [(p.questions, p.outcome) for r in found.responses for p in r.positions if "2" in p.questions]
    assert said == [(("2",), "disclosed")]


def test_references_of_other_requests_that_an_answer_names_are_not_its_own() -> None:
    found = read(
        "Request\nQ1. All contracts for drones\nDecision\nSimilar requests were answered, see the links below:\n"
        "FOI 0123-2022/23 - Drones\nFOI 0124-2022/23 - Drones again\nI have decided to exempt this under Section 21.\n"
    )
    assert found.reference is None


def test_a_list_of_reasons_answers_no_question_under_its_numbers() -> None:
    found = read(
        "Please could you disclose the following:\n1. Do dogs frighten horses?\n2. What was spent on horses?\n"
        "Please see the below response to your request.\nYour Freedom of Information (FOI) request is refused.\n"
        "The following points have been considered:\n"
        "1. Your frequent and persistent previous contact on the same subject\n2. The nature of the request\n"
    )
    assert {p.outcome for r in found.responses for p in r.positions} == {"vexatious"}


def test_the_summary_of_a_report_above_the_answer_is_the_authoritys() -> None:
    found = read(
        "FOI 2022/23-123 - Dogs\nReport Summary\nIssued 21 May 2025, this FOI response advises that information "
        "on dogs is not held by the Authority.\nRequest\nHow many dogs are there?\n"
    )
    assert {p.outcome for r in found.responses for p in r.positions} == {"not-held"}


def test_publishing_that_would_contravene_a_provision_is_refused_under_it() -> None:
    found = read(
        "Request:\nREQUEST 1: What was spent?\nREQUEST 2: Who was invited?\nResponse:\nRESPONSE 1: £2,000\n"
        "RESPONSE 2: We hold this but roles would identify people. Publishing it would contravene section 40(2) of the "
        "Freedom of Information Act 2000.\n"
    )
    assert {(p.questions, p.outcome) for r in found.responses for p in r.positions} == {
        (("1",), "disclosed"), (("2",), "refused"),
    }  # fmt: skip
    assert {c.section for c in found.citations if c.role == "relied-on"} == {"40(2)"}
