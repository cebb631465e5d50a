// Adds times at which a unit can be shown: the same hours on one day or on each of several.
import { createSignal, untrack } from "solid-js";
import { UNIT_WINDOWS_MAX } from "#contracts/api/unit";
import { dateText, readDate } from "#domain/kernel/civil-day";
import { createNow } from "../../primitives/create-now.ts";
import { clockWords, readSpan } from "../../words/clock.ts";
import { Problem } from "./problem.tsx";
import { instantAt, todayIn } from "./wall-time.ts";
import type { WindowEntry } from "./window-list.tsx";

export function WindowForm(props: {
  zone: string;
  /** How many there are already. */
  held: number;
  isBusy: boolean;
  onAdd: (windows: WindowEntry[]) => void;
}) {
  const now = createNow(60_000);
  const [problem, setProblem] = createSignal<string | null>(null);
  let first!: HTMLInputElement;
  let last!: HTMLInputElement;
  let from!: HTMLInputElement;
  let to!: HTMLInputElement;
  const today = () => todayIn(props.zone, now());
  const tomorrow = dateText(untrack(today) + 1);

  /** The windows, or a sentence on what is wrong. */
  function windows(): WindowEntry[] | string {
    const firstDay = readDate(first.value);
    const lastDay = last.value === "" ? firstDay : readDate(last.value);
    const hours = readSpan(from.value, to.value);
    if (firstDay === null || lastDay === null) return "Choose the first day.";
    if (lastDay < firstDay) return "The last day is before the first one.";
    if (typeof hours === "string") return hours;
    if (props.held + lastDay - firstDay >= UNIT_WINDOWS_MAX) return `A unit can have ${UNIT_WINDOWS_MAX} times.`;
    const made: WindowEntry[] = [];
    for (let day = firstDay; day <= lastDay; day += 1) {
      const startMs = instantAt(props.zone, day, hours.fromMinute);
      const endMs = instantAt(props.zone, day, hours.toMinute);
      if (startMs === null || endMs === null) return "This browser does not know the unit’s time zone.";
      if (startMs < endMs) made.push({ start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() });
    }
    return made;
  }

  function add(): void {
    const made = windows();
    setProblem(typeof made === "string" ? made : null);
    if (typeof made !== "string") props.onAdd(made);
  }

  /** Writes the times as they were understood. */
  function tidy(): void {
    const hours = readSpan(from.value, to.value);
    if (typeof hours === "string") return;
    from.value = clockWords(hours.fromMinute);
    to.value = clockWords(hours.toMinute);
  }

  return (
    <form
      class="window-form"
      aria-label="Add times"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label class="field">
        <span>First day</span>
        <input ref={first} type="date" min={dateText(today())} value={tomorrow} />
      </label>
      <label class="field">
        <span>Last day, if several</span>
        <input ref={last} type="date" min={dateText(today())} />
      </label>
      <label class="field">
        <span>From</span>
        <input ref={from} placeholder="10am" autocomplete="off" onChange={tidy} />
      </label>
      <label class="field">
        <span>Until</span>
        <input ref={to} placeholder="2pm" autocomplete="off" onChange={tidy} />
      </label>
      <Problem words={problem()} />
      <button type="submit" class="button" disabled={props.isBusy}>
        Add times
      </button>
    </form>
  );
}
