"""What was said before, by others, usually or perhaps is no decision of the letter that tells it."""

from __future__ import annotations

import pytest

from .reading import read

LETTER = "Fenshire Police\nFOI 12/2023\nDear applicant,\nYou asked for the file on the Eastwold fire.\n\n{told}\n"
NUMBERED = "Fenshire Police\nFOI 12/2023\nRequest\n1. How many dogs?\n2. How many cats?\nResponse\n1. 412\n2. {told}\n"


def said(text: str) -> tuple[set[str], set[str]]:
    """The outcomes of a letter and the sections that it relies on."""
    found = read(text)
    outcomes = {position.outcome for response in found.responses for position in response.positions}
    return outcomes, {citation.section for citation in found.citations if citation.role == "relied-on"}


@pytest.mark.parametrize(
    "told",
    [
        "The force told you on 11 May that no information was held. This was a mistake. The file is attached.",
        "In our letter of 8 January we said that the information was exempt under section 31(1)(a). The file is "
        "attached.",
        "It was stated in our response of 5 July that this would exceed the cost limit. The file is attached.",
        "In our response dated 21 March the force neither confirmed nor denied this. The file is attached.",
        "I do not agree that the information is exempt under section 43(2). The file is attached.",
        "I am unable to support the decision to withhold it under section 42(1). The file is attached.",
        "The force is no longer relying on section 30(3) to neither confirm nor deny that it is held. The file is "
        "attached.",
        "No individual could be identified from it, and it was wrong of us to withhold it. The file is attached.",
    ],
)
def test_what_an_earlier_answer_said_is_not_decided_now(told: str) -> None:
    outcomes, sections = said(LETTER.format(told=told))
    assert outcomes <= {"disclosed"}
    assert sections == set()


@pytest.mark.parametrize(
    "told",
    [
        "The Commissioner has decided that the force was not entitled to withhold it under section 36(2)(b).",
        "The supplier says that the price is exempt under section 43(2).",
        "Other forces have refused this under section 31.",
        "They inform us that they may rely on section 30(1)(a).",
    ],
)
def test_what_others_hold_exempt_is_not_relied_on(told: str) -> None:
    assert said(LETTER.format(told=told))[1] == set()


@pytest.mark.parametrize(
    "told",
    [
        "12 requests were refused under section 40(2).",
        "12 did not hold a licence.",
        "12. A hearing was not held in 9 cases.",
        "12. We do not hold figures for other forces.",
        "12. Records before 2010 are not held.",
        "12. In 4 cases the breed was not recorded.",
        "12. The annual report will be published in October.",
    ],
)
def test_notes_on_a_figure_and_figures_of_refusals_leave_the_figure_given(told: str) -> None:
    outcomes, sections = said(NUMBERED.format(told=told))
    assert outcomes == {"disclosed"}
    assert sections == set()


@pytest.mark.parametrize(
    "told",
    [
        "We believe section 31(1)(a) is engaged. A full response, either disclosing the information or explaining why "
        "it is being withheld, will be sent by 4 June.",
        "We need until 4 June to decide whether it should be withheld under section 31(1)(a) or disclosed.",
        "The exemption we are considering is section 31(1)(a), and we must extend the time limit to weigh the public "
        "interest.",
        "We may refuse a request where the cost would exceed 18 hours (section 12). You will hear from us by 31 May.",
        "Information about security bodies is always exempt under section 23(1). You will hear from us by 31 May.",
    ],
)
def test_a_letter_whose_answer_is_to_come_refuses_nothing(told: str) -> None:
    assert said(LETTER.format(told=told)) == (set(), set())


def test_a_letter_that_refuses_and_will_answer_a_complaint_refuses() -> None:
    told = (
        "It is exempt under section 31(1)(a). The public interest lies in withholding it. We will respond to a "
        "complaint within 20 working days."
    )
    assert said(LETTER.format(told=told)) == ({"refused"}, {"31(1)(a)"})


def test_what_is_still_withheld_below_figures_is_refused() -> None:
    outcomes, sections = said(NUMBERED.format(told="12. The names are withheld under section 40(2)."))
    assert outcomes == {"disclosed", "partly-disclosed"}
    assert sections == {"40(2)"}


@pytest.mark.parametrize(
    "told", ["This part of your request is still being considered.", "A fee of £40 is payable before this is supplied."]
)
def test_what_is_to_come_under_a_number_is_not_given(told: str) -> None:
    found = read(NUMBERED.format(told=told))
    given = {number for r in found.responses for p in r.positions if p.outcome == "disclosed" for number in p.questions}
    assert given == {"1"}
