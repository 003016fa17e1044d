"""What the reader does not know, or knows two ways: warnings with a code and a place, never a guess."""

from __future__ import annotations

from collections.abc import Iterator

from ...ontology.vocabulary import Vocabulary
from .. import voices
from ..model import AuthorityFact, Citation, DateFact, Question, Warning
from ..parts import Segments
from ..pieces import is_flat
from ..rules import Rule, rule, words_of
from .authority import REFEREES, SITE
from .bodies import named_bodies
from .citation_rules import COLUMNS
from .dates import response_dates

COLUMNS_MIXED = rule(
    "doubt.columns",
    "a question runs into an answer in the middle of a sentence, as where two columns were read line by line",
    r"\b(?i:has|have|does|do|did|is|are|was|were|your)\s(?P<words>(?:The\s)?"
    + voices.FORCE
    + r"\s(?:does|do|can|cannot|holds?|has|is|will)\b)"
    r"|(?P<words2>\b(?:the|of|and|to|for|by|an?|with|from|at)\n(?:This|We|It|If|Could|Please|How|What|Have|Has|Do|Does)\b)",
    ("has The Fenshire Constabulary does not hold this your force used", "The Fenshire Constabulary does"),
    ("provide me with the\nThis request is being refused", "the\nThis"),
    ("I can confirm that Fenshire Constabulary does hold it", None),
    flags=0,
)
SALUTATION = rule(
    "doubt.salutation",
    "the authority begins a letter to the requester",
    r"^dear\s(?:\[|sir\b|madam\b|mr\b|mrs\b|ms\b|applicant\b|requester\b|requestor\b)",
    ("Dear [name]", "Dear ["),
    ("Dear Kent Police,", None),
)
LOG_ENTRY = rule(
    "doubt.log-entry",
    "an entry of a log of several requests begins",
    r"^(?:\d{1,3}[.)]\s)?(?:request|enquiry) (?:was )?(?:received|dated|made)\s(?:on\s)?\d",
    ("2. Request received 8 February 2014", "2. Request received 8"),
    ("Request received: 8 February 2014", None),
)
RULES: tuple[Rule, ...] = (COLUMNS_MIXED, SALUTATION, LOG_ENTRY)


def doubts(
    parts: Segments, body: AuthorityFact | None, cited: list[Citation], dated: tuple[DateFact, ...],
    asked: tuple[Question, ...], vocabulary: Vocabulary,
) -> tuple[Warning, ...]:  # fmt: skip
    """Each doubt about the letter as a whole."""
    found = [*_of_body(body), *_of_numbers(parts, asked), *_of_letters(parts), *_of_columns(parts, cited)]
    found += _of_line_breaks(parts)
    return (*found, *_disagreements(parts, body, cited, dated, vocabulary))


def _of_body(body: AuthorityFact | None) -> Iterator[Warning]:
    if body is None:
        yield Warning(code="no-authority", span=None, message="no body of the vocabulary is named")
    elif body.also:
        yield Warning(code="two-authorities", span=body.span, message="several bodies are named as answering")


def _of_numbers(parts: Segments, asked: tuple[Question, ...]) -> Iterator[Warning]:
    if any(question.status == "inferred" for question in asked):
        message = "the numbers of the questions are lost; they were counted"
        yield Warning(code="numbers-lost", span=parts.request, message=message)


def _of_letters(parts: Segments) -> Iterator[Warning]:
    """A second letter of the authority in the document: the facts of both stand in one record."""
    opened = [line for line in parts.spoken("preface", "response", "closing") if SALUTATION.search(line.text)]
    if len(opened) > 1:
        message = "the document holds several letters of the authority; they are read as one"
        yield Warning(code="several-letters", span=opened[1].span, message=message)
    entries = [line for line in parts.lines if LOG_ENTRY.search(line.text)]
    if len(entries) > 1:
        message = "the document is a log of several requests; they are read as one"
        yield Warning(code="several-letters", span=entries[1].span, message=message)


def _of_columns(parts: Segments, cited: list[Citation]) -> Iterator[Warning]:
    message = "lines of two columns stand one in the other; what is read here may be of either"
    found = COLUMNS_MIXED.search(parts.text)
    if found is not None:
        yield Warning(code="columns-interleaved", span=words_of(found), message=message)
        return
    between = next((citation for citation in cited if citation.rule == COLUMNS.id), None)
    if between is not None:
        yield Warning(code="columns-interleaved", span=between.context, message=message)


def _of_line_breaks(parts: Segments) -> Iterator[Warning]:
    if is_flat(parts.text):
        message = (
            "the line breaks are lost; where an answer begins is told by sentences alone, so answers may be mixed up"
        )
        yield Warning(code="line-breaks-lost", span=None, message=message)


def _disagreements(
    parts: Segments, body: AuthorityFact | None, cited: list[Citation], dated: tuple[DateFact, ...],
    vocabulary: Vocabulary,
) -> Iterator[Warning]:  # fmt: skip
    """Where two rules say different things of one fact; the record keeps the one of more weight."""
    denied = {(c.regime, c.section): c for c in cited if c.role == "negated"}
    for citation in cited:
        if citation.role == "relied-on" and (citation.regime, citation.section) in denied:
            message = f"section {citation.section} is relied on by one rule ({citation.rule}) and denied by another"
            yield Warning(code="rules-disagree", span=denied[citation.regime, citation.section].span, message=message)
    printed = next((date for date in dated if date.kind == "response"), None)
    for other in response_dates(parts):
        if printed is not None and other.value != printed.value:
            message = f"a second date of the answer is printed: {other.value} beside {printed.value}"
            yield Warning(code="rules-disagree", span=other.span, message=message)
            break
    if body is not None and body.rule == SITE.id:
        for named, span in named_bodies(parts, vocabulary):
            if named.type not in REFEREES and named.id != body.id:
                message = f"the address of the page is of {body.id}, and the letter names {named.id}"
                yield Warning(code="rules-disagree", span=span, message=message)
                break
