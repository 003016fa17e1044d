"""What can be seen of a query's text without parsing it: its marks, variables and columns, and what it must not hold.

It reads our own files only. Whether a file is SPARQL at all, ``check.py`` has the engine say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(r"^(?P<indent>[ \t]*)# VALUES \?(?P<variable>\w+)(?P<pattern>[^\n]*)$", re.MULTILINE)
"""The line that marks where the value of a parameter goes, with the pattern that holds only where a value is given.

``# VALUES ?year ?disclosure foi:year ?year .`` leaves the query as it is, or adds both the values and the pattern.
"""

# strings, IRIs and comments, in the order in which they would hide one another
OPAQUE = re.compile(
    r"""(?P<string>\"{3}[\s\S]*?\"{3}|'{3}[\s\S]*?'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<iri><[^<>"{}|^`\\\s]*>)|(?P<comment>\#[^\n]*)"""
)
HEADER = re.compile(r"(?:#\+[^\n]*\n)*")
FORBIDDEN = (
    (re.compile(r"\$"), "`$` looks like a template; write variables with `?`"),
    (re.compile(r"\{(?!(?:true|false|UNDEF)\})[A-Za-z_]\w*\}"), "`{word}` looks like a template; mark a VALUES place"),
    (re.compile(r"%[sdr(]|\[\[|\]\]"), "this looks like a template; mark a VALUES place"),
    (re.compile(r"(?<![\w:?-])service(?![\w:-])", re.IGNORECASE), "SERVICE asks another server; canned queries do not"),
    (
        re.compile(r"(?<![\w:?-])(?:limit|offset)(?![\w:-])", re.IGNORECASE),
        "the caller sets the LIMIT; a query has none of its own",
    ),
)
SELECT = re.compile(r"\bselect\b\s*(?:distinct\b|reduced\b)?", re.IGNORECASE)
TOKEN = re.compile(r"[({})]|\bwhere\b|\bas\b|\?\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scan:
    """marks: line and variable of each marked place. projected: the selected variables, in order.

    variables: those of the query and of the patterns beside its marks. problems: a line and what is wrong there.
    """

    marks: tuple[tuple[int, str], ...]
    variables: frozenset[str]
    projected: tuple[str, ...]
    select_line: int
    problems: tuple[tuple[int, str], ...]


def scan(text: str) -> Scan:
    """Look over a query's text; lines are counted from 1."""
    header = HEADER.match(text)
    length = header.end() if header else 0
    text = "\n" * text.count("\n", 0, length) + text[length:]
    bare = OPAQUE.sub(_blank, MARK.sub(_pattern_alone, text))
    problems = [
        (line_of(bare, match.start()), problem) for pattern, problem in FORBIDDEN for match in pattern.finditer(bare)
    ]
    marks = []
    for match in MARK.finditer(text):
        line = line_of(text, match.start())
        marks.append((line, match["variable"]))
        if bare.count("{", 0, match.start()) <= bare.count("}", 0, match.start()):
            problems.append((line, "a VALUES place outside every group"))
    start = SELECT.search(bare)
    if start is None:
        problems.append((1, "no SELECT"))
    return Scan(
        marks=tuple(marks),
        variables=frozenset(re.findall(r"\?(\w+)", bare)),
        projected=_projected(bare[start.end() :]) if start else (),
        select_line=line_of(bare, start.start()) if start else 1,
        problems=tuple(sorted(problems)),
    )


def line_of(text: str, position: int) -> int:
    """The line, counted from 1, of a position in the text."""
    return text.count("\n", 0, position) + 1


def _pattern_alone(mark: re.Match[str]) -> str:
    """The pattern of a mark where it stands, without what makes it a comment."""
    return " " * (len(mark[0]) - len(mark["pattern"])) + mark["pattern"]


def _blank(match: re.Match[str]) -> str:
    """The same length without content, so that positions stay right."""
    return "\n".join(" " * len(line) for line in match[0].split("\n"))


def _projected(clause: str) -> tuple[str, ...]:
    """The variables of a SELECT clause: bare ones, and the last one of each ``( … AS ?name)``."""
    depth = 0
    named = False
    found = []
    for match in TOKEN.finditer(clause):
        token = match[0].lower()
        if token in {"{", "where"}:
            break
        depth += (token == "(") - (token == ")")
        if token.startswith("?"):
            if depth == 0 or (depth == 1 and named):
                found.append(match[0][1:])
            named = False
        else:
            named = token == "as"
    return tuple(found)
