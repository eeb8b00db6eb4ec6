"""Worker groups: the surface forms of the groups scheme, and what a sentence adds to them.

Guarantees: every form of ``groups.ttl`` is found wherever it stands, the longest at each place; a
phrase built by the patterns below (留X过年的外地员工) names the concept of its pattern. The concept's local
name is in `Mention.concept`, its label in `Mention.label`. A group that news names as often without serving
it carries the rule `LISTED` where it stands in a list with one that is served; a general word that stands for
a narrower group (小哥 for 快递员) carries the rule `ECHOED`, one that tells the work of one person `ONE_PERSON`,
one that tells of helpers who are called in `ENGAGED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.courses import CourseLists
from kg.recognise.engagement import ENGAGED, EngagementReader
from kg.recognise.group_ellipsis import SharedHeads
from kg.recognise.group_lists import ListReader
from kg.recognise.group_phrases import GroupPhrase, PhraseFinder
from kg.recognise.group_standing import GroupStanding
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.one_person import ONE_PERSON, OnePersonReader, is_title
from kg.recognise.sentences import Stretch

__all__ = ["ECHOED", "LISTED", "ONE_PERSON", "GroupFinder"]

LISTED = "group-listed"
ECHOED = "group-general-echo"
CLAUSE_MARKS = re.compile("[，。；：！？\n]")
LONGEST_CLAUSE = 40
WORK = "工"
NO_DIVISIONS: Mapping[int, int] = MappingProxyType({})


class GroupFinder:
    """Finds worker groups in one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("groups")
        self._concepts = lexicon.groups
        forms: dict[str, str] = {}
        for name, concept in lexicon.groups.items():
            for form in (concept.label, *concept.alternatives):
                forms[form] = name
        self._known = forms
        self._matcher = FormMatcher(forms)
        self._phrases = PhraseFinder(table["phrases"], forms)
        self._lists = ListReader(table["company"])
        self._standing = GroupStanding(lexicon)
        self._shared = SharedHeads(table["shared"], forms, self._standing)
        self._courses = CourseLists(table["courses"])
        self._one_person = OnePersonReader(lexicon)
        self._engagement = EngagementReader(lexicon)
        accompanying = table["accompanying"]
        self._accompanying = frozenset(words(accompanying["words"]))
        self._behind_group = words(accompanying["behind"])
        self._echoes = {wider: frozenset(words(listed)) for wider, listed in table["echoes"].items()}
        self._inside = FormMatcher({word: word for word in words(table["inside"])})
        self._titles = self._standing.generic.union(self._standing.incidental)
        self._honours = frozenset(words(table["honours"]))
        self._not_before = words(table["not_before"])
        self._not_before_general = words(table["not_before_general"])
        self._not_after = words(table["not_after"])
        self._counted = re.compile(table["counted"])
        self._not_before_occupation = words(table["not_before_occupation"])
        self._not_before_work = words(table["not_before_work"])
        self._needs = {form: words(listed) for form, listed in table["needs"].items()}
        workplaces = table["workplaces"]
        self._employers = frozenset(words(workplaces["concepts"]))
        places, people = alternation(workplaces["places"]), alternation(workplaces["people"])
        self._of_workers = re.compile(
            rf"[、和及与][^，。；、\n]{{1,8}}?(?:{places})的?[^，。；、\n]{{0,4}}?(?:{people})"
        )
        newcomers = table["newcomers"]
        self._newcomer: str = newcomers["concept"]
        self._before_place: str = newcomers["before"]
        self._behind_place = re.compile(rf"{newcomers['after']}(?![{''.join(words(newcomers['not_after']))}])")
        self._native: str = table["natives"]["concept"]
        self._of_place = re.compile(table["natives"]["after"])
        self._patterns = [(re.compile(entry["pattern"]), str(entry["concept"])) for entry in table["pattern"]]

    def mentions(self, text: str, divisions: Mapping[int, int] = NO_DIVISIONS) -> list[Mention]:
        """Groups in text order, without overlaps except that a pattern's phrase may hold a form's.

        `divisions` are the ends of the divisions that the text names, with their begins.
        """
        of_places = (*self._newcomers(text, divisions), *self._natives(text, divisions))
        found = {(one.begin, one.end): one for one in of_places}
        for pattern, concept in self._patterns:
            for match in pattern.finditer(text):
                if not self._part_of_a_word(text, match.start(), match.end()):
                    found[match.span()] = self._mention(
                        text, match.start(), match.end(), concept, "group-pattern", 0.85
                    )
        for trade in self._phrases.trades(text):
            phrase = self._phrases.around(text, *trade[:3]) or trade
            if not self._part_of_a_word(text, phrase.begin, phrase.end):
                found[phrase.begin, phrase.end] = self._composed(text, phrase)
        self._forms(text, divisions, found)
        ends: dict[int, list[tuple[int, int]]] = {}
        for span in found:
            ends.setdefault(span[1], []).append(span)
        kept = {span: one for span, one in found.items() if not self._holds(found, span, ends[span[1]])}
        return self._in_company(text, divisions, kept)

    def _forms(self, text: str, divisions: Mapping[int, int], found: dict[tuple[int, int], Mention]) -> None:
        """Adds the scheme's forms to the phrases found, with the words around them."""
        phrases = _covering(found)
        inside_words = {end for word in self._inside.matches(text) for end in range(word.begin + 1, word.end)}
        behind = 0
        for begin, end, concept in self._matcher.matches(text):
            if end in inside_words and text[begin : end - 1] in self._known:  # 快递员 in 快递员工会
                end, concept = end - 1, self._known[text[begin : end - 1]]
            if begin < behind or end in inside_words or not self._stands(text, begin, end):
                continue
            if concept in self._employers and self._of_workers.match(text, end):
                continue
            if concept in self._honours:
                begin = divisions.get(begin, begin)
            around = self._phrases.around(text, begin, end, concept)
            if around is not None and not self._part_of_a_word(text, around.begin, around.end):
                found.setdefault((around.begin, around.end), self._composed(text, around))
                behind = around.end
                continue
            own = self._phrases.own(concept)
            if own and text.startswith(self._not_before_occupation, end):
                continue
            around_it = [span for span in phrases.get(begin, ()) if span.end >= end]
            if any(span.end > end and self._phrases.is_kin(found[span].concept) for span in around_it):
                continue
            if any(span.begin < begin and span.end == end and self._tells(found[span]) for span in around_it):
                continue
            general = concept in self._standing.generic or text[begin:end] in self._needs
            if general and text.startswith(self._not_before_general, end):
                continue
            met = (begin, end) in found and found[begin, end].rule != "group-pattern"
            if (around_it and (general or met)) or self._part_of_a_word(text, begin, end):
                continue
            if own and text[begin:end] != self._concepts[concept].label:
                form = text[begin:end]
                found[begin, end] = self._composed(text, GroupPhrase(begin, end, f"{concept}/{form}", form))
            else:
                found[begin, end] = self._mention(text, begin, end, concept, "group-form", 0.9)

    def _stands(self, text: str, begin: int, end: int) -> bool:
        """Whether a form is a whole word, its article has what it needs, and it is no relatives that come along."""
        form = text[begin:end]
        if form.endswith(WORK) and text.startswith(self._not_before_work, end):
            return False
        needs = self._needs.get(form, ("",))
        alone = form not in self._accompanying or not text[max(0, begin - 2) : begin].endswith(self._behind_group)
        return alone and any(word in text for word in needs)

    def _tells(self, phrase: Mention) -> bool:
        """Whether a phrase names a group of its own or relatives, of which its last words are a part."""
        return "/" in phrase.concept or phrase.concept in self._phrases.families

    def _in_company(
        self, text: str, divisions: Mapping[int, int], found: dict[tuple[int, int], Mention]
    ) -> list[Mention]:
        """The groups with those that lists and verbs make, in text order; incidental ones of such lists are marked."""
        covering = _covering(found)
        for member in self._shared.members(text, map(Stretch._make, found)):
            self._add(text, found, covering, member, "group-shared-noun", 0.75)
        places = divisions.keys()
        for phrase in self._lists.addressed(text):
            if places.isdisjoint(range(phrase.begin, phrase.end)):
                self._add(text, found, covering, phrase, "group-company", 0.7)
        served = frozenset(
            Stretch(*span) for span, mention in found.items() if not self._standing.is_met(mention.concept)
        )
        known = list(map(Stretch._make, found))
        for phrase in self._lists.items(text, served):
            if places.isdisjoint(range(phrase.begin, phrase.end)):
                self._add(text, found, covering, phrase, "group-company", 0.7)
        for span in self._lists.listed(text, known, served):
            concept = found[span].concept
            if self._standing.is_met(concept) and concept not in self._standing.unlisted:
                found[span] = msgspec.structs.replace(found[span], rule=LISTED)
        self._echo(text, found)
        learnt = {Stretch(*span) for span, one in found.items() if self._phrases.learnt(one.concept)}
        taught = self._courses.taught(text, map(Stretch._make, found), learnt)
        return [found[span] for span in sorted(found) if span not in taught]

    def _echo(self, text: str, found: dict[tuple[int, int], Mention]) -> None:
        """Takes a wider word for the one narrower group that the article names, unless a list tells them apart."""
        by_concept: dict[str, Mention] = {}
        for one in found.values():
            by_concept.setdefault(one.concept, one)
        for span, mention in found.items():
            wider = next((name for name in (mention.concept, mention.text) if name in self._echoes), None)
            if wider is None or mention.rule == LISTED:
                continue
            narrower = self._echoes[wider]
            meant = [name for name in by_concept if name in narrower or name.startswith(f"{mention.concept}/")]
            if len(meant) == 1 and not self._lists.joined(text, Stretch(*span)):
                one = by_concept[meant[0]]
                rule = ECHOED if mention.concept in self._standing.generic else "group-echo"
                found[span] = msgspec.structs.replace(mention, rule=rule, label=one.label, concept=one.concept)

    def _add(
        self,
        text: str,
        found: dict[tuple[int, int], Mention],
        covering: dict[int, list[Stretch]],
        phrase: GroupPhrase,
        rule: str,
        confidence: float,
    ) -> None:
        """Adds a phrase that is no part of a word and meets nothing found but a general group that it narrows."""
        span = Stretch(phrase.begin, phrase.end)
        met = {other for position in range(*span) for other in covering.get(position, ())}
        narrowed = all(
            span.begin < other.begin and other.end == span.end and found[other].concept in self._standing.generic
            for other in met
        )
        if narrowed and not self._part_of_a_word(text, *span):
            found[span] = msgspec.structs.replace(self._composed(text, phrase), rule=rule, confidence=confidence)
            _cover(covering, span)

    def _holds(
        self, found: dict[tuple[int, int], Mention], span: tuple[int, int], same_end: list[tuple[int, int]]
    ) -> bool:
        """Whether a longer form of a group of its own ends with what a pattern found (困难 before 职工子女)."""
        if found[span].rule == "group-form":
            return False
        return any(other[0] < span[0] and found[other].concept not in self._standing.generic for other in same_end)

    def _newcomers(self, text: str, divisions: Mapping[int, int]) -> list[Mention]:
        """People who came to a division: 新某城人."""
        return [
            self._mention(text, begin - len(self._before_place), people.end(), self._newcomer, "group-newcomers", 0.85)
            for end, begin in divisions.items()
            if text.endswith(self._before_place, 0, begin) and (people := self._behind_place.match(text, end))
        ]

    def _natives(self, text: str, divisions: Mapping[int, int]) -> list[Mention]:
        """People from a division: 某省籍职工."""
        return [
            self._mention(text, begin, people.end(), self._native, "group-natives", 0.85)
            for end, begin in divisions.items()
            if (people := self._of_place.match(text, end))
        ]

    def before_names(self, text: str, groups: list[Mention], people: list[Mention]) -> list[Mention]:
        """Groups without the titles and honours of one person (全国劳模李某); helpers and one's work are marked."""
        begins = {person.begin for person in people}
        return [
            self._with_standing(text, group, named=group.end in begins, titled=is_title(text, group.end, begins))
            for group in groups
            if group.concept not in self._titles or not begins.intersection((group.end, group.end + 1))
        ]

    def _with_standing(self, text: str, group: Mention, *, named: bool, titled: bool) -> Mention:
        """A group's mention, marked where it only tells the work of one person, or who are called in to help."""
        clause = max(0, group.begin - LONGEST_CLAUSE)
        for mark in CLAUSE_MARKS.finditer(text, clause, group.begin):
            clause = mark.end()
        if self._engagement.is_engaged(text, clause, group):
            return msgspec.structs.replace(group, rule=ENGAGED)
        listed = group.rule == LISTED and not titled
        if listed or not self._one_person.is_one(text, clause, group.begin, named=named or titled):
            return group
        return msgspec.structs.replace(group, rule=ONE_PERSON)

    def _part_of_a_word(self, text: str, begin: int, end: int) -> bool:
        if any(text.endswith(word, 0, begin) for word in self._not_after):
            return True
        return self._counted.match(text, end) is None and text.startswith(self._not_before, end)

    def _composed(self, text: str, phrase: GroupPhrase) -> Mention:
        """A group by its own phrase, or one of the scheme."""
        begin, end, concept, label = phrase
        if not label:
            return self._mention(text, begin, end, concept, "group-phrase", 0.85)
        return Mention(
            MentionType.GROUP, begin, end, text[begin:end], "group-phrase", 0.8, label=label, concept=concept
        )

    def _mention(self, text: str, begin: int, end: int, concept: str, rule: str, confidence: float) -> Mention:
        return Mention(
            MentionType.GROUP,
            begin,
            end,
            text[begin:end],
            rule,
            confidence,
            label=self._concepts[concept].label,
            concept=concept,
        )


def _covering(spans: Iterable[tuple[int, int]]) -> dict[int, list[Stretch]]:
    """By view position, the stretches that lie over it."""
    covering: dict[int, list[Stretch]] = {}
    for span in spans:
        _cover(covering, Stretch(*span))
    return covering


def _cover(covering: dict[int, list[Stretch]], span: Stretch) -> None:
    for position in range(*span):
        covering.setdefault(position, []).append(span)
