// The hand-off path on real conversations and the real D1: what an agent finds on the board, and what the lead is told, by the
// send mode and the business hours in force.
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, organisationSettings } from "#migrations/schema";
import { listConversations } from "#workers/store/conversation-list";
import { zoneAt } from "../../objects/zone-at.ts";
import { type Agency, db, makeAgency, makePerson } from "../api/agency.ts";
import { Thread } from "./rig.ts";

/** No record of the agency holds this. */
const QUESTION = "Are dogs allowed?";
let agency: Agency;
let agentId: string;

beforeEach(async () => {
  agency = await makeAgency();
  agentId = (await makePerson(agency, "agent")).id;
});

async function handedOff(isAutomatic: boolean, question = QUESTION): Promise<Thread> {
  const thread = new Thread(agency, "spareroom", isAutomatic);
  thread.agentId = agentId;
  await thread.leadWrites(question, "Jane Doe");
  await thread.run.decide();
  return thread;
}

async function settings(change: Partial<typeof organisationSettings.$inferInsert>): Promise<void> {
  await db.insert(organisationSettings).values({ organisationId: agency.id, defaultSendMode: "auto_send", ...change });
}

/** Closed now, and open again from nine: it is the hour after midnight in the zone. */
const closedNow = () => ({
  zone: zoneAt(0),
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_020 })),
  closedDates: [],
});

describe("[R15] a hand-off", () => {
  it("stands in the right agent's list with reason, summary and deadline, and its words in no audit line", async () => {
    await settings({});
    const thread = await handedOff(true);
    await thread.run.project();
    const filter = { view: "hand_offs", agentId, platform: null, text: null, limit: 10, after: null } as const;
    const { rows } = await listConversations(db, agency.id, filter);
    expect(rows).toMatchObject([
      {
        id: thread.conversationId,
        handOff: {
          reason: { code: "fact_missing" },
          risk: "low",
          summary: [
            "Jane Doe, 12 Harbour Lane",
            expect.stringMatching(/open: pets/),
            "No record of pets. Next: find out and answer.",
          ],
        },
      },
    ]);
    const audit = JSON.stringify(await db.select().from(auditEntries).all());
    expect(audit).toContain("hand_off.acknowledged");
    for (const word of ["Jane Doe", "12 Harbour Lane", "colleague", "dogs"]) expect(audit).not.toContain(word);
  });

  it("tells the lead by itself where texts leave by themselves, and offers the words elsewhere", async () => {
    await settings({});
    const automatic = await (await handedOff(true)).detail();
    expect(automatic.acknowledgement).toMatchObject({
      kind: "written",
      sentence: "The lead is about to be told that a person answers.",
    });
    expect(automatic.sends[0]?.body).toContain("A colleague will read it and answer you shortly.");
    expect(automatic.sends[0]?.body).toContain("Automated reply");
    const careful = await (await handedOff(false)).detail();
    expect(careful.sends).toEqual([]);
    expect(careful.acknowledgement).toMatchObject({ kind: "offered", body: expect.stringContaining("A colleague") });
  });

  it("says when the office opens, and is due then, while it is closed", async () => {
    await settings({ businessHours: closedNow() });
    const { core, sends } = await (await handedOff(true)).detail();
    expect(sends[0]?.body).toContain("today after 9:00 AM");
    expect((core.handOff?.deadlineAtMs ?? 0) - Date.now()).toBeGreaterThan(7 * 3_600_000);
  });

  it("of a legal threat says nothing, and one of danger tells whom to call", async () => {
    await settings({});
    const threat = await (await handedOff(true, "My lawyer will hear of this, I will sue you.")).detail();
    expect(threat.core.handOff).toMatchObject({ risk: "high" });
    expect(threat.sends).toEqual([]);
    const danger = await (await handedOff(true, "I smell gas in the hallway, please help now!")).detail();
    expect(danger.core.handOff).toMatchObject({ risk: "critical" });
    expect(danger.sends[0]?.body).toContain("call 911");
  });

  it("stays one when the lead writes again and again, and its word leaves once", async () => {
    await settings({});
    const thread = await handedOff(true);
    const first = (await thread.detail()).core.handOff;
    await thread.leadWrites("And is there parking?");
    await thread.run.decide();
    await thread.textArrives();
    await thread.leadWrites("Hello? Can I pay in cash?");
    await thread.run.decide();
    const { core, sends } = await thread.detail();
    expect(core.handOff).toMatchObject({ openedAtMs: first?.openedAtMs, deadlineAtMs: first?.deadlineAtMs });
    expect(core.handOff?.summary[1]).toContain("parking");
    expect(sends.map(({ state }) => state)).toEqual(["sent", "cancelled"]);
  });
});
