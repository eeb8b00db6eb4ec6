"""The site: generated pages hold what they describe, links lead somewhere, no text is markup by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from markdown_it import MarkdownIt

import kg
from docs.site.__main__ import gather
from docs.site.diagram import arrows, diagram
from docs.site.markdown import plain, table
from docs.site.vocabulary import terms
from kg.plot import Picture
from kg.query import questions
from tests.graph.sample import HOSTILE

UKG = "https://w3id.org/union-kg/ontology#"


@pytest.fixture(scope="module")
def pages(seed_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "pages"
    gather(kg.load(seed_graph), folder)
    return folder


def links(page: str) -> Iterator[str]:
    for token in MarkdownIt().enable("table").parse(page):
        for child in token.children or ():
            for name in ("href", "src"):
                if name in child.attrs:
                    yield str(child.attrs[name])


def anchors(page: str) -> set[str]:
    """Names of places in a page: given ones, and those that headings make."""
    found = set(re.findall(r"^\(([\w-]+)\)=$", page, re.MULTILINE))
    for heading in re.findall(r"^#+ (.+)$", page, re.MULTILINE):
        found.add(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-"))
    return found


def test_links_lead_somewhere(pages: Path) -> None:
    checked = 0
    for path in sorted(pages.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for link in links(text):
            if re.match(r"[a-z]+:", link):
                continue
            file, _, anchor = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), f"{path.name}: {link}"
            if anchor:
                assert anchor in anchors(target.read_text(encoding="utf-8")), f"{path.name}: {link}"
            checked += 1
    assert checked > 40


def test_every_page_stands_in_the_navigation(pages: Path) -> None:
    index = (pages / "index.md").read_text(encoding="utf-8")
    entries = [
        line
        for tree in re.findall(r"^```\{toctree\}\n(.*?)^```", index, re.DOTALL | re.MULTILINE)
        for line in tree.split()
    ]
    listed = {path for entry in entries if not entry.startswith(":") for path in pages.glob(f"{entry}.md")}
    assert listed == set(pages.rglob("*.md"))


def test_reference_has_every_term(pages: Path, root: Path) -> None:
    text = (pages / "reference" / "vocabulary.md").read_text(encoding="utf-8")
    defined: dict[str, list[str]] = {}
    for quad in pyoxigraph.parse(path=str(root / "ontology" / "ukg.ttl"), format=pyoxigraph.RdfFormat.TURTLE):
        if str(quad.subject.value).startswith(UKG) and isinstance(quad.object, pyoxigraph.Literal):
            defined.setdefault(quad.subject.value.removeprefix(UKG), []).append(quad.object.value)
    assert len(defined) > 30
    for name, words in defined.items():
        section = text.split(f"### `ukg:{name}` ")[1].split("\n### ")[0]
        assert all(plain(each) in section for each in words), name


def test_diagram_is_of_the_relations_that_state_their_ends(root: Path) -> None:
    found = terms(root / "ontology")
    drawn = {(start, term.name, end) for start, term, end in arrows(found)}
    assert {
        ("ukg:Initiative", "ukg:ranBy", "ukg:Union"),
        ("ukg:Initiative", "ukg:targets", "ukg:WorkerGroup"),
        ("ukg:Union", "ukg:jurisdiction", "schema:Place"),
    } <= drawn
    assert not [each for each in drawn if each[1] in ("ukg:confidence", "ukg:unionLevel")]
    assert diagram(found) == diagram(found)


def test_every_question_is_answered(pages: Path) -> None:
    text = (pages / "reference" / "questions.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert [section.split("\n", 1)[0] for section in sections] == list(questions())
    for section, question in zip(sections, questions().values(), strict=True):
        assert question.query.strip() in section
        assert plain(question.chinese) in section and plain(question.english) in section
        assert re.search(r"^\d+ of \d+ rows\.$", section, re.MULTILINE)


def test_every_command_and_picture_is_there(pages: Path) -> None:
    commands = (pages / "reference" / "commands.md").read_text(encoding="utf-8")
    assert {"## kg build", "## kg validate", "## kg plot"} <= set(commands.splitlines())
    assert "--workers" in commands
    for picture in Picture:
        assert (pages / "reference" / f"{picture}.svg").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("words", HOSTILE)
def test_text_is_no_markup(words: str) -> None:
    """Read as Markdown with HTML allowed, a cell is text and nothing but text."""
    (inline,) = (
        token for token in MarkdownIt().enable("table").parse(table(["a"], [[words]]))[-5:] if token.type == "inline"
    )
    kinds = {child.type for child in inline.children or ()}
    assert kinds <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()) == re.sub(r"\\(.)", r"\1", plain(words))


def test_search_finds_chinese_by_pairs() -> None:
    """Where Sphinx is installed (``make docs`` does it)."""
    pytest.importorskip("sphinx")
    from docs.site.chinese_search import Search

    assert Search({}).split("为快递员 ask couriers") == [
        "为", "快", "递", "员", "为快", "快递", "递员", "ask", "couriers",
    ]  # fmt: skip


def test_a_generated_page_takes_no_written_ones_place(seed_graph: Path, tmp_path: Path, root: Path) -> None:
    for name in ("ontology", "tests"):
        (tmp_path / name).symlink_to(root / name)
    (tmp_path / "docs" / "reference").mkdir(parents=True)
    (tmp_path / "docs" / "reference" / "scores.md").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match=r"reference/scores\.md"):
        gather(kg.load(seed_graph), tmp_path / "pages", tmp_path)
