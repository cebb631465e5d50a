// Units from a table: a file or pasted rows are checked first, and everything that would happen is shown before it does.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onMount, Show } from "solid-js";
import { IMPORT_BYTES_MAX, type ImportAnswer } from "#contracts/api/unit-import";
import { unitApi } from "../../api/unit-client.ts";
import { refreshUnits } from "../../api/unit-queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { importWords } from "../../words/unit.ts";
import { toast } from "../toasts.tsx";
import { refusalWords } from "./create-unit-command.ts";
import { ImportResult } from "./import-result.tsx";
import { ImportSource } from "./import-source.tsx";
import { Problem } from "./problem.tsx";

export function ImportDialog(props: { zone: string; onClose: () => void }) {
  const client = useQueryClient();
  const [file, setFile] = createSignal<File | null>(null);
  const [pasted, setPasted] = createSignal("");
  const [zone, setZone] = createSignal(props.zone);
  const [answer, setAnswer] = createSignal<ImportAnswer | null>(null);
  const [problem, setProblem] = createSignal<string | null>(null);
  let dialog!: HTMLDialogElement;
  let title!: HTMLHeadingElement;
  onMount(() => dialog.showModal());

  const table = (): Blob | null => file() ?? (pasted().trim() === "" ? null : new Blob([pasted()]));
  const count = (of: ImportAnswer) => of.created.length + of.changed.length;
  const send = createCommand(
    ({ from, isDryRun }: { from: Blob; isDryRun: boolean }) => unitApi.importTable(from, isDryRun, zone()),
    {
      done: (came) => {
        setProblem(null);
        setAnswer(came);
        if (came.isApplied) {
          refreshUnits(client);
          toast(`Imported: ${importWords(came)}.`, "good");
          dialog.close();
        } else title.focus();
      },
      refused: (refused) => {
        setProblem(refusalWords(refused));
        return true;
      },
    },
  );

  function run(isDryRun: boolean): void {
    const from = table();
    if (from === null) setProblem("Choose a file or paste a table first.");
    else if (from.size > IMPORT_BYTES_MAX) setProblem("A table may have 2 MB. Send it in parts.");
    else send.run({ from, isDryRun });
  }

  function back(): void {
    setAnswer(null);
    setProblem(null);
    title.focus();
  }

  return (
    <dialog ref={dialog} class="dialog is-tall is-wide" aria-labelledby="import-title" onClose={() => props.onClose()}>
      <div class="dialog-body">
        <h3 id="import-title" tabindex="-1" ref={title}>
          {answer() === null ? "Import units" : "What this table does"}
        </h3>
        <Show
          when={answer()}
          fallback={
            <ImportSource
              file={file()}
              pasted={pasted()}
              zone={zone()}
              onFile={setFile}
              onPasted={setPasted}
              onZone={setZone}
            />
          }
        >
          {(came) => <ImportResult answer={came()} />}
        </Show>
        <Problem words={problem()} />
      </div>
      <div class="dialog-orders">
        <Show
          when={answer()}
          fallback={
            <>
              <button type="button" class="button" onClick={() => dialog.close()}>
                Cancel
              </button>
              <button type="button" class="button is-main" disabled={send.isBusy} onClick={() => run(true)}>
                {send.isBusy ? "Checking…" : "Check the table"}
              </button>
            </>
          }
        >
          {(came) => (
            <>
              <button type="button" class="button" onClick={back}>
                Back
              </button>
              <Show when={came().errorCount === 0 && count(came()) > 0}>
                <button type="button" class="button is-main" disabled={send.isBusy} onClick={() => run(false)}>
                  {send.isBusy ? "Importing…" : `Import ${count(came())} ${count(came()) === 1 ? "unit" : "units"}`}
                </button>
              </Show>
            </>
          )}
        </Show>
      </div>
    </dialog>
  );
}
