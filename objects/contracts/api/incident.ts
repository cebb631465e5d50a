// What must not happen and did, as admins see it: ids, codes and the names that D1 knows; never the text of a message.
import * as z from "zod/mini";
import { PLATFORMS } from "#domain/platform";

/** duplicate: a text of ours stands twice in a thread. dead_letter: a queue gave a job up. page_drift: a page changed. */
export const INCIDENT_KINDS = ["duplicate", "dead_letter", "page_drift"] as const;
/** Rows of one page. */
export const INCIDENT_PAGE_ROWS = 50;

export const incidentSchema = z.object({
  id: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  at: z.string(),
  /** Null when it is about no single conversation. */
  conversation: z.nullable(z.object({ id: z.string(), leadName: z.nullable(z.string()) })),
  account: z.nullable(z.object({ id: z.string(), name: z.string(), platform: z.nullable(z.enum(PLATFORMS)) })),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Who looked at it first, and when; null while nobody did. */
  seen: z.nullable(z.object({ at: z.string(), by: z.string() })),
});
export type IncidentView = z.infer<typeof incidentSchema>;

/** GET /api/incidents (admin): the newest first. */
export const incidentListSchema = z.object({
  incidents: z.array(incidentSchema),
  nextCursor: z.nullable(z.string()),
  /** Of the whole organisation, whatever was asked for. */
  unseen: z.number(),
});
/** POST /api/incidents/:id/seen (admin). */
export const incidentAnswerSchema = z.object({ incident: incidentSchema });
