"""The canned queries: one ``.rq`` file each, which holds the whole definition.

A file begins with its header, lines ``#+ …`` that are YAML together; what follows is plain SPARQL 1.1 in which a
parameter is an ordinary variable, and a line ``# VALUES ?exemption`` marks each place where its value goes. So the file
runs as it is in any SPARQL engine, with every parameter left open. A bad file is refused at loading, with its line.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ..core.errors import DefinitionError, UnknownQueryError
from . import sparql

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
TYPES = (
    "provision", "authority", "technology", "outcome", "disclosure", "year", "boolean", "integer", "text", "favours",
)  # fmt: skip

QUERY_KEYS = {
    "title": True, "description": True, "heading": True, "columns": True, "tags": True, "example": False,
    "parameters": False, "summary": False,
}  # fmt: skip
PARAMETER_KEYS = {
    "name": True, "type": True, "description": True, "example": True, "default": False, "required": False,
    "choices": False, "heading": False,
}  # fmt: skip
COLUMN_KEYS = {"name": True, "description": True, "unit": False}
"""Keys of the header, and whether a file must have them."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a caller can give. name: as people say it; the SPARQL variable has ``_`` for ``-``.

    type: one of TYPES. default: text, as a caller would give it. choices: the values that a form can offer, or the
    name of the scheme that they come from. heading: words for the heading of the answer, by ``given`` for any value
    (``{value}`` stands for its name) or by ``yes`` and ``no``.
    """

    name: str
    type: str
    description: str
    example: str
    default: str | None
    required: bool
    choices: tuple[str, ...] | str | None
    heading: Mapping[str, str]

    @property
    def variable(self) -> str:
        """The name of its SPARQL variable."""
        return self.name.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer. unit: what a number counts, or None."""

    name: str
    description: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class CannedQuery:
    """One question that people ask.

    title: as a question. heading: of an answer, with ``{parameter}`` where a value is named. summary: the name of a
    query that is shown beside the answer. example: a call that works. text: the whole file.
    """

    name: str
    title: str
    description: str
    heading: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    summary: str | None
    example: Mapping[str, str]
    tags: tuple[str, ...]
    text: str

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, or None."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All canned queries by name."""

    queries: Mapping[str, CannedQuery]

    def __iter__(self) -> Iterator[CannedQuery]:
        return iter(self.queries.values())

    def __len__(self) -> int:
        return len(self.queries)

    def get(self, name: str) -> CannedQuery:
        """The query of that name. Raises UnknownQueryError with the nearest names."""
        if name in self.queries:
            return self.queries[name]
        near = difflib.get_close_matches(name, self.queries, n=3, cutoff=0.4)
        near += [other for other in self.queries if name and name in other and other not in near][:3]
        raise UnknownQueryError(
            f"there is no query {name!r}",
            remedy=f"did you mean {' or '.join(near)}?" if near else "try: foigraph query",
        )


@cache
def load_catalogue() -> Catalogue:
    """All queries of this package. Raises DefinitionError naming file and line."""
    sources = {
        file.name: file.read_text(encoding="utf-8")
        for file in files("foigraph.queries").iterdir()
        if file.name.endswith(".rq")
    }
    return read_catalogue(sources)


def read_catalogue(sources: Mapping[str, str]) -> Catalogue:
    """A catalogue from texts by file name. Raises DefinitionError naming file and line."""
    queries = {name.removesuffix(".rq"): read_query(name, sources[name]) for name in sorted(sources)}
    for query in queries.values():
        _check_summary(query, queries)
    return Catalogue(queries)


def read_query(file: str, text: str) -> CannedQuery:
    """One query from its text. Raises DefinitionError naming file and line."""
    name = file.removesuffix(".rq")
    if not NAME.fullmatch(name):
        raise DefinitionError(f"{file}: the name is not words in lower case joined by hyphens")
    header = Header(file, text)
    fields = header.mapping(header.content, QUERY_KEYS, "the header")
    query = CannedQuery(
        name=name,
        title=str(fields["title"]).strip(),
        description=" ".join(str(fields["description"]).split()),
        heading=str(fields["heading"]).strip(),
        parameters=tuple(_parameter(header, entry) for entry in header.entries(fields.get("parameters") or [])),
        columns=tuple(_column(header, entry) for entry in header.entries(fields["columns"])),
        summary=fields.get("summary"),
        example={str(key): str(value) for key, value in (fields.get("example") or {}).items()},
        tags=tuple(str(tag) for tag in fields["tags"]),
        text=text,
    )
    if not query.title.endswith("?"):
        raise header.error("the title is not a question", "title")
    _check_names(header, query)
    _check_sparql(header, query)
    return query


