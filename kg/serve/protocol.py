"""The query operation of the SPARQL 1.1 Protocol: which question a request asks.

Guarantees: a request asks exactly one question, by GET, by a form or as the body, or is a Refusal with a status and
one sentence; updates and graphs of the client's choice are refused; nothing larger than `LARGEST` is read.
"""

from __future__ import annotations

from email.message import Message
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.requests import Request

__all__ = ["LARGEST", "RefusalError", "read_query"]

LARGEST = 2**20
"""Bytes of a request's body."""

_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_CHARSETS = {"utf-8", "utf8", "us-ascii", "iso-8859-1", "utf-16", "gb18030", "gbk", "gb2312", "big5"}
_READ_ONLY = "this endpoint is read-only: it takes no updates"


class RefusalError(Exception):
    """A request that asks nothing that can be answered."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


async def read_query(request: Request) -> str:
    """The question of a request; raises RefusalError."""
    fields = _fields(request.scope["query_string"].decode("latin-1"), "utf-8")
    if request.method == "POST":
        media_type, charset = _content_type(request)
        if media_type == _UPDATE:
            raise RefusalError(HTTPStatus.FORBIDDEN, _READ_ONLY)
        if media_type not in (_FORM, _QUERY):
            sentence = f"a question is posted as {_FORM} or as {_QUERY}; name one of these in the header Content-Type"
            raise RefusalError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, sentence)
        body = await _body(request)
        if media_type == _FORM:
            fields += _fields(_decoded(body, "latin-1"), charset)
        else:
            fields.append(("query", _decoded(body, charset)))
    return _one_query(fields)


def _one_query(fields: list[tuple[str, str]]) -> str:
    names = [name for name, _ in fields]
    if "update" in names:
        raise RefusalError(HTTPStatus.FORBIDDEN, _READ_ONLY)
    if {"default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri"} & set(names):
        sentence = "there is one graph here, and questions are asked of it; leave out the graph's address"
        raise RefusalError(HTTPStatus.BAD_REQUEST, sentence)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        said = "no question" if not queries else f"{len(queries)} questions"
        raise RefusalError(HTTPStatus.BAD_REQUEST, f"the request holds {said}; give one, as the parameter query")
    return queries[0]


def _content_type(request: Request) -> tuple[str, str]:
    """Media type and charset of the body; UTF-8 where none is named."""
    header = Message()
    header["Content-Type"] = request.headers.get("content-type", "")
    charset = header.get_content_charset("utf-8")
    if charset not in _CHARSETS:
        raise RefusalError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"charset {charset!r} is not read here; send UTF-8")
    return header.get_content_type(), charset


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            sentence = f"the question is longer than {LARGEST} bytes; ask a shorter one"
            raise RefusalError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence)
    return body


def _fields(text: str, charset: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, encoding=charset, errors="strict", max_num_fields=100)
    except UnicodeDecodeError:
        raise _undecodable(charset) from None
    except ValueError:
        raise RefusalError(HTTPStatus.BAD_REQUEST, "the request holds more than 100 parameters; give one") from None


def _decoded(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset)
    except UnicodeDecodeError:
        raise _undecodable(charset) from None


def _undecodable(charset: str) -> RefusalError:
    return RefusalError(HTTPStatus.BAD_REQUEST, f"the request is not {charset}; name its charset, or send UTF-8")
