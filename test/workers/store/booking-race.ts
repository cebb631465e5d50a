// Plays rounds of the race for times on a real D1: in each, all bookers ask at once through the store, as consumers and routes
// do. Counts what happened; the judge says what was wrong.
import { env } from "cloudflare:workers";
import { and, eq, gte, isNull, lt } from "drizzle-orm";
import { agentProfiles, showings, units } from "#migrations/schema";
import { book } from "#workers/store/showings";
import { holdTimes } from "#workers/store/showings-holds";
import { type Chance, makeChance } from "../../faults/chance.ts";
import { type Agency, db, freshId, makeAgency, makePerson } from "../api/agency.ts";
import { judge, type Standing, type Told } from "./booking-judge.ts";
import { BUFFER_MINUTES, DAY_MAX, planRound, type RaceAgents, type RaceUnit, type Round } from "./booking-round.ts";

export type RaceWish = { readonly rounds: number; readonly bookers: number; readonly seed: number };

export type Tally = {
  rounds: number;
  calls: number;
  /** Calls that repeat another's key. */
  repeated: number;
  /** Wishes told yes, by key. */
  booked: number;
  /** Refused calls by code. */
  readonly refused: Record<string, number>;
  /** Times that were held when a round began. */
  promised: number;
  readonly doubleBookings: string[];
  readonly lostBookings: string[];
};

type Ground = { readonly agency: Agency; readonly agents: RaceAgents; readonly units: readonly RaceUnit[] };

const GROUP_SIZES = [1, 2, 3, 4];
/** Before any of the rounds' times; holds that must have run out end here. */
const NOW = Date.UTC(2029, 11, 1);
const HOLD_MS = 3_600_000;

/** Plays the rounds one after another, each from its own part of the seed. */
export async function race({ rounds, bookers, seed }: RaceWish): Promise<Tally> {
  const ground = await makeGround();
  const tally: Tally = {
    rounds,
    calls: 0,
    repeated: 0,
    booked: 0,
    refused: {},
    promised: 0,
    doubleBookings: [],
    lostBookings: [],
  };
  for (let number = 0; number < rounds; number++) {
    const chance: Chance = makeChance(seed * 1_000_003 + number);
    await playRound(ground, planRound(number, bookers, ground.units, ground.agents, chance), tally);
  }
  return tally;
}

/** Takes the triggers away while `play` runs: the race must then be lost, or it is none. */
export async function withoutTriggers<T>(play: () => Promise<T>): Promise<T> {
  const { results } = await env.DB.prepare(
    "select name, sql from sqlite_master where type = 'trigger' and name like 'showings_place_%'",
  ).all<{ name: string; sql: string }>();
  if (results.length === 0) throw new Error("there are no triggers to take away");
  await env.DB.batch(results.map(({ name }) => env.DB.prepare(`drop trigger ${name}`)));
  try {
    return await play();
  } finally {
    await env.DB.batch(results.map(({ sql }) => env.DB.prepare(sql)));
  }
}

async function playRound(ground: Ground, round: Round, tally: Tally): Promise<void> {
  const promised = await hold(ground, round);
  const told = await Promise.all(
    round.calls.map(async (wish): Promise<Told> => {
      const { key: idempotencyKey, ...rest } = wish;
      const answer = await book(db, ground.agency.id, { ...rest, idempotencyKey, leadName: null, nowMs: NOW });
      if (answer.ok) return { wish, showing: answer.value };
      tally.refused[answer.error.code] = (tally.refused[answer.error.code] ?? 0) + 1;
      return { wish, showing: null };
    }),
  );
  const table = await tableOf(ground, round);
  const verdict = judge({ told, table, promised, units: ground.units, bounded: ground.agents.bounded });
  tally.calls += told.length;
  tally.repeated += told.length - new Set(told.map(({ wish }) => wish.key)).size;
  tally.booked += table.length;
  tally.promised += promised.size;
  tally.doubleBookings.push(...verdict.doubleBookings);
  tally.lostBookings.push(...verdict.lostBookings);
}

/** Holds what some leads want, one after another; answers with the keys of those to whom a time is promised. */
async function hold({ agency }: Ground, round: Round): Promise<ReadonlySet<string>> {
  const promised = new Set<string>();
  for (const { wish, isLasting } of round.holdings) {
    const { conversationId, unitId, startMs, endMs, agentIds } = wish;
    const [agentId = ""] = agentIds;
    const held = await holdTimes(db, agency.id, {
      conversationId,
      unitId,
      leadName: null,
      times: [{ startMs, endMs, agentId }],
      heldUntilMs: isLasting ? NOW + HOLD_MS : NOW,
      nowMs: NOW - HOLD_MS,
    });
    if (isLasting && held.ok && held.value.length > 0) promised.add(wish.key);
  }
  return promised;
}

async function tableOf({ agency }: Ground, { fromMs, toMs }: Round): Promise<readonly Standing[]> {
  const rows = await db
    .select()
    .from(showings)
    .where(
      and(
        eq(showings.organisationId, agency.id),
        isNull(showings.heldUntilMs),
        gte(showings.startMs, fromMs),
        lt(showings.startMs, toMs),
      ),
    )
    .all();
  return rows.map((row) => ({ ...row, key: row.idempotencyKey }));
}

async function makeGround(): Promise<Ground> {
  const agency = await makeAgency();
  const made = GROUP_SIZES.map((groupSize) => ({ id: freshId("un"), groupSize }));
  await db
    .insert(units)
    .values(made.map((unit) => ({ ...unit, organisationId: agency.id, label: unit.id, zone: "UTC" })));
  const agent = async (maxPerDay: number | null) => {
    const { id: userId } = await makePerson(agency, "agent");
    const row = { organisationId: agency.id, userId, zone: "UTC", bufferMinutes: BUFFER_MINUTES, maxPerDay };
    await db.insert(agentProfiles).values(row);
    return userId;
  };
  const agents: RaceAgents = {
    free: [await agent(null), await agent(null)],
    bounded: [await agent(DAY_MAX), await agent(DAY_MAX)],
  };
  return { agency, agents, units: made };
}
