/** Builds the page: its first paint as text, one script, its worker, its style and fonts, nothing inline the policy forbids. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, runnerImport, type Plugin } from "vite";
import type { prerendered } from "./viz/prerender.tsx";
import { standalone } from "./viz/standalone/bundle.ts";

const ROOT = fileURLToPath(new URL("./", import.meta.url));
/** Fonts of the first paint; other scripts' letters come when a text has them. */
const FIRST_FONTS = /(libre-franklin|source-serif-4)-latin-wght-normal/;

/** Draws the default document into the page, as the shipped runs show it, and asks early for what comes next. */
function firstPaint(): Plugin {
  return {
    name: "first-paint",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return;
      const { html, css } = withoutStyles(await drawn());
      const style = this.getFileName(this.emitFile({ type: "asset", name: "first.css", source: css }));
      const files = Object.keys(bundle);
      const tags = [
        '<script src="./first.js"></script>',
        ...files.filter((file) => FIRST_FONTS.test(file)).map((file) => early(file, "font")),
        ...files.filter((file) => file.endsWith(".bin")).map((file) => early(file, "fetch")),
      ];
      page.source = String(page.source)
        .replace("<!-- first paint -->", () => html)
        .replace("</title>", (end) => [end, ...tags].join("\n    "))
        // After the page's own sheet, whose rules the attributes would have outranked.
        .replace("</head>", (end) => `  <link rel="stylesheet" href="./${style}">\n  ${end}`);
    },
  };
}

async function drawn(): Promise<string> {
  const options = { root: ROOT, configFile: false, logLevel: "silent" } as const;
  const { module } = await runnerImport<{ readonly prerendered: typeof prerendered }>(
    `${ROOT}viz/prerender.tsx`,
    options,
  );
  return module.prerendered(readFileSync(`${ROOT}viz/shipped/default.bin`));
}

/** The policy forbids style attributes in the text of a page: each becomes a rule of a sheet. */
function withoutStyles(html: string): { readonly html: string; readonly css: string } {
  const styles = new Map<string, number>();
  const bare = html.replaceAll(/ style="([^"]*)"/g, (_, style: string) => {
    if (!styles.has(style)) styles.set(style, styles.size);
    return ` data-first="${styles.get(style)}"`;
  });
  const rules = Array.from(styles, ([style, i]) => `[data-first="${i}"]{${style}}`);
  return { html: bare, css: rules.join("\n") };
}

function early(file: string, as: string): string {
  return `<link rel="preload" href="./${file}" as="${as}" crossorigin>`;
}

export default defineConfig({
  // Relative addresses: the page works in any folder of a server.
  base: "./",
  publicDir: "viz/public",
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    // The names of every part's parts would be most of a small script; a part asks for them itself.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith(".css")),
    },
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
  plugins: [firstPaint(), standalone()],
  worker: { format: "es" },
});
