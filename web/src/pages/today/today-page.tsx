// An agent's home (R26): what is next, today's showings, who waits, and whom to follow up. Loaded only when opened.
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, Show } from "solid-js";
import { dayPollMs, wholeQuery } from "../../api/day-queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { createNow } from "../../primitives/create-now.ts";
import { dateName, daysAfter, ownDate } from "../../words/place-time.ts";
import { CalendarPart } from "./calendar-part.tsx";
import { FollowUpsPart } from "./follow-ups-part.tsx";
import { HandOffsPart } from "./hand-offs-part.tsx";
import { NextUp } from "./next-up.tsx";
import { AHEAD_DAYS, BACK_DAYS, planOf } from "./plan.ts";
import { PlanPart } from "./plan-part.tsx";
import { WaitingStrip } from "./waiting-strip.tsx";

export function TodayPage() {
  const live = useLive();
  const now = createNow();
  const today = createMemo(() => ownDate(now()));
  const tomorrow = () => daysAfter(today(), 1);
  const query = useQuery(() => ({
    ...wholeQuery({
      from: daysAfter(today(), -BACK_DAYS),
      to: daysAfter(today(), AHEAD_DAYS),
      status: null,
      unit: null,
      agent: "me",
      order: "earliest",
    }),
    refetchInterval: dayPollMs(live.state()),
  }));
  const plan = createMemo(() => planOf(query.isSuccess ? query.data : [], today(), tomorrow(), now()));
  createEffect(() => {
    document.title = "Today · lease-bot";
  });
  return (
    <div class="page today">
      <header class="page-head">
        <h1>Today</h1>
        <p>{dateName(today(), today())}</p>
      </header>
      <WaitingStrip nowMs={now()} target="hand-offs" />
      <Show when={plan().next}>{(next) => <NextUp next={next()} today={today()} nowMs={now()} />}</Show>
      <div class="today-columns">
        <div class="today-plan">
          <PlanPart plan={plan()} query={query} today={today()} tomorrow={tomorrow()} now={now} />
        </div>
        <div class="today-work">
          <HandOffsPart now={now} />
          <FollowUpsPart now={now} />
          <CalendarPart now={now} />
        </div>
      </div>
    </div>
  );
}
