/** Listens to the page around this one, and answers it alone. */
import { answerTo, originsOf, type Embedded } from "./messages.ts";

const CONFIGURATION = "embed.json";

/** The parent is heard once the site's list of origins is there; nobody else ever is. */
export async function listenToParent(page: Window, embedded: Embedded): Promise<void> {
  if (page.parent === page) return;
  const origins = await fetch(CONFIGURATION)
    .then((response) => response.json() as Promise<unknown>)
    .then(originsOf)
    .catch((): readonly string[] => []);
  page.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== page.parent || !origins.includes(origin)) return;
    const answer = answerTo(data, embedded);
    if (answer !== undefined) page.parent.postMessage(answer, origin);
  });
}
