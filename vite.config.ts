/** Builds the page: one script, its worker, its style and fonts, nothing inline that the security policy forbids. */
import { defineConfig } from "vite";

export default defineConfig({
  // Relative addresses: the page works in any folder of a server.
  base: "./",
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
});
