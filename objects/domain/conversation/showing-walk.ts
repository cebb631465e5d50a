// One conversation, the lead, the people, the consumers and a model of D1, and what each of them may do next, at any moment and in
// any order: consumers die between their steps, come again, and come late. Used by the tests beside it and by nothing else.
import { never } from "../kernel/never.ts";
import type { Decision } from "../triage/decision.ts";
import type { ConversationCommand } from "./command.ts";
import { isLiving, type OfferedTime, type ShowingWish, type ToldShowing, type WishResult } from "./showing.ts";
import { Desk, type DeskRow, toldOf } from "./showing-desk.ts";
import { nextAsk } from "./showing-talk.ts";
import { asked, HOLD_MS, lead, ours, REPLY, type Row, T0, type Talk } from "./talk.ts";

const HOUR_MS = 3_600_000;
export const ZONE = "America/New_York";
export const AGENTS = ["us_1", "us_2"] as const;
const OFFERED_MAX = 3;
/** Half a day apart, from the day after tomorrow on: some of their questions fall into the night. */
export const TIMES: readonly OfferedTime[] = [40, 52, 61, 76, 88, 100].map((hours, n) => ({
  startMs: T0 + hours * HOUR_MS,
  endMs: T0 + (hours + 1) * HOUR_MS,
  unitId: "un_1",
  // Two for some, one for others: both ways a time can be gone.
  agentIds: n % 2 === 0 ? AGENTS : [AGENTS[0]],
  label: `time ${n}`,
}));

/** What a word of the lead means. A choice is among the times that were on the table when it was written. */
export type Meaning = "wants_showing" | "hello" | "wants_other" | "cancels" | "yes" | "no_thanks" | "stop";
type Heard = { readonly meaning: Meaning | "chooses"; readonly time: OfferedTime | null };
/** What a text of ours says of the showing. */
export type Said = {
  readonly says: "booked" | "confirmed" | "cancelled" | "reminds" | "offers" | "nothing";
  readonly startMs: number | null;
};

type Late<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;
/** A consumer that has a wish in its hands; `result`: what D1 answered, once it was asked. */
type Job = { readonly wish: ShowingWish; readonly result: WishResult | null };

export type World = {
  readonly talk: Talk;
  readonly desk: Desk;
  readonly rows: Row[];
  nowMs: number;
  words: number;
  readonly heard: Map<string, Heard>;
  readonly said: Map<string, Said>;
  readonly jobs: Job[];
  readonly decisions: Late<"record_decision">[];
  readonly asks: Late<"record_ask">[];
  readonly told: ToldShowing[];
};

export type Step = MachineStep | PeopleStep | { readonly what: keyof typeof BY_ITSELF };

/** What leads, time and consumers do. */
type MachineStep =
  | { readonly what: "lead_says" | "talks"; readonly meaning: Meaning }
  | { readonly what: "lead_chooses"; readonly which: number }
  | { readonly what: "other_lead"; readonly which: number; readonly agent: number }
  | { readonly what: "decision"; readonly isAutomatic: boolean; readonly isLate: boolean }
  | { readonly what: "late_decision" | "late_ask" | "job_goes_on"; readonly which: number }
  | { readonly what: "book_job"; readonly steps: 1 | 2 | 3 }
  | { readonly what: "ask"; readonly isLate: boolean }
  | { readonly what: "text_leaves"; readonly isSeen: boolean }
  | { readonly what: "wait"; readonly hours: number }
  | { readonly what: "time_goes" | "retell" | "late_tell" | "is_asked" | "restart" };

/** What people of ours do. */
type PeopleStep =
  | {
      readonly what: "person_changes";
      readonly to: "confirmed" | "cancelled" | "reschedule_requested" | "no_show" | "completed" | "moved";
      readonly which: number;
      readonly isTold: boolean;
    }
  | { readonly what: "owner"; readonly mode: "ai" | "ai_reminders_only" | "human" }
  | { readonly what: "outcome"; readonly outcome: "not_interested" | "wants_reschedule" | "no_show" | "completed" }
  | { readonly what: "draft"; readonly answer: "approve" | "reject" }
  | { readonly what: "agent_replies" | "suppress" | "lift" | "reopen" };

