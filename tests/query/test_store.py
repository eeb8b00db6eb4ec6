"""The store on disk: filled from the graph beside it or from files one names, and never answering for another."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.errors import GraphWarning, OutputError
from kg.query import store as stores
from kg.query.loading import fill_store
from kg.query.stamp import STORE, read_stamp
from kg.query.store import check_folder, find_store, open_store

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ONE = f'<http://example.org/a> <{LABEL}> "甲" .\n'
TWO = f'<http://example.org/b> <{LABEL}> "乙" .\n'


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with a graph of one statement."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "graph.nt").write_text(ONE, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def no_silent_warnings() -> Iterator[None]:
    """A warning that a test does not expect is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GraphWarning)
        yield


def labels(store: pyoxigraph.Store) -> list[str]:
    return sorted(quad.object.value for quad in store)


def stores_of(folder: Path) -> list[str]:
    """The folders of data beside the stamp."""
    return sorted(path.name for path in (folder / STORE).iterdir() if path.is_dir())


def test_round_trip(folder: Path, schemes: Path, tmp_path: Path) -> None:
    on_disk = tmp_path / "out"
    shutil.copytree(folder, on_disk)
    in_memory = kg.load(folder, ontology=schemes)
    number = fill_store(on_disk)
    graph = kg.load(on_disk, ontology=schemes)
    lines = (folder / "graph.nt").read_bytes().splitlines()
    assert number == len(lines) == len(graph.store)
    assert repr(graph) == f"<kg.Graph of {on_disk}, {number} statements>"
    assert graph.ntriples() == in_memory.ntriples()
    assert len(graph.ntriples().splitlines()) == number
    assert len(graph.rdf) == number
    assert (
        graph.initiatives(group="快递员", place="云溪市") == in_memory.initiatives(group="快递员", place="云溪市") != []
    )
    assert graph.evidence("陆望舒") == in_memory.evidence("陆望舒") != ()
    assert find_store(on_disk) is not None


