// When an agent shows units, as they say it or an admin does for them: checked, stored, audited.
// Answers with everything that holds then. Of a colleague an agent sees nothing (R23).
import {
  type AgentProfile,
  type Availability,
  type DayTimes,
  HORIZON_DAYS_MAX,
  type LineAnswer,
  type WeekTimes,
} from "#contracts/api/availability";
import { dateText, readDate } from "#domain/kernel/civil-day";
import { readAvailabilityLine } from "#domain/slots/availability-line";
import { clockText, readClock } from "#domain/slots/instant-text";
import { DAY_MS } from "#domain/slots/zone";
import type { Deps } from "#workers/deps";
import { listMembers } from "#workers/store/assignments";
import { availabilityOf, type DayMinutes, putProfile, replaceDate, replaceWeek } from "#workers/store/availability";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";
import { checkZone } from "./check-zone.ts";
import { notFound, Problem } from "./problem.ts";
import { mayBeSeenBy } from "./scope.ts";

/** The availability of a member whom the viewer may see. Throws NOT_FOUND otherwise. */
export async function ownAvailability(deps: Deps, viewer: Viewer, userId: string): Promise<Availability> {
  const { name } = await memberFor(deps, viewer, userId);
  const yesterday = dateText(Math.floor(deps.now() / DAY_MS) - 1);
  const { profile, rules, overrides } = await availabilityOf(deps.db, viewer.organisationId, userId, yesterday);
  return {
    user: { id: userId, name },
    profile,
    areMailsSent: deps.mail !== null,
    rules: rules.map((rule) => ({ weekday: rule.weekday, ...timesOf(rule) })),
    overrides: overrides.map(({ date, intervals }) => ({ date, intervals: intervals.map(timesOf) })),
  };
}

/** [H17] Sets the profile, audited field by field. Another zone puts the showings that are to come under its days. */
export async function setProfile(
  deps: Deps,
  viewer: Viewer,
  userId: string,
  profile: AgentProfile,
): Promise<Availability> {
  const before = await ownAvailability(deps, viewer, userId);
  checkZone(profile.zone);
  await putProfile(deps.db, viewer.organisationId, userId, profile, deps.now());
  const after = { ...profile, isMailed: profile.isMailed ?? before.profile?.isMailed ?? true };
  const details = (["zone", "bufferMinutes", "maxPerDay", "isMailed"] as const).flatMap((field) => {
    const from = before.profile?.[field] ?? (field === "isMailed" ? true : null);
    return from === after[field] ? [] : { userId, field, from, to: after[field] };
  });
  await auditChange(deps, viewer, "availability.profile_set", details);
  return { ...before, profile: after };
}

/** Sets the whole week. Throws NOT_NOW without a profile, BAD_REQUEST where two intervals of a day overlap. */
export async function setWeek(
  deps: Deps,
  viewer: Viewer,
  userId: string,
  rules: readonly WeekTimes[],
): Promise<Availability> {
  await profileFor(deps, viewer, userId);
  const minutes = rules.map((rule, at) => ({ weekday: rule.weekday, ...minutesOf(rule, `rules.${at}`) }));
  refuseOverlaps(minutes, "rules");
  await replaceWeek(deps.db, viewer.organisationId, userId, minutes);
  await auditChange(deps, viewer, "availability.week_set", [{ userId, intervals: minutes.length }]);
  return await ownAvailability(deps, viewer, userId);
}

/** Sets one day: intervals, or none of them for a day off. */
export async function setDate(
  deps: Deps,
  viewer: Viewer,
  userId: string,
  date: string,
  intervals: readonly DayTimes[],
): Promise<Availability> {
  await profileFor(deps, viewer, userId);
  checkDate(deps, date);
  const minutes = intervals.map((interval, at) => minutesOf(interval, `intervals.${at}`));
  refuseOverlaps(
    minutes.map((interval) => ({ weekday: 0, ...interval })),
    "intervals",
  );
  await replaceDate(deps.db, viewer.organisationId, userId, date, minutes);
  await auditChange(deps, viewer, "availability.date_set", [{ userId, date, intervals: minutes.length }]);
  return await ownAvailability(deps, viewer, userId);
}

