/** Adds to the built page what is one file each: standalone.html, but for its document, and the element for articles. */
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { build, type InlineConfig, type Plugin } from "vite";
import { FONT_NOTICE } from "../exports/fonts.ts";
import { PEOPLE_MARK, QUESTION_MARK, TEMPLATE_NAME, TITLE_MARK } from "./file.ts";

/** What a single file has no use for, or no room. */
const LEFT_OUT =
  /\/(?:explore\/place|exports\/(?:export-sheet|figure-choices)|links\/share|sheets\/documents)\.tsx?$/;
const RUNNER = "browser-worker.ts?worker&url";
const WORKER_URL = /\?worker&url$/;
/** Ids of the modules put in place of those: none of a file. */
const EMPTY_ID = "\0left-out";
const RUNNER_ID = "\0runner";

/** A URL of the worker's text, which lies in the file as deflated base64: half of its size. */
const UNPACKED = `
  const packed = Uint8Array.from(atob(document.getElementById("worker").textContent), (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const text = await new Response(stream).text();
  export default URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
`;

export function standalone(): Plugin {
  const config: { root: string; alias: NonNullable<InlineConfig["resolve"]>["alias"] } = {
    root: "",
    alias: [],
  };
  return {
    name: "standalone",
    apply: "build",
    configResolved: ({ root, resolve }) => {
      config.root = root;
      config.alias = resolve.alias;
    },
    async generateBundle() {
      const made = (input: string, format: Format, plugins: Plugin[]): Promise<Built> =>
        bundled({ ...config, input, format, plugins });
      const [worker, page] = await Promise.all([
        made("workers/browser-worker.ts", "iife", []),
        made("viz/standalone/page.tsx", "es", [oneFile()]),
      ]);
      // No origin may ask an embedded page anything, unless the site's owner lists it there.
      this.emitFile({ type: "asset", fileName: "embed.json", source: '{ "origins": [] }\n' });
      const element = await made("viz/embed/groundwork-chart.ts", "iife", []);
      this.emitFile({ type: "asset", fileName: "groundwork-chart.js", source: element.script });
      this.emitFile({ type: "asset", fileName: TEMPLATE_NAME, source: fileOf(page, worker.script) });
    },
  };
}

/** The worker comes from a text within the file, through the page's own policy; the rest is left out. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "pre",
    resolveId: {
      order: "pre",
      handler: (source) => {
        if (source.endsWith(RUNNER)) return RUNNER_ID;
        return WORKER_URL.test(source) || LEFT_OUT.test(source) ? EMPTY_ID : null;
      },
    },
    load: (id) => {
      if (id === EMPTY_ID) return "export default '';";
      if (id !== RUNNER_ID) return null;
      return UNPACKED;
    },
  };
}

/** A page from the disk starts no worker that is a module. */
type Format = "es" | "iife";

interface Built {
  readonly script: string;
  readonly style: string;
}

async function bundled(options: {
  readonly root: string;
  readonly alias: NonNullable<InlineConfig["resolve"]>["alias"];
  readonly input: string;
  readonly format: Format;
  readonly plugins: Plugin[];
}): Promise<Built> {
  const { root, alias, input, format, plugins } = options;
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    plugins,
    resolve: { alias: alias! },
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      rolldownOptions: {
        input: `${root}/${input}`,
        output: { format, codeSplitting: false },
        checks: { pluginTimings: false },
      },
    },
  });
  if (!("output" in result)) throw new Error(`nothing was built of ${input}`);
  const scripts = result.output.filter((one) => one.type === "chunk");
  const styles = result.output.filter((one) => one.type === "asset" && one.fileName.endsWith(".css"));
  if (scripts.length !== 1 || styles.length > 1 || result.output.length > 2)
    throw new Error(`${input} is not one script and one style`);
  const [style] = styles;
  return { script: scripts[0].code, style: style?.type === "asset" ? String(style.source) : "" };
}

/** A policy of its own: this script, this style, fonts as data, the worker from a text; nothing else, and no network. */
function fileOf({ script, style }: Built, worker: string): string {
  const code = withoutEnd(script);
  const css = `/* ${FONT_NOTICE} */\n${style}`;
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}'`,
    `style-src '${hashOf(css)}'`,
    "img-src data: blob:",
    "font-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types groundwork-worker",
  ].join("; ");
  return [
    '<!doctype html><html lang="en" data-alone><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${TITLE_MARK}</title><style>${css}</style></head><body><div id="page"></div>`,
    `<script type="text/plain" id="worker">${deflateRawSync(worker, { level: 9 }).toString("base64")}</script>`,
    `<script type="text/plain" id="question">${QUESTION_MARK}</script>`,
    `<script type="text/plain" id="people">${PEOPLE_MARK}</script>`,
    `<script type="module">${code}</script></body></html>`,
    "",
  ].join("\n");
}

/** Within a script only strings can hold these: there the backslash changes nothing. */
function withoutEnd(code: string): string {
  return code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
