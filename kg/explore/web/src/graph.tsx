// The network, drawn with WebGL: layers, colour by type, size by degree, neighbours of what is pointed at, and
// the path between two things.

import Graph from "graphology";
import { bidirectional } from "graphology-shortest-path/unweighted";
import Sigma from "sigma";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { NodeType } from "./data";
import { networkOf, type Network } from "./network";
import { labelOf, type Page } from "./page";
import { Picker } from "./picker";
import { LAYERS } from "./state";

interface Drawn {
  x: number;
  y: number;
  size: number;
  label: string;
  type: NodeType;
  color: string;
  faded: boolean;
}

export function GraphView(page: Page) {
  const { index, store, state, words, chosen } = page;
  const [typed, setTyped] = useState("");
  const network = useMemo(() => networkOf(index, chosen, state.layers), [index, chosen, state.layers]);
  return (
    <section class="network" aria-label={words.graph}>
      <div class="bar">
        <fieldset class="choice">
          <legend>{words.layers}</legend>
          {LAYERS.map((layer) => (
            <label key={layer}>
              <input
                type="checkbox"
                checked={state.layers.includes(layer)}
                onChange={() => store.set({ layers: toggled(state.layers, layer) })}
              />
              <span class={`dot of-${layer}`} aria-hidden="true" />
              {words[layer]}
            </label>
          ))}
        </fieldset>
        {state.selected !== "" && (
          <Picker
            page={page}
            id="path"
            label={words.pathTo}
            placeholder={words.pathTo}
            value={state.path === "" ? typed : nameOf(page, state.path)}
            onType={(text) => {
              setTyped(text);
              if (state.path !== "") store.set({ path: "" });
            }}
            onTake={(path) => store.set({ path })}
          />
        )}
      </div>
      <p class="hint">{words.graphHint}</p>
      <Picture page={page} network={network} />
    </section>
  );
}

function toggled(layers: readonly NodeType[], layer: NodeType): NodeType[] {
  return LAYERS.filter((each) => (each === layer) !== layers.includes(each));
}

function nameOf(page: Page, key: string): string {
  const node = page.index.byKey.get(key);
  return node === undefined ? "" : labelOf(page, node);
}

function Picture({ page, network }: { page: Page; network: Network }) {
  const { index, store, state, words } = page;
  const box = useRef<HTMLDivElement>(null);
  const current = useRef<{ sigma: Sigma<Drawn>; graph: Graph<Drawn> } | undefined>(undefined);
  const [pointed, setPointed] = useState("");
  const [failed, setFailed] = useState("");
  useEffect(() => {
    const graph = drawn(page, network);
    let sigma: Sigma<Drawn>;
    try {
      sigma = picture(graph, box.current!);
    } catch (error) {
      setFailed(String(error)); // a browser without WebGL: the other views show the same
      return undefined;
    }
    sigma.on("enterNode", ({ node }) => setPointed(node));
    sigma.on("leaveNode", () => setPointed(""));
    sigma.on("clickNode", ({ node, event }) => {
      const shift = event.original instanceof MouseEvent && event.original.shiftKey;
      if (shift && store.state.selected !== "") store.set({ path: node });
      else store.set({ selected: node, path: "" });
    });
    current.current = { sigma, graph };
    return () => {
      current.current = undefined;
      sigma.kill();
    };
  }, [index, network, state.language, state.theme]);
  const route = useMemo(() => {
    const graph = current.current?.graph;
    return graph === undefined ? undefined : path(graph, state.selected, state.path);
  }, [network, state.selected, state.path, current.current]);
  useEffect(() => {
    if (current.current !== undefined) light(current.current, focus(current.current.graph, pointed, state.selected, route));
  }, [network, pointed, state.selected, route, state.language, state.theme]);
  const tip = route === null ? words.noPath : (route ?? [pointed]).map((key) => nameOf(page, key)).filter(Boolean).join(" — ");
  return (
    <div class="canvas">
      <div ref={box} role="img" aria-label={`${words.graph}: ${network.nodes.size}`} />
      {failed !== "" && <p class="empty">{failed}</p>}
      {tip !== "" && <p class="tip" role="status">{tip}</p>}
    </div>
  );
}

function drawn(page: Page, network: Network): Graph<Drawn> {
  const { index } = page;
  const style = getComputedStyle(document.documentElement);
  const colors = Object.fromEntries(LAYERS.map((layer) => [layer, style.getPropertyValue(`--${layer}`).trim()]));
  const graph = new Graph<Drawn>({ type: "undirected" });
  const degrees = new Map<number, number>();
  for (const { source, target } of network.edges) {
    for (const node of [source, target]) degrees.set(node, (degrees.get(node) ?? 0) + 1);
  }
  for (const number of [...network.nodes].sort((a, b) => a - b)) {
    const { key, type, x, y } = index.node(number);
    const size = 3 + 1.6 * Math.sqrt(degrees.get(number) ?? 0);
    graph.addNode(key, { x, y, size, label: labelOf(page, number), type, color: colors[type]!, faded: false });
  }
  for (const { source, target, weight } of network.edges) {
    graph.addEdge(index.node(source).key, index.node(target).key, { size: Math.min(5, 0.6 + 0.4 * weight) });
  }
  return graph;
}

function picture(graph: Graph<Drawn>, container: HTMLElement): Sigma<Drawn> {
  const style = getComputedStyle(document.documentElement);
  const [ink, line] = ["--ink", "--line"].map((name) => style.getPropertyValue(name).trim());
  return new Sigma<Drawn>(graph, container, {
    settings: { labelRenderedSizeThreshold: 6, labelDensity: 0.6, hideEdgesOnMove: graph.size > 20_000 },
    styles: {
      nodes: {
        color: (attributes: Drawn) => (attributes.faded ? line! : attributes.color),
        size: (attributes: Drawn) => attributes.size,
        label: (attributes: Drawn) => (attributes.faded ? "" : attributes.label),
        labelColor: ink!,
        labelFont: getComputedStyle(container).fontFamily,
        labelSize: 12,
        zIndex: (attributes: Drawn) => (attributes.faded ? 0 : 1),
      },
      edges: { color: line!, size: { attribute: "size", defaultValue: 1 } },
    },
  });
}

/** The keys from one thing to another, undefined where none is asked for, null where there is no way. */
function path(graph: Graph<Drawn>, from: string, to: string): string[] | null | undefined {
  if (from === "" || to === "") return undefined;
  return graph.hasNode(from) && graph.hasNode(to) ? bidirectional(graph, from, to) : null;
}

/** The nodes that stay lit: a path; else what is pointed at or selected, with its neighbours; none means all. */
function focus(
  graph: Graph<Drawn>,
  pointed: string,
  selected: string,
  route: string[] | null | undefined,
): ReadonlySet<string> | undefined {
  if (route != null) return new Set(route);
  const centre = [pointed, selected].find((key) => key !== "" && graph.hasNode(key));
  return centre === undefined ? undefined : new Set([centre, ...graph.neighbors(centre)]);
}

function light({ sigma, graph }: { sigma: Sigma<Drawn>; graph: Graph<Drawn> }, lit: ReadonlySet<string> | undefined): void {
  graph.updateEachNodeAttributes((key, attributes) => ({ ...attributes, faded: lit !== undefined && !lit.has(key) }), {
    attributes: ["faded"],
  });
  sigma.scheduleRefresh();
}
