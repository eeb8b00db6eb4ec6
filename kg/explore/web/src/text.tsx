// An article's text with the sentences that state something marked, and every mention a link to its card.

import { useEffect, useRef } from "preact/hooks";
import type { Article, Index, Span } from "./data";
import type { Page } from "./page";

/** A run of text between two borders of marks. */
interface Piece {
  text: string;
  stated: boolean;
  /** The mention that covers it: the shortest, where one lies within another. */
  node: number | undefined;
}

interface Mention {
  begin: number;
  end: number;
  node: number;
}

const MENTIONS = new WeakMap<Index, Map<number, Mention[]>>();

/** All mentions of each source, by begin. */
function mentionsOf(index: Index): Map<number, Mention[]> {
  let bySource = MENTIONS.get(index);
  if (bySource === undefined) {
    bySource = new Map();
    for (const [node, { mentions }] of index.data.nodes.entries()) {
      for (const [source, begin, end] of mentions) {
        const list = bySource.get(source) ?? [];
        list.push({ begin, end, node });
        bySource.set(source, list);
      }
    }
    for (const list of bySource.values()) list.sort((a, b) => a.begin - b.begin || a.end - b.end);
    MENTIONS.set(index, bySource);
  }
  return bySource;
}

/** A stretch cut at every border of a mark. */
export function pieces(index: Index, [source, begin, end]: Span, stated: readonly Span[]): Piece[] {
  const characters = index.characters(source);
  const inside = (from: number, to: number) => from < end && to > begin;
  const mentions = (mentionsOf(index).get(source) ?? []).filter((each) => inside(each.begin, each.end));
  const marks = stated.filter((each) => each[0] === source && inside(each[1], each[2]));
  const borders = new Set([begin, end]);
  for (const border of [...mentions.flatMap((m) => [m.begin, m.end]), ...marks.flatMap((m) => [m[1], m[2]])]) {
    if (border > begin && border < end) borders.add(border);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, number) => {
    const to = sorted[number + 1]!;
    const covering = mentions.filter((each) => each.begin <= from && each.end >= to);
    covering.sort((a, b) => a.end - a.begin - (b.end - b.begin));
    return {
      text: characters.slice(from, to).join(""),
      stated: marks.some((each) => each[1] <= from && each[2] >= to),
      node: covering[0]?.node,
    };
  });
}

/** The articles in which the stretches stand. */
export function articlesOf(index: Index, spans: readonly Span[]): Article[] {
  const holds = (article: Article) =>
    spans.some(([source, begin]) => article.spans.some((each) => each[0] === source && each[1] <= begin && begin < each[2]));
  return index.data.articles.filter(holds);
}

export function ArticleText({ page, article, stated }: { page: Page; article: Article; stated: readonly Span[] }) {
  const { index, words } = page;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector("mark")?.scrollIntoView({ block: "nearest" });
  }, [article, stated]);
  const source = index.data.sources[article.spans[0]?.[0] ?? -1];
  return (
    <article class="text">
      <h4>{article.headline || source?.name}</h4>
      <p class="hint">{[source?.name, article.published, article.authors.join(" ")].filter(Boolean).join(" · ")}</p>
      {source === undefined || source.text === "" ? (
        <p class="empty">{words.noText}</p>
      ) : (
        <div class="body" ref={box} tabIndex={0} role="region" aria-label={words.page}>
          {article.spans.map((span) => (
            <p key={span.join()}>{pieces(index, span, stated).map((piece, number) => drawn(page, piece, number))}</p>
          ))}
        </div>
      )}
    </article>
  );
}

function drawn({ index, store, words }: Page, { text, stated, node }: Piece, number: number) {
  let content: preact.ComponentChild = text;
  if (node !== undefined) {
    const { key, type, label } = index.node(node);
    const title = `${words[type]}: ${label}`;
    content = (
      <button type="button" class={`mention of-${type}`} title={title} onClick={() => store.set({ selected: key })}>
        {text}
      </button>
    );
  }
  return stated ? <mark key={number}>{content}</mark> : <span key={number}>{content}</span>;
}
