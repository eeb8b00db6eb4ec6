"""What is seen of an initiative and a place, in articles written for the tests."""

from kg.relate.discourse import Discourse
from kg.relate.link_features import LinkRow
from kg.relate.link_scene import lead_of
from kg.relate.subjects import Subjects
from tests.rooms import article_of, lexicon, recogniser, relater

TWO = (
    "本报讯 6月9日，徐州市总工会在云龙湖广场举办“汉风杯”护士技能竞赛。\n"
    "6月12日，铜山区总工会走进汉韵集团，为环卫工人送去300份凉茶。"
)


def discourse_of(text: str) -> Discourse:
    _, article = article_of(text)
    return Discourse(article, recogniser().mentions(article), Subjects(lexicon()))


def rows_of(text: str) -> list[LinkRow]:
    discourse = discourse_of(text)
    drafts, kinds = relater().drafts(discourse)
    return relater().place_rows(drafts, kinds, discourse)


def test_an_initiative_is_looked_at_beside_the_seats_of_its_own_unions_alone():
    seats = [(row.draft, row.key) for row in rows_of(TWO) if row.key.startswith("seat")]
    assert seats == [(0, "seat 徐州市总工会"), (1, "seat 铜山区总工会")]


def test_a_body_is_looked_at_beside_every_initiative_where_a_sentence_is_set_there():
    assert [row.draft for row in rows_of(TWO) if row.key == "body 汉韵集团"] == [0, 1]


def test_a_body_in_no_setting_is_looked_at_beside_those_that_name_it():
    text = TWO.replace("走进汉韵集团，为环卫工人", "为汉韵集团的环卫工人")
    assert [row.draft for row in rows_of(text) if row.key == "body 汉韵集团"] == [1]


def test_what_a_union_is_called_by_shows_which_venues_lie_at_its_seat():
    rows = {row.key: row.features for row in rows_of(TWO.replace("云龙湖广场", "徐州市工人文化宫")) if row.draft == 0}
    assert "contains a told one" in rows["seat 徐州市总工会"]
    assert "lies in one" in rows["body 徐州市工人文化宫"]


def test_a_byline_on_its_own_line_is_not_the_lead():
    discourse = discourse_of(
        "一份清凉 一路相伴\n\n本报讯（记者 周文澜 通讯员 李思远）\n7月8日，徐州市总工会启动送清凉活动。"
    )
    assert discourse.sentences[lead_of(discourse)].text.startswith("7月8日")
