// The network as a graph that can be drawn and walked: positions, sizes by degree, colours by type.

import Graph from "graphology";
import { bidirectional } from "graphology-shortest-path/unweighted";
import type { NodeType } from "./data";
import type { Network } from "./network";
import { labelOf, type Page } from "./page";

export interface Dot {
  x: number;
  y: number;
  size: number;
  label: string;
  type: NodeType;
}

export interface Line {
  size: number;
}

export type Drawing = Graph<Dot, Line>;

const LONGEST = 22;

export function drawingOf(page: Pick<Page, "index" | "state">, network: Network): Drawing {
  const { index } = page;
  const drawing: Drawing = new Graph<Dot, Line>({ type: "undirected" });
  const degrees = new Map<number, number>();
  for (const { source, target } of network.edges) {
    for (const node of [source, target]) degrees.set(node, (degrees.get(node) ?? 0) + 1);
  }
  for (const number of [...network.nodes].sort((a, b) => a - b)) {
    const { key, type, x, y } = index.node(number);
    const size = Math.min(24, 3 + 1.6 * Math.sqrt(degrees.get(number) ?? 0));
    drawing.addNode(key, { x, y, size, label: short(labelOf(page, number)), type });
  }
  for (const { source, target, weight } of network.edges) {
    drawing.addEdge(index.node(source).key, index.node(target).key, { size: Math.min(5, 0.6 + 0.4 * weight) });
  }
  return drawing;
}

/** One line of at most 22 characters. */
function short(label: string): string {
  const characters = Array.from(label.replace(/\s+/g, " "));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : characters.join("");
}

/** The keys from one thing to another, undefined where none is asked for, null where there is no way. */
export function pathBetween(drawing: Drawing, from: string, to: string): string[] | null | undefined {
  if (from === "" || to === "") return undefined;
  return drawing.hasNode(from) && drawing.hasNode(to) ? bidirectional(drawing, from, to) : null;
}

/** What stays lit: a path and its lines; else a thing with its neighbours; nothing where neither is asked for. */
export interface Focus {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  centre: string;
}

export function focusOn(drawing: Drawing, centre: string, route: string[] | null | undefined): Focus | undefined {
  if (route != null) {
    const edges = route.slice(1).map((key, number) => drawing.edge(route[number]!, key)!);
    return { nodes: new Set(route), edges: new Set(edges), centre };
  }
  if (!drawing.hasNode(centre)) return undefined;
  return { nodes: new Set([centre, ...drawing.neighbors(centre)]), edges: new Set(drawing.edges(centre)), centre };
}
