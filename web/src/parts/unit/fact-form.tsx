// The fields of one fact: its name when it is new, its value, the last day on which it holds.
import { createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { FACT_CHARS_MAX, FACT_NAME } from "#contracts/api/unit";
import { dateText, readDate } from "#domain/kernel/civil-day";
import type { FactChange } from "../../api/unit-client.ts";
import { ASKED_FACTS, factName, factTitle, factValue } from "../../words/unit.ts";
import { Problem } from "./problem.tsx";
import { instantAt } from "./wall-time.ts";

/** The end of a day, as a minute of it. */
const DAY_END = 1_440;

export function FactForm(props: {
  /** What it is called on record; for a new one, what the form begins with. */
  name: string;
  isNew?: boolean;
  value: string;
  /** A local day of the unit. */
  validUntil: number | null;
  zone: string;
  isBusy: boolean;
  /** What the server said against it. */
  refusal: string | null;
  onSave: (fact: FactChange & { readonly name: string }) => void;
  onCancel: () => void;
  onRemove?: () => void;
}) {
  const [problem, setProblem] = createSignal<string | null>(null);
  const listId = createUniqueId();
  let form!: HTMLFormElement;
  let nameField: HTMLInputElement | undefined;
  let valueField!: HTMLTextAreaElement;
  let untilField!: HTMLInputElement;
  onMount(() => (nameField !== undefined && props.name === "" ? nameField : valueField).focus());

  function save(): void {
    const name = nameField === undefined ? props.name : factName(nameField.value);
    const value = factValue(valueField.value);
    const day = readDate(untilField.value);
    const endMs = day === null ? null : instantAt(props.zone, day, DAY_END);
    if (!FACT_NAME.test(name)) setProblem("Give the fact a name that begins with a letter, such as “Pet deposit”.");
    else if (value === "") setProblem("Write what is to be stated.");
    else if (day !== null && endMs === null) setProblem("This browser does not know the unit’s time zone.");
    else {
      setProblem(null);
      props.onSave({ name, value, validUntil: endMs === null ? null : new Date(endMs).toISOString() });
    }
  }

  return (
    <form
      ref={form}
      class="fact-form"
      aria-label={props.isNew ? "New fact" : factTitle(props.name)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onCancel();
      }}
    >
      <Show when={props.isNew} fallback={<p class="fact-name">{factTitle(props.name)}</p>}>
        <label class="field">
          <span>Fact</span>
          <input
            ref={nameField}
            list={listId}
            value={props.name === "" ? "" : factTitle(props.name)}
            autocomplete="off"
            placeholder="Monthly rent, pets, …"
          />
          <datalist id={listId}>
            <For each={Object.values(ASKED_FACTS)}>{(words) => <option value={words} />}</For>
          </datalist>
        </label>
      </Show>
      <label class="field">
        <span>What replies may state</span>
        <textarea
          ref={valueField}
          rows="2"
          maxlength={FACT_CHARS_MAX}
          value={props.value}
          dir="auto"
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            form.requestSubmit();
          }}
        />
      </label>
      <label class="field fact-form-until">
        <span>Holds until (empty: until it is changed)</span>
        <input ref={untilField} type="date" value={props.validUntil === null ? "" : dateText(props.validUntil)} />
      </label>
      <Problem words={problem() ?? props.refusal} />
      <div class="form-orders">
        <button type="submit" class="button is-main" disabled={props.isBusy}>
          Save
        </button>
        <button type="button" class="button is-quiet" onClick={() => props.onCancel()}>
          Cancel
        </button>
        <Show when={props.onRemove}>
          {(remove) => (
            <button type="button" class="button is-quiet form-away" disabled={props.isBusy} onClick={() => remove()()}>
              Take off the record
            </button>
          )}
        </Show>
      </div>
    </form>
  );
}
