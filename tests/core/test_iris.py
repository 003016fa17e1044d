"""The names that a publisher mints."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from foigraph.core import iris

BASE = "https://example.org/foigraph/"
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("671/2022", "671-2022"),
        ("294/25", "294-2025"),
        ("FOI 294/25", "foi-294-2025"),
        ("01.FOI.24.039384", "01-foi-2024-039384"),
        ("01/FOI/24/039384/A", "01-foi-2024-039384-a"),
        ("FOI-2023-17", "foi-2023-17"),
        ("2024/25", "2024-25"),
        ("FOI 12345", "foi-12345"),
        ("FOI/24", "foi-24"),
        ("24", "24"),
        ("1234/98", "1234-98"),
        ("1234/01", "1234-01"),
        ("Réf. № 7 / 2019", "ref-no-7-2019"),
        ("  FOI__22//103 ", "foi-2022-103"),
    ],
)
def test_the_key_of_a_printed_reference(printed: str, key: str) -> None:
    assert iris.reference_key(printed) == key


@pytest.mark.parametrize("printed", ["", " / ", "——", "№"[:0], "参照"])
def test_a_reference_with_nothing_to_keep_gives_no_key(printed: str) -> None:
    assert iris.reference_key(printed) is None


def test_a_letter_without_a_reference_is_named_by_its_text() -> None:
    digest = sha256(b"text").hexdigest()
    assert iris.text_key(digest) == f"x{digest[:12]}"
    assert iris.authority_slug(None) == iris.authority_slug("!") == "unknown"
    assert iris.authority_slug("dyfed-powys") == "dyfed-powys"


def test_every_graph_of_a_disclosure_has_a_name_of_its_own() -> None:
    names = [
        iris.disclosure_iri(BASE, "a", "1-2022"),
        iris.version_graph(BASE, "a", "1-2022", 1),
        iris.version_graph(BASE, "a", "1-2022", 2),
        iris.derived_graph(BASE, "a", "1-2022"),
        iris.findings_graph(BASE, "a", "1-2022"),
        iris.catalogue_graph(BASE),
    ]
    assert len(set(names)) == len(names)
    assert names[0] == f"{BASE}disclosure/a/1-2022"
    assert names[1] == f"{BASE}graph/disclosure/a/1-2022/1"


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_is_printed_the_name_is_an_iri_of_plain_segments(authority: str, reference: str) -> None:
    place, key = iris.authority_slug(authority), iris.reference_key(reference)
    assert KEY.fullmatch(place)
    if key is not None:
        assert KEY.fullmatch(key)
        assert iris.reference_key(key) == key, "a key is its own key, so that a disclosure is found by it"
        NamedNode(iris.version_graph(BASE, place, key, 1))
