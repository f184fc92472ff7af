/** The one way to a worker's URL: a policy that blesses the bundled workers' URLs and no other. */
import calibratorUrl from "./studies/calibrator-worker.ts?worker&url";
import explorerUrl from "./studies/explorer-worker.ts?worker&url";
import runnerUrl from "./browser-worker.ts?worker&url";

/** The name the page's content security policy lists under trusted-types. */
const WORKER_POLICY = "groundwork-worker";

export const WORKER_URLS = {
  runner: runnerUrl,
  explorer: explorerUrl,
  calibrator: calibratorUrl,
} as const;

interface Policy {
  readonly createScriptURL: (url: string) => string;
}

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

let policy: Policy | undefined;

/** The URL, blessed; the first caller may bring one of its own. @throws TypeError at any other */
export function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy(WORKER_POLICY, {
    createScriptURL: only([...Object.values(WORKER_URLS), url]),
  });
  return policy?.createScriptURL(url) ?? url;
}

function only(urls: readonly string[]): (candidate: string) => string {
  return (candidate) => {
    if (!urls.includes(candidate)) throw new TypeError(`untrusted worker: ${JSON.stringify(candidate)}`);
    return candidate;
  };
}
