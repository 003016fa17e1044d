"""Letters of known answers, whose questions and answers lie about one another in the ways that letters have.

Each maker takes a random generator and gives a letter with what is due of it. What they put together is more than any
list of examples: labels of questions by labels of answers by headings by what stands between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

BODY = "Fenshire Police"
QUESTIONS = (
    "How many drones does the force own?",
    "What did they cost in 2022?",
    "Number of officers trained to fly them",
    "The total cost of repairs in the last three years.",
    "Please provide copies of the policy on their use",
    "Who supplies the batteries and when does the contract end?",
    "Have any been lost or stolen? If so, please give dates.",
    "A breakdown by make and model",
    "Details of any complaints received about them",
    "I would like to know which units use them.",
    "List all flights made over schools",
    "Whether an equality assessment was carried out",
)
ANSWERS: dict[str, tuple[str, ...]] = {
    "disclosed": (
        "There were 31 incidents recorded in 2021.",
        "£12,400",
        "Yes.",
        "Please see the attached spreadsheet.",
        "2020 – 5\n2021 – 7\n2022 – 9",
        "Training is delivered over two days at headquarters.",
        "The batteries are supplied by Acme Power Limited and the contract ends in March 2025.",
        "I can confirm that 14 officers are trained.",
        "None. No drone has been lost.",
    ),
    "not-held": (
        "No information held.",
        "This information is not recorded.",
        "Fenshire Police does not hold this information.",
        "There is no information held in relation to this part of your request.",
        "We do not hold any recorded information on this.",
    ),
    "refused": (
        "This information is exempt under Section 43(2) of the Act, commercial interests.",
        "We are withholding this information by virtue of section 40(2) personal information.",
        "This has been refused under s.31(1)(a).",
        "This cannot be disclosed as the exemption at Section 38(1) Health and Safety applies.",
    ),
    "cost-limit": (
        "To answer this would exceed the appropriate limit under Section 12(1) of the Act.",
        "It is estimated that it would take over 18 hours to retrieve this, so section 12 applies.",
    ),
    "already-accessible": ("This is published on our website and is exempt under Section 21 of the Act.",),
    "ncnd": (
        "Fenshire Police neither confirms nor denies that it holds this information by virtue of Section 31(3) Law "
        "Enforcement.",
    ),
}
OFTEN = ("disclosed", "disclosed", "disclosed", "not-held", "not-held", "refused", "refused", "cost-limit")
NUMBERS = ("1. ", "1) ", "(1) ", "1 - ", "1: ", "1 ", "Q1. ", "Q1 ", "Q1: ", "Question 1 ", "Question 1: ", "1/ ")
LETTERS = ("a) ", "a. ", "(a) ", "i. ", "i) ", "Question one: ")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi")
WORDS = ("one", "two", "three", "four", "five", "six")
ASKED = ("Request:", "You asked:", "REQUEST", "I note you seek access to the following information:")
ANSWERED = (
    "Response:",
    "Our response",
    "RESPONSE",
    "In Response:",
    "Please find the Fenshire Police response set out below.",
)
REFERENCE, END = "FOI Reference: 118/2023", "Yours sincerely"


@dataclass(frozen=True)
class Arranged:
    """A letter, and the (number of question, outcome) pairs that are due of it; number "" where it has none."""

    text: str
    due: frozenset[tuple[str, str]]


def printed(style: str, place: int) -> str:
    """The label of the question in some place, as a style prints the first."""
    for first, other in (
        ("one", WORDS[place]),
        ("i", ROMAN[place]),
        ("a", chr(ord("a") + place)),
        ("1", str(place + 1)),
    ):
        if style.startswith((first, f"({first}", f"Question {first}", f"Q{first}")):
            return style.replace(first, other, 1)
    raise ValueError(style)


def label(style: str, place: int) -> str:
    """The number of the question in some place, as it is read."""
    words = printed(style, place).removeprefix("Question ").strip(" .:)(-/Q")
    return str(WORDS.index(words) + 1) if words in WORDS else words


def told(random: Random, outcome: str) -> str:
    return random.choice(ANSWERS[outcome])


def in_two_lists(random: Random) -> Arranged:
    """Questions in one list, answers in another: under the same labels, others, or with the questions again."""
    style = random.choice(NUMBERS + LETTERS)
    count = random.randint(2, 5)
    asked, outcomes = random.sample(QUESTIONS, count), random.choices(OFTEN, k=count)
    other = random.choice(NUMBERS) if label(style, 1) == "2" else style
    own_line, again = random.random() < 0.3, random.random() < 0.3
    lines = [REFERENCE, random.choice(ASKED), *(f"{printed(style, n)}{words}" for n, words in enumerate(asked))]
    lines += ["", random.choice(ANSWERED)]
    for n, (words, outcome) in enumerate(zip(asked, outcomes, strict=True)):
        answer = told(random, outcome)
        if again:
            lines += [f"{printed(style, n)}{words}", answer]
        elif own_line:
            lines += [printed(other, n).strip(), answer]
        else:
            lines.append(f"{printed(other, n)}{answer}")
        lines += [""] * random.randint(0, 1)
    return Arranged("\n".join([*lines, END]), frozenset((label(style, n), o) for n, o in enumerate(outcomes)))


def each_below_its_question(random: Random) -> Arranged:
    """Each answer below its question, under a heading."""
    style = random.choice(NUMBERS + LETTERS)
    count = random.randint(2, 5)
    outcomes = random.choices(OFTEN, k=count)
    heading = random.choice(("Answer", "Response", "Answer:", "Our response:", "Reply:", "A: ", "Response: "))
    lines = [REFERENCE, random.choice(ASKED)]
    for n, (words, outcome) in enumerate(zip(random.sample(QUESTIONS, count), outcomes, strict=True)):
        answer = told(random, outcome)
        lines.append(f"{printed(style, n)}{words}")
        lines += [f"{heading}{answer}"] if heading.endswith(" ") else [heading, answer]
        lines += [""] * random.randint(0, 1)
    return Arranged("\n".join([*lines, END]), frozenset((label(style, n), o) for n, o in enumerate(outcomes)))


def named(random: Random, numbers: list[int]) -> str:
    """Several questions as a heading names them."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1 and random.random() < 0.5:
        return f"{numbers[0]}{random.choice(('-', ' to ', ' – '))}{numbers[-1]}"
    first = ", ".join(map(str, numbers[:-1]))
    return f"{first}{random.choice((' and ', ' & '))}{numbers[-1]}" if first else str(numbers[-1])


