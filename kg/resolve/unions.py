"""Which union a mention means.

Guarantees: a mention resolves to one identity with a canonical label and a chain of reasons; 市总工会,
区总, 该市总工会, 宁波工会 go to a territorial federation through the gazetteer; a name that the gazetteer
does not know keeps its own words, expanded by the article's division where it begins with 省/市/区/县.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import words
from kg.resolve.identity import key
from kg.resolve.locale import Locale, is_level

__all__ = ["UnionIdentity", "UnionResolver"]

FEDERATION = re.compile(r"^(?P<place>.*?)(?:总工会|总|工会)$")
LEVELS = {"province": "provincial", "prefecture": "prefectural", "county": "county", "township": "township"}


@dataclass(frozen=True)
class UnionIdentity:
    """A union as one mention means it."""

    key: str
    label: str
    level: str
    jurisdiction: str = ""
    """Code of its division."""
    employer: str = ""
    """The employer's name, for an enterprise union."""
    reason: str = ""
    forms: tuple[str, ...] = ()
    """Other names that it has by its place in the hierarchy."""


class UnionResolver:
    """Resolves the union mentions of one article, in text order."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        table = lexicon.table("unions")
        self._gazetteer = gazetteer
        self._national = frozenset(words(table["national"]))
        self._levels = table["levels"]

    def resolve(
        self,
        mentions: list[Mention],
        divisions: list[Mention],
        locale: Locale,
        source_weights: Counter[str],
        organizations: list[Mention],
    ) -> list[UnionIdentity]:
        """One identity a mention, in the order given."""
        self._organizations = organizations
        found: list[UnionIdentity] = []
        for mention in mentions:
            found.append(self._one(mention, divisions, locale, source_weights, found))
        return found

    def _one(
        self,
        mention: Mention,
        divisions: list[Mention],
        locale: Locale,
        source_weights: Counter[str],
        identities: list[UnionIdentity],
    ) -> UnionIdentity:
        name = re.sub(r"\s|（|）", "", mention.label or mention.text).replace("总会", "总工会").removeprefix("该")
        if name in self._national:
            return UnionIdentity(
                "union/100000", "中华全国总工会", "national", "", "", "全国性工会", ("全国总工会", "全总")
            )
        inside = [d for d in divisions if mention.begin <= d.begin and d.end <= mention.end]
        leading = _leading(mention, inside)
        rest = mention.text[leading[-1].end - mention.begin :] if leading else mention.text
        rest = re.sub(r"\s", "", rest).replace("总会", "总工会")
        if leading and (rest in ("总工会", "总", "工会") or mention.rule == "union-shared-head"):
            return self._federation(leading[-1].concept, f"“{mention.text}”点明了{leading[-1].label}")
        if not leading and name and name[0] in "省市区县州旗镇乡" and name[1:] in ("总工会", "总"):
            return self._elliptic(mention, name[0], locale, source_weights, divisions, identities)
        if mention.rule == "union-of-place-before":
            division = next(d for d in divisions if d.end + 1 == mention.begin)
            return self._federation(division.concept, f"“{division.text}，{mention.text}”")
        if name in ("总工会", "总"):
            for identity in reversed(identities):
                if identity.jurisdiction:
                    return UnionIdentity(
                        identity.key,
                        identity.label,
                        identity.level,
                        identity.jurisdiction,
                        "",
                        f"近文提到{identity.label}",
                        identity.forms,
                    )
        if mention.rule == "union-of-employer-before" and not mention.label:
            for identity in reversed(identities):
                if identity.level == "enterprise":
                    return UnionIdentity(
                        identity.key,
                        identity.label,
                        identity.level,
                        identity.jurisdiction,
                        identity.employer,
                        f"“{name}”指近文的{identity.label}",
                        identity.forms,
                    )
            employer = next(
                (o for o in reversed(self._organizations) if o.end <= mention.begin and o.text.endswith(name[:-2])),
                None,
            )
            if employer is not None:
                label = "".join(employer.text.split()) + "工会"
                return UnionIdentity(
                    key("union", label),
                    label,
                    "enterprise",
                    "",
                    label[:-2],
                    f"“{name}”指近文{label[:-2]}的工会",
                    (name,),
                )
        antecedent = self._antecedent(name, identities)
        if antecedent is not None:
            return antecedent
        return self._other(mention, name, leading, rest, locale, source_weights)

    def _federation(self, code: str, reason: str) -> UnionIdentity:
        division = self._gazetteer.by_code[code]
        chain = self._gazetteer.chain(code)
        label = f"{division.name}总工会"
        forms = [label]
        if division.level in ("county", "township") and len(chain) > 1:
            label = f"{chain[1].name}{division.name}总工会"
        elif division.level == "prefecture" and len(chain) > 1:
            forms.append(f"{chain[1].name}{division.name}总工会")
        return UnionIdentity(
            f"union/{code}",
            label,
            LEVELS[division.level],
            code,
            "",
            reason,
            tuple(form for form in forms if form != label),
        )

    def _elliptic(
        self,
        mention: Mention,
        level: str,
        locale: Locale,
        source_weights: Counter[str],
        divisions: list[Mention],
        identities: list[UnionIdentity],
    ) -> UnionIdentity:
        """市总工会: that of 在嘉兴， just before, else the last of that level named before, else the article's division."""
        for division in divisions:
            if division.end + 1 == mention.begin:
                for above in self._gazetteer.chain(division.concept):
                    if is_level(above, level):
                        return self._federation(above.code, f"“{division.text}，{mention.text}”")
        for identity in reversed(identities):
            plain = identity.forms[0] if identity.forms else identity.label
            if re.search(rf"{level}总工会$", plain) or re.search(rf"{level}总工会$", identity.label):
                return UnionIdentity(
                    identity.key,
                    identity.label,
                    identity.level,
                    identity.jurisdiction,
                    identity.employer,
                    f"近文提到{identity.label}",
                    identity.forms,
                )
        found = locale.division(level, mention.begin, source_weights)
        if found is not None:
            home, reason = found
            return self._federation(home.code, reason)
        return UnionIdentity(
            key("union", mention.text, str(mention.begin)), mention.text, "joint", "", "", "文中没有说明是哪一级"
        )

    def _antecedent(self, name: str, identities: list[UnionIdentity]) -> UnionIdentity | None:
        """An earlier union whose name this one shortens: the same end, its characters in the same order."""
        for identity in reversed(identities):
            if identity.label == name:
                return identity
            if len(name) < len(identity.label) and identity.label.endswith(name):
                return UnionIdentity(
                    identity.key,
                    identity.label,
                    identity.level,
                    identity.jurisdiction,
                    identity.employer,
                    f"是近文{identity.label}的简称",
                    identity.forms,
                )
            if (
                not identity.jurisdiction
                and len(name) >= 5
                and name[-3:] == identity.label[-3:]
                and name[0] in identity.label
                and _is_subsequence(name, identity.label)
            ):
                return UnionIdentity(
                    identity.key,
                    identity.label,
                    identity.level,
                    identity.jurisdiction,
                    identity.employer,
                    f"是近文{identity.label}的简称",
                    identity.forms,
                )
        return None

    def _other(
        self,
        mention: Mention,
        name: str,
        leading: list[Mention],
        rest: str,
        locale: Locale,
        source_weights: Counter[str],
    ) -> UnionIdentity:
        label, reason, jurisdiction = name, "名称完整", leading[-1].concept if leading else ""
        if not leading and name[0] in "省市区县州":
            found = locale.division(name[0], mention.begin, source_weights)
            if found is not None:
                division, reason = found
                label, jurisdiction = division.name + name[1:], division.code
        label = re.sub(r"(工会|工会联合会)(?:全国)?委员会$", r"\1", label)
        level = self._level(name)
        employer = ""
        if level == "enterprise":
            employer = re.sub(r"(?:工会委员会|工会)$", "", label)
        forms = tuple(sorted({name, re.sub(r"(?:委员会|全国委员会)$", "", name)} - {label}))
        return UnionIdentity(
            key("union", label), label, level, jurisdiction if level != "enterprise" else "", employer, reason, forms
        )

    def _level(self, name: str) -> str:
        if name.endswith(
            ("工会联合会", "联合工会", "工会联合委员会", "工会联合会委员会", "联合工会委员会", "工会联盟")
        ):
            return "joint"
        if name.endswith("总工会"):
            before = name[:-3]
            for level, endings in (
                ("village", "village"),
                ("township", "township"),
                ("county", "county"),
                ("prefecture", "prefecture"),
            ):
                if before.endswith(words(self._levels[endings])):
                    return {"prefecture": "prefectural"}.get(level, level)
            return "county" if before.endswith(("开发区", "新区", "经开区", "高新区")) else "joint"
        stem = re.sub(r"(?:工会委员会|工会全国委员会|工会)$", "", name)
        if any(stem.endswith(word) for word in words(self._levels["industry_heads"])):
            return "industry"
        return "enterprise"


def _leading(mention: Mention, divisions: list[Mention]) -> list[Mention]:
    """The chain of divisions with which a mention begins, each directly behind the one before."""
    chain: list[Mention] = []
    position = mention.begin
    for division in sorted(divisions, key=lambda d: (d.begin, -d.end)):
        if division.begin == position:
            chain.append(division)
            position = division.end
    return chain


def _is_subsequence(short: str, long: str) -> bool:
    characters = iter(long)
    return all(character in characters for character in short)
