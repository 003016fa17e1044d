"""How fast letters become triples, SHACL aside: characters and documents a second of CPU, stage by stage, and memory.

Run by `make bench`. The baseline in the same run is what a naive reader does: look for `section N` in the same text,
and nothing else. The seed is the real letter beside the checkout (FOIGRAPH_SHARED), where it is there; the other
letters are made here, of fictional words. Goal: 500,000 characters a second on one core, and time and memory in
proportion to the length up to a million characters.
"""

from __future__ import annotations

import os
import platform
import random
import re
import statistics
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

from foigraph.ingest import extract as reader
from foigraph.ingest import quads as writer
from foigraph.ingest.extractors import (
    acts,
    authority,
    citations,
    claims,
    dates,
    kind,
    margins,
    positions,
    questions,
    reasoning,
    reference,
    remarks,
    technologies,
)
from foigraph.ingest.quads import Place
from foigraph.ingest.readers import to_text
from foigraph.ingest.rulebook import RULEBOOK
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary

ROUNDS = 9
GOAL = 500_000
LENGTHS = (5_000, 10_000, 20_000)
LONG = (10_000, 100_000, 1_000_000)
REPOSITORY = Path(__file__).resolve().parent.parent
SEED = Path(os.environ.get("FOIGRAPH_SHARED", REPOSITORY.parent / "shared")) / "corpus" / "seed-671-2022.txt"
PLACE = Place("https://example.org/disclosure/bench/1", "https://example.org/graph/bench/1")
NAIVE = re.compile(r"\bsections?\s+\d+[A-Z]?(?:\s*\(\w+\))*", re.IGNORECASE)
STAGES: tuple[tuple[str, ModuleType, str], ...] = (
    ("layout and segments", reader, "segment"), ("reference", reference, "reference"), ("dates", dates, "dates"),
    ("kind", kind, "not_a_disclosure"), ("authority", authority, "authority"), ("regime", acts, "letter_regime"),
    ("citations", citations, "citations"), ("reasoning", reasoning, "reasoning"), ("questions", questions, "questions"),
    ("positions", positions, "responses"), ("technologies", technologies, "technologies"), ("claims", claims, "claims"),
    ("unanswered", reader, "unanswered"), ("caveats", margins, "caveats"), ("links", margins, "links"),
    ("remarks", remarks, "remarks"), ("quads", writer, "to_quads"),
)  # fmt: skip
"""Stage, and the function that is all of it."""

