"""The table of the law, held to lists of its own that were written down from the Acts and Regulations.

Each list names where it comes from. ``31(3)`` in a list stands for that part and all that is in it.
"""

from __future__ import annotations

import csv
import io
import re

import pytest

from foigraph.ontology.skos import vocabulary_quads
from foigraph.ontology.terms import FOI, concept
from foigraph.ontology.vocabulary import HERE, Provision, load_vocabulary

ROWS = list(csv.DictReader(io.StringIO((HERE / "provisions.csv").read_text(encoding="utf-8"), newline="")))
PROVISIONS = load_vocabulary().provisions
REGIMES = ("FOIA2000", "FOISA2002", "EIR2004", "EISR2004")

# FOIA 2000, Part II: the subsection of each section that says when the duty to confirm or deny does not arise.
# Section 21 has none. Section 40(5) was replaced by (5A) and (5B) on 25 May 2018 (DPA 2018, Schedule 19, paragraph 58).
LIMBS = {
    "FOIA2000": (
        "22(2)", "22A(2)", "23(5)", "24(2)", "26(3)", "27(4)", "28(3)", "29(2)", "30(3)", "31(3)", "32(3)", "33(3)",
        "34(2)", "35(3)", "36(3)", "37(2)", "38(2)", "39(2)", "40(5)", "40(5A)", "40(5B)", "41(2)", "42(2)", "43(3)",
        "44(2)",
    ),
    "FOISA2002": ("18(1)",),  # section 18(1)
    "EIR2004": ("12(6)", "13(5)", "13(5A)", "13(5B)"),  # regulations 12(6) and 13; 13(5) until 25 May 2018
    "EISR2004": ("10(8)", "11(6)"),  # regulations 10(8) and 11(6)
}  # fmt: skip

# What confers absolute exemption, or is mixed. All other exemptions and exceptions are qualified.
ABSOLUTE = {
    # Section 2(3), as amended by the Constitutional Reform and Governance Act 2010, Schedule 7, paragraph 2, and the
    # DPA 2018, Schedule 19, paragraph 56. 40(5A), and 40(5)(a) before, follow 40(1); 40(5B) is not on the list.
    "FOIA2000": (
        "21", "23", "32", "34", "37(1)(a)", "37(1)(aa)", "37(1)(ab)", "40(1)", "40(5A)", "40(5)(a)", "41", "44",
    ),
    # Section 2(2).
    "FOISA2002": ("25", "26", "36(2)", "37", "38(1)(a)", "38(1)(c)", "38(1)(d)"),
    # Regulations 5(3), 13(1)(a), 13(5B)(a); 13(5) as made asked for no public interest test.
    "EIR2004": ("5(3)", "13(1)(a)", "13(5)", "13(5B)(a)"),
    # Regulations 11(1) and 11(2)(a).
    "EISR2004": ("11(1)", "11(2)(a)"),
}  # fmt: skip
MIXED = {
    # Section 2(3)(e) (either House of Parliament), (ea), (f) and (fa).
    "FOIA2000": ("36", "37", "37(1)", "37(2)", "40", "40(2)", "40(2)(a)", "40(2)(b)", "40(5)"),
    # Section 2(2)(c) and (e).
    "FOISA2002": ("36", "38", "38(1)", "38(1)(b)"),
    # Regulations 12(1)(b), 12(3) and 13.
    "EIR2004": ("12", "12(3)", "13", "13(1)", "13(5A)", "13(5B)"),
    # Regulations 10(1)(b), 10(3) and 11.
    "EISR2004": ("10", "10(3)", "11", "11(2)", "11(6)"),
}
# The first condition makes an exemption for personal data absolute, the others do not. The first condition as it was
# until 2018 did so by paragraphs (a)(i) and (b): section 2(3)(f)(ii) as enacted, section 2(2)(e)(ii) of the FOISA.
CONDITIONS = {
    "FOIA2000": (("40(3A)", "40(3)(a)(i)", "40(3)(b)"), ("40(3)", "40(3)(a)")),
    "FOISA2002": (("38(2A)", "38(2)(a)(i)", "38(2)(b)"), ("38(2)",)),
    "EIR2004": (("13(2A)", "13(2)(a)(i)", "13(2)(b)"), ("13(2)",)),
    "EISR2004": (("11(3A)", "11(3)(a)(i)", "11(3)(b)"), ("11(3)",)),
}

