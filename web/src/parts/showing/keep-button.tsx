// Says that the showing of a lead who is not contacted any more stands; nothing is said to the lead. Calling it off is the order
// beside it.
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { day } from "../../api/day.ts";
import { showAs } from "../../api/day-queries.ts";
import { keepConversation } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { leadWords } from "../../words/showing.ts";
import { OrderButton } from "../order-button.tsx";
import { toast } from "../toasts.tsx";

export function KeepButton(props: {
  showing: ShowingView;
  /** Takes the focus when the button is gone. */
  onLeave: () => void;
}) {
  const client = useQueryClient();
  const keep = createCommand((conversationId: string) => day.keepShowing(conversationId), {
    done: (conversation) => {
      // The board's row follows a moment later, and its signal brings it: read now, it would still ask.
      showAs(client, { ...props.showing, isKeepAsked: false });
      keepConversation(client, conversation);
      toast("The showing stands.", "good");
      props.onLeave();
    },
  });
  const conversationId = () => (props.showing.isKeepAsked ? props.showing.conversationId : null);
  return (
    <Show when={conversationId()}>
      {(id) => (
        <OrderButton class="is-small" isBusy={keep.isBusy} onPress={() => keep.run(id())}>
          Keep it<span class="visually-hidden">: {leadWords(props.showing)}</span>
        </OrderButton>
      )}
    </Show>
  );
}
