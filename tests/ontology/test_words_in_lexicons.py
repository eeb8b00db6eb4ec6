"""Lists of words stand in ontology/lexicons, where a librarian can extend them, and not in Python.

An expression of the code may hold grammar: the closed classes below, which no text extends, and a few words besides.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOMS = ("read", "recognise", "relate", "resolve")
MOST = 3
"""Words that one expression may hold beside those of the closed classes."""
LONGEST_SET = 5
"""Characters besides that may stand in a string of characters, a class of them apart."""
CLOSED = frozenset(
    "〇零○一二三四五六七八九十廿卅百千万亿两几多余初第首"  # numerals
    "省市县区州盟旗镇乡村"  # levels of divisions
    "年月日号节甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥正冬腊闰"  # the calendar
    "的地得了着过们之从在由为和与对向同随到给以把被据及兼暨或我本该此这那各全每"  # function words
    "个名位家元"  # measures
)
LEVELS = re.compile("自治区|自治州|自治县|自治旗|街道")
GRAMMAR = {
    ("read/cues.py", "return"): "how a date goes on behind the month",
    ("recognise/date_expressions.py", "return"): "the grammar of dates; its words stand in calendar.toml",
    ("recognise/offices.py", "POSTED"): "one construction: 派驻…第一书记",
    ("recognise/unions.py", "OF_LEVEL"): "words that begin with the level's own character",
    ("recognise/unions.py", "DIVISION_OF_CORPS"): "the parts of one body's name",
    ("relate/post_titles.py", "SHORT_HEAD"): "how the head of a department is called by its last character",
    ("resolve/unions.py", "CORPS"): "the parts of one body's name",
    ("resolve/union_identity.py", "return"): "how 总工会 is mistyped and shortened",
    ("resolve/unions.py", "label"): "the parts of a union's name behind its head",
}
"""By file and the name assigned to: expressions that hold more, and why they are grammar."""
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
CHARACTER_CLASS = re.compile(r"\[[^\]]*\]")
PATTERN = re.compile(r"[\[\](){}|\\?*+$^]")
EVERY_HAN = "一-\u9fff"


def _own(text: str) -> str:
    """The characters of a text that no closed class holds."""
    return "".join(one for one in "".join(HAN.findall(text)) if one not in CLOSED)


def _words(literal: str) -> list[str]:
    """The words of a literal; a class of characters in a pattern is as many words as it has characters."""
    found: list[str] = []
    if PATTERN.search(literal):
        classes = [one.replace("㐀-䶿", "").replace(EVERY_HAN, "") for one in CHARACTER_CLASS.findall(literal)]
        found.extend(_own("".join(classes)))
        literal = CHARACTER_CLASS.sub("|", literal)
    found.extend(run for run in HAN.findall(LEVELS.sub("|", literal)) if _own(run))
    return found


def _expressions(source: str) -> Iterator[tuple[str, list[str]]]:
    """What each statement assigns or returns, by name, and the literals in it; docstrings are none."""
    for statement in ast.walk(ast.parse(source)):
        if not isinstance(statement, ast.stmt) or isinstance(statement, ast.Expr):
            continue
        name = ast.unparse(statement.targets[0]) if isinstance(statement, ast.Assign) else "return"
        parts = [part for part in ast.iter_child_nodes(statement) if isinstance(part, ast.expr)]
        nodes = [node for part in parts for node in ast.walk(part)]
        yield name, [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def lists_of_words(source: str) -> dict[str, list[str]]:
    """The expressions of a module that hold more words than grammar needs, by the name they are assigned to."""
    found = {}
    for name, literals in _expressions(source):
        words = list(dict.fromkeys(word for literal in literals for word in _words(literal)))
        sets = [one for one in literals if not PATTERN.search(one) and len(_own(one)) > LONGEST_SET]
        if len(words) > MOST or (sets and len(words) == len(sets) and name.isupper()):
            found[name] = words
    return found


def test_no_module_holds_a_list_of_words(root: Path) -> None:
    found = {
        (path.relative_to(root / "kg").as_posix(), name): words
        for room in ROOMS
        for path in sorted((root / "kg" / room).rglob("*.py"))
        for name, words in lists_of_words(path.read_text(encoding="utf-8")).items()
    }
    assert {place: words for place, words in found.items() if place not in GRAMMAR} == {}
    assert set(GRAMMAR) <= set(found), "exceptions that nothing needs any more"


@pytest.mark.parametrize(
    "source",
    [
        'OCCASIONS = ("活动", "仪式", "比赛", "典礼")',
        'ENDS = re.compile(r"(?:之后|以后|期间|过程中|后)$")',
        'NEED_NAME = "店点站队部厂"',
        'class Reader:\n    def read(self, text):\n        return text.startswith(("据悉", "近日", "此外", "同时"))',
        'SAID = "说 表示 指出 强调"',
    ],
)
def test_a_list_of_words_is_seen(source: str) -> None:
    assert lists_of_words(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""慰问、走访、帮扶、救助、培训"""',
        'LEVELS = "省市县区州旗镇乡"',
        'ORDINAL = re.compile("第[一二三四五六七八九十]{1,3}届")',
        'AUTONOMOUS = ("自治区", "自治州", "自治县")',
        'name = text.removesuffix("工会")',
    ],
)
def test_grammar_is_none(source: str) -> None:
    assert not lists_of_words(source)
