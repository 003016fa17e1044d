"""What could not be known, or is known two ways, is said with its place."""

from __future__ import annotations

import pytest

from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ontology.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
HEAD = "Kent Police\nFOI Reference: 12/2022\n"


def doubts(letter: str, url: str | None = None) -> list[tuple[str, str]]:
    found = extract(to_text(letter, url=url), VOCABULARY)
    return [(w.code, letter[slice(*w.span)] if w.span else "") for w in found.warnings]


@pytest.mark.parametrize(
    ("letter", "url", "doubt"),
    [
        (
            HEAD + "Dear [name]\nWe received your request.\nDear [name]\nResponse:\nNo information is held.",
            None,
            ("several-letters", "Dear [name]"),
        ),
        (
            HEAD + "Request\nHas The Kent Police does not hold this your force any?\nResponse\nNone is held.",
            None,
            ("columns-interleaved", "The Kent Police does"),
        ),
        (
            HEAD + "Response:\nSection 31(1)(a) is not relied upon. Q2 is withheld under section 31(1)(a).",
            None,
            ("rules-disagree", "Section 31(1)(a)"),
        ),
        (
            HEAD + "Date of response: 3 May 2022\nResponse:\nNo information is held.\nDate responded: 9 May 2022",
            None,
            ("rules-disagree", "9 May 2022"),
        ),
        (
            "FOI Reference: 12/2022\nResponse:\nNo information is held by Surrey Police.",
            "https://www.kent.police.uk/foi-ai/1",
            ("rules-disagree", "Surrey Police"),
        ),
        (
            "FOI Reference: 12/2022\nResponse:\nNo information is held.",
            None,
            ("no-authority", ""),
        ),
        (
            "Request received 10 January 2014\nHow many?\nRequest received 8 February 2014\nWhere?",
            None,
            ("several-letters", "Request received 8 February 2014"),
        ),
    ],
    ids=["two letters", "two columns", "denied and relied on", "two dates", "another body", "no body", "a log"],
)  # fmt: skip
def test_a_doubt_has_a_code_and_a_place(letter: str, url: str | None, doubt: tuple[str, str]) -> None:
    assert doubt in doubts(letter, url)


def test_a_plain_letter_raises_none() -> None:
    assert doubts(HEAD + "Dear [name]\nDate of response: 3 May 2022\nResponse:\nNo information is held.") == []
