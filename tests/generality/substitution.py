"""Other names of the same kind for the names of a page, chosen deterministically.

Guarantees: `substituted(text, seed)` is a pure function. A division becomes another one of its level with
the same kind of suffix and as long a name, and its children become children of the other; a short form
that names one division becomes one that names one division. A person becomes another of a list of names
written for these tests, a company's proper name another of two characters, a programme's quoted name
another one of the same length that keeps its head noun, its numbers and the words that tell its kind and
its groups. Every occurrence is replaced, over line breaks too, in one pass, so that nothing is replaced
twice. What has no counterpart (a kind of division that the country has once) stays as it is.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.read import articles
from kg.recognise.gazetteer import Division
from kg.recognise.matching import words
from tests.rooms import lexicon, recogniser, source_of

__all__ = ["Substitution", "substituted", "substitution"]

SUFFIXES = ("自治县", "自治州", "自治区", "地区", "街道", "新区", "省", "市", "县", "区", "州", "旗", "盟", "镇", "乡")
SURNAMES = "赵钱孙周吴郑冯沈韩杨朱秦许何吕张曹严魏陶姜戚谢邹苏潘葛范彭鲁韦马方俞袁柳史唐薛雷贺汤罗毕郝傅康"
GIVEN_OF_ONE = "伟磊静敏丽军洋勇艳杰娟涛超霞鹏辉玲婷凯璐琳斌梅莹萍珊琪峰燕"
# No given name here holds a word of grammar (一, 行, 长, 向) or is a county (永年):
# ../golden/open says what becomes of those.
GIVEN_OF_TWO = words(
    "桂英 建国 志明 晓东 海燕 文博 思雨 子涵 国强 秀兰 玉珍 立新 红梅 春生 家豪 雅琴 佳怡 德福 若琳 振华 浩然 凤霞 "
    "学文 宝山 云飞 素芬 慧敏 金龙 明远 小满 启航 丽娜 世昌 彩虹 新宇 爱华"
)
NO_NAMES = ("劳动", "工会", "职工", "总工", "夏令营", "解困", "质量")
"""In what the recogniser takes for a name, wrongly."""
BRANDS = words("恒远 瑞泽 金穗 博汇 凯润 华腾 宏图 科达 嘉禾 恒泰 鼎盛 鑫源 昌隆 天岳 海晟 德润 立晟 中柏 远帆 佳睿")
WORDS_OF_TWO = words(
    "暖流 晨光 春晖 星火 清风 匠心 同行 相伴 远航 圆梦 追光 飞扬 逐浪 花开 筑巢 引航 护航 聚力 携手 情深"
)
WORDS_OF_THREE = words("映山红 彩虹桥 萤火虫 常青藤 满天星 领航者 暖人心 一家亲 新风尚 在身边")
PARTICLES = "在的了和与为向对将把被从到及由于是有该本各"
INDUSTRIES = words(
    "科技 机电 物流 建筑 建设 电力 供电 农业 食品 纺织 电子 汽车 交通 能源 实业 投资 海洋 化工 医药 旅游 国际 数字 "
    "中国 国网 国家 中建 中铁 中交 集团 公司 职工 供销 顺丰 京东 美团 中通 圆通 申通 韵达 人力 劳务 保安 物业 公交"
)
COMPANY = re.compile(r"(?:公司|集团|厂)$")
QUOTED = re.compile(r"[“\"《]([^“”\"《》\n。；！？]{4,18})[”\"》]")
NUMBERED = re.compile(r"[0-9A-Za-z+]+|全[国省市区县]|[一二三四五六七八九十百千万两]+[大项条个类送包]?")
RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
STAYS_IN = "留来驻返"
"""Before a one-character name: 留甬, 来甬."""


NAMES = (
    MentionType.PLACE,
    MentionType.UNION,
    MentionType.ORGANIZATION,
    MentionType.PROGRAMME,
    MentionType.GROUP,
)


class Substitution(NamedTuple):
    """Other names for the names of one page, by kind."""

    places: dict[str, str]
    people: dict[str, str]
    companies: dict[str, str]
    programmes: dict[str, str]

    def apply(self, text: str) -> str:
        """`text` with every name replaced, in one pass, longer names first."""
        pairs = {**self.places, **self.companies, **self.people, **self.programmes}
        if not pairs:
            return text
        names = sorted(pairs, key=lambda name: (-len(name), name))
        pattern = re.compile("|".join("(" + r"[\s\u3000]*".join(map(re.escape, name)) + ")" for name in names))
        return pattern.sub(lambda found: _laid_over(found[0], pairs[names[(found.lastindex or 1) - 1]]), text)


def _laid_over(found: str, name: str) -> str:
    """`name` with the white space that stands inside `found`, as far as it has characters to stand between."""
    left = list(name)
    kept = []
    for character in found:
        if character.isspace():
            kept.append(character)
        elif left:
            kept.append(left.pop(0))
    return "".join(kept) + "".join(left)


def substituted(text: str, seed: int) -> str:
    """The page with other names; lengths of people's names change where `seed` is odd."""
    return substitution(text, seed).apply(text)


