"""The reference that the authority printed on its letter; never that of another request."""

from __future__ import annotations

import itertools
import re

from ..beginnings import compiled
from ..model import Reference, Span
from ..parts import Segments
from ..rules import Rule, rule, words_of

_VALUE = (
    r"(?P<words>(?!(?:our|your|is|ref|pp?|ss?|sec)\b)(?:[A-Z]{2,5}\d{4,13}\b|[A-Z]\d{4}\b|[A-Z]{1,2}\d{1,5}/(?:19|20)\d\d\b)(?:[-/]\d{1,8}\b)?|(?!(?:our|your|is|ref|pp?|ss?|sec)\b)(?:[A-Z]{1,5}(?:\s?[-/.:]\s?|\s)){0,2}"
    r"(?:(?:[A-Z]{1,5}|\d{1,13}[A-Z]?)\s?[-–/._]\s{0,2}){0,4}\d{1,13}(?:[A-Z]\d[A-Z]{1,4}\b|[A-Z]?)(?:[-/]\d{2,8})?(?:[-/][A-Z]{2,3}\b|/[A-Z]\b|-(?=[A-Z\d]{0,7}[A-Z]\d)[A-Z\d]{5,8}\b)?(?:\s&\s\d{1,6}(?:/\d{2,4}){1,2}|\s/\s[A-Z]{1,3}\d{3,6}\b)?)"
)
_NUMBERS = r"\d{1,6}[A-Z]?(?:[-./_]\d{2,6}){1,4}(?:[-/][A-Z]{2,3}\b)?"
_YEARS = r"(?:19|20)\d\d\s?[-–/.]\s?(?:(?:19|20)?\d\d)(?![-./_\d])"
"""Numbers about a year, as of accounts: no reference."""

