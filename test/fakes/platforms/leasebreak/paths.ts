// The addresses of the Leasebreak twin. Those of messages, dashboard and own listings are guesses: see manifest.ts.

export const PATHS = {
  login: "/sign-in",
  logout: "/sign-out",
  dashboard: "/dashboard",
  inbox: "/messages",
  ownListings: "/my/listings",
  search: "/search",
  newsletter: "/newsletter",
} as const;

/** Also takes ":id", for a route. */
export function threadPath<const Id extends string>(threadId: Id): `/messages/${Id}` {
  return `${PATHS.inbox}/${threadId}`;
}

/** Also takes ":id", for a route. */
export function editPath<const Id extends string>(listingId: Id): `/my/listings/${Id}/edit` {
  return `${PATHS.ownListings}/${listingId}/edit`;
}

/** The public page of a listing: "/short-term-rental-details/<id>/<slug>". */
export function listingPath(listing: { readonly id: string; readonly title: string }): string {
  const slug = listing.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `/short-term-rental-details/${listing.id}/${slug}`;
}
