"""The tokenizer pipeline and the segmentation model that ships with it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.errors import OntologyError
from kg.models import artefact
from kg.models.train_segmentation import score, sentences, shrunk_features, spans, words_of, write_figures
from kg.recognise.tokens import PkusegTokenizer, chinese_pipeline

PIPELINE = chinese_pipeline()


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return PIPELINE


def test_words_are_longer_than_characters(pipeline: Language) -> None:
    assert [token.text for token in pipeline("他们在学校工作。")] == ["他们", "在", "学校", "工作", "。"]


def test_offsets_are_those_of_the_text(pipeline: Language) -> None:
    text = "工人们走进工地，\n送去清凉。 很好"
    for token in pipeline(text):
        assert text[token.idx : token.idx + len(token)] == token.text


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "  a  b ", "中 国\t工会\u3000好\r\n", "a" * 1000, "\x1c\x85\u2028中", "𠀀😀中国"]
)
def test_any_white_space_is_kept(pipeline: Language, text: str) -> None:
    assert pipeline(text).text == text


@given(
    st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("工会送温暖，。 \n\t\u3000")), max_size=80)
)
def test_a_doc_has_the_text_it_was_made_from(text: str) -> None:
    assert PIPELINE(text).text == text


def test_a_very_long_line_takes_linear_time(pipeline: Language) -> None:
    started = time.process_time()
    text = "工会送温暖" * 20_000
    assert pipeline.make_doc(text).text == text
    assert time.process_time() - started < 20


def test_a_missing_model_is_named(tmp_path: Path, pipeline: Language) -> None:
    with pytest.raises(OntologyError, match="no segmentation model"):
        PkusegTokenizer(pipeline.vocab, tmp_path / "nowhere")


def test_the_model_is_small_and_has_a_card_with_figures() -> None:
    folder = artefact("pkuseg")
    assert sum(file.stat().st_size for file in folder.iterdir()) < 16_000_000
    card = (folder / "CARD.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card and "F1 over words" in card


def test_sentences_are_the_second_column(tmp_path: Path) -> None:
    file = tmp_path / "x.iob2"
    file.write_text("# sent_id = 1\n1\t大家\tO\n2\t好\tO\n\n# sent_id = 2\n1\t再见\tO\n", encoding="utf-8")
    assert list(sentences(file)) == [["大家", "好"], ["再见"]]


def test_score_counts_words_with_both_ends_right() -> None:
    class Cutter:
        def cut(self, text: str) -> list[str]:
            return ["大家", "都", "好"]

    found = score([["大家", "都好"]], Cutter())
    assert (found.precision, found.recall) == (1 / 3, 1 / 2)
    assert spans(["大家", "好"]) == {(0, 2), (2, 3)}


def test_shrinking_keeps_the_first_feature_and_what_decides() -> None:
    features = {
        "unigram": ["工会", "职工", "无用"],
        "bigram": ["职工*工会"],
        "tag_to_idx": {"B": 0},
        "feature_to_idx": {"$$": 0, "c.工": 1, "w1.工会": 2, "ww.l.职工*工会": 3, "w1.无用": 4},
    }
    kept, slim = shrunk_features(features, [0.0, 0.01, 1.0, 1.0, 0.0])
    assert kept == [0, 2, 3]
    assert slim["feature_to_idx"] == {"$$": 0, "w1.工会": 1, "ww.l.职工*工会": 2}
    assert slim["unigram"] == ["工会", "职工"] and slim["bigram"] == []
    assert words_of("c-1.工") == [] and words_of("w-1.工会") == ["工会"]


def test_figures_replace_figures(tmp_path: Path) -> None:
    card = tmp_path / "CARD.md"
    card.write_text("a\n<!-- figures -->\nold\n<!-- /figures -->\nb\n", encoding="utf-8")
    write_figures(card, "new")
    assert card.read_text(encoding="utf-8") == "a\n<!-- figures -->\nnew\n<!-- /figures -->\nb\n"
