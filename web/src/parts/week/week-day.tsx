// One day of the week: its times, one more, and the same on other days.
import { createSignal, Show } from "solid-js";
import { weekdayWords } from "../../words/day.ts";
import { Icon } from "../icon.tsx";
import { CopyPanel } from "./copy-panel.tsx";
import { IntervalRows } from "./interval-rows.tsx";
import type { WeekDraft } from "./week-draft.ts";

export function WeekDay(props: {
  weekday: number;
  draft: WeekDraft;
  isChecked: boolean;
  /** What a day without a time is called. */
  none?: string;
}) {
  const [isCopying, setIsCopying] = createSignal(false);
  let row!: HTMLLIElement;
  let addButton!: HTMLButtonElement;
  let copyButton: HTMLButtonElement | undefined;
  const name = () => weekdayWords(props.weekday);
  const entries = () => props.draft.entries(props.weekday);

  function add(): void {
    const id = props.draft.add(props.weekday);
    row.querySelector<HTMLInputElement>(`[data-entry="${id}"]`)?.focus();
  }
  function closeCopy(): void {
    setIsCopying(false);
    copyButton?.focus();
  }

  return (
    <li class="week-day" ref={row}>
      <h3 class="week-day-name">{name()}</h3>
      <div class="week-day-orders">
        <Show when={entries().length > 0}>
          <button
            type="button"
            class="button is-small is-quiet"
            aria-expanded={isCopying()}
            ref={(element) => {
              copyButton = element;
            }}
            onClick={() => setIsCopying((held) => !held)}
          >
            Copy<span class="visually-hidden"> {name()} to other days</span>
          </button>
        </Show>
        <button type="button" class="icon-button" aria-label={`Add a time on ${name()}`} ref={addButton} onClick={add}>
          <Icon name="plus" />
        </button>
      </div>
      <div class="week-day-times">
        <Show when={entries().length > 0} fallback={<p class="week-day-none">{props.none ?? "Not available"}</p>}>
          <IntervalRows
            day={name()}
            entries={entries()}
            read={props.draft.read(props.weekday)}
            isChecked={props.isChecked}
            onWrite={(id, texts) => props.draft.write(props.weekday, id, texts)}
            onRemove={(id) => {
              props.draft.remove(props.weekday, id);
              addButton.focus();
            }}
          />
        </Show>
        <Show when={isCopying() && entries().length > 0}>
          <CopyPanel
            weekday={props.weekday}
            onCopy={(to) => {
              props.draft.copy(props.weekday, to);
              closeCopy();
            }}
            onClose={closeCopy}
          />
        </Show>
      </div>
    </li>
  );
}
