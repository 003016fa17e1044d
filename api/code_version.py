"""The version of the code that answers, so that an answer made by other code has another ETag."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

PACKAGES = ("api", "queries", "ontology", "store", "core")
SUFFIXES = (".py", ".rq", ".csv", ".ttl", ".html", ".css")


@cache
def code_version() -> str:
    """The version of the distribution and twelve digits of the SHA-256 over all files that an answer comes from."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for name, data in sorted(_files(files(f"foigraph.{package}"), "")):
            digest.update(f"{package}/{name}\0{len(data)}\0".encode())
            digest.update(data)
    return f"{version('foigraph')}+{digest.hexdigest()[:12]}"


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SUFFIXES):
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
