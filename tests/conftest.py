"""What the tests of the whole program share: the checkout, the command line, one build of the seeds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def run_kg(root: Path) -> Run:
    """Run ``python -m kg`` with arguments in a process of its own, as a user does."""

    def run(*arguments: str | Path, cwd: Path = root, seed: str = "0") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def seed_graph(run_kg: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of ``seeds/`` writes."""
    folder = tmp_path_factory.mktemp("seeds") / "out"
    result = run_kg("build", "seeds", "--out", folder)
    assert result.returncode == 0, result.stderr
    return folder
