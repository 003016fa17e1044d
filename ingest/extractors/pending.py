"""Whether a letter decides nothing yet: it acknowledges the request, or takes more time to weigh what it holds."""

from __future__ import annotations

from ..parts import Segments
from ..sentences import sentences
from .position_rules import DECIDES_NOW, OF_COMPLAINT, TO_FOLLOW
from .signals import says_nothing, signals


def is_pending(parts: Segments) -> bool:
    """Whether the body says that its answer is to come, and nowhere that it has decided.

    What would be exempt, and the public interest still to be weighed, is then no refusal (FOIA 2000, s. 10(3), 17(2)).
    """
    if any(part.answers for part in parts.responses):
        return False
    own = [line.span for line in parts.spoken("preface", "response", "closing")]
    said = [parts.text[slice(*sentence)].replace("\n", " ") for span in own for sentence in sentences(parts.text, span)]
    if not any(TO_FOLLOW.search(words) and not OF_COMPLAINT.search(words) for words in said):
        return False
    if any(DECIDES_NOW.search(words) and not says_nothing(words) for words in said):
        return False
    return not any(signal.kind in {"disclosed", "cost"} for signal in signals(parts.text, own))
