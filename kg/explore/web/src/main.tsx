// Reads the page's data, draws it, then makes ready for a search.

import { render } from "preact";
import { App } from "./app";
import { Index, readData } from "./data";
import { prepare } from "./search";
import { Store } from "./state";
import "./styles.css";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the explorer");
const index = new Index(readData(document));
render(<App index={index} store={new Store(window)} />, root);
prepare(index, (turn) => (window.requestIdleCallback ?? setTimeout)(turn));
