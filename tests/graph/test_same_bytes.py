"""The same Knowledge gives the same bytes, in any process; and the text is what was agreed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg.graph
from kg.graph.files import render
from kg.lexicon import Lexicon
from kg.model import Knowledge
from tests.graph import sample

GOLDEN = Path(__file__).parent / "golden"
NAMES = (
    "graph.ttl",
    "graph.nt",
    "graph.jsonld",
    "context.jsonld",
    "graph.graphml",
    "graph.gexf",
    "graph.json",
    "graph.cyjs",
    "nodes.csv",
    "edges.csv",
)
WRITE = """
import sys
from pathlib import Path
import kg.graph
from kg.lexicon import Lexicon
from tests.graph import sample
lexicon = Lexicon(Path(sys.argv[1]))
kg.graph.write(sample.knowledge(), sys.argv[2] + "/small", lexicon=lexicon)
kg.graph.write(sample.hostile(), sys.argv[2] + "/hostile", lexicon=lexicon)
print([name for name in ("rdflib", "networkx", "pyshacl", "spacy", "pandas") if name in sys.modules])
"""


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.*"))
    }


def test_any_hash_seed_gives_the_same_bytes(lexicon: Lexicon, tmp_path: Path, root: Path) -> None:
    found = []
    for seed in ("0", "1", "4242"):
        folder = tmp_path / seed
        result = subprocess.run(
            [sys.executable, "-c", WRITE, str(lexicon.folder), str(folder)],
            cwd=root,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            timeout=120,
        )
        assert result.returncode == 0, result.stderr
        assert result.stdout.strip() == "[]", "a build imports no library that it does not need"
        found.append(digests(folder))
    assert len(found[0]) == 2 * len(NAMES)
    assert found[0] == found[1] == found[2]


def test_the_files_and_their_order(lexicon: Lexicon, tmp_path: Path) -> None:
    assert kg.graph.write(sample.knowledge(), tmp_path, lexicon=lexicon) == NAMES
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", ["graph.ttl", "edges.csv"])
def test_golden_files(lexicon: Lexicon, name: str) -> None:
    assert render(sample.knowledge(), lexicon=lexicon)[name].decode() == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_order_in_which_things_come_does_not_matter(lexicon: Lexicon) -> None:
    sorted_by_key = sample.knowledge()
    backwards = Knowledge(
        sources=sorted_by_key.sources[::-1],
        articles=sorted_by_key.articles[::-1],
        entities=sorted_by_key.entities[::-1],
        initiatives=sorted_by_key.initiatives[::-1],
        memberships=sorted_by_key.memberships[::-1],
    )
    assert render(backwards, lexicon=lexicon) == render(sorted_by_key, lexicon=lexicon)


def test_as_much_as_five_pages_hold_costs_little(lexicon: Lexicon) -> None:
    knowledge = sample.large()
    render(sample.knowledge(), lexicon=lexicon)
    began = time.process_time()
    files = render(knowledge, lexicon=lexicon)
    assert files["graph.nt"].count(b"\n") > 25_000
    assert time.process_time() - began < 2, "measured 0.4 s; room for a slow machine"


def test_another_base_changes_the_iris_and_nothing_else(lexicon: Lexicon) -> None:
    there = render(sample.knowledge(), lexicon=lexicon, base="https://example.org/kg/")
    here = render(sample.knowledge(), lexicon=lexicon)
    moved = here["graph.nt"].replace(b"https://w3id.org/union-kg/id/", b"https://example.org/kg/")
    assert sorted(there["graph.nt"].splitlines()) == sorted(moved.splitlines())
    assert b"https://w3id.org/union-kg/id/" not in b"".join(there.values())
