"""Every pattern of the reader and of the shapes takes time in proportion to the text (hazard R21).

The patterns are collected by looking, not by listing: those that the modules hold, those in calls such as
``re.search(r"…", …)``, those made of the vocabulary at run time, and each ``sh:pattern``. The texts are made of what
each pattern itself looks for.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import itertools
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from re import _constants as codes
from re import _parser as parser
from types import FrameType, ModuleType
from typing import Any

import pyoxigraph
import pytest

from foigraph import ingest
from foigraph.ingest.extractors import bodies
from foigraph.ingest.literals import at_start_only, holds_one, needed, phrases, spaced
from foigraph.ingest.rulebook import RULEBOOK
from foigraph.ingest.rules import Rule
from foigraph.ontology.vocabulary import load_vocabulary

AT_LEAST = {"held by a module": 150, "in a call": 30, "made at run time": 1, "of a shape": 22}
"""How many different patterns there are of each sort; fewer were found only if the looking went wrong."""
TINY, SMALL, FIRST, SECOND, SHORT, LONG = 500, 800, 4_000, 8_000, 25_000, 50_000
AT_ONCE = 0.018
"""Seconds for a first text that need no second look, where it takes hardly more than its part of a small one."""
EVEN = 6.5
"""Five times the text in less than this many times the time: three tenths of the first at most grow with the square,
and a long text takes less than 55 times as long, a second where the first took ``AT_ONCE``."""
NEARLY_TWICE = 2.24
"""Twice the text in less than this many times the time: an eighth of the first at most grows with the square, and a
long text is not ``STEEP`` beside a short one."""
PLENTY = 0.25
"""CPU seconds for a short text; what takes less takes no more than a second for a long one if all of it grows so."""
TOO_LONG = 1.0
"""CPU seconds for a long text: the limit of R21, and its length."""
STEEP = 3.0
"""Twice the text in three times the time is clearly more than in proportion."""
PATIENCE = 20
"""CPU seconds for one text after which a pattern is called endless."""


# collecting


def modules() -> list[ModuleType]:
    names = [module.name for module in pkgutil.walk_packages(ingest.__path__, f"{ingest.__name__}.")]
    return [importlib.import_module(name) for name in names]


def held(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module, however deep in tuples and dictionaries."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Rule) and value.pattern is not None:
        yield value.pattern
    elif isinstance(value, (tuple, list, set, frozenset)):
        for inner in value:
            yield from held(inner)
    elif isinstance(value, dict):
        yield from held(tuple(value.values()))


def calls(module: ModuleType) -> Iterator[tuple[str, str | None, int]]:
    """Function, pattern (None where it is made at run time) and flags of each ``re.…(…)`` or ``compiled(…)`` in one.

    What is only looked for at the start of a text begins with ``\\A`` here.
    """
    outer = ast.parse(inspect.getsource(module))
    for function in ast.walk(outer):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if not (isinstance(node, ast.Call) and re.fullmatch(r"re\.(?!escape)\w+|compiled", ast.unparse(node.func))):
                continue
            written = [ast.unparse(one) for one in (*node.args[1:], *(word.value for word in node.keywords))]
            flags = [one for one in written if re.fullmatch(r"re\.[A-Z]+", one)]
            value = sum(eval(flag, {"re": re}) for flag in flags)  # noqa: S307 (our own source)
            try:
                found = eval(ast.unparse(node.args[0]), vars(module))  # noqa: S307 (our own source)
            except NameError:
                found = None
            if found is not None and ast.unparse(node.func) in {"re.match", "re.fullmatch"}:
                found = rf"\A(?:{found})"
            yield f"{module.__name__}.{function.name}", found, int(value)


def of_shapes() -> Iterator[str]:
    for entry in sorted(files("foigraph.shapes").iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".ttl"):
            for quad in pyoxigraph.parse(entry.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE):
                assert not quad.predicate.value.endswith("shacl#flags")
                if quad.predicate.value.endswith("shacl#pattern"):
                    yield quad.object.value


MADE_IN = {
    "foigraph.ingest.extractors.authority._by_initials",
    "foigraph.ingest.extractors.bodies._names",
    "foigraph.ingest.beginnings.compiled",
    "foigraph.ingest.rulefile._misspelt",
    "foigraph.ingest.rules._compiled",
    "foigraph.ingest.rules._of_ways",
}
"""Functions that put a pattern together; ``collected`` has what each makes, or what it is cut from (alternatives)."""


def collected() -> dict[str, dict[str, re.Pattern[str]]]:
    """Sort, then name, then pattern; each different pattern once."""
    found: dict[str, dict[str, re.Pattern[str]]] = {sort: {} for sort in AT_LEAST}
    seen: set[tuple[str, int]] = set()

    def keep(sort: str, name: str, pattern: re.Pattern[str]) -> None:
        if (pattern.pattern, pattern.flags) not in seen:
            seen.add((pattern.pattern, pattern.flags))
            found[sort][f"{name}-{len(found[sort])}"] = pattern

    for module in modules():
        short = module.__name__.rpartition(".")[2]
        for name, value in vars(module).items():
            for pattern in held(value):
                keep("held by a module", f"{short}.{name}", pattern)
        for function, expression, flags in calls(module):
            if expression is not None:
                keep("in a call", f"{short}.{function.rpartition('.')[2]}", re.compile(expression, flags))
    keep("made at run time", "bodies.names", bodies._names(bodies._long(load_vocabulary()))[0])
    for expression in of_shapes():
        keep("of a shape", "shape", re.compile(expression))
    return found


COLLECTED = collected()
PATTERNS = {f"{sort}: {name}": one for sort, patterns in COLLECTED.items() for name, one in patterns.items()}


# texts


class Example:
    """One text that a pattern fits, and the repetitions in it: what goes before each, and what is repeated.

    variant: which branches are taken, and whether what may be left out is there.
    """

    def __init__(self, pattern: re.Pattern[str], variant: int) -> None:
        self.variant = variant
        self.text = ""
        self.repeated: list[tuple[str, str]] = []
        self.write(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))

    def write(self, tree: Any) -> None:
        for code, value in tree:
            if code is codes.LITERAL:
                self.text += chr(value)
            elif code is codes.ANY:
                self.text += "x"
            elif code is codes.NOT_LITERAL:
                self.text += "y" if chr(value) == "x" else "x"
            elif code is codes.IN:
                self.text += member(value, self.variant)
            elif code is codes.BRANCH:
                self.write(value[1][self.variant % len(value[1])])
            elif code is codes.SUBPATTERN:
                self.write(value[-1])
            elif code is codes.ASSERT and value[0] > 0:
                self.write(value[1])
            elif code is codes.AT and value is codes.AT_BOUNDARY and self.variant > 1:
                self.text += " "
            elif code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
                self.repeat(*value)

    def repeat(self, least: int, most: int, body: Any) -> None:
        before = self.text
        self.write(body)
        once = self.text[len(before) :]
        if most > 8 and once:
            self.repeated.append((before, once))
        self.text = before + once * min(max(least, self.variant % 3), int(most))


def member(choices: Any, variant: int) -> str:
    """A character of a set, or one outside it where the set is negated."""
    negated = choices[0][0] is codes.NEGATE
    candidates = " a1Z-(,\n.)/xé_" if variant % 2 == 0 else "1b,) Q:-é\n/;[x"
    return next((one for one in candidates if within(one, choices) != negated), "~")


def within(character: str, choices: Any) -> bool:
    for code, value in choices:
        if code is codes.LITERAL and chr(value) == character:
            return True
        if code is codes.RANGE and value[0] <= ord(character) <= value[1]:
            return True
        if code is codes.CATEGORY:
            letter = {"SPACE": r"\s", "DIGIT": r"\d", "WORD": r"\w"}[str(value).rpartition("_")[2]]
            if (re.match(letter, character) is not None) != ("_NOT_" in str(value)):
                return True
    return False


ANYBODYS = (
    " ", "\n", "a", "1", "(", ")", "[", ",", "-", "- ", "> ", "x\n", "1. x\n", "1(1)(a)", "((1)", "((((a))))", "and ",
    "section ", "section 31(1)(a), ", "sections 1 and ", "questions 1, 2 and ", "Q1", "information held ", "Aa Bb ",
    "reference 1-", "1-", "1/", "Act of the ", "the threat level is increased ", "(the ", "exempt not held exceed the ",
    "the public interest ", "aA", "https://", "1 January ", "Police and ", "it is not ", "\n\n ", "–“", "é",
)  # fmt: skip


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """What goes before, what is repeated, and what comes after: a text is those three, as long as one likes."""
    made: dict[tuple[str, str, str], None] = {("", piece, ""): None for piece in ANYBODYS}
    for variant in range(4):
        example = Example(pattern, variant)
        for piece in (example.text, example.text[:-1], f"{example.text} ", f"{example.text}\n", example.text[1:]):
            made["", piece[-2_000:], ""] = None
        for before, once in example.repeated:
            made[before, once, "\n~"] = None
            made["", before + once * 40, "~"] = None
    yield from ((before, once, after) for before, once, after in made if once)


def text(parts: tuple[str, str, str], length: int) -> str:
    before, once, after = parts
    return before + once * (length // len(once)) + after


# measuring


class EndlessError(Exception):
    pass


@contextlib.contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Ends a search that will not end by itself."""

    def stop(_: int, __: FrameType | None) -> None:
        raise EndlessError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def cost(pattern: re.Pattern[str], text: str, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds to find every place where a pattern fits; of CPU time, unless by another clock."""
    begun = clock()
    for _ in pattern.finditer(text):
        pass
    return clock() - begun


def glance(pattern: re.Pattern[str], text: str) -> float:
    """Seconds by the clock on the wall: CPU time comes in ticks where a timer runs, and a short text takes less.

    Whoever interrupts only brings about a second look.
    """
    return cost(pattern, text, time.perf_counter)


def is_steep(pattern: re.Pattern[str], parts: tuple[str, str, str], seconds: float = PATIENCE) -> bool:
    """Whether a long text takes over a second and clearly more than twice as long as one of half its length.

    Or a tiny text over a second: repetitions within repetitions come to an end where they are bounded, but when?
    """
    try:
        with patience(seconds):
            if cost(pattern, text(parts, TINY)) > TOO_LONG:
                return True
            first = glance(pattern, text(parts, FIRST))
            if first < min(AT_ONCE, EVEN * glance(pattern, text(parts, SMALL))):
                return False
            first = min(first, glance(pattern, text(parts, FIRST)))
            if glance(pattern, text(parts, SECOND)) < NEARLY_TWICE * first:
                return False
            short = cost(pattern, text(parts, SHORT))
            if short < PLENTY:
                return False
            long = cost(pattern, text(parts, LONG))
    except EndlessError:
        return True
    return long > TOO_LONG and long > STEEP * short


# the promises


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_time_of_each_pattern_is_in_proportion_to_the_text(name: str) -> None:
    pattern = PATTERNS[name]
    assert [parts for parts in texts(pattern) if is_steep(pattern, parts)] == []


def test_every_pattern_is_collected() -> None:
    assert {sort: len(patterns) for sort, patterns in COLLECTED.items() if len(patterns) < AT_LEAST[sort]} == {}


def test_functions_that_make_patterns_are_known() -> None:
    made = {function for module in modules() for function, expression, _ in calls(module) if expression is None}
    assert made == MADE_IN


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_text_that_a_pattern_fits_is_passed_over_for_a_word_it_lacks(name: str) -> None:
    pattern = PATTERNS[name]
    words, at_start = needed(pattern.pattern, pattern.flags), at_start_only(pattern.pattern, pattern.flags)
    for variant in range(40):
        text = Example(pattern, variant).text
        for written in (text, text.upper(), f"x {text} x"):
            found = pattern.search(written)
            assert found is None or not words or holds_one(written, words), (written, words)
            assert not at_start or (found is None) == (pattern.match(written) is None), written


WAYS = {identifier: one for identifier, one in RULEBOOK.items() if one.ways}


def test_rules_of_many_ways_are_known() -> None:
    assert len(WAYS) > 5


@pytest.mark.parametrize("identifier", sorted(WAYS))
def test_ways_of_a_pattern_find_together_what_the_whole_finds(identifier: str) -> None:
    one = WAYS[identifier]
    assert one.pattern is not None
    texts = [Example(pattern, variant).text for pattern in map(one.way, range(len(one.ways))) for variant in range(4)]
    for above, below in itertools.pairwise(texts):
        gaps = re.sub(r"\s", "\n\xa0", below), re.sub(r"\s", "\t", f"\n{above}\n")
        for text in (above, below.upper(), f"{above} and {below}", f"x{above} {below}, {above}", "ſ" + below, *gaps):
            found, whole = one.search(text), one.pattern.search(text)
            assert (found and (found.span(), found[0])) == (whole and (whole.span(), whole[0])), text


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\bfees? limit\b|\btoo costly\b", (" limit", "too costly")),
        (r"(?:a|the) (?:hours?|minutes?)", ("hour", "minute")),
        (r"(?:cost)?\d{2}", ()),
        (r"x?(?:£|\|)\d", ("£", "|")),
    ],
)
def test_words_that_a_pattern_needs_come_from_the_pattern(expression: str, words: tuple[str, ...]) -> None:
    assert needed(expression, re.IGNORECASE) == words


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\bfees?\slimit\b|\btoo\s\scostly\b", (" limit", "too costly")),
        (r"\b(?:a|the)\sduty\sto\b[^.]{0,9}\sus\b", (" duty to",)),
        (r"\sis\s", (" is ",)),
        (r"\s?is\s{1,3}\d", ("is",)),
    ],
)
def test_white_space_of_a_phrase_is_any(expression: str, words: tuple[str, ...]) -> None:
    assert phrases(expression, re.IGNORECASE) == words
    for text in ("the duty to help us", "\nIS\n3", "too\t\xa0costly", "is\u2003"):
        assert not re.search(expression, text, re.IGNORECASE) or holds_one(spaced(text.lower()), words), text


def test_letters_of_odd_case_are_searched_all_the_same() -> None:
    cost, words = re.compile("costs", re.IGNORECASE), needed("costs", re.IGNORECASE)
    assert all(cost.search(text) and holds_one(text, words) for text in ("COSTS", "coſts", "coſtſ"))


@pytest.mark.parametrize(
    "expression",
    [r"\s*\(x\)", r"(?:a|aa)+$", r"\bfor\b.*\bheld", r"(?:\w+\s?)+:", r"[^.]*\bexempt", r"x\s(?:\S{1,24}\s?){0,6}$"],
)
def test_pattern_that_is_not_linear_would_be_seen(expression: str) -> None:
    pattern = re.compile(expression)
    assert any(is_steep(pattern, parts, seconds=1.2) for parts in texts(pattern))
