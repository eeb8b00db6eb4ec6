"""What several reports tell together: nothing is lost, the strongest standing counts."""

import itertools

from kg.model import Amount, Dating, InitiativeFact, Measure, Phrase, Standing
from kg.resolve.reports import told_amounts, told_datings, told_standing, told_start
from tests.rooms import entity, initiative, knowledge_of, named


def phrase(source: str, begin: int) -> Phrase:
    return Phrase(source, begin, begin + 2, "十箱")


def report(
    *amounts: Amount,
    start: str | None = None,
    words: Phrase | None = None,
    standing: Standing = Standing.CARRIED_OUT,
    cue: str = "",
) -> InitiativeFact:
    return InitiativeFact(
        "送清凉",
        True,
        "condolence",
        (),
        (),
        (),
        (),
        amounts,
        (phrase("e", 0),),
        0.9,
        "rule",
        start=start,
        start_phrase=words,
        standing=standing,
        standing_cue=cue,
    )


def boxes(value: float, source: str, begin: int = 5) -> Amount:
    return Amount("provision", Measure(value, "箱", "", "苹果"), phrase(source, begin))


def test_a_number_told_twice_counts_once_with_the_words_of_both():
    (amount,) = told_amounts([report(boxes(10, "a")), report(boxes(10, "b"))])
    assert (amount.phrase, amount.repeated) == (phrase("a", 5), (phrase("b", 5),))


def test_numbers_that_differ_stay_side_by_side_and_order_does_not_matter():
    reports = [report(boxes(10, "a"), boxes(10, "a", 9)), report(boxes(10, "b"), boxes(12, "b", 9)), report()]
    expected = told_amounts(reports)
    assert [(one.measure.value, len(one.repeated)) for one in expected] == [(10, 1), (10, 0), (12, 0)]
    assert all(told_amounts(list(order)) == expected for order in itertools.permutations(reports))


def test_starts_that_differ_stay_each_with_its_words():
    reports = [report(start="2031-01-18", words=phrase("a", 1)), report(start="2031-01-19"), report(start="2031-01")]
    assert told_start(reports) == "2031-01-18"
    assert told_datings(reports) == (
        Dating("2031-01-18", (phrase("a", 1),)),
        Dating("2031-01-19", (phrase("e", 0),)),
    )
    assert told_datings(reports[:1] + reports[2:]) == ()
    assert (told_start([report()]), told_datings([report()])) == (None, ())


def test_the_strongest_standing_counts_and_all_cues_are_kept():
    reports = [report(standing=Standing.ANNOUNCED, cue="将"), report(cue="送去了"), report(standing=Standing.PAST)]
    assert told_standing(reports) == (Standing.CARRIED_OUT, ("将", "送去了"))
    assert told_standing(reports[::2]) == (Standing.ANNOUNCED, ("将",))


def test_an_announced_programme_that_another_paper_reports_was_carried_out():
    knowledge = knowledge_of(
        "本报讯 徐州市总工会将举办“彭城有约”青年职工联谊会。",
        "本报讯 徐州市总工会举办了“彭城有约”青年职工联谊会，200名青年职工参加。",
    )
    meeting = initiative(knowledge, "彭城有约")
    assert meeting.standing is Standing.CARRIED_OUT
    assert len(meeting.standing_cues) == 2


def test_both_names_of_a_village_stay_and_lie_in_its_county():
    knowledge = knowledge_of(
        "本报讯 近日，云龙区总工会采购丰县东岭村苹果480箱，送给一线职工。",
        "本报讯 云龙区总工会订购丰县冬岭村苹果480箱，送到一线职工手中。",
    )
    assert len(knowledge.initiatives) == 1
    places = named(knowledge, knowledge.initiatives[0].places)
    assert {"丰县东岭村", "丰县冬岭村"} <= places
    assert entity(knowledge, "丰县东岭村").parent == entity(knowledge, "丰县冬岭村").parent == "place/320321"
