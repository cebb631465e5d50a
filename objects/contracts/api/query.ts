// What list addresses may ask for: filters, page size and an opaque cursor. Values arrive as text.
import * as z from "zod/mini";
import { PLATFORMS } from "#domain/platform";
import { CONVERSATION_VIEWS, PAGE_ROWS_DEFAULT, PAGE_ROWS_MAX } from "./conversation.ts";

/** Longest cursor taken; ours are far shorter. */
export const CURSOR_CHARS_MAX = 512;
/** Longest search text. */
export const SEARCH_CHARS_MAX = 100;

const cursor = z.optional(z.string().check(z.maxLength(CURSOR_CHARS_MAX)));

/** GET /api/conversations. */
export const conversationQuerySchema = z.object({
  view: z._default(z.enum(CONVERSATION_VIEWS), "open"),
  cursor,
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(PAGE_ROWS_MAX)), PAGE_ROWS_DEFAULT),
  platform: z.optional(z.enum(PLATFORMS)),
  /** An admin's own work; agents see nothing else anyway. */
  agent: z.optional(z.literal("me")),
  /** Part of a lead's name or a listing's title. */
  q: z.optional(z.string().check(z.maxLength(SEARCH_CHARS_MAX))),
});

/** GET /api/follow-ups. `agent`: an admin's own; agents see nothing else anyway. */
export const followUpQuerySchema = z.object({ cursor, agent: z.optional(z.literal("me")) });

/** GET /api/audit and GET /api/conversations/:id/audit. */
export const auditQuerySchema = z.object({ cursor });

const truth = z.enum(["true", "false"]);

/** GET /api/incidents: without `seen`, all of them. */
export const incidentQuerySchema = z.object({ cursor, seen: z.optional(truth) });

/** GET /api/dead-letters: without `waiting`, all of them. */
export const deadLetterQuerySchema = z.object({ cursor, waiting: z.optional(truth) });
