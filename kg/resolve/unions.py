"""Which union a mention means.

Guarantees: a mention resolves to one identity with a canonical label and a reason; 市总工会, 区总, 该市总工会,
徐州工会 go to a territorial federation through the gazetteer; a name that the gazetteer does not know
keeps its own words, completed by the article's division where it begins with 省/市/区/县. The ways to
resolve a mention are tried in one fixed order, and the first that applies decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import alternation, words
from kg.recognise.office_parts import OFFICE
from kg.resolve.collectives import collective_identity, with_their_own
from kg.resolve.federation_names import AUTONOMOUS, DIVISION_WORDS, federation_names
from kg.resolve.identity import key
from kg.resolve.locale import is_level
from kg.resolve.shortened_names import ShortenedNames
from kg.resolve.union_identity import Name, Surroundings, UnionIdentity, again, plain
from kg.resolve.union_names import UnionNames

__all__ = ["LEVELS", "NATIONAL", "Surroundings", "UnionIdentity", "UnionResolver"]

NATIONAL = "union/100000"
LEVELS = {"province": "provincial", "prefecture": "prefectural", "county": "county", "township": "township"}
"""Level of a division → level of its federation."""
ELLIPTIC = (*DIVISION_WORDS, "地区", "盟", "街道")
"""Words that stand for a division before 总工会."""
LONGEST_LIST = 24
"""Characters within which bodies are listed one behind the other."""
CORPS = re.compile(
    "(?:新疆)?(?:生产建设)?(?:兵团)?第?(?P<division>[一二三四五六七八九十]{1,3}师)(?P<city>[\\u4e00-\\u9fff]{2,4}?)市?总?工会"
)
"""The federation of a division of the production and construction corps and of the division's city."""
OF_CORPS = "师市总工会"
SHORTEST_SEAT = 2
"""Characters of a community's own name."""


