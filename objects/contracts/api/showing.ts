// Showings as the workboard sees them: lists, one showing, what people do to it, and the open times of a unit with their reasons.
// zod/mini because the web app imports this file.
import * as z from "zod/mini";
import { SHOWING_STATUSES } from "#domain/showing/status";
import { PAGE_ROWS_DEFAULT, PAGE_ROWS_MAX } from "./conversation.ts";
import { CURSOR_CHARS_MAX } from "./query.ts";

/** Days of open times in one answer: a month of a calendar page. */
export const SLOT_DAYS_MAX = 31;
export const SLOT_DAYS_DEFAULT = 14;
/** As in leads' names on the platforms, with room. */
export const LEAD_NAME_CHARS_MAX = 200;

const id = z.string().check(z.minLength(1), z.maxLength(64));
const instant = z.iso.datetime({ offset: true });
const date = z.iso.date();
const named = z.object({ id: z.string(), name: z.string() });
const status = z.enum(SHOWING_STATUSES);

export const showingSchema = z.object({
  id: z.string(),
  /** IANA zone: showings are spoken of in the unit's time. */
  unit: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
  agent: named,
  /** Null: booked by hand for somebody without a conversation. */
  conversationId: z.nullable(z.string()),
  leadName: z.nullable(z.string()),
  start: z.string(),
  end: z.string(),
  /** The agent's local day of the start, "2026-03-08". */
  day: z.string(),
  status,
  /** What it may become now; empty when it is over. */
  mayBecome: z.array(status),
  /** When the lead said that they will come; null: not yet. */
  leadConfirmedAt: z.nullable(z.string()),
  /** The lead asked not to be contacted. The showing stands until somebody calls it off; nothing is said to the lead. */
  isLeadSuppressed: z.boolean(),
  /** A person is asked to call it off or to keep it (POST /api/conversations/:id/keep-showing). */
  isKeepAsked: z.boolean(),
  /** Raised by every change of time, agent or status. */
  sequence: z.number(),
});
export type ShowingView = z.infer<typeof showingSchema>;

/** GET /api/showings: by start, in the order asked for. */
export const showingListSchema = z.object({ showings: z.array(showingSchema), nextCursor: z.nullable(z.string()) });
export const showingAnswerSchema = z.object({ showing: showingSchema });

/** `open`: those that are not over. */
export const SHOWING_FILTERS = [...SHOWING_STATUSES, "open"] as const;
export type ShowingFilterStatus = (typeof SHOWING_FILTERS)[number];

/** By start: the earliest first, or the latest. */
export const SHOWING_ORDERS = ["earliest", "latest"] as const;
export type ShowingOrder = (typeof SHOWING_ORDERS)[number];

/** GET /api/showings. Days are the agents' local days, both ends included. */
export const showingQuerySchema = z.object({
  from: z.optional(date),
  to: z.optional(date),
  status: z.optional(z.enum(SHOWING_FILTERS)),
  unit: z.optional(id),
  /** "me" or an agent's id; agents see their own anyway. */
  agent: z.optional(id),
  conversation: z.optional(id),
  order: z._default(z.enum(SHOWING_ORDERS), "earliest"),
  cursor: z.optional(z.string().check(z.maxLength(CURSOR_CHARS_MAX))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(PAGE_ROWS_MAX)), PAGE_ROWS_DEFAULT),
});

/** POST /api/showings, with an Idempotency-Key header. */
export const bookRequestSchema = z.object({
  unitId: id,
  start: instant,
  /** Left out: the first agent who can; an agent's own showing is theirs. */
  agentId: z.optional(id),
  conversationId: z.optional(id),
  /** Left out: the name that the conversation knows. */
  leadName: z.optional(z.string().check(z.minLength(1), z.maxLength(LEAD_NAME_CHARS_MAX))),
  /** An admin's word against notice, horizon, windows, weekly times, way and maximum. */
  isOverride: z.optional(z.boolean()),
});
export type BookRequest = z.infer<typeof bookRequestSchema>;

/** POST /api/showings/:id/reschedule, with an Idempotency-Key header. */
export const moveRequestSchema = z.object({
  start: instant,
  /** Left out: the same agent if they can, else the first who can. */
  agentId: z.optional(id),
  isOverride: z.optional(z.boolean()),
});
export type MoveRequest = z.infer<typeof moveRequestSchema>;

/** POST /api/showings/:id/status. */
export const showingStatusRequestSchema = z.object({ status });

/** GET /api/units/:id/slots. Days are the unit's local days. */
export const slotQuerySchema = z.object({
  /** Left out: today. */
  from: z.optional(date),
  days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(SLOT_DAYS_MAX)), SLOT_DAYS_DEFAULT),
  /** A showing of the unit that is to be moved: neither its own time nor its lead's holds block. */
  except: z.optional(id),
});

export const slotListSchema = z.object({
  zone: z.string(),
  slots: z.array(z.object({ start: z.string(), end: z.string(), agents: z.array(named) })),
});

/** GET /api/units/:id/explain. */
export const explainQuerySchema = z.object({ at: instant, except: z.optional(id) });

export const explanationSchema = z.object({
  at: z.string(),
  /** True exactly when the start is among the open times. */
  isOpen: z.boolean(),
  /** In the order in which the rules are asked; without an agent it is about all. */
  reasons: z.array(
    z.object({
      rule: z.string(),
      agent: z.nullable(named),
      effect: z.enum(["admits", "removes"]),
      detail: z.string(),
    }),
  ),
});
export type ExplanationView = z.infer<typeof explanationSchema>;
