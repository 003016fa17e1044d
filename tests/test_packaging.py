"""What users install is what the tree holds."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
DATA = tuple(pattern.removeprefix("*") for pattern in PROJECT["package-data"]["*"])
TOP = tuple(PROJECT["package-dir"].values())


def folder(package: str) -> Path:
    """The folder of the tree that a package is made from."""
    top, *rest = package.removeprefix("foigraph.").split(".")
    return REPOSITORY.joinpath(top, *rest)


def test_every_folder_with_modules_is_a_package() -> None:
    named = {str(folder(package).relative_to(REPOSITORY)) for package in PROJECT["packages"]}
    there = {str(path.parent.relative_to(REPOSITORY)) for top in TOP for path in (REPOSITORY / top).rglob("*.py")}
    assert there == named


@pytest.mark.parametrize("package", PROJECT["packages"])
def test_every_file_of_a_package_is_installed(package: str) -> None:
    wanted = {path.name for path in folder(package).iterdir() if path.suffix == ".py" or path.name.endswith(DATA)}
    installed = {entry.name for entry in files(package).iterdir()}
    assert wanted <= installed


def test_the_tests_see_the_installed_wheel_and_not_the_tree() -> None:
    import foigraph.core

    place = Path(foigraph.core.__file__ or "").resolve()
    if not any(part == "site-packages" for part in place.parts):
        pytest.skip("run from an editable install; make test runs against the wheel")
    assert (REPOSITORY / "core") not in place.parents


def test_the_command_is_declared() -> None:
    scripts = distribution("foigraph").entry_points.select(group="console_scripts")
    assert {(script.name, script.value) for script in scripts} == {("foigraph", "foigraph.cli.main:main")}


def test_the_lock_file_has_a_hash_for_each_package_and_names_no_address() -> None:
    text = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text.replace("setuptools", "")
    blocks = [block for block in text.replace("\\\n", " ").splitlines() if "==" in block]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
