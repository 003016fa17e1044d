"""Dates of the letter: when the request came, when it was answered, when the answer was published."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from typing import Literal

from ..beginnings import compiled
from ..layout import Line
from ..model import DateFact, Span
from ..parts import Segments
from ..rules import Rule, rule

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?P<date>\d{{1,2}}(?:\^?\s?(?:st|nd|rd|th)(?:\sof)?\s{{0,3}}|(?:\sof)?\s{{0,3}}){_MONTH},?\s{{1,3}}\d{{4}}|"
    rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|"
    r"\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.](?:\s?\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{2}-\d{2}-(?:19|20)\d{2}(?!\d))"
)


def _date(name: str) -> str:
    """The pattern of a date under another name, for a pattern that has several."""
    return DATE.replace("<date>", f"<{name}>")


WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s)?"
Kind = Literal["received", "response", "disclosed"]

RECEIVED = rule(
    "date.received",
    "the letter says when the request came",
    rf"\b(?:request|application|enquiry|e-?mail|letter|which|it|this|receipt)\b(?:[^\n.]|\n(?!\n)){{0,80}}?\b(?:reached|arrived|"
    rf"came\s(?:in\s?)?to|being)\b(?:[^\n.]|\n(?!\n)){{0,60}}?\bon\s(?:the\s)?{WEEKDAY}"
    rf"{_date('date6')}|"
    rf"\breceived (?:your request(?: for information)?|it|your e-?mail|"
    rf"your letter)\son\s(?:the\s)?{WEEKDAY}{_date('date4')}|\b(?:received|submitted|"
    rf"(?:(?<=request )|(?<=information )|(?<=correspondence ))logged|notified)"
    rf"(?:\s(?:by|from|at|to|in)(?:(?!\bbetween\b)[^\n]|\n(?!\n)){{0,90}}?)?(?:\son)?(?:\sthe)?:?\s{{1,3}}{DATE}|^requested\s(?:(?:mon|tue|wed|thu|fri|sat|"
    rf"sun)\w{{0,6}},?\s)?{_date('date5')}|"
    rf"\b(?:date (?:of request|requested|received|request received)|request date|received date)\s?[:|]\s{{0,8}}"
    rf"{WEEKDAY}{_date('date2')}",
    ("which was received on 26th January 2024 as follows", "received on 26th January 2024"),
    ("your request for information logged on 8 March 2013", "logged on 8 March 2013"),
    ("which reached this office on 10th May 2023 and reads", "which reached this office on 10th May 2023"),
    ("dated 5/11/2015, which came into this office on 06.11.2015", "which came into this office on 06.11.2015"),
    ("Date requested | 06/11/2024 |", "Date requested | 06/11/2024"),
    ("Date of request: May 30, 2018", "Date of request: May 30, 2018"),
    ("Request Date:\nMonday, 6 November, 2017", "Request Date:\nMonday, 6 November, 2017"),
    ("submitted to us between 1st January 2023 and 6th August 2025", None),
    ("by 16 February 2022", None),
)
DATED = rule(
    "date.request-dated",
    "the letter says of which date the request is, and not when it came",
    rf"\b(?:e-?\s?mail(?: enquiry)?|enquiry|letter|correspondence|application(?: for information)?|"
    rf"request(?: for information)?),?\s(?:dated|of)\s(?:the\s)?{DATE}",
    ("your request for information, dated 9th February 2015", "request for information, dated 9th February 2015"),
    ("your request for information dated 15 January 2020", "request for information dated 15 January 2020"),
    ("Thank you for your e-mail enquiry of 06/05/2009 3:04:24 AM", "e-mail enquiry of 06/05/2009"),
    ("received on 26th January 2024", None),
)
RESPONSE = rule(
    "date.response",
    "the letter says when it was answered",
    rf"\b(?:date (?:of response|responded|of reply)|response date|date answered|date (?:completed|closed|sent)|"
    rf"completed:|(?:response|reply) sent(?: on)?|responded(?: to)?(?: on)?)\s?:?\s{{0,8}}(?:(?:mon|tue|wed|thu|"
    rf"fri)\w{{0,6}},?\s)?{DATE}|^{_date('date5')}\s[^\n]{{0,40}}\b(?:response|reply):?$|"
    rf"\bissued(?:\son|:)?\s{_date('date2')}|"
    rf"^sent (?:via|by) e-?mail(?: on)?\s{_date('date6')}|"
    rf"^date\s?:?\s{{0,4}}{WEEKDAY}{_date('date3')}|"
    rf"\bIR\)? decision\s?=\s?{_date('date4')}|^response {_date('date7')}$|"
    r"^response (?P<date8>\d{2}-\d{2}-\d{2})$",
    ("Date Responded 27 June 2018", "Date Responded 27 June 2018"),
    ("Date: 04/07/25", "Date: 04/07/25"),
    ("Sent via email 8/5/2006", "Sent via email 8/5/2006"),
    ("Response sent: 1 April 2022", "Response sent: 1 April 2022"),
    ("Response 23-11-2018", "Response 23-11-2018"),
    ("Response 24-11-21", "Response 24-11-21"),
    ("28/02/2025 Herts response:", "28/02/2025 Herts response:"),
    ("-Date: January 1st", None),
)
DISCLOSED = rule(
    "date.disclosed",
    "the letter or its page says when it was published",
    rf"\b(?:disclosed|published|date released|posted|uploaded|publication date|released the following information|"
    rf"version date|date added|date of publication)(?:\son)?\s?:?\s{{1,3}}(?:(?:mon|tue|wed|thu|fri|sat|"
    rf"sun)\w{{0,6}},?\s)?{DATE}|^dated(?:\son)?\s?:?\s{{1,3}}{_date('date3')}|"
    rf"^(?:our ref:\s)?{_date('date2')}\s?(?:\||[–-]\s(?-i:[A-Z\d]))",
    ("Our Ref: 7 August 2019 - 0118.2019-20", "Our Ref: 7 August 2019 - 0"),
    ("and disclosed on 26/10/2022)", "disclosed on 26/10/2022"),
    ("Date of publication: 01/05/2022", "Date of publication: 01/05/2022"),
    ("January 22, 2026 | Category", "January 22, 2026 |"),
    ("updated 10 January 2024", None),
    ("We released the following information on 6 March 2012:", "released the following information on 6 March 2012"),
    ("Date Added: Sunday, November 13, 2022", "Date Added: Sunday, November 13, 2022"),
)
LETTERHEAD = rule(
    "date.letterhead",
    "a line that holds a date and little else, at the head of the letter",
    rf"\b(?:fax:?\s[\d ]{{6,16}}|website:|protectively marked)\s{WEEKDAY}{_date('date2')}|"
    rf"(?:^|@\S{{3,40}}\s|\[email\sprotected\]\s){_date('date3')}(?=\s(?:freedom of information (?:act )?request|"
    rf"dear)\b)|"
    rf"^(?:[^\n]{{0,60}}\byour ref:\s|(?:mon|tue|wed|thu|fri|sat|sun)\w{{0,6}},?\s)?{DATE}\.?$",
    ("27 September 2017", "27 September 2017"),
    ("Wednesday, 12 December 2012", "Wednesday, 12 December 2012"),
    ("on 27 September 2017 we met and talked", None),
    ("15th January 2021 Freedom of Information Request", "15th January 2021"),
    ("Email: foi@fenshire.example 16/01/2020 FREEDOM OF INFORMATION REQUEST", "@fenshire.example 16/01/2020"),
)
BELOW_OUTCOME = Rule(
    "date.below-outcome",
    "a card whose labels are lost: under the line that says how the request ended stand two dates alone, when it came "
    "and when it was answered",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\nHow many?\nPart Disclosure with Section 31(3) Exemption\n5 October 2021\n"
            "25 October 2021\nSome information is held.",
            "25 October 2021",
        ),
        (
            "FOI Reference: 1/22\nRequest:\nHow many?\nS12 Plus Information\n19/08/2020\n07/09/2020\nSome is held.",
            "07/09/2020",
        ),
    ),
)
ABOVE_CARD = Rule(
    "date.above-card",
    "a page of a log has its date above the card of the request",
    examples=(
        (
            "February 19, 2025\nRequest Number: FOI/13641\nSubject: Theft\nRequest\nHow many?\nResponse\nNone is held.",
            "February 19, 2025",
        ),
    ),
)
BELOW_LABEL = Rule(
    "date.below-label",
    "an item of a card holds nothing but the label of a date, and the next nothing but a date",
    examples=(
        (
            "Title\n- FOI reference\n- FOI/202500449165\n- Date received\n- 22 January 2025\n- Date responded\n"
            "- 19 February 2025\nInformation requested\nHow many?\nResponse\nNone is held.",
            "19 February 2025",
        ),
    ),
)
RULES: tuple[Rule, ...] = (RECEIVED, DATED, RESPONSE, DISCLOSED, LETTERHEAD, BELOW_OUTCOME, ABOVE_CARD, BELOW_LABEL)
_LABELS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        compiled(r"(?:date (?:request )?received|received(?: date)?|request date|date of request)", re.IGNORECASE),
        "received",
    ),
    (compiled(r"(?:date (?:responded|of response|answered)|response date|responded)", re.IGNORECASE), "response"),
    (compiled(r"(?:date (?:published|disclosed|released)|publication date|published)", re.IGNORECASE), "disclosed"),
)
_OUTCOME = compiled(
    r"(?:(?:full|part(?:ial)?|no)\s)?(?:disclosure|disclosed|refusal|refused|exemption)\b|"
    r"S(?:ection)?\s?12 plus information",
    re.IGNORECASE,
)
_EMBEDDED = compiled(
    rf"(?i:^(?:date(?! (?:of (?:the )?(?:request|publication)|request|received|published|disclosed|"
    rf"released|posted))|our ref)[^\n]{{0,40}}?:|"
    rf"(?<![a-z] )\bDate:|(?-i:\bDate(?:\s/)?(?=\s\d)))\s{{0,20}}(?i:{DATE})"
)
"""The date of a letter behind its label, within a line."""
_DATE_ALONE = compiled(DATE, re.IGNORECASE)
_YEAR_BELOW = compiled(rf"\n(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_MONTH},?\s)?(?:19|20)\d{{2}}\b", re.IGNORECASE)
"""The rest of a date that was wrapped."""
_BREAKS_OFF = compiled(r"\breceived\s(?:by|from|at|in)\b[^.\n]{0,60}$", re.IGNORECASE)
_GOES_ON = compiled(r"\n[^\n]{1,90}")
"""A line that ends before it has said when the request came, and the next."""
_VALUE_BELOW = compiled(r"\s{0,8}\n[^\n]{1,40}")
"""What a label that ends its line is the label of."""
_DATE_LABEL = compiled(r"\bdate\s?:?\s{0,4}$", re.IGNORECASE)
"""The label of a date that does not say what happened on it."""
LONGEST_LABEL = 12
"""Characters of that label with the space behind it."""
LONGEST_BELOW = 100
"""More characters than the patterns above take of the line below."""
LETTERHEAD_LINES = 12
FROM_TEMPLATE = 60
"""Days before its request that a page is dated: more is the date of a template, fewer a misprint."""
_DIGIT = compiled(r"\d")
_NUMERIC = compiled(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{2,4})$")


def parse_date(words: str) -> str | None:
    """A date as ISO 8601, or None where there is no such day. Two-digit years are of this century."""
    words = words.strip().lower()
    try:
        if numeric := _NUMERIC.match(words):
            day, month, year = int(numeric[1]), int(numeric[2]), int(numeric[3])
            return datetime.date(year + 2000 if year < 100 else year, month, day).isoformat()
        if re.match(r"\d{4}-", words):
            return datetime.date.fromisoformat(words).isoformat()
        month_name = re.search(
            r"[a-z]{3,9}(?<!st)(?<!nd)(?<!rd)(?<!th)|[a-z]{4,9}",
            re.sub(r"\d(?:\^?\s?(?:st|nd|rd|th))|\bof\b", " ", words),
        )
        numbers = [int(number) for number in re.findall(r"\d+", words)]
        if month_name is None or len(numbers) < 2:
            return None
        month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(month_name.group()[:3]))
        return datetime.date(numbers[-1], month, numbers[0]).isoformat()
    except (ValueError, StopIteration):
        return None


def dates(parts: Segments) -> tuple[DateFact, ...]:
    """The first date of each kind; a page that carries a date before that of its request carries it from a template."""
    found: dict[Kind, DateFact] = {}
    kinds: tuple[tuple[Rule, Kind], ...] = ((RECEIVED, "received"), (RESPONSE, "response"), (DISCLOSED, "disclosed"))
    for line, zone in zip(parts.lines, parts.zones, strict=True):
        if zone == "furniture" or line.quoted or not _has_digit(parts.text, line.span):
            continue
        for one, kind in kinds:
            if (
                kind not in found
                and (zone != "request" or kind == "received" or _card_line(parts, one, line.span))
                and (fact := _fact(parts, one, kind, line.span))
            ):
                found[kind] = fact
    if "response" in found:
        found["response"] = _said_better(parts, found["response"])
    if "received" not in found and (fact := _request_dated(parts)):
        found["received"] = fact
    of_card = {fact.kind: fact for fact in (*_below_labels(parts), *_above_card(parts))}
    if "response" not in found | of_card and (fact := _letterhead(parts)):
        found["response"] = fact
    if not found.keys() & {"received", "response"}:
        found |= {fact.kind: fact for fact in _below_outcome(parts)}
    found = of_card | found
    received, published = found.get("received"), found.get("disclosed")
    if received is not None and published is not None and _days(received.value, published.value) > FROM_TEMPLATE:
        del found["disclosed"]
    return tuple(sorted(found.values(), key=lambda fact: fact.span or Span(0, 0)))


def _card_line(parts: Segments, one: Rule, within: Span) -> bool:
    """Whether a line holds nothing but a date and its label, as the line of a card does that a request runs into."""
    match = one.search(parts.text[slice(*within)])
    return one is RESPONSE and match is not None and match.group() == parts.text[slice(*within)]


def _said_better(parts: Segments, found: DateFact) -> DateFact:
    """The date that a label says is that of the answer, where the one found is no more than labelled a date."""
    if found.span is None or not _ends_label(parts.text, found.span.start):
        return found
    labelled = (one for one in response_dates(parts) if one.span is not None)
    return next((one for one in labelled if one.span and not _ends_label(parts.text, one.span.start)), found)


def _ends_label(text: str, place: int) -> bool:
    """Whether the words before a place are no more than the label of a date."""
    return _DATE_LABEL.search(text, max(0, place - LONGEST_LABEL), place) is not None


def _days(later: str, earlier: str) -> int:
    return (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days


def _request_dated(parts: Segments) -> DateFact | None:
    lines = [line for line in parts.spoken("preface", "response", "closing", "heading") if not line.quoted]
    facts = (_fact(parts, DATED, "received", line.span) for line in lines if _has_digit(parts.text, line.span))
    return next((fact for fact in facts if fact is not None), None)


def response_dates(parts: Segments) -> list[DateFact]:
    """Every date that the letter labels as that of its answer."""
    lines = [line for line in parts.spoken("preface", "response", "closing", "heading") if not line.quoted]
    found = [_fact(parts, RESPONSE, "response", line.span) for line in lines if _has_digit(parts.text, line.span)]
    return [fact for fact in found if fact is not None]


def _fact(parts: Segments, one: Rule, kind: Kind, within: Span) -> DateFact | None:
    below = (_VALUE_BELOW if parts.text[within.end - 1] == ":" else _YEAR_BELOW).match(parts.text, within.end)
    if below is None and kind == "received":
        below = _GOES_ON.match(parts.text, within.end) if _BREAKS_OFF.search(parts.text, *within) else None
    stop = below.end() if below else within.end
    if _DIGIT.search(parts.text, within.start, stop) is None:
        return None
    match = one.search(parts.text[within.start : stop])
    if match is None:
        return None
    name = next(name for name, words in match.groupdict().items() if words)
    value = parse_date(match[name])
    if value is None:
        return None
    span = Span(within.start + match.start(name), within.start + match.end(name))
    return DateFact(kind=kind, value=value, rule=one.id, span=span)


def _has_digit(text: str, within: Span) -> bool:
    """Whether a line, or what of the next can belong to its date, has a digit; without one it has no date."""
    return _DIGIT.search(text, within.start, within.end + LONGEST_BELOW) is not None


def _below_outcome(parts: Segments) -> tuple[DateFact, ...]:
    """The two dates under the outcome of a card; none where the second is the earlier."""
    lines = [line for line, zone in zip(parts.lines, parts.zones, strict=True) if zone != "furniture"]
    for outcome, first, second in zip(lines, lines[1:], lines[2:], strict=False):
        if not (_OUTCOME.match(outcome.text) and all(_DATE_ALONE.fullmatch(one.text) for one in (first, second))):
            continue
        came, answered = parse_date(first.text), parse_date(second.text)
        if came is not None and answered is not None and came <= answered:
            return (
                DateFact(kind="received", value=came, rule=BELOW_OUTCOME.id, span=first.span),
                DateFact(kind="response", value=answered, rule=BELOW_OUTCOME.id, span=second.span),
            )
    return ()


def _below_labels(parts: Segments) -> Iterator[DateFact]:
    """The dates of a card of which each label and each value is an item."""
    for label, below in itertools.pairwise(parts.spoken("preface", "heading", "request")):
        kind = next((kind for pattern, kind in _LABELS if pattern.fullmatch(label.words.strip(" -:"))), None)
        date = _DATE_ALONE.search(below.text) if kind is not None else None
        if kind is None or date is None or below.words.strip() != date[0] or (value := parse_date(date[0])) is None:
            continue
        start = below.span.start + date.start()
        yield DateFact(kind=kind, value=value, rule=BELOW_LABEL.id, span=Span(start, start + len(date[0])))


def _above_card(parts: Segments) -> Iterator[DateFact]:
    """The date of a page of a log, alone above the card that begins with the number of the request."""
    for line, below in itertools.pairwise(parts.spoken("preface")):
        alone = _DATE_ALONE.fullmatch(line.text)
        if alone is not None and below.text.startswith("Request Number:") and (value := parse_date(alone[0])):
            yield DateFact(kind="disclosed", value=value, rule=ABOVE_CARD.id, span=line.span)


def _below_reference(parts: Segments, lines: list[Line]) -> DateFact | None:
    """The date of a letter in a thread: alone on the line right below its reference."""
    for above, line in itertools.pairwise(lines):
        if re.match(r"our ref", above.text, re.IGNORECASE) and (
            fact := _fact(parts, LETTERHEAD, "response", line.span)
        ):
            return fact
    return None


def _letterhead(parts: Segments) -> DateFact | None:
    """The date in the letterhead; below the request of a thread a line with a date is a post, not a letter."""
    heads = [(line, zone) for line, zone in zip(parts.lines, parts.zones, strict=True) if zone != "furniture"]
    threads = any(re.match(r"from: |the request was ", line.text, re.IGNORECASE) for line, _ in heads[:4])
    if threads:
        return _below_reference(parts, [line for line, _ in heads])
    named = next((n for n, (line, _) in enumerate(heads) if re.match(r"our ref", line.text, re.IGNORECASE)), 0)
    if heads and re.match(r"(?:mon|tue|wed|thu|fri|sat|sun)", heads[0][0].text, re.IGNORECASE):
        heads, named = heads[1:], max(named - 1, 0)
    for line, zone in (*heads[:LETTERHEAD_LINES], *heads[max(LETTERHEAD_LINES, named - 2) : named + 4]):
        if zone in {"preface", "heading"} and (fact := _fact(parts, LETTERHEAD, "response", line.span)):
            return fact
        last = line.text.rpartition("\n")[2]
        if (
            zone == "preface"
            and last != line.text
            and (fact := _fact(parts, LETTERHEAD, "response", Span(line.span.end - len(last), line.span.end)))
        ):
            return fact
        embedded = _EMBEDDED.search(line.text)
        if zone == "preface" and embedded and (value := parse_date(embedded["date"])):
            span = Span(line.span.start + embedded.start("date"), line.span.start + embedded.end("date"))
            return DateFact(kind="response", value=value, rule=LETTERHEAD.id, span=span)
    return None
