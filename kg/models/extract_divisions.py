"""Makes ``gazetteer/divisions.tsv`` from the location dictionary that jionlp 1.5 carries.

Run as ``python -m kg.models.extract_divisions [FILE.zip]``; without a file the zip of the installed
jionlp is read (jionlp itself is not imported). Guarantees: the same dictionary gives the same bytes;
lines are sorted by code; every parent and successor named is a line of the file.

A line has seven columns, separated by tabs: code, level, name, parent's code, short forms (separated
by spaces), successor's code (former divisions only), and the names of its townships (counties only).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

from kg.models import artefact

__all__ = ["extract", "main"]

TOWNSHIP_SUFFIXES = ("街道", "镇", "乡", "苏木")
UNGROUPED = "省直辖行政区划"
"""jionlp's stand-in for a prefecture where counties stand directly under a province."""

UNDIVIDED = "市直辖行政区划"
"""Its stand-in for a county where townships stand directly under a prefecture (东莞)."""

ZONE_DIGIT = "7"
"""Fifth digit of the codes of development zones, whose short forms (高新区) name none of them."""

Row = tuple[str, str, str, str, tuple[str, ...], str, tuple[str, ...]]
"""code, level, name, parent, short forms, successor, townships"""


def extract(locations: str, changes: str) -> list[Row]:
    """All rows, sorted by code, from the text of jionlp's two location dictionaries."""
    current = current_rows(locations)
    rows = {row[0]: row for row in current}
    for row in former_rows(changes, current):
        rows.setdefault(row[0], row)
    return [rows[code] for code in sorted(rows)]


def current_rows(locations: str) -> list[Row]:
    """Province, prefecture and county rows, each with the names of the townships directly below it."""
    found: dict[str, Row] = {}
    province = prefecture = holder = ""
    for line in locations.splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        fields = line.strip().split("\t")
        if depth == 3 and is_township(fields[0]):
            found[holder] = (*found[holder][:6], (*found[holder][6], fields[0]))
        if depth > 2 or len(fields) != 3:
            continue
        name, code, alias = fields
        if depth == 0:
            province = prefecture = holder = code
            found[code] = (code, "province", name, "", short_forms(name, alias), "", ())
        elif depth == 1:
            prefecture = holder = province if name == UNGROUPED or code == province else code
            if prefecture != province:
                found[code] = (code, "prefecture", name, province, short_forms(name, alias), "", ())
        elif name == UNDIVIDED:
            holder = prefecture
        else:
            holder = code if code != prefecture else f"{code}-{digest(name)}"
            forms = () if code[4] == ZONE_DIGIT else short_forms(name, alias)
            found[holder] = (holder, "county", name, prefecture, forms, "", ())
    return list(found.values())


def is_township(name: str) -> bool:
    """Whether `name` is a township's full name, and not a farm, a station or a bare suffix."""
    return len(name) > 2 and name.endswith(TOWNSHIP_SUFFIXES)


def short_forms(name: str, alias: str) -> tuple[str, ...]:
    """The short names of a division: jionlp's alias, and 恩施州, 景宁县 beside 恩施, 景宁."""
    forms = [form for form in alias.split("/") if form != name and len(form) > 1]
    for suffix, short in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("特别行政区", "特区")):
        if name.endswith(suffix):
            forms += [form + short for form in forms if not form.endswith(short)]
    return tuple(dict.fromkeys(forms))


def former_rows(changes: str, current: Iterable[Row]) -> Iterator[Row]:
    """Divisions that were renamed or merged, keyed by their prefecture and a hash of their name."""
    by_name: dict[str, list[Row]] = {}
    for row in current:
        for form in (row[2], *row[4]):
            by_name.setdefault(form, []).append(row)
    for line in changes.splitlines():
        before, _, after = line.partition("=>")
        old, new = before.split("\t")[2:], after.split("\t")
        if len(old) != 6 or len(new) != 3:
            continue
        parent = find(by_name, [old[2], old[3]], "prefecture", "")
        new_parent = find(by_name, [new[1]], "prefecture", "")
        successor = find(by_name, [new[2], new[2][:-1], old[5]], "county", new_parent)
        if successor and old[4] not in {row[2] for row in by_name.get(old[4], []) if row[0] == successor}:
            above = parent or new_parent
            key = f"{above}-{digest(old[4])}"
            kept = () if old[5] == old[4] else short_forms(old[4], old[5])
            yield (key, "county", old[4], above, kept, successor, ())


def find(by_name: dict[str, list[Row]], names: list[str], level: str, parent: str) -> str:
    """Code of the first division of that level (and parent, if given) with one of the names, or ""."""
    for name in names:
        for row in by_name.get(name, ()):
            if row[1] == level and parent in ("", row[3]):
                return row[0]
    return ""


def digest(name: str) -> str:
    """Six hexadecimal digits of a name, for divisions without an official code in the data."""
    return blake2b(name.encode(), digest_size=3).hexdigest()


def main(arguments: list[str]) -> int:
    """Writes the file and prints how many divisions of each level it holds."""
    folder = Path(arguments[0]).parent if arguments else jionlp_dictionaries()
    with ZipFile(arguments[0] if arguments else folder / "china_location.zip") as archive:
        locations = archive.read("china_location.txt").decode("utf-8")
    rows = extract(locations, (folder / "china_location_change.txt").read_text(encoding="utf-8"))
    lines = (
        "\t".join((code, level, name, parent, " ".join(forms), successor, " ".join(sorted(set(towns)))))
        for code, level, name, parent, forms, successor, towns in rows
    )
    target = artefact("gazetteer") / "divisions.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    townships = sum(len(set(row[6])) for row in rows)
    former = sum(1 for row in rows if row[5])
    print(f"{target}: {len(rows)} divisions ({former} of them former) and {townships} townships")
    return 0


def jionlp_dictionaries() -> Path:
    """Where the installed jionlp keeps its dictionaries."""
    spec = find_spec("jionlp")
    if spec is None or spec.origin is None:
        raise SystemExit("jionlp: not installed; pip install 'jionlp>=1.5,<1.6' or name china_location.zip")
    return Path(spec.origin).parent / "dictionary"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
