"""Technologies named: labels of the vocabulary as whole words, the longest first, by one walk over the words."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.resources import files

from ...ontology.vocabulary import Vocabulary
from ..beginnings import compiled
from ..model import Span, TechnologyMention
from ..parts import Segments
from ..places import Places
from ..remembered import remembered
from ..rulefile import rules_of
from ..rules import Rule

LABEL = Rule(
    "technology.label",
    "a label of the vocabulary",
    examples=(("FOI Reference: 1/22\nRequest:\n1. How many drones do you own?\nResponse:\nNone held.", "drones"),),
)
COORDINATED = Rule(
    "technology.coordinated",
    "several labels that share their last words",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. Trials of live or retrospective facial recognition "
            "technology?\nResponse:\nNo.",
            "live or retrospective facial recognition technology",
        ),
    ),
)
SPREAD = Rule(
    "technology.spread",
    "a label with a purpose clause between its halves",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. Any automated computer vision to analyse images for biometric "
            "identification?\nResponse:\nNo.",
            "automated computer vision to analyse images for biometric identification",
        ),
    ),
)
COMBINED = Rule(
    "technology.combined",
    "cameras on officers, asked about together with facial recognition: facial recognition on them",
    examples=(
        (
            "FOI Reference: 1/22\nRequest:\n1. Was live facial recognition deployed?\n2. Was any type used in "
            "conjunction with body-worn video?\nResponse:\nNo.",
            "body-worn video",
        ),
    ),
)
_BY_ID = rules_of(__package__, "technologies.toml")
LOOKED = _BY_ID["technology.looked"]
TOGETHER_WITH = _BY_ID["technology.together-with"]
NOT_COVERED = _BY_ID["technology.not-covered"]
RULES: tuple[Rule, ...] = (LABEL, COORDINATED, SPREAD, COMBINED, *_BY_ID.values())

_FILED = tomllib.loads((files(__package__) / "labels.toml").read_text(encoding="utf-8"))
TOO_COMMON, OF_OTHERS = frozenset(_FILED["words"]["too_common"]), frozenset(_FILED["words"]["of_others"])
OF_NO_POLICE = tuple(_FILED["words"]["of_no_police"])
WHERE_SEARCHED, OF_THINGS = (frozenset(_FILED["systems"][name]) for name in ("where_searched", "of_things"))
BEHIND = {device: frozenset(named) for device, named in _FILED["systems"]["behind"].items()}

FACES = "facial-recognition"
"""The end of the ids of what recognises faces."""
LONGEST_TOGETHER = 60
CONJUNCTIONS = frozenset({"or", "and", "/", ",", "&"})
TRAILING = frozenset({"technology", "technologies", "software", "systems", "system"})
LONGEST_PURPOSE = 4
"""Words between the halves of a label that is spread."""
MOST_COORDINATED = 8
_ADDRESS = compiled(r"(?:https?://|www\.)\S{1,2000}")
"""A line that is the address of a page and no more: its name may be of anything."""
_OF_ONE = compiled(r"[’']s$")
"""How a name ends of which something is said to be: ``the Commissioner’s``."""
_WORD = compiled(r"[^\W_]+(?:[’'][^\W_]+)?|[,/&]", re.UNICODE)


@dataclass(slots=True)
class _Node:
    """A step of the tree of labels; the id of the concept whose label ends here, and whether its case counts.

    The id is empty where a phrase ends that is about no technology.
    """

    steps: dict[str, _Node] = field(default_factory=dict)
    concept: str | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    concepts: tuple[str, ...]
    first: int
    last: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Labels:
    """The tree of labels; ids of concepts by whole labels; every word that a label, or its plural, can begin with."""

    root: _Node
    whole: dict[str, str]
    openings: frozenset[str]


@remembered
def _tree(vocabulary: Vocabulary) -> _Labels:
    labels = _labels(vocabulary)
    root = _Node()
    whole: dict[str, str] = {}
    for label, concept in (*((phrase, "") for phrase in OF_NO_POLICE), *labels, *_singulars(labels)):
        node = root
        words = _WORD.findall(label)
        for word in words:
            node = node.steps.setdefault(word.lower(), _Node())
        if node.concept is None:
            short = len(words) == 1 and (len(label) <= 4 or label.lower() in TOO_COMMON)
            node.concept, node.written = concept, label if short else None
        if concept:
            whole.setdefault(" ".join(words).lower(), concept)
    _mark_plurals(root)
    return _Labels(root, whole, frozenset(root.steps) | {f"{word}s" for word in root.steps})


def _mark_plurals(node: _Node) -> None:
    """Where longer labels go on with the plural of a label's last word, that plural ends the label too."""
    for word, below in node.steps.items():
        single = node.steps.get(word[:-1]) if word.endswith("s") else None
        if single is not None and below.concept is None:
            below.concept, below.written = single.concept, single.written
        _mark_plurals(below)


