"""Posts stated behind names: 张某任某公司工会主席, 张某是某公司的快递员, 王某、李某当选副主席.

Guarantees: every post's organisation is a mention of the same sentence, or the union named
last before; titles end with a title word of the lexicon. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse
from kg.relate.post import LISTED, Post
from kg.relate.post_bodies import body_at, union_before
from kg.relate.post_holders import UNION, HolderReader
from kg.relate.post_titles import TitleReader

__all__ = ["BehindReader"]

YEARS = "[0-9一二三四五六七八九十两几]{1,4}多?余?个?[年月载]多?(?:以?来|间)?"
"""How long somebody has held a post, behind it (担任工会主席10年来，)."""
CLAUSE_END = re.compile(r"[，。；！？）\n]")


class BehindReader:
    """Reads what is said of people behind their names."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader, holders: HolderReader) -> None:
        table = lexicon.table("people")["posts"]
        self._titles, self._holders = titles, holders
        holds = alternation(table["holds"])
        self._holds = re.compile(rf"(?:同志)?[^，。；！？“”\n]{{0,8}}?(?:{holds})")
        self._since = re.compile(f"(?:{YEARS}|{alternation(table['since'])})$")
        self._own = re.compile(f"^(?:{table['organs']})?(?:{alternation(table['own'])})")
        self._organ = re.compile(f"^(?:{table['organs']})(?:{alternation(table['own'])})")
        now = alternation(table["holds_now"])
        self._is = re.compile(rf"是|系|，(?:{now}|系|是)?|（(?:{now})?|：")
        self._also = re.compile(f"、|，?(?:{alternation(table['also'])})")
        self._founds = {word: title for title, listed in table["founds"].items() for word in words(listed)}
        self._founding = re.compile(f"({alternation(self._founds)})(?:成立)?(?:了|的)")

    def posts(
        self, discourse: Discourse, people: list[int], names: list[int], held: dict[int, set[int]]
    ) -> Iterator[Post]:
        """Posts stated behind names; the last of a list states those of the others too (王某、李某当选副主席).

        `held` has the bodies in which each person's posts stand before the name.
        """
        found, later = list[list[Post]](), list[Post]()
        follower = None
        for person in reversed(people):
            mention = discourse.mentions[person]
            posts = [*self._of_one(discourse, person, names, held.get(person, set()))]
            if not posts and follower is not None and discourse.text[mention.end : follower] in LISTED:
                posts = [Post(person, one.organization, one.title, mention.begin, one.end) for one in later]
            found.append(posts)
            follower, later = mention.begin, posts
        for posts in reversed(found):
            yield from posts

    def _of_one(self, discourse: Discourse, person: int, names: list[int], held: set[int]) -> Iterator[Post]:
        """Posts stated behind a name: 张某任某公司工会主席, 张某是某公司的快递员, 张某发起的某中心."""
        text, mention = discourse.text, discourse.mentions[person]
        founding = self._founding.match(text, mention.end)
        for pattern in (self._founding, self._holds, self._is):
            match = pattern.match(text, mention.end)
            body = None if match is None else body_at(discourse, names, match.end())
            if match is not None and body is None and pattern is self._holds:
                yield from self._elected(discourse, person, [one for one in names if one not in held], match.end())
            if match is None or body is None:
                continue
            organization = discourse.mentions[body]
            if founding is not None:
                yield Post(person, body, self._founds[founding.group(1)], mention.begin, organization.end)
            else:
                yield from self._all_stated(discourse, person, names, body)
            break

    def _all_stated(self, discourse: Discourse, person: int, names: list[int], body: int | None) -> Iterator[Post]:
        """The titles behind a body, and those behind each further body that the sentence goes on with (，也是…)."""
        while body is not None:
            posts = [*self._stated(discourse, person, names, body)]
            yield from posts
            goes_on = self._also.match(discourse.text, posts[-1].end) if posts else None
            body = None if goes_on is None else body_at(discourse, names, goes_on.end())

    def _elected(self, discourse: Discourse, person: int, names: list[int], begin: int) -> Iterator[Post]:
        """当选联合会主席, 为副主席: posts in the body that the sentence named last before."""
        text, name = discourse.text, discourse.mentions[person]
        before = [index for index in names if discourse.mentions[index].end <= name.begin]
        stop = CLAUSE_END.search(text, begin)
        if text.startswith(UNION, begin):
            before = [index for index in before if discourse.mentions[index].type is MentionType.UNION]
        before = before or union_before(discourse, name.begin)
        stated = self._own.sub("", text[begin : stop.start()]) if stop else ""
        titles = self._titles.list(self._since.sub("", stated))
        if before and titles and stop and all(map(self._titles.begins, titles)):
            for title in titles:
                yield Post(person, before[-1], title, name.begin, stop.start())

    def _stated(self, discourse: Discourse, person: int, names: list[int], body: int) -> Iterator[Post]:
        """The titles behind a body up to the clause's end, or to the next body of the person."""
        text, begin = discourse.text, discourse.mentions[body].end
        clause = CLAUSE_END.search(text, begin)
        end = begin if clause is None else clause.start()
        others = (discourse.mentions[index].begin - 1 for index in names)
        end = min((place for place in others if begin < place < end and text[place] in LISTED), default=end)
        titles = self._titles.list(self._since.sub("", self._organ.sub("", text[begin:end])))
        for title in titles or ():
            holder, stated = self._holders.of(discourse, body, title)
            yield Post(person, holder, stated, discourse.mentions[person].begin, end)
