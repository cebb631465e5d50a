// Says at the top that somebody waits, where the hand-offs themselves stand further down (on a phone). A tap leads there.
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { handOffsQuery } from "../../api/day-queries.ts";
import { Icon } from "../../parts/icon.tsx";
import { deadline } from "../../words/time.ts";

export function WaitingStrip(props: { nowMs: number; target: string }) {
  const query = useQuery(handOffsQuery);
  const rows = () => (query.isSuccess ? query.data : []);
  const first = () =>
    rows()
      .flatMap(({ handOff }) => (handOff === null ? [] : [handOff.deadlineAt]))
      .toSorted()[0];
  const jump = () => {
    const part = document.getElementById(props.target);
    part?.scrollIntoView();
    part?.querySelector("h2")?.focus({ preventScroll: true });
  };
  return (
    <Show when={first()}>
      {(at) => {
        const left = () => deadline(at(), props.nowMs);
        return (
          <button
            type="button"
            class="waiting-strip"
            data-overdue={left().isOverdue ? "yes" : undefined}
            onClick={jump}
          >
            <Icon name="clock" />
            <span>
              {rows().length === 1 ? "1 lead waits" : `${rows().length} leads wait`}, {left().words}
            </span>
            <Icon name="chevron" />
          </button>
        );
      }}
    </Show>
  );
}