def substitution(text: str, seed: int) -> Substitution:
    """Other names for the names that the recogniser finds on a page."""
    chance = random.Random(seed)
    mentions = _mentions(text)
    places = _places(text, mentions, chance)
    return Substitution(
        places,
        _people(text, mentions, chance, same_length=seed % 2 == 0),
        _companies(text, mentions, chance),
        _programmes(text, mentions, Substitution(places, {}, {}, {}), chance),
    )


@cache
def _mentions(text: str) -> tuple[Mention, ...]:
    source = source_of(text)
    found = (recogniser().mentions(article) for article in articles(source, lexicon=lexicon()))
    return tuple(mention for listed in found for mention in listed)


def _suffix(name: str) -> str:
    return next((suffix for suffix in SUFFIXES if name.endswith(suffix)), "")


@cache
def _below() -> dict[str, tuple[Division, ...]]:
    """The divisions that exist, by the code above them."""
    found: dict[str, list[Division]] = {}
    for division in recogniser().gazetteer.by_code.values():
        if not division.successor:
            found.setdefault(division.parent, []).append(division)
    return {parent: tuple(listed) for parent, listed in found.items()}


def _places(text: str, mentions: Iterable[Mention], chance: random.Random) -> dict[str, str]:
    gazetteer = recogniser().gazetteer
    plain = re.sub(r"\s", "", text)
    named = {mention.concept for mention in mentions if mention.type is MentionType.PLACE and mention.concept}
    tree: dict[str, list[str]] = {}
    for code in sorted(named):
        for division in gazetteer.chain(code):
            listed = tree.setdefault(division.parent, [])
            if division.code not in listed:
                listed.append(division.code)
    found: dict[str, str] = {}
    _assign("", "", tree, plain, chance, found)
    pairs: dict[str, str] = {}
    for code, other in sorted(found.items()):
        if code != other:
            pairs.update(_forms(gazetteer.by_code[code], gazetteer.by_code[other]))
    read = Counter(re.sub(r"\s", "", mention.text) for mention in mentions if mention.type in NAMES)
    return {
        form: new
        for form, new in pairs.items()
        if form in plain and (len(form) > 2 or form[0] in STAYS_IN or _is_a_place(form, plain, read))
    }


def _is_a_place(form: str, text: str, read: Counter[str]) -> bool:
    """Whether a short form is a place wherever it stands, and never part of a word (新会 in 新会员)."""
    if form + "员" in text:
        return False
    return sum(name.count(form) * count for name, count in read.items()) >= text.count(form)


