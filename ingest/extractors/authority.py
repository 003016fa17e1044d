"""Which body answered."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from ...ontology.vocabulary import Authority, Vocabulary
from ..beginnings import compiled
from ..model import AuthorityFact, Span
from ..parts import Segments
from ..pieces import is_flat
from ..places import Places
from ..rules import Rule
from .bodies import BY_ID, SHORTEST_ALIAS, before, behind, initials_of, named_bodies

NAMED = Rule(
    "authority.named",
    "the body whose name or longer alias stands first in the words of the letter",
    examples=(("FOI Reference: 1/22\nResponse:\nNo information is held by Kent Police.", "Kent Police"),),
)
SITE = Rule(
    "authority.site",
    "the letter names no body, and stands on that body's own web site",
    examples=(("FOI Reference: 1/22\nResponse:\nNo information is held.", None),),
)
ALIAS = Rule(
    "authority.alias",
    "the letter names no body in full, but one by its initials",
    examples=(("FOI Reference: 1/22\nResponse:\nNo information is held by DPP.", "DPP"),),
)
REFERENCE = Rule(
    "authority.reference",
    "the reference printed begins with the initials of one body",
    examples=(("BSCC/FOI/03/21/OC: Cameras\nRequest:\n1. How many?\nResponse:\nNo information is held.", "BSCC"),),
)
FILE = Rule(
    "authority.file",
    "the letter names no body; the name of its file on a request site says whose response it is",
    examples=(("FOI Reference: 1/22\nResponse:\nNo information is held.", None),),
)
LETTERHEAD = Rule(
    "authority.letterhead",
    "the letter names no body; the one web or mail address at its head or foot is that of one",
    examples=(
        (
            "FOI Reference: 1/22\nE-mail: foi@kent.police.uk\nRequest:\nHow many?\nResponse:\nNone is held.",
            "kent.police.uk",
        ),
    ),
)
STATUS_OF = BY_ID["body.status"]
SENDER = BY_ID["body.sender"]
SPEAKS = BY_ID["body.speaks"]
RECEIVES = BY_ID["body.receives"]
SEARCHED = BY_ID["body.searched"]
ELSEWHERE = BY_ID["body.elsewhere"]
REFERRED_TO = BY_ID["body.referred-to"]
OF_COMMISSIONER = BY_ID["body.of-commissioner"]
OF_REFEREE = BY_ID["body.of-referee"]
REQUIRED = BY_ID["body.required"]
OF_RESPONSE = BY_ID["body.of-response"]
HOST = compiled(r"(?:@|\bwww\.)(?P<host>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){1,4})\b", re.IGNORECASE)
OFFICIAL = compiled(r"^https?://[^/]{1,80}\.(?:gov\.uk|gov\.scot|gov\.wales)/", re.IGNORECASE)
"""The site of some public body: where its own name is not known, one that a requester names is not it."""
OF_OTHER_BODY = compiled(
    r"^https?://(?:[\w-]{1,40}\.){0,3}(?:(?!(?:www\.)?gov\.uk|nationalarchives\.|service\.)[\w-]{1,40}\.gov\.uk|"
    r"[a-z-]{0,20}(?:fire|council)[a-z-]{0,20}\.org\.uk)/",
    re.IGNORECASE,
)
"""The site of a council or a fire service: its answers speak of a force as of another body."""
OF_GOVERNMENT = compiled(r"^https?://(?:www\.)?gov\.(?:uk|scot|wales)/", re.IGNORECASE)
"""The site of a government: what its departments publish is their own answer, whichever force it is about."""
ADDRESSED = compiled(
    r"^Dear (?P<name>(?!Sir|Madam|\[)[A-Z][\w&’'-]{2,20}(?: (?:for|of|and|the|[A-Z][\w&’'-]{2,20})){1,6}),$",
    re.MULTILINE,
)
"""The line that addresses a request to a body by its name."""
COMMISSIONER = "-pcc"
"""The end of the id of a police and crime commissioner."""
COMMISSIONER_HOST = compiled(r"(?:^|\.)(?P<place>[a-z-]{3,40}?)[.-]?o?pf?cc\.(?:police|gov|org)\.uk$")
LONGEST_FILE = 300
RULES: tuple[Rule, ...] = (NAMED, SITE, REFERENCE, ALIAS, LETTERHEAD, FILE, *BY_ID.values())
LONGEST_JOINT = 12
"""Characters between the names of two bodies that answer together."""
REFEREES = frozenset({"regulator", "oversight", "unit", "national_body", "government_department", "national_agency"})
"""Types of bodies that letters of others name as well (ICO, NPCC, Home Office)."""


def authority(parts: Segments, url: str | None, reference: Span | None, vocabulary: Vocabulary) -> AuthorityFact | None:
    """The body that answered: the one whose site it is, else the one named first; None where none is named."""
    site = _of_site(url, vocabulary)
    found = list(named_bodies(parts, vocabulary))
    own = [one for one in found if site is not None and one[0].id == site.id]
    if own:
        return _fact(own[0], _joint(parts, own[0], found))
    of_site = None if site is None else AuthorityFact(id=site.id, status="inferred", rule=SITE.id, span=None)
    if (first := of_site or _of_reference(parts.text, reference, vocabulary)) is not None:
        return first
    if OF_OTHER_BODY.match(url or "") and not any(_answers(parts.text, body.id, found) for body, _ in found):
        return None
    if OF_COMMISSIONER.search(parts.text):
        return next((_fact(one, ()) for one in found if one[0].id.endswith(COMMISSIONER)), None)
    return _of_letter(parts, url, found, vocabulary)


def _of_letter(
    parts: Segments, url: str | None, found: list[tuple[Authority, Span]], vocabulary: Vocabulary
) -> AuthorityFact | None:
    """The body that answers by the letter alone: by its words, its head, or initials."""
    spoken, head = _of_words(parts, url, found), _of_letterhead(parts, vocabulary)
    if spoken is not None and head is not None and head.id != spoken.id and not _answers(parts.text, spoken.id, found):
        return head
    initials = _by_initials(parts, vocabulary)
    of_government = OF_GOVERNMENT.search(url or "") is not None
    if initials is not None and of_government and not (initials.span and _referee_speaks(parts.text, initials.span)):
        initials = None
    if spoken is None or initials is None or not _answers_instead(parts.text, initials, spoken, found, vocabulary):
        return spoken or initials or head or _of_file(url, vocabulary)
    return initials


def _answers_instead(
    text: str, initials: AuthorityFact, spoken: AuthorityFact, found: list[tuple[Authority, Span]],
    vocabulary: Vocabulary,
) -> bool:  # fmt: skip
    """Whether a body that the letter names by its initials answers, and the one named in full is no more than named."""
    named_only = vocabulary.authorities[spoken.id].type in REFEREES and not _answers(text, spoken.id, found)
    return named_only and initials.span is not None and _referee_speaks(text, initials.span)


def _answers(text: str, identifier: str, found: list[tuple[Authority, Span]]) -> bool:
    """Whether the letter says anywhere that a body took the request, looked, holds or decided."""
    return any(
        SPEAKS.search(behind(text, span.end))
        or RECEIVES.search(before(text, span.start))
        or SEARCHED.search(before(text, span.start))
        for body, span in found
        if body.id == identifier
    )


def _addressed_elsewhere(text: str, found: list[tuple[Authority, Span]]) -> bool:
    """Whether the request is addressed to a body that the vocabulary does not hold, and that signs the answer."""
    dear = ADDRESSED.search(text)
    if dear is None or any(span.start < dear.end() and span.end > dear.start() for _, span in found):
        return False
    return f"FOI, {dear['name']}" in text


def _of_words(parts: Segments, url: str | None, found: list[tuple[Authority, Span]]) -> AuthorityFact | None:
    """Of the bodies named, the one that answers."""
    everyone = found
    asked = Places((line.span, True) for line in parts.spoken("request") if not line.text.lower().startswith("dear"))
    own_words = [one for one in found if not asked.at(one[1].start)]
    found = own_words if own_words or OFFICIAL.search(url or "") or _several_forces(parts.text, found) else found
    if _addressed_elsewhere(parts.text, everyone):
        return None
    if (searched := _of_thread(parts, everyone) or _searched(parts.text, everyone)) is not None:
        return _fact(searched, _joint(parts, searched, everyone))
    found = [one for one in found if not _is_elsewhere(parts.text, one[1])] or found
    found = _unlisted(parts, found)
    if not found:
        return None
    forces = [one for one in found if one[0].type not in REFEREES]
    if OF_GOVERNMENT.search(url or "") and not any(_answers(parts.text, body.id, found) for body, _ in forces):
        forces = []
    speaks = [one for one in found if SPEAKS.search(behind(parts.text, one[1].end))]
    if speaks and all(body.id.endswith(COMMISSIONER) for body, _ in speaks):
        return _fact(speaks[0], _joint(parts, speaks[0], found))
    official = OFFICIAL.search(url or "") or OF_GOVERNMENT.search(url or "")
    if not forces and official and not any(_referee_speaks(parts.text, span) for _, span in found):
        return None
    first = _who_speaks(parts.text, forces) or (forces or found)[0]
    return _fact(first, _joint(parts, first, found))


def _of_thread(parts: Segments, found: list[tuple[Authority, Span]]) -> tuple[Authority, Span] | None:
    """The one body that a page of a request site names as the one that refused, or as the sender of letters."""
    lines = Places((line.span, line) for line in parts.lines)
    named: list[tuple[Authority, Span]] = []
    for body, span in found:
        line = lines.at(span.start)
        above = "" if line is None else parts.text[line.span.start : span.start]
        rest = "" if line is None else parts.text[span.end : line.span.end]
        if rest.strip(" .") == "" and (STATUS_OF.search(above) or SENDER.search(above)):
            named.append((body, span))
    return named[0] if len({body.id for body, _ in named}) == 1 else None


def _unlisted(parts: Segments, found: list[tuple[Authority, Span]]) -> list[tuple[Authority, Span]]:
    """Those named anywhere but in a list of several bodies, whose items are their names and no more."""
    items = {line.body: line.words.strip(" .;,") for line in parts.lines if line.marker is not None}
    listed = [one for one in found if len(items.get(one[1].start, "")) == one[1].end - one[1].start]
    return found if len({body.id for body, _ in listed}) < 2 else [one for one in found if one not in listed]


def _is_elsewhere(text: str, span: Span) -> bool:
    """Whether the letter names a body as one to look or ask at."""
    sent = REFERRED_TO.search(before(text, span.start))
    return sent is not None or ELSEWHERE.search(behind(text, span.end)) is not None


def _several_forces(text: str, found: list[tuple[Authority, Span]]) -> bool:
    """Whether several forces are named and none speaks: where only the requester names them, none need be asked."""
    forces = [one for one in found if one[0].type not in REFEREES]
    if is_flat(text):
        return False
    return len({body.id for body, _ in forces}) > 1 and not any(_answers(text, body.id, forces) for body, _ in forces)


def _searched(text: str, found: list[tuple[Authority, Span]]) -> tuple[Authority, Span] | None:
    """The one body within which the letter says that searches were made, whoever else it names."""
    searched = [one for one in found if SEARCHED.search(before(text, one[1].start))]
    return searched[0] if len({body.id for body, _ in searched}) == 1 else None


def _who_speaks(text: str, forces: list[tuple[Authority, Span]]) -> tuple[Authority, Span] | None:
    """Of several forces named, the one that took the request or says what it holds; None where none or more do."""
    if len({body.id for body, _ in forces}) < 2:
        return None
    spoken = [
        one for one in forces if SPEAKS.search(behind(text, one[1].end)) or RECEIVES.search(before(text, one[1].start))
    ]
    return spoken[0] if len({body.id for body, _ in spoken}) == 1 else None


def _fact(found: tuple[Authority, Span], also: tuple[str, ...]) -> AuthorityFact:
    return AuthorityFact(id=found[0].id, also=also, rule=NAMED.id, span=found[1])


def _joint(parts: Segments, first: tuple[Authority, Span], found: list[tuple[Authority, Span]]) -> tuple[str, ...]:
    """Bodies named together with it: ``Norfolk and Suffolk Constabularies``, ``Kent Police and Essex Police``."""
    text = parts.text
    for body, span in found:
        if body.id == first[0].id or span.start > first[1].end + LONGEST_JOINT:
            continue
        between = text[first[1].end : span.start] if span.start > first[1].start else text[span.end : first[1].start]
        if re.fullmatch(r"\s?(?:and|&)\s(?:the\s)?", between):
            return (body.id,)
    return ()


def _of_site(url: str | None, vocabulary: Vocabulary) -> Authority | None:
    host = (urlsplit(url).hostname or "").lower() if url and "//" in url else ""
    place = host + (urlsplit(url).path if url else "")
    best: tuple[int, Authority] | None = None
    for body in vocabulary.authorities.values():
        for domain in body.domains:
            own = place.removeprefix("www.").startswith(domain) if "/" in domain else f".{host}".endswith(f".{domain}")
            if own and host and (best is None or len(domain) > best[0]):
                best = (len(domain), body)
    return best[1] if best else _of_commissioner_site(host, vocabulary)


def _of_commissioner_site(host: str, vocabulary: Vocabulary) -> Authority | None:
    """The commissioner of the place that the name of a site gives, by the force's id or another of its names:
    ``suffolk-pcc.gov.uk``, ``gwent.pcc.police.uk``, ``northantspfcc.org.uk``.
    """
    found = COMMISSIONER_HOST.search(host)
    if found is None:
        return None
    place = found["place"].replace("-", "")
    bodies = vocabulary.authorities
    for commissioner in (body for body in bodies.values() if body.id.endswith(COMMISSIONER)):
        force = bodies.get(commissioner.id.removesuffix(COMMISSIONER))
        names = (commissioner.id.removesuffix(COMMISSIONER), *(force.aliases if force else ()))
        if any(re.sub(r"\W", "", name).lower() == place for name in names):
            return commissioner
    return None


def _of_reference(text: str, reference: Span | None, vocabulary: Vocabulary) -> AuthorityFact | None:
    """The body whose initials open the reference."""
    initials = re.match(r"[A-Z]{3,6}(?=[-/])", text[slice(*reference)]) if reference else None
    if initials is None or reference is None:
        return None
    bodies = [body for body in vocabulary.authorities.values() if initials.group() in body.aliases]
    span = Span(reference.start, reference.start + initials.end())
    return AuthorityFact(id=bodies[0].id, rule=REFERENCE.id, span=span) if len(bodies) == 1 else None


def _by_initials(parts: Segments, vocabulary: Vocabulary) -> AuthorityFact | None:
    counts: list[tuple[int, Authority, Span]] = []
    for alias, body in initials_of(vocabulary):
        if alias in parts.text:
            places = re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", parts.text)
            counts += [(found.start(), body, Span(*found.span())) for found in places]
    forces = [one for one in counts if one[1].type not in REFEREES] or [
        one for one in counts if _referee_speaks(parts.text, one[2])
    ]
    if len({one[1].id for one in forces}) != 1:
        return None
    _, body, span = min(forces, key=lambda one: one[0])
    return AuthorityFact(id=body.id, rule=ALIAS.id, span=span)


def _referee_speaks(text: str, span: Span) -> bool:
    """Whether a body that letters of others name as well is here the one that answers."""
    if SPEAKS.search(behind(text, span.end)) or OF_REFEREE.search(behind(text, span.end)):
        return True
    return REQUIRED.search(before(text, span.start)) is not None


def _of_letterhead(parts: Segments, vocabulary: Vocabulary) -> AuthorityFact | None:
    """The one body whose addresses the letter gives at its head or foot; a link within an answer may be another's."""
    found: dict[str, Span] = {}
    for line in parts.spoken("preface", "closing"):
        for match in HOST.finditer(parts.text, *line.span):
            host = match["host"].lower()
            owners = [
                body
                for body in vocabulary.authorities.values()
                if body.type not in REFEREES and any(f".{host}".endswith(f".{domain}") for domain in body.domains)
            ]
            found |= {body.id: Span(*match.span("host")) for body in owners if body.id not in found}
    if len(found) != 1:
        return None
    [(identifier, span)] = found.items()
    return AuthorityFact(id=identifier, status="inferred", rule=LETTERHEAD.id, span=span)


def _of_file(url: str | None, vocabulary: Vocabulary) -> AuthorityFact | None:
    """The one body whose name or initials stand before the word response in the last part of the address."""
    name = unquote(urlsplit(url).path.rpartition("/")[2])[:LONGEST_FILE] if url and "//" in url else ""
    said = OF_RESPONSE.search(name)
    whose = f" {re.sub(r'[_-]', ' ', name[: said.start()])}".lower() if said is not None else ""
    bodies = {
        body.id
        for body in vocabulary.authorities.values()
        if any(
            whose.endswith(f" {alias.lower()}") for alias in (body.name, *body.aliases) if len(alias) >= SHORTEST_ALIAS
        )
    }
    return AuthorityFact(id=bodies.pop(), status="inferred", rule=FILE.id, span=None) if len(bodies) == 1 else None
