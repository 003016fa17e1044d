"""Which technologies a letter is about, of those that it names."""

from __future__ import annotations

import re

import pytest

from foigraph.ingest.extractors.technologies import (
    BEHIND,
    OF_NO_POLICE,
    OF_OTHERS,
    OF_THINGS,
    TOO_COMMON,
    WHERE_SEARCHED,
)
from foigraph.ontology.vocabulary import load_vocabulary

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
        ("How many body worn cameras RS2-X2 are held?", {"body-worn-video"}),
        ("Are the ANPR returns to the Surveillance Camera Commissioner’s office public?", {"anpr"}),
        ("Which handcuffs and which body-worn video cameras are issued?", {"officer-equipment", "body-worn-video"}),
    ],
)
def test_what_a_request_is_about_is_told_from_what_it_names_beside_that(asked: str, expected: set[str]) -> None:
    found = read(f"FOI Reference: 12/2023\nRequest:\n{asked}\nResponse:\nNo information is held.\n")
    assert {mention.technology for mention in found.technologies} == expected


def test_words_that_are_told_apart_are_words_of_labels() -> None:
    technologies = load_vocabulary().technologies
    labels = {name for one in technologies.values() for name in (one.label, *one.alternatives, *one.hidden)}
    written = " ".join(label.lower() for label in labels)
    assert [word for word in TOO_COMMON if not re.search(rf"\b{re.escape(word)}s?\b", written)] == []
    assert labels >= OF_OTHERS
    assert [
        phrase for phrase in OF_NO_POLICE if not any(part.lower().rstrip("s") in written for part in phrase.split())
    ] == []


def test_systems_that_are_told_apart_are_technologies() -> None:
    named = {*WHERE_SEARCHED, *OF_THINGS, *BEHIND, *(one for behind in BEHIND.values() for one in behind)}
    assert named <= load_vocabulary().technologies.keys()
