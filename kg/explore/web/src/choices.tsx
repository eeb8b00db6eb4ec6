// One list of the filters: what can be ticked, with counts; long ones can be searched.

import { useState } from "preact/hooks";
import type { Page } from "./page";

export type ListName = "kinds" | "groups" | "places" | "unions" | "standings";

export interface Choice {
  key: string;
  label: string;
  /** Initiatives that have it, of all. */
  count: number;
  /** How many stand above it. */
  depth: number;
}

/** From so many on, a list has a field for searching. */
const LONG = 12;
/** So many are shown at once. */
const SHOWN = 200;

interface Properties {
  page: Page;
  name: ListName;
  title: string;
  choices: readonly Choice[];
}

export function Choices({ page, name, title, choices }: Properties) {
  const { store, state, words } = page;
  const wanted = state[name];
  const [open, setOpen] = useState(wanted.length > 0);
  const [typed, setTyped] = useState("");
  if (choices.length === 0) return null;
  const toggle = (key: string) =>
    store.set({ [name]: wanted.includes(key) ? wanted.filter((each) => each !== key) : [...wanted, key] });
  const found = choices.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <details class="choices" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} {wanted.length > 0 && <span class="badge">{wanted.length}</span>}
      </summary>
      {open && choices.length > LONG && (
        <input
          type="search"
          class="find"
          aria-label={`${title}: ${words.find}`}
          placeholder={words.find}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {open && (
        <ul>
          {found.slice(0, SHOWN).map(({ key, label, count, depth }) => (
            <li key={key} class={typed === "" ? `indent-${Math.min(depth, 4)}` : ""}>
              <label>
                <input type="checkbox" checked={wanted.includes(key)} onChange={() => toggle(key)} />
                <span>{label}</span>
                <span class="number">{count.toLocaleString("en-GB")}</span>
              </label>
            </li>
          ))}
          {found.length > SHOWN && <li class="hint">… {found.length - SHOWN}</li>}
        </ul>
      )}
    </details>
  );
}
