"""A letter read from its text, and what it says, in the fewest words that a test needs."""

from __future__ import annotations

from foigraph.ingest.extract import extract
from foigraph.ingest.model import Disclosure
from foigraph.ingest.readers import to_text
from foigraph.ontology.vocabulary import load_vocabulary

LETTER = """FOI Reference: 12/2023
Request:
{request}
Response:
{response}
"""


def read(text: str, url: str | None = None) -> Disclosure:
    return extract(to_text(text, url=url), load_vocabulary())


def relied(request: str, response: str) -> set[tuple[str, bool]]:
    found = read(LETTER.format(request=request, response=response))
    assert found.kind == "disclosure"
    return {(c.section, c.ncnd) for c in found.citations if c.role == "relied-on"}


def positions(request: str, response: str) -> set[tuple[tuple[str, ...], str]]:
    found = read(LETTER.format(request=request, response=response))
    return {(position.questions, position.outcome) for part in found.responses for position in part.positions}
