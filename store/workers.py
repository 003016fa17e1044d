"""The process that evaluates SPARQL, and can be killed for it.

``pool.py`` runs this file as a program of its own (``python -I -S workers.py …``), so it imports nothing of ours. It
gives up the network *before* pyoxigraph is imported, opens a snapshot read-only, and answers one query after another
over a socket, which is its standard output. A frame is eight bytes of length, big-endian, and as many of content:

* request: a JSON object ``{"sparql", "format", "graph_format", "base_iri", "bytes", "rows", "dataset"}``, or one with
  ``"update"`` and ``"base_iri"``, of which only the syntax is looked at;
* answer: a JSON object with ``"status"``, and after ``ok`` a second frame, the serialised result.

It ends when its parent does, in the middle of a query too: its standard input is the leash, a pipe to which nobody
writes, and the kernel raises SIGIO here when the parent's end of it closes.
"""

from __future__ import annotations

import fcntl
import json
import os
import resource
import select
import signal
import struct
import sys
from typing import Any

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
AUDIT_ARCH_X86_64 = 0xC000003E
SOCKET_X86_64 = 41
IO_URING_SETUP = 425
X32_BIT = 0x40000000
LEASH, SOCKET = 0, 1
"""File descriptors: standard input and output."""

SOLUTION_FORMATS = {"json": "JSON", "xml": "XML", "csv": "CSV", "tsv": "TSV"}
GRAPH_FORMATS = {"turtle": "TURTLE", "ntriples": "N_TRIPLES", "jsonld": "JSON_LD", "rdfxml": "RDF_XML"}


def isolate(wanted: list[str]) -> str:
    """Give up the network by the first of the wanted ways that works, and name it; ``none`` if none does.

    ``network-namespace``: an empty one, without even a loopback. ``seccomp``: the kernel refuses to make sockets
    (x86-64 only). Both need a process with one thread that has not opened a store yet.
    """
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    for way in wanted:
        if way == "network-namespace" and hasattr(libc, "unshare"):
            # root keeps its rights over files if only the network is new; others need a user namespace for it
            if libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0:
                return way
        elif way == "seccomp" and _is_linux_x86_64() and _refuse_sockets(libc, ctypes):
            return way
    return "none"


def _is_linux_x86_64() -> bool:
    system = os.uname()
    return (system.sysname, system.machine) == ("Linux", "x86_64")


def _refuse_sockets(libc: Any, ctypes: Any) -> bool:
    """Install a filter under which socket(2) and io_uring fail with EACCES; whether the kernel took it."""
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    refuse, allow, kill = 0x00050000 | 13, 0x7FFF0000, 0x80000000
    code = [
        (load, 0, 0, 4), (equal, 1, 0, AUDIT_ARCH_X86_64), (give, 0, 0, kill),
        (load, 0, 0, 0), (at_least, 2, 0, X32_BIT), (equal, 1, 0, SOCKET_X86_64), (equal, 0, 1, IO_URING_SETUP),
        (give, 0, 0, refuse), (give, 0, 0, allow),
    ]  # fmt: skip
    instructions = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in code))
    program = struct.pack("@HP", len(code), ctypes.addressof(instructions))  # struct sock_fprog
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) == 0)


