"""Sentences that have a verb of a deed and yet only detail an initiative told before.

Guarantees: looks at one sentence and at the draft that the text speaks of; says that a sentence is a detail only
where it says who set up what was told (托管班由…联合…开设), what is spent on it (拨付专项经费8万元), who attends and
gives the prizes, what those who win in it get, what came in for it (收到捐款…), what each of those in it gets
(区总工会为每个孩子…), what an agreement lays down (根据协议…), what the visitors go on to do for the same group, what
is done in it for nobody in particular without money or counted goods, or comes back from afar to no further group; what
becomes of the sentence is for `initiatives`. A clause beside a named programme is told apart from it too.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import FormMatcher, alternation, words
from kg.recognise.sentences import Stretch
from kg.relate.deeds import AMOUNTS, Deed, Telling
from kg.relate.drafts import LATER_PARAGRAPHS, Draft
from kg.relate.references import References

__all__ = ["DetailReader"]

LONGEST_SUBJECT = 12
"""Characters of what stands before 由."""
SHORTEST_HEAD = 2
"""Characters that the end of a subject shares with what was told before."""
QUOTED = "“"
"""A sentence with a name in quotation marks is likely to tell of what bears it."""
SPENT = frozenset({"fund", "promote"})
"""Classes of verbs of a sentence that only says what is spent."""
HONOURS = frozenset({"honour", "promote", "organise", "serve", "fund", "receive"})
"""Classes of verbs of a sentence that says what those who win get."""
STORY = frozenset({"receive", "give", "serve"})
"""Classes of verbs with which the story of one worker is told."""
SPENT_ON = frozenset({"fund", "promote", "visit", "serve", "receive"})
"""Classes of verbs of a sentence that says what a programme costs, and what is done with it."""
VISITED = frozenset({"give", "visit", "serve", "promote"})
"""Classes of verbs of those who visit in the name of their union."""
OF_THEIR_OWN = frozenset({"build", "organise", "honour"})
"""Classes of verbs of what stands by itself, though it is a part of something."""
GIVEN_AGAIN = frozenset({"give", "promote"})
"""Classes of verbs of a sentence that only tells again what is handed over."""
PAID = frozenset({"fund", "promote", "serve", "honour"})
"""Classes of verbs of a sentence that says at what rate a programme pays."""
SPEAKS_WITHIN = 160
"""Characters before a sentence within which somebody has begun to speak."""
NAMED_AGAIN = 5
"""Characters of a name's end with which a text speaks of it again (送温暖活动)."""
SPENT_WITHIN = 2
"""Paragraphs after which a sentence may still say what a named programme costs."""
BYLINE = "byline"
"""How the rule begins that finds those who wrote the article."""
LONGEST_HEAD = 24
"""Characters of a sentence that only names what the next one tells (三是开展关爱帮扶活动。)."""
ATTENDED = frozenset({"honour", "promote", "serve", "hold"})
"""Classes of verbs of a sentence that only says who attends and gives the prizes."""
GIVEN = frozenset({"give", "serve"})
"""Classes of verbs with which a paragraph further on still tells what is done, without a number, within a programme."""
WITHIN = frozenset({"serve", "give", "receive", "promote", "honour", "fund"})
"""Classes of verbs with which a text tells what is done within an initiative as well as what is one."""


