// What initiatives amount to, and how figures are written.

import type { Amount, Initiative } from "./data";
import type { Measure } from "./state";
import type { Words } from "./words";

/** The figure of some initiatives: how many, people reached or yuan (lower bounds added up). */
export function figure(initiatives: readonly Initiative[], measure: Measure): number {
  if (measure === "count") return initiatives.length;
  const role = measure === "people" ? "reached" : "funding";
  const amounts = initiatives.flatMap((initiative) => initiative.amounts).filter((amount) => amount.role === role);
  return amounts.reduce((sum, amount) => sum + (amount.min ?? amount.value), 0);
}

/** 600000 → 60万 in Chinese, 600,000 in English. */
export function written(value: number, language: "zh" | "en"): string {
  if (language === "zh" && value >= 10_000) {
    return `${(value / 10_000).toLocaleString("zh-CN", { maximumFractionDigits: 2 })}万`;
  }
  return value.toLocaleString(language === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: 2 });
}

/** An amount as the text bounds it: 约 200 名 快递员, 超过 60 份, 30万–40万 元. */
export function amountText(amount: Amount, language: "zh" | "en", words: Words): string {
  const { value, min, max } = amount;
  const qualifier = QUALIFIERS[amount.qualifier];
  const unit = amount.unit === "CNY" ? (language === "zh" ? "元" : "yuan") : amount.unit;
  const range = qualifier === undefined && min !== undefined && max !== undefined && min < max;
  const number = range ? `${written(min, language)}–${written(max, language)}` : written(value, language);
  const before = qualifier === undefined ? "" : words[qualifier];
  return [before, number, unit, amount.item].filter((part) => part !== "").join(" ");
}

const QUALIFIERS: Record<string, keyof Words | undefined> = {
  "more than": "moreThan",
  about: "about",
  "at least": "atLeast",
  "at most": "atMost",
};
