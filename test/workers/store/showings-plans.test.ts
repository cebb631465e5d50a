// How the database reads for the queries of bookings and lists: by an index that begins with the organisation, never the whole.
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { showings } from "#migrations/schema";
import { heldBy, holdsQuery } from "#workers/store/showings-holds";
import { listQuery } from "#workers/store/showings-list";
import { db } from "../api/agency.ts";

describe("what is asked again and again", () => {
  it("is found by index, in a table with the showings of years", async () => {
    const none = { agentId: null, unitId: null, conversationId: null, status: null, fromDay: null, toDay: null };
    const filter = { ...none, order: "earliest", limit: 50, after: null } as const;
    const plans = await Promise.all(
      [
        holdsQuery(db, "org", "cv_1"),
        db.delete(showings).where(heldBy("org", "cv_1")),
        listQuery(db, "org", { ...filter, agentId: "us_1" }),
        listQuery(db, "org", { ...filter, agentId: "us_1", fromDay: "2026-11-25", toDay: "2026-11-25" }),
        listQuery(db, "org", { ...filter, unitId: "un_1" }),
        listQuery(db, "org", { ...filter, conversationId: "cv_1" }),
        listQuery(db, "org", filter),
        listQuery(db, "org", { ...filter, order: "latest", agentId: "us_1", after: { atMs: 1, id: "sh_1" } }),
      ].map(planOf),
    );
    const inOrganisation = "SEARCH showings USING INDEX";
    expect(plans).toEqual([
      `${inOrganisation} showings_by_conversation (organisation_id=? AND conversation_id=?)`,
      `${inOrganisation} showings_by_conversation (organisation_id=? AND conversation_id=?)`,
      `${inOrganisation} showings_by_agent (organisation_id=? AND agent_id=?)`,
      `${inOrganisation} showings_by_agent (organisation_id=? AND agent_id=? AND start_ms>? AND start_ms<?)`,
      `${inOrganisation} showings_by_unit (organisation_id=? AND unit_id=?)`,
      `${inOrganisation} showings_by_conversation (organisation_id=? AND conversation_id=?)`,
      `${inOrganisation} showings_by_time (organisation_id=?)`,
      `${inOrganisation} showings_by_agent (organisation_id=? AND agent_id=? AND (start_ms,id)<(?,?))`,
    ]);
  });
});

/** How SQLite reads the showings for a query; fails when it looks through all of them. */
async function planOf(query: { toSQL(): { sql: string; params: unknown[] } }): Promise<string> {
  const { sql, params } = query.toSQL();
  const { results } = await env.DB.prepare(`explain query plan ${sql}`)
    .bind(...params)
    .all<{ detail: string }>();
  const details = results.map(({ detail }) => detail);
  expect(details.filter((detail) => detail.startsWith("SCAN showings"))).toEqual([]);
  return details.find((detail) => detail.includes("showings")) ?? "";
}