LABELLED = rule(
    "reference.labelled",
    "it stands after a label",
    rf"\b(?:(?:FOIA?|freedom of information(?: act)?|enquiry|our|case|file|"
    rf"request)\s){{0,3}}(?:ref(?:erence)?\.?|cyf(?:eirnod(?: rhyddid gwybodaeth)?)?)(?:\s?n\s?(?:o\b|"
    rf"umber)\.?\s?[:–-]?(?:\sis\s)?|\s?[:.](?:\s/)?|\s[-–]\s|"
    rf"\s{{1,4}}(?=[A-Z]{{0,5}}[-/ ]?\d+\s?[-/]|FOI ?\d|RFI\d|\d{{4,8}}$))\s{{0,3}}(?:\w{{2,8}}:\s|"
    rf"\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s\d{{4}}\s[-–]\s)?{_VALUE}"
    rf"|(?<!of )\brequest(?:(?:\s(?:number|ID))?:|\sno\b(?!\s(?:later|more|longer|fewer|"
    rf"less)\b)\.?:?)\s{{0,3}}\[?{_VALUE.replace('<words>', '<words2>')}"
    rf"|\b(?:(?:log|serial) (?:number|no\b\.?|ref\b\.?)|FOIA? (?:ID|number|"
    rf"no\b\.?))\s?:?\s{{0,2}}{_VALUE.replace('<words>', '<words4>')}"
    r"|^freedom of information:\s{0,2}(?P<words3>\d{3,8}/\d{2,4})\b|^(?P<words5>FOI/\d{4,6})$",
    ("FOI Reference: 671/2022", "671/2022"),
    ("Freedom of Information: 002244/18", "002244/18"),
    ("Enquiry Reference: 89- 26", "89- 26"),
    ("Reference No : ABCD- 8E6EBS (please", "ABCD- 8E6EBS"),
    ("Our Ref: / 2605/15", "2605/15"),
    ("Our ref: HC/001391/13 Your ref:", "HC/001391/13"),
    ("Freedom of Information Act Request No:2863/13", "2863/13"),
    ("Reference - 2019-0456", "2019-0456"),
    ("Our Ref: eCase: FOI2017/07922 RFI: 226/17", "FOI2017/07922"),
    ("Our Ref FOI 4505", "FOI 4505"),
    ("Our Ref 11250", "11250"),
    ("Our Reference   171/13", "171/13"),
    ("FOI request reference: CAS-165407-V8W9Z4", "CAS-165407-V8W9Z4"),
    ("FOI/14974", "FOI/14974"),
    ("Our Ref: F203/2012 Date: 29th February 2012", "F203/2012"),
    ("Ref. No.: FOI 798", "FOI 798"),
    ("Reference: 2022 – 283 / WE5663", "2022 – 283 / WE5663"),
    ("Ein Cyf: 123/2022", "123/2022"),
    ("FOI Log No: 123/22", "123/22"),
    ("Request: [FOI/75]", "FOI/75"),
    ("Your reference number is FOI 22/357.", "FOI 22/357"),
    ("Our Ref: 7 August 2019 - 0118.2019-20", "0118.2019-20"),
    ("This request, reference RFI2010000727, was received", "RFI2010000727"),
    ("Serial Number: 0003/11/09 (Please quote this", "0003/11/09"),
    ("FOI request ref: 01/FOI/24/007183/S", "01/FOI/24/007183/S"),
    ("reply to an FOI request no later than 20 days after", None),
    ("FOI disclosure log 2023/24", None),
    ("for ease of reference 2 copies", None),
)
TITLED = rule(
    "reference.in-title",
    "it stands in brackets, or after a dash, at the end of a title",
    r"^(?!original )[^\n]{3,120}?(?:\((?P<words>\d{1,6}[A-Z]?(?:\s?[/_]\s?\d{2,4}|\.\d{4}-\d{2}))\s?\)|"
    r"\s?[-–]\s(?P<words2>\d{1,6}/\d{2,4})|(?<=[a-z])\s(?P<words5>(?!(?:19|20)\d\d/)\d{3,5}/\d{2}))$|"
    r"^(?P<words3>(?:FOI\s\d{4}/\d{2}[-/]\d{1,5}|[A-Z]{2,5}[-/]FOI[-/]\d{2,4}(?:[-/]\d{1,4})?[-/][A-Z]{2}))\s?(?::|"
    r"[-–])\s|^\d{1,2}\s\w{3,9}\s\d{4}\s[–-]\s(?:FOI Response:\s)?(?P<words4>\d{1,5}\.\d{4}-\d{2})\s[–-]|"
    r"^(?:FOI|freedom of information) requests?\s(?:\((?P<words6>[A-Z]{2,5}-?\d{5,13})\)|"
    r"(?P<words7>[A-Z]{2,5}\s?\d{4,8})$)|^(?P<words8>FO?I\d{4,8})$|"
    r"^(?:re:\s)?(?:FOI|freedom of information) requests?\s[–-]\s(?P<words9>\d{4,7})$|"
    r"^(?P<words10>FOI \d{2,6})\s[–-]\s[^\n]{3,80}\((?:[a-z/]{3,20}, )?\d{1,6}\s?[kM]B\)$|"
    r"^request for (?:an )?internal review (?P<words11>\d{1,6}/\d{2,4})$|"
    r"^(?P<words12>FOI \d{6,8}-\d{1,3})\s?[-–:]\s|^(?P<words13>[A-Z]{3,5} (?:19|20)\d\d \d{1,4})\s[-–]\s|"
    r"^(?:FOI|request|information request) (?P<words14>\d{9,13}|FOI/\d{4}/\d{1,5})$|"
    r"^(?P<words16>(?:19|20)\d\d/(?!(?:19|20)\d\d)\d{3,4})\s?[–-]\s?(?=[A-Z][a-z])|"
    r"^(?P<words15>F(?:OI|IO) (?!(?:19|20)\d\d\b)\d{4,6})(?:\s[-–])?\s(?-i:[A-Z][a-z]{2,15} [A-Z][a-z])",
    ("Drones (3300/18)", "3300/18"),
    ("FOI request (FOIR-534415575)", "FOIR-534415575"),
    ("Freedom of Information request NUH 23975", "NUH 23975"),
    ("FI16491", "FI16491"),
    ("2013/482–Dog Statistics", "2013/482"),
    ("2019/20 – Dogs", None),
    ("Re: Freedom of Information request – 72722", "72722"),
    ("Information requests - 889/18", "889/18"),
    ("Fleet list (1246.2018-19)", "1246.2018-19"),
    ("FOI 259 – Letter bundle (application, 268kB)", "FOI 259"),
    ("Request for internal review 666/25", "666/25"),
    ("FOI 13062019-1- Surveillance", "FOI 13062019-1"),
    ("FRSX 2022 104 - Budget", "FRSX 2022 104"),
    ("Request 101001974417", "101001974417"),
    ("FOI 4606 Private Security", "FOI 4606"),
    ("FOI 2000 Act Requests", None),
    ("Information Request FOI/2018/017", "FOI/2018/017"),
    ("the year (2018/19) was", None),
    ("Cars 006/17", "006/17"),
)
REQUESTED = rule(
    "reference.of-request",
    "it stands after the words freedom of information request",
    r"^(?:freedom of information request|"
    r"(?:following|(?:up)?on receipt of) your (?:current|present|new|"
    r"latest) request(?: FOI)?:?)\s?(?P<words>(?:DJ\s)?\d{1,6}\s?[-/]\s?\d{2,6}(?:/\d{2,6})?)\b"
    r"|\bassigned to a caseworker \(case ref(?:erence)? (?P<words3>\d{4,8})\)"
    r"|^(?:refined|revised|amended|new) request \((?P<words2>\d{1,6}[./]\d{2,4}(?:-\d{2})?)\)$",
    ("Freedom of Information Request 163/18", "163/18"),
    ("Refined request (0755.2024-25)", "0755.2024-25"),
    ("NEW REQUEST (720/25)", "720/25"),
    ("This has been assigned to a caseworker (case ref 57362).", "57362"),
    ("FREEDOM OF INFORMATION REQUEST 20/09/1088", "20/09/1088"),
    ("freedom of information request of 2018", None),
)
HEADED = rule(
    "reference.heads-title",
    "a title is what the letter is, and a number",
    rf"^(?:re:?\s{{0,2}})?(?P<words>(?:FOIA?|RFI)[-./ _]?{_NUMBERS})(?![\w/])|"
    rf"^(?:re:?\s{{0,2}})?(?:(?:(?:our )?response to |internal review (?:of )?|"
    rf"your )?(?:request\s)?(?:(?:freedom of information(?: act)?(?: 2000)?|FOIA?|RFI)(?: requests?|"
    rf" disclosure| response|: right to know request)?|public interest test|disclosure|"
    rf"cais rhyddid gwybodaeth)(?:\s?[-–:(]\s?|\s))(?P<words2>(?:(?:FOIA?|RFI)(?:[-./]|"
    rf"\s)?)?(?!{_YEARS}){_NUMBERS})(?![\w/])",
    ("FOI request (FOI-7421-24)", "FOI-7421-24"),
    ("FOI 1234/23 – Drones", "FOI 1234/23"),
    ("Public Interest Test 10/16", "10/16"),
    ("Re: FOI22-0456: Drones", "FOI22-0456"),
    ("Disclosure 2023/24", None),
    ("Response to FOI requests", None),
    ("Freedom of Information: Right to know request 1009-11", "1009-11"),
)
LOGGED = rule(
    "reference.logged",
    "the authority says under which number it logged the request",
    rf"\b(?:(?:logged|registered|recorded|allocated|given)\b[^.\n]{{0,30}}?\b(?:reference(?:\s(?:no|number))?\.?|"
    rf"as)|(?:quoting|quote) (?:the )?(?:reference|ref\.?)(?:\s(?:no|number)\.?)?:?)\s{_VALUE}|"
    r"\byour (?:FOIA?|freedom of information) (?:enquiry|request)\s"
    r"(?P<words3>\d{6,13})\b",
    ("has been logged under the above reference 12607.", "12607"),
    ("It has been logged as FOI 2025/00082", "FOI 2025/00082"),
    ("it was given as evidence", None),
    ("Information Manager for your FOIA enquiry 2009100005134.", "2009100005134"),
    ("to the address below, quoting reference 37482.", "37482"),
)
BELOW = Rule(
    "reference.below-label",
    "a line holds nothing but the label, and the next nothing but the number; or a card gives the number of the "
    "page above",
    examples=(("FOI reference\nFOI 1759225/23\nRequest:\n1. How many?\nResponse:\nNone is held.", "FOI 1759225/23"),),
)
RULES: tuple[Rule, ...] = (LABELLED, TITLED, REQUESTED, HEADED, LOGGED, BELOW)
_LABEL_ALONE = compiled(
    r"(?:(?:FOI|our|request|enquiry)\s)?ref(?:erence)?(?:\s(?:no|number))?\.?:?|PUB\s\d{3,5}", re.IGNORECASE
)
_NUMBER_ALONE = compiled(r"(?:[A-Z]{2,5}[ /-]?)?\d{3,12}(?:[-/.]\d{2,5}){0,2}")
_ROW = compiled(rf"\|\s{{0,3}}(?P<number>{_NUMBERS})\s{{0,3}}\|")
SEVERAL = 3
"""Lines that each begin with another number: of an index; two within an answer are of the requests that it names."""
NEXT_LINE = 40
"""Characters of the line below that may hold the reference, where the label ends its line."""
_ORDINAL = compiled(r"\d{1,2}(?:st|nd|rd|th)\b")
"""The day of a date: ``27th``."""
_DATE = compiled(r"^\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}$")


