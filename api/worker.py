"""The gunicorn worker, whose errors about what is no HTTP have the shape of all others."""

from __future__ import annotations

from typing import Any

from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

from .front import ALWAYS
from .problems import MEDIA_TYPE, Problem, problem_of_status

DETAILS = {
    414: "a request line may have 8,190 bytes here; send a long query to /sparql by POST",
    431: "there are too many headers, or one is too long",
    501: "this transfer coding is not known here; chunked is",
}
OTHERWISE = "the request is not HTTP as this server reads it"


class Said:
    """Stands in for a socket: keeps what gunicorn would have sent."""

    def __init__(self) -> None:
        self.data = b""

    def gettimeout(self) -> float:
        """As of a socket that does not block."""
        return 0.0

    def sendall(self, data: bytes) -> None:
        """Keep the data."""
        self.data += data


class ProblemWorker(ThreadWorker):  # type: ignore[misc]
    """A worker of threads. It leaves to gunicorn what is wrong and with which status, and says it as a problem."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer what could not be read as a request; the connection is closed after it."""
        said = Said()
        super().handle_error(req, said, addr, exc)
        words = said.data[:40].split()
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 400
        problem = problem_of_status(status, DETAILS.get(status, OTHERWISE) if status < 500 or status == 501 else "")
        try:
            write_nonblock(client, as_response(problem))
        except OSError:
            self.log.debug("the client has gone before it was told what is wrong")


def as_response(problem: Problem) -> bytes:
    """A whole HTTP response."""
    body = problem.body()
    headers = [("Connection", "close"), ("Content-Type", MEDIA_TYPE), ("Cache-Control", "no-store"),
               ("Content-Length", str(len(body))), *ALWAYS]  # fmt: skip
    lines = [f"HTTP/1.1 {problem.status} {problem.title}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
