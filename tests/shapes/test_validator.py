"""What the validator promises: judged by severity, robust against any graph, findings with stable names."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store
from pyshacl.shapes_graph import ShapesGraph

from foigraph.ontology.terms import CLASSES, DCTERMS, FOI, RDF, XSD, concept
from foigraph.shapes import validator
from foigraph.shapes.validator import Report, finding_quads, validate, validate_many

DISCLOSURE = "https://example.org/foigraph/disclosure/dyfed-powys/1-2022"
FINDINGS = "https://example.org/foigraph/graph/findings/dyfed-powys/1-2022"
EXAMPLES = Path(__file__).resolve().parents[2] / "shapes" / "examples"


def without(quads: list[Quad], predicate: NamedNode, subject: str | None = None) -> list[Quad]:
    return [q for q in quads if q.predicate != predicate or subject not in (None, q.subject.value)]


def part(name: str) -> str:
    return f"{DISCLOSURE}#{name}"


def test_what_the_mapping_writes_conforms_whatever_it_holds(letter_quads: list[Quad]) -> None:
    report = validate(letter_quads)
    assert [(found.severity, found.shape.rpartition("#")[2]) for found in report.findings] == [
        ("warning", "WarningFound"),
        ("info", "PartUnanswered"),
    ]
    kinds = {q.object.value.rpartition("#")[2] for q in letter_quads if q.predicate == RDF.type}
    assert kinds == set(CLASSES[: CLASSES.index("ReadingWarning") + 1])


def test_a_warning_is_no_violation(letter_quads: list[Quad]) -> None:
    report = validate(without(letter_quads, FOI.publicAuthority, DISCLOSURE))
    assert report.violations == ()
    assert "No public authority could be found" in report.text()
    assert report.sentence() == "2 warnings, 1 note"


def test_a_missing_rule_is_a_violation_with_its_place(letter_quads: list[Quad]) -> None:
    (found,) = validate(without(letter_quads, FOI.rule, part("citation-232"))).violations
    assert (found.focus, found.path, found.value) == (part("citation-232"), FOI.rule.value, None)
    assert found.constraint == "MinCount"
    assert "\n" not in found.text()


def test_a_question_is_answered_by_a_response_to_the_whole_request(letter_quads: list[Quad]) -> None:
    orphaned = without(letter_quads, FOI.onQuestion)
    unanswered = [f for f in validate(orphaned).findings if f.shape.endswith("#Answered")]
    assert [found.value for found in unanswered] == [f"<{part('question-20')}>", f"<{part('question-60')}>"]
    whole = [
        Quad(q.subject, q.predicate, Literal(True), q.graph_name) if q.predicate == FOI.answersWholeRequest else q
        for q in orphaned
    ]
    assert not [f for f in validate(whole).findings if f.shape.endswith("#Answered")]


def test_a_report_can_be_shown_counted_and_sent(letter_quads: list[Quad]) -> None:
    report = validate(without(without(letter_quads, FOI.rule), FOI.reference, DISCLOSURE))
    kinds = [found.severity for found in report.findings]
    assert kinds == sorted(kinds, key=["violation", "warning", "info"].index)
    assert report.sentence() == f"{len(report.violations)} violations, 1 warning, 1 note"
    assert len(report.text().splitlines()) == len(report.findings)
    assert json.loads(json.dumps(report.to_json()))[0]["severity"] == "violation"
    assert Report(()).sentence() == "nothing found"


def test_several_letters_are_judged_each_by_itself(letter_quads: list[Quad]) -> None:
    reports = validate_many({"good": letter_quads, "bad": without(letter_quads, FOI.status), "empty": []})
    assert not reports["good"].violations
    assert reports["bad"].violations
    assert reports["empty"] == Report(())


def test_findings_have_names_that_stay_and_lie_in_one_graph(letter_quads: list[Quad]) -> None:
    broken = without(without(letter_quads, FOI.provision), FOI.rule, part("citation-232"))
    report = validate(broken)
    quads = finding_quads(report, DISCLOSURE, FINDINGS)
    assert quads == finding_quads(validate(list(reversed(broken))), DISCLOSURE, FINDINGS)
    named = {q.object.value for q in quads if q.predicate == FOI.finding}
    assert len(named) == len(report.findings) - len(report.violations) == 2
    assert all(name.startswith(f"{DISCLOSURE}#finding-") for name in named)
    assert {q.graph_name.value for q in quads} == {FINDINGS}
    severities = {q.object for q in quads if q.predicate == FOI.severity}
    assert severities == {concept("severity", "warning")}
    cited = [q.subject for q in quads if q.predicate == FOI.focus and q.object.value == part("citation-232")]
    assert len(cited) == 1
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)


def test_no_findings_are_written_where_nothing_was_found() -> None:
    assert finding_quads(Report(()), DISCLOSURE, FINDINGS) == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/bad-*.ttl"))[::6], ids=lambda path: path.stem)
def test_handing_targets_on_changes_no_finding(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quads = list(pyoxigraph.parse(path=path))
    ours = validate(quads)
    plain = ShapesGraph(validator.graph_of(validator._source()))
    monkeypatch.setattr(validator, "_shapes", lambda: plain)
    assert validate(quads) == ours


def test_texts_that_turtle_loses_are_kept(letter_quads: list[Quad]) -> None:
    text = 'a\nb\\"'
    changed = [q for q in letter_quads if q.predicate != FOI.message]
    message = Literal(text)
    changed.append(Quad(NamedNode(part("warning-216-0")), FOI.message, message, letter_quads[0].graph_name))
    assert str(message) in {found.value for found in validate(changed).findings}


def test_literals_keep_the_form_in_which_they_were_written(letter_quads: list[Quad]) -> None:
    padded = Literal("-007", datatype=XSD.integer)
    changed = [q for q in letter_quads if not (q.predicate == FOI.start and q.subject.value == part("citation-232"))]
    changed.append(Quad(NamedNode(part("citation-232")), FOI.start, padded, letter_quads[0].graph_name))
    assert [found.value for found in validate(changed).violations] == [str(padded)]


def test_a_malformed_date_makes_a_finding_and_no_traceback(
    letter_quads: list[Quad], caplog: pytest.LogCaptureFixture
) -> None:
    bad = Literal("2022-02-30", datatype=XSD.date)
    changed = [
        Quad(q.subject, q.predicate, bad, q.graph_name) if q.predicate == FOI.responseDate else q for q in letter_quads
    ]
    with caplog.at_level(logging.DEBUG):
        report = validate(changed)
    assert any(found.value == str(bad) for found in report.violations)
    assert not [record for record in caplog.records if record.name.startswith("rdflib")]


def test_rdflib_is_told_to_fetch_nothing() -> None:
    assert rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS is False


ODD = st.sampled_from(
    [
        BlankNode("b"), NamedNode("javascript:alert(1)"), NamedNode(DISCLOSURE), Literal(""), Literal("x" * 5_000),
        Literal("\x0b\u202e\U0001f600"), Literal("mot", language="fr-CA"), Literal(-(10**40)), Literal(True),
        Literal("abc", datatype=XSD.integer), Literal("maybe", datatype=XSD.boolean),
        Literal("9" * 400, datatype=XSD.date),
        Literal("2022", datatype=XSD.gYear), Literal("1e999", datatype=XSD.decimal), FOI.Question,
        Literal("2022-01-01T24:00:00", datatype=XSD.dateTime), Literal("x", datatype=NamedNode("urn:x:y")),
    ]
)  # fmt: skip


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_graph_ends_the_validator_with_an_error(letter_quads: list[Quad], data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(letter_quads) - 1), max_size=8))
    changed = list(letter_quads)
    for number in numbers:
        quad = changed[number]
        changed[number] = Quad(quad.subject, quad.predicate, data.draw(ODD), quad.graph_name)
    report = validate(changed)
    assert len(report.text().splitlines()) == len(report.findings)
    for quad in finding_quads(report, DISCLOSURE, FINDINGS):
        assert quad.graph_name.value == FINDINGS


def test_a_part_of_another_disclosure_dangles(letter_quads: list[Quad]) -> None:
    other = NamedNode("https://example.org/foigraph/disclosure/gwent/2-2022")
    changed = without(letter_quads, DCTERMS.isPartOf, part("link-381"))
    changed.append(Quad(NamedNode(part("link-381")), DCTERMS.isPartOf, other, letter_quads[0].graph_name))
    (found,) = validate(changed).violations
    assert (found.constraint, found.value) == ("Class", f"<{other.value}>")
