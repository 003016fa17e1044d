"""Lines that name the part of the letter after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import numbers
from .beginnings import compiled
from .layout import Line
from .model import Span
from .rules import Rule, rule

LONGEST_HEADING = 140


@dataclass(frozen=True, slots=True)
class Head:
    """A heading. kind: as in ``RULES``; numbers: of the questions it names; rest: where the text on its line begins."""

    kind: str
    numbers: tuple[str, ...]
    rest: int | None
    rule: str


_N = numbers.LIST
NUMBERS = ("numbers", "numbers2", "numbers3", "numbers4", "numbers5", "numbers6", "spelt", "ordinal", "letter")
RESTS = ("rest", "rest2", "rest3", "rest4", "rest5", "rest6", "rest7", "rest8", "rest9")
"""Groups of the patterns: the numbers that a heading names, and the first letter of the text on its line."""

REASONING = (
    rule(
        "heading.evidence-of-harm",
        "the passage that argues harm begins",
        r"^application of the (?:prejudice|harm) test|(?:(?:evidence of|overall|prejudice\s?/?\s?)\s?)?harm(?: test|"
        r" in (?:disclosure|disclosing|confirming|complying|releasing)[^\n]{0,60}|"
        r" for[^\n]{0,80})?\s?(?:[-–][^\n]{0,60})?:?$",
        ("Evidence of Harm:", "Evidence of Harm:"),
        ("Overall Harm", "Overall Harm"),
        ("Application of the prejudice test", "Application of the prejudice test"),
        ("Harm was done to nobody by this.", None),
    ),
    rule(
        "heading.factor",
        "factors for or against follow",
        r"^(?:sections?\s[^\n]{0,60}?[-–:]\s?)?(?:public interest )?(?:factors|considerations|arguments)\s"
        r"(?:in favour of|favouring|favoring|for|against|supporting)[^\n]{0,90}$",
        ("Section 31 - Factors against disclosure", "Section 31 - Factors against disclosure"),
        ("Factors favouring non-disclosure", "Factors favouring non-disclosure"),
        ("These factors are weighed below.", None),
    ),
    rule(
        "heading.public-interest-test",
        "the public interest is discussed from here",
        r"^public interest (?:test|considerations)(?:\s?\([a-z]{2,4}\))?(?:\s?[-–][^\n]{0,60})?:?$",
        ("Public Interest Test:", "Public Interest Test:"),
        ("Public interest matters.", None),
    ),
    rule(
        "heading.balancing-test",
        "the weighing of the factors follows",
        r"^balanc(?:e|ing)(?: of (?:the )?public interest)?(?: test)?(?: for[^\n]{0,60})?:?$",
        ("Balancing Test", "Balancing Test"),
        ("Balance", "Balance"),
        ("Balance sheets for 2022", None),
    ),
)
OTHERS = (
    rule(
        "heading.clarification",
        "what the requester added, or was asked",
        r"^\*?(?:further )?(?:clarification|amendment)(?: [qa]| received| requested| sought)?(?:[^\n]{0,60}:|"
        r"\s?[-–:](?=\s|$)|$)|^further amendment received$",
        ("Clarification Q:", "Clarification Q:"),
        ("Clarification did not narrow the scope.", None),
    ),
    rule(
        "heading.reasons",
        "the decision is explained for the whole letter from here",
        r"^(?:reasons?(?=:?$)|reasons? for (?:the |our )?(?:decisions?|answers?|refusal|withholding)"
        r"(?:\s(?:to|of|on|for|in|about|"
        r"regarding)\b[^\n]{0,60})?|exemption explanations?\.?|appendix [a-z]|"
        r"annex [a-z]|explanation of exemptions?[^\n]{0,40})\s?:?$",
        ("REASONS FOR DECISION", "REASONS FOR DECISION"),
        ("Reasons for decisions are kept for five years and then they are destroyed.", None),
    ),
    rule(
        "heading.searches",
        "how the information was looked for",
        r"^(?:extent (?:and|of)[^\n]{0,80}|advice and assistance|attachments|the legislation|"
        r"results? of (?:the )?search(?:es)?|(?:review )?findings|(?:internal )?review (?:decision|outcome))\s?:?$",
        ("Result Of Searches", "Result Of Searches"),
        ("Extent of Searches to Locate Information", "Extent of Searches to Locate Information"),
        ("The extent of the damage", None),
    ),
)
RESPONSE = rule(
    "heading.response",
    "the answer to the questions it names, or to all, follows",
    r"^(?!response \d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$)"
    rf"(?:(?:our|the)\s)?(?:responses?|answers?|reply|decision)(?:\s(?:to|for|regarding))?(?:\syour)?(?:\sthe)?(?:\s?{numbers.HEAD})?\s{{0,2}}(?P<numbers>{_N})?(?:\sis\s?[:;]|\s?(?:[:–]|-(?=\s|$)){{1,2}}\s{{0,4}}(?P<rest>\S)?|\s?$)|^{numbers.HEAD}\s?(?P<numbers2>{_N})\s(?:response|answer|reply)\s?[:\-–]?\s{{0,4}}(?P<rest2>\S)?|^(?:answers?|responses?)\s(?P<numbers3>{_N})\s(?P<rest3>(?-i:[A-Z]))"
    rf"|^(?:answers?|responses?)\s(?P<numbers6>{_N})[.)]\s{{1,3}}(?P<rest9>\S)"
    r"|^(?-i:[AR])\.?\s?(?P<numbers4>\d{1,2}[a-z]?)(?:\s?[:.)–-]{1,2})?\s{1,3}(?P<rest4>\S)"
    rf"|^(?:answers?|responses?|reply)(?:\sto)?(?:\syour)?(?:\s(?:question|request|part|point))?\s(?P<spelt>{numbers.SPELT})\s?"
    r"(?:[:–-]\s{0,4}(?P<rest5>\S)?|$)|^(?:answers?|responses?|reply)(?:\s(?:to|for))?(?:\s(?:question|request|part|"
    r"point))?\s\(?(?P<letter>[a-h]|i{1,3}|iv|vi{0,3})\)?\s?[:–]\s{0,4}(?P<rest6>\S)?|^(?-i:RESPONSE|ANSWER|"
    r"OUR RESPONSE|Answer(?= Section \d))\s{1,3}(?P<rest7>(?-i:[A-Z][a-z]))|"
    r"^(?:(?:[\w&’'.-]{1,20}\s){1,8}(?-i:Police|Constabulary|Service|Commissioner|Authority|Council)|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:\s[\w&’'.-]{1,20}){0,5})\s(?:response|reply|answer)\s?:?$|"
    r"^(?-i:[A-Z]{3,6})\s(?:response|reply|answer)\s?:?$|^ymateb\s?:?\s?$|^(?:disclosure|we (?:responded|answered|"
    r"replied)|(?:force|police|full) response|response (?:details|provided|text)|response from [^\n.?]{3,60}|"
    r"our (?:response|reply|answer) (?:for|on behalf of) [^\n.?]{3,40}|"
    r"(?:this is|here is) (?:the )?[^\n.?]{2,60}[’']s (?:response|reply|answer)(?:, reference [\w/.-]{2,24})?|"
    r"information provided|what we (?:said|answered)|decision and response)\s?:?$|^in response\s?:\s?$|"
    r"^response \d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d$|"
    r"^(?-i:A)\s?[.:]$|^(?:text of (?:the |our |your )?response|reply given|answers? given)\s?:?$|"
    r"^part\s\d{1,2}\s?[-–:]\s?(?:the\s)?information\s(?:withheld|disclosed|refused|not\sheld|provided)\s?:?$|"
    r"^(?:outcome|result)\s?:\s{0,4}(?:(?:partial|full)\s(?:disclosure|release)|refusal|(?:partly\s|partially\s)?(?:disclosed|released|refused|withheld)(?:\sin\s(?:part|full))?)\.?$|"
    r"^part\s(?P<partletter>[a-h])\s(?:response|answer|reply)\s?[:–-]?$|"
    r"^response to your request(?:\s(?P<numbers5>\(\d{1,2}\)|\d{1,2}(?=\s?:?$)))?(?!\w)",
    ("Kent Police response", "Kent Police response"),
    ("17/12/2025 Gwent Response", "17/12/2025 Gwent Response"),
    ("OPCC Response", "OPCC Response"),
    ("Response 23-11-2018", "Response 23-11-2018"),
    ("Office of the Police and Crime Commissioner Response", "Office of the Police and Crime Commissioner Response"),
    ("RESPONSE Section 1 of the Act", "RESPONSE Se"),
    ("The response to question 3 is;", "The response to question 3 is;"),
    ("Ymateb:", "Ymateb:"),
    ("Response to your request (1)", "Response to your request (1)"),
    ("We responded:", "We responded:"),
    ("Response from Fenshire Police", "Response from Fenshire Police"),
    ("I await the reply", None),
    ("Response 2 and 3:", "Response 2 and 3:"),
    ("Q1 response: No", "Q1 response: N"),
    ("A1. No information", "A1. N"),
    ("A1(M) is closed", None),
    ("Response Date: 16th April 2018", None),
    ("Responses were slow", None),
    ("Disclosure", "Disclosure"),
    ("Answer Section 17(1) of the Act", "Answer Se"),
)
REQUEST = rule(
    "heading.request",
    "the words of the requester follow",
    rf"^information request(?:\s[-–][^\n]{{0,80}})?$|^(?:(?:your|current|the|foi|details of(?: the)?|"
    rf"applicant)\s)?(?:requests?|"
    rf"questions?)(?:\sdetails)?(?:\s{{0,2}}{numbers.ONE}\s?(?:[-–]|to|and|&|,)\s?{_N})?\s?:?$|^(?:(?:specifically|"
    rf"had|have) )?you (?:had |have )?(?:asked|wrote|requested)(?: for)?\s?:?$|^information requested\s?:?$|"
    rf"^cais\s?:?$|^(?-i:Q)\s?[.:]$|"
    r"^(?:(?:summary|nature|description|text|subject) of (?:the |your )?request|(?:original|full) request|"
    r"request (?:received|summary|text|made)|what (?:you|was) asked(?: for)?)\s?:?$|"
    r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\srequest$|"
    r"^(?:i|we) (?:submitted|made|sent|put in) (?:an? |the )?(?:foi|freedom of information) request to "
    r"[^\n.?]{2,60} as follows\s?:$",
    ("Request 1 - 4:", "Request 1 - 4:"),
    ("You asked:", "You asked:"),
    ("Cais:", "Cais:"),
    ("Information Request – which has been numbered", "Information Request – which has been numbered"),
    ("Summary of request", "Summary of request"),
    ("Request 1", None),
    ("Request for a review", None),
    ("Subject of request", "Subject of request"),
)
NUMBERED = rule(
    "heading.numbered",
    "a question, or in the answer its number",
    rf"^(?:(?:for|in relation(?: to)?|in (?:answer|response|reply) to|in terms of|regarding|with regards? to|"
    rf"(?:now )?(?:turning|moving on|coming)(?: now)? to|in respect of)\s)?(?P<head>questions?|requests?|"
    rf"points?|Q[’']?s|Ques|parts?|items?)(?:\snumber(?=\s\d{{1,2}}[a-z]?\s?[:.–-]))?\s{{0,2}}(?P<numbers>{_N})(?!\sof\b)(?:\s?[:.,)]\s{{0,4}}|\s?[-–]\s|\s|$)(?P<rest>\S)?"
    rf"|^(?:(?:in relation to|in (?:answer|response|reply) to|in terms of|regarding)\s)?(?:question|request|point|"
    rf"part)\s(?P<spelt>{numbers.SPELT})(?:\sof your request)?(?:\s?[:.,)]\s{{1,4}}|\s?[-–]\s|\s?[:.]?$)(?P<rest5>\S)?"
    rf"|^in (?:answer|response|reply) to (?:your|the) (?P<ordinal>{numbers.ORDINAL}) (?:question|request|"
    r"point)(?:\s?[,.:]?$|(?:\s(?:that )?(?:you )?raised)?\s?[;:,]\s{1,3}(?P<rest8>\S))",
    ("Questions 1, 2, 3, 4 & 6", "Questions 1, 2, 3, 4 & 6"),
    ("In response to your second question,", "In response to your second question,"),
    ("In response to the first point raised; the force", "In response to the first point raised; t"),
    ("In terms of part one of your request, where", "In terms of part one of your request, w"),
    ("Request 163/18", None),
)
LABEL = rule(
    "heading.label",
    "in the answer, the number of the question answered",
    rf"^(?P<numbers>{_N})\s?(?:[.):]|/(?!\d)|[-–](?=\s|$)|[•·](?=\s)){{1,2}}\s{{0,12}}(?P<rest>\S)?|^Q(?:u|[’']?s)?\.?\s?(?P<numbers3>{_N})(?:\s(?:response|answer|reply)\s?[:–-])?(?:$|\s{{1,3}}(?P<rest3>[A-Z£\d]))"
    r"|^(?:#|no\.?\s)(?P<numbers4>\d{1,2}[a-z]?)\s?[:.)–-]?\s{1,3}(?P<rest4>\S)|^\[(?P<numbers5>\d{1,2}[a-z]?)\]\s{1,4}(?P<rest5>\S)|^(?P<numbers2>\(\d{1,2}\)(?:\s?(?:,|and|&)\s?\(\d{1,2}\)){0,12})(?:\s{1,4}(?P<rest2>\S)|$)",
    ("1/ and 2/", "1/ and 2/"),
    ("Q1", "Q1"),
    ("(1) and (2) The particulars", "(1) and (2) T"),
    ("4a & 4b. Please see below", "4a & 4b. P"),
    ("No. 1: Nothing", "No. 1: N"),
    ("1• Nothing", "1• N"),
    ("272 Officers", None),
    ("Q1 response: None", "Q1 response: N"),
)
RULES: tuple[Rule, ...] = (*REASONING, *OTHERS, RESPONSE, REQUEST, NUMBERED, LABEL)

CARD = compiled(
    r"(?:reference|request|ref|date|category|subject|topic|department)\b[^\n:]{0,30}:\s{0,4}\S", re.IGNORECASE
)
"""A line of the card over a letter: a label and its value."""
CARD_DECISION = compiled(
    r"(?:decision|outcome|result)\s?:\s{0,4}(?:(?:fully|in full|partially|partly|part|partial|full)\s)?(?:disclosed|"
    r"released|refused|withheld|exempt|not held|no information held|disclosure|refusal)(?: in (?:full|part))?\.?$",
    re.IGNORECASE,
)
"""A line of the card that says how the request ended; the request may stand below it."""
_ONE_CELL = compiled(r"\|\s{1,3}(?P<words>[^|\n]{2,2000}?)\s{0,3}\|[\s|]{0,8}$")
"""A row of a table with one cell that holds anything."""
_ALONE = compiled(rf"(?:{numbers.HEAD}\s{{0,2}})?{numbers.ONE}\s?[-–.):]{{0,2}}\s{{0,4}}(?P<rest>\S)?", re.IGNORECASE)
_ENGLISH_RATIO = compiled(r"^\d{1,2}[/.]\d|^0\d")


def head(line: Line, in_response: bool) -> Head | None:
    """What a line heads, or None. in_response: whether the authority is answering, so that numbers are of answers."""
    line = _in_cell(line)
    text = line.text
    if len(text) <= LONGEST_HEADING:
        for one in (*REASONING, *OTHERS):
            if one.search(text):
                return Head(one.id.removeprefix("heading."), (), None, one.id)
        if REQUEST.search(text) and not (in_response and text[:8].lower() == "question"):
            return Head("request", (), None, REQUEST.id)
    for one, kind in ((RESPONSE, "response"), (NUMBERED, "numbered")):
        if found := one.search(text):
            return _head(kind, line, found, one)
    if line.marker is not None and line.marker.kind == "bullet" and (under := _bulleted(line, in_response)) is not None:
        return under
    if in_response and not _ENGLISH_RATIO.match(text) and (found := LABEL.search(text)):
        return _head("label", line, found, LABEL)
    return None


def _bulleted(line: Line, in_response: bool) -> Head | None:
    """The heading of the answer under a bullet, or in the answer the numbers of questions there."""
    behind = replace(line, span=Span(line.body, line.span.end), text=line.words)
    found = (NUMBERED if in_response else RESPONSE).search(behind.text)
    if found is None:
        return None
    if in_response:
        names = found.start("head") > 0 and found["head"][:1] in "qQ"
        return _head("numbered", behind, found, NUMBERED) if names else None
    under = _head("response", behind, found, RESPONSE)
    return under if under.rest is None and not under.numbers else None


def _in_cell(line: Line) -> Line:
    """The one cell of a row of a table that holds anything; any other line as it stands."""
    cell = _ONE_CELL.match(line.text) if line.text.startswith("|") else None
    if cell is not None:
        start = line.span.start + cell.start("words")
        return replace(line, span=Span(start, start + len(cell["words"])), text=cell["words"], body=start)
    return line


def label(line: Line) -> Head | None:
    """The numbers that a line begins with, wherever it stands; None where it begins with none."""
    found = None if _ENGLISH_RATIO.match(line.text) else LABEL.search(line.text)
    return _head("label", line, found, LABEL) if found else None


def alone(line: Line, head: Head) -> Head:
    """The same heading with its first number alone: ``Request 1 – 22.`` is an answer of 22."""
    found = _ALONE.match(line.text)
    if found is None:
        return head
    rest = found.start("rest") if found["rest"] else None
    return Head(head.kind, head.numbers[:1], None if rest is None else line.span.start + rest, head.rule)


def _head(kind: str, line: Line, found: re.Match[str], by: Rule) -> Head:
    groups = found.groupdict()
    listed = next((groups[name] for name in NUMBERS if groups.get(name)), "")
    rest = next((found.start(name) for name in RESTS if groups.get(name)), None)
    named = (listed.lower(),) if groups.get("letter") else numbers.parse(listed)
    if groups.get("spelt") or groups.get("ordinal"):
        named = (numbers.spelt(listed),)
    if groups.get("partletter"):
        named = (groups["partletter"].upper(),)
    return Head(kind, named, None if rest is None else line.span.start + rest, by.id)
