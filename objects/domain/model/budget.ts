// The arithmetic of the tokens a model may cost an organisation in a day (UTC): an upper bound is reserved before a call, and
// what the call is known to have cost takes its place afterwards. The reservation itself is one statement of D1
// (workers/store/model-usage.ts), so that consumers side by side never reserve more than is left.
import { dateText } from "../kernel/civil-day.ts";
import type { Prompt } from "./prompt.ts";

/** Longest answer that is asked for: an object with a reply of 900 characters needs about a third of it. */
export const OUTPUT_TOKENS_MAX = 1_000;
/** What a service adds to our texts: roles, the schema of the object (1,300 characters) and its own frame. */
const FRAME_TOKENS_MAX = 2_000;

const DAY_MS = 86_400_000;

export type DayUsage = { readonly tokensIn: number; readonly tokensOut: number; readonly reserved: number };
/** Tokens as the service counted them. */
export type Reported = { readonly tokensIn: number; readonly tokensOut: number };

/** "2026-11-25": the day of a budget. */
export function budgetDay(nowMs: number): string {
  return dateText(Math.floor(nowMs / DAY_MS));
}

/** No call with this prompt costs more: a token is at least one byte of UTF-8. */
export function reservationFor({ system, user }: Pick<Prompt, "system" | "user">): number {
  return utf8Bytes(system) + utf8Bytes(user) + FRAME_TOKENS_MAX + OUTPUT_TOKENS_MAX;
}

/** Tokens that may still be reserved; never below zero. */
export function tokensLeft(usage: DayUsage, tokensPerDay: number): number {
  return Math.max(0, tokensPerDay - usage.tokensIn - usage.tokensOut - usage.reserved);
}

/**
 * What takes the place of a reservation. Nothing reported: the call may have been charged, so the reservation stays for the day,
 * as it does when the process dies before it can settle.
 */
export function settlement(reserved: number, reported: Reported | null): DayUsage {
  if (reported === null) return { tokensIn: 0, tokensOut: 0, reserved: 0 };
  return { tokensIn: whole(reported.tokensIn), tokensOut: whole(reported.tokensOut), reserved: -reserved };
}

function whole(tokens: number): number {
  return Number.isFinite(tokens) ? Math.max(0, Math.ceil(tokens)) : 0;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
