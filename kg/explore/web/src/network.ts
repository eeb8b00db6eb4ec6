// What the picture draws: the chosen layers around the chosen initiatives.

import type { Edge, Index, Initiative, NodeType } from "./data";

export interface Network {
  nodes: ReadonlySet<number>;
  /** Between shown nodes; `weight` counts the initiatives that a line sums up where their layer is hidden. */
  edges: readonly { source: number; target: number; weight: number }[];
}

export function networkOf(index: Index, chosen: readonly Initiative[], layers: readonly NodeType[]): Network {
  const shown = new Set(layers);
  const visible = (node: number) => shown.has(index.node(node).type);
  const initiatives = new Set(chosen.map(({ node }) => node));
  const everything = chosen.length === index.data.initiatives.length;
  const nodes = new Set<number>();
  const weights = new Map<string, { source: number; target: number; weight: number }>();
  const add = (source: number, target: number) => {
    if (source === target || !visible(source) || !visible(target)) return;
    nodes.add(source).add(target);
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    const known = weights.get(key);
    if (known === undefined) weights.set(key, { source, target, weight: 1 });
    else known.weight += 1;
  };
  for (const initiative of chosen) {
    if (visible(initiative.node)) nodes.add(initiative.node);
    if (!shown.has("initiative")) for (const [a, b] of pairs(initiative)) add(a, b);
  }
  for (const { source, target, relation } of index.edges) {
    if (index.node(source).type === "initiative") {
      if (initiatives.has(source) && (relation !== "superEvent" || initiatives.has(target))) add(source, target);
    } else if (everything || (nodes.has(source) && (relation === "post" || nodes.has(target)))) add(source, target);
  }
  for (const edge of postsAround(index, nodes, shown)) add(edge.source, edge.target);
  return { nodes, edges: [...weights.values()] };
}

/** Unions with each of the others that take part. */
function* pairs({ unions, groups, places, partners }: Initiative): Generator<[number, number]> {
  for (const [number, union] of unions.entries()) {
    for (const other of [...groups, ...places, ...partners, ...unions.slice(number + 1)]) yield [union, other];
  }
}

/** People who hold a post in a shown body. */
function postsAround(index: Index, nodes: ReadonlySet<number>, shown: ReadonlySet<NodeType>): Edge[] {
  if (!shown.has("person")) return [];
  return index.edges.filter(({ target, relation }) => relation === "post" && nodes.has(target));
}
