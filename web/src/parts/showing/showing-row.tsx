// One showing of a list: when, where, who comes, how it stands, and what to do with it.
import { A } from "@solidjs/router";
import { type Accessor, Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { conversationPath } from "../../paths.ts";
import { comingWords, leadWords, STATUS_TONES, STATUS_WORDS } from "../../words/showing.ts";
import { createShowingOrders } from "./create-showing-orders.ts";
import { ShowingButtons } from "./showing-buttons.tsx";
import { ShowingTime } from "./showing-time.tsx";
import { StandsNote } from "./stands-note.tsx";

export function ShowingRow(props: {
  showing: ShowingView;
  now: Accessor<number>;
  /** Named above the time where the days of a list differ; null: everybody knows. */
  day: string | null;
  isAgentShown?: boolean;
}) {
  const giver = createShowingOrders(() => props.showing);
  let row!: HTMLLIElement;
  const isOver = () => props.showing.mayBecome.length === 0;
  return (
    <li class="showing" ref={row} tabindex="-1" data-over={isOver() ? "yes" : undefined}>
      <div class="showing-at">
        <Show when={props.day}>{(day) => <p class="showing-day">{day()}</p>}</Show>
        <ShowingTime showing={props.showing} />
      </div>
      <div class="showing-what">
        <Show
          when={props.showing.conversationId}
          fallback={
            <div class="showing-place">
              <Where showing={props.showing} />
            </div>
          }
        >
          {(id) => (
            <A class="showing-link" href={conversationPath(id(), "")} activeClass="" inactiveClass="">
              <Where showing={props.showing} />
            </A>
          )}
        </Show>
        <p class="showing-state">
          <span class="state" data-tone={STATUS_TONES[props.showing.status]}>
            {STATUS_WORDS[props.showing.status]}
          </span>
          <Show when={comingWords(props.showing, props.now())}>{(words) => <span>{words()}</span>}</Show>
          <Show when={props.isAgentShown}>
            <span>
              <bdi>{props.showing.agent.name}</bdi>
            </span>
          </Show>
        </p>
        <StandsNote showing={props.showing} />
      </div>
      <ShowingButtons
        showing={props.showing}
        nowMs={props.now()}
        giver={giver}
        onLeave={() => row.focus({ preventScroll: true })}
      />
    </li>
  );
}

function Where(props: { showing: ShowingView }) {
  return (
    <>
      <bdi class="showing-unit">{props.showing.unit.name}</bdi>
      <span class="showing-lead">
        <bdi>{leadWords(props.showing)}</bdi>
      </span>
    </>
  );
}
