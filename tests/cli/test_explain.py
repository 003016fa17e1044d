"""Letters with their facts in place: on terminals of any width, in pipes, and as a page that needs nothing else."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser

from foigraph.cli.explain_page import page
from foigraph.cli.explain_terminal import WIDE, letter_lines
from foigraph.cli.show import visible
from foigraph.examples import letters
from foigraph.ingest.explain import Explanation, explain
from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ontology.vocabulary import load_vocabulary

Run = Callable[..., CompletedProcess[str]]
EXAMPLES = Path(str(files("foigraph.examples")))
RUTSHIRE = EXAMPLES / "rutshire-foi-208-2025.html"
PLAIN = [Path(str(letter)) for letter in letters() if letter.name.endswith(".txt")]
MARKERS = re.compile(r"\[[~/]?\d+\]")
HOSTILE = (
    "FOI Reference: 1/22\r\nRequest:\r\n1. How many \x1b[31mdrones\x1b[0m\x07 \x9b2J \u202eevil\u2066 \u2028?\r\n"
    "Response:\r\n<script>alert(1)</script> \"><img src=x onerror=alert(1)> See https://a.example/'onload='x\"b.\r\n"
    "No information is held under section 31(1)(a)&lt;.</mark></div>\r\n"
)


def explained(text: str) -> Explanation:
    return explain(extract(to_text(text), load_vocabulary()))


def shown(explanation: Explanation, width: int) -> list[str]:
    """The lines as a terminal of that width without colour gets them."""
    console = Console(file=io.StringIO(), width=width, highlight=False)
    return [line.plain for line in letter_lines("letter", explanation, console)]


def letter_of(lines: list[str]) -> str:
    """The letter within the lines, without markers and white space."""
    words = "".join(line[12:] for line in lines if line[10:11] == "│")
    return MARKERS.sub("", "".join(words.split()))


def check_page(explanation: Explanation) -> LexborHTMLParser:
    """What holds of the page of any text."""
    made = page([("letter", explanation)])
    Balance().feed(made)
    tree = LexborHTMLParser(made)
    assert tree.css("script, iframe, object, embed, img, form, link, base") == []
    nodes = list(tree.css("*"))
    assert [name for node in nodes for name in node.attributes if name.startswith("on")] == []
    ids = [node.attributes["id"] for node in nodes if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    links = [node.attributes["href"] or "" for node in nodes if "href" in node.attributes]
    assert {link[1:] for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)
    text = explanation.letter.text
    lines = ["".join(words.text() for words in line.css(".words")) for line in tree.css(".line")]
    assert lines == [visible(line.removesuffix("\r")) for line in text.split("\n")]
    assert harmless(made)
    return tree


def harmless(text: str) -> bool:
    """Whether it holds nothing that moves a cursor or turns the direction of writing."""
    return not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c not in "\t\n" for c in text)


class Balance(HTMLParser):
    """Fails where an element ends that is not the one last begun."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (the signature is the library's)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("width", [50, 60, 80, WIDE, 200])
@pytest.mark.parametrize("letter", PLAIN, ids=lambda letter: letter.name)
def test_a_terminal_shows_the_whole_letter_and_every_fact(letter: Path, width: int) -> None:
    text = letter.read_text(encoding="utf-8")
    explanation = explained(text)
    lines = shown(explanation, width)
    assert letter_of(lines) == "".join(text.split()) or width >= WIDE, "beside the letter stand the facts"
    assert max(map(len, lines)) <= width
    together = re.sub(r"\W", "", "".join(lines))
    for fact in explanation.facts:
        sign = f"[~{fact.number}]" if fact.status == "inferred" else f"[{fact.number}]"
        assert sum(sign in line for line in lines) >= (1 if fact.span is None else 2) or width >= WIDE
        assert any(sign in line for line in lines)
        assert re.sub(r"\W", "", fact.kind) in together
    for rule in {fact.rule for fact in explanation.facts}:
        assert any(line.startswith(f"  {rule}: "[:width]) for line in lines), "each rule is told with its reason"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from([10, 60, 80, 150]))
def test_any_text_can_be_shown_on_a_terminal(text: str, width: int) -> None:
    lines = shown(explained("FOI Reference: 1/22\nResponse:\nSection 31(1) applies.\n" + text), width)
    assert harmless("".join(lines).replace("\n", "\x00"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.text("<>&\"' \r\n\t=/amp;script", max_size=60))
def test_any_text_makes_a_page_without_scripts(text: str) -> None:
    check_page(explained(text))
    check_page(explained("FOI Reference: 1/22\nResponse:\nSection 31(1) applies.\n" + text))


@pytest.mark.parametrize("letter", PLAIN, ids=lambda letter: letter.name)
def test_a_page_holds_the_letter_and_every_fact_with_its_rule(letter: Path) -> None:
    explanation = explained(letter.read_text(encoding="utf-8"))
    tree = check_page(explanation)
    for fact in explanation.facts:
        entry = tree.css_first(f"#fact-1-{fact.number}")
        assert entry is not None
        said = " ".join(entry.text().split())
        assert fact.kind in said
        assert f"{fact.rule} {fact.reason}" in said
        assert entry.css_first(".status").text() == fact.status
        mark = tree.css_first(f"#mark-1-{fact.number}")
        assert (mark is None) == (fact.span is None)
        if mark is not None:
            assert mark.attributes["href"] == f"#fact-1-{fact.number}"
            assert entry.css_first("a.number").attributes["href"] == f"#mark-1-{fact.number}"
            assert mark.text() == ("~" if fact.status == "inferred" else "") + str(fact.number)


def test_a_hostile_letter_reaches_neither_terminal_nor_page_as_more_than_words(run: Run, tmp_path: Path) -> None:
    explanation = explained(HOSTILE)
    assert len(explanation.facts) > 5
    assert harmless("".join(shown(explanation, 80)))
    tree = check_page(explanation)
    assert "<script>alert(1)</script>" in tree.css_first(".reading").text()
    letter = tmp_path / "hostile.txt"
    letter.write_bytes(HOSTILE.encode())
    for flags in (["--explain"], ["--html"]):
        done = run("extract", *flags, str(letter), FORCE_COLOR="1")
        assert (done.returncode, done.stderr) == (0, "")
        assert harmless(re.sub(r"\x1b\[[\d;]*m", "", done.stdout))


def test_characters_that_cannot_be_shown_keep_their_places() -> None:
    assert visible("a\x1b\u202e\u00a0\tb\ue000é") == "a\ufffd\ufffd\u00a0\tb\ufffdé"


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "60"}, {"COLUMNS": "170"}])
def test_in_a_pipe_nothing_is_coloured_and_explicit_and_inferred_differ(run: Run, variables: dict[str, str]) -> None:
    done = run("extract", "--explain", str(RUTSHIRE), **variables)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "[~21][22]Section 23" in done.stdout
    assert "· explicit" in done.stdout
    assert "· inferred" in done.stdout
    assert "citation.lost-list: the list after the lead-in is gone" in done.stdout
    assert "lead-in-without-list: " in done.stdout
    assert "38: 37 explicit, 1 inferred" in done.stdout


