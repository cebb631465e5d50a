// The scenes about showings: a lead asks to see a home, chooses one of the times in the same thread, and chooses again where the
// time went to somebody else; then the lead, or somebody of ours through the API, may change what was booked. Times are few and
// held for seconds only, so that leads get in each other's way. Every word of the lead's is in the book with its one answer.
import { setTimeout as sleep } from "node:timers/promises";
import { type ShowingView, showingListSchema, slotListSchema } from "#contracts/api/showing";
import { DEMO_LISTINGS } from "../fakes/platforms/kernel/demo-listings.ts";
import { copiesOf } from "./compare.ts";
import { ANSWER_MS_MAX, ask, type Scene, seen, writeAsLead, writeInThread } from "./scene.ts";
import { toldIn } from "./told.ts";
import { within } from "./within.ts";

const ASKS = "Hi, can I come and see the room this week?";
const CHOICES = [
  { text: "The first one works for me", weight: 3 },
  { text: "The second one works for me", weight: 2 },
  { text: "The third one works for me", weight: 1 },
] as const;
const CANCELS = "I need to cancel the showing";
const WANTS_ANOTHER = "Can we move the showing to another time?";
const SAYS_YES = "Yes, I will be there";
/** Of 100 leads as many ask for the second home, which one agent alone shows. */
const SECOND_HOME_PERCENT = 30;
/** A lead who was too late so often gives up. */
const CHOICES_MAX = 3;
/** Of 100 leads as many thank before they know what came of their choice; then they write no more. */
const IMPATIENT_PERCENT = 15;
const THANKS = "Thank you!";
/** For as many of 100 somebody of ours calls the showing off as soon as D1 has it, and the lead writes no more. */
const CALLED_OFF_AT_ONCE_PERCENT = 15;
const CALLED_OFF_LOOK_MS = 100;
const CALLED_OFF_MS_MAX = 15_000;
const IMPATIENT_MS_MAX = 2_000;

/** What may come after a booking. */
const AFTERWARDS = [
  { what: "nothing", weight: 3 },
  { what: "lead_cancels", weight: 2 },
  { what: "lead_moves", weight: 2 },
  { what: "lead_confirms", weight: 1 },
  { what: "person_cancels", weight: 1 },
  { what: "person_moves", weight: 1 },
  { what: "person_confirms", weight: 1 },
] as const;

type Talk = { readonly lead: string; readonly threadId: string; turn: number };

export async function showingOfALead(scene: Scene): Promise<void> {
  const { chance, ledger, twin } = scene;
  const lead = ledger.newWord();
  const [first, second] = DEMO_LISTINGS[twin.platform];
  const home = chance.happens(SECOND_HOME_PERCENT) ? second : first;
  const threadId = await writeAsLead(scene, lead, ASKS, home.id);
  if (threadId === null) return;
  const talk: Talk = { lead, threadId, turn: 1 };
  expectAnswer(scene, talk);
  if (!(await seen(scene, keyOf(talk)))) return;
  if (await choosesUntilBooked(scene, talk)) await goesOn(scene, talk);
}

async function goesOn(scene: Scene, talk: Talk): Promise<void> {
  const { what } = scene.chance.pick(AFTERWARDS);
  switch (what) {
    case "nothing":
      return;
    case "lead_cancels":
      return void (await says(scene, talk, CANCELS));
    case "lead_confirms":
      return void (await says(scene, talk, SAYS_YES));
    case "lead_moves":
      if (await says(scene, talk, WANTS_ANOTHER)) await choosesUntilBooked(scene, talk);
      return;
    default:
      return await personChanges(scene, talk, what);
  }
}

