"""Ten letters in our own words from police forces that do not exist, and the table of those forces.

They show what real letters do, in the layouts that real letters have; ``README.md`` says which shows what. Each
says on a line of its own that it is fictional. Read them with ``load_vocabulary(authorities=AUTHORITIES)``: the
bundled table of real bodies names none of these forces, and this one names no real body.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

AUTHORITIES = Path(str(files("foigraph.examples") / "authorities.csv"))
"""The fictional forces, in the columns of ``ontology/authorities.csv``."""

SUFFIXES = (".html", ".txt")


def letters() -> list[Traversable]:
    """The example letters, plain text and HTML in UTF-8, in the order of their names."""
    return sorted(
        (file for file in files("foigraph.examples").iterdir() if file.name.endswith(SUFFIXES)),
        key=lambda file: file.name,
    )
