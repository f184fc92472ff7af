/** Serves the built page on this machine: `node dist/viz/serve.js [--port N]`, or PORT; 4173 if neither is given. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

/** Scripts, styles, fonts and workers from here only; nothing is compiled from text. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types groundwork-worker",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".bin": "application/octet-stream",
};
const COMPRESSED = new Set([".html", ".js", ".css", ".json", ".svg", ".bin"]);
const DEFAULT_PORT = 4173;

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly gzip?: Buffer;
}

/** Every file of a folder by its address: what is not listed can't be asked for. */
function readAssets(folder: string): Map<string, Asset> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const assets = new Map<string, Asset>();
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const extension = extname(file.name);
    const body = readFileSync(path);
    const gzip = COMPRESSED.has(extension) ? { gzip: gzipSync(body, { level: 9 }) } : {};
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    assets.set(address, { type: TYPES[extension] ?? "application/octet-stream", body, ...gzip });
  }
  const index = assets.get("/index.html");
  if (index !== undefined) assets.set("/", index);
  return assets;
}

/** A server of the page in a folder; the caller listens and closes. */
export function createPageServer(folder: string): Server {
  const assets = readAssets(folder);
  return createServer((request, response) => {
    answer(assets, request, response);
  });
}

function answer(
  assets: ReadonlyMap<string, Asset>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const address = (request.url ?? "/").split(/[?#]/)[0];
  const asset = assets.get(address);
  if (asset === undefined) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("not found\n");
    return;
  }
  const isZipped = asset.gzip !== undefined && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = isZipped ? asset.gzip : asset.body;
  response.writeHead(200, {
    "Content-Type": asset.type,
    "Content-Length": body.length,
    // Names of assets hold a hash of their content.
    "Cache-Control": address.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding",
    ...(isZipped ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The port asked for. @throws Error if it is none */
export function portOf(given: string | undefined): number {
  if (given === undefined || given === "") return DEFAULT_PORT;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`invalid port; not in [0, 65535]: ${JSON.stringify(given)}`);
  }
  return port;
}

function serve(): void {
  const folder = fileURLToPath(new URL("../page/", import.meta.url));
  if (!existsSync(folder)) throw new Error("no page to serve; build it first: npm run build");
  const { values } = parseArgs({ options: { port: { type: "string" } } });
  const server = createPageServer(folder);
  server.on("error", (error: NodeJS.ErrnoException) => {
    const taken = "port is taken; choose another: npm start -- --port N";
    complain(error.code === "EADDRINUSE" ? taken : error.message);
  });
  server.listen(portOf(values.port ?? process.env["PORT"]), "localhost", () => {
    const address = server.address();
    if (typeof address === "object" && address !== null) {
      process.stdout.write(`Groundwork is at http://localhost:${address.port}/\n`);
    }
  });
}

function complain(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 3;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    serve();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
