// Reads a GEXF file with graphology-gexf, as Gephi Lite does, and prints what it found as JSON.

import Graph from "graphology";
import gexf from "graphology-gexf";
import { readFileSync } from "node:fs";

const graph = gexf.parse(Graph, readFileSync(process.argv[2], "utf8"));
process.stdout.write(
  JSON.stringify({
    directed: graph.type === "directed",
    nodes: graph.mapNodes((key, attributes) => ({ key, ...attributes })),
    edges: graph.mapEdges((_, attributes, source, target) => ({ source, target, ...attributes })),
  }),
);
