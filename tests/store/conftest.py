"""What the tests of the store share."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from foigraph.store.record import Record

LETTERS = Path(__file__).with_name("letters.py")


@pytest.fixture(scope="session")
def letters() -> ModuleType:
    """The module beside this one, under a name of its own."""
    name = "store_test_letters"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, LETTERS)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def record(home: Path, letters: ModuleType) -> Iterator[Record]:
    with Record.open(home, write=True, base=letters.BASE) as opened:
        yield opened
