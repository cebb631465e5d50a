// A few whole numbers that are saved together; the browser keeps them within their bounds.
import { createSignal, For } from "solid-js";

export type NumberField = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
};

export function NumbersForm(props: {
  /** For screen readers. */
  name: string;
  fields: readonly NumberField[];
  isBusy: boolean;
  /** In the order of the fields. */
  onSave: (values: readonly number[]) => void;
}) {
  const [typed, setTyped] = createSignal<Readonly<Record<number, number>>>({});
  const values = () => props.fields.map(({ value }, at) => typed()[at] ?? value);
  const isChanged = () => props.fields.some(({ value }, at) => values()[at] !== value);
  return (
    <form
      class="profile-form"
      aria-label={props.name}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(values());
        setTyped({});
      }}
    >
      <For each={props.fields.map(({ label }) => label)}>
        {(label, at) => (
          <label class="field">
            <span>{label}</span>
            <input
              type="number"
              inputmode="numeric"
              required
              step="1"
              min={props.fields[at()]?.min}
              max={props.fields[at()]?.max}
              value={values()[at()]}
              onInput={(event) => {
                const value = event.currentTarget.valueAsNumber;
                setTyped((held) => ({ ...held, [at()]: value }));
              }}
            />
          </label>
        )}
      </For>
      <div class="form-orders">
        <button type="submit" class="button" disabled={props.isBusy || !isChanged()}>
          Save
        </button>
      </div>
    </form>
  );
}
