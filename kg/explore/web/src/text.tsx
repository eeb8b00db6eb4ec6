// An article's text with the sentences that state something marked, and every mention a link to its card.

import { useEffect, useRef } from "preact/hooks";
import type { Article, Index, Span } from "./data";
import type { Page } from "./page";
import { toHash } from "./state";

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
  // The first mark comes into view within the text alone; the card stays where it is.
  useEffect(() => {
    const mark = box.current?.querySelector("mark");
    if (box.current && mark) box.current.scrollTop = Math.max(0, mark.offsetTop - box.current.clientHeight / 4);
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
            <p key={span.join()}>{runs(pieces(index, span, stated)).map((run, number) => drawn(page, run, number))}</p>
          ))}
        </div>
      )}
    </article>
  );
}

/** Neighbouring pieces that are stated, or not, together: one mark for one sentence. */
function runs(all: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  for (const piece of all) {
    const last = found.at(-1);
    if (last !== undefined && last[0]!.stated === piece.stated) last.push(piece);
    else found.push([piece]);
  }
  return found;
}

function drawn(page: Page, run: readonly Piece[], number: number) {
  const content = run.map((piece, each) => (piece.node === undefined ? piece.text : mention(page, piece.text, piece.node, each)));
  return run[0]!.stated ? <mark key={number}>{content}</mark> : <span key={number}>{content}</span>;
}

/** A link rather than a button: it breaks with its line, and opens in a tab of its own where one wants that. */
function mention({ index, state, words }: Page, text: string, node: number, key: number) {
  const { key: name, type, label } = index.node(node);
  const address = `#${toHash({ ...state, selected: name, path: "" })}`;
  return (
    <a key={key} class={`mention of-${type}`} href={address} title={`${words[type]}: ${label}`}>
      {text}
    </a>
  );
}

/** A stretch in one line: lines of Chinese join without a blank, everything else with one. */
export function quoted(text: string): string {
  return text.trim().replace(/(?<=(\S))(\s+)(?=(\S))/gu, (_, before: string, gap: string, after: string) =>
    gap.includes("\n") && CHINESE.test(before + after) ? "" : " ");
}

const CHINESE = /[\u2e80-\uffef]/;
