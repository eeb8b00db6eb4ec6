"""Why the graph says what it says of one thing: sentences, cue words, rules, reasons, confidence.

Guarantees: reads the graph and the lexicon alone; a fact without a sentence that names its value says so in its
note; sentences come by source and position.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.namespaces import KINDS
from kg.lexicon import Lexicon
from kg.query.lookup import Lookup
from kg.query.one_thing import label_of, one_thing, type_of
from kg.query.passages import Passages
from kg.query.records import Quote
from kg.query.retracing import Passage, quoted_passages
from kg.query.statements import Statements
from kg.query.why_records import Cue, Explanation, Form, Stated
from kg.recognise.dates import dates

__all__ = ["Reasons"]

_LINKS = (
    ("ran by", "ukg:ranBy"),
    ("with", "ukg:partner"),
    ("for", "ukg:targets"),
    ("where", "schema:location"),
)
_OF_ENTITY = (
    ("level", "ukg:unionLevel", "by its name"),
    ("jurisdiction", "ukg:jurisdiction", "by its name and the reasons above"),
    ("below", "org:subOrganizationOf", "by its name or its jurisdiction"),
    ("of the workers of", "ukg:ofOrganization", "by its name"),
    ("located in", "schema:location", "by its name and the reasons above"),
    ("code", "ukg:gbCode", "from the table of divisions"),
    ("within", "schema:containedInPlace", "from the table of divisions, or by the articles that name it"),
    ("kind of", "skos:broader", "from the scheme of groups"),
)
_BACKWARDS = (
    ("ran", "ukg:ranBy"),
    ("took part in", "ukg:partner"),
    ("addressed by", "ukg:targets"),
    ("place of", "schema:location"),
)
_POSTS = (("holds", "org:member"), ("post in it", "org:organization"), ("wrote", "schema:author"))
_OF_POST = (("who", "org:member"), ("where", "org:organization"), ("title", "org:role"))
_OF_ARTICLE = (("by", "schema:author"), ("in", "schema:isPartOf"), ("date", "schema:datePublished"))
_AMOUNTS = (("handed out", "ukg:provides"), ("money", "ukg:funding"), ("people reached", "ukg:reached"))
_NO_SENTENCE = "no sentence of the initiative names it; named beside it in the article"


class Reasons:
    """Explains things of one graph."""

    def __init__(self, statements: Statements, lookup: Lookup, lexicon: Lexicon) -> None:
        self._read = statements
        self._lookup = lookup
        self._lexicon = lexicon
        self._passages = Passages(statements)
        self._quoted: dict[str, list[Passage]] = {}

    def of(self, name: str) -> Explanation:
        """The explanation of the one thing called `name`; raises QueryError for none and for several."""
        read, node = self._read, one_thing(self._read, self._lookup, name)
        kind = type_of(read, node)
        facts = {"initiative": self._initiative, "post": self._post, "article": self._article}.get(kind, self._entity)
        confidence = read.value(node, "ukg:confidence")
        told = kind == "initiative"
        return Explanation(
            key=node,
            label=label_of(read, node),
            type=kind,
            confidence=None if confidence is None else float(confidence),
            confidence_of=self._parts(node) if told else self._surest(node),
            rules=tuple(read.values(node, "ukg:rule")),
            facts=tuple(facts(node)),
            forms=self._forms(node),
            reasons=() if told else tuple(read.values(node, "ukg:reason")),
        )

    def _parts(self, initiative: str) -> tuple[str, ...]:
        """The parts of an initiative's confidence, what speaks for it first."""
        reasons = self._read.values(initiative, "ukg:reason")
        return tuple(sorted(reasons, key=lambda reason: ("+" not in reason.rpartition(" ")[2], reason)))

    def _surest(self, node: str) -> tuple[str, ...]:
        mentions = len(self._read.subjects("itsrdf:taIdentRef", node))
        if self._read.value(node, "ukg:confidence") is None or self._read.value(node, "org:member"):
            return ()
        if not mentions:
            return ("no text names it; it stands above or beside a thing that one names",)
        return (f"the surest of {mentions} mentions",)

    def _initiative(self, node: str) -> Iterable[Stated]:
        read = self._read
        cues = read.values(node, "ukg:cue")
        sentences = self._told(node)
        yield Stated("told", label_of(read, node), "", tuple(map(Cue, cues)), sentences)
        for what, predicate in _LINKS:
            for value in read.values(node, predicate):
                yield self._link(node, what, value)
        for what, predicate in (("start", "schema:startDate"), ("end", "schema:endDate")):
            for value in read.values(node, predicate):
                yield self._date(node, what, value)
        for dating in read.values(node, "ukg:dating"):
            value = read.value(dating, "schema:startDate") or ""
            yield Stated("start by one report", value, "", (), self._passages.sentences(node, self._own(dating)))
        for what, predicate in _AMOUNTS:
            for amount in read.values(node, predicate):
                words = tuple(sorted({Cue(_line(quote.text)) for quote in self._lookup.quotes(amount)}))
                found = self._passages.sentences(node, self._own(amount))
                yield Stated(what, self._amount(amount), amount, words, found)
        yield from self._standing_and_kind(node, sentences)
        for what, predicate in (("part of", "schema:superEvent"), ("with the measure", "schema:subEvent")):
            for other in read.values(node, predicate):
                yield Stated(what, label_of(read, other), other, (), self._told(other))
        for name in read.values(node, "skos:altLabel"):
            yield Stated("also called", name, "", (), _holding(sentences, (name,)))
        for article in read.values(node, "schema:subjectOf"):
            told = (each for each in self._own(node) if article in self._passages.articles([each]))
            yield Stated("article", label_of(read, article), article, (), self._passages.sentences(node, told))

    def _link(self, initiative: str, what: str, value: str) -> Stated:
        """A union, partner, group or place of an initiative."""
        read = self._read
        phrases = self._passages.of(initiative, value)
        mentions = read.subjects("itsrdf:taIdentRef", value)
        note = ""
        if not phrases:
            phrases = self._nearest(initiative, mentions)
            note = _NO_SENTENCE if phrases else self._unnamed(initiative, value)
        cues = tuple(sorted({self._cue(phrase) for phrase in phrases}))
        beside = map(self._sentence, phrases) if note else self._passages.sentences(initiative, phrases)
        return Stated(what, label_of(read, value), value, cues, tuple(beside), note)

    def _sentence(self, phrase: str) -> Quote:
        """The sentence in which a phrase stands, by the graph's own quotes."""
        source, begin, _ = self._passages.span(phrase)
        if source not in self._quoted:
            self._quoted[source] = list(quoted_passages(self._read, self._passages, source))
        around = (passage.quote for passage in self._quoted[source] if passage.holds(source, begin))
        return next(around, self._passages.quote(phrase))

    def _nearest(self, initiative: str, mentions: Iterable[str]) -> tuple[str, ...]:
        """The last mention before the initiative's first sentence in its articles, else the first behind it."""
        own = self._own(initiative)
        articles = self._passages.articles(own)
        first = min(map(self._passages.span, own), default=("", 0, 0))
        here = [each for each in mentions if self._passages.articles([each]) & articles]
        spans = {each: self._passages.span(each) for each in here}
        before = [each for each, span in spans.items() if span[0] == first[0] and span < first]
        if before:
            return (max(before, key=self._passages.span),)
        return (min(here, key=self._passages.span),) if here else ()

    def _unnamed(self, initiative: str, value: str) -> str:
        read = self._read
        for union in read.values(initiative, "ukg:ranBy"):
            if value in read.values(union, "ukg:jurisdiction"):
                return f"the text names no such place; it is the jurisdiction of {label_of(read, union)}"
        for place in read.values(initiative, "schema:location"):
            if value in read.values(place, "schema:containedInPlace"):
                return f"the text names no such place; {label_of(read, place)} lies in it"
        return "no text of the initiative names it"

    def _date(self, initiative: str, what: str, value: str) -> Stated:
        """A date with the expressions of the sentences that may tell it."""
        published = {
            self._read.value(article, "schema:datePublished")
            for article in self._read.values(initiative, "schema:subjectOf")
        }
        cues: set[str] = set()
        found: list[Quote] = []
        for quote in self._told(initiative):
            said = {
                mention.text
                for day in published or {None}
                for mention in dates(_close(quote.text), day)
                if value in mention.concept.split("/")
            }
            if said:
                cues |= said
                found.append(quote)
        note = "" if found else "no date of its sentences says so alone; told before or beside them"
        return Stated(what, value, "", tuple(Cue(words) for words in sorted(cues)), tuple(found), note)

    def _standing_and_kind(self, node: str, sentences: tuple[Quote, ...]) -> Iterable[Stated]:
        read = self._read
        for standing in read.values(node, "ukg:standing"):
            cues = read.values(node, "ukg:standingCue")
            note = "" if cues else "told as done, without a word that says how it stands"
            label = label_of(read, standing)
            yield Stated("standing", label, standing, tuple(map(Cue, cues)), _holding(sentences, cues), note)
        for kind in read.values(node, "ukg:kind"):
            concept = self._lexicon.kinds.get(kind.removeprefix(KINDS))
            words = {*concept.hidden, *concept.alternatives, concept.label} if concept else set()
            text = "".join((label_of(read, node), *(_close(quote.text) for quote in sentences)))
            said = sorted(word for word in words if word in text)
            hints = [word for word in said if not any(word != other and word in other for other in said)]
            yield Stated(
                "kind", label_of(read, kind), kind, tuple(map(Cue, hints)), _holding(sentences, hints),
                "" if hints else "by its verbs, goods and the rest of its text",
            )  # fmt: skip

    def _entity(self, node: str) -> Iterable[Stated]:
        """What the graph says of a union, organisation, person, place or group."""
        read = self._read
        for what, predicate, note in _OF_ENTITY:
            for value in read.values(node, predicate):
                is_node = bool(read.values(value, "rdf:type"))
                label = label_of(read, value) if is_node else value
                yield Stated(what, label, value if is_node else "", note=note)
        for what, predicate in _POSTS:
            for other in read.subjects(predicate, node):
                yield Stated(what, label_of(read, other), other, (), self._told(other) if what != "wrote" else ())
        for what, predicate in _BACKWARDS:
            for initiative in read.subjects(predicate, node):
                if type_of(read, initiative) != "initiative":
                    continue
                link = self._link(initiative, what, node)
                yield Stated(
                    what, label_of(read, initiative), initiative, link.cues,
                    link.sentences if not link.note else self._told(initiative), link.note,
                )  # fmt: skip

    def _post(self, node: str) -> Iterable[Stated]:
        read = self._read
        for what, predicate in _OF_POST:
            for value in read.values(node, predicate):
                cues = {self._cue(phrase) for phrase in self._passages.of(node, value)}
                yield Stated(what, label_of(read, value), value, tuple(sorted(cues)), self._told(node))

    def _article(self, node: str) -> Iterable[Stated]:
        read = self._read
        for what, predicate in _OF_ARTICLE:
            for value in read.values(node, predicate):
                is_node = bool(read.values(value, "rdf:type"))
                named = read.subjects("itsrdf:taIdentRef", value) if is_node else []
                here = [phrase for phrase in named if node in self._passages.articles([phrase])]
                cues = tuple(sorted({self._cue(phrase) for phrase in here}))
                label = label_of(read, value) if is_node else value
                yield Stated(what, label, value if is_node else "", cues, self._passages.sentences(node, here))
        for initiative in read.subjects("schema:subjectOf", node):
            told = [each for each in self._own(initiative) if node in self._passages.articles([each])]
            found = self._passages.sentences(initiative, told)
            yield Stated("tells", label_of(read, initiative), initiative, (), found)

    def _forms(self, node: str) -> tuple[Form, ...]:
        """How texts call a thing: the same words, rule and reason make one form."""
        found: dict[Cue, list[Quote]] = {}
        for phrase in self._read.subjects("itsrdf:taIdentRef", node):
            found.setdefault(self._cue(phrase), []).append(self._passages.quote(phrase))
        return tuple(
            Form(cue.words, cue.rule, cue.reason, tuple(sorted(places))) for cue, places in sorted(found.items())
        )

    def _cue(self, phrase: str) -> Cue:
        read = self._read
        words = _close(read.value(phrase, "nif:anchorOf") or "")
        rules, reasons = (", ".join(read.values(phrase, name)) for name in ("ukg:rule", "ukg:reason"))
        return Cue(words, rules, reasons)

    def _amount(self, amount: str) -> str:
        value, unit, item, qualifier = (
            self._read.value(amount, name) or ""
            for name in ("schema:value", "schema:unitText", "schema:name", "ukg:qualifier")
        )
        unit = unit or self._read.value(amount, "schema:currency") or ""
        return " ".join(filter(None, (qualifier, value, unit, item)))

    def _own(self, node: str) -> list[str]:
        return self._read.values(node, "prov:wasDerivedFrom")

    def _told(self, node: str) -> tuple[Quote, ...]:
        """The sentences that state a node."""
        return tuple(sorted(map(self._passages.quote, self._own(node))))


def _holding(sentences: Iterable[Quote], words: Iterable[str]) -> tuple[Quote, ...]:
    """The sentences that hold one of the words, line breaks aside."""
    listed = tuple(words)
    return tuple(quote for quote in sentences if any(word in _close(quote.text) for word in listed))


def _close(text: str) -> str:
    """A text without white space, as names are compared."""
    return "".join(text.split())


def _line(text: str) -> str:
    return " ".join(text.split())
