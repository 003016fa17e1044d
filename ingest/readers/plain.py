"""Plain text: as it is, with one kind of line end."""

from __future__ import annotations


def read(text: str, name: str) -> str:  # noqa: ARG001
    """The text itself; Windows and old Macintosh line ends become one character."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
