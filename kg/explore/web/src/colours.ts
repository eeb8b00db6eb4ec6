// Which colours the page has: those that the reader chose, else those that the system asks for.

import { useEffect, useState } from "preact/hooks";
import type { Theme } from "./state";

export type Colours = "light" | "dark";

/** The colours of a theme; where it is automatic, they follow the system as it changes. */
export function useColours(theme: Theme): Colours {
  const [query] = useState(() => matchMedia("(prefers-color-scheme: dark)"));
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const follow = () => setDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [query]);
  if (theme !== "auto") return theme;
  return dark ? "dark" : "light";
}
