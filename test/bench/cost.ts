// `npm run cost`: what a conversation, a poll and a minute would cost on Cloudflare, counted in the whole running system with
// a real browser on all five platforms, and priced by cloudflare-prices.ts.
//   npm run cost -- --conversations 40 --json
// A conversation: a lead asks, the assistant answers by itself, the lead asks once more and gets a second answer. What
// happens without any lead is counted first and taken off.
import { parseArgs } from "node:util";
import { KEEP_ALIVE_MS } from "#browser/session";
import { PLATFORMS } from "#domain/platform";
import { until } from "../e2e/until.ts";
import { makeLedger } from "../faults/ledger.ts";
import { makeSystem, type Running, type System, tick } from "../faults/system.ts";
import type { TwinProcess } from "../faults/twin-process.ts";
import { priceList } from "./price-list.ts";
import { per, plus, type Reading, secondsOf, type Usage, usageOf, type VisitMade } from "./usage.ts";

const ENTRY = { main: "test/bench/metered-entry.ts", imports: ["test/bench/meter.ts", "test/bench/usage.ts"] };
const QUESTIONS = ["Hi, is this still available?", "Thanks! How much is the rent?"];
const CONVERSATIONS_DEFAULT = "40";
const IDLE_POLLS_PER_ACCOUNT = 8;
const TICKS = 10;
const ANSWER_MS_MAX = 180_000;
const IDLE_MS_MAX = 300_000;
/** After the last answer: proof, projection and two polls of every account. */
const REST_MS = 12_000;

const { values } = parseArgs({
  options: {
    conversations: { type: "string", default: CONVERSATIONS_DEFAULT },
    json: { type: "boolean", default: false },
  },
});
const conversations = Number(values.conversations);
if (!Number.isInteger(conversations) || conversations < PLATFORMS.length || conversations > 10_000) {
  console.error(`--conversations takes a whole number from ${PLATFORMS.length} to 10000.`);
  process.exit(2);
}
const system = makeSystem({
  ...{ platforms: PLATFORMS, entry: ENTRY, plant: null },
  agency: { waits: null, sendModeOf: () => "auto_send" },
});
const end = () => void system.close().then(() => process.exit(2));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
try {
  await measure(system);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
} finally {
  await system.close();
}
process.exit();

async function measure(measured: System): Promise<void> {
  const running = await measured.start();
  await pollsSince(running, await readingOf(running), 1);
  console.log("every account was polled once; counting polls without leads");
  const before = await readingOf(running);
  const idle = since(before, await pollsSince(running, before, IDLE_POLLS_PER_ACCOUNT));
  const poll = per(idle.usage, idle.visits.length);
  const pollSeconds = secondsOf(idle.visits) / idle.visits.length;
  const minute = await minuteOf(running, poll);
  console.log(`${idle.visits.length} polls counted; ${conversations} conversations`);
  const begun = await readingOf(running);
  await talk(running.twins);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const talked = since(begun, await readingOf(running));
  const purposes = (purpose: VisitMade["purpose"]) => talked.visits.filter((visit) => visit.purpose === purpose);
  const polls = purposes("poll");
  const sends = purposes("send");
  const list = priceList({
    conversations,
    ...{ poll, minute, pollSeconds, keptSeconds: KEEP_ALIVE_MS / 1_000 },
    conversation: per(plus(talked.usage, poll, -polls.length), conversations),
    leadMessages: QUESTIONS.length,
    sendVisits: sends.length / conversations,
    sendSeconds: secondsOf(sends) / conversations,
    readingSeconds: Math.max(0, secondsOf(polls) - polls.length * pollSeconds) / conversations,
    reconcileVisits: purposes("reconcile").length / conversations,
  });
  console.log(list.text);
  if (values.json) console.log(JSON.stringify(list.figures));
}

async function readingOf({ client, product }: Running): Promise<Reading> {
  const { status, body } = await client.call("GET", "/api/__meter");
  if (status !== 200) throw new Error(`the meter answered ${status}`);
  const { counts, visits } = body as { counts: Partial<Usage>; visits: readonly VisitMade[] };
  const workerCpuMs = product.workerCpuMs() ?? 0;
  const usage = usageOf((counter) => (counter === "workerCpuMs" ? workerCpuMs : (counts[counter] ?? 0)));
  return { usage, visits };
}

function since(before: Reading, after: Reading): Reading {
  return { usage: plus(after.usage, before.usage, -1), visits: after.visits.slice(before.visits.length) };
}

/** Waits until every account was polled so often, and answers the counts then. */
async function pollsSince(running: Running, before: Reading, times: number): Promise<Reading> {
  return await until(`${times} polls of every account`, IDLE_MS_MAX, async () => {
    const now = await readingOf(running);
    const counted = Map.groupBy(since(before, now).visits, ({ accountId }) => accountId);
    const isEnough = counted.size === PLATFORMS.length && [...counted.values()].every((of) => of.length >= times);
    return isEnough ? now : null;
  });
}

/** The usage of one tick of the clock for one account, polls taken off. */
async function minuteOf(running: Running, poll: Usage): Promise<Usage> {
  const before = await readingOf(running);
  for (let n = 0; n < TICKS; n++) await tick(running.product.origin);
  const ticked = since(before, await readingOf(running));
  const alone = plus(ticked.usage, poll, -ticked.visits.length);
  const each = per(alone, TICKS * PLATFORMS.length);
  return usageOf((counter) => Math.max(0, each[counter]));
}

/** All platforms side by side, one conversation after another on each. */
async function talk(twins: readonly TwinProcess[]): Promise<void> {
  let begun = 0;
  const names = makeLedger();
  await Promise.all(
    twins.map(async ({ platform, client }) => {
      while (begun < conversations) {
        begun++;
        // FurnishedFinder shows a first name and an initial.
        const name = `${names.newWord()} J`;
        let threadId: string | null = null;
        for (const [n, text] of QUESTIONS.entries()) {
          const words = threadId === null ? { name, text, newThread: true } : { name, text, threadId };
          const thread: string = (await client.leadWrites(words)).threadId;
          threadId = thread;
          await until(`answer ${n + 1} to ${name} on ${platform}`, ANSWER_MS_MAX, async () => {
            const ours = (await client.messages()).filter((m) => m.threadId === thread && m.from === "host");
            if (ours.length > n + 1) throw new Error(`${platform} holds ${ours.length} answers to ${n + 1} questions`);
            return ours.length === n + 1 ? true : null;
          });
        }
      }
    }),
  );
}
