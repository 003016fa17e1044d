"""Answers that caches can keep: their ETag is known before they are made, so that a 304 costs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from flask import Response, request

from ..core.errors import QueryCrashedError, QueryTimeoutError, QueryTooLargeError
from .code_version import code_version
from .front import KEEPS, matches
from .negotiation import Format
from .problems import problem_of
from .state import serving, state

REVALIDATE = "no-cache"
"""A cache may keep an answer and must ask before it gives it again: what was withdrawn is never served from one."""

Made = tuple[bytes, Mapping[str, str]]
"""A whole body, and the headers that are only known with it."""


def conditional(
    parts: Sequence[object], chosen: Format, make: Callable[[], Made], *, offers: Sequence[Format] = (), stem: str = ""
) -> Response:
    """The answer to a GET or HEAD: 304 where the client has it, else what ``make`` makes.

    parts: what the answer is made from besides the snapshot, the code and the format. offers: the formats there are,
    and ``stem`` the path that takes their suffixes; they make up Content-Location and Link.
    """
    here = serving()
    etag = etag_of(here.id, code_version(), chosen.name, chosen.media_types[0], *parts)
    headers = {"ETag": etag, "Cache-Control": REVALIDATE, "Foigraph-Snapshot": here.id, "Vary": "Accept"}
    if offers:
        headers |= located(stem, chosen, offers)
    wanted = request.headers.get("If-None-Match")
    if wanted and matches(wanted, etag):
        return Response(status=304, headers=headers)
    body, more = make()
    request.environ[KEEPS] = here.cache if "snapshot" not in request.args else None
    return Response(body, 200, headers={**headers, "Content-Type": chosen.content_type, **more})


def etag_of(*parts: object) -> str:
    """A strong ETag: 32 hexadecimal digits of a hash over the parts."""
    return f'"{sha256(json.dumps(parts, default=str, sort_keys=True).encode()).hexdigest()[:32]}"'


def located(stem: str, chosen: Format, offers: Sequence[Format]) -> dict[str, str]:
    """Where the chosen format has an address of its own, and where the others have theirs."""
    query = request.query_string.decode("latin-1")
    after = f"?{quote(query, safe='=&%+;,/:?@!$()*~-._')}" if query else ""
    path = quote(request.script_root + stem)
    links = [
        f'<{path}.{offer.name}{after}>; rel="alternate"; type="{offer.media_types[0]}"'
        for offer in offers
        if offer is not chosen
    ]
    return {"Content-Location": f"{path}.{chosen.name}{after}", "Link": ", ".join(links)}


def as_json(value: Any) -> bytes:
    """A JSON document in UTF-8, ending in a newline."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")


@contextmanager
def naming_limits(prefix: str) -> Iterator[None]:
    """Add to the problem of a query that passed a limit which limit that is, and its value.

    prefix: of the settings: ``query`` or ``sparql``.
    """
    settings = state().settings
    try:
        yield
    except (QueryTimeoutError, QueryCrashedError, QueryTooLargeError) as error:
        if isinstance(error, QueryTimeoutError):
            setting = f"{prefix}_seconds"
        elif isinstance(error, QueryCrashedError):
            setting = "query_memory_bytes"
        else:
            setting = f"{prefix}_rows" if "rows" in error.message else f"{prefix}_bytes"
        more = {"see": "/data.nq"} if isinstance(error, QueryTooLargeError) else {}
        raise problem_of(error, limit=getattr(settings, setting), setting=setting, **more) from error
