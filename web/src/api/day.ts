// Requests of an agent's day: showings, open times, follow-ups, private calendar addresses. Late pages only; the door itself
// is client.ts.
import { memberListSchema } from "#contracts/api/assignment";
import { calendarFeedAnswerSchema, calendarFeedListSchema, calendarFeedMadeSchema } from "#contracts/api/calendar";
import { conversationAnswerSchema, conversationListSchema, PAGE_ROWS_MAX } from "#contracts/api/conversation";
import { followUpListSchema } from "#contracts/api/follow-up";
import {
  type BookRequest,
  explanationSchema,
  type MoveRequest,
  type ShowingFilterStatus,
  type ShowingOrder,
  SLOT_DAYS_MAX,
  showingAnswerSchema,
  showingListSchema,
  slotListSchema,
} from "#contracts/api/showing";
import type { ShowingStatus } from "#domain/showing/status";
import { type Answer, from, jsonInit, read, server } from "./client.ts";

/** Days are local days, "2026-03-08", both included; null: no bound. */
export type ShowingFilter = {
  readonly from: string | null;
  readonly to: string | null;
  readonly status: ShowingFilterStatus | null;
  readonly unit: string | null;
  /** "me" or an agent's id; null: everybody the viewer may see. */
  readonly agent: string | null;
  readonly order: ShowingOrder;
};

const { showings, conversations, units } = server;
const followUps = server["follow-ups"];
const { feeds } = server.calendar;
/** A tap just before the page is left still arrives. */
const KEEP_ALIVE = { init: { keepalive: true } } as const;

export const day = {
  showings: (filter: ShowingFilter, cursor: string | null, limit: number) =>
    read(
      showingListSchema,
      showings.$get({ query: { ...showingQuery(filter), ...from(cursor), limit: String(limit) } }),
    ),
  showingsOf: async (conversationId: string) =>
    (
      await read(
        showingListSchema,
        showings.$get({ query: { conversation: conversationId, limit: String(PAGE_ROWS_MAX) } }),
      )
    ).showings,
  book: (key: string, json: BookRequest) => showing(showings.$post({ json }, withKey(key))),
  move: (id: string, key: string, json: MoveRequest) =>
    showing(showings[":id"].reschedule.$post({ param: { id }, json }, withKey(key))),
  setStatus: (id: string, status: ShowingStatus) =>
    showing(showings[":id"].status.$post({ param: { id }, json: { status } }, KEEP_ALIVE)),

  /** From today, as far as the horizon goes. `exceptId`: a showing that is to be moved, and so does not block. */
  slots: (unitId: string, exceptId: string | null) =>
    read(
      slotListSchema,
      units[":id"].slots.$get({ param: { id: unitId }, query: { days: String(SLOT_DAYS_MAX), ...except(exceptId) } }),
    ),
  explain: (unitId: string, at: string, exceptId: string | null) =>
    read(explanationSchema, units[":id"].explain.$get({ param: { id: unitId }, query: { at, ...except(exceptId) } })),

  handOffs: async () =>
    (
      await read(
        conversationListSchema,
        conversations.$get({ query: { view: "hand_offs", agent: "me", limit: String(PAGE_ROWS_MAX) } }),
      )
    ).conversations,
  followUps: (cursor: string | null) =>
    read(followUpListSchema, followUps.$get({ query: { agent: "me", ...from(cursor) } })),
  completeFollowUp: (id: string) =>
    conversation(followUps[":id"].complete.$post({ param: { id } }, { init: { ...jsonInit({}), keepalive: true } })),
  skipFollowUp: (id: string) =>
    conversation(followUps[":id"].skip.$post({ param: { id } }, { init: { ...jsonInit({}), keepalive: true } })),
  snoozeFollowUp: (id: string, untilMs: number) =>
    conversation(followUps[":id"].snooze.$post({ param: { id }, json: { untilMs } })),

  /** The showing of a lead who is not contacted any more stands. */
  keepShowing: (conversationId: string) =>
    conversation(conversations[":id"]["keep-showing"].$post({ param: { id: conversationId } }, { init: jsonInit({}) })),

  members: async () => (await read(memberListSchema, server.members.$get())).members,
  feeds: async () => (await read(calendarFeedListSchema, feeds.$get())).feeds,
  makeFeed: () => read(calendarFeedMadeSchema, feeds.$post({}, { init: jsonInit({}) })),
  // A DELETE that says nothing of its body is refused: the server's runtime takes it for one with a body.
  endFeed: (id: string) =>
    read(calendarFeedAnswerSchema, feeds[":id"].$delete({ param: { id } }, { init: jsonInit({}) })),
};

const showing = async (sent: Promise<Answer>) => (await read(showingAnswerSchema, sent)).showing;
const conversation = async (sent: Promise<Answer>) => (await read(conversationAnswerSchema, sent)).conversation;

function withKey(key: string) {
  return { headers: { "Idempotency-Key": key } };
}

function except(id: string | null) {
  return id === null ? {} : { except: id };
}

function showingQuery(filter: ShowingFilter) {
  return {
    ...(filter.from === null ? {} : { from: filter.from }),
    ...(filter.to === null ? {} : { to: filter.to }),
    ...(filter.status === null ? {} : { status: filter.status }),
    ...(filter.unit === null ? {} : { unit: filter.unit }),
    ...(filter.agent === null ? {} : { agent: filter.agent }),
    order: filter.order,
  };
}
