// A time zone, typed or chosen from those the browser knows. The server decides whether it is one.
import { createUniqueId, For } from "solid-js";

const ZONES = Intl.supportedValuesOf("timeZone");

export function ZoneField(props: {
  label: string;
  value: string;
  isNeeded?: boolean;
  isDisabled?: boolean;
  onInput: (zone: string) => void;
}) {
  const listId = createUniqueId();
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        list={listId}
        value={props.value}
        required={props.isNeeded ?? true}
        disabled={props.isDisabled}
        autocomplete="off"
        spellcheck={false}
        placeholder="America/New_York"
        onInput={(event) => props.onInput(event.currentTarget.value.trim())}
      />
      <datalist id={listId}>
        <For each={ZONES}>{(zone) => <option value={zone} />}</For>
      </datalist>
    </label>
  );
}
