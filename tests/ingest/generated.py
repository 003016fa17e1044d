"""Letters made from known disclosures: what a body decided, written down in a layout of a published page, then damaged.

``disclosures()`` is a strategy of what is known, ``LAYOUTS`` writes it down, ``LOSSES`` does to the text what scraping
does. All words are ours, all bodies fictional. A layout prints what its pages print and no more, so ``Letter`` says
which of the reference and the dates can be read at all.
"""

from __future__ import annotations

import datetime
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

BODIES = {
    "barsetshire": "Barsetshire Police", "borsetshire": "Borsetshire Constabulary",
    "glebeshire": "Glebeshire Constabulary", "loamshire": "Loamshire Constabulary", "mummerset": "Mummerset Police",
}  # fmt: skip
TECHNOLOGIES = (
    "drones", "live facial recognition", "body worn video", "gait recognition", "mobile phone kiosks",
    "automatic number plate recognition", "predictive policing",
)  # fmt: skip
ASKED = (
    "How many {technology} does the force own?", "What did the force spend on {technology} last year?",
    "Please provide any policy on the use of {technology}.", "Has the force carried out trials of {technology}?",
    "Which company supplies {technology} to the force?",
)  # fmt: skip
TITLES = {
    "12(1)": "Cost of Compliance", "12(2)": "Cost of Compliance", "21": "Information Accessible by Other Means",
    "21(1)": "Information Accessible by Other Means", "23(5)": "Information Supplied by Security Bodies",
    "24(1)": "National Security", "24(2)": "National Security", "30(3)": "Investigations", "31(1)": "Law Enforcement",
    "31(1)(a)": "Law Enforcement", "31(1)(a)(b)": "Law Enforcement", "31(3)": "Law Enforcement",
    "38(1)": "Health and Safety", "40(2)": "Personal Information", "43(2)": "Commercial Interests",
}  # fmt: skip
PROVISIONS = {
    "disclosed": (), "not-held": (), "ncnd": ("23(5)", "24(2)", "30(3)", "31(3)"),
    "refused": ("24(1)", "31(1)", "31(1)(a)", "31(1)(a)(b)", "38(1)", "40(2)", "43(2)"),
    "cost-limit": ("12(1)", "12(2)"), "already-accessible": ("21", "21(1)"),
}  # fmt: skip
"""What a body can rely on for each outcome."""
A_NAME = "The company is Saltmarsh Optics."
"""Answers who and what, but not how many."""
SAID = {
    "disclosed": (
        "{body} can confirm that there were 31 of them.", "The policy is attached.", A_NAME,
        "The force spent £12,400.", "Please see the attached spreadsheet.",
    ),
    "not-held": (
        "No information is held by {body}.", "{body} does not hold this information.", "There is no information held.",
        "We do not hold the information requested.",
    ),
    "ncnd": (
        "{body} can neither confirm nor deny that it holds this information",
        "{body} neither confirms nor denies that any information is held",
        "We will neither confirm nor deny whether information is held",
    ),
    "refused": (
        "This information is withheld", "The information is held and is exempt from disclosure",
        "This part of the request is refused", "We are withholding this information",
    ),
    "cost-limit": (
        "To answer this would exceed the appropriate limit of 18 hours",
        "We estimate that the cost of compliance would exceed the appropriate limit",
    ),
    "already-accessible": (
        "This information is already available in the public domain",
        "This is reasonably accessible to you by other means",
    ),
}  # fmt: skip
HEADS = ("Section ", "section ", "s.", "S")
LEAD_INS = ("by virtue of the following exemption", "by virtue of the following exemptions")
OTHER_ACTS = (
    "section 60 of the Criminal Justice and Public Order Act 1994",
    "section 29 of the Data Protection Act 1998",
)


@dataclass(frozen=True)
class Answer:
    """What is answered to some questions. provisions: relied on, as printed; wording: which of the ways to say it."""

    questions: tuple[int, ...]
    outcome: str
    provisions: tuple[str, ...]
    wording: int
    listed: bool


