"""Rules by which an answer is told to be numbered, confined, reasoned, or no answer at all."""

from __future__ import annotations

import re

from .. import numbers
from ..beginnings import compiled
from ..rulefile import rules_of
from ..rules import Rule

NUMBERED = Rule(
    "response.numbered",
    "an answer under the number of its question",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. How many?\nResponse 1:\nNo information is held.",
            "No information is held.",
        ),
    ),
)
WHOLE = Rule(
    "response.whole",
    "an answer to the request as a whole",
    examples=(
        ("FOI Reference: 1/22\nRequest:\nHow many?\nResponse:\nNo information is held.", "No information is held."),
    ),
)
SAID = Rule(
    "position.said",
    "sentences of the answer say it",
    examples=(
        ("FOI Reference: 1/22\nRequest:\nHow many?\nResponse:\nNo information is held.", "No information is held."),
    ),
)
CITED = Rule(
    "position.cited",
    "the answer consists of the provisions relied on",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\nHow many?\nResponse:\nSection 31(1) – Law Enforcement",
            "Section 31(1) – Law Enforcement",
        ),
    ),
)
NARRATIVE = Rule(
    "position.narrative",
    "the answer is given in words or figures",
    examples=(
        ("FOI Reference: 1/22\nRequest:\n1. How many?\nResponse 1:\nThere were 31 of them.", "There were 31 of them."),
    ),
)
REFERRED = Rule(
    "position.referred",
    "the answer to another question is the answer here too",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. How many?\n2. Where?\nResponse 1:\nNo information is "
            "held.\nResponse 2:\nSee answer to Q1.",
            "See answer to Q1.",
        ),
    ),
)
NOTICE_OF_COST = Rule(
    "ground.notice-of-cost",
    "a refusal whose notice is one under section 17(5), of which the Act knows two, and how the data are kept its "
    "reason: it is for cost (FOIA 2000, s. 17(5))",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nI am not obliged to supply the information. Section 17(5) of the Act "
            "requires this notice. The following exemption applies:\nThe data are not routinely collated.",
            "I am not obliged to supply the information",
        ),
    ),
)
_BY_ID = rules_of(__package__, "positions.toml", {"NUMBER_LIST": numbers.LIST})
FACET = _BY_ID["position.facet"]
OTHER_FACET = _BY_ID["position.other-facet"]
SCOPE = _BY_ID["position.scope"]
REASON = _BY_ID["position.stated-reason"]
FACET_LEAD = _BY_ID["position.facet-lead"]
HELD = _BY_ID["holding.held"]
SAYS_HELD = _BY_ID["holding.says-held"]
PROCEDURAL = _BY_ID["position.procedural"]
FOR_THE_REST = _BY_ID["position.for-the-rest"]
OF_THE_REST = _BY_ID["position.of-the-rest"]
POINTS_AT_RESPONSE = _BY_ID["position.points-at-response"]
CONFIRMING_COSTS = _BY_ID["position.confirming-costs"]
ALL_BUT_EXEMPT = _BY_ID["position.all-but-exempt"]
UPHOLDS = _BY_ID["position.upholds"]
REST_ATTACHED = _BY_ID["position.rest-attached"]
DECIDED = _BY_ID["position.decided"]
IT_ANSWERS = _BY_ID["position.it-answers"]
GIVEN_THERE = _BY_ID["position.given-there"]
EXCEPTED = _BY_ID["position.excepted"]
OF_ANOTHER_PART = _BY_ID["position.of-another-part"]
SAYS_FIGURE = _BY_ID["position.says-figure"]
GIVES_OTHERS = _BY_ID["position.gives-others"]
CONFINED = _BY_ID["position.confined-refusal"]
LABELLED = _BY_ID["position.labelled"]
ALL_ASKED = _BY_ID["position.all-asked"]
COST_OF_DETAIL = _BY_ID["position.cost-of-a-detail"]
OF_COST_NOTICE = _BY_ID["position.notice-of-cost-words"]
COLLATED = _BY_ID["position.collated"]
BESIDES = _BY_ID["position.besides"]
NONE_HELD = _BY_ID["position.none-held"]
APPLIED_TO_PART = _BY_ID["position.applied-to-part"]
ROW_NOT_HELD = _BY_ID["position.row-not-held"]
COUNTED = _BY_ID["position.begins-with-count"]
NOT_APPLICABLE = _BY_ID["position.not-applicable"]
NOTICE = _BY_ID["position.notice"]
MENTIONS = _BY_ID["position.mentions"]
REMAINING = _BY_ID["position.remaining-questions"]
NOTE = _BY_ID["position.note"]
COMPARES = _BY_ID["position.compares"]
GIVES_BELOW = _BY_ID["position.gives-below"]
FOR_REASONS = _BY_ID["position.for-reasons"]
OF_REQUEST = _BY_ID["position.of-whole-request"]
FOLLOWS = _BY_ID["position.follows"]
OUTLINED = _BY_ID["position.outlined"]
KEPT_ALONE = _BY_ID["position.kept-alone"]
GIVEN_ALL_THE_SAME = _BY_ID["position.given-all-the-same"]
GIVEN_FIRST = _BY_ID["position.given-first"]
ELSE_COSTS = _BY_ID["position.else-costs"]
FOR_ANYTHING_ELSE = _BY_ID["position.for-anything-else"]
ENCLOSED = _BY_ID["position.response-enclosed"]
ADDED = _BY_ID["position.added"]
REMAINDER = _BY_ID["position.remainder"]
GOODWILL = _BY_ID["position.goodwill"]
GOES_ON = _BY_ID["position.goes-on"]
POINTS_BELOW = _BY_ID["position.points-below"]
NAMES_REFUSED = _BY_ID["position.names-refused"]
TO_FOLLOW = _BY_ID["position.to-follow"]
CAVEAT = _BY_ID["position.caveat"]
GIVES_ALL = _BY_ID["position.gives-all"]
SINCE_ANOTHER = _BY_ID["position.since-another"]
WHOLE_REFUSED = _BY_ID["position.whole-refused"]
OF_ALL = _BY_ID["position.of-all"]
GIVES_FIRST = _BY_ID["position.gives-first"]
REMOVED = _BY_ID["position.removed"]
AT_ANNEX = _BY_ID["position.at-annex"]
FIGURE_ANSWERS = _BY_ID["position.figure-answers"]
DECIDES_NOW = _BY_ID["position.decides-now"]
OF_COMPLAINT = _BY_ID["position.of-complaint"]
OF_ONE_THING = _BY_ID["position.not-held-of-one-thing"]
ALL_BUT = Rule(
    "position.all-but",
    "most is given, and what is kept back is of the questions named: the others are given, where nothing else is said",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. How many?\n2. Their names.\nResponse:\nWhile most of it is attached, "
            "I am withholding information for question 2, exempt under section 40(2).",
            "While most of it is attached, I am withholding information for question 2, exempt under section 40(2).",
        ),
    ),
)
GIVEN_THEN_REFUSED = Rule(
    "position.given-then-refused",
    "something of the question is given, and a refusal further on names the question too",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. How many, by type?\n2. A breakdown.\nResponse:\n1. There are 589.\n1 "
            "& 2.\n"
            "They will not be broken down and we rely on the following exemption.\nSection 31(1)(a) – Law Enforcement",
            "There are 589.",
        ),
    ),
)
GIVEN_AND_REFUSED = Rule(
    "position.given-and-refused",
    "of a request that is not parted, something is given and something refused in its one answer",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\nThe speed of the car, and pictures.\nResponse:\nMaximum: 65km/h\n"
            "Minimum: 5km/h\nIn relation to the pictures, we deem this exempt by virtue of section 40(2).",
            "exempt by virtue",
        ),
    ),
)
FIGURE_FIRST = Rule(
    "position.figure-first",
    "a numbered answer begins with a figure; the provisions below it, by which no sentence refuses, are of the rest",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. How many, by town?\nResponse:\n1. Fenford 29, Eastwold 17\n"
            "The following exemptions are relevant to small towns:\nSection 31(1)(a) – Law Enforcement",
            "Fenford 29, Eastwold 17",
        ),
    ),
)
FIRST_LOST = Rule(
    "position.first-number-lost",
    "a table ends right above the answer to the second question, and the first has no other: it stands in its place",
    examples=(
        (
            "FOI Reference: 1/22\nYou asked:\n1. How many, by kind?\n2. How many were crimes?\nIn Response:\nI am "
            "able to disclose the located information as follows.\nNuisance 62\nLost or found 14\n2. There were 4.",
            "Nuisance 62",
        ),
        ("FOI Reference: 1/22\nYou asked:\n1. How many?\nIn Response:\nNuisance 62\nLost or found 14", None),
    ),
)
ROW = compiled(
    r"^(?![^\n]*\b(?:act|request|ref|reference|foi|telephone|section)\b)[A-Za-z][^\n?|]{2,120}[\s|]"
    r"(?!(?:19|20)\d\d$)£?\d[\d,.]{0,12}%?",
    re.IGNORECASE,
)
"""A row of a table: words, and a figure behind them that is no year."""
FIGURES = compiled(r"^(?=[^\n]{0,60}\d)(?![^\n]*\b(?:sections?|act|s\.?\d))[^\n]{1,60}$", re.IGNORECASE)
FIGURE_ALONE = compiled(r"£?\d[\d,.]{0,12}%?\s?\|?")
"""A cell of a table that holds a figure."""
YEAR_ALONE = compiled(r"(?:19|20)\d\d\s?\|?")
"""A cell of a table that holds a year."""
BEGINS_WITH_FIGURE = compiled(r"\W{0,2}\d")
FEWEST_FIGURES = 2
"""Short lines with figures above a refusal that make a table of what is given."""
RULES: tuple[Rule, ...] = (
    NUMBERED, WHOLE, SAID, CITED, NARRATIVE, REFERRED, NOTICE_OF_COST, ALL_BUT, GIVEN_THEN_REFUSED, GIVEN_AND_REFUSED,
    FIGURE_FIRST, FIRST_LOST, *_BY_ID.values(),
)  # fmt: skip
STRONG = frozenset({"ncnd", "cost", "vexatious", "repeated"})
