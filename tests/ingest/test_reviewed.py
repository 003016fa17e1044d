"""Internal reviews: the decision that a review looks at is told again, and is not what the body says now."""

from __future__ import annotations

import pytest

from .reading import read

REVIEW = """Internal Review - FOI 2291/23
Freedom of Information Act 2000
Dear Mr Hale
You asked us to review our decision on your request for the shift patterns of vehicles.
{told}
"""


def said(told: str) -> set[tuple[tuple[str, ...], str]]:
    found = read(REVIEW.format(told=told))
    return {(p.questions, p.outcome) for r in found.responses for p in r.positions}


def relied(told: str) -> set[str]:
    return {c.section for c in read(REVIEW.format(told=told)).citations if c.role == "relied-on"}


@pytest.mark.parametrize(
    ("first", "now"),
    [
        ("Original decision", "Review finding"),
        ("1. Original decision", "2. Review finding"),
        ("Summary of original response:", "Outcome of review:"),
        ("Initial response", "My conclusions"),
    ],
)
def test_what_was_decided_before_is_not_claimed(first: str, now: str) -> None:
    told = (
        f"{first}\nThe report was withheld under section 36(2)(b)(i).\n{now}\nThat exemption is withdrawn. The report "
        "is legal advice and section 42(1) applies, so it remains withheld."
    )
    assert said(told) == {((), "refused")}
    assert relied(told) == {"42(1)"}


def test_each_question_of_a_review_has_what_the_review_says() -> None:
    told = (
        "Question 1. Letters from the bishop.\nOriginal decision: Not held.\nReview finding: Upheld. A further search "
        "of the archive found none.\nQuestion 2. The cost of the dinner.\nOriginal decision: Section 43(2) applied.\n"
        "Review finding: Overturned. No prejudice was shown. The dinner cost £1,865."
    )
    assert said(told) == {(("2",), "disclosed")}
    assert relied(told) == set()


def test_a_review_that_upholds_says_nothing_in_words() -> None:
    told = (
        "Original decision\nThe information was refused under section 31(1)(a).\nReview finding\nI was not involved in "
        "the first decision. I am satisfied that the public interest favours it. I uphold the original decision."
    )
    assert said(told) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The original finding that the information was not held is therefore overturned; 17 swans were seen.",
        "We first thought that the name might be exempt under section 40(2). He is Chief Inspector Tansley.",
        "We considered whether the name was exempt under section 40(2). He is Chief Inspector Tansley.",
    ],
    ids=["overturned", "first-thought", "considered-whether"],
)
def test_what_is_thought_no_longer_is_not_claimed(sentence: str) -> None:
    assert {outcome for _, outcome in said(sentence)} <= {"disclosed"}
    assert relied(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("Section 40(2) is enough by itself, and I withdraw reliance on section 30(3), which adds nothing.", "30(3)"),
        ("Section 30(1)(a) was applied in error and I overturn that decision.", "30(1)(a)"),
        ("We did not find it necessary to rely on section 31 for any part of the request.", "31"),
    ],
)
def test_a_provision_that_is_given_up_is_not_relied_on(sentence: str, section: str) -> None:
    assert section not in relied(f"The names are withheld under section 40(2).\n{sentence}")


def test_the_question_below_an_earlier_decision_is_asked_and_ends_it() -> None:
    told = (
        "Question 1. How many cars?\nOriginal decision: Not held.\nQuestion 2. How many vans?\nOriginal "
        "decision: Section 43(2) applied.\nReview finding: Overturned. There are 12 vans."
    )
    assert said(told) <= {(("2",), "disclosed")}
    assert {question.number for question in read(REVIEW.format(told=told)).questions} == {"1", "2"}
    assert relied(told) == set()


@pytest.mark.parametrize(
    ("told", "provisions"),
    [
        (
            "Original decision\nThe report was withheld under section 36(2)(b)(i).\nOur reconsidered position\nWe "
            "no longer rely on section 36. The report is exempt under section 42(1) and remains withheld.",
            {"42(1)"},
        ),
        (
            "Original response\nThe report was withheld under section 31(1)(a).\nI conducted this review as I had no "
            "part in that.\nMy view is that section 31(1)(a) was applied correctly and the information remains exempt "
            "under it.",
            {"31(1)(a)"},
        ),
    ],
    ids=["reconsidered", "conducted"],
)
def test_what_a_review_decides_under_any_heading_is_claimed(told: str, provisions: set[str]) -> None:
    assert {outcome for _, outcome in said(told)} == {"refused"}
    assert relied(told) == provisions


def test_a_review_that_upholds_the_rest_still_gives_its_figures() -> None:
    told = "I have reviewed your request. There are 14 officers in the team. I uphold our answer on the rest."
    assert {outcome for _, outcome in said(told)} == {"disclosed"}


def test_an_earlier_decision_that_nothing_follows_is_read() -> None:
    told = "Original decision\nThe report is withheld under section 36(2)(b)(i)."
    assert {outcome for _, outcome in said(told)} == {"refused"}


def test_outside_a_review_an_earlier_answer_is_read_as_any_other() -> None:
    text = (
        "FOI 1/23\nRequest\nHow many cars?\nResponse\nFirst response:\nThere are 14 cars.\nYou may ask for a review.\n"
    )
    assert {p.outcome for r in read(text).responses for p in r.positions} == {"disclosed"}


def test_a_ground_that_a_review_says_was_first_used_is_not_relied_on() -> None:
    told = (
        "The Council first refused it as vexatious under section 14(1). On review, I find that section 14 was applied "
        "in error. The information is exempt under section 43(2). The Council therefore withdraws its reliance on "
        "section 14(1)."
    )
    assert {outcome for _, outcome in said(told)} == {"refused"}
    assert relied(told) == {"43(2)"}
