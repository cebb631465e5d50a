// A month at a glance: how many showings each day holds. A tap opens the day.
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createMemo, For, Show } from "solid-js";
import { dayPollMs, wholeQuery } from "../../api/day-queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { SHOWINGS_PATH } from "../../paths.ts";
import { dateName, monthName, weekdayName } from "../../words/place-time.ts";
import { showingCount } from "../../words/showing.ts";
import { type MonthDay, monthBounds, monthsAfter, monthWeeks } from "./month.ts";
import { daysFilter, placeSearch, type ShowingPlace } from "./showing-place.ts";
import { Stepper } from "./stepper.tsx";

export function MonthView(props: { place: ShowingPlace; today: string }) {
  const live = useLive();
  const date = () => props.place.date ?? props.today;
  const bounds = createMemo(() => monthBounds(date()));
  const query = useQuery(() => ({
    ...wholeQuery(daysFilter(props.place, bounds().first, bounds().last)),
    placeholderData: keepPreviousData,
    refetchInterval: dayPollMs(live.state()),
  }));
  // Until the month itself is there, its days are empty, never those of another month.
  const weeks = createMemo(() => monthWeeks(date(), query.isSuccess && !query.isPlaceholderData ? query.data : []));
  const isThis = () => monthBounds(props.today).first === bounds().first;
  const to = (other: Partial<ShowingPlace>) => `${SHOWINGS_PATH}${placeSearch({ ...props.place, ...other })}`;
  return (
    <div class="day-groups">
      <Stepper
        title={monthName(bounds().first)}
        step="month"
        back={to({ date: monthsAfter(date(), -1) })}
        on={to({ date: monthsAfter(date(), 1) })}
        today={isThis() ? null : to({ date: null })}
      />
      <Show
        when={!query.isLoadingError}
        fallback={
          <ProblemNote error={query.error} title="The month did not load" onRetry={() => void query.refetch()} />
        }
      >
        <table class="month" aria-busy={query.isFetching && (query.isPending || query.isPlaceholderData)}>
          <caption class="visually-hidden">Showings in {monthName(bounds().first)}</caption>
          <thead>
            <tr>
              <For each={weeks()[0]}>{(one) => <th scope="col">{weekdayName(one.date)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={weeks()}>
              {(week) => (
                <tr>
                  <For each={week}>
                    {(one) => (
                      <td data-beside={one.isInside ? undefined : "yes"}>
                        <Show when={one.isInside}>
                          <Day day={one} today={props.today} href={to({ view: "day", date: one.date })} />
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </div>
  );
}

function Day(props: { day: MonthDay; today: string; href: string }) {
  const words = () =>
    [
      dateName(props.day.date, props.today),
      props.day.count === 0 ? "no showings" : showingCount(props.day.count),
      props.day.waiting === 0 ? "" : `${props.day.waiting} not settled`,
    ]
      .filter((part) => part !== "")
      .join(", ");
  return (
    <a class="month-day" href={props.href} aria-current={props.day.date === props.today ? "date" : undefined}>
      <span class="visually-hidden">{words()}</span>
      <span class="month-date" aria-hidden="true">
        {Number(props.day.date.slice(8))}
      </span>
      <Show when={props.day.count > 0}>
        <span class="month-count" aria-hidden="true" data-waiting={props.day.waiting > 0 ? "yes" : undefined}>
          {props.day.count}
        </span>
      </Show>
    </a>
  );
}
