"""Rows as text: hostile text is text, everywhere."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from rich.cells import cell_len

from kg.query.rendering import as_csv, as_json, as_markdown, as_table
from kg.query.rows import Rows
from tests.graph.sample import HOSTILE


def rows(*values: object) -> Rows:
    return Rows(("x",), ({"x": value} for value in values))  # type: ignore[misc]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_table_has_visible_characters_alone(words: str) -> None:
    text = as_table(rows("甲", words, "乙"))
    assert not set(text) & {chr(code) for code in (*range(10), *range(11, 32), 127, 0x85, 0x202E, 0x2066, 0x2028)}
    assert "甲" in text
    assert "乙" in text


def test_brackets_are_no_markup_of_the_terminal() -> None:
    assert "[red]红[/red]" in as_table(rows("[red]红[/red]"))


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_is_one_row_a_row_and_no_html(words: str) -> None:
    lines = as_markdown(rows(words)).splitlines()
    assert len(lines) == 3
    assert "<" not in lines[2].replace("\\<", "")
    assert lines[2].replace("\\|", "").count("|") == 2


@pytest.mark.parametrize("words", [words for words in HOSTILE if not words.startswith("=") and "\x00" not in words])
def test_csv_and_json_give_back_every_character(words: str) -> None:
    assert (
        list(csv.reader(io.StringIO(as_csv(rows(words)), newline=""))) == [["x"], [words] if words else []]
        or words == ""
    )
    assert json.loads(as_json(rows(words))) == [{"x": words}]


def test_csv_has_no_formulas_and_negative_numbers_stay_numbers() -> None:
    assert as_csv(rows("=1+1", "@a", "-b", -1, -0.5, "")) == "x\n'=1+1\n'@a\n'-b\n-1\n-0.5\n\"\"\n"


def test_values() -> None:
    assert as_csv(rows(True, 2.0, 2.5, date(2031, 1, 2), None, 3)) == 'x\ntrue\n2\n2.5\n2031-01-02\n""\n3\n'
    assert json.loads(as_json(rows(True, 2.5, date(2031, 1, 2), None))) == [
        {"x": value} for value in (True, 2.5, "2031-01-02", None)
    ]


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_a_table_keeps_to_its_width_and_loses_nothing(width: int) -> None:
    quote, name = "为快递员送上保温杯" * 20, "云溪市总工会"
    table = as_table(Rows(("union", "quote", "start"), [{"union": name, "quote": quote, "start": "2031"}]), width)
    assert max(map(cell_len, table.splitlines())) <= width
    cells = [line.split("│")[1].strip() for line in table.splitlines() if line.count("│") == 2]
    assert "".join(cells) == quote


def test_no_rows_and_no_columns() -> None:
    assert as_table(Rows(("a", "b"))).splitlines()[0].split() == ["a", "┃", "b"]
    assert as_csv(Rows(("a", "b"))) == "a,b\n"
    assert as_markdown(Rows(("a", "b"))) == "| a | b |\n| --- | --- |\n"
    assert as_table(Rows(())) == ""


def test_nodes_beside_their_labels_are_left_out_and_others_shown() -> None:
    answer = Rows(
        ("union", "union_iri", "place_iri"), [{"union": "甲", "union_iri": "http://x/1", "place_iri": "http://x/2"}]
    )
    assert as_markdown(answer).splitlines()[0] == "| union | place_iri |"
    assert as_csv(answer).splitlines()[0] == "union,union_iri,place_iri"