def _singulars(labels: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """``drone`` beside ``Drones``."""
    return [(label[:-1], concept) for label, concept in labels if re.search(r"[a-z]{3}[^s\W_]s$", label)]


def _labels(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    found = []
    for technology in vocabulary.technologies.values():
        if technology.broader is None:
            continue
        group = vocabulary.technologies[technology.broader].broader is None
        names = technology.alternatives if group else (technology.label, *technology.alternatives)
        for label in (*names, *technology.hidden):
            explained = "(" in label and label.endswith(")")
            if not explained and label not in TOO_COMMON | OF_OTHERS:
                found.append((label, technology.id))
    return tuple(found)


def technologies(parts: Segments, ids: list[Places[str]], vocabulary: Vocabulary) -> tuple[TechnologyMention, ...]:
    """Every mention outside the site's furniture. ids: of the questions, and of the responses."""
    labels = _tree(vocabulary)
    mentions: dict[str, TechnologyMention] = {}
    asked: set[str] = set()
    for line, zone in zip(parts.lines, parts.zones, strict=True):
        if zone == "furniture" or _ADDRESS.fullmatch(line.text):
            continue
        if not _may_name(line.text, labels):
            continue
        words = list(_WORD.finditer(line.text))
        for found in _walk(words, labels):
            span = Span(line.span.start + words[found.first].start(), line.span.start + words[found.last].end())
            if NOT_COVERED.search(line.text, 0, words[found.first].start()):
                continue
            part = next((identifier for places in ids if (identifier := places.at(span.start))), None)
            for concept in found.concepts:
                several = f"-{concept}" if len(found.concepts) > 1 else ""
                identifier = f"technology-{span.start}{several}"
                unseen = parts.request is None and LOOKED.search(line.text) is None
                if unseen or zone in {"request", "preface"}:
                    asked.add(concept)
                mentions[identifier] = TechnologyMention(
                    id=identifier, technology=concept, part=part, rule=found.rule, span=span
                )
    kept = [one for one in mentions.values() if one.technology in asked or one.technology not in WHERE_SEARCHED]
    beside = _named_beside({one.technology for one in kept}, vocabulary)
    kept = [one for one in kept if one.technology not in beside]
    if not any(one.technology.endswith(FACES) for one in kept):
        return tuple(kept)
    return tuple(_combined(parts, one) for one in kept)


def _named_beside(found: set[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Of the technologies named in a letter, those that say no more than others: groups of them, what is behind one."""
    every = vocabulary.technologies
    groups = {broader for one in found if (broader := every[one].broader) is not None}
    groups = {
        one for one in groups - OF_THINGS if (above := every[one].broader) is None or every[above].broader is None
    }
    return frozenset(groups.union(*(behind for device, behind in BEHIND.items() if device in found)))


def _combined(parts: Segments, mention: TechnologyMention) -> TechnologyMention:
    """The same mention, or of facial recognition on cameras where a letter about that asks for it on them."""
    if mention.technology != "body-worn-video" or mention.span is None:
        return mention
    before = parts.text[max(0, mention.span.start - LONGEST_TOGETHER) : mention.span.start]
    if TOGETHER_WITH.search(before.rpartition("\n")[2]) is None:
        return mention
    return replace(mention, technology="facial-recognition-body-worn", rule=COMBINED.id)


def _may_name(text: str, labels: _Labels) -> bool:
    """Whether a line has a word with which a label begins, and behind it, where that is longer, how it goes on."""
    words = _WORD.findall(text.lower()) if text.isascii() else [word.lower() for word in _WORD.findall(text)]
    if labels.openings.isdisjoint(words):
        return False
    words.append("")
    for word, following in itertools.pairwise(words):
        if word in labels.openings and _goes_on(labels.root, word, following):
            return True
    return False


def _goes_on(root: _Node, word: str, following: str) -> bool:
    """Whether a label may be a word, or its singular, or begin with that and the word that follows."""
    for node in (root.steps.get(word), root.steps.get(word[:-1]) if word.endswith("s") else None):
        if node is not None and (node.concept is not None or following in node.steps or following[:-1] in node.steps):
            return True
    return False


def _walk(words: list[re.Match[str]], labels: _Labels) -> Iterator[_Found]:
    taken = 0
    for position in [place for place, word in enumerate(words) if word.group().lower() in labels.openings]:
        match = None if position < taken else _longest(words, position, labels.root)
        if match is None:
            continue
        concept, last, spread = match
        if not concept:
            taken = last + 1
            continue
        head = [word.group().lower() for word in words[position + 1 : last + 1]]
        others, first = _coordinated(words, position, taken, _plain(head), labels.whole)
        if last + 1 < len(words) and words[last + 1].group().lower() in TRAILING:
            last += 1
        by = COORDINATED.id if others else SPREAD.id if spread else LABEL.id
        yield _Found((*others, concept), first, last, by)
        taken = last + 1


def _plain(words: list[str]) -> list[str]:
    return words[:-1] if words and words[-1] in TRAILING else words


def _longest(words: list[re.Match[str]], start: int, root: _Node) -> tuple[str, int, bool] | None:
    node, best, position, spread = root, None, start, False
    while position < len(words):
        word = words[position].group()
        following = node.steps.get(word.lower())
        if following is None and not word.isalnum():
            following = node.steps.get(_OF_ONE.sub("", word.lower()))
        if following is None and word.lower().endswith("s") and len(word) > 3:
            following = _singular(node.steps.get(word.lower()[:-1]))
        if following is None and position > start + 1 and "for" in node.steps and not spread:
            skip = next(
                (
                    n
                    for n in range(1, LONGEST_PURPOSE + 1)
                    if position + n < len(words) and words[position + n].group().lower() == "for"
                ),
                None,
            )
            if skip is not None and word.lower() == "to":
                position, spread = position + skip, True
                continue
        if following is None:
            break
        node = following
        if node.concept is not None and (
            node.written is None
            or (
                not _of_a_model(words[start])
                and _OF_ONE.sub("", words[position].group()).rstrip("s") == node.written.rstrip("s")
                and (words[position].start() > 0 or node.written.isupper())
            )
        ):
            best = (node.concept, position, spread)
        position += 1
    return best


def _of_a_model(word: re.Match[str]) -> bool:
    """Whether a word is the end of the name of a model: ``RS2-X2`` is no X2, ``in-car-ANPR`` is ANPR."""
    return re.search(r"\d\w{0,8}-$", word.string[max(0, word.start() - 12) : word.start()]) is not None


def _singular(node: _Node | None) -> _Node | None:
    """A plural stands for a label only where it ends one."""
    return node if node is not None and node.concept is not None else None


def _coordinated(
    words: list[re.Match[str]], start: int, taken: int, head: list[str], whole: dict[str, str]
) -> tuple[tuple[str, ...], int]:
    """Labels before this one that lack its last words: ``live or …``, ``ear, vein and …``."""
    others: list[str] = []
    first = start
    while head and len(others) < MOST_COORDINATED and first - 2 >= taken:
        back = first - 1
        while back >= taken and words[back].group().lower() in CONJUNCTIONS:
            back -= 1
        if back == first - 1 or back < taken:
            break
        concept = whole.get(" ".join([words[back].group().lower(), *head]))
        if concept is None:
            break
        others.insert(0, concept)
        first = back
    return tuple(others), first
