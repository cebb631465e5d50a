// Leads, agents and an admin, as they use the product while it is being killed: leads write on the platforms, agents reply
// and approve, and ask again with the same key until they get an answer; the admin starts accounts again that stopped.
import { setTimeout as sleep } from "node:timers/promises";
import type { Platform } from "#domain/platform";
import type { SendMode } from "#domain/rollout/send-mode";
import type { WorkboardClient } from "../e2e/workboard-client.ts";
import { type Chance, makeChance } from "./chance.ts";
import { copiesOf } from "./compare.ts";
import type { Ledger } from "./ledger.ts";
import type { TwinProcess } from "./twin-process.ts";
import type { Watch } from "./watch.ts";
import { within } from "./within.ts";

/** What the assistant answers by itself, from records. */
const QUESTION = "Hi, is this still available? How much is the rent?";
/** What only a person may answer, so that an agent's replies are the only words of ours. */
const MATTER_FOR_A_PERSON = "I will talk to my lawyer about this listing.";
const REPLIES_MAX = 3;
/** The words that tell answers apart may hold a number that no record holds. */
const ANY_NUMBER = "T44 unrecorded_number";
/** Nobody begins anything on a platform where so many messages a scene wait: a long queue would hide what happens to one. */
const UNSENT_PER_SCENE_MAX = 2;
/** A scene whose message is not seen after this long makes room for another; its message stays in the book. */
const SCENE_MS_MAX = 15_000;
const ASK_AGAIN_MS = 300;
const ANSWER_MS_MAX = 8_000;

export type Crew = {
  readonly client: WorkboardClient;
  readonly twins: readonly TwinProcess[];
  readonly watch: Watch;
  readonly ledger: Ledger;
  readonly seed: number;
  /** That one platform plays at the same time. */
  readonly scenes: number;
  readonly sendModeOf: (platform: Platform) => SendMode;
};

export type People = {
  /** Nobody begins anything new; what was begun is carried through. */
  stopBeginning(): void;
  /** Nothing is broken any more: somebody also ends the pauses of accounts that had too many faults. */
  mend(): void;
  /** How often an account that had stopped was started again. */
  resumes(): number;
  /** Nobody asks any more. Resolves when all have left. */
  leave(): Promise<void>;
};

type Scene = Crew & { readonly twin: TwinProcess; readonly chance: Chance; readonly mind: Mind };
type Mind = { mayBegin: boolean; isHere: boolean; isMended: boolean; resumes: number };

export function employPeople(crew: Crew): People {
  const mind: Mind = { mayBegin: true, isHere: true, isMended: false, resumes: 0 };
  const lanes = crew.twins.flatMap((twin, t) =>
    Array.from({ length: crew.scenes }, (_, n) => {
      const chance = makeChance(crew.seed + 1 + t * crew.scenes + n);
      return playScenes({ ...crew, twin, chance, mind });
    }),
  );
  const all = Promise.all([...lanes, attendAccounts(crew, mind)]);
  return {
    stopBeginning: () => {
      mind.mayBegin = false;
    },
    mend: () => {
      mind.isMended = true;
    },
    resumes: () => mind.resumes,
    leave: async () => {
      mind.mayBegin = false;
      mind.isHere = false;
      await all;
    },
  };
}

async function playScenes(scene: Scene): Promise<void> {
  const { chance, mind, twin, scenes, sendModeOf } = scene;
  while (mind.mayBegin) {
    await sleep(chance.between(0, 1_000));
    if (unsentOn(scene) >= scenes * UNSENT_PER_SCENE_MAX) continue;
    if (chance.happens(50)) await repliesOfAnAgent(scene);
    else if (sendModeOf(twin.platform) === "auto_send") await automaticAnswer(scene);
    else await approvalOfADraft(scene);
  }
}

function unsentOn({ ledger, watch, twin }: Scene): number {
  return ledger.unsent(watch.held()).filter((entry) => entry.platform === twin.platform).length;
}

async function automaticAnswer(scene: Scene): Promise<void> {
  const { ledger, twin } = scene;
  const lead = ledger.newWord();
  const threadId = await writeAsLead(scene, lead, QUESTION);
  if (threadId === null) return;
  ledger.intend({ kind: "answer", key: lead, platform: twin.platform, threadId, lead });
  ledger.accept(lead, Date.now());
  await seen(scene, lead);
}

