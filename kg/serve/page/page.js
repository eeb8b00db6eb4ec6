// The page's behaviour: a question goes to the endpoint, its answer becomes a table. Every text from the graph or from
// the server is set as text, never as markup; every link stays on this page. The question stands in the address.

const ENDPOINT = "sparql";
const SHOWN = 1000;
const SOLUTIONS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const DOWNLOADS = {
  solutions: [["CSV", "text/csv", "csv"], ["JSON", SOLUTIONS, "json"]],
  graph: [["Turtle", "text/turtle", "ttl"], ["JSON-LD", "application/ld+json", "jsonld"]],
};

const at = (id) => document.getElementById(id);
let prefixes = {};
let asking = null;
let answered = "";

// Words that are not in the document: by language.

const WORDS = {
  zh: {
    busy: () => "查询中……",
    rows: (n) => `${n} 行`,
    first: (n, all) => `共 ${all} 行，显示前 ${n} 行；下载可得全部`,
    stopped: () => "已停止",
    lost: () => "无法连接服务器；它还在运行吗？",
    answer: (yes) => (yes ? "是" : "否"),
  },
  en: {
    busy: () => "asking …",
    rows: (n) => `${n} ${n === 1 ? "row" : "rows"}`,
    first: (n, all) => `the first ${n} of ${all} rows; a download holds all`,
    stopped: () => "stopped",
    lost: () => "the server cannot be reached; is it still running?",
    answer: (yes) => (yes ? "yes" : "no"),
  },
};

let status = ["", []];

function say(word, ...values) {
  status = [word, values];
  at("status").textContent = word ? WORDS[document.documentElement.lang][word](...values) : "";
}

function speak(language) {
  document.documentElement.lang = language;
  say(status[0], ...status[1]);
  try {
    localStorage.setItem("language", language);
  } catch {
    // a browser that keeps nothing; the choice lasts as long as the page
  }
}

function firstLanguage() {
  try {
    const kept = localStorage.getItem("language");
    if (kept in WORDS) return kept;
  } catch {
    // as above
  }
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

// Making elements.

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function compact(iri) {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (namespace && iri.startsWith(namespace) && iri.length > namespace.length) {
      return `${prefix}:${iri.slice(namespace.length)}`;
    }
  }
  return iri;
}

function addressOf(query) {
  return `#query=${encodeURIComponent(query)}`;
}

function link(iri) {
  if (/[\u0000-\u0020<>"{}|\\^`]/.test(iri)) return document.createTextNode(iri);
  return element("a", compact(iri), { href: addressOf(`DESCRIBE <${iri}>`), title: iri });
}

function cell(term) {
  const made = element("td");
  if (!term) return made;
  if (term.type === "uri") {
    made.append(link(term.value));
  } else {
    made.append(term.type === "bnode" ? `_:${term.value}` : term.value);
    const language = term["xml:lang"];
    if (language) {
      made.lang = language;
      made.append(element("small", `@${language}`));
    }
  }
  return made;
}

// Reading answers.

const ESCAPED = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };
const TRIPLE = /^(<[^>]*>|_:\S+) (<[^>]*>) (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) ?\.$/;
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?$/s;

function unescaped(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, short, long, letter) =>
    letter ? (ESCAPED[letter] ?? letter) : String.fromCodePoint(parseInt(short ?? long, 16)));
}

function termOf(text) {
  if (text.startsWith("<")) return { type: "uri", value: unescaped(text.slice(1, -1)) };
  if (text.startsWith("_:")) return { type: "bnode", value: text.slice(2) };
  const [, value, language, datatype] = LITERAL.exec(text);
  return { type: "literal", value: unescaped(value), "xml:lang": language, datatype };
}

function triplesOf(text) {
  const rows = [];
  for (const line of text.split("\n")) {
    const parts = TRIPLE.exec(line);
    if (parts) {
      rows.push({ subject: termOf(parts[1]), predicate: termOf(parts[2]), object: termOf(parts[3]) });
    }
  }
  return { columns: ["subject", "predicate", "object"], rows };
}

function tableOf(answer) {
  if ("boolean" in answer) {
    const value = WORDS[document.documentElement.lang].answer(answer.boolean);
    return { columns: ["ASK"], rows: [{ ASK: { type: "literal", value } }] };
  }
  return { columns: answer.head.vars, rows: answer.results.bindings };
}

