// What pages of units read from the server, and how an answer enters the cache. A unit is always part of the one list.
import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import type { ListingView, UnitView } from "#contracts/api/unit";
import { keys } from "./queries.ts";
import { unitApi } from "./unit-client.ts";

/** Below `keys.units`, so that whatever makes the short list stale makes this one stale as well. */
const allUnits = [...keys.units, "all"] as const;
const listings = ["listings"] as const;

export const allUnitsQuery = () => queryOptions({ queryKey: allUnits, queryFn: unitApi.units });
/** For admins. */
export const listingsQuery = () => queryOptions({ queryKey: listings, queryFn: unitApi.listings });
export const membersQuery = () => queryOptions({ queryKey: ["members"], queryFn: unitApi.members, staleTime: 60_000 });

/** Shows a unit as a command answered it; the short list is read again. */
export function keepUnit(client: QueryClient, unit: UnitView): void {
  client.setQueryData<UnitView[]>(allUnits, (held) => {
    const isKnown = held?.some((one) => one.id === unit.id);
    return isKnown ? held?.map((one) => (one.id === unit.id ? unit : one)) : held && [...held, unit].sort(byLabel);
  });
  void client.invalidateQueries({ queryKey: keys.units, exact: true });
}

/** The unit is gone. */
export function dropUnit(client: QueryClient, unitId: string): void {
  client.setQueryData<UnitView[]>(allUnits, (held) => held?.filter((one) => one.id !== unitId));
  void client.invalidateQueries({ queryKey: keys.units, exact: true });
}

/** A listing was linked or let go: its unit changed as well. */
export function keepListing(client: QueryClient, listing: ListingView): void {
  client.setQueryData<ListingView[]>(listings, (held) => held?.map((one) => (one.id === listing.id ? listing : one)));
  refreshUnits(client);
}

/** Something else may have changed: read all of it again. */
export function refreshUnits(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.units });
  void client.invalidateQueries({ queryKey: listings });
}

function byLabel(a: UnitView, b: UnitView): number {
  return a.label.localeCompare(b.label);
}
