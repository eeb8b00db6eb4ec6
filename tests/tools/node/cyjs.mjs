// Reads a Cytoscape JSON file with cytoscape.js, without a screen, and prints what it found as JSON.

import cytoscape from "cytoscape";
import { readFileSync } from "node:fs";

const { elements, data } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const graph = cytoscape({ headless: true, styleEnabled: true, elements, data, layout: { name: "preset" }, style: [
  { selector: "node", style: { width: "data(size)", height: "data(size)", "background-color": "data(color)", label: "data(name)" } },
  { selector: "edge", style: { width: "data(weight)", label: "data(interaction)" } },
] });
process.stdout.write(
  JSON.stringify({
    nodes: graph.nodes().map((node) => ({
      key: node.id(),
      ...node.position(),
      label: node.style("label"),
      color: node.style("background-color"),
      size: node.numericStyle("width"),
      type: node.data("type"),
    })),
    edges: graph.edges().map((edge) => ({
      source: edge.source().id(),
      target: edge.target().id(),
      label: edge.style("label"),
      width: edge.numericStyle("width"),
    })),
  }),
);
graph.destroy(); // else its clock keeps the process alive
