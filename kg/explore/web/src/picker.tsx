// A combobox that finds a thing of the graph: characters, pinyin, initials; arrows, Enter, Escape.

import { useMemo, useState } from "preact/hooks";
import { labelOf, type Page } from "./page";
import { suggestions } from "./search";

interface Properties {
  page: Page;
  id: string;
  label: string;
  placeholder: string;
  value: string;
  onType: (text: string) => void;
  onTake: (key: string) => void;
}

export function Picker({ page, id, label, placeholder, value, onType, onTake }: Properties) {
  const { index, words } = page;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useMemo(() => (open ? suggestions(index, value) : []), [index, value, open]);
  const shown = open && found.length > 0;
  const take = (node: number | undefined) => {
    setOpen(false);
    if (node !== undefined) onTake(index.node(node).key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") {
      setActive(shown ? Math.min(active + 1, found.length - 1) : 0);
      setOpen(true);
    } else if (event.key === "ArrowUp") setActive(Math.max(active - 1, -1));
    else if (event.key === "Enter") take(found[active]);
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div class="picker">
      <input
        type="search"
        id={id}
        role="combobox"
        list={undefined}
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && shown ? `${id}-${active}` : undefined}
        autocomplete="off"
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          setOpen(true);
          setActive(-1);
          onType(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
      />
      <ul id={`${id}-found`} role="listbox" aria-label={label} hidden={!shown}>
        {found.map((node, number) => (
          <li
            key={node}
            id={`${id}-${number}`}
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
