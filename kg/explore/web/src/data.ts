// What a page is built with: the graph as kg/explore/data.py writes it, and the indexes that views share.
// Positions count Unicode code points of a source; indexes count from 0; keys are those of the graph.

export type NodeType = "union" | "initiative" | "group" | "place" | "person" | "organization";

/** [index of the source, begin, end) in code points. */
export type Span = readonly [source: number, begin: number, end: number];

export interface GraphNode {
  key: string;
  type: NodeType;
  label: string;
  /** English label, of groups alone. */
  en?: string;
  /** Other forms found. */
  alt?: readonly string[];
  /** Position in the picture, whole numbers. */
  x: number;
  y: number;
  /** 0–1; absent for groups, which are concepts. */
  confidence?: number;
  /** What stands above: the parent union, the place around, the broader group; an index into nodes. */
  above?: number;
  /** unionLevel of a union, type of an organization. */
  level?: string;
  /** GB/T 2260. */
  code?: string;
  /** Where the sources name it. */
  mentions: readonly Span[];
}

export interface Amount {
  role: "provision" | "funding" | "reached";
  value: number;
  min?: number;
  /** Absent: open upwards. */
  max?: number;
  unit: string;
  item: string;
  qualifier: string;
}

/** What a node of type initiative tells beside its node; all numbers are indexes into nodes. */
export interface Initiative {
  node: number;
  named: boolean;
  /** Key of a kind. */
  kind: string;
  /** Key of a standing. */
  standing: string;
  cues: readonly string[];
  /** ISO day, month or year; empty where the text does not tell. */
  start: string;
  end: string;
  unions: readonly number[];
  partners: readonly number[];
  groups: readonly number[];
  places: readonly number[];
  /** The programme that it is a measure of. */
  programme?: number;
  amounts: readonly Amount[];
  evidence: readonly Span[];
}

export interface Post {
  person: number;
  organization: number;
  title: string;
  confidence: number;
  evidence: readonly Span[];
}

export interface Concept {
  key: string;
  zh: string;
  en: string;
  above?: string;
}

export interface Article {
  headline: string;
  authors: readonly string[];
  published: string;
  spans: readonly Span[];
}

export interface Source {
  name: string;
  /** The text as it was read, or empty where the page was built without texts. */
  text: string;
  length: number;
}

export interface Data {
  nodes: readonly GraphNode[];
  initiatives: readonly Initiative[];
  posts: readonly Post[];
  kinds: readonly Concept[];
  standings: readonly Concept[];
  sources: readonly Source[];
  articles: readonly Article[];
  /** Initiatives that were left out because the graph is too large for one page; 0 otherwise. */
  omitted: number;
}

/** A relation that the picture draws, between two nodes. */
export interface Edge {
  source: number;
  target: number;
  relation: "ranBy" | "partner" | "targets" | "location" | "superEvent" | "above" | "post";
}

/** The data with what views look up in it. */
export class Index {
  readonly byKey: ReadonlyMap<string, number>;
  readonly initiativeOf: ReadonlyMap<number, Initiative>;
  readonly edges: readonly Edge[];
  private readonly degrees: Uint32Array;
  private readonly texts = new Map<number, readonly string[]>();

  constructor(readonly data: Data) {
    this.byKey = new Map(data.nodes.map((node, index) => [node.key, index]));
    this.initiativeOf = new Map(data.initiatives.map((initiative) => [initiative.node, initiative]));
    this.edges = [...edgesOf(data)];
    this.degrees = new Uint32Array(data.nodes.length);
    for (const { source, target } of this.edges) {
      this.degrees[source]! += 1;
      this.degrees[target]! += 1;
    }
  }

  /** How many relations a node has. */
  degree(index: number): number {
    return this.degrees[index] ?? 0;
  }

  node(index: number): GraphNode {
    const node = this.data.nodes[index];
    if (node === undefined) throw new RangeError(`no node ${index}`);
    return node;
  }

  /** The node itself and everything that stands above it. */
  withAbove(index: number): number[] {
    const chain: number[] = [];
    for (let at: number | undefined = index; at !== undefined && !chain.includes(at); at = this.node(at).above) {
      chain.push(at);
    }
    return chain;
  }

  /** The characters of a stretch; empty where the page holds no text. */
  text([source, begin, end]: Span): string {
    return this.characters(source).slice(begin, end).join("");
  }

  /** A source as code points, split once. */
  characters(source: number): readonly string[] {
    let characters = this.texts.get(source);
    if (characters === undefined) {
      characters = Array.from(this.data.sources[source]?.text ?? "");
      this.texts.set(source, characters);
    }
    return characters;
  }
}

function* edgesOf(data: Data): Generator<Edge> {
  for (const { node, unions, partners, groups, places, programme } of data.initiatives) {
    for (const target of unions) yield { source: node, target, relation: "ranBy" };
    for (const target of partners) yield { source: node, target, relation: "partner" };
    for (const target of groups) yield { source: node, target, relation: "targets" };
    for (const target of places) yield { source: node, target, relation: "location" };
    if (programme !== undefined) yield { source: node, target: programme, relation: "superEvent" };
  }
  for (const { person, organization } of data.posts) {
    yield { source: person, target: organization, relation: "post" };
  }
  for (const [source, { above }] of data.nodes.entries()) {
    if (above !== undefined) yield { source, target: above, relation: "above" };
  }
}

/** Reads the block of data that the page carries. */
export function readData(document: Document): Data {
  const block = document.getElementById("data");
  if (block?.textContent == null) throw new Error("the page holds no data; build it again with kg build");
  return JSON.parse(block.textContent) as Data;
}
