// Server state of an agent's day: what is fetched under which key, and how an answer enters the cache. All keys begin with
// keys.day, which the board's signals make stale.
import { type InfiniteData, infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/solid-query";
import { PAGE_ROWS_DEFAULT, PAGE_ROWS_MAX } from "#contracts/api/conversation";
import type { ShowingView } from "#contracts/api/showing";
import { day, type ShowingFilter } from "./day.ts";
import { FALLBACK_POLL_MS, keys } from "./queries.ts";

/** Signals tell of every change at once; one that was lost is made good this often. */
const DAY_POLL_MS = 60_000;
/** Pages that one view of a month or a week reads: 1,000 showings, more than a team shows. */
const PAGES_READ_MAX = 10;

const of = {
  /** Lists that are complete: `ShowingView[]`. */
  whole: [...keys.day, "showings"] as const,
  /** Lists by pages: infinite. */
  paged: [...keys.day, "pages"] as const,
};

/** How often to read again, with a socket and without. */
export function dayPollMs(socket: string): number {
  return socket === "open" ? DAY_POLL_MS : FALLBACK_POLL_MS;
}

/** Every showing of some days, by start. */
export const wholeQuery = (filter: ShowingFilter) =>
  queryOptions<ShowingView[]>({ queryKey: [...of.whole, filter], queryFn: () => everyPage(filter) });

/** Showings page by page, by start. */
export const pagedQuery = (filter: ShowingFilter) =>
  infiniteQueryOptions({
    queryKey: [...of.paged, filter],
    queryFn: ({ pageParam }: { pageParam: string | null }) => day.showings(filter, pageParam, PAGE_ROWS_DEFAULT),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const conversationShowingsQuery = (conversationId: string) =>
  queryOptions<ShowingView[]>({
    queryKey: [...of.whole, { conversationId }],
    queryFn: () => day.showingsOf(conversationId),
  });

/** Asked anew each time: somebody is about to book by it. `exceptId`: the showing that is to be moved. */
export const slotsQuery = (unitId: string, exceptId: string | null = null) =>
  queryOptions({
    queryKey: [...keys.day, "slots", unitId, exceptId],
    queryFn: () => day.slots(unitId, exceptId),
    staleTime: 0,
    reconcile: false,
  });
export const explanationQuery = (unitId: string, at: string, exceptId: string | null = null) =>
  queryOptions({
    queryKey: [...keys.day, "why", unitId, at, exceptId],
    queryFn: () => day.explain(unitId, at, exceptId),
    staleTime: 0,
    reconcile: false,
  });

/** Under the lists' key: whatever changes a list may change this one. */
export const handOffsQuery = () => queryOptions({ queryKey: [...keys.lists, "mine"], queryFn: day.handOffs });
export const followUpsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...keys.day, "follow-ups"],
    queryFn: ({ pageParam }: { pageParam: string | null }) => day.followUps(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
export const membersQuery = () => queryOptions({ queryKey: ["members"], queryFn: day.members, staleTime: 60_000 });
export const feedsQuery = () => queryOptions({ queryKey: ["calendar-feeds"], queryFn: day.feeds });

/** Shows a showing as it is now wherever it stands, then reads the day again: times of others may have become free. */
export function keepShowing(client: QueryClient, showing: ShowingView): void {
  showAs(client, showing);
  refreshDay(client);
  if (showing.conversationId === null) return;
  void client.invalidateQueries({ queryKey: keys.conversation(showing.conversationId) });
  void client.invalidateQueries({ queryKey: keys.audit(showing.conversationId) });
}

/** Shows a showing so before the server has answered. */
export function showAs(client: QueryClient, showing: ShowingView): void {
  const replaced = (list: readonly ShowingView[]) => list.map((one) => (one.id === showing.id ? showing : one));
  client.setQueriesData<ShowingView[]>({ queryKey: of.whole }, (held) => held && replaced(held));
  client.setQueriesData<InfiniteData<{ showings: ShowingView[]; nextCursor: string | null }>>(
    { queryKey: of.paged },
    (held) => held && { ...held, pages: held.pages.map((page) => ({ ...page, showings: replaced(page.showings) })) },
  );
}

export function refreshDay(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.day });
}

async function everyPage(filter: ShowingFilter): Promise<ShowingView[]> {
  const all: ShowingView[] = [];
  let cursor: string | null = null;
  for (let read = 0; read < PAGES_READ_MAX; read += 1) {
    const page: { showings: ShowingView[]; nextCursor: string | null } = await day.showings(
      filter,
      cursor,
      PAGE_ROWS_MAX,
    );
    all.push(...page.showings);
    cursor = page.nextCursor;
    if (cursor === null) break;
  }
  return all;
}
