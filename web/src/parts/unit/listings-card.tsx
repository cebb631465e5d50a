// The adverts that stand for a unit. Admins link those that stand for none yet, and let go of wrong ones.
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import type { ListingView, UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { keepListing, listingsQuery } from "../../api/unit-queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { toast } from "../toasts.tsx";
import { Section } from "./section.tsx";

export function ListingsCard(props: { unit: UnitView; isAdmin: boolean }) {
  const client = useQueryClient();
  let heading: HTMLHeadingElement | undefined;
  const ids = () => props.unit.listings.map((one) => one.id);
  const unlink = createCommand((listing: ListingView) => unitApi.linkListing(listing.id, null), {
    done: (listing) => {
      keepListing(client, listing);
      toast("Not linked any more.");
      heading?.focus();
    },
  });
  return (
    <Section
      title="Listings"
      hint="Leads who write about one of these ask about this unit."
      headingRef={(element) => {
        heading = element;
      }}
    >
      <Show when={ids().length > 0} fallback={<p class="part-empty">No listing on a platform is linked.</p>}>
        <ul class="listing-rows">
          <For each={props.unit.listings}>
            {(listing) => (
              <li class="listing-row">
                <ListingWords listing={listing} />
                <Show when={props.isAdmin}>
                  <button
                    type="button"
                    class="button is-small is-quiet"
                    disabled={unlink.isBusy}
                    onClick={() => unlink.run(listing)}
                  >
                    Unlink
                    <span class="visually-hidden">: {listing.title ?? listing.platformListingId}</span>
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.isAdmin}>
        <LinkListing unit={props.unit} />
      </Show>
    </Section>
  );
}

/** Title, platform and account of a listing. */
export function ListingWords(props: { listing: ListingView }) {
  return (
    <div class="listing-what">
      <p class="listing-title" dir="auto">
        {props.listing.title ?? `Number ${props.listing.platformListingId}`}
      </p>
      <p class="part-hint">
        {PLATFORM_WORDS[props.listing.platform]} · <bdi>{props.listing.account.name}</bdi>
      </p>
    </div>
  );
}

function LinkListing(props: { unit: UnitView }) {
  const client = useQueryClient();
  const listings = useQuery(listingsQuery);
  const [chosen, setChosen] = createSignal("");
  const loose = () => (listings.isSuccess ? listings.data : []).filter((one) => one.unitId === null);
  const link = createCommand((listingId: string) => unitApi.linkListing(listingId, props.unit.id), {
    done: (listing) => {
      keepListing(client, listing);
      setChosen("");
      toast("Linked.", "good");
    },
  });
  return (
    <Show when={loose().length > 0}>
      <form
        class="add-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen() !== "") link.run(chosen());
        }}
      >
        <label class="field">
          <span>Link a listing that has no unit</span>
          <select value={chosen()} onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="">Choose</option>
            <For each={loose()}>
              {(one) => (
                <option value={one.id}>
                  {PLATFORM_WORDS[one.platform]}: {one.title ?? one.platformListingId}
                </option>
              )}
            </For>
          </select>
        </label>
        <button type="submit" class="button" disabled={chosen() === "" || link.isBusy}>
          Link
        </button>
      </form>
    </Show>
  );
}
