"""Which technologies a letter is about, of those that it names."""

from __future__ import annotations

import pytest

from .reading import read


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("How many hybrid vehicles are in your fleet?", {"fleet"}),
        ("How many tasers do you have, and what other less-lethal weapons?", {"taser"}),
        (
            "Do your mobile fingerprint devices look up fingerprints on IDENT1 and IABS?",
            {"mobile-fingerprint-device"},
        ),
        ("Does the force look up fingerprints on IDENT1?", {"fingerprinting"}),
        ("All invoices for firearms bought last year.", {"firearms"}),
        ("Which handcuffs and which body-worn video cameras are issued?", {"officer-equipment", "body-worn-video"}),
    ],
)
def test_what_a_request_is_about_is_told_from_what_it_names_beside_that(asked: str, expected: set[str]) -> None:
    found = read(f"FOI Reference: 12/2023\nRequest:\n{asked}\nResponse:\nNo information is held.\n")
    assert {mention.technology for mention in found.technologies} == expected
