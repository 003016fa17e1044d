"""The manifest of a snapshot: what is in it, and the hash of every file, so that damage is seen before it is served."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path

from ..core.errors import DamagedError, NoSnapshotError
from .failures import REBUILD

NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a snapshot is.

    id: UTC time and the first 12 digits of ``contents``, which is the digest of all graphs. created: UTC, ISO 8601.
    readers: the reader versions of the facts in it. files: SHA-256 by path within the snapshot, this file left out.
    changed: whether the publishing that gave this manifest made the snapshot, or found nothing new (never on disk).
    """

    id: str
    created: str
    base: str
    contents: str
    graphs: int
    quads: int
    documents: int
    readers: tuple[str, ...]
    files: Mapping[str, str]
    changed: bool = field(default=True, compare=False)

    def to_json(self) -> dict[str, object]:
        """Everything but ``changed``, as it is written."""
        found = asdict(self)
        del found["changed"]
        return found


def serialized(manifest: Manifest) -> bytes:
    """The bytes of the file: it carries its own hash, so that a change anywhere in it is seen."""
    body = manifest.to_json()
    return _dump({**body, "sha256": sha256(_dump(body)).hexdigest()})


def _dump(body: Mapping[str, object]) -> bytes:
    return (json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(snapshot: Path) -> Manifest:
    """The manifest of a snapshot directory.

    Raises NoSnapshotError where there is none, DamagedError where it is not what was written.
    """
    try:
        data = (snapshot / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoSnapshotError(f"{snapshot}: no snapshot", remedy="run `foigraph publish`") from error
    try:
        body = json.loads(data)
        del body["sha256"]
        manifest = Manifest(**{**body, "readers": tuple(body["readers"])})
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(snapshot, NAME) from error
    if serialized(manifest) != data:
        raise _damaged(snapshot, NAME)
    return manifest


def file_hashes(root: Path, known: Mapping[tuple[str, int, int], str] | None = None) -> dict[str, str]:
    """SHA-256 of every file under a directory by relative path; ``known`` ones (``identities``) are not read again."""
    found = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        kept = (known or {}).get(_identity(path))
        if kept is None:
            with path.open("rb") as file:
                kept = file_digest(file, "sha256").hexdigest()
        found[path.relative_to(root).as_posix()] = kept
    return found


def identities(root: Path, hashes: Mapping[str, str]) -> dict[tuple[str, int, int], str]:
    """The hashes of the table files (``.sst``) by name, inode and size: RocksDB never writes to one again."""
    return {_identity(root / name): digest for name, digest in hashes.items() if name.endswith(".sst")}


def _identity(path: Path) -> tuple[str, int, int]:
    status = path.stat()
    return path.name, status.st_ino, status.st_size


def verify_files(snapshot: Path, manifest: Manifest) -> None:
    """Compare every file of a snapshot with its manifest; raises DamagedError naming the first that differs."""
    found = file_hashes(snapshot)
    found.pop(NAME, None)
    for name in sorted(found.keys() | manifest.files.keys()):
        if found.get(name) != manifest.files.get(name):
            raise _damaged(snapshot, name)


def _damaged(snapshot: Path, name: str) -> DamagedError:
    return DamagedError(
        f"snapshot {snapshot.name}: {name} is not what was published",
        remedy=f"{REBUILD}, or `foigraph snapshots rollback ID` to an older one",
    )


def sync_tree(root: Path) -> None:
    """Have every file and directory under ``root``, and itself, on disk."""
    for path in [*root.rglob("*"), root]:
        sync(path)


def sync(path: Path) -> None:
    """Have one file or directory on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
