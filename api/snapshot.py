"""The snapshots that are served: the current one, followed as it moves, and older ones for whoever asks.

Each has query workers of its own. A publish brings new ones up beside the old; a request that began on the old snapshot
ends on it, and the old is closed when its last request has ended.
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from ..core.errors import FoigraphError, GoneError, NoSnapshotError, ParameterError
from ..core.settings import Settings
from ..store.pool import Pool
from ..store.snapshots import open_snapshot
from .cache import Cache

IDENTIFIER = re.compile(r"\d{8}T\d{6}(\.\d{1,6})?Z-[0-9a-f]{12}")
FOLLOW_SECONDS = 1.0
"""An idle process looks so often whether the snapshot has moved; a busy one looks at each request."""
KEEP_SECONDS = 60.0
"""An older snapshot that nobody asks of is closed after so long, so that it can be pruned."""
STRANGERS_PATIENCE = 0.25
"""Seconds for which a stranger's query waits for a worker."""
OUR_PATIENCE = 5.0
"""The same for a canned query: those before it take milliseconds, so that nobody is refused in a short rush."""

log = logging.getLogger("foigraph.api")


class Serving:
    """One snapshot with its query workers and its cache of answers."""

    def __init__(self, settings: Settings, identifier: str, *, verify: bool) -> None:
        self._settings = settings
        self._stack = ExitStack()
        snapshot = self._stack.enter_context(open_snapshot(settings.home, identifier, verify=verify))
        self.id = identifier
        self.base = snapshot.manifest.base
        self.manifest = snapshot.manifest
        self.path = snapshot.path
        self.cache = Cache(settings.cache_bytes)
        self.memory: dict[str, object] = {}
        """What was worked out once for this snapshot, by name."""
        self.used = time.monotonic()
        self.leases = 0
        self._lock = threading.Lock()
        self._pools: dict[str, Pool] = {}

    @property
    def canned(self) -> Pool:
        """Workers for queries of ours."""
        settings = self._settings
        return self._pool("canned", settings.query_workers, OUR_PATIENCE, settings.query_seconds, settings.query_bytes)

    @property
    def strangers(self) -> Pool:
        """Workers for queries of strangers."""
        settings = self._settings
        return self._pool(
            "strangers", settings.sparql_workers, STRANGERS_PATIENCE, settings.sparql_seconds, settings.sparql_bytes,
            settings.sparql_rows,
        )  # fmt: skip

    def _pool(
        self, name: str, size: int, patience: float, seconds: float, most_bytes: int, rows: int | None = None
    ) -> Pool:
        pool = self._pools.get(name)
        if pool is not None:
            return pool
        with self._lock:
            if name not in self._pools:
                self._pools[name] = self._stack.enter_context(
                    Pool(
                        self.path / "store", size=size, seconds=seconds, patience=patience, bytes=most_bytes, rows=rows,
                        memory_bytes=self._settings.query_memory_bytes, isolation=self._settings.isolation.split(","),
                    )
                )  # fmt: skip
            return self._pools[name]

    def close(self) -> None:
        """End the workers and let the snapshot go."""
        with self._lock:
            self._stack.close()


