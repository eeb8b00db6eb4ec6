"""Named questions are files of the ontology folder, with what they ask in their first lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.lexicon import Lexicon
from kg.query import questions


def test_a_question_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    file = tmp_path / "questions" / "mine.rq"
    file.write_text("# zh: 有几个?\n# en: How many?\nASK { ?s ?p ?o }\n# en: not this\n", encoding="utf-8")
    found = questions(Lexicon(tmp_path))
    assert list(found) == ["mine"]
    assert (found["mine"].chinese, found["mine"].english) == ("有几个?", "How many?")
    assert found["mine"].query == file.read_text(encoding="utf-8")


def test_no_questions(tmp_path: Path) -> None:
    assert questions(Lexicon(tmp_path)) == {}


def test_a_question_that_does_not_say_what_it_asks(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "mute.rq").write_text("# en: only English\nASK { }\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"mute\.rq: must begin with"):
        questions(Lexicon(tmp_path))