def in_groups(random: Random) -> Arranged:
    """Answers to several questions at once, in any order."""
    count = random.randint(2, 6)
    left = list(range(1, count + 1))
    random.shuffle(left)
    style = random.choice(("1. ", "1) ", "Q1. ", "(1) ", "Question 1: "))
    lines = [REFERENCE, random.choice(ASKED)]
    lines += [f"{printed(style, n)}{words}" for n, words in enumerate(random.sample(QUESTIONS, count))]
    lines += ["", random.choice(ANSWERED)]
    heading = random.choice(
        (
            "Question{s} {n}\n",
            "Q{n}\n",
            "Q{n} ",
            "Response {n}:\n",
            "Response to question{s} {n}: ",
            "Answer{s} {n}\n",
            "Point{s} {n}: ",
            "{n}. ",
            "For question{s} {n}: ",
            "Request{s} {n}\n",
            "Question{s} {n} – ",
        )
    )
    due: set[tuple[str, str]] = set()
    while left:
        size = min(len(left), random.choice((1, 1, 2, 3)))
        group, left = sorted(left[:size]), left[size:]
        outcome = random.choice((*OFTEN, "already-accessible", "ncnd"))
        due |= {(str(n), outcome) for n in group}
        opening = heading.format(n=named(random, group), s="s" if size > 1 else "")
        lines += [f"{opening}{told(random, outcome)}", *[""] * random.randint(0, 1)]
    return Arranged("\n".join([*lines, END]), frozenset(due))


