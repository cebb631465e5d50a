// Private calendar addresses of agents: which stand, and a new one. The address itself is answered once, when it is made.
import * as z from "zod/mini";

/** Addresses that one person may have at a time: a phone, a laptop, and some that were forgotten. */
export const FEEDS_PER_PERSON_MAX = 10;

export const calendarFeedSchema = z.object({
  id: z.string(),
  user: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
});
export type CalendarFeedView = z.infer<typeof calendarFeedSchema>;

/** GET /api/calendar/feeds: the viewer's own, an admin's whole organisation's; the newest first. */
export const calendarFeedListSchema = z.object({ feeds: z.array(calendarFeedSchema) });
/** POST /api/calendar/feeds. */
export const calendarFeedMadeSchema = z.object({
  feed: calendarFeedSchema,
  /** To be put into a calendar program. Nobody can read it again: whoever lost it makes a new one. */
  url: z.string(),
});
/** DELETE /api/calendar/feeds/:id. */
export const calendarFeedAnswerSchema = z.object({ feed: calendarFeedSchema });
