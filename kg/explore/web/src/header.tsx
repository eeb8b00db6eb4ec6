// Title, views, search with suggestions, language and appearance.

import type { Page } from "./page";
import { Picker } from "./picker";
import type { Theme, View } from "./state";

const VIEWS: readonly View[] = ["matrix", "graph", "timeline", "list"];
const THEMES: readonly Theme[] = ["auto", "light", "dark"];

export function Header(page: Page) {
  const { store, state, words, index } = page;
  return (
    <header>
      <div class="name">
        <h1>{words.title}</h1>
        <p>{words.subtitle}</p>
      </div>
      <nav aria-label={words.views}>
        {VIEWS.map((view) => (
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
      <Picker
        page={page}
        id="search"
        label={words.search}
        placeholder={words.searchHint}
        value={state.query}
        onType={(query) => store.set({ query }, true)}
        onTake={(selected) => store.set({ selected, query: "" })}
      />
      <button
        type="button"
        class="language"
        lang={state.language === "zh" ? "en" : "zh-CN"}
        onClick={() => store.set({ language: state.language === "zh" ? "en" : "zh" })}
      >
        {words.otherLanguage}
      </button>
      <select
        aria-label={words.theme}
        value={state.theme}
        onChange={(event) => store.set({ theme: event.currentTarget.value as Theme })}
      >
        {THEMES.map((theme) => <option key={theme} value={theme}>{words[theme]}</option>)}
      </select>
      {index.data.omitted > 0 && <p class="hint">{words.omitted} {index.data.omitted}</p>}
    </header>
  );
}
