"""Blocks to Turtle that people can read and review: prefixed, sorted, one subject a block.

Guarantees: the same blocks give the same bytes; every link to a labelled thing has its label behind
it as a comment, every link to a phrase its words; rdflib and Oxigraph parse it to the same graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.graph.escape import comment, rdf
from kg.graph.namespaces import PREFIXES, local_name_is_plain, prefixes
from kg.graph.rdf import SECTIONS
from kg.graph.terms import Block, Link, Term, Text

__all__ = ["turtle"]

_RELATIVE = re.compile(r"[A-Za-z0-9][^:/]*(?:/(?!\.{1,2}(?:/|#|$))[^/]*)*")


def turtle(blocks: Sequence[Block], base: str) -> str:
    """The whole document; things found in texts stand as IRIs relative to `base`."""
    writer = _Writer(blocks, base)
    return "".join(writer.document(blocks))


class _Writer:
    def __init__(self, blocks: Iterable[Block], base: str) -> None:
        self._base = base
        self._iri = cache(self._compact)
        self._remarks = dict(_remarks(blocks))

    def document(self, blocks: Iterable[Block]) -> Iterator[str]:
        yield f"@base <{self._base}> .\n"
        for prefix, namespace in sorted(prefixes(self._base).items()):
            yield f"@prefix {prefix}: <{namespace}> .\n"
        section = ""
        for block in blocks:
            if block.section != section:
                section = block.section
                yield f"\n\n# {SECTIONS[section]}\n"
            yield self._block(block)

    def _block(self, block: Block) -> str:
        lines = [f"\n{self._iri(block.iri)}\n    a {' , '.join(block.types)}"]
        remark = ""
        for predicate, terms in block.statements:
            for number, term in enumerate(terms):
                lines.append(f" ;{remark}\n    {predicate} " if number == 0 else f" ,{remark}\n        ")
                lines.append(self._term(term))
                remark = self._remark(term)
        lines.append(f" .{remark}\n")
        return "".join(lines)

    def _term(self, term: Term) -> str:
        if isinstance(term, Link):
            return self._iri(term.iri)
        if isinstance(term, Text):
            return f'"{rdf(term.value)}"@{term.language}' if term.language else f'"{rdf(term.value)}"'
        if term.datatype in ("xsd:integer", "xsd:boolean") or (term.datatype == "xsd:decimal" and "." in term.lexical):
            return term.lexical
        return f'"{rdf(term.lexical)}"^^{term.datatype}'

    def _remark(self, term: Term) -> str:
        return self._remarks.get(term.iri, "") if isinstance(term, Link) else ""

    def _compact(self, iri: str) -> str:
        if iri.startswith(self._base):
            rest = iri[len(self._base) :]
            return f"<{rest}>" if _RELATIVE.fullmatch(rest) else f"<{iri}>"
        for prefix, namespace in PREFIXES.items():
            if iri.startswith(namespace):
                name = iri[len(namespace) :]
                return f"{prefix}:{name}" if not name or local_name_is_plain(name) else f"<{iri}>"
        return f"<{iri}>"


def _remarks(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """What stands behind a link to each block: its label, its headline, or its words."""
    for block in blocks:
        for predicate, terms in block.statements:
            if predicate in ("rdfs:label", "schema:headline", "nif:anchorOf") and isinstance(terms[0], Text):
                yield block.iri, f"  # {comment(terms[0].value)}"
                break