def with_parts(random: Random) -> Arranged:
    """Questions some of which have parts with letters, each part with its answer."""
    whole = random.choice(("1. ", "1) ", "Q1. ", "Question 1: "))
    part = random.choice(("{l}) ", "({l}) ", "{l}. ", "{n}{l}) ", "{n}{l}. "))
    lines, labels = [REFERENCE, random.choice(ASKED)], []
    for n, words in enumerate(random.sample(QUESTIONS, random.randint(2, 4)), 1):
        lines.append(f"{printed(whole, n - 1)}{words}")
        letters = random.choice(("", "", "ab", "abc"))
        lines += [f"{part.format(n=n, l=letter)}{random.choice(PARTS)}" for letter in letters]
        labels += [f"{n}{letter}" for letter in letters] or [str(n)]
    lines += ["", random.choice(ANSWERED)]
    style = random.choice(("{}. ", "{}) ", "Q{}. ", "Question {}: ", "Question {}\n", "{}\n", "{} - ", "Response {}: "))
    outcomes = random.choices(OFTEN, k=len(labels))
    lines += [style.format(number) + told(random, outcome) for number, outcome in zip(labels, outcomes, strict=True)]
    return Arranged("\n".join([*lines, END]), frozenset(zip(labels, outcomes, strict=True)))


PARTS = ("in 2020", "by rank", "number lost", "their cost")
GIVEN = (
    "The force owns nine drones.",
    "In 2022 the force owned 9 drones.",
    "Drones owned: 9",
    "I can confirm that the force owns 9 drones.",
)
KEPT = (
    "The cost of each drone is exempt under Section 43(2) Commercial Interests.",
    "The locations have been withheld under Section 31(1)(a) Law Enforcement.",
    "Information about where they are kept is withheld under Section 31(1)(a) of the Act.",
    "I am unable to provide the costs as these are exempt by virtue of Section 43(2).",
    "We are not obliged to provide the locations, which are exempt under section 31(1)(a).",
)
NONE = (
    "The force does not record where they are kept.",
    "No information is held on their cost.",
    "The cost is not recorded centrally.",
)
SOME = (
    "We have decided to provide some of the information.",
    "I can confirm that it is held and that some of it is being provided.",
)
SHAPES: dict[tuple[tuple[str, ...], ...], tuple[str, ...]] = {
    (GIVEN, KEPT): ("partly-disclosed",),
    (GIVEN, NONE): ("disclosed", "not-held"),
    (GIVEN, KEPT, NONE): ("partly-disclosed", "not-held"),
    (KEPT, NONE): ("refused", "not-held"),
    (SOME,): ("partly-disclosed",),
    **{(words,): (outcome,) for outcome, words in ANSWERS.items() if outcome not in {"disclosed", "not-held"}},
}
"""What stands in an answer to the whole of a request, and the outcomes that are due of it."""


def of_one_request(random: Random) -> Arranged:
    """A request without numbers, answered in a few sentences of which each is about one thing."""
    pools, outcomes = random.choice(list(SHAPES.items()))
    sentences = [random.choice(pool) for pool in pools]
    lines = [
        REFERENCE,
        random.choice(ASKED),
        "How many drones does the force own, what did each cost and where are they kept?",
    ]
    return Arranged("\n".join([*lines, random.choice(ANSWERED), *sentences, END]), frozenset(("", o) for o in outcomes))


MAKERS: tuple[Callable[[Random], Arranged], ...] = (
    in_two_lists,
    each_below_its_question,
    in_groups,
    with_parts,
    of_one_request,
)
