// Random interleavings of everything that moves a showing: leads who choose, change their mind and opt out, times that go to others,
// people who move, cancel and take over, consumers that die between D1 and the conversation, come twice and come late. The
// promises: one living showing at most; nothing booked that the lead did not choose; told only what D1 holds; each wish told once;
// no word of the assistant where a person leads. D1 is the model of showing-desk.ts.
import fc from "fast-check";
import { expect, it } from "vitest";
import { assert } from "../kernel/assert.ts";
import { wantedJobs } from "./effect.ts";
import type { ConversationEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { isLiving, type ShowingWish } from "./showing.ts";
import { carryOut, comeToRest, heardIn, openWorld, type Step, TIMES, type World } from "./showing-walk.ts";
import { type ConversationState, isLeadWaiting, newestInbound } from "./state.ts";
import type { Talk } from "./talk.ts";

const RUNS = 20_000;
const STEPS_MAX = 40;

const meanings = [
  ...(["wants_showing", "hello", "no_thanks", "stop"] as const),
  ...(["wants_other", "wants_other", "cancels", "cancels", "yes", "yes"] as const),
] as const;
const changes = ["confirmed", "cancelled", "reschedule_requested", "no_show", "completed", "moved"] as const;
const outcomes = ["not_interested", "wants_reschedule", "no_show", "completed"] as const;
const at = (max: number) => fc.nat({ max: max - 1 });
const likely = (value: boolean) => fc.constantFrom(value, value, value, !value);
const one = <T extends Step>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Step> => arbitrary;

/** Where a walk begins: most of what matters comes after an offer. */
const beginning: fc.Arbitrary<readonly Step[]> = fc.constantFrom<readonly Step[]>(
  [],
  [{ what: "gets_offer" }],
  [{ what: "chooses_first" }],
  [{ what: "gets_showing" }, { what: "text_leaves", isSeen: true }],
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: one(
      fc.record({
        what: fc.constantFrom("lead_says" as const, "talks" as const),
        meaning: fc.constantFrom(...meanings),
      }),
    ),
  },
  { weight: 8, arbitrary: one(fc.record({ what: fc.constant("lead_chooses" as const), which: at(3) })) },
  {
    weight: 10,
    arbitrary: one(
      fc.record({ what: fc.constant("decision" as const), isAutomatic: likely(true), isLate: likely(false) }),
    ),
  },
  {
    weight: 8,
    arbitrary: one(fc.record({ what: fc.constant("book_job" as const), steps: fc.constantFrom(1, 2, 2, 3, 3) })),
  },
  { weight: 8, arbitrary: one(fc.record({ what: fc.constant("job_goes_on" as const), which: at(6) })) },
  {
    weight: 2,
    arbitrary: one(fc.record({ what: fc.constantFrom("late_decision" as const, "late_ask" as const), which: at(6) })),
  },
  {
    weight: 3,
    arbitrary: one(fc.record({ what: fc.constant("other_lead" as const), which: at(TIMES.length + 1), agent: at(2) })),
  },
  {
    weight: 5,
    arbitrary: one(
      fc.record({
        what: fc.constant("person_changes" as const),
        ...{ to: fc.constantFrom(...changes), which: at(TIMES.length), isTold: likely(true) },
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: one(
      fc.record({
        what: fc.constantFrom(
          "retell" as const,
          "late_tell" as const,
          "time_goes" as const,
          "time_goes" as const,
          "time_goes" as const,
        ),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: one(
      fc.record({
        what: fc.constant("owner" as const),
        mode: fc.constantFrom("ai" as const, "ai" as const, "ai_reminders_only" as const, "human" as const),
      }),
    ),
  },
  { weight: 5, arbitrary: one(fc.record({ what: fc.constant("text_leaves" as const), isSeen: likely(true) })) },
  {
    weight: 3,
    arbitrary: one(
      fc.record({
        what: fc.constantFrom("is_asked" as const, "is_asked" as const, "is_asked" as const, "agent_replies" as const),
      }),
    ),
  },
  { weight: 3, arbitrary: one(fc.record({ what: fc.constant("ask" as const), isLate: likely(false) })) },
  {
    weight: 1,
    arbitrary: one(fc.record({ what: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 12 }) })),
  },
  {
    weight: 1,
    arbitrary: one(fc.record({ what: fc.constant("outcome" as const), outcome: fc.constantFrom(...outcomes) })),
  },
  {
    weight: 2,
    arbitrary: one(
      fc.record({
        what: fc.constant("draft" as const),
        answer: fc.constantFrom("approve" as const, "reject" as const),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: one(
      fc.record({
        what: fc.constantFrom(
          "suppress" as const,
          "lift" as const,
          "lift" as const,
          "reopen" as const,
          "restart" as const,
        ),
      }),
    ),
  },
  {
    weight: 5,
    arbitrary: one(
      fc.record({ what: fc.constantFrom("gets_offer" as const, "chooses_first" as const, "gets_showing" as const) }),
    ),
  },
);

/** What was seen of one walk, over all its steps. */
type Book = {
  readonly wishes: Map<string, ShowingWish>;
  readonly settled: Set<string>;
  readonly answered: Set<string>;
  readonly asked: Set<string>;
  /** True once the conversation ended, even if it began anew. */
  isEnded: boolean;
};

/** Goes through what one command brought, event by event. */
function checkEvents(world: World, start: ConversationState, events: readonly ConversationEvent[], book: Book): void {
  let state = start;
  for (const event of events) {
    const before = state;
    state = evolve(state, event);
    if (event.type === "moved" && event.to === "outcome") book.isEnded = true;
    if (event.type === "showing_told") {
      const known = before.showing?.id === event.showing.id ? before.showing.sequence : -1;
      assert(event.showing.sequence > known, "what is known is never replaced by what is older");
    }
    if (event.type === "showing_wished") checkWish(world, before, event.wish, book);
    if (event.type === "wish_settled") checkSettled(before, event.wishId, events, book);
    if (event.type === "send_written") checkWritten(world, before, event.send, book);
    if (event.type === "showing_asked" && event.isWritten) checkAsked(world, before, event.stage, book);
    if (event.type === "send" && event.event.happened === "delivering") {
      const send = before.sends.find(({ id }) => id === event.sendId);
      const isOurs = send?.author.by === "assistant";
      assert(!isOurs || send.approvedBy !== "policy" || before.ownerMode !== "human", "no click where a person leads");
      assert(!isOurs || send.epoch === before.epoch, "no click for a text of an older epoch");
      if (isOurs) checkClicked(world, before, send.body);
    }
  }
}

function checkWish(world: World, before: ConversationState, wish: ShowingWish, book: Book): void {
  const { what } = wish;
  assert(before.wish === null, "one wish at a time");
  assert(!book.wishes.has(wish.id), "no two wishes have one id");
  book.wishes.set(wish.id, wish);
  if (what.kind !== "book" && what.kind !== "move") return;
  const { meaning, time } = heardIn(world, wish.basis);
  assert(before.ownerMode === "ai", "the assistant books nothing where a person leads");
  assert(wish.basis === newestInbound(before), "a choice is the lead's newest word");
  assert(
    meaning === "chooses" && time?.startMs === what.time.startMs,
    "nothing is booked that the lead did not choose",
  );
  assert((what.kind === "move") === isLiving(before.showing), "a lead with a showing moves it");
}

/** A wish that still answers the lead is told with one text, or a person has it. */
function checkSettled(
  before: ConversationState,
  wishId: string,
  events: readonly ConversationEvent[],
  book: Book,
): void {
  const wish = book.wishes.get(wishId);
  assert(wish !== undefined && !book.settled.has(wishId), "a wish is settled once");
  book.settled.add(wishId);
  const texts = events.filter(({ type }) => type === "send_written").length;
  const isPersons = events.some(({ type }) => type === "hand_off_opened") || before.handOff !== null;
  assert(texts <= 1, "a wish is told with one text at most");
  if (wish.decisionId === "") return;
  const isAnswer = newestInbound(before) === wish.basis && before.decision?.id === wish.decisionId;
  const mayWrite = before.ownerMode === "ai" && !before.isSuppressed && before.decision?.epoch === before.epoch;
  if (isAnswer && mayWrite) assert((texts === 1) !== isPersons, "a settled wish is told, or a person has it");
  else assert(texts === 0, "nothing is said that does not answer the lead any more");
  // An end set by hand settles what waits.
  const waits = !isAnswer && mayWrite && isLeadWaiting(before) && !book.isEnded;
  assert(!waits || before.pending !== null, "who wrote again waits for a decision");
}

type Send = Extract<ConversationEvent, { type: "send_written" }>["send"];

/** No word of the assistant where a person leads, one for a decision, and of showings only what D1 holds. */
function checkWritten(world: World, before: ConversationState, { author, body }: Send, book: Book): void {
  if (author.by !== "assistant") return;
  assert(before.ownerMode !== "human" && !before.isSuppressed, "the assistant is silent where it has no word");
  const said = world.said.get(body);
  assert(said !== undefined, "every text of the assistant was thought of by somebody");
  if ("decisionId" in author && said.says !== "reminds") {
    assert(!book.answered.has(author.decisionId), "a decision has one text");
    book.answered.add(author.decisionId);
  }
  const { showing } = before;
  const row = world.desk.rows.find(({ id }) => id === showing?.id);
  // Whoever changed the row since has not told the conversation yet, and will.
  const isBehind = row !== undefined && showing !== null && row.sequence > showing.sequence;
  if (said.says === "booked" || said.says === "reminds") {
    assert(isLiving(showing) && showing.startMs === said.startMs, "told is the time of the living showing");
    assert(isBehind || (row?.startMs === said.startMs && row.status === showing.status), "told is what D1 holds");
  }
  if (said.says === "confirmed") assert(isLiving(showing), "nobody is thanked for coming to what is off");
  if (said.says === "cancelled") assert(row?.status === "cancelled", "told is what D1 holds");
}

/** [C91] What left says what the conversation knows by then, whoever changed the showing since it was written. */
function checkClicked(world: World, { showing }: ConversationState, body: string): void {
  const said = world.said.get(body);
  if (said?.says === "booked" || said?.says === "reminds") {
    assert(isLiving(showing) && showing.startMs === said.startMs, "no click for a time that does not stand any more");
  }
  if (said?.says === "confirmed") assert(isLiving(showing), "no click for thanks for coming to what is off");
}

function checkAsked(world: World, before: ConversationState, stage: string, book: Book): void {
  const { showing } = before;
  assert(showing?.status === "confirmed" && world.nowMs < showing.startMs, "asked is about a showing that stands");
  const place = `${showing.id} ${showing.startMs} ${stage}`;
  assert(!book.asked.has(place), "a question is asked once for a time");
  book.asked.add(place);
}

/** What must hold after every step. */
function checkStands(world: World, book: Book): void {
  const { desk, talk } = world;
  assert(desk.living.length <= 1, "one living showing at most");
  for (const { key } of desk.rows) assert(book.wishes.get(key)?.what.kind === "book", "D1 holds what was wished");
  const topics = wantedJobs(talk.now).map(({ topic }) => topic);
  const isWished = talk.now.wish !== null;
  assert(topics.filter((topic) => topic === "book").length === (isWished ? 1 : 0), "an open wish has its job");
  assert(!isWished || !topics.includes("decide"), "nothing else is decided meanwhile");
}

/** When everything came to rest the conversation knows what D1 holds, and nothing waits for D1. */
function checkRest({ desk, talk }: World): void {
  const { showing, wish } = talk.now;
  assert(wish === null, "no wish stands unsettled");
  const [living] = desk.living;
  if (living === undefined) assert(!isLiving(showing), "the conversation knows that nothing is booked");
  else {
    const isSame = showing?.id === living.id && showing.startMs === living.startMs && showing.status === living.status;
    assert(isSame, "the conversation knows its showing as it is");
  }
}

it(`[C51] [C52] [C56] [C58] [C91] keeps its promises in ${RUNS} random interleavings`, { timeout: 240_000 }, () => {
  const seen = {
    booked: 0,
    moved: 0,
    cancelled: 0,
    taken: 0,
    refused: 0,
    silent: 0,
    again: 0,
    asked: 0,
    left: 0,
    overtaken: 0,
  };
  fc.assert(
    fc.property(beginning, fc.array(step, { minLength: 5, maxLength: STEPS_MAX }), (first, steps) => {
      const world = openWorld();
      const { talk } = world;
      const book: Book = {
        wishes: new Map(),
        settled: new Set(),
        answered: new Set(),
        asked: new Set(),
        isEnded: false,
      };
      afterEachCommand(talk, (before, events) => checkEvents(world, before, events, book));
      for (const next of [...first, ...steps]) {
        carryOut(world, next);
        checkStands(world, book);
      }
      comeToRest(world);
      checkRest(world);
      count(world, book, seen);
    }),
    { numRuns: RUNS, seed: 20_261_126 },
  );
  // The walk is only worth something if it reaches everything.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(RUNS / 100);
});

function afterEachCommand(talk: Talk, look: (before: ConversationState, events: readonly ConversationEvent[]) => void) {
  const tell = talk.tell.bind(talk);
  talk.tell = (command) => {
    const before = talk.now;
    const known = talk.events.length;
    const refusal = tell(command);
    look(before, talk.events.slice(known));
    return refusal;
  };
}

function count({ talk, jobs, desk }: World, book: Book, seen: Record<string, number>): void {
  const add = (what: string, times: number) => {
    seen[what] = (seen[what] ?? 0) + times;
  };
  const kinds = [...book.wishes.values()].map(({ what }) => what.kind);
  add("booked", desk.rows.length);
  add("moved", kinds.filter((kind) => kind === "move").length);
  add("cancelled", kinds.filter((kind) => kind === "cancel").length);
  for (const event of talk.events) {
    if (event.type === "wish_settled" && event.came !== "done") add(event.came, 1);
    if (event.type === "send" && event.event.happened === "sent") add("left", 1);
  }
  add("asked", book.asked.size);
  add("again", jobs.length - new Set(jobs.map(({ wish }) => wish.id)).size);
  add("silent", book.settled.size - book.answered.size > 0 ? 1 : 0);
  const overtaken = jobs.filter(({ wish, result }) => {
    const row = desk.rows.find(({ key }) => key === wish.id);
    return result?.came === "done" && row !== undefined && row.sequence > result.showing.sequence;
  });
  add("overtaken", overtaken.length);
}
