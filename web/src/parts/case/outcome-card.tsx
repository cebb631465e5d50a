// How it ended, in one tap; or, when it has ended, how to open it again.
import { useQueryClient } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { beforeStart } from "#domain/showing/refusal";
import { api } from "../../api/client.ts";
import { keepConversation } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { createNow } from "../../primitives/create-now.ts";
import { OUTCOME_WORDS } from "../../words/workflow.ts";
import { OrderButton } from "../order-button.tsx";
import { toast } from "../toasts.tsx";

const OUTCOMES = ["not_interested", "wants_reschedule", "no_show", "completed"] as const;
const SHORT_WORDS = {
  not_interested: "Not interested",
  wants_reschedule: "Reschedule",
  no_show: "No-show",
  completed: "Completed",
} as const;

export function OutcomeCard(props: { conversation: Conversation }) {
  const client = useQueryClient();
  const reopen = createCommand(() => api.reopen(props.conversation.id), {
    done: (conversation) => {
      keepConversation(client, conversation);
      toast("Open again.", "good");
    },
  });
  const set = createCommand((outcome: (typeof OUTCOMES)[number]) => api.setOutcome(props.conversation.id, outcome), {
    done: (conversation, outcome) => {
      keepConversation(client, conversation);
      toast(`Marked: ${SHORT_WORDS[outcome].toLowerCase()}.`, "good", {
        label: "Reopen",
        run: () => reopen.run(undefined),
      });
    },
  });
  const now = createNow();
  /** How a showing went can be said once it has begun. */
  const early = (outcome: (typeof OUTCOMES)[number]) => {
    const { showingStart } = props.conversation;
    if (showingStart === null || (outcome !== "no_show" && outcome !== "completed")) return null;
    return beforeStart(outcome, Date.parse(showingStart), now());
  };
  const isClosed = () => props.conversation.workflowState === "outcome";
  return (
    <section class="card" aria-labelledby="outcome-title">
      <h2 id="outcome-title" class="card-title">
        Outcome
      </h2>
      <Show
        when={isClosed()}
        fallback={
          <div class="outcomes">
            <For each={OUTCOMES}>
              {(outcome) => (
                <OrderButton
                  refused={props.conversation.actions.setOutcome ?? early(outcome)}
                  isBusy={set.isBusy}
                  onPress={() => set.run(outcome)}
                >
                  {SHORT_WORDS[outcome]}
                </OrderButton>
              )}
            </For>
          </div>
        }
      >
        <div class="card-line">
          <strong>{props.conversation.outcome === null ? "Closed" : OUTCOME_WORDS[props.conversation.outcome]}</strong>
          <OrderButton
            refused={props.conversation.actions.reopen}
            isBusy={reopen.isBusy}
            onPress={() => reopen.run(undefined)}
          >
            Reopen
          </OrderButton>
        </div>
      </Show>
      <Show when={!isClosed() && props.conversation.actions.setOutcome}>
        {(why) => <p class="card-hint">{`${why().message} ${why().next}`}</p>}
      </Show>
    </section>
  );
}
