"""A named question with conditions in words, to SPARQL and to rows.

Guarantees: a user's words choose a node or a period and are never part of the query's text; the bound text is
SPARQL for any engine, and the same text gives the same rows in the same order in each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.query.lookup import Lookup
from kg.query.named import Question
from kg.query.parameters import check_period, term

__all__ = ["bound_text"]


def bound_text(question: Question, conditions: Mapping[str, Any], lookup: Lookup) -> str:
    """The SPARQL of `question` with `conditions` set; None is no condition.

    Raises QueryError for a condition that the question does not take, a name that means nothing or several
    things, and a period that is none.
    """
    given = {name: value for name, value in conditions.items() if value is not None}
    question.check_taken(given)
    terms = {name: term(name, value, lookup) for name, value in given.items()}
    check_period(*(terms[name].value if name in terms else None for name in ("since", "until")))
    return question.bound(terms)
