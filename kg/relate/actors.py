"""Who acts in a sentence: the unions that ran something and the bodies that took part in running it.

Guarantees: an acting union stands as the subject of a verb of the lexicon, in a list of bodies before
主办/承办/协办/指导, or as the owner of a named programme; a union that is only spoken to, visited or
honoured, to whom something is given or whose leaders come as guests is no actor. Where a sentence names
no actor, nothing is said here: `initiatives` decides whether the one before still acts. Of the unions that act it is
told which are founded, which only guide, and which give something to what another runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import FormMatcher, alternation, words
from kg.relate.anaphors import Anaphors
from kg.relate.discourse import Discourse, SentenceMentions

__all__ = ["ActorFinder", "Actors"]

COUNT = re.compile(r"[0-9一二三四五六七八九十两几数多]+[家个]$")
"""How many bodies a name stands for (对两家公司工会联合会)."""
LONGEST_PART = 10
"""Characters of 主办单位是 and the like."""
LONGEST_YEARS = 8
"""Characters between what an anniversary is of and the word for it (成立一百周年)."""
LONGEST_TOWARD = 14
"""Characters of what somebody gives something to (为参赛选手免费提供食宿)."""
LONGEST_ITEM = 12
"""Characters of a body without a known name at the end of a list (甲局、某某中心等单位承办)."""


@dataclass
class Actors:
    """Indexes of the mentions that act in one sentence, in text order."""

    unions: list[int] = field(default_factory=list)
    partners: list[int] = field(default_factory=list)
    parts: bool = False
    """True where the sentence lists bodies by their part (主办, 承办, 协办, 指导)."""
    told_by: list[int] = field(default_factory=list)
    """Unions that told the paper (记者从某市总工会获悉) or that 该会 stands for: they act where nobody else does."""
    through_officers: bool = False
    """True where a union acts only through its officers (某市总工会主席李某…把慰问品交到…)."""
    contribute: list[int] = field(default_factory=list)
    """Those of the unions that give something to what another runs (某区总工会补贴运营经费, 某工会负责日常管理)."""
    toward: dict[int, str] = field(default_factory=dict)
    """Unions that give something to what stands between 为 and the verb (某工会为此次慰问投入…): to what."""
    guides: list[int] = field(default_factory=list)
    """Those of the unions that only guide what is told: they act in it and in nothing that follows."""
    founded: list[int] = field(default_factory=list)
    """Those of the unions that are founded."""
    present: list[int] = field(default_factory=list)
    """Unions that do not act themselves, and whose officers are named."""
    beside_subject: bool = False
    """True where these stand behind 与 or 会同 at the begin of a clause, beside a subject that is not said again."""
    only_give: bool = False
    """True where these are those alone that give something to what another runs."""
    others_lead: bool = False
    """True where the sentence's subject is a body that is no union."""