# What has to be shown, by the words of each exemption; all others are by class.
TESTS = {
    # "would, or would be likely to, prejudice", inhibit (36) or endanger (38); "required for the purpose of".
    "FOIA2000": {
        "prejudice": ("22A", "26", "27(1)", "27(4)(a)", "28", "29", "31", "33", "36", "38", "43(2)", "43(3)"),
        "necessity": ("24", "34"),
        "class": ("27(2)", "27(4)(b)", "43(1)"),
        "mixed": ("27", "27(4)", "43"),
    },
    # "prejudice substantially" (30(b): inhibit substantially); 39(1) "endanger"; 31(1) "required for the purpose of".
    "FOISA2002": {
        "substantial_prejudice": ("27(2)", "28", "30", "31(4)", "32(1)(a)", "33(1)(b)", "33(2)", "35", "40"),
        "prejudice": ("39(1)",),
        "necessity": ("31(1)",),
        "class": ("27(1)", "32(1)(b)", "33(1)(a)", "39(2)"),
        "mixed": ("27", "31", "32", "32(1)", "33", "33(1)", "39"),
    },
    # "would adversely affect".
    "EIR2004": {"adverse_effect": ("12(5)", "12(6)"), "class": ("12(3)", "12(4)"), "mixed": ("12",)},
    # "would, or would be likely to, prejudice substantially".
    "EISR2004": {"substantial_prejudice": ("10(5)", "10(8)"), "class": ("10(3)", "10(4)"), "mixed": ("10",)},
}

# The first day, where it is not the day on which the regime began.
BEGAN = {"FOIA2000": "2005-01-01", "FOISA2002": "2005-01-01", "EIR2004": "2005-01-01", "EISR2004": "2005-01-01",
         "DPA2018": "2018-05-25", "UKGDPR": "2018-05-25"}  # fmt: skip
DAYS = {
    "FOIA2000": {
        "2000-11-30": ("3", "8", "84"),  # section 87(1)
        "2002-11-30": ("19", "45", "46", "58"),  # S.I. 2002/2812, article 2
        # Constitutional Reform and Governance Act 2010, Schedule 7; S.I. 2011/46, article 3
        "2011-01-19": ("2(3)(ea)", "37(1)(a)", "37(1)(aa)", "37(1)(ab)", "37(1)(ac)", "37(1)(ad)"),
        "2013-09-01": ("11(1A)", "11A", "11B", "19(2A)"),  # Protection of Freedoms Act 2012, section 102
        "2014-10-01": ("22A",),  # Intellectual Property Act 2014, section 20; S.I. 2014/2330
        # DPA 2018, Schedule 19, paragraphs 56 and 58; S.I. 2018/625
        "2018-05-25": ("2(3)(fa)", "40(3A)", "40(3B)", "40(4A)", "40(5A)", "40(5B)", "40(8)"),
    },
    "FOISA2002": {
        "2002-09-30": ("3", "3(1)", "60", "73"),  # S.S.I. 2002/437, article 2
        "2003-10-31": ("23", "56"),  # S.S.I. 2003/477, article 3
        "2005-01-01": ("3(2)",),  # S.S.I. 2004/203, article 3(2), with all that was left
        "2018-05-25": ("38(2A)", "38(2B)", "38(3A)", "38(5A)"),  # DPA 2018, Schedule 19
    },
    # DPA 2018, Schedule 19, Part 2 (paragraphs 311 and 312 for the EISR)
    "EIR2004": {"2018-05-25": ("13(1)(a)", "13(1)(b)", "13(2A)", "13(2B)", "13(3A)", "13(5A)", "13(5B)")},
    "EISR2004": {"2018-05-25": ("11(2)(a)", "11(2)(b)", "11(3A)", "11(3B)", "11(4A)", "11(7)")},
    "DPA2018": {"2018-05-23": ("3",)},  # section 212(2), on Royal Assent
}
# What ended on 24 May 2018, the day before Schedule 19 of the DPA 2018.
ENDED = {
    "FOIA2000": ("40(3)", "40(4)", "40(5)"),
    "FOISA2002": ("38(2)", "38(3)"),
    "EIR2004": ("13(2)", "13(3)", "13(5)"),
    "EISR2004": ("11(3)", "11(4)"),
}

