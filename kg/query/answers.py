"""What can be asked of a graph, whichever way it was made: SPARQL, named questions, records, networks.

Guarantees: asking changes nothing; names are looked up in one way in all of it, so that the same words choose the
same things in a question, in a list of records and in a part of the graph.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from kg.query.conflicts import Conflict, find_conflicts
from kg.query.lookup import Lookup
from kg.query.parameters import Choice, Conditions
from kg.query.projection import project
from kg.query.records import InitiativeRecord, Quote
from kg.query.rows import Rows
from kg.query.selection import chosen
from kg.query.statements import Statements

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph

    from kg.lexicon import Lexicon
    from kg.query.why_records import Explanation, WhyNot

__all__ = ["Answers"]


class Answers(ABC):
    """The questions; what makes a graph gives the store, the base of its identifiers and the lexicon."""

    _lexicon: Lexicon

    @property
    @abstractmethod
    def store(self) -> pyoxigraph.Store:
        """The statements."""

    @property
    @abstractmethod
    def base(self) -> str:
        """The IRI under which things found in texts are named."""

    def sparql(self, query: str, bindings: Mapping[str, int | float | bool | date | str] | None = None) -> Rows:
        """The answer to a SPARQL 1.1 question, as rows.

        Parameters
        ----------
        query : SELECT, ASK or CONSTRUCT; the vocabulary's prefixes need not be declared.
        bindings : values for variables that `query` selects, by name; a str that begins like a web
            address is a node. They are bound by the engine, never pasted into the text.

        Returns
        -------
        Rows : a list of dicts (see ``kg.query.rows``) with ``to_pandas()``.

        Raises
        ------
        QueryError : the question cannot be parsed, or asks for another machine (SERVICE).

        >>> g.sparql("SELECT ?union ?level { ?u rdfs:label ?union ; ukg:unionLevel ?level }", {"level": "enterprise"})
        [{'union': '青石快运公司工会', 'level': 'enterprise'}]

        Source: ``kg.query.sparql``.
        """
        from kg.query.sparql import ask

        return ask(self.store, query, bindings or {}, self.base)

    def ask(self, question: str, **conditions: Unpack[Conditions]) -> Rows:
        """The answer to a named question, as rows that are always in the same order.

        Parameters
        ----------
        question : the name of one of ``kg.query.questions()``; ``kg ask`` lists them.
        conditions : ``union``, ``group``, ``kind``, ``place``, ``standing``, ``initiative``, ``person`` and
            ``organization`` are a label in Chinese or English, another form, a key or an IRI; ``since`` and
            ``until`` are a year, a month or a day. Which of them a question takes, it says itself
            (``Question.parameters``).

        Returns
        -------
        Rows : a column ``union`` holds labels, ``union_iri`` the nodes; numbers are floats or ints.

        Raises
        ------
        QueryError : there is no such question, it takes no such condition, nothing has that name or several
            things have it (the message lists their keys).

        >>> for row in g.ask("initiatives-by-group", group="快递员", since="2031-01", until="2031-02"):
        ...     print(row["union"], row["initiative"], row["start"])
        云溪市松竹区总工会 送保温杯 2031-01
        云溪市松竹区总工会 暖灯行动 2031-01-18

        Source: ``kg.query.asking``.
        """
        return self.sparql(self.question_text(question, **conditions))

    def question_text(self, question: str, **conditions: Unpack[Conditions]) -> str:
        """The SPARQL of a named question with conditions set, for any engine that holds the graph; see `ask`.

        >>> text = g.question_text("hierarchy", union="云溪市总工会")
        >>> "VALUES $given_union { <https://w3id.org/union-kg/id/union/9901> }" in text
        True
        """
        from kg.query.asking import bound_text
        from kg.query.named import find_question

        return bound_text(find_question(question, self._lexicon), conditions, self._lookup)

    def initiatives(self, **conditions: Unpack[Choice]) -> list[InitiativeRecord]:
        """The initiatives that meet every condition given, by start (undated last), label and key.

        Parameters
        ----------
        union, group, kind, place : a label in Chinese or English, another form, a key or an IRI. A group or a
            kind stands for all narrower ones too, a place for all that it contains.
        standing : ``carried-out``, ``under-way``, ``announced``, ``called-for`` or ``past``, or a label.
        since, until : a year, a month or a day, compared as precisely as the text tells.

        Raises
        ------
        QueryError : nothing of that sort has that name, or several things have it.

        >>> [initiative.label for initiative in g.initiatives(union="松竹区总工会", until="2031-01-10")]
        ['职工读书会', '送保温杯']

        Source: ``kg.query.selection``.
        """
        records = map(self._lookup.initiative, chosen(conditions, self._statements, self._lookup))
        return sorted(records, key=lambda record: (record.start or "9999", record.label, record.key))

    def project(self, first: str, second: str) -> nx.Graph[str]:
        """Unions, groups, places and so on as a weighted network: two are linked by the initiatives they share.

        Parameters
        ----------
        first, second : ``union`` (ran it), ``partner``, ``group``, ``kind``, ``place``, ``standing`` or
            ``article``; the same one twice links, say, unions that ran something together.

        Returns
        -------
        nx.Graph : nodes are keys (``union/330203``) with ``label`` and ``roles``, all that an initiative
            has in one of the two roles. An edge has ``weight`` (number of initiatives), ``initiatives`` (their
            keys) and ``labels`` (in the same order). Groups and places stand as the texts name them; narrower
            ones are not added to broader ones.

        Raises
        ------
        QueryError : there is no such role.

        >>> network = g.project("union", "group")
        >>> network["union/990102"]["group/courier"]
        {'weight': 2, 'initiatives': ('initiative/1a1a', 'initiative/2b2b'), 'labels': ('暖灯行动', '送保温杯')}
        >>> list(g.subgraph(since="2031").project("union", "union").edges)
        []

        Source: ``kg.query.projection``.
        """
        return project(first, second, self._statements, self._lookup)

    def evidence(self, thing: InitiativeRecord | str) -> tuple[Quote, ...]:
        """The words of the sources that state or mention `thing`, by source and position.

        `thing` is an initiative's record, or the label, other form, key or IRI of any entity,
        initiative, post or article; things of one name give the words of all. Positions are
        characters of the decoded file, end exclusive. Raises QueryError for what the graph does not
        know.

        >>> [quote.text for quote in g.evidence("membership/6f6f")]
        ['云溪市总工会副主席乔木']

        Source: ``kg.query.lookup``.
        """
        nodes = self._lookup.thing(thing.key if isinstance(thing, InitiativeRecord) else thing)
        return tuple(sorted({quote for node in nodes for quote in self._lookup.quotes(node)}))

    def conflicts(self) -> tuple[Conflict, ...]:
        """Where reports of one initiative disagree, by its label: numbers, starts, names of a place, each with
        the sentences that state it.

        >>> g.conflicts()
        ()

        Source: ``kg.query.conflicts``.
        """
        return find_conflicts(self._statements, self._lexicon)

    def why(self, thing: str) -> Explanation:
        """Why the graph says what it says about `thing`: sentences, cue words, rules, reasons, confidence.

        `thing` is the label, another form, the key or the IRI of one initiative, union, person, place,
        organisation, group, post or article. Raises QueryError for what nothing is called, and for what
        several things are.

        >>> explanation = g.why("云溪市松竹区总工会")
        >>> explanation.confidence, [form.words for form in explanation.forms]
        (0.95, ['松竹区总工会'])

        Source: ``kg.query.why``.
        """
        from kg.query.why import Reasons

        return Reasons(self._statements, self._lookup, self._lexicon).of(thing)

    def why_not(
        self,
        union: str,
        group: str,
        texts: Iterable[str | os.PathLike[str]] = (),
        *,
        warn: Callable[[str], None] = lambda message: None,
    ) -> WhyNot:
        """What keeps the graph from saying that `union` did something for `group` or a narrower group.

        Parameters
        ----------
        union, group : the label, another form, the key or the IRI of one of each.
        texts : the files or folders that the graph was built from; with them the stages run again on the
            sources in question and tell which rule decided. Without, the graph's own quotes are used.
        warn : called with a sentence for each file that is left out.

        Raises
        ------
        QueryError : no union or group is called so, or several are.
        InputError : a path of `texts` is missing or cannot be read.

        >>> [edge.initiative for edge in g.why_not("云溪市松竹区总工会", "快递员").edges]
        ['暖灯行动', '送保温杯']

        Source: ``kg.query.why_not``.
        """
        from kg.query.why_not import Between

        return Between(self._statements, self._lookup, self._lexicon).answer(union, group, tuple(texts), warn)

    @cached_property
    def _statements(self) -> Statements:
        return Statements(self.store)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self._statements, self.base, lambda: self._lexicon)
