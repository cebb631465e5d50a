// Showings under the days they are on, in order. Rows keep their place, and the focus, when the list is read again.
import { type Accessor, createMemo, For, Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { useMe } from "../../parts/session-context.ts";
import { ShowingRow } from "../../parts/showing/showing-row.tsx";
import { dateTitle } from "../../words/place-time.ts";

export function DayGroups(props: {
  showings: readonly ShowingView[];
  today: string;
  now: Accessor<number>;
  /** False where the page itself names the day. */
  isTitled: boolean;
}) {
  const me = useMe();
  const byId = createMemo(() => new Map(props.showings.map((one) => [one.id, one])));
  const days = createMemo(() => [...new Set(props.showings.map(({ day }) => day))]);
  const idsOf = (day: string) => props.showings.filter((one) => one.day === day).map(({ id }) => id);
  return (
    <For each={days()}>
      {(day) => (
        <section class="card day-part" aria-label={dateTitle(day, props.today)}>
          <Show when={props.isTitled}>
            <h2 class="day-title">{dateTitle(day, props.today)}</h2>
          </Show>
          <ul class="showings">
            <For each={idsOf(day)}>
              {(id) => (
                <Show when={byId().get(id)}>
                  {(showing) => (
                    <ShowingRow
                      showing={showing()}
                      now={props.now}
                      day={null}
                      isAgentShown={me().role === "admin" && showing().agent.id !== me().user.id}
                    />
                  )}
                </Show>
              )}
            </For>
          </ul>
        </section>
      )}
    </For>
  );
}
