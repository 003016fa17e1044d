"""The real command in a process of its own, and a home with the example letters in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from foigraph.examples import AUTHORITIES, letters

SCRIPT = Path(sys.executable).parent / "foigraph"
BASE = "https://example.org/foigraph/"

Run = Callable[..., subprocess.CompletedProcess[str]]


def call(
    *arguments: str, home: Path | None = None, stdin: str | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``foigraph`` with no settings but those given."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("FOIGRAPH_")}
    environment |= {"FOIGRAPH_BASE": BASE, "FOIGRAPH_AUTHORITIES": str(AUTHORITIES)} | variables
    if home is not None:
        environment["FOIGRAPH_HOME"] = str(home)
    return subprocess.run(
        [str(SCRIPT), *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        input=stdin,
        check=False,
    )


@pytest.fixture(scope="session")
def run() -> Run:
    return call


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the example letters are published; tests only read it."""
    home = tmp_path_factory.mktemp("filled")
    done = call("ingest", *[str(letter) for letter in letters()], home=home)
    assert (done.returncode, done.stderr) == (0, "")
    return home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"
