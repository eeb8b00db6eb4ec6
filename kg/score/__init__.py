"""How good a graph is: held against gold files that a careful reader wrote (``docs/annotation-guide.md``).

Guarantees: reads the exported Turtle or N-Triples through SPARQL in the vocabulary and nothing else, so
that what is scored is what a user gets; the same graph and gold give the same figures and the same bytes.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.score.scoring import Score, score

__all__ = ["Score", "score"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.score import scoring

    return getattr(scoring, name)
