"""Titles: what a stretch of text between a body and a name says that the person is.

Guarantees: a list of titles is read whole or not at all; each ends with a title of the lexicon, or with a
character that ends words for those who do a work (员, 师, 工). Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.listed_people import BEFORE_TITLE
from kg.recognise.matching import LastWords, alternation, words

__all__ = ["TitleReader"]

LONGEST_TITLE = 18
LONGEST_WORK = 8
"""Characters of a word for a work that no lexicon lists (查勘定损员)."""
JOINT = re.compile("、|兼(?!职)")
JOINTS_BEFORE = re.compile("^(?:[、和暨的]|兼(?!职))+")
"""What joins titles; 兼职 begins one (兼职副主席)."""
INNER = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9“”]+$")
MEASURE = "(?:[一两几多]?(?:名|位|个))?"
UNKNOWN_BODY = r"[省市县区州旗镇乡](?!长)[\u4e00-\u9fff]{2,}"
"""A title that begins with its own body (市某某会会长), which is not that before."""
JOINED = re.compile("[和与]")
"""What joins the subjects of one department (文体和宣教部)."""
DEPARTMENT = r"[\u4e00-\u9fff]{1,12}"
"""A title in a department of the body named before (民管部部长)."""
SHORT_HEAD = "[^省市县区州局委院国]{2,6}[部处科]长"
"""The head of a department in one word (民管部长)."""
ORDINAL = "(?:第[0-9一二三四五六七八九十]{1,3}[任届]|首[任届])"
"""The how-manieth holder of a post somebody is (第九任组长)."""
HEAD_OF_GOVERNMENT = "副?(?:省|市|县|区|州|盟|旗|镇|乡)长$"


class TitleReader:
    """Reads titles."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("people")
        posts = table["posts"]
        self._measure = re.compile(f"^的?(?:(?:{alternation(posts['at_job'])})的)?{MEASURE}")
        self._since = re.compile(f"^(?:{alternation(posts['since_when'])})")
        self._of_unknown_body = re.compile(f"{UNKNOWN_BODY}(?:{alternation(posts['heads_of_bodies'])})$")
        of_bodies, further = alternation(posts["heads_of_bodies"]), alternation(posts["further_heads"])
        self._heads = re.compile(f"(?:副|常务副)?(?:{of_bodies}|{further})")
        ends, heads = alternation(posts["department_ends"]), alternation(posts["department_titles"])
        self._in_department = re.compile(f"{DEPARTMENT}(?:{ends})副?(?:{heads})|{SHORT_HEAD}")
        self._head = re.compile(f"(?:{alternation(table['bodies']['acting'])})?{HEAD_OF_GOVERNMENT}")
        listed = {*words(table["titles"]), *words(table["occupations"]), *words(table["honours"])}
        groups = {form for one in lexicon.groups.values() for form in (one.label, *one.alternatives)}
        self._title = LastWords(listed | groups)
        first, modifiers = alternation(table["titles"]), alternation(table["title_modifiers"])
        self._begins = re.compile(f"{ORDINAL}?(?:{first}|(?:{modifiers})(?=[\u4e00-\u9fff]))")
        deputies = alternation(table["bodies"]["deputies"])
        self._behind = re.compile(f"(?:{deputies})?(?:{alternation(posts['behind_names'])})")
        self._work = re.compile(rf"^[\u4e00-\u9fff]{{1,{LONGEST_WORK - 1}}}[{table['posts']['ends_of_works']}]$")
        self._occupation = LastWords({*words(posts["at_work"]), *words(table["occupations"])})
        self._not_employed = frozenset(words(posts["not_employed"]))
        self._no_title = re.compile(alternation(set(words(table["posts"]["not_within"]))))
        self._of_employers = re.compile("(?:" + alternation(table["posts"]["of_employers"]) + ")$")
        self._honour = LastWords(words(posts["honours"]))
        self._no_works = LastWords(words(table["works"]["no_works"]))
        self._not_titles = frozenset(words(table["no_posts"]))
        self._departments = frozenset(words(posts["departments"]))
        self._no_departments = words(posts["no_departments"])
        self._own_department = re.compile(f"[^省市县区州局委院]{{2,6}}(?:{alternation(posts['within_body'])})")
        lines, workers = alternation(table["posts"]["workplaces"]), alternation(table["occupations"])
        self._workplace = re.compile(
            rf"^(?:的)?[\u4e00-\u9fff0-9A-Z“”#—-]{{0,12}}(?:{lines})的(?:一名|一位)?(?={workers}$|[\u4e00-\u9fff]{{1,4}}[{table['posts']['ends_of_works']}]$)"
        )
        self._plain = re.compile(f"^(?:[\u4e00-\u9fff]{{2,4}}籍|{alternation(posts['plain'])})(?=(?:{workers})$)")

    def list(self, text: str) -> list[str] | None:
        """The titles that a stretch between an organisation and a name lists; None where it is no list of titles."""
        titles = []
        bare = JOINTS_BEFORE.sub("", text.rstrip("、兼和暨的")).removeprefix("由")
        stated = self._since.sub("", self._measure.sub("", self._workplace.sub("", bare)))
        for part in JOINT.split(self._plain.sub("", stated)):
            if not part or len(part) > LONGEST_TITLE or not INNER.match(part) or part in self._not_titles:
                return None
            is_title = self._title.length(part, len(part)) > 0 or self._is_work(part)
            plain = JOINED.sub("", part) if self._in_department.fullmatch(part) else part
            if self._no_title.search(plain) or not is_title:
                return None
            if not self._of_unknown_body.match(part) and not self._honour.length(part, len(part)):
                titles.append(part)
        return titles or None

    def _is_work(self, part: str) -> bool:
        """Whether a word that no lexicon lists says what somebody does (查勘定损员)."""
        return self._work.match(part) is not None and not self._no_works.length(part, len(part))

    def behind(self, text: str, name: Mention) -> str | None:
        """The title directly behind a name that was found by it (张某主席), or None."""
        match = self._behind.match(text, name.end) if name.rule == BEFORE_TITLE else None
        return match.group() if match else None

    def work_at_end(self, text: str) -> str | None:
        """The occupation with which a text ends, or None."""
        work = text[len(text) - self._occupation.length(text, len(text)) :]
        return work if work and work not in self._not_employed else None

    def begins(self, title: str) -> bool:
        """Whether a title begins as titles do that leave their body to the one before (党组成员, 副主席)."""
        if self._in_department.fullmatch(title):
            return True
        return bool(self._begins.match(title)) and not self._head.fullmatch(title)

    def all_of_employer(self, titles: Iterable[str]) -> bool:
        """Whether all titles are ones that only employers have (董事长、总经理)."""
        return all(map(self.of_employer, titles))

    def heads_bodies(self, title: str) -> bool:
        """Whether a title is that of a head, which one person may hold in several bodies (某商会、某协会会长)."""
        return self._heads.fullmatch(title) is not None

    def of_employer(self, title: str) -> bool:
        """Whether a title is one in an employer, which no union has (院长, 监事会主席)."""
        return self._of_employers.search(title) is not None

    def of_office(self, text: str) -> str:
        """The title in the words of an office: 副市长 of 某市副市长."""
        head = self._head.search(text)
        return head.group() if head else text

    def is_department(self, mention: Mention) -> bool:
        """Whether a mention is only a department of the body before (县委常委、统战部 + 部长)."""
        return mention.text in self._departments

    def is_own_department(self, text: str) -> bool:
        """Whether a body's name, behind other posts of a person, is one of a department there (财务资产部)."""
        return self._own_department.fullmatch(text) is not None and not text.endswith(self._no_departments)
