"""Every fact of a letter is explained in its place by its rule, and the letter is there to the last character."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foigraph.core.errors import DefinitionError
from foigraph.examples import letters
from foigraph.ingest.annotations import KINDS, PASSAGES
from foigraph.ingest.explain import LONGEST_SEEN, VOICES, Explanation, Piece, explain
from foigraph.ingest.extract import extract
from foigraph.ingest.model import Disclosure, Heading, Link, Remark, Source, Span
from foigraph.ingest.parts import Zone
from foigraph.ingest.readers import read_document, to_text
from foigraph.ingest.record import to_record
from foigraph.ingest.rulebook import RULEBOOK, reason_of
from foigraph.ingest.segment import segment
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary

LETTERS = [Path(str(letter)) for letter in letters()]
Fact = tuple[str, str, tuple[int, ...] | None]
"""Rule, status, span."""


def read(path: Path, vocabulary: Vocabulary) -> Disclosure:
    text = read_document(path.read_bytes(), name=path.name, url=None, media_type=None, max_bytes=10_000_000)
    return extract(text, vocabulary)


def explained(text: str) -> Explanation:
    return explain(extract(to_text(text), load_vocabulary()))


def facts_of_the_record(value: Any) -> Counter[Fact]:
    """Whatever in a record has a rule, a status and a place."""
    if isinstance(value, list):
        return sum((facts_of_the_record(inner) for inner in value), Counter())
    if not isinstance(value, dict):
        return Counter()
    found: Counter[Fact] = sum((facts_of_the_record(inner) for inner in value.values()), Counter())
    if {"rule", "status", "span"} <= value.keys():
        found[value["rule"], value["status"], tuple(value["span"]) if value["span"] else None] += 1
    return found


def pieces(explanation: Explanation) -> list[Piece]:
    return [piece for turn in explanation.turns for line in turn.lines for piece in line.pieces]


def check(explanation: Explanation) -> None:
    """What holds of the explanation of any text."""
    text, placed = explanation.letter.text, explanation.placed
    lines = [line for turn in explanation.turns for line in turn.lines]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    printed = ["".join(text[slice(*piece.span)] for piece in line.pieces) for line in lines]
    assert printed == [line.removesuffix("\r") for line in text.split("\n")]
    assert [fact.number for fact in explanation.facts] == list(range(1, len(explanation.facts) + 1))
    assert [fact for line in lines for fact in line.begins] == list(placed)
    for piece in pieces(explanation):
        if piece.span.start < piece.span.end:
            there = [f for f in placed if f.span and f.span.start <= piece.span.start and piece.span.end <= f.span.end]
            assert list(piece.facts) == there
            assert piece.fact is None or piece.fact in there
    long = [f for f in placed if f.span and ("\n" in text[slice(*f.span)] or f.span.end - f.span.start > LONGEST_SEEN)]
    assert Counter(fact for piece in pieces(explanation) for fact in piece.ends) == Counter(long)
    assert all(fact.reason == reason_of(fact.rule) for fact in explanation.facts)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.name)
def test_every_fact_of_the_record_is_explained_by_its_rule(letter: Path, fictional: Vocabulary) -> None:
    disclosure = read(letter, fictional)
    explanation = explain(disclosure)
    check(explanation)
    recorded = facts_of_the_record(to_record(disclosure))
    told: Counter[Fact] = Counter((f.rule, f.status, tuple(f.span) if f.span else None) for f in explanation.facts)
    assert sum(recorded.values()) > 25
    assert recorded - told == Counter()
    more = {f.kind for f in explanation.facts if told[f.rule, f.status, f.span] > recorded[f.rule, f.status, f.span]}
    assert more <= {"inferred provision", "balance", "dependency"}, "the record keeps these within what they belong to"


def test_facts_of_every_kind_are_met_in_the_letters(fictional: Vocabulary, shared: Path) -> None:
    met = {fact.kind for letter in LETTERS for fact in explain(read(letter, fictional)).facts}
    seed = extract(to_text((shared / "corpus" / "seed-671-2022.txt").read_text(encoding="utf-8")), load_vocabulary())
    met |= {fact.kind for fact in explain(seed).facts}
    assert set(KINDS) - met == set()
    assert set(KINDS) >= PASSAGES


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_explained(text: str) -> None:
    check(explained(text))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(LETTERS), st.integers(0, 4_000), st.integers(0, 4_000), st.sampled_from(["\n", "\r\n"]))
def test_any_cut_of_a_letter_is_explained(letter: Path, start: int, length: int, end: str) -> None:
    text = letter.read_text(encoding="utf-8")[start : start + length].replace("\n", end)
    explanation = explained(text)
    check(explanation)
    recorded = facts_of_the_record(to_record(explanation.letter))
    assert recorded - Counter((f.rule, f.status, tuple(f.span) if f.span else None) for f in explanation.facts) == (
        Counter()
    )


def made(text: str, *spans: tuple[int, int]) -> Explanation:
    """The explanation of a letter with a remark at each span."""
    remarks = tuple(
        Remark(id=str(n), topic="advice", rule="remark.advice", span=Span(*span)) for n, span in enumerate(spans)
    )
    source = Source(url=None, sha256="", text_sha256="", media_type="text/plain")
    return explain(Disclosure(kind="disclosure", kind_reason=None, source=source, text=text, remarks=remarks))


@settings(max_examples=100, deadline=None)
@given(
    st.text("ab \r\n", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=8),
)
def test_facts_may_nest_cross_and_touch_as_they_like(text: str, spans: list[list[int]]) -> None:
    within = [(min(start, len(text)), min(end, len(text))) for start, end in spans]
    check(made(text, *(span for span in within if span[0] < span[1])))


def test_facts_that_cross_are_cut_into_pieces() -> None:
    found = pieces(made("one two three", (0, 7), (4, 13)))
    assert [(tuple(p.span), [fact.number for fact in p.facts]) for p in found] == [
        ((0, 4), [1]), ((4, 7), [1, 2]), ((7, 13), [2]),
    ]  # fmt: skip
    assert [piece.fact.number for piece in found if piece.fact] == [1, 1, 2], "the shorter one is the more specific"


def test_a_fact_on_the_same_words_as_another_stands_within_the_one_that_holds_it() -> None:
    text = "Section 23 is an absolute exemption."
    letter = "Response:\nWe can neither confirm nor deny that it is held, by virtue of the following exemptions:\n"
    explanation = explained(letter + text)
    same = [f.kind for f in explanation.placed if f.span and explanation.letter.words(f.span) == "Section 23"]
    assert same == ["inferred provision", "citation"]
    inferred = next(fact for fact in explanation.facts if fact.kind == "inferred provision")
    assert (inferred.status, inferred.value, inferred.rule) == ("inferred", "foia2000-23-5", "citation.ncnd-23")


def test_who_speaks_is_told_of_every_line() -> None:
    explanation = explained(
        "Skip to content\nDear Sir\n\nRequest:\n1. How many drones?\n> and at what cost?\n\nResponse:\n"
        "No information is held.\nSection 17 of the Act: where exemptions are relied upon\n(a) states that fact,\n"
        "Yours faithfully\nA. Clerk"
    )
    assert [(turn.voice, [line.number for line in turn.lines]) for turn in explanation.turns] == [
        ("furniture", [1]), ("opening", [2, 3]), ("heading", [4]), ("requester", [5, 6, 7]), ("heading", [8]),
        ("force", [9]), ("statute", [10, 11]), ("closing", [12, 13]),
    ]  # fmt: skip


def test_every_voice_is_explained() -> None:
    zones: tuple[Zone, ...] = Zone.__args__  # type: ignore[attr-defined]
    from foigraph.ingest.explain import _OF_ZONE

    assert set(zones) == set(_OF_ZONE)
    assert set(_OF_ZONE.values()) == set(VOICES)


def test_the_lines_that_are_shown_are_those_that_were_read(fictional: Vocabulary) -> None:
    for letter in LETTERS:
        disclosure = read(letter, fictional)
        parts = segment(disclosure.text)
        assert (parts.furniture, parts.headings, parts.request) == (
            disclosure.furniture, disclosure.headings, disclosure.request,
        )  # fmt: skip


def test_facts_without_words_come_last_and_say_so(fictional: Vocabulary) -> None:
    letter = next(letter for letter in LETTERS if letter.name.startswith("borsetshire"))
    explanation = explain(read(letter, fictional))
    assert [(f.kind, f.value, f.status, f.rule) for f in explanation.unplaced] == [
        ("working days", "18", "inferred", "working-days.united-kingdom")
    ]
    assert dict(explanation.summary())["facts"].endswith(", 1 inferred")


def test_what_is_no_disclosure_has_its_reason_and_its_lines() -> None:
    explanation = explained("Eggs\nMilk\nBread")
    assert explanation.facts == ()
    assert [line.number for turn in explanation.turns for line in turn.lines] == [1, 2, 3]
    assert list(explanation.summary()) == [
        ("no disclosure", "kind.nothing-of-a-letter: no request, no answer and no reference in it")
    ]


def test_long_quotes_keep_their_first_and_last_words() -> None:
    explanation = made("Some words of a letter " * 20, (0, 20))
    assert explanation.quote(Span(0, 10)) == "Some words"
    quote = explanation.quote(Span(0, 460))
    assert quote.startswith("Some words of a letter")
    assert " … " in quote
    assert len(quote) <= LONGEST_SEEN + 3


def test_a_rule_that_no_module_has_is_an_error_of_ours() -> None:
    assert all(rule.reason for rule in RULEBOOK.values())
    with pytest.raises(DefinitionError, match="no-such-rule"):
        reason_of("no-such-rule")
    source = Source(url=None, sha256="", text_sha256="", media_type="text/plain")
    heading = Heading(kind="request", rule="no-such-rule", span=Span(0, 1))
    letter = Disclosure(kind="disclosure", kind_reason=None, source=source, text="x", headings=(heading,))
    with pytest.raises(DefinitionError):
        explain(letter)


def test_a_fact_that_begins_in_a_line_break_is_not_lost() -> None:
    link = Link(id="link", url="x", rule="link.printed", span=Span(1, 3))
    source = Source(url=None, sha256="", text_sha256="", media_type="text/plain")
    explanation = explain(Disclosure(kind="disclosure", kind_reason=None, source=source, text="a\nb", links=(link,)))
    assert [[len(piece.begins) for piece in line.pieces] for turn in explanation.turns for line in turn.lines] == [
        [0, 1], [0],
    ]  # fmt: skip
