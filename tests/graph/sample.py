"""A small Knowledge written by hand, about a province that does not exist, and a larger made-up one.

Every phrase is cut from TEXT by its words, so that ``TEXT[begin:end] == anchor`` always holds.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.model import (
    Amount,
    ArticleRecord,
    Entity,
    EntityType,
    Initiative,
    Knowledge,
    Measure,
    Membership,
    Phrase,
    SourceRecord,
    Standing,
)

TEXT = """云溪工运 2031年1月20日
松竹区总工会“暖灯行动”走进驿站
本报讯 记者甘棠报道 1月18日,松竹区总工会启动“暖灯行动”,为快递小哥送上60余份保温杯,
投入2.5万元,惠及约200名快递员。松竹区总工会主席陆望舒、云溪市总工会干部参加。
青石快运公司协办。
云溪市总工会举办读书会
云溪市总工会去年举办职工读书会,摆渡工也来了。
"""

GROUPS = """
@prefix group: <https://w3id.org/union-kg/groups#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
group: a skos:ConceptScheme .
group:worker a skos:Concept ; skos:inScheme group: ; skos:prefLabel "职工"@zh , "workers"@en .
group:new-form a skos:Concept ; skos:inScheme group: ; skos:broader group:worker ;
    skos:prefLabel "新业态劳动者"@zh , "workers in new forms of employment"@en .
group:courier a skos:Concept ; skos:inScheme group: ; skos:broader group:new-form ;
    skos:prefLabel "快递员"@zh , "couriers"@en ; skos:altLabel "快递小哥"@zh , "快递骑士"@zh .
group:welder a skos:Concept ; skos:inScheme group: ; skos:broader group:worker ;
    skos:prefLabel "焊工"@zh , "welders"@en .
"""

KINDS = """
@prefix kind: <https://w3id.org/union-kg/kinds#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kind: a skos:ConceptScheme .
kind:condolence a skos:Concept ; skos:inScheme kind: ; skos:prefLabel "走访慰问"@zh , "condolence"@en ;
    skos:hiddenLabel "慰问"@zh .
kind:culture a skos:Concept ; skos:inScheme kind: ; skos:prefLabel "文体活动"@zh , "culture"@en .
"""

STANDINGS = """
@prefix standing: <https://w3id.org/union-kg/standings#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
standing: a skos:ConceptScheme .
standing:carried-out a skos:Concept ; skos:inScheme standing: ; skos:prefLabel "已开展"@zh , "carried out"@en .
standing:announced a skos:Concept ; skos:inScheme standing: ; skos:prefLabel "计划开展"@zh , "announced"@en .
standing:past a skos:Concept ; skos:inScheme standing: ; skos:prefLabel "往期"@zh , "past"@en ;
    skos:altLabel "以往开展"@zh .
"""

SOURCE = "0123456789abcdef"


def ontology(folder: Path) -> Path:
    """Write the three small schemes into `folder`, for ``Lexicon(folder)``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "groups.ttl").write_text(GROUPS, encoding="utf-8")
    (folder / "kinds.ttl").write_text(KINDS, encoding="utf-8")
    (folder / "standings.ttl").write_text(STANDINGS, encoding="utf-8")
    return folder


def phrase(words: str, occurrence: int = 1, text: str = TEXT, source: str = SOURCE) -> Phrase:
    """The phrase of the given occurrence of `words`."""
    begin = -1
    for _ in range(occurrence):
        begin = text.index(words, begin + 1)
    return Phrase(source, begin, begin + len(words), words)


