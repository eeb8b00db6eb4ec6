"""The explorer over HTTP: the bytes that a build wrote, under the policy that they state themselves."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

import kg
from kg.explore import explorer_html
from kg.explore.page import policy_of, security_policy
from kg.lexicon import Lexicon
from tests.graph import sample
from tests.serve.conftest import PATIENCE, Server


@pytest.fixture(scope="module")
def page(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The explorer of the graph that the server serves."""
    lexicon = Lexicon(sample.ontology(tmp_path_factory.mktemp("explorer-schemes")))
    content = explorer_html(kg.Graph(sample.knowledge(), lexicon=lexicon))
    (folder / "explorer.html").write_bytes(content)
    return content


def test_it_is_served_as_it_was_written(server: Server, page: bytes) -> None:
    response = httpx.get(f"{server.page}explorer", timeout=PATIENCE)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert response.content == page


def test_its_policy_is_its_own(server: Server, page: bytes) -> None:
    headers = httpx.get(f"{server.page}explorer", timeout=PATIENCE).headers
    assert headers["content-security-policy"] == f"{security_policy()}; frame-ancestors 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-cache"
    assert "'self'" in httpx.get(server.page, timeout=PATIENCE).headers["content-security-policy"]


def test_a_page_that_is_none_is_not_served(server: Server, folder: Path, page: bytes) -> None:
    loose = re.sub(rb"script-src '[^']+'", b"script-src 'unsafe-inline'", page, count=1)
    for content in (b"<script>alert(1)</script>", loose):
        assert policy_of(content) is None
        (folder / "explorer.html").write_bytes(content)
        response = httpx.get(f"{server.page}explorer", timeout=PATIENCE)
        assert (response.status_code, "kg explore" in response.text) == (404, True)
    (folder / "explorer.html").unlink()
    assert httpx.get(f"{server.page}explorer", timeout=PATIENCE).status_code == 404
    (folder / "explorer.html").write_bytes(page)


def test_it_is_read_only(server: Server, page: bytes) -> None:
    assert httpx.post(f"{server.page}explorer", timeout=PATIENCE).status_code == 405
    assert httpx.head(f"{server.page}explorer", timeout=PATIENCE).status_code == 200
