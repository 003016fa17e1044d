"""Rules by which a provision is taken to be relied on, or merely named."""

from __future__ import annotations

import re

from ..beginnings import compiled
from ..parts import Zone
from ..rulefile import rules_of
from ..rules import Rule

_BY_ID = rules_of(__package__, "citations.toml")
RELIED_ON = _BY_ID["citation.relied-on"]
AT_ONCE = _BY_ID["citation.at-once"]
CARD = _BY_ID["citation.card"]
BRACKETED = _BY_ID["citation.bracketed"]
TAKEN_BACK = Rule(
    "citation.taken-back",
    "the letter says further on that it is no longer relied on",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nWe neither confirm nor deny that it is held, by virtue of section 31(3). "
            "Section 31(3) is no longer relied upon.",
            "section 31(3)",
        ),
    ),
)
CUT_OFF = _BY_ID["citation.cut-off"]
APPLIES = _BY_ID["citation.applies"]
ONLY_PROVISIONS = _BY_ID["citation.alone"]
TITLED_IN_BRACKETS = _BY_ID["citation.titled-in-brackets"]
COLUMNS = _BY_ID["citation.columns"]
TO_COME = Rule(
    "citation.to-come",
    "the letter says that its answer is to come, and decides nothing: what it names may be relied on later",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nWe believe that section 31(1)(a) is engaged. We need until 4 June to "
            "weigh the public interest.",
            "section 31(1)(a)",
        ),
    ),
)
BESIDE = Rule(
    "citation.beside-decision",
    "the sentence, or the one beside it, keeps something back or will not confirm it, and nothing says otherwise",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nWe decline to provide the names, section 40(2) being our reason.",
            "section 40(2)",
        ),
        ("FOI Reference: 1/22\nResponse:\nThis is withheld. Section 40(2) is our reason.", "Section 40(2)"),
    ),
)
TITLED_BEFORE = _BY_ID["citation.titled-before"]
LISTED = _BY_ID["citation.listed"]
LOST_LIST = Rule(
    "citation.lost-list",
    "the list after the lead-in is gone; the lines explaining each exemption, which follow at once, show what it was",
    examples=(
        (
            "Response:\nWe can neither confirm nor deny that information is held, by virtue of the following "
            "exemptions:\n"
            "Section 31(3) is a qualified exemption.",
            "Section 31(3)",
        ),
    ),
)
STATES = Rule(
    "citation.quoted-for-decision",
    "words of the cost provision are quoted as the ground of a decision that names no other",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nFenshire Police are unable to confirm whether any information "
            "is held.\nSection 12(2) states: “…” "
            "The work would exceed the appropriate limit.",
            "Section 12(2)",
        ),
    ),
)
FOR_COST = Rule(
    "citation.named-for-cost",
    "a refusal for cost names section 12, if only to say what it is, and relies on no other provision",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nThe work would exceed the appropriate limit. Section 12 lets an authority "
            "refuse such requests. This letter is a refusal notice.",
            "Section 12",
        ),
    ),
)
REFUSES = _BY_ID["citation.refusal"]
RESTATED = Rule(
    "citation.restated",
    "the letter relies on a part of this section, so the whole is only spoken of",
    examples=(("Response:\nThis is withheld under section 31(1)(a).\nSection 31 is engaged.", "Section 31"),),
)
NAMED = Rule(
    "citation.named",
    "named, and nothing says that the authority relies on it",
    examples=(("FOI Reference: 1/22\nResponse:\nSection 16 of the Act asks us to help.", "Section 16"),),
)
INFERRED_23 = Rule(
    "citation.ncnd-23",
    "of section 23, only subsection (5) takes away the duty to confirm or deny",
)

REFUSED_BY = _BY_ID["citation.refused-by"]
EXPLAINS = _BY_ID["citation.explains"]
GENERIC = _BY_ID["citation.generic"]
NEGATED_AFTER = _BY_ID["citation.negated"]
NOT_EXEMPT_BY = _BY_ID["citation.statute-words"]
NEGATED_BEFORE = _BY_ID["citation.negated-before"]
HYPOTHETICAL = _BY_ID["citation.hypothetical"]
LEAD_IN = _BY_ID["citation.lead-in"]
MAY_APPLY = _BY_ID["citation.may-apply"]
DUTY_DISAPPLIED = compiled(r"\bdoes not apply|\bduty\b[^.\n]{0,80}\bnot\b", re.IGNORECASE)
OPENINGS = {"", "the", "under", "the following"}
LONGEST_TITLES = 250
TITLE = compiled(r"^\W{0,3}[A-Z‘“\"][^.\n]{2,90}$")
SMALL_TITLE = compiled(r"^\s?[-–:,]\s{0,2}[a-z][^.\n]{2,90}\.?$")
"""A title without a capital, behind a dash or a comma: of an item of a list of exemptions."""
CONFIRMING = compiled(r"\bconfirming (?:or|nor) denying\b", re.IGNORECASE)
"""Words of an argument about neither confirming nor denying."""
BARE_TITLE = compiled(r"^\s[a-z]{3,15}(?:\s[a-z]{2,15}){0,5}\.?$")
"""The same right behind the number, in the line right below what leads up to the list."""
LEAD_REACH = 12
"""Lines below a lead-in within which its list stands."""
DUTY_TO_SAY, NOTICES = "1", {"FOIA2000": "17", "FOISA2002": "16"}
COST_SECTIONS = {"12", "14", "21", "22", "22A"}
RULES: tuple[Rule, ...] = (
    TAKEN_BACK,
    TO_COME,
    BESIDE,
    LOST_LIST,
    STATES,
    FOR_COST,
    RESTATED,
    NAMED,
    INFERRED_23,
    *_BY_ID.values(),
)
OWN_ZONES: frozenset[Zone] = frozenset({"response", "heading"})
