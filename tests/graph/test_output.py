"""A build writes all of its files or none, and touches nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.graph.output import write_files

FILES = {"a.ttl": b"new a", "b.nt": b"new b"}


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    assert write_files(tmp_path / "x" / "out", FILES) == ("a.ttl", "b.nt")
    assert content(tmp_path / "x" / "out") == FILES
    assert sorted(path.name for path in (tmp_path / "x" / "out").iterdir()) == ["a.ttl", "b.nt"]


def test_previous_files_are_replaced_and_foreign_ones_left(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"old a")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    write_files(tmp_path, FILES)
    assert content(tmp_path) == {**FILES, "notes.txt": b"mine"}
    assert (tmp_path / "folder").is_dir()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_between_two_renames_restores_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (tmp_path / "a.ttl").write_bytes(b"old a")
    replace = Path.replace

    def fail_at_b(self: Path, target: Path) -> Path:
        if self.name == "b.nt":
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_b)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_files(tmp_path, FILES)
    assert content(tmp_path) == {"a.ttl": b"old a"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]


def test_a_failure_while_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match=r"out: cannot be written \(no space left on device\)"):
        write_files(tmp_path / "deep" / "out", FILES)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    for folder in (tmp_path / "out", tmp_path / "out" / "below"):
        with pytest.raises(OutputError) as caught:
            write_files(folder, FILES)
        assert "\n" not in str(caught.value)
        assert "choose another --out" in str(caught.value)
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "b.nt").mkdir()
    (tmp_path / "a.ttl").write_bytes(b"old a")
    with pytest.raises(OutputError, match="is unchanged"):
        write_files(tmp_path, FILES)
    assert content(tmp_path) == {"a.ttl": b"old a"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="choose another --out"):
            write_files(tmp_path, FILES)
    finally:
        tmp_path.chmod(0o700)
