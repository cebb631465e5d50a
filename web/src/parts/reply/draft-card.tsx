// The assistant's draft, where the next message would stand: approve, edit then approve, or reject.
// An edit under way survives a reload of the page.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { REPLY_CHARS_MAX, type SendView } from "#contracts/api/conversation";
import { api } from "../../api/client.ts";
import type { Problem } from "../../api/problem.ts";
import { keepSend, refreshConversation } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { Icon } from "../icon.tsx";
import { toast } from "../toasts.tsx";
import { WhyButton } from "../why/why-button.tsx";
import { createTextCheck } from "./create-text-check.ts";
import { GrowingText } from "./growing-text.tsx";
import { TextFindings } from "./text-findings.tsx";

export function DraftCard(props: { send: SendView; conversationId: string }) {
  const client = useQueryClient();
  let card!: HTMLElement;
  const slot = `draft:${props.send.id}`;
  const [edited, setEdited] = createSignal<string | null>(sessionStorage.getItem(slot));
  const refused = (_problem: Problem) => {
    refreshConversation(client, props.conversationId);
    return false;
  };
  const done = (send: SendView) => {
    forget();
    keepSend(client, props.conversationId, send);
  };
  const check = createTextCheck(props.conversationId, () => (edited() === props.send.body ? "" : (edited() ?? "")));
  const approve = createCommand((body: string | null) => api.approveDraft(props.send.id, body, check.allTheSame()), {
    done,
    refused: (problem) => {
      if (problem.code === "TEXT_WARNED" || problem.code === "TEXT_BLOCKED") check.look();
      return refused(problem);
    },
  });
  const reject = createCommand(() => api.rejectDraft(props.send.id), {
    done: (send) => {
      done(send);
      toast("Draft rejected. Nothing was sent.");
    },
    refused,
  });

  /** Opening the editor makes the card taller: its buttons must stay in sight. */
  function startEditing(): void {
    edit(props.send.body);
    requestAnimationFrame(() => card.scrollIntoView({ block: "nearest" }));
  }
  function edit(text: string): void {
    setEdited(text);
    sessionStorage.setItem(slot, text);
  }
  function forget(): void {
    setEdited(null);
    sessionStorage.removeItem(slot);
  }
  const isUsable = () => {
    const text = edited();
    return text === null || (text.trim() !== "" && text.length <= REPLY_CHARS_MAX);
  };
  const approveNow = () => approve.run(changed(edited(), props.send.body));
  const isBusy = () => approve.isBusy || reject.isBusy;

  return (
    <section class="draft" aria-label="Draft of the assistant" ref={card}>
      <p class="draft-title">
        <Icon name="pencil" />
        {edited() === null ? "The assistant suggests" : "You are editing the draft"}
      </p>
      <Show when={props.send.returned}>
        {(why) => <p class="draft-returned">It came back to you: {why().sentence}</p>}
      </Show>
      <Show
        when={edited() !== null}
        fallback={
          <p class="draft-text" dir="auto">
            {props.send.body}
          </p>
        }
      >
        <GrowingText label="Text of the draft" value={edited() ?? ""} onInput={edit} isFocused />
      </Show>
      <TextFindings check={check} isBusy={isBusy()} onSend={approveNow} />
      <div class="draft-orders">
        <button
          type="button"
          class="button is-main"
          disabled={isBusy() || !isUsable() || check.isHeld()}
          onClick={approveNow}
        >
          <Icon name="check" />
          {edited() === null ? "Approve" : "Approve edited text"}
        </button>
        <Show
          when={edited() === null}
          fallback={
            <button type="button" class="button" disabled={isBusy()} onClick={forget}>
              Discard edits
            </button>
          }
        >
          <button type="button" class="button" disabled={isBusy()} onClick={startEditing}>
            Edit
          </button>
          <button type="button" class="button is-quiet" disabled={isBusy()} onClick={() => reject.run(undefined)}>
            Reject
          </button>
          <WhyButton conversationId={props.conversationId} sendId={props.send.id}>
            Why?
          </WhyButton>
        </Show>
      </div>
    </section>
  );
}

/** The text to send along with the approval: only when it differs from the draft. */
function changed(edited: string | null, body: string): string | null {
  const text = edited?.trim() ?? null;
  return text === null || text === body ? null : text;
}
