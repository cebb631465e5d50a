// Asks before a calendar address is ended: every calendar that reads it goes empty. Esc and "Keep it" change nothing.
import { onMount } from "solid-js";
import type { CalendarFeedView } from "#contracts/api/calendar";
import { day } from "../../api/day.ts";
import { toast } from "../../parts/toasts.tsx";
import { createCommand } from "../../primitives/create-command.ts";

export function EndFeedDialog(props: { feed: CalendarFeedView; onEnded: () => void; onClose: () => void }) {
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  const end = createCommand(() => day.endFeed(props.feed.id), {
    done: () => {
      props.onEnded();
      toast("The address does not work any more.", "good");
      dialog.close();
    },
  });
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="end-feed-title" onClose={() => props.onClose()}>
      <h3 id="end-feed-title">End this calendar address?</h3>
      <p>Every calendar that reads it stops showing the showings. A new address can be made at any time.</p>
      <div class="dialog-orders">
        <button type="button" class="button" onClick={() => dialog.close()}>
          Keep it
        </button>
        <button
          type="button"
          class="button is-main"
          aria-disabled={end.isBusy ? "true" : undefined}
          onClick={() => end.run(undefined)}
        >
          End it
        </button>
      </div>
    </dialog>
  );
}
