// Says what holds on one day or on each of several: away, or other hours than every week.
import { createSignal, For, onMount, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Availability, DayTimes } from "#contracts/api/availability";
import { dateText, readDate } from "#domain/kernel/civil-day";
import { availabilityApi } from "../../api/availability-client.ts";
import { Icon } from "../../parts/icon.tsx";
import { toast } from "../../parts/toasts.tsx";
import { Problem } from "../../parts/unit/problem.tsx";
import { type Entry, emptyEntry, readDay, wireTimes } from "../../parts/week/day-times.ts";
import { IntervalRows } from "../../parts/week/interval-rows.tsx";
import { createAvailabilityCommand } from "./create-availability-command.ts";

/** Days that are set one after the other: two months away. */
const DAYS_AT_ONCE_MAX = 62;
const KINDS = { away: "Away", hours: "Other hours" } as const;

export function DateForm(props: { userId: string; today: number; onClose: () => void }) {
  const [kind, setKind] = createSignal<keyof typeof KINDS>("away");
  const [hours, setHours] = createStore<{ entries: Entry[] }>({ entries: [emptyEntry()] });
  const [problem, setProblem] = createSignal<string | null>(null);
  let first!: HTMLInputElement;
  let last!: HTMLInputElement;
  let form!: HTMLFormElement;
  onMount(() => first.focus());
  const read = () => readDay(hours.entries);
  const save = createAvailabilityCommand(
    () => props.userId,
    async ({ days, intervals }: { days: readonly number[]; intervals: DayTimes[] }) => {
      let now: Availability | undefined;
      for (const day of days) now = await availabilityApi.setDate(props.userId, dateText(day), intervals);
      return now ?? (await availabilityApi.of(props.userId));
    },
    (_now, { days }) => {
      toast(days.length === 1 ? "Saved." : `Saved: ${days.length} days.`, "good");
      props.onClose();
    },
    setProblem,
  );

  /** The days, or a sentence on what is wrong. */
  function days(): readonly number[] | string {
    const from = readDate(first.value);
    const to = last.value === "" ? from : readDate(last.value);
    if (from === null || to === null) return "Choose the day.";
    if (to < from) return "The last day is before the first one.";
    if (to - from >= DAYS_AT_ONCE_MAX) return `At most ${DAYS_AT_ONCE_MAX} days at once.`;
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  }

  function submit(): void {
    const wanted = days();
    if (typeof wanted === "string") {
      setProblem(wanted);
    } else if (kind() === "away") {
      setProblem(null);
      save.run({ days: wanted, intervals: [] });
    } else if (read().problems.size > 0 || read().intervals.length === 0) {
      setProblem("Write at least one time, such as 10am until 2pm.");
      queueMicrotask(() => form.querySelector<HTMLInputElement>(".time-input")?.focus());
    } else {
      setProblem(null);
      save.run({ days: wanted, intervals: read().intervals.map(wireTimes) });
    }
  }

  return (
    <form
      ref={form}
      class="date-form"
      aria-label="Days that differ"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <label class="field">
        <span>First day</span>
        <input ref={first} type="date" required min={dateText(props.today)} />
      </label>
      <label class="field">
        <span>Last day, if several</span>
        <input ref={last} type="date" min={dateText(props.today)} />
      </label>
      <fieldset class="segments part-segments">
        <legend>What holds</legend>
        <For each={Object.keys(KINDS) as (keyof typeof KINDS)[]}>
          {(one) => (
            <label>
              <input type="radio" name="date-kind" value={one} checked={kind() === one} onChange={() => setKind(one)} />
              <span>{KINDS[one]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={kind() === "hours"}>
        <div class="date-hours">
          <IntervalRows
            day="Other hours"
            entries={hours.entries}
            read={read()}
            isChecked={problem() !== null}
            onWrite={(id, texts) => setHours("entries", (one) => one.id === id, texts)}
            onRemove={(id) => setHours("entries", (held) => held.filter((one) => one.id !== id))}
          />
          <button
            type="button"
            class="button is-small"
            onClick={() => setHours("entries", (held) => [...held, emptyEntry()])}
          >
            <Icon name="plus" />
            Another time
          </button>
        </div>
      </Show>
      <Problem words={problem()} />
      <div class="form-orders">
        <button type="submit" class="button is-main" disabled={save.isBusy}>
          {save.isBusy ? "Saving…" : "Save"}
        </button>
        <button type="button" class="button is-quiet" onClick={() => props.onClose()}>
          Cancel
        </button>
      </div>
    </form>
  );
}