export function openWorld(): World {
  const talk = asked("Hello, is it available? 0");
  return {
    ...{ talk, desk: new Desk(ZONE), rows: [lead("Hello, is it available? 0")], nowMs: T0, words: 1 },
    ...{ heard: new Map(), said: new Map(), jobs: [], decisions: [], asks: [], told: [] },
  };
}

const WANTS: readonly MachineStep[] = [
  { what: "lead_says", meaning: "wants_showing" },
  { what: "decision", isAutomatic: true, isLate: false },
  { what: "text_leaves", isSeen: true },
];
const CHOOSES: readonly MachineStep[] = [
  ...WANTS,
  { what: "lead_chooses", which: 0 },
  { what: "decision", isAutomatic: true, isLate: false },
];
/** As it goes when nobody is in the way. */
const BY_ITSELF = {
  gets_offer: WANTS,
  chooses_first: CHOOSES,
  gets_showing: [...CHOOSES, { what: "book_job", steps: 3 }],
} as const satisfies Record<string, readonly MachineStep[]>;

/** Lets the step happen. What cannot happen now does not. */
export function carryOut(world: World, step: Step): void {
  switch (step.what) {
    case "gets_offer":
    case "chooses_first":
    case "gets_showing":
      for (const one of BY_ITSELF[step.what]) goOn(world, one);
      return;
    case "person_changes":
      personChanges(world, step);
      return;
    case "owner":
    case "outcome":
    case "draft":
    case "agent_replies":
    case "suppress":
    case "lift":
    case "reopen":
      act(world, step);
      return;
    default:
      goOn(world, step);
  }
}

function goOn(world: World, step: MachineStep): void {
  const { talk, desk, nowMs } = world;
  switch (step.what) {
    case "lead_says":
      leadWrites(world, { meaning: step.meaning, time: null });
      return;
    case "talks":
      // Said, decided and done, when nobody is in the way.
      leadWrites(world, { meaning: step.meaning, time: null });
      decideNow(world, { isAutomatic: true, isLate: false });
      goOn(world, { what: "book_job", steps: 3 });
      return;
    case "lead_chooses": {
      const time = talk.now.offered[step.which % OFFERED_MAX];
      if (time !== undefined) leadWrites(world, { meaning: "chooses", time });
      return;
    }
    case "other_lead": {
      const time = TIMES[step.which];
      // Behind the last one: a busy week, and nothing is left.
      const agentIds = time === undefined ? AGENTS : [AGENTS[step.agent] ?? AGENTS[0]];
      for (const one of time === undefined ? TIMES : [time]) for (const id of agentIds) desk.takeByOther(one, id);
      return;
    }
    case "time_goes": {
      // Between the choice and the booking, and with everybody who could keep it.
      const time = talk.now.wish === null || !("time" in talk.now.wish.what) ? null : talk.now.wish.what.time;
      for (const agentId of time?.agentIds ?? []) if (time !== null) desk.takeByOther(time, agentId);
      return;
    }
    case "decision":
      decideNow(world, step);
      return;
    case "book_job":
      if (talk.now.wish === null) return;
      world.jobs.push({ wish: talk.now.wish, result: null });
      for (let n = 1; n < step.steps; n++) jobGoesOn(world, world.jobs.length - 1);
      return;
    case "job_goes_on":
      jobGoesOn(world, step.which);
      return;
    case "late_decision":
      tellIfAny(talk, world.decisions[step.which], nowMs);
      return;
    case "late_ask":
      tellIfAny(talk, world.asks[step.which], nowMs);
      return;
    case "ask":
      askNow(world, step.isLate);
      return;
    case "retell":
      for (const row of desk.rows) tellRow(world, row);
      return;
    case "late_tell":
      tellLate(world);
      return;
    case "text_leaves":
      textLeaves(world, step.isSeen);
      return;
    case "is_asked":
      world.nowMs = Math.max(nowMs, nextAsk(talk.now)?.dueAtMs ?? nowMs);
      askNow(world, false);
      return;
    case "wait":
      world.nowMs += step.hours * HOUR_MS;
      talk.tell({ do: "tick", nowMs: world.nowMs });
      return;
    case "restart":
      talk.tell({ do: "restart", nowMs });
      return;
    default:
      never(step);
  }
}

