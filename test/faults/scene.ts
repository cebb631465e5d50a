// What everybody who plays a scene can do: write on the platform as a lead, ask the API until it answers for good, and wait
// until something is there. Which scenes there are is people.ts and showing-scene.ts.
import { setTimeout as sleep } from "node:timers/promises";
import type { Platform } from "#domain/platform";
import type { SendMode } from "#domain/rollout/send-mode";
import type { WorkboardClient } from "../e2e/workboard-client.ts";
import type { Chance } from "./chance.ts";
import { copiesOf } from "./compare.ts";
import type { Ledger } from "./ledger.ts";
import type { RigOptions } from "./options.ts";
import type { TwinProcess } from "./twin-process.ts";
import type { Watch } from "./watch.ts";
import { within } from "./within.ts";

/** A scene whose message is not seen after this long makes room for another; its message stays in the book. */
const SCENE_MS_MAX = 15_000;
export const ASK_AGAIN_MS = 300;
export const ANSWER_MS_MAX = 8_000;

export type Crew = {
  readonly client: WorkboardClient;
  readonly twins: readonly TwinProcess[];
  readonly watch: Watch;
  readonly ledger: Ledger;
  readonly seed: number;
  /** That one platform plays at the same time. */
  readonly scenes: number;
  readonly sendModeOf: (platform: Platform) => SendMode;
  /** Whether leads ask for showings; `only`: nobody asks for anything else. */
  readonly showings: RigOptions["showings"];
};

export type Scene = Crew & { readonly twin: TwinProcess; readonly chance: Chance; readonly mind: Mind };
export type Mind = { mayBegin: boolean; isHere: boolean; isMended: boolean; resumes: number };

/** The status of the API's yes, or of its no for good; null when all left first. */
export async function ask(
  { client, mind }: Scene,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<number | null> {
  // The same request with the same key each time, as a careful client does.
  while (mind.isHere) {
    const answer = await within(ANSWER_MS_MAX, client.call("POST", path, body, headers)).catch(() => null);
    if (answer !== null && answer.status < 500) return answer.status;
    await sleep(ASK_AGAIN_MS);
  }
  return null;
}

/** Begins a thread on the platform, once: whether a lost answer meant a stored message is looked up first. */
export async function writeAsLead(
  { twin, mind }: Scene,
  lead: string,
  text: string,
  listingId?: string,
): Promise<string | null> {
  const name = `${lead} R`;
  while (mind.isHere) {
    try {
      const known = (await twin.client.messages()).find((message) => message.leadName === name);
      if (known !== undefined) return known.threadId;
      const about = listingId === undefined ? {} : { listingId };
      return (await twin.client.leadWrites({ name, text, newThread: true, ...about })).threadId;
    } catch {
      await sleep(ASK_AGAIN_MS);
    }
  }
  return null;
}

/** Goes on in a thread, once. `turn`: the how-manieth word of the lead it is there. False when all left first. */
export async function writeInThread(
  { twin, mind }: Scene,
  { threadId, turn, text }: { readonly threadId: string; readonly turn: number; readonly text: string },
): Promise<boolean> {
  while (mind.isHere) {
    try {
      const said = (await twin.client.messages()).filter((one) => one.threadId === threadId && one.from === "lead");
      if (said.length >= turn) return true;
      await twin.client.leadWrites({ threadId, text });
      return true;
    } catch {
      await sleep(ASK_AGAIN_MS);
    }
  }
  return false;
}

/** Null when the run ended its scenes first. */
export async function waitFor<T>({ mind }: Scene, look: () => T | null): Promise<T | null> {
  while (mind.mayBegin) {
    const found = look();
    if (found !== null) return found;
    await sleep(ASK_AGAIN_MS);
  }
  return null;
}

/** True when what is meant is there, false when it takes too long, nobody said yes to it, or the run ends. */
export async function seen({ ledger, watch, mind }: Scene, key: string): Promise<boolean> {
  const endMs = Date.now() + SCENE_MS_MAX;
  const entry = ledger.entries().find((candidate) => candidate.key === key);
  if (entry === undefined || entry.isRefused) return false;
  const isThere = () => copiesOf(entry, watch.held()).length > 0;
  while (mind.mayBegin && Date.now() < endMs && !isThere()) await sleep(ASK_AGAIN_MS);
  return isThere();
}
