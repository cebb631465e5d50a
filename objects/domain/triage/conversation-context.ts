// Owns what the turns so far mean for the next message: were times offered, is a showing booked, what did we last ask.
// It reads our own words only as far as they are needed; it must not judge the new message.
import { weekdayOf } from "../kernel/civil-day.ts";
import type { OfferedSlot, Turn } from "./decision.ts";
import { normalise } from "./normalise.ts";
import { slotClock } from "./slot-choice.ts";
import { readTimes, saysTime } from "./time-mentions.ts";

/** How far a conversation is: nothing said, talking, times on the table, a showing agreed, or asked whether it stands. */
export type Phase = "fresh" | "talking" | "offered" | "booked" | "confirming";

export type ConversationContext = {
  readonly phase: Phase;
  /** Indexes into the slots, in the order in which our words offered them. */
  readonly offered: readonly number[];
  /** True while we have not said a word in this conversation. */
  readonly firstReply: boolean;
  /** Lead turns after our last words: still unanswered when the new message came. */
  readonly unanswered: readonly string[];
  /** Our last text in reading form, or "". */
  readonly lastOurs: string;
};

/** Only the newest turns matter; older ones are not read. */
const TURNS_READ_MAX = 24;
/** Offers further back than this many of our turns no longer count. */
const OUR_TURNS_OFFERING_MAX = 3;

const OFFER =
  /\b(?:would (?:any|either|one|that|this|it) of|would any|(?:do|does|would|will) (?:any of )?(?:these|those|this|that|any|either|it) (?:times? )?(?:work|suit|fit)|which (?:one|time|of|works|suits|would|do|day)|(?:we|i) (?:can|could) (?:show|offer|do)|(?:open|available) (?:times|slots|showings|viewings)|times? (?:available|open)|following times|times (?:we|i) (?:have|can)|here are|(?:we|i) have (?:a )?(?:times|slots|openings|availability|showings|openings?)|pick (?:one|a)|choose|let (?:me|us) know which|works? (?:best )?for you|how about|what about|does .{1,40} work|are you (?:free|available)|podemos|cual (?:de est[aeo]s? (?:\w+ )?)?(?:prefiere|le))/u;
const BOOKED =
  /\b(?:(?:showing|viewing|tour|appointment|visit|you|you are|youre|its|it is|all) (?:is |are |now )*(?:confirmed|booked|set|scheduled)|(?:confirmed|booked|scheduled) (?:you )?(?:for|on|at)|see you|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|noon|[ap]m|\d) it is\b|your (?:showing|viewing|tour|appointment|visit) (?:is |will be )?(?:on|at|for|this|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|(?:put|pencill?ed|got) you (?:in|down) for|you have (?:a|your) (?:showing|viewing|tour|appointment|visit)|look(?:ing)? forward to (?:seeing|meeting|showing)|we have you down|you are booked|meet you|(?:you are|youre) (?:on|down) for|expecting you|(?:reserved|saved) (?:for you|your)|confirmad[ao]|agendad[ao]|reservad[ao]|nos vemos|(?:su|tu) (?:cita|visita) ?:|(?:cita|visita)(?: \w+){0,2} (?:quedo|queda|esta|es) (?:para|el|hoy|manana|confirm)|(?:l[eoa]|te) esper(?:o|amos))|^(?:(?:ok|okay|great|perfect|done|thanks|thank you|listo|hi|hello|hola)[^.!?]{0,20}[.,! ]+)?(?:booked|confirmed|scheduled|all set)[!:.,]/u;
const CONFIRMING =
  /\b(?:please confirm|can you confirm|could you confirm|are you still (?:able|coming|on|good|planning|available)|still (?:coming|able to make|good for|on for|works? for)|reminder|reply (?:yes|c)\b|confirm (?:your|that you|you)|will you (?:be|make)|are we still on|por favor confirme?|confirma[ns]? ?\?|^[^a-z]*recordatorio|sigue en pie)/u;
const CANCELLED =
  /\b(?:(?:has been|is|was|been|are) cancell?ed|cancell?ed (?:your|the)|no longer booked|esta cancelad[ao])\b/u;
/** Asks for a choice, so that it does not ask whether a showing stands. */
const ASKS_WHICH = /which|would (?:any|either)/u;

/**
 * Reads the history. `slots` are the open times given with the message; `onRecord`: the ones among them that were ever put to
 * the lead, so that the same hour of another week is not taken for one of them. `hasShowing`: a showing stands on record, whoever
 * booked it and with whatever words.
 */
