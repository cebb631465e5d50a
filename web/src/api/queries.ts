// Server state: query keys, what is fetched under each, and how an answer enters the cache.
// The newest version of a conversation wins, whatever order answers arrive in.
import { infiniteQueryOptions, QueryCache, QueryClient, queryOptions } from "@tanstack/solid-query";
import type { Conversation, SendView } from "#contracts/api/conversation";
import type { Me } from "#contracts/api/organisation";
import { api, type ListFilter } from "./client.ts";
import { isUncertain, Problem, toProblem } from "./problem.ts";

/** Without a socket the board asks for news this often. */
export const FALLBACK_POLL_MS = 15_000;
const READ_RETRIES_MAX = 2;

export const keys = {
  me: ["me"] as const,
  lists: ["conversations"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  audit: (id: string) => ["audit", id] as const,
  samePerson: (id: string) => ["same-person", id] as const,
  units: ["units"] as const,
  accounts: ["accounts"] as const,
  incidents: ["incidents"] as const,
  deadLetters: ["dead-letters"] as const,
  day: ["day"] as const,
};

/** The client; a read refused with NOT_SIGNED_IN empties `me`, and the shell shows the login page. */
export function makeQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (toProblem(error).code === "NOT_SIGNED_IN") forgetSession(client);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        reconcile: "id",
        staleTime: 5_000,
        networkMode: "always",
        retry: (failures, error) => failures < READ_RETRIES_MAX && isUncertain(toProblem(error)),
      },
    },
  });
  return client;
}

/** The session is over: the shell leads to the login page and back. What was read stays until somebody signs in. */
export function forgetSession(client: QueryClient): void {
  client.setQueryData(keys.me, null);
}

/** Who is signed in; null when nobody is. */
export const meQuery = () =>
  queryOptions<Me | null>({
    queryKey: keys.me,
    staleTime: Number.POSITIVE_INFINITY,
    reconcile: false,
    queryFn: async () => {
      try {
        return await api.me();
      } catch (error) {
        if (error instanceof Problem && error.code === "NOT_SIGNED_IN") return null;
        throw error;
      }
    },
  });

export const listQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    queryFn: ({ pageParam }: { pageParam: string | null }) => api.conversations(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const conversationQuery = (client: QueryClient, id: string) =>
  queryOptions<Conversation>({
    queryKey: keys.conversation(id),
    queryFn: async () => newer(client.getQueryData<Conversation>(keys.conversation(id)), await api.conversation(id)),
  });

export const unitsQuery = () => queryOptions({ queryKey: keys.units, queryFn: api.units, staleTime: 60_000 });
export const accountsQuery = () => queryOptions({ queryKey: keys.accounts, queryFn: api.accounts });
export const incidentsQuery = (isUnseenOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: [...keys.incidents, isUnseenOnly],
    queryFn: ({ pageParam }: { pageParam: string | null }) => api.incidents(isUnseenOnly, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
export const waitingLettersQuery = () =>
  infiniteQueryOptions({
    queryKey: keys.deadLetters,
    queryFn: ({ pageParam }: { pageParam: string | null }) => api.waitingLetters(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
export const auditQuery = (id: string) =>
  queryOptions({ queryKey: keys.audit(id), queryFn: () => api.audit(id), staleTime: 0 });
/** Asked anew each time: somebody is about to decide by it. */
export const samePersonQuery = (id: string) =>
  queryOptions({ queryKey: keys.samePerson(id), queryFn: () => api.samePerson(id), staleTime: 0, reconcile: false });

/** Puts the answer of a command into the cache and brings the lists up to date. */
export function keepConversation(client: QueryClient, conversation: Conversation): void {
  client.setQueryData<Conversation>(keys.conversation(conversation.id), (held) => newer(held, conversation));
  void client.invalidateQueries({ queryKey: keys.lists });
  void client.invalidateQueries({ queryKey: keys.audit(conversation.id) });
}

/** Shows a send's new state at once, then reads the whole conversation again. */
export function keepSend(client: QueryClient, conversationId: string, send: SendView): void {
  client.setQueryData<Conversation>(keys.conversation(conversationId), (held) => held && withSend(held, send));
  refreshConversation(client, conversationId);
}

/** Something about this conversation changed: read it, the lists and its history again. */
export function refreshConversation(client: QueryClient, conversationId: string): void {
  void client.invalidateQueries({ queryKey: keys.conversation(conversationId) });
  void client.invalidateQueries({ queryKey: keys.lists });
  void client.invalidateQueries({ queryKey: keys.audit(conversationId) });
}

/** The conversation of the higher version; of two equal ones the later answer. */
export function newer(held: Conversation | undefined, arrived: Conversation): Conversation {
  return held !== undefined && held.version > arrived.version ? held : arrived;
}

/** The conversation with one send replaced, or added in front (newest first). */
export function withSend(conversation: Conversation, send: SendView): Conversation {
  const isKnown = conversation.sends.some((one) => one.id === send.id);
  const sends = isKnown
    ? conversation.sends.map((one) => (one.id === send.id ? send : one))
    : [send, ...conversation.sends];
  const draftId = conversation.draftId === send.id && send.state !== "draft" ? null : conversation.draftId;
  return { ...conversation, sends, draftId };
}

/** Something went wrong, or somebody dealt with it: read what the health page and its badge show again. */
export function refreshHealth(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.incidents });
  void client.invalidateQueries({ queryKey: keys.deadLetters });
}
