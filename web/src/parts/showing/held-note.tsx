// Stands where the buttons were while an order can still be taken back. Takes the focus that the buttons lost, and gives it on.
import { onCleanup, onMount, Show } from "solid-js";
import type { HeldOrder } from "./held-orders.ts";

export function HeldNote(props: { held: HeldOrder; onUndo: () => void; onLeave: () => void }) {
  let note!: HTMLDivElement;
  onMount(() => {
    if (document.activeElement === document.body) note.querySelector("button")?.focus();
  });
  onCleanup(() => {
    if (note.contains(document.activeElement)) props.onLeave();
  });
  return (
    <div class="held" ref={note}>
      <p>{props.held.words}</p>
      <Show when={!props.held.isSent} fallback={<p class="held-sent">Saving…</p>}>
        <button type="button" class="button is-small" onClick={() => props.onUndo()}>
          Undo
        </button>
      </Show>
    </div>
  );
}
