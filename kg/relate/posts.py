"""Posts: (person, organisation, title) as the words before a name state them.

Guarantees: every post's organisation is a mention that stands before the title in the same sentence,
or the one of the person named just before in a list (党组成员、副主席张某 after 某市总工会党组书记李某); titles end
with a title word of the lexicon; several titles and several organisations of one person give one post
each. By-lines are no posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.recognise.offices import OFFICE
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.post_bodies import (
    BodyReader,
    body_at,
    employer,
    listed_with,
    outermost,
    person_listed_at,
    union_of,
    unions_of_paragraph,
)
from kg.relate.post_titles import TitleReader

__all__ = ["Post", "PostFinder"]

BREAK = re.compile(r"[，。；：！？“”《》\n（）]")
APPOINTING = re.compile("[由以]")
"""What stands before the officers of a body in its own clause (成立由主席张某任组长的…)."""
CLAUSE_END = re.compile(r"[，。；！？）\n]")
JOINTS = "、兼和暨"
LISTED = ("、", "和", "及")
LONGEST_WORK = 8
UNION = "工会"
EMPLOYERS = ("Company", "Hospital", "School")
FARTHEST = 70
"""Characters before a name in which its titles stand."""


class Post:
    """A post found: indexes of person and organisation, the title, and the view stretch that states it."""

    def __init__(self, person: int, organization: int, title: str, begin: int, end: int) -> None:
        self.person, self.organization, self.title = person, organization, title
        self.begin, self.end = begin, end


class PostFinder:
    """Finds the posts of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        self._titles = TitleReader(lexicon)
        self._bodies_meant = BodyReader(lexicon)
        holds = "|".join(sorted(map(re.escape, words(table["posts"]["holds"])), key=len, reverse=True))
        self._holds = re.compile(rf"(?:同志)?[^，。；！？“”\n]{{0,8}}?(?:{holds})")
        self._since = re.compile(f"(?:{alternation(table['posts']['since'])})$")
        self._with_others = re.compile(f"^(?:{alternation(table['posts']['with_others'])})")
        self._own = re.compile(f"^(?:{table['posts']['organs']})?(?:{alternation(table['posts']['own'])})")
        self._organ = re.compile(f"^(?:{table['posts']['organs']})(?:{alternation(table['posts']['own'])})")
        introduced = alternation(table["posts"]["introduced"])
        self._introduced = re.compile(rf"(?<=[，。；：！？“”\n])(?:{introduced})([^，。；：！？\n]{{4,40}})，$")
        self._departments = words(table["posts"]["within_body"])
        self._at_place = words(table["posts"]["at_place"])
        now = alternation(table["posts"]["holds_now"])
        self._is = re.compile(rf"是|系|，(?:{now}|系|是)?|（(?:{now})?|：")
        self._founds = {word: title for title, listed in table["posts"]["founds"].items() for word in words(listed)}
        self._founding = re.compile("(" + "|".join(sorted(self._founds, key=len, reverse=True)) + ")(?:成立)?(?:了|的)")

    def posts(self, discourse: Discourse) -> list[Post]:
        """The posts of an article, in text order, without repeats."""
        found: dict[tuple[int, int, str], Post] = {}
        carried: tuple[int, int] | None = None
        for sentence in discourse.sentences:
            people = [
                index
                for index in discourse.of(sentence, MentionType.PERSON)
                if not discourse.mentions[index].rule.startswith("byline")
            ]
            names = discourse.of(sentence, MentionType.UNION, MentionType.ORGANIZATION)
            union = carried[1] if carried and carried[0] == sentence.paragraph else None
            before = [*self._before_names(discourse, sentence, people, names, union)]
            if names or before:
                last = before[-1].organization if before else None
                is_union = last is not None and discourse.mentions[last].type is MentionType.UNION
                carried = (sentence.paragraph, last) if last is not None and is_union else None
            taken = {(post.organization, post.title) for post in before}
            behind = [
                post for post in self._behind(discourse, people, names) if (post.organization, post.title) not in taken
            ]
            for post in (*before, *behind):
                found.setdefault((post.person, post.organization, post.title), post)
        return list(found.values())

    def _before_names(
        self,
        discourse: Discourse,
        sentence: SentenceMentions,
        people: list[int],
        names: list[int],
        carried: int | None,
    ) -> Iterator[Post]:
        """The posts of a sentence's people whose titles stand before the name.

        `carried` is the union of the posts that the sentence before stated; it holds where this one names no body.
        """
        last = None if names else carried
        previous_end, previous = sentence.stretch.begin, list[Post]()
        for person in people:
            mention = discourse.mentions[person]
            listed = previous and discourse.text[previous_end : mention.begin] in LISTED
            if listed:  # 副主席赵某、孙某某: one title, several names
                posts = [Post(person, one.organization, one.title, one.begin, mention.end) for one in previous]
            else:
                posts = self._before(discourse, person, names, previous_end, last)
                last = posts[-1].organization if posts else last
                posts = posts or self._at_work(discourse, sentence, person)
            yield from posts
            previous, previous_end = posts, mention.end

    def _before(self, discourse: Discourse, person: int, names: list[int], limit: int, last: int | None) -> list[Post]:
        """The posts stated directly before one person; `last` is the body of the one before."""
        text, mention = discourse.text, discourse.mentions[person]
        window = max(limit, mention.begin - FARTHEST)
        breaks = self._breaks(discourse, names, window, mention.begin)
        begin, end = (breaks[-1] if breaks else window), mention.begin
        bodies = self._bodies(discourse, names, begin, end)
        if not bodies and (such := self._introduced.search(text, window, begin)) is not None:
            begin, end = such.span(1)
            bodies = self._bodies(discourse, names, begin, end)
        posts, rest = self._of_named(discourse, person, bodies, begin, end)
        if posts and begin > window and text[begin - 1] == "，" and rest == begin:
            return self._of_clause_before(discourse, person, names, window, begin) + posts
        if rest == begin or (posts and text[rest - 1] not in JOINTS):
            return posts
        short = not posts or discourse.mentions[posts[0].organization].rule == OFFICE
        anaphor = self._bodies_meant.called_again(text, begin, rest, short=short)
        if anaphor is not None:
            union = UNION if text.startswith(UNION, anaphor.end()) else ""
            body = self._bodies_meant.antecedent(discourse, anaphor.group(1) + union, begin)
            begin = anaphor.end() + len(union)
        else:
            body = last if not breaks or text[begin - 1] in "，；" or posts else None
        titles = self._titles.list(self._with_others.sub("", text[begin:rest].lstrip("、和及")))
        if body is None and anaphor is None and titles and begin > window and text[begin - 1] in "，；由以":
            body = self._bodies_meant.subject(discourse, names, begin, titles)
        if body is not None and titles and any(map(self._titles.of_employer, titles)):
            body = employer(discourse, body)
        if body is None or not titles or (anaphor is None and not all(map(self._titles.begins, titles))):
            return posts
        return [Post(person, body, title, begin, mention.end) for title in titles] + posts

    def _breaks(self, discourse: Discourse, names: list[int], begin: int, end: int) -> list[int]:
        """Where marks end in a stretch, other than those inside a body's name (某某工业（集团）有限公司)."""
        spans = [(discourse.mentions[index].begin, discourse.mentions[index].end) for index in names]
        marks = [
            match.end()
            for match in BREAK.finditer(discourse.text, begin, end)
            if not any(first < match.start() and match.end() < last for first, last in spans)
        ]
        appointed = [match.end() for match in APPOINTING.finditer(discourse.text, marks[-1] if marks else begin, end)]
        return marks + [place for place in appointed if self._titles.begins(discourse.text[place:end])][-1:]

    def _of_clause_before(
        self, discourse: Discourse, person: int, names: list[int], window: int, end: int
    ) -> list[Post]:
        """省人大常委会副主任，省总工会主席某某: bodies and titles alone between marks are the next person's too."""
        breaks = [match.end() for match in BREAK.finditer(discourse.text, window, end - 1)]
        begin = breaks[-1] if breaks else window
        bodies = self._bodies(discourse, names, begin, end - 1)
        if not bodies or discourse.mentions[bodies[0]].begin != begin:
            return []
        posts, rest = self._of_named(discourse, person, bodies, begin, end - 1)
        return posts if rest == begin else []

    def _at_work(self, discourse: Discourse, sentence: SentenceMentions, person: int) -> list[Post]:
        """在某公司…。“…”快递员张某说: the one employer at whose place the scene is, in this paragraph."""
        text, mention = discourse.text, discourse.mentions[person]
        work = self._titles.work_at_end(text[max(0, mention.begin - LONGEST_WORK) : mention.begin])
        before = mention.begin - len(work or "")
        if work is None or text[before - 1 : before] not in ("，", "。", "”", "的", "、", "\n"):
            return []
        paragraph = text.rfind("\n", 0, mention.begin) + 1
        employers = {
            "".join(one.text.split()): index
            for index, one in enumerate(discourse.mentions)
            if one.type is MentionType.ORGANIZATION and paragraph <= one.begin and one.end <= before
        }
        if len(employers) != 1:
            return []
        (body,) = employers.values()
        place = discourse.mentions[body]
        if place.concept not in EMPLOYERS or not text.endswith(self._at_place, 0, place.begin):
            return []
        return [Post(person, body, work, place.begin, mention.end)]

    def _bodies(self, discourse: Discourse, names: list[int], begin: int, end: int) -> list[int]:
        """The bodies named within a stretch, without those inside others and departments behind a body."""
        inside = outermost(discourse, discourse.inside(names, begin, end))
        return [
            index
            for position, index in enumerate(inside)
            if not (self._titles.is_department(discourse.mentions[index]) or self._listed_department(discourse, index))
            or (not position and discourse.mentions[index].rule == OFFICE)
        ]

    def _listed_department(self, discourse: Discourse, index: int) -> bool:
        """Whether a body is a department behind another post: 某市总工会办公室主任李某、财务资产部部长王某."""
        mention = discourse.mentions[index]
        return discourse.text[mention.begin - 1] in JOINTS and self._titles.is_own_department(mention.text)

    def _of_named(
        self, discourse: Discourse, person: int, bodies: list[int], begin: int, end: int
    ) -> tuple[list[Post], int]:
        """Posts in the bodies of a stretch, from the name to the left, and where what was read begins."""
        text, posts = discourse.text, list[Post]()
        stated_end = discourse.mentions[person].end
        for index in reversed(bodies):
            organization = discourse.mentions[index]
            if organization.begin >= end:
                continue
            titles = self._titles.list(text[organization.end : end])
            if titles is None and organization.rule == OFFICE and not text[organization.end : end].strip(JOINTS):
                titles = [self._titles.of_office(organization.text)]
            if titles is None:
                return posts, end if posts else begin
            posts = [
                Post(person, *self._holder(discourse, index, title), organization.begin, stated_end) for title in titles
            ] + posts
            end = organization.begin
            if all(map(self._titles.heads_bodies, titles)) and not person_listed_at(discourse, stated_end):
                for body in listed_with(discourse, bodies, index)[::-1]:
                    end = discourse.mentions[body].begin
                    posts = [Post(person, body, title, end, stated_end) for title in titles] + posts
            if end > begin and text[end - 1] not in JOINTS:
                break
        return posts, end

    def _behind(self, discourse: Discourse, people: list[int], names: list[int]) -> Iterator[Post]:
        """Posts stated behind names; the last of a list states those of the others too (王某、李某当选副主席)."""
        found, later = list[list[Post]](), list[Post]()
        follower = None
        for person in reversed(people):
            mention = discourse.mentions[person]
            posts = [*self._behind_one(discourse, person, names)]
            if not posts and follower is not None and discourse.text[mention.end : follower] in LISTED:
                posts = [Post(person, one.organization, one.title, mention.begin, one.end) for one in later]
            found.append(posts)
            follower, later = mention.begin, posts
        for posts in reversed(found):
            yield from posts

    def _behind_one(self, discourse: Discourse, person: int, names: list[int]) -> Iterator[Post]:
        """Posts stated behind a name: 张某任某公司工会主席, 张某是某公司的快递员, 张某发起的某中心."""
        text, mention = discourse.text, discourse.mentions[person]
        founding = self._founding.match(text, mention.end)
        for pattern in (self._founding, self._holds, self._is):
            match = pattern.match(text, mention.end)
            body = None if match is None else body_at(discourse, names, match.end())
            if match is not None and body is None and pattern is self._holds:
                yield from self._elected(discourse, person, names, match.end())
            if match is None or body is None:
                continue
            organization = discourse.mentions[body]
            if founding is not None:
                yield Post(person, body, self._founds[founding.group(1)], mention.begin, organization.end)
            else:
                yield from self._stated(discourse, person, body)
            break

    def _elected(self, discourse: Discourse, person: int, names: list[int], begin: int) -> Iterator[Post]:
        """当选联合会主席, 为副主席: posts in the body that the sentence named last before."""
        text, name = discourse.text, discourse.mentions[person]
        before = [index for index in names if discourse.mentions[index].end <= name.begin]
        stop = CLAUSE_END.search(text, begin)
        if text.startswith(UNION, begin):
            before = [index for index in before if discourse.mentions[index].type is MentionType.UNION]
        before = before or unions_of_paragraph(discourse, name.begin)
        stated = self._own.sub("", text[begin : stop.start()]) if stop else ""
        titles = self._titles.list(self._since.sub("", stated))
        if before and titles and stop and all(map(self._titles.begins, titles)):
            for title in titles:
                yield Post(person, before[-1], title, name.begin, stop.start())

    def _stated(self, discourse: Discourse, person: int, body: int) -> Iterator[Post]:
        """The titles behind a body up to the clause's end."""
        text, begin = discourse.text, discourse.mentions[body].end
        stop = CLAUSE_END.search(text, begin)
        stated = self._organ.sub("", text[begin : stop.start()]) if stop else ""
        titles = self._titles.list(self._since.sub("", stated))
        for title in titles or ():
            holder, stated = self._holder(discourse, body, title)
            yield Post(person, holder, stated, discourse.mentions[person].begin, stop.start() if stop else 0)

    def _holder(self, discourse: Discourse, index: int, title: str) -> tuple[int, str]:
        """(body, title): 副院长 behind a hospital's union is the hospital's, 工会主席 behind a firm its union's."""
        body, department = self._body(discourse, index)
        if not department and self._titles.of_employer(title):
            return employer(discourse, body) or body, title
        union = union_of(discourse, body) if title.startswith(UNION) and len(title) > len(UNION) else None
        return (body, department + title) if union is None else (union, title.removeprefix(UNION))

    def _body(self, discourse: Discourse, index: int) -> tuple[int, str]:
        """(body, department): a union's department belongs to the title (某市总工会 + 宣教部部长)."""
        mention = discourse.mentions[index]
        if mention.text.endswith(self._departments):
            for other, union in enumerate(discourse.mentions):
                if union.type is MentionType.UNION and union.begin == mention.begin and union.end < mention.end:
                    return other, mention.text[union.end - mention.begin :]
        return index, ""
