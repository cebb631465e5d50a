// Light, dark, or as the system says. The choice lives in localStorage and on <html data-theme>.
import { createSignal } from "solid-js";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const SLOT = "theme";
const [theme, setSignal] = createSignal<Theme>(stored());

export { theme };

/** Applies the stored choice; called once before the first paint of the app. */
export function applyTheme(): void {
  const chosen = theme();
  if (chosen === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = chosen;
}

export function setTheme(next: Theme): void {
  setSignal(next);
  try {
    localStorage.setItem(SLOT, next);
  } catch {
    // Storage is full or forbidden: the choice holds until the next load.
  }
  applyTheme();
}

function stored(): Theme {
  try {
    const value = localStorage.getItem(SLOT);
    return THEMES.find((one) => one === value) ?? "system";
  } catch {
    return "system";
  }
}
