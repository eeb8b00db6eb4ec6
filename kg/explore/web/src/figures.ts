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

/** An amount with its bounds: 30万–40万 元, 1,000 份以上 防疫礼包. */
export function amountText(amount: Amount, language: "zh" | "en", words: Words): string {
  const unit = amount.unit === "CNY" ? (language === "zh" ? "元" : "yuan") : amount.unit;
  const least = amount.min ?? amount.value;
  let value = written(amount.value, language);
  if (amount.max === undefined) value = written(least, language);
  else if (amount.max !== least) value = `${written(least, language)}–${written(amount.max, language)}`;
  const open = amount.max === undefined ? words.openEnd : "";
  const parts = language === "zh" ? [value, `${unit}${open}`] : [value, open, unit];
  return [...parts, amount.item].filter((part) => part !== "").join(" ");
}