# Paragraphs that letters cite and that have to be there: sections 2(3), 23 to 44 of the FOIA, Part 2 of the FOISA,
# regulation 12 of the EIR, regulation 10 of the EISR.
PARTS = {
    "FOIA2000": {
        "2(3)": "a b c d e ea f fa g h", "22(1)": "a b c", "26(1)": "a b", "27(1)": "a b c d", "29(1)": "a b",
        "30(1)": "a b c", "30(1)(a)": "i ii", "30(2)": "a b", "30(2)(a)": "i ii iii iv", "31(1)": "a b c d e f g h i",
        "31(2)": "a b c d e f g h i j", "32(1)": "a b c", "32(2)": "a b", "35(1)": "a b c d", "36(2)": "a b c",
        "36(2)(b)": "i ii", "37(1)": "a aa ab ac ad b", "38(1)": "a b", "40(2)": "a b", "40(3A)": "a b",
        "40(4A)": "a b", "40(5B)": "a b c d", "40(5B)(a)": "i ii", "41(1)": "a b", "44(1)": "a b c",
    },
    "FOISA2002": {
        "2(2)": "a b c d e", "26": "a b c", "29(1)": "a b c d", "30": "a b c", "30(b)": "i ii", "31(4)": "a b",
        "32(1)": "a b", "32(1)(a)": "i ii iii iv", "33(1)": "a b", "33(2)": "a b", "34(1)": "a b c",
        "34(1)(a)": "i ii", "34(2)": "a b", "35(1)": "a b c d e f g h", "35(2)": "a b c d e f g h i j",
        "36(2)": "a b", "37(1)": "a b", "38(1)": "a b c d", "38(2A)": "a b", "39(2)": "a b", "40": "a b", "41": "a b",
    },
    "EIR2004": {"12(4)": "a b c d e", "12(5)": "a b c d e f g", "13(5B)": "a b c d"},
    "EISR2004": {"10(4)": "a b c d e", "10(5)": "a b c d e f g", "13": "a b c d e"},
}  # fmt: skip

WORKS = {
    "FOIA2000": ("ukpga/2000/36/section", "s."), "FOISA2002": ("asp/2002/13/section", "s."),
    "EIR2004": ("uksi/2004/3391/regulation", "reg."), "EISR2004": ("ssi/2004/520/regulation", "reg."),
    "DPA2018": ("ukpga/2018/12/section", "s."), "UKGDPR": ("eur/2016/679/article", "Art."),
}  # fmt: skip
SCHEDULE = "dpa2018-sch19-para56-58"
"""The one row that is no section, regulation or article."""


def within(section: str, parts: tuple[str, ...]) -> bool:
    """Whether a provision is one of the parts, or in one."""
    return any(section == part or section.startswith(part + "(") for part in parts)


def closest(section: str, lists: dict[str, tuple[str, ...]]) -> str | None:
    """The name of the list that has the provision, or the narrowest part that it is in."""
    found = [(len(part), name) for name, parts in lists.items() for part in parts if within(section, (part,))]
    return max(found)[1] if found else None


def of(regime: str, *categories: str) -> list[Provision]:
    return [p for p in PROVISIONS.values() if p.regime == regime and (not categories or p.category in categories)]


@pytest.mark.parametrize("regime", REGIMES)
def test_limbs_for_neither_confirming_nor_denying_are_those_of_the_law(regime: str) -> None:
    assert {p.section for p in of(regime) if p.ncnd and within(p.section, LIMBS[regime])} >= set(LIMBS[regime])
    for provision in of(regime):
        assert provision.ncnd == within(provision.section, LIMBS[regime]), provision


def test_each_section_of_exemptions_has_a_limb_but_section_21() -> None:
    sections = {p.section for p in of("FOIA2000", "exemption") if "(" not in p.section}
    assert sections - {limb.partition("(")[0] for limb in LIMBS["FOIA2000"]} == {"21"}


def test_cost_and_vexation_are_no_limbs() -> None:
    for section in ("12", "12(1)", "12(2)", "14", "14(1)", "14(2)"):
        (provision,) = [p for p in of("FOIA2000") if p.section == section]
        assert (provision.category, provision.ncnd, provision.absoluteness) == ("refusal_ground", False, "n/a")


@pytest.mark.parametrize("regime", REGIMES)
def test_exemptions_are_absolute_where_the_law_lists_them_and_only_there(regime: str) -> None:
    for provision in of(regime, "exemption", "exception", "mixed"):
        if provision.category == "mixed" and not within(provision.section, MIXED[regime]):
            assert provision.absoluteness == "n/a", provision
            continue
        wanted = "absolute" if within(provision.section, ABSOLUTE[regime]) else "qualified"
        wanted = "mixed" if provision.section in MIXED[regime] else wanted
        assert provision.absoluteness == wanted, provision
    sections = {p.section for p in of(regime)}
    assert sections >= {*ABSOLUTE[regime], *MIXED[regime]}


@pytest.mark.parametrize("regime", REGIMES)
def test_only_the_first_condition_for_personal_data_is_absolute(regime: str) -> None:
    absolute, mixed = CONDITIONS[regime]
    for provision in of(regime, "condition"):
        wanted = "absolute" if within(provision.section, absolute) else "qualified"
        assert provision.absoluteness == ("mixed" if provision.section in mixed else wanted), provision
    assert {p.section for p in of(regime, "condition")} >= {*absolute, *mixed}


def test_what_is_no_exemption_is_neither_absolute_nor_qualified() -> None:
    kinds = {"exemption", "exception", "condition", "mixed", "ncnd_mechanism"}
    for provision in PROVISIONS.values():
        if provision.category not in kinds:
            assert (provision.absoluteness, provision.test) == ("n/a", "n/a"), provision