@dataclass(frozen=True)
class Known:
    """What a body was asked and decided."""

    body: str
    number: int
    received: datetime.date
    answered: datetime.date
    questions: tuple[str, ...]
    answers: tuple[Answer, ...]

    @property
    def name(self) -> str:
        return BODIES[self.body]

    @property
    def outcomes(self) -> dict[str, str]:
        return {str(number): answer.outcome for answer in self.answers for number in answer.questions}

    @property
    def relied(self) -> set[tuple[str, bool]]:
        """Provisions relied on, taken apart, and whether for neither confirming nor denying."""
        return {
            (section, answer.outcome == "ncnd")
            for answer in self.answers
            for printed in answer.provisions
            for section in (("31(1)(a)", "31(1)(b)") if printed == "31(1)(a)(b)" else (printed,))
        }


@dataclass(frozen=True)
class Letter:
    """A known disclosure as a text, and which of its particulars are printed there."""

    known: Known
    text: str
    reference: str | None = None
    dates: dict[str, str] = field(default_factory=dict)


# what is known


@st.composite
def disclosures(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(PROVISIONS)) -> Known:
    asked = draw(st.lists(st.tuples(st.sampled_from(ASKED), st.sampled_from(TECHNOLOGIES)), min_size=1, max_size=5))
    questions = [sentence.format(technology=technology) for sentence, technology in asked]
    if draw(st.booleans()):
        questions[-1] = f"{questions[-1]} I do not accept that section 43(1) applies."
    if draw(st.booleans()):
        questions[0] = f"{questions[0]} I mean powers under {draw(st.sampled_from(OTHER_ACTS))}."
    received = draw(st.dates(datetime.date(2015, 1, 5), datetime.date(2024, 11, 1)))
    return Known(
        body=draw(st.sampled_from(sorted(BODIES))),
        number=draw(st.integers(100, 1_999)),
        received=received,
        answered=received + datetime.timedelta(draw(st.integers(5, 40))),
        questions=tuple(questions),
        answers=tuple(draw(answers(len(questions), kinds))),
    )


@st.composite
def answers(draw: st.DrawFn, count: int, kinds: tuple[str, ...]) -> list[Answer]:
    """An answer to each question, or to several that follow one another; no provision is relied on in two."""
    found: list[Answer] = []
    first = 1
    free = set(TITLES)
    while first <= count:
        last = draw(st.integers(first, min(count, first + 1)))
        outcome = draw(
            st.sampled_from([kind for kind in kinds if not PROVISIONS[kind] or set(PROVISIONS[kind]) & free])
        )
        choices = sorted(set(PROVISIONS[outcome]) & free)
        most = 2 if outcome in {"ncnd", "refused"} else 1
        provisions = draw(st.lists(st.sampled_from(choices), min_size=1, max_size=most, unique=True)) if choices else []
        provisions = [
            one for one in provisions if not any(one != other and other.startswith(one) for other in provisions)
        ]
        free -= {other for one in provisions for other in TITLES if other.partition("(")[0] == one.partition("(")[0]}
        found.append(Answer(
            questions=tuple(range(first, last + 1)), outcome=outcome, provisions=tuple(provisions),
            wording=draw(st.integers(0, 59)), listed=draw(st.booleans()),
        ))  # fmt: skip
        first = last + 1
    return found


# how it is said


def said(known: Known, answer: Answer, subject: str = "") -> list[str]:
    """The lines of an answer. subject: which questions it is about, where the layout has no heading for that."""
    counts = any(known.questions[number - 1].startswith("How many") for number in answer.questions)
    ways = [way for way in SAID[answer.outcome] if not (counts and way == A_NAME)]
    words = subject + ways[answer.wording % len(ways)].format(body=known.name)
    if not answer.provisions:
        return [words]
    if answer.outcome in {"cost-limit", "already-accessible"}:
        return [f"{words}, so Section {answer.provisions[0]} of the Freedom of Information Act 2000 applies."]
    if not answer.listed:
        head = HEADS[answer.wording % len(HEADS)]
        named = " and ".join(f"{head}{one}" for one in answer.provisions)
        return [f"{words} by virtue of {named} of the Freedom of Information Act 2000."]
    lead = LEAD_INS[len(answer.provisions) > 1]
    return [f"{words} {lead}:", *(f"Section {one} – {TITLES[one]}" for one in answer.provisions)]


def numbered(numbers: tuple[int, ...], joint: str = " & ") -> str:
    return joint.join(str(number) for number in numbers)


def block(known: Known, label: Callable[[Answer], str]) -> list[str]:
    return [line for answer in known.answers for line in (label(answer), *said(known, answer))]


