// The one door to the API: Hono's client typed by the Worker's own routes; every answer is parsed with the wire
// contracts, every failure becomes a `Problem`. It holds no state and caches nothing (queries.ts does). What only late
// pages ask for stands in day.ts, so that it is no part of the first load.
import { hc } from "hono/client";
import * as z from "zod/mini";
import { type AccountChange, accountAnswerSchema, accountListSchema } from "#contracts/api/account";
import {
  type CONVERSATION_VIEWS,
  conversationAnswerSchema,
  conversationListSchema,
  type OWNER_MODES,
  type outcomeRequestSchema,
  sendAnswerSchema,
} from "#contracts/api/conversation";
import { deadLetterAnswerSchema, deadLetterListSchema, replayAllAnswerSchema } from "#contracts/api/dead-letter";
import { incidentAnswerSchema, incidentListSchema } from "#contracts/api/incident";
import { auditListSchema, meSchema, unitListSchema } from "#contracts/api/organisation";
import type { ReplyRequest, SentAllTheSame } from "#contracts/api/reply";
import { samePersonListSchema } from "#contracts/api/same-person";
import { checkAnswerSchema } from "#contracts/api/text-check";
import type { Platform } from "#domain/platform";
import type { AppType } from "#workers/api/app";
import { Problem, problemOf } from "./problem.ts";

/** A request that got no answer by then counts as lost. */
export const REQUEST_TIMEOUT_MS = 20_000;

export type ListFilter = {
  readonly view: (typeof CONVERSATION_VIEWS)[number];
  readonly platform: Platform | null;
  readonly q: string;
};
type Outcome = z.infer<typeof outcomeRequestSchema>["outcome"];
type OwnerMode = (typeof OWNER_MODES)[number];

export const server = hc<AppType>("/", {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
}).api;
const { conversations, drafts, accounts, incidents } = server;
const letters = server["dead-letters"];
const anything = z.unknown();

export const api = {
  signIn: (email: string, password: string) =>
    read(anything, server.auth["sign-in"].email.$post({}, { init: jsonInit({ email, password }) })),
  signOut: () => read(anything, server.auth["sign-out"].$post({}, { init: jsonInit({}) })),
  me: () => read(meSchema, server.me.$get()),

  conversations: (filter: ListFilter, cursor: string | null) =>
    read(conversationListSchema, conversations.$get({ query: listQuery(filter, cursor) })),
  conversation: (id: string) => conversation(conversations[":id"].$get({ param: { id } })),
  audit: (id: string) => read(auditListSchema, conversations[":id"].audit.$get({ param: { id }, query: {} })),
  reply: (id: string, key: string, json: ReplyRequest) =>
    send(conversations[":id"].replies.$post({ param: { id }, json }, { headers: { "Idempotency-Key": key } })),
  checkText: async (id: string, body: string) =>
    (await read(checkAnswerSchema, conversations[":id"].check.$post({ param: { id }, json: { body } }))).findings,
  setOutcome: (id: string, outcome: Outcome) =>
    conversation(conversations[":id"].outcome.$post({ param: { id }, json: { outcome } })),
  reopen: (id: string) => conversation(conversations[":id"].reopen.$post({ param: { id } }, { init: jsonInit({}) })),
  setOwner: (id: string, mode: OwnerMode) =>
    conversation(conversations[":id"].owner.$post({ param: { id }, json: { mode } })),
  linkUnit: (id: string, unitId: string) =>
    conversation(conversations[":id"].unit.$post({ param: { id }, json: { unitId } })),
  samePerson: async (id: string) =>
    (await read(samePersonListSchema, conversations[":id"]["same-person"].$get({ param: { id } }))).conversations,
  suppress: (id: string, also: readonly string[]) =>
    conversation(conversations[":id"].suppress.$post({ param: { id }, json: { alsoConversationIds: [...also] } })),
  liftSuppression: (id: string) =>
    conversation(conversations[":id"]["lift-suppression"].$post({ param: { id } }, { init: jsonInit({}) })),

  approveDraft: (id: string, body: string | null, allTheSame: SentAllTheSame = {}) =>
    send(drafts[":id"].approve.$post({ param: { id }, json: body === null ? {} : { body, ...allTheSame } })),
  rejectDraft: (id: string) => send(drafts[":id"].reject.$post({ param: { id }, json: {} })),
  cancelSend: (id: string) => send(server.sends[":id"].cancel.$post({ param: { id } }, { init: jsonInit({}) })),

  units: async () => (await read(unitListSchema, server.units.$get())).units,
  accounts: async () => (await read(accountListSchema, accounts.$get())).accounts,
  changeAccount: (id: string, json: AccountChange) => account(accounts[":id"].$patch({ param: { id }, json })),
  resumeAccount: (id: string) => account(accounts[":id"].resume.$post({ param: { id } }, { init: jsonInit({}) })),
  syncListings: (id: string) =>
    account(accounts[":id"]["sync-listings"].$post({ param: { id } }, { init: jsonInit({}) })),
  pollAccount: (id: string) => account(accounts[":id"].poll.$post({ param: { id } }, { init: jsonInit({}) })),

  incidents: (isUnseenOnly: boolean, cursor: string | null) =>
    read(
      incidentListSchema,
      incidents.$get({ query: { ...(isUnseenOnly ? { seen: "false" } : {}), ...from(cursor) } }),
    ),
  seeIncident: async (id: string) =>
    (await read(incidentAnswerSchema, incidents[":id"].seen.$post({ param: { id } }, { init: jsonInit({}) }))).incident,
  waitingLetters: (cursor: string | null) =>
    read(deadLetterListSchema, letters.$get({ query: { waiting: "true", ...from(cursor) } })),
  replayLetter: (id: string) =>
    read(deadLetterAnswerSchema, letters[":id"].replay.$post({ param: { id } }, { init: jsonInit({}) })),
  replayLetters: () => read(replayAllAnswerSchema, letters.replay.$post({}, { init: jsonInit({}) })),
};

const conversation = async (sent: Promise<Answer>) => (await read(conversationAnswerSchema, sent)).conversation;
const send = async (sent: Promise<Answer>) => (await read(sendAnswerSchema, sent)).send;
const account = async (sent: Promise<Answer>) => (await read(accountAnswerSchema, sent)).account;

/** What is needed of a response; Hono's typed one fits, whatever it says its body is. */
export type Answer = { readonly ok: boolean; readonly status: number; text(): Promise<string> };

/** For routes that take a body without a typed contract, or that want one although it is empty. */
export function jsonInit(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

export function from(cursor: string | null) {
  return cursor === null ? {} : { cursor };
}

function listQuery(filter: ListFilter, cursor: string | null) {
  return {
    view: filter.view,
    ...(filter.platform === null ? {} : { platform: filter.platform }),
    ...(filter.q === "" ? {} : { q: filter.q }),
    ...from(cursor),
  };
}

/** The parsed answer; throws a `Problem` otherwise. */
export async function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  sent: Promise<Answer>,
): Promise<z.infer<Schema>> {
  const { answer, body } = await arrival(sent);
  if (!answer.ok) throw problemOf(body, answer.status);
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  throw new Problem("UNREADABLE", "This page is older than the server. Load it again.");
}

async function arrival(sent: Promise<Answer>): Promise<{ answer: Answer; body: unknown }> {
  try {
    const answer = await sent;
    return { answer, body: readJson(await answer.text()) };
  } catch {
    throw new Problem("OFFLINE", "No answer from the server. Check your connection, then try again.");
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
