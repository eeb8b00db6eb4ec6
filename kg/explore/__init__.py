"""The graph to look at: the explorer, one page that opens anywhere.

Guarantees: importing this loads nothing; what a name needs is loaded when it is used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.explore.explorer import FILE, Texts, explorer_html

__all__ = ["FILE", "Texts", "explorer_html"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("kg.explore.explorer"), name)
