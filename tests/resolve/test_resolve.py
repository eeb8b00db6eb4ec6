"""One thing, one node: on pages written for the tests."""

import random

from kg.model import EntityType
from tests.rooms import entity, initiative, knowledge_of, labels, named

HOST = (
    "本报讯 近日，徐州市总工会启动“清凉彭城”关爱户外劳动者活动。"
    "市总工会为环卫工人送去500份礼包，市总还安排资金30万元慰问困难职工。"
)


def test_elliptic_forms_are_the_one_union_that_the_article_means():
    knowledge = knowledge_of(HOST)
    assert labels(knowledge, EntityType.UNION) == {"徐州市总工会"}
    union = entity(knowledge, "徐州市总工会")
    assert union.key == "union/320300"
    assert {"市总工会", "市总"} <= set(union.alternatives)
    assert union.subtype == "prefectural"
    assert any("近文提到徐州市总工会" in reason for reason in union.reasons)


def test_parent_federations_are_linked_up_to_the_national_one():
    knowledge = knowledge_of("本报讯 云龙区总工会慰问环卫工人。")
    chain, union = [], entity(knowledge, "徐州市云龙区总工会")
    while union.parent is not None:
        union = next(one for one in knowledge.entities if one.key == union.parent)
        chain.append(union.label)
    assert chain == ["徐州市总工会", "江苏省总工会", "中华全国总工会"]
    assert "云龙区总工会" in entity(knowledge, "徐州市云龙区总工会").alternatives


def test_a_round_up_reads_each_city_by_its_own_name():
    knowledge = knowledge_of("本报讯 在徐州，市总工会为货车司机送上礼包300份。在苏州，市总工会为快递员送上礼包200份。")
    assert labels(knowledge, EntityType.UNION) == {"徐州市总工会", "苏州市总工会"}


def test_a_county_level_city_has_a_federation_of_its_own():
    knowledge = knowledge_of("本报讯 昆山市总工会慰问环卫工人。市总工会还为货车司机送去礼包。")
    assert labels(knowledge, EntityType.UNION) == {"昆山市总工会"}


def test_an_enterprise_union_has_its_employer():
    knowledge = knowledge_of("本报讯 江苏恒远重工有限公司工会为一线职工送清凉。")
    union = entity(knowledge, "江苏恒远重工有限公司工会")
    assert union.subtype == "enterprise"
    assert named(knowledge, (union.employer or "",)) == {"江苏恒远重工有限公司"}


def test_bodies_of_the_article_s_division():
    knowledge = knowledge_of("本报讯 徐州市总工会联合市教育局开设爱心托管班，惠及职工子女200名。")
    assert "徐州市教育局" in labels(knowledge, EntityType.ORGANIZATION)


def test_one_programme_in_two_papers_is_one_node():
    knowledge = knowledge_of(
        HOST, "本报讯 7月5日，徐州市总工会“清凉彭城”关爱户外劳动者活动走进云龙湖广场，为快递员送上饮料。"
    )
    programme = initiative(knowledge, "清凉彭城")
    assert len({phrase.source for phrase in programme.evidence}) == 2
    assert len(programme.articles) == 2
    assert named(knowledge, programme.unions) == {"徐州市总工会"}


def test_the_same_number_of_goods_by_the_same_union_is_one_gift():
    knowledge = knowledge_of(
        "本报讯 近日，云龙区总工会采购480箱苹果，送给一线职工。",
        "本报讯 云龙区总工会投入4.92万元订购480箱苹果送到一线职工手中。",
    )
    assert len(knowledge.initiatives) == 1
    assert {(amount.role, amount.measure.value) for amount in knowledge.initiatives[0].amounts} == {
        ("provision", 480.0),
        ("funding", 49200.0),
    }


def test_people_of_one_name_stay_apart_unless_their_post_agrees():
    apart = knowledge_of(
        "本报讯 徐州市总工会主席赵启明慰问环卫工人。", "本报讯 快递员赵启明领到苏州市总工会送上的礼包。"
    )
    assert len([one for one in apart.entities if one.label == "赵启明"]) == 2
    same = knowledge_of("本报讯 徐州市总工会主席赵启明慰问环卫工人。", "本报讯 徐州市总工会主席赵启明走访货车司机。")
    assert len([one for one in same.entities if one.label == "赵启明"]) == 1


def test_general_groups_are_nodes_only_where_something_is_for_them():
    knowledge = knowledge_of("本报讯 企业职工很多。云龙区总工会为环卫工人送去500份礼包。")
    assert labels(knowledge, EntityType.GROUP) == {"环卫工人"}


def test_the_order_of_articles_does_not_matter():
    from kg.read import articles
    from kg.resolve import resolve
    from tests.rooms import lexicon, recogniser, relater, source_of

    facts = []
    texts = (HOST, "本报讯 苏州市总工会慰问快递员。", "本报讯 徐州市总工会“清凉彭城”活动走进工地。")
    for number, text in enumerate(texts):
        source = source_of(text, f"{number}.txt")
        for article in articles(source, lexicon=lexicon()):
            facts.append(relater().facts(article, source, recogniser().mentions(article)))
    expected = resolve([], facts, lexicon=lexicon(), gazetteer=recogniser().gazetteer)
    for seed in range(3):
        shuffled = facts[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve([], shuffled, lexicon=lexicon(), gazetteer=recogniser().gazetteer) == expected


def test_every_link_leads_to_an_entity():
    knowledge = knowledge_of(HOST, "本报讯 江苏恒远重工有限公司工会与云龙区总工会联合举办招聘会，58家企业参加。")
    keys = {one.key for one in knowledge.entities}
    for one in knowledge.initiatives:
        assert {*one.unions, *one.partners, *one.groups, *one.places} <= keys
    for one in knowledge.entities:
        links = {one.parent, one.jurisdiction, one.employer, one.location} - {None}
        assert links <= keys, (one.label, links - keys)


def test_a_sentence_printed_in_two_papers_is_one_initiative():
    sentence = "本报讯 近日，云龙区总工会走访慰问坚守岗位的环卫工人和快递员。"
    knowledge = knowledge_of(sentence, sentence + "\n各地天气转冷。")
    assert len(knowledge.initiatives) == 1
    assert len({phrase.source for phrase in knowledge.initiatives[0].evidence}) == 2


def test_a_well_known_short_name_is_the_firm_that_the_article_names_in_full():
    knowledge = knowledge_of("本报讯 1月18日，徐州市总工会到顺丰同城集团调研，向顺丰同城赠书。")
    named_so = [one for one in knowledge.entities if one.type is EntityType.ORGANIZATION and "顺丰同城" in one.label]
    assert [one.label for one in named_so] == ["顺丰同城集团"]