SUBJECTS = (
    "live facial recognition", "drones", "automatic number plate recognition", "body worn video", "mobile phone kiosks",
    "predictive policing", "handheld fingerprint scanners", "voice recognition", "gait recognition",
)  # fmt: skip
ASKED = (
    "How many times has the force used {subject} since 1 January {year}?",
    "What did the force spend on {subject} in the financial year {year}/{next}?",
    "Please provide any policy on {subject} that has been in force since {year}.",
    "Has the force carried out a trial of {subject}, and where?",
)
GIVEN = (
    "No information is held by the force in respect of {subject}.",
    "There were {count} such occasions, of which most were at events in the county town.",
    "The policy is attached to this letter as a separate document of {count} pages.",
    "Officers are trained by a team of the constabulary, whose instructors are themselves police officers of "
    "many years. The sessions take place in spring and in autumn and are open to staff of all ranks.",
)
REFUSED = """In relation to covert use Rutshire Constabulary can neither confirm nor deny that it holds any other \
information, as the duty in Section 1(1)(a) of the Freedom of Information Act 2000 does not apply, by virtue of the \
following exemptions:
Section 23(5) – Information supplied by, or concerning, certain security bodies
Sections 24(2) – National Security and 31(3) – Law Enforcement
Section 23 is an absolute class based exemption and there is no requirement to consider the public interest.
Section 31 is a prejudice based qualified exemption, so harm and the public interest are set out below.
"""
ARGUED = """Evidence of Harm
{harm}
Section 31 - Factors favouring confirming
{favouring}
Section 31 - Factors against confirming
{against}
Balancing Test
{balance}
The points above weigh heavily on both sides. The public interest favours neither confirming nor denying.
"""
DENSE = """Evidence of Harm
Any answer would show criminals what the capacity of the force is, and where it is not. This effect is increased \
if the same is asked of several forces. The threat level is set at Substantial. A tactic that is known is a tactic \
that is avoided, and a tactic that is avoided costs the public what it paid for it.
Section 31 - Factors favouring confirming
The public would see how its money is spent, and could take part in the debate about {subject} with better knowledge.
Section 31 - Factors against confirming
Those who mean harm would learn which places are watched, and would move to places that are not.
Balancing Test
The points above weigh heavily on both sides. The public interest favours neither confirming nor denying.
"""
SENTENCES = (
    "If it were known {when} how {what} comes to be used, {who} could work out {where} it is not.",
    "Nobody would expect {who} to be told of {what}, whatever the reason for which it is asked {when}.",
    "The force relies upon the help of people {where}, given in the belief that it goes no further than the officer.",
    "It is easy to see why {who} would compare what several forces say of {what}, and draw their own map.",
    "Once such a thing is said {when} it cannot be taken back, and what it tells {who} about {what} remains told.",
    "There is a real interest of the public in {what}, since it is paid for from taxes and touches many lives {where}.",
    "An informed debate {when} would be of use to the community, and would let it judge {what} on its merits.",
    "Against this stands what {who} would make of it: every detail about {what} saves them time {where}.",
    "Officers who work {where} would be put at risk, as would members of the public who happen to be near them.",
    "The cost of changing {what} once it is known to {who} would be great, and it would fall on the public purse.",
    "Experience {when} has shown that {who} read what is published, and act on it sooner than one would think.",
    "None of this calls in question why the applicant asks, for what is given to one person is given to the world.",
    "A single answer may look harmless, but together with others about {what} it shows a pattern {where}.",
    "Crime would be harder to prevent {where}, and those who commit it harder to bring before a court {when}.",
    "Trust between the police and the people {where} grows where {what} can be talked about openly.",
    "The security of the country is of the highest weight, and {who} must not be helped to get round {what}.",
)
SLOTS = {
    "when": ("at this time", "in the present year", "over the last decade", "while inquiries go on", "in any one month",
             "before a trial has ended", "during a large event", "from one week to the next"),
    "what": ("the equipment of a unit", "the way in which teams are sent out", "the number of trained staff",
             "a method of covert work", "the reach of a camera", "the order in which calls are met",
             "the software that is licensed", "an agreement with a neighbouring force", "the planning of an operation"),
    "who": ("offenders", "organised groups", "people who wish to cause harm", "those who sell drugs", "terrorists",
            "somebody with a grudge", "burglars from elsewhere", "those who traffic in people"),
    "where": ("in the county town", "along the coast", "in the villages of the north", "on the roads at night",
              "near the port", "around the stadium", "in crowded places", "where few officers are posted"),
}  # fmt: skip
CLOSED = """It should be noted that these figures may not be accurate, as systems differ between forces.
If you are dissatisfied with this answer you may ask for an internal review, and after it complain to the Commissioner.
This is a response under the Freedom of Information Act 2000 and disclosed on 12/05/2023.
"""
PARAGRAPHS = {"harm": 2, "favouring": 1, "against": 1, "balance": 1}
"""Paragraphs of each part of the reasons, of six sentences."""


# letters


def made(length: int) -> str:
    """A fictional letter of about so many characters, as full of facts as the seed: reasons at length to every third
    question, of sentences none of which is likely to stand there twice.
    """
    return _letter(length, 1, lambda chance: ARGUED.format(**_reasons(chance)))


def dense(length: int) -> str:
    """A fictional letter of about so many characters of little but facts: three times as many to its length."""
    return _letter(length, 0, lambda chance: DENSE.format(subject=chance.choice(SUBJECTS)))


def _letter(length: int, refused: int, argue: Callable[[random.Random], str]) -> str:
    """A letter that refuses every third question. refused: the number of the first, by three; argue: the reasons."""
    chance = random.Random(length)
    asked: list[str] = []
    answers: list[str] = []
    while sum(map(len, asked)) + sum(map(len, answers)) < length - 1_000:
        number = len(asked) + 1
        question, answer = _asked_and_answered(chance, number)
        asked.append(question)
        answers.append(answer + (REFUSED + argue(chance) if number % 3 == refused else ""))
    opening = "FOI Reference: 2089/2023\nThank you for your request, received on 4th April 2023.\nRequest:\n"
    return opening + "".join(asked) + "".join(answers) + CLOSED


def _asked_and_answered(chance: random.Random, number: int) -> tuple[str, str]:
    """A question, and its answer under its heading."""
    words = {"subject": chance.choice(SUBJECTS), "year": 2015 + number % 8, "count": chance.randint(2, 90)}
    asked = f"{number}. {chance.choice(ASKED).format(next=16 + number % 8, **words)}\n"
    return asked, f"Response {number}:\n{chance.choice(GIVEN).format(**words)}\n"


