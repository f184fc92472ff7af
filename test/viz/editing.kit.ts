/** What a reader of the page does to plans, and what a reload would find. */
import type { ElementHandle, Page } from "puppeteer-core";
import type { Document } from "../../scenarios/index.ts";

type Step = Document["plans"][number]["interventions"][number];

/** The document as it is kept in the browser: what a reload would find. */
export function kept(page: Page): Promise<Document> {
  return page.evaluate(() => JSON.parse(localStorage.getItem("groundwork.document.d1")!) as Document);
}
export async function stepsOf(page: Page, plan: number, kind: Step["kind"]): Promise<Step[]> {
  return (await kept(page)).plans[plan].interventions.filter((step) => step.kind === kind);
}
export async function gripOf(page: Page, plan: string, label: string): Promise<ElementHandle> {
  const grip = await page.waitForSelector(`[aria-label="Steps of ${plan}"] .grip[aria-label^="${label}"]`);
  await grip!.evaluate((one) => one.scrollIntoView({ block: "center" }));
  return grip!;
}
export async function dragBy(page: Page, grip: ElementHandle, from: number, by: number): Promise<void> {
  const box = (await grip.boundingBox())!;
  await page.mouse.move(box.x + from, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + from + by / 2, box.y + box.height / 2, { steps: 3 });
  await page.mouse.move(box.x + from + by, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
}
/** By keyboard: what a mouse aims at moves while charts still come in above it. */
export async function pressOn(page: Page, selector: string): Promise<void> {
  await (await page.waitForSelector(selector))!.focus();
  await page.keyboard.press("Enter");
}
export const weeksOf = (page: Page, pixels: number): Promise<number> =>
  page.$eval(
    "input.week",
    (input, far) => Math.round((far * 208) / (input.getBoundingClientRect().width - 20)),
    pixels,
  );
export const press = async (
  page: Page,
  ...keys: Parameters<Page["keyboard"]["press"]>[0][]
): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
