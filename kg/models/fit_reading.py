"""Fits the weights of the reader's questions (``reading/weights.toml``) on laid-out pages.

Run as ``python -m kg.models.fit_reading GOLD_DIR... [--write]`` in a checkout, with folders that hold ``texts`` and
``gold`` (tests/gold/more tests/gold/news). Guarantees: pages are laid out from single articles alone, every fifth of
which only measures; the seed is fixed, so that the same texts and questions give the same weights; logistic
regression with a fixed penalty. Prints how the shipped and the fitted weights answer on the pages held out, and
writes the figures into ``reading/CARD.md``; the weights themselves only with ``--write``.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy

from kg.lexicon import Lexicon
from kg.models import artefact
from kg.models.laid_out_pages import Origin, Page, PageMaker, Piece, single_articles, source_of
from kg.models.train_segmentation import write_figures
from kg.read import claims, headlines, joins
from kg.read.claims import Claim
from kg.read.cues import Cues, cues_of
from kg.read.kinds import Kind, candidates, look, marked, pairs
from kg.read.starts import starts
from kg.read.threads import threads
from kg.read.units import Unit, units
from kg.read.visible import visible
from kg.read.weights import weighed

__all__ = ["fit", "main"]

Seen = TypeVar("Seen")
SEED = 7
PAGES, PAGES_HELD_OUT = 400, 200
HELD_OUT = 5
"""Every so many of the articles serve for measuring alone."""
PENALTY = 1.0
DIFFERENT_ARTICLES = 4.0
"""How much worse it is to join lines of two articles than to leave a line apart."""
HEADER = (
    "# Weights of the questions by which the reader judges lines; a sum above 0 means yes. "
    "The questions stand in kg/read,\n# each under the words used here. How the weights came about: CARD.md.\n"
)

Row = tuple[list[float], bool, float]
"""The answers to a table's questions, what is true, and the weight of being right."""
Rows = dict[str, list[Row]]
TABLES = {"joins": joins.QUESTIONS, "headlines": headlines.QUESTIONS, "claims": claims.QUESTIONS}


def rows_of(page: Page, cues: Cues) -> Iterator[tuple[str, Row]]:
    """The rows of one page, with the table of each."""
    yield from (("joins", row) for row in _joins(page, cues))
    yield from (("headlines", row) for row in _headlines(page, cues))
    yield from (("claims", row) for row in _claims(page, cues))


def _joins(page: Page, cues: Cues) -> Iterator[Row]:
    seen = visible(source_of(page.text))
    counts = pairs(seen.text)
    lines = marked(seen, counts, cues)
    for index in range(1, len(lines)):
        before, entry = lines[index - 1], lines[index]
        if before.kind not in (Kind.PROSE, Kind.OPENING) or entry.kind is not Kind.PROSE or before.sign_off:
            continue
        last, first = page.origins[before.line.end - 1], page.origins[entry.line.begin]
        if last is None or first is None:
            continue
        between = joins.seam(
            seen.of(before.line),
            seen.of(entry.line),
            counts,
            cues,
            width=min(before.column, entry.column),
            apart=entry.apart,
        )
        yield _answers(joins.QUESTIONS, between), _goes_on(last, first), _importance(last, first)


def _goes_on(last: Origin, first: Origin) -> bool:
    return first.kind == "rest" and (first.article, first.position) == (last.article, last.position + 1)


def _importance(last: Origin, first: Origin) -> float:
    return 1.0 if last.article == first.article else DIFFERENT_ARTICLES


def _headlines(page: Page, cues: Cues) -> Iterator[Row]:
    seen = visible(source_of(page.text))
    counts, lines = pairs(seen.text), candidates(seen, cues)
    for index, entry in enumerate(lines):
        origin = page.origins[entry.line.begin]
        if entry.kind is not Kind.HEAD or origin is None:
            continue
        is_head = origin.kind in ("head", "section")
        yield _answers(headlines.QUESTIONS, look(lines, index, seen, counts, cues)), is_head, 1.0
        if not is_head:
            lines[index] = msgspec.structs.replace(entry, kind=Kind.PROSE)


def _claims(page: Page, cues: Cues) -> list[Row]:
    seen = visible(source_of(page.text))
    counts = pairs(seen.text)
    found: list[Row] = []

    def judge(unit: Unit, claim: Claim) -> bool:
        origin = page.origins[unit.first.line.begin]
        begins = origin is not None and origin.kind == "head"
        found.append((_answers(claims.QUESTIONS, claim), begins, 1.0))
        return begins

    starts(units(marked(seen, counts, cues), seen, counts, cues), seen, cues, judge=judge)
    return found


