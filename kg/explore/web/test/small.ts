// A small graph written by hand: two unions, four groups in a chain, three initiatives, two places.

import { Index, type Data, type GraphNode, type Initiative, type NodeType } from "../src/data";
import { START, type State } from "../src/state";
import type { Page } from "../src/page";
import { WORDS } from "../src/words";

function node(key: string, type: NodeType, label: string, more: Partial<GraphNode> = {}): GraphNode {
  return { key, type, label, x: 0, y: 0, mentions: [], ...more };
}

function initiative(number: number, more: Partial<Initiative>): Initiative {
  return {
    node: number,
    named: true,
    kind: "visit",
    standing: "done",
    cues: [],
    start: "",
    end: "",
    unions: [],
    partners: [],
    groups: [],
    places: [],
    amounts: [],
    evidence: [],
    ...more,
  };
}

export const TEXT = "𠮷镇总工会为骑手送伞。骑手说好。";

export const DATA: Data = {
  nodes: [
    node("union/1", "union", "云溪市总工会", { mentions: [[0, 1, 5]] }),
    node("union/2", "union", "松竹区总工会"),
    node("initiative/1", "initiative", "=送伞", { confidence: 0.9 }),
    node("initiative/2", "initiative", "读书会", { confidence: 0.5 }),
    node("initiative/3", "initiative", "讲座"),
    node("group/worker", "group", "职工", { en: "workers" }),
    node("group/new", "group", "新业态", { above: 5 }),
    node("group/rider", "group", "骑手", { above: 6, alt: ["外卖小哥"], mentions: [[0, 6, 8], [0, 11, 13]] }),
    node("place/1", "place", "云溪市"),
    node("place/2", "place", "松竹区", { above: 8 }),
  ],
  initiatives: [
    initiative(2, {
      unions: [0],
      groups: [7],
      places: [9],
      start: "2031-01-18",
      evidence: [[0, 1, 11]],
      amounts: [
        { role: "funding", value: 25_000, min: 25_000, max: 25_000, unit: "CNY", item: "", qualifier: "" },
        { role: "reached", value: 200, min: 180, unit: "名", item: "骑手", qualifier: "more than" },
      ],
    }),
    initiative(3, { unions: [0, 1], groups: [5], kind: "culture", start: "2030" }),
    initiative(4, { unions: [1], standing: "planned" }),
  ],
  posts: [],
  kinds: [
    { key: "care", zh: "关怀", en: "care" },
    { key: "visit", zh: "慰问", en: "visits", above: "care" },
    { key: "culture", zh: "文体", en: "culture" },
  ],
  standings: [
    { key: "done", zh: "已开展", en: "done" },
    { key: "planned", zh: "计划", en: "planned" },
  ],
  sources: [{ name: "a.txt", text: TEXT, length: Array.from(TEXT).length }],
  articles: [{ headline: "送伞", authors: [], published: "", spans: [[0, 0, 16]] }],
  omitted: 0,
};

export const INDEX = new Index(DATA);

export function state(change: Partial<State> = {}): State {
  return { ...START, ...change };
}

export function page(change: Partial<State> = {}): Page {
  const shown = state(change);
  return { index: INDEX, state: shown, words: WORDS[shown.language], chosen: DATA.initiatives, store: undefined as never };
}