function act({ talk, nowMs }: World, step: Exclude<PeopleStep, { what: "person_changes" }>): void {
  const who = { userId: "us_1", nowMs };
  const sendId = talk.now.sends.at(-1)?.id ?? "";
  switch (step.what) {
    case "owner":
      talk.tell({ do: "set_owner", mode: step.mode, ...who });
      return;
    case "outcome":
      talk.tell({ do: "set_outcome", outcome: step.outcome, ...who });
      return;
    case "draft":
      if (step.answer === "approve") talk.tell({ do: "approve_draft", sendId, body: null, ...who });
      else talk.tell({ do: "reject_draft", sendId, ...who });
      return;
    case "agent_replies":
      talk.reply(`I answer (${talk.events.length}).`, { nowMs });
      return;
    case "suppress":
      talk.tell({ do: "suppress", ...who });
      return;
    case "lift":
      talk.tell({ do: "lift_suppression", ...who });
      return;
    case "reopen":
      talk.tell({ do: "reopen", ...who });
      return;
    default:
      never(step);
  }
}

/** Every open wish is settled by a consumer that lives, and the schedule tells what D1 holds. */
export function comeToRest(world: World): void {
  carryOut(world, { what: "book_job", steps: 3 });
  carryOut(world, { what: "retell" });
}

function leadWrites(world: World, heard: Heard): void {
  const body = `${heard.meaning} (${world.words++})`;
  world.heard.set(body, heard);
  world.rows.push(lead(body));
  world.talk.read(world.rows, world.nowMs);
}

/** What the newest word of the lead means; the very first one asks for nothing but an answer. */
export function heardIn({ talk, heard }: World, basis: string | null): Heard {
  const body = talk.now.messages.find(({ key }) => key === basis)?.body ?? "";
  return heard.get(body) ?? { meaning: "hello", time: null };
}

/** The decision of a consumer that asks now; late, it stays in its hands. */
function decideNow(
  world: World,
  { isAutomatic, isLate }: { readonly isAutomatic: boolean; readonly isLate: boolean },
): void {
  const { talk, nowMs } = world;
  const { pending, wish } = talk.now;
  if (pending === null || wish !== null) return;
  const { decision, chosen, offered } = answerTo(world, heardIn(world, pending.basis));
  const { basis } = pending;
  const sendMode = isAutomatic ? "auto_send" : "draft_only";
  const command: Late<"record_decision"> = {
    ...{ do: "record_decision", basis, decision, chosen, offered, provider: "t@1", sendMode, nowMs },
  };
  world.decisions.push(command);
  if (!isLate) talk.tell(command);
}

type Answer = {
  readonly decision: Decision;
  readonly chosen: OfferedTime | null;
  readonly offered: readonly OfferedTime[];
};

function answerTo(world: World, { meaning, time }: Heard): Answer {
  const plain = (part: Partial<Decision>, says: Said["says"], startMs: number | null = null): Answer => {
    const reply = textOf(world, says, startMs);
    return { decision: { ...REPLY, ...part, reply }, chosen: null, offered: [] };
  };
  const code = (word: string) => ({ reason: { code: word, sentence: "" } });
  switch (meaning) {
    case "wants_showing":
    case "wants_other":
      return offer(world, meaning === "wants_other" ? code("reschedule") : code("showing_asked"));
    case "chooses": {
      const isOnTable = world.talk.now.offered.some(({ startMs }) => startMs === time?.startMs);
      if (time === null || !isOnTable) return plain({ nextAction: "ask" }, "nothing");
      const booked = plain(
        { nextAction: "book_slot", selectedSlot: 0, ...code("slot_chosen") },
        "booked",
        time.startMs,
      );
      return { ...booked, chosen: time };
    }
    case "cancels":
      return plain({ intents: ["cancel"], ...code("cancelled") }, "cancelled");
    case "yes":
      return plain({ intents: ["confirmation"], ...code("confirmed") }, "confirmed");
    case "no_thanks":
      return plain({ intents: ["not_interested"], outcome: "not_interested" }, "nothing");
    case "stop":
      return plain({ nextAction: "suppress" }, "nothing");
    case "hello":
      return plain({}, "nothing");
  }
}

