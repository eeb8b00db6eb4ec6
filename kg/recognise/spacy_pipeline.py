"""The NER pass as a spaCy pipeline: our tokens, and the mentions laid over them.

Guarantees: a Doc has the text it was made from and carries what `Recogniser.mentions` gives for its article:
``doc.spans["mentions"]`` (all, laid over tokens by expansion, with ``span._.rule``, ``span._.confidence``,
``span._.mention``) and ``doc.ents`` (the longest that do not overlap). A build needs mentions alone and never
imports this module, nor spaCy, which costs more to import than five pages cost to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.recognise.tokens import chinese_pipeline

if TYPE_CHECKING:
    from kg.model import Article
    from kg.recognise.pipeline import Recogniser

__all__ = ["doc_of", "mention_pipeline"]

COMPONENT = "union_mentions"


@Language.factory(COMPONENT)
def _component(nlp: Language, name: str) -> MentionComponent:
    return MentionComponent()


class MentionComponent:
    """The pipeline's component; `mention_pipeline` gives it the recogniser, `doc_of` each Doc its article."""

    recogniser: Recogniser | None = None

    def __call__(self, doc: Doc) -> Doc:
        article = doc._.article
        if self.recogniser is None or article is None:
            return doc
        spans = []
        for mention in self.recogniser.mentions(article):
            span = doc.char_span(mention.begin, mention.end, label=mention.type.upper(), alignment_mode="expand")
            if span is not None:
                span._.mention, span._.rule, span._.confidence = mention, mention.rule, mention.confidence
                spans.append(span)
        doc.spans["mentions"] = spans
        doc.ents = filter_spans(spans)
        return doc


def mention_pipeline(recogniser: Recogniser) -> Language:
    """The tokenizer and the mentions that `recogniser` finds."""
    _register_extensions()
    pipeline = chinese_pipeline(recogniser.segmenter)
    component = pipeline.add_pipe(COMPONENT)
    if isinstance(component, MentionComponent):
        component.recogniser = recogniser
    return pipeline


def doc_of(article: Article, pipeline: Language) -> Doc:
    """The article as a Doc with its mentions, by what `mention_pipeline` made."""
    doc = pipeline.make_doc(article.text)
    doc._.article = article
    for _, component in pipeline.pipeline:
        doc = component(doc)
    return doc


def _register_extensions() -> None:
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
        for name in ("mention", "rule", "confidence"):
            Span.set_extension(name, default=None)