class DetailReader:
    """Tells details from initiatives of their own."""

    def __init__(self, lexicon: Lexicon, references: References) -> None:
        self._references = references
        table = lexicon.table("actions")["detail"]
        points = alternation(words(table["points"]))
        told = alternation(words(lexicon.table("actions")["reference"]["introductions"]))
        self._set_up = re.compile(
            rf"(?:(?:{told})[，,])?(?:{points})?(“[^”\n]{{2,{LONGEST_SUBJECT}}}”)?([^，。：；、“”由]{{2,{LONGEST_SUBJECT}}})由"
        )
        opens, ends, whom = (alternation(words(table[name])) for name in ("whom_opens", "whom_ends", "whom"))
        self._for_whom = re.compile(
            rf"(?:[^，。；：“”\n]{{1,6}}，)?[^，。；：“”\n]{{0,{LONGEST_SUBJECT}}}?"
            rf"(?:(?:{whom})|(?:{opens})[^，。；：“”\n]{{0,{LONGEST_SUBJECT}}}?(?:{ends}))"
        )
        self._one = re.compile(rf"(?<![每第任同])(?:{alternation(words(table['one']))})")
        self._attendants = words(table["attendants"])
        self._ceremony = FormMatcher({word: word for word in words(table["ceremony"])})
        self._winners = FormMatcher({word: word for word in words(table["winners"])})
        self._besides = words(table["besides"])
        self._terms = words(table["terms"])
        terms_by, terms_of = (alternation(words(table[name])) for name in ("terms_by", "terms_of"))
        self._divides_by = re.compile(rf"(?:{terms_by})[^，。；：“”\n]{{0,{LONGEST_SUBJECT}}}?(?:{terms_of})，")
        self._on_behalf = re.compile(rf"(?:{alternation(words(table['on_behalf']))})[^，。；：“”\n]{{0,4}}\Z")
        self._speaks = re.compile(alternation(words(table["speaks"])))
        self._part_of_it = words(table["part_of_it"])
        ceremonies, hands_out = (alternation(words(table[name])) for name in ("ceremonies", "hands_out"))
        self._hands_out = re.compile(rf"(?:{hands_out})[^，。；\n]{{0,{LONGEST_SUBJECT}}}(?:{ceremonies})\Z")
        self._each = re.compile(alternation(words(table["each"])))
        self._visitors = words(table["visitors"])
        self._resumes = words(table["resumes"])
        toward, those = (alternation(words(table[name])) for name in ("toward", "those"))
        between = alternation(words(table["between"]))
        self._toward = re.compile(rf"(?:{between})*(?:{toward})(?:{those})")
        self._visits = frozenset(words(lexicon.table("actions")["verbs"]["visit"]))
        self._generic = frozenset(words(lexicon.table("groups")["generic"]))

    def says_who_set_up(self, telling: Telling, about: Draft) -> bool:
        """Whether a sentence's subject is what was told before, and unions stand behind 由 (驿站由区总工会出资改造)."""
        sentence, discourse = telling.sentence, telling.discourse
        match = self._set_up.match(sentence.text)
        if match is None or telling.inherited or sentence.paragraph - about.paragraph > LATER_PARAGRAPHS:
            return False
        begin = sentence.stretch.begin + match.end()
        if not any(discourse.mentions[i].begin == begin for i in discourse.of(sentence, MentionType.UNION)):
            return False
        quoted, head = match.group(1), match.group(2)[-SHORTEST_HEAD:]
        told = [discourse.text[stretch.begin : stretch.end] for stretch in about.evidence]
        if quoted and any(quoted in text for text in told):
            return True
        return head in about.name or any(head in text for text in told)

    def attends(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether a sentence tells no more than who attends, speaks and gives the prizes."""
        kinds = {deed.kind for deed in deeds}
        if not kinds <= ATTENDED or not self._ceremony.matches(telling.sentence.text):
            return False
        people = telling.discourse.of(telling.sentence, MentionType.PERSON, MentionType.TITLE)
        come = people or ("hold" not in kinds and any(word in telling.sentence.text for word in self._attendants))
        return bool(come) and not telling.discourse.of(telling.sentence, *AMOUNTS)

    def is_within(self, telling: Telling, deeds: list[Deed], current: Draft) -> bool:
        """Whether what a sentence tells is done within the current draft."""
        distance = telling.sentence.paragraph - current.paragraph
        if self._says_what_is_spent(telling, deeds, current) or self._pays_a_rate(telling, deeds, current):
            return True
        if distance > LATER_PARAGRAPHS:
            return False
        kinds = {deed.kind for deed in deeds}
        if kinds <= HONOURS and self._winners.matches(telling.sentence.text):
            return True
        if self._gives_to_those_in_it(telling, deeds) or self._visitors_go_on(telling, current):
            return True
        if self._gives_again(telling, deeds, current) or self._goes_on_with_it(telling, deeds, current):
            return True
        discourse = telling.discourse
        if discourse.of(telling.sentence, MentionType.GROUP) or distance > (LATER_PARAGRAPHS if current.named else 0):
            return False
        if distance and (not kinds <= GIVEN or discourse.of(telling.sentence, *AMOUNTS)):
            return False
        if kinds <= SPENT or deeds[0].kind == "receive":
            return True
        amounts = (discourse.mentions[i] for i in discourse.of(telling.sentence, *AMOUNTS))
        counted = any(amount.type is MentionType.MONEY or amount.concept == "goods" for amount in amounts)
        return kinds <= WITHIN and not counted

    def says_for_whom(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence that names no actor says whom what was told is for (参加疗休养的有…; 项目面向…)."""
        return current is not None and telling.inherited and self._for_whom.match(telling.sentence.text) is not None

    def is_headed(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence tells what the short one directly before it names (三是开展关爱帮扶活动。走访慰问…)."""
        discourse, begin = telling.discourse, telling.sentence.stretch.begin
        if current is None or not telling.inherited or current.amounts or len(current.evidence) > 1:
            return False
        head = current.evidence[-1]
        return head.end == begin and head.end - head.begin <= LONGEST_HEAD and discourse.text.endswith("。", 0, begin)

    def is_story(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether a sentence that names no actor tells of one worker what he or she was given or gave."""
        discourse, sentence = telling.discourse, telling.sentence
        if not telling.inherited or not {deed.kind for deed in deeds} <= STORY:
            return False
        if discourse.of(sentence, MentionType.TITLE):
            return False
        before = discourse.text[sentence.stretch.begin : deeds[0].clause.end]
        people = (discourse.mentions[i] for i in discourse.of(sentence, MentionType.PERSON))
        named = any(one.end <= deeds[0].clause.end and not one.rule.startswith(BYLINE) for one in people)
        return named or self._one.search(before) is not None

    def goes_on_speaking(self, telling: Telling) -> bool:
        """Whether a sentence goes on with what somebody has begun to say, and tells no number, day or name."""
        discourse, begin = telling.discourse, telling.sentence.stretch.begin
        if QUOTED in telling.sentence.text or discourse.of(telling.sentence, *AMOUNTS, MentionType.DATE):
            return False
        paragraph = discourse.text.rfind("\n", max(0, begin - SPEAKS_WITHIN), begin) + 1
        return self._speaks.search(discourse.text, max(paragraph, begin - SPEAKS_WITHIN), begin) is not None

    def _says_what_is_spent(self, telling: Telling, deeds: list[Deed], current: Draft) -> bool:
        """Whether a sentence says what a named programme costs those who run it, for nobody new."""
        if not current.named or telling.sentence.paragraph - current.paragraph > SPENT_WITHIN:
            return False
        discourse, sentence = telling.discourse, telling.sentence
        if current.name[-NAMED_AGAIN:] in sentence.text and any(deed.kind == "fund" for deed in deeds):
            return {deed.kind for deed in deeds} <= SPENT_ON and bool(discourse.of(sentence, MentionType.MONEY))
        if (
            deeds[0].kind != "fund"
            or not {deed.kind for deed in deeds} <= SPENT_ON
            or self._new_groups(telling, current)
        ):
            return False
        if any(word in discourse.text[sentence.stretch.begin : deeds[0].clause.end] for word in self._besides):
            return False
        return bool(discourse.inside(discourse.of(sentence, MentionType.MONEY), *deeds[0].clause))

    def _pays_a_rate(self, telling: Telling, deeds: list[Deed], current: Draft) -> bool:
        """Whether a sentence says what those who run the draft pay for each of those in it (对每间补助5000元)."""
        if telling.sentence.paragraph - current.paragraph > SPENT_WITHIN or self._new_groups(telling, current):
            return False
        if not {deed.kind for deed in deeds} <= PAID or self._each.search(telling.sentence.text) is None:
            return False
        discourse = telling.discourse
        theirs = telling.inherited or discourse.among(telling.unions, current.unions)
        return theirs and bool(discourse.of(telling.sentence, MentionType.MONEY))

    def adds_nothing(self, telling: Telling, current: Draft | None) -> bool:
        """Whether a sentence says what an agreement lays down, or comes back from afar to the last draft's group."""
        if telling.sentence.text.startswith(self._terms) or self._divides_by.match(telling.sentence.text):
            return True
        if current is None or not telling.inherited or telling.sentence.text.startswith(self._resumes):
            return False
        far = telling.sentence.paragraph - current.paragraph > LATER_PARAGRAPHS
        return far and QUOTED not in telling.sentence.text and not self._new_groups(telling, current)

    def _gives_to_those_in_it(self, telling: Telling, deeds: list[Deed]) -> bool:
        """Whether a union stands directly before 为每个, 给他们 and the like, where all that is done begins."""
        discourse, clause = telling.discourse, deeds[0].clause
        if QUOTED in telling.sentence.text or any(deed.kind == "build" for deed in deeds):
            return False
        unions = discourse.inside(discourse.of(telling.sentence, MentionType.UNION), *clause)
        return any(self._toward.match(discourse.text, discourse.mentions[i].end) is not None for i in unions)

    def _visitors_go_on(self, telling: Telling, current: Draft) -> bool:
        """Whether those who visit (慰问组, 某某一行) go on in a sentence that names no further group."""
        begin = telling.sentence.text[:LONGEST_SUBJECT]
        visits = telling.inherited and any(word in begin for word in self._visitors)
        return visits and not self._visits.isdisjoint(current.cues) and not self._new_groups(telling, current)

    def _gives_again(self, telling: Telling, deeds: list[Deed], current: Draft) -> bool:
        """Whether those who visit, or hand something over, tell once more that they do: to nobody new, in no number.

        What they do in the name of their union (代表市总工会…) is their visit too, however many workers it stands for.
        """
        discourse, sentence = telling.discourse, telling.sentence
        if not (self._references.hands_over(current.name) or not self._visits.isdisjoint(current.cues)):
            return False
        begins = (discourse.mentions[i].begin for i in discourse.of(sentence, MentionType.UNION))
        for_it = any(self._on_behalf.search(discourse.text[max(0, i - LONGEST_SUBJECT) : i]) for i in begins)
        if not {deed.kind for deed in deeds} <= (VISITED if for_it else GIVEN_AGAIN) or QUOTED in sentence.text:
            return False
        amounts = (discourse.mentions[i] for i in discourse.of(sentence, *AMOUNTS))
        if self._new_groups(telling, current) or any(not for_it or one.concept != "people" for one in amounts):
            return False
        return telling.inherited or discourse.among(telling.unions, current.unions)

    def _goes_on_with_it(self, telling: Telling, deeds: list[Deed], current: Draft) -> bool:
        """Whether a sentence tells a part of what the one before it does (其中，…), or what a ceremony hands out."""
        kinds, text = {deed.kind for deed in deeds}, telling.sentence.text
        if QUOTED in text or not (telling.inherited or telling.discourse.among(telling.unions, current.unions)):
            return False
        if text.startswith(self._part_of_it):
            return kinds.isdisjoint(OF_THEIR_OWN)
        return kinds <= SPENT_ON and self._hands_out.search(current.name) is not None

    def _new_groups(self, telling: Telling, current: Draft) -> set[str]:
        """The concepts of groups that a sentence names and the draft does not, without the general ones."""
        mentions = telling.discourse.mentions
        named = {mentions[i].concept for i in telling.discourse.of(telling.sentence, MentionType.GROUP)}
        return named - {mentions[i].concept for i in current.groups} - self._generic

    def is_beside(self, telling: Telling, clause: Stretch) -> bool:
        """Whether a clause of a sentence that names a programme tells of something else: who acts, or 另有."""
        discourse = telling.discourse
        inside = discourse.inside(telling.sentence.indexes, clause.begin, clause.end)
        own = any(discourse.mentions[i].type is MentionType.UNION for i in inside)
        return own or discourse.text.startswith(self._besides, clause.begin)
