"""Sentences and clauses cover the text and respect quotation marks."""

from hypothesis import given
from hypothesis import strategies as st

from kg.recognise.sentences import clauses, sentences


def shown(text: str) -> list[str]:
    return [text[begin:end] for begin, end in sentences(text)]


def test_a_sentence_ends_at_its_mark_and_keeps_the_closing_quotation_mark():
    assert shown("他说：“今天很冷。明天更冷。”大家笑了！") == ["他说：“今天很冷。", "明天更冷。”", "大家笑了！"]


def test_an_exclamation_inside_a_short_name_ends_nothing():
    assert shown("工会推出“加油！小哥”活动。活动持续一月。") == ["工会推出“加油！小哥”活动。", "活动持续一月。"]


def test_paragraphs_are_borders():
    assert shown("标题一行\n正文第一句。") == ["标题一行", "正文第一句。"]


def test_clauses_keep_a_comma_inside_a_programme_name():
    text = "工会启动“夏日清凉，一路同行”活动，走访工地。"
    (sentence,) = sentences(text)
    found = [text[begin:end] for begin, end in clauses(text, sentence)]
    assert found == ["工会启动“夏日清凉，一路同行”活动，", "走访工地。"]


@given(st.text(alphabet="工会。！？；，：“”《》（）\n a1", max_size=80))
def test_every_visible_character_is_in_exactly_one_sentence(text: str):
    covered = [position for begin, end in sentences(text) for position in range(begin, end)]
    assert len(covered) == len(set(covered))
    assert {position for position, character in enumerate(text) if character.strip()} <= set(covered)