def reference(parts: Segments) -> Reference | None:
    """The first reference under a label, else the one of the title; None where none is printed."""
    for one in (LABELLED, TITLED, REQUESTED, HEADED, LOGGED):
        for line, zone in sorted(zip(parts.lines, parts.zones, strict=True), key=lambda pair: pair[1] == "request"):
            if zone == "furniture" or (zone == "request" and one not in (LABELLED, REQUESTED)) or line.quoted:
                continue
            goes_on = line.text.endswith((":", "reference") if one is LOGGED else ":")
            end = line.span.end + (NEXT_LINE if goes_on else 0)
            found = (
                one.search(parts.text, line.span.start, end)
                if one in (LABELLED, LOGGED)
                else _at_line(one, line.text, line.span.start)
            )
            if isinstance(found, re.Match):
                if found.start() >= line.span.end:
                    continue
                span = _words(found, 0)
            elif found is not None:
                span = found
            else:
                continue
            value = _cleaned(parts.text[span.start : span.end])
            if _ORDINAL.match(parts.text, span.start):
                continue
            if one is HEADED and len(headed(parts)) >= (2 if zone == "response" else SEVERAL):
                break
            if any(c.isdigit() for c in value) and not _of_another(parts.text, span, line.span.start, value):
                return _longer(parts, one, Reference(value=value, rule=one.id, span=span))
    return _below(parts)


