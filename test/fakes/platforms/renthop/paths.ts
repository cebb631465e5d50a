// The addresses of the RentHop twin. Those of the messages are guesses: see manifest.ts.

export const PATHS = {
  login: "/account/login",
  logout: "/account/logout",
  account: "/account/",
  bank: "/account/listings_bank",
  inbox: "/account/messages",
  post: "/r/listings/post",
  contact: "/listings/contact",
} as const;

/** Also takes ":id", for a route. */
export function threadPath<const Id extends string>(threadId: Id): `/account/messages/${Id}` {
  return `${PATHS.inbox}/${threadId}`;
}

/** The form of an ad that is there already. */
export function editPath(listingId: string): string {
  return `${PATHS.post}?listing_id=${listingId}`;
}

/** The public page of an ad: "/listings/<street>/<unit>/<id>". */
export function adPath(listing: { readonly id: string; readonly title: string }): string {
  const street = listing.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `/listings/${street}/1/${listing.id}`;
}

export function managerPath(name: string): string {
  return `/managers/${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
}
