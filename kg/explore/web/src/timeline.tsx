// Initiatives in time: a lane for each kind, a bar from start to end as precisely as the text tells.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { onArrow, oneStop } from "./arrows";
import { calendarOf, ROW, TOP, type Bar, type Calendar, type Lane } from "./calendar";
import type { Initiative } from "./data";
import { conceptLabel, labelOf, type Page } from "./page";

const TYPES = ["union", "initiative", "group", "place", "person", "organization"] as const;
const ZOOMS = [1, 2, 4, 8, 16];
/** Up to so many bars, each has its name beside it. */
const NAMED = 400;
const LONGEST = 12;
const CHARACTER = 12.5;

export function TimelineView(page: Page) {
  const { words, chosen } = page;
  const [zoom, setZoom] = useState(1);
  const dated = useMemo(() => chosen.filter(({ start, end }) => start !== "" || end !== ""), [chosen]);
  if (dated.length === 0) return <p class="empty">{words.nothing}</p>;
  return (
    <section class="timeline" aria-label={words.timeline}>
      <div class="bar">
        <p class="hint" role="status">
          {dated.length} {words.datedHint} · {chosen.length - dated.length} {words.undated}
        </p>
        <label class="choice">
          {words.zoom}
          <select value={zoom} onChange={(event) => setZoom(Number(event.currentTarget.value))}>
            {ZOOMS.map((each) => <option key={each} value={each}>×{each}</option>)}
          </select>
        </label>
      </div>
      <Chart page={page} dated={dated} zoom={zoom} />
    </section>
  );
}

function Chart({ page, dated, zoom }: { page: Page; dated: readonly Initiative[]; zoom: number }) {
  const { index, state, words } = page;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) * zoom;
  const named = dated.length <= NAMED;
  const calendar = useMemo(() => {
    const room = ({ node }: Initiative) => (named ? roomOf(nameOf(page, node)) : 0);
    return calendarOf(dated, index.data.kinds.map(({ key }) => key), Math.max(300, width), room);
  }, [dated, width, named, state.language]);
  useEffect(() => oneStop(box.current!, "rect.deed"));
  return (
    <div
      class="scroll"
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={words.timeline}
      onKeyDown={(event) => onArrow(event, event.currentTarget, "rect.deed")}
    >
      <div class="lanes">
        <Names page={page} calendar={calendar} />
        <svg width={Math.max(300, width) + (named ? LONGEST * CHARACTER : 10)} height={calendar.height} role="group" aria-label={words.timeline}>
          {calendar.ticks.map(({ x, label }) => (
            <g key={x}>
              <line class="grid" x1={x} x2={x} y1={TOP - 6} y2={calendar.height} />
              <text class="lane" x={x + 3} y={TOP - 10}>{label}</text>
            </g>
          ))}
          {calendar.lanes.map((lane, number) => (
            <g key={lane.kind}>
              <line class="grid" x1={0} x2="100%" y1={lane.top - 3} y2={lane.top - 3} />
              {lane.bars.map((bar) => (
                <Deed key={bar.initiative.node} {...{ page, bar, lane, calendar, named }} type={TYPES[number % 6]!} />
              ))}
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Names of the lanes, which stay in view. */
function Names({ page, calendar }: { page: Page; calendar: Calendar }) {
  const names = calendar.lanes.map((lane) => conceptLabel(page, "kinds", lane.kind));
  const character = page.state.language === "zh" ? CHARACTER : CHARACTER / 2;
  const widest = Math.min(160, names.reduce((most, name) => Math.max(most, name.length * character + 24), 60));
  return (
    <svg class="names" width={widest} height={calendar.height} role="group" aria-label={page.words.kind}>
      {calendar.lanes.map((lane) => (
        <g key={lane.kind}>
          <line class="grid" x1={0} x2="100%" y1={lane.top - 3} y2={lane.top - 3} />
          <text class="lane" x={8} y={lane.top + 13}>{conceptLabel(page, "kinds", lane.kind)}</text>
        </g>
      ))}
    </svg>
  );
}

interface DeedProperties {
  page: Page;
  bar: Bar;
  lane: Lane;
  calendar: Calendar;
  named: boolean;
  type: (typeof TYPES)[number];
}

function Deed({ page, bar, lane, calendar: { x }, named, type }: DeedProperties) {
  const { index, store, state } = page;
  const { initiative, from, to, row } = bar;
  const { key } = index.node(initiative.node);
  const period = [initiative.start, initiative.end].filter((day) => day !== "").join(" – ");
  const label = `${labelOf(page, initiative.node)} · ${initiative.unions.map((union) => labelOf(page, union)).join("; ")} · ${period}`;
  const open = () => store.set({ selected: key });
  const width = Math.max(6, x(to) - x(from) - 1);
  const inside = width > roomOf(nameOf(page, initiative.node));
  const y = lane.top + row * ROW;
  return (
    <g class={`of-${type}`}>
      <rect
        class={state.selected === key ? "deed selected" : "deed"}
        x={x(from)}
        y={y}
        width={width}
        height={ROW - 4}
        rx={3}
        role="button"
        aria-label={label}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          open();
        }}
      >
        <title>{label}</title>
      </rect>
      {named && (
        <text class={inside ? "title inside" : "title"} x={x(from) + (inside ? 6 : width + 4)} y={y + 12} aria-hidden="true">
          {nameOf(page, initiative.node)}
        </text>
      )}
    </g>
  );
}

function nameOf(page: Page, node: number): string {
  const characters = Array.from(labelOf(page, node).replace(/\s+/g, " "));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : characters.join("");
}

function roomOf(name: string): number {
  return name.length * CHARACTER + 12;
}

/** How wide the chart may be so that nothing has to be scrolled, followed as the window changes. */
function useWidth(box: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = () => {
      const names = element.querySelector(".names")?.getBoundingClientRect().width ?? 0;
      setWidth(Math.floor(element.clientWidth - names - LONGEST * CHARACTER - 16));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return width;
}
