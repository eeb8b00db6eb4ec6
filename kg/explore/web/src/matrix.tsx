// The answer first: unions × worker groups. A cell counts what a union did for a group and all narrower ones.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { onArrow, oneStop } from "./arrows";
import type { Index, Initiative } from "./data";
import { figure, written } from "./figures";
import { labelOf, type Page } from "./page";
import { MEASURES } from "./state";

const ROWS = 30;
const CELLS = "th button, td button";

interface Table {
  unions: readonly number[];
  groups: readonly number[];
  /** Initiatives by union, then by group. */
  cells: ReadonlyMap<number, ReadonlyMap<number, readonly Initiative[]>>;
  /** All initiatives of a union, of a group. */
  totals: ReadonlyMap<number, readonly Initiative[]>;
}

export function tableOf(index: Index, chosen: readonly Initiative[]): Table {
  const cells = new Map<number, Map<number, Initiative[]>>();
  const totals = new Map<number, Initiative[]>();
  for (const initiative of chosen) {
    const groups = new Set(initiative.groups.flatMap((group) => index.withAbove(group)));
    for (const group of groups) push(totals, group, initiative);
    for (const union of initiative.unions) {
      push(totals, union, initiative);
      const row = cells.get(union) ?? new Map<number, Initiative[]>();
      cells.set(union, row);
      for (const group of groups) push(row, group, initiative);
    }
  }
  const byTotal = (a: number, b: number) => totals.get(b)!.length - totals.get(a)!.length || a - b;
  const all = [...totals.keys()].sort(byTotal);
  return {
    unions: all.filter((node) => index.node(node).type === "union"),
    groups: all.filter((node) => index.node(node).type === "group"),
    cells,
    totals,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

export function MatrixView(page: Page) {
  const { index, store, state, words, chosen } = page;
  const [rows, setRows] = useState(ROWS);
  const table = useMemo(() => tableOf(index, chosen), [index, chosen]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current !== null) oneStop(box.current, CELLS);
  });
  if (table.unions.length === 0) return <p class="empty">{words.nothing}</p>;
  const shown = table.unions.slice(0, rows);
  const values = shown.flatMap((union) => [...(table.cells.get(union)?.values() ?? [])]);
  const most = Math.max(1, ...values.map((each) => figure(each, state.measure)));
  return (
    <section class="matrix" aria-label={words.matrix}>
      <div class="bar">
        <p class="hint">{words.matrixHint}</p>
        <fieldset class="choice">
          <legend>{words.measure}</legend>
          {MEASURES.map((measure) => (
            <label key={measure}>
              <input
                type="radio"
                name="measure"
                checked={state.measure === measure}
                onChange={() => store.set({ measure })}
              />
              {words[measure]}
            </label>
          ))}
        </fieldset>
      </div>
      <div
        class="scroll"
        ref={box}
        role="region"
        aria-label={words.matrix}
        onKeyDown={(event) => onArrow(event, event.currentTarget, CELLS)}
      >
        <table>
          <thead>
            <tr>
              <th scope="col" class="corner">{words.union}</th>
              <th scope="col" class="sum">{words[state.measure]}</th>
              {table.groups.map((group) => (
                <th scope="col" key={group} class="group">
                  <button type="button" onClick={() => store.set({ selected: index.node(group).key })}>
                    {labelOf(page, group)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((union) => (
              <Row key={union} page={page} table={table} union={union} most={most} />
            ))}
          </tbody>
        </table>
      </div>
      {table.unions.length > rows && (
        <button type="button" class="more" onClick={() => setRows(rows + 2 * ROWS)}>
          {words.more} ({table.unions.length - rows})
        </button>
      )}
    </section>
  );
}

function Row({ page, table, union, most }: { page: Page; table: Table; union: number; most: number }) {
  const { index, store, state } = page;
  const key = index.node(union).key;
  return (
    <tr>
      <th scope="row">
        <button type="button" onClick={() => store.set({ selected: key })}>{labelOf(page, union)}</button>
      </th>
      <td class="sum">
        <button type="button" onClick={() => store.set({ view: "list", unions: [key] })}>
          {written(figure(table.totals.get(union) ?? [], state.measure), state.language)}
        </button>
      </td>
      {table.groups.map((group) => (
        <Cell key={group} page={page} initiatives={table.cells.get(union)?.get(group)} {...{ union, group, most }} />
      ))}
    </tr>
  );
}

interface CellProperties {
  page: Page;
  union: number;
  group: number;
  most: number;
  initiatives: readonly Initiative[] | undefined;
}

function Cell({ page, union, group, most, initiatives }: CellProperties) {
  const { index, store, state, words } = page;
  if (initiatives === undefined) return <td />;
  const value = figure(initiatives, state.measure);
  const label = `${labelOf(page, union)} · ${labelOf(page, group)} · ${initiatives.length} ${words.initiatives}`;
  const depth = value === 0 ? 0 : Math.ceil((5 * Math.log(1 + value)) / Math.log(1 + most));
  return (
    <td class={`depth-${depth}`}>
      <button
        type="button"
        title={label}
        aria-label={label}
        onClick={() =>
          store.set({ view: "list", unions: [index.node(union).key], groups: [index.node(group).key] })
        }
      >
        {value === 0 ? "·" : written(value, state.language)}
      </button>
    </td>
  );
}