def placed(page: Page, cues: Cues) -> Iterator[bool]:
    """For every paragraph behind an article's first, whether the reader puts it to the article it was laid out from."""
    seen = visible(source_of(page.text))
    counts = pairs(seen.text)
    parts = units(marked(seen, counts, cues), seen, counts, cues)
    found = starts(parts, seen, cues)
    bodies = {start.body: page.origins[parts[start.body].first.line.begin] for start in found}
    begins = list(bodies.values())
    for index, (unit, article) in enumerate(zip(parts, threads(parts, found, seen, cues), strict=True)):
        origin = page.origins[unit.first.line.begin]
        if unit.kind is Kind.PROSE and index not in bodies and origin is not None:
            begin = begins[article] if article >= 0 else None
            yield begin is not None and begin.article == origin.article


def _answers(questions: Sequence[tuple[Callable[[Seen], float], str]], seen: Seen) -> list[float]:
    return [float(question(seen)) for question, _ in questions]


def gather(pieces: Sequence[Piece], count: int, lexicon: Lexicon) -> Rows:
    """The rows of `count` pages laid out from some articles."""
    found: Rows = {table: [] for table in TABLES}
    maker, cues = PageMaker(lexicon), cues_of(lexicon)
    for number in range(count):
        for table, row in rows_of(maker.page(random.Random(f"{SEED}/{number}"), pieces), cues):
            found[table].append(row)
    return found


def fit(rows: Sequence[Row]) -> list[float]:
    """Weights by penalised logistic regression (Newton's method); the first question, which is always 1, is free."""
    answers, truth = numpy.array([row[0] for row in rows]), numpy.array([float(row[1]) for row in rows])
    importance = numpy.array([row[2] for row in rows])
    weights = numpy.zeros(answers.shape[1])
    penalty = numpy.eye(len(weights)) * PENALTY
    penalty[0, 0] = 1e-6
    for _ in range(30):
        guess = 1 / (1 + numpy.exp(-numpy.clip(answers @ weights, -30, 30)))
        slope = answers.T @ (importance * (guess - truth)) + penalty @ weights
        bend = (answers * (importance * guess * (1 - guess))[:, None]).T @ answers + penalty
        step = numpy.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return [round(float(weight), 1) for weight in weights]


def right(rows: Sequence[Row], weights: Sequence[float]) -> float:
    """Share of the rows that weights answer rightly."""
    sums = (sum(w * a for w, a in zip(weights, answers, strict=True)) for answers, _, _ in rows)
    return sum((total > 0) == row[1] for total, row in zip(sums, rows, strict=True)) / max(1, len(rows))


def shipped(table: str) -> list[float]:
    """The weights in use."""
    return [weight for weight, _ in weighed(table, TABLES[table])]  # type: ignore[arg-type]


def figures(rows: Rows, fitted: dict[str, list[float]]) -> str:
    """Lines of a Markdown table: how often the weights are right on pages held out."""
    lines = ["| table | rows | yes | shipped weights right | fitted by the command |", "| --- " * 5 + "|"]
    for table, listed in rows.items():
        yes = Counter(row[1] for row in listed)[True]
        rates = " | ".join(f"{right(listed, weights):.2%}" for weights in (shipped(table), fitted[table]))
        lines.append(f"| {table} | {len(listed):,} | {yes:,} | {rates} |")
    return "\n".join(lines)


def placed_figures(pieces: Sequence[Piece], lexicon: Lexicon) -> str:
    """A line on the paragraphs of the pages held out that the reader puts to their article."""
    maker, cues = PageMaker(lexicon), cues_of(lexicon)
    pages = (maker.page(random.Random(f"{SEED}/{number}"), pieces) for number in range(PAGES_HELD_OUT))
    right_ones = Counter(placed_right for page in pages for placed_right in placed(page, cues))
    return f"Paragraphs put to their article: {right_ones[True] / right_ones.total():.2%} of {right_ones.total():,}."


def written(fitted: dict[str, list[float]]) -> str:
    """The content of ``weights.toml``."""
    parts = [HEADER]
    for table, weights in fitted.items():
        named = zip((says for _, says in TABLES[table]), weights, strict=True)
        parts.append("\n".join([f"[{table}]", *(f'"{says}" = {weight}' for says, weight in named), ""]))
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Fits on the folders named, prints the figures and writes them into the card."""
    folders = [Path(argument) for argument in arguments if argument != "--write"]
    if not folders:
        print("usage: python -m kg.models.fit_reading GOLD_DIR... [--write]", file=sys.stderr)
        return 2
    lexicon, target = Lexicon(), artefact("reading")
    pieces = [piece for folder in folders for piece in single_articles(folder, lexicon)]
    learnt = [piece for number, piece in enumerate(pieces) if number % HELD_OUT]
    fitted = {table: fit(rows) for table, rows in gather(learnt, PAGES, lexicon).items()}
    held_out = pieces[::HELD_OUT]
    table = figures(gather(held_out, PAGES_HELD_OUT, lexicon), fitted)
    table += f"\n\n{placed_figures(held_out, lexicon)}"
    write_figures(target / "CARD.md", table)
    print(f"{len(pieces)} articles\n{table}")
    if "--write" in arguments:
        (target / "weights.toml").write_text(written(fitted), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
