// The marks of a list row: what a person must know before opening it, most urgent first.
import { type Accessor, Show } from "solid-js";
import type { ConversationRow } from "#contracts/api/conversation";
import { age, deadline } from "../../words/time.ts";
import { Chip } from "../chip.tsx";

export function RowMarks(props: { row: ConversationRow; now: Accessor<number> }) {
  return (
    <span class="row-marks">
      <Show when={props.row.handOff}>
        {(handOff) => (
          <Chip tone={deadline(handOff().deadlineAt, props.now()).isOverdue ? "bad" : "warn"} icon="clock">
            Waits {age(handOff().openedAt, props.now())}, {deadline(handOff().deadlineAt, props.now()).words}
          </Chip>
        )}
      </Show>
      <Show when={props.row.hasDuplicate}>
        <Chip tone="bad" icon="warning">
          Shows twice
        </Chip>
      </Show>
      <Show when={props.row.sending === "failed"}>
        <Chip tone="bad" icon="cross">
          Not delivered
        </Chip>
      </Show>
      <Show when={props.row.sending === "unknown"}>
        <Chip tone="warn" icon="eye">
          Checking arrival
        </Chip>
      </Show>
      <Show when={props.row.sending === "waiting" || props.row.sending === "on_its_way"}>
        <Chip tone="busy" icon="send">
          On its way
        </Chip>
      </Show>
      <Show when={props.row.draftId !== null}>
        <Chip tone="busy" icon="pencil">
          Draft waiting
        </Chip>
      </Show>
      <Show when={props.row.isSuppressed}>
        <Chip tone="plain" icon="stop">
          Do not contact
        </Chip>
      </Show>
      <Show when={props.row.ownerMode === "human" && props.row.handOff === null}>
        <Chip tone="plain" icon="person">
          A person answers
        </Chip>
      </Show>
    </span>
  );
}
