"""Every error that a user of the package can meet, under one base, one sentence each.

A message names the file (or the thing), the place in it, and what to do. The command line prints
the message alone and ends with exit code 2; nothing here is ever shown as a traceback.
"""

from __future__ import annotations

__all__ = [
    "GraphError",
    "GraphWarning",
    "InputError",
    "OntologyError",
    "OutputError",
    "PushError",
    "QueryError",
    "ServeError",
]


class GraphError(Exception):
    """Base of all errors raised on purpose by this package."""


class GraphWarning(UserWarning):
    """What a user should know of a graph that nevertheless answers; the command line prints it in one line."""


class InputError(GraphError):
    """A source that cannot be read: missing, empty, binary, or without any text."""


class OntologyError(GraphError):
    """A file of the ontology folder that is missing, malformed or contradicts another."""


class OutputError(GraphError):
    """A folder that cannot be written, or that holds no graph to load."""


class PushError(GraphError):
    """A server that does not take a graph, or a graph that cannot be sent to one safely."""


class QueryError(GraphError):
    """A question that SPARQL cannot parse or that names something unknown."""


class ServeError(GraphError):
    """An address that cannot be listened on, or a setting of the server that cannot hold."""