def test_only_a_graph_of_turtle(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(f'<http://example.org/a> <{LABEL}> "甲", "乙" .\n', encoding="utf-8")
    assert fill_store(tmp_path) == 2
    assert labels(open_store(tmp_path)) == ["乙", "甲"]


def test_a_store_answers_after_its_file_has_gone(out: Path) -> None:
    fill_store(out)
    (out / "graph.nt").unlink()
    assert check_folder(out) == out / STORE
    assert labels(open_store(out)) == ["甲"]


def test_a_store_on_disk_is_what_answers(out: Path) -> None:
    """Shown by making the file unreadable for a parser without changing its size and time of change."""
    fill_store(out)
    file = out / "graph.nt"
    before = file.stat()
    file.write_text("x" * before.st_size, encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert labels(open_store(out)) == ["甲"]


def test_reads_only(out: Path) -> None:
    fill_store(out)
    quad = pyoxigraph.Quad(*[pyoxigraph.NamedNode("http://example.org/x")] * 3)
    with pytest.raises(RuntimeError, match="read-write"):
        open_store(out).add(quad)


def test_a_build_after_the_load_is_what_answers(out: Path) -> None:
    fill_store(out)
    (out / "graph.nt").write_text(ONE + TWO, encoding="utf-8")
    with pytest.warns(GraphWarning, match=r"store: was filled from another graph and is not used; .*: kg load "):
        store = open_store(out)
    assert labels(store) == ["乙", "甲"]
    assert find_store(out) is None
    assert fill_store(out) == 2
    assert labels(open_store(out)) == ["乙", "甲"]


def test_another_graph_of_the_same_size(out: Path) -> None:
    fill_store(out)
    (out / "graph.nt").write_text(TWO, encoding="utf-8")
    with pytest.warns(GraphWarning, match="another graph"):
        assert labels(open_store(out)) == ["乙"]


def test_the_same_graph_written_again_or_copied(out: Path, tmp_path: Path) -> None:
    fill_store(out)
    os.utime(out / "graph.nt", ns=(1, 1))
    assert find_store(out) is not None
    shutil.copytree(out, tmp_path / "copy", copy_function=shutil.copyfile)
    assert labels(open_store(tmp_path / "copy")) == ["甲"]


def test_a_graph_too_large_for_memory_needs_its_store(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "IN_MEMORY", len(ONE.encode()) - 1)
    with pytest.raises(OutputError, match=r"graph\.nt: .* too many to read into memory .*: kg load "):
        open_store(out)
    fill_store(out)
    assert labels(open_store(out)) == ["甲"]


def test_a_load_replaces_the_previous_store(out: Path) -> None:
    fill_store(out)
    (first,) = stores_of(out)
    fill_store(out)
    (second,) = stores_of(out)
    assert first != second
    assert sorted(path.name for path in (out / STORE).iterdir()) == [second, "store.json"]


def test_whoever_may_read_the_graph_may_read_its_store(out: Path) -> None:
    fill_store(out)
    assert (out / STORE / stores_of(out)[0]).stat().st_mode == (out / STORE).stat().st_mode


class Stop(Exception):
    """Raised in the midst of a load."""


@pytest.mark.parametrize("stop", [Stop, KeyboardInterrupt])
def test_an_interrupted_load_leaves_the_previous_store(out: Path, stop: type[BaseException]) -> None:
    fill_store(out)
    before = read_stamp(out), stores_of(out)

    def interrupt(done: int, total: int) -> None:
        raise stop

    with pytest.raises(stop):
        fill_store(out, progress=interrupt)
    assert (read_stamp(out), stores_of(out)) == before
    assert labels(open_store(out)) == ["甲"]


def test_a_broken_file_leaves_the_previous_store(out: Path) -> None:
    fill_store(out)
    before = stores_of(out)
    (out / "graph.nt").write_text(ONE + "<no> statement\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"graph\.nt: is not the RDF that its ending tells \(.*line 2.*\)"):
        fill_store(out)
    assert stores_of(out) == before
    (out / "graph.nt").write_text(ONE, encoding="utf-8")
    assert labels(open_store(out)) == ["甲"]


def test_nothing_is_left_where_there_was_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "broken.nt"
    broken.write_text("<no> statement\n", encoding="utf-8")
    with pytest.raises(OutputError, match="is not the RDF"):
        fill_store(tmp_path / "new" / "out", [broken])
    with pytest.raises(OutputError, match="holds neither"):
        fill_store(tmp_path / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.nt"]


KILLED = """
import sys, time
from pathlib import Path
from kg.query.loading import fill_store

def wait(done, total):
    print("loading", flush=True)
    time.sleep(600)

fill_store(Path(sys.argv[1]), progress=wait)
"""


def test_a_killed_load_leaves_the_previous_store_and_the_next_tidies(out: Path, root: Path) -> None:
    fill_store(out)
    (first,) = stores_of(out)
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(out)], cwd=root, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"loading\n"
        assert len(stores_of(out)) == 2
        fill_store(out)  # what is being loaded elsewhere is let be
        assert len(stores_of(out)) == 2
        assert first not in stores_of(out)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert labels(open_store(out)) == ["甲"]
    fill_store(out)
    assert len(stores_of(out)) == 1


ASK = """
import sys, kg
graph = kg.load(sys.argv[1])
print(graph.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), flush=True)
sys.stdin.readline()
print(graph.sparql("SELECT ?o { ?s ?p ?o }"), flush=True)
"""


def test_several_processes_at_once(out: Path, root: Path) -> None:
    fill_store(out)
    processes = [
        subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", ASK, str(out)],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "[{'n': 1}]\n"
    assert labels(open_store(out)) == ["甲"]
    assert [process.communicate("\n", timeout=60)[0] for process in processes] == ["[{'o': '甲'}]\n"] * 2


def test_files_that_one_names(tmp_path: Path) -> None:
    turtle, xml, json = (tmp_path / name for name in ("a.ttl", "b.rdf", "c.jsonld"))
    turtle.write_text(f'<http://example.org/a> <{LABEL}> "甲" .', encoding="utf-8")
    xml.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:s="http://www.w3.org/2000/01/rdf-schema#">'
        '<rdf:Description rdf:about="http://example.org/b"><s:label>乙</s:label></rdf:Description></rdf:RDF>',
        encoding="utf-8",
    )
    json.write_text(f'{{"@id": "http://example.org/c", "{LABEL}": "丙"}}', encoding="utf-8")
    told: list[tuple[int, int]] = []
    out = tmp_path / "new"
    assert fill_store(out, [turtle, xml, json], progress=lambda done, total: told.append((done, total))) == 3
    assert labels(open_store(out)) == ["丙", "乙", "甲"]
    total = sum(file.stat().st_size for file in (turtle, xml, json))
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_graph_of_the_folder_and_more(out: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.nt"
    more.write_text(TWO, encoding="utf-8")
    with pytest.raises(OutputError, match=r"holds a graph of its own; add --from .*graph\.nt"):
        fill_store(out, [more])
    assert fill_store(out, [out / "graph.nt", more]) == 2
    assert labels(open_store(out)) == ["乙", "甲"]
    more.unlink()
    assert find_store(out) is not None


def test_a_graph_that_appears_beside_a_store_of_other_files(tmp_path: Path) -> None:
    more = tmp_path / "graph.nt"
    more.write_text(TWO, encoding="utf-8")
    fill_store(tmp_path / "out", [more])
    (tmp_path / "out" / "graph.nt").write_text(TWO, encoding="utf-8")
    with pytest.warns(GraphWarning, match="another graph"):
        open_store(tmp_path / "out")


def test_named_graphs_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.nq"
    file.write_text(ONE.replace(" .", " <http://example.org/g> ."), encoding="utf-8")
    with pytest.raises(OutputError, match="named graphs"):
        fill_store(tmp_path / "out", [file])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "said"), [("missing.nt", "is no file"), ("a.zip", "is of no known format"), ("plain", "no known format")]
)
def test_files_that_are_no_rdf(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    (tmp_path / "plain").write_bytes(b"")
    with pytest.raises(OutputError, match=said):
        fill_store(tmp_path / "out", [tmp_path / name])
    assert not (tmp_path / "out").exists()


def test_what_others_put_there_is_neither_used_nor_touched(out: Path) -> None:
    foreign = pyoxigraph.Store(out / STORE)
    foreign.bulk_load(input=TWO.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    del foreign
    (out / STORE / "notes.txt").write_text("mine", encoding="utf-8")
    assert labels(open_store(out)) == ["甲"]
    assert fill_store(out) == 1
    assert labels(open_store(out)) == ["甲"]
    assert (out / STORE / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "stamp",
    [
        "",
        "{}",
        "[1]",
        '{"version": 9, "data": "data-x", "statements": 1, "files": []}',
        '{"version": 1, "data": "../../elsewhere", "statements": 1, "files": []}',
        '{"version": 1, "data": "..", "statements": 1, "files": []}',
    ],
)
def test_a_stamp_that_cannot_be_read_is_none(out: Path, stamp: str) -> None:
    fill_store(out)
    (out / STORE / "store.json").write_text(stamp, encoding="utf-8")
    assert read_stamp(out) is None
    assert labels(open_store(out)) == ["甲"]
    fill_store(out)
    assert len(stores_of(out)) == 1


def test_a_damaged_store_is_said(out: Path) -> None:
    fill_store(out)
    (data,) = stores_of(out)
    (out / STORE / data / "CURRENT").write_text("MANIFEST-999999\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"data-\w+: cannot be opened .* fill it again: kg load "):
        open_store(out)


def test_a_file_where_the_store_should_be(out: Path) -> None:
    (out / STORE).write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="store: is a file; move it away"):
        fill_store(out)


def test_the_command_load(out: Path) -> None:
    result = CliRunner().invoke(app, ["load", str(out)])
    assert (result.exit_code, result.stdout) == (0, f"1 statements in {out / STORE}\n")
    more = out.parent / "more.nt"
    more.write_text(TWO, encoding="utf-8")
    result = CliRunner().invoke(app, ["load", str(out), "--from", str(out / "graph.nt"), "--from", str(more)])
    assert (result.exit_code, result.stdout) == (0, f"2 statements in {out / STORE}\n")


def test_the_command_load_without_a_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["load", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {tmp_path / 'none'}: holds neither graph.nt nor graph.ttl; ")
    assert len(result.stderr.splitlines()) == 1


def test_a_command_says_that_the_store_is_another_graphs(out: Path) -> None:
    fill_store(out)
    (out / "graph.nt").write_text(TWO, encoding="utf-8")
    result = CliRunner().invoke(app, ["conflicts", str(out)])
    assert result.exit_code == 0
    assert result.stderr == (
        f"kg: warning: {out / STORE}: was filled from another graph and is not used; fill it again: kg load {out}\n"
    )


PAGE = "2031年1月20日\n\n××市总工会走访慰问快递员\n本报讯 1月18日,杭州市总工会走访慰问快递员,送上慰问品60份。\n"


def test_build_with_a_store_and_after_it_without(tmp_path: Path) -> None:
    page, out = tmp_path / "page.txt", tmp_path / "out"
    page.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["build", str(page), "--out", str(out), "--store"])
    assert result.exit_code == 0, result.stderr
    number = len((out / "graph.nt").read_bytes().splitlines())
    assert result.stdout.splitlines()[-1] == f"{number} statements in {out / STORE}"
    again = CliRunner().invoke(app, ["build", str(page), "--out", str(out)])
    assert "warning" not in again.stderr  # the same graph: the store still answers for it
    page.write_text(PAGE.replace("60", "70"), encoding="utf-8")
    other = CliRunner().invoke(app, ["build", str(page), "--out", str(out)])
    assert f"kg: warning: {out / STORE}: was filled from another graph" in other.stderr
    assert find_store(out) is None
