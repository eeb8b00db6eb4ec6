"""The year of a page without a date, from the events of its articles."""

import msgspec

from kg.recognise import with_page_year
from tests.rooms import article_of, lexicon


def years(*texts):
    return [one.year for one in with_page_year([article_of(text)[1] for text in texts], lexicon=lexicon())]


def test_an_article_without_a_year_takes_that_of_its_page():
    told = "本报讯 2021年全国技能大赛在徐州举行，徐州市总工会组织职工参赛。"
    untold = "本报讯 7月3日，沛县总工会慰问环卫工人。"
    assert years(told, untold) == [2021, 2021]


def test_two_years_told_by_as_many_articles_tell_none():
    first = "本报讯 2021年全国技能大赛在徐州举行，徐州市总工会组织职工参赛。"
    second = "本报讯 2022年全省职工书画展开幕，沛县总工会选送作品20幅。"
    assert years(first, second) == [None, None]


def test_an_article_with_a_day_needs_none():
    article = article_of("本报讯 2021年全国技能大赛在徐州举行，徐州市总工会组织职工参赛。")[1]
    dated = msgspec.structs.replace(article, date="2021-03-01")
    assert with_page_year([dated], lexicon=lexicon()) == [dated]
