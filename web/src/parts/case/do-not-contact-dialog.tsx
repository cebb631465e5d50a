// Asks before a person is not contacted any more, and which conversations of the same name are the same person's: a name
// alone decides nothing. Esc and "Cancel" change nothing. Loaded when it is asked for.
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, onMount, Show } from "solid-js";
import type { SamePerson } from "#contracts/api/same-person";
import { api } from "../../api/client.ts";
import { keepConversation, samePersonQuery } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { createNow } from "../../primitives/create-now.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { ago } from "../../words/time.ts";
import { toast } from "../toasts.tsx";
import type { PersonDialogProps } from "./dialog-button.tsx";

export function DoNotContactDialog(props: PersonDialogProps) {
  const client = useQueryClient();
  const others = useQuery(() => samePersonQuery(props.conversation.id));
  const [ticked, setTicked] = createSignal<readonly string[]>([]);
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());

  const found = (match: SamePerson["match"]) =>
    (others.isSuccess ? others.data : []).filter((one) => one.match === match && !one.isSuppressed);
  const suppress = createCommand((also: readonly string[]) => api.suppress(props.conversation.id, also), {
    done: (conversation) => {
      keepConversation(client, conversation);
      toast("This person is not contacted any more.", "good");
      dialog.close();
    },
  });

  return (
    <dialog ref={dialog} class="dialog is-tall" aria-labelledby="do-not-contact-title" onClose={() => props.onClose()}>
      <div class="dialog-body">
        <h3 id="do-not-contact-title">
          Do not contact <bdi>{props.conversation.leadName ?? "this person"}</bdi>?
        </h3>
        <p>
          Nothing more is sent to this person, on any platform. Drafts and messages that are waiting are cancelled. Only
          an admin can lift this.
        </p>
        <Show when={others.isPending}>
          <p class="card-hint dialog-part" role="status">
            Looking for the same person elsewhere…
          </p>
        </Show>
        <Show when={others.isLoadingError}>
          <div class="dialog-part card-line">
            <p class="card-hint">The other conversations did not load.</p>
            <button type="button" class="button is-small" onClick={() => void others.refetch()}>
              Try again
            </button>
          </div>
        </Show>
        <Show when={found("contact").length > 0}>
          <div class="dialog-part">
            <p class="dialog-sub">Theirs too, by the same e-mail or number. These stop as well:</p>
            <ul class="places">
              <For each={found("contact")}>
                {(one) => (
                  <li>
                    <Place one={one} />
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
        <Show when={found("name").length > 0}>
          <fieldset class="dialog-part">
            <legend class="dialog-sub">The same name. Tick those that are the same person:</legend>
            <div class="places">
              <For each={found("name")}>
                {(one) => (
                  <label class="tick">
                    <input
                      type="checkbox"
                      checked={ticked().includes(one.conversationId)}
                      onChange={(event) =>
                        setTicked(toggled(ticked(), one.conversationId, event.currentTarget.checked))
                      }
                    />
                    <Place one={one} />
                  </label>
                )}
              </For>
            </div>
          </fieldset>
        </Show>
      </div>
      <div class="dialog-orders">
        <button type="button" class="button" onClick={() => dialog.close()}>
          Cancel
        </button>
        <button
          type="button"
          class="button is-main"
          aria-disabled={suppress.isBusy ? "true" : undefined}
          onClick={() => suppress.run(ticked())}
        >
          Do not contact
        </button>
      </div>
    </dialog>
  );
}

/** Where a conversation stands, in the words that tell two of the same name apart. */
function Place(props: { one: SamePerson }) {
  const now = createNow();
  return (
    <span class="place">
      <bdi class="place-what">{props.one.unit?.name ?? props.one.listingTitle ?? "Unit not linked yet"}</bdi>
      <span class="facts-line">
        <span>{PLATFORM_WORDS[props.one.platform]}</span>
        <Show when={props.one.match === "contact"}>
          <span>
            <bdi>{props.one.leadName ?? "Name not shown"}</bdi>
          </span>
        </Show>
        <Show when={props.one.lastMessageAt}>{(at) => <span>{ago(at(), now())}</span>}</Show>
      </span>
    </span>
  );
}

function toggled(ids: readonly string[], id: string, isOn: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id);
  return isOn ? [...others, id] : others;
}
