"""The kind of an initiative by its name, its sentence and its groups, in sentences written for the tests."""

import pytest

from tests.rooms import facts_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("徐州市总工会走访慰问环卫工人，送去慰问品300份。", "condolence"),
        ("徐州市总工会开展“夏日清风”送清凉活动，为快递员送去矿泉水500箱。", "condolence"),
        ("徐州市总工会向50名贫困学生发放助学金20万元。", "hardship-relief"),
        ("徐州市总工会举办“彭城杯”职工职业技能大赛，300名选手参赛。", "skills-competition"),
        ("徐州市总工会举办“彭城印象”职工摄影大赛，征集作品600幅。", "culture"),
        ("徐州市总工会举办“相约彭城”单身职工联谊活动，200名青年职工参加。", "matchmaking"),
        ("徐州市总工会开办“彩虹”职工子女暑期托管班，招收职工子女60名。", "childcare"),
        ("徐州市总工会在车站设立户外劳动者服务站点20个，供环卫工人歇脚。", "service-station"),
        ("徐州市总工会举办“春暖彭城”专场招聘会，提供就业岗位2000个。", "employment"),
        ("徐州市总工会为500名货车司机免费体检。", "health"),
        ("徐州市总工会开展“暖途”平安返乡活动，为800名农民工购买车票。", "transport"),
        ("徐州市总工会为3000名快递员赠送互助保障，投入资金30万元。", "insurance"),
        ("徐州市总工会为农民工开展法律援助活动，帮助讨薪120万元。", "legal-aid"),
        ("徐州市总工会向坚守岗位的环卫工人每人发放慰问金500元。", "condolence"),
        ("徐州市总工会看望坚守疫情防控一线的社区工作者，送去棉帽300顶。", "condolence"),
        ("徐州市总工会为300名女职工举办心理健康讲座。", "health"),
        ("徐州市总工会举办“彭城之声”职工诵读大赛，300名职工参加。", "culture"),
        ("徐州市总工会为200名困难职工代缴医疗互助会费。", "insurance"),
        ("徐州市总工会组织300名职工组成突击队清雪除冰。", "volunteering"),
        ("徐州市总工会为返乡农民工开通返程爱心巴士8趟。", "transport"),
        ("徐州市总工会开展“情满驿站”户外劳动者驿站送清凉慰问活动，300名环卫工人参加。", "condolence"),
        ("徐州市总工会推出2031年服务职工“十件实事”项目，惠及职工3000人。", "other"),
        ("徐州市总工会举行货车司机集中入会仪式，300名货车司机加入工会。", "organising"),
    ],
)
def test_a_kind_by_its_words(text, kind):
    facts = facts_of(f"本报讯 近日，{text}")
    assert {one.kind for one in facts.initiatives} == {kind}


def test_the_name_of_a_group_holds_no_cue():
    facts = facts_of("本报讯 近日，徐州市总工会向新就业形态劳动者送去爱心礼包300份。")
    assert facts.initiatives[0].kind == "condolence"


def test_a_union_that_is_founded_is_organising():
    facts = facts_of("本报讯 近日，徐州市总工会指导成立徐州市快递行业工会联合会，300名快递员入会。")
    assert "organising" in {one.kind for one in facts.initiatives}
