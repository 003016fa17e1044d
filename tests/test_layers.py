"""Imports go only the ways of the layout table in docs/architecture.md."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "core": set[str](),
    "ontology": {"core"},
    "shapes": {"core", "ontology"},
    "queries": {"core", "ontology"},
    "store": {"core", "ontology"},
    "ingest": {"core", "ontology", "shapes", "store"},
    "api": {"core", "ontology", "shapes", "queries", "store"},
    "cli": {"core", "ontology", "shapes", "queries", "store", "ingest", "api", "examples"},
    "examples": set[str](),
}


def imported_layers(path: Path) -> set[str]:
    """The top folders of ours that a module imports, relatively or by name."""
    parts = path.relative_to(REPOSITORY).with_suffix("").parts
    package = ("foigraph", *parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[tuple[str, ...]] = []
        if isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            names = [(*module, alias.name) for alias in node.names]
        found |= {name[1] for name in names if name[0] == "foigraph" and len(name) > 1}
    return found


def modules(layer: str) -> list[Path]:
    return sorted((REPOSITORY / layer).rglob("*.py"))


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_the_table_allows(layer: str) -> None:
    assert modules(layer)
    allowed = MAY_IMPORT[layer] | {layer}
    wrong = {str(path.relative_to(REPOSITORY)): imported_layers(path) - allowed for path in modules(layer)}
    assert {path: layers for path, layers in wrong.items() if layers} == {}


def test_every_package_of_the_project_is_in_the_table() -> None:
    packages = {path.parent.name for path in REPOSITORY.glob("*/__init__.py")}
    assert packages - {"tests", "bench"} == set(MAY_IMPORT)


def test_an_upward_import_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "REPOSITORY", tmp_path)
    (tmp_path / "core").mkdir()
    module = tmp_path / "core" / "wrong.py"
    module.write_text("from ..store import record\nfrom foigraph.cli.main import main\nimport foigraph.api.app\n")
    assert imported_layers(module) == {"store", "cli", "api"}


MAY_EVALUATE = {"store/workers.py", "queries/check.py", "shapes/statute.py", "shapes/terms.py"}
"""The killable worker; the check of our own queries on an empty store; the graph that pySHACL asks."""


def test_sparql_is_evaluated_in_the_worker_and_in_no_serving_process() -> None:
    found = set()
    for layer in MAY_IMPORT:
        for path in (REPOSITORY / layer).rglob("*.py"):
            calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
            if any(
                isinstance(call, ast.Attribute) and call.attr in ("query", "update") and _on_a_store(call)
                for call in calls
            ):
                found.add(str(path.relative_to(REPOSITORY)))
    assert found == MAY_EVALUATE


def _on_a_store(call: ast.Attribute) -> bool:
    """Whether it is not the update of a dictionary or a hash."""
    return call.attr == "query" or (isinstance(call.value, ast.Name) and call.value.id == "store")
