// A traveler's request as the leads pages and the e-mails show it, made from what a lead gave beside the text.

import type { Thread } from "../kernel/threads.ts";
import { shownName } from "./channel-state.ts";

const FIRST_LEAD_ID = 9_100_000;
const DAY_MS = 86_400_000;
const KINDS = ["Direct Booking Requests", "General Housing Requests", "Unmatched Housing Requests"] as const;
const FLEXIBLE = "Flexible";

export type LeadKind = (typeof KINDS)[number];
export const LEAD_KINDS: readonly LeadKind[] = KINDS;

export function leadId(thread: Thread): string {
  return String(FIRST_LEAD_ID + thread.n);
}

export function leadName(thread: Thread): string {
  const name = shownName(thread.leadName);
  return name.includes(" ") ? `${name}.` : name;
}

/** details.kind in the platform's own words; a direct request when absent. */
export function leadKind(thread: Thread): LeadKind {
  return KINDS.find((kind) => kind === thread.details["kind"]) ?? KINDS[0];
}

/** "8/1/26 - 10/30/26 (90 nights)", from details.moveIn and details.moveOut (YYYY-MM-DD). */
export function stayInRow(thread: Thread): string {
  const { moveIn, moveOut } = stay(thread);
  if (moveIn === null || moveOut === null) return FLEXIBLE;
  return `${slashed(moveIn)} - ${slashed(moveOut)} (${Math.round((moveOut - moveIn) / DAY_MS)} nights)`;
}

/** "7/4/26". */
export function receivedOn(thread: Thread, atMs: number): string {
  return thread.details["received"] ?? slashed(atMs);
}

/** Each label with its value, in the page's order. Phone and e-mail stand only when the traveler gave them. */
export function leadFields(thread: Thread, receivedAtMs: number): readonly (readonly [string, string])[] {
  const { details } = thread;
  const { moveIn, moveOut } = stay(thread);
  const dates = moveIn === null || moveOut === null ? FLEXIBLE : `${longDate(moveIn)} - ${longDate(moveOut)}`;
  const optional = [
    ["Phone", details["phone"]],
    ["Email", details["email"]],
  ] as const;
  return [
    ["Requested travel dates", dates],
    ["Travelers", details["travelers"] ?? "1"],
    ["Budget", details["budget"] ?? "Not provided"],
    ["Reason for travel", details["reason"] ?? "Traveling Healthcare"],
    ["Traveling with pets", details["pets"] ?? "No"],
    ["Date received", receivedOn(thread, receivedAtMs)],
    ["Occupation", details["occupation"] ?? "Not provided"],
    ["Work location", details["workLocation"] ?? "Not provided"],
    ["Number of bedrooms", details["bedrooms"] ?? "1"],
    ["Desired amenities", details["amenities"] ?? "Not provided"],
    ...optional.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
  ];
}

/** A day of the e-mail: a date when it reads as one, else the traveler's own word such as ASAP. */
export function mailDay(given: string | undefined): string {
  const at = dayMs(given);
  return at === null ? (given ?? FLEXIBLE) : longDate(at);
}

function stay(thread: Thread): { moveIn: number | null; moveOut: number | null } {
  return { moveIn: dayMs(thread.details["moveIn"]), moveOut: dayMs(thread.details["moveOut"]) };
}

function dayMs(day: string | undefined): number | null {
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : null;
}

function slashed(atMs: number): string {
  const day = new Date(atMs);
  return `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${String(day.getUTCFullYear()).slice(2)}`;
}

function longDate(atMs: number): string {
  return new Date(atMs).toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "UTC" });
}
