/** A firm's own look on what is shown and taken away: a colour and a logo. */
import * as z from "zod/mini";
import { LOGO_BYTES_MAX, LOGO_HEIGHT_MAX, LOGO_WIDTH_MAX, logoSize } from "./logo.ts";

const ADDRESS_MAX = Math.ceil((LOGO_BYTES_MAX * 4) / 3) + 30;
const LOGO_ERROR =
  `not a PNG or JPEG of at most ${LOGO_BYTES_MAX} bytes and ${LOGO_WIDTH_MAX} × ${LOGO_HEIGHT_MAX} pixels ` +
  "as data:image/png;base64,…";

export const brandSchema = z.strictObject({
  /** Of rules and of the step that is shown; where it could not be read, it is drawn darker or lighter. */
  accent: z.exactOptional(
    z
      .string({ error: "not text" })
      .check(z.regex(/^#[0-9a-f]{6}$/, { error: "not a colour as # and six of 0–9, a–f" })),
  ),
  logo: z.exactOptional(
    z.string({ error: "not text" }).check(
      z.maxLength(ADDRESS_MAX, { error: LOGO_ERROR, abort: true }),
      z.refine((text) => logoSize(text) !== undefined, { error: LOGO_ERROR }),
    ),
  ),
});

export type Brand = z.infer<typeof brandSchema>;
