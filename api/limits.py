"""How much one client may ask in a minute, kept in memory that all serving processes share.

The generic cell rate algorithm: for each client one number, the time at which all it has asked is paid off. A client is
refused while that lies more than a minute ahead, so up to a minute's allowance can be used at once.
"""

from __future__ import annotations

import mmap
import os
import struct
import time
from hashlib import blake2b

WINDOW = 60.0
"""Seconds for which an allowance is given."""
SLOTS = 2**16
"""Clients share the numbers by a keyed hash; at so many two that meet are rare, and nobody can choose whom to meet."""
NUMBER = struct.Struct("=d")


class Allowance:
    """Units a minute for each client; 0 for no limit. Make it before the serving processes are forked."""

    def __init__(self, per_minute: float) -> None:
        self.per_minute = per_minute
        self._key = os.urandom(16)
        self._paid = mmap.mmap(-1, SLOTS * NUMBER.size)

    def wait(self, client: str) -> float:
        """Seconds until the client may ask again; 0.0 for now."""
        if not self.per_minute:
            return 0.0
        (paid,) = NUMBER.unpack_from(self._paid, self._slot(client))
        return float(max(0.0, paid - time.monotonic() - WINDOW))

    def charge(self, client: str, units: float) -> None:
        """Count what a client has asked."""
        if self.per_minute:
            # two processes may do this at once and lose one charge: a slip in the client's favour, and no lock to hold
            slot = self._slot(client)
            (paid,) = NUMBER.unpack_from(self._paid, slot)
            NUMBER.pack_into(self._paid, slot, max(paid, time.monotonic()) + units * WINDOW / self.per_minute)

    def _slot(self, client: str) -> int:
        digest = blake2b(client.encode("utf-8", "replace"), key=self._key, digest_size=8).digest()
        return int.from_bytes(digest, "big") % SLOTS * NUMBER.size
