// What is selected: an initiative's card, or what the graph knows of a union, group, place, person or body; with
// the sentences that state it and the article around them.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Initiative, Span } from "./data";
import { amountText } from "./figures";
import { conceptLabel, labelOf, type Page } from "./page";
import { ArticleText, articlesOf, quoted } from "./text";

const SHOWN = 40;
const NAMES = 8;

export function Card(page: Page) {
  const { index, store, state, words } = page;
  const heading = useRef<HTMLHeadingElement>(null);
  useReturn();
  useLayoutEffect(() => heading.current?.focus(), [state.selected]);
  const close = () => store.set({ selected: "", path: "" });
  const number = index.byKey.get(state.selected);
  if (number === undefined) return <Unknown page={page} close={close} />;
  const node = index.node(number);
  const initiative = index.initiativeOf.get(number);
  return (
    <aside class="card" aria-labelledby="card-title" onKeyDown={(event) => event.key === "Escape" && close()}>
      <Close label={words.close} close={close} />
      <p class={`type of-${node.type}`}>{words[node.type]}</p>
      <h2 id="card-title" tabIndex={-1} ref={heading}>{labelOf(page, number)}</h2>
      {initiative !== undefined ? (
        <InitiativeFacts page={page} initiative={initiative} />
      ) : (
        <NodeFacts page={page} number={number} />
      )}
      <Evidence page={page} spans={initiative?.evidence ?? node.mentions} stated={initiative !== undefined} />
    </aside>
  );
}

/** Gives the focus back, when the card closes, to what had it before. */
function useReturn(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus();
    };
  }, []);
}

function Close({ label, close }: { label: string; close: () => void }) {
  return <button type="button" class="close" aria-label={label} onClick={close}>×</button>;
}

