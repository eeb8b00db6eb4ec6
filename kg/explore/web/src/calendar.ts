// Initiatives laid along time: lanes by kind, rows within a lane in which nothing overlaps, marks of the axis.

import type { Initiative } from "./data";

export const DAY = 86_400_000;
export const ROW = 20;
export const TOP = 26;

export interface Bar {
  initiative: Initiative;
  from: number;
  to: number;
  row: number;
}

export interface Lane {
  kind: string;
  top: number;
  bars: readonly Bar[];
}

export interface Calendar {
  lanes: readonly Lane[];
  height: number;
  ticks: readonly { x: number; label: string }[];
  /** Place of a moment in pixels. */
  x: (moment: number) => number;
}

/** First and last moment of a day, month or year, in milliseconds. */
export function spanOf(moment: string): [number, number] {
  const [year, month, day] = moment.split("-").map(Number);
  const from = Date.UTC(year!, (month ?? 1) - 1, day ?? 1);
  const to = day !== undefined ? from + DAY : Date.UTC(month === undefined ? year! + 1 : year!, month ?? 0, 1);
  return [from, to];
}

/** The dated initiatives on `width` pixels; `room` is what a name takes, beside a bar that is too short for it. */
export function calendarOf(
  dated: readonly Initiative[],
  kinds: readonly string[],
  width: number,
  room: (initiative: Initiative) => number,
): Calendar {
  const bars = dated.map((initiative) => {
    const [from] = spanOf(initiative.start || initiative.end);
    const [, to] = spanOf(initiative.end || initiative.start);
    return { initiative, from, to: Math.max(to, from + DAY), row: 0 };
  });
  const first = bars.reduce((least, bar) => Math.min(least, bar.from), Infinity);
  const last = bars.reduce((most, bar) => Math.max(most, bar.to), -Infinity);
  const x = (moment: number) => ((moment - first) / Math.max(DAY, last - first)) * width;
  const lanes: Lane[] = [];
  let top = TOP;
  for (const kind of kinds) {
    const own = bars.filter((bar) => bar.initiative.kind === kind).sort((a, b) => a.from - b.from || a.to - b.to);
    if (own.length === 0) continue;
    lanes.push({ kind, top, bars: own });
    top += stack(own, x, room) * ROW + 6;
  }
  return { lanes, height: top + 4, ticks: ticksOf(first, last, width).map(({ at, label }) => ({ x: x(at), label })), x };
}

/** Gives each bar the first row in which it and its name touch no other; how many rows that takes. */
function stack(bars: Bar[], x: (moment: number) => number, room: (initiative: Initiative) => number): number {
  const ends: number[] = [];
  for (const bar of bars) {
    const free = ends.findIndex((end) => end <= x(bar.from));
    bar.row = free === -1 ? ends.length : free;
    const width = Math.max(7, x(bar.to) - x(bar.from));
    const name = room(bar.initiative);
    ends[bar.row] = x(bar.from) + width + (width > name ? 0 : name);
  }
  return Math.max(1, ends.length);
}

/** Years, months or days: as fine as leaves 70 pixels to each. */
function ticksOf(first: number, last: number, width: number): { at: number; label: string }[] {
  const most = Math.max(2, Math.floor(width / 70));
  const days = (last - first) / DAY;
  const from = new Date(first);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()];
  const made = (step: number, at: (number: number) => number, length: number) =>
    Array.from({ length: most + 2 }, (_, number) => at(number * step))
      .filter((moment) => moment >= first && moment <= last)
      .map((moment) => ({ at: moment, label: new Date(moment).toISOString().slice(0, length) }));
  if (days <= most) return made(1, (number) => first + number * DAY, 10);
  const months = days / 30;
  if (months <= 6 * most && months <= 60) {
    const step = [1, 2, 3, 6].find((each) => months / each <= most) ?? 6;
    return made(step, (number) => Date.UTC(year, month - (month % step) + number), 7);
  }
  return made(Math.ceil(days / 365 / most), (number) => Date.UTC(year + number, 0), 4);
}
