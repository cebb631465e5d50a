// A day of many platform accounts on a simulated clock: leads write, inboxes are polled by the product's own rules
// (objects/domain/account), messages wait. Pure: the clock and the chance are its own. Browser times are assumptions, see below.
import { type AccountState, configure, NEW_ACCOUNT } from "#domain/account/account";
import { latencySummary } from "#domain/account/ingest-latency";
import { afterSignal, isPollDue, nextLookAtMs, postponePoll, wake } from "#domain/account/polling";
import { awaitSend, beginVisit, endVisit } from "#domain/account/visits";
import { type Chance, makeChance } from "../faults/chance.ts";

export type SimulatedDay = {
  readonly accounts: number;
  readonly pollIntervalMs: number;
  /** True: a mail announces every message, and arrives with it. */
  readonly hasMailDoor: boolean;
  readonly seed: number;
};

export type SimulatedIngest = {
  readonly messages: number;
  readonly polls: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly longestMs: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Leads of one account in a day, and what one says: bursts within a minute and a half, answers within the hour. */
const LEADS_MAX = 20;
const MESSAGES_MAX = 6;
const BURST_PERCENT = 50;
/** Login, inbox and one thread took 0.4 to 1.5 s with Chromium on this side of the network; a hosted browser is slower. */
const INBOX_MS = [1_000, 2_500] as const;
const THREAD_MS = [500, 1_500] as const;
const SEND_MS = [3_000, 8_000] as const;
/** Our answer, a quiet window after a burst: it needs the account too. */
const ANSWER_AFTER_MS = 30_000;

type World = { state: AccountState; readonly chance: Chance; readonly waits: number[]; polls: number };
type Visit = {
  readonly token: string;
  readonly kind: "poll" | "send";
  readonly endsAtMs: number;
  readonly seenMs: number;
};

/** Runs the day of every account. The same day gives the same figures. */
export function simulateIngest(day: SimulatedDay): SimulatedIngest {
  const worlds = Array.from({ length: day.accounts }, (_, n) => dayOfAccount(day, makeChance(day.seed * 1_000 + n)));
  const waits = worlds.flatMap((world) => world.waits);
  const summary = latencySummary(waits);
  if (summary === null) throw new Error("nobody wrote on the simulated day");
  const { samples: messages, p50Ms, p95Ms } = summary;
  const polls = worlds.reduce((sum, world) => sum + world.polls, 0);
  return { messages, polls, p50Ms, p95Ms, longestMs: Math.max(...waits) };
}

function dayOfAccount(day: SimulatedDay, chance: Chance): World {
  const pace = { isActive: true, pollIntervalMs: day.pollIntervalMs, visitGapMs: 3_000, sendsPerHourMax: 60 };
  const startMs = Math.round(chance.between(0, day.pollIntervalMs));
  const world: World = { state: configure(NEW_ACCOUNT, pace, startMs), chance, waits: [], polls: 0 };
  const unread = messageTimes(chance);
  const mails = day.hasMailDoor ? [...unread] : [];
  const answers = unread.map((atMs) => atMs + ANSWER_AFTER_MS);
  let visit: Visit | null = null;
  for (let nowMs = startMs; nowMs < DAY_MS + HOUR_MS; ) {
    while ((mails[0] ?? Infinity) <= nowMs) {
      mails.shift();
      world.state = wake(world.state, nowMs);
    }
    if (visit !== null && visit.endsAtMs <= nowMs) {
      visit = end(world, visit, unread, nowMs);
    }
    if (visit === null) visit = begin(world, unread, answers, nowMs);
    nowMs = Math.max(nowMs + 1, nextEventMs(world, visit, mails, answers, nowMs));
  }
  return world;
}

function begin(world: World, unread: readonly number[], answers: number[], nowMs: number): Visit | null {
  const { chance } = world;
  if (isPollDue(world.state, nowMs)) {
    world.state = afterSignal(world.state, "boot", nowMs);
    const begun = beginVisit(world.state, { token: "p", purpose: "poll", bootId: "boot" }, nowMs);
    if (begun.ok) {
      world.state = begun.value;
      world.polls++;
      const threads = unread.filter((atMs) => atMs <= nowMs).length;
      const takesMs = chance.between(...INBOX_MS) + threads * chance.between(...THREAD_MS);
      return { token: "p", kind: "poll", endsAtMs: Math.round(nowMs + takesMs), seenMs: nowMs };
    }
    world.state = postponePoll(world.state, begun.error.retryAtMs);
  }
  if ((answers[0] ?? Infinity) > nowMs) return null;
  const begun = beginVisit(world.state, { token: "s", purpose: "send", bootId: "boot" }, nowMs);
  if (!begun.ok) {
    world.state = awaitSend(world.state, begun.error.retryAtMs, nowMs);
    return null;
  }
  answers.shift();
  world.state = begun.value;
  return { token: "s", kind: "send", endsAtMs: Math.round(nowMs + chance.between(...SEND_MS)), seenMs: nowMs };
}

/** What was there when a poll began is stored when it ends. */
function end(world: World, visit: Visit, unread: number[], nowMs: number): null {
  let found = 0;
  while (visit.kind === "poll" && (unread[0] ?? Infinity) <= visit.seenMs) {
    world.waits.push(nowMs - (unread.shift() ?? nowMs));
    found++;
  }
  const report = { loginState: "in", fault: null, foundNew: found > 0, readThroughAtMs: visit.seenMs } as const;
  const ended = endVisit(world.state, visit.token, report, nowMs, world.chance.between(0, 1));
  if (ended === null) throw new Error("a visit lost its lease in the simulation");
  world.state = ended;
  return null;
}

function nextEventMs(
  world: World,
  visit: Visit | null,
  mails: readonly number[],
  answers: readonly number[],
  nowMs: number,
): number {
  const mailAtMs = mails[0] ?? Infinity;
  if (visit !== null) return Math.min(visit.endsAtMs, mailAtMs);
  const answerAtMs = Math.max(answers[0] ?? Infinity, world.state.notBeforeMs);
  return Math.min(mailAtMs, answerAtMs, nextLookAtMs(world.state, nowMs) ?? Infinity);
}

function messageTimes(chance: Chance): number[] {
  const times: number[] = [];
  const leads = Math.floor(chance.between(1, LEADS_MAX));
  for (let lead = 0; lead < leads; lead++) {
    let atMs = chance.between(HOUR_MS, DAY_MS - HOUR_MS);
    const messages = Math.floor(chance.between(1, MESSAGES_MAX + 1));
    for (let n = 0; n < messages; n++) {
      times.push(Math.round(atMs));
      atMs += chance.happens(BURST_PERCENT) ? chance.between(5_000, 90_000) : chance.between(60_000, HOUR_MS);
    }
  }
  return times.toSorted((a, b) => a - b);
}
