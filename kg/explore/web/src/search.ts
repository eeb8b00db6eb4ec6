// Search as one types: characters, pinyin and initials of names.

import { match } from "pinyin-pro";
import type { GraphNode } from "./data";

/** Whether a name of the node holds the query: its characters, its pinyin (ningbo) or the initials (nb). */
export function matches(node: GraphNode, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [node.label, node.en ?? "", ...(node.alt ?? [])].some((name) => holds(name, wanted));
}

function holds(name: string, wanted: string): boolean {
  if (name.toLowerCase().includes(wanted)) return true;
  return /^[a-z\s]+$/.test(wanted) && match(name, wanted.replace(/\s+/g, ""), { continuous: true }) !== null;
}
