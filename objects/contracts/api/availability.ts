// When an agent shows units: a profile, weekly times and what replaces them on single days. Times of day are the agent's own
// wall clock, "09:00" to "24:00".
import * as z from "zod/mini";
import {
  HORIZON_DAYS_MAX,
  LINE_CHARS_MAX,
  SHOWINGS_PER_DAY_MAX,
  SPAN_MINUTES_MAX,
  WEEKLY_RULES_MAX,
} from "#domain/slots/limits";

export { HORIZON_DAYS_MAX };
/** As slots/limits.ts: 24 intervals on each day. */
export const DAY_INTERVALS_MAX = 24;

const clock = z.string().check(z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/));
const interval = z.object({ from: clock, to: clock });
const rule = z.object({ weekday: z.int().check(z.minimum(1), z.maximum(7)), from: clock, to: clock });
export type DayTimes = z.infer<typeof interval>;
export type WeekTimes = z.infer<typeof rule>;

const profile = z.object({
  /** IANA zone of all these times. */
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Way between two units. */
  bufferMinutes: z.int().check(z.minimum(0), z.maximum(SPAN_MINUTES_MAX)),
  /** Null: no maximum. */
  maxPerDay: z.nullable(z.int().check(z.minimum(0), z.maximum(SHOWINGS_PER_DAY_MAX))),
  /** False: no mails about showings. Always answered; left out when it is set, it stays as it was, and true at first. */
  isMailed: z.optional(z.boolean()),
});
export type AgentProfile = z.infer<typeof profile>;

export const availabilitySchema = z.object({
  user: z.object({ id: z.string(), name: z.string() }),
  /** Null: the agent has not said yet; the times of days need its zone. */
  profile: z.nullable(profile),
  /** False: this deployment sends no mails to anybody, whatever the profile says. */
  areMailsSent: z.boolean(),
  /** 1 = Monday … 7 = Sunday; by day and start. */
  rules: z.array(rule),
  /** From yesterday on; without an interval the agent is away on that day. */
  overrides: z.array(z.object({ date: z.string(), intervals: z.array(interval) })),
});
export type Availability = z.infer<typeof availabilitySchema>;

/** GET /api/availability/:id, and what every change of it answers with. */
export const availabilityAnswerSchema = z.object({ availability: availabilitySchema });
/** PUT /api/availability/:id/profile. */
export const profileSchema = profile;
/** PUT /api/availability/:id/week: the whole week. Intervals of a day may touch and may not overlap. */
export const weekSchema = z.object({ rules: z.array(rule).check(z.maxLength(WEEKLY_RULES_MAX)) });
/** PUT /api/availability/:id/overrides/:date: the whole day; without an interval the agent is away. */
export const overrideSchema = z.object({ intervals: z.array(interval).check(z.maxLength(DAY_INTERVALS_MAX)) });

/** POST /api/availability/read-line: a pasted line such as "Mon–Thu 7:30-9pm, Sat 10-2". */
export const lineRequestSchema = z.object({ text: z.string().check(z.maxLength(LINE_CHARS_MAX)) });
/** The line as weekly times, which nobody has set yet. All of it was understood, or nothing is answered. */
export const lineAnswerSchema = z.discriminatedUnion("isRead", [
  z.object({ isRead: z.literal(true), rules: z.array(rule) }),
  z.object({
    isRead: z.literal(false),
    code: z.string(),
    /** What was not understood, as it was written; empty when it is the line as a whole. */
    piece: z.string(),
    message: z.string(),
    next: z.string(),
  }),
]);
export type LineAnswer = z.infer<typeof lineAnswerSchema>;
