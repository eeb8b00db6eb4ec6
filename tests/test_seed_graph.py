"""The graph of the five seeds: what a build gives is what is tracked, and it keeps its shapes."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

import kg

if TYPE_CHECKING:
    from conftest import Run


def test_tracked_graph_is_what_a_build_gives(root: Path, seed_graph: Path) -> None:
    tracked = (root / "out" / "graph.ttl").read_text(encoding="utf-8").splitlines()
    built = (seed_graph / "graph.ttl").read_text(encoding="utf-8").splitlines()
    changes = list(difflib.unified_diff(tracked, built, "tracked", "built", lineterm="", n=1))
    assert not changes, "\n".join(["extraction changed; look at it, then: make graph", *changes[:60]])


def test_keeps_its_shapes(run_kg: Run, seed_graph: Path) -> None:
    result = run_kg("validate", seed_graph)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_broken_graph_fails_validation(run_kg: Run, seed_graph: Path, tmp_path: Path) -> None:
    """Every phrase loses the words that it stands for."""
    turtle = (seed_graph / "graph.ttl").read_text(encoding="utf-8")
    assert "nif:anchorOf" in turtle
    (tmp_path / "graph.ttl").write_text(turtle.replace("nif:anchorOf", "nif:wordsOf"), encoding="utf-8")
    result = run_kg("validate", tmp_path)
    assert result.returncode == 1
    assert "Violation · Phrase" in result.stdout
    assert result.stderr == ""


def test_what_two_pages_tell_is_one_node(seed_graph: Path) -> None:
    """Pages 000 and 001 both tell of the selection of craftsmen and of the 480 boxes of apples."""
    initiatives = kg.load(seed_graph).initiatives()
    both = [one for one in initiatives if {"000", "001"} <= {quote.source[:3] for quote in one.evidence}]
    words = ["".join(quote.text for quote in one.evidence) for one in both]
    assert len(both) == 2
    assert any("数字工匠”认定工作" in text for text in words)
    assert any("苹果480箱" in text for text in words)
