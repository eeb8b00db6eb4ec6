"""The groups of texts with gold, by the name under which their figures are recorded, and the main measures."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
GOLD = ROOT / "tests" / "gold"


class Group(NamedTuple):
    """Texts with their gold."""

    title: str
    texts: Path
    gold: Path


GROUPS = {
    "seeds": Group("two scanned pages", ROOT / "seeds", GOLD / "seeds"),
    "more": Group("48 other texts", GOLD / "more" / "texts", GOLD / "more" / "gold"),
    "pages": Group("three more scanned pages", ROOT / "seeds", GOLD / "pages"),
    "news": Group("132 texts of news", GOLD / "news" / "texts", GOLD / "news" / "gold"),
    "last": Group("30 texts scored last", GOLD / "last" / "texts", GOLD / "last" / "gold"),
    "unseen": Group("60 unseen texts", GOLD / "unseen" / "texts", GOLD / "unseen" / "gold"),
}
MAIN = {
    "TRIPLES union–initiative–group": "which union ran which initiative for which group, all three right",
    "initiatives": "initiatives",
    "initiative–union": "the unions of an initiative",
    "initiative–group": "its worker groups",
    "initiative–place": "its places",
    "initiative numbers": "its numbers: things, money, people",
    "roles": "who holds which post where",
    "entities (all types)": "unions, organisations, people, places and groups",
    "articles": "articles told apart",
    "evidence quotes exact": "quotes that stand in the source as quoted",
}
"""Measures of README's table, with what they are called there."""