def test_colour_can_be_had_in_a_pipe_and_not_where_nobody_wants_it(run: Run) -> None:
    assert "\x1b[" in run("extract", "--explain", str(RUTSHIRE), FORCE_COLOR="1", TERM="xterm").stdout
    asked = run("extract", "--explain", str(RUTSHIRE), FORCE_COLOR="1", NO_COLOR="1", TERM="xterm").stdout
    assert re.search(r"\x1b\[(?:\d+;)*3[0-7]", asked) is None


def test_the_style_of_a_line_stays_off_the_facts_beside_it() -> None:
    explanation = explained("FOI Reference: 1/22\nRequest:\n1. How many?\nResponse:\nNo information is held.")
    console = Console(file=io.StringIO(), width=WIDE, highlight=False, force_terminal=True, color_system="standard")
    rows = [row for row in letter_lines("letter", explanation, console) if "heading.request" in row.plain]
    bold = [span for span in rows[0].spans if span.end == len(rows[0]) and "bold" in str(span.style)]
    assert bold == []


def test_an_encoding_without_bars_and_dots_ends_in_no_error(run: Run) -> None:
    done = run("extract", "--explain", str(RUTSHIRE), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "? [1] reference: 208-2025 ? explicit ? reference.labelled" in re.sub(r" +", " ", done.stdout)


def test_a_page_goes_to_stdout_or_to_a_file_and_needs_nothing_else(run: Run, tmp_path: Path) -> None:
    printed = run("extract", "--explain", "--html", str(RUTSHIRE))
    place = tmp_path / "page.html"
    written = run("extract", "--html", "--output", str(place), str(RUTSHIRE))
    assert (printed.returncode, printed.stderr) == (written.returncode, written.stderr) == (0, "")
    assert written.stdout == ""
    assert place.read_text(encoding="utf-8") == printed.stdout
    assert re.findall(r"(?:src|url|@import)\b", LexborHTMLParser(printed.stdout).css_first("style").text()) == []


def test_several_letters_follow_each_other_and_share_one_page(run: Run, tmp_path: Path) -> None:
    done = run("extract", "--explain", str(EXAMPLES))
    names = [line for line in done.stdout.splitlines() if line.startswith(str(EXAMPLES))]
    assert len(names) == len(letters())
    assert done.stdout.count("\nSummary\n") == len(letters())
    made = run("extract", "--html", str(EXAMPLES), str(tmp_path / "missing.txt"))
    tree = LexborHTMLParser(made.stdout)
    assert made.returncode == 3
    assert len(made.stderr.splitlines()) == 1
    assert len(tree.css("article")) == len(letters())
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert [node.attributes["href"] for node in tree.css("nav a")] == [
        f"#letter-{n}" for n in range(1, len(letters()) + 1)
    ]


def test_lines_of_json_are_explained_under_their_ids(run: Run) -> None:
    row = json.dumps({"id": "letter\x1b[31m 7", "text": "FOI Reference: 1/22\nResponse:\nNo information is held."})
    done = run("extract", "--explain", "--jsonl", "-", stdin=row)
    assert done.returncode == 0
    assert done.stdout.startswith("letter [31m 7\n")


def test_what_is_no_disclosure_shows_its_reason(run: Run, tmp_path: Path) -> None:
    note = tmp_path / "shopping.txt"
    note.write_text("Shopping for Saturday\n- six eggs\n")
    for flags in (["--explain"], ["--html"]):
        done = run("extract", *flags, str(note))
        assert done.returncode == 0
        assert "kind.nothing-of-a-letter: no request, no answer and no reference in it" in " ".join(done.stdout.split())
        assert "six eggs" in done.stdout


def test_errors_are_one_line_with_what_to_do(run: Run, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    unwritable = str(tmp_path / "no" / "such" / "page.html")
    for arguments, status, word in (
        (["--explain", missing], 1, "missing.txt"),
        (["--html", missing], 1, "missing.txt"),
        (["--html", str(RUTSHIRE), "--output", unwritable], 1, unwritable),
        (["--explain", str(RUTSHIRE), "--output", str(tmp_path / "x")], 2, "--html"),
        (["--explain"], 2, "name files"),
    ):
        done = run("extract", *arguments)
        assert (done.returncode, done.stdout) == (status, "")
        assert len(done.stderr.splitlines()) == 1
        assert word in done.stderr
        assert "; " in done.stderr
