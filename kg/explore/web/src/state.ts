// What the page shows, and its form in the address: every view has a URL that restores it.

import { useEffect, useState } from "preact/hooks";
import type { NodeType } from "./data";

export type View = "matrix" | "graph" | "timeline" | "list";
export type Language = "zh" | "en";
export type Theme = "auto" | "light" | "dark";
/** What a cell of the matrix counts. */
export type Measure = "count" | "people" | "money";

export interface State {
  view: View;
  language: Language;
  theme: Theme;
  /** Words looked for. */
  query: string;
  /** Keys; none means all. */
  kinds: readonly string[];
  groups: readonly string[];
  places: readonly string[];
  unions: readonly string[];
  standings: readonly string[];
  /** ISO year, month or day; empty means open. */
  since: string;
  until: string;
  /** Least confidence, 0–1. */
  confidence: number;
  /** Types that the picture shows. */
  layers: readonly NodeType[];
  /** Key of the thing whose card is open. */
  selected: string;
  /** Key of the thing to which the path from `selected` is shown. */
  path: string;
  measure: Measure;
  /** Column of the list, with "-" before it for descending. */
  sort: string;
}

const VIEWS: readonly View[] = ["matrix", "graph", "timeline", "list"];
const LANGUAGES: readonly Language[] = ["zh", "en"];
const THEMES: readonly Theme[] = ["auto", "light", "dark"];
export const MEASURES: readonly Measure[] = ["count", "people", "money"];
export const LAYERS: readonly NodeType[] = ["union", "initiative", "group", "place", "person", "organization"];

export const START: State = {
  view: "matrix",
  language: "zh",
  theme: "auto",
  query: "",
  kinds: [],
  groups: [],
  places: [],
  unions: [],
  standings: [],
  since: "",
  until: "",
  confidence: 0,
  layers: ["union", "initiative", "group"],
  selected: "",
  path: "",
  measure: "count",
  sort: "-start",
};

const LISTS = ["kinds", "groups", "places", "unions", "standings"] as const;
const WORDS = ["query", "since", "until", "selected", "path", "sort"] as const;

/** The address's part behind #; what is as at the start is left out. */
export function toHash(state: State): string {
  const parameters = new URLSearchParams();
  for (const name of ["view", "language", "theme", "measure", ...WORDS] as const) {
    if (state[name] !== START[name]) parameters.set(name, state[name]);
  }
  for (const name of LISTS) {
    for (const value of state[name]) parameters.append(name, value);
  }
  if (state.confidence !== START.confidence) parameters.set("confidence", String(state.confidence));
  if (state.layers.join() !== START.layers.join()) parameters.set("layers", state.layers.join());
  return parameters.toString();
}

/** Whether a text is empty, or a year, month or day: 2023, 2023-01, 2023-01-10. */
export function isMoment(text: string): boolean {
  return /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/.test(text);
}

/** The state that an address tells; whatever it tells wrongly is as at the start. */
export function fromHash(hash: string): State {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const one = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    allowed.find((value) => value === parameters.get(name)) ?? otherwise;
  const state: State = {
    ...START,
    view: one("view", VIEWS, START.view),
    language: one("language", LANGUAGES, START.language),
    theme: one("theme", THEMES, START.theme),
    measure: one("measure", MEASURES, START.measure),
  };
  for (const name of WORDS) state[name] = parameters.get(name) ?? START[name];
  for (const name of ["since", "until"] as const) if (!isMoment(state[name])) state[name] = START[name];
  for (const name of LISTS) state[name] = parameters.getAll(name);
  const confidence = Number(parameters.get("confidence"));
  state.confidence = confidence > 0 && confidence <= 1 ? confidence : 0;
  const layers = parameters.get("layers")?.split(",");
  if (layers !== undefined) state.layers = LAYERS.filter((layer) => layers.includes(layer));
  return state;
}

type Listener = (state: State) => void;

/** The one state of the page; a change is a new entry of the browser's history. */
export class Store {
  private readonly listeners = new Set<Listener>();
  state: State;

  constructor(private readonly window: Window) {
    this.state = fromHash(window.location.hash);
    window.addEventListener("hashchange", () => this.take(fromHash(window.location.hash)));
  }

  /** Changes part of the state; `replace` where going back should not stop here (typing). */
  set(change: Partial<State>, replace = false): void {
    const next = { ...this.state, ...change };
    const hash = toHash(next);
    if (hash !== toHash(this.state)) {
      const address = `${this.window.location.pathname}${this.window.location.search}#${hash}`;
      if (replace) this.window.history.replaceState(null, "", address);
      else this.window.history.pushState(null, "", address);
    }
    this.take(next);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private take(state: State): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }
}

/** The state, for a component that is drawn anew when it changes. */
export function useStore(store: Store): State {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.subscribe(setState);
  }, [store]);
  return state;
}
