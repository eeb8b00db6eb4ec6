"""Two short pages written for the tests of why and why-not; their divisions are real, all else is invented."""

from __future__ import annotations

from pathlib import Path

LAMP = "本报讯 记者甘棠报道 1月18日，徐州市云龙区总工会开展“暖灯行动”，为快递员送上60份保温杯。"
NIGHT = "1月19日，徐州市云龙区总工会启动“夜读行动”，为徐州市鼓楼区总工会的环卫工人送上80本图书。"
SPEECH = "“云龙区总工会对我们保安真好，天天都有热水喝！”保安们说。"
CONTEST = "1月20日，徐州市总工会组织焊工技能竞赛。"
COOL = "本报讯 记者石兰报道 1月21日，无锡市总工会开展“清凉行动”，为环卫工人送去清凉。"
GUESTS = "徐州市总工会一行到场观摩。"
PILLS = "市总工会还为出租车司机发放了30份药品。"

PAGE = f"云龙区总工会送温暖\n{LAMP}\n{NIGHT}\n{SPEECH}\n{CONTEST}\n"
OTHER = f"无锡市总工会办好事\n{COOL}{GUESTS}\n{PILLS}\n"


def write(folder: Path) -> Path:
    """Both pages as files of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    return folder