def _longer(parts: Segments, one: Rule, found: Reference) -> Reference:
    """The same reference as a line further on prints it in full: a title may be cut within it."""
    for line in parts.spoken("preface", "heading"):
        match = one.search(parts.text, *line.span)
        if match is None:
            continue
        span = _words(match, 0)
        value = _cleaned(parts.text[slice(*span)])
        if value[: len(found.value) + 1] in {f"{found.value}-", f"{found.value}/"}:
            return Reference(value=value, rule=one.id, span=span)
    return found


def headed(parts: Segments) -> frozenset[str]:
    """The different numbers at the beginnings of lines: of one letter, or of the letters that an index lists."""
    own = parts.spoken("preface", "heading", "response")
    found = ((line, _at_line(HEADED, line.text, line.span.start)) for line in own)
    rows = (_ROW.match(line.text) for line in own)
    listed = {row["number"] for row in rows if row is not None}
    return frozenset(listed.union(_cleaned(parts.text[slice(*span)]) for _, span in found if span is not None))


def _below(parts: Segments) -> Reference | None:
    """The number on the line below its label."""
    own = parts.spoken("preface", "heading", "response", "closing")
    for above, line in itertools.pairwise(own):
        if _LABEL_ALONE.fullmatch(above.words.strip()) and _NUMBER_ALONE.fullmatch(line.words.strip()):
            return Reference(value=_cleaned(line.words), rule=BELOW.id, span=Span(line.body, line.span.end))
    return None


def _at_line(one: Rule, text: str, start: int) -> Span | None:
    first = text.partition("\n")[0]
    found = one.search(first)
    if found is None:
        return None
    return _words(found, start)


def _words(found: re.Match[str], offset: int) -> Span:
    groups = found.groupdict()
    name = next((name for name, words in groups.items() if words), None)
    span = Span(*found.span(name)) if name else words_of(found)
    return Span(span.start + offset, span.end + offset)


def _of_another(text: str, span: Span, line_start: int, value: str) -> bool:
    label = text[max(line_start, span.start - 40) : span.start]
    own = re.search(r"\b(?:response|reply|answer) to my\b", text[line_start : span.start][:200], re.IGNORECASE)
    return (
        own is not None
        or bool(re.search(r"\byour ref\w{0,8}[\s:.]{0,4}$|\b(?:earlier|previous)\b", label, re.IGNORECASE))
        or bool(_DATE.match(value))
        or len(value) < 3
    )


def _cleaned(words: str) -> str:
    return re.sub(r"\s", " ", re.sub(r"\s?([-–/._])\s?", r"\1", words)).replace("–", "-").strip()