def _entities() -> tuple[Entity, ...]:
    found = [
        Entity(
            "union/990102",
            EntityType.UNION,
            "云溪市松竹区总工会",
            ("松竹区总工会",),
            (phrase("松竹区总工会", 1), phrase("松竹区总工会", 2), phrase("松竹区总工会", 3)),
            0.95,
            subtype="county",
            parent="union/9901",
            jurisdiction="place/990102",
            reasons=("松竹区总工会:辖区唯一",),
        ),
        Entity(
            "union/9901",
            EntityType.UNION,
            "云溪市总工会",
            (),
            (phrase("云溪市总工会", 1), phrase("云溪市总工会", 2), phrase("云溪市总工会", 3)),
            1.0,
            subtype="prefectural",
            jurisdiction="place/9901",
        ),
        Entity(
            "union/aa11",
            EntityType.UNION,
            "青石快运公司工会",
            (),
            (),
            0.6,
            subtype="enterprise",
            parent="union/990102",
            employer="organization/bb22",
        ),
        Entity(
            "organization/bb22",
            EntityType.ORGANIZATION,
            "青石快运公司",
            (),
            (phrase("青石快运公司"),),
            0.9,
            subtype="Company",
            location="place/990102",
        ),
        Entity("person/cc33", EntityType.PERSON, "陆望舒", (), (phrase("陆望舒"),), 0.9),
        Entity("person/dd44", EntityType.PERSON, "甘棠", (), (phrase("甘棠"),), 0.9),
        Entity("place/99", EntityType.PLACE, "青岚省", (), (), 1.0, subtype="AdministrativeArea", code="990000"),
        Entity(
            "place/9901",
            EntityType.PLACE,
            "云溪市",
            (),
            (),
            1.0,
            subtype="AdministrativeArea",
            parent="place/99",
            code="990100",
        ),
        Entity(
            "place/990102",
            EntityType.PLACE,
            "松竹区",
            (),
            (),
            1.0,
            subtype="AdministrativeArea",
            parent="place/9901",
            code="990102",
        ),
        Entity("place/ee55", EntityType.PLACE, "驿站", (), (phrase("驿站"),), 0.7, parent="place/990102"),
        Entity(
            "group/courier",
            EntityType.GROUP,
            "快递员",
            ("快递小哥",),
            (phrase("快递小哥"), phrase("快递员")),
            1.0,
            parent="group/new-form",
        ),
        Entity("group/ff66", EntityType.GROUP, "摆渡工", (), (phrase("摆渡工"),), 0.5, parent="group/worker"),
    ]
    return tuple(sorted(found, key=lambda entity: entity.key))


def _initiatives() -> tuple[Initiative, ...]:
    lamp = phrase("1月18日,松竹区总工会启动“暖灯行动”,为快递小哥送上60余份保温杯")
    return (
        Initiative(
            "initiative/1a1a",
            "暖灯行动",
            ("松竹区总工会“暖灯行动”",),
            True,
            "condolence",
            ("union/990102",),
            ("organization/bb22",),
            ("group/courier",),
            ("place/ee55",),
            (
                Amount("provision", Measure(60.0, "份", "more than", "保温杯"), phrase("60余份保温杯")),
                Amount("funding", Measure(25000.0, "元"), phrase("2.5万元")),
                Amount("reached", Measure(200.0, "名", "about", "快递员"), phrase("约200名快递员")),
            ),
            (lamp, phrase("青石快运公司协办")),
            ("article/a1",),
            0.87,
            start="2031-01-18",
            standing_cues=("1月18日",),
        ),
        Initiative(
            "initiative/2b2b",
            "送保温杯",
            (),
            False,
            "condolence",
            ("union/990102",),
            (),
            ("group/courier",),
            ("place/990102",),
            (),
            (lamp,),
            ("article/a1",),
            0.5,
            start="2031-01",
            parent="initiative/1a1a",
        ),
        Initiative(
            "initiative/3c3c",
            "职工读书会",
            (),
            False,
            "culture",
            ("union/9901", "union/990102"),
            (),
            ("group/ff66",),
            (),
            (),
            (phrase("云溪市总工会去年举办职工读书会"),),
            ("article/a2",),
            0.7,
            start="2030",
            standing=Standing.PAST,
            standing_cues=("去年",),
        ),
    )


def _articles() -> tuple[ArticleRecord, ...]:
    first = phrase(TEXT[TEXT.index("松竹区") : TEXT.index("云溪市总工会举办")])
    second = phrase(TEXT[TEXT.index("云溪市总工会举办") :])
    return (
        ArticleRecord(
            "article/a1", "松竹区总工会“暖灯行动”走进驿站", ("person/dd44",), "2031-01-20", "云溪工运", False, (first,)
        ),
        ArticleRecord("article/a2", "云溪市总工会举办读书会", (), "2031-01-20", "云溪工运", True, (second,)),
    )


def knowledge() -> Knowledge:
    """Three unions, three initiatives, one post, two articles of one page."""
    return Knowledge(
        sources=(SourceRecord(SOURCE, "page.txt", hashlib.sha256(TEXT.encode()).hexdigest(), len(TEXT)),),
        articles=_articles(),
        entities=_entities(),
        initiatives=_initiatives(),
        memberships=(
            Membership(
                "membership/5e5e", "person/cc33", "union/990102", "主席", (phrase("松竹区总工会主席陆望舒"),), 0.9
            ),
            Membership(
                "membership/6f6f", "person/cc33", "union/990102", "党组书记", (phrase("松竹区总工会主席陆望舒"),), 0.8
            ),
        ),
    )


HOSTILE = (
    "\"引号\" '与' \\反斜\\杠",
    "一\n二\r\n三\t四\v五\f六",
    "<img src=x onerror=alert(1)>",
    "</script><script>",
    "]]>&amp;<![CDATA[",
    "\x00\x01\x1f\x7f\x85控制",
    "孤\ud800立",
    "\u2028行\u2029段\ufeff",
    "\u202e反向\u2066",
    "# 井号 . ; , <x>",
    "${x} %s {0} `y`",
    "=cmd|'/C calc'!A0",
    "\ufffe\uffff",
    "𠮷😀",
    "'''\"\"\"",
    "a\\u0041\\",
    "",
)


