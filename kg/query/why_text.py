"""Explanations as lines for people.

Guarantees: a text's words stand in one line each, without controls; nothing is cut off silently: what is left out
is counted, and JSON has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kg.graph.escape import comment
from kg.query.records import Quote
from kg.query.why_records import Case, Cue, Explanation, Form, Obstacle, Pair, Stated, WhyNot

__all__ = ["explanation_lines", "why_not_lines"]

Item = TypeVar("Item")

LONGEST = 100_000
"""Characters of one line; an article has no longer sentence."""

SHOWN = 5
"""Facts of one sort, forms, sentences and mentions that are shown."""
CASES = 12


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Why the graph says what it says about one thing."""
    yield _clean(f"{explanation.label} ({explanation.type})  <{explanation.key}>")
    if explanation.confidence is not None:
        parts = "; ".join(explanation.confidence_of)
        yield _row(f"  confidence {explanation.confidence:g}" + (f" = {parts}" if parts else ""))
    if explanation.rules:
        yield _row(f"  found by the rule {', '.join(explanation.rules)}")
    if explanation.forms:
        yield ""
        yield "how texts call it"
        yield from _some(explanation.forms, SHOWN * 2, _form)
    loose = [reason for reason in explanation.reasons if not any(form.reason == reason for form in explanation.forms)]
    for reason in loose:
        yield _row(f"  because {reason}")
    sentences = _Sentences()
    for what in dict.fromkeys(fact.what for fact in explanation.facts):
        yield ""
        yield what
        yield from _some([fact for fact in explanation.facts if fact.what == what], SHOWN, sentences.fact)


def why_not_lines(answer: WhyNot) -> Iterator[str]:
    """What stands between a union and a group."""
    yield _clean(f"{answer.union} → {answer.group}")
    if answer.edges:
        yield f"  the edge exists, by {len(answer.edges)} of its initiatives:"
        for edge in answer.edges:
            yield _row(f"  {edge.initiative}, for {edge.group}  <{edge.key}>")
            yield from _quotes(edge.sentences)
    else:
        yield "  the graph holds no initiative of this union for this group"
    yield ""
    yield _counted(len(answer.cases), "sentence names both", "sentences name both")
    yield from _some(answer.cases, CASES, _case)
    if answer.nearest:
        yield ""
        yield "named nearest to each other in one article"
        yield from _some(answer.nearest, SHOWN, _pair)
    for what, places in (("union", answer.union_at), ("group", answer.group_at)):
        yield ""
        yield f"the {what} is mentioned {_times(len(places))}" + (":" if places else "")
        yield from _some(places, SHOWN, _mention)
    if answer.group_in_passing:
        yield ""
        yield f"in passing, without a link in the graph, the group is mentioned {_times(len(answer.group_in_passing))}:"
        yield from _some(answer.group_in_passing, SHOWN, _mention)
    if answer.notes:
        yield ""
        yield from (_clean(f"note: {note}") for note in answer.notes)


def _form(form: Form) -> Iterator[str]:
    places = ", ".join(map(_place, form.places[:3])) + (" …" if len(form.places) > 3 else "")
    rule = f"rule {form.rule}" if form.rule else "rule not in the graph"
    yield _row(
        f"  {_quoted(form.words)} {len(form.places)} ×, {rule}" + (f", because {form.reason}" if form.reason else "")
    )
    yield _row(f"      {places}")


class _Sentences:
    """Sentences by the number under which they were shown: each is written out once."""

    def __init__(self) -> None:
        self._numbers: dict[Quote, int] = {}

    def fact(self, fact: Stated) -> Iterator[str]:
        """A fact, the numbers of its sentences, and those of them that were not shown yet."""
        shown = fact.sentences[:SHOWN]
        new = [quote for quote in shown if quote not in self._numbers]
        for quote in shown:
            self._numbers.setdefault(quote, len(self._numbers) + 1)
        cues = "; ".join(map(_cue, fact.cues))
        numbers = " ".join(f"[{self._numbers[quote]}]" for quote in shown)
        more = f" and {len(fact.sentences) - SHOWN} more sentences" if len(fact.sentences) > SHOWN else ""
        note = f" ({fact.note})" if fact.note else ""
        yield _row(f"  {fact.value}" + (f" ← {cues}" if cues else "") + note + f" {numbers}{more}".rstrip())
        for quote in new:
            yield _row(f"      [{self._numbers[quote]}] {quote.text}  {_place(quote)}")


def _cue(cue: Cue) -> str:
    found = ", ".join(filter(None, (cue.rule and f"rule {cue.rule}", cue.reason and f"because {cue.reason}")))
    return _quoted(cue.words) + (f" ({found})" if found else "")


def _quoted(words: str) -> str:
    """Words in quotation marks, once."""
    return words if "“" in words else f"“{words}”"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times" if number else "nowhere"


def _case(case: Case) -> Iterator[str]:
    yield ""
    yield _row(f"  {case.sentence.text}  {_place(case.sentence)}")
    yield _row(f"    union: {', '.join(case.unions) or '–'}; group: {', '.join(case.groups) or '–'}")
    yield from map(_obstacle, case.obstacles)


def _pair(pair: Pair) -> Iterator[str]:
    yield _row(f"  {pair.article or 'an article without a headline'}: {pair.characters} characters apart")
    yield from _quotes((pair.union, pair.group))
    yield from map(_obstacle, pair.obstacles)


def _obstacle(obstacle: Obstacle) -> str:
    words = f": {', '.join(obstacle.words)}" if obstacle.words else ""
    about = f"{obstacle.initiative}: " if obstacle.initiative else ""
    cues = f"; cue words {', '.join(map(_quoted, obstacle.cues))}" if obstacle.cues else ""
    return _row(f"    - {about}{obstacle.said}{words}{cues} [{obstacle.rule}]")


def _quotes(quotes: Sequence[Quote]) -> Iterator[str]:
    return _some(quotes, SHOWN, lambda quote: iter((_indented(quote),)))


def _mention(quote: Quote) -> Iterator[str]:
    yield _indented(quote)


def _some(items: Sequence[Item], most: int, lines: Callable[[Item], Iterator[str]]) -> Iterator[str]:
    for item in items[:most]:
        yield from lines(item)
    if len(items) > most:
        yield f"      … and {len(items) - most} more (--format json has all)"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number or 'no'} {one if number < 2 else several}" + (":" if number else "")


def _clean(text: str) -> str:
    """A text in one line, without controls and without marks that change the direction of writing."""
    return comment(text, LONGEST)


def _row(line: str) -> str:
    """A line that keeps its indentation, and no other white space or control."""
    return " " * (len(line) - len(line.lstrip(" "))) + _clean(line)


def _indented(quote: Quote) -> str:
    return f"      {_clean(quote.text)}  {_place(quote)}"


def _place(quote: Quote) -> str:
    return _clean(f"{quote.source}:{quote.begin}–{quote.end}")
