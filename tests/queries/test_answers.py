"""What the canned queries answer about a few fictional letters: every row, none twice, nothing that was only named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from foigraph.core.errors import NotFoundError
from foigraph.core.table import Value
from foigraph.queries.answer import Answer

BASE = "https://letters.example/foi/"
Ask = Callable[..., Answer]

SPLIT, FLAT, JOINT = "12/2023", "FOI 77/22", "5/2024"
BOTH = "Harrowmere Constabulary; Vale of Wexcombe Police"


def rows(found: Answer, *columns: str) -> list[tuple[Value, ...]]:
    places = [found.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in found.rows]


# who relied on what


def test_a_whole_section_finds_its_subsections_and_each_citation_once(ask: Ask) -> None:
    found = ask("forces-citing-exemption", exemption="23")
    assert rows(found, "reference", "date", "questions", "outcome", "as_written", "section", "status", "rule") == [
        (SPLIT, "2023-05-02", "1, 2, 10", "ncnd", "section 23", "23", "explicit", "citation.list"),
        (FLAT, "2022-03-01", "whole request", "ncnd", "23(5)", "23(5)", "explicit", "citation.list"),
    ]
    assert rows(found, "context", "disclosure")[0] == (
        "We neither confirm, section 23 applies",
        BASE + "disclosure/harrowmere/12-2023",
    )


def test_what_is_only_inferred_says_so(ask: Ask) -> None:
    found = ask("forces-citing-exemption", exemption="section 23(5)")
    assert rows(found, "reference", "section", "status", "rule") == [
        (SPLIT, "23", "inferred", "inferred.ncnd-limb"),
        (FLAT, "23(5)", "explicit", "citation.list"),
    ]
    assert found.heading == (
        "Forces that relied on section 23(5) (NCND: security bodies), of the 6 documents in this graph; "
        "includes provisions inferred by rule"
    )


def test_what_is_inferred_can_be_left_out(ask: Ask) -> None:
    found = ask("forces-citing-exemption", exemption="23(5)", include_inferred="no")
    assert rows(found, "reference", "status") == [(FLAT, "explicit")]
    assert found.heading.endswith("; only provisions as the letters wrote them")
    assert not ask("forces-citing-exemption", exemption="EIR 12", include_inferred="no").rows
    assert rows(ask("forces-citing-exemption", exemption="EIR 12"), "section", "status") == [("12(5)(b)", "inferred")]


def test_a_joint_answer_is_one_row_with_both_names(ask: Ask) -> None:
    found = ask("forces-citing-exemption", exemption="31")
    assert rows(found, "authority", "reference", "section") == [(BOTH, JOINT, "31(1)(a)")]
    for force in ("harrowmere", "wexcombe"):
        assert ask("forces-citing-exemption", exemption="31", force=force).rows == found.rows
    assert ask("forces-citing-exemption", exemption="31", force=["harrowmere", "wexcombe"]).rows == found.rows


def test_overlapping_values_give_no_row_twice(ask: Ask) -> None:
    one = ask("forces-citing-exemption", exemption="23")
    several = ask("forces-citing-exemption", exemption=["23", "23(5)", "foia2000-23"])
    assert several.rows == one.rows


def test_a_provision_of_another_act_is_another_provision(ask: Ask) -> None:
    assert rows(ask("forces-citing-exemption", exemption="FOISA 30(b)"), "section") == [("30(b)(i)",)]
    assert not ask("forces-citing-exemption", exemption="30").rows


@pytest.mark.parametrize(
    ("filters", "references"),
    [
        ({"year": "2022"}, [FLAT]),
        ({"year": ["2022", "2023"]}, [SPLIT, FLAT]),
        ({"technology": "facial-recognition"}, [SPLIT, FLAT]),
        ({"technology": "drone"}, [SPLIT]),
        ({"technology": "biometrics", "force": "wexcombe"}, [FLAT]),
        ({"force": "norbrook"}, []),
    ],
)
def test_an_answer_can_be_narrowed(ask: Ask, filters: dict[str, str | list[str]], references: list[str]) -> None:
    found = ask("forces-citing-exemption", exemption="23", **filters)
    assert [reference for (reference,) in rows(found, "reference")] == references
    assert found.summary is not None
    assert sum(count for (count,) in rows(found.summary, "documents") if isinstance(count, int)) == len(references)


def test_the_summary_counts_written_and_inferred_apart(ask: Ask) -> None:
    summary = ask("forces-citing-exemption", exemption="23(5)").summary
    assert summary is not None
    assert summary.rows == (("Harrowmere Constabulary", 1, 0, 1), ("Vale of Wexcombe Police", 1, 1, 0))


def test_written_and_inferred_provisions_are_told_apart(ask: Ask) -> None:
    found = ask("explicit-and-inferred", disclosure=SPLIT)
    assert rows(found, "provision", "status", "rule", "as_written") == [
        ("23", "explicit", "citation.list", "section 23"),
        ("23(5)", "inferred", "inferred.ncnd-limb", "section 23"),
        ("24(2)", "explicit", "citation.list", "24(2)"),
    ]
    everything = rows(ask("explicit-and-inferred"), "provision", "status")
    assert ("999", "explicit") in everything  # the vocabulary lacks it, the letter has it
    assert ("12(5)(b)", "inferred") in everything
    assert rows(ask("explicit-and-inferred", exemption="23(5)"), "provision") == [("23(5)",), ("23(5)",)]


def test_provisions_relied_on_together_count_what_was_written(ask: Ask) -> None:
    found = ask("cited-together")
    assert len(found.rows) == 1
    one, other, documents, forces = found.rows[0]
    assert "s.23:" in str(one)
    assert "s.24(2)" in str(other)
    assert (documents, forces) == (1, 1)
    assert ask("cited-together", exemption="24").rows == found.rows
    assert not ask("cited-together", exemption="31").rows


# positions and outcomes


def test_the_positions_of_a_letter_are_each_question_under_each_facet(ask: Ask) -> None:
    found = ask("positions", disclosure=SPLIT)
    assert rows(found, "question", "facet", "holding", "outcome", "provisions", "inferred_provisions") == [
        line
        for number in ("1", "2", "10")
        for line in (
            (number, "overt", "not-held", "not-held", None, None),
            (number, "covert", "not-confirmed", "ncnd", "23, 24(2)", "23(5)"),
        )
    ]
    for name in ("harrowmere/12-2023", BASE + "disclosure/harrowmere/12-2023"):
        assert ask("positions", disclosure=name).rows == found.rows


def test_a_question_without_a_position_has_a_row_without_an_outcome(ask: Ask) -> None:
    found = ask("positions", disclosure=JOINT)
    assert rows(found, "question", "asked", "outcome", "authority") == [
        ("1", "1. How many drones?", "refused", BOTH),
        ("2", "2. Which models?", None, BOTH),
    ]


def test_an_answer_to_the_whole_request_is_one_row(ask: Ask) -> None:
    found = ask("positions", disclosure=FLAT)
    assert rows(found, "question", "asked", "outcome", "provisions") == [("whole request", None, "ncnd", "23(5)")]


def test_a_disclosure_that_is_not_there_is_an_error_and_not_an_empty_answer(ask: Ask) -> None:
    for name in ("99/1999", "harrowmere/99-1999", "https://elsewhere.example/1"):
        with pytest.raises(NotFoundError, match="this graph holds no disclosure"):
            ask("positions", disclosure=name)
    assert (
        ask("explicit-and-inferred", disclosure="unknown/x0123456789ab").rows == ()
    )  # it is there, and relies on nothing


def test_answers_about_a_technology_include_kinds_of_it(ask: Ask) -> None:
    found = ask("answers-by-technology", technology="facial recognition")
    assert rows(found, "reference", "technologies", "question", "asked", "facet", "outcome", "provisions") == [
        (SPLIT, "Live facial recognition", "1", "1. What do you hold on it?", "overt", "not-held", None),
        (SPLIT, "Live facial recognition", "1", "1. What do you hold on it?", "covert", "ncnd", "23, 24(2)"),
        (FLAT, "Facial recognition", "whole request", "Do you use it?", None, "ncnd", "23(5)"),
    ]


def test_a_question_about_a_technology_that_was_not_answered_has_no_outcome(ask: Ask) -> None:
    found = ask("answers-by-technology", technology="drone", force="wexcombe")
    assert rows(found, "question", "outcome") == [("1", "refused"), ("2", None)]
    assert rows(ask("answers-by-technology", technology="drone", outcome="refused"), "question") == [("1",)]
    assert not ask("answers-by-technology", technology="drone", outcome="vexatious").rows


def test_refusals_to_confirm_are_counted_with_their_denominators(ask: Ask) -> None:
    found = ask("neither-confirm-nor-deny", technology="drone")
    assert found.rows == (
        ("Drones", "Harrowmere Constabulary", 2023, 1, 1),
        ("Drones", "Harrowmere Constabulary", 2024, 0, 1),
        ("Drones", "Norbrook & Isles Police", 2023, 0, 1),
        ("Drones", "Vale of Wexcombe Police", 2024, 0, 1),
    )
    assert found.heading.endswith("; only Drones and kinds of it")
    whole = ask("neither-confirm-nor-deny", force="wexcombe", year="2022")
    assert whole.rows == (("Facial recognition", "Vale of Wexcombe Police", 2022, 1, 1),)


def test_outcomes_are_counted_by_document_with_what_could_not_be_classified(ask: Ask) -> None:
    found = ask("outcomes-by-force")
    columns = ("authority", "documents", "partly_disclosed", "refused", "not_held", "ncnd", "unclassified")
    assert rows(found, *columns) == [
        ("Harrowmere Constabulary", 2, 0, 1, 1, 1, 0),
        ("Norbrook & Isles Police", 2, 1, 1, 0, 0, 0),
        ("Vale of Wexcombe Police", 2, 0, 1, 0, 1, 0),
        ("not identified", 1, 0, 0, 0, 0, 1),
    ]
    assert rows(ask("outcomes-by-force", year="2024"), "authority", "documents", "refused") == [
        ("Harrowmere Constabulary", 1, 1),
        ("Vale of Wexcombe Police", 1, 1),
    ]


def test_overt_and_covert_apart_and_one_flat_answer_are_told_apart(ask: Ask) -> None:
    found = ask("overt-and-covert")
    assert rows(found, "reference", "question", "kind", "overt", "covert", "undivided") == [
        (SPLIT, "1", "apart", "not-held", "ncnd", None),
        (SPLIT, "2", "apart", "not-held", "ncnd", None),
        (SPLIT, "10", "apart", "not-held", "ncnd", None),
        (FLAT, "whole request", "flat", None, None, "ncnd"),
    ]


# reasoning, gaps, trust


def test_factors_are_given_with_their_direction_provision_and_words(ask: Ask) -> None:
    found = ask("public-interest-factors", exemption="24")
    assert rows(found, "provision", "weighs", "words") == [
        ("24(2)", "confirming", "People want to know."),
        ("24(2)", "not-confirming", "Criminals would know."),
    ]
    assert rows(ask("public-interest-factors", favours="not confirming"), "weighs") == [("not-confirming",)]
    assert not ask("public-interest-factors", exemption="23").rows


def test_what_was_not_answered_is_listed(ask: Ask) -> None:
    assert rows(ask("unanswered"), "reference", "question", "left_out", "status") == [
        (JOINT, "1", "Drones", "inferred"),
        (JOINT, "2", None, "inferred"),
    ]
    assert rows(ask("unanswered", technology="aviation-robotics"), "question") == [("1",)]


def test_a_claim_stands_beside_the_law(ask: Ask) -> None:
    assert rows(ask("claims-about-the-law"), "section", "claimed", "law") == [
        ("23", "absolute", "absolute"),
        ("24(2)", "prejudice", "necessity"),
    ]


def test_documents_that_lost_something_are_listed(ask: Ask) -> None:
    found = ask("reading-problems")
    assert rows(found, "authority", "reference", "problem", "words") == [
        ("not identified", None, "attachment-not-read", None),
        ("not identified", None, "lead-in-without-list", "The following exemptions apply:"),
    ]


def test_the_graph_says_what_it_holds(ask: Ask) -> None:
    found = ask("documents-in-graph")
    assert found.rows == ((6, 3, 2022, 2024),)
    assert found.heading == "Documents in this graph"
