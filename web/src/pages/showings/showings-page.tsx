// All showings one may see: as a list with filters, as a day, as a month. Everything that is chosen stands in the address;
// links within this page are plain ones, because the router would call each of them the current page.
// Loaded only when opened.
import { useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, For, Match, Switch } from "solid-js";
import { SHOWINGS_PATH } from "../../paths.ts";
import { createNow } from "../../primitives/create-now.ts";
import { ownDate } from "../../words/place-time.ts";
import { DayView } from "./day-view.tsx";
import { Filters } from "./filters.tsx";
import { MonthView } from "./month-view.tsx";
import { parsePlace, placeParams, placeSearch, type ShowingPlace, VIEWS } from "./showing-place.ts";
import { ShowingsList } from "./showings-list.tsx";

const VIEW_WORDS = { list: "List", day: "Day", month: "Month" } as const;

export function ShowingsPage() {
  const [params, setParams] = useSearchParams();
  const now = createNow();
  const today = createMemo(() => ownDate(now()));
  const place = createMemo(() => parsePlace(params));
  const change = (change: Partial<ShowingPlace>) =>
    setParams(placeParams({ ...place(), ...change }), { replace: true, scroll: false });
  createEffect(() => {
    document.title = "Showings · lease-bot";
  });
  return (
    <div class="page showings-page">
      <header class="page-head showings-head">
        <h1>Showings</h1>
        <nav class="views" aria-label="View">
          <For each={VIEWS}>
            {(view) => (
              <a
                href={`${SHOWINGS_PATH}${placeSearch({ ...place(), view })}`}
                class="view"
                aria-current={place().view === view ? "page" : undefined}
              >
                {VIEW_WORDS[view]}
              </a>
            )}
          </For>
        </nav>
      </header>
      <Filters place={place()} onChange={change} />
      <Switch>
        <Match when={place().view === "list"}>
          <ShowingsList place={place()} today={today()} now={now} onChange={change} />
        </Match>
        <Match when={place().view === "day"}>
          <DayView place={place()} today={today()} now={now} />
        </Match>
        <Match when={place().view === "month"}>
          <MonthView place={place()} today={today()} />
        </Match>
      </Switch>
    </div>
  );
}
