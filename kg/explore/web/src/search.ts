// Search as one types: characters, pinyin and initials of names.

import { pinyin } from "pinyin-pro";
import type { GraphNode, Index } from "./data";

/** A node's names in the forms that are looked for, made once; each form is one line. */
interface Names {
  written: readonly string[];
  spelled: readonly string[];
  initials: readonly string[];
}

const KNOWN = new WeakMap<GraphNode, Names>();
const SHOWN = 12;
/** Milliseconds of one turn of preparing. */
const TURN = 12;

function namesOf(node: GraphNode): Names {
  let names = KNOWN.get(node);
  if (names === undefined) {
    const written = [node.label, node.en ?? "", ...(node.alt ?? [])].filter((name) => name !== "");
    const syllables = written.map((name) => pinyin(name, { toneType: "none", type: "array", v: true }));
    names = {
      written: written.map((name) => name.toLowerCase()),
      spelled: syllables.map((each) => each.join("").toLowerCase()),
      initials: syllables.map((each) => each.map((syllable) => syllable.slice(0, 1)).join("").toLowerCase()),
    };
    KNOWN.set(node, names);
  }
  return names;
}

/** Spells all names in short turns while the page has nothing else to do, so that the first letter need not wait. */
export function prepare(index: Index, later: (turn: () => void) => void): void {
  const nodes = index.data.nodes.values();
  const turn = () => {
    const until = performance.now() + TURN;
    for (const node of nodes) {
      namesOf(node);
      if (performance.now() > until) return later(turn);
    }
  };
  later(turn);
}

/** Whether a name of the node holds the query: its characters, its pinyin (ningbo) or the initials (nb). */
export function matches(node: GraphNode, query: string): boolean {
  return rank(node, query.trim().toLowerCase()) > 0;
}

/** How well a node answers: 0 not at all; more for a name itself and for the beginning of one. */
function rank(node: GraphNode, wanted: string): number {
  const { written, spelled, initials } = namesOf(node);
  const begins = (name: string) => name.startsWith(letters);
  const holds = (name: string) => name.includes(letters);
  let letters = wanted;
  if (written.includes(wanted)) return 5;
  if (written.some(begins)) return 4;
  if (written.some(holds)) return 3;
  letters = wanted.replace(/[\s']+/g, "");
  if (!/^[a-zü]+$/.test(letters)) return 0;
  if (spelled.some(begins) || initials.some(begins)) return 2;
  return spelled.some(holds) || initials.some(holds) ? 1 : 0;
}

const ASKED = new WeakMap<Index, { wanted: string; ranks: Uint8Array }>();

/** The rank of every node; the last query's are kept, for all that ask for the same. */
function ranksOf(index: Index, query: string): Uint8Array {
  const wanted = query.trim().toLowerCase();
  const known = ASKED.get(index);
  if (known?.wanted === wanted) return known.ranks;
  const ranks = Uint8Array.from(index.data.nodes, (node) => rank(node, wanted));
  ASKED.set(index, { wanted, ranks });
  return ranks;
}

/** Tells of each node, by its number, whether it answers the query. */
export function answering(index: Index, query: string): (node: number) => boolean {
  const ranks = ranksOf(index, query);
  return (node) => ranks[node]! > 0;
}

/** The nodes that answer best, at most a dozen: by rank, then by how much hangs on them. */
export function suggestions(index: Index, query: string): number[] {
  if (query.trim() === "") return [];
  const found: { number: number; rank: number; degree: number }[] = [];
  for (const [number, rank] of ranksOf(index, query).entries()) {
    if (rank > 0) found.push({ number, rank, degree: index.degree(number) });
  }
  found.sort((a, b) => b.rank - a.rank || b.degree - a.degree || a.number - b.number);
  return found.slice(0, SHOWN).map((each) => each.number);
}
