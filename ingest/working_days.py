"""Working days between two dates, as the Acts count them.

Section 10(6) of the Freedom of Information Act 2000: a day that is no Saturday, Sunday, Christmas Day, Good Friday or
bank holiday "in any part of the United Kingdom". Section 73 of the Freedom of Information (Scotland) Act 2002 leaves
out the bank holidays of Scotland alone. The Environmental Information Regulations 2004 take over section 10(6) by
regulation 2(1). The days themselves come from the library ``holidays``.
"""

from __future__ import annotations

import datetime
from functools import cache

import holidays

from .rules import Rule

UNITED_KINGDOM = ("ENG", "NIR", "SCT", "WLS")
SCOTLAND = ("SCT",)
IN_SCOTLAND = Rule(
    "working-days.scotland",
    "counted between the two dates printed, without weekends and the bank holidays of Scotland",
)
IN_UNITED_KINGDOM = Rule(
    "working-days.united-kingdom",
    "counted between the two dates printed, without weekends and the bank holidays of any part of the United Kingdom",
)
RULES: tuple[Rule, ...] = (IN_SCOTLAND, IN_UNITED_KINGDOM)
COUNTED_BY = {SCOTLAND: IN_SCOTLAND, UNITED_KINGDOM: IN_UNITED_KINGDOM}
FIRST, LAST = 2005, 2100
"""The duty to answer has been in force since 1 January 2005."""
LONGEST = datetime.timedelta(days=3 * 366)
"""Dates further apart are more likely misread than true."""


def parts_of(regime: str) -> tuple[str, ...]:
    """The parts of the United Kingdom whose bank holidays are no working days under a regime."""
    return SCOTLAND if regime in ("FOISA2002", "EISR2004") else UNITED_KINGDOM


def working_days(received: datetime.date, answered: datetime.date, regime: str) -> int | None:
    """Working days after the day of receipt, up to the day of the answer and with it (section 10(1)).

    None where the answer comes first, where years lie between, or where a date is before the Act was in force.
    """
    if not (received <= answered <= received + LONGEST) or received.year < FIRST or answered.year > LAST:
        return None
    days = (received + datetime.timedelta(number) for number in range(1, (answered - received).days + 1))
    return sum(is_working_day(day, parts_of(regime)) for day in days)


def is_working_day(day: datetime.date, parts: tuple[str, ...] = UNITED_KINGDOM) -> bool:
    """Whether it is none of a weekend and no bank holiday of any of the parts."""
    return day.weekday() < 5 and all(day not in _bank_holidays(part) for part in parts)


@cache
def _bank_holidays(part: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=part)
