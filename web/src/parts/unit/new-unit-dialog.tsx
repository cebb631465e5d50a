// Adds a unit by hand: its name, its time zone, how many leads may share one showing.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onMount } from "solid-js";
import { LABEL_CHARS_MAX, type UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { keepUnit } from "../../api/unit-queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { refusalWords } from "./create-unit-command.ts";
import { Problem } from "./problem.tsx";
import { ZoneField } from "./zone-field.tsx";

export function NewUnitDialog(props: { zone: string; onMade: (unit: UnitView) => void; onClose: () => void }) {
  const client = useQueryClient();
  const [label, setLabel] = createSignal("");
  const [zone, setZone] = createSignal(props.zone);
  const [problem, setProblem] = createSignal<string | null>(null);
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  const add = createCommand(() => unitApi.add({ label: label(), zone: zone(), groupSize: 1 }), {
    done: (unit) => {
      keepUnit(client, unit);
      dialog.close();
      props.onMade(unit);
    },
    refused: (refused) => {
      setProblem(refusalWords(refused));
      return true;
    },
  });
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="new-unit-title" onClose={() => props.onClose()}>
      <h3 id="new-unit-title">Add a unit</h3>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.run(undefined);
        }}
      >
        <label class="field">
          <span>Name, as your team calls it</span>
          <input
            required
            maxlength={LABEL_CHARS_MAX}
            autocomplete="off"
            placeholder="118 Kent Ave, 4C"
            value={label()}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        </label>
        <ZoneField label="Time zone" value={zone()} onInput={setZone} />
        <Problem words={problem()} />
        <div class="dialog-orders">
          <button type="button" class="button" onClick={() => dialog.close()}>
            Cancel
          </button>
          <button type="submit" class="button is-main" disabled={add.isBusy}>
            Add
          </button>
        </div>
      </form>
    </dialog>
  );
}
