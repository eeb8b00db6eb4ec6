"""Verification: a true graph is proved against its sources, and every lie is found and told where it is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

import kg
import kg.graph
from kg.errors import InputError, OutputError
from kg.lexicon import Lexicon
from kg.model import SourceRecord
from kg.query import Verification, verify
from tests.conftest import Run
from tests.graph import sample

ID = "https://w3id.org/union-kg/id/"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The folder of the small graph's one source."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "page.txt").write_bytes(sample.TEXT.encode())
    return folder


@pytest.fixture
def out(schemes: Path, texts: Path, tmp_path: Path) -> Path:
    """The small graph, with its source as it is."""
    sha256 = hashlib.sha256((texts / "page.txt").read_bytes()).hexdigest()
    source = SourceRecord(sample.SOURCE, "page.txt", sha256, len(sample.TEXT))
    knowledge = msgspec.structs.replace(sample.knowledge(), sources=(source,))
    kg.graph.write(knowledge, tmp_path / "out", lexicon=Lexicon(schemes))
    (tmp_path / "out" / "graph.nt").unlink()
    return tmp_path / "out"


def forge(out: Path, old: str, new: str) -> None:
    """Replace `old` in the graph, in Turtle, by `new`."""
    file = out / "graph.ttl"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_true_graph_is_proved(out: Path, texts: Path) -> None:
    found = verify(out, texts)
    assert found.proved, found.text
    assert found.doubts == ()
    assert (found.sources, found.phrases, found.unknown) == (1, 22, 0)
    assert found.text.startswith("The graph is PROVED against its sources: 22 phrases of 1 sources, ")
    assert kg.load(out).verify([texts / "page.txt"]) == found


def test_facts_are_counted(out: Path, texts: Path) -> None:
    """Three initiatives, two posts, two articles, three numbers, twelve entities; not the groups above 快递员."""
    assert verify(out, texts).facts == 22


@pytest.mark.parametrize(
    ("old", "new", "kind", "place", "problem"),
    [
        (
            'nif:anchorOf "驿站" ;',
            'nif:anchorOf "车站" ;',
            "quote",
            ("page.txt", 30, 32),
            "the graph quotes “车站”, the source reads “驿站”",
        ),
        (f"ukg:length {len(sample.TEXT)}", "ukg:length 3", "source", ("page.txt", None, None), "the graph says 3"),
        ("nif:referenceContext <source/0123456789abcdef> ;", "", "quote", None, "belongs to no source"),
        ("nif:endIndex 32 ;", "nif:endIndex 99999 ;", "quote", ("page.txt", 30, 99999), "source ends after"),
        ("nif:beginIndex 30 ;", "", "quote", ("page.txt", None, 32), "has no place"),
    ],
)
def test_every_lie_is_found(
    out: Path, texts: Path, old: str, new: str, kind: str, place: tuple[object, ...] | None, problem: str
) -> None:
    forge(out, old, new)
    found = verify(out, texts)
    assert not found.proved
    said = [doubt for doubt in found.doubts if doubt.kind == kind and problem in doubt.problem]
    assert len(said) == 1, found.text
    assert place is None or (said[0].file, said[0].begin, said[0].end) == place
    assert said[0].problem in found.text
    assert said[0].node in found.text


def test_another_sha256(out: Path, texts: Path) -> None:
    forge(out, hashlib.sha256(sample.TEXT.encode()).hexdigest(), "f" * 64)
    (doubt,) = verify(out, texts).doubts
    assert "where the graph says " + "f" * 64 in doubt.problem


def test_a_fact_without_evidence(out: Path, texts: Path) -> None:
    forge(out, "<source/0123456789abcdef#char=44,79>", "<place/ee55>")
    found = verify(out, texts)
    said = [doubt for doubt in found.doubts if doubt.kind == "evidence"]
    assert any("which is no phrase of a source" in doubt.problem for doubt in said), found.text


def test_mentions_are_counted(out: Path, texts: Path) -> None:
    forge(out, "ukg:evidenceCount 3", "ukg:evidenceCount 4")
    (doubt,) = verify(out, texts).doubts
    assert (doubt.kind, doubt.file) == ("evidence", "page.txt")
    assert doubt.problem == "3 phrases mention this organisation, where it says 4"


def test_a_broken_shape(out: Path, texts: Path) -> None:
    forge(out, "ukg:confidence 0.87", "ukg:confidence 1.87")
    (doubt,) = verify(out, texts).doubts
    assert doubt.kind == "shape"
    assert (doubt.file, doubt.begin, doubt.end) == ("page.txt", 44, 79)
    assert doubt.node == ID + "initiative/1a1a"


def test_a_changed_source_names_its_first_broken_quote(out: Path, texts: Path) -> None:
    changed = sample.TEXT.replace("驿站", "车站")
    (texts / "page.txt").write_text(changed, encoding="utf-8")
    found = verify(out, texts)
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.file, found.sources, found.phrases) == ("source", "page.txt", 0, 0)
    assert (doubt.begin, doubt.end) == (16, 134)
    assert "is not the file that the graph was built from" in doubt.problem
    assert "2 of 22 quotes do not stand in it, the first: the graph quotes “…工会“暖灯行动”走进驿站" in doubt.problem
    assert "the source reads “…工会“暖灯行动”走进车站" in doubt.problem


def test_a_change_outside_of_every_quote_is_found_too(out: Path, texts: Path) -> None:
    (texts / "page.txt").write_text(sample.TEXT + "\n又及\n", encoding="utf-8")
    (doubt,) = verify(out, texts).doubts
    assert "0 of 22 quotes do not stand in it" in doubt.problem


@pytest.mark.parametrize("change", ["removed", "emptied", "renamed"])
def test_a_source_that_is_not_there(out: Path, texts: Path, change: str) -> None:
    page = texts / "page.txt"
    if change == "renamed":
        page.rename(texts / "other.txt")
    elif change == "removed":
        page.unlink()
    else:
        page.write_bytes(b"")
    warned: list[str] = []
    found = verify(out, [page] if change != "renamed" else texts, warn=warned.append)
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.file) == ("source", "page.txt")
    assert "is not among the texts" in doubt.problem
    assert bool(warned) == (change != "renamed")
    assert found.unknown == (change == "renamed")


def test_a_namesake_does_not_disturb(out: Path, texts: Path) -> None:
    (texts / "a").mkdir()
    (texts / "a" / "page.txt").write_text("另一份文件。", encoding="utf-8")
    assert verify(out, texts).proved


def test_records_of_a_jsonl_file(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    records = [
        {"id": number, "text": f"本报讯 {day}月1日,杭州市总工会走访慰问快递员。", "date": f"2023-{day:02}-02"}
        for number, day in enumerate((1, 2, 3))
    ]
    file.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    graph = kg.build([file])
    found = graph.verify(file)
    assert found.proved, found.text
    assert found.sources == 3
    file.write_text(file.read_text(encoding="utf-8").replace("2月1日", "2月3日"), encoding="utf-8")
    (doubt,) = graph.verify(file).doubts
    assert doubt.file == "news.jsonl/1"


def test_without_texts_it_says_which_are_needed(out: Path) -> None:
    with pytest.raises(InputError, match=r"with --texts: page\.txt$"):
        verify(out, [])
    with pytest.raises(OutputError, match="holds neither"):
        verify(out.parent, [])


def test_the_command(run_kg: Run, seed_graph: Path, tmp_path: Path, root: Path) -> None:
    told = run_kg("verify", seed_graph, "--texts", "seeds")
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.startswith("The graph is PROVED")
    assert told.stdout.count("\n") == 1
    files = sorted((root / "seeds").iterdir())
    assert run_kg("verify", seed_graph, "--texts", *files).returncode == 0
    told = run_kg("verify", seed_graph, "--texts", *files[1:], "--format", "json")
    assert told.returncode == 1
    found = msgspec.json.decode(told.stdout, type=Verification)
    assert [doubt.file for doubt in found.doubts] == [files[0].name]
    told = run_kg("verify", seed_graph)
    assert told.returncode == 2
    assert files[0].name in told.stderr
    told = run_kg("verify", "--texts", files[0], files[1])
    assert told.returncode == 2
    assert "name the graph's folder first" in told.stderr
