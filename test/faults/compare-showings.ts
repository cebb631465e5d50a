// Compares what D1 holds of showings with what the conversations know and what the leads were told. Pure: no process, no network,
// no clock.
import { isToCome } from "#domain/conversation/showing";
import type { Platform } from "#domain/platform";
import type { ShowingStatus } from "#domain/showing/status";
import type { Held } from "./compare.ts";
import type { ThreadPlace } from "./ledger.ts";
import { toldIn } from "./told.ts";

/** A row of D1: a showing, or a time that is held. */
export type RowOnDisk = {
  readonly id: string;
  readonly conversationId: string | null;
  readonly unitId: string;
  readonly agentId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly status: ShowingStatus;
  readonly heldUntilMs: number | null;
  readonly groupSize: number;
  readonly key: string;
  readonly sequence: number;
  /** Of its start, as the lead reads it. */
  readonly label: string;
};

/** What a conversation holds in its own storage. */
export type TalkOnDisk = {
  readonly conversationId: string;
  readonly platform: Platform;
  readonly threadId: string;
  readonly isHandedOff: boolean;
  readonly showing: Pick<RowOnDisk, "id" | "status" | "startMs" | "sequence"> | null;
  /** Every wish to book or to move, oldest first. `came`: null while it stands unsettled. */
  readonly wishes: readonly {
    readonly id: string;
    readonly kind: "book" | "move";
    readonly came: "done" | "taken" | "refused" | null;
  }[];
  /** Texts that say "booked" and whose click was allowed when the conversation knew that it does not stand so. */
  readonly overtaken: readonly string[];
};

export type ShowingsSeen = {
  readonly rows: readonly RowOnDisk[];
  /** Keys of moves that were made. */
  readonly moves: ReadonlySet<string>;
  readonly talks: readonly TalkOnDisk[];
  /** In the order of their threads. */
  readonly held: readonly Held[];
  /** Where somebody of ours changed the showing: the product leaves it to them to tell the lead. */
  readonly touched: readonly ThreadPlace[];
  /** When the schedule swept the holds last, and the longest that one may last from then. */
  readonly sweptAtMs: number;
  readonly holdMsMax: number;
};

const FAULTS = {
  twice: "twice",
  untold: "untold",
  toldWithoutShowing: "told_without_showing",
  doubleBooked: "double_booked",
  orphanHolds: "orphan_hold",
  unsettled: "unsettled",
  unwished: "unwished",
  lost: "lost",
  apart: "apart",
  overtaken: "overtaken",
} as const;
type Fault = keyof typeof FAULTS;

export type ShowingFinding = {
  /** The showing, the wish or the conversation. */
  readonly key: string;
  readonly what: (typeof FAULTS)[Fault];
  readonly detail: string;
};

export type ShowingsVerdict = {
  /** Choices of leads, first ones and other ones. */
  readonly wished: number;
  /** Of those, how many became a showing, and how many were told that the time is gone. */
  readonly booked: number;
  readonly taken: number;
  /** Living showings of one lead beyond the first. */
  readonly twice: number;
  /** Living showings that their lead does not know of as they stand, and no person has it. */
  readonly untold: number;
  /** Leads who were last told of a showing that does not stand. */
  readonly toldWithoutShowing: number;
  /** Pairs of showings that one agent cannot both keep, and leads beyond a group's size. */
  readonly doubleBooked: number;
  /** Held times that outlived their end and the sweep after it, or that have no end in sight. */
  readonly orphanHolds: number;
  /** Wishes that D1 never answered. */
  readonly unsettled: number;
  /** Showings of conversations that nobody wished for. */
  readonly unwished: number;
  /** Choices that were answered with a showing that is not there. */
  readonly lost: number;
  /** Conversations that know another showing than D1 holds. */
  readonly apart: number;
  /** Leads told that something is booked after the conversation had heard that it is not. */
  readonly overtaken: number;
  /** The lead does not know, and a person has the conversation. */
  readonly handedToHuman: number;
  /** Somebody of ours changed it, and tells the lead. */
  readonly leftToPeople: number;
  readonly findings: readonly ShowingFinding[];
};

/** True when no fault was counted. */
export function areShowingsClean(verdict: ShowingsVerdict): boolean {
  return (Object.keys(FAULTS) as Fault[]).every((fault) => verdict[fault] === 0);
}

export function compareShowings(seen: ShowingsSeen): ShowingsVerdict {
  const findings: ShowingFinding[] = [];
  const find = (fault: Fault, key: string, detail: string) => findings.push({ key, what: FAULTS[fault], detail });
  const all = seen.talks.flatMap(({ wishes }) => wishes);
  const counts = { handedToHuman: 0, leftToPeople: 0 };
  for (const talk of seen.talks) {
    findWishes(seen, talk, find);
    for (const sendId of talk.overtaken) find("overtaken", sendId, "it was clicked although it was known to be wrong");
    const who = findTelling(seen, talk, find);
    if (who !== null) counts[who]++;
  }
  findPlaces(seen, find);
  const count = (fault: Fault) => findings.filter(({ what }) => what === FAULTS[fault]).length;
  return {
    wished: all.length,
    booked: all.filter(({ came }) => came === "done").length,
    taken: all.filter(({ came }) => came === "taken").length,
    ...{ twice: count("twice"), untold: count("untold"), toldWithoutShowing: count("toldWithoutShowing") },
    ...{ doubleBooked: count("doubleBooked"), orphanHolds: count("orphanHolds"), unsettled: count("unsettled") },
    ...{ unwished: count("unwished"), lost: count("lost"), apart: count("apart") },
    overtaken: count("overtaken"),
    ...counts,
    findings,
  };
}

