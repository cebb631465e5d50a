// One row of the send log in the thread: its text, what it is doing in plain words, undo while that is possible.
import { useQueryClient } from "@tanstack/solid-query";
import { createMemo, Show } from "solid-js";
import type { SendView } from "#contracts/api/conversation";
import type { Platform } from "#domain/platform";
import { api } from "../../api/client.ts";
import { keepSend, refreshConversation } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { createNow } from "../../primitives/create-now.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { mayCancel, sendWords } from "../../words/send.ts";
import { toast } from "../toasts.tsx";
import { WhyButton } from "../why/why-button.tsx";

const SECOND_MS = 1_000;

export function SendBubble(props: {
  send: SendView;
  conversationId: string;
  platform: Platform;
  onReuse: (text: string) => void;
}) {
  const client = useQueryClient();
  const now = createNow(SECOND_MS);
  const words = createMemo(() => sendWords(props.send, PLATFORM_WORDS[props.platform], now()));
  const cancel = createCommand(() => api.cancelSend(props.send.id), {
    done: (send) => {
      keepSend(client, props.conversationId, send);
      if (send.state !== "cancelled") return;
      if (send.author === "agent") props.onReuse(send.body);
      toast(send.author === "agent" ? "Taken back. Your text is in the reply box." : "Taken back, nothing was sent.");
    },
    refused: () => {
      refreshConversation(client, props.conversationId);
      return false;
    },
  });
  return (
    <li class="message" data-from="us" data-send={props.send.state} data-tone={words().tone}>
      <div class="bubble">
        <span class="visually-hidden">{props.send.author === "agent" ? "Agent" : "Assistant"}: </span>
        <p class="bubble-text" dir="auto">
          {props.send.body}
        </p>
      </div>
      <div class="send-state">
        <p class="send-words">
          <span class="send-dot" aria-hidden="true" />
          <span role={words().tone === "bad" ? "alert" : undefined}>{words().words}</span>
        </p>
        <Show when={words().next}>
          <p class="send-next">{words().next}</p>
        </Show>
        <Show when={props.send.author === "assistant"}>
          <WhyButton conversationId={props.conversationId} sendId={props.send.id}>
            Why?
          </WhyButton>
        </Show>
        <Show when={mayCancel(props.send)}>
          <button type="button" class="button is-small" disabled={cancel.isBusy} onClick={() => cancel.run(undefined)}>
            Undo
          </button>
        </Show>
        <Show when={props.send.state === "failed"}>
          <button type="button" class="button is-small" onClick={() => props.onReuse(props.send.body)}>
            Use the text again
          </button>
        </Show>
      </div>
    </li>
  );
}
