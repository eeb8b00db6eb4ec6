"""What an annotator's gold says, as the facts of a graph: so that two annotators are measured like graph and gold.

Guarantees: only what the annotator requires is stated, since what one marks optional is a claim that it may be
missing; nodes are named after their source, so that ids of two files never meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.score.articles import extent
from kg.score.facts import Facts, InitiativeNode, PostNode, Stretch
from kg.score.gold import Gold, GoldInitiative
from kg.score.names import normal, normal_forms

__all__ = ["annotated_facts"]


def annotated_facts(several: Iterable[Gold], texts: Mapping[str, str]) -> Facts:
    """The facts of gold files whose source is in `texts` (by its name); other files are passed over."""
    facts = Facts()
    for gold in several:
        if gold.source in texts:
            _Reading(gold, texts[gold.source], facts).tell()
    return facts


class _Reading:
    """One gold file on its way into `facts`."""

    def __init__(self, gold: Gold, text: str, facts: Facts) -> None:
        self._gold = gold
        self._text = text
        self._facts = facts
        self._required = {entity.id for entity in gold.entities if not entity.optional}

    def tell(self) -> None:
        """State everything that the file requires."""
        source = self._gold.source
        for entity in self._gold.entities:
            self._name(entity.id, *entity.labels)
            self._facts.types[self._node(entity.id)] = entity.type
        self._facts.mentioned[source] = [self._node(one.id) for one in self._gold.entities if one.id in self._required]
        for initiative in self._gold.initiatives:
            if not initiative.optional:
                self._name(initiative.id, initiative.name, *initiative.accept)
                self._facts.initiatives[self._node(initiative.id)] = self._initiative(initiative)
        self._facts.posts[source] = list(self._posts())
        self._facts.articles[source] = {
            self._node(article.id): [whole] for article in self._gold.articles if (whole := extent(self._text, article))
        }

    def _node(self, name: str) -> str:
        return f"{self._gold.source}#{name}"

    def _name(self, name: str, shown: str, *others: str) -> str:
        """Name a node; the node."""
        node = self._node(name)
        self._facts.forms[node] = set(normal_forms((shown, *others)))
        self._facts.names[node] = shown
        return node

    def _initiative(self, initiative: GoldInitiative) -> InitiativeNode:
        ends = {
            "unions": initiative.unions,
            "partners": initiative.partners,
            "groups": initiative.groups,
            "places": initiative.places,
        }
        numbers = {
            "provisions": initiative.provisions,
            "money": initiative.money,
            "beneficiaries": initiative.beneficiaries,
        }
        begins = ((self._text.find(words), len(words)) for words in initiative.evidence)
        return InitiativeNode(
            links={role: sorted(map(self._node, self._required & set(names))) for role, names in ends.items()},
            numbers=[(role, number.value) for role, several in numbers.items() for number in several],
            dates=[date.iso for date in initiative.dates if date.iso],
            kinds=[initiative.kind],
            stretches={self._gold.source: [Stretch(begin, begin + length) for begin, length in begins if begin >= 0]},
            named=False,
        )

    def _posts(self) -> Iterator[PostNode]:
        for role in self._gold.roles:
            person = self._name(f"person {role.person}", role.person)
            body = normal(role.organization)
            others = [form for one in self._gold.entities if body in normal_forms(one.labels) for form in one.labels]
            organization = self._name(f"body {role.organization}", role.organization, *others)
            for title in role.titles:
                yield PostNode(f"{person}, {organization}, {title}", person, organization, normal(title))
