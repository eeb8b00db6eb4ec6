// What every part of the page is given.

import type { Index, Initiative } from "./data";
import type { State, Store } from "./state";
import type { Words } from "./words";

export interface Page {
  index: Index;
  store: Store;
  state: State;
  /** Texts of the interface in the language of the state. */
  words: Words;
  /** The initiatives that meet the filters. */
  chosen: readonly Initiative[];
}

/** A node's label in the language of the interface, where it has one in that language. */
export function labelOf({ index, state }: Pick<Page, "index" | "state">, node: number): string {
  const { label, en } = index.node(node);
  return state.language === "en" && en !== undefined ? en : label;
}

/** The label of a kind or standing in the language of the interface. */
export function conceptLabel(
  { index, state }: Pick<Page, "index" | "state">,
  scheme: "kinds" | "standings",
  key: string,
): string {
  const concept = index.data[scheme].find((each) => each.key === key);
  return concept === undefined ? key : concept[state.language];
}
