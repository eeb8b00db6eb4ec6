"""Files and folders to sources, good ones and bad ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Source
from kg.read import sources

TEXT = "云川市总工会为环卫工人送去清凉，职工们都说好。今年的活动持续三个月。"
TRADITIONAL = "雲川市總工會為環衛工人送去清涼，勞動者們都說好。今年的活動持續三個月。"


def read(*paths: Path) -> tuple[list[Source], list[str]]:
    warnings: list[str] = []
    return list(sources(paths, warn=warnings.append)), warnings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "A " + TEXT + "\r\nB\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    found, warnings = read(tmp_path / "a.txt")
    assert [source.text for source in found] == [text]
    assert not warnings


def test_big5(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TRADITIONAL.encode("big5"))
    assert read(tmp_path / "a.txt")[0][0].text == TRADITIONAL


def test_order_of_arguments_and_repetition_do_not_matter(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT + name, encoding="utf-8")
    paths = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "c", tmp_path]
    once, again = read(*paths)[0], read(*reversed(paths))[0]
    assert once == again
    assert [source.name for source in once] == ["a.txt", "a.txt", "b.txt"]
    assert len({source.key for source in once}) == 3


def test_same_name_and_content_is_one_source(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert len(read(tmp_path)[0]) == 1


def test_records(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "n1", "text": TEXT, "date": "2021/5/1", "title": "题", "url": "http://x"}),
        '{"id": "n2"}',
        "not json",
        '{"id": "n3", "text": "  "}',
        '{"id": 4, "text": "四", "date": "spring"}',
    ]
    (tmp_path / "r.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found, warnings = read(tmp_path / "r.jsonl")
    assert [(s.name, s.date, s.title) for s in found] == [("r.jsonl/n1", "2021-05-01", "题"), ("r.jsonl/4", None, None)]
    expected = ("line 2", "line 3", "line 4", "spring")
    assert all(word in warning for word, warning in zip(expected, warnings, strict=True))


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n",
    "binary.txt": bytes(range(256)) * 40,
    "image.txt": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "none.jsonl": b"nothing\n",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_named_bad_file_is_an_error_of_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    with pytest.raises(InputError) as caught:
        read(tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bad_files_in_a_folder_are_warned_of(tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError):
        read(tmp_path)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    found, warnings = read(tmp_path)
    assert [source.name for source in found] == ["good.txt"]
    assert all(any(name in warning for warning in warnings) for name in BAD)


def test_missing_empty_folder_and_foreign_kind(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    for path in (tmp_path / "no.txt", tmp_path, tmp_path / "a.docx"):
        with pytest.raises(InputError) as caught:
            sources([path], warn=print)
        assert str(path) in str(caught.value)
    with pytest.raises(InputError):
        sources([], warn=print)


def test_broken_utf8_is_replaced_and_warned_of(tmp_path: Path) -> None:
    data = (TEXT * 20).encode("utf-8")
    (tmp_path / "a.txt").write_bytes(data[:100] + b"\xff" + data[100:])
    found, warnings = read(tmp_path / "a.txt")
    assert "\ufffd" in found[0].text
    assert len(warnings) == 1
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\xfd\x80\x81" * 50)
    with pytest.raises(InputError):
        read(tmp_path / "b.txt")
