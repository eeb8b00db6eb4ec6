"""requirements.lock: every dependency, one exact version, hashed, and nothing that says where from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = {
    "requirements.lock": ["pandas", "plot", "test"],
    "tests/bench/requirements.lock": ["bench"],
    "tests/docs/requirements.lock": ["docs"],
}


def locked(path: Path) -> Iterator[tuple[Requirement, list[str]]]:
    """Each requirement of a lock file with its hashes."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    blocks = re.split(r"\n(?=\S)", "\n".join(lines))
    for block in blocks:
        first, *rest = block.replace("\\\n", "\n").splitlines()
        yield Requirement(first.strip()), [line.strip() for line in rest if line.strip()]


@pytest.mark.parametrize("name", LOCKS)
def test_exact_and_hashed(root: Path, name: str) -> None:
    entries = list(locked(root / name))
    assert entries
    for requirement, hashes in entries:
        assert re.fullmatch(r"==[\w.!+]+", str(requirement.specifier)), requirement
        assert not requirement.url
        assert hashes and all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", value) for value in hashes), requirement


@pytest.mark.parametrize("name", LOCKS)
def test_names_no_registry(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert not re.search(r"://|@ |--(extra-)?index|--find-links|\bfile:|/(opt|home|root|tmp)/", text)


def test_holds_what_pyproject_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    for name, groups in LOCKS.items():
        versions: dict[str, str] = {}
        for requirement, _ in locked(root / name):
            if requirement.marker is None or requirement.marker.evaluate(dict(default_environment())):
                versions[canonicalize_name(requirement.name)] = str(requirement.specifier).removeprefix("==")
        asked = (
            []
            if name != "requirements.lock"
            else project["project"]["dependencies"] + project["build-system"]["requires"]
        )
        for text in asked + [text for group in groups for text in extras[group]]:
            requirement = Requirement(text)
            if requirement.name == project["project"]["name"]:
                continue
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), text
