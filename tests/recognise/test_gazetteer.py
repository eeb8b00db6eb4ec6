"""The gazetteer: codes, names, chains, ambiguous and former names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.models.extract_divisions import extract, short_forms
from kg.recognise.gazetteer import LEVELS, Division, Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("广东省", "440000"),
        ("广东", "440000"),
        ("内蒙古", "150000"),
        ("香港特区", "810000"),
        ("深圳市", "440300"),
        ("深圳", "440300"),
        ("恩施州", "422800"),
        ("恩施土家族苗族自治州", "422800"),
        ("昆山", "320583"),
        ("昆山市", "320583"),
        ("福田区", "440304"),
        ("福田", "440304"),
        ("穗", "440100"),
        ("甬", "330200"),
        ("粤", "440000"),
        ("渝", "500000"),
    ],
)
def test_every_form_finds_its_division_first(gazetteer: Gazetteer, form: str, code: str) -> None:
    assert gazetteer.candidates(form)[0].code == code


@pytest.mark.parametrize(
    ("name", "code"), [("北京", "110000"), ("天津市", "120000"), ("上海", "310000"), ("重庆市", "500000")]
)
def test_a_municipality_is_one_division_with_its_counties_below(gazetteer: Gazetteer, name: str, code: str) -> None:
    assert [division.code for division in gazetteer.candidates(name)] == [code]
    assert gazetteer.by_code[code].level == "province"


def test_a_chain_goes_up_to_the_province(gazetteer: Gazetteer) -> None:
    assert [division.name for division in gazetteer.chain("440304")] == ["福田区", "深圳市", "广东省"]
    assert [division.name for division in gazetteer.chain("110105")] == ["朝阳区", "北京市"]
    assert gazetteer.chain("999999") == ()


def test_townships_directly_under_a_prefecture_have_it_as_parent(gazetteer: Gazetteer) -> None:
    chain = gazetteer.chain(gazetteer.candidates("虎门镇")[0].code)
    assert [division.name for division in chain] == ["虎门镇", "东莞市", "广东省"]


def test_districts_without_a_code_of_their_own_get_a_key(gazetteer: Gazetteer) -> None:
    district = gazetteer.candidates("元朗区")[0]
    assert (district.parent, district.level, district.official) == ("810000", "county", False)


def test_counties_directly_under_a_province_have_it_as_parent(gazetteer: Gazetteer) -> None:
    assert [division.name for division in gazetteer.chain("429004")] == ["仙桃市", "湖北省"]
    assert [division.name for division in gazetteer.chain("469007")] == ["东方市", "海南省"]


def test_within_is_reflexive_and_follows_the_chain(gazetteer: Gazetteer) -> None:
    assert gazetteer.within("440304", "440304")
    assert gazetteer.within("440304", "440000")
    assert not gazetteer.within("440304", "440100")
    assert not gazetteer.within("440000", "440304")


def test_an_ambiguous_form_gives_all_its_divisions_by_level_and_code(gazetteer: Gazetteer) -> None:
    assert [division.code for division in gazetteer.candidates("朝阳")] == ["211300", "110105", "220104"]
    assert len(gazetteer.candidates("鼓楼区")) == 4
    assert {division.code for division in gazetteer.candidates("宁")} == {"320100", "640000"}


def test_townships_are_known_by_full_name_alone_and_carry_a_key_that_is_no_code(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("周庄镇")
    assert "320583" in {division.parent for division in found}
    assert all(division.level == "township" and not division.official for division in found)
    assert all(division.code.startswith(f"{division.parent}-") for division in found)
    assert not any(division.level == "township" for division in gazetteer.candidates("周庄"))


@pytest.mark.parametrize(
    ("old", "old_code", "new_code"),
    [
        ("江干区", "330104", "330102"),
        ("下城区", "330103", "330105"),
        ("上虞市", "330682", "330604"),
        ("奉化市", "330283", "330213"),
        ("闸北区", "310108", "310106"),
        ("塘沽区", "120107", "120116"),
    ],
)
def test_former_divisions_point_to_their_successors(
    gazetteer: Gazetteer, old: str, old_code: str, new_code: str
) -> None:
    found = next(division for division in gazetteer.candidates(old) if division.successor)
    assert (found.code, found.successor) == (old_code, new_code)
    assert found.successor in gazetteer.by_code


def test_a_short_form_belongs_to_the_division_that_exists(gazetteer: Gazetteer) -> None:
    assert [division.code for division in gazetteer.candidates("上虞")] == ["330604"]
    assert [division.code for division in gazetteer.candidates("绍兴")] == ["330600"]
    assert [division.code for division in gazetteer.candidates("江干")] == ["330104"]


def test_a_former_name_of_an_unchanged_code_is_a_form_of_it(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("襄樊市")[0].name == "襄阳市"


def test_new_divisions_are_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("钱塘区")[0].code == "330114"
    assert gazetteer.candidates("临平区")[0].code == "330113"


def test_forms_name_places_by_themselves(gazetteer: Gazetteer) -> None:
    forms = dict(gazetteer.forms())
    assert forms["昆山"][0].code == "320583"
    assert "周庄镇" in forms
    assert "和平" not in forms and gazetteer.candidates("和平")
    assert "城区" not in forms and gazetteer.candidates("城区")
    assert all(len(form) > 1 for form in forms)
    assert list(forms) == sorted(forms)


def test_forms_without_townships_are_few(gazetteer: Gazetteer) -> None:
    forms = dict(gazetteer.forms(townships=False))
    assert "周庄镇" not in forms and "昆山" in forms
    assert len(forms) < 8000


def test_characters_are_single_and_resolve(gazetteer: Gazetteer) -> None:
    characters = dict(gazetteer.characters())
    assert characters["榕"][0].name == "福州市"
    assert all(len(character) == 1 and found for character, found in characters.items())


def test_every_division_is_well_formed(gazetteer: Gazetteer) -> None:
    for division in gazetteer.by_code.values():
        assert division.level in LEVELS
        assert (division.parent == "") == (division.level == "province"), division
        assert division.parent == "" or division.parent in gazetteer.by_code, division
        assert division.name not in division.forms
        if division.official:
            assert len(division.code) == 6, division
    assert sum(division.level == "province" for division in gazetteer.by_code.values()) == 34


def test_chains_end(gazetteer: Gazetteer) -> None:
    for code in gazetteer.by_code:
        assert 1 <= len(gazetteer.chain(code)) <= 4


def test_every_ordinary_word_is_a_form(gazetteer: Gazetteer) -> None:
    assert [word for word in sorted(gazetteer.ordinary) if not gazetteer.candidates(word)] == []


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "divisions.tsv"
    broken.write_text("330000\tprovince\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"divisions\.tsv"):
        Gazetteer.load(path=broken)


def test_extraction_reads_levels_codes_and_townships() -> None:
    lines = [
        "甲省\t990000\t甲",
        "\t乙市\t990100\t乙",
        "\t\t丙区\t990101\t丙",
        "\t\t\t丁镇",
        "\t\t\t戊镇",
        "\t\t\t\t己村",
        "\t\t\t庚农场",
        "\t\t辛县\t990102\t辛",
    ]
    text = "\n".join(lines)
    rows = extract(text, "2020-01-01\t国批\t甲省\t甲\t乙市\t乙\t壬县\t壬=>甲省\t乙市\t丙区\n")
    assert [(row[0], row[1], row[2], row[3]) for row in rows if not row[5]] == [
        ("990000", "province", "甲省", ""),
        ("990100", "prefecture", "乙市", "990000"),
        ("990101", "county", "丙区", "990100"),
        ("990102", "county", "辛县", "990100"),
    ]
    former = next(row for row in rows if row[5])
    assert (former[2], former[5]) == ("壬县", "990101")


def test_short_forms_of_autonomous_divisions() -> None:
    assert short_forms("恩施土家族苗族自治州", "恩施") == ("恩施", "恩施州")
    assert short_forms("景宁畲族自治县", "景宁") == ("景宁", "景宁县")
    assert short_forms("盘县", "盘县") == ()


def test_division_order_in_candidates_is_by_level_then_code() -> None:
    gazetteer = Gazetteer(
        [
            Division("990101", "丙区", "county", "990100", ("丙",)),
            Division("990100", "丙市", "prefecture", "990000", ("丙",)),
            Division("990000", "甲省", "province", ""),
        ]
    )
    assert [division.code for division in gazetteer.candidates("丙")] == ["990100", "990101"]
