// Title, views, search with suggestions, language and appearance.

import { useMemo, useRef, useState } from "preact/hooks";
import { labelOf, type Page } from "./page";
import { suggestions } from "./search";
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
      <Search {...page} />
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

/** A combobox: what is typed filters the view; a suggestion that is taken opens its card. */
function Search(page: Page) {
  const { index, store, state, words } = page;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const found = useMemo(() => (open ? suggestions(index, state.query) : []), [index, state.query, open]);
  const take = (node: number | undefined) => {
    setOpen(false);
    if (node !== undefined) store.set({ selected: index.node(node).key, query: "" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, -1));
    else if (event.key === "Enter") take(found[active]);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <input
        type="search"
        ref={field}
        role="combobox"
        list={undefined}
        aria-label={words.search}
        aria-expanded={open && found.length > 0}
        aria-controls="suggestions"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && open ? `suggestion-${active}` : undefined}
        autocomplete="off"
        placeholder={words.searchHint}
        value={state.query}
        onInput={(event) => {
          setOpen(true);
          setActive(-1);
          store.set({ query: event.currentTarget.value }, true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <ul id="suggestions" role="listbox" aria-label={words.search} hidden={!open || found.length === 0}>
        {found.map((node, number) => (
          <li
            key={node}
            id={`suggestion-${number}`}
            role="option"
            aria-selected={number === active}
            onPointerDown={() => take(node)}
          >
            <span class={`dot of-${index.node(node).type}`} aria-hidden="true" />
            {labelOf(page, node)} <span class="hint">{words[index.node(node).type]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
