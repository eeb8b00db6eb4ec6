"""What the tests of other tools share: a node with the readers of the files in it, or a reason why there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Read = Callable[[str, Path], Any]
FOLDER = Path(__file__).parent / "node"


def unavailable(reason: str) -> None:
    """Skip with a reason; where everything has to run (CI), fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def read_by_node() -> Read:
    """Run a script of ``node/`` on a file; what it printed, from JSON."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        unavailable("node and npm are not installed: apt install nodejs npm")
    installed = FOLDER / "node_modules" / ".package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < (FOLDER / "package-lock.json").stat().st_mtime:
        made = subprocess.run([str(npm), "ci"], cwd=FOLDER, capture_output=True, text=True, timeout=300, check=False)
        if made.returncode != 0:
            unavailable(f"npm ci in {FOLDER.name}/ failed: {made.stderr.strip().splitlines()[-1:]}")

    def read(script: str, file: Path) -> Any:
        result = subprocess.run(
            [str(node), script, str(file)], cwd=FOLDER, capture_output=True, text=True, timeout=120, check=False
        )
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    return read
