// One fault after another while people use the product: when the next one comes, and which. What a fault does is
// mishaps.ts.
import { setTimeout as sleep } from "node:timers/promises";
import { BOOKING_STEPS, STEP_PATH } from "./booking-steps.ts";
import type { Death, Deaths } from "./deaths.ts";
import { KILL_EVERYTHING, MISHAPS, type Mishap, type Stage } from "./mishaps.ts";
import type { RigOptions } from "./options.ts";

/** The first kill comes when there is something to lose. */
const WARM_UP_MS = 4_000;
const PAUSE_MS_MIN = 100;
const PAUSE_MS_MAX = 4_000;
/** Of 100 faults as many wait for a click, and then come up to CLICK_LATER_MS_MAX later, most of them much sooner. */
const AT_A_CLICK_PERCENT = 70;
const CLICK_MS_MAX = 12_000;
const BOOKING_MS_MAX = 5_000;
const ASK_AGAIN_MS = 300;
const CLICK_LATER_MS_MAX = 400;
/** With `--only clicks`: as long as a product needs that has to start, to open a browser and to send again. */
const COME_BACK_MS = 8_000;
/** With showings, of 100 faults as many wait for a step of a booking, and then come up to BOOKING_LATER_MS_MAX later. */
const AT_A_BOOKING_PERCENT = 20;
const BOOKING_LATER_MS_MAX = 100;
/** The form has left by then, and no proof is written down yet. */
const FIRST_LATER_MS = 10;

export type Broken = {
  readonly kills: number;
  /** How often each fault happened. */
  readonly mishaps: ReadonlyMap<string, number>;
  /** What each kill found under way. */
  readonly deaths: readonly Death[];
};

type Breaking = {
  readonly options: Pick<RigOptions, "seconds" | "kills" | "only" | "showings">;
  readonly stage: Stage;
  readonly deaths: Deaths;
  /** Hears of each fault before it happens. */
  readonly onFault: (mishap: Mishap) => void;
  readonly report: (line: string) => void;
  /** Ends everything after the fault under way. */
  readonly stop: AbortSignal;
};

/** Until time is up, enough was killed, or it is stopped. */
export async function breakThings({ options, stage, deaths, onFault, report, stop }: Breaking): Promise<Broken> {
  const startedAtMs = performance.now();
  const leftMs = () => options.seconds * 1_000 - (performance.now() - startedAtMs);
  const choice = choiceOf(options.only);
  const mishaps = new Map<string, number>();
  const found: Death[] = [];
  const mayBreak = options.only !== "nothing";
  await rest(mayBreak ? Math.min(WARM_UP_MS, leftMs()) : leftMs(), stop);
  while (mayBreak && leftMs() > 0 && !stop.aborted && (options.kills === null || found.length < options.kills)) {
    // Every run, also a short one, begins with what it is for: everything dies while a click is under way.
    const isFirst = mishaps.size === 0;
    const isAlone = options.only === "clicks" || options.only === "bookings";
    if (isAlone && !isFirst) await rest(COME_BACK_MS, stop);
    const mishap = isFirst || isAlone ? KILL_EVERYTHING : stage.chance.pick(choice);
    const when = await moment({ options, stage, isFirst, leftMs: leftMs(), stop });
    if (stop.aborted) break;
    onFault(mishap);
    deaths.begin();
    if (!(await mishap.run(stage))) continue;
    if (mishap.isKill) found.push(deaths.latest());
    mishaps.set(mishap.name, (mishaps.get(mishap.name) ?? 0) + 1);
    const seconds = Math.round(options.seconds - leftMs() / 1_000);
    const words = mishap.isKill ? ` · found ${wordsOf(deaths.latest())}` : "";
    report(`${seconds} s · ${found.length} kills · ${mishap.name} ${when}${words}`);
  }
  return { kills: found.length, mishaps, deaths: found };
}

function choiceOf(only: RigOptions["only"]): readonly Mishap[] {
  if (only === "all") return MISHAPS;
  if (only === "clocks") return [...MISHAPS.filter(({ isJump }) => isJump), { ...KILL_EVERYTHING, weight: 1 }];
  return MISHAPS.filter(({ isKill }) => isKill);
}

function wordsOf(death: Death): string {
  return death.size === 0 ? "nothing under way" : [...death].map(([window, count]) => `${count} ${window}`).join(", ");
}

type Moment = {
  readonly options: Pick<RigOptions, "only" | "showings">;
  readonly stage: Stage;
  readonly isFirst: boolean;
  readonly leftMs: number;
  readonly stop: AbortSignal;
};

/** Waits for the moment of the next fault, and says which it is. */
async function moment({ options, stage, isFirst, leftMs, stop }: Moment): Promise<string> {
  const { only, showings } = options;
  if (only === "bookings") return await atABooking(stage, leftMs, stop);
  if (isFirst || only === "clicks") return await atAClick(stage, leftMs, FIRST_LATER_MS, stop);
  if (showings !== "off" && stage.chance.happens(AT_A_BOOKING_PERCENT)) {
    return await atABooking(stage, BOOKING_MS_MAX, stop);
  }
  return await pause(stage, stop);
}

/** Waits for a booking to be in a step chosen by chance, and a moment more. */
async function atABooking({ chance, client }: Stage, msMax: number, stop: AbortSignal): Promise<string> {
  const { step } = chance.pick(BOOKING_STEPS.map((name) => ({ step: name, weight: 1 })));
  const laterMs = chance.between(0, 1) ** 4 * BOOKING_LATER_MS_MAX;
  const endMs = performance.now() + msMax;
  while (performance.now() < endMs && !stop.aborted) {
    const asked = client.call("GET", `${STEP_PATH}${step}`).catch(() => null);
    const answer = await Promise.race([asked, rest(endMs - performance.now(), stop)]);
    if (answer !== null && answer !== false && isStep(answer.body)) {
      if (laterMs >= 1) await rest(laterMs, stop);
      return `${Math.round(laterMs)} ms after a booking is ${step}`;
    }
    if (answer === null) await rest(ASK_AGAIN_MS, stop);
  }
  return `after a while without a booking (${step})`;
}

function isStep(body: unknown): boolean {
  return typeof body === "object" && body !== null && "isThere" in body && body.isThere === true;
}

/** Waits for a random while, or for a click on some platform and a moment more. */
async function pause(stage: Stage, stop: AbortSignal): Promise<string> {
  const { chance } = stage;
  if (chance.happens(AT_A_CLICK_PERCENT)) {
    return atAClick(stage, CLICK_MS_MAX, chance.between(0, 1) ** 4 * CLICK_LATER_MS_MAX, stop);
  }
  await rest(chance.between(PAUSE_MS_MIN, PAUSE_MS_MAX), stop);
  return "at any time";
}

async function atAClick({ twins }: Stage, msMax: number, laterMs: number, stop: AbortSignal): Promise<string> {
  let stops: readonly (() => void)[] = [];
  const clicked = new Promise<true>((done) => {
    stops = twins.map((twin) => twin.link.onPost(() => done(true)));
  });
  const isClicked = await Promise.race([clicked, rest(msMax, stop)]);
  for (const stopHearing of stops) stopHearing();
  if (!isClicked) return "after a quiet while";
  if (laterMs >= 1) await rest(laterMs, stop);
  return `${Math.round(laterMs)} ms after a click`;
}

/** False, because nothing happened meanwhile; earlier when stopped. */
async function rest(ms: number, stop: AbortSignal): Promise<false> {
  await sleep(Math.max(ms, 0), undefined, { signal: stop }).catch(() => undefined);
  return false;
}
