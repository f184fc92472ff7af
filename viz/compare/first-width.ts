/** The width a chart is drawn at before its own is known: that of its column in a window of 1440 pixels. */
import { createContext } from "preact";

export const COLUMN_WIDTHS = { main: 952, half: 456, beside: 384 } as const;

export const FirstWidth = createContext<number>(COLUMN_WIDTHS.main);
