/** The page's server: what it sends, and what it never sends. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY, createPageServer, portOf } from "../../viz/serve.ts";

let folder = "";
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "groundwork-serve-"));
  const page = join(folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(page, "assets", "a.js"), "export {};");
  writeFileSync(join(page, "assets", "a.woff2"), "font");
  writeFileSync(join(folder, "secret.txt"), "secret");
  server = createPageServer(page);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A request with its path as written: fetch would tidy "..". */
function ask(path: string, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "localhost", port, path, method }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

test("the page comes with its security policy and its type", async () => {
  for (const path of ["/", "/index.html", "/?embed#x"]) {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(body).toContain("<title>page</title>");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toBe(CONTENT_SECURITY_POLICY);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
  expect((await ask("/assets/a.js")).headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect((await ask("/assets/a.woff2")).headers["content-type"]).toBe("font/woff2");
});

test("the policy allows no inline code, no evaluation and no other origin", () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/);
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'");
});

test("nothing outside the page can be had", async () => {
  const paths = [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "//secret.txt",
    "/assets",
    "/assets/",
    "/\\..\\secret.txt",
  ];
  for (const path of paths) {
    const { status, body } = await ask(path);
    expect([path, status]).toEqual([path, 404]);
    expect(body).not.toContain("secret");
  }
});

test("only reading is allowed", async () => {
  expect((await ask("/", "POST")).status).toBe(405);
  const head = await ask("/", "HEAD");
  expect([head.status, head.body]).toEqual([200, ""]);
});

test("a port is a number that can be one", () => {
  expect([portOf(undefined), portOf("8080")]).toEqual([4173, 8080]);
  for (const bad of ["x", "-1", "65536", "1.5"]) expect(() => portOf(bad)).toThrow("invalid port");
});
