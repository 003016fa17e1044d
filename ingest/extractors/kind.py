"""Whether a document is an answer to a request, or something else about requests."""

from __future__ import annotations

import re

from .. import voices
from ..parts import Segments
from ..rules import Rule, rule
from .reference import SEVERAL, headed
from .signals import signals

NOT_DISCLOSURES: tuple[Rule, ...] = (
    rule(
        "kind.decision-notice",
        "a decision of a commissioner or tribunal about an answer",
        r"^(?:[^\n]{0,120}\bv\.? (?:the )?information commissioner\b|case number: oic-|key facts$|"
        r"decision (?:notice\b|\d{2,3}/\d{4})|case ref(?:erence)?:|(?:public )?authority: (?!and answer)|"
        r"relevant statutory provisions|appeal (?:number|reference|no)\b|first-tier tribunal|in the first-tier|"
        r"(?:•\s)?decision\(s\)|(?:summary: |\d{1,2}\.\s)?the complainant\b|[^\n]{0,80}\bdecision notice date:|"
        r"section of act/eir & finding|the commissioner (?:finds|found|decided|requires|therefore)\b|"
        r"complaint (?:not |partly )?upheld\b)",
        ("Decision 063/2019", "Decision 063/2019"),
        ("Decision", None),
        (
            "Fenshire Police v The Information Commissioner: UTAA 7 Jan 2021",
            "Fenshire Police v The Information Commissioner",
        ),
    ),
    rule(
        "kind.appeal",
        "a paper of an appeal or complaint about an answer",
        r"^(?:grounds of appeal|notice of appeal|[^\n]{0,40}\bto the ICO:|i (?:complain|am complaining) (?:about|"
        r"to the)|witness statement|[^\n]{0,160}\bappealed to the (?:first-tier|information|upper) tribunal\b)",
        ("GROUNDS OF APPEAL", "GROUNDS OF APPEAL"),
        ("on the grounds of cost", None),
        (
            "Nonetheless, the requester appealed to the First-tier Tribunal",
            "Nonetheless, the requester appealed to the First-tier Tribunal",
        ),
    ),
    rule(
        "kind.policy",
        "a policy, procedure or guide",
        r"^(?:this (?:policy|procedure|guidance|guide|page) (?:sets|explains|describes|applies|covers|is|tells)|"
        r"this document (?:sets|explains|describes|applies|covers|tells)|all public authorities (?:have to|must)|"
        r"what is the publication scheme|the purpose of the publication scheme|(?:\d\.\d\s)?(?:policy|"
        r"purpose) statement|policy and procedure:|date last reviewed|\d{0,2}\.?\s?(?:aims? and )?scope of this|"
        r"version (?:no|number|control)\b|how (?:to|do i|can i) make (?:a|an) (?:foi |"
        r"freedom of information )?request|what (?:is|are) (?:the )?freedom of information|"
        r"frequently asked questions|publication scheme|[^\n]{0,60}\b(?:proactive publication|"
        r"publication strategy)\b|[^\n]{0,40}\b(?:foi|freedom of information) (?:compliance |annual |"
        r"performance )?statistics\b|"
        r"(?:for a request to be valid|to make a valid request|under the (?:freedom of information|"
        r"foi)[^\n]{0,30}, you can)\b|"
        r"policy: |(?:foi|freedom of information) policy\b|dealing with your request$|"
        r"important information regarding freedom of information|manual of guidance\b|"
        r"freedom of information(?: act)?(?: 2000)?\s?[-–:]\s?exemptions$|these are the (?:main )?exemptions\b|"
        r"review date:|policy owner|[^\n]{0,80}\b(?:this|the) (?:policy|procedure|sop|"
        r"guidance)(?:/\w+)? (?:has been updated|is mandatory|explains)|[^\n]{0,40}\bquestions (?:that )?(?:we are|"
        r"are) (?:often|frequently|commonly) asked|freedom of information (?:procedure|policy|guide|guidance|"
        r"charter)$|[^\n]{0,60}\b(?:will|is committed to|aims? to) (?:answer|respond|reply|answering|responding|"
        r"replying)(?: to)? (?:your|all|any)\b[^\n]{0,60}\brequests?\b[^\n]{0,20}\bwithin \d+|"
        r"requesting an internal review$|you can (?:make|submit|send|email)[^\n]{0,40}\brequests?\b|"
        r"making (?:an? )?(?:foi|freedom of information)(?: information)? requests?$|"
        r"[^\n]{0,60}\bundertakes to (?:respond|reply|answer)\b|requests (?:do not have to|need not|must|"
        r"should) (?:mention|be (?:made|in writing|legible))|(?:anyone|anybody|any person|any individual|"
        r"everyone)\b[^\n]{0,40}\b(?:may|can|has the right to) (?:ask|request|make))",
        ("This policy sets out", "This policy sets"),
        ("this policy was disclosed", None),
        ("You can make a freedom of information request by letter.", "You can make a freedom of information request"),
        ("Making an FOI request", "Making an FOI request"),
        ("This document is an Appendix to a report", None),
        ("What is Proactive Publication?", "What is Proactive Publication"),
        ("MANUAL OF GUIDANCE FREEDOM OF INFORMATION", "MANUAL OF GUIDANCE"),
        ("FOI Compliance Statistics", "FOI Compliance Statistics"),
        ("FOI policy (accessible)", "FOI policy"),
    ),
    rule(
        "kind.statistics",
        "how many requests came, and how they were answered",
        r"^(?:the )?(?:total )?(?:number of )?(?:foi |valid )?requests (?:received|processed|answered)(?: in total)?"
        r"\s?[:|–-]\s?\d",
        ("The number of requests received: 520", "The number of requests received: 5"),
        ("The number of requests received by the force for drones", None),
    ),
    rule(
        "kind.referral",
        "a message between forces about a request, not the answer to it",
        r"^(?:not to be distributed outside of the police|police eyes only)\b|\brequest has been logged (?:in|with|"
        r"by) the (?:CRU|central referral unit)\b",
        ("This FOI request has been logged in the CRU", "request has been logged in the CRU"),
        ("Your request has been logged as 12/24", None),
        ("POLICE EYES ONLY.", "POLICE EYES ONLY"),
    ),
    rule(
        "kind.guide",
        "how to make a request, or what somebody thinks of answers",
        r"^(?:[^\n]{0,160}\bfreedom of information request\b[^\n]{0,80}\b(?:has been|was) (?:turned down|"
        r"rejected)\b|[^\n]{0,60}\b(?-i:Police|Constabulary) (?:was|were) asked (?:for|to|how)\b[^\n]{0,40}:$|"
        r"[^\n]{0,90}\b(?:no|\d{1,3}) comments?|reading time:? \d{1,2} min|leave a (?:comment|reply)\b|hide ad$|"
        r"to ask the (?:secretary of state|minister|chancellor|prime minister)\b|repository files navigation$|"
        r"[^\n]{0,60}\brefused my (?:foi |freedom of information )?request\b|news (?:&|and) analysis$|"
        r"[^\n]{0,60}\b(?:replying|responding) to a(?:n FOI| freedom of information) request,? the (?:force|police|"
        r"council)\b|in its foi (?:response|reply) (?:it|the force|police) said\b|[^\n]{0,80}\b(?:turned down|"
        r"rejected) a freedom of information request\b|you have (?:a|the) right to (?:ask|request)|"
        r"to make a(?:n FOI| freedom of information)? request\b|in this (?:post|article|blog|piece) (?:i|we)\b)",
        ("To make a request, email us.", "To make a request"),
        ("To make a requested change", None),
        ("Posted on January 6th, 2010 No comments", "Posted on January 6th, 2010 No comments"),
        (
            "This emerged after the force turned down a Freedom of Information request",
            "This emerged after the force turned down a Freedom of Information request",
        ),
        ("Fenshire Constabulary was asked for:", "Fenshire Constabulary was asked for:"),
        ("News & Analysis", "News & Analysis"),
        (
            "Replying to a Freedom of Information request the force decided",
            "Replying to a Freedom of Information request the force",
        ),
        ("To ask the Secretary of State for the Home Department", "To ask the Secretary of State"),
    ),
    rule(
        "kind.standard-answers",
        "answers that would be given to anybody, or to be filled in",
        r"^(?:[^\n]{0,60}\bfrequently asked questions|[^\n]{0,60}\bcommon requests\b|"
        r"[^\n]{0,60}\btemplate (?:replies|responses|answers|letters)|template \d{1,2}\b|"
        r"[^\n]{0,40}\[(?:force(?: name)?\]|(?:quote request|insert|enter) ))",
        ("Template 1 – all held", "Template 1"),
        ("a template was used", None),
        ("[quote request wording here]", "[quote request "),
    ),
    rule(
        "kind.index",
        "a list of answers, not one",
        r"^(?:month: (?:january|february|march|april|may|june|july|august|september|october|november|"
        r"december) \d{4}$|(?:search|filter) (?:results|by)|showing \d+|results? \d+ (?:to|-) \d+|"
        r"page \d+ of \d+ results|\d+ results|here (?:are|you (?:can|will) find) (?:the )?details of (?:all|"
        r"the) requests\b|this (?:is the|page lists|log (?:lists|holds|contains)) [^\n]{0,40}\b(?:disclosure log|"
        r"requests?|responses?)\b)",
        ("Showing 10 of 200", "Showing 10"),
        ("results", None),
        ("Month: August 2019", "Month: August 2019"),
        ("Here are details of all requests we have had", "Here are details of all requests"),
    ),
)
STATUS_LINE = rule(
    "kind.status-line",
    "a request site says how the request went",
    r"^(?:the request was (?:refused|partially|successful)|gwrthodwyd y cais gan\b|"
    r"roedd y cais yn (?:rhannol )?l?lwyddiannus|sent request to\b|[^\n]{3,80} did not have the information requested)|"
    r"\bmade this (?:freedom of information|rhyddid gwybodaeth) request\b",
    ("The request was refused by Kent Police.", "The request was refused"),
    ("The request was long", None),
    ("Roedd y cais yn rhannol lwyddiannus.", "Roedd y cais yn rhannol lwyddiannus"),
)
ADDRESS = rule(
    "kind.address",
    "the address of the page says that it is a guide, a policy or answers to common questions, and no reference is "
    "printed",
    r"/(?:[a-z0-9-]{0,60}-)?(?:faqs?|frequently-asked-questions|standard-answers|policies|policy|procedures?|sops?)(?:-[a-z0-9-]{1,60})?(?=/|$)",
    ("https://example.org/anpr/faqs-for-anpr", "/faqs-for-anpr"),
    ("https://example.org/foi/policy-on-drones-1-22", "/policy-on-drones-1-22"),
    ("https://example.org/foi-disclosure-log/drones", None),
)
LOG = rule(
    "kind.address-of-log",
    "the address of the page says that it is of a disclosure log",
    r"/foi-ai/|disclosure-?log|disclosure_log|/foi-disclosure|/foi[-_]?(?:responses|requests|releases)\b",
    ("https://example.org/foi-ai/force/disclosure/2022", "/foi-ai/"),
    ("https://example.org/news", None),
)
ONE_OF_LOG = rule(
    "kind.address-of-one-answer",
    "the address is of one page below the year and month of a log",
    r"/20\d{2}/[^/]{3,40}/[^/]{6,}|/[^/]{3,40}20\d{2}[^/]{0,8}/[^/]{6,}",
    (
        "https://example.org/disclosure/2022/11---november/22100---use-of-drones/",
        "/2022/11---november/22100---use-of-drones",
    ),
    ("https://example.org/foi-ai/disclosure/index-2023/", None),
)
SEVERAL_LISTED = Rule(
    "kind.several-references",
    "each of several lines begins with another reference, as in an index",
    examples=(("FOI 12/23 – Dogs\nFOI 13/23 – Horses\nFOI 14/23 – Taser", None),),
)
NOTHING = Rule(
    "kind.nothing-of-a-letter",
    "no request, no answer and no reference in it",
    examples=(("Eggs\nMilk\nBread", None),),
)
RULES: tuple[Rule, ...] = (*NOT_DISCLOSURES, STATUS_LINE, ADDRESS, LOG, ONE_OF_LOG, SEVERAL_LISTED, NOTHING)
_TITLE = re.compile(r"(?:foi )?request (?:re|regarding|about)\b", re.IGNORECASE)
"""A line that says what the request is about, above an answer."""
OPENING_LINES = 25
SAYS_SO = "this foi response"
"""Words of a page about itself."""


