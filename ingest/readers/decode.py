"""From bytes to characters, and away with those that no text holds."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ...core.errors import DocumentError

BINARY_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, XLSX and ODT are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
)
"""First bytes of what is no text -> what to call it."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE_BYTES = 200_000
"""How much of a document the guess of its encoding looks at; more would only take longer."""

REMEDY = "save it as UTF-8"

# U+0000-001F but tab, line feed and carriage return; delete; lone surrogates; noncharacters.
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def without_controls(text: str) -> str:
    """The text with each character that cannot stand in text replaced by a space, so that offsets stay."""
    return _UNWANTED.sub(" ", text)


def decode(data: bytes, name: str) -> str:
    """The characters of a document: by its byte order mark, as UTF-8, or as the likeliest other encoding.

    Raises DocumentError where none fits.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, name)
    if b"\x00" in data:
        raise DocumentError(f"{name}: binary (it holds NUL bytes)", remedy="save it as plain text or HTML first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    if best is None:
        raise DocumentError(f"{name}: in no encoding that could be told", remedy=REMEDY)
    return _decode_as(data, best.encoding, name)


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise DocumentError(f"{name}: not valid {encoding}, as it seemed to be", remedy=REMEDY) from None
