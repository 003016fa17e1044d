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
OF_COST_NOTICE = compiled(r"\bsection 17\s?\(5\)", re.IGNORECASE)
COLLATED = compiled(
    r"\bnot (?:routinely |readily |easily |centrally )(?:collated|recorded|held|available|retrievable|searchable)\b|"
    r"\bmanual(?:ly)?\b[^.\n]{0,60}\b(?:search|review|read|interrogat|examin|trawl)",
    re.IGNORECASE,
)
"""The notice of a refusal for cost or as vexatious, and how the data are kept, which is a reason of cost."""
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
REST_ATTACHED = _BY_ID["position.rest-attached"]
DECIDED = _BY_ID["position.decided"]
IT_ANSWERS = _BY_ID["position.it-answers"]
GIVEN_THERE = _BY_ID["position.given-there"]
EXCEPTED = _BY_ID["position.excepted"]
OF_ANOTHER_PART = _BY_ID["position.of-another-part"]
SAYS_FIGURE = _BY_ID["position.says-figure"]
GIVES_OTHERS = _BY_ID["position.gives-others"]
CONFINED = _BY_ID["position.confined-refusal"]
COST_OF_DETAIL = _BY_ID["position.cost-of-a-detail"]
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
FIGURES = compiled(r"^(?=[^\n]{0,60}\d)(?![^\n]*\b(?:sections?|act|s\.?\d))[^\n]{1,60}$", re.IGNORECASE)
FIGURE_ALONE = compiled(r"£?\d[\d,.]{0,12}%?\s?\|?")
"""A cell of a table that holds a figure."""
BESIDES = compiled(r"(?:besides|in addition to|other than|apart from)\s[^,\n]{3,90},", re.IGNORECASE)
"""Before the words of a sentence: what it is not about."""
BEGINS_WITH_FIGURE = compiled(r"\W{0,2}\d")
FEWEST_FIGURES = 2
"""Short lines with figures above a refusal that make a table of what is given."""
NONE_HELD = compiled(
    r"\bdo(?:es)? not hold (?:the|that) information\b|\bno information (?:is )?held\b|"
    r"\bnotice (?:under|in terms of) section 17\b",
    re.IGNORECASE,
)
"""Words that say that nothing is held, beside a refusal for cost; others give the reason for the cost."""
APPLIED_TO_PART = compiled(r"\bappl(?:ied|ies|y)\b", re.IGNORECASE)
ROW_NOT_HELD = compiled(
    r"[^\n]{1,30}[-–:|]\s?(?:no information (?:is )?held|no recorded information|not held|not recorded)\b",
    re.IGNORECASE,
)
"""A row of a table for which nothing is held."""
COUNTED = compiled(r"there (?:were|was|are|is|have been|has been) (?:a total of )?\d", re.IGNORECASE)
"""A count that is given, in an answer that no heading opens."""
NOT_APPLICABLE = compiled(r"n\s?/\s?a\b|not applicable\b", re.IGNORECASE)
NOTICE = compiled(
    r"\bnot obliged to (?:supply|provide|disclose)\b|\brefusal notice\b|\bfollowing exemptions?\b", re.IGNORECASE
)
"""Words that go with neither confirming nor denying as well as with a refusal."""
FOR_REASONS = compiled(r"\b(?:for the following reasons?|for the reasons? (?:given |set out )?below)\b", re.IGNORECASE)
"""Words of a refusal above numbered paragraphs: those give its reasons, and are no answers in words."""
OF_REQUEST = compiled(
    r"\b(?:with|to) (?:your|this) request would\b|\b(?:your|this) request would\b|"
    r"\bcompl(?:y|ying|iance) with (?:your|this) request\b",
    re.IGNORECASE,
)
OUTLINED = compiled(r"\b(?:as )?(?:outlined|set out|detailed|given|provided) below\b", re.IGNORECASE)
KEPT_ALONE = compiled(r"(?:exempt|withheld|refused)\b", re.IGNORECASE)
"""A sentence that says of all that is asked that it is kept back: what is said to be set out below is this."""
GIVEN_ALL_THE_SAME = compiled(
    r"\battached\b|\bprovided? (?:below|here|in)\b|\bis (?:given|shown) below\b", re.IGNORECASE
)
GIVEN_FIRST = compiled(
    r"\bplease find\b[^.\n]{0,60}\b(?:information|tables?|figures|data)\b|\b(?:information|data|"
    r"figures)\b[^.\n]{0,60}\b"
    r"(?:is|are) (?:provided|given|set out|attached|enclosed|shown|supplied)\b",
    re.IGNORECASE,
)
ELSE_COSTS = compiled(
    r"(?:unfortunately|however|regrettably|(?:i|we) (?:regret|am afraid|are afraid)|with regards? to|as for|"
    r"we do not)\b",
    re.IGNORECASE,
)
"""How an answer that gives something begins, and the sentence that says of what else it would cost too much."""
FOR_ANYTHING_ELSE = compiled(r"for anything else\b", re.IGNORECASE)
"""How a sentence begins below an answer in words, for what it leaves out."""
ENCLOSED = compiled(r"please (?:find|see) (?:attached|enclosed|below) (?:our|my|the) response\.?$", re.IGNORECASE)
"""Words of any letter over its answer, which may be that nothing is held."""
ADDED = compiled(r"(?:in addition|additionally|furthermore)\b", re.IGNORECASE)
"""How a sentence begins that keeps back something else than the one above it."""
REMAINDER = compiled(
    r"\b(?:data|information|figures|details)\b[^.\n]{0,30}\b(?:remainder|rest) of (?:this|the|your)\b|"
    r"\bfor all other (?:items|points|questions|parts)\b",
    re.IGNORECASE,
)
"""Words for what is given, beside what is kept back."""
GOODWILL = compiled(r"\bgoodwill\b|\bfigures have been provided\b|\bsection 16\b", re.IGNORECASE)
RULES: tuple[Rule, ...] = (
    NUMBERED, WHOLE, SAID, CITED, NARRATIVE, REFERRED, NOTICE_OF_COST, FACET, OTHER_FACET, SCOPE, REASON, FACET_LEAD,
    HELD, SAYS_HELD,
    FOR_THE_REST, OF_THE_REST, POINTS_AT_RESPONSE, CONFIRMING_COSTS, REST_ATTACHED, ALL_BUT, DECIDED, IT_ANSWERS,
    GIVEN_THERE, EXCEPTED,
    OF_ANOTHER_PART, CONFINED, COST_OF_DETAIL, OF_ONE_THING, GIVEN_THEN_REFUSED,
    GIVEN_AND_REFUSED, SAYS_FIGURE, GIVES_OTHERS,
    FIGURE_FIRST, PROCEDURAL,
)  # fmt: skip
STRONG = frozenset({"ncnd", "cost", "vexatious", "repeated"})
