"""Who took part in running an initiative beside its unions, in the sentences that tell of it.

Guarantees: pure; a partner is a body that is no union, behind a word with which unions take others along (联合,
会同, 依托 …), before one with which bodies contribute (由…提供, …捐款, …等单位参加, …共同承办, 在…支持下), or the
subject of what was done, but for a union's employer and for those who lead everything; a body in which it took
place, whose workers it is for or whose officer is named is none by that alone; bodies of one list are all partners
or none.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.drafts import Draft

__all__ = ["PartnerReader"]

SENTENCES = 3
"""How many of the sentences that tell of an initiative are asked for partners."""
LONGEST_JOIN = 6
LONGEST_ITEM = 12
"""Characters of a body without a known name between two others of a list."""
LEADS_WITHIN = 8
"""Characters between a body that opens a sentence and what it does (某公司 日前为职工 举办)."""
DEEDS = ("give", "hold", "serve")
"""The kinds of verbs with which a body that opens a clause does its part."""
REACH = 12
"""Characters behind a list in which what its bodies do together may follow."""


class PartnerReader:
    """Reads partners. Building one reads the lexicons once."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("actions")
        partner = table["partner"]
        self._beside = re.compile(rf"(?:{alternation(partner['beside'])})(?:了|到)?$")
        self._also = words(partner["also"])
        self._together = re.compile(rf"[^，。；]{{0,{REACH}}}?(?:{alternation(partner['together'])})")
        bodies = f"(?:等)?(?:[0-9一二三四五六七八九十多]*家?(?:{alternation(partner['givers'])}))?"
        self._gives = re.compile(rf"{bodies}(?:{alternation(partner['gives'])})")
        self._gives_first = words(partner["gives_before"])
        self._leaders = words(partner["leaders"])
        summed = alternation(partner["bodies"])
        several = (
            f"(?:等)?(?:[0-9一二三四五六七八九十多余]*(?:家|个|所)?(?:{summed})(?:和[^，。；、]{{0,4}}(?:{summed}))?)?"
        )
        self._attends = re.compile(rf"{several}(?:{alternation(partner['attends'])})")
        leads = sorted({*words(partner["leads"]), *(verb for kind in DEEDS for verb in words(table["verbs"][kind]))})
        self._leads = re.compile(rf"{several}[^，。；：、的“]{{0,{LEADS_WITHIN}}}?(?:{alternation(' '.join(leads))})")
        lists = f"(?:{alternation(partner['lists'])})"
        unknown = rf"(?:{lists}[^，。；：“”、的]{{2,{LONGEST_ITEM}}}?){{0,2}}?"
        jointly, hosts = alternation(partner["jointly"]), alternation(partner["hosts"])
        self._hosts = re.compile(rf"{unknown}{several}(?:{jointly})?(?:{hosts})")
        self._within = words(partner["within"])
        self._helps = re.compile(rf"{several}的?(?:{alternation(partner['helps'])})[之]?下")
        self._join = re.compile(rf"(?:{alternation(table['join']['words'])})*")
        self._over = re.compile(rf"{lists}[^，。；：“”、]{{2,{LONGEST_ITEM}}}{lists}")

    def partners(self, draft: Draft, discourse: Discourse) -> tuple[int, ...]:
        """The partners that a draft has, then those of its sentences, each once."""
        found = list(draft.partners)
        begins = [stretch.begin for stretch in draft.evidence if stretch.end > discourse.article.body]
        told = [
            sentence
            for sentence in discourse.sentences
            if any(sentence.stretch.begin <= begin < sentence.stretch.end for begin in begins)
        ]
        for sentence in told[:SENTENCES]:
            for chain in self._chains(discourse, sentence):
                if self._takes_part(discourse, sentence, chain):
                    found.extend(i for i in chain if discourse.mentions[i].type is MentionType.ORGANIZATION)
        if not found and draft.inherited and draft.parent is not None:
            return self.partners(draft.parent, discourse)
        return tuple(dict.fromkeys(found))

    def _chains(self, discourse: Discourse, sentence: SentenceMentions) -> list[list[int]]:
        """The lists of bodies of a sentence."""
        chains: list[list[int]] = []
        for index in discourse.bodies(sentence):
            mention = discourse.mentions[index]
            if chains:
                last = discourse.mentions[chains[-1][-1]]
                between = discourse.text[last.end : mention.begin]
                joined = between and len(between) <= LONGEST_JOIN and self._join.fullmatch(between)
                if (joined and not self._beside.search(between)) or self._over.fullmatch(between):
                    chains[-1].append(index)
                    continue
            chains.append([index])
        return chains

    def _takes_part(self, discourse: Discourse, sentence: SentenceMentions, chain: list[int]) -> bool:
        """Whether a list of bodies took part: by the word before it, or by what follows."""
        text = discourse.text
        first, last = discourse.mentions[chain[0]], discourse.mentions[chain[-1]]
        if sentence.in_speech(first.begin):
            return False
        before = text[max(sentence.stretch.begin, first.begin - LONGEST_JOIN) : first.begin]
        if self._beside.search(before):
            return True
        end = sentence.stretch.end
        if before.endswith(self._also) and self._together.match(text, last.end, end):
            return True
        if before.endswith(self._gives_first) and self._gives.match(text, last.end, end) is not None:
            return True
        if self._attends.match(text, last.end, end) is not None:
            return len(chain) > 1 or text.startswith("等", last.end)
        if self._hosts.match(text, last.end, end) is not None:
            return True
        if before.endswith(self._within) and self._helps.match(text, last.end, end) is not None:
            return self._is_beside(discourse, first)
        opens = any(clause.begin == first.begin for clause in sentence.clauses)
        return opens and self._leads.match(text, last.end, end) is not None and self._is_beside(discourse, first)

    def _is_beside(self, discourse: Discourse, body: Mention) -> bool:
        """Whether a body is no employer of a union and none of those that lead everything."""
        unions = (mention.text for mention in discourse.mentions if mention.type is MentionType.UNION)
        return not body.text.endswith(self._leaders) and not any(union.startswith(body.text) for union in unions)
