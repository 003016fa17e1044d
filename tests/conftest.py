"""Fixtures that every folder of tests may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference material beside the checkout; tests that need it say what they leave out without it."""
    place = Path(os.environ.get("FOIGRAPH_SHARED", REPOSITORY.parent / "shared"))
    if not place.is_dir():
        pytest.skip(f"no {place.name}/ beside the checkout: what rests on its documents is not tested here")
    return place
