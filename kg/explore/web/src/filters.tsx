// The filters at the side: what they offer is what the graph holds, with counts.

import { useMemo } from "preact/hooks";
import { Choices, type Choice, type ListName } from "./choices";
import type { Index, Initiative } from "./data";
import { labelOf, type Page } from "./page";
import { isMoment, START, type State } from "./state";

export function Filters(page: Page) {
  const { index, store, state, words, chosen } = page;
  const offered = useMemo(() => offer(page), [index, state.language]);
  const active = (Object.keys(offered) as ListName[]).some((name) => state[name].length > 0)
    || state.since + state.until + state.query !== "" || state.confidence > 0;
  const clear = { kinds: [], groups: [], places: [], unions: [], standings: [], since: "", until: "", query: "", confidence: 0 };
  return (
    <aside class="filters" aria-label={words.filters}>
      <details open={globalThis.innerWidth > 900}>
        <summary>
          {words.filters} <span class="badge">{chosen.length} / {index.data.initiatives.length}</span>
        </summary>
        {active && <button type="button" class="clear" onClick={() => store.set(clear)}>{words.clear}</button>}
        <Choices page={page} name="groups" title={words.group} choices={offered.groups} />
        <Choices page={page} name="kinds" title={words.kind} choices={offered.kinds} />
        <Choices page={page} name="places" title={words.place} choices={offered.places} />
        <Choices page={page} name="unions" title={words.union} choices={offered.unions} />
        <Choices page={page} name="standings" title={words.standing} choices={offered.standings} />
        <fieldset class="period">
          <legend>{words.period}</legend>
          <Moment page={page} name="since" />
          <Moment page={page} name="until" />
        </fieldset>
        <label class="confidence">
          {words.confidence} {words.atLeast} {state.confidence.toFixed(2)}
          <input
            type="range"
            min="0"
            max="1"
            step="0.05"
            value={state.confidence}
            onInput={(event) => store.set({ confidence: Number(event.currentTarget.value) }, true)}
          />
        </label>
      </details>
    </aside>
  );
}

/** A year, month or day; whatever else is typed waits until it is one. */
function Moment({ page, name }: { page: Page; name: "since" | "until" }) {
  const { store, state, words } = page;
  return (
    <label>
      {words[name]}
      <input
        type="text"
        inputMode="numeric"
        placeholder="2023-01"
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        value={state[name]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isMoment(value)) store.set({ [name]: value } as Partial<State>);
          else event.currentTarget.value = state[name] || START[name];
        }}
      />
    </label>
  );
}

function offer(page: Page): Record<ListName, Choice[]> {
  const { index, state } = page;
  const { initiatives } = index.data;
  return {
    groups: tree(page, counted(index, initiatives, ({ groups }) => groups)),
    places: tree(page, counted(index, initiatives, ({ places }) => places)),
    unions: flat(page, counted(index, initiatives, ({ unions }) => unions, false)),
    kinds: concepts(index.data.kinds, initiatives, ({ kind }) => kind, state.language),
    standings: concepts(index.data.standings, initiatives, ({ standing }) => standing, state.language),
  };
}

/** How many initiatives hang on a node, or on what stands below it. */
function counted(
  index: Index,
  initiatives: readonly Initiative[],
  of: (initiative: Initiative) => readonly number[],
  below = true,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const initiative of initiatives) {
    for (const node of new Set(below ? of(initiative).flatMap((each) => index.withAbove(each)) : of(initiative))) {
      counts.set(node, (counts.get(node) ?? 0) + 1);
    }
  }
  return counts;
}

function flat(page: Page, counts: ReadonlyMap<number, number>): Choice[] {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .map(([node, count]) => ({ key: page.index.node(node).key, label: labelOf(page, node), count, depth: 0 }));
}

/** Each node under what stands above it, the most used first. */
function tree(page: Page, counts: ReadonlyMap<number, number>): Choice[] {
  const { index } = page;
  const below = new Map<number | undefined, number[]>();
  for (const node of counts.keys()) {
    const above = index.node(node).above;
    const parent = above !== undefined && counts.has(above) ? above : undefined;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const choices: Choice[] = [];
  const walk = (parent: number | undefined, depth: number): void => {
    const nodes = (below.get(parent) ?? []).sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
    for (const node of nodes) {
      choices.push({ key: index.node(node).key, label: labelOf(page, node), count: counts.get(node)!, depth });
      if (depth < 32) walk(node, depth + 1);
    }
  };
  walk(undefined, 0);
  return choices;
}

function concepts(
  scheme: Index["data"]["kinds"],
  initiatives: readonly Initiative[],
  of: (initiative: Initiative) => string,
  language: "zh" | "en",
): Choice[] {
  const counts = new Map<string, number>();
  for (const initiative of initiatives) counts.set(of(initiative), (counts.get(of(initiative)) ?? 0) + 1);
  return scheme
    .map((concept) => ({ key: concept.key, label: concept[language], count: counts.get(concept.key) ?? 0, depth: 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
