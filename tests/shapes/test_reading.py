"""RDF files from anybody: every format reads alike, and the known bombs are refused at once with one line."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat

from foigraph.core.errors import DocumentError
from foigraph.ontology.terms import FOI
from foigraph.shapes.reading import FORMATS, read_quads
from foigraph.shapes.validator import validate_file

LAUGHS = """<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">
<rdf:Description rdf:about="https://example.org/x"><e:p>&b;</e:p></rdf:Description></rdf:RDF>"""


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_every_format_gives_the_same_report(tmp_path: Path, letter_quads: list[Quad], suffix: str) -> None:
    path = tmp_path / f"letter{suffix}"
    broken = [Quad(q.subject, q.predicate, q.object) for q in letter_quads if q.predicate != FOI.rule]
    path.write_bytes(pyoxigraph.serialize(broken, format=FORMATS[suffix]))
    report = validate_file(path)
    assert len(report.violations) == len({q.subject for q in letter_quads if q.predicate == FOI.rule})


def test_each_named_graph_is_judged_by_itself(tmp_path: Path, letter_quads: list[Quad]) -> None:
    other = NamedNode("https://example.org/foigraph/graph/other")
    moved = [Quad(q.subject, q.predicate, q.object, other) if q.predicate == FOI.rule else q for q in letter_quads]
    path = tmp_path / "letters.nq"
    path.write_bytes(pyoxigraph.serialize(moved, format=RdfFormat.N_QUADS))
    assert validate_file(path).violations


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_rdf_xml_with_a_document_type_is_refused_unread(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "laughs.rdf"
    path.write_bytes(LAUGHS.encode(encoding))
    with pytest.raises(DocumentError, match="document type declaration is refused; write it as Turtle"):
        read_quads(path)


def test_deep_json_is_refused_before_it_ends_the_process(tmp_path: Path) -> None:
    path = tmp_path / "deep.jsonld"
    path.write_text('{"@graph":' * 20_000 + "[]" + "}" * 20_000, encoding="utf-8")
    began = time.process_time()
    with pytest.raises(DocumentError, match="nested more than 100 levels deep"):
        read_quads(path)
    assert time.process_time() - began < 1


def test_brackets_in_a_string_are_no_nesting(tmp_path: Path) -> None:
    path = tmp_path / "flat.jsonld"
    said = "[" * 500 + '\\"{'
    path.write_text(f'{{"@id": "https://example.org/x", "https://example.org/p": "{said}"}}', encoding="utf-8")
    (quad,) = read_quads(path)
    assert quad.object.value == "[" * 500 + '"{'


def test_a_remote_context_is_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "remote.jsonld"
    path.write_text('{"@context": "https://example.org/context", "a": 1}', encoding="utf-8")
    with pytest.raises(DocumentError, match="is not JSON-LD"):
        read_quads(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("letter.doc", "", "no RDF format has the suffix '.doc'; use .ttl, .nt"),
        ("letter.ttl", "<https://example.org/a> <b> .", "is not Turtle"),
        ("letter.ttl", "<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> .", "holds triples about triples; write it in RDF 1.1"),
        ("letter.nt", "\ufffe", "is not N-Triples"),
    ],
)
def test_what_cannot_be_read_is_named_in_one_line(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read_quads(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_quads(tmp_path / "none.ttl")


def test_an_empty_file_has_no_findings(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("", encoding="utf-8")
    assert validate_file(path).findings == ()
