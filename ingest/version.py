"""The version of the reader: a hash of all that makes it, so that a changed rule is a new reader by itself."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..ontology.vocabulary import Vocabulary

DIGITS = 12
MADE_OF = (
    ("foigraph.ingest", (".py", ".json", ".toml")),
    ("foigraph.ontology", (".csv",)),
    ("foigraph.shapes", (".py", ".ttl")),
)
"""Packages, and the ends of the names of their files."""


def reader_version(vocabulary: Vocabulary) -> str:
    """The version of the distribution and twelve hexadecimal digits.

    They are of the SHA-256 over every ``*.py``, ``*.json`` and ``*.toml`` of this package, every ``*.csv`` of the
    ontology, every shape (a reading comes with what the shapes found), and the bodies of the vocabulary in use.
    """
    digest = hashlib.sha256(_code())
    digest.update(repr(sorted(vocabulary.authorities.items())).encode())
    return f"{_distribution()}+{digest.hexdigest()[:DIGITS]}"


def _distribution() -> str:
    try:
        return version("foigraph")
    except PackageNotFoundError:
        return "0"


@lru_cache(maxsize=1)
def _code() -> bytes:
    digest = hashlib.sha256()
    for package, suffixes in MADE_OF:
        for name, data in sorted(_files(files(package), "", suffixes)):
            digest.update(f"{package}/{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.digest()


def _files(folder: Traversable, prefix: str, suffixes: tuple[str, ...]) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name not in ("__pycache__", "examples"):
            found += _files(entry, f"{prefix}{entry.name}/", suffixes)
        elif entry.is_file() and entry.name.endswith(suffixes):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