def not_a_disclosure(parts: Segments, url: str | None, has_reference: bool, has_date: bool) -> str | None:
    """Why the document is no disclosure, or None where it is one."""
    letter = has_reference or has_date or bool(parts.questions) or _asked_and_answered(parts)
    letter = letter or SAYS_SO in parts.text.lower()
    if url and not letter and ADDRESS.search(url.lower()):
        return f"{ADDRESS.id}: {ADDRESS.reason}"
    opening = [line for line, zone in zip(parts.lines, parts.zones, strict=True) if zone != "furniture"][:OPENING_LINES]
    for one in NOT_DISCLOSURES:
        if any(one.search(line.text) for line in opening):
            if one.id in {"kind.policy", "kind.guide"} and (has_reference or _asked_and_answered(parts)):
                continue
            return f"{one.id}: {one.reason}"
    if len(headed(parts)) >= SEVERAL and not letter:
        return f"{SEVERAL_LISTED.id}: {SEVERAL_LISTED.reason}"
    if url and LOG.search(url.lower()) and (parts.questions or ONE_OF_LOG.search(url.lower())):
        return None
    if has_reference or has_date or _asked_and_answered(parts) or _speaks_of_request(parts):
        return None
    return f"{NOTHING.id}: {NOTHING.reason}"


def _asked_and_answered(parts: Segments) -> bool:
    kinds = {heading.kind for heading in parts.headings}
    return {"request", "response"} <= kinds or (
        any(part.answers and (parts.questions or part.heading is not None) for part in parts.responses)
    )


def _speaks_of_request(parts: Segments) -> bool:
    """Somebody asks a body, or a body answers in so many words."""
    cues = (voices.REQUEST_FOLLOWS, STATUS_LINE)
    if any(cue.search(line.text) for line in parts.lines for cue in cues):
        return True
    if any(heading.kind == "request" for heading in parts.headings):
        return True
    if any(_TITLE.match(line.text) for line in parts.lines) and parts.responses:
        return True
    text = parts.text.lower()
    if SAYS_SO in text:
        return True
    of_information = "freedom of information" in text or "foia" in text or "foi " in text
    answers = [part.span for part in parts.responses]
    return bool(answers) and (of_information or any(signals(parts.text, answers)))
