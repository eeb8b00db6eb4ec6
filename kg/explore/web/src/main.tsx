// Reads the page's data and draws it.

import { render } from "preact";
import { App } from "./app";
import { Index, readData } from "./data";
import { Store } from "./state";
import "./styles.css";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the explorer");
render(<App index={new Index(readData(document))} store={new Store(window)} />, root);