class UnionResolver:
    """Resolves the union mentions of articles."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        table = lexicon.table("unions")
        self._gazetteer = gazetteer
        self._national = words(table["national"])
        self._employers = words(table["employers"])
        kinds = lexicon.table("people")["posts"]["classes"]
        self._kinds = {word: kind for kind, listed in kinds.items() for word in words(listed)}
        self._seated = re.compile(f"({alternation(table['seats'])})(?:{alternation(table['seat_unions'])})")
        self._shortened = ShortenedNames(gazetteer, UnionNames(lexicon), self._employers)
        self._womens = re.compile(f"(?<=工会)(?:{alternation(table['womens_committees'])})$")
        self._aliases: dict[str, str] = dict(table["aliases"])
        self._levels = {level: words(endings) for level, endings in table["levels"].items()}

    def resolve(self, mentions: list[Mention], surroundings: Surroundings) -> list[UnionIdentity]:
        """One identity a mention, in the order given; earlier ones are antecedents of later ones."""
        ways: tuple[Callable[[Name, Surroundings, list[UnionIdentity]], UnionIdentity | None], ...] = (
            self._collective,
            self._nationwide,
            self._of_corps,
            self._of_division,
            self._of_office,
            self._of_place_before,
            self._elliptic,
            self._of_employer_before,
            self._of_seat_before,
            self._shortened.of_one_place,
            self._shortened.of_one_before,
        )
        found: list[UnionIdentity] = []
        for mention in mentions:
            name = self._name(mention, surroundings)
            identities = (way(name, surroundings, found) for way in ways)
            found.append(next((one for one in identities if one), None) or self._by_its_words(name, surroundings))
        return with_their_own(mentions, self._shortened.named_in_full_later(found))

    def _name(self, mention: Mention, surroundings: Surroundings) -> Name:
        leading = tuple(_leading(mention, surroundings.divisions))
        rest = mention.text[leading[-1].end - mention.begin :] if leading else mention.text
        text = self._womens.sub("女职工委员会", plain(mention.label or mention.text))
        return Name(mention, self._aliases.get(text, text), leading, plain(rest))

    def _collective(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        return collective_identity(name, around, earlier, self._gazetteer)

    def _nationwide(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        if name.text not in self._national:
            return None
        label, *forms = self._national
        return UnionIdentity(NATIONAL, label, "national", reason="全国性工会", forms=tuple(forms))

    def _of_corps(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """第八师某某市总工会, 师市总工会: a division of the corps and its city have one federation."""
        match = CORPS.fullmatch(name.text)
        if match:
            division, city = match["division"], match["city"]
            label = f"第{division}{city}市总工会"
            forms = (f"{division}{city}市总工会", OF_CORPS, f"{label.removesuffix('总工会')}工会")
            return UnionIdentity(key("union", label), label, "prefectural", reason="名称完整", forms=forms)
        city = name.text.removesuffix("工会").removesuffix("总")
        for one in reversed(earlier):
            if OF_CORPS in one.forms and (city == "师市" or one.label.endswith(f"师{city.removesuffix('市')}市总工会")):
                return again(one, f"近文提到{one.label}")
        return None

    def _of_division(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """云龙区总工会, 徐州工会, and 北京市 in 北京市、天津市总工会."""
        if not name.leading:
            return None
        if name.rest not in ("总工会", "总", "工会") and name.mention.rule != "union-shared-head":
            return None
        division = name.leading[-1]
        return self._federation(division.concept, f"“{name.text}”点明了{division.label}")

    def _of_office(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """工会主席 behind 湖北省远安县委常委: the federation of the division with which the body's seat ends."""
        seat = name.text.removesuffix("总工会")
        if name.mention.rule != OFFICE or seat == name.text or len(seat) < 2:
            return None
        ends = [one for one in around.divisions if seat.endswith(one.text) and one.text[-1] in DIVISION_WORDS]
        division = max(ends, key=lambda one: len(one.text), default=None)
        return None if division is None else self._federation(division.concept, f"前文的机构在{division.text}")

    def _of_place_before(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """在嘉兴，工会… and 在嘉兴，市总工会…: the division named directly before."""
        level = _elliptic_level(name.text)
        if not level and name.mention.rule != "union-of-place-before":
            return None
        for division in around.divisions:
            if division.end + 1 != name.mention.begin:
                continue
            for above in self._gazetteer.chain(division.concept):
                if not level or is_level(above, level):
                    return self._federation(above.code, f"前文是“{division.text}”")
        return None

    def _elliptic(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """市总工会: the last federation of that level named before, else that of the article's division."""
        if name.text in ("总工会", "总"):
            return next(
                (again(one, f"近文提到{one.label}") for one in reversed(earlier) if one.jurisdiction and not one.many),
                self._of_heaviest(around),
            )
        level = _elliptic_level(name.text)
        if name.leading or not level:
            return None
        listed = self._of_body_before(name, around, level)
        if listed is not None:
            return listed
        for one in reversed(earlier):
            if any(form.endswith(f"{level}总工会") for form in (one.label, *one.forms)):
                above = around.locale.city_of_several(one.jurisdiction) if level == "市" and not one.many else None
                return self._federation(above[0].code, above[1]) if above else again(one, f"近文提到{one.label}")
        home = around.locale.division(level, around.source_weights)
        return self._federation(home[0].code, home[1]) if home else None

    def _of_heaviest(self, around: Surroundings) -> UnionIdentity | None:
        """总工会 in an article that names no federation before: that of the division it speaks of most."""
        weights = around.locale.weights
        code = max(sorted(weights), key=lambda one: weights[one], default="")
        if code not in self._gazetteer.by_code:
            return None
        return self._federation(code, f"文中多次提到{self._gazetteer.by_code[code].name}")

    def _of_body_before(self, name: Name, around: Surroundings, level: str) -> UnionIdentity | None:
        """合肥市委宣传部、市总工会, 合肥市副市长李某、市总工会主席张某: a list of bodies or officers whose first
        names the division."""
        for body in around.organizations:
            if 0 < name.mention.begin - body.end <= LONGEST_LIST and body.concept == "PublicBody":
                for division in around.divisions:
                    if division.begin == body.begin and division.text.endswith(level):
                        return self._federation(division.concept, f"与{plain(body.text)}并列")
        begin = around.list_begin(name.mention)
        for division in around.divisions:
            if division.begin == begin and division.text.endswith(level):
                return self._federation(division.concept, f"同列之首是“{division.text}”")
        return None

    def _of_employer_before(
        self, name: Name, around: Surroundings, earlier: list[UnionIdentity]
    ) -> UnionIdentity | None:
        """集团工会, 校工会: the enterprise union named before, else the union of the employer named before."""
        if name.mention.rule != "union-of-employer-before" or name.mention.label:
            return None
        stem = next((word for word in self._employers if name.text.startswith(word)), "")
        of_firms = [one for one in reversed(earlier) if one.level == "enterprise"]
        for one in sorted(of_firms, key=lambda one: not stem or stem == one.employer or stem not in one.employer):
            if stem and one.employer.endswith(stem) and name.text != f"{stem}工会":
                label = one.employer + name.text.removeprefix(stem)
                reason = f"“该{stem}”指近文的{one.employer}"
                return UnionIdentity(key("union", label), label, "enterprise", "", label.removesuffix("工会"), reason)
            return again(one, f"“{name.text}”指近文的{one.label}")
        kind = self._kinds.get(name.text[:-2])
        for employer in reversed(around.organizations):
            called = employer.text.endswith(name.text[:-2]) or (kind is not None and employer.concept == kind)
            if employer.end <= name.mention.begin and called:
                label = plain(employer.text)
                reason = f"“{name.text}”指近文{label}的工会"
                return UnionIdentity(
                    key("union", label + "工会"), label + "工会", "enterprise", "", label, reason, (name.text,)
                )
        return None

    def _of_seat_before(self, name: Name, around: Surroundings, earlier: list[UnionIdentity]) -> UnionIdentity | None:
        """社区工会 behind 某某社区党委: of the community in whose body's name its first word stands."""
        match = self._seated.fullmatch(name.text)
        if match is None or any(one.label.endswith(name.text) for one in earlier):
            return None
        for body in reversed(around.organizations):
            seat, found, _ = plain(body.text).partition(match.group(1))
            if body.end <= name.mention.begin and found and len(seat) >= SHORTEST_SEAT:
                label = seat + name.text
                reason = f"“{name.text}”指近文{plain(body.text)}所在的{seat}{found}"
                return UnionIdentity(key("union", label), label, self._level(label), reason=reason, forms=(name.text,))
        return None

    def _by_its_words(self, name: Name, around: Surroundings) -> UnionIdentity:
        """A union known by its own words alone, completed by the article's division."""
        label, reason = name.text, "名称完整"
        jurisdiction = name.leading[-1].concept if name.leading else ""
        home = around.locale.division(label[0], around.source_weights) if label[0] in DIVISION_WORDS else None
        if home is not None and not name.leading:
            label, jurisdiction, reason = home[0].name + label[1:], home[0].code, home[1]
        label = re.sub(r"(工会|工会联合会)(?:全国)?委员会$", r"\1", label)
        level = self._level(name.text)
        employer = re.sub(r"分?工会(?:委员会)?$", "", label) if level == "enterprise" else ""
        return UnionIdentity(
            key("union", label),
            label,
            level,
            "" if employer else jurisdiction,
            employer,
            reason,
            tuple(dict.fromkeys(form for form in (name.text, plain(name.mention.text)) if form != label)),
        )

    def _federation(self, code: str, reason: str) -> UnionIdentity:
        label, *forms = federation_names(self._gazetteer, code)
        level = LEVELS[self._gazetteer.by_code[code].level]
        return UnionIdentity(f"union/{code}", label, level, code, reason=reason, forms=tuple(forms))

    def _level(self, name: str) -> str:
        name = name.removesuffix("女职工委员会") or name
        if name.endswith("兵团总工会"):
            return "provincial"
        if name.endswith(self._levels["joint_heads"]):
            return "joint"
        if name.endswith("总工会"):
            before = name.removesuffix("总工会")
            for level in ("village", "township", "county"):
                if before.endswith(self._levels[level]):
                    return level
            return (
                "prefectural"
                if before.endswith(self._levels["prefecture"])
                else "county"
                if before.endswith(self._levels["zones"])
                else "joint"
            )
        stem = re.sub(r"工会(?:全国)?(?:委员会)?$", "", name)
        if stem.endswith(self._levels["zones"]):
            return "county"
        return "industry" if stem.endswith(self._levels["industry_heads"]) else "enterprise"


def _elliptic_level(name: str) -> str:
    """The word that stands for a division in 市总工会, 区总, 自治区总工会 (省); empty for a full name."""
    for suffix in ("总工会", "总"):
        word = name.removesuffix(suffix)
        if word != name:
            word = AUTONOMOUS.get(word, word)
            return word if word in ELLIPTIC else ""
    return ""


def _leading(mention: Mention, divisions: list[Mention]) -> Iterator[Mention]:
    """The chain of divisions with which a mention begins, each directly behind the one before."""
    position = mention.begin
    for division in sorted(divisions, key=lambda d: (d.begin, -d.end)):
        if division.begin == position and division.end <= mention.end:
            yield division
            position = division.end
