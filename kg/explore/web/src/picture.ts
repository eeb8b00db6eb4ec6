// A drawing on the screen, with WebGL. What is lit or faded is a state of single dots and lines, so that pointing
// at one costs as much as it has neighbours and nothing is laid out or sorted again.

import type { Attributes } from "graphology-types";
import Sigma from "sigma";
import type { NodeType } from "./data";
import type { Dot, Drawing, Focus, Line } from "./drawing";
import { LAYERS } from "./state";

interface DotState {
  lit: boolean;
  named: boolean;
  faded: boolean;
  centre: boolean;
}

interface LineState {
  lit: boolean;
}

interface Events {
  onPoint: (key: string) => void;
  onTake: (key: string, shift: boolean) => void;
}

/** Above so many dots, pointing at one lights its neighbours and leaves the others as they are. */
const FEW = 2_000;
/** Above so many lines, they are hidden while the picture moves, where the processor draws it. A graphics chip draws
 * them faster than the renderer would read them all again after each move. */
const MANY_LINES = 20_000;
/** So many neighbours are named for certain, those with most lines. */
const NAMED = 6;

export class Picture {
  private readonly sigma: Sigma<Dot, Line, Attributes, DotState, LineState>;
  private readonly watch: ResizeObserver;
  private lit: Focus | undefined;
  private faded = false;
  private gone = false;

  /** Throws where the browser has no WebGL. */
  constructor(private readonly drawing: Drawing, container: HTMLElement, { onPoint, onTake }: Events) {
    const hidden = drawing.size > MANY_LINES && drawnByProcessor();
    this.sigma = new Sigma(drawing, container, {
      customNodeState: { lit: false, named: false, faded: false, centre: false },
      customEdgeState: { lit: false },
      settings: {
        labelRenderedSizeThreshold: 5,
        labelDensity: 1.2,
        labelGridCellSize: 120,
        hideEdgesOnMove: hidden,
        hideLabelsOnMove: hidden,
        zoomDuration: stillness() ? 0 : 200,
        inertiaDuration: stillness() ? 0 : 200,
        minCameraRatio: 0.01,
        maxCameraRatio: 4,
      },
      styles: styles(container),
    });
    this.sigma.on("enterNode", ({ node }) => onPoint(node));
    this.sigma.on("leaveNode", () => onPoint(""));
    this.sigma.on("clickNode", ({ node, event }) => {
      onTake(node, event.original instanceof MouseEvent && event.original.shiftKey);
    });
    this.watch = new ResizeObserver(() => this.sigma.resize().scheduleRender());
    this.watch.observe(container);
  }

  /** Lights what is in focus; the others fade where `lasting`, or where they are few. */
  light(focus: Focus | undefined, lasting: boolean): void {
    if (this.gone) return;
    this.dim(this.lit, false);
    this.lit = focus;
    const fade = focus !== undefined && (lasting || this.drawing.order <= FEW);
    if (fade || this.faded) {
      const nodes = this.drawing.nodes();
      this.sigma.setNodesState(nodes.filter((key) => !(fade && !focus.nodes.has(key))), { faded: false });
      if (fade) this.sigma.setNodesState(nodes.filter((key) => !focus.nodes.has(key)), { faded: true });
    }
    this.faded = fade;
    this.dim(focus, true);
  }

  /** Nearer by the factor, farther where it is below 1; 0 shows everything. */
  zoom(factor: number): void {
    if (this.gone) return;
    const camera = this.sigma.getCamera();
    const duration = stillness() ? 0 : 200;
    if (factor === 0) void camera.reset({ duration });
    else if (factor > 1) void camera.zoomIn({ factor, duration });
    else void camera.zoomOut({ factor: 1 / factor, duration });
  }

  kill(): void {
    this.gone = true;
    this.watch.disconnect();
    this.sigma.kill();
  }

  /** All of a short path; else the thing itself and its neighbours with most lines. */
  private named({ nodes, centre }: Focus): string[] {
    const keys = [...nodes];
    if (keys.length <= NAMED + 1) return keys;
    return [centre, ...keys.sort((a, b) => this.drawing.degree(b) - this.drawing.degree(a)).slice(0, NAMED)];
  }

  private dim(focus: Focus | undefined, lit: boolean): void {
    if (focus === undefined) return;
    this.sigma.setNodesState([...focus.nodes], { lit });
    this.sigma.setNodesState(this.named(focus), { named: lit });
    if (focus.nodes.has(focus.centre)) this.sigma.setNodeState(focus.centre, { centre: lit });
    this.sigma.setEdgesState([...focus.edges], { lit });
  }
}

/** Whether the browser draws WebGL without a graphics chip, as far as it tells. */
function drawnByProcessor(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  const told = context?.getExtension("WEBGL_debug_renderer_info");
  const name = String(context?.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER) ?? "");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}

function stillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function styles(container: HTMLElement) {
  const style = getComputedStyle(container);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const colors = Object.fromEntries(LAYERS.map((layer) => [layer, color(layer)])) as Record<NodeType, string>;
  return {
    nodes: {
      x: { attribute: "x" },
      y: { attribute: "y" },
      size: { attribute: "size" },
      color: { whenState: "faded", then: color("line"), else: { attribute: "type", dict: colors } },
      label: { attribute: "label" },
      labelColor: color("ink"),
      labelFont: style.fontFamily,
      labelSize: 12,
      labelBackgroundColor: color("veil"),
      labelBackgroundPadding: 1,
      labelVisibility: {
        whenState: "named",
        then: "visible",
        else: { whenState: "isHovered", then: "visible", else: { whenState: "faded", then: "hidden", else: "auto" } },
      },
      depth: { whenState: "lit", then: "topNodes", else: "nodes" },
      backdropVisibility: { whenState: "centre", then: "visible", else: "hidden" },
      backdropColor: color("mark"),
      backdropBorderColor: color("ink"),
      backdropBorderWidth: 1,
      backdropPadding: 3,
      backdropShadowBlur: 0,
      cursor: "pointer",
    },
    edges: {
      size: { attribute: "size" },
      color: { whenState: "lit", then: color("faint"), else: color("line") },
      depth: { whenState: "lit", then: "topEdges", else: "edges" },
    },
  } as const;
}