class Snapshots:
    """What a serving process serves. ``start`` once in each process; then any thread may ``lease``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._switching = threading.Lock()
        self._current: Serving | None = None
        self._older: dict[str, Serving] = {}
        self._failed = ("", 0.0)
        self._stop = threading.Event()

    def start(self) -> None:
        """Open the current snapshot and follow it. Raises NoSnapshotError, DamagedError."""
        self._switch(self._name())
        threading.Thread(target=self._follow, name="follow", daemon=True).start()

    def stop(self) -> None:
        """Close all; requests that still run fail."""
        self._stop.set()
        with self._lock:
            servings = [*self._older.values(), *([self._current] if self._current else [])]
            self._older, self._current = {}, None
        for serving in servings:
            serving.close()

    def current(self) -> Serving:
        """The current snapshot, without a lease: for its cache and its id. Raises NoSnapshotError."""
        name = self._name()
        serving = self._current
        if serving is not None and (name == serving.id or not name):
            return serving
        return self._switch(name)

    @contextmanager
    def lease(self, identifier: str | None = None) -> Iterator[Serving]:
        """A snapshot (the current one by default) that stays open until the context ends.

        Raises NoSnapshotError, GoneError for one that is not kept any more, ParameterError for what is no id.
        """
        serving = self._take(identifier)
        try:
            yield serving
        finally:
            with self._lock:
                serving.leases -= 1
                serving.used = time.monotonic()
                idle = serving.leases == 0 and not self._serves(serving)
            if idle:
                serving.close()

    def _take(self, identifier: str | None) -> Serving:
        while True:
            serving = self.current()
            if identifier is not None and identifier != serving.id:
                serving = self._take_older(identifier)
            with self._lock:
                if self._serves(serving):
                    serving.leases += 1
                    return serving

    def _take_older(self, identifier: str) -> Serving:
        if not IDENTIFIER.fullmatch(identifier):
            raise ParameterError("snapshot", "it is no id of a snapshot", accepts="the id that an answer names")
        if not (self._settings.home / "snapshots" / identifier).is_dir():
            raise GoneError(f"the snapshot {identifier} is not kept any more", remedy="ask without ?snapshot=")
        with self._switching:
            serving = self._older.get(identifier)
            if serving is None:
                try:
                    serving = Serving(self._settings, identifier, verify=False)
                except (FoigraphError, OSError) as error:
                    raise GoneError(f"the snapshot {identifier} is not kept any more") from error
                with self._lock:
                    self._older[identifier] = serving
            return serving

    def _serves(self, serving: Serving) -> bool:
        return serving is self._current or self._older.get(serving.id) is serving

    def _name(self) -> str:
        """The id that ``current`` leads to; empty where it leads nowhere."""
        try:
            return os.path.basename(os.readlink(self._settings.home / "current"))  # noqa: PTH115, PTH119 (at each request: no Path)
        except OSError:
            return ""

    def _switch(self, name: str) -> Serving:
        """Serve another snapshot. While one thread opens it the others go on with the old."""
        old = self._current
        if not self._switching.acquire(blocking=old is None):
            assert old is not None
            return old
        try:
            old = self._current
            if old is not None and (old.id == name or (name == self._failed[0] and time.monotonic() < self._failed[1])):
                return old
            if not name:
                raise NoSnapshotError("nothing has been published", remedy="run `foigraph ingest PATH…`")
            try:
                serving = _opened(self._settings, name, verify=old is None)
            except (FoigraphError, OSError):
                if old is None:
                    raise
                log.exception("the snapshot %s cannot be served; %s still is", name, old.id)
                self._failed = (name, time.monotonic() + FOLLOW_SECONDS)
                return old
            with self._lock:
                self._current = serving
                idle = old is not None and old.leases == 0
            if idle and old is not None:
                old.close()
            return serving
        finally:
            self._switching.release()

    def _follow(self) -> None:
        while not self._stop.wait(FOLLOW_SECONDS):
            try:
                self.current()
                self._close_unused()
            except FoigraphError:
                log.exception("the current snapshot cannot be followed")

    def _close_unused(self) -> None:
        long_ago = time.monotonic() - KEEP_SECONDS
        with self._lock:
            unused = [
                serving
                for serving in self._older.values()
                if serving.leases == 0 and (serving.used < long_ago or not serving.path.is_dir())
            ]
            for serving in unused:
                del self._older[serving.id]
        for serving in unused:
            serving.close()


def _opened(settings: Settings, name: str, *, verify: bool) -> Serving:
    """A snapshot whose workers have opened their stores, before the first request needs them."""
    serving = Serving(settings, name, verify=verify)
    try:
        serving.strangers  # noqa: B018 (it starts them)
        serving.canned.table("ASK {}")
    except BaseException:
        serving.close()
        raise
    return serving
