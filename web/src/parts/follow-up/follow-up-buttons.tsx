// What can be done with one follow-up: done, not this one, later. What the server's table forbids is greyed, with the reason.
import { createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { FollowUpView } from "#contracts/api/follow-up";
import { snoozeChoices } from "../../words/follow-up.ts";
import { OrderButton } from "../order-button.tsx";
import { HeldNote } from "../showing/held-note.tsx";
import type { FollowUpOrderGiver } from "./create-follow-up-orders.ts";

export function FollowUpButtons(props: {
  giver: FollowUpOrderGiver;
  /** With whom, for those who hear the buttons. */
  lead: string;
  nowMs: number;
  /** Left out in the queue, which does not know: the server says no. */
  actions?: FollowUpView["actions"];
  /** Takes the focus when the buttons are gone. */
  onGone: () => void;
}) {
  const snoozeId = createUniqueId();
  const [isSnoozing, setIsSnoozing] = createSignal(false);
  const later = () => props.actions?.snooze ?? null;
  return (
    <Switch>
      <Match when={props.giver.held()}>
        {(held) => <HeldNote held={held()} onUndo={props.giver.undo} onLeave={props.onGone} />}
      </Match>
      <Match when={true}>
        <div class="showing-orders">
          <OrderButton class="is-small" refused={props.actions?.complete} onPress={() => props.giver.close("complete")}>
            Done<span class="visually-hidden">: follow-up with {props.lead}</span>
          </OrderButton>
          <OrderButton class="is-small" refused={props.actions?.skip} onPress={() => props.giver.close("skip")}>
            Skip<span class="visually-hidden"> the follow-up with {props.lead}</span>
          </OrderButton>
          <Show
            when={later() === null}
            fallback={
              <OrderButton class="is-small" refused={later()} onPress={() => undefined}>
                Later
              </OrderButton>
            }
          >
            <button
              type="button"
              class="button is-small"
              aria-expanded={isSnoozing()}
              aria-controls={snoozeId}
              onClick={() => setIsSnoozing((held) => !held)}
            >
              Later<span class="visually-hidden">: follow-up with {props.lead}</span>
            </button>
          </Show>
        </div>
        <div id={snoozeId} class="showing-more" hidden={!isSnoozing()}>
          <Show when={isSnoozing()}>
            <For each={snoozeChoices(props.nowMs)}>
              {(choice) => (
                <button
                  type="button"
                  class="button is-small"
                  onClick={() => {
                    setIsSnoozing(false);
                    props.onGone();
                    props.giver.snooze(choice.untilMs);
                  }}
                >
                  {choice.words}
                </button>
              )}
            </For>
          </Show>
        </div>
      </Match>
    </Switch>
  );
}
