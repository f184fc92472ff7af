/** Light or dark: the system's wish until the reader chooses, then the reader's, kept in this browser. */
import { computed, signal } from "@preact/signals";

type Theme = "light" | "dark";
const KEY = "groundwork.theme";
const wishesDark = matchMedia("(prefers-color-scheme: dark)");
const systemTheme = signal<Theme>(wishesDark.matches ? "dark" : "light");
const chosen = signal<Theme | null>(stored());

export const theme = computed<Theme>(() => chosen.value ?? systemTheme.value);

wishesDark.addEventListener("change", (event) => {
  systemTheme.value = event.matches ? "dark" : "light";
});
mark();

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
