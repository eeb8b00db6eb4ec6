"""The first room: files to sources, sources to articles. Pure; offsets point into the untouched file."""

from kg.read.files import readable_sources, sources
from kg.read.page import Anatomy, anatomy, articles

__all__ = ["Anatomy", "anatomy", "articles", "readable_sources", "sources"]