def _reasons(chance: random.Random) -> dict[str, str]:
    """The words of each part of the reasons."""
    return {part: "\n".join(_paragraph(chance) for _ in range(count)) for part, count in PARAGRAPHS.items()}


def _paragraph(chance: random.Random) -> str:
    """Six sentences about harm and the public interest."""
    slots = ({slot: chance.choice(words) for slot, words in SLOTS.items()} for _ in range(6))
    return " ".join(sentence.format(**of) for sentence, of in zip(chance.sample(SENTENCES, 6), slots, strict=True))


def letters() -> Iterator[tuple[str, str]]:
    """Name and text of the seed, where it is here, and of made letters."""
    if SEED.exists():
        yield "seed 671/2022", SEED.read_text(encoding="utf-8")
    else:
        print(f"the seed is not here ({SEED.name}): only made letters are measured")
    for length in LENGTHS:
        yield f"made, {length:,}", made(length)
        yield f"dense, {length:,}", dense(length)


# measuring


def read(text: str, vocabulary: Vocabulary) -> list[Any]:
    """From text to triples."""
    return writer.to_quads(reader.extract(to_text(text), vocabulary), PLACE, vocabulary)


def forget() -> None:
    """Forget what rules found in sentences read before, so that each round reads a letter nobody has seen."""
    for one in RULEBOOK.values():
        one.known.clear()


def seconds(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Median CPU seconds of ``work``, after one round to warm up."""
    work()
    spent = []
    for _ in range(rounds):
        forget()
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return statistics.median(spent)


@contextmanager
def timed(spent: Counter[str]) -> Iterator[None]:
    """Every stage adds its CPU seconds to ``spent``."""
    before = [getattr(module, name) for _, module, name in STAGES]

    def wrapped(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any) -> Any:
            begun = time.process_time()
            try:
                return function(*args)
            finally:
                spent[stage] += time.process_time() - begun

        return run

    for (stage, module, name), function in zip(STAGES, before, strict=True):
        setattr(module, name, wrapped(stage, function))
    try:
        yield
    finally:
        for (_, module, name), function in zip(STAGES, before, strict=True):
            setattr(module, name, function)


def shares(texts: list[str], vocabulary: Vocabulary) -> list[tuple[str, float]]:
    """Stages and their share of the time for some texts, the largest first."""
    spent: Counter[str] = Counter()
    begun = time.process_time()
    with timed(spent):
        for _ in range(ROUNDS):
            for text in texts:
                forget()
                read(text, vocabulary)
    total = time.process_time() - begun
    spent["the rest"] = total - sum(spent.values())
    return [(stage, part / total) for stage, part in spent.most_common()]


def peak(text: str, vocabulary: Vocabulary) -> int:
    """The most bytes that Python held at a time for one letter, from its text to its triples."""
    tracemalloc.start()
    try:
        read(text, vocabulary)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def main() -> None:
    """Print speed by letter, the share of each stage, and how time and memory grow with the length."""
    print(f"\nreading, text to quads: {platform.python_implementation()} {platform.python_version()}, one core")
    vocabulary = load_vocabulary()
    texts = dict(letters())
    print(f"{'':22}{'characters':>12}{'ms':>9}{'characters/s':>14}{'documents/s':>13}{'naive, /s':>14}{'× naive':>9}")
    for name, text in texts.items():
        taken, naive = seconds(lambda: read(text, vocabulary)), seconds(lambda: NAIVE.findall(text))  # noqa: B023 (at once)
        print(
            f"{name:22}{len(text):12,}{taken * 1e3:9.2f}{len(text) / taken:14,.0f}{1 / taken:13.1f}"
            f"{len(text) / naive:14,.0f}{taken / naive:9.0f}"
        )
    print("share: " + ", ".join(f"{stage} {part:.1%}" for stage, part in shares(list(texts.values()), vocabulary)))
    for length in LONG:
        text = made(length)
        taken = seconds(lambda: read(text, vocabulary), 3)  # noqa: B023 (at once)
        print(
            f"{f'made, {length:,}':22}{len(text):12,}{taken * 1e3:9.1f}{len(text) / taken:14,.0f}"
            f"   {peak(text, vocabulary) / len(text):.0f} bytes of memory a character at the peak"
        )
    print(f"goal: {GOAL:,} characters a second")


if __name__ == "__main__":
    main()
