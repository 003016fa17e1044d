"""A pattern as Python's own parser has it: what can be told of a pattern is told from there.

Python keeps that parser for itself. Where it is not to be had nothing is told of any pattern, and each finds the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

try:
    import _sre as engine  # type: ignore[import-not-found]
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover (no Python that is tested lacks them)
    engine = compiler = codes = parser = None

__all__ = ["codes", "compiler", "engine", "parser", "tree"]


def tree(pattern: str, flags: int) -> Any:
    """The parts of a pattern; None where there is no parser. Flags are those given or those of the compiled pattern.

    Raises:
        re.error: the text is no pattern.
    """
    if parser is None:
        return None
    plain = int(flags) & ~int(re.DEBUG)
    return _parsed(pattern, plain if plain & re.ASCII else plain | int(re.UNICODE))


@lru_cache(maxsize=4)
def _parsed(pattern: str, flags: int) -> Any:
    """The same; it is asked for several times in a row when a rule is made."""
    return parser.parse(pattern, flags)
