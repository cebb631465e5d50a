// Asks before a unit is taken off the record. Esc and "Keep it" change nothing; what still hangs on it is said by the server.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onMount } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { dropUnit, refreshUnits } from "../../api/unit-queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { toast } from "../toasts.tsx";
import { Problem } from "./problem.tsx";

export function RemoveUnitDialog(props: { unit: UnitView; onRemoved: () => void; onClose: () => void }) {
  const client = useQueryClient();
  const [problem, setProblem] = createSignal<string | null>(null);
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  const remove = createCommand(() => unitApi.remove(props.unit.id), {
    done: (unit) => {
      dialog.close();
      props.onRemoved();
      dropUnit(client, unit.id);
      toast("The unit is removed.", "good");
    },
    refused: ({ code, message }) => {
      refreshUnits(client);
      if (code === "NOT_SIGNED_IN") return false;
      setProblem(message);
      return true;
    },
  });
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="remove-unit-title" onClose={() => props.onClose()}>
      <h3 id="remove-unit-title">
        Remove <bdi>{props.unit.label}</bdi>?
      </h3>
      <p>Its facts and its times go with it. A unit that has showings or conversations stays on record.</p>
      <Problem words={problem()} />
      <div class="dialog-orders">
        <button type="button" class="button" onClick={() => dialog.close()}>
          Keep it
        </button>
        <button
          type="button"
          class="button is-main"
          aria-disabled={remove.isBusy ? "true" : undefined}
          onClick={() => remove.run(undefined)}
        >
          Remove it
        </button>
      </div>
    </dialog>
  );
}
