"""What the browser tests need beside Python: a Chromium, and npm for the bundle.

Run as a program it installs what is missing: Debian's packages where it may (root, or sudo that asks for
nothing), else Playwright's own Chromium. It says what it did and never fails; whether a test that lacks
something is skipped or fails is the tests' matter (`missing`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

__all__ = ["chromium", "missing", "npm"]

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """The program to start: the system's, else the one that Playwright keeps."""
    for name in CHROMIUMS:
        if found := shutil.which(name):
            return found
    return _playwrights_own()


def npm() -> str | None:
    """The program of npm, where node is there too."""
    return shutil.which("npm") if shutil.which("node") else None


def missing(what: str) -> NoReturn:
    """Skip the test, or fail it where all tests must run."""
    sentence = f"{what}; `make provide` says why it could not be installed"
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def _done(command: list[str]) -> bool:
    print("  " + " ".join(command), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}")
        return False
    if result.returncode != 0:
        print("  " + (result.stderr.strip().splitlines() or ["failed"])[-1])
    return result.returncode == 0


def _as_root() -> list[str] | None:
    """What to write before a command that root must run; None where that may not be."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    may = shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    return sudo if may else None


def _install_packages(names: list[str]) -> bool:
    root = _as_root()
    if root is None:
        return False
    install = [*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    return _done([*root, "apt-get", "update", "-qq"]) and _done(install)


def _provide_chromium() -> None:
    if chromium() is None:
        print("no Chromium here; installing one for the explorer's tests")
        if not _install_packages(["chromium"]):
            _done([sys.executable, "-m", "playwright", "install", "chromium"])
        if chromium() is None:
            print(
                "no Chromium could be installed: the explorer's tests in a browser are skipped, or fail where CI=true"
            )


def _provide_npm() -> None:
    # Only where the bundle's test must run: node is large, and nothing else needs it.
    if npm() is None and os.environ.get("CI") == "true":
        print("no npm here; installing it for the test of the explorer's bundle")
        if not _install_packages(["nodejs", "npm"]):
            print("npm could not be installed")


if __name__ == "__main__":
    _provide_chromium()
    _provide_npm()
