"""The body that a record names is the one that answered."""

from __future__ import annotations

import pytest

from foigraph.ingest.extractors.authority import OF_OTHER_BODY

from .reading import LETTER, read


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


def test_a_council_or_a_fire_service_that_names_a_force_is_not_that_force() -> None:
    text = LETTER.format(request="Where?", response="Monitoring is a matter for Police Scotland.\nThe cameras rotate.")
    for site in ("http://moray.gov.uk/page_1.html", "https://hwfire.org.uk/foi-responses/1"):
        assert read(text, site).authority is None
    told = read(LETTER.format(request="Where?", response="Kent Police holds nothing."), "https://dover.gov.uk/foi/1")
    assert told.authority is not None


def test_a_thread_names_the_body_that_refused_or_wrote() -> None:
    url = "https://www.whatdotheyknow.com/request/statutory_guidance"
    refused = (
        "The request was refused by Independent Office for Police Conduct.\n\nThames Valley Police had a complaint."
    )
    found = read(f"Guidance\n\n{refused}\n\nWould you please confirm when?", url).authority
    assert found is not None
    assert found.id == "iopc"
    wrote = "Police Crime Commissioner, Cheshire Police and Crime Commissioner\n\nDear Sir / Madam,\n"
    found = read(f"Letters with Cheshire Constabulary\n\n1) Supply all letters.\n\n{wrote}", url).authority
    assert found is not None
    assert found.id == "cheshire-pcc"


def test_an_ampersand_in_the_name_of_a_body_is_an_and() -> None:
    found = read("Dear Avon & Somerset Constabulary,\nUnder the FOIA, how many cameras are there?").authority
    assert found is not None
    assert found.id == "avon-and-somerset"


@pytest.mark.parametrize("host", ["www.gov.uk", "gov.uk", "assets.publishing.service.gov.uk", "www.kent.police.uk"])
def test_the_site_of_the_government_is_not_that_of_a_council(host: str) -> None:
    assert OF_OTHER_BODY.match(f"https://{host}/release/1") is None


def test_a_department_that_says_of_what_kind_forces_are_does_not_answer() -> None:
    asked = (
        "Thank you for your letter requesting the following:\nHow many Home Office police forces let the guard in?\n"
    )
    assert read(f"Headquarters\n{asked}There are 26 with an agreement on the guard.\n").authority is None
