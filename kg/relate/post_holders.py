"""Who a title is held in: the employer of a union, an employer's union, a union for its department.

Guarantees: only looks at mentions that an article has; pure.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import words
from kg.relate.discourse import Discourse
from kg.relate.post_bodies import employer, union_of
from kg.relate.post_titles import TitleReader

__all__ = ["UNION", "HolderReader"]

UNION = "工会"


class HolderReader:
    """Tells the holder of a title that stands behind a body."""

    def __init__(self, lexicon: Lexicon, titles: TitleReader) -> None:
        self._titles = titles
        self._departments = words(lexicon.table("people")["posts"]["within_body"])

    def of(self, discourse: Discourse, index: int, title: str) -> tuple[int, str]:
        """(body, title): 副院长 behind a hospital's union is the hospital's, 工会主席 behind a firm its union's."""
        body, department = self._body(discourse, index)
        if not department and self._titles.of_employer(title):
            return employer(discourse, body) or body, title
        union = union_of(discourse, body) if title.startswith(UNION) and len(title) > len(UNION) else None
        return (body, department + title) if union is None else (union, title.removeprefix(UNION))

    def _body(self, discourse: Discourse, index: int) -> tuple[int, str]:
        """(body, department): a union's department belongs to the title (某市总工会 + 宣教部部长)."""
        mention = discourse.mentions[index]
        if mention.text.endswith(self._departments):
            for other, union in enumerate(discourse.mentions):
                if union.type is MentionType.UNION and union.begin == mention.begin and union.end < mention.end:
                    return other, mention.text[union.end - mention.begin :]
        return index, ""
