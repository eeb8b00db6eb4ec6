"""Every word list of ontology/lexicons is asked for by some module: what nobody reads misleads whoever extends it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.lexicon import Lexicon
from kg.read import articles
from kg.recognise import Recogniser
from kg.relate import Relater
from kg.resolve import resolve
from tests.rooms import source_of

BY_TEXT = {
    ("actions.toml", "worth"),
    ("calendar.toml", "holidays"),
    ("kinds.toml", "groups"),
    ("kinds.toml", "place"),
    ("units.toml", "told_as"),
}
"""Tables whose keys are asked for by what a text tells: classes of verbs, festivals, groups, places in it, measures."""
TEXT = (
    "无锡市总工会慰问环卫工人\n"
    "本报讯 记者石兰报道 1月21日，无锡市总工会开展“清凉行动”，走访慰问环卫工人，送去价值3万元的清凉礼包，每人500元。\n"
    "活动中，无锡市总工会还为环卫工人举办技能培训，每人发放补助200元。\n"
)

Place = tuple[str, ...]


class Table(dict[str, Any]):
    """A table that takes down which of its keys are asked for."""

    def __init__(self, content: dict[str, Any], place: Place, asked: set[Place]) -> None:
        tables = {key: Table(value, (*place, key), asked) for key, value in content.items() if isinstance(value, dict)}
        super().__init__(content | tables)
        self.place, self.asked = place, asked

    def __getitem__(self, key: str) -> Any:
        self.asked.add((*self.place, key))
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add((*self.place, key))
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        self.asked |= self.own()
        return super().__iter__()

    def items(self) -> Any:
        self.asked |= self.own()
        return super().items()

    def values(self) -> Any:
        self.asked |= self.own()
        return super().values()

    def own(self) -> set[Place]:
        """Where its keys stand."""
        return {(*self.place, key) for key in dict.keys(self)}

    def all(self) -> set[Place]:
        """Where its keys, and those of the tables in it, stand."""
        inner = (value for value in dict.values(self) if isinstance(value, Table))
        return self.own().union(*(table.all() for table in inner))


class AskedLexicon(Lexicon):
    """A lexicon that knows what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[Place] = set()
        self.read: list[Table] = []

    def _read(self, path: Path) -> dict[str, Any]:
        table = Table(super()._read(path), (path.name,), self.asked)
        self.read.append(table)
        return table


def test_every_list_is_read() -> None:
    lexicon = AskedLexicon()
    recogniser, relater, source = Recogniser(lexicon), Relater(lexicon), source_of(TEXT)
    facts = [relater.facts(each, source, recogniser.mentions(each)) for each in articles(source, lexicon=lexicon)]
    resolve([], facts, lexicon=lexicon, gazetteer=recogniser.gazetteer)
    files = {path.name for path in (lexicon.folder / "lexicons").glob("*.toml")}
    assert {table.place[0] for table in lexicon.read} == files
    unread = set().union(*(table.all() for table in lexicon.read)) - lexicon.asked
    assert {place for place in unread if place[:2] not in BY_TEXT} == set()
