"""Which format an answer has: by the suffix of the path, else by the Accept header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .problems import Problem


@dataclass(frozen=True, slots=True)
class Format:
    """name: also the suffix. media_types: the first is what is sent; the others are taken for it."""

    name: str
    media_types: tuple[str, ...]

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        kind = self.media_types[0]
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


JSON = Format("json", ("application/json",))
CSV = Format("csv", ("text/csv",))
HTML = Format("html", ("text/html", "application/xhtml+xml"))
TURTLE = Format("ttl", ("text/turtle", "application/x-turtle"))
JSONLD = Format("jsonld", ("application/ld+json", "application/json"))
NTRIPLES = Format("nt", ("application/n-triples",))
RDFXML = Format("rdf", ("application/rdf+xml",))
RESULTS_JSON = Format("json", ("application/sparql-results+json", "application/json"))
RESULTS_XML = Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml"))
RESULTS_TSV = Format("tsv", ("text/tab-separated-values",))


def choose(accept: str, offers: Sequence[Format]) -> Format | None:
    """The best of the offers for an Accept header; the first where it has no wish, None where it wants none of them."""
    ranges = _ranges(accept)
    if not ranges:
        return offers[0]
    best, best_quality = None, 0.0
    for offer in offers:
        quality = max(_quality(kind, ranges) for kind in offer.media_types)
        if quality > best_quality:
            best, best_quality = offer, quality
    return best


def split_suffix(path: str, offers: Sequence[Format]) -> tuple[str, Format | None]:
    """A path without the suffix that names one of the offers, and that offer."""
    stem, dot, suffix = path.rpartition(".")
    found = next((offer for offer in offers if dot and offer.name == suffix), None)
    return (stem, found) if found else (path, None)


def negotiate(suffix: Format | None, accept: str, offers: Sequence[Format]) -> Format:
    """The format to answer in. Raises Problem 406, which lists what there is."""
    chosen = suffix or choose(accept, offers)
    if chosen is None:
        raise not_acceptable(offers)
    return chosen


def not_acceptable(offers: Sequence[Format]) -> Problem:
    """The 406 that lists what there is."""
    kinds = [offer.media_types[0] for offer in offers]
    return Problem(
        406, "not-acceptable", "None of the formats accepted", f"this is to be had as {', '.join(kinds)}",
        {"available": kinds, "remedy": "ask for one of these, or send no Accept header"},
    )  # fmt: skip


def _ranges(accept: str) -> Mapping[str, float]:
    """Media ranges with their qualities; what is not well formed is passed over."""
    found: dict[str, float] = {}
    for part in accept.split(",")[:100]:
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if kind.count("/") != 1:
            continue
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        found[kind] = max(quality, found.get(kind, 0.0))
    return found


def _quality(kind: str, ranges: Mapping[str, float]) -> float:
    """The quality of the most specific range that the media type is in."""
    for name in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
