"""Quoted names of places, which name an initiative where the place is being made."""

import pytest

from kg.model import MentionType
from tests.rooms import texts_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本报讯 8月4日，徐州市首个“司机之家”在淮海物流园落成。", ["“司机之家”"]),
        ("本报讯 8月4日，“骑手驿站”日前在云龙湖畔正式揭牌。", ["“骑手驿站”"]),
        ("本报讯 8月4日，他在“司机之家”吃饭，又在淮海物流园装货。", []),
    ],
)
def test_where_it_is_made_may_stand_first(text: str, found: list[str]):
    assert texts_of(text, MentionType.PROGRAMME) == found
