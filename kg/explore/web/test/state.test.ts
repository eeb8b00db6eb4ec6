// The state and its address: what one tells, the other gives back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHash, isMoment, START, toHash, type State } from "../src/state";

test("what is as at the start is not in the address", () => {
  assert.equal(toHash(START), "");
  assert.deepEqual(fromHash(""), START);
});

test("every part goes there and back", () => {
  const state: State = {
    view: "graph",
    language: "en",
    theme: "dark",
    query: "快递 & <b> # %",
    kinds: ["condolence", "a+b"],
    groups: ["group/courier"],
    places: ["place/99", "place/9901"],
    unions: ["union/990102"],
    standings: ["past"],
    since: "2030",
    until: "2031-01-18",
    confidence: 0.35,
    layers: ["union", "person"],
    selected: "initiative/1a1a",
    path: "group/courier",
    measure: "money",
    sort: "confidence",
  };
  assert.deepEqual(fromHash(`#${toHash(state)}`), state);
});

test("what an address tells wrongly is as at the start", () => {
  assert.deepEqual(fromHash("#view=x&language=fr&theme=&measure=no&confidence=9&since=soon&until=2031-13"), START);
  assert.equal(fromHash("confidence=NaN").confidence, 0);
  assert.deepEqual(fromHash("layers=person,union,other").layers, ["union", "person"]);
});

test("a moment is a year, a month or a day", () => {
  for (const good of ["", "2031", "2031-01", "2031-01-31"]) assert.ok(isMoment(good), good);
  for (const bad of ["31", "2031-13", "2031-1", "2031-01-32", "2031-01-01T00", "soon"]) assert.ok(!isMoment(bad), bad);
});
