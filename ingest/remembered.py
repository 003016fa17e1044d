"""What is made of a vocabulary once and then used for every letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..ontology.vocabulary import Vocabulary

Made = TypeVar("Made")
MOST = 8
"""Vocabularies at a time; tests make many."""


def remembered(make: Callable[[Vocabulary], Made]) -> Callable[[Vocabulary], Made]:
    """``make``, which is called once for each vocabulary."""
    known: dict[int, tuple[Vocabulary, Made]] = {}

    def made(vocabulary: Vocabulary) -> Made:
        found = known.get(id(vocabulary))
        if found is None or found[0] is not vocabulary:
            if len(known) >= MOST:
                known.clear()
            found = known[id(vocabulary)] = (vocabulary, make(vocabulary))
        return found[1]

    return made
