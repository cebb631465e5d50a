// Where a table of units comes from: a file, or rows pasted from a spreadsheet.
import { Show } from "solid-js";
import { ZoneField } from "./zone-field.tsx";

export function ImportSource(props: {
  file: File | null;
  pasted: string;
  zone: string;
  onFile: (file: File | null) => void;
  onPasted: (text: string) => void;
  onZone: (zone: string) => void;
}) {
  let chooser!: HTMLInputElement;
  return (
    <div class="import-source">
      <p>
        One row per unit. The first row names the columns: <strong>Unit</strong>, and any of rent, deposit, pets,
        parking, time zone, group size and so on. Nothing changes before you have seen what would.
      </p>
      <div class="import-file">
        <label class="button">
          {props.file === null ? "Choose a file" : "Choose another file"}
          <input
            ref={chooser}
            class="visually-hidden"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
            onChange={(event) => props.onFile(event.currentTarget.files?.[0] ?? null)}
          />
        </label>
        <Show when={props.file} fallback={<span class="part-hint">CSV in UTF-8, at most 2 MB</span>}>
          {(file) => (
            <>
              <bdi class="import-file-name">{file().name}</bdi>
              <button
                type="button"
                class="button is-small is-quiet"
                onClick={() => {
                  chooser.value = "";
                  props.onFile(null);
                  chooser.focus();
                }}
              >
                Remove<span class="visually-hidden"> the file</span>
              </button>
            </>
          )}
        </Show>
      </div>
      <Show when={props.file === null}>
        <label class="field">
          <span>Or paste rows from a spreadsheet</span>
          <textarea
            class="import-paste"
            rows="5"
            spellcheck={false}
            placeholder={"Unit,Rent,Pets\n118 Kent Ave 4C,2450,Cats only"}
            value={props.pasted}
            onInput={(event) => props.onPasted(event.currentTarget.value)}
          />
        </label>
      </Show>
      <ZoneField
        label="Time zone of new units whose row names none"
        value={props.zone}
        isNeeded={false}
        onInput={props.onZone}
      />
    </div>
  );
}
