"""The graphs of a snapshot that no letter makes: vocabulary, ontology, shapes."""

from __future__ import annotations

from ..core.settings import Settings
from ..ontology.skos import ontology_quads, vocabulary_quads
from ..ontology.vocabulary import Vocabulary
from ..shapes.validator import shapes_quads
from ..store.canonical import canonical_lines


def static_graphs(settings: Settings, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Canonical N-Quads lines by graph IRI: ``{base}graph/vocabulary``, ``…/ontology`` and ``…/shapes``."""
    names = {name: f"{settings.base}graph/{name}" for name in ("vocabulary", "ontology", "shapes")}
    quads = {
        names["vocabulary"]: vocabulary_quads(vocabulary, names["vocabulary"]),
        names["ontology"]: ontology_quads(names["ontology"]),
        names["shapes"]: shapes_quads(names["shapes"]),
    }
    return {name: canonical_lines(found) for name, found in quads.items()}
