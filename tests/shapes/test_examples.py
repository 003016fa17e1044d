"""Each shape has a good example, and a bad one for each thing that it can find, with the report that was approved."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from foigraph.ontology.terms import RDF
from foigraph.shapes.statute import statute_quads
from foigraph.shapes.validator import SHAPES, Report, shapes_quads, validate_file

EXAMPLES = Path(__file__).resolve().parents[2] / "shapes" / "examples"
GOOD = sorted(EXAMPLES.glob("*/good.ttl"))
BAD = sorted(EXAMPLES.glob("*/bad-*.ttl"))
SH = "http://www.w3.org/ns/shacl#"
STATUTE = {quad.triple for quad in statute_quads()}
QUADS = [quad for quad in shapes_quads("https://example.org/shapes") if quad.triple not in STATUTE]
"""Those of structure.ttl and vocabulary.ttl; test_statute.py is about the third file."""
COMPONENTS = {"sparql": "SPARQL"}
DESCRIPTIVE = {"name", "message", "severity", "path", "property", "select", "ignoredProperties"}


def said(predicate: str) -> list[tuple[str, str]]:
    """Subject and object of each SHACL triple with this predicate."""
    return [(q.subject.value, q.object.value) for q in QUADS if q.predicate.value == SH + predicate]


TARGETED = {shape for kind in ("targetClass", "targetSubjectsOf") for shape, _ in said(kind)}
REPORTING = TARGETED | {member for shape, member in said("property") if shape in TARGETED}
"""Shapes whose results reach a report; the others only serve inside sh:or and sh:node."""


@cache
def report(path: Path) -> Report:
    return validate_file(path)


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def folder(shape: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", shape.removeprefix(SHAPES)).lower()


def test_no_case_was_lost() -> None:
    assert len(GOOD) == 31
    assert len(BAD) == 219
    assert {path.with_suffix(".txt") for path in BAD} == set(EXAMPLES.glob("*/*.txt"))
    assert len(list(EXAMPLES.glob("*/*.*"))) == len(GOOD) + 2 * len(BAD)


def test_each_shape_has_two_bad_examples_at_least() -> None:
    assert [folder for folder in {path.parent for path in GOOD} if len(list(folder.glob("bad-*.ttl"))) < 2] == []


def test_every_shape_with_a_target_has_a_folder() -> None:
    assert {folder(shape) for shape in TARGETED} == {path.parent.name for path in GOOD}


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_a_good_example_gives_no_finding(path: Path) -> None:
    assert report(path).text() == ""


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_example_gives_the_approved_report(path: Path) -> None:
    found = report(path)
    assert found.findings
    approved = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert found.text() + "\n" == approved, "if the new report is right, put it in the .txt file beside the example"


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_example_is_good_but_for_one_thing(path: Path) -> None:
    def triples(file: Path) -> set[object]:
        return {quad.triple for quad in parse(path=file, format=RdfFormat.TURTLE)}

    good, bad = triples(path.with_name("good.ttl")), triples(path)
    changed = {triple.subject for triple in good ^ bad}  # type: ignore[attr-defined]
    assert 1 <= len(changed) <= 2
    assert len(good - bad) <= 4


def test_each_target_matches_a_good_example() -> None:
    used = {
        folder: {(q.predicate.value, q.object.value if q.predicate == RDF.type else None) for q in parse(path=path)}
        for path, folder in ((path, path.parent.name) for path in GOOD)
    }
    for shape, target in said("targetClass"):
        everywhere = set().union(*used.values()) if shape.endswith("#Fact") else used[folder(shape)]
        assert (RDF.type.value, target) in everywhere, (shape, target)
    for shape, target in said("targetSubjectsOf"):
        assert target in {predicate for predicate, _ in used[folder(shape)]}, (shape, target)


def test_each_constraint_is_fired_by_a_bad_example() -> None:
    stated = {
        (quad.subject.value, parameter)
        for quad in QUADS
        if (parameter := quad.predicate.value.removeprefix(SH)) != quad.predicate.value
        and quad.subject.value in REPORTING
        and parameter not in DESCRIPTIVE
        and not parameter.startswith("target")
    }
    wanted = {(shape, COMPONENTS.get(p, p[0].upper() + p[1:])) for shape, p in stated}
    fired = {(found.shape, found.constraint) for path in BAD for found in report(path).findings}
    assert wanted - fired == set()
    assert fired - wanted == set()
    assert len(wanted) == 203


def test_each_severity_is_among_the_examples() -> None:
    assert {found.severity for path in BAD for found in report(path).findings} == {"violation", "warning", "info"}
