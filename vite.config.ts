// Builds the workboard: web/ → web/dist, served by the Worker's asset router. In development the API runs beside it.
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

/** Where `wrangler dev` (or the fake board of test/web) answers while Vite serves the sources. */
const API_ORIGIN = process.env["API_ORIGIN"] ?? "http://localhost:8787";

/** Every module that the page's own script imports without waiting. Known when the bundle is written. */
const firstLoad = new Set<string>();

export default defineConfig({
  root: "web",
  plugins: [solid(), firstLoadFinder()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // light-dark() and :has() stay as written: every browser since spring 2024 has them.
    cssTarget: ["chrome123", "safari17.5", "firefox121"],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Making a schema has no effect: those that the web app never uses (requests that only the server checks) stay out.
      treeshake: { manualPureFunctions: ["z"] },
      output: {
        // What is loaded only when it is opened has a folder of its own, so that the first load can be weighed. What several
        // late pages share is late as well.
        chunkFileNames: ({ moduleIds }) => `assets/${moduleIds.every(isOfFirstLoad) ? "" : "late/"}[name]-[hash].js`,
      },
    },
  },
  server: { proxy: { "/api": { target: API_ORIGIN, ws: true } } },
});

/**
 * Every module of a script that is loaded at the start is one of these. A late script may hold some of them as well: those of
 * which nothing is left at the start. What the builder makes up itself ("\0…") tells nothing.
 */
function isOfFirstLoad(id: string): boolean {
  return id.startsWith("\0") || firstLoad.has(id);
}

function firstLoadFinder(): Plugin {
  return {
    name: "first-load-finder",
    apply: "build",
    renderStart() {
      firstLoad.clear();
      const waiting = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (firstLoad.has(id)) continue;
        firstLoad.add(id);
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
}
