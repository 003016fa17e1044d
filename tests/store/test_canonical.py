"""What is written is what the store returns, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from foigraph.store import canonical

NODE = NamedNode("https://example.org/s")
GRAPH = NamedNode("https://example.org/g")
XSD = "http://www.w3.org/2001/XMLSchema#"

TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from('\x00\x01\x08\x0b\x0c\x1f\x7f\x85\r\n\t"\\\u2028\u2029\ufeff\ufffe\uffff\U0001f600\U0010ffff'),
    )
)


@given(st.lists(TEXT, max_size=8))
@example(['ends in a backslash and a quote \\"'])
@example(["\r", "\r\n", "\n", "\u2028", "\x00", "\\u0041", "\U0001f600"])
def test_any_text_through_lines_store_and_dump_is_the_same_byte_for_byte(texts: list[str]) -> None:
    lines = canonical.canonical_lines(Quad(NODE, NODE, Literal(text), GRAPH) for text in texts)
    canonical.check(lines, GRAPH.value)
    written = canonical.to_bytes(lines)
    assert canonical.from_bytes(written) == lines
    store = Store()
    store.load(written, format=RdfFormat.N_QUADS)
    dumped = store.dump(format=RdfFormat.N_QUADS)
    assert dumped is not None
    assert sorted(canonical.from_bytes(dumped)) == lines
    assert sorted(dumped.split(b"\n")) == sorted(written.split(b"\n"))
    assert canonical.read_back(store, GRAPH.value) == lines
    found = {quad.object for quad in canonical.quads_of(lines)}
    assert found == {Literal(text) for text in texts}


def test_lines_are_sorted_and_stand_once() -> None:
    quads = [Quad(NODE, NODE, Literal(word), GRAPH) for word in ("b", "a", "b")]
    lines = canonical.canonical_lines(quads)
    assert lines == sorted(set(lines))
    assert len(lines) == 2
    assert canonical.digest(lines) == canonical.digest(canonical.canonical_lines(reversed(quads)))


def test_blank_nodes_and_the_default_graph_are_refused() -> None:
    with pytest.raises(ValueError, match="blank node"):
        canonical.canonical_lines([Quad(BlankNode("b"), NODE, NODE, GRAPH)])
    with pytest.raises(ValueError, match="blank node"):
        canonical.canonical_lines([Quad(NODE, NODE, BlankNode("b"), GRAPH)])
    with pytest.raises(ValueError, match="no graph"):
        canonical.canonical_lines([Quad(NODE, NODE, NODE)])


@pytest.mark.parametrize(
    ("value", "kind"),
    [("7", "nonNegativeInteger"), ("1.0", "decimal"), ("007", "integer"), ("1", "boolean"), ("PT24H", "duration"),
     ("2020-01-01T00:00:00.120000Z", "dateTime")],
)  # fmt: skip
def test_a_term_that_the_store_changes_is_refused(value: str, kind: str) -> None:
    lines = canonical.canonical_lines([Quad(NODE, NODE, Literal(value, datatype=NamedNode(XSD + kind)), GRAPH)])
    with pytest.raises(ValueError, match="store changes"):
        canonical.check(lines, GRAPH.value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("7", "integer"), ("1.5", "decimal"), ("true", "boolean"), ("2022-10-26", "date"),
     ("2020-01-01T00:00:00Z", "dateTime"), ("https://example.org/", "anyURI")],
)  # fmt: skip
def test_the_kinds_of_value_that_are_written_come_back(value: str, kind: str) -> None:
    lines = canonical.canonical_lines([Quad(NODE, NODE, Literal(value, datatype=NamedNode(XSD + kind)), GRAPH)])
    canonical.check(lines, GRAPH.value)


def test_lines_out_of_order_or_of_another_graph_are_refused() -> None:
    lines = canonical.canonical_lines(Quad(NODE, NODE, Literal(word), GRAPH) for word in "ab")
    for wrong in (lines[::-1], [*lines, lines[-1]]):
        with pytest.raises(ValueError, match="out of order"):
            canonical.check(wrong, GRAPH.value)
    with pytest.raises(ValueError, match="outside the graph"):
        canonical.check(lines, "https://example.org/other")


@given(st.sets(TEXT), st.sets(TEXT))
def test_the_additive_digest_follows_what_comes_and_goes_in_any_order(before: set[str], after: set[str]) -> None:
    held = canonical.additive(sorted(before))
    moved = canonical.additive(sorted(after - before), canonical.subtractive(before - after, held))
    assert moved == canonical.additive(sorted(after, reverse=True))


@given(
    st.lists(st.integers(1, 5000), max_size=40),
    st.lists(st.text("ab\n", max_size=50).map(lambda t: t.replace("\n", "")), max_size=300),
)
def test_lines_as_a_file_give_all_bytes_in_pieces_of_any_size(sizes: list[int], lines: list[str]) -> None:
    file = canonical.LineFile(iter(lines))
    data = b""
    for size in [*sizes, *[100_000] * 3]:
        piece = file.read(size)
        assert len(piece) <= size
        data += piece
    assert data == canonical.to_bytes(lines)
    assert file.lines == len(lines)
