"""The code of the written pages, cut out and run as a reader would run it.

A block is run unless a comment ``<!-- not run: REASON -->`` stands on the line before it. A block ``text`` that
follows one, under ``<!-- prints -->``, is what it must have printed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

__all__ = ["Block", "blocks", "run"]

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
