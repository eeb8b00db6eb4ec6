"""The pages in ``docs/`` are true: their code runs and prints what they say."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import blocks, run

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))


@pytest.fixture
def place(root: Path, seed_graph: Path, tmp_path: Path) -> Path:
    """A folder where ``seeds``, ``ontology`` and ``out`` are what the pages mean by them; copies, all of them."""
    for name, folder in {"seeds": root / "seeds", "ontology": root / "ontology", "out": seed_graph}.items():
        shutil.copytree(folder, tmp_path / name)
    return tmp_path


def test_there_is_code_to_run() -> None:
    found = {page: blocks((ROOT / page).read_text(encoding="utf-8")) for page in PAGES}
    assert {"docs/index.md", "docs/teaching.md", "docs/seeing.md"} <= {page for page, code in found.items() if code}
    every = [block for code in found.values() for block in code]
    assert sum(block.reason is None for block in every) >= 15
    assert sum(block.reason is not None for block in every) <= 10, "not to run a block is the rare exception"


@pytest.mark.parametrize("page", [page for page in PAGES if blocks((ROOT / page).read_text(encoding="utf-8"))])
def test_code_runs(page: str, place: Path, root: Path) -> None:
    """In the page's order, in one folder, every block in a process of its own."""
    for block in blocks((root / page).read_text(encoding="utf-8")):
        if block.reason is not None:
            continue
        result = run(block, place, {**os.environ, "PYTHONPATH": str(root)})
        assert result.returncode == 0, f"{page}:{block.line}: {result.stderr}"
        if block.printed is not None:
            assert result.stdout == block.printed, f"{page}:{block.line}"


def test_a_block_is_read_with_what_stands_around_it() -> None:
    ran = "a\n\n```sh\nkg x\n```\n\n<!-- prints -->\n```text\n1\n```\n\n"
    first, second = blocks(ran + "<!-- not run: no network -->\n```python\npass\n```\n")
    assert (first.line, first.language, first.code, first.printed, first.reason) == (4, "sh", "kg x\n", "1\n", None)
    assert (second.printed, second.reason) == (None, "no network")


def test_a_command_that_fails_ends_a_block(place: Path, root: Path) -> None:
    (block,) = blocks("```sh\nkg plot pie out\ntrue\n```\n")
    assert run(block, place, {**os.environ, "PYTHONPATH": str(root)}).returncode != 0
