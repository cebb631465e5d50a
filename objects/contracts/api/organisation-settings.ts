// What an organisation decides for all of its accounts: how careful sending is, when people answer, what showings keep to.
// Times of day are the organisation's own wall clock, "09:00" to "24:00".
import * as z from "zod/mini";
import { CLOSED_DATES_MAX } from "#domain/conversation/limits";
import { SEND_MODES } from "#domain/rollout/send-mode";
import { HORIZON_DAYS_MAX, NOTICE_MINUTES_MAX, SPAN_MINUTES_MAX, WEEKLY_RULES_MAX } from "#domain/slots/limits";
import { weekSchema } from "./availability.ts";

/** A lead who waits longer than this for the first word believes that nobody reads. */
export const QUIET_WINDOW_MS_MAX = 5 * 60_000;
/** An approval that can be undone for longer is a draft. */
export const APPROVAL_HOLD_MS_MAX = 60_000;
/** A shorter showing is none. */
export const SLOT_MINUTES_MIN = 5;

const minutes = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const weekday = weekSchema.shape.rules;

export const businessHoursSchema = z.object({
  /** IANA zone of all of these. */
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
  /** 1 = Monday … 7 = Sunday. Intervals of a day may touch and may not overlap. */
  weekly: weekday.check(z.minLength(1), z.maxLength(WEEKLY_RULES_MAX)),
  /** "2026-12-25": closed all day. */
  closedDates: z.array(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))).check(z.maxLength(CLOSED_DATES_MAX)),
});
export type BusinessHoursTimes = z.infer<typeof businessHoursSchema>;

/** PUT /api/organisation (admin): all of it. */
export const organisationSettingsSchema = z.object({
  defaultSendMode: z.enum(SEND_MODES),
  /** True: nothing leaves by itself, whatever the accounts say. */
  isKillSwitchOn: z.boolean(),
  /** A reply waits this long after the newest message of a burst. */
  quietWindowMs: minutes(0, QUIET_WINDOW_MS_MAX),
  /** An approved text can be called back for this long. */
  approvalHoldMs: minutes(0, APPROVAL_HOLD_MS_MAX),
  slotMinutes: minutes(SLOT_MINUTES_MIN, SPAN_MINUTES_MAX),
  slotStepMinutes: minutes(SLOT_MINUTES_MIN, SPAN_MINUTES_MAX),
  minNoticeMinutes: minutes(0, NOTICE_MINUTES_MAX),
  horizonDays: minutes(1, HORIZON_DAYS_MAX),
  /** How long a time that was offered to a lead is kept for them. */
  offerHoldMinutes: minutes(1, SPAN_MINUTES_MAX),
  /** When people answer; null: always. */
  businessHours: z.nullable(businessHoursSchema),
});
export type OrganisationSettings = z.infer<typeof organisationSettingsSchema>;

/** GET /api/organisation (admin), and what a change answers with. */
export const organisationAnswerSchema = z.object({
  organisation: z.object({ id: z.string(), name: z.string(), settings: organisationSettingsSchema }),
});
export type Organisation = z.infer<typeof organisationAnswerSchema>["organisation"];