async function approvalOfADraft(scene: Scene): Promise<void> {
  const { ledger, twin, watch } = scene;
  const lead = ledger.newWord();
  const threadId = await writeAsLead(scene, lead, QUESTION);
  if (threadId === null) return;
  const draftId = await waitFor(scene, () => watch.rowOf(lead)?.draftId ?? null);
  if (draftId === null) return;
  ledger.intend({ kind: "approval", key: lead, platform: twin.platform, threadId, lead });
  await ask(scene, lead, `/api/drafts/${draftId}/approve`, {}, {});
  await seen(scene, lead);
}

async function repliesOfAnAgent(scene: Scene): Promise<void> {
  const { ledger, twin, watch, chance } = scene;
  const lead = ledger.newWord();
  const replies = Math.ceil(chance.between(0, REPLIES_MAX));
  const threadId = await writeAsLead(scene, lead, MATTER_FOR_A_PERSON);
  if (threadId === null) return;
  const id = await waitFor(scene, () => watch.rowOf(lead)?.id ?? null);
  if (id === null) return;
  for (let n = 0; n < replies && scene.mind.isHere; n++) {
    const key = ledger.newWord();
    const body = `Hello, this is Avery. The reference of my answer is ${key}. I will call you today.`;
    ledger.intend({ kind: "reply", key, platform: twin.platform, threadId, lead });
    await ask(
      scene,
      key,
      `/api/conversations/${id}/replies`,
      { body, confirmedRules: [ANY_NUMBER] },
      { "idempotency-key": key },
    );
    if (chance.happens(50)) await seen(scene, key);
  }
}

/** Asks until the API says yes, or no for good. The same request with the same key each time, as a careful client does. */
async function ask(
  { client, ledger, mind }: Scene,
  key: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<void> {
  while (mind.isHere) {
    const answer = await within(ANSWER_MS_MAX, client.call("POST", path, body, headers)).catch(() => null);
    if (answer !== null && answer.status < 300) return ledger.accept(key, Date.now());
    if (answer !== null && answer.status < 500) return ledger.refuse(key);
    await sleep(ASK_AGAIN_MS);
  }
}

/** Writes on the platform, once: whether a lost answer meant a stored message is looked up first. */
async function writeAsLead({ twin, mind }: Scene, lead: string, text: string): Promise<string | null> {
  const name = `${lead} R`;
  while (mind.isHere) {
    try {
      const known = (await twin.client.messages()).find((message) => message.leadName === name);
      if (known !== undefined) return known.threadId;
      return (await twin.client.leadWrites({ name, text, newThread: true })).threadId;
    } catch {
      await sleep(ASK_AGAIN_MS);
    }
  }
  return null;
}

/** Null when the run ended its scenes first. */
async function waitFor<T>({ mind }: Scene, look: () => T | null): Promise<T | null> {
  while (mind.mayBegin) {
    const found = look();
    if (found !== null) return found;
    await sleep(ASK_AGAIN_MS);
  }
  return null;
}

async function seen({ ledger, watch, mind }: Scene, key: string): Promise<void> {
  const endMs = Date.now() + SCENE_MS_MAX;
  const entry = ledger.entries().find((candidate) => candidate.key === key);
  if (entry === undefined || entry.isRefused) return;
  while (mind.mayBegin && Date.now() < endMs && copiesOf(entry, watch.held()).length === 0) await sleep(ASK_AGAIN_MS);
}

/** A platform that refused us stops its account until a person resumes it; this person does so soon. */
async function attendAccounts({ client }: Crew, mind: Mind): Promise<void> {
  while (mind.isHere) {
    await sleep(1_000);
    const accounts = await within(ANSWER_MS_MAX, client.accounts()).catch(() => []);
    const waits = accounts.filter(({ stopped, breaker }) => stopped !== null || (mind.isMended && breaker !== null));
    for (const account of waits) {
      const asked = client.call("POST", `/api/accounts/${account.id}/resume`);
      const answer = await within(ANSWER_MS_MAX, asked).catch(() => null);
      if (answer !== null && answer.status < 300) mind.resumes++;
    }
  }
}