class Header:
    """The YAML of a file's header, with what is needed to name a line of it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.length = next((i for i, line in enumerate(self.lines) if not line.startswith("#+")), len(self.lines))
        late = next((i for i, line in enumerate(self.lines) if i > self.length and line.startswith("#+")), None)
        if late is not None:
            raise self.at(late + 1, "a header line after the end of the header")
        try:
            self.content = yaml.load("\n".join(line[2:] for line in self.lines[: self.length]), _LOADER)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or "it cannot be read"
            raise self.at(mark.line + 1 if mark else 1, f"the header is not YAML: {problem}") from error

    def at(self, line: int, problem: str) -> DefinitionError:
        """An error at a line, counted from 1."""
        return DefinitionError(f"{self.file}, line {line}: {problem}")

    def error(self, problem: str, word: str) -> DefinitionError:
        """An error at the line of the header that names, is keyed by, or else first says the word."""
        whole = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
        for pattern in (rf"\bname:\s*{whole}", rf"{whole}\s*:", whole):
            for number, line in enumerate(self.lines[: self.length], 1):
                if word and re.search(pattern, line):
                    return self.at(number, problem)
        return self.at(1, problem)

    def mapping(self, value: Any, keys: Mapping[str, bool], what: str) -> dict[str, Any]:
        """The value, if it is a mapping with known keys that lacks none it must have."""
        if not isinstance(value, dict):
            raise self.at(1, f"{what} is not a mapping of keys to values")
        for key in value:
            if key not in keys:
                raise self.error(f"{what} has the unknown key {key!r}; known: {', '.join(keys)}", str(key))
        for key, needed in keys.items():
            if needed and value.get(key) in (None, "", []):
                raise self.error(f"{what} has no {key!r}", str(value.get("name", "")))
        return value

    def entries(self, value: Any) -> Sequence[Any]:
        """The value, if it is a list."""
        if not isinstance(value, list):
            raise self.at(1, f"{value!r} is not a list")
        return value


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _parameter(header: Header, value: Any) -> Parameter:
    fields = header.mapping(value, PARAMETER_KEYS, "a parameter")
    name, kind = str(fields["name"]), str(fields["type"])
    if not NAME.fullmatch(name):
        raise header.error(f"parameter {name!r}: the name is not words in lower case joined by hyphens", name)
    if kind not in TYPES:
        raise header.error(f"parameter {name!r} has the unknown type {kind!r}; known: {', '.join(TYPES)}", name)
    default, required, choices = fields.get("default"), bool(fields.get("required", False)), fields.get("choices")
    if required and default is not None:
        raise header.error(f"parameter {name!r} is required and has a default", name)
    heading = fields.get("heading") or {}
    if isinstance(heading, str):
        heading = {"given": heading}
    return Parameter(
        name, kind, str(fields["description"]), _text(fields["example"]), None if default is None else _text(default),
        required, tuple(map(_text, choices)) if isinstance(choices, list) else choices,
        {_text(key): str(words) for key, words in heading.items()},
    )  # fmt: skip


def _text(value: object) -> str:
    """A YAML value as a caller would write it: ``yes`` and ``no`` are booleans to YAML."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _column(header: Header, value: Any) -> Column:
    fields = header.mapping(value, COLUMN_KEYS, "a column")
    return Column(str(fields["name"]), str(fields["description"]), fields.get("unit"))


def _check_names(header: Header, query: CannedQuery) -> None:
    for what, names in (
        ("parameter", [parameter.variable for parameter in query.parameters]),
        ("column", [column.name for column in query.columns]),
    ):
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise header.error(f"the {what} {twice!r} stands twice", twice)
    known = {parameter.name for parameter in query.parameters}
    for name in (*query.example, *re.findall(r"\{([^}]*)\}", query.heading)):
        if name not in known:
            raise header.error(f"{name!r} is no parameter of this query", name)
    for parameter in query.parameters:
        if parameter.required and parameter.name not in query.example:
            raise header.error(f"the example call lacks the required parameter {parameter.name!r}", "example")


def _check_sparql(header: Header, query: CannedQuery) -> None:
    scan = sparql.scan(query.text)
    for line, problem in scan.problems:
        raise header.at(line, problem)
    declared = {parameter.variable: parameter for parameter in query.parameters}
    for line, variable in scan.marks:
        if variable not in declared:
            raise header.at(line, f"a place is marked for ?{variable}, which is no parameter")
    for variable, parameter in declared.items():
        if variable not in {marked for _, marked in scan.marks}:
            raise header.error(
                f"parameter {parameter.name!r}: no line `# VALUES ?{variable}` marks its place", parameter.name
            )
        if variable not in scan.variables:
            raise header.error(f"parameter {parameter.name!r}: the query does not use ?{variable}", parameter.name)
    columns = tuple(column.name for column in query.columns)
    for name in columns:
        if name not in scan.projected:
            raise header.error(f"column {name!r} is declared and not selected", name)
    for name in scan.projected:
        if name not in columns:
            raise header.at(scan.select_line, f"?{name} is selected and not declared as a column")
    if columns != scan.projected:
        raise header.error("the columns are declared in another order than they are selected", columns[0])


def _check_summary(query: CannedQuery, queries: Mapping[str, CannedQuery]) -> None:
    if query.summary is None:
        return
    summary = queries.get(query.summary)
    if summary is None:
        raise DefinitionError(f"{query.name}.rq: its summary {query.summary!r} is no query")
    for parameter in summary.parameters:
        own = query.parameter(parameter.name)
        if (parameter.required and own is None) or (own and own.type != parameter.type):
            raise DefinitionError(f"{query.name}.rq: its summary needs the parameter {parameter.name!r} as it has it")
