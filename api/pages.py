"""What the templates need: links, labels and cells. Whatever comes from a letter is text, and is escaped."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from flask import Flask, request
from pyoxigraph import Literal, RdfFormat, parse

from ..core.settings import VOCABULARY_BASE
from ..core.table import Value
from ..queries.describe import labels as labels_query
from .state import serving

SAFE = "/#-._~!$&'()*+,;=:@%"


def register(flask: Flask) -> None:
    """Give the templates their functions."""
    flask.jinja_env.trim_blocks = flask.jinja_env.lstrip_blocks = True
    flask.jinja_env.globals |= {"href": href, "label": label, "is_link": is_link, "shown": shown, "is_ours": is_ours}


def is_ours(iri: str) -> bool:
    """Whether a thing is described here."""
    return iri.startswith((serving().base, VOCABULARY_BASE))


def is_link(value: object) -> bool:
    """Whether a text is an address that may be followed; ``javascript:`` and its like never are."""
    if not isinstance(value, str) or not value.startswith(("http://", "https://")) or not value.isprintable():
        return False
    return not any(character in value for character in ' <>"{}|\\^`')


def href(iri: str) -> str:
    """Where a link to a thing leads: to its page here where it is ours."""
    for base in (serving().base, VOCABULARY_BASE):
        if iri.startswith(base):
            return f"{request.script_root}/{quote(iri.removeprefix(base), safe=SAFE)}"
    return iri


def label(iri: str) -> str:
    """Words for a thing: its label, else the last part of its IRI."""
    known = _labels()
    if iri in known:
        return known[iri]
    base = serving().base
    if iri.startswith(f"{base}disclosure/"):
        return iri.removeprefix(f"{base}disclosure/")
    parts = urlsplit(iri)
    return parts.fragment or parts.path.rstrip("/").rpartition("/")[2] or iri


def shown(value: Value) -> str:
    """A cell of a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,}" if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def _labels() -> dict[str, str]:
    """The labels of terms and concepts, read once a snapshot."""
    memory = serving().memory
    if "labels" not in memory:
        body = serving().canned.run(labels_query(serving().base), graph_format="ntriples").body
        found: dict[str, str] = {}
        for triple in parse(body, RdfFormat.N_TRIPLES):
            if isinstance(triple.object, Literal) and triple.object.language in (None, "en"):
                found[getattr(triple.subject, "value", "")] = triple.object.value
        memory["labels"] = found
    known = memory["labels"]
    assert isinstance(known, dict)
    return known
