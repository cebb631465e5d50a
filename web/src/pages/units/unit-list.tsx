// The list of units: search, those that lack something, and for admins the ways to more of them.
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { listingsQuery } from "../../api/unit-queries.ts";
import { Icon } from "../../parts/icon.tsx";
import { listenForKeys } from "../../parts/list/list-keys.ts";
import { ListSkeleton } from "../../parts/list/list-skeleton.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { LOOSE_LISTINGS, unitPath } from "../../paths.ts";
import { lacksOf } from "../../words/unit.ts";
import { filtered, type UnitFilter } from "./unit-filter.ts";
import { UnitFilters } from "./unit-filters.tsx";
import { UnitRow } from "./unit-row.tsx";

/** What is needed of the query of all units. */
export type UnitsQuery = {
  readonly isLoadingError: boolean;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly data: UnitView[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

const ROWS_AT_ONCE = 100;

export function UnitList(props: {
  query: UnitsQuery;
  isAdmin: boolean;
  filter: UnitFilter;
  search: string;
  onFilter: (change: Partial<UnitFilter>) => void;
  onAdd: () => void;
  onImport: () => void;
}) {
  const [rowsMax, setRowsMax] = createSignal(ROWS_AT_ONCE);
  const all = () => (props.query.isSuccess ? (props.query.data ?? []) : []);
  const found = createMemo(() => filtered(all(), props.filter));
  const lacking = createMemo(() => all().filter((unit) => lacksOf(unit).length > 0).length);
  return (
    <section class="list" aria-labelledby="units-title">
      <div class="units-head">
        <div class="units-title">
          <h1 id="units-title">Units</h1>
          <Show when={props.isAdmin}>
            <button type="button" class="button is-small" onClick={() => props.onImport()}>
              Import
            </button>
            <button type="button" class="button is-small" onClick={() => props.onAdd()}>
              Add
            </button>
          </Show>
        </div>
        <UnitFilters
          filter={props.filter}
          isAdmin={props.isAdmin}
          total={all().length}
          lacking={lacking()}
          onChange={props.onFilter}
        />
      </div>
      <div class="list-scroll" ref={listenForKeys}>
        <Show when={props.isAdmin}>
          <LooseLink search={props.search} />
        </Show>
        <Switch>
          <Match when={props.query.isLoadingError}>
            <ProblemNote
              error={props.query.error}
              title="The units did not load"
              onRetry={() => void props.query.refetch()}
            />
          </Match>
          <Match when={props.query.isPending}>
            <ListSkeleton />
          </Match>
          <Match when={all().length === 0}>
            <NoUnits isAdmin={props.isAdmin} onImport={props.onImport} />
          </Match>
          <Match when={found().length === 0}>
            <Note icon="search" title="Nothing matches">
              <p>No unit fits what you look for.</p>
              <button type="button" class="button" onClick={() => props.onFilter({ q: "", isLackingOnly: false })}>
                Show all units
              </button>
            </Note>
          </Match>
          <Match when={found().length > 0}>
            <ul class="rows">
              <For each={found().slice(0, rowsMax())}>
                {(unit) => <UnitRow unit={unit} search={props.search} isAdmin={props.isAdmin} />}
              </For>
            </ul>
            <Show when={found().length > rowsMax()}>
              <button type="button" class="button list-more" onClick={() => setRowsMax((held) => held + ROWS_AT_ONCE)}>
                Show more
              </button>
            </Show>
          </Match>
        </Switch>
      </div>
    </section>
  );
}

function NoUnits(props: { isAdmin: boolean; onImport: () => void }) {
  return (
    <Show
      when={props.isAdmin}
      fallback={
        <Note icon="home" title="No unit is yours yet">
          <p>An admin assigns you to the units that you show.</p>
        </Note>
      }
    >
      <Note icon="home" title="No unit yet">
        <p>Bring the table you have, or add the first one by hand.</p>
        <button type="button" class="button is-main" onClick={() => props.onImport()}>
          Import a table
        </button>
      </Note>
    </Show>
  );
}

/** Listings that stand for no unit, when there are any: leads who write about them are not answered about a unit. */
function LooseLink(props: { search: string }) {
  const listings = useQuery(listingsQuery);
  const count = () => (listings.isSuccess ? listings.data.filter((one) => one.unitId === null).length : 0);
  return (
    <Show when={count() > 0}>
      <A class="row loose-link" activeClass="is-open" href={unitPath(LOOSE_LISTINGS, props.search)}>
        <Icon name="warning" />
        <span>{count() === 1 ? "1 listing has no unit" : `${count()} listings have no unit`}</span>
      </A>
    </Show>
  );
}
