"""Artefacts made from public data, each with a card: data, licence, command that made it, figures.

Guarantees: `artefact` only names a folder beside this file; nothing is read, downloaded or imported.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["artefact"]


def artefact(name: str) -> Path:
    """The folder of the artefact called `name`, in a checkout and in an installed wheel alike."""
    return Path(__file__).parent / name
