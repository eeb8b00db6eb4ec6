"""The named questions of the ontology folder (``questions/NAME.rq``).

Guarantees: each has a name, and says in Chinese and English, in its first comment lines, what it
asks; read from files, so that a question added to the folder is there at once.
"""

from __future__ import annotations

import msgspec

from kg.errors import OntologyError
from kg.lexicon import Lexicon

__all__ = ["Question", "questions"]


class Question(msgspec.Struct, frozen=True):
    """A SPARQL question with what it asks."""

    name: str
    """The file's name without ``.rq``."""
    chinese: str
    english: str
    query: str
    """The whole file, comments included; it declares its own prefixes."""


def questions(lexicon: Lexicon | None = None) -> dict[str, Question]:
    """All questions by name, sorted; raises OntologyError for one that cannot be read or does not say what it asks."""
    folder = (lexicon or Lexicon()).folder / "questions"
    found: dict[str, Question] = {}
    for path in sorted(folder.glob("*.rq")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise OntologyError(f"{path}: cannot be read; restore the file") from error
        said = _header(text)
        if not {"zh", "en"} <= said.keys():
            raise OntologyError(f"{path}: must begin with '# zh: …' and '# en: …'; add what it asks")
        found[path.stem] = Question(path.stem, said["zh"], said["en"], text)
    return found


def _header(text: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        language, colon, words = line.lstrip("# ").partition(":")
        if colon and language in ("zh", "en"):
            said[language] = words.strip()
    return said
