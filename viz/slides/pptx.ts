/** The maker of presentations, loaded when one is asked for. */
import type * as Package from "pptxgenjs";

// Its types are written for CommonJS, where the class is a member; its module's default is the class itself.
type Maker = typeof Package.default.default;
type Presentation = InstanceType<Maker>;
export type Slide = ReturnType<Presentation["addSlide"]>;
export type ShapeOptions = NonNullable<Parameters<Slide["addShape"]>[1]>;
export type TextOptions = NonNullable<Parameters<Slide["addText"]>[1]>;

/** Begins to load it, for those who will ask soon. */
export function prepareMaker(): void {
  import("pptxgenjs").catch(() => {});
}

export async function newPresentation(): Promise<Presentation> {
  const { default: Loaded } = (await import("pptxgenjs")) as unknown as { default: Maker };
  return new Loaded();
}
