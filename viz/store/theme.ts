/** Light or dark: the system's wish until the reader chooses, then the reader's, kept in this browser. */
import { computed, signal } from "@preact/signals";

type Theme = "light" | "dark";
const KEY = "groundwork.theme";
const systemTheme = signal<Theme>("light");
const chosen = signal<Theme | null>(null);

export const theme = computed<Theme>(() => chosen.value ?? systemTheme.value);

/** Follows the system's wish from now on, and takes the reader's own from this browser. */
export function followTheme(page: Pick<Window, "matchMedia">): void {
  const wishesDark = page.matchMedia("(prefers-color-scheme: dark)");
  const obey = ({ matches }: Pick<MediaQueryList, "matches">): void => {
    systemTheme.value = matches ? "dark" : "light";
  };
  wishesDark.addEventListener("change", obey);
  obey(wishesDark);
  chosen.value = stored();
  mark();
}

export function toggleTheme(): void {
  chosen.value = theme.value === "dark" ? "light" : "dark";
  mark();
  try {
    localStorage.setItem(KEY, chosen.value);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
}

function mark(): void {
  if (chosen.value !== null) globalThis.document.documentElement.dataset["theme"] = chosen.value;
}

function stored(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    return null;
  }
}
