"""What stands in front of the application: the host, the rate, the cache, and the headers of every answer."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.sansio.utils import host_is_trusted

from ..core.errors import FoigraphError
from .cache import Cache, Entry
from .limits import Allowance
from .problems import MEDIA_TYPE, RETRY_SECONDS, Problem
from .snapshot import Snapshots

Headers = list[tuple[str, str]]

ALWAYS: Headers = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Access-Control-Allow-Origin", "*"),
    (
        "Access-Control-Expose-Headers",
        "Content-Location, ETag, Foigraph-Snapshot, Foigraph-Truncated, Link, Retry-After",
    ),
]
UNCOUNTED = frozenset(("/health", "/ready", "/limits"))
"""Paths that have no rate: whoever was refused finds out here why, and a load balancer asks often."""
KEEPS = "foigraph.cache"
"""The key of the environment under which the application says that its answer may be kept, and where."""
STREAMS = "foigraph.streams"
"""The key under which the application says that its body is a file, to be passed on as it is read."""
UNCHANGED = frozenset(
    ("etag", "vary", "cache-control", "content-location", "foigraph-snapshot", "foigraph-truncated", "link")
)

log = logging.getLogger("foigraph.api")


@dataclass(slots=True)
class _Started:
    """What the application said before its body."""

    status: str = ""
    headers: Headers | None = None

    def start(self, status: str, headers: Headers, _: Any = None, /) -> Any:
        self.status, self.headers = status, headers
        return _write_nothing


def _write_nothing(_: bytes, /) -> None:
    raise NotImplementedError("the application gives its body whole")


class Front:
    """WSGI middleware.

    hosts: names that a request may be addressed to. proxies: how many add to X-Forwarded-For. bodies: how many requests
    with a body may be under way; fewer than there are threads, since a body may arrive slowly.
    """

    def __init__(
        self,
        application: WSGIApplication,
        snapshots: Snapshots,
        allowance: Allowance,
        hosts: list[str],
        proxies: int,
        bodies: int,
    ) -> None:
        self._application = application
        self._snapshots = snapshots
        self._allowance = allowance
        self._hosts = hosts
        self._trusted: set[str] = set()
        self._proxies = proxies
        self._bodies = threading.BoundedSemaphore(bodies)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        has_body = environ.get("CONTENT_LENGTH", "0") not in ("", "0") or "HTTP_TRANSFER_ENCODING" in environ
        if not has_body:
            return self._answer(environ, start_response)
        if not self._bodies.acquire(blocking=False):
            return _say(too_many_bodies(), environ, start_response)
        try:
            return self._answer(environ, start_response)
        finally:
            self._bodies.release()

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            self._check(environ)
            cache = self._cache(environ)
            key = (environ["PATH_INFO"], environ.get("QUERY_STRING", ""), environ.get("HTTP_ACCEPT", ""))
            entry = cache.get(key) if cache else None
            if entry is not None:
                return _from(entry, environ, start_response)
            return self._ask(environ, start_response, key)
        except Problem as problem:
            return _say(problem, environ, start_response)

    def _check(self, environ: WSGIEnvironment) -> None:
        host = environ.get("HTTP_HOST", "")
        if host not in self._trusted:
            if not host_is_trusted(host, self._hosts):
                raise Problem(400, "host", "Unknown host", "this server does not answer to the name in the Host header")
            if len(self._trusted) < 1000:
                self._trusted.add(host)
        client = environ["foigraph.client"] = self._client(environ)
        if environ["PATH_INFO"] in UNCOUNTED:
            return
        wait = self._allowance.wait(client)
        if wait:
            raise too_many(wait, f"{self._allowance.per_minute:g} requests a minute", "requests_per_minute")
        self._allowance.charge(client, 1)

    def _client(self, environ: WSGIEnvironment) -> str:
        """The address of the client, as the nearest proxy that is trusted saw it."""
        seen = [part.strip() for part in environ.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        if self._proxies and len(seen) >= self._proxies:
            return str(seen[-self._proxies])
        return str(environ.get("REMOTE_ADDR", ""))

    def _cache(self, environ: WSGIEnvironment) -> Cache | None:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return None
        try:
            return self._snapshots.current().cache
        except FoigraphError:
            return None  # the application says what is wrong

    def _ask(
        self, environ: WSGIEnvironment, start_response: StartResponse, key: tuple[str, str, str]
    ) -> Iterable[bytes]:
        started = _Started()
        answer = self._application(environ, started.start)
        if environ.get(STREAMS):
            start_response(started.status, [*(started.headers or []), *ALWAYS])
            return answer
        try:
            body = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        headers = [*(started.headers or []), *ALWAYS]
        cache = environ.get(KEEPS)
        if cache is not None and started.status.startswith("200") and environ["REQUEST_METHOD"] == "GET":
            cache.put(key, entry_of(headers, body))
        start_response(started.status, headers)
        return [body]


def entry_of(headers: Headers, body: bytes) -> Entry:
    """What is kept of an answer."""
    etag = next((value for name, value in headers if name.lower() == "etag"), "")
    unchanged = [(name, value) for name, value in headers if name.lower() in UNCHANGED] + ALWAYS
    return Entry(headers, unchanged, etag, body)


def too_many(wait: float, limit: str, setting: str) -> Problem:
    """The 429 of a client that asks too much."""
    seconds = max(1, round(wait + 0.5))
    return Problem(
        429, "rate", "Too many requests", f"one client may have {limit} here",
        {"limit": limit, "setting": setting, "remedy": f"wait {seconds} seconds; /limits has all limits"},
        {"Retry-After": str(seconds)},
    )  # fmt: skip


def too_many_bodies() -> Problem:
    """The 503 of a request with a body while many others are still arriving."""
    return Problem(
        503, "busy", "Too many bodies at once", "as many requests with a body as may are under way",
        {"remedy": "try again shortly"}, {"Retry-After": str(RETRY_SECONDS), "Connection": "close"},
    )  # fmt: skip


def _say(problem: Problem, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    headers = [("Content-Type", MEDIA_TYPE), ("Cache-Control", "no-store"), *problem.headers.items()]
    body = problem.body()
    start_response(f"{problem.status} {problem.title}", [*headers, ("Content-Length", str(len(body))), *ALWAYS])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _from(entry: Entry, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    if wanted and matches(wanted, entry.etag):
        start_response("304 Not Modified", entry.unchanged)
        return []
    start_response("200 OK", entry.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [entry.body]


def matches(wanted: str, etag: str) -> bool:
    """Whether an If-None-Match header names the ETag, weakly or not."""
    return wanted.strip() == "*" or any(part.strip().removeprefix("W/") == etag for part in wanted.split(","))
