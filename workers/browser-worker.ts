/** The file a web worker starts with. */
import { exposeRunner } from "./expose.ts";

/** The worker's own end: the page is at the other. */
interface Scope {
  readonly postMessage: (message: unknown, transfers: ArrayBuffer[]) => void;
  readonly addEventListener: (type: "message", listener: (event: { readonly data: unknown }) => void) => void;
}

const scope = globalThis as unknown as Scope;
exposeRunner({
  post: (message, transfers) => scope.postMessage(message, [...transfers]),
  hear: (listener) => scope.addEventListener("message", ({ data }) => listener(data)),
});
