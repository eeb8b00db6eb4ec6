"""Names, roles and contrast, checked by axe-core: nothing serious, in any view, in both appearances."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.explore.browser.explorer import Explorer

VIEWS = ["", "view=graph", "view=timeline", "view=list", "view=list&query=x&language=en", "view=graph&layers=none"]


def violations(explorer: Explorer, web: Path) -> list[str]:
    """Of impact serious or critical, with the elements; the page's policy lets no script in but through the tools."""
    explorer.page.evaluate((web / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    result: dict[str, Any] = explorer.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{found['id']} ({found['impact']}): {[node['html'][:120] for node in found['nodes'][:5]]}"
        for found in result["violations"]
        if found["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view(explorer: Explorer, web: Path, theme: str) -> None:
    found = {view: violations(explorer.open(f"{view}&theme={theme}"), web) for view in VIEWS}
    assert not any(found.values()), found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_cards_and_open_filters(seeds: Explorer, web: Path, theme: str) -> None:
    seeds.open(f"view=list&theme={theme}&kinds=condolence")
    seeds.rows.first.get_by_role("button").click()
    seeds.page.get_by_role("combobox", name="搜索").fill("总工会")
    for choices in seeds.page.locator("details.choices").all():
        if choices.get_attribute("open") is None:
            choices.locator("summary").click()
    assert not violations(seeds, web)


def test_the_matrix_of_the_seeds(seeds: Explorer, web: Path) -> None:
    found = {theme: violations(seeds.open(f"theme={theme}"), web) for theme in ("light", "dark")}
    assert not any(found.values()), found
