// To which other days a day's times are copied. They take the place of what stands there.
import { createSignal, For, onMount } from "solid-js";
import { WEEKDAYS } from "../../words/availability.ts";
import { shortWeekdayWords, weekdayWords } from "../../words/day.ts";
import { toast } from "../toasts.tsx";

const LAST_WORKDAY = 5;

export function CopyPanel(props: { weekday: number; onCopy: (to: readonly number[]) => void; onClose: () => void }) {
  const [ticked, setTicked] = createSignal<readonly number[]>([]);
  const others = () => WEEKDAYS.filter((one) => one !== props.weekday);
  let first: HTMLInputElement | undefined;
  onMount(() => first?.focus());

  function listenForEscape(panel: HTMLElement): void {
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") props.onClose();
    });
  }
  function copy(): void {
    if (ticked().length === 0) {
      toast("Tick the days that get the same times.");
      return;
    }
    toast(`Copied to ${ticked().map(shortWeekdayWords).join(", ")}. Not saved yet.`);
    props.onCopy(ticked());
  }

  return (
    <div class="copy-panel" ref={listenForEscape}>
      <fieldset class="copy-days">
        <legend class="part-hint">The same times on</legend>
        <For each={others()}>
          {(one, at) => (
            <label class="day-tick">
              <input
                type="checkbox"
                aria-label={weekdayWords(one)}
                checked={ticked().includes(one)}
                ref={(element) => {
                  if (at() === 0) first = element;
                }}
                onChange={(event) => {
                  const rest = ticked().filter((held) => held !== one);
                  setTicked(event.currentTarget.checked ? [...rest, one].sort((a, b) => a - b) : rest);
                }}
              />
              <span aria-hidden="true">{shortWeekdayWords(one)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="form-orders">
        <button type="button" class="button is-small is-main" onClick={copy}>
          Copy
        </button>
        <button
          type="button"
          class="button is-small"
          onClick={() => setTicked(others().filter((one) => one <= LAST_WORKDAY))}
        >
          Tick Mon–Fri
        </button>
        <button type="button" class="button is-small" onClick={() => setTicked(others())}>
          Tick all
        </button>
      </div>
    </div>
  );
}
