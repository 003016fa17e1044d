"""Query workers that can be killed: what no SPARQL engine here offers, a process does.

A query runs in a worker (``workers.py``) without a network, on a read-only store, under a deadline, a byte cap and a
memory limit. A worker that passes one is killed and replaced; the next query finds a fresh one.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self
from weakref import WeakSet

from ..core.errors import (
    FoigraphError,
    QueryBusyError,
    QueryFailedError,
    QuerySyntaxError,
    QueryTooLargeError,
    UsageError,
)
from ..core.table import Table, table_from_json
from .dataset import Dataset, dataset_of
from .worker_process import Limits, Worker, one_line
from .workers import GRAPH_FORMATS, SOLUTION_FORMATS

ISOLATION = ("network-namespace", "seccomp")
"""Ways to keep a query off the network, best first."""
UNLIMITED = 2**62
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)

Kind = Literal["solutions", "boolean", "graph"]


@dataclass(frozen=True, slots=True)
class Result:
    """A whole result: its serialised bytes, what kind of query made it, the media type of the bytes."""

    body: bytes
    kind: Kind
    media_type: str


@dataclass(slots=True)
class _Loan:
    worker: Worker
    usable: bool = False


class Pool:
    """Workers over one store, for any number of threads; a context manager that leaves no process behind.

    path: the directory of an Oxigraph store that nobody writes to. size: how many queries run at once. seconds: the
    deadline of a query; None for none. patience: the deadline of the wait for a free worker, by default the same.
    bytes, rows: caps of a serialised result and of the rows of a SELECT; None for none.
    memory_bytes: address space that a worker may add to what opening the store took; 0 for no limit. isolation: ways
    to keep queries off the network, best first; where none works, a query that may call a SERVICE is refused.
    """

    def __init__(
        self,
        path: Path,
        *,
        size: int = 1,
        seconds: float | None = 10.0,
        patience: float | None = None,
        bytes: int | None = 50_000_000,
        rows: int | None = None,
        memory_bytes: int = 2**30,
        isolation: Sequence[str] = ISOLATION,
    ) -> None:
        if size < 1:
            raise UsageError(f"a pool of {size} query workers", remedy="set query_workers to 1 or more")
        self.path = Path(path)
        self._limits = Limits(seconds, UNLIMITED if bytes is None else bytes, memory_bytes)
        self._rows = rows
        self._patience = seconds if patience is None else patience
        self._size = size
        self._ways = tuple(isolation)
        self._reset()
        _POOLS.add(self)
        self._idle.append(self._spawn())  # it opens the store while the caller does other things

    def _reset(self) -> None:
        self._condition = threading.Condition()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._busy = 0
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def isolation(self) -> str:
        """How queries are kept off the network: ``network-namespace``, ``seccomp`` or ``none``."""
        with self._worker() as loan:
            return loan.worker.isolation

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the workers."""
        with self._condition:
            return tuple(sorted(worker.pid for worker in self._all))

    def run(
        self,
        sparql: str,
        *,
        format: str = "json",
        graph_format: str = "turtle",
        base_iri: str | None = None,
        dataset: Dataset | None = None,
    ) -> Result:
        """Run a query and give its whole result.

        It is asked of the union of all graphs, or of those that its FROM clauses name, or of ``dataset`` in their
        place. format: json, xml, csv or tsv, for SELECT and ASK. graph_format: turtle, ntriples, jsonld or rdfxml, for
        CONSTRUCT and DESCRIBE. Raises QuerySyntaxError with line and column, QueryBusyError, QueryTimeoutError,
        QueryTooLargeError, QueryCrashedError, QueryFailedError, and UsageError for a format that does not exist.
        """
        _check_format("format", format, SOLUTION_FORMATS)
        _check_format("graph_format", graph_format, GRAPH_FORMATS)
        _check_unicode(sparql)
        request = {
            "sparql": sparql, "format": format, "graph_format": graph_format, "base_iri": base_iri,
            "bytes": self._limits.bytes, "rows": self._rows, "dataset": dataset or dataset_of(sparql),
        }  # fmt: skip
        header, body = self._evaluate(request)
        if header["status"] == "ok":
            return Result(body, header["kind"], header["media_type"])
        raise self._failure(header)

    def check_update(self, update: str, *, base_iri: str = "") -> None:
        """Have an update read, which is never done: raises QuerySyntaxError where it is none, and else returns.

        base_iri: what its relative IRIs are relative to.
        """
        _check_unicode(update)
        header, _ = self._evaluate({"update": update, "base_iri": base_iri, "bytes": self._limits.bytes})
        if header["status"] != "read-only":
            raise self._failure(header)

    def table(self, sparql: str) -> Table:
        """Run a SELECT or ASK query and give its plain values."""
        return table_from_json(self.run(sparql).body)

    def close(self) -> None:
        """End all workers; a query that runs on one raises QueryCrashedError. Returns when all have ended."""
        with self._condition:
            self._closed = True
            for worker in self._idle:
                self._discard(worker)
            self._idle.clear()
            for worker in self._all:
                worker.stop()  # the thread that waits for it puts it away
            self._condition.notify_all()
            self._condition.wait_for(lambda: not self._all)
        _POOLS.discard(self)

    # one query

    def _evaluate(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        with self._worker() as loan:
            if loan.worker.isolation == "none" and "service" in request.get("sparql", "").casefold():
                raise UsageError("this platform cannot keep a query off the network, so none may say SERVICE")
            loan.usable = False  # an interrupted caller leaves it so: a worker that still runs is never used again
            header, body = loan.worker.run(request)
            loan.usable = not header["retire"]
            return header, body

    def _failure(self, header: dict[str, Any]) -> FoigraphError:
        message = header.get("message", "")
        if header["status"] == "too-large":
            return QueryTooLargeError(
                f"the result is over {self._limits.bytes:,} bytes", remedy="add a LIMIT, or take the whole dump"
            )
        if header["status"] == "too-many-rows":
            return QueryTooLargeError(
                f"the result has over {self._rows:,} rows", remedy="add a LIMIT, or take the whole dump"
            )
        if header["status"] == "syntax":
            place = PLACE.match(message)
            where = f"line {place[1]}, column {place[2]}: {one_line(place[3])}" if place else one_line(message)
            return QuerySyntaxError(f"SPARQL: {where}")
        return QueryFailedError(f"the query failed: {one_line(message)}")

    # who has which worker

    def _spawn(self) -> Worker:
        worker = Worker(self.path, self._limits, self._ways)
        self._all.add(worker)
        return worker

    @contextmanager
    def _worker(self) -> Iterator[_Loan]:
        """A worker whose store is open, for this thread alone; replaced afterwards if it is of no more use."""
        loan = _Loan(self._take())
        try:
            loan.worker.ready()
            loan.usable = True
            yield loan
        finally:
            with self._condition:
                self._busy -= 1
                if not loan.usable or self._closed:
                    self._discard(loan.worker)
                if not self._closed:
                    self._idle.append(loan.worker if loan.usable else self._spawn())
                self._condition.notify_all()

    def _take(self) -> Worker:
        with self._condition:
            if not self._condition.wait_for(self._has_room, self._patience):
                raise QueryBusyError(
                    f"no query worker became free within {self._patience:g} seconds", remedy="try again shortly"
                )
            if self._closed:
                raise UsageError("the pool of query workers is closed")
            worker = self._idle.pop() if self._idle else self._spawn()
            if not worker.alive:  # it ended while idle; that was no fault of this query
                self._discard(worker)
                worker = self._spawn()
            self._busy += 1
            return worker

    def _has_room(self) -> bool:
        return self._closed or bool(self._idle) or self._busy < self._size

    def _discard(self, worker: Worker) -> None:
        worker.kill()
        self._all.discard(worker)

    def _after_fork(self) -> None:
        """In a forked child: the workers stay the parent's; this copy starts its own."""
        for worker in self._all:
            worker.disown()
        closed = self._closed
        self._reset()
        self._closed = closed


_POOLS: WeakSet[Pool] = WeakSet()


def _forget_workers_of_parent() -> None:
    for pool in list(_POOLS):
        pool._after_fork()


os.register_at_fork(after_in_child=_forget_workers_of_parent)


def _check_format(name: str, value: str, known: dict[str, str]) -> None:
    if value not in known:
        raise UsageError(f"{name} {value!r} is not known", remedy=f"it is one of {', '.join(known)}")


def _check_unicode(text: str) -> None:
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise QuerySyntaxError("the query is not valid Unicode: it holds half of a surrogate pair")
