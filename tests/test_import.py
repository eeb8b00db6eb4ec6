"""Start-up: what is imported when nothing has been asked for yet."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"spacy", "spacy_pkuseg", "jionlp", "jiojio", "rdflib", "pyshacl", "networkx", "trafilatura", "pandas", "numpy"}


def modules_after(code: str) -> set[str]:
    """Top-level modules that a fresh process holds after `code`."""
    report = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(result.stdout.splitlines()[-1]))


@pytest.mark.parametrize("code", ["import kg", "import kg.cli", "import kg.pipeline"])
def test_import_is_light(code: str) -> None:
    loaded = modules_after(code)
    assert "kg" in loaded
    assert not loaded & HEAVY


def test_help_loads_nothing_heavy() -> None:
    loaded = modules_after(
        "import sys; sys.argv = ['kg', '--help']\nfrom kg.cli import main\ntry: main()\nexcept SystemExit: pass"
    )
    assert not loaded & HEAVY
