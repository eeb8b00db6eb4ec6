"""People in sentences written for the tests: what tells a name from the words around it."""

import pytest

from kg.model import MentionType
from tests.rooms import article_of, texts_of

PERSON = MentionType.PERSON


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，骑手钱大勇送餐途中摔伤。", ["钱大勇"]),
        ("活动现场，瓦工周志坚剪完头发很高兴。", ["周志坚"]),
        ("指派工会律师苏蕊介入。", ["苏蕊"]),
        ("厂工会负责人韩德全连连点头。", ["韩德全"]),
        ("慰问组来到困难职工吴婷家，送上慰问金。", ["吴婷"]),
        ("市总工会干部江春梅（左二）讲解政策。", ["江春梅"]),
        ("授课老师孟凡荣教大家插花。", ["孟凡荣"]),
        ("授予陈积华、王小燕、冯建新等72人“徐州市劳动模范”称号。", ["陈积华", "王小燕", "冯建新"]),
        ("请来李宏宇等5名劳模现场传授。", ["李宏宇"]),
        ("市总工会主席王新有，副主席张子建出席。", ["王新有", "张子建"]),
        ("岗位标兵刘有福上台领奖。", ["刘有福"]),
        ("市总工会法律工作部部长职海燕告诉记者。", ["职海燕"]),
        ("李萍、王强当选为副主席。", ["李萍", "王强"]),
        ("刘红霞（徐州市第一人民医院护士长）说，这是最好的礼物。", ["刘红霞"]),
        ("王建军，现任徐州恒远重工有限公司工会主席。", ["王建军"]),
        ("云龙街道总工会施娟就服务阵地作了介绍。", ["施娟"]),
    ],
)
def test_a_name_ends_before_the_words_of_the_language(text: str, expected: list[str]):
    assert texts_of(text, PERSON) == expected


@pytest.mark.parametrize(
    "text",
    [
        "工会为医护人员包饺子、煮汤圆。",
        "十五名孩子跟着退休教师练书法。",
        "两百名选手晋级决赛。",
        "前三名选手晋升一个技术等级。",
        "快递员代表谈体会，货车司机领到礼包。",
        "由徐州市妇联、共青团沛县县委主办。",
        "这笔资金投向服务站点，管建设也管运行。",
        "劳动争议调解员成功调解工程建设领域案件。",
        "站点已覆盖国际人才开发区。",
        "看望公安民警、志愿者和环卫工人。",
        "由在职教师和北方民族大学学生授课。",
        "建立单位领导包户制度。",
        "两名主播连播3个小时。",
        "“职工驿·深夜食堂”亮着灯。",
    ],
)
def test_deeds_behind_an_occupation_are_no_names(text: str):
    assert texts_of(text, PERSON) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("徐州市总工会主席逑晓芸说，活动将继续。", "逑晓芸"),
        ("徐州市总工会主席和彦琳，副主席王平出席。", "和彦琳"),
        ("云龙区总工会主席线文强介绍，已投入三万元。", "线文强"),
        ("某州总工会主席吉克伍呷，副主席王平出席。", "吉克伍呷"),
        ("某旗总工会副主席敖日格乐说，明年还将试点。", "敖日格乐"),
        ("某州总工会副主席才让措，副主席王平到会。", "才让措"),
        ("为过生日的挖掘机手扎西平措送上蛋糕。", "扎西平措"),
        ("参赛选手古丽米热领到证书。", "古丽米热"),
        ("地区工会主席阿不都热合曼·买买提参加。", "阿不都热合曼·买买提"),
    ],
)
def test_names_that_no_list_of_surnames_has(text: str, name: str):
    assert name in texts_of(text, PERSON)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("获得一等奖的朱晓萍被授予奖章。", ["朱晓萍"]),
        ("徐州恒远重工的王立军、云龙特钢的郭海峰等7人分获第一名。", ["王立军", "郭海峰"]),
        ("比赛结束，苗小芳等10人获评能手。", ["苗小芳"]),
        ("大会选举张建华为主席。", ["张建华"]),
        ("制鞋工叶成桂在缝纫台前忙着。", ["叶成桂"]),
        ("律师郑利、于琳律师为职工解答问题。", ["郑利", "于琳"]),
        ("在宁波打工的贵州人罗元富买到了票。", ["罗元富"]),
        ("盛泽镇总工会主席沈建芳、恒远集团工会主席倪林出席。", ["沈建芳", "倪林"]),
    ],
)
def test_what_is_said_of_somebody_before_the_name(text: str, expected: list[str]):
    assert texts_of(text, PERSON) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云龙区总工会张卫东主席、李红副主席一行来到企业调研。", ["张卫东", "李红"]),
        ("日前，吴秋红、于忠诚副主席带着慰问金看望职工。", ["吴秋红", "于忠诚"]),
        ("薛军主席深入车间。", ["薛军"]),
        ("公司工会郑毅主席热情接待。", ["郑毅"]),
        ("县文联主席、农业局长参加。", []),
        ("党组书记、常务副主席出席。", []),
        ("云龙区总工会副主席（兼职）高凤霞主持会议。", ["高凤霞"]),
        ("党组成员周吉和（挂职）参加。", ["周吉和"]),
        ("网约车司机李昕前不久加入了工会。", ["李昕"]),
    ],
)
def test_names_before_titles_and_asides(text: str, expected: list[str]):
    assert texts_of(text, PERSON) == expected


BODY = "近日，徐州市总工会走访企业，送去慰问品。"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"徐州慰问忙\n\n{BODY} 本报记者 韩青\n", ["韩青"]),
        (f"徐州慰问忙\n\n{BODY}（云龙区总工会 施娟）\n", ["施娟"]),
        (f"徐州慰问忙\n\n{BODY}（郝峰 2014年9月26日）\n", ["郝峰"]),
        (f"徐州慰问忙\n\n{BODY}【记者 韩青 通讯员 施娟】\n", ["韩青", "施娟"]),
        (f"徐州慰问忙\n\n本报讯 韩青、施娟报道 {BODY}\n", ["韩青", "施娟"]),
        (f"徐州慰问忙\n\n通讯员 韩青 记者 施娟 {BODY}\n", ["韩青", "施娟"]),
        (f"徐州慰问忙\n\n中工网讯 （工人日报-中工网记者 韩青）{BODY}\n", ["韩青"]),
        (f"徐州慰问忙\n\n{BODY}（本报综合）\n", []),
        (f"徐州慰问忙\n\n{BODY}（2015年3月10日 记者韩青 通讯员施娟）\n", ["韩青", "施娟"]),
        (f"徐州慰问忙\n\n{BODY}\n徐州工人日报通讯员韩青 记者施娟\n", ["韩青", "施娟"]),
        (f"徐州慰问忙\n\n睢宁讯（韩青）{BODY}\n", ["韩青"]),
        (f"徐州慰问忙\n\n{BODY}（来源：徐州市总工会 施娟）\n", ["施娟"]),
        (f"徐州市总工会为社区工作者送健康\n\n{BODY}\n", []),
    ],
)
def test_by_lines_and_sign_offs(text: str, names: list[str]):
    _, article = article_of(text)
    assert [article.text[one.begin : one.end] for one in article.bylines] == names
