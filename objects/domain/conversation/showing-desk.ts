// D1's showings of one conversation as a model (H1, H7, H9, H10, H18): what the consumer asks for a wish, and what people and other
// leads do beside it. The same key is answered with the same showing, whatever became of it. Used by the tests beside it.
import { mayNotBecome, mayNotMove } from "../showing/refusal.ts";
import { mayBecome, type ShowingStatus } from "../showing/status.ts";
import {
  type EndOfShowing,
  isToCome,
  type OfferedTime,
  type ShowingWish,
  type ToldShowing,
  type WishResult,
} from "./showing.ts";

export type DeskRow = ToldShowing & {
  /** The id of the wish that booked it. */
  readonly key: string;
};

const STATUS_OF: Readonly<Record<EndOfShowing, ShowingStatus>> = {
  cancel: "cancelled",
  ask_move: "reschedule_requested",
  no_show: "no_show",
  completed: "completed",
};

export class Desk {
  rows: readonly DeskRow[] = [];
  readonly #moves = new Set<string>();
  /** Keys of wishes that were refused, and of steps that were made (H18). */
  readonly #refused = new Set<string>();
  readonly #steps = new Set<string>();
  readonly #others = new Set<string>();
  readonly #zone: string;

  constructor(zone: string) {
    this.#zone = zone;
  }

  get living(): readonly DeskRow[] {
    return this.rows.filter(({ status }) => isToCome(status));
  }

  get newest(): DeskRow | undefined {
    return this.rows.at(-1);
  }

  /** Somebody else books the time with this agent, and keeps it. */
  takeByOther(time: OfferedTime, agentId: string): void {
    if (this.#isFree(time, agentId, null)) this.#others.add(placeOf(time, agentId));
  }

  isOpen(time: OfferedTime, nowMs: number): boolean {
    return this.#agentFor(time, null, nowMs) !== null;
  }

  /** What the consumer gets for a wish. */
  fulfil({ id: key, what }: ShowingWish, nowMs: number): WishResult {
    if (this.#refused.has(key)) return { came: "taken" };
    if ("showingId" in what && this.#steps.has(key)) return doneWith(this.#row(what.showingId));
    const result = this.#carryOut(key, what, nowMs);
    if (result.came === "taken") this.#refused.add(key);
    else if (result.came === "done" && what.kind !== "book" && what.kind !== "move") this.#steps.add(key);
    return result;
  }

  #carryOut(key: string, what: ShowingWish["what"], nowMs: number): WishResult {
    switch (what.kind) {
      case "book":
        return this.#book(key, what.time, nowMs);
      case "move":
        return this.move(key, what.showingId, what.time, nowMs);
      case "confirm":
        return this.#confirm(what.showingId);
      default:
        return this.changeStatus(what.showingId, STATUS_OF[what.kind]);
    }
  }

  /** Moves, once under a key. */
  move(key: string, showingId: string, time: OfferedTime, nowMs: number): WishResult {
    const row = this.#row(showingId);
    if (this.#moves.has(key)) return doneWith(row);
    if (!isToCome(row.status)) return refusedWith(mayNotMove(row.status).error);
    const agentId = this.#agentFor(time, showingId, nowMs);
    if (agentId === null) return { came: "taken" };
    this.#moves.add(key);
    const { startMs, endMs, label } = time;
    return this.#change(row, { agentId, startMs, endMs, label, status: "confirmed", sequence: row.sequence + 1 });
  }

  changeStatus(showingId: string, to: ShowingStatus): WishResult {
    const row = this.#row(showingId);
    if (row.status === to) return doneWith(row);
    if (!mayBecome(row.status, to)) return refusedWith(mayNotBecome(row.status, to).error);
    return this.#change(row, { status: to, sequence: row.sequence + 1 });
  }

  #book(key: string, time: OfferedTime, nowMs: number): WishResult {
    const known = this.rows.find((row) => row.key === key);
    if (known !== undefined) return doneWith(known);
    const agentId = this.#agentFor(time, null, nowMs);
    if (agentId === null) return { came: "taken" };
    const { unitId, startMs, endMs, label } = time;
    const id = `sh_${this.rows.length}`;
    const place = { id, unitId, agentId, startMs, endMs, label, zone: this.#zone };
    const row: DeskRow = { ...place, status: "confirmed", sequence: 0, key };
    this.rows = [...this.rows, row];
    return doneWith(row);
  }

  #confirm(showingId: string): WishResult {
    const row = this.#row(showingId);
    if (!isToCome(row.status)) return refusedWith(mayNotBecome(row.status, "confirmed").error);
    const isNews = row.status !== "confirmed";
    return this.#change(row, { status: "confirmed", sequence: row.sequence + (isNews ? 1 : 0) });
  }

  #change(row: DeskRow, part: Partial<DeskRow>): WishResult {
    const changed = { ...row, ...part };
    this.rows = this.rows.map((one) => (one.id === row.id ? changed : one));
    return doneWith(changed);
  }

  #row(showingId: string): DeskRow {
    const row = this.rows.find(({ id }) => id === showingId);
    if (row === undefined) throw new Error("the conversation knows only showings that D1 has");
    return row;
  }

  #agentFor(time: OfferedTime, exceptId: string | null, nowMs: number): string | null {
    if (time.startMs <= nowMs) return null;
    return time.agentIds.find((agentId) => this.#isFree(time, agentId, exceptId)) ?? null;
  }

  #isFree(time: OfferedTime, agentId: string, exceptId: string | null): boolean {
    const isOurs = this.living.some(
      (row) => row.id !== exceptId && row.startMs === time.startMs && row.agentId === agentId,
    );
    return !isOurs && !this.#others.has(placeOf(time, agentId));
  }
}

/** As it is told to the conversation. */
export function toldOf({ key: _key, ...told }: DeskRow): ToldShowing {
  return told;
}

function doneWith(row: DeskRow): WishResult {
  return { came: "done", showing: toldOf(row) };
}

function refusedWith(refusal: Extract<WishResult, { came: "refused" }>["refusal"]): WishResult {
  return { came: "refused", refusal };
}

function placeOf({ startMs }: OfferedTime, agentId: string): string {
  return `${startMs} ${agentId}`;
}
