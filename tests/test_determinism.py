"""One input, one result: hash seed, order of files, repetition and number of workers change no byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(root: Path) -> list[Path]:
    return sorted((root / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_hash_seed(run_kg: Run, seed_graph: Path, tmp_path: Path, seed: str) -> None:
    assert run_kg("build", "seeds", "--out", tmp_path, seed=seed).returncode == 0
    assert contents(tmp_path) == contents(seed_graph)


def test_order_and_repetition_of_files(run_kg: Run, root: Path, seed_graph: Path, tmp_path: Path) -> None:
    files = pages(root)
    assert len(files) == 5
    result = run_kg("build", *reversed(files), files[2], "seeds", "--out", tmp_path)
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path) == contents(seed_graph)


def test_two_workers(run_kg: Run, seed_graph: Path, tmp_path: Path) -> None:
    result = run_kg("build", "seeds", "--workers", "2", "--out", tmp_path, seed="7")
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path) == contents(seed_graph)


def test_building_again_into_the_same_folder(run_kg: Run, seed_graph: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run_kg("build", "seeds", "--out", tmp_path).returncode == 0
    assert contents(tmp_path) == contents(seed_graph)
