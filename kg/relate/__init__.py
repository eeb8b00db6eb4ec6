"""Mentions → Facts, within one article: who ran what for whom, where, when, how much; who holds which post."""

from kg.relate.facts import Relater

__all__ = ["Relater"]