class ActorFinder:
    """Finds actors."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        verbs = [verb for listed in table["verbs"].values() for verb in words(listed)]
        parts = [verb for role in ("host", "co_host", "guide") for verb in words(table["part"][role])]
        self._verbs = FormMatcher({verb: verb for verb in (*verbs, *parts)})
        self._passive_before = words(table["passive"]["before"])
        self._passive_after = words(table["passive"]["after"])
        joins = alternation(table["join"]["words"])
        self._join = re.compile(rf"(?:{joins}|，)*")
        part_verbs = alternation(parts)
        part = {name: alternation(table["part"][name]) for name in ("bodies", "kinds", "manner", "roles")}
        several = f"(?=[0-9一二三四五六七八九十多]*家?(?:{part['kinds']}))"
        unknown = rf"(?:[、和及][^，。；：“”、的]{{2,{LONGEST_ITEM}}}){{1,3}}等{several}"
        self._part = re.compile(
            rf"(?:{unknown}|等)?(?:(?:[0-9一二三四五六七八九十多]+家?)?(?:{part['bodies']}))?"
            rf"(?:{part['manner']})?(?:{part_verbs})"
        )
        self._part_is = re.compile(rf"(?:{part_verbs})(?:{part['roles']})?(?:是|为|：|有)$")
        guide = alternation(table["part"]["guide"])
        self._guides = re.compile(rf"的?(?:{part['manner']})?(?:{guide})(?!和?(?:{part_verbs}))")
        self._given = words(table["passive"]["given"])
        who, come = (alternation(table["guests"][name]) for name in ("who", "come"))
        self._guests = re.compile(rf"(?:{who})+(?:{come})")
        self._leads_on = words(table["passive"]["leads_on"])
        self._locative = words(table["part"]["locative"])
        self._no_subject = words(table["others"]["before"])
        self._learnt = words(table["told"]["learnt"])
        speech = "|".join(map(re.escape, words(table["told"]["speaks"])))
        self._speaks = re.compile(rf"[^，。；：“”]{{2,20}}(?:{speech})")
        self._moved = words(table["told"]["moved"])
        self._anaphors = Anaphors(lexicon)
        self._led = re.compile(f"的?(?:等)?(?:{alternation(table['passive']['led'])})")
        officers = {name: alternation(listed) for name, listed in table["through_officers"].items()}
        self._officer_acts = re.compile(f"{officers['acts']}|为.{{1,20}}(?:{officers['honours']})")
        self._officers = words(table["through_officers"]["officers"])
        self._officer_speaks = re.compile(f".{{0,30}}(?:{officers['speaks']})")
        self._founded_before = words(table["founded"]["before"])
        self._founded_after = words(table["founded"]["after"])
        counted = alternation(table["founded"]["counted"])
        self._counted = re.compile(rf"(?:{counted})[0-9一二三四五六七八九十百千万两几数近]+[余多]?[个家](?=[，；。、])")
        founding, day = (alternation(table["founded"][name]) for name in ("anniversary_of", "anniversary"))
        self._anniversary = re.compile(rf"(?:{founding})[^，。；：]{{0,{LONGEST_YEARS}}}(?:{day})")
        self._first_meeting = words(table["founded"]["first_meeting"])
        self._founds = re.compile(rf"(?:{alternation(table['founded']['after'])})了?[^，。；：！、）\n]")
        self._ceremony = words(table["founded"]["ceremony"])
        contributes = table["contributes"]
        given, manner, to, nouns = (alternation(contributes[name]) for name in ("verbs", "manner", "to", "nouns"))
        beside = alternation(table["join"]["beside_subject"])
        self._beside = re.compile(rf"(?:^|[，；：。])(?:{manner}|并)*(?:{beside})$")
        self._contributes = re.compile(
            rf"(?:等(?:{part['kinds']})?)?(?:{manner})*(?:(?:{to})(?P<toward>[^，。；：\n]{{2,{LONGEST_TOWARD}}}?))?(?:{manner})*(?:{given})(?!{nouns})"
        )

    def actors(self, discourse: Discourse, sentence: SentenceMentions) -> Actors:
        """The actors of one sentence."""
        found = Actors()
        for chain in self._chains(discourse, discourse.bodies(sentence)):
            if self._acts(discourse, sentence, chain):
                found.beside_subject |= not found.unions and self._stands_beside(discourse, sentence, chain)
                self._add(discourse, found, chain)
                found.parts |= self._is_part(discourse, chain)
                self._add_gifts(discourse, found, chain)
                if any(self._is_founded(discourse, sentence, i) for i in chain):
                    found.founded.extend(i for i in chain if discourse.mentions[i].type is MentionType.UNION)
                end = discourse.mentions[chain[-1]].end
                if self._guides.match(discourse.text, end) is not None:
                    found.guides.extend(chain)
                found.through_officers |= discourse.text.startswith(self._passive_after, end)
            elif not any(discourse.union_of(i) is not None for i in chain):
                found.others_lead |= self._leads(discourse, sentence, chain)
            elif self._told(discourse, chain):
                found.told_by.extend(i for i in chain if discourse.mentions[i].type is MentionType.UNION)
            elif discourse.text.startswith(self._officers, discourse.mentions[chain[-1]].end):
                found.present.extend(i for i in chain[-1:] if discourse.mentions[i].type is MentionType.UNION)
        if found.founded:
            # who tells the paper that a union was founded is the federation that founded it
            found.unions.extend(i for i in found.told_by if i not in found.unions)
        if not found.unions and not found.told_by:
            found.told_by.extend(self._anaphors.unions(discourse, sentence))
        return found

    def _stands_beside(self, discourse: Discourse, sentence: SentenceMentions, chain: list[int]) -> bool:
        """Whether no body stands before a chain in its sentence, and 与 or 会同 directly."""
        begin = discourse.mentions[chain[0]].begin
        if any(discourse.mentions[i].begin < begin for i in discourse.bodies(sentence)):
            return False
        return self._beside.search(discourse.text[sentence.stretch.begin : begin]) is not None

    def _add_gifts(self, discourse: Discourse, found: Actors, chain: list[int]) -> None:
        """The unions of a chain that give something, and to what."""
        match = self._contributes.match(discourse.text, discourse.mentions[chain[-1]].end)
        if match is None:
            return
        unions = [i for i in chain if discourse.mentions[i].type is MentionType.UNION]
        if match["toward"]:
            found.toward.update(dict.fromkeys(unions, match["toward"]))
        else:
            found.contribute.extend(unions)

    def _told(self, discourse: Discourse, chain: list[int]) -> bool:
        """Whether the paper has what follows from these bodies: 记者从…获悉, …主席张某告诉记者, …负责人介绍."""
        text, mentions = discourse.text, discourse.mentions
        begin, end = mentions[chain[0]].begin, mentions[chain[-1]].end
        if text[max(0, begin - 4) : begin].endswith(("从", "据")):
            return text.startswith(self._learnt, end)
        speaks = self._speaks.match(text, end)
        return speaks is not None and not any(word in speaks.group() for word in self._moved)

    def _chains(self, discourse: Discourse, bodies: list[int]) -> list[list[int]]:
        """Bodies joined by 、 and 与 联合 and the like."""
        chains: list[list[int]] = []
        for index in bodies:
            mention = discourse.mentions[index]
            if chains:
                before = discourse.mentions[chains[-1][-1]]
                between = discourse.text[before.end : mention.begin]
                if between and len(between) <= 6 and self._join.fullmatch(between) and between != "，":
                    chains[-1].append(index)
                    continue
            chains.append([index])
        return chains

    def _acts(self, discourse: Discourse, sentence: SentenceMentions, chain: list[int]) -> bool:
        mentions = [discourse.mentions[index] for index in chain]
        first, last = mentions[0], mentions[-1]
        if sentence.in_speech(first.begin):
            return discourse.note("actor-in-speech", first.begin, last.end)
        has_union = any(discourse.union_of(index) is not None for index in chain)
        text, end = discourse.text, sentence.stretch.end
        if anniversary := self._anniversary.match(text, last.end):
            return discourse.note("actor-by-word-behind", first.begin, last.end, anniversary.group())
        if self._is_part(discourse, chain):
            return has_union or self._union_near(discourse, sentence)
        if not has_union:
            return False
        if self._founded(discourse, sentence, chain[0]) or self._founded(discourse, sentence, chain[-1]):
            return True
        before = COUNT.sub("", text[max(sentence.stretch.begin, first.begin - 7) : first.begin])
        toward = next((word for word in self._passive_before if before.removesuffix("了").endswith(word)), "")
        if toward and not before.endswith("由"):
            led_on = self._led.match(text[last.end : last.end + 8]) is not None
            return led_on or discourse.note("actor-spoken-to", first.begin, last.end, toward)
        if guests := self._guests.match(text, last.end):
            return discourse.note("actor-as-guest", first.begin, last.end, guests.group())
        if counted := self._counted.match(text, last.end):
            return discourse.note("actor-by-word-behind", first.begin, last.end, counted.group())
        led = before.endswith(self._leads_on)
        if (
            not led
            and text.startswith("的", last.end)
            and any(
                mention.type is MentionType.GROUP and mention.begin == last.end + 1 for mention in discourse.mentions
            )
        ):
            # the workers of a union, not the union
            return discourse.note("actor-as-owner-of-group", first.begin, last.end, "的")
        if not led and text.startswith(self._passive_after, last.end):
            behind = next(word for word in self._passive_after if text.startswith(word, last.end))
            acts = self._clause_acts_through_person(discourse, sentence, last)
            return acts or discourse.note("actor-by-word-behind", first.begin, last.end, behind)
        if re.match(r"(?:的|品牌工作|推出的|举办的)?[“《]", text[last.end : last.end + 6]):
            return True
        if self._contributes.match(text, last.end) is not None:
            return True
        if text.startswith("：", last.end) and any(
            discourse.mentions[i].begin == last.end + 1 for i in discourse.of(sentence, MentionType.UNION)
        ):
            # it reports what the union behind does (某区总工会：某街道总工会开展…)
            return discourse.note("actor-by-word-behind", first.begin, last.end, "：")
        following = [clause for clause in sentence.clauses if clause.end > last.end][:3]
        limit = following[-1].end if following else end
        acts = any(
            not sentence.in_speech(last.end + match.begin) for match in self._verbs.matches(text[last.end : limit])
        )
        return acts or discourse.note("actor-without-verb", first.begin, last.end)

    def _founded(self, discourse: Discourse, sentence: SentenceMentions, index: int) -> bool:
        """Whether a union is founded where it is named; some days may stand between (…联合工会日前成立)."""
        text, mention = discourse.text, discourse.mentions[index]
        end = mention.end
        dates = discourse.of(sentence, MentionType.DATE)
        end = next((discourse.mentions[i].end for i in dates if discourse.mentions[i].begin == end), end)
        after = text.startswith(self._founded_after, end) and not text.startswith(self._ceremony, end)
        return after or text.endswith(self._founded_before, 0, mention.begin)

    def _is_founded(self, discourse: Discourse, sentence: SentenceMentions, index: int) -> bool:
        """Whether a union is founded, and does not found something itself (某工会成立“红娘”队)."""
        end = discourse.mentions[index].end
        if discourse.text.startswith(self._first_meeting, end):
            return True
        if not self._founded(discourse, sentence, index):
            return False
        founds = self._founds.match(discourse.text, end) is not None
        return not founds or discourse.text.endswith(self._founded_before, 0, discourse.mentions[index].begin)

    def _is_part(self, discourse: Discourse, chain: list[int]) -> bool:
        """Whether bodies stand before 主办, 承办 … or behind 主办方是."""
        text, first, last = discourse.text, discourse.mentions[chain[0]], discourse.mentions[chain[-1]]
        if self._part.match(text, last.end) and not text.endswith(self._given, 0, first.begin):
            return True
        return self._part_is.search(text, max(0, first.begin - LONGEST_PART), first.begin) is not None

    def _clause_acts_through_person(self, discourse: Discourse, sentence: SentenceMentions, union: Mention) -> bool:
        """某市总工会主席李某率…赴…慰问: the union acts through its officer, unless the officer only speaks."""
        rest = discourse.text[union.end : sentence.stretch.end]
        return self._officer_acts.search(rest) is not None and self._officer_speaks.match(rest) is None

    def _leads(self, discourse: Discourse, sentence: SentenceMentions, chain: list[int]) -> bool:
        """Whether a chain without unions is the subject of the first clause, and nobody else acts with or at them."""
        first = discourse.mentions[chain[0]]
        if discourse.text.endswith(self._no_subject, sentence.stretch.begin, first.begin):
            return False
        return first.begin - sentence.stretch.begin <= 12 and bool(
            self._verbs.matches(discourse.text[discourse.mentions[chain[-1]].end : sentence.stretch.end])
        )

    def _union_near(self, discourse: Discourse, sentence: SentenceMentions) -> bool:
        return bool(discourse.of(sentence, MentionType.UNION))

    def _add(self, discourse: Discourse, found: Actors, chain: list[int]) -> None:
        """A chain's unions and its partners; a body of a union's own acts for it where no union stands beside it."""
        alone = not any(discourse.mentions[index].type is MentionType.UNION for index in chain)
        for index in chain:
            mention = discourse.mentions[index]
            if mention.type is not MentionType.UNION and discourse.text.endswith(self._locative, 0, mention.begin):
                continue  # 在某体育馆举办: where, not with whom
            union = discourse.union_of(index) if alone or mention.type is MentionType.UNION else None
            target, who = (found.partners, index) if union is None else (found.unions, union)
            if who not in target:
                target.append(who)
