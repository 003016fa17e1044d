"""One place where errors of SQLite, Oxigraph and the file system become ours."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import DamagedError, HomeError, StorageFullError

REBUILD = "run `foigraph publish --rebuild`"

FULL_NUMBERS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_WORDS = ("no space left", "database or disk is full", "disk quota exceeded", "file too large", "disk full")
DAMAGE_WORDS = ("corruption", "checksum mismatch", "malformed", "not a database", "file is encrypted", "invalid data")
DENIED_NUMBERS = {errno.EACCES, errno.EPERM, errno.EROFS}
DENIED_WORDS = ("readonly database", "unable to open database", "permission denied", "read-only file system")


DATABASE = (sqlite3.Error,)
EVERYTHING = (sqlite3.Error, OSError, RuntimeError)


@contextmanager
def translated(
    place: Path,
    *,
    errors: tuple[type[Exception], ...] = EVERYTHING,
    damage_remedy: str = "restore record.sqlite from a backup",
) -> Iterator[None]:
    """Turn what SQLite, Oxigraph and the file system raise about ``place`` into errors of ours.

    Errors of ours pass through, and so does what is no trouble of storage: a bug keeps its traceback. Around code that
    is not the store's, give ``errors=DATABASE``: its OSErrors are not about ``place``.
    Raises StorageFullError, DamagedError or HomeError.
    """
    try:
        yield
    except errors as error:
        mapped = failure(error, place, damage_remedy)
        if mapped is None:
            raise
        raise mapped from error


def failure(error: Exception, place: Path, damage_remedy: str) -> HomeError | None:
    """The error of ours that stands for one of theirs, or None where it is a bug and no trouble of storage."""
    words = " ".join(str(error).split())
    plain = words.lower()
    number = error.errno if isinstance(error, OSError) else None
    if number in FULL_NUMBERS or any(word in plain for word in FULL_WORDS):
        remedy = "free some space and run the command again; nothing recorded is lost"
        return StorageFullError(f"{place}: no space left on the device", remedy=remedy)
    if any(word in plain for word in DAMAGE_WORDS):
        return DamagedError(f"{place}: what is on disk is not what was written ({words})", remedy=damage_remedy)
    if number in DENIED_NUMBERS or any(word in plain for word in DENIED_WORDS):
        remedy = "check who owns the data directory, or set FOIGRAPH_HOME to one that can be written"
        return HomeError(f"{place}: the data directory cannot be used ({words})", remedy=remedy)
    if isinstance(error, RuntimeError):
        return None
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError | sqlite3.InterfaceError):
        return None
    return HomeError(f"{place}: the data directory cannot be used ({words})", remedy="see that its disk works")
