// Listings that were seen on a platform and stand for no unit yet, each with the unit it most likely means.
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createEffect, createSignal, For, Match, Switch } from "solid-js";
import type { ListingView, UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { keepListing, listingsQuery } from "../../api/unit-queries.ts";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { toast } from "../../parts/toasts.tsx";
import { ListingWords } from "../../parts/unit/listings-card.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { likelyUnit } from "./likely-unit.ts";
import { PaneHead } from "./pane-head.tsx";

export function LooseListings(props: { units: readonly UnitView[]; search: string }) {
  const listings = useQuery(listingsQuery);
  const loose = () => (listings.isSuccess ? listings.data : []).filter((one) => one.unitId === null);
  createEffect(() => {
    document.title = "Listings without a unit · lease-bot";
  });
  return (
    <article class="unit" aria-labelledby="unit-title">
      <PaneHead search={props.search} title="Listings without a unit" focusOn="listings">
        <p class="facts-line">
          <span class="facts-line-long">Choose what each one stands for</span>
        </p>
      </PaneHead>
      <Switch>
        <Match when={listings.isLoadingError}>
          <ProblemNote
            error={listings.error}
            title="The listings did not load"
            onRetry={() => void listings.refetch()}
          />
        </Match>
        <Match when={listings.isPending}>
          <p class="page" role="status">
            Loading…
          </p>
        </Match>
        <Match when={loose().length === 0}>
          <Note icon="check" title="Every listing has its unit">
            <p>New ones appear here as soon as they are seen on a platform.</p>
          </Note>
        </Match>
        <Match when={loose().length > 0}>
          <div class="unit-body">
            <ul class="card loose-rows">
              <For each={loose()}>{(listing) => <LooseRow listing={listing} units={props.units} />}</For>
            </ul>
          </div>
        </Match>
      </Switch>
    </article>
  );
}

function LooseRow(props: { listing: ListingView; units: readonly UnitView[] }) {
  const client = useQueryClient();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const likely = () => likelyUnit(props.listing.title, props.units)?.id ?? "";
  const unitId = () => chosen() ?? likely();
  const link = createCommand((id: string) => unitApi.linkListing(props.listing.id, id), {
    done: (listing) => {
      keepListing(client, listing);
      toast("Linked.", "good");
      document.getElementById("unit-title")?.focus();
    },
  });
  return (
    <li class="loose-row">
      <ListingWords listing={props.listing} />
      <form
        class="add-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (unitId() !== "") link.run(unitId());
        }}
      >
        <label class="field">
          <span>{chosen() === null && likely() !== "" ? "Unit, by its title" : "Unit"}</span>
          <select value={unitId()} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">Choose</option>
            <For each={props.units}>{(unit) => <option value={unit.id}>{unit.label}</option>}</For>
          </select>
        </label>
        <button type="submit" class="button" disabled={unitId() === "" || link.isBusy}>
          Link
        </button>
      </form>
    </li>
  );
}
