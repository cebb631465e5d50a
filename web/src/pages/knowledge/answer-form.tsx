// The fields of one answer: how leads ask, what they are told, for which unit, and the last day on which it holds.
import { createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import {
  ANSWER_CHARS_MAX,
  type KnowledgeChange,
  type KnowledgeView,
  QUESTION_CHARS_MAX,
} from "#contracts/api/knowledge";
import type { UnitView } from "#contracts/api/unit";
import { dateText, readDate } from "#domain/kernel/civil-day";
import { instantAt } from "../../parts/unit/wall-time.ts";
import { lastDayOf, zoneOf } from "./answer-day.ts";
import { ProblemList } from "./problem-list.tsx";

/** The end of a day, as a minute of it. */
const DAY_END = 1_440;

export function AnswerForm(props: {
  /** The answer that is changed; none for a new one. */
  entry?: KnowledgeView;
  /** For which unit a new one begins. */
  unitId: string | null;
  units: readonly UnitView[];
  isBusy: boolean;
  problems: readonly string[];
  onSave: (change: KnowledgeChange) => void;
  onCancel: () => void;
  onRemove?: () => void;
}) {
  const hintId = createUniqueId();
  const [own, setOwn] = createSignal<readonly string[]>([]);
  let question!: HTMLTextAreaElement;
  let answer!: HTMLTextAreaElement;
  let unit!: HTMLSelectElement;
  let until!: HTMLInputElement;
  onMount(() => question.focus());
  const day = () => (props.entry === undefined ? null : lastDayOf(props.entry, props.units));
  /** Those one may choose, and the one that stands there already. */
  const choices = () => {
    const held = props.entry?.unit;
    const listed = props.units.map(({ id, label }) => ({ id, label }));
    return held == null || listed.some(({ id }) => id === held.id)
      ? listed
      : [{ id: held.id, label: held.name }, ...listed];
  };
  const isChosen = (id: string) => id === (props.entry === undefined ? props.unitId : props.entry.unit?.id);

  function save(): void {
    const unitId = unit.value === "" ? null : unit.value;
    const last = readDate(until.value);
    const endMs = last === null ? null : instantAt(zoneOf(unitId, props.units), last, DAY_END);
    const problems = [
      ...(question.value.trim() === "" ? ["Write the question as leads ask it."] : []),
      ...(answer.value.trim() === "" ? ["Write the answer that leads get, word for word."] : []),
      ...(last !== null && endMs === null ? ["This browser does not know the unit’s time zone."] : []),
    ];
    setOwn(problems);
    if (problems.length > 0) return;
    const validUntil = endMs === null ? null : new Date(endMs).toISOString();
    props.onSave({ question: question.value, answer: answer.value, unitId, validUntil });
  }

  return (
    <form
      class="fact-form"
      aria-label={props.entry === undefined ? "New answer" : "Answer"}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onCancel();
      }}
    >
      <label class="field">
        <span>Question, as leads ask it</span>
        <textarea
          ref={question}
          rows="3"
          dir="auto"
          maxlength={QUESTION_CHARS_MAX}
          value={props.entry?.question ?? ""}
          placeholder={"Is there a bike room?\nCan I store my bike?"}
          aria-describedby={hintId}
        />
      </label>
      <p id={hintId} class="part-hint">
        One wording a line. Who asks the same gets the answer; who asks anything more gets a person.
      </p>
      <label class="field">
        <span>Answer, word for word</span>
        <textarea ref={answer} rows="3" dir="auto" maxlength={ANSWER_CHARS_MAX} value={props.entry?.answer ?? ""} />
      </label>
      <div class="answer-more">
        <label class="field">
          <span>Unit</span>
          <select ref={unit}>
            <option value="">Every unit</option>
            <For each={choices()}>
              {(one) => (
                <option value={one.id} selected={isChosen(one.id)}>
                  {one.label}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="field">
          <span>Holds until (empty: until it is changed)</span>
          <input ref={until} type="date" value={dayText(day())} />
        </label>
      </div>
      <ProblemList problems={own().length > 0 ? own() : props.problems} />
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
              Remove
            </button>
          )}
        </Show>
      </div>
    </form>
  );
}

function dayText(day: number | null): string {
  return day === null ? "" : dateText(day);
}