def _assign(
    code: str, other: str, tree: dict[str, list[str]], text: str, chance: random.Random, found: dict[str, str]
) -> bool:
    """Gives each child of `code` in the tree a child of `other`; False, and nothing found, where one has none."""
    gazetteer = recogniser().gazetteer
    taken: set[str] = set()
    own: dict[str, str] = {}
    children = [gazetteer.by_code[child] for child in tree.get(code, ())]
    for child in sorted(children, key=lambda one: (-len(tree.get(one.code, ())), one.code)):
        candidates = [one for one in _below().get(other, ()) if _fits(child, one, text) and one.code not in taken]
        chance.shuffle(candidates)
        if other == code:
            candidates.append(child)  # a division may stay what it is where that above it stays
        for candidate in candidates:
            deeper: dict[str, str] = {}
            if _assign(child.code, candidate.code, tree, text, chance, deeper):
                own[child.code] = candidate.code
                own.update(deeper)
                taken.add(candidate.code)
                break
        else:
            return False
    found.update(own)
    return True


def _fits(division: Division, other: Division, text: str) -> bool:
    """Whether another division can take the place of one: of its kind, as long, as clear, and not on the page."""
    gazetteer = recogniser().gazetteer
    if division.level != other.level or division.code == other.code:
        return False
    if other.name in text or any(form in text for form in other.forms):
        return False
    if not any(form in text for form in (division.name, *division.forms)):
        return True
    if _suffix(division.name) != _suffix(other.name) or len(division.name) != len(other.name):
        return False
    if sorted(map(len, division.forms)) != sorted(map(len, other.forms)):
        return False
    clear = all(len(gazetteer.candidates(form)) == 1 and form not in gazetteer.ordinary for form in other.forms)
    return clear and (division.level == "township" or len(gazetteer.candidates(other.name)) == 1)


def _forms(division: Division, other: Division) -> Iterator[tuple[str, str]]:
    gazetteer = recogniser().gazetteer
    yield division.name, other.name
    own = sorted(division.forms, key=lambda form: (len(form), form))
    for form, counterpart in zip(own, sorted(other.forms, key=lambda form: (len(form), form)), strict=False):
        if form not in gazetteer.ordinary:
            yield form, counterpart
    if not own or not other.forms or len(own[0]) != 2:
        return
    short, new = own[0], other.forms[0]
    for character in sorted({*short, *division.characters}):
        place = short.find(character)
        # Where the other division has no such name of its own, its short form stands: 留来安, never 留来.
        own_name = new if place < 0 or division.characters else new[place]
        new_character = other.characters[0] if other.characters and character in division.characters else own_name
        for verb in STAYS_IN:
            yield verb + character, verb + new_character
            yield verb + short, verb + new
        if character in division.characters:
            for noun in "城籍":
                yield character + noun, new_character + noun


def _people(text: str, mentions: Iterable[Mention], chance: random.Random, *, same_length: bool) -> dict[str, str]:
    names = sorted({mention.label for mention in mentions if mention.type is MentionType.PERSON})
    pairs: dict[str, str] = {}
    for name in names:
        if not 2 <= len(name) <= 3 or not RUN.fullmatch(name) or any(word in name for word in NO_NAMES):
            continue
        length = len(name) if same_length else chance.choice((2, 3))
        while True:
            new = chance.choice(SURNAMES) + chance.choice(GIVEN_OF_ONE if length == 2 else GIVEN_OF_TWO)
            if new not in pairs.values() and new not in text:
                break
        pairs[name] = new
    return pairs


