// A time that is not among the open ones: says which rules are against it, and lets an admin take it all the same.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { ExplanationView } from "#contracts/api/showing";
import { explanationQuery } from "../../api/day-queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { placeInstant } from "../../words/place-time.ts";
import { Icon } from "../icon.tsx";
import { useMe } from "../session-context.ts";
import { ExplanationList } from "./explanation-list.tsx";
import { showingWhen } from "./showing-time.tsx";
import type { SlotChoice } from "./slots-by-day.ts";

export function OtherTime(props: {
  unitId: string;
  /** The showing that is to be moved; null: another is booked. */
  exceptId: string | null;
  zone: string;
  onChoose: (choice: SlotChoice) => void;
}) {
  const me = useMe();
  const client = useQueryClient();
  const [date, setDate] = createSignal("");
  const [clock, setClock] = createSignal("");
  const [answer, setAnswer] = createSignal<ExplanationView | null>(null);
  const at = () => placeInstant(date(), clock(), props.zone);
  const ask = createCommand(
    (instant: string) => client.fetchQuery(explanationQuery(props.unitId, instant, props.exceptId)),
    {
      done: setAnswer,
    },
  );
  const set = (change: () => void) => {
    setAnswer(null);
    change();
  };
  return (
    <details class="fold other-time">
      <summary>
        <span class="fold-head">
          <span class="card-title">Why is another time not open?</span>
        </span>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">
        <div class="other-time-ask">
          <label class="field">
            <span>Date</span>
            <input type="date" value={date()} onInput={(event) => set(() => setDate(event.currentTarget.value))} />
          </label>
          <label class="field">
            <span>Time there</span>
            <input type="time" value={clock()} onInput={(event) => set(() => setClock(event.currentTarget.value))} />
          </label>
          <button
            type="button"
            class="button"
            disabled={at() === null || ask.isBusy}
            onClick={() => {
              const instant = at();
              if (instant !== null) ask.run(instant);
            }}
          >
            Ask
          </button>
        </div>
        <div aria-live="polite">
          <Show when={answer()}>
            {(explanation) => (
              <div class="why">
                <p class="why-lead">
                  {showingWhen(explanation().at, props.zone)} {explanation().isOpen ? "is open." : "is not open."}
                </p>
                <Show when={explanation().isOpen || me().role === "admin"}>
                  <button
                    type="button"
                    class="button is-small"
                    onClick={() =>
                      props.onChoose({
                        start: explanation().at,
                        agentId: null,
                        isOverride: !explanation().isOpen,
                      })
                    }
                  >
                    {explanation().isOpen ? "Choose this time" : "Choose it all the same"}
                  </button>
                </Show>
                <ExplanationList explanation={explanation()} zone={props.zone} />
              </div>
            )}
          </Show>
        </div>
      </div>
    </details>
  );
}
