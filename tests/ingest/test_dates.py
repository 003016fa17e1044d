"""Each way of printing a date says one thing of the letter, and nothing else."""

from __future__ import annotations

import pytest

from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ontology.vocabulary import load_vocabulary

RECEIVED = (
    "Your application for information, which reached this office on 4th March 2022, reads as follows",
    "Your request came to us on 4 March 2022.",
    "I write in connection with your request received on 4th March 2022.",
    "Your request was received on 04/03/2022.",
    "Your request dated 4 March 2022 has been considered.",
    "Thank you for your request of 4th March 2022.",
    "I refer to your email of 4 March 2022.",
    "Date received: 04/03/22",
    "Date of request: 4 March 2022",
    "Request received: 4 March 2022",
    "Received: 4 March 2022",
    "Request date: 04.03.2022",
    "We received your request on Friday 4th March 2022.",
    "Your request, received in this office on March 4th 2022, asked",
    "which was received by the force on 4 Mar 2022",
    "Further to your correspondence of the 4th March 2022",
    "In your e-mail of 4 March 2022 you asked",
    "Your FOI request received 4 March 2022",
    "submitted on 4 March 2022",
    "your letter dated 4th March, 2022",
    "Date Request Received: 04/03/2022",
)
RESPONSE = (
    "Date: 1st April 2022",
    "1 April 2022",
    "Friday 1 April 2022",
    "April 1, 2022",
    "01/04/2022",
    "Date of response: 1 April 2022",
    "Response date: 01/04/2022",
    "Date responded: 1 April 2022",
    "Date answered: 1 April 2022",
    "Responded: 1 April 2022",
    "Date of reply: 1st April 2022",
    "Date of letter: 1 April 2022",
    "Reply sent 1 April 2022",
    "Issued: 1 April 2022",
    "Date completed: 01/04/2022",
    "Completed: 1 April 2022",
    "Date closed: 1 April 2022",
    "Response sent: 1 April 2022",
    "Date sent: 1 April 2022",
)
DISCLOSED = (
    "Published: 1 May 2022",
    "Date published: 1 May 2022",
    "Published on 1 May 2022",
    "Publication date: 1 May 2022",
    "Disclosed on 01/05/2022",
    "Date disclosed: 1 May 2022",
    "Date of publication: 01/05/2022",
    "First published 1 May 2022",
    "Date released: 1 May 2022",
    "Posted on 1 May 2022",
    "Uploaded: 1 May 2022",
)


def said(letter: str) -> set[tuple[str, str]]:
    return {(date.kind, date.value) for date in extract(to_text(letter), load_vocabulary()).dates}


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        *((words, "received", "2022-03-04") for words in RECEIVED),
        *((words, "response", "2022-04-01") for words in RESPONSE),
        *((words, "disclosed", "2022-05-01") for words in DISCLOSED),
    ],
)
def test_words_around_a_date_say_what_it_is_of(words: str, kind: str, value: str) -> None:
    letter = f"Fenshire Police\nFOI Reference: 1/22\n{words}\nRequest:\nHow many?\nResponse:\nNo information is held.\n"
    found = extract(to_text(letter), load_vocabulary())
    assert [(date.kind, date.value) for date in found.dates] == [(kind, value)]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("Please find attached our response to your Freedom of Information request dated\n20 January 2020.",
         ("received", "2020-01-20")),
        ("Thank you for your e-mail enquiry of 06/05/2009 3:04:24 AM", ("received", "2009-05-06")),
        ("Fenshire Police PO BOX 481 Email: [email protected] 16/01/2020 FREEDOM OF INFORMATION REQUEST REFERENCE "
         "NUMBER: 248/19 Thank you for your request.", ("response", "2020-01-16")),
        ("Thank you for your request dated 1September 2013 under the Act", ("received", "2013-09-01")),
        ("Reference No: RFI2010000727\nDate: Wed, 24 Nov 2010 13:13:25 -0000\nYour request is answered.",
         ("response", "2010-11-24")),
    ],
    ids=["wrapped", "enquiry", "letterhead-without-line-breaks", "day-glued-to-month", "header-of-a-mail"],
)  # fmt: skip
def test_dates_stand_where_letters_print_them(letter: str, expected: tuple[str, str]) -> None:
    assert said(letter) == {expected}


def test_a_page_dated_before_the_request_was_made_is_dated_by_its_template() -> None:
    found = said("Dated: 07 Jun 2011\nDate of request: 19/04/2012\nDate of response: 04/05/2012\n")
    assert found == {("received", "2012-04-19"), ("response", "2012-05-04")}


def test_the_second_of_two_dates_under_an_outcome_is_not_before_the_first() -> None:
    card = "Request:\nHow many?\nPart Disclosure with Section 31(3) Exemption\n{}\n{}\nSome is held.\n"
    assert said(card.format("5 October 2021", "25 October 2021")) == {
        ("received", "2021-10-05"), ("response", "2021-10-25"),
    }  # fmt: skip
    assert said(card.format("25 October 2021", "5 October 2021")) == set()


def test_labels_of_one_word_head_the_dates_of_a_card() -> None:
    card = (
        "FOI · partially withheld\nCorrespondence on the code\nPublished\n2026-04-22\nReceived\n2026-02-11\n"
        "Responded\n2026-03-10\nInformation requested\nHow many?\nResponse\nThere are 4."
    )
    assert said(card) == {("disclosed", "2026-04-22"), ("received", "2026-02-11"), ("response", "2026-03-10")}


def test_labels_and_dates_of_a_card_stand_in_items_of_their_own() -> None:
    card = (
        "Funding of control zones: FOI release\n- FOI reference\n- FOI/202500449165\n- Date received\n"
        "- 22 January 2025\n- Date responded\n- 19 February 2025\nInformation requested\nHow many?\n"
        "Response\nThere are 4."
    )
    assert said(card) == {("received", "2025-01-22"), ("response", "2025-02-19")}
    reference = extract(to_text(card), load_vocabulary()).reference
    assert reference is not None
    assert reference.value == "FOI/202500449165"


def test_a_date_below_the_reference_of_a_letter_in_a_thread_is_of_the_letter() -> None:
    thread = (
        "Drones\nThe request was partially successful.\n3 May 2020\nHow many?\n"
        "Our ref: 01/FOI/20/1\n29/07/2020\nI write."
    )
    assert said(thread) == {("response", "2020-07-29")}
