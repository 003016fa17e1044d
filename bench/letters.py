"""CPU a letter through extract, validate, record and publish; quads and bytes a letter; `foigraph --help`.

Run by `make bench`. CPU time is of this process, the median of ROUNDS; the baseline printed beside it is plain reading
of the file. The seed is the real letter beside the checkout (FOIGRAPH_SHARED), where it is there.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from foigraph.core.settings import Settings
from foigraph.ingest.extract import extract
from foigraph.ingest.model import Disclosure
from foigraph.ingest.quads import Place, to_quads
from foigraph.ingest.readers import read_document
from foigraph.ingest.static import static_graphs
from foigraph.ontology.vocabulary import Vocabulary, load_vocabulary
from foigraph.shapes.validator import validate
from foigraph.store.canonical import canonical_lines
from foigraph.store.ledger import Source
from foigraph.store.publish import publish
from foigraph.store.record import Record
from foigraph.store.versions import Reading

ROUNDS = 7
REPOSITORY = Path(__file__).resolve().parent.parent
SEED = Path(os.environ.get("FOIGRAPH_SHARED", REPOSITORY.parent / "shared")) / "corpus" / "seed-671-2022.txt"
EXAMPLES = Path(str(files("foigraph.examples")))
BASE = "https://example.org/foigraph/"
MANY = 200
"""How many namesakes of a letter are recorded and published together, to share out the fixed cost of a publish."""


def cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    """Median CPU milliseconds of ``work``, after one round to warm up, and what it gave last."""
    result = work()
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        result = work()
        spent.append((time.process_time() - begun) * 1_000)
    return statistics.median(spent), result


def letters() -> Iterator[tuple[str, Path, Settings, Vocabulary]]:
    """(name, file, settings, vocabulary) of the seed and of each example."""
    bodies = EXAMPLES / "authorities.csv"
    if SEED.exists():
        yield "seed 671/2022", SEED, Settings(base=BASE), load_vocabulary()
    else:
        print(f"the seed is not here ({SEED.name}): only the examples are measured")
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix in {".txt", ".html"}:
            yield path.name, path, Settings(base=BASE, authorities=bodies), load_vocabulary(bodies, BASE)


@dataclass(frozen=True, slots=True)
class Figures:
    """One letter: code points, CPU milliseconds a stage, quads, and bytes that one more letter adds."""

    characters: int
    baseline: float
    extract: float
    validate: float
    record: float
    publish: float
    quads: int
    record_bytes: int
    store_bytes: int


def measure(path: Path, settings: Settings, vocabulary: Vocabulary) -> Figures:
    """All stages of one letter; ``baseline`` is decoding the same bytes and counting their words."""
    data = path.read_bytes()
    baseline, _ = cpu(lambda: len(data.decode().split()))

    def reading() -> Disclosure:
        text = read_document(data, name=path.name, url=None, media_type=None, max_bytes=10**7)
        return extract(text, vocabulary)

    extracting, letter = cpu(reading)
    place = Place(f"{BASE}disclosure/bench/1", f"{BASE}graph/disclosure/bench/1/1")
    quads = to_quads(letter, place, vocabulary)
    validating, _ = cpu(lambda: validate(to_quads(letter, place, vocabulary)))
    recording, publishing, kept, stored = record_and_publish(letter, settings, vocabulary)
    return Figures(len(letter.text), baseline, extracting, validating, recording, publishing, len(quads), kept, stored)


def size(folder: Path) -> int:
    """Bytes of all files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def record_and_publish(letter: Disclosure, settings: Settings, vocabulary: Vocabulary) -> tuple[float, float, int, int]:
    """CPU ms to record and to publish, and bytes in record and store, a letter: MANY namesakes of it in one batch."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        static = static_graphs(settings, vocabulary)
        with Record.open(home, write=True, base=settings.base) as record:
            publish(record, static)
            empty, bare = (home / "record.sqlite").stat().st_size, size(home / "work")
            begun = time.process_time()
            with record.batch():
                for number in range(MANY):
                    add_namesake(record, letter, number, vocabulary)
            recorded = time.process_time()
            publish(record, static)
            published = time.process_time()
        kept, stored = (home / "record.sqlite").stat().st_size - empty, size(home / "work") - bare
    return (recorded - begun) * 1e3 / MANY, (published - recorded) * 1e3 / MANY, kept // MANY, stored // MANY


def add_namesake(record: Record, letter: Disclosure, number: int, vocabulary: Vocabulary) -> None:
    """Record the letter once more, under a reference of its own and with a text that differs at its end."""
    text = f"{letter.text}\n{number}"
    digest = sha256(text.encode()).hexdigest()
    authority = letter.authority.id if letter.authority else None
    identity = record.identify(authority=authority, reference=f"{number}/2031", text=text, location=digest)
    source = Source(
        sha256=digest,
        location=digest,
        url=None,
        media_type="text/plain",
        bytes=len(text),
        reader_version="bench",
    )
    lines = canonical_lines(to_quads(letter, Place(identity.iri, identity.graph), vocabulary))
    record.add(Reading(source=source, identity=identity, text=text, quads=lines))


def start_of_command() -> tuple[float, float]:
    """Seconds of wall time of `foigraph --help` and, as its baseline, of a bare interpreter: medians of ROUNDS."""

    def wall(command: list[str]) -> float:
        spent = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            spent.append(time.perf_counter() - begun)
        return statistics.median(spent)

    script = Path(sys.executable).parent / "foigraph"
    return wall([str(script), "--help"]), wall([sys.executable, "-c", "pass"])


def main() -> None:
    """Print the table, what 10⁶ letters of the mean size would take, and the state of the machine."""
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()}"
    )
    heads = ("characters", "baseline", "extract", "validate", "record", "publish", "quads", "record B", "store B")
    print(f"{'CPU ms a letter, median of ' + str(ROUNDS):44}" + "".join(f"{head:>11}" for head in heads))
    found = []
    for name, path, settings, vocabulary in letters():
        figures = measure(path, settings, vocabulary)
        found.append(figures)
        cells = (f"{value:11.2f}" if isinstance(value, float) else f"{value:11,}" for value in astuple(figures))
        print(f"{name:44}" + "".join(cells))
    record, store = (statistics.mean(getattr(f, key) for f in found) for key in ("record_bytes", "store_bytes"))
    quads = statistics.mean(f.quads for f in found)
    print(
        f"10^6 letters of the mean: {quads / 1e3:.2f}e9 quads, record {record / 1e3:.1f} GB, store {store / 1e3:.1f} GB"
    )
    helping, bare = start_of_command()
    print(f"foigraph --help {helping:.3f} s; a bare interpreter {bare:.3f} s")


if __name__ == "__main__":
    main()
