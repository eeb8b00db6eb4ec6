"""The page's cue words, compiled: ``lexicons/reading.toml`` as expressions ready to use.

Guarantees: no cue word is written in Python; every expression is linear (bounded or single
quantifiers over disjoint classes); the same lexicon gives the same cues. All expressions expect the
regular view of a text (see `kg.read.regular`): full-width punctuation, half-width digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec

from kg.errors import OntologyError
from kg.lexicon import Lexicon
from kg.models.division_names import division_names

__all__ = ["Cues", "cues_of", "words"]

NUMBER = r"[0-9〇零一二三四五六七八九十百千]{1,8}"
DATE = (
    r"(?:[12][0-9]{3}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}日?"
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][12][0-9]{3}"
    r"|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
CYCLIC = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
ROLES = ("reporter", "correspondent", "photographer")
PLACEHOLDERS = {
    "{number}": NUMBER,
    "{date}": DATE + r"(?:\s{0,4}[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?",
    "{weekday}": "[一二三四五六日天]",
    "{cyclic}": CYCLIC,
    "{lunar}": rf"(?:{CYCLIC}年)?闰?[正一二三四五六七八九十冬腊]{{1,2}}月[初一二三四五六七八九十廿卅]{{1,3}}",
}


class Cues(msgspec.Struct, frozen=True):
    """Compiled cue words. Each expression is used with `match` unless it says otherwise."""

    dispatch: re.Pattern[str]
    """本报讯, 中工网南京2月25日电, 又讯: the head of a report."""
    role: re.Pattern[str]
    """A by-line's role word; group name tells which role."""
    house: re.Pattern[str]
    """The newspaper whose reporter somebody is, before the role word (《某某日报》记者, 某工记者)."""
    paper_ends: tuple[str, ...]
    """With which the newspaper's name ends on a line that is nothing but a by-line."""
    closing: re.Pattern[str]
    """报道 after the names of a by-line."""
    not_name: re.Pattern[str]
    signing_body: re.Pattern[str]
    """fullmatch: a body that signs in a person's place."""
    surely_body: re.Pattern[str]
    """fullmatch: one that no name of a person ends like."""
    photo: re.Pattern[str]
    """摄, 摄影报道 at the end of a line (search)."""
    behind_names: re.Pattern[str]
    """search: 文/图 that ends a line of names."""
    photo_report: re.Pattern[str]
    """search: 摄 after a name without a space (张三摄)."""
    caption: re.Pattern[str]
    standing: re.Pattern[str]
    """fullmatch: a head that opens a piece of its own."""
    furniture: re.Pattern[str]
    """The beginning of a line of page furniture."""
    furniture_end: re.Pattern[str]
    """search: the end of one."""
    furniture_token: re.Pattern[str]
    """A date, a number of a page or an issue, a column's name; a line of such tokens is furniture."""
    newspaper: re.Pattern[str]
    """fullmatch: a newspaper's name on a line of its own."""
    sentence: re.Pattern[str]
    lead: re.Pattern[str]
    running: re.Pattern[str]
    """search: a word of running text."""
    cut_endings: frozenset[str]
    going_on: frozenset[str]
    grammar: frozenset[str]
    everyday: frozenset[str]
    """Pairs of characters that most reports hold, and that tell nothing about the subject either."""
    place: re.Pattern[str]
    """findall: the two characters before 市, 县, 总工会, 公司 …"""
    no_names: frozenset[str]
    """Two characters there that are no name."""
    no_name_begins: frozenset[str]
    stay: re.Pattern[str]
    """findall: where people stay (甬 of 留甬过年)."""
    comes_from: re.Pattern[str]
    """search: what stands before the place that somebody comes from."""
    people_of: re.Pattern[str]
    """What stands behind it."""
    divisions: frozenset[str]
    """Short names of divisions that are no words of the language."""


def words(entries: Iterable[str]) -> str:
    """An alternation of literal words, the longest first."""
    return "|".join(re.escape(_regular(word)) for word in sorted(set(entries), key=lambda word: (-len(word), word)))


def _regular(word: str) -> str:
    return word.replace(":", "：").replace("(", "（").replace(")", "）")


