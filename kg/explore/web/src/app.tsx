// The page's frame: header with search, filters at the side, one view, the card of what is selected.

import { useEffect, useMemo } from "preact/hooks";
import { Card } from "./card";
import type { Index } from "./data";
import { Filters } from "./filters";
import { GraphView } from "./graph";
import { ListView } from "./list";
import { MatrixView } from "./matrix";
import type { Page } from "./page";
import { chosenInitiatives } from "./selection";
import { useStore, type Store, type View } from "./state";
import { TimelineView } from "./timeline";
import { WORDS } from "./words";

const VIEWS = { matrix: MatrixView, graph: GraphView, timeline: TimelineView, list: ListView } as const;

export function App({ index, store }: { index: Index; store: Store }) {
  const state = useStore(store);
  const chosen = useMemo(() => chosenInitiatives(index, state), [index, state]);
  const page: Page = { index, store, state, words: WORDS[state.language], chosen };
  const Shown = VIEWS[state.view];
  useEffect(() => {
    const root = document.documentElement;
    root.lang = state.language === "zh" ? "zh-CN" : "en";
    root.dataset["theme"] = state.theme;
    document.title = page.words.title;
  }, [state.language, state.theme]);
  return (
    <div class="frame">
      <Header {...page} />
      <Filters {...page} />
      <main id="view">
        <Shown {...page} />
      </main>
      {state.selected !== "" && <Card {...page} />}
    </div>
  );
}

function Header({ store, state, words }: Page) {
  return (
    <header>
      <h1>{words.title}</h1>
      <nav aria-label={words.title}>
        {(Object.keys(VIEWS) as View[]).map((view) => (
          <button
            key={view}
            type="button"
            aria-current={state.view === view ? "page" : undefined}
            onClick={() => store.set({ view })}
          >
            {words[view]}
          </button>
        ))}
      </nav>
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={state.query}
        onInput={(event) => store.set({ query: event.currentTarget.value }, true)}
      />
      <button type="button" onClick={() => store.set({ language: state.language === "zh" ? "en" : "zh" })}>
        {words.language}
      </button>
    </header>
  );
}
