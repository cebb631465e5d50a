// What is next, in one glance at the top: the showing that runs or comes first, and how far away it is.
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { conversationPath } from "../../paths.ts";
import { dateTitle, placeTime } from "../../words/place-time.ts";
import { leadWords, nearness } from "../../words/showing.ts";

export function NextUp(props: { next: ShowingView; today: string; nowMs: number }) {
  const day = () => (props.next.day === props.today ? "" : `${dateTitle(props.next.day, props.today)}, `);
  return (
    <section class="next-up" aria-label="Next">
      <p class="next-near">
        {nearness(props.next, props.nowMs) === "now" ? "Now" : `Next, ${nearness(props.next, props.nowMs)}`}
      </p>
      <p class="next-what">
        <strong>
          {day()}
          {placeTime(props.next.start, props.next.unit.zone)}
        </strong>
        <bdi>{props.next.unit.name}</bdi>
        <Show when={props.next.conversationId} fallback={<bdi>{leadWords(props.next)}</bdi>}>
          {(id) => (
            <A class="next-link" href={conversationPath(id(), "")} activeClass="" inactiveClass="">
              <bdi>{leadWords(props.next)}</bdi>
            </A>
          )}
        </Show>
      </p>
    </section>
  );
}
