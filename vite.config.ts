// Builds the workboard: web/ → web/dist, served by the Worker's asset router. In development the API runs beside it.
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

/** Where `wrangler dev` (or the fake board of test/web) answers while Vite serves the sources. */
const API_ORIGIN = process.env["API_ORIGIN"] ?? "http://localhost:8787";

export default defineConfig({
  root: "web",
  plugins: [solid()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // light-dark() and :has() stay as written: every browser since spring 2024 has them.
    cssTarget: ["chrome123", "safari17.5", "firefox121"],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What is loaded only when it is opened has a folder of its own, so that the first load can be weighed.
        chunkFileNames: ({ isDynamicEntry }) => `assets/${isDynamicEntry ? "late/" : ""}[name]-[hash].js`,
      },
    },
  },
  server: { proxy: { "/api": { target: API_ORIGIN, ws: true } } },
});
