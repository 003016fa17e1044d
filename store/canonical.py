"""The canonical form of graphs: N-Quads lines in canonical N-Triples form, sorted, no blank nodes, no line twice.

Only terms that Oxigraph returns unchanged may be recorded: it gives ``"1.0"^^xsd:decimal`` back as ``"1"``,
``xsd:nonNegativeInteger`` as ``xsd:integer``, a language tag in lower case. ``check`` finds such terms by storing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse, serialize

NOTHING = f"{0:064x}"
"""The additive digest of no lines."""


def canonical_lines(quads: Iterable[Quad]) -> list[str]:
    """The sorted lines of quads, without line ends.

    Raises ValueError for a blank node and for a quad outside any named graph.
    """
    found = set()
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise ValueError(f"blank node in {quad}: name it with an IRI")
        if not isinstance(quad.graph_name, NamedNode):
            raise ValueError(f"no graph is named in {quad}")
        found.add(f"{quad} .")
    return sorted(found)


def to_bytes(lines: Iterable[str]) -> bytes:
    """The lines as an N-Quads document in UTF-8, each ended by a line feed."""
    return "".join(f"{line}\n" for line in lines).encode()


def from_bytes(data: bytes) -> list[str]:
    """The lines of such a document; U+2028 and its like are text, not line ends."""
    return data.decode().split("\n")[:-1]


def digest(lines: Iterable[str]) -> str:
    """SHA-256 of the document that the lines make, in hexadecimal; give them in canonical order."""
    found = sha256()
    for line in lines:
        found.update(line.encode())
        found.update(b"\n")
    return found.hexdigest()


def quads_of(lines: Iterable[str]) -> Iterator[Quad]:
    """The quads that the lines say."""
    return iter(parse(to_bytes(lines), format=RdfFormat.N_QUADS))


def check(lines: Sequence[str], graph: str) -> None:
    """Refuse lines that are not canonical, that stand outside ``graph``, or that Oxigraph would return changed.

    Raises ValueError naming the first such line.
    """
    try:
        store = Store()
        store.load(to_bytes(lines), format=RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise ValueError(f"not N-Quads: {error}") from error
    back = canonical_lines(store)
    end = graph_end(graph)
    for line in lines:
        if not line.endswith(end):
            raise ValueError(f"outside the graph <{graph}>: {line}")
    if back != list(lines):
        known = set(back)
        odd = next((line for line in lines if line not in known), "lines out of order or standing twice")
        raise ValueError(f"not in canonical form, or a term that the store changes: {odd}")


def graph_end(graph: str) -> str:
    """How each line of a graph ends."""
    return f" {NamedNode(graph)} ."


def triples(lines: Iterable[str], graph: str) -> list[str]:
    """The lines without their graph, to compare versions by what they say."""
    end = graph_end(graph)
    return [line.removesuffix(end) for line in lines]


def read_back(store: Store, graph: str) -> list[str]:
    """The canonical lines of one graph as a store holds it."""
    return canonical_lines(store.quads_for_pattern(None, None, None, NamedNode(graph)))


def additive(lines: Iterable[str], start: str = NOTHING) -> str:
    """The sum, modulo 2**256, of the SHA-256 of each line, added to ``start``.

    It is the digest of the catalogue graph: that graph changes with every letter, and a sum can follow without
    hashing what did not change. It guards against damage, not against forgery.
    """
    return _sum(lines, start, 1)


def subtractive(lines: Iterable[str], start: str) -> str:
    """``start`` without the lines that were once added to it."""
    return _sum(lines, start, -1)


def _sum(lines: Iterable[str], start: str, sign: int) -> str:
    total = int(start, 16)
    for line in lines:
        total += sign * int.from_bytes(sha256(line.encode()).digest(), "big")
    return f"{total % 2**256:064x}"


def document(quads: Iterable[Quad], prefixes: dict[str, str]) -> bytes:
    """Quads of one graph as Turtle, for people."""
    data = serialize((quad.triple for quad in quads), format=RdfFormat.TURTLE, prefixes=prefixes)
    assert data is not None
    return data


class LineFile:
    """Lines as a file that bulk load reads, so that they are never all in memory."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = 0
        self._source = lines
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes, as of any file."""
        if not self._rest:
            some = list(islice(self._source, 2_000))
            self.lines += len(some)
            self._rest = to_bytes(some)
        end = len(self._rest) if size < 0 else size
        found, self._rest = self._rest[:end], self._rest[end:]
        return found
