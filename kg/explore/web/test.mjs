// Runs test/*.test.ts with node's own test runner: bundled for node first, into a folder that goes afterwards.

import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HERE = new URL("./", import.meta.url).pathname;
const out = await mkdtemp(join(tmpdir(), "explorer-test-"));
const names = (await readdir(join(HERE, "test"))).filter((name) => name.endsWith(".test.ts")).sort();
try {
  await build({
    absWorkingDir: HERE,
    entryPoints: names.map((name) => `test/${name}`),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(out, { recursive: true });
}