function offer(world: World, part: Partial<Decision>): Answer {
  const { talk, desk, nowMs } = world;
  const { showing } = talk.now;
  const open = TIMES.filter(
    (time) => time.startMs !== (isLiving(showing) ? showing.startMs : 0) && desk.isOpen(time, nowMs),
  );
  const offered = open.slice(0, OFFERED_MAX);
  const nextAction = offered.length === 0 ? "hand_off" : "offer_slots";
  const decision: Decision = { ...REPLY, ...part, nextAction, reply: textOf(world, "offers", null) };
  return { decision, chosen: null, offered };
}

/** No two texts of ours are the same, so that each is found again. */
function textOf(world: World, says: Said["says"], startMs: number | null): string {
  const body = `${says} ${startMs ?? ""} (${world.words++})`;
  world.said.set(body, { says, startMs });
  return body;
}

/** The next of a consumer's steps: D1, then the conversation. Told already, it tells again. */
function jobGoesOn(world: World, which: number): void {
  const job = world.jobs[which];
  if (job === undefined) return;
  const { wish, result } = job;
  if (result === null) {
    world.jobs[which] = { wish, result: world.desk.fulfil(wish, world.nowMs) };
    return;
  }
  const other = result.came === "taken" ? offer(world, { reason: { code: "other_times", sentence: "" } }) : null;
  const instead = other === null || other.offered.length === 0 ? null : other;
  world.talk.tell({ do: "settle_wish", wishId: wish.id, result, instead, nowMs: world.nowMs });
}

function personChanges(world: World, { to, which, isTold }: Extract<Step, { what: "person_changes" }>): void {
  const { desk, nowMs } = world;
  const row = desk.newest;
  const time = TIMES[which];
  if (row === undefined || time === undefined) return;
  world.told.push(toldOf(row));
  if (to !== "moved") desk.changeStatus(row.id, to);
  else desk.move(`by/us_1/${world.words++}`, row.id, time, nowMs);
  const changed = desk.newest;
  if (isTold && changed !== undefined) tellRow(world, changed);
}

/** A telling that was under way while the row changed again. */
function tellLate({ talk, desk, told, nowMs }: World): void {
  const late = told.findLast(({ id, sequence }) => id === desk.newest?.id && sequence < desk.newest.sequence);
  if (late !== undefined) talk.tell({ do: "tell_showing", showing: late, nowMs });
}

function textLeaves({ talk, rows, nowMs }: World, isSeen: boolean): void {
  if (talk.click(rows, nowMs) !== null || !isSeen) return;
  rows.push(ours(talk.now.sends.at(-1)?.body ?? ""));
  talk.read(rows, nowMs + HOLD_MS);
}

function tellRow({ talk, nowMs }: World, row: DeskRow): void {
  talk.tell({ do: "tell_showing", showing: toldOf(row), nowMs });
}

function askNow(world: World, isLate: boolean): void {
  const { talk, nowMs } = world;
  const ask = nextAsk(talk.now);
  const { showing } = talk.now;
  if (ask === null || showing === null || nowMs < ask.dueAtMs) return;
  const body = textOf(world, "reminds", showing.startMs);
  const command: Late<"record_ask"> = {
    ...{ do: "record_ask", showingId: showing.id, stage: ask.stage, body, sendMode: "auto_send", nowMs },
  };
  world.asks.push(command);
  if (!isLate) talk.tell(command);
}

function tellIfAny(talk: Talk, command: Late<"record_decision" | "record_ask"> | undefined, nowMs: number): void {
  if (command !== undefined) talk.tell({ ...command, nowMs });
}
