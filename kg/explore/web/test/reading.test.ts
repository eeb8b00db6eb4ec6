// Texts cut into pieces, quotes, figures, CSV, time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf, spanOf } from "../src/calendar";
import { amountText, figure, written } from "../src/figures";
import { csv } from "../src/list";
import { pieces, quoted } from "../src/text";
import { WORDS } from "../src/words";
import { DATA, INDEX, page, TEXT } from "./small";

test("pieces count code points, cover the stretch and know their mention", () => {
  const found = pieces(INDEX, [0, 0, 16], DATA.initiatives[0]!.evidence);
  assert.equal(found.map(({ text }) => text).join(""), TEXT);
  assert.equal(found.filter(({ stated }) => stated).map(({ text }) => text).join(""), "镇总工会为骑手送伞。");
  assert.deepEqual(
    found.filter(({ node }) => node !== undefined).map(({ text, node }) => [text, node]),
    [["镇总工会", 0], ["骑手", 7], ["骑手", 7]],
  );
});

test("lines of Chinese join, words keep their blank", () => {
  assert.equal(quoted(" 为骑手\n送伞。 "), "为骑手送伞。");
  assert.equal(quoted("记者甘棠 报道"), "记者甘棠 报道");
  assert.equal(quoted("the red\n  umbrella"), "the red umbrella");
});

test("figures", () => {
  assert.equal(written(600_000, "zh"), "60万");
  assert.equal(written(600_000, "en"), "600,000");
  assert.equal(figure(DATA.initiatives, "money"), 25_000);
  assert.equal(figure(DATA.initiatives, "people"), 180);
  const [money, people] = DATA.initiatives[0]!.amounts;
  assert.equal(amountText(money!, "zh", WORDS.zh), "2.5万 元");
  assert.equal(amountText(people!, "zh", WORDS.zh), "超过 200 名 骑手");
  const range = { ...money!, min: 300_000, max: 400_000 };
  assert.equal(amountText(range, "zh", WORDS.zh), "30万–40万 元");
});

test("CSV guards what a spreadsheet would run", () => {
  const [, first] = csv(page(), DATA.initiatives).split("\r\n");
  assert.ok(first!.startsWith(`"'=送伞","云溪市总工会","骑手"`), first);
  assert.ok(first!.endsWith(`"镇总工会为骑手送伞。"`), first);
});

test("a day, a month, a year", () => {
  const days = (moment: string) => (spanOf(moment)[1] - spanOf(moment)[0]) / 86_400_000;
  assert.deepEqual(["2031-01-18", "2031-02", "2032-02", "2031", "2032"].map(days), [1, 28, 29, 365, 366]);
});

test("bars of a lane never overlap", () => {
  const same = [1, 2, 3].map((node) => ({ ...DATA.initiatives[0]!, node }));
  const { lanes, ticks } = calendarOf(same, ["visit"], 800, () => 100);
  assert.deepEqual(lanes[0]!.bars.map(({ row }) => row), [0, 1, 2]);
  assert.ok(ticks.length > 0);
});
