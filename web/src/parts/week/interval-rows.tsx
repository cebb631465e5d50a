// The times of a day as fields: from, until, away with it. What is typed is rewritten as it was understood.
import { createUniqueId, For, Show } from "solid-js";
import { clockWords, readSpan } from "../../words/clock.ts";
import { Icon } from "../icon.tsx";
import type { Entry, ReadDay } from "./day-times.ts";

export function IntervalRows(props: {
  /** Whose times they are, for screen readers: "Monday". */
  day: string;
  entries: readonly Entry[];
  read: ReadDay;
  /** Problems are only shown once somebody is done with a field, or wants to save. */
  isChecked: boolean;
  onWrite: (id: number, texts: { readonly from: string; readonly to: string }) => void;
  onRemove: (id: number) => void;
}) {
  return (
    <ul class="interval-rows">
      <For each={props.entries}>
        {(entry, at) => (
          <IntervalRow
            name={props.entries.length > 1 ? `${props.day}, time ${at() + 1}` : props.day}
            entry={entry}
            problem={props.read.problems.get(entry.id)}
            isChecked={props.isChecked}
            onWrite={(texts) => props.onWrite(entry.id, texts)}
            onRemove={() => props.onRemove(entry.id)}
          />
        )}
      </For>
    </ul>
  );
}

function IntervalRow(props: {
  name: string;
  entry: Entry;
  problem: string | undefined;
  isChecked: boolean;
  onWrite: (texts: { readonly from: string; readonly to: string }) => void;
  onRemove: () => void;
}) {
  const problemId = createUniqueId();
  const shown = () => {
    const isWritten = props.entry.from.trim() !== "" && props.entry.to.trim() !== "";
    return props.isChecked || isWritten ? props.problem : undefined;
  };

  function tidy(): void {
    const span = readSpan(props.entry.from, props.entry.to);
    if (typeof span !== "string") {
      props.onWrite({ from: clockWords(span.fromMinute), to: clockWords(span.toMinute) });
    }
  }

  return (
    <li class="interval-row">
      <input
        class="time-input"
        value={props.entry.from}
        data-entry={props.entry.id}
        aria-label={`${props.name}, from`}
        aria-invalid={shown() === undefined ? undefined : "true"}
        aria-describedby={shown() === undefined ? undefined : problemId}
        placeholder="from"
        autocomplete="off"
        onInput={(event) => props.onWrite({ from: event.currentTarget.value, to: props.entry.to })}
        onChange={tidy}
      />
      <span aria-hidden="true">–</span>
      <input
        class="time-input"
        value={props.entry.to}
        aria-label={`${props.name}, until`}
        aria-invalid={shown() === undefined ? undefined : "true"}
        aria-describedby={shown() === undefined ? undefined : problemId}
        placeholder="until"
        autocomplete="off"
        onInput={(event) => props.onWrite({ from: props.entry.from, to: event.currentTarget.value })}
        onChange={tidy}
      />
      <button type="button" class="icon-button" aria-label={`Remove ${props.name}`} onClick={() => props.onRemove()}>
        <Icon name="cross" />
      </button>
      <Show when={shown()}>
        <p id={problemId} class="form-problem interval-problem">
          {shown()}
        </p>
      </Show>
    </li>
  );
}
