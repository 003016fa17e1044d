"""Namespaces, and the terms of our own vocabulary by name.

``FOI.Disclosure`` is the IRI of a term that ``foi.ttl`` defines; a name that it does not define raises AttributeError,
so a misspelling is an error and never a new property.
"""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import NamedNode

BASE = "https://w3id.org/foigraph/"

CLASSES = (
    # what a letter holds
    "Disclosure", "Request", "Question", "Response", "Position", "Citation", "LegalClaim", "TechnologyMention",
    "StatedReason", "Scope", "EvidenceOfHarm", "HarmClaim", "PublicInterestFactor", "BalancingTest", "UnansweredPart",
    "Caveat", "Remark", "Link", "Assertion", "ReadingWarning",
    # what it speaks of
    "PublicAuthority", "PoliceForce", "Provision", "Exemption", "ExclusionOfDuty", "Exception", "Duty",
    "ProceduralProvision", "Technology", "Outcome",
    # how we know
    "Source", "Version", "Reading", "Tombstone", "Finding",
)  # fmt: skip

PROPERTIES = (
    # disclosure
    "publicAuthority", "reference", "regime", "receivedDate", "responseDate", "disclosedDate", "request", "response",
    "reviewState", "workingDays", "textLength",
    # request, question, response, position
    "question", "number", "dependsOn", "periodStart", "periodEnd", "periodOpen", "answers", "answersWholeRequest",
    "position", "onQuestion", "questionNumber", "facet", "holding", "disclosure", "ground", "outcome", "scope",
    "statedReason", "citation",
    # citation and claim
    "provision", "inferredProvision", "inferenceRule", "section", "context", "role",
    "forNeitherConfirmNorDeny", "claimedProperty",
    # mention, reasoning, the rest
    "technology", "inPart", "harm", "harmValue", "favours", "balance", "aboutQuestion", "code", "message",
    "about", "property", "value", "url",
    # every extracted fact
    "status", "rule", "start", "end", "quote",
    # provision, authority
    "enactedIn", "absoluteness", "test", "isNeitherConfirmNorDenyLimb", "inForceFrom", "inForceTo", "verification",
    "removesDuty",
    "authorityType", "nation", "axis",
    # derived
    "reliesOn", "concernsTechnology", "hasOutcome", "year",
    # catalogue
    "currentVersion", "previousVersion", "versionNumber", "versionGraph", "textHash", "sourceHash", "mediaType",
    "readerVersion", "readAt", "versionOf", "copyOf", "withdrawnAt", "withdrawalReason",
    # findings
    "finding", "severity", "shape", "focus", "path",
)  # fmt: skip


class Terms:
    """The terms of one namespace: attribute access for those it has, AttributeError for others."""

    def __init__(self, base: str, names: tuple[str, ...]) -> None:
        self._base = base
        self._terms = {name: NamedNode(base + name) for name in names}
        self.__dict__.update(self._terms)

    def __getattr__(self, name: str) -> NamedNode:
        raise AttributeError(f"{self._base} has no term {name}")

    def names(self) -> frozenset[str]:
        """The local names of all terms."""
        return frozenset(self._terms)


FOI = Terms(BASE + "ns#", CLASSES + PROPERTIES)
RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#", ("type",))
RDFS = Terms("http://www.w3.org/2000/01/rdf-schema#", ("label", "comment", "seeAlso", "subClassOf", "isDefinedBy"))
SKOS = Terms(
    "http://www.w3.org/2004/02/skos/core#",
    ("Concept", "ConceptScheme", "prefLabel", "altLabel", "hiddenLabel", "broader", "narrower", "inScheme",
     "topConceptOf", "hasTopConcept", "definition", "notation", "note", "editorialNote", "exactMatch", "closeMatch"),
)  # fmt: skip
DCTERMS = Terms(
    "http://purl.org/dc/terms/",
    (
        "title",
        "identifier",
        "source",
        "created",
        "modified",
        "license",
        "rights",
        "isReplacedBy",
        "isPartOf",
        "publisher",
        "creator",
        "spatial",
        "type",
        "date",
    ),
)
ORG = Terms(
    "http://www.w3.org/ns/org#",
    ("ChangeEvent", "changedBy", "resultedFrom", "originalOrganization", "resultingOrganization"),
)
PROV = Terms(
    "http://www.w3.org/ns/prov#",
    ("Activity", "Entity", "wasGeneratedBy", "used", "endedAtTime", "wasDerivedFrom", "wasRevisionOf"),
)
ELI = Terms("http://data.europa.eu/eli/ontology#", ("LegalResource", "LegalResourceSubdivision", "is_part_of"))
XSD = Terms(
    "http://www.w3.org/2001/XMLSchema#",
    ("integer", "boolean", "date", "dateTime", "string", "gYear", "decimal", "anyURI"),
)


@lru_cache(maxsize=4_096)
def concept(scheme: str, identifier: str) -> NamedNode:
    """The IRI of one of our concepts: ``concept("outcome", "ncnd")``.

    Schemes: provision, authority, technology, outcome, axis, facet, role, status, review-state, absoluteness, test,
    harm, favours, balance, severity, regime, verification, authority-type, change.
    """
    return NamedNode(f"{BASE}{scheme}/{identifier}")
