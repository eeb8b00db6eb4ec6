"""The page: its own files alone, nothing that a policy against foreign code would stop, all that it offers there."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

import kg.serve
from kg.query import questions
from tests.serve.conftest import PATIENCE, Server

FILES = Path(kg.serve.__file__).parent / "page"
NAMES = ["index.html", "page.css", "page.js", "icon.svg"]


class Elements(HTMLParser):
    """Start tags with their attributes, and what stands in scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inline = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in ("script", "style"):
            self.inline += data.strip()


def test_files(server: Server) -> None:
    assert sorted(path.name for path in FILES.iterdir()) == sorted(NAMES)
    types = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
    for name in NAMES:
        response = httpx.get(server.page + ("" if name == "index.html" else name), timeout=PATIENCE)
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == types[name.rsplit(".")[1]]
        assert response.content == (FILES / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_comes_from_elsewhere(name: str) -> None:
    text = (FILES / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//[a-z]|@import|url\(", re.sub(r"^// .*|^ *// .*", "", text, flags=re.MULTILINE))


def test_no_script_or_style_stands_in_the_document() -> None:
    elements = Elements((FILES / "index.html").read_text(encoding="utf-8"))
    assert elements.inline == ""
    for tag, attributes in elements.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        assert tag != "style"
    scripts = [attributes["src"] for tag, attributes in elements.found if tag == "script"]
    assert scripts == ["page.js"]


def test_the_script_sets_text_and_never_markup() -> None:
    script = (FILES / "page.js").read_text(encoding="utf-8")
    assert "textContent" in script
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function|\.style\b", script)


def test_every_part_that_the_script_names_is_there() -> None:
    script = (FILES / "page.js").read_text(encoding="utf-8")
    named = set(re.findall(r'\bat\("([a-z]+)"\)', script))
    elements = Elements((FILES / "index.html").read_text(encoding="utf-8"))
    assert named and named <= {attributes.get("id") for _, attributes in elements.found}


def test_both_languages() -> None:
    document = (FILES / "index.html").read_text(encoding="utf-8")
    assert document.count('class="zh"') == document.count('class="en"') > 5


def test_the_example_is_answered(server: Server) -> None:
    document = (FILES / "index.html").read_text(encoding="utf-8")
    example = document.split("<textarea", 1)[1].split(">", 1)[1].split("</textarea>")[0]
    assert len(server.get(example).json()["results"]["bindings"]) == 4


def test_named_questions_and_prefixes(server: Server) -> None:
    about = httpx.get(server.page + "about.json", timeout=PATIENCE).json()
    assert about["prefixes"]["id"] == "https://w3id.org/union-kg/id/"
    assert about["prefixes"]["ukg"] == "https://w3id.org/union-kg/ontology#"
    named = questions()
    assert [one["name"] for one in about["questions"]] == list(named)
    for one in about["questions"]:
        question = named[one["name"]]
        assert (one["zh"], one["en"], one["query"]) == (question.chinese, question.english, question.query)
        assert server.get(one["query"]).status_code == 200, one["name"]
