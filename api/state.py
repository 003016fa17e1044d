"""What every request can reach: the settings, the snapshots, the canned queries, the vocabulary."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import current_app, g

from ..core.settings import Settings
from ..ontology.vocabulary import Vocabulary, load_vocabulary
from ..queries.catalogue import Catalogue
from .limits import Allowance
from .snapshot import Serving, Snapshots

STATE = "foigraph"


@dataclass(frozen=True, slots=True)
class State:
    """query_seconds: what each client has of evaluation. admitted: strangers' queries, running or waiting."""

    settings: Settings
    snapshots: Snapshots
    catalogue: Catalogue
    query_seconds: Allowance
    admitted: threading.BoundedSemaphore


def state() -> State:
    """The state of the application that answers the current request."""
    found: State = current_app.extensions[STATE]
    return found


def serving() -> Serving:
    """The snapshot that the current request is asked of."""
    found: Serving = g.serving
    return found


def vocabulary() -> Vocabulary:
    """The vocabulary, with bodies named as in the snapshot that the current request is asked of."""
    return _vocabulary(state().settings.authorities, serving().base)


@lru_cache(maxsize=8)
def _vocabulary(authorities: Path | None, base: str) -> Vocabulary:
    return load_vocabulary(authorities, base) if authorities else load_vocabulary()
