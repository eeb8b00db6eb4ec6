"""What is wrong with an input or an output is said in one line, and nothing is left half-written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run

UNION_NEWS = "本报讯 1月11日，某市总工会走访慰问快递员，送上50份坚果礼盒。\n"
GOOD = "good.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good page."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / GOOD).write_text(UNION_NEWS, encoding="utf-8")
    return pages


def one_line(result: subprocess.CompletedProcess[str], *words: str) -> None:
    """The command failed as it should: code 2, one line that starts with kg: and holds the words."""
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert re.fullmatch(r"kg: [^\n]+\n", result.stderr), result.stderr
    assert all(word in result.stderr for word in words), result.stderr


def built_with_warning(result: subprocess.CompletedProcess[str], out: Path, *words: str) -> None:
    """The rest was built, and one warning names what was left out."""
    assert result.returncode == 0, result.stderr
    assert all(re.match(r"kg: warning: \S", line) for line in result.stderr.splitlines()), result.stderr
    assert sum(all(word in line for word in words) for line in result.stderr.splitlines()) == 1, result.stderr
    assert (out / "graph.ttl").stat().st_size > 0


BAD_FILES = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + b"\x00\x07\xff" * 400,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_unreadable_file_alone_is_an_error(run_kg: Run, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(BAD_FILES[name])
    one_line(run_kg("build", file, "--out", tmp_path / "out"), name)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", BAD_FILES)
def test_unreadable_file_in_a_folder_is_a_warning(run_kg: Run, folder: Path, tmp_path: Path, name: str) -> None:
    (folder / name).write_bytes(BAD_FILES[name])
    built_with_warning(run_kg("build", folder, "--out", tmp_path / "out"), tmp_path / "out", name)
    assert name not in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert GOOD in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_missing_path(run_kg: Run, folder: Path, tmp_path: Path) -> None:
    one_line(run_kg("build", folder, tmp_path / "nowhere", "--out", tmp_path / "out"), "nowhere")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("files", [[], ["notes.docx"], ["empty.txt", "binary.txt"]])
def test_folder_with_nothing_readable(run_kg: Run, tmp_path: Path, files: list[str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in files:
        (pages / name).write_bytes(BAD_FILES.get(name, b"PK\x03\x04"))
    result = run_kg("build", pages, "--out", tmp_path / "out")
    assert result.returncode == 2
    *warnings, last = result.stderr.splitlines()
    assert all(line.startswith("kg: warning: ") for line in warnings)
    assert last.startswith("kg: ") and "pages" in last
    assert not (tmp_path / "out").exists()


def test_broken_utf8_is_an_error_or_a_warning_with_the_place(run_kg: Run, folder: Path, tmp_path: Path) -> None:
    text = UNION_NEWS.encode() * 20
    (folder / "broken.txt").write_bytes(text[:700] + b"\xff\xfe\xfa" + text[700:])
    built_with_warning(run_kg("build", folder, "--out", tmp_path / "out"), tmp_path / "out", "broken.txt")


def test_line_of_ten_megabytes(run_kg: Run, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("某市总工会慰问职工，" * 350_000, encoding="utf-8")
    assert file.stat().st_size > 10_000_000
    result = run_kg("build", file, "--out", tmp_path / "out")
    built_with_warning(result, tmp_path / "out", "long.txt", "break it into lines")


def test_page_without_a_union_is_still_a_valid_graph(run_kg: Run, tmp_path: Path) -> None:
    page = tmp_path / "weather.txt"
    page.write_text("今天多云转晴，最高气温12度，最低气温4度，东北风3级。\n", encoding="utf-8")
    result = run_kg("build", page, "--out", tmp_path / "out")
    built_with_warning(result, tmp_path / "out", "weather.txt", "no union")
    assert run_kg("validate", tmp_path / "out").returncode == 0


@pytest.mark.parametrize("record", ["{not json", '{"id": "2"}', '{"id": "2", "text": 5}', '["text"]'])
def test_bad_record_of_a_jsonl_file(run_kg: Run, tmp_path: Path, record: str) -> None:
    file = tmp_path / "news.jsonl"
    good = json.dumps({"id": "1", "text": UNION_NEWS}, ensure_ascii=False)
    file.write_text(f"{good}\n{record}\n", encoding="utf-8")
    result = run_kg("build", file, "--out", tmp_path / "out")
    built_with_warning(result, tmp_path / "out", "news.jsonl", "2")


def test_out_is_a_file(run_kg: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    one_line(run_kg("build", folder, "--out", out), "out", "is a file")
    one_line(run_kg("build", folder, "--out", out / "below"), "out", "is a file")
    assert out.read_text(encoding="utf-8") == "mine"


def test_out_cannot_be_made(run_kg: Run, folder: Path, tmp_path: Path) -> None:
    """Root may write anywhere but not in /proc; everyone else is stopped by the permissions."""
    parent = Path("/proc/self") if os.geteuid() == 0 else tmp_path / "locked"
    if os.geteuid() != 0:
        parent.mkdir(mode=0o500)
    one_line(run_kg("build", folder, "--out", parent / "out"), str(parent))


def test_a_disk_that_runs_full_leaves_the_previous_graph(root: Path, folder: Path, tmp_path: Path) -> None:
    """The largest file that the process may write is made smaller than the graph."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.ttl").write_text("previous", encoding="utf-8")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)); "
        f"sys.argv = ['kg', 'build', {str(folder)!r}, '--out', {str(out)!r}]; from kg.cli import main; main()"
    )
    result = subprocess.run(
        [sys.executable, "-B", "-c", limited], cwd=root, capture_output=True, text=True, timeout=300, check=False
    )
    one_line(result, "out")
    assert [path.name for path in out.iterdir()] == ["graph.ttl"]
    assert (out / "graph.ttl").read_text(encoding="utf-8") == "previous"


@pytest.mark.parametrize("content", [None, "@prefix : <"])
def test_validating_what_is_no_graph(run_kg: Run, tmp_path: Path, content: str | None) -> None:
    out = tmp_path / "out"
    out.mkdir()
    if content is not None:
        (out / "graph.ttl").write_text(content, encoding="utf-8")
    one_line(run_kg("validate", out), "out")
