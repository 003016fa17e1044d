"""The concepts of law, bodies and technologies, read from the tables beside this module.

The tables (``provisions.csv``, ``authorities.csv``, ``technologies.csv``, ``outcomes.csv``) are the one source of each
fact; ``vocabulary_quads`` in ``skos.py`` writes them as SKOS.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from ..core.errors import DefinitionError
from ..core.rows import records
from .terms import BASE

HERE = files("foigraph.ontology")
DIVISIONS = {"EIR2004": "Regulation", "EISR2004": "Regulation", "UKGDPR": "Article"}
"""What a numbered part of a regime is called, where it is not a section."""

LEGISLATION = re.compile(
    r"http://www\.legislation\.gov\.uk/id/(ukpga|asp|uksi|ssi|eur)/[12][0-9]{3}/[0-9]+/"
    r"(section|regulation|article|schedule)(/[0-9A-Za-z]+)+"
)
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id may be: it becomes the last part of an IRI."""

Row = TypeVar("Row", "Provision", "Authority", "Technology", "OutcomeCode")


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision of an Act or Regulations.

    section: as letters write it, without spaces: ``31(1)(a)``.
    absoluteness: absolute, qualified, mixed or n/a. test: class, prejudice, necessity, … or n/a.
    ncnd: whether it removes the duty to confirm or deny. parent: id of the provision that it is part of.
    verified: checked, numbering-checked or unchecked.
    """

    id: str
    regime: str
    section: str
    label: str
    category: str
    absoluteness: str
    test: str
    ncnd: bool
    parent: str | None
    legislation: str
    in_force_from: str
    in_force_to: str
    verified: str
    note: str

    @property
    def iri(self) -> str:
        """The IRI of the concept."""
        return f"{BASE}provision/{self.id}"


@dataclass(frozen=True, slots=True)
class Authority:
    """One public body. type: territorial, special, regulator, …; regime: the Act that it answers under."""

    id: str
    iri: str
    name: str
    aliases: tuple[str, ...]
    nation: str
    regime: str
    type: str
    domains: tuple[str, ...]
    wikidata: str
    ons: str


@dataclass(frozen=True, slots=True)
class Technology:
    """One technology of policing. broader: id of the wider one, or None at the top.

    hidden: phrases by which letters speak of it that are no names of it (``skos:hiddenLabel``).
    """

    id: str
    label: str
    alternatives: tuple[str, ...]
    hidden: tuple[str, ...]
    broader: str | None
    definition: str

    @property
    def iri(self) -> str:
        """The IRI of the concept."""
        return f"{BASE}technology/{self.id}"


CROSSWALKS = ("alaveteli_state", "froide_resolution", "muckrock_status")
"""Columns of outcomes.csv; the part before the underscore is the scheme of what they name."""


@dataclass(frozen=True, slots=True)
class OutcomeCode:
    """One way in which an answer can end, on one axis (holding, disclosure, ground, process, review, appeal).

    elsewhere: what other systems call it, as (scheme, id).
    """

    id: str
    label: str
    axis: str
    definition: str
    elsewhere: tuple[tuple[str, str], ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the concept."""
        return f"{BASE}outcome/{self.id}"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All concepts by id. ``by_section`` finds a provision by (regime, section)."""

    provisions: Mapping[str, Provision]
    authorities: Mapping[str, Authority]
    technologies: Mapping[str, Technology]
    outcomes: Mapping[str, OutcomeCode]
    by_section: Mapping[tuple[str, str], Provision]

    def provision(self, regime: str, section: str) -> Provision | None:
        """The provision that a letter under ``regime`` calls ``section`` (``31(1)(a)``), or None; never one near it."""
        return self.by_section.get((regime, section.replace(" ", "").lower()))


@cache
def load_vocabulary(authorities: Path | None = None, base: str = BASE) -> Vocabulary:
    """Read the tables; ``authorities`` names a CSV to use in place of the bundled bodies, named under ``base``.

    Raises DefinitionError naming file, row and reason for a duplicate id, an unknown parent or a missing value.
    """
    provisions = _keyed("provisions.csv", _provisions())
    if authorities is None:
        bodies = _keyed("authorities.csv", _authorities("authorities.csv", _rows("authorities.csv"), BASE))
    else:
        bodies = _keyed(str(authorities), _authorities(str(authorities), _read(authorities), base))
    technologies = _keyed("technologies.csv", _technologies())
    outcomes = _keyed("outcomes.csv", _outcomes())
    _check_parents("provisions.csv", {p.id: p.parent for p in provisions.values()})
    _check_parents("technologies.csv", {t.id: t.broader for t in technologies.values()})
    by_section = {(p.regime, p.section.lower()): p for p in provisions.values()}
    return Vocabulary(provisions, bodies, technologies, outcomes, by_section)


def _rows(name: str) -> list[dict[str, str]]:
    return records(name, (HERE / name).read_text(encoding="utf-8"))


def _read(path: Path) -> list[dict[str, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DefinitionError(
            f"{path}: the table of authorities cannot be read ({error.strerror})",
            remedy="set FOIGRAPH_AUTHORITIES to a CSV file, or unset it for the bundled bodies",
        ) from error
    return records(str(path), text)


def split(text: str | None) -> tuple[str, ...]:
    """The parts of a cell that holds several, between semicolons."""
    return tuple(part.strip() for part in (text or "").split(";") if part.strip())


def _provisions() -> Iterator[Provision]:
    for number, row in enumerate(_rows("provisions.csv"), 2):
        check_provision(f"provisions.csv, row {number}", row)
        yield Provision(
            row["id"], row["regime"], row["section"] + row["subsection"], row["label"], row["category"],
            row["absolute_or_qualified"], row["prejudice_or_class"], row["is_ncnd"] == "true",
            _parent(row), row["legislation_uri"], row["in_force_from"], row["in_force_to"], row["verified"],
            row["note"],
        )  # fmt: skip


def check_provision(place: str, row: Mapping[str, str]) -> None:
    """Raises DefinitionError for an impossible date, dates out of order, or a malformed legislation identity."""
    for column in ("in_force_from", "in_force_to"):
        try:
            datetime.date.fromisoformat(row[column] or "2000-01-01")
        except ValueError:
            raise DefinitionError(
                f"{place}: {column} {row[column]!r} is no date", remedy="write it as 2018-05-25"
            ) from None
    if row["in_force_to"] and row["in_force_to"] < row["in_force_from"]:
        raise DefinitionError(f"{place}: it ends on {row['in_force_to']}, before it begins")
    if row["legislation_uri"] and not LEGISLATION.fullmatch(row["legislation_uri"]):
        raise DefinitionError(
            f"{place}: {row['legislation_uri']!r} is no identity of legislation",
            remedy="write it as http://www.legislation.gov.uk/id/ukpga/2000/36/section/23",
        )


def _parent(row: dict[str, str]) -> str | None:
    """The parent that the table names, or the whole section for a subsection whose parent it leaves out."""
    if row["parent_id"]:
        return row["parent_id"]
    numbered = row["section"].rstrip("ABCDEFGH").isdigit()
    return f"{row['regime'].lower()}-{row['section'].lower()}" if row["subsection"] and numbered else None


def whole_section(regime: str, section: str) -> str:
    """What a whole section is called: Section 12, Regulation 12, Article 6."""
    return f"{DIVISIONS.get(regime, 'Section')} {section}"


def _authorities(name: str, rows: list[dict[str, str]], base: str) -> Iterator[Authority]:
    for number, row in enumerate(rows, 2):
        for column in ("slug", "official_name"):
            if column not in row:
                raise DefinitionError(f"{name}, row 1: no column {column!r}", remedy="see authorities.csv for all")
        if row["slug"] and not row["official_name"]:
            raise DefinitionError(f"{name}, row {number}: no official_name")
        yield Authority(
            row["slug"], f"{base}authority/{row['slug']}", row["official_name"], split(row.get("aliases")),
            row.get("nation", ""), row.get("foi_regime", ""), row.get("type", ""), split(row.get("website_domain")),
            row.get("wikidata_qid", ""), row.get("ons_pfa_code", ""),
        )  # fmt: skip


def _technologies() -> Iterator[Technology]:
    for row in _rows("technologies.csv"):
        yield Technology(
            row["slug"], row["preferred_label"], split(row["alternative_labels"]), split(row["hidden_labels"]),
            row["broader_slug"] or None, row["definition"],
        )  # fmt: skip


def _outcomes() -> Iterator[OutcomeCode]:
    for row in _rows("outcomes.csv"):
        elsewhere = tuple(
            (column.partition("_")[0], re.sub("[^a-z]+", "-", code.lower()))
            for column in CROSSWALKS
            for code in split(row[column].replace("|", ";"))
        )
        yield OutcomeCode(row["code"], row["label"], row["axis"], row["definition"], elsewhere)


def _keyed(name: str, rows: Iterator[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for number, row in enumerate(rows, 2):
        if not row.id:
            raise DefinitionError(f"{name}, row {number}: no id")
        if not IDENTIFIER.fullmatch(row.id):
            raise DefinitionError(
                f"{name}, row {number}: id {row.id!r} is not made of small letters, digits and hyphens"
            )
        if row.id in found:
            raise DefinitionError(f"{name}, row {number}: id {row.id!r} stands twice")
        found[row.id] = row
    return found


def _check_parents(name: str, parents: Mapping[str, str | None]) -> None:
    for number, (child, parent) in enumerate(parents.items(), 2):
        if parent is not None and parent not in parents:
            raise DefinitionError(
                f"{name}, row {number}: {child!r} has the unknown parent {parent!r}",
                remedy="give that a row of its own",
            )
        line = [child]
        while (above := parents.get(line[-1])) is not None:
            if above in line:
                raise DefinitionError(f"{name}, row {number}: {above!r} is above itself")
            line.append(above)
