"""The named questions of the ontology folder (``questions/NAME.rq``).

Guarantees: each has a name, and says in Chinese and English, in its first comment lines, what it asks; each is
SPARQL as it stands, for any engine; read from files, so that a question added to the folder is there at once.

A question takes a condition where ``VALUES $given_NAME { UNDEF }`` stands in it (NAME is one of
`kg.query.parameters.PARAMETERS`), most often in a comment, so that a condition that is not set costs nothing. To
set it, the comment lines that mention ``$given_NAME`` lose their ``#``, and UNDEF is replaced by an RDF term that
an RDF library has written out, and by nothing else; the text that comes of it is again SPARQL for any engine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

import msgspec
import pyoxigraph

from kg.errors import OntologyError, QueryError
from kg.lexicon import Lexicon
from kg.query.parameters import PARAMETERS

__all__ = ["Question", "find_question", "questions"]

_GIVEN = re.compile(r"(VALUES[ \t]+[$?]given_(\w+)[ \t]*\{[ \t]*)UNDEF([ \t]*\})")
_WAITING = re.compile(r"^([ \t]*)# ?(?=.*[$?]given_(\w+))", re.MULTILINE)
"""The beginning of a comment line that counts once its condition is set."""


class Question(msgspec.Struct, frozen=True):
    """A SPARQL question with what it asks.

    >>> from kg.query import questions
    >>> question = questions()["hierarchy"]
    >>> question.english
    'Which unions stand below each federation, directly or not?'
    >>> question.parameters
    ('union',)
    """

    name: str
    """The file's name without ``.rq``."""
    chinese: str
    english: str
    query: str
    """The whole file, comments included; it declares its own prefixes."""
    parameters: tuple[str, ...] = ()
    """The conditions that it takes, in the order of `PARAMETERS`."""

    def bound(self, terms: Mapping[str, pyoxigraph.NamedNode | pyoxigraph.Literal]) -> str:
        """The question with conditions set: SPARQL for any engine. QueryError for a condition that it does not take.

        >>> from pyoxigraph import NamedNode
        >>> from kg.query import questions
        >>> text = questions()["hierarchy"].bound({"union": NamedNode("https://w3id.org/union-kg/id/union/9901")})
        >>> "VALUES $given_union { <https://w3id.org/union-kg/id/union/9901> }" in text
        True
        """
        self.check_taken(terms)

        def uncommented(match: re.Match[str]) -> str:
            return match[1] if match[2] in terms else match[0]

        def with_term(match: re.Match[str]) -> str:
            return f"{match[1]}{terms.get(match[2], 'UNDEF')}{match[3]}"

        return _GIVEN.sub(with_term, _WAITING.sub(uncommented, self.query))

    def check_taken(self, given: Mapping[str, object]) -> None:
        """Raise QueryError where `given` names a condition that the question does not take."""
        for name in given:
            if name not in self.parameters:
                takes = ", ".join(self.parameters) or "no condition"
                raise QueryError(f"the question {self.name} takes no {name}; it takes {takes}")


def questions(lexicon: Lexicon | None = None) -> dict[str, Question]:
    """All questions by name, sorted; raises OntologyError for one that cannot be read or does not say what it asks.

    >>> from kg.query import questions
    >>> list(questions())[:2]
    ['amounts-of-initiatives', 'articles-of-initiatives']
    """
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
        taken = {match[2] for match in _GIVEN.finditer(text)}
        if unknown := sorted(taken - PARAMETERS.keys()):
            raise OntologyError(f"{path}: $given_{unknown[0]} is no condition; there are {', '.join(PARAMETERS)}")
        parameters = tuple(name for name in PARAMETERS if name in taken)
        found[path.stem] = Question(path.stem, said["zh"], said["en"], text, parameters)
    return found


def find_question(name: str, lexicon: Lexicon | None = None) -> Question:
    """The question called `name`; QueryError, with the nearest names, where there is none."""
    known = questions(lexicon)
    if name not in known:
        near = get_close_matches(name[:100], known, n=3, cutoff=0.5)
        tell = f"near it: {', '.join(near)}" if near else "kg ask lists them all"
        raise QueryError(f"no question is called {name[:100]!r}; {tell}")
    return known[name]


def _header(text: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        language, colon, words = line.lstrip("# ").partition(":")
        if colon and language in ("zh", "en"):
            said[language] = words.strip()
    return said
