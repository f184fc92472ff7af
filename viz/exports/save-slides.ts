/** Slides of some figures, saved from the page; their maker is loaded now. */
import type { Figure } from "../figures/figure.ts";
import { slidesOf } from "../slides/slides.ts";
import { saveFile } from "./save.ts";
import { talkNow } from "./talk.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** All figures that are ready, if none are given. */
export async function saveSlides(stem: string, figures?: readonly Figure[]): Promise<void> {
  saveFile(stem, "pptx", TYPE, await slidesOf(talkNow(figures)));
}
