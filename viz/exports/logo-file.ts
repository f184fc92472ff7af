/** A picture the reader chose as a logo that fits into a document: drawn anew, with nothing left of its file but the points. */
import { logoSize } from "../../scenarios/index.ts";

/** Twice the pixels of the tallest place it is shown at. */
const HEIGHT_MOST = 96;
const WIDTH_MOST = 480;
const SMALLER = 0.8;
const HEIGHT_LEAST = 12;

/** As the address of a PNG, made smaller until it is short enough. @throws Error if it can't be read or made so small */
export async function asLogo(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  try {
    let scale = Math.min(1, HEIGHT_MOST / picture.height, WIDTH_MOST / picture.width);
    for (; scale * picture.height >= HEIGHT_LEAST; scale *= SMALLER) {
      const address = drawn(picture, scale);
      if (logoSize(address) !== undefined) return address;
    }
    throw new Error("no small picture of it");
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, scale: number): string {
  const canvas = globalThis.document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(scale * picture.width));
  canvas.height = Math.max(1, Math.round(scale * picture.height));
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}
