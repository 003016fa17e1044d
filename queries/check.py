"""Have the engine read every canned query, with and without values: done by the tests and at the start of a server."""

from __future__ import annotations

import re

from pyoxigraph import QuerySolutions, Store

from ..core.errors import DefinitionError, ParameterError
from ..ontology.vocabulary import Vocabulary
from .bind import bind
from .catalogue import CannedQuery, Catalogue


def check(catalogue: Catalogue, vocabulary: Vocabulary, base: str = "http://127.0.0.1:8000/") -> None:
    """Raises DefinitionError for a query that is not SPARQL, or whose columns or examples do not hold.

    Each is run on an empty store as it stands, with its example call, and with the example of every parameter.
    """
    store = Store()
    for query in catalogue:
        every = {parameter.name: parameter.example for parameter in query.parameters}
        _run(query, query.text, store)
        for given in (dict(query.example), every):
            try:
                bound = bind(query, given, vocabulary, base, limit=1)
            except ParameterError as error:
                raise DefinitionError(f"{query.name}.rq: an example does not work: {error}") from error
            _run(query, bound.sparql, store)


def _run(query: CannedQuery, sparql: str, store: Store) -> None:
    try:
        result = store.query(sparql, use_default_graph_as_union=True)
    except SyntaxError as error:
        place = re.match(r"error at (\d+):", str(error))
        said = " ".join(str(error).split())[:200]
        raise DefinitionError(f"{query.name}.rq{f', line {place[1]}' if place else ''}: not SPARQL: {said}") from error
    if not isinstance(result, QuerySolutions):
        raise DefinitionError(f"{query.name}.rq: not a SELECT query")
    selected = tuple(variable.value for variable in result.variables)
    if selected != tuple(column.name for column in query.columns):
        raise DefinitionError(f"{query.name}.rq: it selects {', '.join(selected)}, which are not its columns")
