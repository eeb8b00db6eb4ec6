"""The wheel and the sdist: what travels in them, and that the wheel works from any directory."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PACKED = ["LICENSE", "Makefile", "README.md", "pyproject.toml", "requirements.lock"]


@pytest.fixture(scope="module")
def archives(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the sdist, built by the locked backend without any network."""
    folder = tmp_path_factory.mktemp("dist")
    code = (
        "import hatchling.build as backend, sys; "
        "print(backend.build_wheel(sys.argv[1])); print(backend.build_sdist(sys.argv[1]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=root, capture_output=True, text=True, timeout=300, check=True
    )
    wheel, sdist = result.stdout.split()
    return {"wheel": folder / wheel, "sdist": folder / sdist}


@pytest.fixture(scope="module")
def installed(archives: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel alone, as pip unpacks it."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(archives["wheel"]) as wheel:
        wheel.extractall(folder)
    return folder


def test_wheel_holds_the_package_its_ontology_and_its_models(root: Path, archives: dict[str, Path]) -> None:
    with zipfile.ZipFile(archives["wheel"]) as wheel:
        names = set(wheel.namelist())
    sources = {str(path.relative_to(root)) for path in (root / "kg").rglob("*.py")}
    models = {
        str(path.relative_to(root))
        for path in (root / "kg" / "models").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    page = {str(path.relative_to(root)) for path in (root / "kg" / "serve" / "page").iterdir()}
    assert len(page) == 4
    ontology = {"kg/" + str(path.relative_to(root)) for path in (root / "ontology").rglob("*") if path.is_file()}
    assert len(ontology) > 10
    assert sources | models | ontology | page <= names
    assert not [name for name in names if not name.startswith(("kg/", "union_kg-"))]
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_sdist_holds_what_a_build_needs(root: Path, archives: dict[str, Path]) -> None:
    with tarfile.open(archives["sdist"]) as sdist:
        names = {name.split("/", 1)[1] for name in sdist.getnames()}
    wanted = {
        str(path.relative_to(root))
        for folder in ("kg", "ontology", "seeds", "tests")
        for path in (root / folder).rglob("*")
        if path.is_file() and not {"__pycache__", "node_modules"} & set(path.parts)
    }
    assert wanted | set(PACKED) <= names
    assert not [name for name in names if name.startswith((".venv", ".git/"))]


def test_installed_wheel_builds_a_graph_from_any_directory(
    root: Path, installed: Path, seed_graph: Path, tmp_path: Path
) -> None:
    """A process that sees the unpacked wheel before the checkout, started where neither lies."""
    where = "import kg, kg.lexicon; print(kg.__file__); print(kg.lexicon.ontology_folder())"
    command = "from kg.cli import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    page = sorted((root / "seeds").glob("*.txt"))

    def python(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    package, ontology = python(where).stdout.split("\n")[:2]
    assert Path(package).is_relative_to(installed)
    assert Path(ontology) == installed / "kg" / "ontology"
    result = python(command, "build", *page, "--out", "graph")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "graph" / "graph.ttl").read_bytes() == (seed_graph / "graph.ttl").read_bytes()
    assert python(command, "validate", "graph").returncode == 0
    assert python(command, "--version").stdout.startswith("kg ")
