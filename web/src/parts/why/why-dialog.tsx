// Why the assistant did what it did, and what a person then did with it: one decision, or all of a conversation.
import { useQuery } from "@tanstack/solid-query";
import { createUniqueId, For, Match, onMount, Show, Switch } from "solid-js";
import type { JudgedDecisionView } from "#contracts/api/shadow";
import { toProblem } from "../../api/problem.ts";
import { decisionsQuery } from "../../api/shadow-client.ts";
import { becameWords } from "../../words/shadow.ts";
import { DecisionBody } from "../case/decision-body.tsx";

export type WhyProps = {
  readonly conversationId: string;
  /** The text that is asked about; null: every decision of the conversation. */
  readonly sendId: string | null;
  readonly onClose: () => void;
};

export function WhyDialog(props: WhyProps) {
  const titleId = createUniqueId();
  const decisions = useQuery(() => decisionsQuery(props.conversationId));
  const shown = () => (decisions.data ?? []).filter(({ sendId }) => props.sendId === null || sendId === props.sendId);
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  return (
    <dialog ref={dialog} class="dialog is-tall" aria-labelledby={titleId} onClose={() => props.onClose()}>
      <div class="dialog-body">
        <h3 id={titleId}>{props.sendId === null ? "All decisions" : "Why?"}</h3>
        <Switch>
          <Match when={decisions.isLoadingError}>
            <p role="alert">{toProblem(decisions.error).message}</p>
          </Match>
          <Match when={decisions.isPending}>
            <p role="status">Loading…</p>
          </Match>
          <Match when={shown().length === 0}>
            <p>
              This follows no decision that is kept: it is a reminder, a follow-up, or older than the newest 50
              decisions. The history of the conversation says when it was written.
            </p>
          </Match>
          <Match when={shown().length > 0}>
            <For each={shown()}>{(decision) => <Judged decision={decision} />}</For>
          </Match>
        </Switch>
      </div>
      <div class="dialog-foot">
        <div class="dialog-orders">
          <button type="button" class="button" onClick={() => dialog.close()}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}

function Judged(props: { decision: JudgedDecisionView }) {
  return (
    <section class="why" aria-label={props.decision.reason.sentence}>
      <p>
        <strong>{props.decision.reason.sentence}</strong>
      </p>
      <DecisionBody decision={props.decision} />
      <p>What became of it: {becameWords(props.decision)}</p>
      <Show when={props.decision.wouldHaveGoneWrong}>
        <p>Sent automatically, it would have gone wrong.</p>
      </Show>
    </section>
  );
}
