"""Builds the site: ``python -m docs.site`` writes ``build/site`` (run by ``make docs``).

Guarantees: the pages of ``docs/`` as they are, and beside them pages made from the ontology, the questions, the
command line, the recorded scores and a fresh build of ``seeds/``; nothing outside ``build/`` is written; a link
between pages that leads nowhere ends it with an error. Nothing is fetched, and the site fetches nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import kg
from docs.site.pages import generated

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "docs"
SITE = ROOT / "build" / "site"
NOT_PAGES = ("site", "__pycache__")


def gather(graph: kg.Graph, target: Path, root: Path = ROOT) -> None:
    """Fill `target`, which must not exist, with the sources of the site: written pages and generated ones."""
    shutil.copytree(root / "docs", target, ignore=shutil.ignore_patterns(*NOT_PAGES))
    for name, content in generated(graph, root).items():
        file = target / name
        if file.exists():
            raise FileExistsError(f"docs/{name}: this page is generated; give the written one another name")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def main() -> int:
    """Build the graph of the seeds, gather the pages, and let Sphinx write the site."""
    for folder in (BUILD, SITE):
        shutil.rmtree(folder, ignore_errors=True)
    graph = kg.build([ROOT / "seeds"], warn=lambda message: None)
    graph.write(BUILD / "out")
    gather(kg.load(BUILD / "out"), BUILD / "pages")
    sphinx = [sys.executable, "-m", "sphinx", "-b", "html", "-W", "--keep-going", "-q"]
    folders = ["-c", ROOT / "docs" / "site", "-d", BUILD / "read", BUILD / "pages", SITE]
    # Started at the top of the checkout, where Python finds both `kg` and `docs`.
    code = subprocess.run([*sphinx, *map(str, folders)], cwd=ROOT, check=False).returncode
    if code == 0:
        print(SITE / "index.html")
    return code


if __name__ == "__main__":
    sys.exit(main())
