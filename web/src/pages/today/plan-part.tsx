// Today's showings in the order of time, and above them those of earlier days that nobody closed.
import { A } from "@solidjs/router";
import { type Accessor, createMemo, For, Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { ShowingRow } from "../../parts/showing/showing-row.tsx";
import { CONVERSATIONS_PATH, dayPath, SHOWINGS_PATH } from "../../paths.ts";
import { dateTitle } from "../../words/place-time.ts";
import { showingCount } from "../../words/showing.ts";
import { DayPart } from "./day-part.tsx";
import type { Plan } from "./plan.ts";

export function PlanPart(props: {
  plan: Plan;
  query: Parameters<typeof DayPart>[0]["query"];
  today: string;
  tomorrow: string;
  now: Accessor<number>;
}) {
  return (
    <>
      <Show when={props.plan.unclosed.length > 0}>
        <DayPart
          id="unclosed"
          title="How did these go?"
          count={props.plan.unclosed.length}
          query={props.query}
          empty={{ title: "", text: "" }}
        >
          <Rows showings={props.plan.unclosed} now={props.now} dated={props.today} />
        </DayPart>
      </Show>
      <DayPart
        id="plan"
        title="Showings today"
        count={props.plan.today.length}
        query={props.query}
        command={
          <A class="button is-small is-quiet" href={`${SHOWINGS_PATH}?view=month`} activeClass="" inactiveClass="">
            Month
          </A>
        }
        empty={{
          title: "No showings today.",
          text: (
            <>
              What leads book stands here by itself. To book one by hand, open the lead's{" "}
              <A class="text-link" href={CONVERSATIONS_PATH} activeClass="" inactiveClass="">
                conversation
              </A>
              .
            </>
          ),
        }}
      >
        <Rows showings={props.plan.today} now={props.now} />
      </DayPart>
      <Show when={props.plan.tomorrowCount > 0}>
        <p class="day-after">
          <A class="text-link" href={dayPath(props.tomorrow)} activeClass="" inactiveClass="">
            Tomorrow: {showingCount(props.plan.tomorrowCount)}
          </A>
        </p>
      </Show>
    </>
  );
}

function Rows(props: {
  showings: readonly ShowingView[];
  now: Accessor<number>;
  /** Set where the days differ: each is named, as seen from this date. */
  dated?: string;
}) {
  const byId = createMemo(() => new Map(props.showings.map((one) => [one.id, one])));
  const ids = createMemo(() => props.showings.map(({ id }) => id));
  return (
    <ul class="showings">
      <For each={ids()}>
        {(id) => (
          <Show when={byId().get(id)}>
            {(showing) => (
              <ShowingRow
                showing={showing()}
                now={props.now}
                day={props.dated === undefined ? null : dateTitle(showing().day, props.dated)}
              />
            )}
          </Show>
        )}
      </For>
    </ul>
  );
}