def day(date: datetime.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


def asked(known: Known, marker: str) -> list[str]:
    return [f"{marker.format(number)}{words}" for number, words in enumerate(known.questions, 1)]


def soh_dpp(known: Known) -> Letter:
    reference = f"{known.number}/{known.received.year}"
    lines = [
        f"FOI Reference: {reference}", "", "Request:", *asked(known, "{}. "), "",
        *block(known, lambda answer: f"Response {numbered(answer.questions)}:"),
        "It should be noted that these answers may not be comparable with those of other forces.",
        f"This is a response of {known.name} under the Freedom of Information Act 2000 and disclosed on "
        f"{known.answered:%d/%m/%Y}",
    ]  # fmt: skip
    return Letter(known, "\n".join(lines), reference, {"disclosed": known.answered.isoformat()})


def soh_clev(known: Known) -> Letter:
    reference = f"{known.number} - {known.received:%y}"
    lines = [
        f"Date: {known.answered:%d/%m/%y}", f"Enquiry Reference: {reference}",
        "Below is your request and our response.", *asked(known, "{}) "), "Response",
        *block(known, lambda answer: f"{numbered(answer.questions)}."),
        f"If you are dissatisfied with this answer of {known.name} you may ask for an internal review.",
    ]  # fmt: skip
    return Letter(known, "\n".join(lines), reference.replace(" ", ""), {"response": known.answered.isoformat()})


def soh_warks(known: Known) -> Letter:
    reference = f"{known.number}-{known.received.year}"
    lines = [
        f"FREEDOM OF INFORMATION REQUEST REFERENCE NO: {reference}",
        f"I refer to your request for information which was received on {day(known.received)} as follows:",
        *asked(known, "Q{}. "), f"Please find the {known.name} response set out below.", "Response:",
        *block(known, lambda answer: f"{numbered(tuple(answer.questions), ' and ')} response:".replace("", "Q", 1)),
        "You have the right to ask for an internal review of this decision.",
    ]  # fmt: skip
    return Letter(known, "\n".join(lines), reference, {"received": known.received.isoformat()})


def soh_swp(known: Known) -> Letter:
    plural = {1: "Question"}
    lines = [
        "REQUEST", *asked(known, "{}. "), "RESPONSE",
        *block(known, lambda answer: f"{plural.get(len(answer.questions), 'Questions')} {numbered(answer.questions)}"),
        f"If you are dissatisfied with this answer of {known.name} you may ask for an internal review.",
    ]  # fmt: skip
    return Letter(known, "\n".join(lines))


def psni_log(known: Known) -> Letter:
    reference = f"FOI/{10_000 + known.number}"
    lines = [
        f"{known.answered:%B} {known.answered.day}, {known.answered.year} | Policing, Technology",
        f"Request Number: {reference}", "Category: Technology", "Request and Answer:",
    ]  # fmt: skip
    for answer in known.answers:
        for number in answer.questions:
            lines += [f"Request {number}", known.questions[number - 1], "Answer", *said(known, answer)]
    lines += [f"If you are dissatisfied with this answer of {known.name} you may ask for an internal review."]
    return Letter(known, "\n".join(lines), reference, {"disclosed": known.answered.isoformat()})


def nbria(known: Known) -> Letter:
    reference = f"{known.number}/{known.received:%y}"
    lines = [
        "Disclosure Details", f"Cameras and recognition - {reference}", f"Date of request: {day(known.received)}",
        f"Date of response: {day(known.answered)}", "You asked:", *asked(known, "{}. "), "In response:",
        *block(known, lambda answer: f"{numbered(answer.questions)}."),
        f"If you are dissatisfied with this answer of {known.name} you may ask for an internal review.",
    ]  # fmt: skip
    dates = {"received": known.received.isoformat(), "response": known.answered.isoformat()}
    return Letter(known, "\n".join(lines), reference, dates)


def wmp_log(known: Known) -> Letter:
    reference = f"{known.number}/{known.received:%y}"
    lines = [
        f"Cameras and recognition ({reference})", "Request", *asked(known, "{}. "), "Response",
        *block(known, lambda answer: f"Q{numbered(answer.questions, ' and Q')}:"),
        "REASONS FOR DECISION",
        f"The answers of {known.name} are explained in its publication scheme.",
    ]  # fmt: skip
    return Letter(known, "\n".join(lines), reference)


def wdtk_attach(known: Known) -> Letter:
    reference = f"{known.received.year}-{known.number}"
    lines = [
        "This is an HTML version of an attachment to the Freedom of Information request.", known.name,
        "Information Rights Unit", f"Our ref: FOI {reference}", day(known.answered), "", "Dear Applicant,",
        f"Thank you for your request, received on {day(known.received)}, in which you asked:", *asked(known, "{}. "),
        "", "Our response:",
        *block(known, lambda answer: f"Response to question {numbered(answer.questions, ' and ')}:"),
        "Yours sincerely,", "Information Rights Unit",
    ]  # fmt: skip
    dates = {"received": known.received.isoformat(), "response": known.answered.isoformat()}
    return Letter(known, "\n".join(lines), f"FOI {reference}", dates)


def mirror(known: Known) -> Letter:
    """A copy on a site of documents, which says what it is above and below."""
    original = soh_dpp(known)
    text = f"Documents of public bodies\n{original.text}\nShare this page\nAccessibility"
    return Letter(known, text, original.reference, original.dates)


def in_sentences(known: Known) -> Letter:
    """As the Metropolitan Police write: one decision, whose sentences name the questions."""
    reference = f"01.FOI.{known.received:%y}.0{10_000 + known.number}"
    lines = [
        f"Freedom of information request reference no: {reference}",
        "I note you seek access to the following information:", *asked(known, "{}. "), "Decision",
    ]  # fmt: skip
    for answer in known.answers:
        subject = f"In respect of question {numbered(answer.questions, ' and question ')}: "
        lines += said(known, answer, subject)
    lines += [f"You have the right to ask {known.name} for an internal review."]
    return Letter(known, "\n".join(lines), reference)


LAYOUTS: dict[str, Callable[[Known], Letter]] = {
    "SOH-DPP": soh_dpp, "SOH-CLEV": soh_clev, "SOH-WARKS": soh_warks, "SOH-MET": in_sentences, "SOH-SWP": soh_swp,
    "PSNI-LOG": psni_log, "NBRIA": nbria, "WMP-LOG": wmp_log, "WDTK-ATTACH": wdtk_attach, "MIRROR": mirror,
}  # fmt: skip


# what scraping does to it


def numbers_lost(text: str) -> str:
    """Each number of a list is gone, as where a page draws them by itself."""
    return re.sub(r"^(?:Q?\d(?: & \d)*[.)]|Request \d$) ?", "", text, flags=re.MULTILINE)


def list_lost(text: str) -> str:
    """What a lead-in leads up to is gone."""
    return re.sub(r"^Section \S+ – .*\n?", "", text, flags=re.MULTILINE)


def wrapped(text: str) -> str:
    return "\n".join(textwrap.fill(line, 72) for line in text.split("\n"))


def newlines_lost(text: str) -> str:
    return re.sub(r"\n+", " ", text)


def glued(text: str) -> str:
    """``1. How`` is ``1.How``, and ``Section 31`` is ``Section31``."""
    return re.sub(r"^(Q?\d[.)]) ", r"\1", text, flags=re.MULTILINE).replace("Section ", "Section")


def curly(text: str) -> str:
    """As a word processor has it: long dashes, curly quotation marks about titles, spaces that do not break."""
    titled = re.sub(r"^(Section \S+ – )(.*)$", r"\1‘\2’", text, flags=re.MULTILINE)
    return titled.replace(" - ", " – ").replace("Section ", "Section\u00a0")


def with_footers(text: str) -> str:
    """The foot of a page in every sixth line."""
    lines = text.split("\n")
    feet = range(5, len(lines), 6)
    return "\n".join(f"{line}\nPage {n // 6 + 1} of 9" if n in feet else line for n, line in enumerate(lines))


def truncated(text: str) -> str:
    """Cut between words; ``Section 12`` cut off from ``(1)`` would be read as what stands there."""
    return text[: len(text) * 3 // 4].rpartition(" ")[0]


LOSSES: dict[str, Callable[[str], str]] = {
    "numbers lost": numbers_lost, "list lost": list_lost, "wrapped": wrapped, "newlines lost": newlines_lost,
    "glued": glued, "curly": curly, "footers": with_footers, "truncated": truncated,
}  # fmt: skip