def hostile() -> Knowledge:
    """The small Knowledge with every hostile string as label, form, title, unit, reason, headline and name."""
    entities = [
        Entity(f"{folder}/x{number:02}", kind, words, tuple(sorted(HOSTILE)), (), 0.5, reasons=(words,))
        for number, words in enumerate(HOSTILE)
        for folder, kind in (("person", EntityType.PERSON), ("group", EntityType.GROUP), ("union", EntityType.UNION))
    ]
    initiatives = [
        Initiative(
            f"initiative/x{number:02}",
            words,
            (),
            True,
            "culture",
            (f"union/x{number:02}",),
            (),
            (f"group/x{number:02}",),
            (),
            (Amount("provision", Measure(1.0, words, words, words), Phrase("bad", number, number + 1, words)),),
            (Phrase("bad", number, number + 1, words),),
            (),
            0.5,
        )
        for number, words in enumerate(HOSTILE)
    ]
    memberships = [
        Membership(
            f"membership/x{number:02}",
            f"person/x{number:02}",
            f"union/x{number:02}",
            words,
            (Phrase("bad", number, number + 1, words),),
            0.5,
        )
        for number, words in enumerate(HOSTILE)
    ]
    articles = [
        ArticleRecord(f"article/x{number:02}", words, (), words, words, False, ())
        for number, words in enumerate(HOSTILE)
    ]
    return Knowledge(
        sources=(SourceRecord("bad", HOSTILE[0], "0" * 64, 99, url='http://x/ <>"{}|^`\\\n'),),
        articles=tuple(articles),
        entities=tuple(sorted(entities, key=lambda entity: entity.key)),
        initiatives=tuple(initiatives),
        memberships=tuple(memberships),
    )


def _repeated(source: int, begin: int, words: str, times: int) -> Phrase:
    return Phrase(f"{source:016x}", begin, begin + len(words) * times, words * times)


def large(entities: int = 600, phrases: int = 3000, initiatives: int = 150) -> Knowledge:
    """As much as the five seeds hold, for measuring."""
    sentence = "某市总工会组织开展了面向快递员的走访慰问活动,送上慰问品一百二十份。"
    spans = [Phrase(f"{i % 5:016x}", i * 40, i * 40 + 5, "某市总工会") for i in range(phrases)]
    kinds = [EntityType.UNION, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE]
    folders = ["union", "organization", "person", "place"]
    things = [
        Entity(
            f"{folders[i % 4]}/{i:016x}",
            kinds[i % 4],
            f"名称{i}",
            (f"别名{i}", f"简称{i}"),
            tuple(spans[i::entities]),
            0.9,
            parent=f"union/{(i // 8) * 4:016x}" if i % 4 == 0 and i else None,
            reasons=("由日期线确定", "近文提到全称"),
        )
        for i in range(entities)
    ]
    acts = [
        Initiative(
            f"initiative/{i:016x}",
            f"行动{i}",
            (f"又名{i}",),
            True,
            "condolence",
            (f"union/{i * 4 % entities:016x}",),
            (f"organization/{i * 4 % entities + 1:016x}",),
            ("group/courier", "group/welder"),
            (f"place/{i * 4 % entities + 3:016x}",),
            (
                Amount("provision", Measure(60.0, "份", "", "物品"), spans[i]),
                Amount("funding", Measure(25000.0, "元"), spans[i + 1]),
            ),
            tuple(_repeated(i % 5, i * 90 + j, sentence, 2) for j in range(3)),
            (f"article/{i % 40:016x}",),
            0.8,
            start="2031-01-02",
        )
        for i in range(initiatives)
    ]
    posts = [
        Membership(
            f"membership/{i:016x}",
            f"person/{i * 4 + 2:016x}",
            f"union/{i * 4:016x}",
            f"职务{i % 30}",
            (spans[i * 3],),
            0.9,
        )
        for i in range(120)
    ]
    pages = [
        ArticleRecord(
            f"article/{i:016x}",
            f"标题{i}",
            (),
            "2031-01-20",
            "云溪工运",
            False,
            (_repeated(i % 5, i * 3000, sentence, 40),),
        )
        for i in range(40)
    ]
    return Knowledge(
        sources=tuple(SourceRecord(f"{i:016x}", f"{i}.txt", "0" * 64, 12000) for i in range(5)),
        articles=tuple(pages),
        entities=tuple(sorted(things, key=lambda thing: thing.key)),
        initiatives=tuple(acts),
        memberships=tuple(posts),
    )
