"""Working days are counted as section 10 of the Act counts them; the days were looked up one by one."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foigraph.ingest.working_days import SCOTLAND, UNITED_KINGDOM, is_working_day, parts_of, working_days

DATES = st.dates(datetime.date(2005, 1, 1), datetime.date(2030, 12, 31))


@pytest.mark.parametrize(
    "day",
    ["2022-04-15", "2022-04-18", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2011-04-29", "2012-06-05",
     "2022-12-26", "2022-12-27", "2021-12-28", "2022-01-03", "2022-08-29", "2022-08-01", "2022-01-04", "2022-11-30",
     "2022-03-17", "2022-07-12", "2024-01-02", "2024-12-02", "2024-05-06", "2025-11-29"],
)  # fmt: skip
def test_a_bank_holiday_of_any_part_is_no_working_day(day: str) -> None:
    assert not is_working_day(datetime.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "working"),
    [("2022-08-29", True), ("2022-08-01", False), ("2022-03-17", True), ("2022-07-12", True), ("2024-01-02", False),
     ("2024-12-02", False), ("2022-04-18", True), ("2022-04-15", False)],
)  # fmt: skip
def test_under_the_scottish_act_only_the_bank_holidays_of_scotland_count(day: str, working: bool) -> None:
    assert is_working_day(datetime.date.fromisoformat(day), SCOTLAND) is working


@pytest.mark.parametrize(
    ("received", "answered", "regime", "number"),
    [
        ("2024-06-03", "2024-06-03", "FOIA2000", 0),
        ("2024-06-03", "2024-06-04", "FOIA2000", 1),
        ("2024-06-03", "2024-07-01", "FOIA2000", 20),
        ("2024-06-07", "2024-06-09", "FOIA2000", 0),
        ("2024-06-28", "2024-07-26", "FOIA2000", 19),
        ("2024-06-28", "2024-07-26", "FOISA2002", 20),
        ("2024-12-20", "2025-01-03", "FOIA2000", 6),
    ],
)
def test_the_day_after_receipt_is_the_first(received: str, answered: str, regime: str, number: int) -> None:
    assert working_days(datetime.date.fromisoformat(received), datetime.date.fromisoformat(answered), regime) == number


def test_what_cannot_be_counted_is_not() -> None:
    day = datetime.date(2022, 5, 4)
    assert working_days(day, day - datetime.timedelta(days=1), "FOIA2000") is None
    assert working_days(day, day + datetime.timedelta(days=2000), "FOIA2000") is None
    assert working_days(datetime.date(1999, 1, 4), datetime.date(1999, 1, 5), "FOIA2000") is None


@given(DATES, st.integers(0, 400))
def test_a_longer_time_is_never_shorter_and_never_more_than_five_days_a_week(start: datetime.date, length: int) -> None:
    end = start + datetime.timedelta(days=length)
    counted = working_days(start, end, "FOIA2000")
    assert counted is not None
    assert 0 <= counted <= length
    assert counted <= 5 * (length // 7 + 1)
    following = working_days(start, end + datetime.timedelta(days=1), "FOIA2000")
    assert following in (counted, counted + 1)
    assert parts_of("FOIA2000") == UNITED_KINGDOM
