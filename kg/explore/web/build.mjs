// Bundles src/ into ../bundle/: explorer.js, explorer.css and licences.txt.
// The same sources and the same package-lock.json give the same bytes.

import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";

const BUNDLE = new URL("../bundle/", import.meta.url).pathname;
const HERE = new URL("./", import.meta.url).pathname;

const result = await build({
  absWorkingDir: HERE,
  entryPoints: { explorer: "src/main.tsx" },
  outdir: BUNDLE,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

/** Names of the packages whose code is in the bundle, sorted. */
function packagesOf(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  const names = used.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

async function licenceOf(name) {
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const { version, license } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
  for (const file of ["LICENSE", "LICENSE.txt", "LICENSE.md", "license", "LICENCE"]) {
    try {
      return `${name} ${version} (${license})\n\n${(await readFile(new URL(file, folder), "utf8")).trim()}\n`;
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  return `${name} ${version} (${license})\n`;
}

const notes = await Promise.all(packagesOf(result.metafile).map(licenceOf));
await writeFile(`${BUNDLE}licences.txt`, notes.join("\n----\n\n"));
