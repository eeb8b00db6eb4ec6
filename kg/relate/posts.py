"""Posts: (person, organisation, title) as the words before a name, or a title directly behind it, state them.

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
from kg.recognise.listed_people import BEFORE_TITLE
from kg.recognise.matching import alternation, words
from kg.recognise.office_parts import OFFICE, PART
from kg.relate.discourse import Discourse, SentenceMentions
from kg.relate.post import LISTED, Post
from kg.relate.post_bodies import EMPLOYERS, BodyReader, employer, listed_with, outermost, person_listed_at
from kg.relate.post_holders import HolderReader
from kg.relate.post_titles import TitleReader
from kg.relate.posts_behind import BehindReader

__all__ = ["Post", "PostFinder"]

BREAK = re.compile(r"[，。；：！？“”《》\n（）]")
JOINTS = "、兼和暨"
LONGEST_WORK = 8
UNION = "工会"
FARTHEST = 70
"""Characters before a name in which its titles stand."""


class PostFinder:
    """Finds the posts of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        self._titles = TitleReader(lexicon)
        self._bodies_meant = BodyReader(lexicon)
        self._holders = HolderReader(lexicon, self._titles)
        self._behind = BehindReader(lexicon, self._titles, self._holders)
        self._with_others = re.compile(f"^(?:{alternation(table['posts']['with_others'])})")
        self._leading = re.compile(f"(?:{alternation(table['posts']['before_heads'])})")
        self._leads_here = re.compile(f"(?:{alternation(table['posts']['before_heads'])})$")
        self._aside = re.compile(f"（(?:{alternation(table['posts']['asides'])})）$")
        introduced = alternation(table["posts"]["introduced"])
        self._introduced = re.compile(rf"(?<=[，。；：！？“”\n])(?:{introduced})([^，。；：！？\n]{{4,40}})，$")
        self._at_place = words(table["posts"]["at_place"])

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
            held = {one.person: {post.organization for post in before if post.person == one.person} for one in before}
            behind = [
                post
                for post in self._behind.posts(discourse, people, names, held)
                if (post.organization, post.title) not in taken
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
        for person, title in zip(people, self._titles_behind(discourse, people), strict=True):
            mention = discourse.mentions[person]
            listed = previous and discourse.text[previous_end : mention.begin] in LISTED
            if title is not None:
                posts = self._called(discourse, person, names, previous_end, last, title)
                last = posts[-1].organization if posts else last
            elif listed:  # 副主席赵某、孙某某: one title, several names
                posts = [Post(person, one.organization, one.title, one.begin, mention.end) for one in previous]
            else:
                posts = self._before(discourse, person, names, previous_end, last)
                last = posts[-1].organization if posts else last
                posts = posts or self._at_work(discourse, sentence, person)
            yield from posts
            own = title is not None and discourse.text.startswith(title, mention.end)
            previous, previous_end = posts, mention.end + (len(title) if own and title else 0)

    def _titles_behind(self, discourse: Discourse, people: list[int]) -> list[str | None]:
        """The title directly behind each name, or behind the last of its list (王某、李某副主席), or None."""
        titles = list[str | None]()
        follower, later = None, None
        for person in reversed(people):
            mention = discourse.mentions[person]
            title = self._titles.behind(discourse.text, mention)
            if title is None and follower is not None and discourse.text[mention.end : follower] in LISTED:
                title = later if mention.rule == BEFORE_TITLE else None
            titles.append(title)
            follower, later = mention.begin, title
        return titles[::-1]

    def _called(
        self, discourse: Discourse, person: int, names: list[int], limit: int, last: int | None, title: str
    ) -> list[Post]:
        """The post of one whose title stands behind the name: in the body directly before, else in `last`."""
        text, mention = discourse.text, discourse.mentions[person]
        breaks = self._breaks(discourse, names, limit, mention.begin)
        begin = breaks[-1] if breaks else limit
        bodies = self._bodies(discourse, names, begin, mention.begin)
        if not bodies:
            bare = not text[begin : mention.begin].strip(JOINTS + "和及")
            return [Post(person, last, title, mention.begin, mention.end)] if bare and last is not None else []
        within = text[discourse.mentions[bodies[-1]].end : mention.begin] + title
        stated = self._titles.list(within)
        if stated is None:
            return []
        first = discourse.mentions[bodies[-1]].begin
        end = mention.end + len(title)
        return [Post(person, *self._holders.of(discourse, bodies[-1], one), first, end) for one in stated]

    def _before(self, discourse: Discourse, person: int, names: list[int], limit: int, last: int | None) -> list[Post]:
        """The posts stated directly before one person; `last` is the body of the one before."""
        text, mention = discourse.text, discourse.mentions[person]
        window = max(limit, mention.begin - FARTHEST)
        aside = self._aside.search(text, window, mention.begin)
        end = mention.begin if aside is None else aside.start()
        breaks = self._breaks(discourse, names, window, end)
        begin = breaks[-1] if breaks else window
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
        if body is None and anaphor is None and titles and begin > window and self._leads(text, begin):
            body = self._bodies_meant.subject(discourse, names, begin, titles)
            if body is None and self._titles.all_of_employer(titles):
                body = self._bodies_meant.workplace(discourse, names, begin)
        if body is not None and titles and any(map(self._titles.of_employer, titles)):
            body = employer(discourse, body)
        if body is None or not titles or (anaphor is None and not all(map(self._titles.begins, titles))):
            return posts
        return [Post(person, body, title, begin, mention.end) for title in titles] + posts

    def _leads(self, text: str, position: int) -> bool:
        """Whether the titles at a view position begin a clause, or stand behind a word that leads to them."""
        return text[position - 1] in "，；" or self._leads_here.search(text, max(0, position - 4), position) is not None

    def _breaks(self, discourse: Discourse, names: list[int], begin: int, end: int) -> list[int]:
        """Where marks end in a stretch, other than those inside a body's name (某某工业（集团）有限公司)."""
        spans = [(discourse.mentions[index].begin, discourse.mentions[index].end) for index in names]
        marks = [
            match.end()
            for match in BREAK.finditer(discourse.text, begin, end)
            if not any(first < match.start() and match.end() < last for first, last in spans)
        ]
        appointed = [
            match.end() for match in self._leading.finditer(discourse.text, marks[-1] if marks else begin, end)
        ]
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
            or discourse.mentions[index].rule == PART
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
                Post(person, *self._holders.of(discourse, index, title), organization.begin, stated_end)
                for title in titles
            ] + posts
            end = organization.begin
            if all(map(self._titles.heads_bodies, titles)) and not person_listed_at(discourse, stated_end):
                for body in listed_with(discourse, bodies, index)[::-1]:
                    end = discourse.mentions[body].begin
                    posts = [Post(person, body, title, end, stated_end) for title in titles] + posts
            if end > begin and text[end - 1] not in JOINTS:
                break
        return posts, end
