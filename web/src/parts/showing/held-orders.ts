// What was tapped and can still be taken back: for a few seconds nothing leaves this page. For orders that the server cannot
// undo. Whoever leaves the page meant it: then everything that waits goes out at once.
import { createSignal } from "solid-js";

/** Long enough to see a wrong tap and to reach "Undo" with a keyboard. */
export const HOLD_MS = 8_000;

export type HeldOrder = {
  /** What will have happened, e.g. "Marked completed". */
  readonly words: string;
  /** True once it cannot be taken back any more. */
  readonly isSent: boolean;
};

type Waiting = { readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void };

const [orders, setOrders] = createSignal<ReadonlyMap<string, HeldOrder>>(new Map());
const waiting = new Map<string, Waiting>();

/** The order that stands for `key`; undefined when there is none. Reactive. */
export function heldOrder(key: string): HeldOrder | undefined {
  return orders().get(key);
}

/** Waits, then calls `send`, whose sender calls `settle` when the answer is there. A second order for a key changes nothing. */
export function holdOrder(key: string, words: string, send: () => void): void {
  if (orders().has(key)) return;
  put(key, { words, isSent: false });
  waiting.set(key, { timer: setTimeout(() => release(key), HOLD_MS), send });
}

/** Takes it back; too late once it was sent. */
export function takeBack(key: string): void {
  const held = waiting.get(key);
  if (held === undefined) return;
  clearTimeout(held.timer);
  waiting.delete(key);
  put(key, null);
}

/** The answer is there, whatever it is. */
export function settle(key: string): void {
  put(key, null);
}

/** Sends everything that waits. */
export function sendHeld(): void {
  for (const key of [...waiting.keys()]) release(key);
}

function release(key: string): void {
  const held = waiting.get(key);
  if (held === undefined) return;
  clearTimeout(held.timer);
  waiting.delete(key);
  const order = orders().get(key);
  if (order !== undefined) put(key, { ...order, isSent: true });
  held.send();
}

function put(key: string, order: HeldOrder | null): void {
  setOrders((held) => {
    const next = new Map(held);
    if (order === null) next.delete(key);
    else next.set(key, order);
    return next;
  });
}

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") sendHeld();
  });
}
