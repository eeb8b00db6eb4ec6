"""The records that pass between the rooms. Frozen and typed; no behaviour beyond their own invariants.

Two kinds of position occur, and never mix:

* *source positions*: characters of the file decoded to Unicode, line ends as they are in the file,
  half-open ``[begin, end)``. A `Phrase` carries them, and they are all that leaves the program.
* *view positions*: characters of `Article.text`, the cleaned, joined, simplified reading of one
  article. `Article.begins`/`Article.ends` map every view character back to the source.

``Source → (read) → Article → (recognise) → Mention → (relate) → ArticleFacts → (resolve) → Knowledge``
"""

from kg.model.facts import (
    Amount,
    ArticleFacts,
    Dating,
    InitiativeFact,
    Measure,
    Mention,
    MentionType,
    PostFact,
    Standing,
)
from kg.model.knowledge import (
    ArticleRecord,
    Entity,
    EntityType,
    Grounds,
    Initiative,
    Knowledge,
    Membership,
    SourceRecord,
)
from kg.model.texts import Article, Byline, Phrase, Source

__all__ = [
    "Amount",
    "Article",
    "ArticleFacts",
    "ArticleRecord",
    "Byline",
    "Dating",
    "Entity",
    "EntityType",
    "Grounds",
    "Initiative",
    "InitiativeFact",
    "Knowledge",
    "Measure",
    "Membership",
    "Mention",
    "MentionType",
    "Phrase",
    "PostFact",
    "Source",
    "SourceRecord",
    "Standing",
]
