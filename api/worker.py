"""The gunicorn worker: a slow client holds no thread, and what is no HTTP gets an error of the shape of all others.

gunicorn gives a thread to each connection at once, so that a few dozen clients that send a byte now and then stop the
server. Here the loop that accepts connections also waits for the head of each request; a thread has it when it is
whole. What comes after the head, and the answer, have deadlines.
"""

from __future__ import annotations

import selectors
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import TConn, ThreadWorker

from .front import ALWAYS
from .problems import MEDIA_TYPE, Problem, problem_of_status

DETAILS = {
    414: "a request line may have 8,190 bytes here; send a long query to /sparql by POST",
    431: "there are too many headers, or one is too long",
    501: "this transfer coding is not known here; chunked is",
}
SLOW = Problem(408, "slow", "Request too slow", "the request line and headers did not arrive in time")
HEAD_BYTES = 65_536
"""More than gunicorn takes as the head of a request: it says what is wrong with a longer one."""
HEAD_SECONDS = 10
"""From the connection, or the first byte of a later request on it, to the end of the head."""
BODY_SECONDS = 10
ANSWER_SECONDS = 600
"""A client that has not taken its answer by then is let go; the largest dump is meant to fit."""
STOPPING_SECONDS = 2
LEAVING_SECONDS = 2
DRAIN_SECONDS = 0.05
"""For the rest of a body that was not read; a client that has more of it loses its connection, and no thread waits."""
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


@dataclass(slots=True)
class _Arriving:
    """A connection whose next request has not arrived whole: since when, and what there is of it."""

    since: float
    head: bytearray = field(default_factory=bytearray)


class ProblemWorker(ThreadWorker):  # type: ignore[misc]
    """A worker of threads. It leaves to gunicorn what is wrong and with which status, and says it as a problem."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._arriving: dict[TConn, _Arriving] = {}
        self._handled: dict[TConn, tuple[float, float]] = {}
        self._leaving: dict[TConn, float] = {}

    def enqueue_req(self, conn: TConn) -> None:
        """Give a connection to a thread once the head of its request is whole. Runs in the loop, never waits."""
        if conn.initialized and conn.parser.unreader.buf.getvalue():
            self._give_to_thread(conn)  # it came with the request before
            return
        self._arriving[conn] = _Arriving(time.monotonic())
        conn.sock.setblocking(False)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._read_head, conn))
        self._read_head(conn, conn.sock)

    def _read_head(self, conn: TConn, _: Any) -> None:
        head = self._arriving[conn].head
        try:
            part = conn.sock.recv(HEAD_BYTES)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            part = b""
        head += part
        if part and b"\r\n\r\n" not in head and len(head) < HEAD_BYTES:
            return
        self._forget(conn)
        conn.data_ready = True
        conn.init()
        conn.parser.unreader.unread(bytes(head))
        self._give_to_thread(conn)

    def _give_to_thread(self, conn: TConn) -> None:
        now = time.monotonic()
        self._handled[conn] = (now + BODY_SECONDS, now + ANSWER_SECONDS)
        super().enqueue_req(conn)

    def finish_request(self, conn: TConn, fs: Any) -> None:
        """Called in the loop when a thread has done its work.

        A connection that ends is closed when the client has closed it too, so that it loses nothing of the answer
        (RFC 9112, section 9.6); gunicorn would make the whole loop wait for that.
        """
        self._handled.pop(conn, None)
        if fs.cancelled() or fs.exception() is not None or fs.result():
            super().finish_request(conn, fs)
            return
        try:
            conn.sock.shutdown(socket.SHUT_WR)
            conn.sock.setblocking(False)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._drain, conn))
        except (OSError, ValueError):  # it is closed already
            self.nr_conns -= 1
            conn.close()
            return
        self._leaving[conn] = time.monotonic() + LEAVING_SECONDS

    def _drain(self, conn: TConn, _: Any) -> None:
        try:
            if conn.sock.recv(HEAD_BYTES):
                return
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self.log.debug("the client has gone")
        self._leave(conn)

    def _leave(self, conn: TConn) -> None:
        del self._leaving[conn]
        self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()

    def _keepalive_after(self, conn: TConn, keepalive: bool) -> bool:
        return keepalive and bool(conn.parser.finish_body(deadline=time.monotonic() + DRAIN_SECONDS))

    def murder_pending(self) -> None:
        """Called in the loop at least every second: let slow clients go."""
        super().murder_pending()
        now = time.monotonic()
        allowed = HEAD_SECONDS if self.alive else STOPPING_SECONDS
        for conn, arriving in list(self._arriving.items()):
            if now - arriving.since > allowed:
                self._forget(conn)
                self.nr_conns -= 1
                if arriving.head:
                    self._tell(conn.sock, SLOW)
                conn.close()
        for conn in [conn for conn, until in self._leaving.items() if now > until]:
            self._leave(conn)
        for conn, (body, answer) in self._handled.items():
            if now > body:  # what has arrived is still read; nothing more is waited for
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RDWR if now > answer else socket.SHUT_RD)

    def _forget(self, conn: TConn) -> None:
        del self._arriving[conn]
        self.poller.unregister(conn.sock)

    def _tell(self, client: Any, problem: Problem) -> None:
        try:
            write_nonblock(client, as_response(problem))
        except OSError:
            self.log.debug("the client has gone before it was told what is wrong")

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer what could not be read as a request; the connection is closed after it."""
        said = Said()
        super().handle_error(req, said, addr, exc)
        words = said.data[:40].split()
        status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 400
        problem = problem_of_status(status, DETAILS.get(status, OTHERWISE) if status < 500 or status == 501 else "")
        self._tell(client, problem)


def as_response(problem: Problem) -> bytes:
    """A whole HTTP response."""
    body = problem.body()
    headers = [("Connection", "close"), ("Content-Type", MEDIA_TYPE), ("Cache-Control", "no-store"),
               ("Content-Length", str(len(body))), *ALWAYS]  # fmt: skip
    lines = [f"HTTP/1.1 {problem.status} {problem.title}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
