import type { Page } from "./page";

export function TimelineView({ words, chosen }: Page) {
  return <p>{chosen.length === 0 ? words.nothing : `${chosen.length} ${words.initiatives}`}</p>;
}
