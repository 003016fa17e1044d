"""The IRIs that a publisher mints: pure functions from what a letter prints to names under the publisher's base.

Who remembers which name was minted is the record (``store/``); nothing here looks anything up.
"""

from __future__ import annotations

import re
import unicodedata

UNKNOWN_AUTHORITY = "unknown"
"""Stands in for the authority of a letter that names none."""

TEXT_DIGITS = 12
"""Hexadecimal digits of the text's hash in a key that no printed reference gives."""

LONGEST_KEY = 64
FIRST_YEAR, LAST_YEAR = 2005, 2049
"""The years that two digits may stand for: the Act has been in force since 2005."""

_SEPARATORS = re.compile(r"[^a-z0-9]+")
_FOUR_DIGIT_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TWO_DIGITS = re.compile(r"[0-9]{2}")


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits, all else one hyphen: ``01.FOI/24`` gives ``01-foi-24``; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return _SEPARATORS.sub("-", plain).strip("-")[:LONGEST_KEY].strip("-")


def reference_key(reference: str) -> str | None:
    """The key of a printed reference: ``294/25`` gives ``294-2025``; None where it has no letter or digit to keep.

    A two-digit year is written out where it is the last part, or stands between a word and a number
    (``01.FOI.24.039384``), and no part has four digits of a year already.
    """
    parts = slug(reference).split("-")
    if not any(_FOUR_DIGIT_YEAR.fullmatch(part) for part in parts):
        place = _year_place(parts)
        if place is not None:
            parts[place] = f"20{parts[place]}"
    return "-".join(parts) or None


def _year_place(parts: list[str]) -> int | None:
    last = len(parts) - 1
    if last >= 1 and _is_short_year(parts[last]) and any(character.isdigit() for character in "".join(parts[:last])):
        return last
    for place in range(1, last):
        if _is_short_year(parts[place]) and parts[place - 1].isalpha() and parts[place + 1].isdigit():
            return place
    return None


def _is_short_year(part: str) -> bool:
    return _TWO_DIGITS.fullmatch(part) is not None and FIRST_YEAR <= 2000 + int(part) <= LAST_YEAR


def text_key(text_sha256: str, digits: int = TEXT_DIGITS) -> str:
    """The key of a letter without a printed reference: ``x`` and the first digits of its text's SHA-256."""
    return f"x{text_sha256[:digits]}"


def authority_slug(authority: str | None) -> str:
    """The path segment of an authority; ``unknown`` for None."""
    return (slug(authority) if authority else "") or UNKNOWN_AUTHORITY


def disclosure_iri(base: str, authority: str, key: str) -> str:
    """``{base}disclosure/{authority}/{key}``."""
    return f"{base}disclosure/{authority}/{key}"


def version_graph(base: str, authority: str, key: str, version: int) -> str:
    """The graph of one version's facts."""
    return f"{base}graph/disclosure/{authority}/{key}/{version}"


def derived_graph(base: str, authority: str, key: str) -> str:
    """The graph of the shortcuts derived from a disclosure's current version."""
    return f"{base}graph/derived/{authority}/{key}"


def findings_graph(base: str, authority: str, key: str) -> str:
    """The graph of what the statute shapes find in a disclosure's current version."""
    return f"{base}graph/findings/{authority}/{key}"


def catalogue_graph(base: str) -> str:
    """The graph of sources, versions, readings, redirects, tombstones and the data set itself."""
    return f"{base}graph/catalogue"
