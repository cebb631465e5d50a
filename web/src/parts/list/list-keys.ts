// Keys of the list: j or down to the next row, k or up to the one before; Enter opens it, as links do.

/** Lets the keys move the focus among the row links inside `list`. */
export function listenForKeys(list: HTMLElement): void {
  list.addEventListener("keydown", (event) => moveFocus(list, event));
}

function moveFocus(list: HTMLElement, event: KeyboardEvent): void {
  const step = stepOf(event.key);
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>("a.row")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = links[at === -1 ? 0 : at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function stepOf(key: string): -1 | 0 | 1 {
  if (key === "j" || key === "ArrowDown") return 1;
  if (key === "k" || key === "ArrowUp") return -1;
  return 0;
}
