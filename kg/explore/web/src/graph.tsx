// The network: layers, neighbours of what is pointed at, the path between two things. Without WebGL, and for
// the keyboard, the cards link the same things.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { NodeType } from "./data";
import { drawingOf, focusOn, pathBetween, type Drawing } from "./drawing";
import { networkOf } from "./network";
import { labelOf, type Page } from "./page";
import { Picker } from "./picker";
import { Picture } from "./picture";
import { LAYERS } from "./state";

export function GraphView(page: Page) {
  const { index, state, words, chosen } = page;
  const network = useMemo(() => networkOf(index, chosen, state.layers), [index, chosen, state.layers.join()]);
  const drawing = useMemo(() => drawingOf({ index, state }, network), [index, network, state.language]);
  return (
    <section class="network" aria-label={words.graph}>
      <div class="bar">
        <Layers page={page} />
        {state.selected !== "" && <PathTo page={page} />}
      </div>
      <p class="hint">{words.graphHint}</p>
      {drawing.order === 0 ? <p class="empty">{words.nothing}</p> : <Canvas page={page} drawing={drawing} />}
    </section>
  );
}

function Layers({ page }: { page: Page }) {
  const { store, state, words } = page;
  return (
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
  );
}

function toggled(layers: readonly NodeType[], layer: NodeType): NodeType[] {
  return LAYERS.filter((each) => (each === layer) !== layers.includes(each));
}

function PathTo({ page }: { page: Page }) {
  const { store, state, words } = page;
  const [typed, setTyped] = useState("");
  return (
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
  );
}

function nameOf(page: Page, key: string): string {
  const node = page.index.byKey.get(key);
  return node === undefined ? "" : labelOf(page, node);
}

function Canvas({ page, drawing }: { page: Page; drawing: Drawing }) {
  const { store, state, words } = page;
  const box = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<Picture>();
  const [pointed, setPointed] = useState("");
  const [failed, setFailed] = useState(false);
  const dark = useDark();
  useEffect(() => {
    let made: Picture;
    try {
      made = new Picture(drawing, box.current!, {
        onPoint: setPointed,
        onTake: (key, shift) => {
          if (shift && store.state.selected !== "") store.set({ path: key });
          else store.set({ selected: key, path: "" });
        },
      });
    } catch {
      setFailed(true); // a browser without WebGL: the other views show the same
      return undefined;
    }
    setPicture(made);
    return () => made.kill();
  }, [drawing, state.theme, dark]);
  const route = useMemo(() => pathBetween(drawing, state.selected, state.path), [drawing, state.selected, state.path]);
  useEffect(() => {
    const lasting = pointed === "" || route != null;
    picture?.light(focusOn(drawing, lasting ? state.selected : pointed, route), lasting);
  }, [picture, pointed, state.selected, route]);
  return (
    <div class="canvas">
      <div ref={box} role="img" aria-label={`${words.graph}: ${drawing.order} ${words.things}`} />
      {failed && <p class="empty">{words.noWebGl}</p>}
      <Tip page={page} pointed={pointed} route={route} />
      {picture !== undefined && !failed && (
        <p class="zoom">
          <button type="button" aria-label={words.zoomIn} onClick={() => picture.zoom(1.6)}>+</button>
          <button type="button" aria-label={words.zoomOut} onClick={() => picture.zoom(1 / 1.6)}>−</button>
          <button type="button" aria-label={words.zoomAll} onClick={() => picture.zoom(0)}>⤢</button>
        </p>
      )}
    </div>
  );
}

/** The path in words, each step a link; else the name of what is pointed at. */
function Tip({ page, pointed, route }: { page: Page; pointed: string; route: string[] | null | undefined }) {
  const { index, store, words } = page;
  return (
    <p class="tip" role="status">
      {route === null && words.noPath}
      {route?.map((key, number) => (
        <span key={key}>
          {number > 0 && " — "}
          <button type="button" class={`of-${index.node(index.byKey.get(key)!).type}`} onClick={() => store.set({ selected: key, path: "" })}>
            {nameOf(page, key)}
          </button>
        </span>
      ))}
      {route == null && pointed !== "" && nameOf(page, pointed)}
    </p>
  );
}

/** Whether the system asks for dark colours, for the picture, which does not follow style sheets. */
function useDark(): boolean {
  const [query] = useState(() => matchMedia("(prefers-color-scheme: dark)"));
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = () => setDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  return dark;
}