def hold_leash() -> None:
    """Have the kernel end this process (SIGIO, by default deadly) as soon as the parent's end of the leash closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    fcntl.fcntl(LEASH, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(LEASH, fcntl.F_SETFL, fcntl.fcntl(LEASH, fcntl.F_GETFL) | os.O_ASYNC)
    closed = select.poll()
    closed.register(LEASH, select.POLLIN)
    if closed.poll(0):  # it closed before the kernel was asked to watch it
        os._exit(0)


def address_space() -> int:
    """Bytes of address space of this process, 0 where the platform does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no pathlib: it is slow to import)
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def limit_memory(opened: int, memory: int) -> None:
    """Let the address space grow by ``memory`` bytes from what opening took; past it the process aborts."""
    if opened and memory:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = opened + memory if hard == resource.RLIM_INFINITY else min(opened + memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


class Spool:
    """A file in memory that holds a result until it is whole, and refuses to grow over its cap."""

    def __init__(self, cap: int) -> None:
        self.parts: list[bytes] = []
        self.room = cap
        self.full = False

    def write(self, data: bytes) -> int:
        """Keep some bytes; raises OverflowError past the cap, which stops the query."""
        self.room -= len(data)
        if self.room < 0:
            self.full = True
            self.parts.clear()
            raise OverflowError("the result passed its cap")
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing to do: the bytes are kept until the result is whole."""

    def rows(self, format: str, enough: int) -> int:
        """How many rows the result has; 0 where it is too short to have more than ``enough``."""
        body = b"".join(self.parts)
        if len(body) <= 2 * enough:  # no format has rows of fewer bytes
            return 0
        if format == "json":
            return len(json.loads(body)["results"]["bindings"])
        if format == "xml":
            return body.count(b"<result>")
        if format == "tsv":
            return body.count(b"\n") - 1
        import csv
        import io

        return sum(1 for _ in csv.reader(io.StringIO(body.decode(), newline=""))) - 1


def evaluate(store: Any, request: dict[str, Any], spool: Spool) -> dict[str, Any]:
    """Run one query into the spool; the header that describes how it ended."""
    import pyoxigraph

    try:
        if "update" in request:
            return refuse(store, request["update"], request["base_iri"])
        result = store.query(request["sparql"], base_iri=request["base_iri"] or None, **dataset(request["dataset"]))
        kind = {pyoxigraph.QuerySolutions: "solutions", pyoxigraph.QueryBoolean: "boolean"}.get(type(result), "graph")
        if kind == "graph":
            wanted = getattr(pyoxigraph.RdfFormat, GRAPH_FORMATS[request["graph_format"]])
        else:
            wanted = getattr(pyoxigraph.QueryResultsFormat, SOLUTION_FORMATS[request["format"]])
        result.serialize(spool, wanted)
    except SyntaxError as error:
        return {"status": "syntax", "message": str(error.msg or error)}
    except MemoryError:
        os._exit(1)
    except Exception as error:  # noqa: BLE001 (whatever the engine raises is the answer to this query, sent to the parent)
        return {"status": "too-large"} if spool.full else {"status": "failed", "message": str(error)}
    if kind == "solutions" and request["rows"] and spool.rows(request["format"], request["rows"]) > request["rows"]:
        return {"status": "too-many-rows"}
    return {"status": "ok", "kind": kind, "media_type": wanted.media_type}


def dataset(wanted: Any) -> dict[str, Any]:
    """What a query is asked of: ``union`` of all graphs, ``query`` as its FROM clauses say, or two lists of graphs."""
    import pyoxigraph

    if wanted == "union":
        return {"use_default_graph_as_union": True}
    if wanted == "query":
        return {}
    default, named = wanted
    return {
        "default_graph": [pyoxigraph.NamedNode(iri) for iri in default],
        "named_graphs": [pyoxigraph.NamedNode(iri) for iri in named],
    }


def refuse(store: Any, update: str, base_iri: str) -> dict[str, Any]:
    """Have the engine read an update, which a read-only store then refuses before it does anything."""
    try:
        store.update(update, base_iri=base_iri or None)
    except RuntimeError:
        return {"status": "read-only"}
    raise AssertionError("a read-only store took an update")


def receive() -> bytes:
    """One frame from the parent; ends the process when there is no parent any more."""
    return _read(int.from_bytes(_read(8), "big"))


def _read(count: int) -> bytes:
    parts = []
    while count:
        part = os.read(SOCKET, min(count, 1 << 20))
        if not part:
            os._exit(0)
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def send(content: bytes) -> None:
    """One frame to the parent."""
    for part in (len(content).to_bytes(8, "big"), content):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(SOCKET, rest) :]


def answer(store: Any, opened: int, memory: int) -> None:
    """Receive a query, run it, send how it ended; ``retire`` says that this worker has grown and should be replaced."""
    request = json.loads(receive())
    spool = Spool(request["bytes"])
    header = evaluate(store, request, spool)
    header["retire"] = bool(memory and address_space() > opened + memory // 2)
    send(json.dumps(header).encode())
    if header["status"] == "ok":
        send(b"".join(spool.parts))


def main(packages: str, path: str, memory: int, wanted: str) -> None:
    """Answer queries on the store at ``path`` until the parent goes.

    packages: the folder that holds pyoxigraph. memory: bytes of address space to add to what opening takes, 0 for no
    limit. wanted: ways of isolation, comma-separated, best first.
    """
    hold_leash()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    isolation = isolate(wanted.split(","))
    sys.path.insert(0, packages)
    try:
        import pyoxigraph

        store = pyoxigraph.Store.read_only(path)
    except Exception as error:  # noqa: BLE001 (the parent reports it as the error it is)
        send(json.dumps({"status": "unopened", "message": str(error)}).encode())
        return
    opened = address_space()
    limit_memory(opened, memory)
    send(json.dumps({"status": "ready", "isolation": isolation}).encode())
    while True:
        answer(store, opened, memory)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
