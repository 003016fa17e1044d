"""Reading takes time in proportion to the text, whatever the text; no part of a letter is looked for all over again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from foigraph.ingest.extract import extract
from foigraph.ingest.quads import Place, to_quads
from foigraph.ingest.readers import to_text
from foigraph.ingest.record import to_record
from foigraph.ontology.vocabulary import load_vocabulary

SHORT, LONG, LONGEST = 5_000, 20_000, 1_000_000
TOO_LONG = 0.25
STEEP, TIMES = 8.0, 3
"""Four times the text in eight times the time is clearly more than in proportion; the square would be sixteen."""
PLACE = Place("https://letters.example/1", "https://letters.example/1/graph")
OPENING = "FOI Reference: 12/2023\nRequest:\n"


def number(n: int) -> str:
    return f"{n % 99 + 1}.{n // 99 % 99}.{n // 9_801 % 9}"


def answered(answer: str, request: str = "1. How many?\n") -> Callable[[int], str]:
    """A letter of one question and one piece of an answer, over and over; ``{n}`` in it is another number each time."""
    return lambda size: (
        f"{OPENING}{request}Response:\n" + "".join(answer.replace("{n}", number(n)) for n in range(size // len(answer)))
    )


def asked(question: str) -> Callable[[int], str]:
    return lambda size: (
        OPENING
        + "".join(question.replace("{n}", number(n)) for n in range(size // len(question)))
        + "Response:\nNo information is held.\n"
    )


PIECES = (
    "a\n", "word ", "x", " ", "\n", "\t", "1", "1\n", "1. \n", "- \n", "Q1.\n", "(i) x\n", "A) x\n", "1.1.1.1. ",
    "the\n", "Section 31(1)(a)(b) ", "Section 31(1)(a)(b)\n", "sections 1, 2 and ", "section ", "and ",
    "section 1(((", "(", ",", "Response:\n", "Request:\nResponse:\n", "In response:\nYou asked:\n",
    "Evidence of Harm\n", "Cookies\nKent Police\n", "Home\n1. Home\nword\n", "> > > 1. how?\n", "> > > ", ">",
    "| 1 | ", "---\n", ". ", "s. A", "Kent Police and ", "1 January 2020 ", "FOI ref: \n", "FOI Reference: 1-1-1-",
    "drones ", "> 1. How?\nNo information is held.\n", "\u00a0", "\u200b", "1. How many?\n\nNone held.\n\n",
    "1. How?\nAnswer\nNone held\n", "Request 1\nHow?\nAnswer\nNone.\n", "From: A Hartley\nSent: 1 May\nx\n",
)  # fmt: skip
LETTERS = {
    "cited": answered("Section 31(1)(a)(b)\n"),
    "cited in one line": answered("Section 31(1)(a)(b) – Law enforcement "),
    "cited differently": answered("We rely on section {n}.\n"),
    "claimed at the end": lambda size: f"{answered('Section 23 and ')(size)} is an absolute exemption",
    "acts": answered("section 5 of the Public Order and Justice and the "),
    "lead-ins": answered("by virtue of the following exemptions:\n"),
    "factors": answered("We rely on section 31(1)(a).\nSection 31 - Factors favouring disclosure\nIt is good.\n"),
    "balances": answered("We rely on section 31(1)(a).\nBalancing Test\nThe balance favours disclosure.\n"),
    "harm": answered("Evidence of Harm\nIt would show criminals the capacity of the force.\n"),
    "answers": answered("Response 1:\nWe can neither confirm nor deny, by virtue of section 23(5).\n"),
    "referrals": answered("Response 2:\nSee answer to Q9.\n"),
    "named questions": answered("For question {n} this is withheld under section 31(1)(a). "),
    "named answers": answered("Question {n} is withheld under section 31(1)(a).\n"),
    "facets": answered("In relation to covert use we can neither confirm nor deny that any other is held. "),
    "reasons": answered("No live facial recognition is held because live facial recognition.\n"),
    "bodies": answered("Kent Police can neither confirm nor deny.\n"),
    "questions": asked("{n}. live or retrospective facial recognition?\n"),
    "technologies": asked("1. drones?\ndrones\n"),
    "bullets": asked("- how many drones?\n"),
    "sub-questions": asked("1. How?\na) what?\n(i) where?\n"),
    "periods": asked("1. from 1 January 2020 to 1 January 2021 under 1 or 2?\n"),
    "clarifications": asked("Clarification:\n1. x\n"),
    "interleaved": lambda size: "".join(f"{number(n)}. How many?\n\nNone held.\n\n" for n in range(size // 30)),
    "deep quotes": lambda size: "\n".join(">" * depth + " x" for depth in range(1, int((2 * size) ** 0.5))),
    "one long address": lambda size: f"{OPENING}Response:\nhttps://a.example/{'.' * size}",
    "one long provision": lambda size: f"{OPENING}Response:\nsections 1{'(1)' * (size // 6)}{', 1' * (size // 6)}",
}
WORDS = """
section 31 (1) ( a ) b and the of information held exempt by virtue following exemptions : Q1 1. a) (i) > covert use
neither confirm nor deny public interest factors favouring disclosure 12/2023 drones Kent Police FOI . , ;
"""


def of_chance(kind: str, size: int) -> str:
    chance = random.Random(31)
    if kind == "words":
        words = [*WORDS.split(), "\n", "\n\n", ".\n"]
        return " ".join(chance.choice(words) for _ in range(size // 5))
    if kind == "controls":
        return "".join(chr(chance.randint(0, 159)) for _ in range(size))
    anything = ((32, 126), (0xA0, 0xD7FF), (0xE000, 0x10FFFF), (10, 10))
    return "".join(chr(chance.randint(*chance.choice(anything))) for _ in range(size))


def cost(text: str) -> float:
    """CPU seconds from a text to its record and its triples."""
    vocabulary = load_vocabulary()
    begun = time.process_time()
    found = extract(to_text(text), vocabulary)
    to_record(found)
    if found.kind == "disclosure":
        to_quads(found, PLACE, vocabulary)
    return time.process_time() - begun


def is_steep(write: Callable[[int], str]) -> bool:
    """Whether four times the text takes far more than four times as long, and not by chance: each time it is measured.

    A busy machine slows one measurement down, and not each of several; what is steep is so every time.
    """
    return all((long := cost(write(LONG))) > TOO_LONG and long > STEEP * cost(write(SHORT)) for _ in range(TIMES))


@pytest.mark.parametrize("piece", PIECES)
def test_time_for_one_piece_over_and_over_is_in_proportion(piece: str) -> None:
    assert not is_steep(lambda size: piece * (size // len(piece)))


@pytest.mark.parametrize("name", LETTERS)
def test_time_for_the_parts_of_a_letter_over_and_over_is_in_proportion(name: str) -> None:
    assert not is_steep(LETTERS[name])


@pytest.mark.parametrize("kind", ["words", "controls", "anything"])
def test_time_for_characters_and_words_by_chance_is_in_proportion(kind: str) -> None:
    assert not is_steep(lambda size: of_chance(kind, size))


def test_a_million_characters_are_read() -> None:
    found = extract(to_text(answered("Section 31(1)(a)(b) – Law enforcement ")(LONGEST)), load_vocabulary())
    assert len(found.citations) > 10_000
    assert max(len(found.words(citation.context)) for citation in found.citations) < 2_000
