"""Whatever the text, reading it ends in a result in the form that the schema fixes (its cost: ``test_any_text.py``)."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foigraph.examples import letters
from foigraph.ingest.extractors.outcomes import plain_outcome, table
from foigraph.ingest.model import Disclosure
from foigraph.ingest.record import to_record
from foigraph.ingest.version import reader_version
from foigraph.ontology.vocabulary import load_vocabulary

from .reading import LETTER, read, relied

SCHEMA = jsonschema.Draft202012Validator(
    json.loads((files("foigraph.ingest") / "record.schema.json").read_text(encoding="utf-8"))
)
PIECES = [
    "FOI Reference: 1/22",
    "Request:",
    "Response 1 and 2:",
    "1. How many drones?",
    "Q2.",
    "a)",
    "(i) x",
    "> quoted",
    "Answer",
    "We can neither confirm nor deny that it holds any other information, by virtue of the following exemptions:",
    "Section 23 is an absolute exemption",
    "Section 31(1)(a)(b) – Law Enforcement",
    "Sections 24(2) and 31(3)",
    "s.12 (1)",
    "Section 24 - Factors favouring confirming",
    "Evidence of Harm:",
    "Balancing Test",
    "In relation to covert use",
    "No information is held due to the fact that",
    "Question 3",
    "See answer to Q1.",
    "Decision 063/2019",
    "| 1 |",
    "\n\n",
    "received on 31st February 2022",
    "Kent Police",
    "live or retrospective facial recognition",
    "https://a.example/b.",
    "…",
]


def check(disclosure: Disclosure) -> dict[str, Any]:
    record = to_record(disclosure, "x")
    assert [error.message for error in SCHEMA.iter_errors(record)] == []
    _check_words(record, disclosure.text)
    return record


def _check_words(value: Any, text: str) -> None:
    if isinstance(value, dict):
        if isinstance(value.get("as_written"), str):
            assert text[slice(*value["span"])] == value["as_written"]
        for inner in value.values():
            _check_words(inner, text)
    elif isinstance(value, list):
        for inner in value:
            _check_words(inner, text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_a_result(text: str) -> None:
    check(read(text))


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["\n", " ", "\n\n"]))
def test_any_pieces_of_letters_give_a_result(pieces: list[str], joint: str) -> None:
    record = check(read(joint.join(pieces)))
    ids = [part["id"] for name in ("questions", "responses", "citations", "claims") for part in record.get(name, [])]
    ids += [position["id"] for response in record.get("responses", []) for position in response["positions"]]
    assert len(ids) == len(set(ids))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(letters(), key=lambda letter: letter.name)), st.integers(0, 4_000), st.integers(0, 4_000))
def test_any_cut_of_a_letter_gives_a_result(letter: Path, start: int, length: int) -> None:
    check(read(letter.read_text(encoding="utf-8")[start : start + length]))


@pytest.mark.parametrize(
    "text",
    [
        "Eggs\nMilk\nBread",
        "",
        "Decision 011/2031\nPublic authority: Fenshire Police\nCase Ref: 203100001\n1. On 2 May 2030 the "
        "applicant asked for 5 things.",
        "GROUNDS OF APPEAL\n1. The Appellant is a charity.\n2. Fenshire Police relied on section 23(5).",
        "Fenshire Police has broken the law rather than answer a journalist.\nThe first request under the Freedom of "
        "Information Act was about a judgment. The force say that they can ‘neither confirm nor deny’ that it is held. "
        "The exemption relied upon is section 40(5B)(a)(i).",
        "Missing footage\nSo last month I sent the police a subject access request.\nIt answered:\nI have been "
        "informed that Fenshire Police do not hold the requested footage.",
        "Freedom of Information Disclosure Log\nReference: 9317-18\nDate: 23/01/2018\nI write in connection with your "
        "request.\nNo information held.\nReference: 9281-18\nDate: 17/01/2018\nI write about your request.",
        "Body-worn video policy\nThis policy sets out how cameras are used.\n1. Scope\n2. Section 31 of the "
        "Act may apply.",
    ],
)
def test_what_is_no_disclosure_has_its_reason_and_no_facts(text: str) -> None:
    found = read(text)
    assert found.kind == "not-a-disclosure"
    assert found.kind_reason
    assert found == replace(
        Disclosure(kind=found.kind, kind_reason=found.kind_reason, source=found.source, text=text),
        furniture=found.furniture,
    )
    check(found)


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("This is exempt under section 31(1)(a)(b) of the Act.", {("31(1)(a)", False), ("31(1)(b)", False)}),
        ("We rely on the following exemptions:\nSection 40(2)&(3) – Personal Information",
         {("40(2)", False), ("40(3)", False)}),
        ("It is withheld by virtue of Sections 23 (Security), 24 (National Security) and 31 (Law Enforcement)"
         " of the FOIA.",
         {("23", False), ("24", False), ("31", False)}),
        ("Fenshire Police neither confirms nor denies that information is held by virtue of Section 30(3).",
         {("30(3)", True)}),
        ("I can neither confirm nor deny whether it is held as finding out would exceed 18 hours, so Section "
         "12(2) applies.",
         {("12(2)", False)}),
        ("Section 12 of the Act allows that a body need not comply. No information is held.", set()),
        ("We hold this, but could not answer without exceeding the cost limit. Section 12 of the Act lets authorities "
         "refuse such a request. This is a refusal notice under section 17(1).", {("12", False)}),
        ("The cost limit is not exceeded. Section 12 lets an authority refuse such requests. The figures are attached.",
         set()),
        ("Section 12 allows an authority to refuse the request if it would exceed the appropriate limit. The "
         "figures are attached.", set()),
        ("There were 12. For your information, section 12 of the Act lets an authority refuse your request "
         "where it would exceed the cost limit.", set()),
        ("We apologise that we refused this request before. Section 12 lets an authority refuse requests over the "
         "cost limit. The figures are attached.", set()),
        ("This letter is a refusal notice, as it relates to a person. Section 12 lets an authority refuse requests "
         "over the cost limit of £450.", set()),
        ("Your request did not exceed the appropriate limit. Section 12 lets an authority refuse it where it does. "
         "This is no refusal notice.", set()),
        ("We decline to provide it as vexatious, under section 14(1). Section 12 lets an authority refuse requests "
         "over the cost limit, which is another matter.", {("14(1)", False)}),
        ("Taking 30 hours, it would be past the cost limit, and for that reason Section 12", {("12", False)}),
        ("It is on our site. We could therefore have decided to keep it back pursuant to section 22.", set()),
        ("No information is held. If held, it would be exempt under section 40(2).", set()),
        ("The arguments under Section 31 of the Act have been disregarded at review. The report is attached.", set()),
        ("Officers used powers under section 60 of the Criminal Justice and Public Order Act 1994. The "
         "figure is 12.", set()),
        ("Sections 12 and 14 of the 1986 Act were used twice. There were no arrests.", set()),
        ("We counted how many times section 14 of the Act was relied on. The answer is 9.", set()),
        ("We considered section 43(2) but do not rely on it. The contract is attached.", set()),
        ("We decline to provide it, Sections 30(1)(a) and 40(2) both being in point.",
         {("30(1)(a)", False), ("40(2)", False)}),
        ("The names are withheld. Section 40(2) is our reason.", {("40(2)", False)}),
        ("Names were taken out as per Section 40, Subsection 2 and Section 31, Subsection 1 of FOIA.",
         {("40(2)", False), ("31(1)", False)}),
        ("We have applied sections 31(1)(a) to (c) to the order.",
         {("31(1)(a)", False), ("31(1)(b)", False), ("31(1)(c)", False)}),
        ("Redacted for these reasons:\nPersonal Information, Section 40(2)\nCommercial Interests, Section 43(2)",
         {("40(2)", False), ("43(2)", False)}),
        ("The schedule is withheld on the basis of section 43(2) and, in addition, Fenshire Police neither confirms "
        "nor denies that another exists on the basis of section 31(3).", {("43(2)", False), ("31(3)", True)}),
        ("Nothing was withheld. For information only, section 40 is the exemption for personal data.", set()),
        ("No part of the report was held back under Section 40(2).", set()),
        ("You should not read into this any reliance upon section 31(3). We hold nothing.", set()),
        ("Firearms certificates are refused under s.27 and revoked under s.30A of the Firearms Act 1968.", set()),
        ("Offences recorded under the Theft Act 1968:\nSection 12 (taking a vehicle) 318\nSection 22 (handling) 57",
         set()),
        ("The exemption formerly claimed, Section 22(1), fell away when it was published. A copy is provided.", set()),
        ("Under Section 31 of the powers in our Scheme of Governance the officer may approve it.", set()),
        ("You say that the Home Office withheld its copy under section 24(1). Ours is attached.", set()),
        ("The public interest is still being weighed in respect of section 31. No decision to withhold has been taken.",
         set()),
        ("The Tribunal held that it was wrong to neither confirm nor deny under section 30(3). Nothing is held.",
         set()),
        ("Reason\nMisuse of Drugs Act 1971, section 23\n801\nS23 Misuse of drugs\n493\nS1 PACE\n589", set()),
        ("Where section 40(2) is engaged, no test is needed. The names are below.", set()),
        ("It was previously withheld under Section 22(1) and is now due for release. A copy is attached.", set()),
        ("Part is withheld by virtue of Section 31(1), 38(1), 40(2) and 44 of the Act.",
         {("31(1)", False), ("38(1)", False), ("40(2)", False), ("44", False)}),
        ("It is exempt from release under Section 31(1)(a) of the Freedom of Informaton Act.", {("31(1)(a)", False)}),
        ("Under section 10 we need longer. Information is exempt if it falls under section 31(1).", set()),
        ("Section 17 of the Act requires us, when refusing information because it is exempt, to state that fact.",
         set()),
        ("We neither confirm nor deny that we hold more by virtue of the following exemptions:\nSection 23(5) Defence\n"
         "Section 30(3) (by virtue of Section 30(2)) Investigations", {("23(5)", True), ("30(3)", True)}),
        ("Section 40(2) applies to personal data whose disclosure would breach a principle in Part 3 - Chapter 2 of "
         "the Data Protection Act 2018. Under Section 34 within Chapter 2 a controller is responsible.",
         {("40(2)", False)}),
    ],
)  # fmt: skip
def test_only_what_the_authority_relies_on_is_relied_on(response: str, expected: set[tuple[str, bool]]) -> None:
    assert relied("How many?", response) == expected


def test_what_the_requester_names_is_a_mention() -> None:
    request = (
        "1. How many answers neither confirmed nor denied, by virtue of the following exemption: Section 23(5)?\n"
        "2. I do not accept that section 31(1) applies."
    )
    assert relied(request, "The figures are attached.") == set()
    found = read(LETTER.format(request=request, response="The figures are attached."))
    assert {(c.section, c.role) for c in found.citations} == {
        ("23(5)", "named-by-requester"),
        ("31(1)", "named-by-requester"),
    }


def test_figure_without_a_number_may_answer_any_question() -> None:
    found = read(
        "You asked:\n1. How many drones do you have?\n2. Who supplies them?\n3. Are they used covertly?\n"
        "Response\nWe have 12 drones (i), made by one firm (ii).\n"
        "In respect of question 3, the information is exempt under section 31(1)(a).\n"
    )
    assert found.unanswered == ()


def test_question_answered_in_passing_is_not_called_unanswered() -> None:
    request = "1. How many?\n2. Where?\n3. When?"
    response = "2. There were 9 of them (this provides a response to point 1 as well), all in Fenford."
    found = read(LETTER.format(request=request, response=response))
    assert [part.question for part in found.unanswered] == [found.questions[2].id]


def test_section_that_applies_where_something_is_so_is_explained() -> None:
    found = relied(
        "How many?",
        "The question concerning how many were reported has engaged an exemption under Section 12(2) of the FOIA.\n"
        "Section 12 applies where the cost of compliance is estimated to exceed the appropriate limit.",
    )
    assert {section for section, _ in found} == {"12(2)"}


def test_report_of_an_answer_by_others_is_no_answer() -> None:
    for text in (
        "A weekly newspaper’s Freedom of Information request on a patrol car has been turned down by a police force.\n"
        "The force said the whole request was considered exempt under the Act.",
        "Arrests - FoI request\nFenshire Constabulary was asked for:\n1) The number of arrests.\nThe responses: (1) 0",
    ):
        assert read(text).kind == "not-a-disclosure"


def test_requester_in_brackets_below_figures_is_no_answer() -> None:
    found = read(
        "Ref: FOI 416-25\nBelow is your request and our response.\n(1) How many crimes?\n(2) Of children how many "
        "were:\n"
        "5 & Under - 5211\n6-12 years - 4469\n(if this would take my request over the cost limit, please answer "
        "Question 1 "
        "only).\n(3) How many with injury?\nThere were 1456.\n"
    )
    assert [(part.answers, [p.outcome for p in part.positions]) for part in found.responses] == [
        (("2",), ["disclosed"]), (("3",), ["disclosed"]),
    ]  # fmt: skip


def test_force_that_another_body_is_asked_about_does_not_answer() -> None:
    found = read(
        "Use of buses by Metropolitan Police\nDear Buses for London,\nPlease supply any correspondence with the "
        "Metropolitan Police.\nYours faithfully,\nFOI, Buses for London\nDear [name]\nRef: FOI-1358-1314\nThank you "
        "for your email about the use of buses by the Metropolitan Police Service.\nYours sincerely\nBuses for "
        "London\n"
    )
    assert found.authority is None


def test_day_of_a_date_is_no_reference() -> None:
    found = read("Chronology\nOriginal FoI request: \n27th September 2009\nResponse:\nNo information is held.\n")
    assert found.reference is None


def test_first_question_that_lost_its_number_is_the_one_before_the_second() -> None:
    found = read(
        "Ref: FOI 1/22\nYou asked:\n- What was paid?\n2. What was the largest payment?\nIn Response:\n1. £185,550\n"
        "2. We neither confirm nor deny that we hold this by virtue of section 23(5).\n"
    )
    assert [(part.answers, part.positions[0].outcome) for part in found.responses] == [
        (("1",), "disclosed"), (("2",), "ncnd"),
    ]  # fmt: skip


def test_letters_of_years_are_the_parts_that_the_answer_gives() -> None:
    found = read(
        "Ref: FOI 1/22\nYou asked:\n1. How many retired in\na) 2011/12 (to date)\nb) 2010/11\n2. At what age?\n"
        "In Response:\n1. a) 91\nb) 76\n2. At 51.\n"
    )
    assert [question.number for question in found.questions] == ["1", "1a", "1b", "2"]
    assert [part.answers for part in found.responses] == [("1a",), ("1b",), ("2",)]


def test_reference_of_an_earlier_request_is_not_that_of_the_letter() -> None:
    found = read(
        "Dear Fenshire Police,\nYou said in response to my request\nReference No: 2012010003990\nthat it went on.\n"
        "1) When did it end?\nYours faithfully,\nDear M Sample\nRequest Reference No: 2012080002429\n"
        "I write in connection with your request.\n"
    )
    assert found.reference is not None
    assert found.reference.value == "2012080002429"


def test_message_between_forces_about_a_request_is_no_answer() -> None:
    found = read(
        "Dear All, This FOI request has been logged in the CRU\nLog Number: 001742/16\nLogged with: Kent Police, Essex "
        "Police\n1) Does the force use drones?\n"
    )
    assert (found.kind, found.responses) == ("not-a-disclosure", ())


def test_letter_of_a_commissioner_is_not_of_the_force() -> None:
    letter = "Our Ref: FOI 12/23\nRequest:\nHow much?\nResponse:\nThe Office of the Police and Crime Commissioner for "
    found = read(f"{letter}Gwent confirms that it holds this. It was £9,000. Gwent Police may hold more.\n")
    assert found.authority is not None
    assert found.authority.id == "gwent-pcc"


@pytest.mark.parametrize(
    "text",
    [
        "Publication scheme\nFenshire Police publishes its policies, its registers and its disclosures here.\n"
        "Information may be exempt under section 31 of the Freedom of Information Act 2000.",
        "How to make a Freedom of Information request\nWrite to us with your name and what you want to know.\n"
        "We may refuse a request under section 12 or section 14 of the Act.",
    ],
)
def test_guide_to_requests_is_no_answer_to_one(text: str) -> None:
    found = read(text)
    assert (found.kind, found.responses) == ("not-a-disclosure", ())


def test_questions_repeated_over_an_answer_are_its_heading() -> None:
    first, second = "The exact number of arrests made in Fenford.", "The specific time of day of these arrests."
    found = read(
        f"FOI Reference: 12/2023\nRequest:\n1. {first}\n2. {second}\n3. The age of those arrested in the same time.\n"
        f"Response:\n1. {first}\n2. {second}\nPlease see the data attached.\n"
    )
    assert [(part.answers, found.text[slice(*part.span)]) for part in found.responses] == [
        (("1", "2"), "Please see the data attached.")
    ]


def test_words_of_section_17_below_the_request_are_nobodys_question_or_answer() -> None:
    found = read(
        "FOI Reference: 12/2023\nRequest:\n1. How many?\n2. Where?\n"
        "A public authority which, in relation to any request, relies on an exemption must give a notice which-\n"
        "(a) states the fact,\n(b) specifies the exemption in question, and\n(c) states why it applies.\n"
        "I can confirm that Fenshire Police holds it.\n1. There were 9.\n2. In Fenford.\n"
    )
    assert [question.number for question in found.questions] == ["1", "2"]
    assert [(part.answers, part.positions[0].outcome) for part in found.responses if part.positions] == [
        (("1",), "disclosed"), (("2",), "disclosed"),
    ]  # fmt: skip


def test_wish_of_the_requester_is_no_answer() -> None:
    found = read(
        "Our Ref: 12/2023\nI write in connection with your request for information dated 1 May 2023 in which you "
        "asked:\nCan you answer these questions, which I hope will reduce your wish to refuse to confirm or deny.\n"
        "How many operations are open?\n"
    )
    assert (found.kind, found.responses) == ("disclosure", ())


def test_request_below_a_card_that_says_the_outcome_is_no_answer() -> None:
    found = read(
        "Request Number: 1006/22\nDecision: Disclosed\nThe policy on your site lacks its appendix.\n"
        "1. Why is the appendix not published?\n2. Who may see it?\nOur response:\n1. It has been lost.\n2. Nobody.\n"
    )
    assert [question.number for question in found.questions] == ["1", "2"]
    assert [part.answers for part in found.responses if part.answers] == [("1",), ("2",)]


def test_numbers_with_commas_make_a_list_and_an_address_none() -> None:
    listed = read(LETTER.format(request="1, How old were they\n2, What was the outcome", response="None is held."))
    assert [question.number for question in listed.questions] == ["1", "2"]
    address = read("Fenshire Police\n12, High Street\n" + LETTER.format(request="How many?", response="None is held."))
    assert address.questions == ()


def test_reference_cut_in_a_title_is_given_as_the_letter_prints_it_in_full() -> None:
    title = "FREEDOM OF INFORMATION REQUEST REFERENCE NO: 0102"
    found = read(f"{title}\n{title}-2015\nRequest:\nHow many?\nResponse:\nNone is held.\n")
    assert found.reference is not None
    assert found.reference.value == "0102-2015"


@pytest.mark.parametrize(
    "words",
    [
        "I am sorry for any inconvenience that this may have caused you.",
        "Should you be unhappy you may ask for an internal review within 40 working days.",
        "You may wish to think about narrowing the period to a single year.",
        "The Crown Prosecution Service holds data on convictions.",
        "Could you please clarify what you mean by incident and over which dates?",
        "I write in connection with your request which was received on 12 February 2024.",
        "Following receipt of your request, searches were conducted within Fenshire Police.",
        "His Majesty's Courts and Tribunals Service may be able to help you.",
        "Every care is taken but they should not be used for comparison with other forces.",
        "A fee may be payable for the retrieval and provision of documents.",
        "Section 12 of the Act does not oblige a public authority to comply if that would exceed the appropriate "
        "limit.",
        "Section 14(1) of the Act says that a public authority need not comply with a request that is vexatious.",
        "The Act gives a right to recorded information only. It does not give a right to opinions.",
        "A copy of this letter will appear on our disclosure log with your name removed.",
        "Were any such information to be held, it would be exempt under Section 40(2).",
        "No decision has yet been taken as to whether section 30 or section 31 is engaged.",
        "Supposing that a warrant had been sought, the papers would fall within section 30.",
        "More time is needed to consider the public interest. A full reply will be sent by 14 March 2023.",
    ],
)  # fmt: skip
def test_what_decides_nothing_gives_no_outcome_and_no_reliance(words: str) -> None:
    found = read(LETTER.format(request="How many?", response=words))
    outcomes = {position.outcome for part in found.responses for position in part.positions}
    assert outcomes <= {"not-visible"}
    assert {c.role for c in found.citations} & {"relied-on"} == set()


@pytest.mark.parametrize("words", [
    "We consider that the following exemption of the Act\nmay apply to some of it:",
    "At this stage it is thought that part of it may fall under the exemption of the Act shown here:",
])  # fmt: skip
def test_exemption_that_may_apply_is_not_relied_on(words: str) -> None:
    response = f"We need longer. {words}\nSection 31(1)(a) Law Enforcement"
    found = read(LETTER.format(request="How many?", response=response))
    assert [(c.section, c.role) for c in found.citations] == [("31(1)(a)", "hypothetical")]


def test_figures_of_years_below_a_question_are_its_answer() -> None:
    found = read(
        "Reference: 99-18\nI write about your request. I note you seek the following:\n"
        "1) How many officers were there in each year?\na) Below is the headcount.\n2012 – 80\n2013 – 78\n"
        "Q2. How many are on patrol?\nNo information is held.\n"
    )
    assert [question.number for question in found.questions] == ["1", "2"]
    assert [(part.answers, part.positions[0].outcome) for part in found.responses] == [
        (("1",), "disclosed"), (("2",), "not-held"),
    ]  # fmt: skip


def test_letter_in_welsh_is_read_as_one() -> None:
    found = read(
        "Cyfeirnod Rhyddid Gwybodaeth: 210/2024\nCais:\nFaint o bobl a arestiwyd?\nYmateb:\n"
        "Mae adran 12(1) o Ddeddf Rhyddid Gwybodaeth 2000 yn berthnasol.\n"
    )
    assert found.reference is not None
    assert found.reference.value == "210/2024"
    assert [(c.regime, c.section, c.role) for c in found.citations] == [("FOIA2000", "12(1)", "relied-on")]
    assert [position.outcome for part in found.responses for position in part.positions] == ["cost-limit"]


def test_body_that_searched_is_the_one_that_answers() -> None:
    found = read(
        "Our Ref: 44/13\nRequest:\n1. How many?\n2. Where? Searches were conducted within Leicestershire Police.\n"
        "Response:\nYour questions have been passed to Nottinghamshire Police to answer.\n"
    ).authority
    assert found is not None
    assert found.id == "leicestershire"


def test_card_of_exemptions_above_an_answer_is_no_refusal_of_its_own() -> None:
    found = read(
        "Reference Number: 2017/1967\nRequest Details:\nHow many crimes were there?\n"
        "Exemptions Applied:\nSection 24\nSection 31\nFPS Response:\nPlease find the enclosed spreadsheet.\n"
        "Fenshire Police can neither confirm nor deny that it holds any other information."
    )
    assert {p.outcome for part in found.responses for p in part.positions} == {"disclosed", "ncnd"}


def test_body_whose_site_or_help_is_offered_is_not_the_one_that_answers() -> None:
    found = read(
        "FOI 2023/24-018\nResponse\nThis represents a notice in terms of Section 25 of the Freedom of Information "
        "(Scotland) Act 2002.\nThe manual can be found on Police Scotland’s website. The Scottish Police Authority is "
        "the contracting authority.\n"
    ).authority
    assert found is not None
    assert found.id == "scottish-police-authority"


def test_standing_words_about_requests_are_no_response() -> None:
    found = read(
        "Our Ref: FOI2018/37\nI note you seek access to the following information:\nHow much was spent?\n"
        "I am required by the Freedom of Information Act 2000 to deal with every request blind to who asks.\n"
        "Response:\nNo information is held.\n"
    )
    assert [found.text[slice(*part.span)] for part in found.responses] == ["No information is held."]


def test_words_that_point_to_an_appendix_decide_nothing() -> None:
    found = read(LETTER.format(
        request="1. How many?\n2. Where?",
        response="We are unable to provide it as it is readily available in the public domain, and therefore exempt by "
        "virtue of Section 21.\nPlease see Appendix A for the full explanation as to why we are unable to provide it.",
    ))  # fmt: skip
    (position,) = (p for part in found.responses for p in part.positions)
    assert position.outcome == "already-accessible"
    assert position.ground is not None
    assert position.ground.span is not None
    assert "Appendix" not in found.text[: position.ground.span.end]


def test_index_of_several_references_is_no_disclosure() -> None:
    found = read("FOI 12/23 – Dogs\nFOI 13/23 – Horses – Refused, section 31(1)\nFOI 14/23 – Taser")
    assert (found.kind, found.reference) == ("not-a-disclosure", None)


def test_same_letter_from_its_own_site_says_whose_it_is() -> None:
    text = LETTER.format(request="How many?", response="No information is held.")
    found = read(text, url="https://www.kent.police.uk/foi-ai/12-2023/").authority
    assert found is not None
    assert (found.id, found.status, found.span) == ("kent", "inferred", None)
    assert read(text).authority is None


def test_body_that_others_name_answers_where_its_letter_says_so() -> None:
    text = "Our ref: 12/2023\nApplicant Question:\nHow many?\nNPCC Response:\nNone is held."
    named = read(text).authority
    assert named is not None
    assert named.id == "npcc"
    assert (
        read("Our ref: 12/2023\nRequest:\nHow many?\nResponse:\nNone is held. The NPCC gives advice.").authority is None
    )


def test_file_of_a_request_site_says_whose_response_it_is() -> None:
    text = LETTER.format(request="How many?", response="No information is held.")
    site = "https://request-site.example/request/1/attach/html/5/"
    found = read(text, url=f"{site}312%2020%20NPCC%20Response%20Letter.pdf.html").authority
    assert found is not None
    assert (found.id, found.status, found.span) == ("npcc", "inferred", None)
    assert read(text, url=f"{site}312%2020%20Response%20Letter.pdf.html").authority is None


def test_bodies_of_a_list_have_not_answered_for_being_in_it() -> None:
    response = "The investigations were made by these:\n1. Kent Police.\n2. Essex Police.\n3. Kent Police."
    assert read(LETTER.format(request="Who investigated?", response=response)).authority is None
    only = read(LETTER.format(request="Which force are you?", response="1. Kent Police")).authority
    assert only is not None
    assert only.id == "kent"


def test_what_a_government_page_says_it_released_is_disclosed() -> None:
    text = (
        "FOI release\nStaff of commissioners\nPublished 10 December 2012\nWe received a request under the Freedom of "
        "Information Act 2000 for the following:\nI would like to know how many are in the team.\n"
        "We released the following information on: 3 December 2012\n\nEach has an officer for finance.\n"
    )
    found = read(text, url="https://www.gov.uk/government/publications/staff-of-commissioners")
    assert {p.outcome for response in found.responses for p in response.positions} == {"disclosed"}


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("https://www.cleveland.pcc.police.uk/foi/1", "cleveland-pcc"),
        ("https://suffolk-pcc.gov.uk/log/2014", "suffolk-pcc"),
        ("https://www.northyorkshire-pfcc.gov.uk/foi/1", "north-yorkshire-pcc"),
        ("https://northantspfcc.org.uk/foi-1", "northamptonshire-pcc"),
        ("https://northyorkshire-pfcc.example.co.uk/foi/1", None),
        ("https://lyonesse-pcc.gov.uk/foi/1", None),
    ],
)
def test_site_of_a_commissioner_is_told_by_the_place_in_its_name(site: str, expected: str | None) -> None:
    found = read(LETTER.format(request="How many?", response="No information is held."), url=site).authority
    assert (found and found.id) == expected


def test_release_of_a_government_is_not_the_answer_of_the_force_it_is_about() -> None:
    text = (
        "Police Scotland meetings: FOI release\nInformation requested\n1. The minutes of all meetings with Police "
        "Scotland.\nResponse\nI enclose the information."
    )
    assert read(text, url="https://gov.scot/publications/foi-1").authority is None
    assert read(text).authority is not None


def test_body_that_a_request_greets_is_asked_and_not_one_it_speaks_of() -> None:
    found = read(
        "Dear National Police Chiefs Council,\nPlease provide correspondence with the Information Commissioner's "
        "Office.\nYours faithfully,"
    ).authority
    assert found is not None
    assert found.id == "npcc"


def test_letters_that_name_several_things_name_no_technology() -> None:
    found = read(LETTER.format(request="1. How many storage devices (NAS, SAN)?\n2. Axon Tasers?", response="None."))
    assert {mention.technology for mention in found.technologies} == {"taser"}


def test_a_common_word_that_opens_a_line_is_no_name_of_a_product() -> None:
    title = read("Spot and Search\n" + LETTER.format(request="How long is it kept?", response="Seven years."))
    assert title.technologies == ()
    named = read(LETTER.format(request="Does the force own a robot called Spot?", response="No."))
    assert {mention.technology for mention in named.technologies} == {"robot-dog"}


def test_hidden_labels_of_a_technology_are_read_like_its_names() -> None:
    found = read(LETTER.format(request="How many people were tasered?", response="None."))
    assert {mention.technology for mention in found.technologies} == {"taser"}


def test_paragraphs_of_guidance_are_no_answers() -> None:
    found = read(
        "Our ref: 12/2023\nRequest:\nPlease send the papers.\nResponse:\nSection 14 – Vexatious Requests\n"
        "The guidance states:\n69. The effort of redacting cannot be claimed.\n70. It is grossly oppressive.\n"
    )
    assert [part.answers for part in found.responses] == [()]
    assert [position.outcome for part in found.responses for position in part.positions] == ["vexatious"]


def test_first_row_that_fits_gives_the_outcome() -> None:
    assert plain_outcome("not-confirmed", None, "exempt", None) == "ncnd"
    assert plain_outcome("not-confirmed", None, "cost-limit-confirm-or-deny", None) == "cost-limit"
    assert plain_outcome("held", "disclosed-part", "exempt", None) == "partly-disclosed"
    assert plain_outcome(None, None, None, None) == "not-visible"
    assert len(table()) > 15


def test_axes_of_the_table_are_outcome_codes() -> None:
    axes = ("holding", "disclosure", "ground", "process")
    known = {(code.axis, code.id) for code in load_vocabulary().outcomes.values()}
    said = {(axis, value) for row, _ in table() for axis, value in zip(axes, row, strict=True) if value != "*"}
    assert said - known == set()


def test_version_of_the_reader_names_distribution_and_content() -> None:
    version = reader_version(load_vocabulary())
    distribution, _, digits = version.partition("+")
    assert distribution[0].isdigit()
    assert len(digits) == 12
    assert set(digits) <= set("0123456789abcdef")
    assert version == reader_version(load_vocabulary())
    other = replace(load_vocabulary(), authorities={})
    assert reader_version(other) != version


@pytest.mark.parametrize(
    "text",
    [
        "Freedom of Information\nYou have a right to ask for information that Fenshire Police holds.\n"
        "We will reply within 20 working days.\nSome information is exempt under sections 23, 31 and 40.",
        "Why section 23 is overused\nIn this post I look at how forces use section 23(5) to neither confirm nor deny.",
        "FOI statistics 2022\nRequests received: 1,204\nRefused under section 12: 301\nRefused under section 31: 122",
        "Police refuse to say how many drones they own\nBy Ann Reporter\nA force has refused to tell the Gazette, "
        "citing section 31 of the Freedom of Information Act. A spokesman said that it was exempt.",
        "Section 31 – Law enforcement\nGuidance\nSection 31(1)(a) exempts information whose disclosure would prejudice "
        "the prevention of crime. It is a qualified exemption.",
    ],
)
def test_text_about_the_law_is_no_answer_of_anybody(text: str) -> None:
    found = read(text)
    assert (found.kind, found.citations, found.responses) == ("not-a-disclosure", (), ())


def test_the_section_of_a_site_that_is_pointed_to_is_relied_on() -> None:
    text = (
        "Under section 21 of the Act, we are not required to provide information if it is reasonably accessible "
        "to you. The information you requested is available on the website of the Commissioner."
    )
    assert relied("How many?", text) == {("21", False)}


def test_a_subsection_in_two_brackets_is_the_one_of_the_act() -> None:
    found = read(LETTER.format(request="Who?", response="It is withheld by virtue of Section 40(2) and 40(3)(A)(a)."))
    assert [(c.section, c.provision) for c in found.citations if c.role == "relied-on"] == [
        ("40(2)", "foia2000-40-2"), ("40(3)(a)(a)", "foia2000-40-3a-a"),
    ]  # fmt: skip
    both = read(LETTER.format(request="Who?", response="It is withheld by virtue of Section 40(2)(3A)(a)."))
    assert {c.section for c in both.citations if c.role == "relied-on"} == {"40(2)", "40(3A)(a)"}


def test_an_address_of_the_ministry_is_not_of_its_police() -> None:
    text = "Air Command\nE-mail: foi@mod.uk\n" + LETTER.format(request="How many?", response="None is held.")
    assert read(text).authority is None


def test_a_request_on_a_request_site_is_a_disclosure_to_come_and_its_attachments_need_not_be() -> None:
    text = "Military police independence\nI prefer electronic means. Please provide all documentation on oversight."
    assert read(text, "https://www.whatdotheyknow.com/cy/request/independence").kind == "disclosure"
    attached = "https://www.whatdotheyknow.com/request/1/response/2/attach/3/notice.pdf"
    assert read("A right of appeal exists.", attached).kind == "not-a-disclosure"


def test_sections_with_their_titles_in_brackets_go_on_in_the_next_line() -> None:
    text = (
        "I neither confirm nor deny that this is held, as permitted under Sections 24\n"
        "(National Security) and 31 (Law Enforcement) of the Freedom of Information\nAct 2000."
    )
    assert relied("How many?", text) == {("24", True), ("31", True)}


def test_a_card_of_exemptions_bears_what_is_neither_confirmed_nor_denied() -> None:
    text = (
        "Request Details:\nHow many?\nExemptions Applied:\nSection 24\nSection 31\nResponse:\nA sheet is enclosed.\n"
        "Fenshire Police can neither confirm nor deny that it holds any other information.\n"
    )
    assert {(c.section, c.ncnd) for c in read(text).citations if c.role == "relied-on"} == {("24", True), ("31", True)}


def test_what_a_letter_says_that_it_does_not_cover_is_not_what_it_is_about() -> None:
    answer = "This is about drones. It does not cover other systems such as facial recognition."
    found = read(LETTER.format(request="How many drones?", response=answer))
    assert {mention.technology for mention in found.technologies} == {"drone"}


def test_a_reference_may_stand_on_the_line_below_the_words_for_it() -> None:
    thanks = "Thank you for your enquiry which has been logged under the reference\n1241."
    found = read(f"Dear Fenshire Police,\nHow many?\n\n{thanks}").reference
    assert found is not None
    assert found.value == "1241"


def test_facial_recognition_asked_for_with_cameras_on_officers_is_that() -> None:
    asked = "1. Was live facial recognition deployed?\n2. Was any type used in conjunction with body-worn video?"
    found = read(LETTER.format(request=asked, response="No information is held."))
    assert {one.technology for one in found.technologies} == {"live-facial-recognition", "facial-recognition-body-worn"}
    alone = read(LETTER.format(request="How often was Taser used with body-worn video?", response="Twice."))
    assert "body-worn-video" in {one.technology for one in alone.technologies}
