// Alpine itself, from the installed package, so that the pages' state is that of the real library.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { TwinApp } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";

const require = createRequire(import.meta.url);
const CACHE_SECONDS = 86_400;

export function addAlpineFile(app: TwinApp): void {
  const source = readFileSync(require.resolve("alpinejs/dist/cdn.min.js"), "utf8");
  app.get(PATHS.alpine, (c) =>
    c.body(source, 200, {
      "content-type": "text/javascript; charset=UTF-8",
      "cache-control": `public, max-age=${CACHE_SECONDS}, immutable`,
    }),
  );
}
