// Which initiatives meet the filters.

import type { Index, Initiative } from "./data";
import { answering } from "./search";
import type { State } from "./state";

/** What of a state the choice depends on, as a text that is the same for the same filters. */
export function filtersOf({ kinds, standings, unions, groups, places, since, until, confidence, query }: State): string {
  return JSON.stringify([kinds, standings, unions, groups, places, since, until, confidence, query.trim()]);
}

/** The initiatives that meet every filter of the state, in the order of the data. */
export function chosenInitiatives(index: Index, state: State): Initiative[] {
  const tests = [
    concept(state.kinds, index.data.kinds, (initiative) => initiative.kind),
    concept(state.standings, index.data.standings, (initiative) => initiative.standing),
    ranBy(index, state.unions),
    link(index, state.groups, (initiative) => initiative.groups),
    link(index, state.places, (initiative) => initiative.places),
    period(state.since, state.until),
    confident(index, state.confidence),
    worded(index, state.query),
  ].filter((test) => test !== undefined);
  return index.data.initiatives.filter((initiative) => tests.every((test) => test(initiative)));
}

type Test = ((initiative: Initiative) => boolean) | undefined;

/** A concept stands for all narrower ones. */
function concept(
  wanted: readonly string[],
  scheme: readonly { key: string; above?: string }[],
  of: (initiative: Initiative) => string,
): Test {
  if (wanted.length === 0) return undefined;
  const above = new Map(scheme.map((each) => [each.key, each.above]));
  return (initiative) => {
    for (let key: string | undefined = of(initiative), steps = 0; key !== undefined && steps < 32; steps += 1) {
      if (wanted.includes(key)) return true;
      key = above.get(key);
    }
    return false;
  };
}

function ranBy(index: Index, wanted: readonly string[]): Test {
  if (wanted.length === 0) return undefined;
  const nodes = new Set(wanted.map((key) => index.byKey.get(key)));
  return ({ unions }) => unions.some((node) => nodes.has(node));
}

/** A place stands for all that it contains, a group for all narrower ones. */
function link(index: Index, wanted: readonly string[], of: (initiative: Initiative) => readonly number[]): Test {
  if (wanted.length === 0) return undefined;
  const nodes = new Set(wanted.map((key) => index.byKey.get(key)));
  return (initiative) => of(initiative).some((node) => index.withAbove(node).some((each) => nodes.has(each)));
}

/** An initiative lies in a period that its time touches; one without a date lies in none. */
function period(since: string, until: string): Test {
  if (since === "" && until === "") return undefined;
  return ({ start, end }) => {
    if (start === "" && end === "") return false;
    const [first, last] = [start || end, end || start];
    return (since === "" || last.slice(0, since.length) >= since.slice(0, last.length))
      && (until === "" || first.slice(0, until.length) <= until.slice(0, first.length));
  };
}

function confident(index: Index, least: number): Test {
  return least === 0 ? undefined : (initiative) => (index.node(initiative.node).confidence ?? 1) >= least;
}

/** Words are looked for in the initiative and in everything that takes part in it. */
function worded(index: Index, query: string): Test {
  if (query.trim() === "") return undefined;
  const answers = answering(index, query);
  return ({ node, unions, partners, groups, places }) =>
    answers(node) || [unions, partners, groups, places].some((each) => each.some(answers));
}
