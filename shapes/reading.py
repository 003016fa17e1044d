"""Reading RDF files from anybody: with pyoxigraph, which fetches nothing, and with the known bombs refused unread."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, parse

from ..core.errors import DocumentError

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
"""By suffix."""

DEPTH = 100
"""JSON nested more deeply is refused: some thousands of levels end the process."""

JSON_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)


def read_quads(path: Path) -> list[Quad]:
    """The quads of an RDF file in a format named by its suffix.

    Raises DocumentError for a file that cannot be read, an unknown suffix, a syntax error, RDF/XML with a document
    type declaration (which can grow without bound), JSON-LD that is nested too deeply, and RDF 1.2 triple terms.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise DocumentError(f"{path}: no RDF format has the suffix {path.suffix!r}", remedy=f"use {', '.join(FORMATS)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})", remedy="give a readable file") from error
    _refuse_bombs(path, form, data)
    try:
        quads = list(parse(data, format=form))
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise DocumentError(f"{path}: is not {form.name} ({reason})", remedy="correct it at that place") from error
    if any(isinstance(term, Triple) for quad in quads for term in (quad.subject, quad.object)):
        raise DocumentError(f"{path}: holds triples about triples", remedy="write it in RDF 1.1")
    return quads


def _refuse_bombs(path: Path, form: RdfFormat, data: bytes) -> None:
    if form == RdfFormat.RDF_XML and b"<!doctype" in data.replace(b"\0", b"").lower():
        raise DocumentError(f"{path}: RDF/XML with a document type declaration is refused", remedy="write it as Turtle")
    if form == RdfFormat.JSON_LD and _depth(data) > DEPTH:
        raise DocumentError(f"{path}: nested more than {DEPTH} levels deep", remedy="write it as N-Triples")


def _depth(data: bytes) -> int:
    deepest = depth = 0
    for found in JSON_BRACKETS.finditer(data):
        first = found[0][:1]
        if first in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif first != b'"':
            depth -= 1
    return deepest
