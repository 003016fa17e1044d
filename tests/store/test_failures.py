"""Errors of SQLite, Oxigraph and the file system become ours, in one line that says what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from foigraph.core.errors import DamagedError, FoigraphError, HomeError, NotFoundError, StorageFullError
from foigraph.store.failures import DATABASE, translated

PLACE = Path("home")


@pytest.mark.parametrize(
    ("error", "ours"),
    [
        (sqlite3.OperationalError("database or disk is full"), StorageFullError),
        (OSError(errno.ENOSPC, "No space left on device"), StorageFullError),
        (OSError("IO error: No space left on device: While appending to file"), StorageFullError),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), StorageFullError),
        (sqlite3.DatabaseError("database disk image is malformed"), DamagedError),
        (sqlite3.DatabaseError("file is not a database"), DamagedError),
        (RuntimeError("Corruption: block checksum mismatch"), DamagedError),
        (PermissionError(errno.EACCES, "Permission denied"), HomeError),
        (sqlite3.OperationalError("attempt to write a readonly database"), HomeError),
        (sqlite3.OperationalError("unable to open database file"), HomeError),
        (sqlite3.OperationalError("database is locked"), HomeError),
    ],
)
def test_trouble_of_storage_becomes_one_line_with_a_remedy(error: Exception, ours: type[FoigraphError]) -> None:
    with pytest.raises(HomeError) as caught, translated(PLACE):
        raise error
    assert type(caught.value) is ours
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("home")
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("a bug"),
        sqlite3.IntegrityError("UNIQUE constraint failed"),
        ValueError("a bug"),
        NotFoundError("ours"),
    ],
)
def test_a_bug_and_an_error_of_ours_pass_through(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, translated(PLACE):
        raise error
    assert caught.value is error


def test_around_code_of_others_an_oserror_is_not_about_the_home() -> None:
    with pytest.raises(BrokenPipeError), translated(PLACE, errors=DATABASE):
        raise BrokenPipeError