export function readContext(
  history: readonly Turn[],
  slots: readonly OfferedSlot[],
  zone: string | null,
  onRecord?: readonly number[],
  hasShowing = false,
): ConversationContext {
  const turns = history.slice(-TURNS_READ_MAX);
  const ours = turns.filter((turn) => turn.from === "us").map((turn) => normalise(turn.text));
  const lastOursAt = turns.findLastIndex((turn) => turn.from === "us");
  const unanswered = turns.slice(lastOursAt + 1).map((turn) => turn.text);
  const state = phaseOf(ours, slots, zone, onRecord === undefined ? null : new Set(onRecord));
  return {
    ...state,
    phase: state.phase !== "talking" ? state.phase : hasShowing ? "booked" : turns.length === 0 ? "fresh" : "talking",
    firstReply: !history.some((turn) => turn.from === "us"),
    unanswered,
    lastOurs: ours.at(-1) ?? "",
  };
}

/** True when a text of ours lays times for a showing on the table, whatever times are open now. */
export function offersTimes(ours: string): boolean {
  const said = normalise(ours);
  if (BOOKED.test(said) || !OFFER.test(said)) return false;
  return saysTime(readTimes(said)) || GENERIC_OFFER.test(said);
}

/** What a text of ours does with a showing, by its words alone. */
export type Talk = "offer" | "booking" | "asking" | "cancellation" | "nothing";

/** How a later message of the lead will be read after this text of ours, times and labels left aside. */
export function talkOf(ours: string): Talk {
  const said = normalise(ours);
  if (CANCELLED.test(said)) return "cancellation";
  if (CONFIRMING.test(said) && !ASKS_WHICH.test(said)) return "asking";
  if (BOOKED.test(said)) return "booking";
  return OFFER.test(said) ? "offer" : "nothing";
}

function phaseOf(
  ours: readonly string[],
  slots: readonly OfferedSlot[],
  zone: string | null,
  onRecord: ReadonlySet<number> | null,
): { phase: Phase; offered: readonly number[] } {
  const offeredBy = (text: string) =>
    offeredIn(text, slots, zone).filter((index) => onRecord === null || onRecord.has(index));
  const recent = ours.slice(-OUR_TURNS_OFFERING_MAX).toReversed();
  for (const text of recent) {
    if (CANCELLED.test(text)) return { phase: "talking", offered: [] };
    if (CONFIRMING.test(text) && !ASKS_WHICH.test(text)) return { phase: "confirming", offered: offeredBy(text) };
    const offered = offeredBy(text);
    const offers = OFFER.test(text) || (offered.length > 0 && text.includes("?"));
    if (BOOKED.test(text) && !(offers && offered.length > 1)) return { phase: "booked", offered };
    if (offered.length > 0 && (offers || offered.length > 1 || namesLabel(text, slots)))
      return { phase: "offered", offered };
    const meant = slots.map((_, index) => index).filter((index) => onRecord === null || onRecord.has(index));
    if (offers && GENERIC_OFFER.test(text) && meant.length > 0) return { phase: "offered", offered: meant };
  }
  return { phase: "talking", offered: [] };
}

const GENERIC_OFFER = /\b(?:times?|slots?|openings?|showings? (?:available|open)|horarios?)\b/u;

/** Slots our words name, in the order of naming: by label, or by a day and an hour that fit. */
function offeredIn(text: string, slots: readonly OfferedSlot[], zone: string | null): readonly number[] {
  const found: { index: number; at: number }[] = [];
  slots.forEach((slot, index) => {
    const label = normalise(slot.label);
    const at = label === "" ? -1 : text.indexOf(label);
    if (at >= 0) found.push({ index, at });
    else {
      const piece = namedAt(text, slot, zone);
      if (piece !== null) found.push({ index, at: piece });
    }
  });
  return found.sort((left, right) => left.at - right.at || left.index - right.index).map((entry) => entry.index);
}

/** Where our words name the slot's hour together with its day (or the hour alone when no day is said near), or null. */
function namedAt(text: string, slot: OfferedSlot, zone: string | null): number | null {
  const clock = slotClock(slot, zone);
  if (clock === null) return null;
  let at = 0;
  let day: readonly number[] = [];
  for (const piece of text.split(/(?<=[,;\n?!])|\b(?:or|and|o|y)\b/u)) {
    const said = readTimes(piece);
    if (said.weekdays.length > 0) day = said.weekdays;
    const hourFits = said.times.some(
      (time) => time.minute === clock.minute || (time.half && (time.minute + 720) % 1_440 === clock.minute),
    );
    if (saysTime(said) && hourFits && (day.length === 0 || day.includes(weekdayOf(clock.day)))) return at;
    at += piece.length + 2;
  }
  return null;
}

function namesLabel(text: string, slots: readonly OfferedSlot[]): boolean {
  return slots.some((slot) => slot.label !== "" && text.includes(normalise(slot.label)));
}