/** An address may name what this graph does not hold, or holds no longer. */
function Unknown({ page: { state, words }, close }: { page: Page; close: () => void }) {
  return (
    <aside class="card" aria-label={words.unknown}>
      <Close label={words.close} close={close} />
      <p class="empty">{words.unknown} {state.selected}</p>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Links({ page, name, nodes }: { page: Page; name: string; nodes: readonly number[] }) {
  if (nodes.length === 0) return null;
  const { index, store } = page;
  return (
    <Fact name={name}>
      <ul class="links">
        {nodes.slice(0, SHOWN).map((node) => (
          <li key={node}>
            <button
              type="button"
              class={`of-${index.node(node).type}`}
              onClick={() => store.set({ selected: index.node(node).key })}
            >
              {labelOf(page, node)}
            </button>
          </li>
        ))}
        {nodes.length > SHOWN && <li>… {nodes.length}</li>}
      </ul>
    </Fact>
  );
}

function InitiativeFacts({ page, initiative }: { page: Page; initiative: Initiative }) {
  const { index, state, words } = page;
  const node = index.node(initiative.node);
  const measures = index.data.initiatives.filter((each) => each.programme === initiative.node);
  const period = [initiative.start, initiative.end].filter((day) => day !== "");
  return (
    <>
      {!initiative.named && <p class="hint">{words.described}</p>}
      <dl>
        <Links page={page} name={words.ranBy} nodes={initiative.unions} />
        <Links page={page} name={words.targets} nodes={initiative.groups} />
        <Links page={page} name={words.partner} nodes={initiative.partners} />
        <Links page={page} name={words.location} nodes={initiative.places} />
        <Fact name={words.period}>{period.length === 0 ? words.undated : [...new Set(period)].join(" – ")}</Fact>
        <Fact name={words.kind}>{conceptLabel(page, "kinds", initiative.kind)}</Fact>
        <Fact name={words.standing}>
          {conceptLabel(page, "standings", initiative.standing)}
          {initiative.cues.length > 0 && <span class="hint"> ({words.cues}: {initiative.cues.join(" ")})</span>}
        </Fact>
        {(["provision", "funding", "reached"] as const).map((role) => {
          const amounts = initiative.amounts.filter((amount) => amount.role === role);
          return amounts.length === 0 ? null : (
            <Fact key={role} name={words[role]}>
              <ul class="plain">
                {amounts.map((amount, number) => <li key={number}>{amountText(amount, state.language, words)}</li>)}
              </ul>
            </Fact>
          );
        })}
        {initiative.programme !== undefined && (
          <Links page={page} name={words.programme} nodes={[initiative.programme]} />
        )}
        <Links page={page} name={words.measures} nodes={measures.map((each) => each.node)} />
        <Names page={page} number={initiative.node} />
        <Fact name={words.confidence}><Confidence value={node.confidence ?? 1} /></Fact>
      </dl>
    </>
  );
}

/** Other forms found, a few of them at first. */
function Names({ page: { index, words }, number }: { page: Page; number: number }) {
  const forms = index.node(number).alt ?? [];
  if (forms.length === 0) return null;
  const rest = forms.slice(NAMES).join("; ");
  return (
    <Fact name={words.names}>
      {forms.slice(0, NAMES).join("; ")}
      {rest !== "" && <details key={number}><summary>{words.more} ({forms.length - NAMES})</summary>{rest}</details>}
    </Fact>
  );
}

function Confidence({ value }: { value: number }) {
  return (
    <>
      <meter min="0" max="1" value={value}>{value.toFixed(2)}</meter> {value.toFixed(2)}
    </>
  );
}

function NodeFacts({ page, number }: { page: Page; number: number }) {
  const { index, words } = page;
  const node = index.node(number);
  const below = [...index.data.nodes.entries()].filter(([, each]) => each.above === number).map(([each]) => each);
  const posts = index.data.posts.filter((post) => post.person === number || post.organization === number);
  const initiatives = (role: "unions" | "partners" | "groups" | "places") =>
    index.data.initiatives.filter((each) => each[role].includes(number)).map((each) => each.node);
  return (
    <dl>
      {node.above !== undefined && <Links page={page} name={words.above} nodes={[node.above]} />}
      {posts.length > 0 && (
        <Fact name={words.post}>
          <ul class="plain">
            {posts.slice(0, SHOWN).map(({ person, organization, title }, each) => (
              <li key={each}><Other page={page} node={person === number ? organization : person} /> {title}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Links page={page} name={`${words.ranBy} (${words.initiative})`} nodes={initiatives("unions")} />
      <Links page={page} name={`${words.partner} (${words.initiative})`} nodes={initiatives("partners")} />
      <Links page={page} name={words.initiative} nodes={[...initiatives("groups"), ...initiatives("places")]} />
      <Links page={page} name={words.below} nodes={below} />
      <Names page={page} number={number} />
      {node.confidence !== undefined && (
        <Fact name={words.confidence}><Confidence value={node.confidence} /></Fact>
      )}
    </dl>
  );
}

function Other({ page, node }: { page: Page; node: number }) {
  const { key, type } = page.index.node(node);
  return (
    <button type="button" class={`of-${type}`} onClick={() => page.store.set({ selected: key })}>
      {labelOf(page, node)}
    </button>
  );
}

/** The sentences, each with the article in which it stands. */
function Evidence({ page, spans, stated }: { page: Page; spans: readonly Span[]; stated: boolean }) {
  const { index, words } = page;
  if (spans.length === 0) return null;
  const articles = articlesOf(index, spans).slice(0, SHOWN);
  return (
    <section class="evidence">
      <h3>{stated ? words.evidence : words.mentions}</h3>
      {stated && (
        <ul class="quotes">
          {spans.map((span) => {
            const text = index.text(span);
            return text === "" ? null : <li key={span.join()}><q>{quoted(text)}</q></li>;
          })}
        </ul>
      )}
      {articles.map((article, number) => (
        <details key={`${article.headline}${number}`} open={number === 0}>
          <summary>{article.headline || index.data.sources[article.spans[0]![0]]?.name}</summary>
          <ArticleText page={page} article={article} stated={spans} />
        </details>
      ))}
    </section>
  );
}
