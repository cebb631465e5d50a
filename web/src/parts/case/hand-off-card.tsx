// The hand-off in the conversation: why, since when and until when, what to know, and what the lead was told of it (R15).
import { For, Show } from "solid-js";
import type { AcknowledgementView, Conversation } from "#contracts/api/conversation";
import { createNow } from "../../primitives/create-now.ts";
import { age, deadline } from "../../words/time.ts";
import { Banner } from "../banner.tsx";

type HandOff = NonNullable<Conversation["handOff"]>;

export function HandOffCard(props: {
  handOff: HandOff;
  acknowledgement: AcknowledgementView | null;
  onUse: (text: string) => void;
}) {
  const now = createNow();
  const isUrgent = () => props.handOff.risk === "critical";
  return (
    <Banner tone={isUrgent() ? "bad" : "warn"} icon="person" title={props.handOff.reason.sentence}>
      <p>
        Has waited for {age(props.handOff.openedAt, now())}, {deadline(props.handOff.deadlineAt, now()).words}.
      </p>
      <Show when={props.handOff.summary.length > 0}>
        <ul class="summary" aria-label="Summary">
          <For each={props.handOff.summary}>
            {(line) => (
              <li>
                <bdi>{line}</bdi>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.acknowledgement}>{(told) => <p class="summary-told">{told().sentence}</p>}</Show>
      <Show when={props.acknowledgement?.body}>
        {(body) => (
          <button type="button" class="button is-small" onClick={() => props.onUse(body())}>
            Put it into the reply box
          </button>
        )}
      </Show>
    </Banner>
  );
}
