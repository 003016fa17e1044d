"""Getting the bytes of a document from a file or an http(s) address."""

from __future__ import annotations

import errno
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import DocumentError, StorageFullError

SECONDS = 30.0
"""How long a server may keep silent."""

SUFFIXES = frozenset({".txt", ".html", ".htm", ".xhtml"})
"""What is read of a folder; a file that is named itself is read whatever it is called."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of one document. location: the file name or address as given; url: None for a file."""

    location: str
    url: str | None
    media_type: str | None
    data: bytes


def is_url(place: str) -> bool:
    """Whether a place is an address, not a path."""
    return place.startswith(("http://", "https://"))


def expand(places: Sequence[str]) -> Iterator[str]:
    """The places themselves, folders replaced by the letters in them and below, in the order of their names."""
    for place in places:
        folder = Path(place)
        if is_url(place) or not folder.is_dir():
            yield place
            continue
        for path in sorted(folder.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix.lower() in SUFFIXES and path.is_file() and not hidden:
                yield str(path)


def fetch(place: str, max_bytes: int) -> Fetched:
    """Read one file or address; at most ``max_bytes`` and one more, so that the reader can refuse what is too large.

    Raises DocumentError naming the place and the remedy.
    """
    return _from_web(place, max_bytes) if is_url(place) else _from_file(place, max_bytes)


def _from_file(place: str, max_bytes: int) -> Fetched:
    path = Path(place)
    try:
        if path.stat().st_size > max_bytes:
            raise DocumentError(
                f"{place}: {path.stat().st_size:,} bytes, and a document may have {max_bytes:,}",
                remedy="split it, or raise FOIGRAPH_MAX_DOCUMENT_BYTES",
            )
        with path.open("rb") as file:
            return Fetched(place, None, None, file.read(max_bytes + 1))
    except FileNotFoundError:
        raise DocumentError(f"{place}: no such file", remedy="check the path") from None
    except IsADirectoryError:
        raise DocumentError(f"{place}: a folder, not a document", remedy="name the files in it") from None
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise StorageFullError(f"{place}: {error.strerror}") from error
        raise DocumentError(
            f"{place}: cannot be read ({error.strerror})", remedy="check the file and its permissions"
        ) from error


class _SameSchemes(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http(s) alone."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        if not is_url(newurl):
            raise urllib.error.HTTPError(newurl, code, "redirect to something other than http(s)", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _from_web(place: str, max_bytes: int) -> Fetched:
    opener = urllib.request.build_opener(_SameSchemes)
    request = urllib.request.Request(place, headers={"User-Agent": "foigraph", "Accept": "text/html, text/plain"})
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data = answer.read(max_bytes + 1)
            media_type = answer.headers.get_content_type() if answer.headers.get("Content-Type") else None
            return Fetched(place, place, media_type, data)
    except urllib.error.HTTPError as error:
        raise DocumentError(f"{place}: the server answered {error.code} {error.reason}", remedy="check it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise DocumentError(
            f"{place}: cannot be fetched ({reason})", remedy="check the address and try again"
        ) from error
