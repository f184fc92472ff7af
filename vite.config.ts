/** Builds the page: one script, its worker, its style and fonts, nothing inline that the security policy forbids. */
import { defineConfig } from "vite";
import { standalone } from "./viz/standalone/bundle.ts";

export default defineConfig({
  // Relative addresses: the page works in any folder of a server.
  base: "./",
  plugins: [standalone()],
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // One file for all that the first paint needs: it travels and packs better than a dozen.
        codeSplitting: { groups: [{ name: "page", test: /viz[\\/]page\.tsx$/ }] },
      },
    },
  },
  // The package's own entry brings six other generators along.
  resolve: { alias: [{ find: /^seedrandom$/, replacement: "seedrandom/seedrandom.js" }] },
  worker: { format: "es" },
});
