// Search as one types: characters, pinyin and initials of names.

import { pinyin } from "pinyin-pro";
import type { GraphNode, Index } from "./data";

/** A node's names in the forms that are looked for, made once. */
interface Names {
  written: string;
  spelled: string;
  initials: string;
}

const KNOWN = new WeakMap<GraphNode, Names>();
const SHOWN = 12;

function namesOf(node: GraphNode): Names {
  let names = KNOWN.get(node);
  if (names === undefined) {
    const all = [node.label, node.en ?? "", ...(node.alt ?? [])];
    const spell = (pattern: "pinyin" | "first") =>
      all.map((name) => pinyin(name, { toneType: "none", pattern, type: "array", v: true }).join("")).join("\n");
    names = {
      written: all.join("\n").toLowerCase(),
      spelled: spell("pinyin").toLowerCase(),
      initials: spell("first").toLowerCase(),
    };
    KNOWN.set(node, names);
  }
  return names;
}

/** Whether a name of the node holds the query: its characters, its pinyin (ningbo) or the initials (nb). */
export function matches(node: GraphNode, query: string): boolean {
  return rank(node, query) > 0;
}

/** How well a node answers: 0 not at all; more for the label itself and for its beginning. */
function rank(node: GraphNode, query: string): number {
  const wanted = query.trim().toLowerCase();
  const { written, spelled, initials } = namesOf(node);
  if (written.split("\n").includes(wanted)) return 5;
  if (written.startsWith(wanted)) return 4;
  if (written.includes(wanted)) return 3;
  const letters = wanted.replace(/[\s']+/g, "");
  if (!/^[a-zü]+$/.test(letters)) return 0;
  if (spelled.split("\n").some((name) => name.startsWith(letters)) || initials.startsWith(letters)) return 2;
  return spelled.includes(letters) || initials.includes(letters) ? 1 : 0;
}

/** The nodes that answer best, at most a dozen: by rank, then by how much hangs on them. */
export function suggestions(index: Index, query: string): number[] {
  if (query.trim() === "") return [];
  const found = index.data.nodes
    .map((node, number) => ({ number, rank: rank(node, query), degree: index.degree(number) }))
    .filter((each) => each.rank > 0);
  found.sort((a, b) => b.rank - a.rank || b.degree - a.degree || a.number - b.number);
  return found.slice(0, SHOWN).map((each) => each.number);
}
