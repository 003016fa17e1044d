"""Every error this project raises on purpose, as one tree.

    FoigraphError                     exit 1, HTTP 500
    ├── UsageError                    exit 2, HTTP 400   the caller asked for something that cannot be
    │   ├── ParameterError            exit 2, HTTP 400   a query parameter is missing or not acceptable
    │   ├── UnknownQueryError         exit 2, HTTP 404   no canned query has that name
    │   ├── NotFoundError             exit 2, HTTP 404   no disclosure, snapshot or concept has that name
    │   │   └── GoneError             exit 2, HTTP 410   there was one, and it is not kept any more
    │   └── QuerySyntaxError          exit 2, HTTP 400   SPARQL that does not parse
    ├── DocumentError                 exit 3, HTTP 422   one document cannot be read; the others go on
    ├── DefinitionError               exit 1, HTTP 500   a file of ours (query, vocabulary, shape) is malformed
    ├── HomeError                     exit 1, HTTP 503   the data directory cannot be used
    │   ├── LockedHomeError           exit 1, HTTP 503   another writer holds it
    │   ├── StorageFullError          exit 1, HTTP 503   no space left
    │   ├── NoSnapshotError           exit 1, HTTP 503   nothing has been published
    │   ├── DamagedError              exit 1, HTTP 503   what is on disk is not what was written
    │   └── DuplicateTripleError      exit 1, HTTP 503   one triple stands in two graphs
    └── QueryFailedError              exit 1, HTTP 503   a query did not end well
        ├── QueryBusyError            exit 1, HTTP 503   every worker is taken, and the wait was too long
        ├── QueryTimeoutError         exit 1, HTTP 503   over its deadline
        ├── QueryTooLargeError        exit 1, HTTP 413   over its byte cap
        └── QueryCrashedError         exit 1, HTTP 503   its worker died (memory, nesting)

A message is one line: what happened, where, and what to do next. ``remedy`` holds the last part.
"""

from __future__ import annotations


class FoigraphError(Exception):
    """Base of all errors raised on purpose; carries its exit status and its HTTP status."""

    exit_status = 1
    http_status = 500

    def __init__(self, message: str, *, remedy: str = "") -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(f"{message}; {remedy}" if remedy else message)


class UsageError(FoigraphError):
    """The caller asked for something that cannot be done as asked."""

    exit_status = 2
    http_status = 400


class ParameterError(UsageError):
    """A query parameter is missing, unknown or not acceptable."""

    def __init__(self, parameter: str, problem: str, *, accepts: str = "", example: str = "") -> None:
        self.parameter = parameter
        self.accepts = accepts
        self.example = example
        remedy = "; ".join(
            part for part in (f"it accepts {accepts}" if accepts else "", f"try: {example}" if example else "") if part
        )
        super().__init__(f"parameter {parameter!r}: {problem}", remedy=remedy)


class UnknownQueryError(UsageError):
    """No canned query has that name."""

    http_status = 404


class NotFoundError(UsageError):
    """No disclosure, snapshot or concept has that name."""

    http_status = 404


class GoneError(NotFoundError):
    """There was a thing of that name; it is not kept any more."""

    http_status = 410


class QuerySyntaxError(UsageError):
    """A SPARQL query does not parse."""


class DocumentError(FoigraphError):
    """One document cannot be read; the others of the batch go on."""

    exit_status = 3
    http_status = 422


class DefinitionError(FoigraphError):
    """A file of ours (canned query, vocabulary row, shape) is malformed."""


class HomeError(FoigraphError):
    """The data directory cannot be used as it is."""

    http_status = 503


class LockedHomeError(HomeError):
    """Another process is writing to the data directory."""


class StorageFullError(HomeError):
    """No space is left on the device of the data directory."""


class NoSnapshotError(HomeError):
    """Nothing has been published yet, or ``current`` leads nowhere."""


class DamagedError(HomeError):
    """What is on disk is not what was written."""


class DuplicateTripleError(HomeError):
    """One triple stands in two graphs, so queries over the union would count it twice."""


class QueryFailedError(FoigraphError):
    """A query did not end with a whole result."""

    http_status = 503


class QueryBusyError(QueryFailedError):
    """No query worker became free in time."""


class QueryTimeoutError(QueryFailedError):
    """A query ran past its deadline and was killed."""


class QueryTooLargeError(QueryFailedError):
    """A result passed its byte cap."""

    http_status = 413


class QueryCrashedError(QueryFailedError):
    """The worker that ran a query died: too much memory, or too deep a nesting."""
