"""What the pictures show is what the graph says: figures first, then the marks on the axes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from matplotlib.collections import PathCollection, QuadMesh
from matplotlib.figure import Figure

import kg
from kg.errors import QueryError
from kg.model import Amount, Initiative, Measure
from kg.plot import Choice, Language, Picture, figure
from kg.plot.deeds import Money, deeds
from kg.plot.matrix import table
from kg.plot.money import totals
from kg.plot.network import apart
from kg.plot.timeline import bands
from tests.graph.sample import phrase
from tests.plot.conftest import Made

DISTRICT, CITY = "云溪市松竹区总工会", "云溪市总工会"


def names(labels: Any) -> list[str]:
    return [label.get_text() for label in labels]


def initiative(key: str, **values: Any) -> Initiative:
    """One of the county's union for couriers, unless said otherwise."""
    given = {
        "kind": "condolence", "unions": ("union/990102",), "partners": (), "groups": ("group/courier",), "places": (),
        "amounts": (), "evidence": (phrase("快递小哥"),), "articles": (), "confidence": 0.8,
    }  # fmt: skip
    return Initiative(key=f"initiative/{key}", label=key, alternatives=(), named=True, **(given | values))


def funding(value: float, lower: float | None = None, upper: float | None = None) -> Amount:
    measure = Measure(value, "元", "about" if lower != upper or upper is None else "", "", lower, upper)
    return Amount("funding", measure, phrase("2.5万元"))


def test_matrix_counts_initiatives(graph: kg.Graph) -> None:
    found = table(deeds(graph, Choice()), top=10)
    assert [union.label for union in found.unions] == [DISTRICT, CITY]
    assert [group.label for group in found.groups] == ["快递员", "摆渡工"]
    assert found.cells == ((2, 1), (0, 1))


def test_matrix_draws_its_counts(graph: kg.Graph) -> None:
    axes = figure(graph, "matrix").axes[0]
    (mesh,) = (each for each in axes.collections if isinstance(each, QuadMesh))
    assert mesh.get_array().tolist() == [[2, 1], [0, 1]]
    assert [(text.get_position(), text.get_text()) for text in axes.texts] == [
        ((0.5, 0.5), "2"), ((1.5, 0.5), "1"), ((1.5, 1.5), "1"),
    ]  # fmt: skip
    assert names(axes.get_yticklabels()) == [DISTRICT, CITY]
    assert names(axes.get_xticklabels()) == ["快递员", "摆渡工"]
    assert axes.yaxis_inverted()


def test_matrix_of_the_first_says_what_it_leaves_out(graph: kg.Graph) -> None:
    drawn = figure(graph, "matrix", Choice(top=1, language=Language.ENGLISH, title="Who"))
    assert names(drawn.axes[0].get_yticklabels()) == [DISTRICT]
    assert names(drawn.axes[0].get_xticklabels()) == ["couriers"]
    assert drawn.get_suptitle() == "Who"
    assert "Unions: the first 1 of 2." in drawn.get_supxlabel()


@pytest.mark.parametrize(
    ("choice", "keys"),
    [
        (Choice(union=CITY), ["3c3c"]),
        (Choice(group="新业态劳动者"), ["1a1a", "2b2b"]),
        (Choice(place="青岚省"), ["1a1a", "2b2b"]),
        (Choice(kind="culture"), ["3c3c"]),
        (Choice(since="2031"), ["1a1a", "2b2b"]),
        (Choice(since="2031-01-19"), ["2b2b"]),
        (Choice(until="2030-06"), ["3c3c"]),
        (Choice(since="2030-12-31", until="2031-01-17"), ["2b2b", "3c3c"]),
    ],
)
def test_conditions_choose(graph: kg.Graph, choice: Choice, keys: list[str]) -> None:
    """A month meets a condition that one of its days meets."""
    assert [deed.key.rpartition("/")[2] for deed in deeds(graph, choice)] == keys


def test_timeline_shows_no_more_precision_than_the_text(graph: kg.Graph) -> None:
    found, everything = bands(deeds(graph, Choice()), Choice())
    assert everything == 2
    days = {
        span.deed.key.rpartition("/")[2]: (date.fromordinal(span.first), date.fromordinal(span.last), span.exact)
        for band in found
        for span in band.spans
    }
    assert days == {
        "1a1a": (date(2031, 1, 18), date(2031, 1, 18), True),
        "2b2b": (date(2031, 1, 1), date(2031, 1, 31), False),
        "3c3c": (date(2030, 1, 1), date(2030, 12, 31), False),
    }
    condolence = next(band for band in found if band.kind.label == "走访慰问")
    assert condolence.lanes == 2, "the day lies in the month, so it has a row of its own"


