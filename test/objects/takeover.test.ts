// Takeover against the assistant, thousands of times on the real actor and its real storage: whatever order they arrive in,
// no text of the assistant passes the gate once a person leads. And the same race is lost by an actor with a gate that looks
// first and acts later, so that the race is known to be one.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { ConversationActor } from "#contracts/actors";
import { makeChance } from "../faults/chance.ts";
import { leaksOf } from "./leaks.ts";
import { playRounds, RIVALS, type Round, wholeLog } from "./takeover-race.ts";
import { bindings, newConversation } from "./talk.ts";

const ROUNDS = Number(bindings.RACE_ROUNDS);
/** Calls over the wire and evictions are slow: fewer of them are played. */
const WIRE_ROUNDS = 120;
const PLANTED_ROUNDS = 200;
const ROUNDS_PER_CONVERSATION = 10;
/** Each needs a conversation of its own: a lead is told once a day that a person answers. */
const HAND_OFFS = 300;
const CONVERSATIONS_AT_ONCE = 40;
const RACE_MS_MAX = 600_000;
const SEED = 20_261_124;

type Raced = { readonly rounds: readonly Round[]; readonly leaks: readonly string[] };
type Conversation = ReturnType<typeof newConversation>;
type Play = (conversation: Conversation, count: number, seed: number, handOff: boolean) => Promise<Raced>;

/** Inside the actor: its methods are called in turns of its own event loop. */
const inside: Play = ({ stub, context }, count, seed, handOff) =>
  runInDurableObject(stub, async (object) => {
    const actor: ConversationActor = object;
    const rounds = await playRounds({ actor, context, evict: null }, count, makeChance(seed), handOff);
    return { rounds, leaks: leaksOf(await wholeLog(actor)) };
  });

/** As consumers and routes do it, over the wire, and the actor is lost between steps. */
const overTheWire: Play = async ({ stub, actor, context }, count, seed, handOff) => {
  const evict = () => evictDurableObject(stub);
  const rounds = await playRounds({ actor, context, evict }, count, makeChance(seed), handOff);
  return { rounds, leaks: leaksOf(await wholeLog(actor)) };
};

async function raceIn(
  namespace: typeof bindings.CONVERSATIONS,
  total: number,
  play: Play,
  handOff = false,
): Promise<Raced> {
  const rounds: Round[] = [];
  const leaks: string[] = [];
  let begun = 0;
  const lane = async () => {
    while (begun < total) {
      const seed = SEED + begun;
      const count = Math.min(handOff ? 1 : ROUNDS_PER_CONVERSATION, total - begun);
      begun += count;
      const raced = await play(newConversation(namespace), count, seed, handOff);
      rounds.push(...raced.rounds);
      leaks.push(...raced.leaks);
    }
  };
  await Promise.all(Array.from({ length: CONVERSATIONS_AT_ONCE }, lane));
  return { rounds, leaks };
}

/** For a reader: who won, in all races and against each rival. */
function summary(rounds: readonly Round[]): string {
  const of = (some: readonly Round[]) => `${some.filter(({ isDelivered }) => isDelivered).length} of ${some.length}`;
  const each = RIVALS.map((rival) => `${rival} ${of(rounds.filter(({ rivals }) => rivals.includes(rival)))}`);
  return `the gate opened in ${of(rounds)} races; with ${each.join(", ")}`;
}

describe("takeover against the assistant", () => {
  it(
    `[C14] [D6] lets no text of the assistant through the gate after a person took over, in ${ROUNDS} races`,
    async () => {
      const { rounds, leaks } = await raceIn(bindings.CONVERSATIONS, ROUNDS, inside);
      expect(leaks).toEqual([]);
      expect(rounds).toHaveLength(ROUNDS);
      console.log(summary(rounds));
      // A race is only worth something if both sides can win it, whoever the rival is.
      for (const rival of RIVALS) {
        const won = rounds.filter(({ rivals }) => rivals.includes(rival)).map(({ isDelivered }) => isDelivered);
        expect(new Set(won), rival).toEqual(new Set([true, false]));
      }
    },
    RACE_MS_MAX,
  );

  it(
    "[C14] [D4] [D6] nor when the actor is lost between two of the steps",
    async () => {
      const { rounds, leaks } = await raceIn(bindings.CONVERSATIONS, WIRE_ROUNDS, overTheWire);
      expect(leaks).toEqual([]);
      expect(new Set(rounds.map(({ isDelivered }) => isDelivered))).toEqual(new Set([true, false]));
    },
    RACE_MS_MAX,
  );

  it(
    `[C87] lets the word that a person answers through no gate after their own, in ${HAND_OFFS} races`,
    async () => {
      const raced = await raceIn(bindings.CONVERSATIONS, HAND_OFFS, inside, true);
      expect(raced.leaks).toEqual([]);
      for (const rival of ["reply", "seen_on_platform", "new_inbound", "undo"] as const) {
        const won = raced.rounds.filter(({ rivals }) => rivals.includes(rival)).map(({ isDelivered }) => isDelivered);
        expect(new Set(won), rival).toEqual(new Set([true, false]));
      }
      const wire = await raceIn(bindings.CONVERSATIONS, WIRE_ROUNDS, overTheWire, true);
      expect(wire.leaks).toEqual([]);
    },
    RACE_MS_MAX,
  );

  it(
    "is lost by an actor whose gate looks first and acts later",
    async () => {
      const { leaks } = await raceIn(bindings.LEAKY_CONVERSATIONS, PLANTED_ROUNDS, inside);
      expect(leaks.filter((leak) => leak.includes("takeover"))).not.toEqual([]);
      const handOffs = await raceIn(bindings.LEAKY_CONVERSATIONS, PLANTED_ROUNDS, inside, true);
      expect(handOffs.leaks.filter((leak) => leak.includes("a person's word"))).not.toEqual([]);
    },
    RACE_MS_MAX,
  );
});
