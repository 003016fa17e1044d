"""How often each rule is right on labelled documents, by the labels: the figures of ``ingest/measured.csv``.

    python bench/measure_rules.py FOLDER [FOLDER …] [--add FILE] [--write FILE]

FOLDER holds ``dev.jsonl`` and ``dev.gold.jsonl``, in the form of the labelled documents (docs/reading.md). Measure only
on documents that nobody who wrote rules has seen: a figure from those that rules were written from is worth nothing.
``--add`` takes in what was measured before, on other documents, by the reader of that time (decision 0008).
What only one of two readers saw (``either``) and fields in ``skip`` are left out of the count.
"""

from __future__ import annotations

import argparse
import collections
import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foigraph.ingest.extract import extract
from foigraph.ingest.readers import to_text
from foigraph.ingest.record import to_record
from foigraph.ontology.vocabulary import load_vocabulary

Json = dict[str, Any]
REGIMES = {"FOIA": "FOIA2000", "FOISA": "FOISA2002", "EIR": "EIR2004"}
Judged = tuple[str, bool]
"""A rule, and whether what it found is in the labels."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--add", type=Path, help="a file of figures measured before, to be counted in")
    parser.add_argument("--write", type=Path, help="write the figures to this file")
    arguments = parser.parse_args()
    right: collections.Counter[str] = collections.Counter()
    of: collections.Counter[str] = collections.Counter()
    documents = 0
    for folder in arguments.folders:
        labels = {label["id"]: label for label in _lines(folder / "dev.gold.jsonl")}
        for document in _lines(folder / "dev.jsonl"):
            documents += 1
            for rule, good in judged(labels[document["id"]], document):
                of[rule] += 1
                right[rule] += good
    for row in csv.DictReader(arguments.add.open(encoding="utf-8", newline="")) if arguments.add else ():
        right[row["rule"]] += int(row["right"])
        of[row["rule"]] += int(row["of"])
    rows = [(rule, right[rule], of[rule]) for rule in sorted(of)]
    out = arguments.write.open("w", encoding="utf-8", newline="") if arguments.write else sys.stdout
    csv.writer(out, lineterminator="\n").writerows([("rule", "right", "of"), *rows])
    print(f"{documents} documents, {sum(of.values())} facts, {sum(right.values())} right", file=sys.stderr)


def judged(label: Json, document: Json) -> Iterator[Judged]:
    """Each fact of a document that its label speaks of."""
    letter = extract(to_text(document["text"], url=document.get("url")), load_vocabulary())
    record = to_record(letter)
    if label["kind"] != "disclosure" or record["kind"] != "disclosure":
        return
    skip, either = set(label["skip"]), label["either"]
    if record["force"] and "force" not in skip:
        yield record["force"]["rule"], record["force"]["id"] in {label["force"], *(label["force_also"] or ())}
    if record["reference"] and "reference" not in skip and label["reference"]:
        yield record["reference"]["rule"], _plain(record["reference"]["value"]) == _plain(label["reference"])
    for date in record["dates"]:
        if "dates" not in skip and date["kind"] == label["date_kind"]:
            yield date["rule"], date["value"] == label["date"]
    yield from _questions(label, record)
    yield from _citations(label, record, either)
    if not any(answer["outcome"] == "other" for answer in label["responses"]) and "outcomes" not in skip:
        yield from _positions(label, record, either)
    if "technologies" not in skip:
        for mention in record["technologies"]:
            if mention["id"] not in either.get("technologies", ()):
                yield mention["rule"], mention["id"] in label["technologies"]


def _questions(label: Json, record: Json) -> Iterator[Judged]:
    if "questions" in label["skip"]:
        return
    due = {_number(question["number"]) for question in label["questions"] if question["number"]}
    for question in record["questions"]:
        if question["number"]:
            yield question["rule"], _number(question["number"]) in due


def _citations(label: Json, record: Json, either: Json) -> Iterator[Judged]:
    if "citations" in label["skip"]:
        return
    regime = REGIMES[label["regime"]]
    due = {re.sub(r"\s", "", one["section"]).lower() for one in label["exemptions"]}
    doubtful = {re.sub(r"\s", "", one).lower() for one in either.get("exemptions", ())}
    for citation in record["citations"]:
        section = citation["section"].lower()
        if citation["role"] == "relied-on" and section not in doubtful:
            yield citation["rule"], citation["regime"] == regime and section in due


def _positions(label: Json, record: Json, either: Json) -> Iterator[Judged]:
    due = set(label["outcomes"])
    for response in record["responses"]:
        for position in response["positions"]:
            outcome = position["outcome"]
            if outcome == "not-visible" or outcome in either.get("outcomes", ()):
                continue
            decided = ("holding",) if outcome in ("not-held", "ncnd") else ("ground", "disclosure", "holding")
            axis = next((position[name] for name in decided if name in position), position)
            yield axis["rule"], outcome in due


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _plain(text: str) -> str:
    return re.sub(r"[^0-9a-z]", "", text.lower())


def _number(text: str) -> str:
    return re.sub(r"^(?:question|request|q)[\s.:]*", "", text.strip().lower()).replace(".", "")


if __name__ == "__main__":
    main()
