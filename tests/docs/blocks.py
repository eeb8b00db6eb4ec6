"""The code of the written pages, cut out and run as a reader would run it.

A block is run unless a comment ``<!-- not run: REASON -->`` stands on the line before it. A block ``text`` that
follows one, under ``<!-- prints -->``, is what it must have printed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

__all__ = ["Block", "blocks", "code_of", "printed_by", "run"]

_BLOCK = re.compile(
    r"(?:^<!-- not run: (?P<reason>[^>]+) -->\n+)?^```(?P<language>python|sh)\n(?P<code>.*?)^```$"
    r"(?:\n\n<!-- prints -->\n```text\n(?P<printed>.*?)^```$)?",
    re.DOTALL | re.MULTILINE,
)
_KG = 'kg() { "$PYTHON" -m kg "$@"; }\n'


class Block(NamedTuple):
    """A block of code of a page."""

    line: int
    language: str
    code: str
    printed: str | None
    """What the page says that it prints."""
    reason: str | None
    """Why it is not run."""


def blocks(page: str) -> list[Block]:
    """The blocks of a page, in its order."""
    return [
        Block(page[: match.start("code")].count("\n") + 1, *match.group("language", "code", "printed", "reason"))
        for match in _BLOCK.finditer(page)
    ]


def run(block: Block, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a block in `folder`, where ``kg`` is the program under test; a command that fails ends the block."""
    code = block.code.replace(".venv/bin/", "")
    program = [sys.executable, "-c", code] if block.language == "python" else ["sh", "-e", "-c", _KG + code]
    return subprocess.run(
        program,
        cwd=folder,
        env={**environment, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def code_of(page: str, language: str) -> list[str]:
    """The code of every block of a language, whether it is run or not."""
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)


def printed_by(program: str, folder: Path, root: Path) -> str:
    """What a Python program prints in `folder`, where `root` is the repository; it has to end well."""
    result = run(Block(1, "python", program, None, None), folder, {**os.environ, "PYTHONPATH": str(root)})
    assert result.returncode == 0, result.stderr
    return result.stdout