/** Lets the weekly times hold on a day again. Doing it twice changes nothing. */
export async function clearDate(deps: Deps, viewer: Viewer, userId: string, date: string): Promise<Availability> {
  const before = await ownAvailability(deps, viewer, userId);
  if (!before.overrides.some((one) => one.date === date)) return before;
  await replaceDate(deps.db, viewer.organisationId, userId, date, null);
  await auditChange(deps, viewer, "availability.date_cleared", [{ userId, date }]);
  return { ...before, overrides: before.overrides.filter((one) => one.date !== date) };
}

/** A pasted line as weekly times, or what of it was not understood. */
export function lineAnswer(text: string): LineAnswer {
  const read = readAvailabilityLine(text);
  if (!read.ok) return { isRead: false, ...read.error };
  return { isRead: true, rules: read.value.map((rule) => ({ weekday: rule.weekday, ...timesOf(rule) })) };
}

async function memberFor(deps: Deps, viewer: Viewer, userId: string): Promise<{ readonly name: string }> {
  if (!mayBeSeenBy(viewer, userId)) throw notFound();
  const [member] = await listMembers(deps.db, viewer.organisationId, userId);
  if (member === undefined) throw notFound();
  return member;
}

async function profileFor(deps: Deps, viewer: Viewer, userId: string): Promise<AgentProfile> {
  const { profile } = await ownAvailability(deps, viewer, userId);
  if (profile === null) throw new Problem("NOT_NOW", "Times of day need a time zone. Set the profile first.");
  return profile;
}

/** A day that can matter: from yesterday (it may still be today somewhere) to the longest horizon. */
function checkDate(deps: Deps, date: string): void {
  const today = Math.floor(deps.now() / DAY_MS);
  const day = readDate(date);
  if (day !== null && day >= today - 1 && day <= today + HORIZON_DAYS_MAX) return;
  const details = [
    { path: "date", message: `must be a date such as 2026-03-08, at most ${HORIZON_DAYS_MAX} days ahead` },
  ];
  throw new Problem("BAD_REQUEST", "This day cannot be set. See the details and try again.", details);
}

/** The minutes of an interval given as clock texts. Throws BAD_REQUEST, naming `path`, where it does not end after it starts. */
export function minutesOf({ from, to }: DayTimes, path: string): DayMinutes {
  const [fromMinute, toMinute] = [readClock(from), readClock(to)];
  if (fromMinute !== null && toMinute !== null && fromMinute < toMinute) return { fromMinute, toMinute };
  const details = [{ path: `${path}.to`, message: "must be after from; the end of a day is 24:00" }];
  throw new Problem("BAD_REQUEST", "An interval must end after it starts. See the details and try again.", details);
}

/** Throws BAD_REQUEST, naming both, where two intervals of a day overlap. Touching is fine. The engine would take both and offer a time twice over: nobody means that. */
export function refuseOverlaps(rules: readonly (DayMinutes & { readonly weekday: number })[], path: string): void {
  const details = rules.flatMap((rule, at) =>
    rules.slice(0, at).flatMap((other, earlier) => {
      const isOverlap =
        rule.weekday === other.weekday && rule.fromMinute < other.toMinute && other.fromMinute < rule.toMinute;
      return isOverlap ? { path: `${path}.${at}`, message: `overlaps ${path}.${earlier} on the same day` } : [];
    }),
  );
  if (details.length === 0) return;
  throw new Problem("BAD_REQUEST", "Two intervals of a day overlap. Make them one, or take one out.", details);
}

function timesOf({ fromMinute, toMinute }: DayMinutes): DayTimes {
  return { from: clockText(fromMinute), to: clockText(toMinute) };
}
