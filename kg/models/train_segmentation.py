"""Trains, shrinks and evaluates the word segmentation model in ``pkuseg/``.

Run as ``python -m kg.models.train_segmentation DATA_DIR`` with the folder of UNER_Chinese-GSDSIMP
(train.iob2, dev.iob2, test.iob2). Guarantees: trains on train and dev alone; writes
``pkuseg/features.msgpack`` and ``pkuseg/weights.npz`` in spacy-pkuseg's own format, and the measured
figures into ``pkuseg/CARD.md``; with PYTHONHASHSEED=0 the same data gives the same model.

Shrinking keeps what decides: features seen once in training are never made, features whose weights
differ by less than `SPREAD` between tags are dropped, and so are words that no kept feature uses.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from kg.models import artefact

__all__ = ["main", "score", "sentences", "shrunk_features"]

SEED = 0
ITERATIONS = 20
RARE = 1
"""Features seen this many times or less are left out."""
SPREAD = 0.05
OPENING, CLOSING = "<!-- figures -->", "<!-- /figures -->"


class Score(msgspec.Struct, frozen=True):
    """Precision, recall and F1 over words, 0–1."""

    precision: float
    recall: float
    f1: float


def sentences(path: Path) -> Iterator[list[str]]:
    """The sentences of an .iob2 file as lists of words (its second column)."""
    words: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line.strip():
            if words:
                yield words
            words = []
        else:
            words.append(line.split("\t")[1])
    if words:
        yield words


def score(expected: Iterable[list[str]], segmenter: Any) -> Score:
    """How well a segmenter cuts the sentences, joined without spaces."""
    right = wanted = made = 0
    for words in expected:
        gold, found = spans(words), spans(segmenter.cut("".join(words)))
        right, wanted, made = right + len(gold & found), wanted + len(gold), made + len(found)
    precision, recall = right / made, right / wanted
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def spans(words: Iterable[str]) -> set[tuple[int, int]]:
    """Begin and end of every word."""
    found, position = set(), 0
    for word in words:
        found.add((position, position + len(word)))
        position += len(word)
    return found


def train(texts: list[Path], test: Path, target: Path) -> None:
    """Trains with spacy-pkuseg; `target` receives its unshrunk model."""
    import spacy_pkuseg
    from spacy_pkuseg.config import config

    random.seed(SEED)
    config.featureTrim = RARE
    with tempfile.TemporaryDirectory() as folder:
        files = {"train": [s for path in texts for s in sentences(path)], "test": list(sentences(test))}
        for name, listed in files.items():
            lines = "\n".join(" ".join(words) for words in listed)
            Path(folder, name).write_text(lines + "\n", encoding="utf-8")
        spacy_pkuseg.train(str(Path(folder, "train")), str(Path(folder, "test")), str(target), train_iter=ITERATIONS)


def shrink(source: Path, target: Path) -> None:
    """Writes a smaller model of the same format."""
    import numpy
    import srsly

    features: dict[str, Any] = srsly.read_msgpack(source / "features.msgpack")
    arrays = numpy.load(source / "weights.npz")
    tags, count = (int(size) for size in arrays["sizes"])
    nodes = arrays["w"][: tags * count].reshape(count, tags)
    kept, slim = shrunk_features(features, (nodes.max(axis=1) - nodes.min(axis=1)).tolist())
    weights = numpy.concatenate([nodes[kept].reshape(-1), arrays["w"][tags * count :]])
    target.mkdir(parents=True, exist_ok=True)
    srsly.write_msgpack(target / "features.msgpack", slim)
    numpy.savez(target / "weights.npz", sizes=numpy.array([tags, len(kept)]), w=weights)


def shrunk_features(features: dict[str, Any], spreads: list[float]) -> tuple[list[int], dict[str, Any]]:
    """Numbers of the features to keep, in order, and the feature file's content for them.

    Feature 0 fires at every character and always stays. Bigrams serve training alone.
    """
    names = sorted(features["feature_to_idx"], key=features["feature_to_idx"].__getitem__)
    kept = [number for number in range(len(names)) if number == 0 or spreads[number] > SPREAD]
    used = {word for number in kept for word in words_of(names[number])}
    slim = {
        "unigram": sorted(used & set(features["unigram"])),
        "bigram": [],
        "feature_to_idx": {names[number]: position for position, number in enumerate(kept)},
        "tag_to_idx": features["tag_to_idx"],
    }
    return kept, slim


def words_of(feature: str) -> list[str]:
    """The words that a feature's name speaks of: w1.工会 → 工会; ww.l.省*工会 → 省, 工会."""
    kind, _, rest = feature.partition(".")
    if kind == "ww":
        return rest.partition(".")[2].split("*")
    return [rest] if kind in ("w1", "w-1") else []


def measure(folder: Path, test: Path) -> str:
    """The figures of a model as lines of a Markdown table."""
    import spacy_pkuseg

    started = time.process_time()
    segmenter = spacy_pkuseg.pkuseg(str(folder), user_dict=None)
    loaded = time.process_time()
    expected = list(sentences(test))
    found = score(expected, segmenter)
    characters = sum(len(word) for words in expected for word in words)
    speed = characters / (time.process_time() - loaded)
    size = sum(file.stat().st_size for file in folder.iterdir() if file.suffix != ".md")
    return "\n".join(
        (
            "| measured on test.iob2 | |",
            "| --- | --- |",
            f"| precision, recall, F1 over words | {found.precision:.2%}, {found.recall:.2%}, **{found.f1:.2%}** |",
            f"| features | {len(segmenter.feature_extractor.feature_to_idx):,} |",
            f"| size on disk | {size / 1e6:.1f} MB |",
            f"| time to load | {loaded - started:.2f} s CPU |",
            f"| speed | {speed:,.0f} characters a CPU second |",
        )
    )


def write_figures(card: Path, figures: str) -> None:
    """Replaces the card's figures."""
    text = card.read_text(encoding="utf-8")
    head, tail = text.partition(OPENING)[0], text.partition(CLOSING)[2]
    card.write_text(f"{head}{OPENING}\n{figures}\n{CLOSING}{tail}", encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Trains from the folder named, writes model and figures, and prints the figures."""
    if len(arguments) != 1:
        print("usage: python -m kg.models.train_segmentation DATA_DIR", file=sys.stderr)
        return 2
    data, target = Path(arguments[0]), artefact("pkuseg")
    with tempfile.TemporaryDirectory() as folder:
        train([data / "train.iob2", data / "dev.iob2"], data / "test.iob2", Path(folder))
        shrink(Path(folder), target)
    figures = measure(target, data / "test.iob2")
    write_figures(target / "CARD.md", figures)
    print(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
