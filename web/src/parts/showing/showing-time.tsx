// When a showing is, in the time of its unit; with the zone where the reader's clock differs, and with the date where the
// unit's is not the agent's.
import { Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { dateShort, ownClock, placeClock, placeDate, placeTime, zoneName } from "../../words/place-time.ts";
import { fullTime } from "../../words/time.ts";

export function ShowingTime(props: { showing: ShowingView }) {
  const zone = () => props.showing.unit.zone;
  const date = () => placeDate(props.showing.start, zone());
  return (
    <p class="showing-when">
      <time datetime={props.showing.start} title={`${fullTime(props.showing.start)} on your clock`}>
        {placeClock(props.showing.start, zone())}
      </time>
      <span class="showing-until">
        <span class="visually-hidden">until </span>
        <span aria-hidden="true">– </span>
        {placeClock(props.showing.end, zone())}
      </span>
      <Show when={zoneName(props.showing.start, zone())}>{(name) => <span class="showing-zone">{name()}</span>}</Show>
      <Show when={ownClock(props.showing.start, zone())}>
        {(clock) => <span class="showing-zone">{clock()} here</span>}
      </Show>
      <Show when={date() !== props.showing.day}>
        <span class="showing-zone">{dateShort(date())} there</span>
      </Show>
    </p>
  );
}

/** "Thu, 26 Nov, 6:00 PM EST": for sentences. */
export function showingWhen(start: string, zone: string): string {
  return `${dateShort(placeDate(start, zone))}, ${placeTime(start, zone)}`;
}