@pytest.mark.parametrize("regime", REGIMES)
def test_what_has_to_be_shown_is_what_the_words_ask(regime: str) -> None:
    for provision in of(regime, "exemption", "exception"):
        wanted = closest(provision.section, TESTS[regime]) or "class"
        if wanted == "mixed":
            assert provision.section in TESTS[regime]["mixed"], f"{provision.section}: a list has to say which test"
        assert provision.test == wanted, provision


@pytest.mark.parametrize("regime", sorted(BEGAN))
def test_days_of_commencement_and_of_amendments(regime: str) -> None:
    for provision in of(regime):
        wanted = closest(provision.section, DAYS.get(regime, {})) or BEGAN[regime]
        assert provision.in_force_from == wanted, provision
        ended = within(provision.section, ENDED.get(regime, ()))
        assert provision.in_force_to == ("2018-05-24" if ended else ""), provision
    sections = {p.section for p in of(regime)}
    assert sections >= {part for parts in DAYS.get(regime, {}).values() for part in parts}
    assert sections >= set(ENDED.get(regime, ()))


def test_no_part_begins_before_the_whole_or_outlives_it() -> None:
    for provision in PROVISIONS.values():
        if provision.parent:
            whole = PROVISIONS[provision.parent]
            assert provision.in_force_from >= whole.in_force_from, provision
            assert (provision.in_force_to or "9999") <= (whole.in_force_to or "9999"), provision


@pytest.mark.parametrize("regime", sorted(PARTS))
def test_every_paragraph_that_a_letter_may_cite_has_a_row(regime: str) -> None:
    sections = {p.section for p in of(regime)}
    wanted = {f"{whole}({part})" for whole, parts in PARTS[regime].items() for part in parts.split()}
    assert not wanted - sections
    assert not set(PARTS[regime]) - sections
    for whole, parts in PARTS[regime].items():
        below = {s for s in sections if re.fullmatch(re.escape(whole) + r"\([a-z]+\)", s)}
        assert below == {f"{whole}({part})" for part in parts.split()}


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_row_is_called_and_identified_as_its_section(row: dict[str, str]) -> None:
    """Identity of legislation.gov.uk, id and citation all follow from the section; the UK GDPR stops at the article."""
    if row["id"] == SCHEDULE:
        assert row["legislation_uri"] == "http://www.legislation.gov.uk/id/ukpga/2018/12/schedule/19/paragraph/56"
        return
    assert re.fullmatch(r"[0-9]+[A-Z]?", row["section"])
    assert re.fullmatch(r"(\([0-9]{1,2}[A-Z]{0,2}\)|\([a-z]{1,3}\))*", row["subsection"])
    parts = re.findall(r"\((\w+)\)", row["subsection"])
    work, abbreviation = WORKS[row["regime"]]
    path = [row["section"], *([] if row["regime"] == "UKGDPR" else parts)]
    assert row["legislation_uri"] == f"http://www.legislation.gov.uk/id/{work}/{'/'.join(path)}"
    assert row["citation"] == f"{abbreviation}{row['section']}{row['subsection']}"
    assert row["id"] == "-".join([row["regime"], row["section"], *parts]).lower()


@pytest.mark.parametrize(
    ("identifier", "identity"),
    [
        ("foia2000-23-5", "ukpga/2000/36/section/23/5"), ("foia2000-22a-2", "ukpga/2000/36/section/22A/2"),
        ("foia2000-40-5b-a-i", "ukpga/2000/36/section/40/5B/a/i"), ("foisa2002-18-1", "asp/2002/13/section/18/1"),
        ("eir2004-12-4-a", "uksi/2004/3391/regulation/12/4/a"), ("eisr2004-10-8", "ssi/2004/520/regulation/10/8"),
    ],
)  # fmt: skip
def test_identities_are_those_of_legislation_gov_uk(identifier: str, identity: str) -> None:
    assert PROVISIONS[identifier].legislation == f"http://www.legislation.gov.uk/id/{identity}"


def test_a_checked_row_says_against_what() -> None:
    for row in ROWS:
        assert row["source"], row["id"]
        assert row["verified"] != "checked" or not row["source"].startswith("general knowledge"), row["id"]


def test_a_superseded_row_says_so() -> None:
    for provision in PROVISIONS.values():
        assert bool(provision.in_force_to) == ("(superseded)" in provision.label), provision


def test_section_21_takes_away_no_duty_to_confirm_or_deny() -> None:
    quads = vocabulary_quads(load_vocabulary(), "https://example.org/law")
    removed = {
        q.object for q in quads if q.subject == concept("provision", "foia2000-21") and q.predicate == FOI.removesDuty
    }
    assert removed == {concept("provision", "foia2000-1-1-b")}
