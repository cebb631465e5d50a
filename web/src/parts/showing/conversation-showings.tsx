// The showings of a conversation, in its case: the next one and what to do with it, the last one when none is ahead, and
// booking by hand. Loaded when a conversation is opened, after what is read first.
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import type { ShowingView } from "#contracts/api/showing";
import { conversationShowingsQuery, dayPollMs } from "../../api/day-queries.ts";
import { toProblem } from "../../api/problem.ts";
import { dayPath } from "../../paths.ts";
import { createNow } from "../../primitives/create-now.ts";
import { dateTitle, ownDate } from "../../words/place-time.ts";
import { comingWords, nearness, STATUS_TONES, STATUS_WORDS, showingCount } from "../../words/showing.ts";
import { useLive } from "../live-context.tsx";
import { OrderButton, type Refused } from "../order-button.tsx";
import { BookDialog } from "./book-dialog.tsx";
import { createShowingOrders } from "./create-showing-orders.ts";
import { currentShowing } from "./current-showing.ts";
import { ShowingButtons } from "./showing-buttons.tsx";
import { ShowingTime, showingWhen } from "./showing-time.tsx";
import { StandsNote } from "./stands-note.tsx";

const NO_UNIT = {
  message: "This conversation belongs to no unit yet.",
  next: "Ask an admin to link it to a unit, then book.",
} as const;

export function ConversationShowings(props: { conversation: Conversation }) {
  const live = useLive();
  const now = createNow();
  const showings = useQuery(() => ({
    ...conversationShowingsQuery(props.conversation.id),
    refetchInterval: dayPollMs(live.state()),
  }));
  const [isBooking, setIsBooking] = createSignal(false);
  const current = createMemo(() => (showings.isSuccess ? currentShowing(showings.data, now()) : null));
  const others = () => (showings.isSuccess ? showings.data.filter(({ id }) => id !== current()?.id) : []);
  const refused = (): Refused => {
    if (props.conversation.unit === null) return NO_UNIT;
    return props.conversation.isSuppressed ? props.conversation.actions.reply : null;
  };
  let heading!: HTMLHeadingElement;
  return (
    <section class="card" aria-labelledby="showing-title">
      <h2 id="showing-title" class="card-title" tabindex="-1" ref={heading}>
        Showing
      </h2>
      <Switch>
        <Match when={showings.isLoadingError}>
          <p class="card-hint" role="alert">
            {toProblem(showings.error).message}
          </p>
          <button type="button" class="button is-small" onClick={() => void showings.refetch()}>
            Try again
          </button>
        </Match>
        <Match when={showings.isPending}>
          <p class="card-hint" role="status">
            Loading…
          </p>
        </Match>
        <Match when={current()}>
          {(showing) => <Current showing={showing()} nowMs={now()} onLeave={() => heading.focus()} />}
        </Match>
        <Match when={showings.data?.length === 0}>
          <p class="card-hint">No showing is booked in this conversation.</p>
        </Match>
      </Switch>
      <Show when={others().length > 0}>
        <Others showings={others()} />
      </Show>
      <Show when={showings.isSuccess && (current()?.mayBecome.length ?? 0) === 0}>
        <OrderButton refused={refused()} onPress={() => setIsBooking(true)}>
          Book a showing
        </OrderButton>
      </Show>
      <Show when={isBooking() && props.conversation.unit}>
        {(unit) => <BookDialog conversation={props.conversation} unit={unit()} onClose={() => setIsBooking(false)} />}
      </Show>
    </section>
  );
}

/** Those that are over, and any that come after the next one. */
function Others(props: { showings: readonly ShowingView[] }) {
  return (
    <details class="other-showings">
      <summary>{showingCount(props.showings.length)} more in this conversation</summary>
      <ul>
        <For each={props.showings}>
          {(one) => (
            <li>
              <span>{showingWhen(one.start, one.unit.zone)}</span>
              <span class="state" data-tone={STATUS_TONES[one.status]}>
                {STATUS_WORDS[one.status]}
              </span>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}

function Current(props: { showing: ShowingView; nowMs: number; onLeave: () => void }) {
  const giver = createShowingOrders(() => props.showing);
  return (
    <div class="showing is-card" data-over={props.showing.mayBecome.length === 0 ? "yes" : undefined}>
      <p class="showing-day">
        <A href={dayPath(props.showing.day)} activeClass="" inactiveClass="">
          {dateTitle(props.showing.day, ownDate(props.nowMs))}
        </A>
        <Show when={props.showing.mayBecome.length > 0}>
          <span>{nearness(props.showing, props.nowMs)}</span>
        </Show>
      </p>
      <ShowingTime showing={props.showing} />
      <div class="showing-what">
        <p class="showing-state">
          <span class="state" data-tone={STATUS_TONES[props.showing.status]}>
            {STATUS_WORDS[props.showing.status]}
          </span>
          <Show when={comingWords(props.showing, props.nowMs)}>{(words) => <span>{words()}</span>}</Show>
        </p>
        <StandsNote showing={props.showing} />
        <p class="card-hint">
          With <bdi>{props.showing.agent.name}</bdi> at <bdi>{props.showing.unit.name}</bdi>
        </p>
      </div>
      <ShowingButtons showing={props.showing} nowMs={props.nowMs} giver={giver} onLeave={props.onLeave} />
    </div>
  );
}