@lru_cache(maxsize=8)
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of a lexicon; raises OntologyError where reading.toml or divisions.toml lacks a list."""
    table = lexicon.table("reading")
    try:
        return _compiled(table, frozenset(lexicon.table("divisions")["ordinary"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise OntologyError(
            f"{lexicon.folder}/lexicons: reading.toml or divisions.toml lacks {error}; mend it"
        ) from error


def _compiled(table: dict[str, Any], ordinary: frozenset[str]) -> Cues:
    byline, roles, sentence, furniture = table["byline"], table["roles"], table["sentence"], table["furniture"]
    newspaper = rf"[《]?[^\s，。！？；：（）“”《》、0-9]{{1,9}}(?:{words(furniture['newspapers'])})[》]?"
    day = r"(?:[0-9]{1,2}月[0-9]{1,2}日(?:[0-9]{1,2}[时：:][0-9]{0,2}分?)?)"
    return Cues(
        dispatch=re.compile(
            rf"[【（]?(?:《?[^，。！？；：《》（）\s]{{0,8}}?(?:{words(byline['agencies'])})》?"
            rf"[^，。！？；：《》（）“”\s]{{0,8}}?\s?{day}?\s?(?:{words(byline['dispatches'])})"
            rf"|(?:{words(byline['further'])}))"
            rf"(?:[】）]|(?=[\s（：“]|{words([*roles['reporter'], *roles['correspondent']])}|$)"
            rf"|{'|'.join(f'(?<={re.escape(word)})' for word in byline['tight'])})"
        ),
        role=re.compile("|".join(f"(?P<{name}>{words(roles[name])})" for name in ROLES)),
        house=re.compile(
            rf"(?:《[^》\s，。]{{2,12}}》|[\u4e00-\u9fff—-]{{1,12}}?(?<=[{''.join(byline['house_ends'])}]))"
            rf"(?={words([*roles['reporter'], *roles['correspondent']])})"
        ),
        paper_ends=tuple(byline["paper_ends"]),
        closing=re.compile(words(byline["closings"])),
        not_name=re.compile(words(roles["not_names"])),
        signing_body=re.compile(rf"[^，。！？；：（）]{{0,20}}(?:{words(roles['signing_bodies'])})"),
        surely_body=re.compile(
            rf"[^，。！？；：（）]{{0,20}}(?:{words(word for word in roles['signing_bodies'] if len(word) > 1)})"
        ),
        photo=re.compile(rf"(?:{words(roles['photographer'])})[）】]?\s*$"),
        behind_names=re.compile(rf"[\s/／]?(?:{words(roles['behind_names'])})$"),
        photo_report=re.compile(rf"(?:{words(roles['photo_endings'])})$"),
        caption=re.compile(words(table["caption"]["openings"])),
        standing=re.compile(rf"[【■●◆▲□]?\s*(?:{words(table['head']['standing'])})\s*[】：]?"),
        furniture=re.compile(words(furniture["openings"])),
        furniture_end=re.compile(rf"(?:{words(furniture['endings'])})$"),
        furniture_token=re.compile(
            rf"(?:{_patterns(furniture)}|{newspaper}(?=[\s（]{{0,3}}{DATE}))[\s·|｜/／，、：（）】]*"
        ),
        newspaper=re.compile(newspaper),
        sentence=re.compile(words(sentence["openings"]) + r"|[0-9]{4}年|[0-9]{1,2}月"),
        lead=re.compile(
            rf"(?:{words(sentence['leads'])})|(?:[0-9]{{4}}年)?[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|[上中下]旬|以来|初|底)"
        ),
        running=re.compile(words(sentence["running"])),
        cut_endings=frozenset(sentence["cut_endings"]),
        going_on=frozenset(sentence["going_on"]),
        grammar=frozenset(sentence["grammar"]),
        everyday=frozenset(sentence["everyday"].split()),
        place=re.compile(rf"([\u4e00-\u9fff]{{2}})(?:{words(sentence['names_before'])})"),
        no_names=frozenset(sentence["no_names"].split()),
        no_name_begins=frozenset(sentence["no_name_begins"]),
        stay=re.compile(rf"留([\u4e00-\u9fff]{{1,2}}?)(?={words(sentence['stayers'])})"),
        comes_from=re.compile(rf"(?:{words(sentence['comes_from'])})$"),
        people_of=re.compile(words(sentence["people_of"])),
        divisions=division_names() - ordinary,
    )


def _patterns(furniture: dict[str, Any]) -> str:
    """Furniture patterns with their placeholders filled in, and the names of columns."""
    filled = []
    for pattern in furniture["patterns"]:
        expression = re.escape(_regular(pattern)).replace(r"\{", "{").replace(r"\}", "}")
        for placeholder, meaning in PLACEHOLDERS.items():
            expression = expression.replace(placeholder, meaning)
        filled.append(expression)
    return "|".join([*sorted(filled, key=lambda text: (-len(text), text)), words(furniture["columns"])])
