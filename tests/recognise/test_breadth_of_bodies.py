"""Bodies of kinds that only a broad list of head nouns knows, and two bodies that 与 joins."""

import pytest

from kg.model import MentionType
from tests.rooms import texts_of

BODY = MentionType.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，徐州市公共卫生临床中心举办劳动竞赛。", ["徐州市公共卫生临床中心"]),
        ("近日，江苏省社科联举办讲座。", ["江苏省社科联"]),
        ("演出由徐州歌舞剧院承办。", ["徐州歌舞剧院"]),
        ("近日，徐州边检举办劳动竞赛。", ["徐州边检"]),
        ("徐州烟草局和徐州邮政快递业职工参加。", ["徐州烟草局"]),
        ("他来自天鹅到家。", ["天鹅到家"]),
        ("大家来到临床中心和志愿服务站。", []),
        ("徐州市总工会党组高度重视。", []),
        ("活动由徐州市总工会与中国安全生产科学研究院联合开展。", ["中国安全生产科学研究院"]),
    ],
)
def test_breadth_of_bodies(text: str, expected: list[str]):
    assert texts_of(text, BODY) == expected
