"""Which organisation a mention means.

Guarantees: a name that begins with 省/市/区/县 is completed by the article's division (市教育局 → 黄石市教育局); a
name that shortens a longer one of the same article (集团 aside) means that one, unless that is a part of it; a
name with a division or a company's full name is one thing everywhere, any other name only within its article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Mention
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.matching import alternation, words
from kg.resolve.identity import key
from kg.resolve.locale import Locale

__all__ = ["BodyNames", "OrganizationIdentity", "resolve_organizations", "shortens"]

SHORTEST_ABBREVIATION = 5
GOVERNMENT = re.compile("(?<=[省市县区州旗镇乡])政府$")
"""Names of one government are spelled out to be one."""
SHORTEST_STEM = 2
DIVISION_ENDS = ("省", "市", "县", "区", "镇", "乡")
SHORTEST_FIRM = 4
NUMBERED = "第[一二三四五六七八九十]"
"""How a part of a firm is told by its number."""


@dataclass(frozen=True)
class OrganizationIdentity:
    """An organisation as one mention means it."""

    key: str
    label: str
    subtype: str
    location: str = ""
    """Code of the division in its name."""
    reason: str = ""
    forms: tuple[str, ...] = ()
    """Its name without the divisions above the last one in front."""


class BodyNames:
    """How the names of public bodies, of firms and of firms' parts end."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("organizations")["legal_forms"]
        self.legal_form = re.compile(f"(?:(?:{alternation(table['of_capital'])})?集团|{alternation(table['forms'])})+$")
        """With what a firm's name ends (股份有限公司); what stands before it is what short names keep."""
        self.branch = re.compile(f"(?:{alternation(table['branches'])})$")
        self.part = re.compile(f"{NUMBERED}|{alternation(table['parts'])}")
        """What tells a part of a firm behind the firm's name."""
        self.offices = words(table["offices"])


def resolve_organizations(
    mentions: list[Mention],
    divisions: list[Mention],
    locale: Locale,
    source_weights: Counter[str],
    gazetteer: Gazetteer,
    article: str,
    endings: BodyNames,
) -> list[OrganizationIdentity]:
    """One identity a mention, in the order given; `endings` tells how their names end."""
    labels: list[tuple[str, str, str]] = []
    for mention in mentions:
        label, location, reason = _label(mention, divisions, locale, source_weights, gazetteer)
        labels.append((GOVERNMENT.sub("人民政府", label), location, reason))
    longest = sorted({label for label, _, _ in labels}, key=lambda label: (-len(label), label))
    found = []
    for mention, (label, location, reason) in zip(mentions, labels, strict=True):
        longer = (other for other in longest if len(other) > len(label) >= 3)
        full = next((other for other in longer if shortens(label, other, endings)), None)
        if full is not None:
            label, reason = full, f"是文中{full}的简称"
            location = next((place for other, place, _ in labels if other == full and place), location)
        well_known = mention.rule == "organization-known" and full is None
        known_everywhere = bool(location) or label.endswith("公司") or well_known
        identity = key("organization", label) if known_everywhere else key("organization", label, article)
        forms = without_upper_divisions(mention, divisions)
        if label.endswith("人民政府"):
            forms = (*forms, label.removesuffix("人民政府") + "政府")
        found.append(OrganizationIdentity(identity, label, mention.concept, location, reason, forms))
    return found


def without_upper_divisions(mention: Mention, divisions: list[Mention]) -> tuple[str, ...]:
    """A name that begins with a chain of divisions, shortened from the front: 武进区某镇党委, 某镇党委."""
    forms = []
    position = mention.begin
    for division in sorted(divisions, key=lambda d: (d.begin, -d.end)):
        if division.begin == position and division.end < mention.end:
            if division.begin > mention.begin:
                forms.append("".join(mention.text[division.begin - mention.begin :].split()))
            position = division.end
    if position > mention.begin and mention.end - position >= 3:
        forms.append("".join(mention.text[position - mention.begin :].split()))
    return tuple(forms)


def shortens(short: str, long: str, endings: BodyNames) -> bool:
    """Whether a name is the end of a longer one, or drops characters of it between the same ends (省煤炭厅)."""
    if long.endswith(short):
        return not short.startswith(("总", "分"))
    branch, legal_form = endings.branch.search(short), endings.legal_form
    if branch and (mother := endings.branch.search(long)):
        own = short[: branch.start()]
        return len(own) >= SHORTEST_STEM and own in legal_form.split(long[: mother.start()])[-1] and long != own
    stem = legal_form.sub("", short)
    if len(short) >= SHORTEST_FIRM and long.startswith(short) and legal_form.fullmatch(long, len(short)):
        return True  # 中铁某局 and 中铁某局集团有限公司
    if stem != short and len(stem) >= SHORTEST_STEM and legal_form.search(long):
        within = stem in legal_form.sub("", long) and not stem.endswith(DIVISION_ENDS)
        return within and not _is_below(stem, long, endings)
    if (
        len(short) >= SHORTEST_ABBREVIATION
        and long.endswith("公司")
        and short in long
        and not _is_below(short, long, endings)
    ):
        return True  # a firm without its place in front and 有限公司 behind
    same_ends = len(short) >= SHORTEST_ABBREVIATION and short[:2] == long[:2] and short[-1] == long[-1]
    characters = iter(long)
    return same_ends and short.endswith(endings.offices) and all(character in characters for character in short)


def _is_below(short: str, long: str, endings: BodyNames) -> bool:
    """Whether the longer name is that of a part of the body with the shorter one (某局集团第五工程有限公司)."""
    return endings.part.search(long, long.index(short) + len(short)) is not None


def _label(
    mention: Mention,
    divisions: list[Mention],
    locale: Locale,
    source_weights: Counter[str],
    gazetteer: Gazetteer,
) -> tuple[str, str, str]:
    name = "".join((mention.label or mention.text).split())
    league = re.fullmatch(r"团(省|市|县|区|州|镇)委", name)
    if league and (home := locale.division(league.group(1), source_weights)) is not None:
        return f"共青团{home[0].name}委", home[0].code, home[1]
    first = next((d for d in divisions if d.begin == mention.begin and d.end < mention.end), None)
    if name.startswith("共青团"):
        below = [d for d in divisions if mention.begin < d.begin and d.end <= mention.end]
        name = re.sub(r"委员会$", "委", name)
        return name, below[-1].concept if below else "", "名称完整"
    if first is not None and name.startswith(first.text):
        division = gazetteer.by_code[first.concept]
        rest = name[len(first.text) :]
        if mention.concept == "PublicBody" and first.text != division.name and rest[:1] not in "省市县区州":
            return division.name + rest, division.code, f"{first.text}即{division.name}"
        return name, division.code, "名称完整"
    if name[0] in "省市区县州" and len(name) > 1:
        found = locale.division(name[0], source_weights)
        if found is not None:
            division, reason = found
            return division.name + name[1:], division.code, reason
    return name, "", "名称完整"
