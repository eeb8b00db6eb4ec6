"""The large graphs of ``make bench`` are honest ones: of the size asked for, the same each time, in good shape."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
import kg.graph
from kg.lexicon import Lexicon
from kg.query import validate
from tests.bench.multiply import Pattern, mark, tag
from tests.graph import sample

BASE = "https://w3id.org/union-kg/id/"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
ANCHOR = "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf>"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a graph written by hand: three unions, three initiatives."""
    schemes = sample.ontology(tmp_path_factory.mktemp("schemes"))
    out = tmp_path_factory.mktemp("small")
    kg.graph.write(sample.knowledge(), out, lexicon=Lexicon(schemes))
    return out


@pytest.fixture(scope="module")
def large(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four copies of it."""
    out = tmp_path_factory.mktemp("large")
    pattern = Pattern.of_file(small / "graph.ttl")
    wanted = len(pattern.shared) + 3 * len(pattern.copied) + 1
    assert pattern.write(out / "graph.nt", wanted) == pattern.size(4)
    return out


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        (f'<{BASE}union/9901> {LABEL} "云溪市总工会" .', f'<{BASE}union/9901*> {LABEL} "云溪市总工会*" .'),
        (f'<{BASE}source/a#char=1,3> {ANCHOR} "工会" .', f'<{BASE}source/a*#char=1,3> {ANCHOR} "工会" .'),
        (
            f'<{BASE}source/a#char=1,25> {ANCHOR} "一二三四五六七八九十一二三四五六七八九十一二三四" .',
            f'<{BASE}source/a*#char=1,25> {ANCHOR} "一二三四五六七八九十一二三四五六七八*" .',
        ),
        (f'<{BASE}role/1> {LABEL} "主席" .', f'<{BASE}role/1> {LABEL} "主席" .'),
        (f'<{BASE}> <http://purl.org/dc/terms/title> "x" .', f'<{BASE}> <http://purl.org/dc/terms/title> "x" .'),
        (
            f'<{BASE}a/1> <https://schema.org/value> "2"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
            f'<{BASE}a/1*> <https://schema.org/value> "2"^^<http://www.w3.org/2001/XMLSchema#decimal> .',
        ),
        (
            f"<{BASE}i/1> <https://w3id.org/union-kg/ontology#targets> <https://w3id.org/union-kg/groups#courier> .",
            f"<{BASE}i/1*> <https://w3id.org/union-kg/ontology#targets> <https://w3id.org/union-kg/groups#courier> .",
        ),
    ],
)
def test_what_a_copy_has_of_its_own(line: str, marked: str) -> None:
    assert mark(line).replace("\ue000", "*") == marked


def test_every_statement_is_another_and_concepts_are_shared(large: Path) -> None:
    lines = (large / "graph.nt").read_text(encoding="utf-8").splitlines()
    assert len(set(lines)) == len(lines)
    graph = kg.load(large)
    rows = graph.sparql("SELECT ?l { ?u a ukg:Union ; rdfs:label ?l } ORDER BY ?l")
    names = ("云溪市总工会", "云溪市松竹区总工会", "青石快运公司工会")
    assert [row["l"] for row in rows] == sorted(name + tag(number) for name in names for number in range(4))
    counted = graph.sparql("SELECT (COUNT(*) AS ?n) { ?i ukg:targets group:courier }")
    assert counted == [{"n": 8}]


def test_copies_keep_the_shapes(large: Path) -> None:
    assert validate(large).conforms


def test_the_command(small: Path, root: Path) -> None:
    command = [sys.executable, "tests/bench/multiply.py", str(small / "graph.nt"), "3000"]
    first, second = (subprocess.run(command, cwd=root, capture_output=True, check=True) for _ in range(2))
    assert first.stdout == second.stdout
    number = len(first.stdout.splitlines())
    assert number >= 3000
    assert first.stderr.decode().startswith(f"{number} statements, ")
