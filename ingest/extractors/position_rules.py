"""Rules by which an answer is told to be numbered, confined, reasoned, or no answer at all."""

from __future__ import annotations

import re

from ..rules import Rule, rule

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
FACET = rule(
    "position.facet",
    "the answer differs for overt and for covert use",
    r"\b(?P<words>overt|covert)\s(?:use|deployment|purposes|basis|means|activit|tactic|practi|surveillance)",
    ("In relation to overt use", "overt"),
    ("use", None),
)
OTHER_FACET = rule(
    "position.other-facet",
    "the answer is about whatever else might be held",
    r"\bany (?:other|further|additional) information\b",
    ("holds any other information", "any other information"),
    ("any information", None),
)
SCOPE = rule(
    "position.scope",
    "what neither confirming nor denying is confined to",
    r"\b(?P<words>any (?:other|further|additional) information(?:\s(?:relating|relevant|pertaining|in relation|"
    r"that would)[^,;.\n]{0,80}?)?)(?=\sas\b|\s(?:is|was|were|exists?)\b|,|\.|;|\sby virtue|$)",
    (
        "holds any further information relating to your request as the duty",
        "any further information relating to your request",
    ),
    ("any information", None),
)
REASON = rule(
    "position.stated-reason",
    "the reason that the authority gives",
    r"\b(?:due to the fact that|because|since|for the reason that)\s(?P<words>[^\n]{3,600}?)[.]?$",
    ("none is held due to the fact that we have no cameras.", "we have no cameras"),
    ("none is held.", None),
)
FACET_LEAD = rule(
    "position.facet-lead",
    "the words before the subject that say which use is meant",
    r"^(?i:(?:in addition,? )?(?:in (?:relation|regards?|respect) to|with regards? to|regarding|as regards|"
    r"concerning|for))\s(?i:(?:the )?[^,\n]{0,40}?\buse\b)(?:\s(?i:of)\s[^,\n]{0,60}?)?,?\s(?=[A-Z]|we\b)",
    ("In relation to covert use Fenshire Police can", "In relation to covert use "),
    ("Fenshire Police can", None),
    flags=0,
)
HELD = rule(
    "holding.held",
    "the authority says that it holds the information",
    r"\b(?:information|it)(?: \w{1,12}){0,2} is held\b|\b(?:do|does) hold\b|\bholds (?:this|the|all)\b",
    ("I can confirm that the information is held.", "information is held"),
    ("no information", None),
)
SAYS_HELD = rule(
    "holding.says-held",
    "a sentence of its own says that the information is held",
    r"^(?![^\n]*\b(?:no|not|neither|nor|any|if)\b)[^\n]{0,60}?\bconfirm\b[^\n]{0,90}?\b(?:is held|does hold|do hold|"
    r"holds|hold)\b",
    ("I can confirm that the information is held.", "I can confirm that the information is held"),
    ("We can confirm that no information is held.", None),
    ("I can confirm that the force does not hold it.", None),
)
PROCEDURAL = rule(
    "position.procedural",
    "the sentence is about how the request was handled; it answers nothing",
    r"^(?:(?:for|as to|regarding) (?:questions?|points?|parts?|q)[^\n]{1,40} the following applies|searches were|"
    r"a search (?:has|was)|having made|your (?:request|clarification)|we have now|two departments|"
    r"our [^\n]{0,60} ha(?:s|ve) provided|please (?:find the|accept|note|see (?:the|below|attached))|norfolk and|"
    r"section \d|sec\b|additional information|n/a\b|in respect of|in accordance with|this (?:letter |"
    r"notice )?(?:represents|acts|serves)|i can confirm that(?! \d[\d,.]{0,12} [a-z])(?![^\n]{0,120}\b(?:there "
    r"(?:is|are|was|were)|had|spent|received|recorded|paid|issued|bought|has|have)\s[^\n]{0,40}\d)|"
    r"(?:the )?[^\n]{0,60} has considered your request|for anything else|https?://|\W{0,3}$|http|in the following|"
    r"the following|thank you|this letter|for (?:covert|overt) use|i have today|my decision|please be advised that)",
    ("Searches were conducted", "Searches were"),
    ("There were 9", None),
    ("I can confirm that the force spent £9,000.", None),
    ("I can confirm that 14 officers are trained.", None),
    ("For questions 1, 2, 4 & 5 the following applies.", "For questions 1, 2, 4 & 5 the following applies"),
)
FOR_THE_REST = rule(
    "position.for-the-rest",
    "what follows is about what was not given above",
    r"^(?:later|further|other|remaining|earlier|additional) (?:figures|data|information|details)\b|^whether\b|"
    r"\bfor anything (?:else|further)\b|\ball (?:the information )?(?:we|that) (?:will|can|hold)\b|\bin addition\b",
    ("For anything else we would rely on", "For anything else"),
    ("anything", None),
)
CONFINED = rule(
    "position.confined-refusal",
    "what is kept back is one thing among what was asked, and is named",
    r"\b(?:information|details?|data|figures?)\s(?:in relation to|relating to|regarding|concerning|about|on|for|"
    r"of)\s(?!(?:your|this|the|these|each|all)\s(?:\w{1,12}\s)?(?:request|questions?)|"
    r"(?:[\w’'-]{1,16}\s){0,4}questions?|q\d|all\b|this\b|that\b)[^\n]{0,120}?\b(?:exempt|withheld|redacted|"
    r"refused|not (?:been |being )?(?:released|disclosed|provided|supplied))\b|\b(?:withh(?:old|eld|olding)|"
    r"exempt(?:ed|ing)?|redacted|left out|removed)\s(?:the )?(?:information|"
    r"details?|data|figures?)\s(?:in relation to|relating to|regarding|concerning|about|on|for)\s(?!(?:your|this|"
    r"the|these|each|all)\s(?:\w{1,12}\s)?(?:request|questions?)|questions?|q\d|all\b|this\b|that\b)|^(?:an?|the|"
    r"any) (?:[\w’'-]{1,16}\s){0,3}breakdown\b|\b(?:disclose|release|give|provide|supply) (?:where|which|who|what|"
    r"the (?:whereabouts|locations?|names?))\b|\bbreak (?:this|it|these|them) down\b|\b(?:give|provide|release|"
    r"supply) (?:a|any) (?:further )?(?:split|breakdown)\b|^(?:however,? )?(?:the|their|its|"
    r"our) (?!(?:[\w’'-]{1,16}\s){0,3}(?:information|data|request|response|answer|"
    r"exemption)s?\b)(?:[\w’'-]{1,16}\s){1,7}(?:is|are|has been|have been|was|were)\s(?:also |therefore |"
    r"being )?(?:exempt|withheld|redacted|refused)\b|^(?:however,? )?(?:the|their|its|"
    r"our) (?!(?:[\w’'-]{1,16}\s){0,3}(?:information|data|request|response|answer|exemption|details|"
    r"figures)s?\b)(?:[\w’'-]{1,16}\s){1,5}(?:will not|cannot|can not) be (?:released|disclosed|provided|given)\b|"
    r"\bunable to (?:provide|disclose|release|supply|give)(?: you with| you)? (?:the|their|"
    r"its) (?!(?:[\w’'-]{1,16}\s){0,3}(?:information|data|request|response|answer|figures?|"
    r"details?)s?\b)[^\n]{3,80}?\b(?:exempt|withheld)\b|\bnot obliged to (?:provide|disclose|release|supply|"
    r"give)(?: you with| you)? (?:the|their|its) (?!(?:[\w’-]{1,16}\s){0,3}(?:information|data|request|response|"
    r"answer|figures?|details?)s?\b)[^\n]{3,80}?\b(?:exempt|withheld)\b|\b(?:withh(?:eld|olding)|exempted|"
    r"redacted)\s(?:the|their|its)\s(?!(?:[\w’'-]{1,16}\s){0,3}(?:information|data|request|response|answer)s?\b)",
    ("We are withholding information in relation to unmarked vehicles.", "withholding information in relation to "),
    ("The cost of each drone has been withheld.", "The cost of each drone has been withheld"),
    ("We have withheld the models", "withheld the "),
    ("The information you have requested is exempt", None),
    ("Information in relation to your request is exempt", None),
    (
        "unable to provide you with the speeds of the cars as this is exempt",
        "unable to provide you with the speeds of the cars as this is exempt",
    ),
    (
        "We are not obliged to provide the locations, which are exempt",
        "not obliged to provide the locations, which are exempt",
    ),
    ("Information relating to 2017 and question two, is withheld under Section 30", None),
    ("The vehicle speeds will not be released", "The vehicle speeds will not be released"),
)
COST_OF_DETAIL = rule(
    "position.cost-of-a-detail",
    "what would cost too much is one thing among what was asked, and is named",
    r"^the (?:question|element|part)s? (?:concerning|about|relating to|regarding)\b|^in (?:respect|terms) of (?!your|"
    r"this|the request|the question)(?:the )?[a-z]|^(?:as such|therefore|consequently),? (?:this|that|the) "
    r"(?:information|data|detail)\b[^.\n]{0,30}\bnot been (?:included|provided)\b",
    ("The question concerning how many were reported has engaged Section 12(2)", "The question concerning"),
    ("In respect of age ranges the information is not easily retrievable", "In respect of a"),
    ("In respect of your request it would take 50 hours", None),
    (
        "As such, this information has not been included and a Section 12 exemption has been applied",
        "As such, this information has not been included",
    ),
)
OF_ONE_THING = rule(
    "position.not-held-of-one-thing",
    "nothing is held of one thing among what was asked, and it is named",
    r"^(?:for|regarding|in relation to|with regard to) the (?!request|question|"
    r"information)[^,\n]{3,60}, (?:the (?:response|answer) is )?no information (?:is )?held\b|\b(?:do(?:es)? not|"
    r"n[’']t) (?:\w{4,12}ly )?(?:record|capture|monitor) (?:where|what|which|whether|how|when|who|the)\b|"
    r"\bno (?:recorded )?information (?:is )?held (?:on|about|of|for|as to|regarding|relating to|in relation to|"
    r"with regards? to) (?!your|this|the request|question)|\b(?:hold|have) (?:no |any )?information (?:on|about|of|"
    r"regarding|relating to) (?!your|this|the request|question|these|it\b)|\bno information (?:is|was) (?:held|"
    r"recorded) (?:on|about|of|for|as to|regarding|relating to) (?!your|this|the request|question|these|it\b)|"
    r"^(?:however,? )?(?:the|their) (?!information|data|request|details)(?:[\w’'-]{1,16} ){1,5}(?:is|"
    r"are) not (?:centrally )?(?:recorded|held)\b|\b(?:do(?:es)? not|n[’']t) (?:\w{4,12}ly )?(?:hold|retain) (?:the|"
    r"their|its) (?!(?:[\w’'-]{1,16} ){0,3}(?:information|data|request|answer|figures?|details?|records?)\b)[a-z]|"
    r"^(?:however,? )?(?:(?:the|any) )?(?:information|data|figures?|records?|details) (?:before|prior to|"
    r"earlier than|after|for|from|on|about|of|regarding|relating to|in relation to) (?!(?:your|this|these|"
    r"the) (?:request|question)|your|this\b|these\b|questions?|it\b|q\d)[^\n.]{2,60}? (?:is|are|was|were) (?:not|"
    r"no longer) (?:centrally )?(?:recorded|held|retained)\b",
    ("The force does not record where they are kept.", "does not record where"),
    ("No information is held on their cost.", "No information is held on "),
    ("We do not hold the cost of each.", "do not hold the c"),
    ("We do not hold the requested information.", None),
    ("Data prior to 2021 is not held.", "Data prior to 2021 is not held"),
    ("Information on this request is not held.", None),
    ("No information held.", None),
    ("The information you requested is not held.", None),
    (
        "For the staffing before the event, the response is No information held.",
        "For the staffing before the event, the response is No information held",
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
FIGURES = re.compile(r"^(?=[^\n]{0,60}\d)(?![^\n]*\b(?:sections?|act|s\.?\d))[^\n]{1,60}$", re.IGNORECASE)
FIGURE_ALONE = re.compile(r"£?\d[\d,.]{0,12}%?\s?\|?")
"""A cell of a table that holds a figure."""
BESIDES = re.compile(r"(?:besides|in addition to|other than|apart from)\s[^,\n]{3,90},", re.IGNORECASE)
"""Before the words of a sentence: what it is not about."""
BEGINS_WITH_FIGURE = re.compile(r"\W{0,2}\d")
FEWEST_FIGURES = 2
"""Short lines with figures above a refusal that make a table of what is given."""
NONE_HELD = re.compile(
    r"\bdo(?:es)? not hold (?:the|that) information\b|\bno information (?:is )?held\b|"
    r"\bnotice (?:under|in terms of) section 17\b",
    re.IGNORECASE,
)
"""Words that say that nothing is held, beside a refusal for cost; others give the reason for the cost."""
APPLIED_TO_PART = re.compile(r"\bappl(?:ied|ies|y)\b", re.IGNORECASE)
ROW_NOT_HELD = re.compile(
    r"[^\n]{1,30}[-–:|]\s?(?:no information (?:is )?held|no recorded information|not held|not recorded)\b",
    re.IGNORECASE,
)
"""A row of a table for which nothing is held."""
COUNTED = re.compile(r"there (?:were|was|are|is|have been|has been) (?:a total of )?\d", re.IGNORECASE)
"""A count that is given, in an answer that no heading opens."""
NOT_APPLICABLE = re.compile(r"n\s?/\s?a\b|not applicable\b", re.IGNORECASE)
NOTICE = re.compile(
    r"\bnot obliged to (?:supply|provide|disclose)\b|\brefusal notice\b|\bfollowing exemptions?\b", re.IGNORECASE
)
"""Words that go with neither confirming nor denying as well as with a refusal."""
FOR_REASONS = re.compile(
    r"\b(?:for the following reasons?|for the reasons? (?:given |set out )?below)\b", re.IGNORECASE
)
"""Words of a refusal above numbered paragraphs: those give its reasons, and are no answers in words."""
OF_REQUEST = re.compile(
    r"\b(?:with|to) (?:your|this) request would\b|\b(?:your|this) request would\b|"
    r"\bcompl(?:y|ying|iance) with (?:your|this) request\b",
    re.IGNORECASE,
)
OUTLINED = re.compile(r"\b(?:as )?(?:outlined|set out|detailed|given|provided) below\b", re.IGNORECASE)
KEPT_ALONE = re.compile(r"(?:exempt|withheld|refused)\b", re.IGNORECASE)
"""A sentence that says of all that is asked that it is kept back: what is said to be set out below is this."""
GIVEN_ALL_THE_SAME = re.compile(
    r"\battached\b|\bprovided? (?:below|here|in)\b|\bis (?:given|shown) below\b", re.IGNORECASE
)
GIVEN_FIRST = re.compile(r"\bplease find\b[^.\n]{0,60}\b(?:information|tables?|figures|data)\b", re.IGNORECASE)
ELSE_COSTS = re.compile(r"(?:unfortunately|however|regrettably)\b", re.IGNORECASE)
"""How an answer that gives something begins, and the sentence that says of what else it would cost too much."""
REMAINDER = re.compile(
    r"\b(?:data|information|figures|details)\b[^.\n]{0,30}\b(?:remainder|rest) of (?:this|the|your)\b", re.IGNORECASE
)
"""Words for what is given, beside what is kept back."""
GOODWILL = re.compile(r"\bgoodwill\b|\bfigures have been provided\b", re.IGNORECASE)
RULES: tuple[Rule, ...] = (
    NUMBERED, WHOLE, SAID, CITED, NARRATIVE, REFERRED, FACET, OTHER_FACET, SCOPE, REASON, FACET_LEAD, HELD, SAYS_HELD,
    FOR_THE_REST, CONFINED, COST_OF_DETAIL, OF_ONE_THING, GIVEN_THEN_REFUSED,
    FIGURE_FIRST, PROCEDURAL,
)  # fmt: skip
STRONG = frozenset({"ncnd", "cost", "vexatious", "repeated"})
