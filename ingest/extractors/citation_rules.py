"""Rules by which a provision is taken to be relied on, or merely named."""

from __future__ import annotations

import re

from ..parts import Zone
from ..rules import Rule, rule

RELIED_ON = rule(
    "citation.relied-on",
    "the sentence says that the authority relies on it",
    r"\b(?:by virtue of|caught by|as notice under|rel(?:y|ies|ying|ied) (?:up)?on|attracts?|pursuant to|"
    r"reliance (?:up)?on|exempt(?:ed|ing|ion|ions|s)?|held back|refus(?:e|ed|ing|al)|withh(?:old|olding|eld)|citing|"
    r"(?:have|has) applied|(?:we|i) (?:apply|applied)|obliged|exceeds?|limit|excluded|excepted|since the|"
    r"(?:redacted|redactions?|removed|taken out|left out|omitted|not (?:been )?(?:released|disclosed|provided|"
    r"supplied|included)|blacked out)\b[^.\n]{0,60}\b(?:under|by|in line with|as per|in accordance with)|fall(?:s|"
    r"ing)? (?:under|within)|engag(?:es?|ing)|triggers?|(?:represents|constitutes|"
    r"is) a (?:refusal )?notice (?:in terms of|under)|(?:otherwise|reasonably) (?:accessible|obtainable)|"
    r"as above, and in addition|made under)\b(?:[^\n]|\n(?!\n)){0,160}?$",
    ("withheld under ", "withheld under "),
    ("the exemption applicable can\nbe found at ", "exemption applicable can\nbe found at "),
    ("Names have been taken out of it under ", "taken out of it under "),
    ("this represents a notice in terms of ", "represents a notice in terms of "),
    ("named in ", None),
)
AT_ONCE = rule(
    "citation.at-once",
    "the words just before it say that the authority relies on it, whatever is said of it after",
    r"\b(?:exempt(?:ed)?|excepted|withheld|refused|redacted|rel(?:y|ies|ying|ied) (?:up)?on|by virtue of|"
    r"pursuant to|citing|is covered by)(?:\s(?:from disclosure|in full|in part|by virtue of|pursuant to|under|by|"
    r"in accordance with|and|the)){0,3}\s$",
    ("It is therefore exempt under ", "exempt under "),
    ("information which is exempt and covered by ", None),
)
CARD = rule(
    "citation.card",
    "a label of the card over the answer names the provisions applied",
    r"^(?:section of (?:the )?act(?:/eir)?|exemptions?(?: (?:applied|used|engaged|cited|claimed))?|"
    r"exemption\(s\))\s?(?::|\s[-–](?=\s))\s?(?:(?:\S{1,24}\s){0,3}\S{1,24}\s?)?$|^(?:full |"
    r"part(?:ial)? )?refusal(?:\s?[-–:])?\s(?:(?:sections?|and|&|\d[\w()]{0,12},?)\s?){0,6}$|^(?:full |"
    r"part(?:ial)? )?(?:disclosure|refusal) with\s(?:(?:\S{1,24}\s){0,5}\S{1,24}\s?)?$",
    ("Full Refusal with ", "Full Refusal with "),
    ("Section of Act/EIR: ", "Section of Act/EIR: "),
    ("Exemptions are explained below: ", None),
    ("Refusal – Sections 12(1) and ", "Refusal – Sections 12(1) and "),
    ("Exemption - Section ", "Exemption - Section "),
)
BRACKETED = rule(
    "citation.bracketed",
    "it stands in brackets behind what is kept back",
    r"\($",
    ("it being commercially sensitive (", "("),
    ("withheld under ", None),
)
TAKEN_BACK = Rule(
    "citation.taken-back",
    "the letter says further on that it is no longer relied on",
    examples=(
        (
            "FOI Reference: 1/22\nResponse:\nOur reply of 3 May neither confirmed nor denied it, citing section 31(3). "
            "Section 31(3) is no longer relied upon.",
            "section 31(3)",
        ),
    ),
)
CUT_OFF = rule(
    "citation.cut-off",
    "a refusal for cost says therefore, and the text breaks off at the provision",
    r"\btherefore,?\s$",
    ("this would take over 18 hours, therefore ", "therefore "),
    ("therefore we looked at ", None),
)
APPLIES = rule(
    "citation.applies",
    "the sentence says that it applies here",
    r"^(?:\s(?:of|\()[^.;]{0,80}?\)?)?,?\s(?:(?:exemption|exception)s?\b[^.\n]{0,80})?(?:(?:therefore |also |"
    r"thus ){0,2}appl(?:ies|y)(?! (?:where|if|when)\b)|(?:is|was|are|were|being) (?:therefore |hence |also |"
    r"\w{4,12}ly )?(?:engaged|made out|maintained|upheld|claimed|applied|cited|relied (?:up)?on)|(?:has|"
    r"have) been (?:correctly |properly )?(?:applied|engaged)|would apply|covers the (?:whole )?request|"
    r"(?:therefore |accordingly )?(?:exempts? (?:us|it|them|this)|means? that we|removes? (?:our|the) duty|"
    r"(?:relieves?|excuses?) us|is the exemption (?:claimed|relied|applied)))\b|"
    r"^(?: o(?:’r)? D?deddf[^.\n]{0,50})? yn (?:berthnasol|gymwys)\b|^(?: of (?:the Act|FOISA|"
    r"the EIRs?))?,? (?:i am|we are|it is) (?:also )?(?:refusing|withholding|exempting|refused|withheld)\b",
    (" of the Act applies to point 2", " of the Act applies"),
    (" of the\nAct applies", " of the\nAct applies"),
    (" was properly claimed", " was properly claimed"),
    (" therefore exempts us from the duty", " therefore exempts us"),
    (" yn berthnasol gan nad yw’r wybodaeth ar gael", " yn berthnasol"),
    (" of the Act removes our duty to comply", " of the Act removes our duty"),
    (" is long", None),
    (" applies where the cost is", None),
    (" being engaged", " being engaged"),
)
COLUMNS = rule(
    "citation.columns",
    "a line of another column stands between the words of reliance and the provision",
    r"\b(?:refused|exempt(?:ed)?|withheld)\s(?:from disclosure\s)?under\n[^\n]{0,80}\n$",
    ("is being refused under\nlast five years\n", "refused under\nlast five years\n"),
    ("refused under", None),
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
TITLED_BEFORE = rule(
    "citation.titled-before",
    "its title stands before it in a line of its own",
    r"^\W{0,3}(?!.*\b(?:is|are|was|were|be|has|have|would|will|under|"
    r"of)\b)(?-i:[A-Z])[A-Za-z&’' ]{4,60}[,:–-]?\s{0,3}$",
    ("Personal Information, ", "Personal Information, "),
    ("Staff names were removed under ", None),
)
LISTED = rule(
    "citation.listed",
    "it stands in a line of its own, with its title, in the answer",
    r"^(?:\s\(?(?:by virtue of|through|via|by way of) (?:[Ss](?:ection|\.)?\s?)?\d[^,\n]{1,24}?(?=\s[A-Z–-]|"
    r"$))?(?:\sof the [^,\n]{3,50})?(?:\s{0,3}(?:[-–:;.,)]{1,2}|â€.)\s{0,2}(?:[A-Z‘“\"(]|$)|"
    r"\W{0,3}[A-Z][a-z]{2,20}(?:\s(?!is\b|are\b)[A-Za-z&]|"
    r"\s\((?:by virtue of|through|via)\s|[,;.]?$)|\s(?i:exempt(?:ion)?)\b|\s?(?:and|&|,|;)?\s?$|"
    r"\s?\((?:by virtue of|through|via|by way of)\s$)",
    (" – Law Enforcement", " – L"),
    (" is a qualified exemption", None),
    (" (by virtue of Section 30(2)) Investigations", " (by virtue of Section 30(2)) Investigations"),
    (" (by virtue of ", " (by virtue of "),
    (" (through ", " (through "),
    flags=0,
)
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

EXPLAINS = rule(
    "citation.explains",
    "what follows tells what the provision is or does",
    r"^(?:\s(?:of|and)[^.,\n]{0,60}?)?\s(?:is|are|was|being)\s(?:an?\b|the exemption (?:for|concerned|about)|"
    r"(?:commonly|often|usually)\b|both|subject to|prejudice|qualified|absolute|class)|^\sappl(?:ies|y) (?:where|if|"
    r"when)\b|^(?:(?!,\s(?:we|i)\b)[^.\n]){0,40}?\s(?:states?|reads?|does not (?:oblige|require)|provides?|allows?|"
    r"requires?|exempts|covers?|makes|confers?|carries|creates?|sets|places|defines|says|asks)\b",
    (" is an absolute exemption", " is an"),
    (" applies", None),
    (" applies where the cost is", " applies where"),
    (" of the Act, we are not required to provide it", None),
    (" confers an absolute exemption", " confers"),
)
GENERIC = rule(
    "citation.generic",
    "the sentence speaks of any case, or counts cases",
    r"^\W?(?:for information only|where(?! (?:redactions?|information|material|details|names) ha)|when|if|"
    r"information is exempt|an? (?:public )?authority)\b|(?<!concerning )(?<!regarding )(?<!about )\bhow (?:often|"
    r"many)\b|\b(?:occasions|times|instances) (?:on|in|at) which\b|\bnumber of (?:occasions|times|refusals|"
    r"requests)\b|\bparliament (?:created|intended|made)\b|\bcount\w{0,3} (?:how|the (?:times|number)|refusals|"
    r"uses)\b|\b(?:where|if|whether|when)\s$|\b(?:had been|was|were) wrong to\b|\btribunal (?:held|found|ruled)\b|"
    r"\byou were (?:refused|told|advised)\b|\bone which we refused\b|\b(?:we note your remark|you (?:say|mention|"
    r"point out))\b|\b(?:home office|ministry of \w{4,10}|crown prosecution service|cps|council) (?:has |"
    r"have )?(?:withheld|refused|relied|cited|applied)\b",
    ("Where Section 40(2) is engaged", "Where"),
    ("You say that the Home Office withheld its copy under", "You say"),
    ("We rely on", None),
    ("The question concerning how many were reported has engaged an exemption under", None),
    ("Your request is almost the same as one which we refused under", "one which we refused"),
    ("the number of occasions on which an exemption was applied under", "number of occasions"),
)
NEGATED_AFTER = rule(
    "citation.negated",
    "the authority says that it does not rely on it",
    r"^[;,]\s?(?:but |and )?we did not\b|^[^.\n]{0,90}?\b(?:(?:do|does|did|are|is|has|have|was|"
    r"were) not (?:\w{1,8} )?(?:rel(?:y|ied|ying)|appl(?:y|ied)|engaged|been (?:applied|engaged))|(?:been|are|is|"
    r"was) (?:disregarded|withdrawn|overturned)|no longer|fell away|falls away|has lapsed)\b",
    (" for Q4 as well, but we do not rely on it", " for Q4 as well, but we do not rely"),
    (" applies", None),
)
NOT_EXEMPT_BY = rule(
    "citation.statute-words",
    "another provision through which one applies, or, in section 31, by which information is exempt instead",
    r"\bnot exempt(?: information)? by virtue of\s$|\((?:by virtue of|through|via|by way of)\s$",
    ("Information which is not exempt information by virtue of ", "not exempt information by virtue of "),
    ("it is exempt by virtue of ", None),
    ("Section 30(3) Investigations (by virtue of ", "(by virtue of "),
)
NEGATED_BEFORE = rule(
    "citation.negated-before",
    "the authority says that it does not rely on it",
    r"\b(?:not|no longer|never)\s(?:\w{1,10}\s){0,2}(?:rely|relying|relied|appl(?:y|ied)|engaged|invoked?|(?:accept|"
    r"agree) that)\b(?!,\s$)(?![^.\n]{0,30}\bby virtue)[^.\n]{0,30}$|\bpreviously (?:withheld|refused|exempted|"
    r"redacted|relied)\b[^.\n]{0,40}$|^\W?(?:no part of|nothing)\b[^.\n]{0,60}\b(?:held back|withheld|refused|"
    r"redacted)\b[^.\n]{0,40}$|\bwithout (?:recourse|reliance|resort)\b[^.\n]{0,40}$|"
    r"\bnot\b[^.\n]{0,40}\bany reliance (?:up)?on\s$",
    ("No part of the report was held back under ", "No part of the report was held back under "),
    ("They can be given without recourse to any exemption, ", "without recourse to any exemption, "),
    ("we are not relying on ", "not relying on "),
    ("the information previously withheld under ", "previously withheld under "),
    ("I do not accept that ", "not accept that "),
    ("the duty to confirm does not apply, by virtue of ", None),
    ("we rely on ", None),
    ("as the duty in s1(1)(a) does not apply, ", None),
)
HYPOTHETICAL = rule(
    "citation.hypothetical",
    "it would or might apply in another case",
    r"\b(?:may|might|could|would be likely to|would likely)\s(?:also\s)?(?:apply|engage|be (?:engaged|exempt|relied|"
    r"refused|applied|withheld))|^if\b[^\n]{0,200}\b(?:held|were)\b|^(?:supposing|were any|had|"
    r"(?:in order )?to avoid|rather than)\b|\bwould have (?:been|led|meant)\b|\bmay be (?:treated|refused)\b|"
    r"\bstill being\b|\bno decision has (?:yet )?been\b|\bwould (?:also )?(?:have been|be) exempt\b|"
    r"\bcould be made\b",
    ("section 40(2) would be likely to apply", "would be likely to apply"),
    ("therefore Section 12(1) would apply", None),
    ("To avoid the whole of your request being refused due to Section 12", "To avoid"),
)
LEAD_IN = rule(
    "citation.lead-in",
    "a list of exemptions should follow",
    r"(?P<words>(?:the )?exemptions? (?:(?:which|that) )?(?:we )?(?:rel(?:y|ied) (?:up)?on|at|"
    r"applicable)(?: (?:here|for this|in this (?:instance|case)))?(?: (?:is|are))|exemptions? at|"
    r"(?:the )?exemptions? (?:listed|shown|set out|given) here|exemptions? (?:engaged|applied|"
    r"relied (?:up)?on) for this (?:is|are)|exemptions? for this being|exemption (?:below|"
    r"shown here) is (?:applicable|engaged)[^.\n]{0,30}|(?:by virtue of |rel(?:y|ies|ying) on |"
    r"under )?(?:the )?(?:following|below|listed) (?:exemptions?|exceptions?)(?: (?:applies|apply|to withhold|"
    r"of the Act))?|exemptions?[^\n]{0,60}(?:are |is )?listed below|exemptions? (?:set out |given |shown )?(?:below|"
    r"overleaf)|exemptions? (?:used|engaged|applied|claimed|relied (?:up)?on)(?: (?:is|are))?|redacted for (?:these|"
    r"the following) reasons|parts [^\n]{0,40} subject to)\s?[:.;–-]{0,2}\s?$",
    ("does not apply, by virtue of the following exemptions:", "by virtue of the following exemptions"),
    ("the following exemptions were discussed", None),
    ("does not apply by virtue of the exemptions below:", "exemptions below"),
    ("The exemption which we rely on in this instance is:", "The exemption which we rely on in this instance is"),
)
MAY_APPLY = rule(
    "citation.may-apply",
    "the list that follows is of what may apply: nothing is decided yet",
    r"\bexemptions?\b[^.;:]{0,90}\bmay (?:also )?apply\b[^.;:]{0,60}:\s?$|\bmay (?:also )?(?:fall (?:under|within)|"
    r"be (?:covered by|subject to)|engage)\b[^.;:]{0,30}\bexemptions?\b[^.;:]{0,90}:\s?$",
    ("We consider that the following exemption of the Act\nmay apply:", "exemption of the Act\nmay apply:"),
    ("the following exemptions apply:", None),
    ("part of it may fall under the exemption shown here:", "may fall under the exemption shown here:"),
)
DUTY_DISAPPLIED = re.compile(r"\bdoes not apply|\bduty\b[^.\n]{0,80}\bnot\b", re.IGNORECASE)
OPENINGS = {"", "the", "under", "the following"}
LONGEST_TITLES = 250
TITLE = re.compile(r"^\W{0,3}[A-Z‘“\"][^.\n]{2,90}$")
SMALL_TITLE = re.compile(r"^\s?[-–:,]\s{0,2}[a-z][^.\n]{2,60}\.?$")
"""A title without a capital, behind a dash or a comma: of an item of a list of exemptions."""
LEAD_REACH = 12
"""Lines below a lead-in within which its list stands."""
DUTY_TO_SAY, NOTICES = "1", {"FOIA2000": "17", "FOISA2002": "16"}
COST_SECTIONS = {"12", "14", "21", "22", "22A"}
RULES: tuple[Rule, ...] = (
    RELIED_ON, AT_ONCE, CARD, BRACKETED, TAKEN_BACK, CUT_OFF, APPLIES, COLUMNS, BESIDE, TITLED_BEFORE, LISTED,
    LOST_LIST, STATES, RESTATED,
    NAMED, EXPLAINS, GENERIC, NEGATED_AFTER, NOT_EXEMPT_BY, NEGATED_BEFORE, HYPOTHETICAL, LEAD_IN, MAY_APPLY,
    INFERRED_23,
)  # fmt: skip
OWN_ZONES: frozenset[Zone] = frozenset({"response", "heading"})
