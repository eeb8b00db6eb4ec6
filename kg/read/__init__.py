"""The first room: files to sources, sources to articles. Pure; offsets point into the untouched file."""

from kg.read.files import sources

__all__ = ["sources"]
