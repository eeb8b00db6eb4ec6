"""No question that is let pass makes the engine call out, whatever its parts put the word behind."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.query.outbound import refuse_service

PARTS = (
    "",
    "OPTIONAL {?s n:a\\#b ?z}",
    "OPTIONAL {?s n:a\\'b ?z}",
    "OPTIONAL {?s <http://a/#b'c> ?z}",
    "OPTIONAL {?s <#'> ?z}",
    "OPTIONAL {?s <a/\\u0041#b> ?z}",
    "FILTER(1<2)",
    "FILTER('a'<'b')",
    "FILTER(1<#>'\n2)",
    "FILTER(1<#>'''\n2)",
    'FILTER(1<#>"""\n2)',
    "BIND(1<'>' AS ?q)",
    'BIND(1<">" AS ?r)',
    "BIND(1<'''>''' AS ?t)",
    "BIND('''a'b''' AS ?u)",
    'BIND("a\\"\'" AS ?v)',
    "VALUES ?w {'' 'a' ''}",
    "#'\n",
    "#>\n",
    "<http://s><http://p><http://o#'>.",
    "<<<http://s> n:p 'x'>> n:p ?x2 .",
)


@pytest.fixture(scope="module")
def nobody() -> Iterator[str]:
    """An address of this machine where nobody listens, and nobody can while the test runs."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}/"


def test_the_engine_calls_where_it_is_not_guarded(nobody: str) -> None:
    with pytest.raises(OSError, match="refused"):
        list(pyoxigraph.Store().query(f"SELECT * {{ SERVICE <{nobody}> {{ ?s ?p ?o }} }}"))


def test_no_pair_of_parts_hides_the_word(nobody: str) -> None:
    store = pyoxigraph.Store()
    call = f"SERVICE <{nobody}> {{?k ?l ?m}}"
    valid = 0
    for before, between, after in itertools.product(PARTS, PARTS, ("", "BIND('>' AS ?y)", "#'''\n")):
        query = f"BASE <http://b/> PREFIX n: <http://n/> SELECT * {{{before}{between}{call}{after}}}"
        try:
            list(store.query(query))
        except SyntaxError:
            continue
        except OSError:
            pass
        valid += 1
        with pytest.raises(QueryError, match="SERVICE is not allowed"):
            refuse_service(query)
    assert valid > 500