function show({ columns, rows }) {
  const [head, body] = [at("results").querySelector("thead tr"), at("results").querySelector("tbody")];
  head.replaceChildren(...columns.map((name) => element("th", name, { scope: "col" })));
  body.replaceChildren(...rows.slice(0, SHOWN).map((row) => {
    const line = element("tr");
    line.append(...columns.map((name) => cell(row[name])));
    return line;
  }));
  at("results").hidden = columns.length === 0;
  if (rows.length > SHOWN) say("first", SHOWN, rows.length);
  else say("rows", rows.length);
}

function offer(kind) {
  at("formats").replaceChildren(...DOWNLOADS[kind].map(([label, type, ending]) => {
    const button = element("button", label, { type: "button" });
    button.addEventListener("click", () => download(type, ending));
    return button;
  }));
  at("downloads").hidden = false;
}

// Asking.

function fetched(query, accept, signal) {
  return fetch(ENDPOINT, { method: "POST", headers: { Accept: accept }, body: new URLSearchParams({ query }), signal });
}

function complain(text) {
  at("error").textContent = text;
  at("error").hidden = false;
  say("");
}

async function ask(query) {
  asking?.abort();
  const mine = (asking = new AbortController());
  at("error").hidden = at("results").hidden = at("downloads").hidden = true;
  at("stop").hidden = false;
  say("busy");
  try {
    const response = await fetched(query, `${SOLUTIONS}, ${TRIPLES}`, mine.signal);
    const text = await response.text();
    if (mine !== asking) return;
    if (!response.ok) {
      complain(text.trim());
      return;
    }
    const isGraph = response.headers.get("Content-Type").startsWith(TRIPLES);
    answered = query;
    show(isGraph ? triplesOf(text) : tableOf(JSON.parse(text)));
    offer(isGraph ? "graph" : "solutions");
    at("answer").scrollIntoView({ block: "nearest" });
  } catch (error) {
    if (mine !== asking) return;
    if (error.name === "AbortError") say("stopped");
    else complain(WORDS[document.documentElement.lang].lost());
  } finally {
    if (mine === asking) {
      asking = null;
      at("stop").hidden = true;
    }
  }
}

async function download(type, ending) {
  try {
    const response = await fetched(answered, type);
    if (!response.ok) {
      complain((await response.text()).trim());
      return;
    }
    const address = URL.createObjectURL(await response.blob());
    element("a", "", { href: address, download: `answer.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  } catch {
    complain(WORDS[document.documentElement.lang].lost());
  }
}

function run() {
  const address = addressOf(at("query").value);
  if (location.hash === address) followAddress();
  else location.hash = address; // whose change asks
}

function followAddress() {
  const query = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B")).get("query");
  if (query === null) return;
  at("query").value = query;
  ask(query);
}

// What the server tells of itself.

function choose(question, button) {
  at("query").value = question.query;
  at("query").scrollTop = 0;
  for (const other of at("questions").querySelectorAll("button")) other.setAttribute("aria-pressed", other === button);
}

async function introduce() {
  const about = await (await fetch("about.json")).json();
  prefixes = about.prefixes;
  at("questions").replaceChildren(...about.questions.map((question) => {
    const button = element("button", "", { type: "button", "aria-pressed": "false" });
    button.append(
      element("span", question.zh, { class: "zh", lang: "zh" }),
      element("span", question.en, { class: "en", lang: "en" }),
      element("small", question.name),
    );
    button.addEventListener("click", () => choose(question, button));
    const item = element("li");
    item.append(button);
    return item;
  }));
  at("prefixes").tBodies[0].replaceChildren(...Object.entries(prefixes).map(([prefix, namespace]) => {
    const line = element("tr");
    line.append(element("th", `${prefix}:`, { scope: "row" }), element("td", namespace));
    return line;
  }));
}

at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
at("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
at("stop").addEventListener("click", () => asking?.abort());
at("language").addEventListener("click", () => speak(document.documentElement.lang === "zh" ? "en" : "zh"));
addEventListener("hashchange", followAddress);

speak(firstLanguage());
introduce().catch(() => complain(WORDS[document.documentElement.lang].lost())).then(followAddress);
