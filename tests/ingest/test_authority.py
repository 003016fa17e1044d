"""The body that a record names is the one that answered."""

from __future__ import annotations

import pytest

from .reading import read


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("Our Ref: IM-12\nI can advise you that Police \nService of Scotland does not hold any of it.",
         "police-scotland"),
        ("Reference: 248/19\nRequest:\n1. Who has access?\nNPCC Response:\nThe NPCC does hold this: Access NI, "
         "Home Office, House of Lords.", "npcc"),
        ("Reference: 248/19\nRequest:\n1. Who has access?\nResponse:\nCity of London Police can give this. "
         "The ICO does hold a register.", "city-of-london"),
    ],
    ids=["name-over-a-line-end", "initials-beside-a-department", "force-beside-a-regulator"],
)  # fmt: skip
def test_who_answers_is_who_says_what_it_holds(letter: str, expected: str) -> None:
    found = read(letter)
    assert found.authority is not None
    assert found.authority.id == expected


def test_a_force_that_a_government_writes_of_by_its_initials_does_not_answer() -> None:
    letter = (
        "Information requested\nThe cost of moving BTP staff.\nResponse\nIt cost £347 to ask what people think of it."
    )
    assert read(letter, "https://www.gov.scot/publications/foi-1/").authority is None
