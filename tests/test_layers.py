"""The rooms stand in a row: the contract in pyproject.toml holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_import_contract(root: Path) -> None:
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    result = subprocess.run(
        [sys.executable, "-c", lint], cwd=root, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "1 kept, 0 broken" in result.stdout
