"""Each way of saying an outcome says it, and what sounds like one and decides nothing says none."""

from __future__ import annotations

import pytest

from .reading import LETTER, positions, read

REQUEST = (
    "1. How many officers, vehicles, records, cameras and reports were there in 2022, by place?\n2. What did it cost?"
)
SAID = {
    "already-accessible": (
        "You can already find this in the public domain, at www.fenshire.example.",
        "Please visit https://www.fenshire.example and type in your postcode to see the figures for your street.",
        "This was answered under FOI 12/13 and stands on our log.",
        "The payments are listed each month on the Council's transparency pages.",
        "The link below will take you to the page on which these are published.",
        "The figures you want may be found at data.police.uk and are not repeated here.",
        "You already have these figures; they are available elsewhere too, at www.fenshire.example.",
        "The board papers can be downloaded from our pages.",
        "As the totals are available from the statistics office, we are not required to send them to you.",
    ),
    "cost-limit": (
        "The limit laid down in s.12 would be exceeded by compliance with it.",
        "To find it would cost more than the sum up to which the law obliges us to answer.",
        "Staff would need to go by hand through every file, which would take upwards of 90 hours.",
        "We hold 9,000 such records and at 5 minutes a record this would equate to 750 hours of work.",
        "It would mean 4,000 files having to be manually viewed, and each record would need to be opened and read.",
        "A manual trawl of the training files would be required, which takes an excessive amount of time.",
        "A sample of ten took so long that the request exceeds the permitted hours.",
        "It is estimated that this would cost £1,200, well above the £450 set.",
        "Your request is refused on cost grounds.",
        "It would mean opening every one of the logs, which would run to some 200 hours.",
        "The way in which the files are kept does not let us draw this out: there is no ready means of retrieving it.",
    ),
    "not-held": (
        "No recorded information is held on this; the Council may be able to assist.",
        "No recorded information exists within the force.",
        "Nil held.",
        "We have no information falling within your request.",
        "The enquiries that we made failed to locate any record of it.",
        "No trace of letters between the two bodies has been found.",
        "Neither Fenshire nor Lyonesse Constabulary holds data for the years before 2009.",
        "The minutes were destroyed under the retention schedule.",
        "That is not information the force holds.",
        "Fenshire Police has no policy on this.",
        "Nothing is recorded on this topic.",
        "Nil return.",
        "We have no recorded information which would answer this.",
        "No minutes, notes or recordings of the meeting are held.",
        "The requested data is not captured on our crime recording system.",
        "None of the information described in your email is held by us.",
    ),
    "ncnd": (
        "That it has any such device can neither be confirmed nor denied by Fenshire Police.",
        "The force is not prepared to say whether it has any device of this kind.",
        "To confirm or deny it would tell you about a person; we therefore neither confirm nor deny it under s40(5).",
        "We can neither confrim nor deny that any other data is held.",
        "The Trust is unable to state whether any such information is held.",
        "We do not confirm, nor do we deny, that a complaint was ever received.",
    ),
    "refused": (
        "We don't have to give you this information.",
        "We are holding this back under Section 31(1)(a).",
        "These points will not be answered, since they would identify people.",
        "The number at each station remains exempt.",
        "We cannot comply with part 2, as the minutes came to us in confidence (Section 41).",
        "The number by district is not provided because it would help those who plan crime.",
        "The balance lies in keeping it private, and the places will not be released.",
        "S31(1)(a) refusal.",
        "No part of the review can be released, the whole of it being exempt under Section 40(2).",
        "I am not able to provide the prices that you have asked for, by virtue of Section 43(2).",
        "It is our decision not to release this information.",
    ),
    "partly-disclosed": (
        "The decision reached is to provide you with a portion of it; the rest is exempt under Section 40(2).",
        "Some of it we cannot give you, by virtue of Section 40(2).",
        "All the other figures you asked for are in this table; those of cameras are exempt under Section 31(1)(a).",
        "The make and model is provided, however the numbers of unmarked cars have been withheld.",
        "The totals are attached; a breakdown by station has been refused under Section 31(1)(a).",
        "The request has been partially granted. Two papers are enclosed and three are withheld.",
        "Parts of the letters are exempt by virtue of Section 40(2). The rest is enclosed.",
        "Of the seven papers found, four are being sent to you and three are being withheld.",
        "Our fleet list is attached, which excludes covert cars as these are exempt by virtue of Section 31(1)(a).",
        "An edited version of the procedure is attached.",
    ),
    "disclosed": (
        "Everything you asked for is in the attachment.",
        "The figures are supplied below.",
        "A copy of the custody procedure is attached to this email.",
        "The results, by year, are shown at Table 2.",
        "The answer to both parts of your question is yes.",
        "None were recorded in 2022.",
        "I enclose a note of the meeting.",
        "Herewith the breakdown by district.",
        "You will find the answers beside your questions in the enclosed form.",
        "Your answers are at Appendix A.",
    ),
    "future-publication": (
        "The review will be placed on our website once the Board has seen it in June.",
        "The figures will form part of a national release in July.",
        "The Force plans to publish the review in the autumn.",
    ),
}
NOTHING = (
    "Guidelines state that an authority must confirm or deny unless the cost of that would exceed the appropriate "
    "limit.",
    "For a police force the appropriate limit is £450, at £25 an hour.",
    "Section 12 lets a public authority refuse a request where it estimates that the limit would be exceeded.",
    "Your request is almost the same as one which we refused under Section 12 in May.",
    "Should you send it again without part 2, we may be able to provide the rest.",
    "An explanation of this exemption is provided below.",
    "To reveal where cameras are weakens what they are for.",
    "Sources must have confidence that their details will not be disclosed.",
    "There are exemptions designed to let public authorities withhold what is unsuitable for release.",
    "This reply is unique to us and should not be used as a like for like comparison.",
    "You were refused the information in May under Section 31.",
    "There is a legitimate interest in the public knowing which crimes are looked into.",
    "We are not clear what you mean by costs. Until we know, the time does not begin to run.",
    "I will explain the reasons for the redactions later.",
    "Our reply to your request is given below.",
    "Unless information is exempt, an authority must first say whether it has it, and then communicate it.",
    "The exemptions engaged are as follows.",
    "Our position on these is set out below.",
    "By way of assistance, guidance on drones is published by the regulator on its website.",
    "There are occasions when information is exempt, and where it is we say so.",
    "The appropriate limit for police forces is £450.",
    "The right of access is not unlimited and some information is exempt.",
    "Taken with other information already in the public domain, small facts build a picture.",
)


