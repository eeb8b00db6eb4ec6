"""What each named question answers on the graph in ``questions.ttl``, written by hand.

A row holds the values of a question's columns but the nodes (``union_iri``), in the question's order and in the
order of its ORDER BY. A node has to be the one that `NODES` gives for the label beside it. `plain` makes the
values of any way of asking comparable. Whatever answers questions (the Python API, ``kg ask``, rdflib on the
bound text, an endpoint) is held against `CASES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

GRAPH = Path(__file__).with_name("questions.ttl")
PAGE = Path(__file__).with_name("questions.txt")

Plain = str | float | None


class Case(NamedTuple):
    """A question with conditions in a user's words, and its rows."""

    question: str
    conditions: dict[str, str]
    rows: list[tuple[Plain, ...]]

    def __str__(self) -> str:
        return " ".join((self.question, *(f"{name}={value}" for name, value in self.conditions.items())))


def plain(value: object) -> Plain:
    """A number as a float, a day as ISO 8601, unbound as None, everything else as its characters."""
    if value is None or value == "":
        return None
    if isinstance(value, int | float | Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def labels_of(columns: tuple[str, ...], row: Mapping[str, object]) -> tuple[Plain, ...]:
    """The comparable values of a row without its nodes."""
    return tuple(plain(row[column]) for column in columns if not column.endswith("_iri"))


ID = "https://w3id.org/union-kg/id/"
GROUP, KIND, STANDING = (f"https://w3id.org/union-kg/{name}#" for name in ("groups", "kinds", "standings"))

CITY, BAMBOO, PLUM, FIRM_UNION = "云溪市总工会", "云溪市松竹区总工会", "云溪市梅湾县总工会", "青石快运公司工会"
FIRM = "青石快运公司"
LAMP, CUPS, READING = "暖灯行动", "送保温杯", "职工读书会"
NIGHT, SKILLS, COOL = "渡口夜校", "技能大赛", "夏日送凉"
COURIER, FERRY, NEW, WELDER, WORKER = "快递员", "摆渡工", "新就业形态劳动者", "焊工", "职工"
CONDOLENCE, CULTURE, TRAINING, CONTEST, CARE = "走访慰问", "文化体育", "教育培训", "技能竞赛", "关怀帮扶"
DONE, PLANNED, CALLED, PAST = "已开展", "计划开展", "号召开展", "往期"

NODES = {
    CITY: ID + "union/9901",
    BAMBOO: ID + "union/990102",
    PLUM: ID + "union/990103",
    FIRM_UNION: ID + "union/aa11",
    FIRM: ID + "organization/bb22",
    LAMP: ID + "initiative/1a1a",
    CUPS: ID + "initiative/2b2b",
    READING: ID + "initiative/3c3c",
    NIGHT: ID + "initiative/4d4d",
    SKILLS: ID + "initiative/5e5e",
    COOL: ID + "initiative/6f6f",
    COURIER: GROUP + "courier",
    FERRY: ID + "group/ff66",
    NEW: GROUP + "new-employment-worker",
    WELDER: GROUP + "welder",
    WORKER: GROUP + "worker",
    CONDOLENCE: KIND + "condolence",
    CULTURE: KIND + "culture",
    TRAINING: KIND + "training",
    CONTEST: KIND + "skills-competition",
    CARE: KIND + "care",
    DONE: STANDING + "carried-out",
    PLANNED: STANDING + "announced",
    CALLED: STANDING + "called-for",
    PAST: STANDING + "past",
    "青岚省": ID + "place/99",
    "云溪市": ID + "place/9901",
    "松竹区": ID + "place/990102",
    "梅湾县": ID + "place/990103",
    "驿站": ID + "place/ab12",
    "陆望舒": ID + "person/cc33",
    "乔木": ID + "person/ee55",
    "松竹区总工会“暖灯行动”走进驿站": ID + "article/a1",
    "职工读书会回顾": ID + "article/a2",
    "梅湾县总工会将开渡口夜校": ID + "article/a3",
}

LAMP_DAY, SKILLS_DAYS, NIGHT_DAYS = "2031-01-18", ("2030-12-28", "2031-01-03"), ("2031-03-01", "2031-05")
NEWS, LOOKING_BACK, PREVIEW = "松竹区总工会“暖灯行动”走进驿站", "职工读书会回顾", "梅湾县总工会将开渡口夜校"
FILE, PRINTED = "questions.txt", "2031-03-02"

# union, initiative, kind, standing, start, end
CITY_READING = (CITY, READING, CULTURE, PAST, "2030", None)
CITY_SKILLS = (CITY, SKILLS, CONTEST, DONE, *SKILLS_DAYS)
BAMBOO_READING = (BAMBOO, READING, CULTURE, PAST, "2030", None)
BAMBOO_CUPS = (BAMBOO, CUPS, CONDOLENCE, DONE, "2031-01", None)
BAMBOO_LAMP = (BAMBOO, LAMP, CONDOLENCE, DONE, LAMP_DAY, None)
PLUM_NIGHT = (PLUM, NIGHT, TRAINING, PLANNED, *NIGHT_DAYS)
# initiative, union, standing, start, end
CUPS_ROW = (CUPS, BAMBOO, DONE, "2031-01", None)
LAMP_ROW = (LAMP, BAMBOO, DONE, LAMP_DAY, None)
NIGHT_ROW = (NIGHT, PLUM, PLANNED, *NIGHT_DAYS)
COOL_ROW = (COOL, None, CALLED, None, None)
READING_ROWS = ((READING, CITY, PAST, "2030", None), (READING, BAMBOO, PAST, "2030", None))
SKILLS_ROW = (SKILLS, CITY, DONE, *SKILLS_DAYS)
# union, year, currency, amounts, lower, upper, open
CITY_MONEY = (CITY, 2030, "CNY", 2, 80000, 85000, 0)
BAMBOO_MONEY = (BAMBOO, 2031, "CNY", 1, 25000, 25000, 0)
PLUM_MONEY = (PLUM, 2031, "CNY", 1, 600000, None, 1)
# initiative, union, role, value, lower, upper, unit, item, qualifier
LAMP_AMOUNTS = [
    (LAMP, BAMBOO, "funding", 25000, 25000, 25000, "CNY", None, None),
    (LAMP, BAMBOO, "provision", 60, 60, 70, "份", "保温杯", "more than"),
    (LAMP, BAMBOO, "reached", 200, 150, 250, "名", "快递员", "about"),
]
NIGHT_AMOUNT = (NIGHT, PLUM, "funding", 600000, 600000, None, "CNY", None, "at least")
# federation, depth, union, level, parent
BELOW_CITY = [
    (CITY, 1, BAMBOO, "county", CITY),
    (CITY, 1, PLUM, "county", CITY),
    (CITY, 2, FIRM_UNION, "enterprise", BAMBOO),
]
BELOW_BAMBOO = (BAMBOO, 1, FIRM_UNION, "enterprise", BAMBOO)
# initiative, article, published, quote, file, begin, end, confidence
LAMP_WORDS = "1月18日,松竹区总工会启动“暖灯行动”,为快递员送上60余份保温杯"
LAMP_QUOTES = [
    (LAMP, NEWS, PRINTED, LAMP_WORDS, FILE, 43, 77, 0.87),
    (LAMP, NEWS, PRINTED, "青石快运公司协办", FILE, 98, 106, 0.87),
]
NIGHT_WORDS = "3月1日至5月,梅湾县总工会将与松竹区总工会为摆渡工、快递员开办渡口夜校,资金不少于60万元"
SKILLS_WORDS = "去年12月28日至今年1月3日,云溪市总工会举办新就业形态劳动者技能大赛,投入8万元,奖金至多5000元"
COOL_QUOTE = (COOL, PREVIEW, None, "各界要给快递员夏日送凉", FILE, 301, 312, 0.4)
# union, group, initiative, kind, standing, start
BAMBOO_COURIER = [
    (BAMBOO, COURIER, CUPS, CONDOLENCE, DONE, "2031-01"),
    (BAMBOO, COURIER, LAMP, CONDOLENCE, DONE, LAMP_DAY),
]
# union, other, part, initiative, standing, start
TOGETHER = [(CITY, BAMBOO, "ran", READING, PAST, "2030"), (PLUM, BAMBOO, "partner", NIGHT, PLANNED, "2031-03-01")]
# union, partner, initiative, standing, start
PARTNERS = [(BAMBOO, FIRM, LAMP, DONE, LAMP_DAY), (PLUM, BAMBOO, NIGHT, PLANNED, "2031-03-01")]
# person, title, organization, quote
POSTS = [("乔木", "副主席", CITY, "云溪市总工会副主席乔木"), ("陆望舒", "主席", BAMBOO, "松竹区总工会主席陆望舒")]
# programme, initiative, union, standing, start
PROGRAMME = (LAMP, CUPS, BAMBOO, DONE, "2031-01")

CASES = [
    Case(
        "initiatives-by-union",
        {},
        [CITY_READING, CITY_SKILLS, BAMBOO_READING, BAMBOO_CUPS, BAMBOO_LAMP, PLUM_NIGHT],
    ),
    Case("initiatives-by-union", {"union": "松竹区总工会", "since": "2031"}, [BAMBOO_CUPS, BAMBOO_LAMP]),
    Case("initiatives-by-union", {"union": "union/9901", "group": NEW}, [CITY_SKILLS]),
    Case("initiatives-by-union", {"until": "2030-12"}, [CITY_READING, CITY_SKILLS, BAMBOO_READING]),
    Case("initiatives-by-union", {"since": "2031-01-02", "until": "2031-01-10"}, [CITY_SKILLS, BAMBOO_CUPS]),
    Case("initiatives-by-union", {"since": "2031-04"}, [PLUM_NIGHT]),
    Case("initiatives-by-union", {"union": FIRM_UNION}, []),
    Case(
        "initiatives-by-group",
        {},
        [
            (COURIER, *CUPS_ROW),
            (COURIER, *LAMP_ROW),
            (COURIER, *NIGHT_ROW),
            (COURIER, *COOL_ROW),
            (FERRY, *READING_ROWS[0]),
            (FERRY, *READING_ROWS[1]),
            (FERRY, *NIGHT_ROW),
            (NEW, *SKILLS_ROW),
        ],
    ),
    Case(
        "initiatives-by-group",
        {"group": "couriers", "standing": "carried-out"},
        [(COURIER, *CUPS_ROW), (COURIER, *LAMP_ROW)],
    ),
    Case(
        "initiatives-by-group",
        {"group": WORKER, "place": "云溪市"},
        [(COURIER, *CUPS_ROW), (COURIER, *LAMP_ROW), (COURIER, *NIGHT_ROW), (FERRY, *NIGHT_ROW), (NEW, *SKILLS_ROW)],
    ),
    Case("initiatives-by-group", {"group": "环卫工人"}, []),
    Case(
        "initiatives-by-kind",
        {},
        [
            (CONTEST, *SKILLS_ROW),
            (TRAINING, *NIGHT_ROW),
            (CULTURE, *READING_ROWS[0]),
            (CULTURE, *READING_ROWS[1]),
            (CONDOLENCE, *CUPS_ROW),
            (CONDOLENCE, *LAMP_ROW),
            (CONDOLENCE, *COOL_ROW),
        ],
    ),
    Case(
        "initiatives-by-kind",
        {"kind": CARE},
        [(CONDOLENCE, *CUPS_ROW), (CONDOLENCE, *LAMP_ROW), (CONDOLENCE, *COOL_ROW)],
    ),
    Case("initiatives-by-kind", {"kind": "kind/training", "union": CITY}, []),
    Case(
        "initiatives-by-place",
        {},
        [("云溪市", *SKILLS_ROW), ("松竹区", *CUPS_ROW), ("梅湾县", *NIGHT_ROW), ("驿站", *LAMP_ROW)],
    ),
    Case("initiatives-by-place", {"place": "松竹区"}, [("松竹区", *CUPS_ROW), ("驿站", *LAMP_ROW)]),
    Case("initiatives-by-place", {"place": "松竹"}, []),
    Case(
        "initiatives-by-period",
        {},
        [
            ("2030", None, READING, CITY, CULTURE, PAST),
            ("2030", None, READING, BAMBOO, CULTURE, PAST),
            (*SKILLS_DAYS, SKILLS, CITY, CONTEST, DONE),
            ("2031-01", None, CUPS, BAMBOO, CONDOLENCE, DONE),
            (LAMP_DAY, None, LAMP, BAMBOO, CONDOLENCE, DONE),
            (*NIGHT_DAYS, NIGHT, PLUM, TRAINING, PLANNED),
        ],
    ),
    Case("initiatives-by-period", {"since": "2031-02"}, [(*NIGHT_DAYS, NIGHT, PLUM, TRAINING, PLANNED)]),
    Case(
        "initiatives-by-period",
        {"since": "2031-01-01", "until": "2031-01-03"},
        [(*SKILLS_DAYS, SKILLS, CITY, CONTEST, DONE), ("2031-01", None, CUPS, BAMBOO, CONDOLENCE, DONE)],
    ),
    Case(
        "initiatives-by-standing",
        {},
        [
            (CALLED, COOL, "要", None, None, None),
            (DONE, SKILLS, "举办", CITY, *SKILLS_DAYS),
            (DONE, CUPS, None, BAMBOO, "2031-01", None),
            (DONE, LAMP, "启动", BAMBOO, LAMP_DAY, None),
            (PAST, READING, "去年", CITY, "2030", None),
            (PAST, READING, "去年", BAMBOO, "2030", None),
            (PLANNED, NIGHT, "将", PLUM, *NIGHT_DAYS),
        ],
    ),
    Case("initiatives-by-standing", {"standing": "announced"}, [(PLANNED, NIGHT, "将", PLUM, *NIGHT_DAYS)]),
    Case(
        "what-unions-did-for-groups",
        {},
        [
            (CITY, FERRY, READING, CULTURE, PAST, "2030"),
            (CITY, NEW, SKILLS, CONTEST, DONE, "2030-12-28"),
            *BAMBOO_COURIER,
            (BAMBOO, FERRY, READING, CULTURE, PAST, "2030"),
            (PLUM, COURIER, NIGHT, TRAINING, PLANNED, "2031-03-01"),
            (PLUM, FERRY, NIGHT, TRAINING, PLANNED, "2031-03-01"),
        ],
    ),
    Case("what-unions-did-for-groups", {"union": BAMBOO, "group": NEW}, BAMBOO_COURIER),
    Case("groups-nobody-reached", {}, [(WELDER, "welders", 1, 0)]),
    Case("groups-nobody-reached", {"place": "松竹区"}, [(FERRY, None, 2, 2), (WELDER, "welders", 1, 0)]),
    Case("groups-nobody-reached", {"place": "松竹区", "group": COURIER}, []),
    Case("groups-nobody-reached", {"until": "2030"}, [(COURIER, "couriers", 4, 4), (WELDER, "welders", 1, 0)]),
    Case(
        "groups-nobody-reached",
        {"union": FIRM_UNION},
        [
            (COURIER, "couriers", 4, 4),
            (FERRY, None, 2, 2),
            (NEW, "workers in new forms of employment", 1, 5),
            (WELDER, "welders", 1, 0),
            (WORKER, "workers", 0, 6),
        ],
    ),
    Case("partners", {}, PARTNERS),
    Case("partners", {"union": "松竹区总工会"}, PARTNERS[:1]),
    Case("partners", {"organization": "松竹区总工会"}, PARTNERS[1:]),
    Case("unions-together", {}, TOGETHER),
    Case("unions-together", {"union": CITY}, TOGETHER[:1]),
    Case(
        "unions-together",
        {"union": BAMBOO},
        [(BAMBOO, CITY, "ran", READING, PAST, "2030"), TOGETHER[1]],
    ),
    Case("unions-together", {"standing": "past"}, TOGETHER[:1]),
    Case("posts", {}, POSTS),
    Case("posts", {"person": "陆望舒"}, POSTS[1:]),
    Case("posts", {"organization": CITY}, POSTS[:1]),
    Case("posts", {"union": PLUM}, []),
    Case("money-by-union-and-year", {}, [CITY_MONEY, BAMBOO_MONEY, PLUM_MONEY]),
    Case("money-by-union-and-year", {"union": PLUM}, [PLUM_MONEY]),
    Case("money-by-union-and-year", {"since": "2031-01-04"}, [BAMBOO_MONEY, PLUM_MONEY]),
    Case("goods-by-union-and-year", {}, [(BAMBOO, 2031, "保温杯", "份", 1, 60, 70, 0)]),
    Case("goods-by-union-and-year", {"group": FERRY}, []),
    Case(
        "amounts-of-initiatives",
        {},
        [
            (SKILLS, CITY, "funding", 5000, None, 5000, "CNY", None, "at most"),
            (SKILLS, CITY, "funding", 80000, 80000, 80000, "CNY", None, None),
            *LAMP_AMOUNTS,
            NIGHT_AMOUNT,
            (CUPS, BAMBOO, "provision", 60, 60, 70, "份", "保温杯", "more than"),
        ],
    ),
    Case("amounts-of-initiatives", {"initiative": LAMP}, LAMP_AMOUNTS),
    Case("amounts-of-initiatives", {"place": "梅湾县"}, [NIGHT_AMOUNT]),
    Case("hierarchy", {}, [*BELOW_CITY, BELOW_BAMBOO]),
    Case("hierarchy", {"union": CITY}, BELOW_CITY),
    Case("hierarchy", {"union": "松竹区总工会"}, [BELOW_BAMBOO]),
    Case(
        "articles-of-initiatives",
        {},
        [
            COOL_QUOTE,
            (SKILLS, PREVIEW, None, SKILLS_WORDS, FILE, 223, 275, 0.8),
            *LAMP_QUOTES,
            (NIGHT, PREVIEW, None, NIGHT_WORDS, FILE, 175, 221, 0.8),
            (READING, LOOKING_BACK, PRINTED, "去年,云溪市总工会、松竹区总工会举办职工读书会", FILE, 130, 153, 0.7),
            (CUPS, NEWS, PRINTED, LAMP_WORDS, FILE, 43, 77, 0.5),
        ],
    ),
    Case("articles-of-initiatives", {"initiative": LAMP}, LAMP_QUOTES),
    Case("articles-of-initiatives", {"standing": "called-for"}, [COOL_QUOTE]),
    Case("programmes", {}, [PROGRAMME]),
    Case("programmes", {"initiative": LAMP}, [PROGRAMME]),
    Case("programmes", {"initiative": CUPS}, [PROGRAMME]),
    Case("programmes", {"initiative": NIGHT}, []),
    Case("counts-by-union", {}, [(BAMBOO, 3, 2, 2), (CITY, 2, 2, 2), (PLUM, 1, 1, 2)]),
    Case("counts-by-union", {"place": "松竹区"}, [(BAMBOO, 2, 1, 1)]),
    Case(
        "counts-by-group",
        {},
        [
            (WORKER, "workers", 6, 3, 3),
            (NEW, "workers in new forms of employment", 5, 3, 3),
            (COURIER, "couriers", 4, 2, 2),
            (FERRY, None, 2, 3, 2),
        ],
    ),
    Case(
        "counts-by-group",
        {"group": NEW, "union": BAMBOO},
        [(COURIER, "couriers", 2, 1, 1), (NEW, "workers in new forms of employment", 2, 1, 1)],
    ),
    Case(
        "counts-by-kind",
        {},
        [
            (CARE, "care", 3, 1, 1),
            (CONDOLENCE, "condolence visits", 3, 1, 1),
            (CONTEST, "skills competitions", 1, 1, 1),
            (TRAINING, "training", 1, 1, 2),
            (CULTURE, "culture and sport", 1, 2, 1),
        ],
    ),
    Case("counts-by-kind", {"kind": "culture", "group": FERRY}, [(CULTURE, "culture and sport", 1, 2, 1)]),
    Case(
        "counts-by-place",
        {},
        [("云溪市", 4, 3, 3), ("青岚省", 4, 3, 3), ("松竹区", 2, 1, 1), ("梅湾县", 1, 1, 2), ("驿站", 1, 1, 1)],
    ),
    Case("counts-by-place", {"place": "松竹区", "since": LAMP_DAY}, [("松竹区", 2, 1, 1), ("驿站", 1, 1, 1)]),
    Case(
        "counts-by-standing",
        {},
        [
            (DONE, "carried out", 3, 2, 2),
            (CALLED, "called for", 1, 0, 1),
            (PAST, "past", 1, 2, 1),
            (PLANNED, "announced", 1, 1, 2),
        ],
    ),
    Case("counts-by-standing", {"group": FERRY}, [(PAST, "past", 1, 2, 1), (PLANNED, "announced", 1, 1, 2)]),
]
