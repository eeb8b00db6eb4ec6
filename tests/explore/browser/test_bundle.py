"""The committed bundle is what its sources give: built again from package-lock.json, byte for byte."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.explore.browser.provide import npm

BUNDLE = ("explorer.js", "explorer.css", "licences.txt")


def run(web: Path, script: str) -> subprocess.CompletedProcess[str]:
    program = npm()
    assert program is not None
    return subprocess.run(
        [program, "run", "--silent", script], cwd=web, capture_output=True, text=True, timeout=600, check=False
    )


def test_building_again_gives_the_same_bytes(web: Path, root: Path) -> None:
    for name in BUNDLE:
        (web.parent / "bundle" / name).unlink()
    built = run(web, "build")
    assert built.returncode == 0, built.stderr
    for name in BUNDLE:
        assert (web.parent / "bundle" / name).read_bytes() == (root / "kg/explore/bundle" / name).read_bytes(), name


@pytest.mark.parametrize("script", ["check", "test"])
def test_types_and_unit_tests(web: Path, script: str) -> None:
    result = run(web, script)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_lock_names_no_registry(root: Path) -> None:
    lock = (root / "kg/explore/web/package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in lock
    assert '"resolved"' not in lock


def test_every_package_of_the_bundle_has_its_licence(root: Path) -> None:
    notes = (root / "kg/explore/bundle/licences.txt").read_text(encoding="utf-8")
    for name in ("graphology", "pinyin-pro", "preact", "sigma"):
        assert f"\n{name} " in f"\n{notes}"