@pytest.mark.parametrize(("outcome", "words"), [(outcome, words) for outcome in SAID for words in SAID[outcome]])
def test_words_of_a_decision_say_it(outcome: str, words: str) -> None:
    assert {said for _, said in positions(REQUEST, words)} == {outcome}


@pytest.mark.parametrize("words", [
    "Some of the officers were not given training in 2022, and 14 were.",
    "Part of the fence was removed in 2022 at a cost of £900.",
    "Some of the 14 applicants were refused a licence in 2022.",
    "A driver could not provide the details in 14 cases in 2022.",
    "Candidates who are refused vetting are told the reason; there were 14 in 2022.",
    "Evidence was withheld from the defence in 14 trials in 2022.",
    "A caution cannot be given to those who deny it; in 2022 there were 14.",
    "Vehicles on blue lights are exempt from the limit, and 14 notices were cancelled in 2022.",
    "Footage is not recorded when the camera is in stand-by mode; 14 files were made in 2022.",
    "Social workers withheld the new home from the parents in 14 cases in 2022.",
])  # fmt: skip
def test_what_was_done_to_people_and_things_keeps_nothing_back(words: str) -> None:
    assert {said for _, said in positions(REQUEST, f"1. {words}")} <= {"disclosed"}


@pytest.mark.parametrize("words", NOTHING)
def test_words_that_decide_nothing_say_nothing(words: str) -> None:
    assert positions(REQUEST, words) == set()


def test_halves_of_a_sentence_answer_the_questions_they_name() -> None:
    said = positions(
        "1. How many?\n2. Where?\n3. At what cost?",
        "Questions 1 and 3 are answered in the attached table; question 2 is exempt by virtue of Section 31(1)(a).",
    )
    assert said == {(("1", "3"), "disclosed"), (("2",), "refused")}


def test_what_the_public_has_beside_what_is_attached_is_no_part_kept_back() -> None:
    said = positions(
        "1. How many by year?",
        "I am not obliged to provide the figures for 2014. The exemption applicable is Section 21 – information "
        "reasonably accessible by other means.\nPlease find the others in the attached file.",
    )
    assert {outcome for _, outcome in said} == {"disclosed", "already-accessible"}


def test_a_figure_of_what_befell_people_is_the_answer_and_what_is_offered_beside_it_is_not() -> None:
    found = read(LETTER.format(
        request="1. How many applicants were refused vetting in 2023?",
        response="1. Candidates who are refused vetting are told why; there were 9 in 2023.\n"
        "By way of assistance, guidance on vetting is published by the College on its website.",
    ))  # fmt: skip
    (position,) = (position for part in found.responses for position in part.positions)
    assert position.outcome == "disclosed"
    assert position.disclosure is not None
    assert position.disclosure.span is not None
    assert "there were 9" in found.words(position.disclosure.span)