/** Where a wish stood when everything died: written down, or carried out and its conversation not told. */
export const BOOKING_WINDOWS = ["wished, not in D1", "in D1, conversation not told"] as const;
export type BookingWindow = (typeof BOOKING_WINDOWS)[number];

/** Counts the wishes under way by where they stood. */
export function bookingWindowsOf({
  rows,
  moves,
  talks,
}: Pick<ShowingsSeen, "rows" | "moves" | "talks">): ReadonlyMap<BookingWindow, number> {
  const keys = new Set([...moves, ...rows.map(({ key }) => key)]);
  const open = talks.flatMap(({ wishes }) => wishes.filter(({ came }) => came === null));
  const counts = new Map<BookingWindow, number>();
  for (const { id } of open) {
    const window = keys.has(id) ? "in D1, conversation not told" : "wished, not in D1";
    counts.set(window, (counts.get(window) ?? 0) + 1);
  }
  return counts;
}

type Find = (fault: Fault, key: string, detail: string) => void;

/** Each wish and its one row, and each row and its wish. */
function findWishes({ rows, moves }: ShowingsSeen, talk: TalkOnDisk, find: Find): void {
  const own = showingsOf(rows, talk);
  for (const { id, kind, came } of talk.wishes) {
    const isThere = kind === "move" ? moves.has(id) : own.some(({ key }) => key === id);
    if (came === null) find("unsettled", id, `${kind} ${isThere ? "was carried out" : "was not carried out"}`);
    if (came === "done" && !isThere) find("lost", id, `${kind} was answered, D1 has nothing under its key`);
    if (came !== "done" && came !== null && isThere) find("twice", id, `${kind} was answered with ${came}, and stands`);
  }
  const wished = new Set(talk.wishes.map(({ id }) => id));
  for (const { id, key } of own) {
    if (!wished.has(key) && !key.startsWith("by/")) find("unwished", id, "no wish of its conversation has its key");
  }
  const living = own.filter(({ status }) => isToCome(status));
  for (const { id } of living.slice(1)) find("twice", id, `its lead has ${living.length} living showings`);
  const newest = living[0] ?? own.find(({ id }) => id === talk.showing?.id);
  const { showing } = talk;
  const isSame =
    showing === null
      ? newest === undefined
      : newest?.id === showing.id && newest.status === showing.status && newest.startMs === showing.startMs;
  if (!isSame)
    find("apart", talk.conversationId, `D1: ${newest?.status ?? "none"}, here: ${showing?.status ?? "none"}`);
}

/** What the lead was told last, against what stands. Answers who has it where they differ and that is right. */
function findTelling(seen: ShowingsSeen, talk: TalkOnDisk, find: Find): "handedToHuman" | "leftToPeople" | null {
  const isHere = (place: ThreadPlace) => place.platform === talk.platform && place.threadId === talk.threadId;
  const said = seen.held.filter(isHere).flatMap(({ text }) => toldIn(text) ?? []);
  // Times that are offered to a lead who has a showing leave it standing: the word before counts.
  const last = said.findLast(({ says }) => says !== "offers");
  const told = last?.says === "booked" ? last.label : null;
  const living = showingsOf(seen.rows, talk).filter(({ status }) => isToCome(status));
  const stands = living[0]?.label ?? null;
  if (told === stands || living.some(({ label }) => label === told)) return null;
  if (seen.touched.some(isHere)) return "leftToPeople";
  if (talk.isHandedOff) return "handedToHuman";
  const detail = `told: ${told ?? last?.says ?? "nothing"}; stands: ${stands ?? "nothing"}`;
  if (told !== null) find("toldWithoutShowing", talk.conversationId, detail);
  if (stands !== null) find("untold", living[0]?.id ?? talk.conversationId, detail);
  return null;
}

/** Agents, groups and holds, whoever they are for. */
function findPlaces({ rows, sweptAtMs, holdMsMax }: ShowingsSeen, find: Find): void {
  for (const { id, heldUntilMs } of rows) {
    if (heldUntilMs === null) continue;
    if (heldUntilMs < sweptAtMs) find("orphanHolds", id, "it ran out before the sweep, and is there");
    else if (heldUntilMs > sweptAtMs + holdMsMax) find("orphanHolds", id, "it lasts longer than any hold");
  }
  const kept = rows.filter(({ status, heldUntilMs }) => heldUntilMs === null && isToCome(status));
  const groups = new Map<string, number>();
  for (const [at, row] of kept.entries()) {
    for (const other of kept.slice(at + 1)) {
      if (isClash(row, other)) find("doubleBooked", row.id, `its agent is at ${other.id} at the same time`);
    }
    const place = `${row.agentId} ${row.unitId} ${row.startMs}`;
    const size = (groups.get(place) ?? 0) + 1;
    groups.set(place, size);
    if (size > row.groupSize) find("doubleBooked", row.id, `it is number ${size} of a group of ${row.groupSize}`);
  }
}

function isClash(a: RowOnDisk, b: RowOnDisk): boolean {
  const isSamePlace = a.unitId === b.unitId && a.startMs === b.startMs && a.endMs === b.endMs;
  return a.agentId === b.agentId && !isSamePlace && a.startMs < b.endMs && b.startMs < a.endMs;
}

function showingsOf(rows: readonly RowOnDisk[], { conversationId }: TalkOnDisk): readonly RowOnDisk[] {
  return rows.filter((row) => row.conversationId === conversationId && row.heldUntilMs === null);
}
