// Filters, search, the table of the matrix, the network.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tableOf } from "../src/matrix";
import { networkOf } from "../src/network";
import { matches, suggestions } from "../src/search";
import { chosenInitiatives, filtersOf } from "../src/selection";
import type { State } from "../src/state";
import { DATA, INDEX, state } from "./small";

const chosen = (change: Partial<State>) =>
  chosenInitiatives(INDEX, state(change)).map(({ node }) => INDEX.node(node).label);

test("each filter", () => {
  assert.deepEqual(chosen({}), ["=送伞", "读书会", "讲座"]);
  assert.deepEqual(chosen({ groups: ["group/new"] }), ["=送伞"]);
  assert.deepEqual(chosen({ groups: ["group/worker"] }), ["=送伞", "读书会"]);
  assert.deepEqual(chosen({ places: ["place/1"] }), ["=送伞"]);
  assert.deepEqual(chosen({ unions: ["union/2"] }), ["读书会", "讲座"]);
  assert.deepEqual(chosen({ kinds: ["care"] }), ["=送伞", "讲座"]);
  assert.deepEqual(chosen({ standings: ["planned"] }), ["讲座"]);
  assert.deepEqual(chosen({ confidence: 0.6 }), ["=送伞", "讲座"]);
  assert.deepEqual(chosen({ query: "waimaixiaoge" }), ["=送伞"]);
  assert.deepEqual(chosen({ groups: ["group/none"] }), []);
});

test("a period takes what touches it, and nothing undated", () => {
  assert.deepEqual(chosen({ since: "2031" }), ["=送伞"]);
  assert.deepEqual(chosen({ until: "2030-03" }), ["读书会"]);
  assert.deepEqual(chosen({ since: "2030-12", until: "2031-01-18" }), ["=送伞", "读书会"]);
  assert.deepEqual(chosen({ since: "2031-01-19" }), []);
});

test("opening a card is no other choice", () => {
  assert.equal(filtersOf(state({ selected: "union/1", view: "list" })), filtersOf(state()));
  assert.notEqual(filtersOf(state({ kinds: ["care"] })), filtersOf(state()));
});

test("search by characters, sound and initials; the name itself first", () => {
  const rider = INDEX.node(7);
  for (const query of ["骑手", "外卖", "qishou", "qi shou", "qs", "WMXG"]) assert.ok(matches(rider, query), query);
  for (const query of ["骑手们", "shouqi x", "zz"]) assert.ok(!matches(rider, query), query);
  assert.deepEqual(suggestions(INDEX, "松竹区").map((node) => INDEX.node(node).label), ["松竹区", "松竹区总工会"]);
  assert.deepEqual(suggestions(INDEX, " "), []);
});

test("the matrix counts a narrower group for every broader one", () => {
  const table = tableOf(INDEX, DATA.initiatives);
  const count = (union: number, group: number) => table.cells.get(union)?.get(group)?.length ?? 0;
  assert.deepEqual(table.groups, [5, 6, 7]);
  assert.deepEqual([count(0, 5), count(0, 7), count(1, 5), count(1, 7)], [2, 1, 1, 0]);
  assert.equal(table.totals.get(1)?.length, 2);
});

test("the network joins unions and groups directly where initiatives are hidden", () => {
  const { edges } = networkOf(INDEX, DATA.initiatives, ["union", "group"]);
  const pairs = edges.map(({ source, target }) => [source, target].sort((a, b) => a - b).join("-"));
  assert.deepEqual(pairs.sort(), ["0-1", "0-5", "0-7", "1-5", "5-6", "6-7"]);
});
