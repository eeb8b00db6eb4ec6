"""The words of the pictures themselves, in Chinese and English, and numbers as each language writes them."""

from __future__ import annotations

from kg.plot.choice import Language, Picture

__all__ = ["TITLES", "counted", "say", "title", "yuan"]

TITLES = {
    Picture.MATRIX: ("哪些工会为哪些群体开展了多少项活动", "Initiatives by union and worker group"),
    Picture.TIMELINE: ("各类活动的开展时间", "Initiatives over time, by kind"),
    Picture.NETWORK: ("工会与服务对象", "Unions and the worker groups that they reach"),
    Picture.MONEY: ("各工会活动写明的资金", "Money that the texts give for each union's initiatives"),
}
_SENTENCES = {
    "nothing": ("没有符合条件的活动。", "No initiative meets the conditions."),
    "no money": ("符合条件的活动都没有写明金额。", "No initiative that meets the conditions names a sum."),
    "no date": ("符合条件的活动都没有写明时间。", "No initiative that meets the conditions has a date."),
    "no pair": (
        "符合条件的活动都没有写明工会和群体。",
        "No initiative that meets the conditions names a union and a group.",
    ),
    "shown": ("{kind}：共{all}个，此处为前{shown}个。", "{kind}: the first {shown} of {all}."),
    "unions": ("工会", "Unions"),
    "groups": ("群体", "Worker groups"),
    "kinds": ("类别", "Kinds"),
    "counts": (
        "格中为活动数；一项活动有几家工会或几个群体的，在每一格各计一次。",
        "A cell is a number of initiatives; one of several unions or groups counts in each of their cells.",
    ),
    "precision": (
        "点：写明到日；深色长条：写明起止日；浅色长条：只写明到月或年。",
        "Dot: the day is known. Dark bar: from one known day to another. Pale bar: only the month or year is known.",
    ),
    "undated": ("另有{count}项活动没有写明时间。", "{count} more initiatives have no date."),
    "edges": (
        "线宽为活动数，点的大小为该工会或群体的活动数。",
        "Width of a line: initiatives of the two; size of a mark: initiatives of that union or group.",
    ),
    "bounds": (
        "点：金额之和；横线：原文说法（如“30余万元”）的上下界；箭头：上界不明。几家工会合办的活动各计一次。",
        'Dot: sum; line: its bounds, where texts say "more than" or "about"; arrow: no upper bound is told. '
        "An initiative of several unions counts for each.",
    ),
    "no kind": ("未归类", "no kind"),
    "yuan": ("元", "yuan"),
}


def say(sentence: str, language: Language, **values: object) -> str:
    """A sentence of the table above."""
    return _in(_SENTENCES[sentence], language).format(**values)


def title(picture: Picture, language: Language) -> str:
    """What a picture is called unless the user says."""
    return _in(TITLES[picture], language)


def counted(kind: str, shown: int, everything: int, language: Language) -> str:
    """How much of a long list is shown; nothing where it is all of it."""
    if shown >= everything:
        return ""
    return say("shown", language, kind=say(kind, language), shown=shown, all=everything)


def yuan(value: float, language: Language) -> str:
    """A sum in yuan.

    >>> yuan(302500, Language.CHINESE), yuan(120000000, Language.CHINESE), yuan(302500, Language.ENGLISH)
    ('30.25万元', '1.2亿元', '¥302,500')
    """
    if language is Language.ENGLISH:
        return f"¥{_trimmed(value)}"
    for size, name in ((1e8, "亿元"), (1e4, "万元")):
        if value >= size:
            return f"{_trimmed(value / size)}{name}"
    return f"{_trimmed(value)}元"


def _trimmed(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _in(pair: tuple[str, str], language: Language) -> str:
    return pair[language is Language.ENGLISH]