def test_timeline_draws_a_dot_and_bars(graph: kg.Graph) -> None:
    axes = figure(graph, "timeline").axes[0]
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    assert [list(map(float, line.get_xdata())) for line in dots] == [[date(2031, 1, 18).toordinal()]]
    bars = sorted((bar.get_x() + 0.5, bar.get_width()) for bar in axes.patches)
    assert bars == [(date(2030, 1, 1).toordinal(), 365), (date(2031, 1, 1).toordinal(), 31)]
    assert names(axes.get_yticklabels()) == ["走访慰问 (2)", "文体活动 (1)"]


def test_timeline_counts_what_has_no_date(made: Made) -> None:
    drawn = figure(made(initiative("a", start="2031-01-02", end="2031-01-09"), initiative("b")), "timeline")
    assert "另有1项活动没有写明时间。" in drawn.get_supxlabel()
    (bar,) = drawn.axes[0].patches
    assert (bar.get_width(), bar.get_alpha()) == (8, 0.9)


def test_money_adds_bounds(made: Made) -> None:
    graph = made(
        initiative("a", amounts=(funding(1000, 1000, 1000), funding(300, 300, 400))),
        initiative("b", amounts=(funding(60, 50, 70),)),
        initiative("c", unions=("union/9901",), amounts=(funding(5000, 5000, None),)),
        initiative("d", unions=("union/aa11",)),
    )
    found = totals(deeds(graph, Choice()))
    assert [(total.union.label, total.money) for total in found] == [
        (CITY, Money(5000, 5000, None)),
        (DISTRICT, Money(1360, 1350, 1470)),
    ]


def test_a_sum_without_bounds_is_exact_unless_the_text_says_roughly(graph: kg.Graph) -> None:
    assert [total.money for total in totals(deeds(graph, Choice()))] == [Money(25000, 25000, 25000)]


def test_money_draws_whiskers_and_an_arrow_for_an_open_end(made: Made) -> None:
    graph = made(
        initiative("a", amounts=(funding(1000, 900, 1200),)),
        initiative("c", unions=("union/9901",), amounts=(funding(5000, 5000, None),)),
    )
    axes = figure(graph, "money").axes[0]
    whiskers = [list(map(float, line.get_xdata())) for line in axes.lines if line.get_marker() == "|"]
    dots = [list(map(float, line.get_xdata())) for line in axes.lines if line.get_marker() == "o"]
    assert (whiskers, dots) == ([[900, 1200]], [[5000, 1000]])
    assert names(axes.texts) == ["", "5,000元+", "1,000元"]
    assert [text.arrow_patch is not None for text in axes.texts] == [True, False, False]


def test_network_weighs_lines_by_initiatives(graph: kg.Graph) -> None:
    axes = figure(graph, "network").axes[0]
    assert sorted(round(float(line.get_linewidth()), 2) for line in axes.lines) == [2.3, 2.3, 4.0]
    marks = [each for each in axes.collections if isinstance(each, PathCollection)]
    assert [len(each.get_offsets()) for each in marks] == [2, 2]
    assert sorted(names(axes.texts)) == sorted([DISTRICT, CITY, "快递员", "摆渡工"])


def test_names_of_the_network_do_not_lie_on_each_other() -> None:
    points = [(0.0, 0.0), (0.1, 0.0), (0.0, 0.1), (0.1, 0.1), (0.05, 0.05)]
    boxes = [(1.0, 0.5)] * 5
    found = apart(points, boxes)
    for one in range(5):
        for other in range(one):
            across, up = (abs(found[one][axis] - found[other][axis]) for axis in (0, 1))
            assert across > 0.998 or up > 0.498


@pytest.mark.parametrize("picture", Picture)
@pytest.mark.parametrize(("language", "says"), [(Language.CHINESE, "没有"), (Language.ENGLISH, "No initiative")])
def test_an_empty_picture_says_so(made: Made, picture: Picture, language: Language, says: str) -> None:
    for graph in (made(), made(initiative("a", unions=(), groups=()))):
        drawn: Figure = figure(graph, picture, Choice(language=language))
        assert [text.get_text() for text in drawn.axes[0].texts if says in text.get_text()]


@pytest.mark.parametrize(
    "given",
    [{"since": "2023-13"}, {"until": "soon"}, {"since": "2023-02-30"}, {"since": "2024", "until": "2023"}, {"top": 0}],
)
def test_a_choice_that_cannot_be_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(QueryError):
        Choice(**given)


def test_a_picture_that_there_is_not_is_refused(graph: kg.Graph) -> None:
    with pytest.raises(QueryError, match="matrix, timeline, network, money"):
        figure(graph, "pie")
