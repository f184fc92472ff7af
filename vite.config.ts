/** Builds the page: its first paint as text, one script, its worker, its style and fonts, nothing inline the policy forbids. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, runnerImport, type Plugin } from "vite";
import type { prerendered } from "./viz/prerender.tsx";
import { standalone } from "./viz/standalone/bundle.ts";

const ROOT = fileURLToPath(new URL("./", import.meta.url));
/** Fonts of the first paint; other scripts' letters come when a text has them. */
const FIRST_FONTS = /(libre-franklin|source-serif-4)-latin-wght-normal/;

const RUNNER = "browser-worker.ts?worker&url";
/** What page and worker have in common. */
const COMMON =
  /^(?:engine\/(?:interventions|math|measures|random|scope|tables|trace|version|windows)|workers\/(?:kept|pause|task|wire))\.ts$/;
/** Numbers of causes are read by what is asked for later. */
const APART = /^engine\/(chronicle)\.ts$/;
/** The rest of the model, which the page needs for no curve; the table of assumptions is read by the page alone. */
const MODEL = /^(?:engine\/(?!chronicler|chronicling|index|parameters)|workers\/runner\.ts$)/;

/** A module's place in the project, whatever the folders above are called. */
function placeOf(id: string): string {
  return id.startsWith(ROOT) ? id.slice(ROOT.length) : id;
}

/** Draws the default document into the page, as the shipped runs show it; what comes next is named for viz/public/first.js. */
function firstPaint(): Plugin {
  let paint: ReturnType<typeof drawn>;
  return {
    name: "first-paint",
    apply: "build",
    enforce: "post",
    buildStart() {
      paint = drawn();
    },
    load: {
      order: "pre",
      handler: async (id) => (id === `${ROOT}viz/first.css` ? (await paint).css : null),
    },
    async generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") return;
      const { html } = await paint;
      const files = Object.keys(bundle);
      const source = String(page.source);
      const sheets = source.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
      const scripts = Array.from(
        source.matchAll(/<script type="module"[^>]* src="([^"]*)">/g),
        ([, url]) => url,
      );
      const start = scripts.find((url) => url.includes("/page-"));
      if (start === undefined) throw new Error(`the page has no script of its own: ${scripts.join(" ")}`);
      const runs = files.find((file) => file.endsWith(".bin"));
      if (runs === undefined) throw new Error("the page has no runs that come with it");
      // What the first paint doesn't wait for would hold it up by coming: the script asks for it afterwards.
      const tags = [
        ...sheets,
        `<script src="./first.js" data-page="${start}" data-runs="./${runs}"></script>`,
        ...files.filter((file) => FIRST_FONTS.test(file)).map(earlyFont),
      ];
      page.source = source
        .replaceAll(
          /\s*<(?:script type="module"[^>]*><\/script>|link rel="(?:stylesheet|modulepreload)"[^>]*>)/g,
          "",
        )
        .replace("<!-- first paint -->", () => html)
        .replace("</title>", (end) => [end, ...tags].join("\n    "));
    },
  };
}

async function drawn(): Promise<{ readonly html: string; readonly css: string }> {
  const options = { root: ROOT, configFile: false, logLevel: "silent" } as const;
  const { module } = await runnerImport<{ readonly prerendered: typeof prerendered }>(
    `${ROOT}viz/prerender.tsx`,
    options,
  );
  return withoutStyles(module.prerendered(readFileSync(`${ROOT}viz/shipped/default.bin`)));
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

function earlyFont(file: string): string {
  return `<link rel="preload" href="./${file}" as="font" crossorigin>`;
}

/** The worker as an entry of the page's own build, so that both load what both need once. */
function runner(): Plugin {
  const id = "\0runner";
  return {
    name: "runner",
    apply: "build",
    resolveId: {
      order: "pre",
      handler: (source) => (source.endsWith(RUNNER) ? id : null),
    },
    load(asked) {
      if (asked !== id) return null;
      const file = this.emitFile({ type: "chunk", id: `${ROOT}workers/browser-worker.ts` });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}

/** seedrandom as a module like all others: what calls one of the old kind is more than half as long again. */
function seedrandomModule(): Plugin {
  return {
    name: "seedrandom",
    apply: "build",
    transform(code, id) {
      if (!id.endsWith("/seedrandom/seedrandom.js")) return null;
      const bound = "const module = { exports: {} };\nconst require = undefined;";
      return { code: `${bound}\n${code}\nexport default module.exports;`, map: null };
    },
  };
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
        codeSplitting: {
          groups: [
            {
              name: "common",
              test: (id) => COMMON.test(placeOf(id)) || id.includes("preload-helper"),
              priority: 4,
            },
            {
              name: (id) => APART.exec(placeOf(id))![1],
              test: (id) => APART.test(placeOf(id)),
              priority: 3,
            },
            { name: "model", test: (id) => MODEL.test(placeOf(id)), priority: 2 },
            // One file for all else that the first paint needs: it travels and packs better than a dozen.
            { name: "page", test: /viz[\\/]page\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  // The package's own entry brings six other generators along.
  resolve: { alias: [{ find: /^seedrandom$/, replacement: "seedrandom/seedrandom.js" }] },
  plugins: [runner(), seedrandomModule(), firstPaint(), standalone()],
  worker: { format: "es" },
});
