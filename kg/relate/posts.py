"""Posts: (person, organisation, title) as the words before a name state them.

Guarantees: every post's organisation is a mention that stands before the title in the same sentence,
or the one of the person named just before in a list (党组成员、副主席张某 after 某市总工会党组书记李某); titles end
with a title word of the lexicon; several titles and several organisations of one person give one post
each. By-lines are no posts.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.matching import words
from kg.relate.discourse import Discourse

__all__ = ["Post", "PostFinder"]

ANAPHOR = re.compile(r"[^，。；]{0,6}?该(会|工会|集团|公司|校|院|局|所|中心|协会|单位)")
BREAK = re.compile(r"[，。；：！？“”《》\n（）]")
DEPARTMENTS = ("部", "室", "处", "科", "办公室")
JOINTS = "、兼和暨"
LONGEST_TITLE = 16


class Post:
    """A post found: indexes of person and organisation, the title, and the view stretch that states it."""

    def __init__(self, person: int, organization: int, title: str, begin: int, end: int) -> None:
        self.person, self.organization, self.title = person, organization, title
        self.begin, self.end = begin, end


class PostFinder:
    """Finds the posts of one article."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        titles = sorted((*words(table["titles"]), *words(table["occupations"])), key=len, reverse=True)
        self._title = re.compile("(?:" + "|".join(map(re.escape, titles)) + ")$")
        starts = sorted((*words(table["titles"]), *words(table["title_modifiers"])), key=len, reverse=True)
        self._starts_as_title = re.compile("|".join(map(re.escape, starts)))
        self._of_government = re.compile("(?:常务)?副?(省|市|县|区|州|镇|乡)长")
        self._inner = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9“”]+$")
        self._not_titles = frozenset(words(table["no_posts"]))

    def posts(self, discourse: Discourse) -> list[Post]:
        """The posts of an article, in text order, without repeats."""
        found: dict[tuple[int, int, str], Post] = {}
        for sentence in discourse.sentences:
            people = discourse.of(sentence, MentionType.PERSON)
            names = discourse.of(sentence, MentionType.UNION, MentionType.ORGANIZATION)
            last: int | None = None
            previous_end, previous = sentence.stretch.begin, list[Post]()
            for person in people:
                mention = discourse.mentions[person]
                if mention.rule.startswith("byline"):
                    continue
                listed = previous and discourse.text[previous_end : mention.begin] in ("、", "和", "及")
                if listed:  # 副主席赵某、孙某某: one title, several names
                    posts = [Post(person, one.organization, one.title, one.begin, mention.end) for one in previous]
                else:
                    posts, last = self._before(discourse, person, names, previous_end, last)
                previous = posts
                for post in posts:
                    found.setdefault((post.person, post.organization, post.title), post)
                previous_end = mention.end
        return list(found.values())

    def _before(
        self,
        discourse: Discourse,
        person: int,
        names: list[int],
        limit: int,
        last: int | None,
    ) -> tuple[list[Post], int | None]:
        """The posts stated directly before one person, and the organisation that the next may share."""
        text, mention = discourse.text, discourse.mentions[person]
        window = max(limit, mention.begin - 70)
        breaks = [match.end() for match in BREAK.finditer(text, window, mention.begin)]
        begin = breaks[-1] if breaks else window
        inside = _outermost(
            [
                discourse.mentions[i]
                for i in names
                if begin <= discourse.mentions[i].begin and discourse.mentions[i].end <= mention.begin
            ],
            [i for i in names if begin <= discourse.mentions[i].begin and discourse.mentions[i].end <= mention.begin],
        )
        posts: list[Post] = []
        end = mention.begin
        for index in reversed(inside):
            organization = discourse.mentions[index]
            titles = self._titles(text[organization.end : end])
            if titles is None:
                break
            body, department = self._body(discourse, index)
            posts = [
                Post(
                    person,
                    self._government(discourse, title) or body,
                    department + title,
                    organization.begin,
                    mention.end,
                )
                for title in titles
                if not self._of_government.fullmatch(title) or self._government(discourse, title) is not None
            ] + posts
            end = organization.begin
            if end > begin and text[end - 1] not in JOINTS:
                break
        if posts:
            return posts, posts[-1].organization
        if not inside:
            titles = self._titles(text[begin : mention.begin]) or []
            governed = [(title, self._government(discourse, title)) for title in titles]
            if governed and all(body is not None for _, body in governed):
                return [
                    Post(person, body, title, begin, mention.end) for title, body in governed if body is not None
                ], last
        anaphor = None if inside else ANAPHOR.match(text, begin, mention.begin)
        if anaphor is not None:
            antecedent = _antecedent(discourse, names, anaphor.group(1), begin)
            titles = self._titles(text[anaphor.end() : mention.begin])
            if antecedent is not None and titles:
                return [Post(person, antecedent, title, begin, mention.end) for title in titles], antecedent
        joined = not breaks or text[begin - 1] in "，；"
        if last is not None and not inside and joined:
            titles = self._titles(text[begin : mention.begin].lstrip("、和及"))
            if titles and all(
                self._starts_as_title.match(title) and not self._of_government.fullmatch(title) for title in titles
            ):
                organization = discourse.mentions[last]
                return [Post(person, last, title, begin, mention.end) for title in titles], last
        return [], last

    def _body(self, discourse: Discourse, index: int) -> tuple[int, str]:
        """(body, department): a union's department belongs to the title (某市总工会 + 宣教部部长)."""
        mention = discourse.mentions[index]
        if mention.text.endswith(DEPARTMENTS):
            for other, union in enumerate(discourse.mentions):
                if union.type is MentionType.UNION and union.begin == mention.begin and union.end < mention.end:
                    return other, mention.text[union.end - mention.begin :]
        return index, ""

    def _government(self, discourse: Discourse, title: str) -> int | None:
        """The government that 省长, 副市长 … belong to, where the article names it."""
        match = self._of_government.fullmatch(title)
        if match is None:
            return None
        level = match.group(1)
        return next(
            (
                index
                for index, mention in enumerate(discourse.mentions)
                if mention.type is MentionType.ORGANIZATION
                and mention.text.endswith((level + "政府", level + "人民政府"))
            ),
            None,
        )

    def _titles(self, text: str) -> list[str] | None:
        """The titles that a stretch between an organisation and a name lists; None where it is no list of titles."""
        titles = []
        for part in re.split("[、兼]", text.strip("、兼和暨的")):
            if not part or len(part) > LONGEST_TITLE or not self._inner.match(part) or not self._title.search(part):
                return None
            if "的" in part or part in self._not_titles:
                return None
            titles.append(part)
        return titles or None


def _antecedent(discourse: Discourse, names: list[int], kind: str, position: int) -> int | None:
    """The body that 该会, 该集团 means: the last one named before whose name ends so; 该会 is a union."""
    for index in range(len(discourse.mentions) - 1, -1, -1):
        mention = discourse.mentions[index]
        if mention.end > position or mention.type not in (MentionType.UNION, MentionType.ORGANIZATION):
            continue
        if (
            mention.text.endswith(kind)
            or (kind == "校" and mention.concept == "School")
            or (kind == "所" and mention.text.endswith("事务所"))
        ):
            return index
    return None


def _outermost(mentions: list[Mention], indexes: list[int]) -> list[int]:
    """Those that lie within no other."""
    pairs = list(zip(mentions, indexes, strict=True))
    return [
        index
        for mention, index in pairs
        if not any(
            other is not mention
            and other.begin <= mention.begin
            and mention.end <= other.end
            and (other.end - other.begin) > (mention.end - mention.begin)
            for other, _ in pairs
        )
    ]
