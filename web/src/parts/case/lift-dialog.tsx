// Asks an admin before a person may be contacted again, and says how far that goes. Esc and "No" change nothing. Loaded when
// it is asked for.
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { onMount } from "solid-js";
import { api } from "../../api/client.ts";
import { keepConversation, samePersonQuery } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { toast } from "../toasts.tsx";
import type { PersonDialogProps } from "./dialog-button.tsx";

export function LiftDialog(props: PersonDialogProps) {
  const client = useQueryClient();
  const others = useQuery(() => samePersonQuery(props.conversation.id));
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());

  const lift = createCommand(() => api.liftSuppression(props.conversation.id), {
    done: (conversation) => {
      keepConversation(client, conversation);
      toast("This person may be contacted again.", "good");
      dialog.close();
    },
  });
  const reach = () => {
    const theirs = (others.isSuccess ? others.data : []).filter((one) => one.match === "contact").length;
    if (theirs === 0) return "It is lifted for the person: here, and in every other conversation known to be theirs.";
    return theirs === 1
      ? "It is lifted for the person: here, and in the other conversation that is theirs."
      : `It is lifted for the person: here, and in the ${theirs} other conversations that are theirs.`;
  };

  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="lift-title" onClose={() => props.onClose()}>
      <h3 id="lift-title">
        Contact <bdi>{props.conversation.leadName ?? "this person"}</bdi> again?
      </h3>
      <p>
        {reach()} Nothing is sent by itself: what was cancelled stays cancelled. Lift it only when they want to hear
        from you again.
      </p>
      <div class="dialog-orders">
        <button type="button" class="button" onClick={() => dialog.close()}>
          No, leave it
        </button>
        <button
          type="button"
          class="button is-main"
          aria-disabled={lift.isBusy ? "true" : undefined}
          onClick={() => lift.run(undefined)}
        >
          Yes, lift it
        </button>
      </div>
    </dialog>
  );
}
