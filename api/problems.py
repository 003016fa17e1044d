"""Errors over HTTP, in one shape: RFC 9457, ``application/problem+json``.

Every error has ``type``, ``title``, ``status`` and ``detail``, and where it helps ``remedy`` and members of its own
(``parameter``, ``accepts``, ``example``, ``line``, ``column``, ``limit``). None tells where anything is kept here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from ..core.errors import (
    FoigraphError,
    GoneError,
    HomeError,
    NotFoundError,
    ParameterError,
    QueryBusyError,
    QueryCrashedError,
    QueryFailedError,
    QuerySyntaxError,
    QueryTimeoutError,
    QueryTooLargeError,
    UnknownQueryError,
    UsageError,
)
from ..core.settings import VOCABULARY_BASE

MEDIA_TYPE = "application/problem+json"
TYPES = f"{VOCABULARY_BASE}problem/"
PLACE = re.compile(r"line (\d+), column (\d+)")
RETRY_SECONDS = 2
"""After so long a busy pool is worth another try: most queries take milliseconds."""


@dataclass(eq=False)
class Problem(Exception):  # noqa: N818 (RFC 9457 calls it so)
    """What went wrong with a request.

    kind: the last part of ``type``. more: further members. headers: of the answer.
    """

    status: int
    kind: str
    title: str
    detail: str
    more: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def members(self) -> dict[str, Any]:
        """The members of the JSON object."""
        return {
            "type": TYPES + self.kind, "title": self.title, "status": self.status, "detail": self.detail,
            **{name: value for name, value in self.more.items() if value not in (None, "")},
        }  # fmt: skip

    def body(self) -> bytes:
        """The JSON object."""
        return (json.dumps(self.members(), ensure_ascii=False) + "\n").encode("utf-8", "replace")


KINDS: tuple[tuple[type[FoigraphError], str, str], ...] = (
    (ParameterError, "parameter", "A parameter cannot be used"),
    (UnknownQueryError, "unknown-query", "No such query"),
    (GoneError, "gone", "Not kept any more"),
    (NotFoundError, "not-found", "Not found"),
    (QuerySyntaxError, "syntax", "The query does not parse"),
    (UsageError, "usage", "The request cannot be done as asked"),
    (QueryBusyError, "busy", "All query workers are taken"),
    (QueryTimeoutError, "deadline", "The query ran past its deadline"),
    (QueryTooLargeError, "too-large", "The result is over its cap"),
    (QueryCrashedError, "crashed", "The query ended its worker"),
    (QueryFailedError, "failed", "The query failed"),
    (HomeError, "unavailable", "The data cannot be served now"),
)
TELLING = (UsageError, QueryBusyError, QueryTimeoutError, QueryTooLargeError, QueryCrashedError)
"""Errors whose words come from the request and our limits; those of others may name places of this machine."""


def problem_of(error: FoigraphError, **more: Any) -> Problem:
    """The problem of an error of ours."""
    kind, title = next(
        ((kind, title) for known, kind, title in KINDS if isinstance(error, known)), ("internal", "Internal error")
    )
    telling = isinstance(error, TELLING)
    detail = error.message if telling else "what happened is in the log of the server"
    members: dict[str, Any] = {"remedy": error.remedy if telling else ""}
    if isinstance(error, ParameterError):
        members = {"parameter": error.parameter, "accepts": error.accepts}
    if isinstance(error, QuerySyntaxError) and (place := PLACE.search(error.message)):
        members |= {"line": int(place[1]), "column": int(place[2])}
    headers = {"Retry-After": str(RETRY_SECONDS)} if isinstance(error, QueryBusyError | HomeError) else {}
    return Problem(error.http_status, kind, title, detail, {**members, **more}, headers)


def problem_of_status(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> Problem:
    """The problem of a plain HTTP error."""
    title = HTTPStatus(status).phrase
    return Problem(status, title.lower().replace(" ", "-"), title, detail or title, headers=headers or {})
