"""Which graphs a query is asked of.

A query is asked of the union of all graphs unless it names some by FROM; Oxigraph would pass over FROM where it is told
to take the union, so what a query says has to be seen before. Nothing is ever fetched: an unknown graph is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Dataset = tuple[Sequence[str], Sequence[str]]
"""The graphs that make up the default graph, and those that GRAPH can name."""

# in the order in which one would hide another, as SPARQL's own tokens do
OPAQUE = re.compile(
    r"""\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3}|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*""",
    re.DOTALL,
)
FROM = re.compile(r"(?<![\w:?$@.%\\-])from(?![\w:.%-])", re.IGNORECASE)


def dataset_of(sparql: str) -> str:
    """``query`` where the text names its graphs itself (FROM, FROM NAMED), else ``union``."""
    if "from" not in sparql.casefold():
        return "union"
    return "query" if FROM.search(OPAQUE.sub(" ", sparql)) else "union"
