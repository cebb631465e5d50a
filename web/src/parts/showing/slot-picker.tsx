// The open times of a unit, day by day, to choose one from; or a time that is not among them, with the reasons.
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { slotsQuery } from "../../api/day-queries.ts";
import { toProblem } from "../../api/problem.ts";
import { dateName, dateShort, ownDate, placeClock, placeTime, weekdayName, zoneName } from "../../words/place-time.ts";
import { OtherTime } from "./other-time.tsx";
import { type Slot, type SlotChoice, slotsByDay } from "./slots-by-day.ts";

export function SlotPicker(props: {
  unitId: string;
  /** The showing that is to be moved; null: another is booked. */
  except: ShowingView | null;
  choice: SlotChoice | null;
  onChoose: (choice: SlotChoice) => void;
}) {
  const slots = useQuery(() => slotsQuery(props.unitId, props.except?.id ?? null));
  const zone = () => (slots.isSuccess ? slots.data.zone : "UTC");
  const days = createMemo(() => (slots.isSuccess ? slotsByDay(slots.data.slots, slots.data.zone) : []));
  return (
    <div class="picker">
      <Switch>
        <Match when={slots.isLoadingError}>
          <div class="picker-none" role="alert">
            <p>{toProblem(slots.error).message}</p>
            <button type="button" class="button is-small" onClick={() => void slots.refetch()}>
              Try again
            </button>
          </div>
        </Match>
        <Match when={slots.isPending}>
          <p class="picker-none" role="status">
            Looking for open times…
          </p>
        </Match>
        <Match when={days().length === 0}>
          <div class="picker-none">
            <p class="picker-none-title">No open time in the coming days.</p>
            <p>Add weekly hours, or check when the unit can be shown and who shows it.</p>
          </div>
        </Match>
        <Match when={days().length > 0}>
          <Days
            days={days()}
            zone={zone()}
            nowAt={props.except?.start ?? null}
            choice={props.choice}
            onChoose={props.onChoose}
          />
        </Match>
      </Switch>
      <Show when={slots.isSuccess}>
        <OtherTime unitId={props.unitId} exceptId={props.except?.id ?? null} zone={zone()} onChoose={props.onChoose} />
      </Show>
    </div>
  );
}

function Days(props: {
  days: ReturnType<typeof slotsByDay>;
  zone: string;
  /** When the showing is that is to be moved. */
  nowAt: string | null;
  choice: SlotChoice | null;
  onChoose: (choice: SlotChoice) => void;
}) {
  const group = createUniqueId();
  const [wanted, setWanted] = createSignal<string | null>(null);
  const shown = createMemo(() => props.days.find(({ date }) => date === wanted()) ?? props.days[0]);
  // Plain texts as keys: a new answer of the server leaves the buttons, and the focus, where they are.
  const dates = createMemo(() => props.days.map(({ date }) => date));
  const starts = createMemo(() => (shown()?.slots ?? []).map(({ start }) => start));
  const count = (date: string) => props.days.find((day) => day.date === date)?.slots.length ?? 0;
  const chosen = (): Slot | undefined =>
    props.days.flatMap(({ slots }) => slots).find(({ start }) => start === props.choice?.start);
  const zoneWords = () => {
    const first = shown()?.slots[0];
    return first === undefined ? null : zoneName(first.start, props.zone);
  };
  return (
    <>
      <fieldset class="slot-days tabs">
        <legend class="visually-hidden">Day</legend>
        <For each={dates()}>
          {(date) => (
            <label class="slot-day">
              <input
                type="radio"
                name={`${group}-day`}
                checked={shown()?.date === date}
                onChange={() => setWanted(date)}
              />
              <span class="visually-hidden">
                {dateShort(date)}, {count(date) === 1 ? "1 open time" : `${count(date)} open times`}
              </span>
              <span class="slot-face" aria-hidden="true">
                <span>{weekdayName(date)}</span>
                <strong>{Number(date.slice(8))}</strong>
                <small>{count(date)} open</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <fieldset class="slot-times">
        <legend>
          {dateName(shown()?.date ?? "", ownDate(Date.now()))}
          <Show when={zoneWords()}>{(name) => <span class="slot-zone">, in {name()}: the unit's time</span>}</Show>
        </legend>
        <div class="slot-grid">
          <For each={starts()}>
            {(start) => (
              <label class="slot-time">
                <input
                  type="radio"
                  name={`${group}-time`}
                  checked={props.choice?.start === start}
                  aria-label={`${placeTime(start, props.zone)}${start === props.nowAt ? ", as it is now" : ""}`}
                  onChange={() => props.onChoose({ start, agentId: null, isOverride: false })}
                />
                <span class="slot-face">
                  {placeClock(start, props.zone)}
                  <Show when={start === props.nowAt}>
                    <small aria-hidden="true">now</small>
                  </Show>
                </span>
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Show when={chosen()}>
        {(slot) => (
          <Agents
            slot={slot()}
            agentId={props.choice?.agentId ?? null}
            onChoose={(agentId) => props.onChoose({ start: slot().start, agentId, isOverride: false })}
          />
        )}
      </Show>
    </>
  );
}

/** Only an admin sees more than one: an agent's times are their own. */
function Agents(props: { slot: Slot; agentId: string | null; onChoose: (agentId: string | null) => void }) {
  return (
    <Show when={props.slot.agents.length > 1}>
      <label class="field">
        <span>Shown by</span>
        <select
          value={props.agentId ?? ""}
          onChange={(event) => props.onChoose(event.currentTarget.value === "" ? null : event.currentTarget.value)}
        >
          <option value="">First choice ({props.slot.agents[0]?.name})</option>
          <For each={props.slot.agents}>{(agent) => <option value={agent.id}>{agent.name}</option>}</For>
        </select>
      </label>
    </Show>
  );
}
