// What the database itself refuses, written past the store: an agent in two places, a full group, a full day, a transition
// that R11 does not know.
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { mayBecome, nextStatuses, SHOWING_STATUSES } from "#domain/showing/status";
import { showings, units } from "#migrations/schema";
import { type Agency, db, freshId, makeAgency } from "../api/agency.ts";

type Row = typeof showings.$inferInsert;

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 25, 17);
const NOW = NOON - 24 * 60 * MINUTE;

let agency: Agency;
let otherUnit: string;

beforeEach(async () => {
  agency = await makeAgency();
  otherUnit = freshId("un");
  await db
    .insert(units)
    .values({ id: otherUnit, organisationId: agency.id, label: "2 Hill Road", zone: "Europe/London" });
});

function row(change: Partial<Row> = {}): Row {
  return {
    id: freshId("sh"),
    organisationId: agency.id,
    unitId: agency.unitId,
    agentId: "us_maria",
    startMs: NOON,
    endMs: (change.startMs ?? NOON) + 30 * MINUTE,
    status: "confirmed",
    groupSize: 1,
    agentDay: "2026-11-25",
    idempotencyKey: freshId("key"),
    createdAtMs: NOW,
    updatedAtMs: NOW,
    ...change,
  };
}

/** The reason the database gave, "kept" when it took the row. */
async function fateOf(write: Promise<unknown>): Promise<string> {
  try {
    await write;
    return "kept";
  } catch (thrown) {
    const told = `${String(thrown)} ${String(thrown instanceof Error ? thrown.cause : "")}`;
    return /SHOWING_[A-Z_]+|CHECK|UNIQUE/.exec(told)?.[0] ?? told;
  }
}

const add = (change: Partial<Row> = {}) => fateOf(db.insert(showings).values(row(change)).run());
const change = (id: string, columns: Partial<Row>) =>
  fateOf(db.update(showings).set(columns).where(eq(showings.id, id)).run());

describe("an agent's place", () => {
  it("[H3] cannot be at two units at overlapping times, and can at times that touch", async () => {
    expect(await add()).toBe("kept");
    expect(await add({ unitId: otherUnit })).toBe("SHOWING_OVERLAP");
    expect(await add({ unitId: otherUnit, startMs: NOON + 29 * MINUTE })).toBe("SHOWING_OVERLAP");
    expect(await add({ unitId: otherUnit, startMs: NOON - 29 * MINUTE })).toBe("SHOWING_OVERLAP");
    expect(await add({ unitId: otherUnit, startMs: NOON + 30 * MINUTE })).toBe("kept");
    expect(await add({ unitId: otherUnit, startMs: NOON - 30 * MINUTE })).toBe("kept");
    expect(await add({ unitId: otherUnit, agentId: "us_other" })).toBe("kept");
  });

  it("is found however long the other showing is", async () => {
    const day = 24 * 60 * MINUTE;
    expect(await add({ startMs: NOON - day + 1, endMs: NOON + 1 })).toBe("kept");
    expect(await add({ unitId: otherUnit })).toBe("SHOWING_OVERLAP");
    expect(await add({ agentId: "us_other", endMs: NOON + day + 1 })).toBe("CHECK");
  });

  it("[H3] keeps the way to another unit free, but not between times of the same unit", async () => {
    expect(await add()).toBe("kept");
    const minutesAfter = (minutes: number) => NOON + (30 + minutes) * MINUTE;
    expect(await add({ unitId: otherUnit, startMs: minutesAfter(14), bufferMinutes: 15 })).toBe("SHOWING_OVERLAP");
    expect(await add({ startMs: minutesAfter(0), bufferMinutes: 15 })).toBe("kept");
    expect(await add({ unitId: otherUnit, startMs: minutesAfter(45), bufferMinutes: 15 })).toBe("kept");
  });

  it("[H4] cannot be at overlapping times of one unit that are not the same time", async () => {
    expect(await add({ groupSize: 4 })).toBe("kept");
    expect(await add({ groupSize: 4, startMs: NOON + 15 * MINUTE })).toBe("SHOWING_OVERLAP");
    expect(await add({ groupSize: 4, endMs: NOON + 60 * MINUTE })).toBe("SHOWING_OVERLAP");
  });

  it("is another one in another organisation", async () => {
    const other = await makeAgency();
    expect(await add()).toBe("kept");
    expect(await add({ organisationId: other.id, unitId: other.unitId })).toBe("kept");
  });

  it("is not taken by what is over", async () => {
    for (const status of ["cancelled", "completed", "no_show"] as const) expect(await add({ status })).toBe("kept");
    expect(await add()).toBe("kept");
  });
});

describe("a group", () => {
  it("[H4] takes as many leads as its size and no more", async () => {
    for (let lead = 0; lead < 3; lead++) expect(await add({ groupSize: 3 })).toBe("kept");
    expect(await add({ groupSize: 3 })).toBe("SHOWING_FULL");
    expect(await add({ groupSize: 3, agentId: "us_other" })).toBe("kept");
  });
});