/** True once the lead was told that a showing is booked. */
async function choosesUntilBooked(scene: Scene, talk: Talk): Promise<boolean> {
  const { chance } = scene;
  for (let n = 0; n < CHOICES_MAX && scene.mind.mayBegin; n++) {
    const { text } = chance.pick(CHOICES);
    const isCalledOff = chance.happens(CALLED_OFF_AT_ONCE_PERCENT);
    const thanks = chance.happens(IMPATIENT_PERCENT) ? THANKS : null;
    if (isCalledOff || thanks !== null) {
      await Promise.all([says(scene, talk, text, thanks), isCalledOff ? calledOffAtOnce(scene, talk) : null]);
      return false;
    }
    if (!(await says(scene, talk, text))) return false;
    const entry = scene.ledger.entries().find(({ key }) => key === keyOf(talk));
    const answers = entry === undefined ? [] : copiesOf(entry, scene.watch.held());
    if (answers.some(({ text }) => toldIn(text)?.says === "booked")) return true;
  }
  return false;
}

/** Writes the lead's next word, or two of them, and waits for the answer. False when there is none in good time. */
async function says(scene: Scene, talk: Talk, text: string, andThen: string | null = null): Promise<boolean> {
  talk.turn++;
  const { threadId, turn } = talk;
  const key = keyOf(talk);
  if (!(await writeInThread(scene, { threadId, turn, text }))) return false;
  expectAnswer(scene, talk, andThen === null ? turn : turn + 1);
  if (andThen !== null) {
    await sleep(scene.chance.between(0, IMPATIENT_MS_MAX));
    talk.turn++;
    if (!(await writeInThread(scene, { threadId, turn: talk.turn, text: andThen }))) return false;
  }
  return await seen(scene, key);
}

function expectAnswer({ ledger, twin }: Scene, talk: Talk, last = talk.turn): void {
  const { lead, threadId, turn } = talk;
  const key = keyOf(talk);
  ledger.intend({ kind: "turn", key, platform: twin.platform, threadId, lead, turns: { first: turn, last } });
  ledger.accept(key, Date.now());
}

function keyOf({ lead, turn }: Talk): string {
  return `${lead}/${turn}`;
}

/** Somebody of ours looks at the day, and calls off what appears there before its lead can know. */
async function calledOffAtOnce(scene: Scene, talk: Talk): Promise<void> {
  const endMs = Date.now() + CALLED_OFF_MS_MAX;
  while (scene.mind.isHere && Date.now() < endMs) {
    const showing = await openShowing(scene, talk);
    if (showing !== null) return await becomes(scene, talk, showing.id, "cancelled");
    await sleep(CALLED_OFF_LOOK_MS);
  }
}

async function personChanges(
  scene: Scene,
  talk: Talk,
  what: "person_cancels" | "person_moves" | "person_confirms",
): Promise<void> {
  const { ledger, twin, chance } = scene;
  const showing = await openShowing(scene, talk);
  if (showing === null) return;
  if (what !== "person_moves") {
    return await becomes(scene, talk, showing.id, what === "person_cancels" ? "cancelled" : "confirmed");
  }
  const open = await get(scene, `/api/units/${showing.unit.id}/slots?except=${showing.id}`);
  const slots = open === null ? [] : slotListSchema.parse(open).slots.map(({ start }) => ({ start, weight: 1 }));
  if (slots.length === 0) return;
  ledger.touch({ platform: twin.platform, threadId: talk.threadId });
  const headers = { "idempotency-key": ledger.newWord() };
  await ask(scene, `/api/showings/${showing.id}/reschedule`, { start: chance.pick(slots).start }, headers);
}

async function becomes(
  scene: Scene,
  { threadId }: Talk,
  showingId: string,
  status: "cancelled" | "confirmed",
): Promise<void> {
  scene.ledger.touch({ platform: scene.twin.platform, threadId });
  await ask(scene, `/api/showings/${showingId}/status`, { status }, {});
}

async function openShowing(scene: Scene, { lead }: Talk): Promise<ShowingView | null> {
  const id = scene.watch.rowOf(lead)?.id;
  const found = id === undefined ? null : await get(scene, `/api/showings?conversation=${id}&status=open`);
  return found === null ? null : (showingListSchema.parse(found).showings[0] ?? null);
}

async function get({ client }: Scene, path: string): Promise<unknown> {
  const answer = await within(ANSWER_MS_MAX, client.call("GET", path)).catch(() => null);
  return answer === null || answer.status >= 300 ? null : answer.body;
}
