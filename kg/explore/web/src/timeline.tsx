// Initiatives in time: a lane for each kind, a bar from start to end as precisely as the text tells.

import { useMemo } from "preact/hooks";
import type { Initiative } from "./data";
import { conceptLabel, labelOf, type Page } from "./page";

const DAY = 86_400_000;
const ROW = 16;
const LEFT = 150;
const TOP = 28;
const WIDTH = 1500;
const TYPES = ["union", "initiative", "group", "place", "person", "organization"] as const;

interface Bar {
  initiative: Initiative;
  from: number;
  to: number;
  row: number;
}

interface Lane {
  kind: string;
  top: number;
  rows: number;
  bars: readonly Bar[];
}

/** First and last moment of a day, month or year, in milliseconds. */
export function spanOf(moment: string): [number, number] {
  const [year, month, day] = moment.split("-").map(Number);
  const from = Date.UTC(year!, (month ?? 1) - 1, day ?? 1);
  const to = day !== undefined ? from + DAY : Date.UTC(month === undefined ? year! + 1 : year!, month ?? 0, 1);
  return [from, to];
}

export function TimelineView(page: Page) {
  const { words, chosen } = page;
  const dated = useMemo(() => chosen.filter(({ start, end }) => start !== "" || end !== ""), [chosen]);
  const drawing = useMemo(() => draw(page, dated), [dated, page.state.language]);
  if (dated.length === 0) return <p class="empty">{words.nothing}</p>;
  return (
    <section class="timeline" aria-label={words.timeline}>
      <p class="hint" role="status">{dated.length} {words.datedHint} · {chosen.length - dated.length} {words.undated}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.timeline}>
        <svg width={LEFT + WIDTH} height={drawing.height} role="group">
          {drawing.ticks.map(({ x, label }) => (
            <g key={x}>
              <line class="grid" x1={x} x2={x} y1={TOP - 6} y2={drawing.height} />
              <text class="lane" x={x + 3} y={TOP - 12}>{label}</text>
            </g>
          ))}
          {drawing.lanes.map((lane, number) => (
            <g key={lane.kind}>
              <line class="grid" x1={0} x2={LEFT + WIDTH} y1={lane.top - 3} y2={lane.top - 3} />
              <text class="lane" x={6} y={lane.top + 12}>{conceptLabel(page, "kinds", lane.kind)}</text>
              {lane.bars.map((bar) => (
                <Deed key={bar.initiative.node} page={page} bar={bar} lane={lane} x={drawing.x} type={TYPES[number % 6]!} />
              ))}
            </g>
          ))}
        </svg>
      </div>
    </section>
  );
}

interface DeedProperties {
  page: Page;
  bar: Bar;
  lane: Lane;
  x: (moment: number) => number;
  type: (typeof TYPES)[number];
}

function Deed({ page, bar, lane, x, type }: DeedProperties) {
  const { index, store, state } = page;
  const { initiative, from, to, row } = bar;
  const { key } = index.node(initiative.node);
  const period = [initiative.start, initiative.end].filter((day) => day !== "").join(" – ");
  const label = `${labelOf(page, initiative.node)} · ${initiative.unions.map((union) => labelOf(page, union)).join("; ")} · ${period}`;
  const open = () => store.set({ selected: key });
  return (
    <rect
      class={`deed of-${type}${state.selected === key ? " selected" : ""}`}
      x={x(from)}
      y={lane.top + row * ROW}
      width={Math.max(6, x(to) - x(from) - 1)}
      height={ROW - 4}
      rx={3}
      tabIndex={0}
      role="button"
      aria-label={label}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") open();
      }}
    >
      <title>{label}</title>
    </rect>
  );
}

function draw(page: Page, dated: readonly Initiative[]) {
  const bars = dated.map((initiative) => {
    const [from] = spanOf(initiative.start || initiative.end);
    const [, to] = spanOf(initiative.end || initiative.start);
    return { initiative, from, to: Math.max(to, from + DAY), row: 0 };
  });
  const first = Math.min(...bars.map((bar) => bar.from));
  const last = Math.max(...bars.map((bar) => bar.to));
  const x = (moment: number) => LEFT + ((moment - first) / Math.max(DAY, last - first)) * WIDTH;
  const lanes: Lane[] = [];
  let top = TOP;
  for (const kind of page.index.data.kinds.map((each) => each.key)) {
    const own = bars.filter((bar) => bar.initiative.kind === kind).sort((a, b) => a.from - b.from || a.to - b.to);
    if (own.length === 0) continue;
    const rows = stack(own, x);
    lanes.push({ kind, top, rows, bars: own });
    top += rows * ROW + 6;
  }
  return { lanes, height: top + 4, ticks: ticksOf(first, last).map(({ at, label }) => ({ x: x(at), label })), x };
}

/** Gives each bar the first row in which it touches no other; how many rows that takes. */
function stack(bars: Bar[], x: (moment: number) => number): number {
  const ends: number[] = [];
  for (const bar of bars) {
    const free = ends.findIndex((end) => end <= x(bar.from));
    bar.row = free === -1 ? ends.length : free;
    ends[bar.row] = Math.max(x(bar.to), x(bar.from) + 7);
  }
  return Math.max(1, ends.length);
}

/** Years, months or days: whichever are not too many. */
function ticksOf(first: number, last: number): { at: number; label: string }[] {
  const days = (last - first) / DAY;
  const [from, to] = [new Date(first), new Date(last)];
  const ticks: { at: number; label: string }[] = [];
  if (days > 1100) {
    const step = Math.ceil(days / 365 / 20);
    for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year += step) ticks.push({ at: Date.UTC(year, 0), label: `${year}` });
  } else if (days > 40) {
    const step = Math.ceil(days / 30 / 24);
    for (let month = from.getUTCMonth(); Date.UTC(from.getUTCFullYear(), month) <= last; month += step) {
      const at = Date.UTC(from.getUTCFullYear(), month);
      ticks.push({ at, label: new Date(at).toISOString().slice(0, 7) });
    }
  } else {
    for (let at = first; at <= last; at += DAY * Math.ceil(days / 20)) ticks.push({ at, label: new Date(at).toISOString().slice(5, 10) });
  }
  return ticks.filter(({ at }) => at >= first);
}
