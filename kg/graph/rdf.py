"""Knowledge to RDF: every block of the graph, in the order of its sections and IRIs.

Guarantees: the same Knowledge and the same schemes give the same blocks in the same order, whatever
the machine or the hash seed; every class and property is one of vocabulary.md or of ``ukg.ttl``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.entities import entity_blocks
from kg.graph.initiatives import initiative_blocks, kind_blocks, membership_blocks, standing_blocks
from kg.graph.namespaces import PREFIXES
from kg.graph.naming import Naming
from kg.graph.scheme import groups_in_use, kinds_in_use, standings_in_use
from kg.graph.sources import article_blocks, issue_blocks, phrase_blocks, source_blocks
from kg.graph.terms import Block, Link, text
from kg.lexicon import Lexicon
from kg.model import Knowledge

__all__ = ["SECTIONS", "describe"]

SECTIONS: dict[str, str] = {
    "dataset": "图谱 · The graph",
    "initiative": "工会活动 · Initiatives",
    "union": "工会组织 · Unions",
    "organization": "其他单位 · Other organisations",
    "group": "劳动者群体 · Worker groups",
    "kind": "活动类别 · Kinds of initiative",
    "standing": "实施状态 · Standings",
    "person": "人物 · People",
    "membership": "职务 · Posts",
    "role": "职务名称 · Titles",
    "place": "地点 · Places",
    "amount": "数量与金额 · Numbers",
    "dating": "互异的开始日期 · Starts on which reports differ",
    "article": "文章 · Articles",
    "issue": "报纸 · Newspapers and their issues",
    "source": "来源文件 · Sources",
    "phrase": "原文片段 · Phrases of the sources",
}
"""Sections in the order of the file, with the heading that stands above each."""


def describe(knowledge: Knowledge, lexicon: Lexicon, naming: Naming) -> list[Block]:
    """All blocks of the graph of `knowledge`, sorted by section and IRI."""
    rank = {section: number for number, section in enumerate(SECTIONS)}
    blocks = list(_blocks(knowledge, lexicon, naming))
    phrases = [block for block in blocks if block.section == "phrase"]  # sorted by position already
    others = [block for block in blocks if block.section != "phrase"]
    return sorted(others, key=lambda block: (rank[block.section], block.iri)) + phrases


def _blocks(knowledge: Knowledge, lexicon: Lexicon, naming: Naming) -> Iterator[Block]:
    groups = groups_in_use(knowledge, lexicon.groups)
    yield _dataset(naming)
    yield from initiative_blocks(knowledge.initiatives, naming)
    venues = frozenset(place for initiative in knowledge.initiatives for place in initiative.places)
    yield from entity_blocks(knowledge.entities, lexicon.groups, groups, naming, venues)
    yield from kind_blocks(kinds_in_use(knowledge, lexicon.kinds), lexicon.kinds, naming)
    yield from standing_blocks(standings_in_use(knowledge, lexicon.standings), lexicon.standings, naming)
    yield from membership_blocks(knowledge.memberships, naming)
    yield from article_blocks(knowledge.articles, naming)
    yield from issue_blocks(knowledge.articles, naming)
    yield from source_blocks(knowledge.sources, naming)
    yield from phrase_blocks(knowledge, naming)


def _dataset(naming: Naming) -> Block:
    block = Block("dataset", naming.base, "void:Dataset")
    title = "工会活动知识图谱"
    block.add("rdfs:label", text(title))
    block.add("dcterms:title", text(title, "zh"), text("A knowledge graph of trade-union initiatives", "en"))
    block.add("dcterms:conformsTo", Link(PREFIXES["ukg"].rstrip("#")))
    block.add("void:uriSpace", text(naming.base))
    return block
