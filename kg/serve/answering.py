"""One question, one answer: what a worker does.

Guarantees: a question reads and never writes, and never leaves the machine; whatever is wrong with it is a reply
with one sentence; no more than the limit of bytes is ever gathered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from io import BytesIO
from typing import Any

import pyoxigraph

from kg.errors import QueryError
from kg.query.outbound import refuse_service
from kg.serve.messages import Reply, Task
from kg.serve.settings import MIB

__all__ = ["answer"]

_PLACE = re.compile(r"^error at (\d+):(\d+):")


def answer(store: pyoxigraph.Store, prefixes: Mapping[str, str], task: Task, limit: int) -> Reply:
    """The reply to `task`; `limit` is the greatest number of bytes of an answer."""
    try:
        refuse_service(task.query)
        found = store.query(task.query, prefixes=dict(prefixes))
        is_graph = isinstance(found, pyoxigraph.QueryTriples)
        media_type = task.graph if is_graph else task.solutions
        if media_type is None:
            return _not_acceptable(is_graph)
        return Reply(HTTPStatus.OK, _written(found, media_type, prefixes, limit), is_graph)
    except QueryError as error:
        return Reply.refusal(HTTPStatus.BAD_REQUEST, str(error))
    except SyntaxError as error:
        return Reply.refusal(HTTPStatus.BAD_REQUEST, f"the question is not SPARQL: {_placed(error)}")
    except _TooLargeError:
        sentence = f"the answer is larger than {limit / MIB:g} MiB, the most that this server sends; ask for less"
        return Reply.refusal(HTTPStatus.SERVICE_UNAVAILABLE, f"{sentence}, for instance with LIMIT")
    except (RuntimeError, ValueError) as error:
        return Reply.refusal(HTTPStatus.BAD_REQUEST, f"the question cannot be answered: {_one_line(error)}")
    except OSError as error:
        return Reply.refusal(HTTPStatus.INTERNAL_SERVER_ERROR, f"the graph cannot be read: {_one_line(error)}")


class _TooLargeError(Exception):
    """An answer has more bytes than it may have."""


class _Bounded(BytesIO):
    """Bytes in memory, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._left = limit

    def write(self, data: Any) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise _TooLargeError
        return super().write(data)


def _written(found: Any, media_type: str, prefixes: Mapping[str, str], limit: int) -> bytes:
    output = _Bounded(limit)
    if isinstance(found, pyoxigraph.QueryTriples):
        form = pyoxigraph.RdfFormat.from_media_type(media_type)
        pyoxigraph.serialize(found, output, form, prefixes=dict(prefixes))
    else:
        found.serialize(output, pyoxigraph.QueryResultsFormat.from_media_type(media_type))
    return output.getvalue()


def _not_acceptable(is_graph: bool) -> Reply:
    forms = (
        "CONSTRUCT and DESCRIBE are answered in Turtle, N-Triples, JSON-LD and RDF/XML"
        if is_graph
        else "SELECT and ASK are answered in JSON, XML, CSV and TSV"
    )
    return Reply.refusal(HTTPStatus.NOT_ACCEPTABLE, f"{forms}; name one of these in the header Accept")


def _placed(error: SyntaxError) -> str:
    """The parser's message, with the place in words: ``error at 2:9: …`` is line 2, column 9."""
    return _PLACE.sub(r"line \1, column \2:", _one_line(error))


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
