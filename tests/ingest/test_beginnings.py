"""A pattern that is searched only where it can begin finds what it finds when it is searched everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foigraph.ingest import syntax
from foigraph.ingest.beginnings import MOST, beginnings, compiled
from foigraph.ingest.rulebook import RULEBOOK

PATTERNS = sorted(
    {
        (pattern.pattern, pattern.flags & ~re.UNICODE)
        for one in RULEBOOK.values()
        if one.pattern is not None
        for pattern in (one.pattern, *map(one.way, range(len(one.ways))))
    }
)
PARTS = 10
TEXTS = tuple(text for one in RULEBOOK.values() for text, _ in one.examples)
PIECES = ("section", "Section", "ſection", "K", "k", "\u212a", "31", "٣", "’", "–", " ", "(", "İ", "ı", "i", "Ä")
SMALL = (
    (r"\bsections?\s\d", re.IGNORECASE),
    (r"(?:the\s)?(?-i:[A-Z]\w+)", re.IGNORECASE),
    (r"(?<=[a-z])\s?(?:k|\d)+", re.IGNORECASE),
    (r"[^a-z\s]\w", re.IGNORECASE),
    (r"k|ſ|İ", re.IGNORECASE),
    (r"(?:i|(?=s)\w)\b", 0),
    (r"^\W?\d", re.MULTILINE),
    (r"(?:\s?(?:a|b)?)k", re.IGNORECASE),
    (r"(?P<x>s|k)(?P=x)?\d{0,2}", re.IGNORECASE),
    (r"\b(?:sec)?t?", re.IGNORECASE),
)


def places(pattern: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], dict[str, str]]]:
    return [(found.span(), found.groupdict()) for found in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "flags", "expected"),
    [
        (r"\bquestions?\b", re.IGNORECASE, "Qq"),
        (r"\bquestions?\b", 0, "q"),
        (r"(?:the )?(?-i:Act|Order)", re.IGNORECASE, "AOTt"),
        (r"(?<=x)(?![yz])\d{1,2}", 0, "0123456789"),
        (r"ſ\w", re.IGNORECASE, "Ss"),
        (r"[k-m]", re.IGNORECASE, "KLMklm"),
        (r"(?>ab|c)d", 0, "ac"),
    ],
)
def test_beginnings_are_told_from_the_pattern(pattern: str, flags: int, expected: str) -> None:
    assert "".join(sorted(beginnings(pattern, flags) or ())) == expected


def test_pattern_that_may_fit_nothing_has_no_beginnings() -> None:
    assert [beginnings(expression, 0) for expression in ("", "a?", r"\b", r"(?:a|)", r"(?=a)")] == [None] * 5


def test_pattern_is_the_same_but_for_where_it_is_searched() -> None:
    expression = r"(?P<one>a)|(b)(?P<three>c)"
    made, plain = compiled(expression, re.IGNORECASE), re.compile(expression, re.IGNORECASE)
    assert made.flags == plain.flags
    assert made.pattern == plain.pattern
    assert made.groupindex == plain.groupindex
    assert made.groups == plain.groups
    assert made.search("BC").lastgroup == plain.search("BC").lastgroup == "three"  # type: ignore[union-attr]


def test_rules_are_searched_only_where_they_can_begin() -> None:
    known = [beginnings(*pattern) for pattern in PATTERNS]
    few = [one for one in known if one is not None and len(one) <= MOST]
    assert len(few) > 0.7 * len(PATTERNS)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_rule_finds_the_same_as_when_it_is_searched_everywhere(part: int) -> None:
    for number, pattern in enumerate(PATTERNS[part::PARTS]):
        made, plain = compiled(*pattern), re.compile(*pattern)
        for text in TEXTS[number % PARTS :: PARTS]:
            for written in (text, text.upper(), f"ſ’{text}"):
                assert places(made, written) == places(plain, written), (pattern, written)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=8), pattern=st.sampled_from(SMALL))
def test_any_text_is_searched_as_it_would_be_everywhere(pieces: list[str], pattern: tuple[str, int]) -> None:
    text = "".join(pieces)
    made, plain = compiled(*pattern), re.compile(*pattern)
    assert places(made, text) == places(plain, text)
    for start in range(len(text)):
        assert [found and found.span() for found in (made.search(text, start), made.match(text, start))] == [
            found and found.span() for found in (plain.search(text, start), plain.match(text, start))
        ]


def test_without_the_compiler_of_python_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "parser", None)
    made = compiled(r"\bsections?\s\d", re.IGNORECASE)
    assert beginnings(made.pattern, made.flags) is None
    assert places(made, "Section 1, section 2") == [((0, 9), {}), ((11, 20), {})]
