"""However questions and answers lie about one another, what is claimed of a question is right, and little is missed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ontology.vocabulary import load_vocabulary

from .arrangements import MAKERS, Arranged

LETTERS = 250
RIGHT, FOUND = 0.99, 0.98
"""Of what is claimed, and of what is due. What is missed has no sign of its own, as a make below a question that asks
for makes, or one answer that is the number of the next question.
"""


def claims(text: str, *, numbered: bool) -> set[tuple[str, str]]:
    found = extract(to_text(text), load_vocabulary())
    positions = [(p.questions or part.answers, p) for part in found.responses for p in part.positions]
    told = [(numbers, p.outcome) for numbers, p in positions if p.outcome != "not-visible"]
    return {(number.lower(), outcome) for numbers, outcome in told for number in (numbers if numbered else ("",))}


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_answers_are_tied_to_their_questions_in_every_arrangement(maker: Callable[[Random], Arranged]) -> None:
    random = Random(maker.__name__)
    right = claimed = due = 0
    wrong = []
    for _ in range(LETTERS):
        letter = maker(random)
        said = claims(letter.text, numbered=all(number for number, _ in letter.due))
        right, claimed, due = right + len(said & letter.due), claimed + len(said), due + len(letter.due)
        wrong += [letter.text] if said - letter.due else []
    assert right >= RIGHT * claimed, wrong[:3]
    assert right >= FOUND * due
