"""The whole snapshot as one file of N-Quads, for whoever wants more than a query may give."""

from __future__ import annotations

import tempfile
import threading
import time
from typing import IO

from flask import Blueprint, Response, request
from pyoxigraph import RdfFormat, Store
from werkzeug.wsgi import wrap_file

from ..core.errors import QueryBusyError
from .answers import REVALIDATE, etag_of
from .code_version import code_version
from .front import STREAMS, matches, too_many
from .problems import problem_of
from .state import serving, state

blueprint = Blueprint("dumps", __name__)
one_at_a_time = threading.BoundedSemaphore(1)


@blueprint.get("/data.nq")
def dump() -> Response:
    """All quads, made whole before the first byte is sent; one at a time, on the allowance of the client."""
    here = serving()
    headers = {
        "ETag": etag_of(here.id, code_version(), "dump"), "Cache-Control": REVALIDATE, "Foigraph-Snapshot": here.id,
        "Content-Disposition": f'attachment; filename="foigraph-{here.id}.nq"',
    }  # fmt: skip
    wanted = request.headers.get("If-None-Match")
    if wanted and matches(wanted, headers["ETag"]):
        return Response(status=304, headers=headers)
    if request.method == "HEAD":
        return Response(headers=headers, content_type="application/n-quads")
    file, size = _made()
    request.environ[STREAMS] = True
    return Response(
        wrap_file(request.environ, file, 65_536), headers={**headers, "Content-Length": str(size)},
        content_type="application/n-quads", direct_passthrough=True,
    )  # fmt: skip


def _made() -> tuple[IO[bytes], int]:
    """A file without a name that holds the dump, at its start, and its size in bytes."""
    found, client = state(), request.environ["foigraph.client"]
    wait = found.query_seconds.wait(client)
    if wait:
        limit = f"{found.query_seconds.per_minute:g} seconds of evaluation a minute"
        raise too_many(wait, limit, "sparql_seconds_per_minute")
    if not one_at_a_time.acquire(blocking=False):
        raise problem_of(QueryBusyError("another dump is being made", remedy="try again shortly"))
    started = time.monotonic()
    try:
        file = tempfile.TemporaryFile()  # noqa: SIM115 (it lives until it has been sent)
        Store.read_only(str(serving().path / "store")).dump(file, RdfFormat.N_QUADS)
        size = file.tell()
        file.seek(0)
        return file, size
    finally:
        one_at_a_time.release()
        found.query_seconds.charge(client, time.monotonic() - started)
