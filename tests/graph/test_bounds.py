"""A number that a text tells roughly carries its bounds in the graph."""

from __future__ import annotations

from pathlib import Path

import kg

TEXT = """清凉一夏

本报讯 7月8日，甘肃省天水市总工会启动“清凉一夏”活动，投入资金30余万元，为环卫工人送去不少于2000份礼包。
"""


def test_bounds_are_in_the_graph(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    rows = kg.build([tmp_path / "page.txt"]).sparql(
        "SELECT ?v ?low ?high { ?i ukg:funding|ukg:provides ?n . ?n schema:value ?v ; schema:minValue ?low ."
        " OPTIONAL { ?n schema:maxValue ?high } }"
    )
    told = {(float(row["v"]), float(row["low"]), row.get("high") and float(row["high"])) for row in rows}
    assert told == {(300_000, 300_000, 400_000), (2_000, 2_000, None)}