describe("a day", () => {
  const later = NOON + 120 * MINUTE;

  it("[H5] takes as many starts as its maximum, and joining one of them is always allowed", async () => {
    expect(await add({ maxPerDay: 1, groupSize: 2 })).toBe("kept");
    expect(await add({ maxPerDay: 1, startMs: later })).toBe("SHOWING_DAY_FULL");
    expect(await add({ maxPerDay: 1, groupSize: 2 })).toBe("kept");
    expect(await add({ maxPerDay: 2, startMs: later })).toBe("kept");
    expect(await add({ startMs: later + 60 * MINUTE })).toBe("kept");
    expect(await add({ maxPerDay: 1, startMs: NOON + 13 * 60 * MINUTE, agentDay: "2026-11-26" })).toBe("kept");
  });
});

describe("a hold", () => {
  const hold = { status: "pending", heldUntilMs: NOW + 60 * MINUTE } as const;

  it("[H2] keeps others away until it runs out", async () => {
    expect(await add(hold)).toBe("kept");
    expect(await add()).toBe("SHOWING_FULL");
    expect(await add({ unitId: otherUnit })).toBe("SHOWING_OVERLAP");
    expect(await add({ updatedAtMs: NOW + 60 * MINUTE - 1 })).toBe("SHOWING_FULL");
    expect(await add({ updatedAtMs: NOW + 60 * MINUTE })).toBe("kept");
  });

  it("[H2, H3] that was booked over cannot become a showing, whatever the clock of its owner says", async () => {
    const held = row(hold);
    await db.insert(showings).values(held).run();
    expect(await add({ unitId: otherUnit, updatedAtMs: NOW + 61 * MINUTE })).toBe("kept");
    const fate = await change(held.id, { status: "confirmed", heldUntilMs: null, updatedAtMs: NOW });
    expect(fate).toBe("SHOWING_OVERLAP");
  });

  it("is pending, and nothing else is held", async () => {
    expect(await add({ status: "confirmed", heldUntilMs: NOW + 1 })).toBe("CHECK");
  });
});

describe("a change", () => {
  it("[H1, R11] of status follows the table, every pair of it", async () => {
    for (const from of SHOWING_STATUSES) {
      for (const to of SHOWING_STATUSES) {
        const one = row({ status: from, agentId: freshId("us") });
        await db.insert(showings).values(one).run();
        const isAllowed = from === to || mayBecome(from, to);
        const refusal = nextStatuses(from).length === 0 ? "SHOWING_FINAL" : "SHOWING_TRANSITION";
        expect([from, to, await change(one.id, { status: to })]).toEqual([from, to, isAllowed ? "kept" : refusal]);
      }
    }
  });

  it("[H1, H9] of time is refused once the showing is over", async () => {
    const over = row({ status: "completed" });
    await db.insert(showings).values(over).run();
    expect(await change(over.id, { startMs: NOON + MINUTE })).toBe("SHOWING_FINAL");
    expect(await change(over.id, { leadName: null })).toBe("kept");
  });

  it("of time or agent is refused where others are, and frees the old place", async () => {
    const [moving, standing] = [row(), row({ unitId: otherUnit, startMs: NOON + 60 * MINUTE })];
    await db.insert(showings).values(moving).run();
    await db.insert(showings).values(standing).run();
    const times = (startMs: number) => ({ startMs, endMs: startMs + 30 * MINUTE });
    expect(await change(moving.id, times(NOON + 45 * MINUTE))).toBe("SHOWING_OVERLAP");
    expect(await change(moving.id, times(NOON + 90 * MINUTE))).toBe("kept");
    expect(await add({ unitId: otherUnit })).toBe("kept");
  });

  it("of anything else is taken, whatever came into force since", async () => {
    const [one, two] = [row({ groupSize: 2 }), row({ groupSize: 2 })];
    await db.insert(showings).values(one).run();
    await db.insert(showings).values(two).run();
    const now = { groupSize: 1, bufferMinutes: 60, maxPerDay: 0 };
    expect(await change(one.id, { ...now, status: "reschedule_requested" })).toBe("kept");
  });
});

describe("the triggers", () => {
  it("look up an agent's times by index", async () => {
    const { results } = await env.DB.prepare(
      `explain query plan select 1 from showings o where o.organisation_id = ? and o.agent_id = ? and o.id <> ?
       and o.start_ms > ? and o.start_ms < ? and o.status in ('pending', 'confirmed', 'reschedule_requested')`,
    )
      .bind("a", "b", "c", 1, 2)
      .all<{ detail: string }>();
    const plan = results.map(({ detail }) => detail).join("; ");
    expect(plan).toContain("showings_by_agent (organisation_id=? AND agent_id=? AND start_ms>? AND start_ms<?)");
  });
});
