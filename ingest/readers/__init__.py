"""From bytes to text: one module a format, found by media type.

Adding a format is one module with a function from bytes to text, and one line in ``READERS``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from ...core.errors import DocumentError
from . import html, plain
from .decode import BINARY_KINDS, decode, without_controls

READERS: dict[str, Callable[[str, str], str]] = {
    "text/plain": plain.read,
    "text/html": html.read,
    "application/xhtml+xml": html.read,
}
"""Media type -> function of (decoded text, name of the document) that gives its plain text."""

SUFFIXES = {".htm": "text/html", ".html": "text/html", ".xhtml": "application/xhtml+xml"}


@dataclass(frozen=True, slots=True)
class Text:
    """A document as plain text. sha256: of the bytes it came from, in hexadecimal; url: http(s) or None."""

    text: str
    media_type: str
    sha256: str
    url: str | None = None


def read_document(data: bytes, *, name: str, url: str | None, media_type: str | None, max_bytes: int) -> Text:
    """The plain text of a document.

    media_type: as declared, with or without parameters; None to go by the name and the first characters.
    Raises DocumentError, one line naming the document, where it is empty, too large, binary, of no readable encoding
    or of a format that is not read.
    """
    if len(data) > max_bytes:
        raise DocumentError(
            f"{name}: {len(data):,} bytes, more than the {max_bytes:,} allowed",
            remedy="raise FOIGRAPH_MAX_DOCUMENT_BYTES or split the document",
        )
    if not data.strip():
        raise DocumentError(f"{name}: empty", remedy="check where it was saved from")
    for magic, kind in BINARY_KINDS:
        if data.startswith(magic):
            raise DocumentError(f"{name}: {kind}, which is not read", remedy="save it as plain text or HTML first")
    decoded = decode(data, name)
    chosen = _media_type(media_type, name, decoded)
    reader = READERS.get(chosen)
    if reader is None:
        raise DocumentError(
            f"{name}: documents of type {chosen} are not read", remedy=f"these are: {', '.join(sorted(READERS))}"
        )
    text = without_controls(reader(decoded, name))
    if not text.strip():
        raise DocumentError(f"{name}: no text in it", remedy="check where it was saved from")
    return Text(text, chosen, hashlib.sha256(data).hexdigest(), url)


def to_text(text: str, *, url: str | None = None) -> Text:
    """Text that is already decoded (a line of JSONL), its control characters replaced one for one."""
    clean = without_controls(text)
    return Text(clean, "text/plain", hashlib.sha256(clean.encode()).hexdigest(), url)


def _media_type(declared: str | None, name: str, text: str) -> str:
    if declared:
        plain_type = declared.partition(";")[0].strip().lower()
        if plain_type not in {"", "application/octet-stream"}:
            return plain_type
    for suffix, media_type in SUFFIXES.items():
        if name.lower().endswith(suffix):
            return media_type
    opening = text[:1_000].lstrip().lower()
    return "text/html" if opening.startswith(("<!doctype html", "<html", "<?xml")) else "text/plain"