def _companies(text: str, mentions: Iterable[Mention], chance: random.Random) -> dict[str, str]:
    gazetteer = recogniser().gazetteer
    brands: set[str] = set()
    for mention in mentions:
        if mention.type is not MentionType.ORGANIZATION or mention.concept != "Company":
            continue
        name = re.sub(r"\s", "", mention.text)
        if not COMPANY.search(name):
            continue
        lengths = [length for length in (4, 3, 2) if gazetteer.candidates(name[:length])]
        name = name[lengths[0] :] if lengths else name
        brand = name[:2]
        plain = RUN.fullmatch(name) and not any(character in PARTICLES for character in brand)
        crosses = any(word.startswith(name[1:3]) or name.startswith(word) for word in INDUSTRIES)
        if len(name) >= 6 and plain and not crosses:
            brands.add(brand)
    new = [brand for brand in BRANDS if brand not in text]
    chance.shuffle(new)
    kept = (brand for brand in sorted(brands) if _is_one_name(text, brand))
    return dict(zip(kept, new, strict=False))


def _is_one_name(text: str, brand: str) -> bool:
    """Whether two characters always go on alike on the page, as a proper name does and a word does not."""
    following = {text[found.end() : found.end() + 1] for found in re.finditer(brand, text)}
    return len(following - set('”"’，。、')) <= 1


def _programmes(text: str, mentions: Iterable[Mention], places: Substitution, chance: random.Random) -> dict[str, str]:
    """Names in quotation marks that the page gives to programmes."""
    cores = {mention.concept for mention in mentions if mention.type is MentionType.PROGRAMME}
    quoted = {found[1] for found in QUOTED.finditer(text)}
    names = sorted(cores & quoted, key=lambda name: (len(name), name))
    runs: dict[str, str] = {}
    pairs: dict[str, str] = {}
    for name in names:
        new = "".join(_renamed(piece, kept, runs, text, chance) for piece, kept in _pieces(places.apply(name)))
        if len(name) >= 4 and new != name:
            pairs[name] = new
    return pairs


@cache
def _telling(lex: Lexicon) -> re.Pattern[str]:
    """Words that a name's replacement keeps: they tell its kind, its groups, or are its head noun."""
    forms = {form for kind in lex.kinds.values() for form in (kind.label, *kind.alternatives, *kind.hidden)}
    forms |= {form for group in lex.groups.values() for form in (group.label, *group.alternatives)}
    table = lex.table("programmes")
    for listed in ("heads", "strong_heads", "own_heads", "place_heads"):
        forms |= set(words(table[listed]))
    forms |= {"工会", "职工", "劳动者", "小哥"}
    ordered = sorted((form for form in forms if len(form) > 1), key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, ordered)))


def _pieces(name: str) -> Iterator[tuple[str, bool]]:
    """The name cut into what stays and what may be replaced."""
    gazetteer = recogniser().gazetteer
    kept = [False] * len(name)
    for pattern in (_telling(lexicon()), NUMBERED, re.compile(r"[^\u4e00-\u9fff]+")):
        for found in pattern.finditer(name):
            kept[found.start() : found.end()] = [True] * (found.end() - found.start())
    for begin in range(len(name)):
        for length in (4, 3, 2):
            if len(name) >= begin + length and gazetteer.candidates(name[begin : begin + length]):
                kept[begin : begin + length] = [True] * length
    begin = 0
    for position in range(1, len(name) + 1):
        if position == len(name) or kept[position] != kept[begin]:
            yield name[begin:position], kept[begin]
            begin = position


def _renamed(piece: str, kept: bool, runs: dict[str, str], text: str, chance: random.Random) -> str:
    if kept or not RUN.fullmatch(piece):
        return piece
    if piece not in runs:
        new, left = "", len(piece)
        while left:
            new += _word(3 if left % 2 else 2, new + text, chance)
            left = len(piece) - len(new)
        runs[piece] = new
    return runs[piece]


def _word(length: int, avoid: str, chance: random.Random) -> str:
    pool: Sequence[str] = WORDS_OF_THREE if length == 3 else WORDS_OF_TWO
    return chance.choice([word for word in pool if word not in avoid] or pool)


def kinds_replaced(given: Substitution) -> Counter[str]:
    """How many names of each kind a substitution replaces."""
    return Counter({kind: len(pairs) for kind, pairs in given._asdict().items()})
