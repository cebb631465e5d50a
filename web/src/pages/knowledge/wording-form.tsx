// The field of one wording: what may stand in it, what is wrong with it as it is typed, and a whole reply with it.
import { useQuery } from "@tanstack/solid-query";
import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from "solid-js";
import { type ReplyTemplateList, TEMPLATE_CHARS_MAX } from "#contracts/api/reply-template";
import { previewQuery, type WordingKey } from "../../api/knowledge-client.ts";
import { allUnitsQuery } from "../../api/unit-queries.ts";
import { KIND_WORDS, VARIABLE_WORDS } from "../../words/wording.ts";
import { ProblemList } from "./problem-list.tsx";

const TYPING_PAUSE_MS = 250;

export function WordingForm(props: {
  wording: WordingKey;
  about: ReplyTemplateList["kinds"][number];
  text: string;
  isBusy: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
  onRemove: (() => void) | undefined;
}) {
  const problemsId = createUniqueId();
  const [looked, setLooked] = createSignal(props.text);
  const [unitId, setUnitId] = createSignal<string | null>(null);
  const units = useQuery(allUnitsQuery);
  const known = () => (units.isSuccess ? units.data : []);
  const statesFacts = () => props.about.required.includes("facts");
  /** Answers are shown with somebody's facts from the beginning. */
  const shownUnitId = () => unitId() ?? (statesFacts() ? (known()[0]?.id ?? null) : null);
  const preview = useQuery(() => previewQuery({ ...props.wording, text: looked(), unitId: shownUnitId() }));
  const problems = () => (preview.isSuccess ? preview.data.problems.map((one) => one.sentence) : []);
  const variables = () => [...props.about.required, ...props.about.optional];
  let field!: HTMLTextAreaElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onMount(() => field.focus());
  onCleanup(() => clearTimeout(timer));
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => setLooked(field.value), TYPING_PAUSE_MS);
  };
  const insert = (variable: string) => {
    field.setRangeText(`{${variable}}`, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    look();
  };
  return (
    <form
      class="fact-form"
      aria-label={KIND_WORDS[props.wording.kind].title}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(field.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onCancel();
      }}
    >
      <label class="field">
        <span>{KIND_WORDS[props.wording.kind].title}</span>
        <textarea
          ref={field}
          rows="4"
          dir="auto"
          lang={props.wording.language}
          maxlength={TEMPLATE_CHARS_MAX}
          value={props.text}
          aria-describedby={problemsId}
          onInput={look}
        />
      </label>
      <Show when={variables().length > 0}>
        <ul class="asked-names">
          <For each={variables()}>
            {(variable) => (
              <li>
                <button type="button" class="button is-small" onClick={() => insert(variable)}>
                  Insert {VARIABLE_WORDS[variable]}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ProblemList problems={problems()} id={problemsId} />
      <div class="wording-preview">
        <p class="part-sub">A reply with it</p>
        <Show when={statesFacts()}>
          <label class="field">
            <span>With the facts of</span>
            <select value={shownUnitId() ?? ""} onChange={(event) => setUnitId(event.currentTarget.value)}>
              <For each={known()}>
                {(unit) => (
                  <option value={unit.id} selected={unit.id === shownUnitId()}>
                    {unit.label}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
        <output class="wording-reply" lang={props.wording.language}>
          <Show when={preview.data?.reply} fallback={emptyWords(preview.isPending, problems().length > 0)}>
            {(reply) => reply()}
          </Show>
        </output>
      </div>
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
              Use ours again
            </button>
          )}
        </Show>
      </div>
    </form>
  );
}

function emptyWords(isPending: boolean, hasProblems: boolean): string {
  if (isPending) return "Loading…";
  return hasProblems ? "It is shown when nothing is wrong." : "No fact of this kind is on the unit’s record.";
}
