"""gunicorn around the application: forked processes, each with query workers of its own."""

from __future__ import annotations

import logging
import socket
import struct
from collections.abc import Callable
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from ..core.settings import Settings
from ..store.snapshots import open_snapshot
from .application import create_application, start, stop
from .worker import ProblemWorker

IDLE_SECONDS = 10
"""A client that sends nothing for so long in the middle of a request is let go, so that it holds no thread."""
GRACE_SECONDS = 15
"""A stopping server lets running requests end for so long; queries end sooner."""


class Server(BaseApplication):  # type: ignore[misc]
    """One gunicorn. ready: called once in the master when the address is bound."""

    def __init__(self, settings: Settings, ready: Callable[[], None]) -> None:
        self._settings = settings
        self._ready = ready
        self._application = create_application(settings)
        super().__init__()

    def load_config(self) -> None:
        """Take over our settings."""
        settings = self._settings
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        options: dict[str, Any] = {
            "bind": f"{host}:{settings.port}", "workers": settings.workers, "threads": settings.threads,
            "worker_class": ProblemWorker, "preload_app": True, "keepalive": 5, "graceful_timeout": GRACE_SECONDS,
            "limit_request_line": 8190, "loglevel": "warning", "proc_name": "foigraph",
            "forwarded_allow_ips": "", "control_socket_disable": True,
            "when_ready": self._when_ready, "post_worker_init": self._begin, "worker_exit": self._end,
        }  # fmt: skip
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application, made before the fork."""
        return self._application

    def _when_ready(self, arbiter: Arbiter) -> None:
        for listener in arbiter.LISTENERS:  # what it accepts inherits this
            listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("@ll", IDLE_SECONDS, 0))
            listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("@ll", IDLE_SECONDS, 0))
        self._ready()

    def _begin(self, _: Worker) -> None:
        logging.getLogger("foigraph.api").setLevel(logging.WARNING)
        start(self._application)

    def _end(self, _: Arbiter, __: Worker) -> None:
        stop(self._application)


def serve(settings: Settings, ready: Callable[[], None]) -> None:
    """Verify the current snapshot, bind, and serve until a signal ends it. Never returns.

    Raises NoSnapshotError, DamagedError.
    """
    with open_snapshot(settings.home):
        pass  # verified here once, before the processes are forked
    Server(settings, ready).run()
