"""The context knows every term of ours, and changes no meaning."""

from __future__ import annotations

from foigraph.ontology.context import OTHERS, context
from foigraph.ontology.terms import FOI


def test_every_term_is_its_own_local_name() -> None:
    for name in FOI.names():
        entry = context()[name]
        assert (entry if isinstance(entry, str) else entry["@id"]) == f"foi:{name}"
    assert not set(OTHERS) & FOI.names()


def test_addresses_dates_and_texts_read_as_such() -> None:
    found = context()
    assert found["publicAuthority"] == {"@id": "foi:publicAuthority", "@type": "@id"}
    assert found["responseDate"]["@type"].endswith("#date")
    assert found["year"] == "foi:year"
    assert found["reference"] == "foi:reference"
    assert found["start"] == "foi:start"
