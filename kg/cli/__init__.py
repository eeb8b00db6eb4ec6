"""The command ``kg``: parses, calls, prints, and nothing else.

Guarantees: results go to stdout, warnings and errors to stderr, one line each; nothing heavy is imported
before a command runs. A module holds the commands of one purpose.
"""

from __future__ import annotations

import gc

from kg.cli import (
    asking,
    building,
    checking,
    explaining,
    exploring,
    exporting,
    plotting,
    pushing,
    serving,
    storing,
    verifying,
)
from kg.cli.application import app, plain_errors

__all__ = [
    "app",
    "asking",
    "building",
    "checking",
    "explaining",
    "exploring",
    "exporting",
    "main",
    "plotting",
    "pushing",
    "serving",
    "storing",
    "verifying",
]

COLLECT = (50_000, 20, 100)
"""Thresholds of the cycle collector: records hold no cycles, and all that was read at the start stays to the end."""


def main() -> None:
    """Run the command line; the entry point of ``kg``."""
    gc.set_threshold(*COLLECT)
    with plain_errors():
        app()
