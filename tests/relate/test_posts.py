"""Posts in sentences written for the tests."""

import pytest

from tests.rooms import facts_of


def posts_of(text: str) -> list[tuple[str, str, str]]:
    """(person, body, title) in text order."""
    facts = facts_of(text)
    found = ((facts.mentions[one.person], facts.mentions[one.organization], one.title) for one in facts.posts)
    return [("".join(person.text.split()), body.label or body.text, title) for person, body, title in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "在徐州恒远重工集团有限公司工会召开的会上，集团党委副书记、工会主席谭明主持。",
            [("谭明", "徐州恒远重工集团有限公司", "党委副书记")],
        ),
        ("江苏省总工会文体和宣教部副部长杨志明出席。", [("杨志明", "江苏省总工会", "文体和宣教部副部长")]),
        (
            "近日，徐州市快递行业工会联合会成立。大会选举张建华为主席。",
            [("张建华", "徐州市快递行业工会联合会", "主席")],
        ),
        ("王志远担任徐州市总工会主席后，走访企业。", [("王志远", "徐州市总工会", "主席")]),
        (
            "徐州市总工会主席周红带着党组书记王平来到工地。",
            [("周红", "徐州市总工会", "主席"), ("王平", "徐州市总工会", "党组书记")],
        ),
        (
            "徐州市总工会主席周红主持会议。副主席王平、经审委主任许涛讲话。",
            [
                ("周红", "徐州市总工会", "主席"),
                ("王平", "徐州市总工会", "副主席"),
                ("许涛", "徐州市总工会", "经审委主任"),
            ],
        ),
        (
            "徐州市总工会办公室副主任余涛、财务资产部部长曾静慰问职工。",
            [("余涛", "徐州市总工会", "办公室副主任"), ("曾静", "徐州市总工会", "财务资产部部长")],
        ),
        (
            "徐州恒远工业（集团）有限责任公司数控铣工刘东升受到表彰。",
            [("刘东升", "徐州恒远工业（集团）有限责任公司", "数控铣工")],
        ),
        (
            "会议结束。作为江苏恒远电器股份有限公司技师，李国华表示，要学好技术。",
            [("李国华", "江苏恒远电器股份有限公司", "技师")],
        ),
    ],
)
def test_posts(text: str, expected: list[tuple[str, str, str]]):
    found = posts_of(text)
    assert [one for one in expected if one not in found] == []


def test_what_somebody_does_there_is_no_post():
    assert posts_of("安置点内，在徐州恒远食品有限公司做工的庄丽珍说。") == []


def test_a_site_employs_those_whose_work_stands_behind_it():
    found = posts_of("近日，云龙国际集装箱码头桥吊司机王康发言。")
    assert ("王康", "云龙国际集装箱码头", "桥吊司机") in found


def test_an_office_has_its_place_in_front():
    found = posts_of("徐州市农业农村局党委委员、市对口合作办副主任余民，县委办副主任高平参加。")
    assert ("余民", "市对口合作办", "副主任") in found
    assert ("高平", "县委办", "副主任") in found


def test_honours_are_no_posts():
    found = posts_of("徐州恒远重工有限公司焊工、全国劳动模范孟平发言。")
    assert found == [("孟平", "徐州恒远重工有限公司", "焊工")]
