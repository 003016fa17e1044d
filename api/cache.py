"""Whole answers, kept as long as their snapshot is served; the least recently used go first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

Key = tuple[str, str, str]
"""Path, query string, Accept header."""
OVERHEAD = 1024
"""Bytes that an entry takes besides its body, roughly."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole answer of status 200. unchanged: the headers of the 304."""

    headers: list[tuple[str, str]]
    unchanged: list[tuple[str, str]]
    etag: str
    body: bytes


class Cache:
    """Entries by request, up to a number of bytes in all; one that takes more than a tenth of it is not kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._size = 0
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        """The entry, or None."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: Key, entry: Entry) -> None:
        """Keep an entry, and let the oldest go where it has no room."""
        size = self._weight(key, entry)
        if size * 10 > self._most:
            return
        with self._lock:
            old = self._entries.pop(key, None)
            self._size += size - (self._weight(key, old) if old else 0)
            self._entries[key] = entry
            while self._size > self._most:
                self._size -= self._weight(*self._entries.popitem(last=False))

    @staticmethod
    def _weight(key: Key, entry: Entry) -> int:
        return len(entry.body) + sum(map(len, key)) + OVERHEAD
