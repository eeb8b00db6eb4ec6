// The initiatives as a table that sorts and can be taken along as CSV.

import { useMemo, useState } from "preact/hooks";
import type { Initiative } from "./data";
import { amountText } from "./figures";
import { conceptLabel, labelOf, type Page } from "./page";

const ROWS = 100;

interface Column {
  name: "initiative" | "union" | "group" | "kind" | "place" | "start" | "standing" | "amounts" | "confidence";
  text: (page: Page, initiative: Initiative) => string;
}

const joined = (page: Page, nodes: readonly number[]) => nodes.map((node) => labelOf(page, node)).join("; ");

const COLUMNS: readonly Column[] = [
  { name: "initiative", text: (page, { node }) => labelOf(page, node) },
  { name: "union", text: (page, { unions }) => joined(page, unions) },
  { name: "group", text: (page, { groups }) => joined(page, groups) },
  { name: "kind", text: (page, { kind }) => conceptLabel(page, "kinds", kind) },
  { name: "place", text: (page, { places }) => joined(page, places) },
  { name: "start", text: (_, { start }) => start },
  { name: "standing", text: (page, { standing }) => conceptLabel(page, "standings", standing) },
  {
    name: "amounts",
    text: (page, { amounts }) =>
      amounts.map((amount) => amountText(amount, page.state.language, page.words)).join("; "),
  },
  { name: "confidence", text: ({ index }, { node }) => (index.node(node).confidence ?? 1).toFixed(2) },
];

function titleOf({ words }: Page, name: Column["name"]): string {
  if (name === "start") return words.period;
  if (name === "amounts") return `${words.provision} · ${words.funding} · ${words.reached}`;
  return words[name];
}

export function ListView(page: Page) {
  const { store, state, words, chosen } = page;
  const [rows, setRows] = useState(ROWS);
  const sorted = useMemo(() => sort(page), [chosen, state.sort, state.language]);
  return (
    <section class="list" aria-label={words.list}>
      <div class="bar">
        <p class="hint" role="status">{chosen.length} {words.initiatives}</p>
        <button type="button" onClick={() => download(page, sorted)}>{words.export}</button>
      </div>
      {chosen.length === 0 && <p class="empty">{words.nothing}</p>}
      <div class="scroll" hidden={chosen.length === 0} tabIndex={0} role="region" aria-label={words.list}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map(({ name }) => (
                <th key={name} scope="col" aria-sort={direction(state.sort, name)}>
                  <button
                    type="button"
                    onClick={() => store.set({ sort: state.sort === name ? `-${name}` : name })}
                  >
                    {titleOf(page, name)}
                    <span aria-hidden="true">{{ ascending: " ↑", descending: " ↓", none: "" }[direction(state.sort, name)]}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, rows).map((initiative) => (
              <Row key={initiative.node} page={page} initiative={initiative} />
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > rows && (
        <button type="button" class="more" onClick={() => setRows(rows + ROWS)}>
          {words.more} ({sorted.length - rows})
        </button>
      )}
    </section>
  );
}

function Row({ page, initiative }: { page: Page; initiative: Initiative }) {
  const { index, store, state } = page;
  const { key } = index.node(initiative.node);
  return (
    <tr class={state.selected === key ? "selected" : ""}>
      {COLUMNS.map(({ name, text }, number) =>
        number === 0 ? (
          <th key={name} scope="row">
            <button
              type="button"
              aria-current={state.selected === key ? "true" : undefined}
              onClick={() => store.set({ selected: key })}
            >
              {text(page, initiative)}
            </button>
          </th>
        ) : (
          <td key={name} class={`of-column-${name}`}>{text(page, initiative)}</td>
        ),
      )}
    </tr>
  );
}

function direction(sort: string, name: string): "ascending" | "descending" | "none" {
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : "none";
}

/** Empty cells last, whatever the direction; equals in the order of the data. */
function sort(page: Page): Initiative[] {
  const name = page.state.sort.replace(/^-/, "");
  const column = COLUMNS.find((each) => each.name === name) ?? COLUMNS[5]!;
  const sign = page.state.sort.startsWith("-") ? -1 : 1;
  const compare = new Intl.Collator(page.state.language === "zh" ? "zh-CN" : "en", { numeric: true }).compare;
  const keyed = page.chosen.map((initiative) => ({ initiative, text: column.text(page, initiative) }));
  keyed.sort((a, b) => Number(a.text === "") - Number(b.text === "") || sign * compare(a.text, b.text));
  return keyed.map(({ initiative }) => initiative);
}

/** What a spreadsheet takes for a formula: these signs, full width too, at the beginning or behind blanks. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/;

/** CSV that spreadsheets open right: a byte order mark, quoted cells, and no cell that runs as a formula. */
export function csv(page: Page, initiatives: readonly Initiative[]): string {
  const cell = (text: string) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [
    [...COLUMNS.map(({ name }) => titleOf(page, name)), page.words.evidence],
    ...initiatives.map((initiative) => [
      ...COLUMNS.map(({ text }) => text(page, initiative)),
      initiative.evidence.map((span) => page.index.text(span)).join(" … "),
    ]),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function download(page: Page, initiatives: readonly Initiative[]): void {
  const address = URL.createObjectURL(new Blob([csv(page, initiatives)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "initiatives.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
