// Leads, agents and an admin, as they use the product while it is being killed: leads write on the platforms, agents reply
// and approve, and ask again with the same key until they get an answer; the admin starts accounts again that stopped.
import { setTimeout as sleep } from "node:timers/promises";
import { makeChance } from "./chance.ts";
import { ANSWER_MS_MAX, ask, type Crew, type Mind, type Scene, seen, waitFor, writeAsLead } from "./scene.ts";
import { showingOfALead } from "./showing-scene.ts";
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
/** Of 100 scenes where the assistant answers by itself as many are about a showing, unless there are no others. */
const SHOWING_PERCENT = 60;

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
    if (scene.showings === "only") await showingOfALead(scene);
    else if (chance.happens(50)) await repliesOfAnAgent(scene);
    else if (sendModeOf(twin.platform) !== "auto_send") await approvalOfADraft(scene);
    else if (scene.showings === "on" && chance.happens(SHOWING_PERCENT)) await showingOfALead(scene);
    else await automaticAnswer(scene);
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
  ledger.intend({ kind: "answer", key: lead, platform: twin.platform, threadId, lead, turns: null });
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
  ledger.intend({ kind: "approval", key: lead, platform: twin.platform, threadId, lead, turns: null });
  await askFor(scene, lead, `/api/drafts/${draftId}/approve`, {}, {});
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
    ledger.intend({ kind: "reply", key, platform: twin.platform, threadId, lead, turns: null });
    await askFor(
      scene,
      key,
      `/api/conversations/${id}/replies`,
      { body, confirmedRules: [ANY_NUMBER] },
      { "idempotency-key": key },
    );
    if (chance.happens(50)) await seen(scene, key);
  }
}

/** Asks, and notes in the book what came of it. */
async function askFor(
  scene: Scene,
  key: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<void> {
  const status = await ask(scene, path, body, headers);
  if (status === null) return;
  if (status < 300) scene.ledger.accept(key, Date.now());
  else scene.ledger.refuse(key);
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
