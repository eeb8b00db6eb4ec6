// The page's frame: header with search, filters at the side, one view, the card of what is selected.

import { useLayoutEffect, useMemo } from "preact/hooks";
import { Card } from "./card";
import type { Index } from "./data";
import { Filters } from "./filters";
import { GraphView } from "./graph";
import { Header } from "./header";
import { ListView } from "./list";
import { MatrixView } from "./matrix";
import type { Page } from "./page";
import { chosenInitiatives, filtersOf } from "./selection";
import { useStore, type Store } from "./state";
import { TimelineView } from "./timeline";
import { WORDS } from "./words";

const VIEWS = { matrix: MatrixView, graph: GraphView, timeline: TimelineView, list: ListView } as const;

export function App({ index, store }: { index: Index; store: Store }) {
  const state = useStore(store);
  // Anew only where a filter changes: opening a card leaves every view as it is.
  const chosen = useMemo(() => chosenInitiatives(index, state), [index, filtersOf(state)]);
  const page: Page = { index, store, state, words: WORDS[state.language], chosen };
  const Shown = VIEWS[state.view];
  // Before the views' own effects, which read the colours of the theme.
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = state.language === "zh" ? "zh-CN" : "en";
    root.dataset["theme"] = state.theme;
    document.title = page.words.title;
  }, [state.language, state.theme]);
  return (
    <div class={state.selected === "" ? "frame" : "frame with-card"}>
      <Header {...page} />
      <Filters {...page} />
      <main id="view">
        <Shown {...page} />
      </main>
      {state.selected !== "" && <Card {...page} />}
    </div>
  );
}
